//! What is known of a picture, and how it is read from a form.

use base::limits::LINE_CHARS;
use base::{FieldError, Time};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use input::{Fields, Reader};
use texts::Thing;

/// What pictures are called in the change table and among texts.
pub const KIND: &str = "picture";
/// The part of a picture's text that says what it shows: what it is called in lists too.
pub const SHOWS: &str = "title";
/// Characters of what a picture shows, in words.
pub const SHOWS_CHARS: usize = 250;
/// Characters of what is said of a consent.
pub const CONSENT_CHARS: usize = 500;

/// Under which terms a picture may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// The network's own.
    Own,
    /// Whoever has the rights allowed the network to show it.
    Permission,
    /// Creative Commons Attribution 4.0.
    CcBy,
    /// Creative Commons Attribution-ShareAlike 4.0.
    CcBySa,
    /// In the public domain (CC0, or its time is over).
    PublicDomain,
}
store::coded!(Licence, Licence::parse);

impl Licence {
    /// All, in the order in which they are offered.
    pub const ALL: [Licence; 5] =
        [Licence::Own, Licence::Permission, Licence::CcBy, Licence::CcBySa, Licence::PublicDomain];

    /// As it is kept and sent.
    pub const fn code(self) -> &'static str {
        match self {
            Licence::Own => "own",
            Licence::Permission => "permission",
            Licence::CcBy => "cc-by-4.0",
            Licence::CcBySa => "cc-by-sa-4.0",
            Licence::PublicDomain => "public-domain",
        }
    }

    /// From what is kept or sent; nothing of one that is not described yet.
    pub fn parse(text: &str) -> Option<Licence> {
        Licence::ALL.into_iter().find(|licence| licence.code() == text).or((text.is_empty()).then_some(Licence::Own))
    }
}

/// Key of the words for a licence.
pub(crate) const fn licence_words(licence: Licence) -> &'static str {
    match licence {
        Licence::Own => "licence-own",
        Licence::Permission => "licence-permission",
        Licence::CcBy => "licence-cc-by",
        Licence::CcBySa => "licence-cc-by-sa",
        Licence::PublicDomain => "licence-public-domain",
    }
}

/// A picture, without its words and its files.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its id.
    pub id: i64,
    /// It says nothing that the text beside it does not.
    pub decorative: bool,
    /// Whose it is, in words that readers see.
    pub credit: String,
    /// Under which terms.
    pub licence: Licence,
    /// People can be recognised on it.
    pub shows_people: bool,
    /// How they consented, for the team.
    pub consent: String,
    /// When that ends.
    pub consent_until: Option<Time>,
    /// What stays in sight where it is cut: hundredths from the left.
    pub focus_x: i64,
    /// Hundredths from the top.
    pub focus_y: i64,
    /// It may be shown.
    pub described: bool,
    /// It was taken back.
    pub withdrawn: bool,
    /// When.
    pub created_at: Time,
    /// Grows with every change of these facts.
    pub revision: i64,
}
store::from_row!(Picture in pictures: id, decorative, credit, licence, shows_people, consent, consent_until, focus_x, focus_y, described, withdrawn, created_at, revision);

/// Where a picture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody has said yet what it shows.
    Undescribed,
    /// It can be shown.
    Shown,
    /// The consent of those it shows ends within a month.
    EndsSoon,
    /// Their consent has ended.
    Ended,
    Withdrawn,
}

impl Standing {
    pub(crate) const ALL: [Standing; 5] =
        [Standing::Undescribed, Standing::Shown, Standing::EndsSoon, Standing::Ended, Standing::Withdrawn];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Standing::Undescribed => "undescribed",
            Standing::Shown => "shown",
            Standing::EndsSoon => "ends-soon",
            Standing::Ended => "ended",
            Standing::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn parse(text: &str) -> Option<Standing> {
        Standing::ALL.into_iter().find(|standing| standing.code() == text)
    }

    pub(crate) const fn class(self) -> &'static str {
        match self {
            Standing::Undescribed => "status",
            Standing::Shown => "status is-ok",
            Standing::EndsSoon => "status is-warn",
            Standing::Ended | Standing::Withdrawn => "status is-bad",
        }
    }
}

