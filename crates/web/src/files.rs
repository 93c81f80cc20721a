//! Files come into the store when a row names them, and leave it when none does any more.

use std::time::Duration;

use base::{Fail, Result};
use blobs::{Blobs, Hash, Staged};
use chrono::TimeDelta;
use futures::StreamExt;
use store::{Arrival, Db, files_to_remove, named_files};

use crate::hub::Hub;

/// How long to wait for a removal of the same bytes, look by look.
const LOOKS: usize = 50;
const PAUSE: Duration = Duration::from_millis(100);
/// Files taken in one step.
const STEP: usize = 200;
/// How long a file that no row names is left alone: a program of before, which still serves beside this one, names its
/// files a moment later.
const STRANGE: TimeDelta = TimeDelta::days(1);
/// Of the disk where files are received so much stays free, in hundredths: the database needs room too.
const FREE_PERCENT: u64 = 5;
/// And at least so many bytes, but no more than so many: a large disk needs no larger room than that.
const FREE_BYTES: (u64, u64) = (20_000_000, 10_000_000_000);

/// Is there room for another file? Asked before anything of it is received.
///
/// # Errors
/// [`Fail::Unavailable`].
pub fn check_disk(hub: &Hub) -> Result<()> {
    let (free, all) = hub.blobs.room()?;
    if leaves_room(free, all) {
        return Ok(());
    }
    Err(Fail::Unavailable("no space left for files: the rest is kept free for everything else".into()))
}

/// Is there still room for everything else? A file that was received is in scratch already, and no longer counted as
/// free.
fn leaves_room(free: u64, all: u64) -> bool {
    free >= (all / 100 * FREE_PERCENT).clamp(FREE_BYTES.0, FREE_BYTES.1)
}

/// Puts a staged file into the store as one that arrives, for an hour. What comes next is the transaction that names it
/// ([`store::Tx::settle_file`]); where that refuses, or nobody knows whether it lasted, [`dismiss`].
///
/// # Errors
/// [`Fail::Unavailable`] when the store does not take it.
pub async fn arrive(db: &Db, blobs: &Blobs, staged: &Staged) -> Result<Arrival> {
    arrive_together(db, blobs, &[staged]).await?.pop().ok_or_else(|| Fail::internal("no arrival"))
}

/// The same of several files, announced in one transaction: all of them arrive, in this order, or none does.
///
/// # Errors
/// As [`arrive`].
pub async fn arrive_together(db: &Db, blobs: &Blobs, staged: &[&Staged]) -> Result<Vec<Arrival>> {
    let arrivals: Vec<Arrival> = staged.iter().map(|staged| Arrival::of(staged.hash().as_str())).collect();
    announce(db, blobs, &arrivals).await?;
    for staged in staged {
        if let Err(fail) = blobs.keep(staged).await {
            for arrival in &arrivals {
                dismiss(db, blobs, arrival).await;
            }
            return Err(fail);
        }
    }
    Ok(arrivals)
}

async fn announce(db: &Db, blobs: &Blobs, arrivals: &[Arrival]) -> Result<()> {
    // In one order everywhere: whoever waits for one file holds none that the other waits for.
    let mut sorted: Vec<&Arrival> = arrivals.iter().collect();
    sorted.sort_by(|one, other| one.hash().cmp(other.hash()));
    for _ in 0..LOOKS {
        let Some(removed) = try_to_announce(db, &sorted).await? else { return Ok(()) };
        // One that somebody left in the middle is finished here.
        if let Some(hash) = Hash::parse(&removed) {
            remove(db, blobs, &hash).await?;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Err(Fail::Unavailable("the same file is just being removed".into()))
}

/// Announces all, or none; answers the file that is just being removed.
async fn try_to_announce(db: &Db, arrivals: &[&Arrival]) -> Result<Option<String>> {
    let tx = db.begin().await?;
    for arrival in arrivals {
        match tx.announce_file(arrival).await {
            Ok(()) => {}
            Err(Fail::Contended(_)) => return Ok(Some(arrival.hash().to_owned())),
            Err(fail) => return Err(fail),
        }
    }
    tx.commit().await?;
    Ok(None)
}

/// A file that arrived was refused: it leaves at once, unless somebody names the same bytes. Brought to its end whoever
/// waits for it; what goes wrong here is done again by the next round of tidying up.
pub async fn dismiss(db: &Db, blobs: &Blobs, arrival: &Arrival) {
    let (db, blobs, arrival) = (db.clone(), blobs.clone(), arrival.clone());
    let work = async move {
        let tx = db.begin().await?;
        tx.forget_arrival(&arrival).await?;
        tx.commit().await?;
        match Hash::parse(arrival.hash()) {
            Some(hash) => remove(&db, &blobs, &hash).await,
            None => Ok(()),
        }
    };
    match tokio::spawn(work).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "a refused file stays until the next round"),
        Err(error) => tracing::error!(%error, "a refused file stays until the next round"),
    }
}

/// Removes a file that nobody names any more.
async fn remove(db: &Db, blobs: &Blobs, hash: &Hash) -> Result<()> {
    let Some(removal) = db.remove_file(hash.as_str()).await? else { return Ok(()) };
    blobs.remove(hash).await?;
    db.file_removed(&removal).await
}

/// Removes files whose uses have ended, and those that no row ever named. Only after whoever names files has done so:
/// see `app`'s chores.
///
/// # Errors
/// Of the first that cannot be removed; the others are, all the same.
pub async fn remove_unused(hub: &Hub) -> Result<()> {
    let outcome = ended(hub).await;
    outcome.and(unnamed(hub).await.map(|_| ()))
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
/// many there were. What is just arriving was announced before it came.
async fn unnamed(hub: &Hub) -> Result<usize> {
    let (mut count, mut outcome) = (0, Ok(()));
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
            outcome = outcome.and(remove(&hub.db, &hub.blobs, hash).await);
        }
    }
    outcome.map(|()| count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_keeps_its_room() {
        let gb = 1_000_000_000;
        assert!(leaves_room(5 * gb, 100 * gb));
        assert!(!leaves_room(5 * gb - 1, 100 * gb), "less than a twentieth");
        assert!(!leaves_room(10_000_000, 100_000_000), "small disks keep twenty megabytes");
        assert!(leaves_room(20_000_000, 100_000_000));
        assert!(leaves_room(10 * gb, 4_000 * gb), "large disks keep ten gigabytes");
        assert!(!leaves_room(10 * gb - 1, 4_000 * gb));
    }
}
