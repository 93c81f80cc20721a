//! The place of a text that shows why it was found.
//!
//! Scans what is kept of a body (4 KB); the engine's own generator reads whole bodies and takes longer than the search.

use std::collections::HashMap;
use std::ops::Range;

use base::fold::fold;
use frostem::Algorithm;

use crate::analyse::{Rules, Word, rules, stems, words};
use crate::query::{Asked, Part};
use crate::types::Snippet;

/// How long a snippet is at most, in characters, without its ellipses.
pub const SNIPPET_CHARS: usize = 200;

/// How much of a snippet stands before its first match, in characters.
const LEAD_CHARS: usize = 50;

/// Knows which words of a document match a query, as the index does.
pub(crate) struct Marker<'a> {
    /// Which part of the query a folded word belongs to.
    folds: HashMap<&'a str, usize>,
    /// First letters of words: most words of a text can be passed over by their first letter alone.
    fold_initials: Vec<char>,
    /// By the code of the language.
    stems: HashMap<&'static str, OfLanguage<'a>>,
    /// Words repeat, within a text and across the hits of a page.
    known: HashMap<(Algorithm, String), Option<usize>>,
}

/// Stems by the rules of one language.
#[derive(Default)]
struct OfLanguage<'a> {
    stems: HashMap<&'a str, usize>,
    /// First letters, as of words.
    initials: Vec<char>,
    /// The first two letters of each stem: a word without any of them in it has another stem.
    leads: Vec<&'a str>,
}

impl<'a> Marker<'a> {
    pub(crate) fn new(asked: &'a Asked) -> Self {
        let mut folds = HashMap::new();
        let mut by_stem: HashMap<&'static str, OfLanguage<'a>> = HashMap::new();
        for (place, part) in asked.parts.iter().enumerate() {
            match part {
                Part::Word { folded, stems, similar } => {
                    let similar = similar.iter().map(|similar| similar.term.as_str());
                    for term in similar.chain([folded.as_str()]) {
                        folds.entry(term).or_insert(place);
                    }
                    for (code, stem) in stems {
                        let own = by_stem.entry(*code).or_default();
                        own.initials.extend(stem.chars().next());
                        own.leads.push(&stem[..byte_at(stem, 2)]);
                        own.stems.entry(stem).or_insert(place);
                    }
                }
                Part::Phrase(terms) => {
                    for term in terms {
                        folds.entry(term.as_str()).or_insert(place);
                    }
                }
            }
        }
        Marker {
            fold_initials: folds.keys().filter_map(|term| term.chars().next()).collect(),
            folds,
            stems: by_stem,
            known: HashMap::new(),
        }
    }

    /// The title with its matches marked.
    pub(crate) fn title(&mut self, title: String, lang: &str) -> Snippet {
        let marks = self.matches(&title, lang).into_iter().map(|found| found.range).collect();
        Snippet { text: title, marks }
    }

    /// The best window of a text; its beginning when nothing matches there. `None` for an empty text.
    pub(crate) fn snippet(&mut self, text: &str, lang: &str) -> Option<Snippet> {
        if text.is_empty() {
            return None;
        }
        let matches = self.matches(text, lang);
        Some(cut(text, &matches))
    }

    fn matches(&mut self, text: &str, lang: &str) -> Vec<Match> {
        if self.folds.is_empty() {
            return Vec::new();
        }
        let rules = rules(lang);
        words(text)
            .filter_map(|word| self.part_of(&word, rules).map(|part| Match { range: word.range(), part }))
            .collect()
    }

