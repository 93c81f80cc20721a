//! What a prospect is, and what may be written about one.

use base::limits::TEXT_CHARS;
use base::{CityId, FieldError, Lang, PersonId, Time};
use chrono::{Days, NaiveDate, TimeDelta};
use input::{Fields, Reader};
use network::Network;
use store::Day;

use super::state::ProspectState;
use crate::rules::local_government;

/// After so many days one that was not answered may be invited again.
pub(crate) const INVITED_AGAIN: TimeDelta = TimeDelta::days(14);
/// So long an invitation leads somewhere.
pub(crate) const INVITATION_HOLDS: TimeDelta = TimeDelta::days(180);
/// How long a prospect is kept after something was said last: days of 24 months.
pub(crate) const SILENT_DAYS: i64 = 731;
/// A day on which they are spoken with again is so many days hence at most.
const DAYS_AHEAD: u64 = 731;
/// Notes that are shown at most: the newest.
pub(crate) const NOTES_SHOWN: i64 = 200;
/// Words of what is looked for in the list that count.
pub(crate) const WORDS: usize = 4;

/// A prospect.
#[derive(Clone, Debug)]
pub(crate) struct Prospect {
    pub id: i64,
    pub state: ProspectState,
    /// The GeoNames place.
    pub place: Option<i64>,
    pub place_name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The region's slug; empty: the central team speaks with it.
    pub region: String,
    pub kind: String,
    /// The official contact.
    pub name: String,
    pub email: String,
    pub position: String,
    pub lang: Lang,
    /// Who speaks with them.
    pub owner: Option<PersonId>,
    /// Which member recommended it.
    pub recommended_city: Option<CityId>,
    /// On which day they are spoken with again.
    pub next_on: Option<Day>,
    pub link: Option<i64>,
    pub invited_at: Option<Time>,
    pub enquiry: Option<i64>,
    pub touched_at: Time,
    pub revision: i64,
    /// Hashes of the addresses that are to be left alone.
    pub left_alone: String,
}
store::from_row!(Prospect in prospects: id, state, place, place_name, country, region, kind, name, email, position, lang, owner, recommended_city, next_on, link, invited_at, enquiry, touched_at, revision, left_alone);

impl Prospect {
    /// Where the office sees it, behind the language.
    pub(crate) fn path(&self) -> String {
        path(self.id)
    }

    /// The language in which its contact is written to: one that the network has.
    pub(crate) fn written_in(&self, network: &Network) -> Lang {
        if network.languages.contains(&self.lang) { self.lang } else { network.languages[0] }
    }

    /// It may be invited now, for the first time or again: what stands in the way.
    pub(crate) fn not_invited(&self, now: Time) -> Option<FieldError> {
        if !self.state.is_open() {
            return Some(FieldError::new("", "error-prospect-over"));
        }
        if self.email.is_empty() {
            return Some(FieldError::new("", "error-prospect-no-email"));
        }
        if self.is_left_alone(&self.email) {
            return Some(FieldError::new("", "error-prospect-left-alone"));
        }
        let lately = self.invited_at.is_some_and(|at| at > now - INVITED_AGAIN);
        lately.then(|| FieldError::new("", "error-prospect-lately"))
    }

    /// Whoever reads this address said that they are to be left alone.
    pub(crate) fn is_left_alone(&self, email: &str) -> bool {
        let own = hashed(email);
        self.left_alone.split(' ').any(|hash| hash == own)
    }

    /// Its invitation leads somewhere, at this time.
    pub(crate) fn is_invited(&self, now: Time) -> bool {
        self.state == ProspectState::Invited && self.invited_at.is_some_and(|at| at > now - INVITATION_HOLDS)
    }
}

/// An address that is known again, and not read.
pub(crate) fn hashed(email: &str) -> String {
    base::secret::hash(&mail::normal(email).to_lowercase())
}

/// Where the office sees a prospect, behind the language.
pub(crate) fn path(prospect: i64) -> String {
    format!("/office/prospects/{}", base::id::write_id(prospect))
}

/// Something that was noted.
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub kind: NoteKind,
    pub author: Option<PersonId>,
    pub text: String,
    pub at: Time,
}
store::from_row!(Note in prospect_notes: kind, author, text, at);

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoteKind {
    /// What was said.
    Note,
    /// What an invitation said in the office's own words.
    Invitation,
}
store::coded!(NoteKind, NoteKind::parse);

impl NoteKind {
    /// As it is kept.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            NoteKind::Note => "note",
            NoteKind::Invitation => "invitation",
        }
    }

    /// From what is kept.
    pub(crate) fn parse(text: &str) -> Option<NoteKind> {
        [NoteKind::Note, NoteKind::Invitation].into_iter().find(|kind| kind.code() == text)
    }
}

