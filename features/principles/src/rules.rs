//! What a version of the principles is, and what a signature says.

use base::{CityId, FieldError, Lang, PersonId, Time};
use chrono::NaiveDate;
use input::{Fields, Reader};
use store::Day;

/// How much a version changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// What cities agree to is another thing: each is asked anew.
    Major,
    /// The same, in better words: what was signed holds.
    Minor,
}
store::coded!(Change, Change::parse);

impl Change {
    /// Both.
    pub(crate) const ALL: [Change; 2] = [Change::Major, Change::Minor];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Change::Major => "major",
            Change::Minor => "minor",
        }
    }

    /// From what is kept or sent.
    pub(crate) fn parse(code: &str) -> Option<Change> {
        Change::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Key of the words for a change.
pub(crate) fn change_words(change: Change) -> String {
    format!("principles-{}", change.code())
}

/// A version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its id.
    pub id: i64,
    /// As people call it, and in its address: `2024`.
    pub name: String,
    /// Its place among all: the last is in force.
    pub number: i64,
    /// Ids of the sources that it was written from, joined by `;`.
    pub source: String,
    /// How much it changed.
    pub change: Change,
    /// When the office published it; none of what came with the network's folder.
    pub published_at: Option<Time>,
    /// Until the end of this day, by the calendar of its office, each city has time to sign; none where nobody was asked.
    pub grace_until: Option<Day>,
}
store::from_row!(Version in principles_versions: id, name, number, source, change, published_at, grace_until);

impl Version {
    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/principles/{}", self.name)
    }
}

/// What a version says in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The language.
    pub lang: Lang,
    /// One principle each line.
    pub body: String,
    /// What is new in it, in a few lines; may be empty.
    pub about: String,
    /// What a signature names: of the principles, not of what is said about them.
    pub hash: String,
}
store::from_row!(Text in principles_texts: lang, body, about, hash);

/// The version in force, and those whose signatures hold for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// It.
    pub version: Version,
    /// The ids of it and of those before it back to the last that asked every city anew.
    pub(crate) same: Vec<i64>,
    /// When that one was published in the hub.
    pub(crate) since: Option<Time>,
}

impl InForce {
    /// Whoever signed this version has signed what is in force: what changed since are words.
    pub fn is_signed_by(&self, version: i64) -> bool {
        self.same.contains(&version)
    }
}

/// A city that was asked to sign what is in force, and has not yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The city.
    pub city: CityId,
    /// Its region's slug.
    pub region: String,
    /// The version with which it was asked.
    pub version: i64,
    /// It has time until the end of this day, by the calendar of its office.
    pub until: Day,
    /// Why it has more time than others; empty where it has not.
    pub reason: String,
}
store::from_row!(Asked: city, region, version, until, reason);

impl Asked {
    /// Its time is over.
    pub fn is_over(&self, network: &network::Network, now: Time) -> bool {
        network.calendar_of(&self.region).day_of(now) > self.until.0
    }

    /// When its time was over.
    pub fn over_at(&self, network: &network::Network) -> Time {
        network.calendar_of(&self.region).end_of(self.until.0)
    }
}

/// A day that somebody typed.
pub(crate) fn day(fields: &Fields, name: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&fields.number(name), "%Y-%m-%d").ok()
}

/// Who signs, as it was written in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Signing {
    /// The fingerprint of the text that was read.
    pub hash: String,
    pub name: String,
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
}

impl Signing {
    /// From a form.
    pub(crate) fn read(fields: &Fields) -> Result<Signing, Vec<FieldError>> {
        let mut fields = fields.clone();
        fields.set("sign_name", base::letters::name(&fields.line("sign_name")));
        let mut reader = Reader::new(&fields);
        let name = reader.needed("sign_name", "sign-name");
        let position = reader.needed("sign_position", "sign-position");
        reader.check(fields.has("agree", "yes"), || FieldError::new("agree", "error-sign-agree"));
        let (hash, named) = (fields.line("hash"), fields.has("sign_named", "yes"));
        reader.end(Signing { hash, name, position, named })
    }
}

/// The principles of a text, in their order.
pub fn lines(body: &str) -> Vec<&str> {
    body.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The text for a reader of this language: in it, else in the first of the network's that there is.
pub fn best<'a>(texts: &'a [Text], lang: Lang, languages: &[Lang]) -> Option<&'a Text> {
    let of = |lang: &Lang| texts.iter().find(|text| text.lang == *lang);
    std::iter::once(&lang).chain(languages).find_map(of).or(texts.first())
}

