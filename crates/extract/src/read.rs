//! One door to all readers.

use std::sync::Arc;
use std::time::Instant;

use crate::sink::Sink;
use crate::{Format, Trouble, html, office, pdf, rtf, text};

/// Bounds that the readers keep themselves.
pub(crate) struct Bounds {
    /// Bytes of text to keep.
    pub text_bytes: usize,
    /// When to stop and hand over what there is.
    pub until: Instant,
}

/// What a reader found.
#[derive(Default)]
pub(crate) struct Found {
    pub text: String,
    pub pages: Option<u32>,
    pub title: Option<String>,
    pub cut: bool,
}

impl Found {
    /// The text of `sink`, and nothing else yet.
    pub fn from_sink(sink: Sink) -> Found {
        let (text, cut) = sink.finish();
        Found { text, cut, ..Found::default() }
    }
}

/// Reads a whole file.
pub(crate) fn read(format: Format, file: &Arc<Vec<u8>>, bounds: &Bounds) -> Result<Found, Trouble> {
    match format {
        Format::Pdf => pdf::text(file, bounds),
        Format::Docx => office::docx::read(file, bounds),
        Format::Pptx => office::pptx::read(file, bounds),
        Format::Xlsx => office::xlsx::read(file, bounds),
        Format::Odt | Format::Odp | Format::Ods => office::odf::read(format, file, bounds),
        Format::Rtf => rtf::read(file, bounds),
        Format::Html => Ok(html::read(file, bounds)),
        Format::Txt => Ok(text::read(file, bounds)),
    }
}
