//! How much of a file is read.

/// What a file may hold at most; what is more is refused before it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file, as it came.
    pub bytes: usize,
    /// Elements `<file>`.
    pub files: usize,
    /// Elements `<unit>`, in all files together.
    pub units: usize,
    /// Elements within each other, the root counted as one.
    pub depth: usize,
    /// Bytes (UTF-8) of a unit's source, and of its target.
    pub unit_bytes: usize,
}

impl Default for Limits {
    /// 5 MiB; 2,000 files; 20,000 units; 64 deep; 1 MiB of text in a unit.
    fn default() -> Limits {
        Limits { bytes: 5 << 20, files: 2_000, units: 20_000, depth: 64, unit_bytes: 1 << 20 }
    }
}
