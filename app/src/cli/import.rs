//! `strong-cities library import`.

use std::path::PathBuf;
use std::sync::Arc;

use base::{Fail, Result, SystemClock};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};

use crate::hub::{open_blobs, open_data};
use crate::settings::Settings;

#[derive(Subcommand)]
pub(crate) enum Library {
    /// Bring in an existing collection of files
    ///
    /// The manifest is a CSV file with the columns file,title and, if you have them, abstract, city, type, themes, year,
    /// language, access. City and themes are slugs, themes separated by ";". Access is public, members or city; members when
    /// empty. Every bad row is reported with its line; the good ones go in. Run twice, nothing comes in twice. The hub may be
    /// serving meanwhile: it reads and indexes the files.
    Import {
        /// The folder that the files of the manifest are in
        folder: PathBuf,
        /// The manifest
        #[arg(long, value_name = "FILE.csv")]
        manifest: PathBuf,
    },
}

pub(crate) async fn run(command: Library, settings: &Settings) -> Result<()> {
    let Library::Import { folder, manifest } = command;
    let (db, network) = open_data(settings, Arc::new(SystemClock)).await?;
    let blobs = open_blobs(settings).await?;
    let rows = library::import::read_manifest(&manifest)?;
    let bar = ProgressBar::new(rows.len() as u64);
    bar.set_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {msg}").map_err(Fail::internal)?);
    let begun = std::time::Instant::now();
    let import = library::import::Import {
        db: &db,
        blobs: &blobs,
        network: &network,
        folder: &folder,
        upload_bytes: settings.upload_mb * 1_000_000,
        owner: &base::Actor::System,
    };
    let (mut new, mut known, mut bad) = (0, 0, Vec::new());
    for row in rows {
        let (line, outcome) = import.take(row).await;
        match outcome {
            Ok(true) => new += 1,
            Ok(false) => known += 1,
            Err(reason) => {
                bar.suspend(|| eprintln!("line {line}: {reason}"));
                bad.push(line);
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    println!(
        "{new} brought in, {known} there already, {} bad rows, in {:.1} s",
        bad.len(),
        begun.elapsed().as_secs_f64()
    );
    let waiting = library::import::wait_until_read(&db, |_| {}).await?;
    match waiting {
        0 => println!("all files read {:.1} s after the start", begun.elapsed().as_secs_f64()),
        waiting => println!("{waiting} files wait to be read: the hub does it when it serves"),
    }
    db.close().await;
    if bad.is_empty() { Ok(()) } else { Err(Fail::Unavailable(format!("{} rows were not brought in", bad.len()))) }
}
