//! What an import is, and what may become of it.

use base::{FieldError, PersonId, Time};
use chrono::TimeDelta;
use input::Fields;
use serde::{Deserialize, Serialize};

/// Rows of one table at most.
pub(crate) const ROWS: usize = 500;
/// Characters of a cell that are kept: more than any column takes, so that what is cut is told to be too long.
pub(crate) const CELL_CHARS: usize = 2_000;
/// Characters that are told of what is not read.
pub(crate) const TOLD_CHARS: usize = 60;
/// Bytes of one file at most.
pub(crate) const BYTES: u64 = 5_000_000;
/// Tables that one person has read in a day.
pub(crate) const READ: store::Limit = store::Limit { tries: 100, within: TimeDelta::days(1) };
/// What was looked at and not done is kept so long.
pub(crate) const LOOKED: TimeDelta = TimeDelta::days(7);
/// What was done can be taken back, and is kept, so long.
pub(crate) const DONE: TimeDelta = TimeDelta::days(30);

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ImportState {
    /// It was looked at: nothing is done.
    Looked,
    /// Its rows are taken, or are about to be.
    Done,
    /// They are taken back, or are about to be.
    Undone,
}
store::coded!(ImportState, ImportState::parse);

impl ImportState {
    pub(crate) const ALL: [ImportState; 3] = [ImportState::Looked, ImportState::Done, ImportState::Undone];

    fn parse(code: &str) -> Option<ImportState> {
        ImportState::ALL.into_iter().find(|own| store::State::code(*own) == code)
    }

    pub(crate) fn code(self) -> &'static str {
        store::State::code(self)
    }
}

impl store::State for ImportState {
    const TABLE: &'static str = "imports";
    const KIND: &'static str = "import";
    const MOVES: &'static [(Self, Self)] =
        &[(ImportState::Looked, ImportState::Done), (ImportState::Done, ImportState::Undone)];

    fn code(self) -> &'static str {
        match self {
            ImportState::Looked => "looked",
            ImportState::Done => "done",
            ImportState::Undone => "undone",
        }
    }
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It would be taken.
    New,
    /// All of it is there already.
    Here,
    /// Something is wrong with it.
    Bad,
    /// It was taken.
    Done,
    /// It was taken back.
    Undone,
    /// It was to be taken back, and stays.
    Stays,
}
store::coded!(Outcome, Outcome::parse);

impl Outcome {
    /// In the order in which the page shows them.
    pub(crate) const ALL: [Outcome; 6] =
        [Outcome::Bad, Outcome::Stays, Outcome::New, Outcome::Done, Outcome::Undone, Outcome::Here];

    fn parse(code: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|own| own.code() == code)
    }

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Outcome::New => "new",
            Outcome::Here => "here",
            Outcome::Bad => "bad",
            Outcome::Done => "done",
            Outcome::Undone => "undone",
            Outcome::Stays => "stays",
        }
    }

    /// How it is drawn.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Outcome::Bad => "status is-bad",
            Outcome::Stays => "status is-warn",
            Outcome::New | Outcome::Done => "status is-ok",
            Outcome::Here | Outcome::Undone => "status",
        }
    }
}

/// Key of the words for it.
pub(crate) fn outcome_words(outcome: Outcome) -> String {
    format!("import-outcome-{}", outcome.code())
}

/// Key of the words for it.
pub(crate) fn state_words(state: ImportState) -> String {
    format!("import-state-{}", state.code())
}

/// A table that somebody brought.
#[derive(Clone, Debug)]
pub(crate) struct Import {
    pub id: i64,
    pub kind: String,
    pub ground: String,
    pub by_person: PersonId,
    pub file_name: String,
    pub unread: String,
    pub sheets: i64,
    pub state: ImportState,
    pub looked_at: Time,
    pub done_at: Option<Time>,
}
store::from_row!(Import in imports: id, kind, ground, by_person, file_name, unread, sheets, state, looked_at, done_at);

impl Import {
    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }

    /// Something can be done with it still: taken, gone on with, or taken back.
    pub(crate) fn is_young(&self, now: Time) -> bool {
        self.done_at.map_or(self.looked_at + LOOKED, |done| done + DONE) > now
    }
}

/// One of its rows.
#[derive(Clone, Debug)]
pub(crate) struct ImportRow {
    pub line: i64,
    pub fields: String,
    /// The address of whom it is about.
    pub email: String,
    pub outcome: Outcome,
    pub reasons: String,
    pub thing: Option<i64>,
}
store::from_row!(ImportRow in import_rows: line, fields, email, outcome, reasons, thing);

impl ImportRow {
    pub(crate) fn read(&self) -> Fields {
        let pairs: Vec<(String, String)> = serde_json::from_str(&self.fields).unwrap_or_default();
        pairs.into_iter().fold(Fields::default(), |fields, (name, text)| fields.with(&name, text))
    }

    pub(crate) fn reasons(&self) -> Vec<Reason> {
        serde_json::from_str(&self.reasons).unwrap_or_default()
    }
}

/// Cells as they are kept.
pub(crate) fn written(fields: &Fields) -> String {
    let pairs: Vec<(&str, &str)> = fields.iter().collect();
    serde_json::to_string(&pairs).unwrap_or_default()
}

/// What is wrong with a row, as it is kept: its reader's language is known when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reason {
    pub message: String,
    pub mentioned: Vec<(String, String)>,
}

impl From<&FieldError> for Reason {
    fn from(error: &FieldError) -> Reason {
        let mentioned = error.args.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect();
        Reason { message: error.message.to_owned(), mentioned }
    }
}

/// Reasons as they are kept.
pub(crate) fn kept(errors: &[FieldError]) -> String {
    let reasons: Vec<Reason> = errors.iter().map(Reason::from).collect();
    if reasons.is_empty() { String::new() } else { serde_json::to_string(&reasons).unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_as_it_was_written() {
        let fields = Fields::default().with("name", "Ada \"x\"\n").with("email", "ا@example.org");
        let row = ImportRow {
            line: 2,
            fields: written(&fields),
            email: String::new(),
            outcome: Outcome::New,
            reasons: kept(&[FieldError::new("email", "error-email").with("count", 2)]),
            thing: None,
        };
        assert_eq!((row.read().get("name"), row.read().get("email")), ("Ada \"x\"\n", "ا@example.org"));
        assert_eq!(row.reasons()[0].mentioned, [("count".to_owned(), "2".to_owned())]);
        assert_eq!(kept(&[]), "");
    }

    #[test]
    fn codes_come_back() {
        assert!(Outcome::ALL.into_iter().all(|own| Outcome::parse(own.code()) == Some(own)));
        assert!(ImportState::ALL.into_iter().all(|own| ImportState::parse(own.code()) == Some(own)));
    }
}
