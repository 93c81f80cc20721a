//! Reads the models of lingua and makes of them what they were made of: how often each sequence of letters is met, edges of words included.

use std::collections::HashMap;
use std::path::Path;

use fst::Streamer;

use crate::sources::paragraphs;

/// Up to five letters; a space is the edge of a word.
pub type Sequence = Vec<char>;

/// How often each sequence is met, per letter of text, and what one meeting counts.
pub struct Frequencies {
    pub of: HashMap<Sequence, f64>,
    pub once: f64,
}

/// The folder of a language's model below the folder of sources.
pub fn read(folder: &Path) -> Frequencies {
    let bytes = std::fs::read(folder.join("models/ngrams.fst")).expect("a model");
    let map = fst::Map::new(bytes).expect("a model of lingua 1.8");
    let mut logs: Vec<(Sequence, f64)> = Vec::new();
    let mut stream = map.stream();
    while let Some((key, value)) = stream.next() {
        let sequence = std::str::from_utf8(key).expect("letters").chars().collect();
        logs.push((sequence, f64::from_bits(value)));
    }
    logs.sort_by_key(|(sequence, _)| sequence.len());
    let mut of: HashMap<Sequence, f64> = HashMap::with_capacity(2 * logs.len());
    // Each is given as a share of the sequence without its last letter.
    for (sequence, log) in logs {
        let before = if sequence.len() == 1 { Some(1.0) } else { of.get(&sequence[..sequence.len() - 1]).copied() };
        if let Some(before) = before {
            of.insert(sequence, before * log.exp());
        }
    }
    let once = of.values().copied().fold(f64::MAX, f64::min);
    let edges = edges(&of, once);
    of.extend(edges);
    Frequencies { of, once }
}

/// A sequence begins words as often as it is met without any letter before it, and so for ends.
fn edges(of: &HashMap<Sequence, f64>, once: f64) -> HashMap<Sequence, f64> {
    let mut starts: HashMap<Sequence, f64> = HashMap::new();
    for (sequence, often) in of.iter().filter(|(sequence, _)| sequence.len() <= 4) {
        *starts.entry(sequence.clone()).or_default() += often;
    }
    for (sequence, often) in of.iter().filter(|(sequence, _)| sequence.len() >= 2) {
        *starts.entry(sequence[1..].to_vec()).or_default() -= often;
    }
    starts.retain(|_, often| *often > once / 2.0);
    let mut edges: HashMap<Sequence, f64> = HashMap::new();
    let space = |sequence: &[char]| [&[' '], sequence].concat();
    for (sequence, often) in &starts {
        edges.insert(space(sequence), *often);
    }
    let mut ends: HashMap<Sequence, f64> = HashMap::new();
    let all = || of.iter().map(|(s, o)| (s.clone(), *o)).chain(edges.iter().map(|(s, o)| (s.clone(), *o)));
    for (sequence, often) in all() {
        if sequence.len() <= 4 {
            *ends.entry(sequence.clone()).or_default() += often;
        }
        if sequence.len() >= 2 {
            *ends.entry(sequence[..sequence.len() - 1].to_vec()).or_default() -= often;
        }
    }
    ends.remove(&vec![' ']);
    let words: f64 = starts.iter().filter(|(sequence, _)| sequence.len() == 1).map(|(_, often)| often).sum();
    for (sequence, often) in ends {
        if often > once / 2.0 {
            edges.insert([&sequence[..], &[' ']].concat(), often);
        }
    }
    edges.insert(vec![' '], words);
    edges
}

/// Of a translation of a few pages; with `half`, of every other paragraph.
pub fn read_text(page: &Path, half: bool) -> Frequencies {
    let mut counts: HashMap<Sequence, f64> = HashMap::from([(vec![' '], 0.0)]);
    for paragraph in paragraphs(page).iter().step_by(if half { 2 } else { 1 }) {
        for word in crate::language::score::words(paragraph) {
            for at in 1..word.len() {
                for length in 1..=5.min(at + 1) {
                    *counts.entry(word[at + 1 - length..=at].to_vec()).or_default() += 1.0;
                }
            }
        }
    }
    let letters: f64 = counts.iter().filter(|(own, _)| own.len() == 1 && own[0] != ' ').map(|(_, often)| often).sum();
    counts.values_mut().for_each(|often| *often /= letters);
    Frequencies { of: counts, once: 1.0 / letters }
}
