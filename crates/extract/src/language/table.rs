//! The table that languages are told by: which letters follow which, in each language.
//!
//! `languages.bin` holds for each language the sequences of up to [`ORDER`] letters (a space stands for the edge of a word) that tell most of
//! it, each with what its last letter costs after the others, and what it costs to leave a sequence for a shorter one. It is made by
//! `crates/extract/languages`; `docs/decisions/0024-languages-by-our-own-table.md` tells from what.
//!
//! It begins with [`BUCKETS`] + 1 offsets of three bytes, behind which are the buckets; the languages are those of `known.rs`, in their
//! order. A sequence is found by the upper half of its hash, which is its bucket, and told there by the lower half: `u16` lower half, `u8`
//! number of languages that have a cost of leaving it, `u8` number of the others, then for each of the first the language, the cost and that
//! of leaving, and for each of the others the language and the cost.

/// The longest sequence, in letters.
pub const ORDER: usize = 5;

/// Costs are natural logarithms times this.
pub const SCALE: f64 = 12.0;

/// Buckets of the table.
pub const BUCKETS: usize = 1 << 16;

/// What a letter costs that a language does not have: about one in a million.
pub const UNKNOWN: i16 = 168;

static TABLE: &[u8] = include_bytes!("languages.bin");

/// What belongs to one sequence: of each language that has it the number and the cost, of the first ones that of leaving too.
#[derive(Clone, Copy)]
pub struct Node {
    leaving: &'static [[u8; 3]],
    others: &'static [[u8; 2]],
}

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
    pub const NONE: Node = Node { leaving: &[], others: &[] };

    /// What the table has of a sequence.
    #[must_use]
    pub fn of(sequence: &[char]) -> Node {
        let hash = hash(sequence);
        let bucket = usize::try_from(hash >> 16).unwrap_or_default();
        let mut rest = &TABLE[offset(bucket)..offset(bucket + 1)];
        let wanted = hash.to_le_bytes();
        while let [low, high, leaving, others, nodes @ ..] = rest {
            let (leaving, nodes) = nodes.split_at(3 * usize::from(*leaving));
            let (others, after) = nodes.split_at(2 * usize::from(*others));
            if [*low, *high] == [wanted[0], wanted[1]] {
                return Node { leaving: leaving.as_chunks().0, others: others.as_chunks().0 };
            }
            rest = after;
        }
        Node::NONE
    }

    /// Each language that has it, by its number, and what the last letter costs there.
    pub fn costs(self) -> impl Iterator<Item = (usize, i16)> {
        let leaving = self.leaving.iter().map(|[language, cost, _]| (language, cost));
        let others = self.others.iter().map(|[language, cost]| (language, cost));
        leaving.chain(others).map(|(language, cost)| (usize::from(*language), i16::from(*cost)))
    }

    /// Each language in which leaving it for a shorter one costs something, and what.
    pub fn leaves(self) -> impl Iterator<Item = (usize, i16)> {
        self.leaving.iter().map(|[language, _, leave]| (usize::from(*language), i16::from(leave.cast_signed())))
    }
}

fn offset(bucket: usize) -> usize {
    let at = &TABLE[3 * bucket.min(BUCKETS)..];
    usize::from(at[0]) | usize::from(at[1]) << 8 | usize::from(at[2]) << 16
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::LANGUAGE_COUNT;

    /// Read to its end, the table is whole: a language beyond the last one would be no place in what is counted.
    #[test]
    fn the_table_is_whole() {
        let mut sequences = 0;
        for bucket in 0..BUCKETS {
            let mut rest = &TABLE[offset(bucket)..offset(bucket + 1)];
            while let [_, _, leaving, others, nodes @ ..] = rest {
                let (leaving, nodes) = nodes.split_at(3 * usize::from(*leaving));
                let (others, after) = nodes.split_at(2 * usize::from(*others));
                let node = Node { leaving: leaving.as_chunks().0, others: others.as_chunks().0 };
                assert!(node.costs().all(|(language, _)| language < LANGUAGE_COUNT));
                assert!(node.costs().next().is_some());
                sequences += 1;
                rest = after;
            }
            assert!(rest.is_empty());
        }
        assert_eq!(offset(BUCKETS), TABLE.len());
        assert!(sequences > 250_000, "{sequences}");
    }
}
