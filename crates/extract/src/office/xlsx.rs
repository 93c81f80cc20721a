//! Spreadsheets of Office Open XML: sheet by sheet, row by row, as the cells show it, with charts and text boxes.

use super::beside;
use super::formats::Formats;
use super::margins;
use super::package::{Package, Relations};
use super::stated::Stated;
use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

/// Bytes of the shared strings of a workbook that stands on a slide.
const SHOWN_BYTES: usize = 32 << 20;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let mut package = Package::open(file)?;
    let book = Book::open(&mut package, bounds.text_bytes)?;
    let mut sink = Sink::new(bounds.text_bytes);
    for sheet in book.workbook.sheets.iter().filter(|sheet| !sheet.hidden) {
        sink.line();
        sink.push(&sheet.name);
        sink.end_line();
        if let Some(part) = book.relations.target(&sheet.id) {
            book.read_sheet(&mut package, part, None, &mut sink)?;
            read_drawings(&mut package, part, &mut sink)?;
        }
    }
    let mut found = Found::from_sink(sink);
    let [title] = Stated::read(&mut package, "docProps/core.xml", ["title"])?;
    found.title = title;
    Ok(found)
}

/// Whether this package is a workbook, by the name of its main part.
pub(super) fn is_workbook(package: &mut Package<'_>) -> Result<bool, Trouble> {
    Ok(package.relations("")?.of_kind("officeDocument").any(|main| main.ends_with("workbook.xml")))
}

/// Of a workbook that stands on a slide what is seen there: the cells of one sheet, in the window that was left open.
pub(super) fn read_shown(package: &mut Package<'_>, sink: &mut Sink) -> Result<(), Trouble> {
    let book = Book::open(package, SHOWN_BYTES)?;
    let sheet = book.workbook.sheets.get(book.workbook.active);
    if let Some(part) = sheet.and_then(|sheet| book.relations.target(&sheet.id)) {
        book.read_sheet(package, part, book.workbook.window, sink)?;
    }
    Ok(())
}

/// What all sheets share.
struct Book {
    workbook: Workbook,
    relations: Relations,
    strings: Vec<String>,
    formats: Formats,
}

impl Book {
    fn open(package: &mut Package<'_>, text_bytes: usize) -> Result<Book, Trouble> {
        let main = package.relations("")?.of_kind("officeDocument").next().unwrap_or("xl/workbook.xml").to_owned();
        let relations = package.relations(&main)?;
        let mut workbook = Workbook::default();
        let text = package.required(&main)?;
        xml::expect_root(&text, "workbook")?;
        xml::walk(&text, &mut workbook)?;
        drop(text);

        let mut strings = Strings::new(text_bytes);
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
        Ok(Book { workbook, relations, strings: strings.list, formats })
    }

    /// The cells of a sheet, or those in a window of it.
    fn read_sheet(
        &self,
        package: &mut Package<'_>,
        part: &str,
        window: Option<Window>,
        sink: &mut Sink,
    ) -> Result<(), Trouble> {
        match package.part(part)? {
            Some(text) => xml::walk(&text, &mut Sheet { window, ..Sheet::new(sink, &self.strings, &self.formats) }),
            None => Ok(()),
        }
    }
}

/// Columns and rows, counted from one, the last ones included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Window {
    first: (u32, u32),
    last: (u32, u32),
}

impl Window {
    /// `A1:C4`, or `B2` for one cell.
    fn parse(text: &str) -> Option<Window> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        Some(Window { first: place(first)?, last: place(last)? })
    }

    fn has(&self, (column, row): (u32, u32)) -> bool {
        (self.first.0..=self.last.0).contains(&column) && (self.first.1..=self.last.1).contains(&row)
    }
}

