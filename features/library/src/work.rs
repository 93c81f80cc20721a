//! What the library asks for to be done later, by name and payload: facts, known to who asks and to who does.

use std::time::Duration;

use base::DocumentId;
use blobs::Hash;
use extract::Format;
use serde::{Deserialize, Serialize};
use store::{Payload, Queue};

/// Kinds of jobs that it asks for.
pub(crate) const KINDS: [&str; 3] = [ReadFile::KIND, IndexAgain::KIND, Guides::KIND];

/// Reads one file.
#[derive(Serialize, Deserialize)]
pub(crate) struct ReadFile {
    /// Its hash.
    pub file: String,
    /// What it is taken for.
    pub format: String,
    /// The reader that is asked for; an older one leaves it for a newer node.
    #[serde(default)]
    pub version: u32,
    /// How many files of whoever brought it wait before it: the first of everybody come before the second of anybody.
    #[serde(default)]
    pub turn: i64,
}

/// The turn of what nobody waits for.
pub(crate) const LAST_TURN: i64 = 1_000;

impl ReadFile {
    /// This file, by this program's reader.
    pub(crate) fn of(file: &Hash, format: Format, turn: i64) -> ReadFile {
        ReadFile { file: file.as_str().to_owned(), format: format.code().to_owned(), version: extract::VERSION, turn }
    }
}

impl Payload for ReadFile {
    const KIND: &'static str = "library.read-file";
    const QUEUE: Queue = Queue::Slow;
    /// The reader itself is stopped long before.
    const LIMIT: Duration = Duration::from_secs(5 * 60);

    fn once(&self) -> Option<String> {
        Some(format!("{} {} {}", self.file, self.format, self.version))
    }

    fn priority(&self) -> i64 {
        self.turn
    }
}

/// Has a document indexed again whose text could not be read.
#[derive(Serialize, Deserialize)]
pub(crate) struct IndexAgain {
    /// Which.
    pub document: DocumentId,
    /// Its text.
    pub file: String,
}

impl Payload for IndexAgain {
    const KIND: &'static str = "library.index-again";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(self.document.to_string())
    }
}

/// Makes the guides; asked for once, with the first data.
#[derive(Serialize, Deserialize)]
pub struct Guides(u8);

impl Guides {
    /// All of them.
    pub const ALL: Guides = Guides(0);
}

impl Payload for Guides {
    const KIND: &'static str = "library.guides";
    const QUEUE: Queue = Queue::Slow;

    fn once(&self) -> Option<String> {
        Some(String::new())
    }
}
