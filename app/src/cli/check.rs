//! `strong-cities check`.

use std::sync::Arc;

use base::{Fail, Result, SystemClock};

use crate::features::features;
use crate::say::say;
use server::{Settings, open_blobs, open_existing, store_fails};

/// Says what is there and what is wrong; fails when something is.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let (db, network) = open_existing(settings, Arc::new(SystemClock), &features()).await?;
    say!("settings    right; data folder {}", settings.data.display());
    say!(
        "network     {}, {} regions, {} themes",
        network.settings.name.get(network.languages[0]),
        network.regions.len(),
        network.themes.len()
    );
    say!("database    {:?}, answers", db.engine());
    let (waiting, dead) = store::job_counts(&db.read()).await?;
    say!("jobs        {waiting} waiting, {dead} given up");
    let blobs = open_blobs(settings).await?;
    let checked = library::check_files(&db, &blobs).await;
    let (files, missing) = checked.map_err(|fail| store_fails(settings, "read", &fail))?;
    say!("files       {files} named by documents, {} missing", missing.len());
    for hash in &missing {
        say!("            missing: {hash}");
    }
    let extractor = extract::Extractor::new(
        "/proc/self/exe".into(),
        Vec::new(),
        extract::Limits::default(),
        settings.allow_unlocked_reader,
    );
    say!(
        "reader      {}",
        if extractor.locked() {
            "locked in"
        } else {
            "the kernel has no landlock: files are read only with `allow_unlocked_reader`"
        }
    );
    db.close().await;
    if missing.is_empty() { Ok(()) } else { Err(Fail::Unavailable(format!("{} files are missing", missing.len()))) }
}
