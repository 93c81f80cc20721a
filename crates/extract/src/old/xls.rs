//! Spreadsheets of before 2007: records of a workbook stream ([MS-XLS]), sheet by sheet, as the cells show it.

use super::biff::{Records, double, packed};
use super::graph;
use super::strings::{Chunks, Strings};
use super::window::Window;
use super::{Container, place_at, summary, u16_at};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::office::formats::Formats;
use crate::sink::Sink;

/// Sheets of one workbook.
const SHEETS: usize = 10_000;
/// Charts inside a sheet, and what is inside them.
const DEPTH: usize = 8;
/// Bytes of the shared strings of a workbook that stands on a slide.
const SHOWN_BYTES: usize = 32 << 20;

/// Kinds of records.
mod kind {
    pub const FORMULA: u16 = 0x06;
    pub const END: u16 = 0x0a;
    pub const FROM_1904: u16 = 0x22;
    pub const PASSWORD: u16 = 0x2f;
    pub const CONTINUE: u16 = 0x3c;
    pub const VIEW: u16 = 0x3d;
    pub const CODE_PAGE: u16 = 0x42;
    pub const SHEET: u16 = 0x85;
    pub const PACKED_NUMBERS: u16 = 0xbd;
    pub const RICH_TEXT: u16 = 0xd6;
    pub const SHOWN: u16 = 0xde;
    pub const CELL_FORMAT: u16 = 0xe0;
    pub const STRINGS: u16 = 0xfc;
    pub const STRING_CELL: u16 = 0xfd;
    pub const TEXT_BOX: u16 = 0x1b6;
    pub const NUMBER: u16 = 0x203;
    pub const TEXT: u16 = 0x204;
    pub const TRUTH: u16 = 0x205;
    pub const RESULT: u16 = 0x207;
    pub const PACKED_NUMBER: u16 = 0x27e;
    pub const FORMAT: u16 = 0x41e;
    pub const BEGIN: u16 = 0x809;
    pub const CHART_TEXT: u16 = 0x100d;
}

/// Version of workbooks whose texts are Unicode.
const VERSION_97: u16 = 0x600;

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let container = Container::open(file)?;
    let stream = stream(&container)?.ok_or_else(|| Trouble::damaged("no workbook in the container"))?;
    let book = Book::read(&stream, bounds.text_bytes)?;
    let mut sink = Sink::new(bounds.text_bytes);
    for sheet in &book.sheets {
        sink.line();
        sink.push(&sheet.name);
        sink.end_line();
        Cells::new(&book, Seen::All, &mut sink).read(&stream, sheet.place);
        sink.end_line();
    }
    let mut found = Found::from_sink(sink);
    found.title = summary::title(&container);
    Ok(found)
}

/// The stream of a workbook, under either of its names; none where there is no workbook.
pub(super) fn stream(container: &Container<'_>) -> Result<Option<Vec<u8>>, Trouble> {
    Ok(match container.stream("Workbook")? {
        Some(stream) => Some(stream),
        None => container.stream("Book")?,
    })
}

/// Of a workbook or a graph that stands on a slide what is seen there: the cells of the sheet that was left open, in its window where there
/// is one, or the labels of a chart.
pub(super) fn read_shown(stream: &[u8], sink: &mut Sink) -> Result<(), Trouble> {
    let book = Book::read(stream, SHOWN_BYTES)?;
    // A graph has one sheet, and what it says of the open one is something else.
    if let Some(sheet) = book.sheets.iter().find(|sheet| graph::is_graph(stream, sheet.place)) {
        graph::read(Records::at(stream, sheet.place), &book.strings, &book.formats, sink);
        return Ok(());
    }
    let Some(sheet) = book.sheets.iter().find(|sheet| sheet.tab == book.open) else { return Ok(()) };
    let seen = match book.window {
        _ if sheet.is_chart => Seen::Labels,
        Some(window) => Seen::Window(window),
        None => Seen::All,
    };
    Cells::new(&book, seen, sink).read(stream, sheet.place);
    Ok(())
}

struct Sheet {
    name: String,
    place: usize,
    /// Which one it is, among all sheets of whatever kind, from nought.
    tab: usize,
    is_chart: bool,
}

