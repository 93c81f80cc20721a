//! Rows with their lines, from the bytes of a text or the cells of a workbook.

use base::letters::is_hidden;
use csv::{StringRecord, Trim};

use crate::cell::plain;
use crate::decode::decode;

/// Columns of a table at most: no more are kept of any row.
const COLUMNS: usize = 200;
/// What may stand between two cells, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A table that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands at the head of each column; empty where nothing does.
    pub head: Vec<String>,
    /// Its rows, without those that are blank.
    pub rows: Vec<Row>,
    /// There are more rows than were asked for: those are not here.
    pub more: bool,
    /// What its letters were read as: `UTF-8`, `UTF-16` or `Windows-1252`; of a workbook empty.
    pub read_as: &'static str,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its line, as an editor counts them, from one; of a workbook the number of the row.
    pub line: u64,
    /// Its cells in the order of the columns, without outer spaces and without the empty ones at its end; or why it cannot be read.
    pub cells: Result<Vec<String>, Bad>,
}

/// Why a row cannot be read; in English, for whoever reads it on a terminal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Bad {
    /// Some of its letters are none.
    #[error("has letters that cannot be read; save the table as CSV UTF-8")]
    Letters,
    /// It is no row of cells.
    #[error("cannot be read: {0}")]
    Broken(String),
    /// It has more cells than there are columns.
    #[error("has {cells} cells, but there are {columns} columns; put texts that hold {between} in quotes")]
    Long {
        /// How many.
        cells: usize,
        /// How many columns.
        columns: usize,
        /// What stands between two cells, as people name it.
        between: String,
    },
    /// Something stands in a column without a name.
    #[error("has `{cell}` in column {column}, which has no name")]
    Nameless {
        /// What.
        cell: String,
        /// The number of the column, from one.
        column: usize,
    },
}

/// What a column is called, without what hides in it, in small letters.
pub fn column(cell: &str) -> String {
    cell.chars().filter(|letter| !is_hidden(*letter)).collect::<String>().trim().to_lowercase()
}

impl Table {
    /// Reads a text, `most` rows at most. Its first line that says something is its head; where several letters could
    /// separate its cells, it is the one by which the most columns are `known` by what they are [called](column).
    ///
    /// # Errors
    /// A sentence where not even its head can be read, or it names more than 200 columns.
    pub fn of_text(bytes: &[u8], known: impl Fn(&str) -> bool, most: usize) -> Result<Table, String> {
        let decoded = decode(bytes);
        let text = decoded.text.as_str();
        let (said, table) = said_separator(text);
        let separator = said.unwrap_or_else(|| likeliest_separator(table, known));
        let mut reader = cells(table, separator);
        let (mut lines, before) = (Lines { text, at: 0, line: 1 }, text.len() - table.len());
        let mut records = reader.records().filter(|record| !record.as_ref().is_ok_and(is_blank));
        let head = records.next().transpose().map_err(|error| error.to_string())?.unwrap_or_default();
        if used(head.iter()) > COLUMNS {
            return Err(format!("there are more than {COLUMNS} columns"));
        }
        let head: Vec<String> = head.iter().take(COLUMNS).map(plain).collect();
        let mut table = Table { head, rows: Vec::new(), more: false, read_as: decoded.read_as };
        for record in records {
            let position = match &record {
                Ok(record) => record.position(),
                Err(error) => error.position(),
            };
            let line = lines.of(before + position.map_or(0, |position| position.byte() as usize));
            table.more = table.rows.len() == most;
            if table.more {
                break;
            }
            let cells = match record {
                Ok(record) => table.fitted(record.iter(), separator),
                Err(error) => Err(Bad::Broken(error.to_string())),
            };
            table.rows.push(Row { line, cells });
        }
        Ok(table)
    }

    /// The same of the rows of a sheet, each with its number.
    pub fn of_sheet(rows: Vec<(u64, Vec<String>)>, most: usize) -> Table {
        let is_empty = |cells: &[String]| {
            cells.iter().all(|cell| cell.chars().all(|letter| is_hidden(letter) || letter.is_whitespace()))
        };
        let mut rows = rows.into_iter().filter(|(_, cells)| !is_empty(cells));
        let head = rows.next().map(|(_, cells)| trimmed(cells)).unwrap_or_default();
        let mut table = Table { head, rows: Vec::new(), more: false, read_as: "" };
        for (line, cells) in rows.by_ref().take(most) {
            let cells = table.fitted(cells.iter().map(|cell| cell.trim()), b'\t');
            table.rows.push(Row { line, cells });
        }
        table.more = rows.next().is_some();
        table
    }

