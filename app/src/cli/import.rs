//! `strong-cities library import`.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use base::{Fail, Result, SystemClock};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use library::import::{Import, Looked, Manifest, Row, read_manifest};
use store::{Db, changes_end};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use web::Words;

use crate::features::features;
use crate::say::say;
use server::{Settings, index_folder, open_blobs, open_existing};

/// How often the hub is asked how far its index is.
const LOOK: Duration = Duration::from_millis(200);
/// Without any change for so long, the index is not waited for any more.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long the hub may take to answer.
const ANSWER: Duration = Duration::from_secs(5);
/// Bytes of its answer at most.
const ANSWER_BYTES: u64 = 64 * 1024;

#[derive(Subcommand)]
pub(crate) enum Library {
    /// Bring in an existing collection of files
    ///
    /// The manifest is a CSV file with the columns file,title and, if you have them, abstract, city, type, themes, year,
    /// language, access; no others. Cells are separated by ",", ";" or tabs; letters are UTF-8, UTF-16 or Windows-1252.
    /// City and themes are slugs, themes separated by ";". Access is public, members or city; members when empty. Every bad
    /// row is reported with its line; the good ones go in. Run twice, nothing comes in twice. The hub may be serving
    /// meanwhile: it reads and indexes the files, which is waited for.
    Import {
        /// The folder that the files of the manifest are in
        folder: PathBuf,
        /// The manifest
        #[arg(long, value_name = "FILE.csv")]
        manifest: PathBuf,
        /// Only say what each row would be: files are opened, nothing is kept
        #[arg(long)]
        dry_run: bool,
    },
}

pub(crate) async fn run(command: Library, settings: &Settings) -> Result<()> {
    let Library::Import { folder, manifest, dry_run } = command;
    let (db, network) = open_existing(settings, Arc::new(SystemClock), &features()).await?;
    let blobs = open_blobs(settings).await?;
    let Manifest { rows, read_as } = read_manifest(&manifest)?;
    if read_as != "UTF-8" {
        say!("the manifest was read as {read_as}");
    }
    let words = Words::new(&network, &server::words(&features()))?;
    let import = Import {
        db: &db,
        blobs: &blobs,
        network: &network,
        words: &words,
        folder: &folder,
        upload_bytes: settings.upload_mb * 1_000_000,
        owner: &base::Actor::System,
    };
    let bad = if dry_run { try_out(&import, rows).await } else { bring_in(&import, rows, settings).await };
    db.close().await;
    match (bad?, dry_run) {
        (0, _) => Ok(()),
        (bad, true) => Err(Fail::Unavailable(format!("{bad} rows would not be brought in"))),
        (bad, false) => Err(Fail::Unavailable(format!("{bad} rows were not brought in"))),
    }
}

/// Brings the rows in and waits until they can be found; answers how many were bad.
async fn bring_in(import: &Import<'_>, rows: Vec<Row>, settings: &Settings) -> Result<usize> {
    let begun = Instant::now();
    let Counts { new, known, bad } = take(import, rows).await?;
    say!("{new} brought in, {known} there already, {bad} bad rows, in {:.1} s", begun.elapsed().as_secs_f64());
    wait(import.db, settings, new, begun).await?;
    Ok(bad)
}

/// Says of each row what it would be; answers how many are bad.
async fn try_out(import: &Import<'_>, rows: Vec<Row>) -> Result<usize> {
    let mut counts = Counts::default();
    for row in rows {
        match import.try_out(row).await {
            (line, Ok(looked)) => {
                let Looked { new, name, format } = looked;
                say!("line {line}: {}, {format}: {name}", if new { "new" } else { "there already" });
                if new { counts.new += 1 } else { counts.known += 1 }
            }
            (line, Err(reason)) => {
                crate::say::trouble(format_args!("line {line}: {reason}"));
                counts.bad += 1;
            }
        }
    }
    let Counts { new, known, bad } = counts;
    say!("{new} would be brought in, {known} there already, {bad} bad rows; nothing was kept");
    Ok(bad)
}

