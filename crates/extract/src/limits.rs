//! What one child may use.

use std::time::Duration;

/// Bounds of one extraction. Each is enforced by the kernel or by the parent, whatever the child does, unless it says otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Wall time from the start of the child to its last byte.
    pub time: Duration,
    /// Processor time, in seconds. The child itself stops reading pages at half of it, and answers with what it has.
    pub cpu_seconds: u64,
    /// Address space, in bytes. It holds the program (about 100 MB), the file, and everything that inflates from it.
    pub memory: u64,
    /// Bytes that the parent reads from the child. Text and thumbnail must fit.
    pub output: u64,
    /// Bytes of the file that the child reads; a larger file is refused.
    pub input: u64,
    /// Bytes of text that the child keeps, as UTF-8; the rest is cut off and [`Extracted::cut`](crate::Extracted::cut) says so.
    /// Kept by the child, so it is [`Limits::output`] that counts against a hostile file.
    pub text: u64,
    /// Children at the same time. Others wait; waiting does not count as time.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            time: Duration::from_secs(20),
            cpu_seconds: 10,
            memory: 1 << 30,
            output: 24 << 20,
            input: 200 << 20,
            text: 20 << 20,
            at_once: 2,
        }
    }
}