/// What all sheets share.
struct Book {
    sheets: Vec<Sheet>,
    shared: Vec<String>,
    formats: Formats,
    strings: Strings,
    /// Sheets of all kinds, hidden ones too.
    tabs: usize,
    /// The sheet that is open.
    open: usize,
    /// What is seen of it where the workbook stands in another document.
    window: Option<Window>,
}

impl Book {
    fn read(stream: &[u8], text_bytes: usize) -> Result<Book, Trouble> {
        let first = Records::at(stream, 0).next().filter(|(kind, _)| *kind == kind::BEGIN);
        let (_, head) = first.ok_or_else(|| Trouble::damaged("not a workbook"))?;
        let strings = Strings::new(u16_at(head, 0).unwrap_or(0) >= VERSION_97);
        let mut book = Book {
            sheets: Vec::new(),
            shared: Vec::new(),
            formats: Formats::default(),
            strings,
            tabs: 0,
            open: 0,
            window: None,
        };
        let mut records = Records::at(stream, 0).skip(1).peekable();
        while let Some((kind, content)) = records.next() {
            match kind {
                kind::PASSWORD => return Err(Trouble::Encrypted),
                kind::END => break,
                kind::CODE_PAGE => book.strings.set_code_page(u16_at(content, 0).unwrap_or(1252)),
                kind::FROM_1904 if u16_at(content, 0) == Some(1) => book.formats.count_from_1904(),
                kind::FORMAT => {
                    let text = book.strings.format(content.get(2..).unwrap_or_default());
                    book.formats.add_code(u32::from(u16_at(content, 0).unwrap_or(0)), text.unwrap_or_default());
                }
                kind::CELL_FORMAT => book.formats.add_cell(u32::from(u16_at(content, 2).unwrap_or(0))),
                kind::SHEET => book.add_sheet(content),
                kind::VIEW => book.open = u16_at(content, 10).map_or(0, usize::from),
                kind::SHOWN => book.window = Window::read(content),
                kind::STRINGS => {
                    let mut parts = vec![content];
                    while let Some((_, more)) = records.next_if(|(kind, _)| *kind == kind::CONTINUE) {
                        parts.push(more);
                    }
                    book.shared = Chunks::new(parts).shared(text_bytes);
                }
                _ => {}
            }
        }
        Ok(book)
    }

    fn add_sheet(&mut self, content: &[u8]) {
        let tab = self.tabs;
        self.tabs = tab.saturating_add(1);
        let is_shown = content.get(4).is_some_and(|state| state & 3 == 0);
        let is_sheet = matches!(content.get(5), Some(0 | 2));
        let name = self.strings.short(content.get(6..).unwrap_or_default());
        if let (Some(place), Some(name)) = (place_at(content, 0), name)
            && is_shown
            && is_sheet
            && self.sheets.len() < SHEETS
        {
            self.sheets.push(Sheet { name, place, tab, is_chart: content.get(5) == Some(&2) });
        }
    }
}

/// How much of a sheet is read.
#[derive(Clone, Copy)]
enum Seen {
    All,
    /// Cells in a window, and nothing that lies over them: where that lies is not looked at.
    Window(Window),
    /// The words of a chart, not its numbers, which it draws.
    Labels,
}

/// Writes the cells of one sheet.
struct Cells<'a> {
    book: &'a Book,
    seen: Seen,
    sink: &'a mut Sink,
    row: Option<u16>,
    /// The text of a formula is to come.
    result: bool,
    /// Letters of a text box that are to come.
    text_box: usize,
}

impl<'a> Cells<'a> {
    fn new(book: &'a Book, seen: Seen, sink: &'a mut Sink) -> Self {
        Cells { book, seen, sink, row: None, result: false, text_box: 0 }
    }

    fn read(&mut self, stream: &[u8], place: usize) {
        let mut depth = 0usize;
        for (kind, content) in Records::at(stream, place) {
            match kind {
                kind::BEGIN if depth < DEPTH => depth += 1,
                kind::BEGIN => return,
                kind::END => depth = depth.saturating_sub(1),
                _ if depth > 1 && matches!(self.seen, Seen::Window(_)) => {}
                _ => self.record(kind, content),
            }
            if depth == 0 || self.sink.is_full() {
                return;
            }
        }
    }

