//! Text of WordprocessingML and DrawingML: both keep letters in `t`, lines in `p`, cells in `tc`.

use super::xml::{Handler, Tag};
use crate::sink::Sink;

/// Listens to the text of a document, a footnote, a header or a slide.
pub(crate) struct Words<'a> {
    sink: &'a mut Sink,
    letters: usize,
    skipped: usize,
    cells: usize,
}

impl<'a> Words<'a> {
    pub fn new(sink: &'a mut Sink) -> Self {
        Words { sink, letters: 0, skipped: 0, cells: 0 }
    }
}

/// Not text of the document: the copy for old programs, properties (which have a `tab` too), fields of slide numbers and dates.
fn is_skipped(tag: &Tag<'_>) -> bool {
    match tag.name() {
        "Fallback" | "pPr" | "rPr" | "sectPr" | "tblPr" | "instrText" | "delText" => true,
        "fld" => tag.attribute("type").is_some_and(|kind| kind == "slidenum" || kind.starts_with("datetime")),
        _ => false,
    }
}

impl Handler for Words<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        if self.skipped > 0 || is_skipped(tag) {
            self.skipped += 1;
            return;
        }
        match tag.name() {
            "t" => self.letters += 1,
            "tc" => self.cells += 1,
            "tab" | "ptab" => self.sink.tab(),
            "br" | "cr" => self.sink.end_line(),
            "noBreakHyphen" => self.sink.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.letters = self.letters.saturating_sub(1),
            // Paragraphs of a cell stay on its line.
            "p" if self.cells > 0 => self.sink.space(),
            "p" => self.sink.end_line(),
            "tc" => {
                self.cells = self.cells.saturating_sub(1);
                self.sink.tab();
            }
            "tr" if self.cells == 0 => self.sink.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.letters > 0 && self.skipped == 0 {
            self.sink.push(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}
