//! The table that says what the files of a collection are, as office programs anywhere write it.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use base::letters::is_hidden;
use base::{Fail, Result};
use csv::{StringRecord, Trim};
use web::Fields;

use super::codes;
use super::decode::decode;
use super::seen::Seen;

/// Rows of one manifest at most.
const ROWS: usize = 200_000;
/// Bytes of one manifest at most: it is read as a whole.
const BYTES: u64 = 500_000_000;
/// The columns that a manifest may have.
const COLUMNS: [&str; 9] = ["file", "title", "abstract", "city", "type", "themes", "year", "language", "access"];
/// What may stand between two cells, the likeliest first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// One row of a manifest, with its line in the file.
pub struct Row {
    pub(super) line: u64,
    pub(super) fields: std::result::Result<Fields, String>,
    pub(super) seen: Arc<Seen>,
}

impl Row {
    /// A row that does not come from a file.
    pub fn new(line: u64, fields: Fields) -> Row {
        Row { line, fields: Ok(fields), seen: Arc::default() }
    }
}

/// A manifest that was read.
pub struct Manifest {
    /// Its rows, without those that are blank.
    pub rows: Vec<Row>,
    /// What its letters were read as: `UTF-8`, `UTF-16` or `Windows-1252`.
    pub read_as: &'static str,
}

/// Reads the manifest: `file,title` and, where they are, `abstract,city,type,themes,year,language,access`.
///
/// # Errors
/// [`Fail::Unavailable`] with a sentence when it cannot be opened, lacks a column, or has one that is
/// not known: a misspelt `access` would let more people read than was meant.
pub fn read_manifest(path: &Path) -> Result<Manifest> {
    let unreadable = |what: String| Fail::Unavailable(format!("the manifest {}: {what}", path.display()));
    let decoded = decode(&bytes_of(path).map_err(unreadable)?);
    let rows = rows(&decoded.text).map_err(unreadable)?;
    Ok(Manifest { rows, read_as: decoded.read_as })
}

fn bytes_of(path: &Path) -> std::result::Result<Vec<u8>, String> {
    let file = File::open(path).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    file.take(BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > BYTES {
        return Err(format!("is larger than {BYTES} bytes; split it"));
    }
    Ok(bytes)
}

/// All rows of the table.
fn rows(text: &str) -> std::result::Result<Vec<Row>, String> {
    let (said, table) = said_separator(text);
    let separator = said.unwrap_or_else(|| likeliest_separator(table));
    let mut reader = cells(table, separator);
    let (mut lines, before) = (Lines { text, at: 0, line: 1 }, text.len() - table.len());
    let mut records = reader.records().filter(|record| !record.as_ref().is_ok_and(is_blank));
    let head = records.next().transpose().map_err(|error| error.to_string())?.unwrap_or_default();
    let columns = Columns::of(&head, separator)?;
    let (mut rows, seen) = (Vec::new(), Arc::default());
    for record in records {
        let position = match &record {
            Ok(record) => record.position(),
            Err(error) => error.position(),
        };
        let line = lines.of(before + position.map_or(0, |position| position.byte() as usize));
        if rows.len() == ROWS {
            let fields = Err(format!("there are more than {ROWS} rows; split the manifest"));
            rows.push(Row { line, fields, seen });
            break;
        }
        let fields = match record {
            Ok(record) => columns.fields(&record),
            Err(error) => Err(format!("cannot be read: {error}")),
        };
        rows.push(Row { line, fields, seen: Arc::clone(&seen) });
    }
    Ok(rows)
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
fn likeliest_separator(table: &str) -> u8 {
    let known = |separator: u8| {
        let head = cells(table, separator).into_records().find(|record| !record.as_ref().is_ok_and(is_blank));
        let head = head.and_then(std::result::Result::ok).unwrap_or_default();
        head.iter().filter(|cell| COLUMNS.contains(&name(cell).as_str())).count()
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

/// A column as it is known, without what hides in it.
fn name(cell: &str) -> String {
    cell.chars().filter(|letter| !is_hidden(*letter)).collect::<String>().trim().to_lowercase()
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

/// The head of the table.
struct Columns {
    names: Vec<String>,
    separator: u8,
}

impl Columns {
    /// Are the needed columns there, and each once, and no others? A column without a name may be there, as long as
    /// nothing stands in it.
    fn of(head: &StringRecord, separator: u8) -> std::result::Result<Columns, String> {
        let names: Vec<String> = head.iter().map(name).collect();
        for needed in ["file", "title"] {
            if !names.iter().any(|name| name == needed) {
                return Err(format!("the column `{needed}` is missing; the first line must name the columns"));
            }
        }
        for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            if !COLUMNS.contains(&name.as_str()) {
                return Err(format!("the column `{name}` is not known; the columns are {}", COLUMNS.join(", ")));
            }
            if names[..at].contains(name) {
                return Err(format!("the column `{name}` is there twice"));
            }
        }
        Ok(Columns { names, separator })
    }

    /// What a row says.
    fn fields(&self, record: &StringRecord) -> std::result::Result<Fields, String> {
        if record.iter().any(|cell| cell.contains(char::REPLACEMENT_CHARACTER)) {
            return Err("has letters that cannot be read; save the manifest as CSV UTF-8".to_owned());
        }
        let used =
            record.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).last().map_or(0, |(last, _)| last + 1);
        if used > self.names.len() {
            let between =
                if self.separator == b'\t' { "a tab".to_owned() } else { format!("`{}`", self.separator as char) };
            return Err(format!(
                "has {used} cells, but there are {} columns; put texts that hold {between} in quotes",
                self.names.len()
            ));
        }
        let mut fields = Fields::default();
        for (at, (name, cell)) in self.names.iter().zip(record).enumerate() {
            match name.as_str() {
                "" if cell.is_empty() => {}
                "" => return Err(format!("has `{cell}` in column {}, which has no name", at + 1)),
                name => codes::put(&mut fields, name, cell),
            }
        }
        codes::complete(&mut fields);
        Ok(fields)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, file and title of each row, or why it is bad.
    fn told(text: &str) -> Vec<(u64, String)> {
        let said = |row: Row| match row.fields {
            Ok(fields) => (row.line, format!("{}|{}", fields.get("file"), fields.get("title"))),
            Err(why) => (row.line, why),
        };
        rows(&decode(text.as_bytes()).text).expect("a table").into_iter().map(said).collect()
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
        assert_eq!(told("file\ttitle\tyear\na.txt\tOne, two\t2017"), one(2, "a.txt|One, two"));
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
            let _ = rows(&decode(bytes.as_bytes()).text);
        }
    }
}
