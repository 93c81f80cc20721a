//! Writes the table.

use std::collections::BTreeMap;

use crate::language::table::{BUCKETS, LEAVES, SCALE, hash};
use crate::prune::Part;

/// The table as bytes; the parts stand in the order of the languages.
pub fn write(parts: &[Part]) -> Vec<u8> {
    let mut nodes: BTreeMap<u32, Vec<u8>> = BTreeMap::new();
    for (number, part) in parts.iter().enumerate() {
        let number = u8::try_from(number).expect("fewer than 128 languages");
        let mut own: BTreeMap<u32, (f64, Option<f64>)> = BTreeMap::new();
        for (sequence, value) in &part.0 {
            own.insert(hash(sequence), *value);
        }
        for (hash, (cost, leave)) in own {
            let node = nodes.entry(hash).or_default();
            node.push(number | if leave.is_some() { LEAVES } else { 0 });
            node.push(scaled(-cost).clamp(0.0, 255.0) as u8);
            if let Some(leave) = leave {
                node.push((scaled(-leave).clamp(-128.0, 127.0) as i8) as u8);
            }
        }
    }
    let mut buckets: Vec<Vec<u8>> = vec![Vec::new(); BUCKETS];
    for (hash, node) in nodes {
        let bucket = &mut buckets[(hash >> 16) as usize];
        bucket.extend_from_slice(&hash.to_le_bytes()[..2]);
        bucket.push(count(&node));
        bucket.extend(node);
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

fn count(node: &[u8]) -> u8 {
    let mut at = 0;
    let mut count = 0;
    while at < node.len() {
        at += if node[at] & LEAVES == 0 { 2 } else { 3 };
        count += 1;
    }
    count
}