#[derive(Default)]
struct Counts {
    new: usize,
    known: usize,
    bad: usize,
}

/// Takes all rows; bad ones are reported at once.
async fn take(import: &Import<'_>, rows: Vec<Row>) -> Result<Counts> {
    let bar = ProgressBar::new(rows.len() as u64);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}").map_err(Fail::internal)?);
    let mut counts = Counts::default();
    for row in rows {
        match import.take(row).await {
            (_, Ok(true)) => counts.new += 1,
            (_, Ok(false)) => counts.known += 1,
            (line, Err(reason)) => {
                bar.suspend(|| crate::say::trouble(format_args!("line {line}: {reason}")));
                counts.bad += 1;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(counts)
}

/// Waits until what came in can be found, where a hub serves; says how long that took.
async fn wait(db: &Db, settings: &Settings, new: usize, begun: Instant) -> Result<()> {
    let waiting = wait_until_read(db, settings).await?;
    if waiting > 0 {
        say!("{waiting} files wait to be read: the hub reads and indexes them when it serves");
        return Ok(());
    }
    say!("all files read {:.1} s after the start", begun.elapsed().as_secs_f64());
    if new > 0 {
        match wait_until_indexed(db, settings).await? {
            Indexed::Yes => say!("indexed {:.1} s after the start", begun.elapsed().as_secs_f64()),
            Indexed::NobodyServes => say!("the hub indexes them when it serves"),
            Indexed::NotYet => say!(
                "not indexed yet: the index of the hub has not moved for {} s; the hub goes on with it",
                PATIENCE.as_secs()
            ),
        }
    }
    Ok(())
}

/// Waits until no file waits to be read, as long as something moves; answers how many still wait.
async fn wait_until_read(db: &Db, settings: &Settings) -> Result<i64> {
    let mut before = i64::MAX;
    loop {
        let waiting = library::import::wait_until_read(db, |_| {}).await?;
        // A serving hub may read at one file for longer than that.
        if waiting == 0 || waiting >= before || position(settings).await.is_none() {
            return Ok(waiting);
        }
        before = waiting;
    }
}

enum Indexed {
    Yes,
    NobodyServes,
    NotYet,
}

/// Waits until the index of the serving hub holds every document that is committed now.
async fn wait_until_indexed(db: &Db, settings: &Settings) -> Result<Indexed> {
    let end = changes_end(&db.read(), library::KIND).await?;
    let (mut last, mut moved) = (None, Instant::now());
    loop {
        let now = position(settings).await;
        match now {
            // 0: it is being built anew.
            Some(now) if now > 0 && now >= end => return Ok(Indexed::Yes),
            None if last.is_none() => return Ok(Indexed::NobodyServes),
            _ => {}
        }
        if now.is_some() && now != last {
            (last, moved) = (now, Instant::now());
        }
        if moved.elapsed() > PATIENCE {
            return Ok(Indexed::NotYet);
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// How far the index of this data folder is, where a hub serves it; nothing where none does. The folder says how far:
/// the hub itself tells strangers nothing of it.
async fn position(settings: &Settings) -> Option<i64> {
    let serves = tokio::time::timeout(ANSWER, is_ready(settings.serving()?)).await;
    if serves.is_ok_and(|ready| ready == Some(true)) {
        Some(find::reached(&index_folder(&settings.data)))
    } else {
        None
    }
}

async fn is_ready(mut hub: SocketAddr) -> Option<bool> {
    if hub.ip().is_unspecified() {
        hub.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    let mut stream = TcpStream::connect(hub).await.ok()?;
    let request = format!("GET /health/ready HTTP/1.1\r\nHost: {hub}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = String::new();
    stream.take(ANSWER_BYTES).read_to_string(&mut answer).await.ok()?;
    Some(answer.starts_with("HTTP/1.1 200"))
}
