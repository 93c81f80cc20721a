//! Measures reading against other programs: PDFs against `pdftotext`, office files against what LibreOffice prints.
//! `cargo run --release -p extract --example measure -- path/to/extract-child folder... [--each]`
//!
//! F1 is of the multisets of words, over the PDFs for which `pdftotext` yields words; recall is of the sets of words. Processor time is that
//! of all children of one kind together; the child also draws the first page and locks itself up.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use extract::{Extractor, Format, Limits};
use unicode_normalization::UnicodeNormalization;

/// Fewer words in what LibreOffice prints say nothing.
const WORDS: usize = 3;

/// Ticks of a second in `/proc/self/stat`.
const TICKS: f64 = 100.0;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let each = args.iter().any(|arg| arg == "--each");
    let mut paths = args.iter().filter(|arg| !arg.starts_with("--"));
    let Some(child) = paths.next() else {
        return Err("usage: measure CHILD FOLDER... [--each]".into());
    };
    let mut measure = Measure {
        extractor: Extractor::new(PathBuf::from(child), Vec::new(), Limits::default(), false),
        each,
        scores: HashMap::new(),
        outcomes: HashMap::new(),
        ours: 0.0,
        theirs: 0.0,
    };
    for folder in paths {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
        files.sort();
        for file in files.iter().filter(|file| file.is_file()) {
            measure.file(file).await?;
        }
    }
    measure.tell();
    Ok(())
}

struct Measure {
    extractor: Extractor,
    each: bool,
    /// By format: F1 of PDFs, recall of the others.
    scores: HashMap<&'static str, Vec<f64>>,
    outcomes: HashMap<String, usize>,
    ours: f64,
    theirs: f64,
}

impl Measure {
    async fn file(&mut self, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(path)?;
        let Some(format) = Format::sniff(&name, &bytes) else {
            *self.outcomes.entry("refused".into()).or_default() += 1;
            return Ok(());
        };
        let before = children_seconds();
        let answer = self.extractor.extract(std::fs::File::open(path)?, format).await;
        let between = children_seconds();
        let other = match format {
            Format::Pdf => words_of_pdf(path),
            Format::Txt | Format::Html => None,
            _ => words_of_office(path),
        };
        if format == Format::Pdf {
            self.ours += between - before;
            self.theirs += children_seconds() - between;
        }
        let outcome = match &answer {
            Ok(found) if found.no_text => "no-text",
            Ok(_) => "ok",
            Err(trouble) => trouble.code(),
        };
        *self.outcomes.entry(outcome.to_owned()).or_default() += 1;
        let Some(other) = other else { return Ok(()) };
        let own = words(&answer.map(|found| found.text).unwrap_or_default());
        let least = if format == Format::Pdf { 1 } else { WORDS };
        if other.values().sum::<usize>() < least {
            return Ok(());
        }
        let score = if format == Format::Pdf { f1(&own, &other) } else { recall(&own, &other) };
        self.scores.entry(format.code()).or_default().push(score);
        if self.each {
            println!("{score:.3}\t{outcome}\t{name}\t{}", differing(&own, &other));
        }
        Ok(())
    }

    fn tell(&self) {
        for (format, scores) in &self.scores {
            let mean = scores.iter().sum::<f64>() / scores.len() as f64;
            println!("{format}: {} files, mean {mean:.4}", scores.len());
        }
        println!("outcomes: {:?}", self.outcomes);
        println!(
            "PDFs: child {:.2} s, pdftotext {:.2} s, ratio {:.2}",
            self.ours,
            self.theirs,
            self.ours / self.theirs
        );
    }
}

type Words = HashMap<String, usize>;

fn words(text: &str) -> Words {
    let mut words = Words::new();
    for word in text.split_whitespace() {
        let word: String = word.trim_matches(|c: char| !c.is_alphanumeric()).nfkc().collect::<String>().to_lowercase();
        if !word.is_empty() {
            *words.entry(word).or_default() += 1;
        }
    }
    words
}

fn f1(own: &Words, other: &Words) -> f64 {
    let shared: usize = own.iter().map(|(word, count)| (*count).min(other.get(word).copied().unwrap_or(0))).sum();
    2.0 * shared as f64 / (own.values().sum::<usize>() + other.values().sum::<usize>()) as f64
}

fn recall(own: &Words, other: &Words) -> f64 {
    other.keys().filter(|word| own.contains_key(*word)).count() as f64 / other.len() as f64
}

/// A few words that only the other one has, and only we have.
fn differing(own: &Words, other: &Words) -> String {
    let some = |from: &Words, but: &Words| {
        let mut list: Vec<&str> =
            from.iter().filter(|(word, count)| but.get(*word) < Some(*count)).map(|(word, _)| word.as_str()).collect();
        list.sort_unstable();
        list.truncate(8);
        list.join(" ")
    };
    format!("missing [{}] only ours [{}]", some(other, own), some(own, other))
}

fn words_of_pdf(path: &Path) -> Option<Words> {
    let out = Command::new("pdftotext").arg(path).arg("-").output().ok()?;
    Some(words(&String::from_utf8_lossy(&out.stdout)))
}

fn words_of_office(path: &Path) -> Option<Words> {
    let folder = tempfile::tempdir().ok()?;
    Command::new("soffice")
        .args(["--headless", "--convert-to", "pdf", "--outdir"])
        .arg(folder.path())
        .arg(path)
        .output()
        .ok()?;
    words_of_pdf(&folder.path().join(path.file_stem()?).with_extension("pdf")).filter(|words| !words.is_empty())
}

/// Processor time of the children, and of those that they have waited for, in seconds.
fn children_seconds() -> f64 {
    let own = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The server that readers are forked from lives on; what is started for one file has ended.
    let id = std::process::id().to_string();
    let living = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let living = living
        .filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok())
        .filter(|stat| fields(stat).nth(1) == Some(id.as_str()));
    ticks(&own, 13..15) + living.map(|stat| ticks(&stat, 11..15)).sum::<f64>()
}

/// Seconds in these fields: 11 and 12 are user and system time, 13 and 14 those of children.
fn ticks(stat: &str, places: std::ops::Range<usize>) -> f64 {
    fields(stat).skip(places.start).take(places.len()).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>()
        / TICKS
}

/// The fields behind the name, which may hold blanks.
fn fields(stat: &str) -> impl Iterator<Item = &str> {
    stat.rsplit(')').next().unwrap_or_default().split_whitespace()
}
