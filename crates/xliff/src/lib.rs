//! Texts that wait for translation, as offices that translate exchange them: XLIFF 2.1 (OASIS Standard, 13 February
//! 2018).
//!
//! [`write()`] makes a file, [`read()`] takes it back. What is written is Markdown or plain text without inline codes:
//! an office sees the marks of Markdown as text. A text of several paragraphs is one unit with a segment for each, so
//! that an office's tools remember and count by paragraph; the pieces of a unit in their order are the text, letter by
//! letter.
//!
//! What comes back was made by others and is believed nothing: no DOCTYPE, no entity beyond the five of XML, no element
//! deeper and no unit more than [`Limits`] says. What is wrong with the file refuses it whole ([`Refused`]); what is
//! wrong with one unit ([`UnitTrouble`]) leaves the others.

mod chars;
mod direction;
mod limits;
mod model;
mod paragraphs;
mod read;
mod refused;
mod returned;
mod write;

pub use limits::Limits;
pub use model::{Document, File, Unit, Unwritable};
pub use read::read;
pub use refused::Refused;
pub use returned::{Returned, ReturnedFile, ReturnedUnit, State, UnitTrouble};
pub use write::write;

/// The namespace of XLIFF 2.0 and 2.1, whose core is the same.
pub(crate) const CORE: &str = "urn:oasis:names:tc:xliff:document:2.0";
/// The namespace of XLIFF 2.2.
pub(crate) const CORE_2_2: &str = "urn:oasis:names:tc:xliff:document:2.2";
/// What the namespaces of all versions since 1.1 begin with.
pub(crate) const ANY_VERSION: &str = "urn:oasis:names:tc:xliff:document:";