/// Key of the words for where a picture stands.
pub(crate) const fn standing_words(standing: Standing) -> &'static str {
    match standing {
        Standing::Undescribed => "picture-undescribed",
        Standing::Shown => "picture-shown",
        Standing::EndsSoon => "picture-ends-soon",
        Standing::Ended => "picture-ended",
        Standing::Withdrawn => "picture-withdrawn",
    }
}

/// How long a picture may wait for its description.
pub(crate) const UNDESCRIBED: TimeDelta = TimeDelta::days(7);
/// How long one is kept that was withdrawn, or whose consent has ended: until then it can be taken up again, or consented to anew.
pub(crate) const ENDED: TimeDelta = TimeDelta::days(30);
/// The parts of a picture that its files are, from the narrowest to the widest.
pub(crate) const PARTS: [&str; 3] = ["first", "second", "third"];

/// A consent is looked at again this long before it ends.
pub(crate) const SOON: TimeDelta = TimeDelta::days(30);

impl Picture {
    /// For its texts.
    pub fn thing(&self) -> Thing {
        thing(self.id)
    }

    /// Where it is looked after, behind the language.
    pub(crate) fn office(&self) -> String {
        office(self.id)
    }

    /// It may be shown at this time.
    pub(crate) fn is_shown(&self, now: Time) -> bool {
        matches!(self.standing(now), Standing::Shown | Standing::EndsSoon)
    }

    pub(crate) fn standing(&self, now: Time) -> Standing {
        let ends = self.consent_until;
        match () {
            () if self.withdrawn => Standing::Withdrawn,
            () if !self.described => Standing::Undescribed,
            () if ends.is_some_and(|end| end <= now) => Standing::Ended,
            () if ends.is_some_and(|end| end <= now + SOON) => Standing::EndsSoon,
            () => Standing::Shown,
        }
    }
}

/// The topic of pages that may show any picture.
pub const ALL: &str = "pictures";

/// A picture, for its texts.
pub const fn thing(id: i64) -> Thing {
    Thing { kind: KIND, item: id }
}

/// Where a picture is looked after, behind the language.
pub(crate) fn office(id: i64) -> String {
    format!("/office/pictures/{}", base::id::write_id(id))
}

/// The topic of pages that show this picture.
pub fn topic(id: i64) -> String {
    format!("{KIND}:{}", base::id::write_id(id))
}

/// What is said of a picture.
#[derive(Clone, Debug)]
pub struct Description {
    /// It says nothing that words could say, and has none.
    pub decorative: bool,
    /// What it shows, in the language that was written in; empty of one that is decorative.
    pub shows: String,
    /// Whose it is.
    pub credit: String,
    /// How others may use it.
    pub licence: Licence,
    /// People can be recognised in it.
    pub shows_people: bool,
    /// Where they consented; empty where it shows none.
    pub consent: String,
    /// The instant at which that ends.
    pub consent_until: Option<Time>,
    /// The point that stays in sight, from the left, of a hundred.
    pub focus_x: i64,
    /// And from the top.
    pub focus_y: i64,
    /// The facts that were changed.
    pub revision: i64,
    /// The newest text in that language when the form was opened.
    pub seen: i64,
}

impl Description {
    /// The picture is described so already, its words aside.
    pub(crate) fn is(&self, picture: &Picture) -> bool {
        picture.described
            && picture.decorative == self.decorative
            && picture.credit == self.credit
            && picture.licence == self.licence
            && self.same_consent(picture)
            && (picture.focus_x, picture.focus_y) == (self.focus_x, self.focus_y)
    }

    /// Those whom it shows have consented so already.
    pub(crate) fn same_consent(&self, picture: &Picture) -> bool {
        picture.shows_people == self.shows_people
            && picture.consent == self.consent
            && picture.consent_until == self.consent_until
    }

