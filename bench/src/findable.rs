//! Documents with a meaning, as the index takes them: the demonstration's, and those of a file that is not ours to keep here.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use app::demo::{Document, documents};
use base::Audience;
use find::{Entry, Index, number};
use flate2::read::GzDecoder;
use network::{Member, Network};
use serde::Deserialize;

use crate::Result;

/// Names a file of documents: JSON lines with `id`, `title`, `abstract`, `body` and `lang`, packed by gzip if it ends in `.gz`.
const DOCUMENTS: &str = "BENCH_DOCUMENTS";

/// Added to the ids of the other file's documents: those of the demonstration's are 1, 2, 3 …, in the order of its file.
const OTHER_IDS: i64 = 1_000_000;

/// A document of the other file.
#[derive(Clone, Deserialize)]
pub struct Other {
    /// Its number there.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// What is said of it.
    #[serde(default, rename = "abstract")]
    pub abstract_text: String,
    /// All of it.
    pub body: String,
    /// BCP 47.
    pub lang: String,
}

impl Other {
    /// Its id in the index.
    pub fn entry_id(&self) -> i64 {
        other_id(self.id)
    }

    /// Its language, without script or country.
    pub fn language(&self) -> &str {
        self.lang.split('-').next().unwrap_or_default()
    }

    /// As the index takes it.
    pub fn entry(&self) -> Entry {
        Entry {
            id: self.entry_id(),
            audiences: vec![Audience::EVERYONE],
            title: self.title.clone(),
            abstract_text: self.abstract_text.clone(),
            body: self.body.clone(),
            lang: self.language().to_owned(),
            language: number(self.language()),
            date: self.id,
            ..Entry::default()
        }
    }
}

/// The id in the index of a document of the other file.
pub fn other_id(id: i64) -> i64 {
    OTHER_IDS + id
}

/// An index in memory that knows what the network's words mean.
pub fn index(network: &Network, entries: Vec<Entry>) -> Result<Index> {
    let index = Index::in_memory_with(server::glossary(network));
    index.apply(entries, Vec::new(), 1)?;
    Ok(index)
}

/// What an index of these takes on a disk, in bytes.
pub fn bytes_on_disk(network: &Network, entries: Vec<Entry>) -> Result<u64> {
    let folder = tempfile::tempdir()?;
    let index = Index::open(folder.path(), server::glossary(network))?;
    index.apply(entries, Vec::new(), 1)?;
    index.close();
    files_in(folder.path())
}

fn files_in(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        bytes += if entry.file_type()?.is_dir() { files_in(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

/// The demonstration's documents with the labels that the hub gives them, as far as they are the network's.
pub fn demonstration(network: &Network) -> Result<Vec<Entry>> {
    let members = network.members()?;
    let members: HashMap<&str, &Member> = members.iter().map(|member| (member.slug.as_str(), member)).collect();
    let entries = documents()?.into_iter().zip(1..).map(|(document, id)| Entry {
        id,
        audiences: vec![Audience::EVERYONE],
        labels: labels(network, &document, members.get(document.city.as_str()).copied()),
        themes: document.themes.iter().map(|slug| number(slug)).collect(),
        language: number(&document.language),
        document_type: number(&document.kind),
        year: document.year.unsigned_abs(),
        date: id,
        body: document.paragraphs.join("\n"),
        title: document.title,
        abstract_text: document.abstract_text,
        lang: document.language,
        ..Entry::default()
    });
    Ok(entries.collect())
}

fn labels(network: &Network, document: &Document, city: Option<&Member>) -> Vec<(String, String)> {
    let plain = |text: &str| (String::new(), text.to_owned());
    let mut labels = vec![plain(&document.year.to_string()), ("en".to_owned(), document.kind.replace('-', " "))];
    for &lang in &network.languages {
        for theme in document.themes.iter().filter_map(|slug| network.theme(slug)) {
            labels.push((lang.code().to_owned(), theme.label(lang).to_owned()));
        }
        if let Some(city) = city {
            labels.push(plain(network.country_name(&city.country, lang)));
        }
    }
    labels.extend(city.into_iter().flat_map(|city| city.names.all()).map(|(_, name)| plain(name)));
    labels
}

/// The documents of the file that [`DOCUMENTS`] names; none where it names none.
pub fn others() -> Result<Vec<Other>> {
    let Some(path) = std::env::var_os(DOCUMENTS).map(PathBuf::from) else { return Ok(Vec::new()) };
    let file = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let packed = path.extension().is_some_and(|end| end == "gz");
    let plain: Box<dyn Read> = if packed { Box::new(GzDecoder::new(file)) } else { Box::new(file) };
    BufReader::new(plain).lines().map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}
