//! What the rows of a manifest have brought and looked at so far.

use std::collections::HashMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use base::CityId;
use blobs::Hash;

use super::names::folded;

/// Shared by the rows of one manifest.
#[derive(Default)]
pub(super) struct Seen {
    /// A file of a city, with its line and all that the line says. A later row that says something else of it would go
    /// under as "there already".
    taken: Mutex<HashMap<FileOfCity, (u64, Hash)>>,
    /// What stands in a folder, by its folded name: looked at once.
    folders: Mutex<HashMap<PathBuf, Arc<Listing>>>,
}

/// The hash of a file, and its city.
type FileOfCity = (String, Option<CityId>);

/// Names in a folder, by their folded form.
pub(super) type Listing = HashMap<String, Vec<OsString>>;

impl Seen {
    /// Has a row brought this file of this city? Its line, and whether it says the same.
    pub fn before(&self, file: &Hash, city: Option<CityId>, said: &Hash) -> Option<(u64, bool)> {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.get(&(file.as_str().to_owned(), city)).map(|(line, own)| (*line, own == said))
    }

    pub fn note(&self, file: &Hash, city: Option<CityId>, line: u64, said: Hash) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.entry((file.as_str().to_owned(), city)).or_insert((line, said));
    }

    /// What stands in this folder; nothing where it is none.
    pub fn listing(&self, folder: &Path) -> Arc<Listing> {
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(listing) = folders.get(folder) {
            return listing.clone();
        }
        let mut listing = Listing::new();
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name();
            listing.entry(folded(&name.to_string_lossy())).or_default().push(name);
        }
        let listing = Arc::new(listing);
        folders.insert(folder.to_owned(), listing.clone());
        listing
    }
}
