//! What an organisation is, and what may be written about one.

use std::sync::LazyLock;

use base::limits::LINE_CHARS;
use base::{CityId, FieldError, Lang, OrganisationId};
use chrono::NaiveDate;
use input::{Fields, Reader, website};
use network::Network;
use store::Day;

use crate::scheme::Scheme;

/// Letters of a short name.
const ACRONYM_CHARS: usize = 20;
/// Identifiers of one organisation.
pub(crate) const IDENTIFIERS: i64 = 50;
/// Words of what is looked for in the list that count.
pub(crate) const WORDS: usize = 4;

/// What an organisation is. As in IATI's list of types, with words of this field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A ministry, an agency, a service of a state.
    Government,
    /// Of a state, a region, a county, a municipality that is no member.
    LocalGovernment,
    /// Of several states: the United Nations and what belongs to it, unions of states.
    Intergovernmental,
    /// A university, a research institute, a school.
    Academic,
    /// Not for profit and of no government.
    #[default]
    NonGovernmental,
    /// A network or an association of cities.
    CityNetwork,
    /// Gives grants.
    Foundation,
    /// For profit.
    Company,
    /// A newspaper, a broadcaster.
    Media,
    /// None of these.
    Other,
}
store::coded!(Kind, Kind::parse);

/// Key of the words for a kind.
pub(crate) fn kind_words(kind: Kind) -> String {
    format!("organisation-kind-{}", kind.code())
}

impl Kind {
    /// All, in the order in which they are offered.
    pub const ALL: [Kind; 10] = [
        Kind::Government,
        Kind::LocalGovernment,
        Kind::Intergovernmental,
        Kind::Academic,
        Kind::NonGovernmental,
        Kind::CityNetwork,
        Kind::Foundation,
        Kind::Company,
        Kind::Media,
        Kind::Other,
    ];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Government => "government",
            Kind::LocalGovernment => "local-government",
            Kind::Intergovernmental => "intergovernmental",
            Kind::Academic => "academic",
            Kind::NonGovernmental => "non-governmental",
            Kind::CityNetwork => "city-network",
            Kind::Foundation => "foundation",
            Kind::Company => "company",
            Kind::Media => "media",
            Kind::Other => "other",
        }
    }

    /// From what is kept.
    pub fn parse(text: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|own| own.code() == text)
    }
}

/// An organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its number.
    pub id: OrganisationId,
    /// Whose it is; none: the network's.
    pub city: Option<CityId>,
    /// What it is.
    pub kind: Kind,
    /// ISO 3166-1 alpha-2; may be empty.
    pub country: String,
    /// A short name by which it is known; may be empty.
    pub acronym: String,
    /// May be empty.
    pub website: String,
    /// Its last day, where it is no more.
    pub ended_on: Option<Day>,
    /// From where the first data has it; empty where somebody entered it.
    pub source: String,
    /// The revision of its facts.
    pub revision: i64,
    /// What it is called, each in one language.
    pub names: Vec<(Lang, String)>,
}

impl Default for Organisation {
    /// One of which nothing is known.
    fn default() -> Organisation {
        Organisation {
            id: OrganisationId(0),
            city: None,
            kind: Kind::default(),
            country: String::new(),
            acronym: String::new(),
            website: String::new(),
            ended_on: None,
            source: String::new(),
            revision: 0,
            names: Vec::new(),
        }
    }
}

/// The name for a reader of this language: in it, or in the first of the network's that it has one in, or in its own.
pub(crate) fn best(names: &[(Lang, String)], lang: Lang, languages: &[Lang]) -> Option<(Lang, String)> {
    let of = |wanted: &Lang| names.iter().find(|(own, _)| own == wanted);
    std::iter::once(&lang).chain(languages).find_map(of).or(names.first()).cloned()
}

impl Organisation {
    /// Its page, behind the language.
    pub fn path(&self) -> String {
        path(self.id)
    }