    fn part_of(&mut self, word: &Word<'_>, rules: Option<Rules>) -> Option<usize> {
        let initial = initial(word.text);
        let own =
            rules.and_then(|rules| Some((rules.stemmer, self.stems.get(rules.code)?))).filter(|(stemmer, own)| {
                !word.solo
                    && (changes_beginnings(stemmer.algorithm())
                        || initial.is_none_or(|initial| own.initials.contains(&initial)))
            });
        if own.is_none() && initial.is_some_and(|initial| !self.fold_initials.contains(&initial)) {
            return None;
        }
        let folded = fold(word.text);
        if let Some(&part) = self.folds.get(folded.as_str()) {
            return Some(part);
        }
        let (stemmer, own) = own.filter(|(_, own)| own.leads.iter().any(|lead| folded.contains(lead)))?;
        let key = (stemmer.algorithm(), word.text.to_owned());
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let (first, second) = stems(stemmer, word.text, &folded);
        let part = [Some(first), second].into_iter().flatten().find_map(|stem| own.stems.get(stem.as_str()).copied());
        self.known.insert(key, part);
        part
    }
}

/// The letter with which the folding of a word begins, where its first character tells.
fn initial(word: &str) -> Option<char> {
    match word.chars().next()? {
        first if first.is_ascii() => Some(first.to_ascii_lowercase()),
        // In these scripts what follows does not change the first letter.
        first @ ..'\u{0700}' => fold(first.encode_utf8(&mut [0; 4])).chars().next(),
        _ => None,
    }
}

/// Whether a stemmer may take letters off the beginning of a word: all but those known not to.
fn changes_beginnings(algorithm: Algorithm) -> bool {
    use Algorithm::*;
    !matches!(
        algorithm,
        English
            | French
            | Spanish
            | Portuguese
            | Italian
            | Romanian
            | Catalan
            | Swedish
            | Norwegian
            | Danish
            | Finnish
            | German
            | Russian
            | Serbian
            | Turkish
            | Greek
    )
}

/// A matching word and the part of the query that it answers.
struct Match {
    range: Range<usize>,
    part: usize,
}

/// Cuts the best window out of a text. Counts characters, not bytes, so that it is as wide in Arabic or Bangla as in English;
/// looks only at the neighbourhood of the window.
fn cut(text: &str, matches: &[Match]) -> Snippet {
    let anchor = densest(text, matches);
    let window_end = |start: usize| start + byte_at(&text[start..], SNIPPET_CHARS);
    let mut start = back(text, anchor, LEAD_CHARS);
    if window_end(start) == text.len() {
        // Near the end there is room for more before the match.
        start = back(text, text.len(), SNIPPET_CHARS);
    }
    if start > 0 {
        start = word_start(text, start, anchor.max(start));
    }
    let mut end = window_end(start);
    if end < text.len() {
        end = word_end(text, start, end);
    }
    let mut snippet = Snippet::default();
    if start > 0 {
        snippet.text.push('…');
    }
    let shift = snippet.text.len();
    snippet.text.push_str(text[start..end].trim_end());
    if end < text.len() {
        snippet.text.push('…');
    }
    snippet.marks = matches
        .iter()
        .filter(|found| found.range.start >= start && found.range.end <= end)
        .map(|found| found.range.start - start + shift..found.range.end - start + shift)
        .collect();
    snippet
}

/// The first place from `at` on where a word begins, not after `last`. A "word" that has begun long before is cut through.
fn word_start(text: &str, at: usize, last: usize) -> usize {
    // The word before may reach over `at`; its beginning is looked for within the lead.
    let before = back(text, at, LEAD_CHARS);
    words(&text[before..])
        .map(|word| before + word.start)
        .find(|&start| start >= at)
        .filter(|&start| start <= last)
        .unwrap_or(at)
}

/// The last place up to `at` where a word ends. A "word" that reaches far over it is cut through.
fn word_end(text: &str, start: usize, at: usize) -> usize {
    let near = back(text, at, LEAD_CHARS);
    // Words are split from the start of the window, as marks are; what follows it ends the last one.
    let ends = words(&text[start..]).map(|word| start + word.end()).take_while(|&end| end <= at);
    ends.last().filter(|&end| end >= near).unwrap_or(at)
}

