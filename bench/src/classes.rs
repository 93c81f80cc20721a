//! What is found of what people type, by what they change: letters, endings, articles, languages.
//!
//! Queries are made of the documents that `BENCH_DOCUMENTS` names, each of the rare words of one of them; it counts whether
//! that one is among the ten best.

mod across;
mod asked;
mod families;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use base::Audience;
use find::{Facet, Index, Request, number};
use network::Network;

use self::asked::Asked;
use crate::Result;
use crate::figures::{Section, Table, millis, percentile, say};
use crate::findable::{Other, bytes_on_disk, index, others};

/// Answers among which the wanted one counts.
const TOP: usize = 10;

/// Titles that are typed letter by letter, and letters of each.
const TITLES: usize = 150;
const TITLE_LETTERS: usize = 60;

/// What became of the queries of one class.
#[derive(Default)]
struct Outcome {
    asked: usize,
    found: usize,
    /// Sum of 1 by the place of the wanted one.
    places: f64,
    empty: usize,
    /// Wanted ones that show where they have what was asked for.
    marked: usize,
}

/// Measures it.
pub fn measure(_quick: bool) -> Result<Section> {
    let documents = others()?;
    let mut found = Table::new(
        "classes",
        format!("What is found of what people type ({} documents)", documents.len()),
        &["queries", "R@10", "MRR", "empty", "marked"],
    );
    if documents.is_empty() {
        found.note("BENCH_DOCUMENTS names no file of documents: nothing is measured.");
        return Ok(Section::new("classes", vec![found]));
    }
    say("classes: queries are made");
    let network = Network::embedded()?;
    let asked = asked::asked(&documents)?;
    let entries: Vec<_> = documents.iter().map(Other::entry).collect();
    let alone = index(&network, entries.clone())?;
    let (planted, across) = across::across(&network, &documents)?;
    say("they are asked");
    let mut times = Vec::new();
    let mut outcomes = outcomes(&alone, &asked, &mut times)?;
    let among = index(&network, entries.into_iter().chain(planted.iter().map(Other::entry)).collect())?;
    outcomes.extend(self::outcomes(&among, &across, &mut Vec::new())?);
    for (class, outcome) in outcomes {
        let share = |some: f64, all: usize| Some(some / all as f64);
        let cells = [share(outcome.found as f64, outcome.asked), share(outcome.places, outcome.asked)];
        let marked = share(outcome.marked as f64, outcome.found.max(1));
        found.row(
            class,
            [Some(outcome.asked as f64)].into_iter().chain(cells).chain([Some(outcome.empty as f64), marked]),
        );
    }
    found.note("R@10: the wanted one is among the ten best. marked: found ones whose title or snippet shows why.");
    let [p50, p95] = [50, 95].map(|percent| millis(percentile(&times, percent)));
    found.note(format!("With snippets, in memory, one after the other: p50 {p50:.1} ms, p95 {p95:.1} ms."));
    found.note(size(&network, &documents)?);
    Ok(Section::new("classes", vec![found, suggestions(&alone, &documents)?]))
}

/// How large the index is beside what it is made of.
fn size(network: &Network, documents: &[Other]) -> Result<String> {
    let of = |document: &Other| document.title.len() + document.abstract_text.len() + document.body.len();
    let text = documents.iter().map(of).sum::<usize>() as f64 / 1e6;
    let index = bytes_on_disk(network, documents.iter().map(Other::entry).collect())? as f64 / 1e6;
    Ok(format!("The index takes {index:.1} MB on disk for {text:.1} MB of text: {:.2} times.", index / text))
}

fn outcomes(index: &Index, asked: &[Asked], times: &mut Vec<Duration>) -> Result<BTreeMap<String, Outcome>> {
    let mut outcomes: BTreeMap<String, Outcome> = BTreeMap::new();
    for asked in asked {
        let only = asked.only.map(|language| (Facet::Language, vec![number(language)]));
        let begun = Instant::now();
        let answer = index.search(&Request {
            text: asked.text.clone(),
            limit: TOP,
            audiences: vec![(Audience::EVERYONE, 0)],
            snippets: true,
            languages: vec![number(asked.reader)],
            filters: only.into_iter().collect(),
            ..Request::default()
        })?;
        times.push(begun.elapsed());
        let outcome = outcomes.entry(asked.class.clone()).or_default();
        outcome.asked += 1;
        outcome.empty += usize::from(answer.hits.is_empty());
        let Some(place) = answer.hits.iter().position(|hit| hit.id == asked.wanted) else {
            if std::env::var_os("BENCH_EACH").is_some() {
                println!("{}: {} does not find {}", asked.class, asked.text, asked.wanted);
            }
            continue;
        };
        outcome.found += 1;
        outcome.places += 1.0 / (place + 1) as f64;
        let hit = &answer.hits[place];
        let shows = [&hit.title, &hit.snippet].into_iter().flatten().any(|text| !text.marks.is_empty());
        outcome.marked += usize::from(shows);
    }
    Ok(outcomes)
}

/// Titles typed letter by letter: whether there is always something to choose.
fn suggestions(index: &Index, documents: &[Other]) -> Result<Table> {
    let step = (documents.len() / TITLES).max(1);
    let (mut empty, mut times) = (0, Vec::new());
    for document in documents.iter().step_by(step).take(TITLES) {
        let ends = document.title.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(TITLE_LETTERS);
        for end in ends.filter(|end| document.title[..*end].contains(char::is_alphanumeric)) {
            let begun = Instant::now();
            let suggested = index.suggest(&Request {
                text: document.title[..end].to_owned(),
                limit: TOP,
                audiences: vec![(Audience::EVERYONE, 0)],
                ..Request::default()
            })?;
            times.push(begun.elapsed());
            empty += usize::from(suggested.is_empty());
        }
    }
    let mut table = Table::new("suggestions", "Titles typed letter by letter", &["steps", "empty", "p50 ms", "p95 ms"]);
    let [p50, p95] = [50, 95].map(|percent| millis(percentile(&times, percent)));
    table.row("suggestions", [times.len() as f64, empty as f64, p50, p95].map(Some));
    Ok(table)
}