    /// What it is called for this reader, with its language.
    pub(crate) fn named(&self, lang: Lang, languages: &[Lang]) -> (Lang, String) {
        best(&self.names, lang, languages).unwrap_or((lang, self.acronym.clone()))
    }

    /// It is no more, on this day.
    pub(crate) fn has_ended(&self, today: NaiveDate) -> bool {
        self.ended_on.is_some_and(|day| day.0 < today)
    }
}

/// The page of an organisation, behind the language.
pub(crate) fn path(id: OrganisationId) -> String {
    format!("/organisations/{id}")
}

/// A number under which others know an organisation.
#[derive(Clone, Debug)]
pub(crate) struct Identifier {
    pub id: i64,
    pub scheme: Scheme,
    pub value: String,
    /// Its first day, where that is known.
    pub from_on: Option<Day>,
    /// Its last day; none: it is its number.
    pub until_on: Option<Day>,
}
store::from_row!(Identifier in organisation_identifiers: id, scheme, value, from_on, until_on);

/// The fields of a form by [`Lang::place`].
static FIELDS: LazyLock<Vec<String>> =
    LazyLock::new(|| base::lang::NAMES.iter().map(|(code, _)| format!("name_{code}")).collect());

/// The field of a form for the name in this language.
pub(crate) fn name_field(lang: Lang) -> &'static str {
    FIELDS.get(lang.place()).map_or("", String::as_str)
}

/// What somebody wrote of an organisation.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub names: Vec<(Lang, String)>,
    pub kind: Kind,
    pub country: String,
    pub acronym: String,
    pub website: String,
    pub ended_on: Option<Day>,
}

impl Draft {
    /// Reads the form.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields, network: &Network, today: NaiveDate) -> Result<Draft, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let names = names(&mut reader, fields, network);
        let acronym = reader.line_within("acronym", "organisation-acronym", ACRONYM_CHARS);
        let kind = reader.one_of("kind", "organisation-kind", Kind::parse);
        let country = fields.line("country");
        let known = country.is_empty() || network.countries.contains_key(&country);
        reader.check(known, || FieldError::new("country", "error-choose").with("label", "country"));
        let website = website::with_scheme(reader.line("website", "organisation-website"));
        let leads = website.is_empty() || website::is_one(&website);
        reader.check(leads, || FieldError::new("website", "error-organisation-website"));
        let ended_on = day(&mut reader, fields, "ended_on");
        let over = ended_on.is_none_or(|day| day.0 <= today);
        reader.check(over, || FieldError::new("ended_on", "error-organisation-ended"));
        reader.end(Draft { names, kind: kind.unwrap_or_default(), country, acronym, website, ended_on })
    }

    /// The folded words by which it is found.
    pub(crate) fn searched(&self) -> String {
        let names = self.names.iter().map(|(_, name)| name.as_str());
        names.chain([self.acronym.as_str()]).flat_map(base::fold::words_of).collect::<Vec<_>>().join(" ")
    }
}

/// The names in the network's languages, and one in a language of its own.
fn names(reader: &mut Reader<'_>, fields: &Fields, network: &Network) -> Vec<(Lang, String)> {
    let short = |name: &str| name.chars().count() <= LINE_CHARS;
    let mut names = Vec::new();
    for lang in &network.languages {
        let (field, name) = (name_field(*lang), fields.line(name_field(*lang)));
        reader.check(short(&name), || FieldError::new(field, "error-organisation-name-long").with("max", LINE_CHARS));
        names.push((*lang, name));
    }
    let (other, code) = (reader.line("other_name", "organisation-other-name"), fields.line("other_lang"));
    let lang = code.parse::<Lang>().ok();
    reader.check(code.is_empty() || lang.is_some(), || {
        FieldError::new("other_lang", "error-choose").with("label", "organisation-other-lang")
    });
    reader
        .check(other.is_empty() || !code.is_empty(), || FieldError::new("other_lang", "error-organisation-other-lang"));
    if let Some(lang) = lang.filter(|lang| !network.languages.contains(lang)) {
        names.push((lang, other));
    } else {
        reader.check(lang.is_none() || other.is_empty(), || {
            FieldError::new("other_lang", "error-organisation-other-lang")
        });
    }
    names.retain(|(_, name)| !name.is_empty());
    let first = network.languages.first().copied().unwrap_or(Lang::EN);
    reader.check(!names.is_empty(), || FieldError::new(name_field(first), "error-organisation-name"));
    names
}

