//! The table that languages are told by: which letters follow which, in each language.
//!
//! `languages.bin` holds for each language the sequences of up to [`ORDER`] letters (a space stands for the edge of a word) that tell most of
//! it, each with what its last letter costs after the others, and what it costs to leave a sequence for a shorter one. It is made by
//! `crates/extract/languages`; `docs/decisions/0024-languages-by-our-own-table.md` tells from what.
//!
//! It begins with [`BUCKETS`] + 1 offsets of three bytes, behind which are the buckets; the languages are those of `known.rs`, in their
//! order. A sequence is found by the upper half of its hash, which is its bucket, and told there by the lower half: `u16` lower half, `u8`
//! number of languages, then for each the language (its highest bit: a cost of leaving follows), the cost, and perhaps that of leaving.

use super::LANGUAGE_COUNT;

/// The longest sequence, in letters.
pub const ORDER: usize = 5;

/// Costs are natural logarithms times this.
pub const SCALE: f64 = 12.0;

/// Buckets of the table.
pub const BUCKETS: usize = 1 << 16;

/// The bit of a language's byte that says that the cost of leaving follows.
pub const LEAVES: u8 = 0x80;

/// What a letter costs that a language does not have: about one in a million.
pub const UNKNOWN: i32 = 168;

static TABLE: &[u8] = include_bytes!("languages.bin");

/// The bytes that belong to one sequence: of each language that has it.
#[derive(Clone, Copy)]
pub struct Node(&'static [u8]);

/// The hash of a sequence. It is part of the table: another hash needs another table.
#[must_use]
pub fn hash(sequence: &[char]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for letter in sequence {
        hash = (hash ^ u64::from(u32::from(*letter))).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    u32::try_from(hash >> 32).unwrap_or_default()
}

impl Node {
    /// A sequence that no language has.
    pub const NONE: Node = Node(&[]);

    /// What the table has of a sequence.
    #[must_use]
    pub fn of(sequence: &[char]) -> Node {
        let hash = hash(sequence);
        let bucket = usize::try_from(hash >> 16).unwrap_or_default();
        let (start, end) = (offset(bucket), offset(bucket + 1));
        let mut rest = &TABLE[start..end];
        let wanted = hash.to_le_bytes();
        while let [low, high, count, nodes @ ..] = rest {
            let length = length(nodes, *count);
            if [*low, *high] == [wanted[0], wanted[1]] {
                return Node(&nodes[..length]);
            }
            rest = &nodes[length..];
        }
        Node::NONE
    }

    /// Calls with each language's number, its cost, and that of leaving.
    #[inline]
    pub fn each(self, mut take: impl FnMut(usize, i32, Option<i32>)) {
        let mut rest = self.0;
        while let [language, cost, after @ ..] = rest {
            let number = usize::from(language & !LEAVES);
            if number >= LANGUAGE_COUNT {
                return;
            }
            match (language & LEAVES, after) {
                (LEAVES, [leave, after @ ..]) => {
                    take(number, i32::from(*cost), Some(i32::from(leave.cast_signed())));
                    rest = after;
                }
                _ => {
                    take(number, i32::from(*cost), None);
                    rest = after;
                }
            }
        }
    }
}

fn length(nodes: &[u8], count: u8) -> usize {
    let mut at = 0;
    for _ in 0..count {
        at += if nodes[at] & LEAVES == 0 { 2 } else { 3 };
    }
    at
}

fn offset(bucket: usize) -> usize {
    let at = &TABLE[3 * bucket.min(BUCKETS)..];
    usize::from(at[0]) | usize::from(at[1]) << 8 | usize::from(at[2]) << 16
}
