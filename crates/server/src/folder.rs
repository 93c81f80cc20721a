//! The data folder: made for the operator alone, looked at before it is used.

use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use base::{Fail, Result};

use crate::settings::Settings;

/// Where the network's files are in the data folder: a folder that has it holds a hub.
pub(crate) const NETWORK: &str = "network";

/// Who may use a new data folder: the operator alone.
const FOLDER_MODE: u32 = 0o700;

/// Says so where there is no hub in the data folder.
pub(crate) fn check_holds_hub(settings: &Settings) -> Result<()> {
    let data = &settings.data;
    let there = |name: &str| {
        let found = data.join(name).try_exists();
        found
            .map_err(|error| Fail::Unavailable(format!("the data folder `{}` cannot be read: {error}", data.display())))
    };
    if !there(NETWORK)? {
        return Err(Fail::Unavailable(format!(
            "there is no hub in `{0}`; `strong-cities serve --data {0}` makes one",
            data.display()
        )));
    }
    if settings.database_url.is_none() && !there("hub.db")? {
        return Err(Fail::Unavailable(format!(
            "there is no `hub.db` in `{}`; a hub on PostgreSQL needs `database_url` here too",
            data.display()
        )));
    }
    Ok(())
}

/// Makes the data folder where there is none, for the operator alone: nobody else's are the database,
/// the files and the letters in it. One that exists stays as the operator has it.
///
/// # Errors
/// A sentence for the operator when it cannot be made, or not be written to.
pub fn make_folder(data: &Path) -> Result<()> {
    if !data.is_dir() {
        let above = data.parent().filter(|above| !above.as_os_str().is_empty());
        let made = above
            .map_or(Ok(()), std::fs::create_dir_all)
            .and_then(|()| std::fs::DirBuilder::new().recursive(true).mode(FOLDER_MODE).create(data));
        made.map_err(|error| {
            Fail::Unavailable(format!("the data folder `{}` cannot be made: {error}", data.display()))
        })?;
    }
    check_writable(data)
}

/// Said once and at the beginning, not by whatever comes to write first.
pub(crate) fn check_writable(data: &Path) -> Result<()> {
    let probe = data.join(".writable");
    let made = std::fs::File::create(&probe);
    let _ = std::fs::remove_file(&probe);
    made.map(drop).map_err(|error| {
        Fail::Unavailable(format!("the data folder `{}` cannot be written to: {error}", data.display()))
    })
}

/// Writes what only the operator may read.
pub(crate) fn write_private(file: &Path, text: &str) -> Result<()> {
    use std::io::Write;
    // What was there is replaced at once and as a whole, whatever happens in between.
    let fresh = file.with_extension("new");
    let _ = std::fs::remove_file(&fresh);
    let mut written =
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&fresh).map_err(Fail::internal)?;
    written.write_all(text.as_bytes()).and_then(|()| written.sync_all()).map_err(Fail::internal)?;
    std::fs::rename(&fresh, file).map_err(Fail::internal)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(Fail::internal)
}

/// This node's name, the same after a restart: whatever it held when it was killed is its own. The file of a copied
/// data folder is another file, and that node another node.
pub(crate) fn node_name(data: &Path) -> Result<String> {
    let file = data.join("node");
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    if let Some((name, place)) = kept.trim().split_once(' ')
        && file.metadata().is_ok_and(|own| own.ino().to_string() == place)
    {
        return Ok(name.to_owned());
    }
    let name = base::secret::new_secret()[..16].to_owned();
    let _ = std::fs::remove_file(&file);
    std::fs::write(&file, "").map_err(Fail::internal)?;
    let place = file.metadata().map_err(Fail::internal)?.ino();
    std::fs::write(&file, format!("{name} {place}\n")).map_err(Fail::internal)?;
    Ok(name)
}