/// Column and row of a cell that is called `C4` or `$C$4`.
fn place(cell: &str) -> Option<(u32, u32)> {
    let cell = cell.replace('$', "");
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let column = cell[..digits].chars().try_fold(0u32, |column, letter| {
        let letter = letter.is_ascii_alphabetic().then(|| letter.to_ascii_uppercase() as u32 - 'A' as u32 + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    Some((column, cell[digits..].parse().ok()?))
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

/// The sheets and what is seen of them.
#[derive(Default)]
struct Workbook {
    sheets: Vec<Named>,
    /// Days are counted from 1904.
    from_1904: bool,
    /// The sheet that is open, counted from nought.
    active: usize,
    /// What is seen of it where the workbook stands in another document.
    window: Option<Window>,
}

/// Name and relation of a sheet.
struct Named {
    name: String,
    id: String,
    hidden: bool,
}

impl Handler for Workbook {
    fn start(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "workbookPr" => {
                self.from_1904 = tag.attribute("date1904").is_some_and(|value| value == "1" || value == "true");
            }
            "workbookView" => {
                self.active = tag.attribute("activeTab").and_then(|tab| tab.parse().ok()).unwrap_or(0);
            }
            "oleSize" => self.window = tag.attribute("ref").as_deref().and_then(Window::parse),
            "sheet" => {
                let hidden = matches!(tag.attribute("state").as_deref(), Some("hidden" | "veryHidden"));
                if let (Some(name), Some(id)) = (tag.attribute("name"), tag.relation()) {
                    self.sheets.push(Named { name, id, hidden });
                }
            }
            _ => {}
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
    /// Cells outside are passed over.
    window: Option<Window>,
    kind: CellKind,
    /// Which of the formats it has.
    format: usize,
    value: bool,
    letters: bool,
    content: String,
    outside: bool,
    /// Inside a header or footer, which repeats on every printed page and is read once.
    margin: bool,
    margins: Vec<String>,
}

impl<'a> Sheet<'a> {
    fn new(sink: &'a mut Sink, strings: &'a [String], formats: &'a Formats) -> Self {
        Sheet {
            sink,
            strings,
            formats,
            window: None,
            outside: false,
            margin: false,
            margins: Vec::new(),
            kind: CellKind::Number,
            format: 0,
            value: false,
            letters: false,
            content: String::new(),
        }
    }

    fn write_margin(&mut self) {
        let words = margins::words(&std::mem::take(&mut self.content));
        if std::mem::take(&mut self.margin) && !words.is_empty() && !self.margins.contains(&words) {
            self.sink.end_line();
            self.sink.push(&words);
            self.sink.end_line();
            self.margins.push(words);
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

/// A header or footer: of all pages, of the first, of even ones.
fn is_margin(name: &str) -> bool {
    matches!(name, "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter")
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
                let place = || tag.attribute("r").as_deref().and_then(place);
                self.outside = self.window.is_some_and(|window| place().is_some_and(|place| !window.has(place)));
            }
            "v" => self.value = true,
            "t" => self.letters = true,
            _ if is_margin(tag.name()) && self.window.is_none() => {
                self.margin = true;
                self.content.clear();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" => self.value = false,
            "t" => self.letters = false,
            _ if is_margin(name) => self.write_margin(),
            "c" if self.outside => {}
            "c" => {
                self.write();
                self.sink.tab();
            }
            "row" => self.sink.end_line(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.value || self.letters || self.margin {
            self.content.push_str(text);
        }
    }

    fn enough(&self) -> bool {
        self.sink.is_full()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows() {
        let window = Window::parse("$B$2:AB10").unwrap();
        assert_eq!((window.first, window.last), ((2, 2), (28, 10)));
        assert!(window.has((2, 2)) && window.has((28, 10)) && !window.has((1, 2)) && !window.has((2, 11)));
        assert_eq!(Window::parse("C3"), Window::parse("C3:C3"));
        for wrong in ["", "A", "1:2", "A1:", "?3", "ZZZZZZZZZZ1", "A99999999999"] {
            let _ = Window::parse(wrong);
        }
        assert_eq!((Window::parse("A"), Window::parse("?3")), (None, None));
    }
}
