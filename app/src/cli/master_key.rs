//! `strong-cities master-key change|forget`.

use std::sync::Arc;

use base::{Result, SystemClock};
use clap::Subcommand;

use crate::features::features;
use crate::say::say;
use server::{MASTER_KEY, Settings, change_master_key, open_existing};

#[derive(Subcommand)]
pub(crate) enum MasterKey {
    /// Put a new key before the one that there is, which still opens what it sealed
    Change,
    /// Give up a key that is lost for good, with all that it sealed
    Forget,
}

pub(crate) async fn run(command: MasterKey, settings: &Settings) -> Result<()> {
    let (db, _) = open_existing(settings, Arc::new(SystemClock), &features()).await?;
    match command {
        MasterKey::Change => {
            let name = change_master_key(settings, &db).await?;
            say!(
                "The key {name} stands first in `{MASTER_KEY}` of the data folder. Copy the file to all nodes, then start each \
                 again; and keep it with your backups."
            );
        }
        MasterKey::Forget => {
            db.forget_master_key().await?;
            say!(
                "The key is given up: the next start goes on with the one that it finds, or makes a new one. Links to previews \
                 that were given away no longer open, and no code of a second step is right any more: take it away of each \
                 (`user second-step EMAIL`), so that they can set it up again."
            );
        }
    }
    db.close().await;
    Ok(())
}