/// The byte at which the window should begin: where it answers most parts of the query, then has most matches, then is first.
fn densest(text: &str, matches: &[Match]) -> usize {
    let mut best = (0, 0);
    let mut anchor = 0;
    for (index, first) in matches.iter().enumerate() {
        let from = first.range.start;
        let until = from + byte_at(&text[from..], SNIPPET_CHARS - LEAD_CHARS);
        let mut parts = Vec::new();
        let mut count = 0;
        for found in matches[index..].iter().take_while(|found| found.range.end <= until || found.range.start == from) {
            count += 1;
            if !parts.contains(&found.part) {
                parts.push(found.part);
            }
        }
        if (parts.len(), count) > best {
            best = (parts.len(), count);
            anchor = from;
        }
    }
    anchor
}

/// The byte `count` characters before `at`.
fn back(text: &str, at: usize, count: usize) -> usize {
    text[..at].char_indices().rev().take(count).last().map_or(at, |(start, _)| start)
}

/// The byte of the n-th character.
fn byte_at(text: &str, char: usize) -> usize {
    text.char_indices().nth(char).map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn snippet(query: &str, reader: &str, text: &str, lang: &str) -> Snippet {
        let known: Vec<Rules> = [reader, lang].into_iter().filter_map(rules).collect();
        let asked = Asked::parse(query, &known);
        Marker::new(&asked).snippet(text, lang).unwrap_or_default()
    }

    fn marked(snippet: &Snippet) -> Vec<&str> {
        snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect()
    }

    #[test]
    fn words_are_marked_as_they_are_found() {
        let found = snippet("city école", "en", "Cities build an Ecole.", "en");
        assert_eq!(marked(&found), ["Cities", "Ecole"]);
        let found = snippet("مدينة", "ar", "هذه المدينة آمنة ومُدِينَة", "ar");
        assert!(marked(&found).contains(&"المدينة"), "{found:?}");
        let found = snippet("beograd", "sr", "Град Београд", "sr");
        assert_eq!(marked(&found), ["Београд"]);
        let found = snippet("東京", "ja", "これは東京です", "ja");
        assert_eq!(marked(&found), ["東", "京"]);
    }

    #[test]
    fn the_window_is_where_the_matches_are() {
        let filler = "lorem ipsum dolor sit amet ".repeat(40);
        let text = format!("violence {filler} violence prevention in the city {filler}");
        let found = snippet("violence prevention", "en", &text, "en");
        assert_eq!(marked(&found), ["violence", "prevention"]);
        assert!(found.text.starts_with('…') && found.text.ends_with('…'));
        assert!(found.text.chars().count() <= SNIPPET_CHARS + 2);
        assert!(found.text.trim_matches('…').split(' ').all(|word| text.split(' ').any(|other| other == word)));
    }

    #[test]
    fn without_a_match_the_text_begins() {
        let text = "word ".repeat(100);
        let found = snippet("absent", "en", text.trim(), "en");
        assert!(found.marks.is_empty() && found.text.starts_with("word word") && found.text.ends_with("word…"));
        assert_eq!(Marker::new(&Asked::default()).snippet("", "en"), None);
    }

    #[test]
    fn the_end_of_a_text_fills_its_window() {
        let text = format!("{}target", "word ".repeat(100));
        let found = snippet("target", "en", &text, "en");
        assert_eq!(marked(&found), ["target"]);
        assert!(!found.text.ends_with('…') && found.text.chars().count() > SNIPPET_CHARS - 10);
    }

    proptest! {
        #[test]
        fn marks_are_always_sound(text in "(\\PC{0,30}|city |مدينة |শক্তি |東京|[a-z]{200,300} ){0,40}", query in "(city|مدينة|শক্তি|東京|\\PC{0,5}| )*") {
            let found = snippet(&query, "en", &text, "en");
            let mut last = 0;
            for mark in &found.marks {
                prop_assert!(mark.start >= last && mark.end <= found.text.len());
                prop_assert!(found.text.get(mark.clone()).is_some_and(|word| !word.is_empty()));
                last = mark.end;
            }
            prop_assert!(found.text.chars().count() <= SNIPPET_CHARS + 2, "{}", found.text.chars().count());
        }
    }
}
