//! PDF: text in reading order, page count, title, first page as a picture.

mod join;
mod text;
mod thumb;

pub(crate) use text::read as text;
pub(crate) use thumb::thumbnail;

#[cfg(feature = "samples")]
pub(crate) use join::{Unit, is_rtl, runs_right_to_left, visual_to_logical};

use std::sync::Arc;

use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::Trouble;

/// Opens a file. One that only its owner's password protects (printing, copying) opens like any other.
fn open(file: &Arc<Vec<u8>>) -> Result<Pdf, Trouble> {
    Pdf::new(Arc::clone(file)).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Trouble::Encrypted
        }
        LoadPdfError::Decryption(error) => Trouble::Damaged(format!("encryption: {error:?}")),
        LoadPdfError::Invalid => Trouble::damaged("not a PDF that can be read"),
    })
}
