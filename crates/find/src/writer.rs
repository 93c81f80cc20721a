//! The engine's writer, which goes as a whole.

use std::ops::{Deref, DerefMut};

use tantivy::IndexWriter;

/// A writer that waits for its merges when it goes. What they put down and take away would otherwise happen under whoever opens the
/// folder next, who would find it damaged.
pub(crate) struct Writer(Option<IndexWriter>);

impl Writer {
    pub(crate) fn new(writer: IndexWriter) -> Writer {
        Writer(Some(writer))
    }
}

/// It is there until `drop` takes it out, after which nobody has it: to ask for it then is a mistake of ours.
const GONE: &str = "a writer that has gone is asked for";

impl Deref for Writer {
    type Target = IndexWriter;

    fn deref(&self) -> &IndexWriter {
        self.0.as_ref().expect(GONE)
    }
}

impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut IndexWriter {
        self.0.as_mut().expect(GONE)
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if let Some(Err(error)) = self.0.take().map(IndexWriter::wait_merging_threads) {
            tracing::warn!(%error, "a merge of the search index did not come to its end");
        }
    }
}
