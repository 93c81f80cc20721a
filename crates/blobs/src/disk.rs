//! Blobs as files in folders: 256 of them, by the first two letters of their names.

use std::collections::HashSet;
use std::io::SeekFrom;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use base::{Fail, Result, Time};
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;
use tokio::fs;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

use crate::{Hash, Staged, io};

/// Bytes read from the disk at a time.
const CHUNK: usize = 64 * 1024;

pub(crate) struct Disk {
    folder: PathBuf,
    /// Folders whose own names are known to be on the disk, up to the folder of all: 256, and those of before.
    lasting: Arc<Mutex<HashSet<PathBuf>>>,
}

impl Disk {
    pub(crate) async fn open(folder: &Path) -> Result<Disk> {
        fs::create_dir_all(folder).await.map_err(io)?;
        Ok(Disk { folder: folder.to_owned(), lasting: Arc::default() })
    }

    fn path(&self, hash: &Hash) -> PathBuf {
        self.folder.join(&hash.0[..2]).join(&hash.0)
    }

    /// Where it lay before this version, one folder deeper. What is there stays: each new folder has to be made, and its name synced, which
    /// took longer than a small file itself.
    fn path_before(&self, hash: &Hash) -> PathBuf {
        self.folder.join(&hash.0[..2]).join(&hash.0[2..4]).join(&hash.0)
    }

    async fn open_file(&self, hash: &Hash) -> Result<fs::File> {
        match fs::File::open(self.path(hash)).await {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                fs::File::open(self.path_before(hash)).await.map_err(io)
            }
            file => file.map_err(io),
        }
    }

    pub(crate) async fn keep(&self, staged: &Staged) -> Result<()> {
        let (from, target) = (staged.path().to_owned(), self.path(staged.hash()));
        let (before, folder, lasting) = (self.path_before(staged.hash()), self.folder.clone(), self.lasting.clone());
        let work = move || {
            // What lies where files lay before is not kept a second time.
            let target = if before.try_exists()? { before } else { target };
            keep(&from, &target, &folder, &lasting)
        };
        tokio::task::spawn_blocking(work).await.map_err(Fail::internal)?.map_err(io)
    }

    pub(crate) async fn has(&self, hash: &Hash) -> Result<bool> {
        let here = fs::try_exists(self.path(hash)).await.map_err(io)?;
        Ok(here || fs::try_exists(self.path_before(hash)).await.map_err(io)?)
    }

    pub(crate) async fn remove(&self, hash: &Hash) -> Result<()> {
        for path in [self.path(hash), self.path_before(hash)] {
            match fs::remove_file(path).await {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Everything that lies in the folder under a name of ours, folder by folder, with when it came.
    pub(crate) fn all(&self) -> impl futures::Stream<Item = Result<(Hash, Time)>> + Send + 'static {
        let folder = self.folder.clone();
        let tops = (0..=255_u8).map(move |top| folder.join(format!("{top:02x}")));
        futures::stream::iter(tops)
            .then(|top| async move {
                let listed = tokio::task::spawn_blocking(move || list(&top)).await.map_err(Fail::internal)?;
                listed.map_err(io)
            })
            .flat_map(|listed| match listed {
                Ok(found) => futures::stream::iter(found.into_iter().map(Ok).collect::<Vec<_>>()),
                Err(fail) => futures::stream::iter(vec![Err(fail)]),
            })
    }

    pub(crate) async fn get(&self, hash: &Hash) -> Result<Bytes> {
        let mut bytes = Vec::new();
        self.open_file(hash).await?.read_to_end(&mut bytes).await.map_err(io)?;
        Ok(bytes.into())
    }

    pub(crate) async fn local(&self, hash: &Hash) -> Result<std::fs::File> {
        Ok(self.open_file(hash).await?.into_std().await)
    }

    pub(crate) async fn stream(
        &self,
        hash: &Hash,
        start: u64,
        length: u64,
    ) -> Result<BoxStream<'static, std::io::Result<Bytes>>> {
        let mut file = self.open_file(hash).await?;
        file.seek(SeekFrom::Start(start)).await.map_err(io)?;
        Ok(ReaderStream::with_capacity(file.take(length), CHUNK).boxed())
    }
}

/// Gives a staged file its name, and makes the name last.
fn keep(from: &Path, target: &Path, folder: &Path, lasting: &Mutex<HashSet<PathBuf>>) -> std::io::Result<()> {
    let parent = target.parent().unwrap_or(folder);
    forget_missing(parent, folder, lasting)?;
    std::fs::create_dir_all(parent)?;
    match std::fs::hard_link(from, target) {
        Ok(()) => {}
        // Another upload of the same bytes may not have synced yet: its names are synced below too.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    // The bytes were synced when they were staged; now the names.
    sync_names(parent, folder, lasting)
}

/// A folder that is not there is made anew: its name is synced again.
fn forget_missing(parent: &Path, folder: &Path, lasting: &Mutex<HashSet<PathBuf>>) -> std::io::Result<()> {
    for level in parent.ancestors().take_while(|level| *level != folder) {
        if level.try_exists()? {
            break;
        }
        lasting.lock().unwrap_or_else(PoisonError::into_inner).remove(level);
    }
    Ok(())
}

/// Makes what was just named in a folder last, and the names of the folders above, up to the folder of all, unless this
/// process has seen to those before.
fn sync_names(parent: &Path, folder: &Path, lasting: &Mutex<HashSet<PathBuf>>) -> std::io::Result<()> {
    let known = |level: &Path| lasting.lock().unwrap_or_else(PoisonError::into_inner).contains(level);
    let mut level = parent;
    let mut synced = Vec::new();
    loop {
        std::fs::File::open(level)?.sync_all()?;
        // The name of this one stands in the folder above.
        if level == folder || known(level) {
            break;
        }
        synced.push(level.to_owned());
        let Some(above) = level.parent() else { break };
        level = above;
    }
    lasting.lock().unwrap_or_else(PoisonError::into_inner).extend(synced);
    Ok(())
}

/// The files of one of the 256 folders, and of those in it that were made before.
fn list(top: &Path) -> std::io::Result<Vec<(Hash, Time)>> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(top) else { return Ok(found) };
    for entry in entries {
        let entry = entry?;
        if !entry.file_type()?.is_dir() {
            found.extend(named(&entry)?);
            continue;
        }
        for file in std::fs::read_dir(entry.path())? {
            found.extend(named(&file?)?);
        }
    }
    Ok(found)
}

/// A file under a name of ours, with when it came.
fn named(file: &std::fs::DirEntry) -> std::io::Result<Option<(Hash, Time)>> {
    let Some(hash) = file.file_name().to_str().and_then(Hash::parse) else { return Ok(None) };
    Ok(Some((hash, file.metadata()?.modified()?.into())))
}
