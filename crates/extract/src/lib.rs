//! Text, page count, language and thumbnail of a document file, read in a locked child process.
//!
//! A document comes from outside and its readers are large: so nothing in this crate parses one inside the server. [`Extractor`] starts the
//! program again with a hidden subcommand ([`child_main`]), and has a child forked from it for each file; that child locks itself up before
//! it reads a byte, answers on a pipe, and dies.

mod answer;
mod bytes;
mod child;
mod errand;
mod fork_server;
mod format;
mod found;
mod guard;
mod html;
mod hyphen;
mod language;
mod limits;
mod lock;
#[cfg(feature = "misbehave")]
mod misbehave;
mod office;
mod old;
mod ole;
mod parent;
mod pdf;
mod picture;
mod read;
mod rtf;
mod sink;
mod table;
mod text;
mod trouble;

#[cfg(feature = "samples")]
pub mod samples;

pub use answer::Extracted;
pub use child::child_main;
pub use format::{Format, Refusal};
pub use language::{LANGUAGES, detect_language};
pub use limits::Limits;
pub use parent::Extractor;
pub use picture::{NoPicture, Picture, Rendition};
pub use renditions::{BYTES as PICTURE_BYTES, Refused as PictureRefused};
pub use table::{Sheet, is_workbook};
pub use trouble::Trouble;

/// Version of what the extractor says about a file. It is part of the cache key of extracted text: raise it when the same file gives
/// another answer, and every document is read again.
pub const VERSION: u32 = 6;

/// Separates the pages of a PDF and the slides of a presentation in [`Extracted::text`]: form feed, which is white space everywhere.
/// It stands for nothing else: a form feed in the file itself becomes a blank.
pub const PAGE_BREAK: char = '\u{c}';

/// Largest thumbnail, in bytes.
pub const THUMBNAIL_BYTES: usize = 30 * 1024;

/// Width of a thumbnail, in pixels. A page that is very tall is narrower.
pub const THUMBNAIL_WIDTH: u32 = 320;

/// Longest stated title that is kept, in characters.
pub const TITLE_CHARS: usize = 300;
