//! Spreadsheets of before 2007: records of a workbook stream ([MS-XLS]), sheet by sheet, as the cells show it.

use super::strings::{Chunks, Strings};
use super::{Container, place_at, summary, u16_at};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::office::formats::Formats;
use crate::sink::Sink;

/// Sheets of one workbook.
const SHEETS: usize = 10_000;
/// Charts inside a sheet, and what is inside them.
const DEPTH: usize = 8;

/// Kinds of records.
mod kind {
    pub const FORMULA: u16 = 0x06;
    pub const END: u16 = 0x0a;
    pub const FROM_1904: u16 = 0x22;
    pub const PASSWORD: u16 = 0x2f;
    pub const CONTINUE: u16 = 0x3c;
    pub const CODE_PAGE: u16 = 0x42;
    pub const SHEET: u16 = 0x85;
    pub const PACKED_NUMBERS: u16 = 0xbd;
    pub const RICH_TEXT: u16 = 0xd6;
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
    let stream = match container.stream("Workbook")? {
        Some(stream) => stream,
        None => container.stream("Book")?.ok_or_else(|| Trouble::damaged("no workbook in the container"))?,
    };
    let book = Book::read(&stream, bounds.text_bytes)?;
    let mut sink = Sink::new(bounds.text_bytes);
    for sheet in &book.sheets {
        sink.line();
        sink.push(&sheet.name);
        sink.end_line();
        Cells { book: &book, sink: &mut sink, row: None, result: false, text_box: 0 }.read(&stream, sheet.place);
        sink.end_line();
    }
    let mut found = Found::from_sink(sink);
    found.title = summary::title(&container);
    Ok(found)
}

struct Sheet {
    name: String,
    place: usize,
}

/// What all sheets share.
struct Book {
    sheets: Vec<Sheet>,
    shared: Vec<String>,
    formats: Formats,
    strings: Strings,
}

impl Book {
    fn read(stream: &[u8], text_bytes: usize) -> Result<Book, Trouble> {
        let first = Records::at(stream, 0).next().filter(|(kind, _)| *kind == kind::BEGIN);
        let (_, head) = first.ok_or_else(|| Trouble::damaged("not a workbook"))?;
        let strings = Strings::new(u16_at(head, 0).unwrap_or(0) >= VERSION_97);
        let mut book = Book { sheets: Vec::new(), shared: Vec::new(), formats: Formats::default(), strings };
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
        let is_shown = content.get(4).is_some_and(|state| state & 3 == 0);
        let is_sheet = matches!(content.get(5), Some(0 | 2));
        let name = self.strings.short(content.get(6..).unwrap_or_default());
        if let (Some(place), Some(name)) = (place_at(content, 0), name)
            && is_shown
            && is_sheet
            && self.sheets.len() < SHEETS
        {
            self.sheets.push(Sheet { name, place });
        }
    }
}

/// Records one behind the other: a kind, a length, a content.
struct Records<'a> {
    stream: &'a [u8],
    at: usize,
}

impl<'a> Records<'a> {
    fn at(stream: &'a [u8], at: usize) -> Self {
        Records { stream, at }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let kind = u16_at(self.stream, self.at)?;
        let start = self.at.checked_add(4)?;
        let end = start + usize::from(u16_at(self.stream, self.at + 2)?);
        self.at = end;
        Some((kind, self.stream.get(start..end.min(self.stream.len()))?))
    }
}

/// Writes the cells of one sheet.
struct Cells<'a> {
    book: &'a Book,
    sink: &'a mut Sink,
    row: Option<u16>,
    /// The text of a formula is to come.
    result: bool,
    /// Letters of a text box that are to come.
    text_box: usize,
}

impl Cells<'_> {
    fn read(&mut self, stream: &[u8], place: usize) {
        let mut depth = 0usize;
        for (kind, content) in Records::at(stream, place) {
            match kind {
                kind::BEGIN if depth < DEPTH => depth += 1,
                kind::BEGIN => return,
                kind::END => depth = depth.saturating_sub(1),
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
            kind::NUMBER => self.number(content, format, double(value)),
            kind::PACKED_NUMBER => self.number(content, format, packed(value)),
            kind::PACKED_NUMBERS => {
                // Each with its format; the last two bytes are the last column.
                for cell in content.get(4..).unwrap_or_default().chunks_exact(6) {
                    self.number(content, usize::from(u16_at(cell, 0).unwrap_or(0)), packed(&cell[2..]));
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
            kind::FORMULA => self.formula(content, format, value),
            kind::RESULT if std::mem::take(&mut self.result) => {
                let text = self.book.strings.long(content).unwrap_or_default();
                self.sink.push_flowing(&text);
                self.sink.tab();
            }
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
            return self.number(content, format, double(value));
        }
        match value.first() {
            Some(0) => {
                self.cell_start(content);
                self.result = true;
            }
            Some(1) => self.cell(content, if value.get(2) == Some(&0) { "FALSE" } else { "TRUE" }),
            _ => {}
        }
    }

    fn number(&mut self, content: &[u8], format: usize, number: Option<f64>) {
        if let Some(number) = number {
            let shown = self.book.formats.shown(format, &number.to_string());
            self.cell(content, &shown);
        }
    }

    fn cell(&mut self, content: &[u8], text: &str) {
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

fn double(bytes: &[u8]) -> Option<f64> {
    bytes.first_chunk().map(|eight| f64::from_le_bytes(*eight)).filter(|number| number.is_finite())
}

/// A number in four bytes: a whole one, or the first half of a fraction, perhaps a hundred times too large.
fn packed(bytes: &[u8]) -> Option<f64> {
    let bits = bytes.first_chunk().map(|four| u32::from_le_bytes(*four))?;
    let number =
        if bits & 2 == 0 { f64::from_bits(u64::from(bits & !3) << 32) } else { f64::from(bits.cast_signed() >> 2) };
    Some(if bits & 1 == 0 { number } else { number / 100.0 }).filter(|number| number.is_finite())
}
