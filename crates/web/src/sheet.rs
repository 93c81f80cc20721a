//! A list written as a file: CSV (RFC 4180) for programs, XLSX (ISO/IEC 29500) for people's spreadsheets.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base::Time;
use http::{HeaderValue, header};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Characters of one cell of a workbook: more is no workbook. CSV has them all.
const XLSX_CHARS: usize = 32_767;

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
impl From<&Time> for Cell {
    /// ISO 8601, to the second: every spreadsheet and every program reads it, whatever its language.
    fn from(time: &Time) -> Cell {
        Cell::Text(time.format("%Y-%m-%dT%H:%M:%SZ").to_string())
    }
}
impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Cell {
        // Exact up to 2^53: no count of ours is larger.
        number.map_or(Cell::Nothing, |number| Cell::Number(number as f64))
    }
}

/// All that stands in a file.
pub(crate) struct Sheet {
    pub(crate) heads: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// What is said in its last row, where there are more than it holds; empty where there are not.
    pub(crate) cut: String,
    pub(crate) right_to_left: bool,
}

impl Sheet {
    /// Its bytes.
    pub(crate) fn written(&self, ending: Ending) -> Result<Vec<u8>, XlsxError> {
        match ending {
            Ending::Csv => Ok(self.csv().into_bytes()),
            Ending::Xlsx => self.xlsx(),
        }
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

    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_right_to_left(self.right_to_left);
        sheet.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, head) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (number, row) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(row) {
                match cell {
                    Cell::Text(text) => {
                        let text: String = text.chars().take(XLSX_CHARS).collect();
                        sheet.write_string(number, column, text)?;
                    }
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
            let text = tables::harmless(text);
            if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        }
    }
}

/// The answer: a file to keep, with this name and its ending.
pub(crate) fn as_file(name: &str, ending: Ending, bytes: Vec<u8>) -> Response {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(cells: Vec<Cell>) -> Sheet {
        Sheet { heads: vec!["A".into(), "B".into()], rows: vec![cells], cut: String::new(), right_to_left: true }
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
    fn a_workbook_is_a_workbook() {
        let bytes = sheet(vec!["=1+1".into(), Some(7).into()]).written(Ending::Xlsx).expect("written");
        assert!(bytes.starts_with(b"PK") && bytes.len() > 1_000);
        assert!(sheet(vec!["ب".repeat(XLSX_CHARS + 1).into()]).written(Ending::Xlsx).is_ok(), "too long for a cell");
    }
}
