//! Receiving a form with a file: the file is streamed to the file store's scratch, never whole in
//! memory.

use axum::extract::Multipart;
use axum::extract::multipart::Field;
use base::limits::FORM_BYTES;
use base::{Fail, FieldError, Result};
use blobs::Staged;
use extract::Format;
use futures::{StreamExt, TryStreamExt};
use web::{Fields, Visit};

use crate::actions::incoming::{Incoming, Origin};
use crate::rows::{self, FileFacts};
use crate::rules::safe_file_name;

/// Bytes read on after the limit, so that a browser that only listens when it has sent all hears
/// what is wrong instead of a broken connection.
const PATIENCE_BYTES: u64 = 500_000_000;

/// What one part of a form counts at least.
const PART_BYTES: usize = 100;

/// A form with what became of its file.
pub(crate) struct Received {
    pub fields: Fields,
    /// The file; none when none was sent. Nothing keeps it yet.
    pub file: Option<Incoming>,
    /// What is wrong with the file.
    pub error: Option<FieldError>,
}

/// Reads the whole form. A file that is not taken is told as an error of its field; only a broken
/// connection or a full disk end it.
pub(crate) async fn receive(visit: &Visit, mut form: Multipart) -> Result<Received> {
    let mut received = Received { fields: Fields::default(), file: None, error: None };
    let mut bytes = 0;
    while let Some(field) = form.next_field().await.map_err(|_| Fail::field("", "error-unreadable"))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            if received.file.is_some() || received.error.is_some() {
                return Err(Fail::field("file", "error-file-missing"));
            }
            match take_file(visit, field).await? {
                Ok(file) => received.file = file,
                Err(error) => received.error = Some(error),
            }
            continue;
        }
        let text = small(field, FORM_BYTES.saturating_sub(bytes)).await?;
        // A part costs more than its letters: many empty ones are no way round the limit.
        bytes += text.len() + name.len() + PART_BYTES;
        if bytes > FORM_BYTES {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        received.fields.push(&name, text);
    }
    if received.file.is_none() && received.error.is_none() {
        received.file = kept(visit, &received.fields).await?;
    }
    Ok(received)
}

/// Reads off a form that is refused whatever it holds, and answers with the refusal: a browser only
/// listens when it has sent all.
pub(crate) async fn refuse<T>(visit: &Visit, mut form: Multipart, fail: Fail) -> Result<T> {
    let most = visit.hub.settings.upload_bytes + PATIENCE_BYTES;
    let mut read = 0;
    'all: while let Ok(Some(mut field)) = form.next_field().await {
        while let Ok(Some(chunk)) = field.chunk().await {
            read += chunk.len() as u64;
            if read > most {
                break 'all;
            }
        }
    }
    Err(fail)
}

/// A file that was sent with the form before it came back.
async fn kept(visit: &Visit, fields: &Fields) -> Result<Option<Incoming>> {
    let token = fields.get("kept");
    match visit.actor.id() {
        Some(person) if !token.is_empty() => {
            let found = rows::kept_upload(&visit.hub.db.read(), token, person).await?;
            Ok(found.map(|facts| Incoming { facts, origin: Origin::Form(token.to_owned()) }))
        }
        _ => Ok(None),
    }
}

async fn small(mut field: Field<'_>, most: usize) -> Result<String> {
    let mut text = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|_| Fail::field("", "error-unreadable"))? {
        if text.len() + chunk.len() > most {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        text.extend_from_slice(&chunk);
    }
    String::from_utf8(text).map_err(|_| Fail::field("", "error-unreadable"))
}

async fn take_file(visit: &Visit, mut field: Field<'_>) -> Result<std::result::Result<Option<Incoming>, FieldError>> {
    let name = field.file_name().unwrap_or_default().to_owned();
    let limit = visit.hub.settings.upload_bytes;
    let mut broken = false;
    let bytes = (&mut field).inspect_err(|_| broken = true);
    let staged = match visit.hub.blobs.stage(bytes, limit).await {
        Ok(staged) => staged,
        // The form has no end: nothing is wrong here, and nobody may be listening any more.
        Err(_) if broken => return Err(Fail::field("", "error-unreadable")),
        Err(Fail::TooLarge(_)) => {
            let mut rest = 0;
            while let Some(Ok(chunk)) = field.next().await {
                rest += chunk.len() as u64;
                if rest > PATIENCE_BYTES {
                    return Err(Fail::TooLarge(limit));
                }
            }
            return Ok(Err(FieldError::new("file", "error-file-large").with("size", visit.size(limit))));
        }
        Err(fail) => return Err(fail),
    };
    if staged.length() == 0 {
        // A browser sends an empty part without a name when no file was chosen.
        return Ok(if name.is_empty() { Ok(None) } else { Err(FieldError::new("file", "error-file-empty")) });
    }
    told(&name, staged)
}

/// What it is, by its name and its first bytes.
fn told(name: &str, staged: Staged) -> Result<std::result::Result<Option<Incoming>, FieldError>> {
    let Some(format) = Format::sniff(name, staged.head()) else {
        let locked = staged.head().starts_with(&[0xd0, 0xcf, 0x11, 0xe0])
            && Format::ALL
                .iter()
                .any(|format| format.extensions().iter().any(|end| name.to_lowercase().ends_with(end)));
        return Ok(Err(FieldError::new("file", if locked { "error-file-encrypted" } else { "error-file-type" })));
    };
    let ending = format.extensions().first().copied().unwrap_or("bin");
    let size = i64::try_from(staged.length()).map_err(Fail::internal)?;
    let facts = FileFacts { hash: staged.hash().clone(), name: safe_file_name(name, ending), format, size };
    Ok(Ok(Some(Incoming { facts, origin: Origin::Staged(staged) })))
}
