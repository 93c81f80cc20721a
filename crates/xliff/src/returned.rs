//! What is read.

use thiserror::Error;

/// A file that came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// `srcLang`, as it stands there.
    pub source: String,
    /// `trgLang`, as it stands there.
    pub target: String,
    /// In the file's order; none, where it has none.
    pub files: Vec<ReturnedFile>,
}

/// An element `<file>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedFile {
    /// Its id, which was ours when it left.
    pub id: String,
    /// Empty where it has none.
    pub original: String,
    /// In the file's order, those in groups too.
    pub units: Vec<ReturnedUnit>,
}

/// An element `<unit>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedUnit {
    /// Its id.
    pub id: String,
    /// The source as the file has it: what was translated, if that is what was sent. Where the outcome is a trouble
    /// other than [`UnitTrouble::Incomplete`] it may not be all.
    pub source: String,
    /// The target, or why there is none.
    pub outcome: Result<String, UnitTrouble>,
    /// How far the segment is that is least far, among those with something to translate.
    pub state: State,
    /// The line of its start tag, counted from 1.
    pub line: usize,
}

impl ReturnedUnit {
    /// Whoever translated it says of every segment that it is.
    pub fn finished(&self) -> bool {
        self.state >= State::Translated
    }
}

/// The attribute `state` of a segment. Many tools leave it `initial` whatever they do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nobody said anything of it, or nothing that XLIFF knows.
    Initial,
    /// Translated.
    Translated,
    /// And looked at by another.
    Reviewed,
    /// Nothing is left to do.
    Final,
}

impl State {
    /// As the attribute has it.
    pub(crate) fn parse(text: &str) -> State {
        match text {
            "translated" => State::Translated,
            "reviewed" => State::Reviewed,
            "final" => State::Final,
            _ => State::Initial,
        }
    }
}

/// Why a unit is not taken while others are. Lines are counted from 1, words cut as in [`crate::Refused`].
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum UnitTrouble {
    /// Segments with something to translate have no target, or a blank one.
    #[error("{missing} of {segments} segments have no target")]
    Incomplete {
        /// How many.
        missing: usize,
        /// Of how many with something to translate.
        segments: usize,
    },
    /// An inline code, which no text of ours has.
    #[error("line {line}: inline code {name}")]
    ForeignCode {
        /// Where.
        line: usize,
        /// `ph`, `sc` or `ec`.
        name: &'static str,
    },
    /// A `<cp/>` that is no character that a text may have: NUL, a surrogate, no number.
    #[error("line {line}: no character {hex:?}")]
    Character {
        /// Where.
        line: usize,
        /// As the file has it.
        hex: String,
    },
    /// The attributes `order` of its targets say no order: no number, one beyond the last, one twice.
    #[error("line {line}: the order of the targets cannot be told")]
    Order {
        /// Where the first such segment begins.
        line: usize,
    },
    /// More text than is read of one unit.
    #[error("line {line}: more than {limit} bytes")]
    TooLong {
        /// Where it becomes too long.
        line: usize,
        /// [`crate::Limits::unit_bytes`].
        limit: usize,
    },
    /// An element of XLIFF where the standard has none such.
    #[error("line {line}: {name} stands where none may be")]
    Misplaced {
        /// Where.
        line: usize,
        /// Its name, without prefix.
        name: String,
    },
    /// Text outside of sources and targets.
    #[error("line {line}: text outside of sources and targets")]
    Stray {
        /// Where.
        line: usize,
    },
    /// A unit without segment, or a segment without source.
    #[error("line {line}: no source")]
    NoSource {
        /// Where the unit or segment begins.
        line: usize,
    },
}
