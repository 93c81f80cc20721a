//! What is said of the security standard is so: each requirement is there once, and what is named is in this repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Requirements of level 1, and of levels 1 and 2, of OWASP ASVS 5.0.0.
const LEVEL_1: usize = 70;
const LEVELS_1_AND_2: usize = 253;
/// What each of them can be.
const STANDS: [&str; 4] = ["met", "not applicable", "operator", "not yet"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All the Rust of the repository.
fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, text);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&std::fs::read_to_string(&entry).expect("a source"));
        }
    }
}

#[test]
fn each_requirement_is_there_and_what_is_named_too() {
    let document = std::fs::read_to_string(root().join("docs/security/asvs.md")).expect("the document");
    let rows: Vec<Vec<&str>> = document
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes()[2].is_ascii_digit())
        .map(|line| line.trim_matches('|').splitn(4, '|').map(str::trim).collect())
        .collect();
    let numbers: BTreeSet<&str> = rows.iter().map(|row| row[0]).collect();
    assert_eq!((rows.len(), numbers.len()), (LEVELS_1_AND_2, LEVELS_1_AND_2));
    assert_eq!(rows.iter().filter(|row| row[1] == "1").count(), LEVEL_1);
    let (mut counted, mut wrong) = (Vec::new(), Vec::new());
    for stands in STANDS {
        counted.push(format!("{} {stands}", rows.iter().filter(|row| row[2] == stands).count()));
    }
    let counted = counted.join(", ").replace(" operator,", " of the operator,");
    assert!(document.contains(&format!("{LEVELS_1_AND_2} requirements: {counted}.")), "{counted}");
    let mut text = String::new();
    for folder in ["app", "crates", "features", "tests", "xtask"] {
        sources(&root().join(folder), &mut text);
    }
    for row in &rows {
        assert!(!row[3].is_empty(), "{}: nothing is said", row[0]);
        for name in row[3].split('`').skip(1).step_by(2) {
            let is_path = ["crates/", "features/", "docs/", "tests/", "look/", "xtask/", "e2e/"]
                .iter()
                .any(|own| name.starts_with(own));
            let is_test = !is_path
                && name.matches('_').count() >= 2
                && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit());
            let there = if is_path { root().join(name).exists() } else { !is_test || text.contains(name) };
            if !there {
                wrong.push(format!("{}: {name}", row[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
