//! The folder as files by name, and rows of its tables.

use std::collections::HashMap;
use std::io::Read;
use std::path::Path;

use base::{Fail, Result};
use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

use crate::labels::Columns;
use crate::wrong;

/// Bytes of one file at most.
const FILE_BYTES: u64 = 64 * 1024 * 1024;
/// Bytes of a table after unpacking at most.
const TABLE_BYTES: u64 = 256 * 1024 * 1024;

#[derive(RustEmbed)]
#[folder = "../../data/"]
struct Default;

/// The files that the program carries.
pub fn default_files() -> HashMap<String, Vec<u8>> {
    Default::iter().filter_map(|name| Some((name.to_string(), Default::get(&name)?.data.into_owned()))).collect()
}

/// Writes the carried files into a new folder, whole or not at all: it appears under its name only
/// when complete.
pub fn write_default(folder: &Path) -> Result<()> {
    let part = folder.with_extension("part");
    let _ = std::fs::remove_dir_all(&part);
    for (name, bytes) in default_files() {
        let path = part.join(&name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(Fail::internal)?;
        }
        std::fs::write(&path, bytes).map_err(Fail::internal)?;
    }
    std::fs::rename(&part, folder).map_err(Fail::internal)
}

/// All files of a folder and its folders, two levels deep.
pub(crate) fn read_folder(folder: &Path) -> Result<HashMap<String, Vec<u8>>> {
    let mut files = HashMap::new();
    read_level(folder, "", 0, &mut files)?;
    Ok(files)
}

fn read_level(folder: &Path, prefix: &str, depth: usize, files: &mut HashMap<String, Vec<u8>>) -> Result<()> {
    let unreadable = |error: std::io::Error| wrong(&folder.display().to_string(), error);
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let kind = entry.metadata().map_err(unreadable)?;
        if kind.is_dir() && depth < 2 {
            read_level(&entry.path(), &format!("{name}/"), depth + 1, files)?;
        } else if kind.is_file() && kind.len() <= FILE_BYTES {
            files.insert(name, std::fs::read(entry.path()).map_err(unreadable)?);
        }
    }
    Ok(())
}

pub(crate) fn text(files: &HashMap<String, Vec<u8>>, name: &str) -> Result<String> {
    let bytes = files.get(name).ok_or_else(|| wrong(name, "it is missing"))?;
    String::from_utf8(bytes.clone()).map_err(|_| wrong(name, "it is not UTF-8"))
}

/// The rows of a table that must be there.
pub(crate) fn rows<T: DeserializeOwned>(files: &HashMap<String, Vec<u8>>, name: &str) -> Result<Vec<T>> {
    if !files.contains_key(name) {
        return Err(wrong(name, "it is missing"));
    }
    rows_if_any(files, name)
}

/// The rows of a table, of the carried one where the network has none.
pub(crate) fn rows_or_default<T: DeserializeOwned>(files: &HashMap<String, Vec<u8>>, name: &str) -> Result<Vec<T>> {
    if files.contains_key(name) {
        return rows_if_any(files, name);
    }
    let carried = Default::get(name).map(|file| (name.to_owned(), file.data.into_owned()));
    rows_if_any(&carried.into_iter().collect(), name)
}

/// The rows of a table that a network may do without.
pub(crate) fn rows_if_any<T: DeserializeOwned>(files: &HashMap<String, Vec<u8>>, name: &str) -> Result<Vec<T>> {
    let Some(bytes) = files.get(name) else { return Ok(Vec::new()) };
    let mut unpacked = Vec::new();
    let bytes = if name.ends_with(".gz") {
        flate2::read::GzDecoder::new(bytes.as_slice())
            .take(TABLE_BYTES)
            .read_to_end(&mut unpacked)
            .map_err(|error| wrong(name, error))?;
        &unpacked
    } else {
        bytes
    };
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let (columns, head) = Columns::of(reader.headers().map_err(|error| wrong(name, error))?);
    let mut rows = Vec::new();
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).map_err(|error| wrong(name, error))? {
        columns.put_together(&mut row);
        rows.push(row.deserialize(Some(&head)).map_err(|error| wrong(name, error))?);
    }
    Ok(rows)
}
