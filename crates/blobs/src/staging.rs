//! Scratch files: where bytes wait until they have a name.

use std::io::{Read, Write};
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
/// Bytes that are read at a time.
const CHUNK: usize = 64 * 1024;

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

/// A scratch file to which bytes are written.
struct Arriving {
    hasher: Sha256,
    limit: u64,
    staged: Staged,
}

impl Arriving {
    /// For a scratch file that was made: from here on it is removed whatever happens.
    fn new(path: PathBuf, limit: u64) -> Arriving {
        let staged = Staged { path, hash: Hash(String::new()), length: 0, head: Vec::new() };
        Arriving { hasher: Sha256::new(), limit, staged }
    }

    /// Before they are written.
    fn take(&mut self, chunk: &[u8]) -> Result<()> {
        self.staged.length += chunk.len() as u64;
        if self.staged.length > self.limit {
            return Err(Fail::TooLarge(self.limit));
        }
        let missing = HEAD_BYTES.saturating_sub(self.staged.head.len()).min(chunk.len());
        self.staged.head.extend_from_slice(&chunk[..missing]);
        self.hasher.update(chunk);
        Ok(())
    }

    /// All were written, and are on the disk.
    fn whole(mut self) -> Staged {
        self.staged.hash = Hash(base::secret::hex(&self.hasher.finalize()));
        self.staged
    }
}

/// Stages what need not be waited for over the network: on one thread, that may wait for the disk.
pub(crate) async fn stage_all(scratch: &Path, from: impl Read + Send + 'static, limit: u64) -> Result<Staged> {
    let path = scratch.join(base::secret::new_secret());
    tokio::task::spawn_blocking(move || write_all(path, from, limit)).await.map_err(Fail::internal)?
}

fn write_all(path: PathBuf, mut from: impl Read, limit: u64) -> Result<Staged> {
    let mut file = std::fs::File::create_new(&path).map_err(io)?;
    let mut arriving = Arriving::new(path, limit);
    let mut buffer = vec![0; CHUNK];
    loop {
        let read = match from.read(&mut buffer) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            read => read.map_err(io)?,
        };
        if read == 0 {
            break;
        }
        arriving.take(&buffer[..read])?;
        file.write_all(&buffer[..read]).map_err(io)?;
    }
    file.sync_all().map_err(io)?;
    Ok(arriving.whole())
}

pub(crate) async fn stage<S, E>(scratch: &Path, mut bytes: S, limit: u64) -> Result<Staged>
where
    S: Stream<Item = std::result::Result<Bytes, E>> + Unpin,
    E: std::fmt::Display,
{
    let path = scratch.join(base::secret::new_secret());
    let mut file = fs::File::create_new(&path).await.map_err(io)?;
    let mut arriving = Arriving::new(path, limit);
    while let Some(chunk) = bytes.next().await {
        let chunk = chunk.map_err(|error| Fail::Unavailable(format!("the upload broke off: {error}")))?;
        arriving.take(&chunk)?;
        file.write_all(&chunk).await.map_err(io)?;
    }
    file.flush().await.map_err(io)?;
    file.sync_all().await.map_err(io)?;
    Ok(arriving.whole())
}