/// A day, or none.
fn day(reader: &mut Reader<'_>, fields: &Fields, field: &'static str) -> Option<Day> {
    let typed = fields.number(field);
    let day = NaiveDate::parse_from_str(&typed, "%Y-%m-%d").ok();
    reader.check(typed.is_empty() || day.is_some(), || FieldError::new(field, "error-organisation-day"));
    day.map(Day)
}

/// An identifier as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IdentifierDraft {
    pub scheme: Scheme,
    pub value: String,
    pub from_on: Option<Day>,
    pub until_on: Option<Day>,
}

impl IdentifierDraft {
    /// Reads the form.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub(crate) fn read(fields: &Fields) -> Result<IdentifierDraft, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let scheme = reader.one_of("scheme", "identifier-scheme", Scheme::parse);
        let typed = reader.needed("value", "identifier-value");
        let value = scheme.and_then(|scheme| scheme.normal(&typed));
        reader.check(typed.is_empty() || scheme.is_none() || value.is_some(), || {
            FieldError::new("value", "error-identifier")
        });
        let (from_on, until_on) = (day(&mut reader, fields, "from_on"), day(&mut reader, fields, "until_on"));
        let ordered = from_on.zip(until_on).is_none_or(|(from, until)| from <= until);
        reader.check(ordered, || FieldError::new("until_on", "error-identifier-days"));
        reader.end(IdentifierDraft {
            scheme: scheme.unwrap_or(Scheme::OrgId),
            value: value.unwrap_or_default(),
            from_on,
            until_on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_name_in_their_language_or_in_one_that_there_is() {
        let names =
            |all: &[(Lang, &str)]| all.iter().map(|(lang, name)| (*lang, (*name).to_owned())).collect::<Vec<_>>();
        let languages = [Lang::EN, Lang::FR, Lang::AR];
        let both = names(&[(Lang::FR, "Ministère"), (Lang::EN, "Ministry")]);
        assert_eq!(best(&both, Lang::FR, &languages), Some((Lang::FR, "Ministère".into())));
        assert_eq!(best(&both, Lang::AR, &languages), Some((Lang::EN, "Ministry".into())));
        let norwegian: Lang = "no".parse().or("nb".parse()).expect("a language");
        let own = names(&[(norwegian, "Departement")]);
        assert_eq!(best(&own, Lang::EN, &languages), Some((norwegian, "Departement".into())));
        assert_eq!(best(&[], Lang::EN, &languages), None);
    }

    #[test]
    fn every_kind_is_kept_and_read_again() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        assert_eq!(Kind::parse("church"), None);
    }

    #[test]
    fn an_identifier_is_held_against_its_register() {
        let read = |scheme: &str, value: &str, from: &str, until: &str| {
            let fields = Fields::default().with("scheme", scheme).with("value", value);
            IdentifierDraft::read(&fields.with("from_on", from).with("until_on", until))
        };
        let fields = |read: Result<IdentifierDraft, Vec<FieldError>>| {
            read.unwrap_err().iter().map(|error| error.field).collect::<Vec<_>>()
        };
        assert_eq!(read("ror", "https://ror.org/03yrm5c26", "2019-01-17", "").unwrap().value, "03yrm5c26");
        assert_eq!(fields(read("ror", "03yrm5c27", "", "")), ["value"]);
        assert_eq!(fields(read("", "03yrm5c26", "", "")), ["scheme"]);
        assert_eq!(fields(read("ror", "", "x", "")), ["value", "from_on"]);
        assert_eq!(fields(read("ror", "03yrm5c26", "2020-01-01", "2019-01-01")), ["until_on"]);
    }
}
