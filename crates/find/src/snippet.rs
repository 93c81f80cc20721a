//! The place of a text that shows why it was found.
//!
//! The index tells where the words stand ([`crate::places`]); only the neighbourhood of the best place is unpacked and looked at.

use std::collections::HashMap;
use std::ops::Range;

use base::fold::fold;

use crate::analyse::{Rules, Word, is_kept, rules, words};
use crate::forms;
use crate::glossary::{self, Glossary, Open};
use crate::joints;
use crate::kept::{self, Kept, PAGE_BREAK};
use crate::parse::{Asked, Clause, Forms, Kind};
use crate::places::Answer;
use crate::types::Snippet;

/// How long a snippet is at most, in characters, without its ellipses.
pub const SNIPPET_CHARS: usize = 200;

/// How much of a snippet stands before its first match, in characters.
const LEAD_CHARS: usize = 50;

/// Characters on both sides of a snippet in which words end and marks begin.
const MARGIN_CHARS: usize = 100;

/// About how many words a snippet has: the best place has most of what is asked in so many.
const WINDOW_WORDS: u32 = 24;

/// Knows which words of a document match a query, as the index does.
pub(crate) struct Marker<'a> {
    glossary: &'a Glossary,
    /// Which clause of the query a folded word belongs to.
    folds: HashMap<&'a str, usize>,
    /// Words that match where they stand one after the other, folded.
    phrases: Vec<(Vec<&'a str>, usize)>,
    /// Beginnings of words: `word*`.
    beginnings: Vec<(&'a str, usize)>,
    /// Which clause a form or a concept belongs to.
    forms: HashMap<&'a str, usize>,
    /// The first letters of each form: a word without any of them in it has another one.
    leads: Vec<&'a str>,
    /// Words repeat, within a text and across the hits of a page.
    known: HashMap<(&'static str, String), Option<usize>>,
}

/// The best place of a text.
pub(crate) struct Place {
    pub snippet: Snippet,
    /// Its page, where the text has more than one.
    pub page: Option<u32>,
}

impl<'a> Marker<'a> {
    pub(crate) fn new(asked: &'a Asked, glossary: &'a Glossary) -> Self {
        let mut marker = Marker {
            glossary,
            folds: HashMap::new(),
            phrases: Vec::new(),
            beginnings: Vec::new(),
            forms: HashMap::new(),
            leads: Vec::new(),
            known: HashMap::new(),
        };
        for (place, clause) in asked.clauses.iter().enumerate() {
            marker.add(place, clause);
        }
        marker.leads.sort_unstable();
        marker.leads.dedup();
        marker
    }

    fn add(&mut self, place: usize, clause: &'a Clause) {
        for part in &clause.any {
            match &part.kind {
                Kind::Word(forms) => self.word(place, forms),
                Kind::Joined { whole, others, words } => {
                    self.word(place, whole);
                    others.iter().for_each(|form| self.form(place, form));
                    self.phrase(place, words);
                }
                Kind::Phrase(words) => self.phrase(place, words),
                Kind::Beginning(beginning) => self.beginnings.push((beginning, place)),
            }
        }
    }

    fn word(&mut self, place: usize, forms: &'a Forms) {
        let similar = forms.similar.iter().map(|similar| &similar.term);
        for word in std::iter::once(&forms.folded).chain(&forms.closed).chain(similar) {
            self.fold(place, word);
        }
        forms.open.iter().for_each(|open| self.phrase(place, open));
        forms.forms.iter().chain(&forms.roots).for_each(|form| self.form(place, form));
        for concept in &forms.concepts {
            self.forms.entry(concept).or_insert(place);
        }
    }

    fn fold(&mut self, place: usize, word: &'a str) {
        self.folds.entry(word).or_insert(place);
    }

    fn phrase(&mut self, place: usize, words: &'a [String]) {
        match words {
            [word] => self.fold(place, word),
            words => self.phrases.push((words.iter().map(String::as_str).collect(), place)),
        }
    }

    fn form(&mut self, place: usize, form: &'a str) {
        self.forms.entry(form).or_insert(place);
        let bare = forms::bare(form);
        self.leads.push(&bare[..byte_at(bare, 2)]);
    }

    /// The title with its matches marked.
    pub(crate) fn title(&mut self, title: String, lang: &str) -> Snippet {
        Snippet { marks: self.matches(&title, lang), text: title }
    }

    /// The best place of a text; its beginning when nothing matches there. `None` for an empty text.
    pub(crate) fn snippet(&mut self, packed: &[u8], lang: &str, answers: &[Answer]) -> Option<Place> {
        let kept = Kept::read(packed)?;
        let best = best_place(answers, kept.words);
        let piece = kept.around(best.unwrap_or(0))?;
        let anchor = match best {
            Some(word) => byte_of(&piece.text, word - piece.word),
            None => 0,
        };
        let from = back(&piece.text, anchor, LEAD_CHARS + MARGIN_CHARS);
        let to = anchor + byte_at(&piece.text[anchor..], SNIPPET_CHARS + MARGIN_CHARS);
        let near = &piece.text[from..to];
        let matches = self.matches(near, lang);
        let edges = (piece.first && from == 0, piece.last && to == piece.text.len());
        let (mut snippet, start) = cut(near, anchor - from, &matches, edges);
        if snippet.text.is_empty() {
            return None;
        }
        let first = matches.iter().map(|found| found.start).find(|&at| at >= start).unwrap_or(start);
        let page = piece.page + kept::pages(&piece.text[..from + first]);
        if snippet.text.contains(PAGE_BREAK) {
            snippet.text = snippet.text.replace(PAGE_BREAK, " ");
        }
        Some(Place { snippet, page: (kept.pages > 1 && page > 0).then_some(page) })
    }

    /// Where a text matches: in order, apart from one another.
    fn matches(&mut self, text: &str, lang: &str) -> Vec<Range<usize>> {
        let rules = rules(lang);
        let mut matches: Vec<Range<usize>> = Vec::new();
        let mut open = Open::new();
        let kept = folded(text);
        let mut chained = 0;
        for (place, (word, folded)) in kept.iter().enumerate() {
            let meant = self.concept_of(word, rules.as_ref(), place, &kept, &mut open);
            if self.clause_of(word, folded, rules.as_ref()).is_some() {
                matches.push(word.range());
            } else if let Some(found) = meant {
                // What a term of several words says begins before its last word.
                matches.retain(|own| own.start < found.start);
                matches.push(found);
            }
            if word.start >= chained && !word.solo {
                let chain = joints::chain(text, *word);
                let end = chain.last().map_or(chained, Word::end);
                let is_asked = |form: &String| {
                    self.forms.contains_key(forms::any(form).as_str()) || self.folds.contains_key(form.as_str())
                };
                if chain.len() > 1 && joints::joined(text, &chain).iter().any(is_asked) {
                    matches.retain(|own| own.start < word.start);
                    matches.push(word.start..end);
                }
                chained = end;
            }
        }
        matches.extend(self.phrases_in(&kept).flat_map(|(run, _)| kept[run].iter().map(|(word, _)| word.range())));
        matches.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
        let mut end = 0;
        matches.retain(|found| {
            let apart = found.start >= end;
            end = if apart { found.end } else { end };
            apart
        });
        matches
    }

    /// Which words stand as a phrase of the query has them, and of which clause it is.
    fn phrases_in<'b>(&'b self, kept: &'b [(Word<'_>, String)]) -> impl Iterator<Item = (Range<usize>, usize)> + 'b {
        self.phrases.iter().flat_map(|(phrase, clause)| {
            let stands = move |run: &[(Word<'_>, String)]| run.iter().map(|(_, folded)| folded).eq(phrase);
            let runs = kept.windows(phrase.len()).enumerate().filter(move |(_, run)| stands(run));
            runs.map(|(from, run)| (from..from + run.len(), *clause))
        })
    }

    fn clause_of(&mut self, word: &Word<'_>, folded: &str, rules: Option<&Rules>) -> Option<usize> {
        if let Some(&clause) = self.folds.get(folded) {
            return Some(clause);
        }
        if let Some(&(_, clause)) = self.beginnings.iter().find(|(beginning, _)| folded.starts_with(beginning)) {
            return Some(clause);
        }
        if word.solo || !forms::has_forms(rules, word.text) || !self.leads.iter().any(|lead| folded.contains(lead)) {
            return None;
        }
        let key = (rules.map_or(forms::ANY, |rules| rules.code), word.text.to_owned());
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let clause = forms::of_document(rules, word.text).iter().find_map(|form| self.forms.get(&**form).copied());
        self.known.insert(key, clause);
        clause
    }

    /// Whether a term of the glossary that is asked for ends with this word, and from where on it goes.
    fn concept_of(
        &self,
        word: &Word<'_>,
        rules: Option<&Rules>,
        place: usize,
        kept: &[(Word<'_>, String)],
        open: &mut Open,
    ) -> Option<Range<usize>> {
        if !self.forms.keys().any(|form| glossary::concept(form).is_some()) {
            return None;
        }
        let rules = rules?;
        let forms = forms::of_document(Some(rules), word.text);
        let ended = self.glossary.step(rules.code, forms.iter().map(|form| &**form), place, open);
        ended.into_iter().find_map(|(concept, first)| {
            self.forms.get(glossary::form(concept).as_str())?;
            Some(kept.get(first)?.0.start..word.end())
        })
    }
}

/// The words of a text that stand in the index, each as it is and folded.
fn folded(text: &str) -> Vec<(Word<'_>, String)> {
    words(text).filter(is_kept).map(|word| (word, fold(word.text))).collect()
}

/// The word from which on most clauses of the query are answered, then most words; the first one of these.
fn best_place(answers: &[Answer], words: u32) -> Option<u32> {
    let mut places: Vec<(u32, usize)> = (answers.iter().enumerate())
        .flat_map(|(clause, answer)| answer.places.iter().map(move |&place| (place, clause)))
        .filter(|&(place, _)| place < words)
        .collect();
    places.sort_unstable();
    let mut best = (0, 0);
    let mut anchor = None;
    let (mut counts, mut distinct, mut until) = (vec![0_u32; answers.len()], 0, 0);
    for (from, &(first, clause)) in places.iter().enumerate() {
        while let Some(&(place, clause)) = places.get(until).filter(|(place, _)| *place < first + WINDOW_WORDS) {
            let _ = place;
            distinct += usize::from(counts[clause] == 0);
            counts[clause] += 1;
            until += 1;
        }
        if (distinct, until - from) > best {
            best = (distinct, until - from);
            anchor = Some(first);
        }
        counts[clause] -= 1;
        distinct -= usize::from(counts[clause] == 0);
    }
    anchor
}

/// Where the n-th word of a text begins.
fn byte_of(text: &str, word: u32) -> usize {
    words(text).filter(is_kept).nth(word as usize).map_or(0, |word| word.start)
}

/// Cuts the window around a place out of its neighbourhood, and tells where it begins there. Counts characters, not bytes, so
/// that it is as wide in Arabic or Bangla as in English. `whole`: whether the text begins and ends with the neighbourhood.
fn cut(text: &str, anchor: usize, matches: &[Range<usize>], whole: (bool, bool)) -> (Snippet, usize) {
    let window_end = |start: usize| start + byte_at(&text[start..], SNIPPET_CHARS);
    let mut start = back(text, anchor, LEAD_CHARS);
    if whole.1 && window_end(start) == text.len() {
        // Near the end there is room for more before the match.
        start = back(text, text.len(), SNIPPET_CHARS);
    }
    if start > 0 || !whole.0 {
        start = word_start(text, start, anchor.max(start));
    }
    let mut end = window_end(start);
    if end < text.len() || !whole.1 {
        end = word_end(text, start, end);
    }
    let mut snippet = Snippet::default();
    if start > 0 || !whole.0 {
        snippet.text.push('…');
    }
    let shift = snippet.text.len();
    let blank = |c: char| c == ' ' || c == PAGE_BREAK;
    let shown = text[start..end].trim_start_matches(blank);
    start = end - shown.len();
    let shown = shown.trim_end_matches(blank);
    if shown.is_empty() {
        return (Snippet::default(), start);
    }
    snippet.text.push_str(shown);
    if !(whole.1 && text[end..].trim_matches(blank).is_empty()) {
        snippet.text.push('…');
    }
    let within = |found: &&Range<usize>| found.start >= start && found.end <= start + shown.len();
    let marks = matches.iter().filter(within);
    snippet.marks = marks.map(|found| found.start - start + shift..found.end - start + shift).collect();
    (snippet, start)
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

    /// As the index would tell.
    fn answers(asked: &Asked, text: &str, lang: &str) -> Vec<Answer> {
        let mut marker = Marker::new(asked, &NONE);
        let mut answers = vec![Answer::default(); asked.clauses.len()];
        let kept = folded(text);
        for (place, (word, folded)) in kept.iter().enumerate() {
            if let Some(clause) = marker.clause_of(word, folded, rules(lang).as_ref()) {
                answers[clause].places.push(place as u32);
            }
        }
        for (run, clause) in marker.phrases_in(&kept) {
            answers[clause].places.extend(run.map(|place| place as u32));
        }
        answers
    }

    static NONE: std::sync::LazyLock<Glossary> = std::sync::LazyLock::new(Glossary::default);

    fn place(query: &str, text: &str, lang: &str) -> Option<Place> {
        let known: Vec<Rules> = rules(lang).into_iter().collect();
        let asked = Asked::parse(query, &known, &NONE);
        let answers = answers(&asked, text, lang);
        Marker::new(&asked, &NONE).snippet(&kept::pack(text)?, lang, &answers)
    }

    fn snippet(query: &str, text: &str, lang: &str) -> Snippet {
        place(query, text, lang).map(|place| place.snippet).unwrap_or_default()
    }

    fn marked(snippet: &Snippet) -> Vec<&str> {
        snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect()
    }

    #[test]
    fn words_are_marked_as_they_are_found() {
        let found = snippet("city école", "Cities build an Ecole.", "en");
        assert_eq!(marked(&found), ["Cities", "Ecole"]);
        let found = snippet("مدينة", "هذه المدينة آمنة ومُدِينَة والمدينة", "ar");
        assert_eq!(marked(&found), ["المدينة", "ومُدِينَة", "والمدينة"]);
        assert_eq!(marked(&snippet("beograd", "Град Београд", "sr")), ["Београд"]);
        assert_eq!(marked(&snippet("東京", "これは東京です", "ja")), ["東", "京"]);
        assert_eq!(marked(&snippet("counterterrorism", "On counter-terrorism now", "en")), ["counter-terrorism"]);
        assert_eq!(marked(&snippet("1250000", "Some 1,250,000 people", "en")), ["1,250,000"]);
        assert_eq!(marked(&snippet("arbeit", "Jugendarbeit in der Stadt", "de")), ["Jugendarbeit"]);
        assert_eq!(marked(&snippet("marlin*", "Marlinspike and marlins", "en")), ["Marlinspike", "marlins"]);
    }

    #[test]
    fn words_of_a_phrase_are_marked_where_they_stand_together() {
        let text = "In 2024 and on 12 May, or on 12 May 2024; the plan is local, an action plan";
        assert_eq!(marked(&snippet("12 May 2024", text, "en")), ["12 May 2024"]);
        assert_eq!(marked(&snippet("2024-05-12", text, "en")), ["12 May 2024"]);
        assert_eq!(marked(&snippet("\"action plan\"", text, "en")), ["action", "plan"]);
        assert!(marked(&snippet("\"local plan\"", text, "en")).is_empty());
        assert_eq!(marked(&snippet("on-or", text, "en")), Vec::<&str>::new());
    }

    #[test]
    fn the_window_is_where_the_matches_are() {
        let filler = "lorem ipsum dolor sit amet ".repeat(4_000);
        let text = format!("violence {filler}violence prevention in the city {filler}").trim().to_owned();
        let found = snippet("violence prevention", &text, "en");
        assert_eq!(marked(&found), ["violence", "prevention"]);
        assert!(found.text.starts_with('…') && found.text.ends_with('…'), "{found:?}");
        assert!(found.text.chars().count() <= SNIPPET_CHARS + 2);
        assert!(found.text.trim_matches('…').split(' ').all(|word| text.split(' ').any(|other| other == word)));
    }

    #[test]
    fn a_place_has_its_page() {
        let pages: Vec<String> =
            (1..=40).map(|page| format!("begin {page} {} end{page}", "word ".repeat(300))).collect();
        let text = format!("said of it\u{C}{}", pages.join("\u{C}"));
        assert_eq!(place("end17", &text, "en").and_then(|place| place.page), Some(17));
        assert_eq!(place("said", &text, "en").and_then(|place| place.page), None);
        let found = snippet("end17", &text, "en");
        assert!(found.text.contains("end17 begin 18"), "{found:?}");
        assert_eq!(place("one", "said\u{C}one page", "en").and_then(|place| place.page), None);
    }

    #[test]
    fn without_a_match_the_text_begins() {
        let text = "word ".repeat(100);
        let found = snippet("absent", text.trim(), "en");
        assert!(found.marks.is_empty() && found.text.starts_with("word word") && found.text.ends_with("word…"));
        assert!(place("absent", "", "en").is_none());
        assert!(place("absent", "\u{C}", "en").is_none());
    }

    #[test]
    fn the_end_of_a_text_fills_its_window() {
        let text = format!("{}target", "word ".repeat(100));
        let found = snippet("target", &text, "en");
        assert_eq!(marked(&found), ["target"]);
        assert!(!found.text.ends_with('…') && found.text.chars().count() > SNIPPET_CHARS - 60, "{found:?}");
    }

    proptest! {
        #[test]
        fn marks_are_always_sound(text in "(\\PC{0,30}|city |مدينة |শক্তি |東京|co-op |1 250 000 |\u{C}|[a-z]{200,300} ){0,40}", query in "(city|مدينة|শক্তি|東京|\\PC{0,5}| )*") {
            let found = snippet(&query, &text, "en");
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
