//! Scratch files: where bytes wait until they have a name.

use std::io::Write;
use std::path::{Path, PathBuf};

use base::{Fail, Result};
use bytes::Bytes;
use futures::{Stream, StreamExt};
use sha2::{Digest, Sha256};
use tokio::fs;
use tokio::io::AsyncWriteExt;

use crate::{Hash, io};

/// Tries to make a scratch folder.
const TRIES: usize = 10;
/// Bytes kept of the beginning, from which a format is told.
const HEAD_BYTES: usize = 8 * 1024;

/// A file that arrived whole and was hashed. Dropped without being kept, it is gone.
#[derive(Debug)]
pub struct Staged {
    path: PathBuf,
    hash: Hash,
    length: u64,
    head: Vec<u8>,
}

impl Staged {
    /// The name its bytes give it.
    pub fn hash(&self) -> &Hash {
        &self.hash
    }

    /// In bytes.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Its first 8 KiB, or all of a shorter one.
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Its bytes, from the beginning.
    ///
    /// # Errors
    /// [`Fail::Unavailable`] when the disk does not give them.
    pub async fn open(&self) -> Result<std::fs::File> {
        Ok(fs::File::open(&self.path).await.map_err(io)?.into_std().await)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.path);
    }
}

/// A folder for the scratch files of one process, and the lock that says that it is alive.
pub(crate) struct Scratch {
    pub(crate) path: PathBuf,
    _lock: std::fs::File,
}

/// Makes a scratch folder, and empties those of processes that are gone: nothing in them was ever
/// acknowledged. Which ones are gone is told by their locks, since process ids mean nothing between
/// containers.
pub(crate) async fn scratch(folder: &Path) -> Result<Scratch> {
    let all = folder.join("scratch");
    for _ in 0..TRIES {
        let path = all.join(base::secret::new_secret());
        fs::create_dir_all(&path).await.map_err(io)?;
        let Ok(lock) = std::fs::File::create(path.join("lock")) else { continue };
        lock.lock().map_err(io)?;
        // Between making and locking it another process may have taken it for one that nobody has.
        if path.join("lock").exists() {
            remove_orphans(&all, &path).await;
            return Ok(Scratch { path, _lock: lock });
        }
    }
    Err(Fail::Unavailable(format!("no scratch folder can be made in {}", all.display())))
}

async fn remove_orphans(all: &Path, own: &Path) {
    let Ok(mut entries) = fs::read_dir(all).await else { return };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let path = entry.path();
        let alive = std::fs::File::open(path.join("lock")).is_ok_and(|lock| lock.try_lock().is_err());
        if path != own && !alive {
            let _ = fs::remove_dir_all(path).await;
        }
    }
}

/// Stages bytes that are in memory already.
pub(crate) async fn stage_whole(scratch: &Path, bytes: Vec<u8>) -> Result<Staged> {
    let path = scratch.join(base::secret::new_secret());
    let work = move || {
        let mut file = std::fs::File::create_new(&path)?;
        let head = bytes[..bytes.len().min(HEAD_BYTES)].to_owned();
        // From here on the guard removes the file whatever happens.
        let staged = Staged { path, hash: Hash::of(&bytes), length: bytes.len() as u64, head };
        file.write_all(&bytes)?;
        file.sync_all()?;
        Ok(staged)
    };
    tokio::task::spawn_blocking(work).await.map_err(Fail::internal)?.map_err(io)
}

pub(crate) async fn stage<S, E>(scratch: &Path, mut bytes: S, limit: u64) -> Result<Staged>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Unpin,
    E: std::fmt::Display,
{
    let path = scratch.join(base::secret::new_secret());
    let mut file = fs::File::create_new(&path).await.map_err(io)?;
    // From here on the guard removes the file whatever happens.
    let mut staged = Staged { path, hash: Hash(String::new()), length: 0, head: Vec::new() };
    let mut hasher = Sha256::new();
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|error| Fail::Unavailable(format!("the upload broke off: {error}")))?;
        staged.length += chunk.len() as u64;
        if staged.length > limit {
            return Err(Fail::TooLarge(limit));
        }
        let missing = HEAD_BYTES.saturating_sub(staged.head.len()).min(chunk.len());
        staged.head.extend_from_slice(&chunk[..missing]);
        hasher.update(&chunk);
        file.write_all(&chunk).await.map_err(io)?;
    }
    file.flush().await.map_err(io)?;
    file.sync_all().await.map_err(io)?;
    staged.hash = Hash(base::secret::hex(&hasher.finalize()));
    Ok(staged)
}