    /// The cells of a row, if they fit: of what does not, no more is kept than is told.
    fn fitted<'a>(&self, cells: impl Iterator<Item = &'a str> + Clone, separator: u8) -> Result<Vec<String>, Bad> {
        let (used, columns) = (used(cells.clone()), self.head.len());
        if used > columns {
            let between = if separator == b'\t' { "a tab".to_owned() } else { format!("`{}`", separator as char) };
            return Err(Bad::Long { cells: used, columns, between });
        }
        let mut cells: Vec<String> = cells.take(used).map(plain).collect();
        if cells.iter().any(|cell| cell.contains(char::REPLACEMENT_CHARACTER)) {
            return Err(Bad::Letters);
        }
        let nameless =
            cells.iter().zip(&self.head).position(|(cell, head)| !cell.is_empty() && column(head).is_empty());
        match nameless {
            Some(at) => Err(Bad::Nameless { cell: cells.swap_remove(at), column: at + 1 }),
            None => Ok(cells),
        }
    }
}

/// Cells up to the last in which something stands.
fn used<'a>(cells: impl Iterator<Item = &'a str>) -> usize {
    cells.enumerate().filter(|(_, cell)| !cell.is_empty()).last().map_or(0, |(last, _)| last + 1)
}

fn trimmed(cells: Vec<String>) -> Vec<String> {
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

fn cells(table: &str, separator: u8) -> csv::Reader<&[u8]> {
    let mut shape = csv::ReaderBuilder::new();
    shape.has_headers(false).flexible(true).trim(Trim::All).delimiter(separator).from_reader(table.as_bytes())
}

/// Office programs write rows and columns that hold nothing.
fn is_blank(record: &StringRecord) -> bool {
    record.iter().all(|cell| cell.chars().all(is_hidden))
}

/// A first line `sep=;`, which is Excel's own, and the table behind it.
fn said_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_matches([' ', '"']);
    match first.get(..4).zip(first.as_bytes().get(4..)) {
        Some((sep, [separator])) if sep.eq_ignore_ascii_case("sep=") => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// The separator by which the head names the most columns that are known.
fn likeliest_separator(table: &str, known: impl Fn(&str) -> bool) -> u8 {
    let known = |separator: u8| {
        let head = cells(table, separator).into_records().find(|record| !record.as_ref().is_ok_and(is_blank));
        let head = head.and_then(Result::ok).unwrap_or_default();
        head.iter().filter(|cell| known(&column(cell))).count()
    };
    let mut likeliest = (SEPARATORS[0], known(SEPARATORS[0]));
    for separator in SEPARATORS {
        let count = known(separator);
        if count > likeliest.1 {
            likeliest = (separator, count);
        }
    }
    likeliest.0
}

/// Counts lines from one place of the text to a later one.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line in which the row begins that is told to be here: the empty lines before it are not its own.
    fn of(&mut self, at: usize) -> u64 {
        let bytes = self.text.as_bytes();
        let empty = bytes.get(at..).unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
        let begins = (at + empty).clamp(self.at, bytes.len());
        self.line += line_ends(self.text.get(self.at..begins).unwrap_or_default());
        self.at = begins;
        self.line
    }
}

fn line_ends(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Table {
        Table::of_text(text.as_bytes(), |name| ["file", "title", "year"].contains(&name), 100).expect("a table")
    }

    /// Line and cells of each row, or why it is bad.
    fn told(text: &str) -> Vec<(u64, String)> {
        let said = |row: Row| (row.line, row.cells.map_or_else(|bad| bad.to_string(), |cells| cells.join("|")));
        read(text).rows.into_iter().map(said).collect()
    }

    fn one(line: u64, said: &str) -> Vec<(u64, String)> {
        vec![(line, said.to_owned())]
    }

    #[test]
    fn the_head_tells_the_separator() {
        for table in [
            "file,title\na.txt,One; two",
            "file;title\na.txt;\"One; two\"",
            "\u{feff}\"file\";\"title\"\r\n\"a.txt\";\"One; two\"\r\n",
            "File\tTitle\na.txt\tOne; two",
        ] {
            assert_eq!(told(table), one(2, "a.txt|One; two"));
        }
        let torn = one(2, "has 3 cells, but there are 2 columns; put texts that hold `;` in quotes");
        assert_eq!(told("file;title\na.txt;One; two"), torn);
        assert_eq!(told("file\ttitle\tyear\na.txt\tOne, two\t2017"), one(2, "a.txt|One, two|2017"));
        for first in ["sep=;", "SEP=;", "\"sep=;\""] {
            assert_eq!(told(&format!("{first}\r\nfile;title\r\na.txt;One, two\r\n")), one(3, "a.txt|One, two"));
        }
        assert_eq!(told("sep=,\nfile,title\na.txt,One\n"), one(3, "a.txt|One"));
        assert_eq!(told("sep=|\nfile|title\na.txt|One\n"), one(3, "a.txt|One"));
    }

    #[test]
    fn rows_and_columns_that_hold_nothing_are_passed_over() {
        assert_eq!(
            told(",,\r\n\r\nfile,title,,\r\n\r\na.txt,One,,,,\r\n,,,,\r\n \u{feff} , ,\r\n"),
            one(5, "a.txt|One")
        );
        assert_eq!(told("file,title,\na.txt,One,x\n"), one(2, "has `x` in column 3, which has no name"));
        assert_eq!(told("file,title\n"), []);
    }

    #[test]
    fn lines_are_counted_as_an_editor_counts_them() {
        for end in ["\n", "\r\n", "\r"] {
            let table =
                ["file,title", "a.txt,\"One", "", "more\"", "", ",", "b.txt,Two", "c.txt,\"Three", "3\"", "d.txt,Four"];
            let lines: Vec<u64> = told(&table.join(end)).into_iter().map(|(line, _)| line).collect();
            assert_eq!(lines, [2, 7, 8, 10], "{end:?}");
        }
    }

    #[test]
    fn what_was_made_harmless_is_as_it_was() {
        assert_eq!(told("file,title\n'=a.txt,\"x\n'+1\"\n"), one(2, "=a.txt|x\n+1"));
    }

    #[test]
    fn no_more_than_asked_for() {
        let text = format!("file\n{}", "a\n".repeat(5));
        let table = |most| Table::of_text(text.as_bytes(), |_| true, most).expect("a table");
        assert_eq!((table(5).rows.len(), table(5).more), (5, false));
        assert_eq!((table(4).rows.len(), table(4).more), (4, true));
        let rows: Vec<(u64, Vec<String>)> = (1..=6).map(|line| (line, vec![format!("a{line}")])).collect();
        let sheet = |most| Table::of_sheet(rows.clone(), most);
        assert_eq!((sheet(5).rows.len(), sheet(5).more), (5, false));
        assert_eq!((sheet(4).rows.len(), sheet(4).more), (4, true));
    }

    #[test]
    fn a_head_without_an_end_takes_no_room() {
        let wide = |names: &str| format!("{names}{}\n{}", ",".repeat(200_000), "a,b\n".repeat(500));
        let read = |text: &str| Table::of_text(text.as_bytes(), |name| name == "file", 500);
        let table = read(&wide("file,title")).expect("a table");
        assert_eq!((table.head.len(), table.rows.len()), (COLUMNS, 500));
        assert!(table.rows.iter().all(|row| row.cells.as_ref().is_ok_and(|cells| cells.len() == 2)));
        let names: String = (0..=COLUMNS).map(|number| format!("n{number},")).collect();
        assert!(read(&wide(&names)).is_err());
        let long = format!("file\na{}b\n", ",".repeat(300_000));
        assert!(matches!(read(&long).expect("a table").rows[0].cells, Err(Bad::Long { cells: 300_001, .. })));
    }

    #[test]
    fn a_sheet_is_a_table() {
        let cells = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let rows = vec![
            (1, cells(&["", " "])),
            (2, cells(&["Name", "Email"])),
            (4, cells(&[" Ada ", "a@b.c", ""])),
            (5, cells(&["Ada", "", "x"])),
        ];
        let table = Table::of_sheet(rows, 10);
        assert_eq!(table.head, ["Name", "Email"]);
        assert_eq!(table.rows[0], Row { line: 4, cells: Ok(cells(&["Ada", "a@b.c"])) });
        assert_eq!((table.rows[1].line, table.rows[1].cells.is_err()), (5, true));
    }

    #[test]
    fn no_bytes_are_too_strange() {
        for bytes in [
            "",
            "\n\n",
            "sep=",
            "sep=\n",
            "sep=é\n",
            "\u{feff}",
            "\"",
            "file,title\n\"",
            "file,title\n\"a\n\n",
            "\0,\0\n",
        ] {
            let _ = Table::of_text(bytes.as_bytes(), |_| true, 10);
        }
    }
}
