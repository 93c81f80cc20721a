//! The table that says what the files of a collection are, as office programs anywhere write it.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use base::{Fail, Result};
use tables::{Table, column};
use web::Fields;

use super::codes;
use super::seen::Seen;

/// Rows of one manifest at most.
const ROWS: usize = 200_000;
/// Bytes of one manifest at most: it is read as a whole.
const BYTES: u64 = 500_000_000;
/// The columns that a manifest may have.
const COLUMNS: [&str; 9] = ["file", "title", "abstract", "city", "type", "themes", "year", "language", "access"];

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
    rows(&bytes_of(path).map_err(unreadable)?).map_err(unreadable)
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

/// All rows of the table, and what its letters were read as.
fn rows(bytes: &[u8]) -> std::result::Result<Manifest, String> {
    let table = Table::of_text(bytes, |name| COLUMNS.contains(&name), ROWS)?;
    let names = Columns::of(&table.head)?;
    let seen = Arc::default();
    let row = |row: tables::Row| {
        let fields = row.cells.map(|cells| names.fields(&cells)).map_err(|bad| bad.to_string());
        Row { line: row.line, fields, seen: Arc::clone(&seen) }
    };
    let mut rows: Vec<Row> = table.rows.into_iter().map(row).collect();
    if table.more {
        let line = rows.last().map_or(0, |row| row.line + 1);
        let fields = Err(format!("there are more than {ROWS} rows; split the manifest"));
        rows.push(Row { line, fields, seen });
    }
    Ok(Manifest { rows, read_as: table.read_as })
}

/// The head of the table.
struct Columns(Vec<String>);

impl Columns {
    /// Are the needed columns there, and each once, and no others? A column without a name may be there, as long as
    /// nothing stands in it.
    fn of(head: &[String]) -> std::result::Result<Columns, String> {
        let names: Vec<String> = head.iter().map(|cell| column(cell)).collect();
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
        Ok(Columns(names))
    }

    /// What a row says.
    fn fields(&self, cells: &[String]) -> Fields {
        let mut fields = Fields::default();
        for (name, cell) in self.0.iter().zip(cells).filter(|(name, _)| !name.is_empty()) {
            codes::put(&mut fields, name, cell);
        }
        codes::complete(&mut fields);
        fields
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_a_table() {
        let manifest = rows("File;Title\na.txt;One\n;\nb.txt;Two;x\n".as_bytes()).expect("a table");
        let said = |row: Row| match row.fields {
            Ok(fields) => (row.line, format!("{}|{}", fields.get("file"), fields.get("title"))),
            Err(why) => (row.line, why),
        };
        let told: Vec<(u64, String)> = manifest.rows.into_iter().map(said).collect();
        let long = "has 3 cells, but there are 2 columns; put texts that hold `;` in quotes".to_owned();
        assert_eq!(told, [(2, "a.txt|One".to_owned()), (4, long)]);
        let refused = |text: &str| rows(text.as_bytes()).err().unwrap_or_default();
        assert!(refused("file\na.txt\n").contains("`title` is missing"));
        assert!(refused("file,title,acess\n").contains("`acess` is not known"));
        assert!(refused("file,title,File\n").contains("`file` is there twice"));
    }
}
