//! A report that a city broke the principles: what is asked, and what is found.

use base::limits::{LINE_CHARS, TEXT_CHARS};
use base::{CityId, FieldError, Lang, PersonId, Time};
use input::{Fields, Reader};

/// Days for which what was written is kept, after it was closed.
pub(crate) const KEPT_DAYS: i64 = 731;

/// What came of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is so: what follows is decided about the membership.
    Founded,
    /// It is not so, or cannot be shown.
    Unfounded,
    /// It is no matter of the principles: somebody else helps.
    Elsewhere,
}
store::coded!(Outcome, Outcome::parse);

impl Outcome {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Outcome; 3] = [Outcome::Founded, Outcome::Unfounded, Outcome::Elsewhere];

    /// As it is kept and sent.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Outcome::Founded => "founded",
            Outcome::Unfounded => "unfounded",
            Outcome::Elsewhere => "elsewhere",
        }
    }

    /// From what is kept or sent.
    pub(crate) fn parse(code: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|own| own.code() == code)
    }
}

/// Key of the words for what came of a report.
pub(crate) fn outcome_words(outcome: Outcome) -> String {
    format!("breach-{}", outcome.code())
}

/// A report, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct BreachReport {
    pub id: i64,
    pub city: CityId,
    pub text: String,
    pub evidence: String,
    pub name: String,
    pub email: String,
    pub received_at: Time,
    pub outcome: Option<Outcome>,
    pub note: String,
    pub closed_by: Option<PersonId>,
    pub closed_at: Option<Time>,
    pub erased_at: Option<Time>,
    /// In which language they read the form.
    pub lang: Lang,
}
store::from_row!(BreachReport: id, city, text, evidence, name, email, received_at, outcome, note, closed_by, closed_at, erased_at, lang);

impl BreachReport {
    /// Its address behind the language.
    pub(crate) fn path(&self) -> String {
        format!("/office/breach-reports/{}", base::id::write_id(self.id))
    }
}

/// What somebody reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    pub text: String,
    pub evidence: String,
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

impl Reported {
    /// From the form. Nobody has to say who they are; an address that is given has to be one.
    pub(crate) fn read(fields: &Fields, lang: Lang) -> Result<Reported, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let text = reader.needed_text("text", "breach-text", TEXT_CHARS);
        let evidence = reader.line_within("evidence", "decision-evidence", LINE_CHARS);
        let name = reader.line("name", "breach-name");
        let email = mail::normal(&fields.line("email"));
        reader.check(email.is_empty() || mail::is_address(&email), || FieldError::new("email", "error-email"));
        reader.end(Reported { text, evidence, name: base::letters::name(&name), email, lang })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_has_to_say_who_they_are() {
        let said = Fields::default().with("text", "The city published a list of names.");
        let read = Reported::read(&said, Lang::EN).expect("a report");
        assert_eq!((read.name.as_str(), read.email.as_str()), ("", ""));
        assert!(Reported::read(&said.clone().with("email", "nobody at all"), Lang::EN).is_err());
        assert!(Reported::read(&Fields::default(), Lang::EN).is_err());
        for own in Outcome::ALL {
            assert_eq!(Outcome::parse(own.code()), Some(own));
        }
    }
}
