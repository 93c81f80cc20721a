//! Word documents of before 2007: the text lies in pieces, and a table says in which order.

use super::hidden::Hidden;
use super::{Container, latin, place_at, summary, u16_at, u32_at};
use crate::Trouble;
use crate::found::{Bounds, Found};
use crate::sink::Sink;

/// Pieces of one document.
const PIECES: usize = 1_000_000;

/// Places in the head of a document ([MS-DOC], FIB).
mod head {
    pub const SIGN: usize = 0;
    pub const VERSION: usize = 2;
    pub const FLAGS: usize = 0x0a;
    pub const TEXT_START: usize = 0x18;
    pub const TEXT_END: usize = 0x1c;
    /// Lengths of body, footnotes, headers, macros, remarks, endnotes, text boxes, text boxes of headers.
    pub const LENGTHS: usize = 0x4c;
    pub const LOOKS: usize = 0xfa;
    pub const PIECES: usize = 0x1a2;
}

const WORD_97: u16 = 0xa5ec;
const WORD_95: u16 = 0xa5dc;
/// First version whose text lies in pieces of Unicode.
const VERSION_97: u16 = 193;
const ENCRYPTED: u16 = 1 << 8;
const TABLE_ONE: u16 = 1 << 9;

/// Which of the eight texts are not text of the document: macros, remarks.
const LEFT_OUT: [usize; 2] = [3, 4];

pub(crate) fn read(file: &[u8], bounds: &Bounds) -> Result<Found, Trouble> {
    let container = Container::open(file)?;
    let document =
        container.stream("WordDocument")?.ok_or_else(|| Trouble::damaged("no Word document in the container"))?;
    let sign = u16_at(&document, head::SIGN);
    let flags = u16_at(&document, head::FLAGS).unwrap_or(0);
    if !matches!(sign, Some(WORD_97 | WORD_95)) {
        return Err(Trouble::damaged("not a Word document"));
    }
    if flags & ENCRYPTED != 0 {
        return Err(Trouble::Encrypted);
    }
    let mut text = Text::new(bounds.text_bytes);
    if u16_at(&document, head::VERSION).unwrap_or(0) < VERSION_97 {
        read_95(&document, &mut text)?;
    } else {
        let table = container.stream(if flags & TABLE_ONE == 0 { "0Table" } else { "1Table" })?.unwrap_or_default();
        read_97(&document, &table, &mut text).ok_or_else(|| Trouble::damaged("the table of pieces"))?;
    }
    let mut found = Found::from_sink(text.sink);
    found.title = summary::title(&container);
    Ok(found)
}

/// Before 97 the text is one run of bytes.
fn read_95(document: &[u8], text: &mut Text) -> Result<(), Trouble> {
    let range = place_at(document, head::TEXT_START).zip(place_at(document, head::TEXT_END));
    let bytes = range.and_then(|(start, end)| document.get(start..end.min(document.len())));
    let bytes = bytes.ok_or_else(|| Trouble::damaged("the text is missing"))?;
    latin(bytes).chars().for_each(|c| text.push(c));
    Ok(())
}

fn read_97(document: &[u8], table: &[u8], text: &mut Text) -> Option<()> {
    let looks = (place_at(document, head::LOOKS)?, place_at(document, head::LOOKS + 4)?);
    let hidden = Hidden::of(document, table, looks.0, looks.1);
    let pieces = pieces(document, table)?;
    let mut start = 0usize;
    for index in 0..8 {
        let length = place_at(document, head::LENGTHS + 4 * index)?;
        let end = start.saturating_add(length);
        if !LEFT_OUT.contains(&index) {
            text.begin();
            for piece in &pieces {
                piece.read(document, start..end, &hidden, text);
            }
        }
        start = end;
        if text.sink.is_full() {
            break;
        }
    }
    Some(())
}

/// A run of letters, by their numbers in the document, and where they lie.
struct Piece {
    start: usize,
    end: usize,
    place: usize,
    /// One byte a letter, in the alphabet of Windows; otherwise two, in Unicode.
    narrow: bool,
}

impl Piece {
    fn read(&self, document: &[u8], wanted: std::ops::Range<usize>, hidden: &Hidden, text: &mut Text) {
        let (start, end) = (self.start.max(wanted.start), self.end.min(wanted.end));
        if start >= end || text.sink.is_full() {
            return;
        }
        let width = if self.narrow { 1 } else { 2 };
        let from = self.place.saturating_add(width * (start - self.start)).min(document.len());
        let to = from.saturating_add(width * (end - start)).min(document.len());
        let bytes = &document[from..to];
        if self.narrow {
            let letters = latin(bytes);
            for (index, c) in letters.chars().enumerate() {
                text.push_unless(c, !hidden.is_empty() && hidden.holds(from + index));
            }
        } else {
            let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
            let mut place = from;
            for c in char::decode_utf16(units) {
                let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
                text.push_unless(c, !hidden.is_empty() && hidden.holds(place));
                place += 2 * c.len_utf16();
            }
        }
    }
}

fn pieces(document: &[u8], table: &[u8]) -> Option<Vec<Piece>> {
    let mut at = place_at(document, head::PIECES)?;
    let end = at.checked_add(place_at(document, head::PIECES + 4)?)?;
    // Changes of looks come first, each with its length.
    while *table.get(at)? == 1 {
        at = at.checked_add(3 + usize::from(u16_at(table, at + 1)?))?;
        if at >= end {
            return None;
        }
    }
    let length = place_at(table, at + 1)?;
    let list = table.get(at + 5..(at + 5).checked_add(length)?.min(table.len()))?;
    let count = (list.len().checked_sub(4)? / 12).min(PIECES);
    (0..count)
        .map(|index| {
            let place = u32_at(list, 4 * (count + 1) + 8 * index + 2)?;
            let narrow = place & 1 << 30 != 0;
            let place = usize::try_from(place & !(3 << 30)).ok()?;
            Some(Piece {
                start: place_at(list, 4 * index)?,
                end: place_at(list, 4 * (index + 1))?,
                place: if narrow { place / 2 } else { place },
                narrow,
            })
        })
        .collect()
}

/// Takes letters, and knows the signs that are none.
struct Text {
    sink: Sink,
    /// Fields that are open: `true` until their code is over and their result begins.
    fields: Vec<bool>,
}

impl Text {
    fn new(limit: usize) -> Self {
        Text { sink: Sink::new(limit), fields: Vec::new() }
    }

    /// The body, or the notes, begin: no field reaches over.
    fn begin(&mut self) {
        self.sink.end_line();
        self.fields.clear();
    }

    fn push_unless(&mut self, c: char, hidden: bool) {
        // The signs of fields must be told even where they are hidden.
        if !hidden || matches!(c, '\u{13}'..='\u{15}') {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        match c {
            '\u{13}' if self.fields.len() < 1_000 => self.fields.push(true),
            '\u{14}' => {
                if let Some(code) = self.fields.last_mut() {
                    *code = false;
                }
            }
            '\u{15}' => drop(self.fields.pop()),
            _ if self.fields.contains(&true) => {}
            '\r' | '\u{b}' | '\u{c}' | '\u{e}' => self.sink.end_line(),
            '\u{7}' => self.sink.tab(),
            '\u{1e}' => self.sink.push("-"),
            c => self.sink.push_char(c),
        }
    }
}
