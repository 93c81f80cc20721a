//! Files taken in: from the import to being found, beside the programs that people would string together for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base::Actor;
use find::Request;
use library::import::{Import, Row};
use print::Document as Print;
use web::Fields;

use crate::Result;
use crate::corpus::{Corpus, Document};
use crate::figures::{Section, Table, median, say};
use crate::hub::RealHub;

/// Files, and as many in a quick run.
const FILES: (usize, usize) = (120, 24);
/// Texts of the corpus in one file: some pages.
const CHAPTERS: usize = 5;
/// Rounds of the programs beside us; the middle one counts.
const ROUNDS: usize = 3;
/// A word that stands in every file, and nowhere else.
const MARK: &str = "xylotheque";
/// A program, and what stands before and behind the file's name.
type Tool = (&'static str, &'static [&'static str], &'static [&'static str]);
/// Makes text of a file.
const TEXT: Tool = ("pdftotext", &[], &["-"]);
/// Makes a picture of a file's first page, as wide as the hub's.
const PICTURE: Tool = ("pdftoppm", &["-singlefile", "-png", "-scale-to-x", "320", "-scale-to-y", "-1"], &[]);
/// How long a run may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// A PDF of some pages.
pub struct File {
    /// Its title.
    pub title: String,
    /// Its name.
    pub name: String,
    /// Itself.
    pub bytes: Vec<u8>,
    language: &'static str,
}

/// So many files in the three languages of the interface, printed.
pub fn files(count: usize) -> Result<Vec<File>> {
    let corpus = Corpus::new()?;
    // What the print fonts have letters for.
    let all: Vec<Document> = corpus.documents(count * 20).collect();
    let of = |language: &'static str| all.iter().filter(move |document| document.language == language);
    let mut texts = [of("en"), of("fr"), of("ar")];
    (0..count)
        .map(|number| {
            let chapters: Vec<&Document> = texts[number % 3].by_ref().take(CHAPTERS).collect();
            let first = chapters.first().ok_or("too few texts")?;
            let markdown: String =
                chapters.iter().map(|text| format!("## {}\n\n{}\n\n{MARK}\n\n", text.title, text.body)).collect();
            let bytes = print::pdf(&Print {
                lang: first.language,
                title: &first.title,
                subtitle: "",
                author: "",
                footer: "",
                markdown: &markdown,
            })?;
            let name = format!("file-{number}.pdf");
            Ok(File { title: first.title.clone(), name, bytes, language: first.language })
        })
        .collect()
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let count = if quick { FILES.1 } else { FILES.0 };
    say(&format!("reading: {count} files are printed"));
    let files = files(count)?;
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let folder = tempfile::tempdir()?;
    for file in &files {
        std::fs::write(folder.path().join(&file.name), &file.bytes)?;
    }
    say("reading: the hub");
    let hub = of_hub(folder.path(), &files)?;
    say("reading: pdftotext, pdftoppm");
    let (mut texts, mut both) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let text = one_by_one(TEXT, folder.path(), &files)?;
        texts.push(text);
        both.push(text + one_by_one(PICTURE, folder.path(), &files)?);
    }
    let title = format!(
        "{count} PDFs of {:.1} pages and {} kB on average taken in",
        pages(folder.path(), &files)?,
        bytes / count / 1_000
    );
    let mut table = Table::new("files", title, &["files /s", "hub/this"]);
    let rate = |seconds: f64| count as f64 / seconds;
    table.row("the hub, from the import to being found", [Some(rate(hub)), None]);
    for (name, seconds) in [("pdftotext", median(&texts)), ("pdftotext and pdftoppm", median(&both))] {
        table.row(name, [Some(rate(seconds)), Some(seconds / hub)]);
    }
    table.note("The hub: two workers; for each file a process of its own that is locked in, the text, its language, a picture of the first page, rows, files synced to disk, the search index.");
    table.note("pdftotext, pdftoppm (of the first page, as wide as the hub's picture): once for each file, one after the other; what they say is thrown away.");
    Ok(Section::new("reading", vec![table]))
}

/// Seconds from the first row of the import until a search finds every file by a word in it.
fn of_hub(folder: &Path, files: &[File]) -> Result<f64> {
    let mut real = RealHub::open()?;
    real.serve();
    let hub = real.hub.clone();
    let seconds = real.runtime.block_on(async {
        let begun = Instant::now();
        let import = Import {
            db: &hub.db,
            blobs: &hub.blobs,
            network: &hub.network,
            words: &hub.words,
            folder,
            upload_bytes: hub.settings.upload_bytes,
            owner: &Actor::System,
        };
        for (line, file) in (1..).zip(files) {
            let fields = Fields::default()
                .with("file", &file.name)
                .with("title", &file.title)
                .with("type", "guide")
                .with("language", file.language)
                .with("access", "public");
            let (_, outcome) = import.take(Row::new(line, fields)).await;
            outcome.map_err(|reason| format!("{}: {reason}", file.name))?;
        }
        let request = Request { text: MARK.to_owned(), audiences: Actor::Visitor.audiences(), ..Request::default() };
        loop {
            let found = hub.index.search(&request)?.total;
            if found == files.len() {
                return crate::Result::Ok(begun.elapsed().as_secs_f64());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("{found} of {} files are found", files.len()).into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })?;
    real.stop()?;
    Ok(seconds)
}

/// Seconds for all files.
fn one_by_one((program, before, behind): Tool, folder: &Path, files: &[File]) -> Result<f64> {
    let begun = Instant::now();
    for file in files {
        let mut command = Command::new(program);
        command.args(before).arg(folder.join(&file.name)).args(behind);
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
        let status = status.map_err(|error| format!("{program} (`apt-get install poppler-utils`): {error}"))?;
        if !status.success() {
            return Err(format!("{program} cannot read {}", file.name).into());
        }
    }
    Ok(begun.elapsed().as_secs_f64())
}

/// Pages of a file, on average.
fn pages(folder: &Path, files: &[File]) -> Result<f64> {
    let mut pages = 0;
    for file in files {
        let output = Command::new("pdfinfo").arg(folder.join(&file.name)).output()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let line = text.lines().find_map(|line| line.strip_prefix("Pages:")).ok_or("pdfinfo names no pages")?;
        pages += line.trim().parse::<usize>()?;
    }
    Ok(pages as f64 / files.len() as f64)
}
