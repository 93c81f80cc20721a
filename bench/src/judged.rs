//! Whether the best come first: queries with judged answers, in `data/judged.csv`.
//!
//! A grade says what a document is worth to who asks: 3 is what they want, 2 helps, 1 is of the same matter, in another language
//! or beside it. Whatever has no grade is worth nothing.

use std::collections::{BTreeMap, HashMap};

use base::Audience;
use find::{Index, Request, number};
use network::Network;
use serde::Deserialize;

use crate::Result;
use crate::figures::{Section, Table};
use crate::findable::{demonstration, index, other_id, others};

/// Answers that are looked at.
const TOP: usize = 10;

/// The set of queries over the demonstration's documents.
const DEMONSTRATION: &str = "demonstration";

/// A line of the file.
#[derive(Deserialize)]
struct Line {
    set: String,
    reader: String,
    query: String,
    /// `document:grade`, with blanks between them.
    grades: String,
}

/// A query, and what its answers are worth.
struct Judged {
    set: String,
    /// The language in which the hub is read.
    reader: String,
    query: String,
    grades: HashMap<i64, u32>,
}

/// Measures it.
pub fn measure(_quick: bool) -> Result<Section> {
    let network = Network::embedded()?;
    let others = others()?;
    let mut entries = demonstration(&network)?;
    let ours = entries.len();
    entries.extend(others.iter().map(|other| other.entry()));
    let index = index(&network, entries)?;
    let judged = judged()?.into_iter().filter(|judged| judged.set == DEMONSTRATION || !others.is_empty());
    let mut table = Table::new(
        "judged",
        format!(
            "Judged queries: whether the best come first ({ours} documents of the demonstration among {} others)",
            others.len()
        ),
        &["queries", "nDCG@10", "empty"],
    );
    let mut by_set: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut empty: BTreeMap<String, usize> = BTreeMap::new();
    for judged in judged {
        let (worth, found) = ask(&index, &judged)?;
        if std::env::var_os("BENCH_EACH").is_some() {
            println!("{worth:.2} {} [{}] {:?}", judged.query, judged.reader, found);
        }
        for name in [format!("{}, read in {}", judged.set, judged.reader), format!("{}, all", judged.set)] {
            by_set.entry(name.clone()).or_default().push(worth);
            *empty.entry(name).or_default() += usize::from(found.is_empty());
        }
    }
    for (name, worths) in by_set {
        let mean = worths.iter().sum::<f64>() / worths.len() as f64;
        table.row(name.as_str(), [worths.len() as f64, mean, empty[&name] as f64].map(Some));
    }
    table.note("nDCG@10: 1 where the ten best stand first in their order, 0 where none of them is among the ten.");
    if others.is_empty() {
        table.note("BENCH_DOCUMENTS names no file: the demonstration's documents are alone, which is easier.");
    }
    Ok(Section::new("judged", vec![table]))
}

fn judged() -> Result<Vec<Judged>> {
    let mut lines = csv::Reader::from_reader(include_str!("../data/judged.csv").as_bytes());
    lines.deserialize().map(|line| Judged::read(line?)).collect()
}

impl Judged {
    fn read(line: Line) -> Result<Judged> {
        let grade = |grade: &str| -> Result<(i64, u32)> {
            let (document, grade) = grade.split_once(':').ok_or("a grade is `document:grade`")?;
            let id: i64 = document.parse()?;
            Ok((if line.set == DEMONSTRATION { id } else { other_id(id) }, grade.parse()?))
        };
        let grades = line.grades.split_whitespace().map(grade).collect::<Result<HashMap<_, _>>>()?;
        Ok(Judged { set: line.set, reader: line.reader, query: line.query, grades })
    }

    /// What these answers are worth beside the best that there could be, from 0 to 1 (nDCG with gains of 2^grade - 1).
    fn worth(&self, found: &[i64]) -> f64 {
        let sum = |grades: &mut dyn Iterator<Item = u32>| -> f64 {
            let gains = grades.take(TOP).enumerate();
            gains.map(|(place, grade)| (2f64.powi(grade as i32) - 1.0) / ((place + 2) as f64).log2()).sum()
        };
        let mut best: Vec<u32> = self.grades.values().copied().collect();
        best.sort_unstable_by(|one, other| other.cmp(one));
        let got = sum(&mut found.iter().map(|id| self.grades.get(id).copied().unwrap_or_default()));
        got / sum(&mut best.into_iter())
    }
}

fn ask(index: &Index, judged: &Judged) -> Result<(f64, Vec<i64>)> {
    let found = index.search(&Request {
        text: judged.query.clone(),
        limit: TOP,
        audiences: vec![(Audience::EVERYONE, 0)],
        languages: vec![number(&judged.reader)],
        ..Request::default()
    })?;
    let found: Vec<i64> = found.hits.iter().map(|hit| hit.id).collect();
    Ok((judged.worth(&found), found))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the demonstration's queries are worth, but for a little: who changes the rank for the better writes it here.
    const WORTH: f64 = 0.865;

    #[test]
    fn worth_is_one_for_the_best_order_only() {
        let judged = Judged {
            set: String::new(),
            reader: String::new(),
            query: String::new(),
            grades: HashMap::from([(1, 3), (2, 1)]),
        };
        assert!((judged.worth(&[1, 2]) - 1.0).abs() < 1e-9);
        assert!(judged.worth(&[2, 1]) < 1.0);
        assert!(judged.worth(&[3, 1]) < judged.worth(&[1, 3]));
        assert_eq!(judged.worth(&[]), 0.0);
    }

    #[test]
    fn the_best_come_first() {
        let network = Network::embedded().unwrap();
        let entries = demonstration(&network).unwrap();
        let index = index(&network, entries).unwrap();
        let judged: Vec<Judged> = judged().unwrap().into_iter().filter(|judged| judged.set == DEMONSTRATION).collect();
        let sum: f64 = judged.iter().map(|judged| ask(&index, judged).unwrap().0).sum();
        let mean = sum / judged.len() as f64;
        assert!(mean >= WORTH, "nDCG@10 of the demonstration's queries is {mean:.3}");
    }
}
