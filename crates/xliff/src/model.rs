//! What is written.

use thiserror::Error;

/// Texts in one language that are wanted in another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The language they are in (BCP 47).
    pub source: String,
    /// The language they are wanted in (BCP 47).
    pub target: String,
    /// One at least, each with an id of its own.
    pub files: Vec<File>,
}

/// One thing with its texts: a page, a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Our own key, which comes back as it is (NMTOKEN of XML: letters, digits and `- . _ :`).
    pub id: String,
    /// Where people find it; any text. Characters that XML cannot hold become U+FFFD.
    pub original: String,
    /// Said to those who translate it; any text. Characters that XML cannot hold become U+FFFD.
    pub notes: Vec<String>,
    /// One at least, each with an id of its own within the file.
    pub units: Vec<Unit>,
}

/// One part of its texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The part (NMTOKEN of XML): `title`, `body`.
    pub id: String,
    /// The text, which comes back letter by letter; any character but NUL.
    pub source: String,
    /// A translation that there is; any character but NUL.
    pub target: Option<String>,
    /// The target renders the source as it is now, and is written as `translated`. Else it is an older one, for help,
    /// and stays `initial`: tools hide what is said to be translated from who looks for work.
    pub current: bool,
    /// Characters that the target may have at most: told as a note.
    pub limit: Option<usize>,
}

/// What no file can be made of. The ids are those of the document.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Unwritable {
    /// A language that is no tag.
    #[error("{tag:?} is no language tag")]
    Language {
        /// As it was given.
        tag: String,
    },
    /// A document without files: XLIFF knows none.
    #[error("a document without files")]
    NoFiles,
    /// A file without units: XLIFF knows none.
    #[error("file {file} has no units")]
    NoUnits {
        /// Its id.
        file: String,
    },
    /// The id of a file or unit that is no NMTOKEN.
    #[error("{id:?} is no id")]
    Id {
        /// As it was given.
        id: String,
    },
    /// Two files, or two units of one file, with the same id.
    #[error("{id} is the id of two")]
    Duplicate {
        /// The id.
        id: String,
    },
    /// A text with NUL, which is read by none.
    #[error("unit {unit} of file {file} holds NUL")]
    Nul {
        /// The id of its file.
        file: String,
        /// Its id.
        unit: String,
    },
}
