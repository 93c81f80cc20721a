//! Writes the table.

use std::collections::BTreeMap;

use crate::language::table::{BUCKETS, SCALE, hash};
use crate::prune::Part;

/// A sequence: of each language its number and cost, of some that of leaving too.
#[derive(Default)]
struct Node {
    leaving: Vec<[u8; 3]>,
    others: Vec<[u8; 2]>,
}

/// The table as bytes; the parts stand in the order of the languages.
pub fn write(parts: &[Part]) -> Vec<u8> {
    let mut nodes: BTreeMap<u32, Node> = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        let number = u8::try_from(number).expect("fewer than 128 languages");
        let mut own: BTreeMap<u32, (f64, Option<f64>)> = BTreeMap::new();
        for (sequence, value) in &part.0 {
            own.insert(hash(sequence), *value);
        }
        for (hash, (cost, leave)) in own {
            let node = nodes.entry(hash).or_default();
            let cost = scaled(-cost).clamp(0.0, 255.0) as u8;
            match leave {
                Some(leave) => node.leaving.push([number, cost, (scaled(-leave).clamp(-128.0, 127.0) as i8) as u8]),
                None => node.others.push([number, cost]),
            }
        }
    }
    let mut buckets: Vec<Vec<u8>> = vec![Vec::new(); BUCKETS];
    for (hash, node) in nodes {
        let bucket = &mut buckets[(hash >> 16) as usize];
        bucket.extend_from_slice(&hash.to_le_bytes()[..2]);
        bucket.extend([node.leaving.len() as u8, node.others.len() as u8]);
        bucket.extend(node.leaving.as_flattened());
        bucket.extend(node.others.as_flattened());
    }
    let mut table = Vec::new();
    let mut at = 3 * (BUCKETS + 1);
    for bucket in &buckets {
        table.extend_from_slice(&(at as u32).to_le_bytes()[..3]);
        at += bucket.len();
    }
    table.extend_from_slice(&(at as u32).to_le_bytes()[..3]);
    table.extend(buckets.into_iter().flatten());
    table
}

fn scaled(cost: f64) -> f64 {
    (cost * SCALE).round()
}