/// What somebody wrote of a prospect, but for its place.
#[derive(Clone, Debug)]
pub(crate) struct ProspectDraft {
    pub kind: String,
    pub name: String,
    pub email: String,
    pub position: String,
    pub lang: Lang,
    pub owner: Option<PersonId>,
    /// The slug of the member that recommended it; may be empty.
    pub recommended: String,
    pub next_on: Option<Day>,
    /// What was said until now; may be empty.
    pub note: String,
}

impl ProspectDraft {
    /// Reads the form, on this day of the office.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, network: &Network, today: NaiveDate) -> Result<ProspectDraft, Vec<FieldError>> {
        let mut fields = fields.clone();
        fields.set("name", base::letters::name(&fields.line("name")));
        let fields = &fields;
        let mut reader = Reader::new(fields);
        let kind = local_government(&mut reader, fields, network);
        let name = reader.line("name", "prospect-name");
        let position = reader.line("position", "prospect-position");
        let email = mail::normal(&fields.line("email"));
        reader.check(email.is_empty() || mail::is_address(&email), || FieldError::new("email", "error-email"));
        let lang = reader.one_of("lang", "prospect-lang", |code| {
            code.parse::<Lang>().ok().filter(|lang| network.languages.contains(lang))
        });
        let owner = fields.line("owner");
        let person = owner.parse::<PersonId>().ok();
        reader.check(owner.is_empty() || person.is_some(), || FieldError::new("owner", "error-prospect-owner"));
        let next_on = next_day(&mut reader, fields, today);
        let note = reader.text("note", "prospect-note", TEXT_CHARS);
        reader.end(ProspectDraft {
            kind,
            name,
            email,
            position,
            lang: lang.unwrap_or(network.languages[0]),
            owner: person,
            recommended: fields.line("recommended"),
            next_on,
            note,
        })
    }
}

/// What was said, and when they are spoken with again.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub text: String,
    pub next_on: Option<Day>,
}

impl Said {
    /// Reads the form, on this day of the office.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, today: NaiveDate) -> Result<Said, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let text = reader.needed_text("text", "prospect-said", TEXT_CHARS);
        let next_on = next_day(&mut reader, fields, today);
        reader.end(Said { text, next_on })
    }
}

/// A day from this one on, or none.
fn next_day(reader: &mut Reader<'_>, fields: &Fields, today: NaiveDate) -> Option<Day> {
    let typed = fields.number("next_on");
    let day = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
    let fits = day.is_some_and(|day| (today..=today + Days::new(DAYS_AHEAD)).contains(&day));
    reader.check(typed.is_empty() || fits, || FieldError::new("next_on", "error-prospect-day"));
    day.filter(|_| fits).map(Day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prospect() -> Prospect {
        Prospect {
            id: 1,
            state: ProspectState::Open,
            place: None,
            place_name: "Zinder".into(),
            country: "NE".into(),
            region: String::new(),
            kind: "city".into(),
            name: String::new(),
            email: "mayor@zinder.example".into(),
            position: String::new(),
            lang: Lang::FR,
            owner: None,
            recommended_city: None,
            next_on: None,
            link: None,
            invited_at: None,
            enquiry: None,
            touched_at: Time::default(),
            revision: 1,
            left_alone: String::new(),
        }
    }

    #[test]
    fn nobody_is_invited_again_before_they_could_answer() {
        let now = Time::default() + TimeDelta::days(1_000);
        let mut own = prospect();
        assert_eq!(own.not_invited(now), None);
        own.invited_at = Some(now - TimeDelta::days(13));
        own.state = ProspectState::Invited;
        assert_eq!(own.not_invited(now), Some(FieldError::new("", "error-prospect-lately")));
        own.invited_at = Some(now - TimeDelta::days(15));
        assert_eq!(own.not_invited(now), None);
        own.email.clear();
        assert_eq!(own.not_invited(now), Some(FieldError::new("", "error-prospect-no-email")));
        for over in [ProspectState::Declined, ProspectState::Dropped, ProspectState::Enquired] {
            own.state = over;
            assert_eq!(own.not_invited(now), Some(FieldError::new("", "error-prospect-over")), "{over:?}");
        }
    }

    #[test]
    fn an_invitation_ends() {
        let now = Time::default() + TimeDelta::days(1_000);
        let mut own = prospect();
        own.state = ProspectState::Invited;
        own.invited_at = Some(now - TimeDelta::days(179));
        assert!(own.is_invited(now));
        own.invited_at = Some(now - TimeDelta::days(181));
        assert!(!own.is_invited(now));
    }
}
