//! Receiving a form with a file: the file is streamed to the file store's scratch, never whole in
//! memory.

use base::limits::FORM_BYTES;
use base::{Fail, FieldError, Result};
use futures::StreamExt;
use web::files::check_disk;
use web::upload::PART_BYTES;
use web::{Fields, Part, Upload, Visit};

use crate::actions::incoming::{Incoming, Origin, recognised};
use crate::rows;

/// A form with what became of its file.
pub(crate) struct Received {
    pub fields: Fields,
    /// The file; none when none was sent. Nothing keeps it yet.
    pub file: Option<Incoming>,
    /// What is wrong with the file.
    pub error: Option<FieldError>,
    /// It was so large that what stands behind it was not waited for.
    pub cut: bool,
}

/// Reads the whole form. A file that is not taken is told as an error of its field; only what cannot be read, a broken
/// connection or a full disk end it.
pub(crate) async fn receive(visit: &Visit, form: &mut Upload) -> Result<Received> {
    check_disk(&visit.hub)?;
    let mut received = Received { fields: Fields::default(), file: None, error: None, cut: false };
    let mut bytes = 0;
    loop {
        let part = match form.next_part().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            // The file was so large that not even its end was waited for: what came before it is kept all the same.
            Err(Fail::TooLarge(_)) if received.error.is_some() => {
                received.cut = true;
                break;
            }
            Err(fail) => return Err(fail),
        };
        let name = part.name().to_owned();
        if name == "file" {
            // Its place among the fields, for the order in which they are told of.
            received.fields.push("file", "");
            if received.file.is_some() || received.error.is_some() {
                return Err(Fail::field("file", "error-file-missing"));
            }
            match take_file(visit, part).await? {
                Ok(file) => received.file = file,
                Err(error) => received.error = Some(error),
            }
            continue;
        }
        let text = small(part, FORM_BYTES.saturating_sub(bytes)).await?;
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

async fn small(mut part: Part<'_>, most: usize) -> Result<String> {
    let mut text = Vec::new();
    while let Some(chunk) = part.next().await {
        let chunk = chunk?;
        if text.len() + chunk.len() > most {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        text.extend_from_slice(&chunk);
    }
    String::from_utf8(text).map_err(|_| Fail::field("", "error-unreadable"))
}

async fn take_file(visit: &Visit, mut part: Part<'_>) -> Result<std::result::Result<Option<Incoming>, FieldError>> {
    let name = part.file_name().to_owned();
    let limit = visit.hub.settings.upload_bytes;
    let too_large = || FieldError::new("file", "error-file-large").with("size", visit.size(limit));
    // What ended the part itself: the store says no more of it than that it ended.
    let mut ended = None;
    let bytes = (&mut part).map(|chunk| {
        chunk.map_err(|fail| {
            let text = fail.to_string();
            ended = Some(fail);
            text
        })
    });
    let staged = match visit.hub.blobs.stage(bytes, limit).await {
        Ok(staged) => staged,
        Err(fail) => match (fail, ended) {
            (_, Some(Fail::TooLarge(_))) => return Ok(Err(too_large())),
            (_, Some(fail)) => return Err(fail),
            (Fail::TooLarge(_), None) => {
                // As far as the limit of the whole form: a browser that is nearly done hears what is wrong, and
                // the fields behind the file come back too.
                while let Some(Ok(_)) = part.next().await {}
                return Ok(Err(too_large()));
            }
            // No room, or a disk that fails: the rest is heard all the same, since a browser listens only when it has
            // sent all.
            (fail, None) => {
                while let Some(Ok(_)) = part.next().await {}
                return Err(fail);
            }
        },
    };
    if staged.length() == 0 && name.is_empty() {
        // What a browser sends when no file was chosen.
        return Ok(Ok(None));
    }
    match recognised(&name, staged) {
        Ok(file) => Ok(Ok(Some(file))),
        Err(Fail::Invalid(mut wrong)) if !wrong.is_empty() => Ok(Err(wrong.swap_remove(0))),
        Err(fail) => Err(fail),
    }
}
