//! Words that a reader may have meant.
//!
//! The engine's own fuzzy query scores every expansion alike and runs on every query; here the dictionary is asked only when
//! little was found, and the terms that are frequent in what this reader sees come first. Terms that stand only in
//! documents that the reader does not see are left out: otherwise they would take the place of others and so be felt.

use std::collections::HashMap;

use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, TERMINATED, Term};

use crate::arabic;
use crate::sight::{self, SegmentSight};
use crate::view::View;

/// How many similar words stand in for one.
const MAX_EXPANSIONS: usize = 8;

/// Counting how frequent a term is stops here: beyond, it is frequent.
const ENOUGH_DOCUMENTS: usize = 512;

/// A similar word and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Similar {
    pub term: String,
    pub distance: u8,
}

/// How many letters may be wrong in a word. Short words have too many neighbours, numbers are meant as they stand.
pub(crate) fn tolerance(word: &str) -> u8 {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match arabic::bare_of_article(word).chars().count() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// In how many documents that the reader sees a word stands, in title, body or labels, counted no further than `enough` in each.
pub(crate) fn frequency(view: &View, sights: &[SegmentSight], word: &str, enough: usize) -> tantivy::Result<usize> {
    frequency_in(view, sights, &[view.fields.title, view.fields.body, view.fields.label], word, enough)
}

/// The same in these fields.
pub(crate) fn frequency_in(
    view: &View,
    sights: &[SegmentSight],
    fields: &[Field],
    word: &str,
    enough: usize,
) -> tantivy::Result<usize> {
    let mut seen = 0;
    for &field in fields {
        let term = Term::from_field_text(field, word);
        let mut infos = Vec::new();
        for (segment, reader) in (0..).zip(view.searcher.segment_readers()) {
            infos.extend(reader.inverted_index(field)?.get_term_info(&term)?.map(|info| (segment, info)));
        }
        seen += sight::frequency(view, sights, field, &infos, enough)?;
    }
    Ok(seen)
}

/// Some document that the reader sees and that has a word in its title or body.
pub(crate) fn some_document(view: &View, sights: &[SegmentSight], word: &str) -> tantivy::Result<Option<DocAddress>> {
    for field in [view.fields.title, view.fields.body] {
        let term = Term::from_field_text(field, word);
        for (segment, reader) in (0..).zip(view.searcher.segment_readers()) {
            let Some(mut docs) = reader.inverted_index(field)?.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            while docs.doc() != TERMINATED {
                if sights[segment as usize].sees_alive(docs.doc()) {
                    return Ok(Some(DocAddress::new(segment, docs.doc())));
                }
                docs.advance();
            }
        }
    }
    Ok(None)
}

/// The similar words, nearest first, then most frequent. Two wrong letters are only assumed where one explains nothing.
pub(crate) fn similar(view: &View, sights: &[SegmentSight], word: &str) -> tantivy::Result<Vec<Similar>> {
    for distance in 1..=tolerance(word) {
        // With two wrong letters most of the dictionary would be visited; the first letter is hardly one of them.
        let same_initial = if distance > 1 { initial_range(word) } else { None };
        let mut frequencies: HashMap<String, usize> = HashMap::new();
        for field in [view.fields.title, view.fields.body, view.fields.label] {
            let near = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
            let mut terms: HashMap<String, Vec<(u32, TermInfo)>> = HashMap::new();
            for (segment, reader) in (0..).zip(view.searcher.segment_readers()) {
                let index = reader.inverted_index(field)?;
                let mut builder = index.terms().search(near.automaton()?);
                if let Some((from, until)) = &same_initial {
                    builder = builder.ge(from).lt(until);
                }
                let mut stream = builder.into_stream()?;
                while let Some((key, info)) = stream.next() {
                    if let Ok(term) = std::str::from_utf8(key)
                        && term != word
                    {
                        terms.entry(term.to_owned()).or_default().push((segment, info.clone()));
                    }
                }
            }
            for (term, infos) in terms {
                let frequency = sight::frequency(view, sights, field, &infos, ENOUGH_DOCUMENTS)?;
                *frequencies.entry(term).or_default() += frequency;
            }
        }
        let mut ranked: Vec<(String, usize)> =
            frequencies.into_iter().filter(|(_, frequency)| *frequency > 0).collect();
        if ranked.is_empty() {
            continue;
        }
        ranked.sort_unstable_by(|(one, one_frequency), (other, other_frequency)| {
            other_frequency.cmp(one_frequency).then_with(|| one.cmp(other))
        });
        ranked.truncate(MAX_EXPANSIONS);
        return Ok(ranked.into_iter().map(|(term, _)| Similar { term, distance }).collect());
    }
    Ok(Vec::new())
}

/// From where to where the dictionary holds the words with the same first letter.
fn initial_range(word: &str) -> Option<(String, String)> {
    let first = word.chars().next()?;
    let next = ((first as u32 + 1)..=char::MAX as u32).find_map(char::from_u32)?;
    Some((first.into(), next.into()))
}

#[cfg(test)]
mod tests {
    use super::{initial_range, tolerance};

    #[test]
    fn words_with_one_initial_stand_together() {
        assert_eq!(initial_range("violence"), Some(("v".into(), "w".into())));
        assert_eq!(initial_range("\u{D7FF}"), Some(("\u{D7FF}".into(), "\u{E000}".into())));
        assert_eq!(initial_range("\u{10FFFF}"), None);
    }

    #[test]
    fn short_words_and_numbers_are_meant_as_they_stand() {
        assert_eq!([tolerance("city"), tolerance("plans"), tolerance("violence"), tolerance("20261")], [0, 1, 2, 0]);
        assert_eq!([tolerance("شباب"), tolerance("السلام")], [0, 0]);
    }
}
