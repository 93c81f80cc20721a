//! Opens a file, and tells a password from damage.

use std::sync::Arc;

use hayro::hayro_syntax::{LoadPdfError, Pdf};

use crate::Trouble;

/// Where the end of a file says that it is encrypted.
const ENCRYPT: &[u8] = b"/Encrypt";
/// The same length, and nobody's name.
const NOTHING: &[u8] = b"/Nothing";

/// Opens a file. One that only its owner's password protects (printing, copying) opens like any other, and so does one in which only what is
/// attached is encrypted.
pub(crate) fn open(file: &Arc<Vec<u8>>) -> Result<Pdf, Trouble> {
    let error = match Pdf::new(Arc::clone(file)) {
        Ok(pdf) => return Ok(pdf),
        Err(error) => error,
    };
    if only_attachments_are_locked(file)
        && let Ok(pdf) = Pdf::new(Arc::new(without_encryption(file)))
    {
        return Ok(pdf);
    }
    match error {
        LoadPdfError::Decryption(_) => Err(Trouble::Encrypted),
        // The kinds of encryption are many; a file that has one and does not open is a locked one to people.
        LoadPdfError::Invalid if holds(file, ENCRYPT) && holds(file, b"/Standard") => Err(Trouble::Encrypted),
        LoadPdfError::Invalid => Err(Trouble::damaged("not a PDF that can be read")),
    }
}

/// Whether the encryption leaves streams and strings as they are, and names a filter for attachments only.
fn only_attachments_are_locked(file: &[u8]) -> bool {
    holds(file, b"/EFF") && [&b"/StmF"[..], b"/StrF"].into_iter().all(|key| after_each(file, key).all(is_identity))
}

fn is_identity(rest: &[u8]) -> bool {
    rest.trim_ascii_start().starts_with(b"/Identity")
}

fn without_encryption(file: &[u8]) -> Vec<u8> {
    let mut open = file.to_vec();
    let places: Vec<usize> = after_each(file, ENCRYPT)
        .filter(|rest| !rest.first().is_some_and(u8::is_ascii_alphabetic))
        .map(|rest| file.len() - rest.len() - ENCRYPT.len())
        .collect();
    for place in places {
        open[place..place + NOTHING.len()].copy_from_slice(NOTHING);
    }
    open
}

fn holds(file: &[u8], wanted: &[u8]) -> bool {
    after_each(file, wanted).next().is_some()
}

/// What stands behind each place of `wanted`.
fn after_each<'a>(file: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = file;
    std::iter::from_fn(move || {
        let place = rest.windows(wanted.len()).position(|part| part == wanted)?;
        rest = &rest[place + wanted.len()..];
        Some(rest)
    })
}
