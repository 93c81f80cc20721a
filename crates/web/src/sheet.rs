//! Lists as files: CSV (RFC 4180) for programs, XLSX (ISO/IEC 29500) for people's spreadsheets. All rows that a reader
//! sees, not a page of them.

use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base::{Fail, Result};
use http::{HeaderValue, header};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::failure::Answer;
use crate::visit::Visit;

/// Rows of one file at most. A file that is cut says so in its last row.
pub const SHEET_ROWS: usize = 50_000;
/// Rows that are read at once.
const STEP: usize = 1_000;
/// Files that are written at once on this node: each takes some ten megabytes.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// How long one waits for its place.
const PATIENCE: Duration = Duration::from_secs(3);
/// Seconds after which a place may be free.
const BREATH_SECONDS: u64 = 5;
/// What makes a spreadsheet read a text as a formula (OWASP, CSV injection).
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Comma-separated values, UTF-8 with a mark by which spreadsheets know it.
    Csv,
    /// An Office Open XML workbook with one sheet.
    Xlsx,
}

/// One value.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Nothing is known.
    Nothing,
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}
impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}
impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}
impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Cell {
        // Exact up to 2^53: no count of ours is larger.
        number.map_or(Cell::Nothing, |number| Cell::Number(number as f64))
    }
}

/// A list as a file.
pub struct Sheet {
    /// Its name without an ending.
    name: &'static str,
    heads: Vec<String>,
    rows: Vec<Vec<Cell>>,
    state: State,
    /// What is said where there may be more rows than a file holds.
    cut: String,
    /// Its place among those that are made at once, from the first row on: rows are what takes the memory.
    place: Option<SemaphorePermit<'static>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// There may be more rows.
    Open,
    /// There are no more.
    Whole,
    /// There may be more, and it holds no more.
    Cut,
}

impl Sheet {
    /// Begins one with these heads.
    ///
    /// # Errors
    /// [`Fail::Busy`] when as many are made as may be at once, and none of them ends soon.
    pub async fn begin(name: &'static str, heads: Vec<String>) -> Result<Sheet> {
        let place = tokio::time::timeout(PATIENCE, AT_ONCE.acquire()).await;
        let place = place.map_err(|_| Fail::Busy(BREATH_SECONDS))?.map_err(Fail::internal)?;
        Ok(Sheet { place: Some(place), ..Sheet::empty(name, heads) })
    }

    fn empty(name: &'static str, heads: Vec<String>) -> Sheet {
        Sheet { name, heads, rows: Vec::new(), state: State::Open, cut: String::new(), place: None }
    }

    /// The rows that it takes next: how many, after how many.
    pub fn next(&self) -> Option<(usize, usize)> {
        (self.state == State::Open).then_some((STEP, self.rows.len()))
    }

    /// Takes the rows that were next.
    pub fn add(&mut self, rows: impl IntoIterator<Item = Vec<Cell>>) {
        let before = self.rows.len();
        self.rows.extend(rows);
        self.state = match self.rows.len() {
            now if now < before + STEP => State::Whole,
            now if now >= SHEET_ROWS => State::Cut,
            _ => State::Open,
        };
    }

    /// The file, made off the threads that answer.
    pub async fn answer(mut self, visit: &Visit, ending: Ending) -> Answer {
        if self.state == State::Cut {
            self.cut = visit.tn("sheet-cut", SHEET_ROWS);
        }
        let place = self.place.take();
        let right_to_left = visit.lang.dir() == "rtl";
        let file = format!("{}-{}", self.name, visit.iso(&visit.hub.now()));
        let written = tokio::task::spawn_blocking(move || match ending {
            Ending::Csv => Ok(self.csv().into_bytes()),
            Ending::Xlsx => self.xlsx(right_to_left),
        });
        let bytes = written.await.map_err(Fail::internal)?.map_err(Fail::internal)?;
        drop(place);
        Ok(as_file(&file, ending, bytes))
    }

    fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        let heads = self.heads.iter().map(|head| Cell::Text(head.clone())).collect::<Vec<_>>();
        for row in std::iter::once(&heads).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(written).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
        if !self.cut.is_empty() {
            text.push_str(&written(&Cell::Text(self.cut.clone())));
            text.push_str("\r\n");
        }
        text
    }

    fn xlsx(&self, right_to_left: bool) -> std::result::Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_right_to_left(right_to_left);
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, head) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (number, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) => drop(sheet.write_string(number, column, text)?),
                    Cell::Number(value) => drop(sheet.write_number(number, column, *value)?),
                    Cell::Nothing => {}
                }
            }
        }
        if !self.cut.is_empty() {
            sheet.write_string(u32::try_from(self.rows.len() + 1).unwrap_or(u32::MAX), 0, &self.cut)?;
        }
        sheet.autofit();
        workbook.save_to_buffer()
    }
}

/// A value in CSV: nothing in it ends a field, a line, or begins a formula.
fn written(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => {
            let formula = text.starts_with(FORMULA);
            let text = if formula { format!("'{text}") } else { text.clone() };
            if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        }
    }
}

fn as_file(name: &str, ending: Ending, bytes: Vec<u8>) -> Response {
    let (media_type, end) = match ending {
        Ending::Csv => ("text/csv; charset=utf-8", "csv"),
        Ending::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let mut response = Body::from(bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{end}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

impl Visit {
    /// The address of this list as a file, with what it is narrowed by.
    pub fn sheet(&self, end: &str) -> String {
        let here = self.with_query("page", "");
        let (path, query) = here.split_once('?').unwrap_or((&here, ""));
        if query.is_empty() { format!("{path}.{end}") } else { format!("{path}.{end}?{query}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: Vec<Cell>) -> Sheet {
        let mut sheet = Sheet::empty("x", vec!["A".into(), "B".into()]);
        sheet.add([cells]);
        assert_eq!(sheet.next(), None, "these are all");
        sheet
    }

    #[test]
    fn no_value_ends_its_field_or_becomes_a_formula() {
        let csv = sheet(vec!["say \"hi\", all".into(), "=HYPERLINK(\"x\")".into()]).csv();
        assert_eq!(csv, "\u{feff}A,B\r\n\"say \"\"hi\"\", all\",\"'=HYPERLINK(\"\"x\"\")\"\r\n");
        assert_eq!(written(&(-3.5).into()), "-3.5");
        assert_eq!(written(&None.into()), "");
        assert_eq!(written(&"@x\ny".into()), "\"'@x\ny\"");
    }

    #[test]
    fn a_file_takes_so_many_rows_and_no_more() {
        let mut sheet = Sheet::empty("x", Vec::new());
        while let Some((limit, offset)) = sheet.next() {
            assert_eq!(offset % STEP, 0);
            sheet.add(std::iter::repeat_n(vec![Cell::Nothing], limit));
        }
        assert!(sheet.rows.len() == SHEET_ROWS && sheet.state == State::Cut);
    }

    #[tokio::test(start_paused = true)]
    async fn only_so_many_are_made_at_once_from_the_first_row_on() {
        let mut held = Vec::new();
        for _ in 0..AT_ONCE.available_permits() {
            held.push(Sheet::begin("x", Vec::new()).await.expect("a place"));
        }
        assert!(matches!(Sheet::begin("x", Vec::new()).await, Err(Fail::Busy(_))));
        drop(held);
        assert!(Sheet::begin("x", Vec::new()).await.is_ok());
    }

    #[test]
    fn a_workbook_is_a_workbook() {
        let bytes = sheet(vec!["=1+1".into(), Some(7).into()]).xlsx(true).expect("written");
        assert!(bytes.starts_with(b"PK") && bytes.len() > 1_000);
    }
}
