//! What people would type.

use std::collections::HashSet;

use crate::corpus::random::Random;
use crate::corpus::{Corpus, words};

/// One of so many queries is mistyped.
const TYPOS: usize = 20;
/// Ranks of the words asked for, from and to: frequent, middling and rare ones. Nobody asks for "the".
const RANKS: [(usize, usize); 3] = [(30, 300), (300, 3_000), (3_000, words::WORDS)];
/// Letters that a word needs for a typo to leave it a word.
const TYPO_LETTERS: usize = 5;

impl Corpus {
    /// So many different queries of one to three words, each from one of the first `documents`, so that they find something.
    pub fn queries(&self, count: usize, documents: usize) -> Vec<String> {
        let mut random = Random::new(u64::MAX);
        let mut known = HashSet::new();
        let mut queries = Vec::with_capacity(count);
        while queries.len() < count {
            let Some(mut query) = self.query(&mut random, documents) else { continue };
            if queries.len() % TYPOS == TYPOS - 1 {
                query = mistyped(&query, &mut random);
            }
            if known.insert(query.clone()) {
                queries.push(query);
            }
        }
        queries
    }

    fn query(&self, random: &mut Random, documents: usize) -> Option<String> {
        let document = self.document(random.below(documents));
        let vocabulary = self.vocabularies.iter().find(|vocabulary| vocabulary.language == document.language)?;
        let words: Vec<String> = document
            .body
            .split(|letter: char| letter.is_whitespace() || letter == ',' || letter == '.')
            .map(str::to_lowercase)
            .collect();
        let mut query: Vec<&str> = Vec::new();
        for _ in 0..random.pick(&[1, 1, 2, 2, 3]) {
            let (from, to) = random.pick(&RANKS);
            let fit = |word: &&String| vocabulary.rank(word).is_some_and(|rank| (from..to).contains(&rank));
            let fitting: Vec<&String> = words.iter().filter(fit).collect();
            if !fitting.is_empty() {
                query.push(random.pick::<&String>(&fitting));
            }
        }
        (!query.is_empty()).then(|| query.join(" "))
    }
}

/// Two letters of a long word changed places.
fn mistyped(query: &str, random: &mut Random) -> String {
    let mut words: Vec<String> = query.split(' ').map(str::to_owned).collect();
    if let Some(word) = words.iter_mut().find(|word| word.chars().count() >= TYPO_LETTERS) {
        let mut letters: Vec<char> = word.chars().collect();
        let place = 1 + random.below(letters.len() - 2);
        letters.swap(place, place + 1);
        *word = letters.into_iter().collect();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_different_and_short() {
        let corpus = Corpus::new().unwrap();
        let queries = corpus.queries(500, 1_000);
        let lengths: Vec<usize> = queries.iter().map(|query| query.split(' ').count()).collect();
        assert!(lengths.iter().all(|words| (1..=3).contains(words)));
        for words in 1..=3 {
            assert!(lengths.iter().filter(|own| **own == words).count() > 50, "{words}");
        }
        assert_eq!(queries.iter().collect::<HashSet<_>>().len(), 500);
        assert!(queries.iter().any(|query| !query.is_ascii()));
    }
}
