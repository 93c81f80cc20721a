//! Finding the file that a manifest names: written on one system, named on another, kept on a third.

use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;

use super::seen::Seen;

/// A file that was found: where it is, and its own name.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub path: PathBuf,
    pub name: String,
}

/// Names that are the same on some system have the same folded form: letters composed as on Windows or decomposed as on a
/// Mac, large or small.
pub(super) fn folded(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// The file of the folder that is named so, never one outside of it. As it is written first; then with `\` between
/// folders and letters composed or decomposed; then in another letter case, where exactly one fits.
pub(super) fn find(folder: &Path, named: &str, seen: &Seen) -> Result<Found, String> {
    if named.is_empty() {
        return Err("is not named".to_owned());
    }
    let folder =
        folder.canonicalize().map_err(|error| format!("is not to be had: the folder {}: {error}", folder.display()))?;
    if let Some(path) = within(&folder, &folder.join(named)) {
        let own = Path::new(named).file_name().map_or_else(|| named.into(), |name| name.to_string_lossy());
        return Ok(Found { path, name: own.into_owned() });
    }
    let parts: Vec<&str> = named.split(['/', '\\']).filter(|part| !matches!(*part, "" | ".")).collect();
    let wanted: Vec<String> = parts.iter().map(|part| composed(part)).collect();
    let fitting = fitting(&folder, &parts, seen);
    let same = |path: &PathBuf| names_below(&folder, path).iter().map(|name| composed(name)).eq(wanted.iter().cloned());
    let exact: Vec<PathBuf> = fitting.iter().filter(|path| same(path)).cloned().collect();
    match (exact.as_slice(), fitting.as_slice()) {
        ([one], _) | ([], [one]) => {
            let path = within(&folder, one).ok_or("is not in the folder")?;
            let name = names_below(&folder, one).pop().unwrap_or_default();
            Ok(Found { path, name })
        }
        ([], []) => Err("is not in the folder".to_owned()),
        (_, several) => {
            let names: Vec<String> =
                several.iter().map(|path| format!("`{}`", names_below(&folder, path).join("/"))).collect();
            Err(format!("is not in the folder as it is written, and several look like it: {}", names.join(", ")))
        }
    }
}

/// All files below the folder whose names, folder by folder, fold to these.
fn fitting(folder: &Path, parts: &[&str], seen: &Seen) -> Vec<PathBuf> {
    let mut places = vec![folder.to_owned()];
    for part in parts {
        let wanted = folded(part);
        let below = |place: &PathBuf| {
            let listing = seen.listing(place);
            listing.get(&wanted).into_iter().flatten().map(|name| place.join(name)).collect::<Vec<_>>()
        };
        places = places.iter().flat_map(below).collect();
    }
    places.retain(|path| path.is_file());
    places.sort();
    places
}

/// The names of the folders and of the file, below this folder.
fn names_below(folder: &Path, path: &Path) -> Vec<String> {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|name| name.to_string_lossy().into_owned()).collect()
}

/// A file, with all links followed, that is inside of the folder.
fn within(folder: &Path, path: &Path) -> Option<PathBuf> {
    let path = path.canonicalize().ok()?;
    (path.starts_with(folder) && path.is_file()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_found_however_its_name_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().join("files");
        std::fs::create_dir_all(root.join("Rapports")).expect("a folder");
        let put = |name: &str| std::fs::write(root.join(name), name).expect("a file");
        let decomposed = "E\u{301}te\u{301}.txt";
        for name in [decomposed, "À voir.txt", "Rapports/bilan.txt", "Both.txt", "both.txt", "back\\slash.txt"] {
            put(name);
        }
        std::fs::write(folder.path().join("outside.txt"), "outside").expect("a file");
        let seen = Seen::default();
        let found = |name: &str| find(&root, name, &seen).map(|found| found.name);
        for (named, there) in [
            ("Été.txt", decomposed),
            (decomposed, decomposed),
            ("ÉTÉ.TXT", decomposed),
            ("A\u{300} voir.txt", "À voir.txt"),
            ("Rapports\\bilan.txt", "bilan.txt"),
            (".\\rapports\\BILAN.txt", "bilan.txt"),
            ("Rapports/bilan.txt", "bilan.txt"),
            ("both.txt", "both.txt"),
            ("back\\slash.txt", "back\\slash.txt"),
        ] {
            assert_eq!(found(named).as_deref(), Ok(there), "{named}");
        }
        for (named, why) in [
            ("", "is not named"),
            ("nowhere.txt", "is not in the folder"),
            ("../outside.txt", "is not in the folder"),
            ("..\\outside.txt", "is not in the folder"),
            ("Rapports", "is not in the folder"),
            ("BOTH.txt", "several look like it: `Both.txt`, `both.txt`"),
        ] {
            let told = found(named).expect_err(named);
            assert!(told.contains(why), "{named}: {told}");
        }
    }
}
