//! Markdown as a tagged PDF (PDF/UA-1), laid out by Typst. See README.md.
//!
//! Text never becomes Typst code: the template is a fixed file, and the document reaches it as data.

mod tree;
mod world;

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::tree::Care;
pub use crate::world::Fonts;
use crate::world::Shelf;

/// The longest Markdown that is printed, in bytes: some 300 pages.
pub const MAX_MARKDOWN_BYTES: usize = 1_000_000;

/// The longest title, subtitle, author or footer, in characters; what is longer is cut.
pub const MAX_LINE_CHARS: usize = 500;

/// How many prints a cached layout step may sit unused before it is forgotten.
const CACHE_AGE: usize = 4;

/// What to print. Every text is plain; only `markdown` is Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The language of the text: `en`, `fr`, `ar` (any code of two or three letters is taken; the direction follows it).
    pub lang: &'a str,
    /// The title: on the first page and in the properties. Never empty.
    pub title: &'a str,
    /// A line under the title, or nothing.
    pub subtitle: &'a str,
    /// Who speaks: in the properties and under the title, or nothing.
    pub author: &'a str,
    /// A line at the foot of every page, beside the page number, or nothing.
    pub footer: &'a str,
    /// The text: headings, paragraphs, bold, emphasis, lists, links, tables, quotes, code. A first heading that
    /// repeats the title is left out.
    pub markdown: &'a str,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// `lang` is not a language code.
    #[error("not a language code: {0:?}")]
    Language(String),
    /// The title is empty, and a PDF/UA must have one.
    #[error("a document needs a title")]
    Title,
    /// More Markdown than [`MAX_MARKDOWN_BYTES`].
    #[error("the text has {0} bytes, and {MAX_MARKDOWN_BYTES} is the most")]
    TooLong(usize),
    /// Typst could not lay it out or the result would not be accessible; its own words.
    #[error("the document could not be laid out: {0}")]
    Layout(String),
}

/// Prints a document. The same input gives the same bytes: nothing here knows the time or the machine.
///
/// This computes for some tens of milliseconds a page: call it where blocking is allowed.
pub fn pdf(document: &Document<'_>) -> Result<Vec<u8>, PrintError> {
    pdf_with(&Fonts::shipped(), document)
}

/// The same with these fonts.
pub fn pdf_with(fonts: &Fonts, document: &Document<'_>) -> Result<Vec<u8>, PrintError> {
    let lang = document.lang;
    if !(2..=3).contains(&lang.len()) || !lang.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Err(PrintError::Language(lang.to_owned()));
    }
    if document.markdown.len() > MAX_MARKDOWN_BYTES {
        return Err(PrintError::TooLong(document.markdown.len()));
    }
    // A letter and a mark may each have a glyph and yet no font that has both: then the marks are dropped.
    match print(fonts, document, Care::Usual) {
        Err(PrintError::Layout(_)) => print(fonts, document, Care::Strict),
        other => other,
    }
}

fn print(fonts: &Fonts, document: &Document<'_>, care: Care) -> Result<Vec<u8>, PrintError> {
    let data = tree::data(document, fonts, care)?;
    let shelf = Shelf::new(fonts.clone(), data)?;
    let printed = typst::compile::<PagedDocument>(&shelf).output.map_err(|errors| layout(&errors)).and_then(|pages| {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| PrintError::Layout(error.message().to_string()))?;
        let options = PdfOptions { creator: Smart::Custom(None), timestamp: None, standards, ..PdfOptions::default() };
        typst_pdf::pdf(&pages, &options).map_err(|errors| layout(&errors))
    });
    comemo::evict(CACHE_AGE);
    printed
}

fn layout(errors: &[SourceDiagnostic]) -> PrintError {
    let words: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    PrintError::Layout(words.join("; "))
}
