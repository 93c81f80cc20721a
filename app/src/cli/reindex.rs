//! `strong-cities reindex`.

use std::sync::Arc;

use base::{Result, SystemClock};

use crate::features::features;
use crate::say::say;
use server::{REINDEX, Settings, open_existing};

/// Asks every node to build its index anew: running nodes do it at once, others when they start.
/// Files are not read again.
pub(crate) async fn run(settings: &Settings) -> Result<()> {
    let (db, _) = open_existing(settings, Arc::new(SystemClock), &features()).await?;
    let tx = db.begin().await?;
    tx.forget_foreign_changes().await?;
    tx.changed(REINDEX, 0, false, &[]).await?;
    tx.commit().await?;
    db.close().await;
    say!("The search index will be built anew: at once where the hub is running, else at its next start.");
    Ok(())
}
