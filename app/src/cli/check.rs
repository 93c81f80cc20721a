//! `strong-cities check`.

use std::sync::Arc;

use base::{Fail, Result, SystemClock};
use clap::Args;
use store::Verified;

use crate::features::features;
use crate::say::say;
use server::{Settings, open_blobs, open_existing, store_fails};

/// What is looked at beside what always is.
#[derive(Args)]
pub(crate) struct Check {
    /// A digest of the record that was kept elsewhere, as the e-mails and the record's page show it: the record must have
    /// been sealed with it; may be given several times
    #[arg(long = "digest", value_name = "HEX")]
    digests: Vec<String>,
}

/// Says what is there and what is wrong; fails when something is.
pub(crate) async fn run(asked: Check, settings: &Settings) -> Result<()> {
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
    let digests: Vec<String> = asked.digests.iter().map(|own| own.trim().to_lowercase()).collect();
    let record = store::verify_audit(&db.read(), &digests).await?;
    db.close().await;
    say_record(&record, digests.len());
    let faults = record.faults.len() + record.more_faults;
    match (missing.len(), faults) {
        (0, 0) => Ok(()),
        (missing, 0) => Err(Fail::Unavailable(format!("{missing} files are missing"))),
        (0, faults) => Err(Fail::Unavailable(format!("the record is not what was sealed; faults: {faults}"))),
        (missing, faults) => Err(Fail::Unavailable(format!(
            "{missing} files are missing, and the record is not what was sealed; faults: {faults}"
        ))),
    }
}

/// What was found out about the record.
fn say_record(record: &Verified, compared: usize) {
    let Verified { entries, batches, unsealed, erased, .. } = record;
    say!(
        "record      {entries} entries sealed in {batches} batches, {unsealed} not yet; {erased} with something erased"
    );
    if let Some(digest) = &record.digest {
        say!("            digest {digest}");
    }
    if !record.erasures.is_empty() {
        let places: Vec<String> = record.erasures.iter().take(20).map(ToString::to_string).collect();
        let more = if record.erasures.len() > places.len() { " and more" } else { "" };
        say!("            what was erased is said by {}{more}", places.join(", "));
    }
    if compared > 0 && record.faults.is_empty() {
        say!("            it goes on from what you kept");
    }
    for fault in &record.faults {
        say!("            wrong: {fault}");
    }
    if record.more_faults > 0 {
        say!("            and {} more", record.more_faults);
    }
}
