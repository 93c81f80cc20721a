//! What is free on the disk.

use crate::run::command;

/// Gigabytes that a hub leaves free of a large disk, with a gigabyte for what the tests write: below them uploads are
/// refused, and every test that sends a file fails.
const NEEDED: u64 = 11;

/// A sentence where the folder of temporary files has less room than the tests may need.
pub(crate) fn warning() -> Option<String> {
    let folder = std::env::temp_dir();
    let output = command("df").args(["--output=avail", "-B1"]).arg(&folder).output().ok()?;
    let free: u64 = String::from_utf8_lossy(&output.stdout).lines().nth(1)?.trim().parse().ok()?;
    let gigabytes = free / 1_000_000_000;
    (gigabytes < NEEDED).then(|| {
        format!(
            "only {gigabytes} GB are free in {}: a hub refuses files where less than a twentieth of the disk \
             (10 GB of a large one) is free; make room where files were answered with 503",
            folder.display()
        )
    })
}
