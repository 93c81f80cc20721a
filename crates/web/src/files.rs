//! Files come into the store when a row names them, and leave it when none does any more.

use std::time::Duration;

use async_trait::async_trait;
use base::{Fail, Result};
use blobs::{Blobs, Hash, Staged};
use chrono::TimeDelta;
use futures::StreamExt;
use store::{Db, FileUse, files_to_remove, named_files};

use crate::hub::Hub;
use crate::parts::Chore;

/// How long to wait for a removal of the same bytes, look by look.
const LOOKS: usize = 50;
const PAUSE: Duration = Duration::from_millis(100);
/// Files taken in one step.
const STEP: usize = 200;
/// How long a file that no row names is left alone: a program of before, which still serves beside this one, names its
/// files a moment later.
const STRANGE: TimeDelta = TimeDelta::days(1);

/// Names a staged file for an hour and puts it into the store. What comes next is the transaction that names it for
/// good ([`store::Tx::settle_file`]); where that refuses, [`dismiss`].
///
/// # Errors
/// [`Fail::Unavailable`] when the store does not take it.
pub async fn arrive(db: &Db, blobs: &Blobs, staged: &Staged, of: &FileUse) -> Result<()> {
    announce(db, staged.hash(), of).await?;
    match blobs.keep(staged).await {
        Ok(()) => Ok(()),
        Err(fail) => {
            dismiss(db, blobs, staged.hash(), of).await;
            Err(fail)
        }
    }
}

async fn announce(db: &Db, hash: &Hash, of: &FileUse) -> Result<()> {
    for _ in 0..LOOKS {
        let tx = db.begin().await?;
        match tx.announce_file(hash.as_str(), of).await {
            Ok(()) => return tx.commit().await,
            Err(Fail::Contended(_)) => drop(tx),
            Err(fail) => return Err(fail),
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(Fail::Unavailable("the same file is just being removed".into()))
}

/// A file that arrived was refused: it leaves at once, unless somebody else names the same bytes. What goes wrong here
/// is done again by the daily round.
pub async fn dismiss(db: &Db, blobs: &Blobs, hash: &Hash, of: &FileUse) {
    let work = async {
        let tx = db.begin().await?;
        tx.end_file_use(hash.as_str(), of, tx.now()).await?;
        tx.commit().await?;
        remove(db, blobs, hash).await
    };
    if let Err(error) = work.await {
        tracing::warn!(%error, hash = hash.as_str(), "a refused file stays until the next round");
    }
}

/// Removes a file that nobody names any more.
async fn remove(db: &Db, blobs: &Blobs, hash: &Hash) -> Result<()> {
    if !db.remove_file(hash.as_str()).await? {
        return Ok(());
    }
    blobs.remove(hash).await?;
    db.file_removed(hash.as_str()).await
}

/// Removes files whose uses have ended, and those that no row ever named.
pub struct UnusedFiles;

#[async_trait]
impl Chore for UnusedFiles {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let mut outcome = ended(hub).await;
        outcome = outcome.and(unnamed(hub).await.map(|_| ()));
        outcome
    }
}

/// One file that cannot be removed keeps no other one.
async fn ended(hub: &Hub) -> Result<()> {
    loop {
        let hashes = files_to_remove(&hub.db.read(), hub.now(), STEP as i64).await?;
        let mut outcome = Ok(());
        for hash in hashes.iter().filter_map(|hash| Hash::parse(hash)) {
            outcome = outcome.and(remove(&hub.db, &hub.blobs, &hash).await);
        }
        outcome?;
        if hashes.len() < STEP {
            return Ok(());
        }
    }
}

/// Removes what lies in the store and is named by no row: left by a program of before, or brought by hand. Answers how
/// many there were. What is just arriving was named before it came.
async fn unnamed(hub: &Hub) -> Result<usize> {
    let mut count = 0;
    let before = hub.now() - STRANGE;
    let mut all = hub.blobs.all().chunks(STEP);
    while let Some(found) = all.next().await {
        let found: Vec<_> = found.into_iter().collect::<Result<_>>()?;
        let hashes: Vec<Hash> = found.into_iter().filter(|(_, came)| *came < before).map(|(hash, _)| hash).collect();
        let texts: Vec<String> = hashes.iter().map(|hash| hash.as_str().to_owned()).collect();
        let named = named_files(&hub.db.read(), &texts).await?;
        for hash in hashes.iter().filter(|hash| !named.iter().any(|own| own == hash.as_str())) {
            count += 1;
            tracing::info!(hash = hash.as_str(), "a file that nothing names is removed");
            remove(&hub.db, &hub.blobs, hash).await?;
        }
    }
    Ok(count)
}
