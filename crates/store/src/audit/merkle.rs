//! What a batch of the log is sealed with: commitments, leaves and the root of a Merkle tree, as RFC 9162 (section 2.1.1)
//! hashes them. Whoever has the entries can reckon it again with any SHA-256.

use base::Time;
use base::secret::{hash, hex, sha256};

/// Bytes of a salt: nobody guesses what stood behind a commitment whose salt is gone.
const SALT_BYTES: usize = 32;

pub(super) type Hash = [u8; 32];

/// A fresh salt, in hexadecimal.
pub(super) fn salt() -> String {
    hex(&base::secret::random::<SALT_BYTES>())
}

/// Does this value with this salt stand behind the commitment? Salts of another length stand behind none: nobody moves a part of
/// a value into its salt.
pub(super) fn is_committed(salt: &str, value: &str, to: &str) -> bool {
    salt.len() == 2 * SALT_BYTES && commitment(salt, value) == to
}

/// What stands for a value in its leaf.
pub(super) fn commitment(salt: &str, value: &str) -> String {
    hash(&format!("{salt}{value}"))
}

/// An entry as its leaf takes it, a line each: its place, id, time in microseconds since 1970 and act, and the commitments
/// of who did it, of what it is about and of the words beside it.
pub(super) struct Leaf<'a> {
    pub place: i64,
    pub id: i64,
    pub at: Time,
    pub action: &'a str,
    pub commitments: [&'a str; 3],
}

impl Leaf<'_> {
    pub(super) fn hash(&self) -> Hash {
        let Leaf { place, id, at, action, commitments: [actor, subject, detail] } = self;
        let at = at.timestamp_micros();
        sha256(&[&[0], format!("{place}\n{id}\n{at}\n{action}\n{actor}\n{subject}\n{detail}\n").as_bytes()])
    }
}

/// The root over these leaves; of none, the hash of nothing.
pub(super) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha256(&[]),
        [leaf] => *leaf,
        more => {
            // The largest power of two that leaves something for the other side.
            let half = more.len().next_power_of_two() / 2;
            let (left, right) = more.split_at(half);
            sha256(&[&[1], &root(left), &root(right)])
        }
    }
}

/// What stands for a batch and all before it.
pub(super) fn digest(number: i64, first: i64, entries: i64, root: &str, sealed_at: Time, before: &str) -> String {
    let at = sealed_at.timestamp_micros();
    hash(&format!("{number}\n{first}\n{entries}\n{root}\n{at}\n{before}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(count: u8) -> Vec<Hash> {
        (0..count).map(|own| sha256(&[&[0], &[own]])).collect()
    }

    #[test]
    fn a_root_is_what_the_standard_says() {
        // The empty tree and the tree of one empty leaf, as everybody who uses this standard has them.
        assert_eq!(hex(&root(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let one = sha256(&[&[0]]);
        assert_eq!(hex(&root(&[one])), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        let [a, b, c] = [0, 1, 2].map(|own| leaves(3)[own]);
        assert_eq!(root(&[a, b, c]), sha256(&[&[1], &sha256(&[&[1], &a, &b]), &c]));
    }

    #[test]
    fn another_leaf_another_order_and_another_number_of_leaves_have_another_root() {
        for count in 1..=33 {
            let whole = leaves(count);
            let own = root(&whole);
            assert_ne!(own, root(&whole[..whole.len() - 1]), "{count}: one is gone");
            for at in 0..whole.len() {
                let mut other = whole.clone();
                other[at] = sha256(&[&[9]]);
                assert_ne!(own, root(&other), "{count}: leaf {at} is another");
                other = whole.clone();
                other.swap(at, 0);
                assert_eq!(own == root(&other), at == 0, "{count}: {at} has changed places");
            }
        }
        let doubled = [leaves(3), vec![leaves(3)[2]]].concat();
        assert_ne!(root(&leaves(3)), root(&doubled), "the last one twice is not the last one");
    }

    #[test]
    fn a_leaf_says_all_of_an_entry() {
        let at = Time::UNIX_EPOCH;
        let leaf = |place, id, at, action, commitments| Leaf { place, id, at, action, commitments }.hash();
        let own = leaf(1, 2, at, "person.invited", ["a", "b", "c"]);
        for other in [
            leaf(2, 2, at, "person.invited", ["a", "b", "c"]),
            leaf(1, 3, at, "person.invited", ["a", "b", "c"]),
            leaf(1, 2, at + chrono::TimeDelta::microseconds(1), "person.invited", ["a", "b", "c"]),
            leaf(1, 2, at, "person.renamed", ["a", "b", "c"]),
            leaf(1, 2, at, "person.invited", ["b", "a", "c"]),
        ] {
            assert_ne!(own, other);
        }
    }
}
