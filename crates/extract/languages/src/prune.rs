//! Keeps of a language what tells most of it.

use std::collections::{HashMap, HashSet};

use crate::models::{Frequencies, Sequence};

/// A language's part of the table: the natural logarithm of each kept sequence's last letter, and what leaving it for a shorter one adds.
pub struct Part(pub HashMap<Sequence, (f64, Option<f64>)>);

/// Keeps `budget` sequences, and those that they begin with. What was met fewer times than `seen` is chance.
pub fn prune(all: &Frequencies, budget: usize, seen: f64) -> Part {
    let total = 1.0 + all.of[&vec![' ']];
    let share = |sequence: &[char]| -> Option<f64> {
        let often = *all.of.get(sequence)?;
        let before = if sequence.len() == 1 { total } else { *all.of.get(&sequence[..sequence.len() - 1])? };
        Some(((often - 0.5 * all.once) / before).min(1.0))
    };
    let mut worth: Vec<(f64, &Sequence)> = all
        .of
        .iter()
        .filter(|(sequence, often)| sequence.len() >= 2 && **often >= (seen - 0.5) * all.once)
        .filter_map(|(sequence, often)| {
            let (long, short) = (share(sequence)?, share(&sequence[1..])?);
            Some((often * (long.ln() - short.ln()).abs(), sequence))
        })
        .collect();
    worth.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut kept: HashSet<Sequence> = all
        .of
        .iter()
        .filter(|(s, often)| s.len() == 1 && **often > 1e-6 && **often > (seen - 0.5) * all.once)
        .map(|(s, _)| s.clone())
        .collect();
    for (_, sequence) in worth {
        if kept.len() >= budget {
            break;
        }
        for length in 1..=sequence.len() {
            kept.insert(sequence[..length].to_vec());
        }
    }
    leaving(&kept, share)
}

/// What is left to the letters that were not kept after a sequence, by what the shorter sequence gives them.
fn leaving(kept: &HashSet<Sequence>, share: impl Fn(&[char]) -> Option<f64>) -> Part {
    let mut part: HashMap<Sequence, (f64, Option<f64>)> = HashMap::new();
    let mut after: HashMap<Sequence, Vec<char>> = HashMap::new();
    for sequence in kept {
        if let Some(share) = share(sequence) {
            part.insert(sequence.clone(), (share.ln(), None));
            let (last, before) = sequence.split_last().expect("a letter");
            after.entry(before.to_vec()).or_default().push(*last);
        }
    }
    let mut contexts: Vec<(Sequence, Vec<char>)> = after.into_iter().filter(|(before, _)| !before.is_empty()).collect();
    contexts.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    for (before, letters) in contexts {
        let mut own = 0.0;
        let mut shorter = 0.0;
        for letter in letters {
            let sequence = [&before[..], &[letter]].concat();
            own += part[&sequence].0.exp();
            shorter += value(&part, &sequence[1..]).exp();
        }
        let leave = ((1.0 - own).max(2e-4) / (1.0 - shorter).max(2e-4)).ln();
        if let Some(context) = part.get_mut(&before) {
            context.1 = Some(leave);
        }
    }
    Part(part)
}

/// The logarithm of a sequence's last letter, by what is kept.
fn value(part: &HashMap<Sequence, (f64, Option<f64>)>, sequence: &[char]) -> f64 {
    if let Some((own, _)) = part.get(sequence) {
        return *own;
    }
    if sequence.len() == 1 {
        return -14.0;
    }
    let leave = part.get(&sequence[..sequence.len() - 1]).and_then(|(_, leave)| *leave).unwrap_or_default();
    leave + value(part, &sequence[1..])
}
