//! Text of WordprocessingML and DrawingML: both keep letters in `t`, lines in `p`, cells in `tc`.

use super::xml::{Handler, Tag};
use crate::sink::Sink;

/// Listens to the text of a document, a footnote, a header, a slide, a diagram or a chart.
pub(crate) struct Words<'a> {
    sink: &'a mut Sink,
    letters: usize,
    skipped: usize,
    cells: usize,
    depth: usize,
    /// Depth of the element that is hidden, with all that is in it.
    hidden: Option<usize>,
    /// Whether boxes are skipped whose text is only a prompt ("Click to edit").
    without_prompts: bool,
    /// Inside the stored names of a chart, whose letters are in `v`.
    names: usize,
}

impl<'a> Words<'a> {
    pub fn new(sink: &'a mut Sink) -> Self {
        Words { sink, letters: 0, skipped: 0, cells: 0, depth: 0, hidden: None, without_prompts: false, names: 0 }
    }

    /// Of a master or a layout: what is drawn on every slide, and not what slides fill in.
    pub fn of_master(sink: &'a mut Sink) -> Self {
        Words { without_prompts: true, ..Words::new(sink) }
    }

    /// How many elements up stands what this tag hides; 0 is the tag itself.
    fn hides(&self, tag: &Tag<'_>) -> Option<usize> {
        let is_on = |value: Option<String>| !matches!(value.as_deref(), Some("0" | "false" | "off"));
        match tag.name() {
            // A run: `r` holds `rPr`, which holds `vanish`.
            "vanish" if is_on(tag.attribute("val")) => Some(2),
            // A shape: `sp` holds `nvSpPr`, which holds `cNvPr`.
            "cNvPr" if tag.attribute("hidden").is_some_and(|value| value != "0" && value != "false") => Some(2),
            "ph" if self.without_prompts => Some(3),
            // A whole slide that is left out of the show.
            "sld" if tag.attribute("show").is_some_and(|value| value == "0" || value == "false") => Some(0),
            _ => None,
        }
    }
}

/// Not text of the document: the copy for old programs, properties (which have a `tab` too), fields of slide numbers and dates, what was
/// deleted or moved elsewhere, and the prompts of a diagram.
fn is_skipped(tag: &Tag<'_>) -> bool {
    match tag.name() {
        "Fallback" | "pPr" | "sectPr" | "tblPr" | "instrText" | "delText" | "moveFrom" | "prSet" => true,
        "fld" => tag.attribute("type").is_some_and(|kind| kind == "slidenum" || kind.starts_with("datetime")),
        _ => false,
    }
}

impl Handler for Words<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        self.depth += 1;
        if self.hidden.is_some() {
            return;
        }
        if self.skipped > 0 || is_skipped(tag) {
            self.skipped += 1;
            return;
        }
        if let Some(up) = self.hides(tag) {
            self.hidden = Some(self.depth.saturating_sub(up).max(1));
            return;
        }
        match tag.name() {
            // A point of a diagram has a `t` around its paragraphs.
            "t" if tag.prefix() != "dgm" => self.letters += 1,
            "tc" => self.cells += 1,
            "strCache" | "strLit" | "strDim" => self.names += 1,
            "v" | "pt" if self.names > 0 => self.letters += 1,
            "tab" | "ptab" if self.letters == 0 => self.sink.tab(),
            "br" | "cr" => self.sink.end_line(),
            "noBreakHyphen" => self.sink.push("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        if let Some(hidden) = self.hidden {
            if depth > hidden {
                return;
            }
            // The element that hides everything ends here; it was begun like any other.
            self.hidden = None;
        }
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "t" => self.letters = self.letters.saturating_sub(1),
            "strCache" | "strLit" | "strDim" => self.names = self.names.saturating_sub(1),
            "v" | "pt" if self.names > 0 => {
                self.letters = self.letters.saturating_sub(1);
                self.sink.end_line();
            }
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
        if self.letters > 0 && self.skipped == 0 && self.hidden.is_none() {
            self.sink.push(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::walk;
    use super::*;

    fn words(xml: &str) -> String {
        let mut sink = Sink::new(1000);
        walk(xml, &mut Words::new(&mut sink)).unwrap();
        sink.finish().0
    }

    #[test]
    fn hidden_moved_and_deleted_text_is_left_out() {
        let xml = "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/><w:b/></w:rPr><w:t>c</w:t></w:r>\
                   <w:moveFrom><w:r><w:t>d</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>e</w:t></w:r></w:moveTo>\
                   <w:del><w:r><w:delText>f</w:delText></w:r></w:del><w:r><w:t>g</w:t></w:r></w:p>";
        assert_eq!(words(xml), "aceg");
        let shapes = "<p:sp><p:nvSpPr><p:cNvPr hidden='1'/></p:nvSpPr><a:p><a:t>no</a:t></a:p></p:sp><p:sp><a:p><a:t>yes</a:t></a:p></p:sp>";
        assert_eq!(words(&format!("<x>{shapes}</x>")), "yes");
        assert_eq!(words("<p:sld show='0'><a:p><a:t>no</a:t></a:p></p:sld>"), "");
    }

    #[test]
    fn diagrams_and_charts() {
        let diagram = "<dgm:pt><dgm:prSet phldrT='[Text]'/><dgm:t><a:bodyPr/> <a:p><a:r><a:t>President</a:t></a:r></a:p></dgm:t></dgm:pt>";
        assert_eq!(words(diagram), "President");
        let chart = "<c:chart><c:title><a:p><a:r><a:t>Title</a:t></a:r></a:p></c:title><c:cat><c:strRef><c:f>Sheet1!$A$1</c:f><c:strCache><c:ptCount val='2'/>\
                     <c:pt idx='0'><c:v>Oslo</c:v></c:pt><c:pt idx='1'><c:v>Tunis</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>\
                     <c:pt idx='0'><c:v>4.3</c:v></c:pt></c:numCache></c:numRef></c:val></c:chart>";
        assert_eq!(words(chart), "Title\nOslo\nTunis");
    }
}
