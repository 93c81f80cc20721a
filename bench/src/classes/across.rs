//! Queries in one language for documents in another: `data/across.csv`, held out from whoever wrote the concepts.
//!
//! Each looks for one document that was given a term of the query's concept, and nothing else that was asked for.

use network::Network;
use serde::Deserialize;

use super::asked::Asked;
use crate::Result;
use crate::corpus::random::Random;
use crate::findable::Other;

/// Languages of queries and of documents.
const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

/// Planted documents have the ids from here.
const PLANTED_IDS: i64 = 100_000;

#[derive(Deserialize)]
struct Line {
    language: String,
    query: String,
    concept: String,
}

/// The planted documents, and the queries that look for them.
pub fn across(network: &Network, documents: &[Other]) -> Result<(Vec<Other>, Vec<Asked>)> {
    let mut lines = csv::Reader::from_reader(include_str!("../../data/across.csv").as_bytes());
    let lines = lines.deserialize().collect::<std::result::Result<Vec<Line>, _>>()?;
    let mut random = Random::new(7);
    let (mut planted, mut asked) = (Vec::new(), Vec::new());
    for line in lines {
        let from = *LANGUAGES.iter().find(|code| **code == line.language).ok_or("a language without documents")?;
        let concept = network.concepts.iter().find(|concept| concept.slug == line.concept);
        let concept = concept.ok_or_else(|| format!("there is no concept `{}`", line.concept))?;
        for to in LANGUAGES.into_iter().filter(|to| *to != from) {
            let of: Vec<&Other> = documents.iter().filter(|document| document.language() == to).collect();
            let terms: Vec<&str> = concept.terms().filter(|(code, _)| *code == to).map(|(_, term)| term).collect();
            if of.is_empty() || terms.is_empty() {
                continue;
            }
            let document = plant(of[random.below(of.len())], random.pick(&terms), PLANTED_IDS + planted.len() as i64);
            asked.push(Asked {
                class: format!("across, {from} to {to}"),
                wanted: document.entry_id(),
                text: line.query.clone(),
                reader: from,
                only: Some(to),
            });
            planted.push(document);
        }
    }
    Ok((planted, asked))
}

fn plant(document: &Other, term: &str, id: i64) -> Other {
    let middle = document.body.len() / 2;
    let middle = document.body[..document.body.floor_char_boundary(middle)].rfind(' ').unwrap_or(0);
    let (before, behind) = document.body.split_at(middle);
    let body = format!("{before} {term} {behind}");
    Other { id, abstract_text: String::new(), body, ..document.clone() }
}
