//! Spreadsheets of Office Open XML: sheet by sheet, row by row, as the cells show it, with charts and text boxes.

use super::beside;
use super::formats::Formats;
use super::package::Package;
use super::stated::Stated;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let main = package.relations("")?.of_kind("officeDocument").next().unwrap_or("xl/workbook.xml").to_owned();
    let relations = package.relations(&main)?;
    let mut workbook = Workbook::default();
    let text = package.required(&main)?;
    xml::expect_root(&text, "workbook")?;
    xml::walk(&text, &mut workbook)?;
    drop(text);

    let mut strings = Strings::new(bounds.text_bytes);
    if let Some(part) = relations.of_kind("sharedStrings").next()
        && let Some(text) = package.part(part)?
    {
        xml::walk(&text, &mut strings)?;
    }

    let mut formats = Formats::counted(workbook.from_1904);
    if let Some(part) = relations.of_kind("styles").next() {
        // A broken table of formats costs the formats only.
        let walked = package.part(part).and_then(|text| text.map_or(Ok(()), |text| xml::walk(&text, &mut formats)));
        if let Err(Trouble::TooLarge) = walked {
            return Err(Trouble::TooLarge);
        }
    }

    let mut sink = Sink::new(bounds.text_bytes);
    for (name, id) in &workbook.sheets {
        sink.line();
        sink.push(name);
        sink.end_line();
        if let Some(part) = relations.target(id) {
            if let Some(text) = package.part(part)? {
                xml::walk(&text, &mut Sheet::new(&mut sink, &strings.list, &formats))?;
            }
            read_drawings(&mut package, part, &mut sink)?;
        }
    }
    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    found.title = title;
    Ok(found)
}

/// Text boxes, charts and diagrams that lie over a sheet.
fn read_drawings(package: &mut Package<'_>, sheet: &str, sink: &mut Sink) -> Result<(), Trouble> {
    let drawings = package.relations(sheet)?;
    for drawing in drawings.of_kind("drawing") {
        beside::part_words(package, drawing, sink)?;
        let relations = package.relations(drawing)?;
        beside::read(package, &relations, sink)?;
    }
    Ok(())
}

/// Names and relations of the sheets that are shown.
#[derive(Default)]
struct Workbook {
    sheets: Vec<(String, String)>,
    /// Days are counted from 1904.
    from_1904: bool,
}

impl Handler for Workbook {
    fn start(&mut self, tag: &Tag<'_>) {
        if tag.name() == "workbookPr" {
            self.from_1904 = tag.attribute("date1904").is_some_and(|value| value == "1" || value == "true");
        }
        let is_hidden = || matches!(tag.attribute("state").as_deref(), Some("hidden" | "veryHidden"));
        if tag.name() == "sheet"
            && !is_hidden()
            && let (Some(name), Some(id)) = (tag.attribute("name"), tag.relation())
        {
            self.sheets.push((name, id));
        }
    }
}

/// Strings that cells point to by their number.
struct Strings {
    list: Vec<String>,
    letters: bool,
    phonetic: usize,
    left: usize,
}

impl Strings {
    fn new(limit: usize) -> Self {
        Strings { list: Vec::new(), letters: false, phonetic: 0, left: limit }
    }
}

impl Handler for Strings {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "si" => self.list.push(String::new()),
            // How to pronounce it, not what it says.
            "rPh" => self.phonetic += 1,
            "t" => self.letters = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "rPh" => self.phonetic = self.phonetic.saturating_sub(1),
            "t" => self.letters = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.letters
            && self.phonetic == 0
            && let Some(last) = self.list.last_mut()
        {
            let kept = &text[..text.floor_char_boundary(self.left)];
            self.left -= kept.len();
            last.push_str(kept);
        }
    }
}

/// Cells of one sheet.
struct Sheet<'a> {
    sink: &'a mut Sink,
    strings: &'a [String],
    formats: &'a Formats,
    kind: CellKind,
    /// Which of the formats it has.
    format: usize,
    value: bool,
    letters: bool,
    content: String,
}

impl<'a> Sheet<'a> {
    fn new(sink: &'a mut Sink, strings: &'a [String], formats: &'a Formats) -> Self {
        Sheet {
            sink,
            strings,
            formats,
            kind: CellKind::Number,
            format: 0,
            value: false,
            letters: false,
            content: String::new(),
        }
    }

    fn write(&mut self) {
        let content = std::mem::take(&mut self.content);
        match self.kind {
            CellKind::Shared => {
                let shared = content.trim().parse::<usize>().ok().and_then(|index| self.strings.get(index));
                self.sink.push_flowing(shared.map_or("", String::as_str));
            }
            CellKind::Number if !content.is_empty() => {
                self.sink.push_flowing(&self.formats.shown(self.format, &content));
            }
            CellKind::Truth => self.sink.push(if content.trim() == "1" { "TRUE" } else { "FALSE" }),
            CellKind::Number | CellKind::Text => self.sink.push_flowing(&content),
        }
    }
}

#[derive(Clone, Copy)]
enum CellKind {
    /// The number of a shared string.
    Shared,
    Number,
    Truth,
    Text,
}

impl Handler for Sheet<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "c" => {
                self.kind = match tag.attribute("t").as_deref() {
                    Some("s") => CellKind::Shared,
                    Some("b") => CellKind::Truth,
                    None | Some("n") => CellKind::Number,
                    Some(_) => CellKind::Text,
                };
                self.format = tag.attribute("s").and_then(|format| format.parse().ok()).unwrap_or(0);
                self.content.clear();
            }
            "v" => self.value = true,
            "t" => self.letters = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" => self.value = false,
            "t" => self.letters = false,
            "c" => {
                self.write();
                self.sink.tab();
            }
            "row" => self.sink.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.value || self.letters {
            self.content.push_str(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}
