//! Why a file is refused as a whole.

use thiserror::Error;

/// Why nothing of a file is taken. Lines are counted from 1; words from the file are cut to [`Refused::WORD`]
/// characters, so that what people are told stays short. The texts here are for logs.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Refused {
    /// More bytes than are read.
    #[error("{bytes} bytes, {limit} are read")]
    TooLarge {
        /// Of the file.
        bytes: usize,
        /// [`crate::Limits::bytes`].
        limit: usize,
    },
    /// Neither UTF-8 nor UTF-16.
    #[error("the encoding is {name}")]
    Encoding {
        /// As the file says it.
        name: String,
    },
    /// Not well-formed XML, hence probably no XML at all where the line is the first.
    #[error("line {line}: not well-formed XML: {why}")]
    Malformed {
        /// Where.
        line: usize,
        /// What a programmer wants to know.
        why: String,
    },
    /// It ends before its root does: it was cut off on its way.
    #[error("the file ends in line {line} before all is said")]
    Cut {
        /// The last.
        line: usize,
    },
    /// A DOCTYPE: XLIFF 2 has none, and entities are defined in it.
    #[error("line {line}: DOCTYPE")]
    Doctype {
        /// Where.
        line: usize,
    },
    /// An entity that is not one of XML's five.
    #[error("line {line}: entity {name}")]
    Entity {
        /// Where.
        line: usize,
        /// Its name.
        name: String,
    },
    /// XML of another kind.
    #[error("the root is {name} in namespace {namespace:?}")]
    NotXliff {
        /// The root's, without prefix.
        name: String,
        /// Empty where it has none.
        namespace: String,
    },
    /// A version of XLIFF that is not read: 2.0, 2.1 and 2.2 are.
    #[error("XLIFF {version:?}")]
    Version {
        /// As the file says it; empty where it does not.
        version: String,
    },
    /// It does not say from which language, or into which.
    #[error("{attribute} is missing")]
    NoLanguage {
        /// `srcLang` or `trgLang`.
        attribute: &'static str,
    },
    /// A file or unit without id, or with an empty one: nobody knows what its text is of.
    #[error("line {line}: {element} without id")]
    NoId {
        /// Where.
        line: usize,
        /// `file` or `unit`.
        element: &'static str,
    },
    /// Elements within each other without end.
    #[error("line {line}: more than {limit} deep")]
    TooDeep {
        /// Where.
        line: usize,
        /// [`crate::Limits::depth`].
        limit: usize,
    },
    /// More elements `<file>` than are read.
    #[error("more than {limit} files")]
    TooManyFiles {
        /// [`crate::Limits::files`].
        limit: usize,
    },
    /// More elements `<unit>` than are read.
    #[error("more than {limit} units")]
    TooManyUnits {
        /// [`crate::Limits::units`].
        limit: usize,
    },
    /// Two files with the same id.
    #[error("line {line}: a second file {id}")]
    DuplicateFile {
        /// Of the second.
        line: usize,
        /// Of both.
        id: String,
    },
    /// Two units of one file with the same id.
    #[error("line {line}: a second unit {id} in file {file}")]
    DuplicateUnit {
        /// Of the second.
        line: usize,
        /// The id of their file.
        file: String,
        /// Of both.
        id: String,
    },
    /// An element of XLIFF where the standard has none such, outside of units.
    #[error("line {line}: {name} stands where none may be")]
    Misplaced {
        /// Where.
        line: usize,
        /// Its name, without prefix.
        name: String,
    },
    /// Text outside of units.
    #[error("line {line}: text outside of units")]
    Stray {
        /// Where.
        line: usize,
    },
}

impl Refused {
    /// Characters of a word from the file that are told at most.
    pub const WORD: usize = 80;

    /// Where it is, if that is known.
    pub fn line(&self) -> Option<usize> {
        use Refused::*;
        match self {
            Malformed { line, .. } | Cut { line } | Doctype { line } | Entity { line, .. } | NoId { line, .. } => {
                Some(*line)
            }
            TooDeep { line, .. } | DuplicateFile { line, .. } | DuplicateUnit { line, .. } => Some(*line),
            Misplaced { line, .. } | Stray { line } => Some(*line),
            TooLarge { .. } | Encoding { .. } | NotXliff { .. } | Version { .. } | NoLanguage { .. } => None,
            TooManyFiles { .. } | TooManyUnits { .. } => None,
        }
    }
}

/// A word from the file, cut.
pub(crate) fn word(text: &str) -> String {
    text.chars().take(Refused::WORD).collect()
}
