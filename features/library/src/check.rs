//! Are all files here that something names?

use base::Result;
use blobs::{Blobs, Hash};
use store::{Db, named_files_after};

/// How many files are named for good, and which of them are missing from the file store.
pub async fn check_files(db: &Db, blobs: &Blobs) -> Result<(usize, Vec<String>)> {
    let (mut all, mut missing, mut after) = (0, Vec::new(), String::new());
    loop {
        let files = named_files_after(&db.read(), &after, 500).await?;
        let Some(last) = files.last() else { return Ok((all, missing)) };
        after.clone_from(last);
        all += files.len();
        for file in files {
            match Hash::parse(&file) {
                Some(hash) if blobs.has(&hash).await? => {}
                _ => missing.push(file),
            }
        }
    }
}
