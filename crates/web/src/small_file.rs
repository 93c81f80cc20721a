//! A form with one small file, which is held in memory whole: tables and translations that come back. Documents go another way
//! ([`crate::Upload`]): they are never whole in memory.

use base::limits::FORM_BYTES;
use base::{Fail, FieldError, Result};
use futures::StreamExt;
use input::Fields;

use crate::upload::{PART_BYTES, Part, Upload};
use crate::visit::Visit;

/// The field of the file.
const FILE: &str = "file";

/// A form with what came of its file.
pub struct WithFile {
    /// The other fields.
    pub fields: Fields,
    /// The file; none when none was sent, or it was not taken.
    pub file: Option<Vec<u8>>,
    /// What is wrong with the file.
    pub error: Option<FieldError>,
}

/// Reads the whole form; a file of more than `most` bytes is not taken, and neither is none at all: its field says so.
///
/// # Errors
/// Where the form cannot be read: [`Upload::next_part`].
pub async fn receive(visit: &Visit, form: &mut Upload, most: usize) -> Result<WithFile> {
    let mut received = WithFile { fields: Fields::default(), file: None, error: None };
    let mut bytes = 0;
    loop {
        let part = match form.next_part().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            // So large that not even its end was waited for: what came before it is kept all the same.
            Err(Fail::TooLarge(_)) if received.error.is_some() => return Ok(received),
            Err(fail) => return Err(fail),
        };
        let name = part.name().to_owned();
        if name == FILE {
            received.fields.push(FILE, "");
            received.file = whole(part, most).await?;
            if received.file.is_none() {
                received.error =
                    Some(FieldError::new(FILE, "error-upload-large").with("size", visit.size(most as u64)));
            }
            continue;
        }
        let most = FORM_BYTES.saturating_sub(bytes);
        let text = whole(part, most).await?.ok_or(Fail::TooLarge(FORM_BYTES as u64))?;
        // A part costs more than its letters: many empty ones are no way round the limit.
        bytes += text.len() + name.len() + PART_BYTES;
        if bytes > FORM_BYTES {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        received.fields.push(&name, String::from_utf8(text).map_err(|_| Fail::field("", "error-unreadable"))?);
    }
    if received.file.as_ref().is_none_or(Vec::is_empty) && received.error.is_none() {
        received.file = None;
        received.error = Some(FieldError::new(FILE, "error-file-missing"));
    }
    Ok(received)
}

/// All of a part; none where it is more than so many bytes. What is too much passes by: a browser listens only when it has sent
/// all.
async fn whole(mut part: Part<'_>, most: usize) -> Result<Option<Vec<u8>>> {
    let mut all = Some(Vec::new());
    while let Some(chunk) = part.next().await {
        let chunk = match chunk {
            Err(Fail::TooLarge(_)) => return Ok(None),
            chunk => chunk?,
        };
        all = all.filter(|all| all.len() + chunk.len() <= most);
        if let Some(all) = &mut all {
            all.extend_from_slice(&chunk);
        }
    }
    Ok(all)
}
