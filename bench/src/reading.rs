//! Files taken in: from the import to being found, beside the programs that people would string together for it.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base::Actor;
use extract::samples;
use find::Request;
use library::import::{Import, Row};
use print::Document as Print;
use tempfile::TempDir;
use web::Fields;

use crate::Result;
use crate::corpus::{Corpus, Document};
use crate::figures::{Section, Table, millis, say};
use crate::hub::RealHub;
use crate::processor::Processor;

/// Printed files, and as many in a quick run.
const FILES: (usize, usize) = (120, 24);
/// Small files of all formats, and as many in a quick run.
const SMALL: (usize, usize) = (400, 80);
/// Texts of the corpus in one printed file: some pages.
const CHAPTERS: usize = 5;
/// Rounds of the programs beside us; the middle one counts.
const ROUNDS: usize = 3;
/// A word that stands in every file, and nowhere else.
const MARK: &str = "xylotheque";
/// It alone is looked for: a search that also looks for words like it would cost more than a small file.
const LOOKED_FOR: &str = "\"xylotheque\"";
/// A program, and what stands before and behind the file's name.
type Tool = (&'static str, &'static [&'static str], &'static [&'static str]);
/// Makes text of a file.
const TEXT: Tool = ("pdftotext", &[], &["-"]);
/// Makes a picture of a file's first page, as wide as the hub's.
const PICTURE: Tool = ("pdftoppm", &["-singlefile", "-png", "-scale-to-x", "320", "-scale-to-y", "-1"], &[]);
/// How long a run may take.
const PATIENCE: Duration = Duration::from_secs(600);
/// From one look whether all is found to the next: each is a search, and costs what a search costs.
const LOOK: Duration = Duration::from_millis(100);
/// Columns of the tables.
const COLUMNS: [&str; 4] = ["files /s", "hub/this", "CPU ms", "readers ms"];

/// A file of the collection.
pub struct File {
    /// Its title.
    pub title: String,
    /// Its name.
    pub name: String,
    /// Itself.
    pub bytes: Vec<u8>,
    language: &'static str,
}

/// What taking files in took.
struct Took {
    seconds: f64,
    processor: Processor,
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
            let bytes = printed(first, &markdown)?;
            let name = format!("file-{number}.pdf");
            Ok(File { title: first.title.clone(), name, bytes, language: first.language })
        })
        .collect()
}

/// So many small files of every kind that people have, one text of the corpus in each.
fn small_files(count: usize) -> Result<Vec<File>> {
    let corpus = Corpus::new()?;
    // What the print fonts have letters for.
    let printable = |document: &Document| document.language != "sr";
    let texts = corpus.documents(count * 20).filter(printable);
    texts.take(count).enumerate().map(|(number, document)| small_file(number, &document)).collect()
}

fn small_file(number: usize, document: &Document) -> Result<File> {
    let texts = [document.title.as_str(), document.abstract_text.as_str(), document.body.as_str(), MARK];
    let rows = texts.map(|text| [text]);
    let rows: Vec<&[&str]> = rows.iter().map(<[_; 1]>::as_slice).collect();
    let (ending, bytes) = match number % 10 {
        0 | 1 => ("docx", samples::docx(&texts)),
        2 => ("pptx", samples::pptx(&texts)),
        3 => ("xlsx", samples::xlsx(&rows)),
        4 => ("odt", samples::odt(&texts)),
        5 => ("rtf", samples::rtf(&texts)),
        6 => ("html", samples::html(texts[0], &texts[1..])),
        7 => ("txt", samples::txt(&texts)),
        _ => ("pdf", printed(document, &format!("{}\n\n{MARK}", document.body))?),
    };
    let name = format!("small-{number}.{ending}");
    Ok(File { title: document.title.clone(), name, bytes, language: document.language })
}

fn printed(document: &Document, markdown: &str) -> Result<Vec<u8>> {
    Ok(print::pdf(&Print {
        lang: document.language,
        title: &document.title,
        subtitle: "",
        author: "",
        footer: "",
        markdown,
    })?)
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let of = |(full, short)| if quick { short } else { full };
    Ok(Section::new("reading", vec![printed_files(of(FILES))?, files_of_all_formats(of(SMALL))?]))
}

fn printed_files(count: usize) -> Result<Table> {
    say(&format!("reading: {count} files are printed"));
    let files = files(count)?;
    let folder = laid_down(&files)?;
    say("reading: the hub");
    let hub = of_hub(folder.path(), &files)?;
    say("reading: pdftotext, pdftoppm");
    let (text, both) = beside(folder.path(), &files)?;
    let title = format!(
        "{count} PDFs of {:.1} pages and {} kB on average taken in",
        pages(folder.path(), &files)?,
        kilobytes(&files)
    );
    let mut table = Table::new("files", title, &COLUMNS);
    table.row("the hub, from the import to being found", of_the_hub(&hub, count));
    for (name, took) in [("pdftotext", text), ("pdftotext and pdftoppm", both)] {
        let rate = count as f64 / took.seconds;
        let each = millis(took.processor.children) / count as f64;
        table.row(name, [Some(rate), Some(took.seconds / hub.seconds), Some(each), None]);
    }
    table.note("The hub: two workers; for each file a process of its own that is locked in, the text, its language, a picture of the first page, rows, files synced to disk, the search index.");
    table.note("pdftotext, pdftoppm (of the first page, as wide as the hub's picture): once for each file, one after the other; what they say is thrown away.");
    Ok(table)
}

fn files_of_all_formats(count: usize) -> Result<Table> {
    say(&format!("reading: {count} small files of all formats"));
    let files = small_files(count)?;
    let folder = laid_down(&files)?;
    let hub = of_hub(folder.path(), &files)?;
    let title = format!(
        "{count} small files taken in, {} kB on average: DOCX, PDF, PPTX, XLSX, ODT, RTF, HTML, TXT",
        kilobytes(&files)
    );
    let mut table = Table::new("small", title, &COLUMNS);
    table.row("the hub, from the import to being found", of_the_hub(&hub, count));
    table.note("CPU ms: processor time for each file, user and system, of the hub and its readers; readers ms: of which the processes that read.");
    table.note("Aim: the whole way of a file under 20 ms.");
    Ok(table)
}

fn of_the_hub(took: &Took, count: usize) -> [Option<f64>; 4] {
    let each = |time| millis(time) / count as f64;
    [Some(count as f64 / took.seconds), None, Some(each(took.processor.all())), Some(each(took.processor.children))]
}

fn laid_down(files: &[File]) -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for file in files {
        std::fs::write(folder.path().join(&file.name), &file.bytes)?;
    }
    Ok(folder)
}

