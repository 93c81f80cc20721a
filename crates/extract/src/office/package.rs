//! A zip package, read under limits that held against bombs.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Handler, Tag};
use crate::Trouble;
use crate::format::is_ole;

/// Files in a package. Large presentations have a few hundred.
const ENTRIES: usize = 20_000;
/// Bytes that one file inflates to.
const ENTRY_BYTES: u64 = 64 << 20;
/// Bytes that all files that are read inflate to.
const TOTAL_BYTES: u64 = 256 << 20;

/// An open package, which counts what it has inflated.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Package<'a> {
    pub fn open(file: &'a [u8]) -> Result<Self, Trouble> {
        if is_ole(file) {
            return Err(Trouble::Encrypted);
        }
        let archive = ZipArchive::new(Cursor::new(file)).map_err(zip_trouble)?;
        if archive.len() > ENTRIES {
            return Err(Trouble::TooLarge);
        }
        Ok(Package { archive, left: TOTAL_BYTES })
    }

    /// A package that is a part of another, and has no more room than that.
    pub fn inside(file: &'a [u8], outer: &Package<'_>) -> Result<Self, Trouble> {
        Ok(Package { left: outer.left, ..Package::open(file)? })
    }

    /// A package that may inflate to no more than so many bytes.
    pub fn within(file: &'a [u8], bytes: u64) -> Result<Self, Trouble> {
        let package = Package::open(file)?;
        Ok(Package { left: package.left.min(bytes), ..package })
    }

    /// How many bytes it may still inflate to.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Counts what a package inside this one has inflated.
    pub fn spent_like(&mut self, inner: &Package<'_>) {
        self.left = self.left.min(inner.left);
    }

    /// The XML of a part; `None` where the package has no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Trouble> {
        Ok(self.file(name)?.map(decode))
    }

    /// The bytes of a part; `None` where the package has no such part.
    pub fn file(&mut self, name: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(zip_trouble(error)),
        };
        let most = ENTRY_BYTES.min(self.left);
        let mut bytes = Vec::new();
        let mut limited = entry.take(most + 1);
        let read = limited.read_to_end(&mut bytes);
        if bytes.len() as u64 > most {
            return Err(Trouble::TooLarge);
        }
        read.map_err(|error| Trouble::Damaged(format!("{name}: {error}")))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A part that the format cannot do without.
    pub fn required(&mut self, name: &str) -> Result<String, Trouble> {
        self.part(name)?.ok_or_else(|| Trouble::Damaged(format!("{name} is missing")))
    }

    /// Names of the parts, those that are proper text.
    pub fn names(&self) -> Vec<String> {
        self.archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
    }

    /// Where the relations of the part `of` point (Office Open XML); `""` is the package itself.
    pub fn relations(&mut self, of: &str) -> Result<Relations, Trouble> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
        let mut relations = Relations::default();
        if let Some(text) = self.part(&path)? {
            let mut collector = RelationCollector { folder, relations: &mut relations };
            xml::walk(&text, &mut collector)?;
        }
        Ok(relations)
    }
}

/// Relations of one part.
#[derive(Default)]
pub(crate) struct Relations {
    by_id: HashMap<String, String>,
    /// Kind (the last word of its address) and target, in the order of the file.
    kinds: Vec<(String, String)>,
}

impl Relations {
    pub fn target(&self, id: &str) -> Option<&str> {
        self.by_id.get(id).map(String::as_str)
    }

    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a str> {
        self.kinds.iter().filter(move |(known, _)| known == kind).map(|(_, target)| target.as_str())
    }
}

struct RelationCollector<'a> {
    folder: &'a str,
    relations: &'a mut Relations,
}

impl Handler for RelationCollector<'_> {
    fn start(&mut self, tag: &Tag<'_>) {
        if tag.name() != "Relationship" || tag.attribute("TargetMode").as_deref() == Some("External") {
            return;
        }
        let (Some(id), Some(kind), Some(target)) =
            (tag.attribute("Id"), tag.attribute("Type"), tag.attribute("Target"))
        else {
            return;
        };
        let target = resolve(self.folder, &target);
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        self.relations.kinds.push((kind, target.clone()));
        self.relations.by_id.insert(id, target);
    }
}

/// A target is relative to the folder of its part, or absolute in the package.
fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn decode(bytes: Vec<u8>) -> String {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned(),
        // Anything but UTF-8 and UTF-16 is against the standards.
        None => String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()),
    }
}

fn zip_trouble(error: ZipError) -> Trouble {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => Trouble::Encrypted,
        error => Trouble::Damaged(format!("zip: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets() {
        assert_eq!(resolve("ppt/slides", "../notesSlides/n1.xml"), "ppt/notesSlides/n1.xml");
        assert_eq!(resolve("ppt", "slides/slide1.xml"), "ppt/slides/slide1.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(resolve("word", "/word/x.xml"), "word/x.xml");
        assert_eq!(resolve("a", "../../../etc"), "etc");
    }
}
