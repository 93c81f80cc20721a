//! The folder of an index: who may use it, which version it is of, and what to do when it is damaged.
//!
//! ```text
//! <folder>/lock     held while the index is open
//! <folder>/v9/      the files of the engine, for VERSION 9
//! ```
//! A version that this program does not write is of no use to it and is removed: the index can always be filled again.

use std::fs::{self, File, TryLockError};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use tantivy::directory::MmapDirectory;
use tantivy::directory::error::{OpenDirectoryError, OpenReadError};
use tantivy::index::IndexSettings;
use tantivy::schema::Schema;
use tantivy::{Index, ReloadPolicy, TantivyError};

use crate::error::FindError;

/// To be raised with every change of schema, analyser or folding: indexes of another version are filled anew.
pub(crate) const VERSION: u32 = 9;

/// Checksums of an index up to this size, in bytes, are verified at the start: beyond, it would take too long,
/// and what the engine checks on its own (each file is there, whole, of its version) has to do.
const VERIFIED_BYTES: u64 = 512 * 1024 * 1024;

/// How long to wait for a folder whose last user is just going: a process that starts another one shares its locks
/// with it for a moment.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often to look meanwhile.
const LOOK: Duration = Duration::from_millis(20);

/// A folder that no other process and no other index uses, until this is dropped.
pub struct Held {
    pub(crate) folder: PathBuf,
    _lock: File,
}

impl Held {
    /// Takes a folder, and makes it where there is none.
    ///
    /// # Errors
    /// [`FindError::Busy`] when somebody else has it; others when it cannot be made.
    pub fn of(folder: &Path) -> Result<Held, FindError> {
        Ok(Held { _lock: lock(folder)?, folder: folder.to_owned() })
    }
}

/// Takes the folder for this process, until the returned file is dropped.
fn lock(folder: &Path) -> Result<File, FindError> {
    fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("lock"))?;
    let patience = Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if Instant::now() < patience => std::thread::sleep(LOOK),
            Err(TryLockError::WouldBlock) => return Err(FindError::Busy),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
}

/// How far the index in this folder is, as its last commit says; 0 where there is none. For others than the process
/// that has it open.
pub fn reached(folder: &Path) -> i64 {
    let metas = || Index::open_in_dir(folder.join(format!("v{VERSION}")))?.load_metas();
    metas().ok().and_then(|metas| metas.payload).map_or(0, |payload| read_payload(&payload).0)
}

/// What a commit remembers: how far it is, and what it was made by.
pub(crate) fn payload(cursor: i64, made: u64) -> String {
    format!("{cursor} {made:x}")
}

/// Reads what [`payload`] wrote; zeroes for anything else.
pub(crate) fn read_payload(payload: &str) -> (i64, u64) {
    let (cursor, made) = payload.split_once(' ').unwrap_or((payload, "0"));
    (cursor.parse().unwrap_or(0), u64::from_str_radix(made, 16).unwrap_or(0))
}

/// Opens the index of this version, or an empty one beside a damaged one which it then replaces.
/// Only to be called while holding the lock.
pub(crate) fn open(folder: &Path, schema: &Schema) -> Result<Index, FindError> {
    let current = folder.join(format!("v{VERSION}"));
    remove_others(folder, &current)?;
    if current.try_exists()? {
        match try_open(&current, schema) {
            Ok(index) => return Ok(index),
            Err(error) if !is_damage(&error) => return Err(error.into()),
            Err(error) => tracing::warn!(%error, "the search index is damaged and will be filled anew"),
        }
    }
    let fresh = current.with_extension("new");
    fs::create_dir(&fresh)?;
    drop(Index::create(directory(&fresh)?, schema.clone(), settings())?);
    let broken = current.with_extension("old");
    if current.try_exists()? {
        fs::rename(&current, &broken)?;
    }
    fs::rename(&fresh, &current)?;
    remove(&broken)?;
    Ok(Index::open(directory(&current)?)?)
}

/// Stored text is small and read by the page: fast compression of small blocks.
pub(crate) fn settings() -> IndexSettings {
    IndexSettings::default()
}

fn directory(path: &Path) -> Result<MmapDirectory, TantivyError> {
    Ok(MmapDirectory::open(path)?)
}

/// Opens an index and reads of it what a search would.
fn try_open(path: &Path, schema: &Schema) -> Result<Index, TantivyError> {
    // The engine panics on some damage instead of answering with an error.
    catch_unwind(AssertUnwindSafe(|| {
        let index = Index::open(directory(path)?)?;
        if index.schema() != *schema {
            return Err(TantivyError::SchemaError("the schema is another one".into()));
        }
        if size(path)? <= VERIFIED_BYTES {
            let damaged = index.validate_checksum()?;
            if !damaged.is_empty() {
                return Err(TantivyError::InternalError(format!("checksums differ: {damaged:?}")));
            }
        }
        crate::schema::register(&index, &Arc::default());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let form = schema.get_field(crate::schema::FORM)?;
        for segment in reader.searcher().segment_readers() {
            crate::rows::Rows::read(segment, form)?;
        }
        Ok(index)
    }))
    .unwrap_or_else(|_| Err(TantivyError::InternalError("the engine panicked".into())))
}

/// Whether an error says that the files are bad, rather than that this moment is (no rights, no file handles left).
fn is_damage(error: &TantivyError) -> bool {
    let kind = match error {
        TantivyError::IoError(error) => error.kind(),
        TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. }) => io_error.kind(),
        TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error, .. }) => io_error.kind(),
        TantivyError::LockFailure(..) | TantivyError::OpenWriteError(_) | TantivyError::SystemError(_) => return false,
        _ => return true,
    };
    matches!(
        kind,
        io::ErrorKind::NotFound
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::IsADirectory
            | io::ErrorKind::Other
    )
}

fn size(path: &Path) -> io::Result<u64> {
    fs::read_dir(path)?.map(|entry| entry?.metadata().map(|metadata| metadata.len())).sum()
}

/// Removes other versions and what an interrupted replacement left. Touches only names of our own making.
fn remove_others(folder: &Path, current: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path: PathBuf = entry?.path();
        let ours = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix('v')).is_some_and(
            |rest| {
                let number = rest.strip_suffix(".new").or(rest.strip_suffix(".old")).unwrap_or(rest);
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            },
        );
        if ours && path != current {
            remove(&path)?;
        }
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    let removed = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