    /// From a form. Whoever can be recognised has consented, and until when is said.
    pub(crate) fn read(fields: &Fields, now: Time) -> Result<Description, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let decorative = fields.has("decorative", "yes");
        let shows = reader.line_within("shows", "picture-shows", SHOWS_CHARS);
        reader.check(decorative || !shows.is_empty(), || FieldError::new("shows", "error-picture-shows"));
        let credit = reader.line_within("credit", "picture-credit", LINE_CHARS);
        reader
            .check(!credit.is_empty(), || FieldError::new("credit", "error-required").with("label", "picture-credit"));
        let known = |own: &str| Licence::ALL.into_iter().find(|licence| licence.code() == own);
        let licence = reader.one_of("licence", "picture-licence", known);
        let shows_people = fields.has("people", "yes");
        let consent = reader.text("consent", "picture-consent", CONSENT_CHARS);
        let until = day(&fields.number("until"));
        if shows_people {
            reader.check(!consent.trim().is_empty(), || FieldError::new("consent", "error-picture-consent"));
            reader.check(until.is_some_and(|until| until > now), || FieldError::new("until", "error-picture-until"));
        }
        // Style sheets have a rule for each of these, and pages no others.
        let hundredths = |name: &str| fields.number(name).parse::<i64>().ok().filter(|at| [0, 50, 100].contains(at));
        let (x, y) = (hundredths("focus_x"), hundredths("focus_y"));
        reader.check(x.is_some(), || FieldError::new("focus_x", "error-picture-focus"));
        reader.check(y.is_some(), || FieldError::new("focus_y", "error-picture-focus"));
        let number = |name: &str| fields.get(name).parse().unwrap_or(0);
        reader.end(Description {
            decorative,
            shows: if decorative { String::new() } else { shows },
            credit,
            licence: licence.unwrap_or(Licence::Own),
            shows_people,
            consent: if shows_people { consent } else { String::new() },
            consent_until: until.filter(|_| shows_people),
            focus_x: x.unwrap_or(50),
            focus_y: y.unwrap_or(50),
            revision: number("revision"),
            seen: number("seen"),
        })
    }
}

/// The end of a day that a form names, in UTC; the last day is still within the consent.
fn day(typed: &str) -> Option<Time> {
    let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()?.succ_opt()?;
    let four_figures = (1000..=9999).contains(&chrono::Datelike::year(&day));
    four_figures.then(|| day.and_time(NaiveTime::MIN).and_utc())
}

/// The last day of a consent, as a form shows it.
pub(crate) fn last_day(until: Time) -> String {
    (until - TimeDelta::days(1)).format("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn wrong(more: &[(&str, &str)]) -> Vec<&'static str> {
        let now = chrono::Utc.with_ymd_and_hms(2026, 11, 28, 12, 0, 0).single().expect("an instant");
        let usual =
            [("shows", "A street"), ("credit", "A. Person"), ("licence", "own"), ("focus_x", "50"), ("focus_y", "50")];
        let mut fields = usual.iter().fold(Fields::default(), |fields, (name, value)| fields.with(name, value));
        more.iter().for_each(|(name, value)| fields.set(name, value));
        Description::read(&fields, now).err().into_iter().flatten().map(|error| error.message).collect()
    }

    #[test]
    fn a_picture_says_what_it_shows_or_that_it_says_nothing() {
        assert_eq!(wrong(&[]), Vec::<&str>::new());
        assert_eq!(wrong(&[("shows", "")]), ["error-picture-shows"]);
        assert_eq!(wrong(&[("shows", ""), ("decorative", "yes")]), Vec::<&str>::new());
        assert_eq!(wrong(&[("credit", ""), ("licence", "mine")]), ["error-required", "error-choose"]);
        assert_eq!(wrong(&[("focus_x", "51"), ("focus_y", "x")]), ["error-picture-focus", "error-picture-focus"]);
    }

    #[test]
    fn people_are_shown_with_their_consent_and_until_it_ends() {
        assert_eq!(wrong(&[("people", "yes")]), ["error-picture-consent", "error-picture-until"]);
        let consented = [("people", "yes"), ("consent", "A form of 9 March"), ("until", "2026-11-28")];
        assert_eq!(wrong(&consented), Vec::<&str>::new(), "the last day is within it");
        let past = [("people", "yes"), ("consent", "A form of 9 March"), ("until", "2026-11-27")];
        assert_eq!(wrong(&past), ["error-picture-until"]);
        let end = day("2026-11-28").expect("a day");
        assert_eq!((end.to_rfc3339().as_str(), last_day(end).as_str()), ("2026-11-29T00:00:00+00:00", "2026-11-28"));
    }
}
