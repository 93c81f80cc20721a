//! What people have reviewed, in a file beside the tests. `UPDATE_SNAPSHOT=1` writes it anew.

use std::path::Path;

/// Expects the lines of a file of this folder.
///
/// # Panics
/// With the lines that are others.
pub fn compare(name: &str, found: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        std::fs::write(&file, found).expect("the snapshot is written");
        return;
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default();
    let new: Vec<&str> = found.lines().filter(|line| !known.lines().any(|own| own == *line)).collect();
    let gone: Vec<&str> = known.lines().filter(|line| !found.lines().any(|own| own == *line)).collect();
    assert!(
        known == found,
        "{} says something else (UPDATE_SNAPSHOT=1 writes it anew)\nnow:\n{}\nthere:\n{}",
        file.display(),
        new.join("\n"),
        gone.join("\n")
    );
}
