//! A form with one file and nothing else that is large: tables and translations that come back, which are held in memory whole; and
//! pictures, which wait in scratch. Documents go another way ([`crate::Upload`]): their form is kept with its file.

use base::limits::FORM_BYTES;
use base::{Fail, FieldError, Result};
use blobs::Staged;
use futures::StreamExt;
use input::Fields;

use crate::files::check_disk;
use crate::upload::{PART_BYTES, Part, Upload};
use crate::visit::Visit;

/// The field of the file.
const FILE: &str = "file";
/// Characters of its name that are kept.
const NAME_CHARS: usize = 120;

/// A form with what came of its file.
pub struct WithFile<T> {
    /// The other fields.
    pub fields: Fields,
    /// The file; none when none was sent, or it was not taken.
    pub file: Option<T>,
    /// What is wrong with the file.
    pub error: Option<FieldError>,
    /// What it is called on its sender's device: a line, cut where it is long; may be empty.
    pub name: String,
}

/// Reads the whole form, with its file in memory. One of more than `most` bytes is not taken, and neither is none at all: its field
/// says so.
///
/// # Errors
/// Where the form cannot be read: [`Upload::next_part`].
pub async fn receive(visit: &Visit, form: &mut Upload, most: usize) -> Result<WithFile<Vec<u8>>> {
    let received = received(visit, form, Way::Memory(most)).await?;
    let file = received.file.and_then(|file| match file {
        Taken::Bytes(bytes) => Some(bytes),
        Taken::Staged(_) => None,
    });
    Ok(WithFile { file, fields: received.fields, error: received.error, name: received.name })
}

/// The same, with its file in scratch.
///
/// # Errors
/// As [`receive`]; [`Fail::Unavailable`] when the disk is full.
pub async fn receive_staged(visit: &Visit, form: &mut Upload, most: u64) -> Result<WithFile<Staged>> {
    check_disk(&visit.hub)?;
    let received = received(visit, form, Way::Scratch(most)).await?;
    let file = received.file.and_then(|file| match file {
        Taken::Staged(staged) => Some(staged),
        Taken::Bytes(_) => None,
    });
    Ok(WithFile { file, fields: received.fields, error: received.error, name: received.name })
}

/// Where a file of at most so many bytes goes.
#[derive(Clone, Copy)]
enum Way {
    Memory(usize),
    Scratch(u64),
}

enum Taken {
    Bytes(Vec<u8>),
    Staged(Staged),
}

/// Why there is no file.
enum NoFile {
    /// None was chosen.
    None,
    /// It has more than so many bytes.
    TooLarge(u64),
}

async fn received(visit: &Visit, form: &mut Upload, way: Way) -> Result<WithFile<Taken>> {
    let mut received = WithFile { fields: Fields::default(), file: None, error: None, name: String::new() };
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
            received.name = shown_name(part.file_name());
            match take(visit, part, way).await? {
                Ok(file) => received.file = Some(file),
                Err(NoFile::None) => {}
                Err(NoFile::TooLarge(most)) => {
                    received.error = Some(FieldError::new(FILE, "error-upload-large").with("size", visit.size(most)));
                }
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
    if received.file.is_none() && received.error.is_none() {
        received.error = Some(FieldError::new(FILE, "error-file-missing"));
    }
    Ok(received)
}

/// A name as it can be shown.
fn shown_name(name: &str) -> String {
    Fields::default().with(FILE, name).line(FILE).chars().take(NAME_CHARS).collect()
}

async fn take(visit: &Visit, part: Part<'_>, way: Way) -> Result<std::result::Result<Taken, NoFile>> {
    match way {
        Way::Scratch(most) => staged(visit, part, most).await,
        Way::Memory(most) => Ok(match whole(part, most).await? {
            Some(bytes) if bytes.is_empty() => Err(NoFile::None),
            Some(bytes) => Ok(Taken::Bytes(bytes)),
            None => Err(NoFile::TooLarge(most as u64)),
        }),
    }
}

/// A part in scratch.
async fn staged(visit: &Visit, mut part: Part<'_>, most: u64) -> Result<std::result::Result<Taken, NoFile>> {
    let mut ended = None;
    let bytes = (&mut part).map(|chunk| {
        chunk.map_err(|fail| {
            let text = fail.to_string();
            ended = Some(fail);
            text
        })
    });
    match visit.hub.blobs.stage(bytes, most).await {
        Ok(staged) if staged.length() == 0 => Ok(Err(NoFile::None)),
        Ok(staged) => Ok(Ok(Taken::Staged(staged))),
        Err(fail) => match (fail, ended) {
            (_, Some(Fail::TooLarge(_))) => Ok(Err(NoFile::TooLarge(most))),
            (_, Some(fail)) => Err(fail),
            (fail, None) => {
                // The rest is heard all the same: a browser listens only when it has sent all.
                while let Some(Ok(_)) = part.next().await {}
                if matches!(fail, Fail::TooLarge(_)) { Ok(Err(NoFile::TooLarge(most))) } else { Err(fail) }
            }
        },
    }
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
