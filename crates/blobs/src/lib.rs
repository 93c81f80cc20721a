//! Files, named by the SHA-256 of their bytes: on disk, or in an S3-compatible store.
//!
//! A file is first *staged* (streamed to a scratch file under a limit, hashed on the way), then
//! *kept* under its hash. The same bytes are one blob. Nothing here knows whose a file is: a row names it before it is
//! kept (`store`'s file uses, `web::files`), so that no file lies here for nobody.

mod disk;
mod s3;
mod staging;

use std::path::Path;
use std::sync::Arc;

use base::outside::outside;
use base::{Fail, Result, Time};
use bytes::Bytes;
use futures::StreamExt;
use futures::stream::BoxStream;

pub use s3::S3Settings;
pub use staging::Staged;

/// A SHA-256 in hexadecimal: the name of a blob.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hash(String);

impl Hash {
    /// Reads 64 lower-case hexadecimal letters; nothing else may become part of a path.
    pub fn parse(text: &str) -> Option<Hash> {
        let right = text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        right.then(|| Hash(text.to_owned()))
    }

    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        use sha2::Digest;
        Hash(base::secret::hex(&sha2::Sha256::digest(bytes)))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its name in a bucket.
    fn key(&self) -> String {
        format!("{}/{}/{}", &self.0[..2], &self.0[2..4], self.0)
    }
}

enum Place {
    Disk(disk::Disk),
    S3(s3::S3),
}

/// The hub's files.
#[derive(Clone)]
pub struct Blobs {
    place: Arc<Place>,
    scratch: Arc<staging::Scratch>,
}

impl Blobs {
    /// Files in this folder, made if new.
    pub async fn on_disk(folder: &Path) -> Result<Blobs> {
        let scratch = Arc::new(staging::scratch(folder).await?);
        Ok(Blobs { place: Arc::new(Place::Disk(disk::Disk::open(folder).await?)), scratch })
    }

    /// Files in a bucket; scratch files in this folder.
    pub async fn on_s3(settings: &S3Settings, folder: &Path) -> Result<Blobs> {
        let scratch = Arc::new(staging::scratch(folder).await?);
        Ok(Blobs { place: Arc::new(Place::S3(s3::S3::open(settings)?)), scratch })
    }

    /// Streams bytes to a scratch file, never whole in memory.
    ///
    /// # Errors
    /// [`Fail::TooLarge`] past `limit` bytes; [`Fail::Unavailable`] when the disk is full.
    pub async fn stage<S, E>(&self, bytes: S, limit: u64) -> Result<Staged>
    where
        S: futures::Stream<Item = std::result::Result<Bytes, E>> + Unpin,
        E: std::fmt::Display,
    {
        outside("files.stage");
        staging::stage(&self.scratch.path, bytes, limit).await
    }

    /// Keeps a staged file under its hash. Idempotent; lasts when it returns.
    pub async fn keep(&self, staged: &Staged) -> Result<()> {
        outside("files.keep");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.keep(staged).await,
            Place::S3(s3) => s3.keep(staged).await,
        }
    }

    /// Stages what is here already: a file beside the hub.
    ///
    /// # Errors
    /// Those of [`Blobs::stage`].
    pub async fn stage_all(&self, from: impl std::io::Read + Send + 'static, limit: u64) -> Result<Staged> {
        outside("files.stage");
        staging::stage_all(&self.scratch.path, from, limit).await
    }

    /// Stages bytes that are in memory already (a thumbnail, extracted text).
    ///
    /// # Errors
    /// [`Fail::Unavailable`] when the disk is full.
    pub async fn stage_bytes(&self, bytes: impl Into<Vec<u8>>) -> Result<Staged> {
        self.stage_all(std::io::Cursor::new(bytes.into()), u64::MAX).await
    }

    /// All that lies here, with when it came.
    pub fn all(&self) -> BoxStream<'static, Result<(Hash, Time)>> {
        outside("files.all");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.all().boxed(),
            Place::S3(s3) => s3.all(),
        }
    }

    /// Free bytes where files are received, and all bytes there.
    pub fn room(&self) -> Result<(u64, u64)> {
        let about = rustix::fs::statvfs(&self.scratch.path).map_err(|error| io(error.into()))?;
        Ok((about.f_bavail * about.f_frsize, about.f_blocks * about.f_frsize))
    }

    /// Is it here?
    pub async fn has(&self, hash: &Hash) -> Result<bool> {
        outside("files.has");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.has(hash).await,
            Place::S3(s3) => s3.has(hash).await,
        }
    }

    /// Removes a blob that nothing names; one that is not here is no error.
    pub async fn remove(&self, hash: &Hash) -> Result<()> {
        outside("files.remove");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.remove(hash).await,
            Place::S3(s3) => s3.remove(hash).await,
        }
    }

    /// The bytes of a small blob.
    pub async fn get(&self, hash: &Hash) -> Result<Bytes> {
        outside("files.get");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.get(hash).await,
            Place::S3(s3) => s3.get(hash).await,
        }
    }

    /// Streams `length` bytes from `start`.
    pub async fn stream(
        &self,
        hash: &Hash,
        start: u64,
        length: u64,
    ) -> Result<BoxStream<'static, std::io::Result<Bytes>>> {
        outside("files.stream");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.stream(hash, start, length).await,
            Place::S3(s3) => s3.stream(hash, start, length).await,
        }
    }

    /// A local file to read it from: the blob itself on disk, a scratch copy of one in a bucket.
    pub async fn local(&self, hash: &Hash) -> Result<std::fs::File> {
        outside("files.local");
        match self.place.as_ref() {
            Place::Disk(disk) => disk.local(hash).await,
            Place::S3(s3) => {
                let length = s3.length(hash).await?;
                let staged = self.stage(s3.stream(hash, 0, length).await?, length).await?;
                staged.open().await
            }
        }
    }
}

/// What a failed file operation means for a person: a disk that is full, or fails, is no mistake of theirs or ours.
fn io(error: std::io::Error) -> Fail {
    match error.kind() {
        std::io::ErrorKind::NotFound => Fail::NotFound,
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded | std::io::ErrorKind::FileTooLarge => {
            Fail::Unavailable(format!("no space left: {error}"))
        }
        _ => Fail::Unavailable(format!("the file store: {error}")),
    }
}

#[cfg(test)]
mod tests;