fn kilobytes(files: &[File]) -> usize {
    files.iter().map(|file| file.bytes.len()).sum::<usize>() / files.len().max(1) / 1_000
}

/// What the programs beside us took for all files: the one that makes text, and both.
fn beside(folder: &Path, files: &[File]) -> Result<(Took, Took)> {
    let (mut texts, mut both) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let text = one_by_one(TEXT, folder, files)?;
        let picture = one_by_one(PICTURE, folder, files)?;
        both.push(Took {
            seconds: text.seconds + picture.seconds,
            processor: Processor {
                own: text.processor.own + picture.processor.own,
                children: text.processor.children + picture.processor.children,
            },
        });
        texts.push(text);
    }
    Ok((middle(texts)?, middle(both)?))
}

fn middle(mut rounds: Vec<Took>) -> Result<Took> {
    rounds.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    rounds.into_iter().nth(ROUNDS / 2).ok_or_else(|| "no rounds".into())
}

/// From the first row of the import until a search finds every file by a word in it.
fn of_hub(folder: &Path, files: &[File]) -> Result<Took> {
    let mut real = RealHub::open()?;
    real.serve();
    real.rest()?;
    let hub = real.hub.clone();
    let before = Processor::now()?;
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
        let request =
            Request { text: LOOKED_FOR.to_owned(), audiences: Actor::Visitor.audiences(), ..Request::default() };
        loop {
            let found = hub.index.search(&request)?.total;
            if found == files.len() {
                return crate::Result::Ok(begun.elapsed().as_secs_f64());
            }
            if begun.elapsed() > PATIENCE {
                return Err(format!("{found} of {} files are found", files.len()).into());
            }
            tokio::time::sleep(LOOK).await;
        }
    })?;
    let processor = before.since()?;
    real.stop()?;
    Ok(Took { seconds, processor })
}

/// For all files.
fn one_by_one((program, before, behind): Tool, folder: &Path, files: &[File]) -> Result<Took> {
    let (begun, processor) = (Instant::now(), Processor::now()?);
    for file in files {
        let mut command = Command::new(program);
        command.args(before).arg(folder.join(&file.name)).args(behind);
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).status();
        let status = status.map_err(|error| format!("{program} (`apt-get install poppler-utils`): {error}"))?;
        if !status.success() {
            return Err(format!("{program} cannot read {}", file.name).into());
        }
    }
    Ok(Took { seconds: begun.elapsed().as_secs_f64(), processor: processor.since()? })
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