/// What a signature names its text by: of the version, of the language, of every word.
pub(crate) fn hash(version: &str, lang: Lang, body: &str) -> String {
    base::secret::hash(&format!("{version}\n{lang}\n{}", lines(body).join("\n")))
}

/// What is signed, for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The version.
    pub version: i64,
    /// The language of the text that was read.
    pub lang: Lang,
    /// Its hash.
    pub hash: String,
    /// Who has the mandate, in any script.
    pub name: String,
    /// The function in which it is held.
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
    /// When.
    pub signed_at: Time,
    /// Whoever entered it with their account; none where that was done through a link.
    pub entered_by: Option<PersonId>,
    /// Where the paper is that was signed; empty where it was signed in the hub.
    pub paper: String,
}

/// A signature of a city.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Its id.
    pub id: i64,
    /// The city.
    pub city: CityId,
    /// The version.
    pub version: i64,
    /// The language of the text that was signed.
    pub lang: Lang,
    /// Its hash.
    pub hash: String,
    /// Who had the mandate.
    pub name: String,
    /// The function in which it was held.
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
    /// When.
    pub signed_at: Time,
    /// Whoever entered it with their account.
    pub entered_by: Option<PersonId>,
    /// Where the paper is that was signed; empty where it was signed in the hub.
    pub paper: String,
    /// The name of the version.
    pub version_name: String,
    /// The id of the city's last signature.
    pub last_id: i64,
}
store::from_row!(Signed in principles_signatures: id, city, version, lang, hash, name, position, named, signed_at, entered_by, paper, version_name, last_id);

impl Signed {
    /// The city signed once more since.
    pub fn is_replaced(&self) -> bool {
        self.last_id != self.id
    }

    /// The very text that was signed, behind the language.
    pub fn text_path(&self) -> String {
        format!("/principles/{}?text={}", self.version_name, self.lang)
    }

    /// The name, where it may be shown to everybody.
    pub fn public_name(&self) -> &str {
        if self.named { &self.name } else { "" }
    }
}

/// What was signed on paper, as the office enters it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    pub signing: Signing,
    /// The day of the paper.
    pub day: NaiveDate,
    /// Where it is.
    pub place: String,
}

impl Paper {
    /// From a form, on this day of the city's office.
    pub(crate) fn read(fields: &Fields, today: NaiveDate) -> Result<Paper, Vec<FieldError>> {
        let mut fields = fields.clone();
        fields.set("sign_name", base::letters::name(&fields.line("sign_name")));
        let mut reader = Reader::new(&fields);
        let hash = reader.one_of("text", "paper-text", |own| (!own.is_empty()).then(|| own.to_owned()));
        let day = day(&fields, "day");
        reader.check(day.is_some_and(|day| day <= today), || FieldError::new("day", "error-paper-day"));
        let name = reader.needed("sign_name", "sign-name");
        let position = reader.needed("sign_position", "sign-position");
        let place = reader.needed("place", "paper-place");
        let named = fields.has("sign_named", "yes");
        let signing = Signing { hash: hash.unwrap_or_default(), name, position, named };
        reader.end(Paper { signing, day: day.unwrap_or(today), place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_of_every_word_and_of_nothing_else() {
        let of = |name: &str, lang, body: &str| hash(name, lang, body);
        let one = of("2024", Lang::EN, "Rights.\nVoices.");
        assert_eq!(one, of("2024", Lang::EN, " Rights. \n\n Voices.\n"));
        for other in [
            of("2025", Lang::EN, "Rights.\nVoices."),
            of("2024", Lang::FR, "Rights.\nVoices."),
            of("2024", Lang::EN, "Rights.\nVoice."),
            of("2024", Lang::EN, "Voices.\nRights."),
        ] {
            assert_ne!(one, other);
        }
    }

    #[test]
    fn a_reader_gets_their_language_or_the_networks_first() {
        let text = |lang| Text { lang, body: String::new(), about: String::new(), hash: String::new() };
        let texts = [text(Lang::AR), text(Lang::EN)];
        let languages = [Lang::EN, Lang::FR, Lang::AR];
        assert_eq!(best(&texts, Lang::AR, &languages).map(|text| text.lang), Some(Lang::AR));
        assert_eq!(best(&texts, Lang::FR, &languages).map(|text| text.lang), Some(Lang::EN));
        assert_eq!(best(&[], Lang::FR, &languages), None);
    }
}
