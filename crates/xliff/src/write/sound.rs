//! Whether a document can be written: asked before the first letter of it is.

use std::collections::HashSet;

use crate::chars::is_nmtoken;
use crate::model::{Document, File, Unwritable};

/// All that the schema asks for and a document may lack.
pub fn check(document: &Document) -> Result<(), Unwritable> {
    for tag in [&document.source, &document.target] {
        if !is_tag(tag) {
            return Err(Unwritable::Language { tag: tag.clone() });
        }
    }
    if document.files.is_empty() {
        return Err(Unwritable::NoFiles);
    }
    check_ids(document.files.iter().map(|file| &*file.id))?;
    document.files.iter().try_for_each(check_file)
}

fn check_file(file: &File) -> Result<(), Unwritable> {
    if file.units.is_empty() {
        return Err(Unwritable::NoUnits { file: file.id.clone() });
    }
    check_ids(file.units.iter().map(|unit| &*unit.id))?;
    let holds_nul = |text: &str| text.contains('\0');
    match file.units.iter().find(|unit| holds_nul(&unit.source) || unit.target.as_deref().is_some_and(holds_nul)) {
        Some(unit) => Err(Unwritable::Nul { file: file.id.clone(), unit: unit.id.clone() }),
        None => Ok(()),
    }
}

fn check_ids<'a>(ids: impl Iterator<Item = &'a str>) -> Result<(), Unwritable> {
    let mut seen = HashSet::new();
    for id in ids {
        if !is_nmtoken(id) {
            return Err(Unwritable::Id { id: id.to_owned() });
        }
        if !seen.insert(id) {
            return Err(Unwritable::Duplicate { id: id.to_owned() });
        }
    }
    Ok(())
}

/// Subtags of one to eight letters and digits (BCP 47), not that they are registered.
fn is_tag(tag: &str) -> bool {
    tag.split('-')
        .all(|subtag| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
