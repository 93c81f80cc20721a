//! The extractor from outside: every format, every kind of bad file, and a child that breaks the rules.

mod containment;
mod formats;
mod hostile;
mod office;
mod old;
mod old_objects;
mod pages;
mod pdfs;
mod sheets;

use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use extract::{Extracted, Extractor, Format, Limits, Trouble};

/// The limits of the product, but for time: a machine that runs tests is slow and shared.
fn limits() -> Limits {
    Limits { time: Duration::from_secs(60), cpu_seconds: 20, ..Limits::default() }
}

fn extractor(limits: Limits) -> Extractor {
    // Where the kernel has no Landlock the tests still run, but for those of the lock.
    let extractor = Extractor::new(PathBuf::from(env!("CARGO_BIN_EXE_extract-child")), Vec::new(), limits, true);
    let strict = extractor.locked();
    if strict {
        Extractor::new(
            PathBuf::from(env!("CARGO_BIN_EXE_extract-child")),
            Vec::new(),
            extractor.limits().clone(),
            false,
        )
    } else {
        extractor
    }
}

fn file(bytes: &[u8]) -> std::fs::File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

async fn extract(bytes: &[u8], format: Format) -> Result<Extracted, Trouble> {
    extractor(limits()).extract(file(bytes), format).await
}
