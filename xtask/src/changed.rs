//! What was changed since the last commit.

use std::collections::BTreeSet;
use std::path::Path;

use crate::run::{command, root};

/// A crate of this repository.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crate {
    /// Its folder, from the root.
    pub(crate) folder: String,
    /// Its name, that of the folder.
    pub(crate) name: String,
}

/// The crates with changed files; those of the last commit, where nothing was changed since.
pub(crate) fn crates() -> Result<BTreeSet<Crate>, String> {
    let mut files = git(&["diff", "--name-only", "HEAD"])?;
    files.extend(git(&["ls-files", "--others", "--exclude-standard"])?);
    if files.is_empty() {
        files = git(&["diff", "--name-only", "HEAD~1", "HEAD"])?;
    }
    Ok(files.iter().filter_map(|file| crate_of(file)).filter(|found| root().join(&found.folder).exists()).collect())
}

fn git(arguments: &[&str]) -> Result<Vec<String>, String> {
    let output = command("git").args(arguments).output().map_err(|error| format!("git: {error}"))?;
    if !output.status.success() {
        return Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect())
}

fn crate_of(file: &str) -> Option<Crate> {
    let mut parts = Path::new(file).iter().filter_map(|part| part.to_str());
    let first = parts.next()?;
    let folder = match first {
        "crates" | "features" => format!("{first}/{}", parts.next()?),
        "app" | "bench" | "look" | "tests" | "xtask" => first.to_owned(),
        _ => return None,
    };
    let name = folder.rsplit('/').next()?.to_owned();
    Some(Crate { folder, name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_crate_of_its_folder() {
        let name = |file: &str| crate_of(file).map(|found| (found.folder, found.name));
        let found = |folder: &str, name: &str| Some((folder.to_owned(), name.to_owned()));
        assert_eq!(name("features/library/src/rows.rs"), found("features/library", "library"));
        assert_eq!(name("crates/web/words/en.ftl"), found("crates/web", "web"));
        assert_eq!(name("tests/tests/main.rs"), found("tests", "tests"));
        assert_eq!(name("docs/running.md"), None);
    }
}
