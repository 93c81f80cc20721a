//! What can go wrong.

use std::io;

use tantivy::TantivyError;

/// Why the index could not do what it was asked for.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// Another process, or another [`crate::Index`] of this one, has the folder open.
    #[error("the search index is in use by another process")]
    Busy,
    /// The folder cannot be used: no rights, no room.
    #[error("the search index cannot use its folder: {0}")]
    Folder(#[from] io::Error),
    /// The engine failed.
    #[error("the search engine failed: {0}")]
    Engine(#[from] TantivyError),
}
