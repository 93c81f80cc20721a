//! What the readers of all formats are given, and what they give.

use std::time::Instant;

use crate::sink::Sink;

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
