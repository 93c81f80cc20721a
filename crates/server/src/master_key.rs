//! The master key of a hub: from the setting, or from a file in the data folder that is made with it. All nodes have the same,
//! and a database that knows another one is not served: what was sealed could not be read, and nobody would be told.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use base::{Fail, Result};
use keys::Keys;
use store::Db;

use crate::folder::write_private;
use crate::settings::Settings;

/// The file in the data folder.
pub const MASTER_KEY: &str = "master.key";

/// Where it is, unless it is set.
fn file(data: &Path) -> PathBuf {
    data.join(MASTER_KEY)
}

/// The keys as they are set or kept; none where there are none yet.
///
/// # Errors
/// A sentence for the operator.
fn kept(settings: &Settings) -> Result<Option<String>> {
    if let Some(set) = &settings.master_key {
        return Ok(Some(set.clone()));
    }
    match std::fs::read_to_string(file(&settings.data)) {
        Ok(text) => {
            let others = std::fs::metadata(file(&settings.data)).map_or(0, |about| about.mode() & 0o077);
            if others != 0 {
                tracing::warn!("`{MASTER_KEY}` of the data folder can be read by others: `chmod 600` it");
            }
            Ok(Some(text))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Fail::Unavailable(format!("`{}` cannot be read: {error}", file(&settings.data).display()))),
    }
}

/// The keys of this hub; a new hub gets one.
///
/// # Errors
/// A sentence for the operator where it is not the key that the hub's database knows, or there is none any more.
pub(crate) async fn open(settings: &Settings, db: &Db) -> Result<Keys> {
    let known = store::master_key_name(&db.read()).await?;
    let text = match (kept(settings)?, &known) {
        (Some(text), _) => text,
        (None, Some(_)) => return Err(missing(settings)),
        (None, None) => {
            let line = keys::new_line();
            write_private(&file(&settings.data), &format!("{line}\n"))?;
            line
        }
    };
    let keys = Keys::read(&text)?;
    let known = match known {
        Some(known) if known == keys.current() => return Ok(keys),
        // It was changed: the one of before still opens what it sealed.
        Some(known) if keys.names().any(|name| name == known) => {
            db.note_master_key(Some(&known), keys.current()).await?
        }
        Some(known) => Some(known),
        None => db.note_master_key(None, keys.current()).await?,
    };
    if known.as_deref() == Some(keys.current()) { Ok(keys) } else { Err(another(settings)) }
}

fn missing(settings: &Settings) -> Fail {
    Fail::Unavailable(format!(
        "the master key of this hub is missing: bring `{0}` back from the backup, copy it from another node, or set \
         `master_key`. If it is lost for good, `strong-cities master-key forget` lets the next start make a new one; what the \
         old one sealed is lost with it",
        file(&settings.data).display()
    ))
}

fn another(settings: &Settings) -> Fail {
    let place = match settings.master_key {
        Some(_) => "the setting `master_key`".to_owned(),
        None => format!("`{}`", file(&settings.data).display()),
    };
    Fail::Unavailable(format!(
        "{place} holds another master key than this hub's database knows: all nodes need the same. Copy `{MASTER_KEY}` from the \
         data folder of a node that runs, or set `master_key`. If the key is lost for good, `strong-cities master-key forget` \
         lets the next start begin with this one; what the old one sealed is lost with it"
    ))
}

/// Puts a new key before those that are in the file; answers its name. Running nodes go on with theirs until they start again.
///
/// # Errors
/// A sentence for the operator: where the key is set and not in the file, or the file lacks the key that the database knows.
pub async fn change_master_key(settings: &Settings, db: &Db) -> Result<String> {
    if settings.master_key.is_some() {
        return Err(Fail::Unavailable(format!(
            "the key is in the setting `master_key`: put a new one before it, with a comma between them. A new one: {}",
            keys::new_line()
        )));
    }
    // Whoever copies the file to all nodes must not lose the key that is in use.
    let before = kept(settings)?.ok_or_else(|| missing(settings))?;
    let own = Keys::read(&before)?;
    if let Some(known) = store::master_key_name(&db.read()).await?
        && !own.names().any(|name| name == known)
    {
        return Err(another(settings));
    }
    let text = format!("{}\n{before}", keys::new_line());
    let keys = Keys::read(&text).map_err(|_| {
        Fail::Unavailable(format!(
            "`{}` holds as many keys as it can: take away the lines of keys of which nothing is left",
            file(&settings.data).display()
        ))
    })?;
    write_private(&file(&settings.data), &text)?;
    Ok(keys.current().to_owned())
}