    fn record(&mut self, kind: u16, content: &[u8]) {
        let format = usize::from(u16_at(content, 4).unwrap_or(0));
        let value = content.get(6..).unwrap_or_default();
        match kind {
            kind::NUMBER => self.number(content, 0, format, double(value)),
            kind::PACKED_NUMBER => self.number(content, 0, format, packed(value)),
            kind::PACKED_NUMBERS => {
                // Each with its format; the last two bytes are the last column.
                for (further, cell) in content.get(4..).unwrap_or_default().chunks_exact(6).enumerate() {
                    let format = usize::from(u16_at(cell, 0).unwrap_or(0));
                    self.number(content, further, format, packed(&cell[2..]));
                }
            }
            kind::STRING_CELL => {
                let text = place_at(value, 0).and_then(|index| self.book.shared.get(index));
                self.cell(content, text.map_or("", String::as_str));
            }
            kind::TEXT | kind::RICH_TEXT => {
                let text = self.book.strings.long(value);
                self.cell(content, &text.unwrap_or_default());
            }
            kind::TRUTH if value.get(1) == Some(&0) => {
                self.cell(content, if value.first() == Some(&0) { "FALSE" } else { "TRUE" });
            }
            kind::FORMULA => {
                self.result = false;
                self.formula(content, format, value);
            }
            kind::RESULT if std::mem::take(&mut self.result) => {
                let text = self.book.strings.long(content).unwrap_or_default();
                self.sink.push_flowing(&text);
                self.sink.tab();
            }
            kind::TEXT_BOX if matches!(self.seen, Seen::Window(_)) => {}
            kind::TEXT_BOX => self.text_box = usize::from(u16_at(content, 10).unwrap_or(0)),
            kind::CONTINUE if self.text_box > 0 => {
                let letters = std::mem::take(&mut self.text_box);
                self.sink.end_line();
                self.sink.push(&Chunks::new(vec![content]).text(letters).unwrap_or_default());
                self.sink.end_line();
            }
            kind::CHART_TEXT => {
                let text = self.book.strings.short(content.get(2..).unwrap_or_default());
                self.sink.end_line();
                self.sink.push(&text.unwrap_or_default());
                self.sink.end_line();
            }
            _ => {}
        }
    }

    /// The result of a formula: a number, or the sign that something else is.
    fn formula(&mut self, content: &[u8], format: usize, value: &[u8]) {
        if value.get(6..8) != Some(&[0xff, 0xff]) {
            return self.number(content, 0, format, double(value));
        }
        match value.first() {
            Some(0) if self.sees(content, 0) => {
                self.cell_start(content);
                self.result = true;
            }
            Some(1) => self.cell(content, if value.get(2) == Some(&0) { "FALSE" } else { "TRUE" }),
            _ => {}
        }
    }

    /// A number, so many columns further than the record says.
    fn number(&mut self, content: &[u8], further: usize, format: usize, number: Option<f64>) {
        if let Some(number) = number
            && !matches!(self.seen, Seen::Labels)
            && self.sees(content, further)
        {
            let shown = self.book.formats.shown(format, &number.to_string());
            self.write_cell(content, &shown);
        }
    }

    fn cell(&mut self, content: &[u8], text: &str) {
        if self.sees(content, 0) {
            self.write_cell(content, text);
        }
    }

    /// Whether the cell of this record is to be read, or one so many columns further.
    fn sees(&self, content: &[u8], further: usize) -> bool {
        let Seen::Window(window) = self.seen else { return true };
        let column = u16_at(content, 2).and_then(|column| usize::from(column).checked_add(further));
        u16_at(content, 0).zip(column).is_some_and(|(row, column)| window.has(row, column))
    }

    fn write_cell(&mut self, content: &[u8], text: &str) {
        self.cell_start(content);
        self.sink.push_flowing(text);
        self.sink.tab();
    }

    fn cell_start(&mut self, content: &[u8]) {
        let row = u16_at(content, 0);
        if self.row != row {
            self.sink.end_line();
        }
        self.row = row;
        self.result = false;
    }
}
