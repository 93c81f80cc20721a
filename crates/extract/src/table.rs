//! Workbooks as tables: the cells of one sheet, for whoever brings a table in. The readers are a crate that was not made for hostile files:
//! they run in the child only, where a panic and a lack of memory are contained.

use std::io::{self, Cursor, Write};

use calamine::{Data, Ods, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, Xlsx};
use serde::{Deserialize, Serialize};

use crate::Trouble;
use crate::answer::{Writer, failure, next_frame, within_answer};
use crate::format::{ZIP, is_ole};
use crate::guard::guarded;
use crate::old::xlsb::cell_text;

/// The word by which a child reads a workbook as a table, in the place of a format.
pub(crate) const TABLE_WORD: &str = "table";

const TABLE: u8 = b'T';
/// Rows of a sheet that are read.
const ROWS: usize = 20_000;
/// Columns of a row that are read.
const COLUMNS: usize = 201;
/// Characters of a cell that are read.
const CELL_CHARS: usize = 20_000;

/// The first sheet of a workbook that is seen and has something in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its rows that have something in them, each with its number from one; 20,000 at most, each of 201 cells at most, each of 20,000
    /// characters at most. Numbers stand as they are written in programs, moments as `2026-11-30 14:05`.
    pub rows: Vec<(u64, Vec<String>)>,
    /// Other sheets that are seen and have something in them.
    pub others: usize,
}

/// Whether these first bytes may be those of a workbook: a package, or a container of before.
pub fn is_workbook(head: &[u8]) -> bool {
    head.starts_with(ZIP) || is_ole(head)
}

/// What the child does.
pub(crate) fn work<W: Write>(file: &[u8], writer: &mut Writer<W>) -> io::Result<()> {
    match guarded(|| read(file)).unwrap_or_else(Err) {
        Err(trouble) => writer.failure(&trouble),
        Ok(sheet) => writer.frame(TABLE, &serde_json::to_vec(&sheet).map_err(io::Error::other)?),
    }
}

/// What came through the pipe, if it is whole and nothing that a child could not have said.
pub(crate) fn parse(bytes: &[u8]) -> Option<Result<Sheet, Trouble>> {
    let mut rest = within_answer(bytes)?;
    while let Some((kind, payload, after)) = next_frame(rest) {
        rest = after;
        if let Some(trouble) = failure(kind, payload) {
            return Some(Err(trouble));
        }
        if kind == TABLE {
            let mut sheet: Sheet = serde_json::from_slice(payload).ok()?;
            sheet.rows.truncate(ROWS);
            sheet.rows.iter_mut().for_each(|(_, cells)| cells.truncate(COLUMNS));
            return Some(Ok(sheet));
        }
    }
    None
}

fn read(file: &[u8]) -> Result<Sheet, Trouble> {
    let bytes = Cursor::new(file);
    if is_ole(file) {
        return match Xls::new(bytes) {
            Ok(book) => sheets(book),
            // A workbook of today under a password stands in a container of before.
            Err(XlsError::Password) => Err(Trouble::Encrypted),
            Err(_) if is_sealed(file) => Err(Trouble::Encrypted),
            Err(error) => Err(Trouble::damaged(error)),
        };
    }
    if let Ok(book) = Xlsx::new(bytes.clone()) {
        return sheets(book);
    }
    if let Ok(book) = Xlsb::new(bytes.clone()) {
        return sheets(book);
    }
    sheets(Ods::new(bytes).map_err(Trouble::damaged)?)
}

/// Is there a package under a password in this container?
fn is_sealed(file: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    file.windows(name.len()).any(|part| part == name)
}

fn sheets<'a, B: Reader<Cursor<&'a [u8]>>>(mut book: B) -> Result<Sheet, Trouble> {
    // A chart of its own is no table.
    let is_table =
        |sheet: &&calamine::Sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet;
    let seen = book.sheets_metadata().iter().filter(is_table);
    let names: Vec<String> = seen.map(|sheet| sheet.name.clone()).collect();
    let mut first: Option<Sheet> = None;
    for name in names {
        // In the place of one that is broken no other is read.
        let cells = book.worksheet_range(&name).map_err(|error| Trouble::damaged(format!("{error:?}")))?;
        if cells.is_empty() {
            continue;
        }
        match &mut first {
            Some(first) => first.others += 1,
            None => first = Some(Sheet { rows: rows(&cells), others: 0 }),
        }
    }
    first.ok_or_else(|| Trouble::damaged("no sheet that can be read"))
}

fn rows(cells: &Range<Data>) -> Vec<(u64, Vec<String>)> {
    let (row, column) = cells.start().unwrap_or_default();
    let before = column as usize;
    let of = |row: &[Data]| -> Vec<String> {
        let blank = std::iter::repeat_with(String::new).take(before);
        blank.chain(row.iter().map(text)).take(COLUMNS).collect()
    };
    (u64::from(row) + 1..)
        .zip(cells.rows())
        .filter(|(_, row)| row.iter().any(|cell| *cell != Data::Empty))
        .take(ROWS)
        .map(|(line, row)| (line, of(row)))
        .collect()
}

fn text(cell: &Data) -> String {
    cell_text(cell).map_or_else(String::new, |text| text.chars().take(CELL_CHARS).collect())
}
