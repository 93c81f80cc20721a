//! What is expected of a member, and what shows that it is met.

use base::limits::LINE_CHARS;
use base::{FieldError, Time};
use input::{Fields, Reader};
use network::{Expectation, Network};

/// What shows that an expectation is met; what a network names else is known to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// The city has signed the version of the principles that is in force.
    Signature,
    /// Somebody leads the city's work in the hub.
    Contact,
    /// It took part in an event.
    Attendance,
    /// A document of the city stands in the library.
    Document,
    /// It answered a survey.
    Survey,
    /// It wrote or gave training.
    Training,
    /// It joined an exchange.
    Exchange,
    /// The office has entered it, with a note.
    Office,
}
store::coded!(Evidence, Evidence::parse);

impl Evidence {
    /// All.
    pub const ALL: [Evidence; 8] = [
        Evidence::Signature,
        Evidence::Contact,
        Evidence::Attendance,
        Evidence::Document,
        Evidence::Survey,
        Evidence::Training,
        Evidence::Exchange,
        Evidence::Office,
    ];

    /// As it is kept, and named in a network's data.
    pub const fn code(self) -> &'static str {
        match self {
            Evidence::Signature => "signature",
            Evidence::Contact => "contact",
            Evidence::Attendance => "attendance",
            Evidence::Document => "document",
            Evidence::Survey => "survey",
            Evidence::Training => "training",
            Evidence::Exchange => "exchange",
            Evidence::Office => "office",
        }
    }

    /// From what is kept.
    pub fn parse(code: &str) -> Option<Evidence> {
        Evidence::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Key of the words for what shows it.
pub fn evidence_words(evidence: Evidence) -> String {
    format!("evidence-{}", evidence.code())
}

/// Key of the words for how it is met, where it is not.
pub fn cure_words(evidence: Evidence) -> String {
    format!("cure-{}", evidence.code())
}

/// Where a city goes for it, behind the language; nowhere yet for what comes with a later part of the hub.
pub(crate) fn cure_path(evidence: Evidence, slug: &str) -> Option<String> {
    match evidence {
        Evidence::Signature => Some(format!("/cities/{slug}/principles")),
        Evidence::Contact => Some(format!("/cities/{slug}/people")),
        Evidence::Document => Some("/library/upload".to_owned()),
        _ => None,
    }
}

/// What this expectation is met by, as the network's data name it: never nothing, since the office can always enter it.
pub(crate) fn met_by(expectation: &Expectation) -> Vec<Evidence> {
    let named = expectation.met_by.split(';').filter_map(|code| Evidence::parse(code.trim()));
    let mut all: Vec<Evidence> = named.filter(|own| *own != Evidence::Office).collect();
    all.push(Evidence::Office);
    all
}

/// For which year a finding of this moment counts: for none, where it is met once for all.
pub(crate) fn year_of(expectation: &Expectation, year: i64) -> i64 {
    if expectation.yearly { year } else { 0 }
}

/// What somebody of the office enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The expectation's name.
    pub expectation: String,
    /// For which year.
    pub year: i64,
    /// It was met; else the office found that it was not.
    pub met: bool,
    pub note: String,
    /// Where it is to be seen, behind the language; may be empty.
    pub path: String,
}

/// So many years before this one can be entered, too.
pub(crate) const YEARS: i64 = 5;

impl Draft {
    /// From a form, in this year.
    pub(crate) fn read(fields: &Fields, network: &Network, year: i64) -> Result<Draft, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let known = |slug: &str| network.expectations.iter().find(|own| own.slug == slug);
        let expectation = reader.one_of("expectation", "expectation", known);
        let years = |text: &str| text.parse::<i64>().ok().filter(|own| (year - YEARS..=year).contains(own));
        let chosen = reader.one_of("year", "expectation-year", years);
        let note = reader.needed("note", "finding-note");
        let path = reader.line_within("path", "finding-path", LINE_CHARS);
        let is_own = path.is_empty() || (path.starts_with('/') && !path.starts_with("//"));
        reader.check(is_own, || FieldError::new("path", "error-finding-path"));
        let expectation_slug = expectation.map(|own| own.slug.clone()).unwrap_or_default();
        let of = expectation.map_or(0, |own| year_of(own, chosen.unwrap_or(year)));
        reader.end(Draft { expectation: expectation_slug, year: of, met: !fields.has("met", "no"), note, path })
    }
}

/// What shows that one is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Of what kind it is.
    pub evidence: Evidence,
    /// Where it is to be seen, behind the language; empty where it is nowhere here.
    pub path: String,
    /// What whoever entered it wrote.
    pub note: String,
    /// When it was signed, entered or done.
    pub at: Option<Time>,
    /// The finding; none for what the hub sees by itself.
    pub finding: Option<i64>,
}

/// How a city stands with one expectation.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The expectation.
    pub expectation: &'a Expectation,
    /// Expected of this city: of all, or chosen by it.
    pub expected: bool,
    /// What shows that it is met; empty where nothing does.
    pub met: Vec<Met>,
    /// What the office found instead; nothing where it is met.
    pub missed: Option<Met>,
}

/// What puts a membership on hold: the office found that what is expected of all was not met, and nothing has met it since. It ends
/// by itself, as soon as something does.
#[derive(Clone, Debug)]
pub struct Hold<'a> {
    /// The expectation.
    pub expectation: &'a Expectation,
    /// For which year; none where it is met once for all.
    pub year: Option<i64>,
    /// Since when.
    pub since: Time,
    /// What whoever entered it wrote.
    pub note: String,
    /// Nobody found it: its time was over.
    pub by_time: bool,
}

/// How many of those that are expected are met, and of how many.
pub fn count(lines: &[Line<'_>]) -> (usize, usize) {
    let expected = lines.iter().filter(|line| line.expected);
    let (mut met, mut all) = (0, 0);
    for line in expected {
        all += 1;
        met += usize::from(!line.met.is_empty());
    }
    (met, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read_as_it_is_written() {
        for own in Evidence::ALL {
            assert_eq!(Evidence::parse(own.code()), Some(own));
        }
        assert_eq!(Evidence::parse("a rumour"), None);
    }
}
