//! From what a reader typed to what the engine is asked.

use std::ops::Range;

use base::fold::fold;
use tantivy::Term;
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, Occur, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::analyse::{MAX_WORD_BYTES, Rules, STEM_MARK, Word, stems, words};
use crate::schema::Fields;
use crate::typo::Similar;

/// What a reader types is cut after this many characters.
pub const MAX_QUERY_CHARS: usize = 512;

/// Words after this many are not searched. A phrase counts as its words.
pub const MAX_QUERY_WORDS: usize = 16;

/// A run of a script without spaces counts as one word and is cut after this many characters.
const MAX_RUN: usize = 32;

/// A match in the title weighs this much more than one in the body.
const TITLE_BOOST: f32 = 3.0;

/// What a label says (a city, a theme, a year) weighs this much more than the body.
const LABEL_BOOST: f32 = 2.0;

/// A match of the stem only weighs less: `university` and `universe` share theirs.
const STEM_BOOST: f32 = 0.5;

/// What a similar word weighs, by how many letters differ.
const TYPO_BOOST: [f32; 3] = [1.0, 0.4, 0.15];

/// A query as understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    /// All must match.
    pub parts: Vec<Part>,
}

/// One thing that must match.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A word, in any of its forms.
    Word {
        /// As the index has it.
        folded: String,
        /// Its stems, each with the code of the language by whose rules it is one.
        stems: Vec<(&'static str, String)>,
        /// What was perhaps meant; filled when little was found.
        similar: Vec<Similar>,
    },
    /// Words in this order, as written; a single one may be.
    Phrase(Vec<String>),
}

impl Asked {
    /// Understands a text. Any text is a query: what is no word says nothing. `rules`: those of the languages that are
    /// there to be found; a word meets documents of each by the rules of that language.
    pub(crate) fn parse(text: &str, rules: &[Rules]) -> Asked {
        let end = text.char_indices().nth(MAX_QUERY_CHARS).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let mut parts = Vec::new();
        let mut room = MAX_QUERY_WORDS;
        for (range, quoted) in sections(text) {
            let section = &text[range];
            if quoted {
                let terms: Vec<String> = terms(words(section)).take(room).collect();
                room -= terms.len();
                if !terms.is_empty() {
                    parts.push(Part::Phrase(terms));
                }
            } else {
                for run in runs(section) {
                    if room == 0 {
                        break;
                    }
                    parts.extend(part(&run, rules));
                    room -= 1;
                }
            }
        }
        // A word twice says nothing more, and would cost as much again.
        let mut distinct: Vec<Part> = Vec::with_capacity(parts.len());
        for part in parts {
            if !distinct.contains(&part) {
                distinct.push(part);
            }
        }
        Asked { parts: distinct }
    }

    /// Whether there is anything to search for.
    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What the engine is asked: each part in any of its forms.
    pub(crate) fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut parts: Vec<Box<dyn Query>> = self.parts.iter().map(|part| part.query(fields)).collect();
        match parts.len() {
            0 => Box::new(AllQuery),
            1 => parts.swap_remove(0),
            _ => Box::new(BooleanQuery::intersection(parts)),
        }
    }
}

impl Part {
    fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut forms = Vec::new();
        let mut form = |field, term: &str, boost| {
            let query = TermQuery::new(Term::from_field_text(field, term), IndexRecordOption::WithFreqs);
            forms.push((Occur::Should, boosted(Box::new(query), boost)));
        };
        match self {
            Part::Word { folded, stems, similar } => {
                form(fields.title, folded, TITLE_BOOST);
                form(fields.body, folded, 1.0);
                form(fields.label, folded, LABEL_BOOST);
                for (code, stem) in stems {
                    form(fields.stem, &format!("{code}{STEM_MARK}{stem}"), STEM_BOOST);
                }
                for Similar { term, distance } in similar {
                    let boost = TYPO_BOOST.get(usize::from(*distance)).copied().unwrap_or_default();
                    form(fields.title, term, TITLE_BOOST * boost);
                    form(fields.body, term, boost);
                    form(fields.label, term, LABEL_BOOST * boost);
                }
            }
            Part::Phrase(terms) if terms.len() == 1 => {
                form(fields.title, &terms[0], TITLE_BOOST);
                form(fields.body, &terms[0], 1.0);
                form(fields.label, &terms[0], LABEL_BOOST);
            }
            Part::Phrase(terms) => {
                let phrase = |field: Field| -> Box<dyn Query> {
                    Box::new(PhraseQuery::new(terms.iter().map(|term| Term::from_field_text(field, term)).collect()))
                };
                forms.push((Occur::Should, boosted(phrase(fields.title), TITLE_BOOST)));
                forms.push((Occur::Should, phrase(fields.body)));
                forms.push((Occur::Should, boosted(phrase(fields.label), LABEL_BOOST)));
            }
        }
        Box::new(BooleanQuery::new(forms))
    }
}

fn boosted(query: Box<dyn Query>, boost: f32) -> Box<dyn Query> {
    if boost == 1.0 { query } else { Box::new(BoostQuery::new(query, boost)) }
}

/// Cuts a text at its quotation marks; the last one, when it has no partner, only separates.
fn sections(text: &str) -> Vec<(Range<usize>, bool)> {
    let marks: Vec<(usize, usize)> = text
        .char_indices()
        .filter(|(_, c)| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂'))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    let mut sections = Vec::new();
    let mut from = 0;
    for (count, &(at, after)) in marks.iter().enumerate() {
        sections.push((from..at, count % 2 == 1));
        from = after;
    }
    sections.push((from..text.len(), false));
    sections
}

/// The words of a text, with neighbours of a script without spaces kept together, and without what only glues words
/// (`l'` in `l'eau`, `s` in `city's`): a document need not have that.
fn runs(text: &str) -> Vec<Vec<Word<'_>>> {
    let all: Vec<Word<'_>> = words(text).collect();
    let kept: Vec<Word<'_>> = all.iter().copied().filter(|word| !is_elided(text, word)).collect();
    let mut runs: Vec<Vec<Word<'_>>> = Vec::new();
    for word in if kept.is_empty() { all } else { kept } {
        match runs.last_mut() {
            Some(run) if word.solo && run.last().is_some_and(|last| last.solo && last.end() == word.start) => {
                if run.len() < MAX_RUN {
                    run.push(word);
                } else {
                    // Moves the end along, so that the rest of the run is dropped with it.
                    run[MAX_RUN - 1] = word;
                }
            }
            _ => runs.push(vec![word]),
        }
    }
    runs
}

/// One or two letters (or `qu`) before an apostrophe, or one after it.
fn is_elided(text: &str, word: &Word<'_>) -> bool {
    let apostrophe = |c: Option<char>| c.is_some_and(|c| matches!(c, '\'' | '’' | 'ʼ' | '‘'));
    let letters = word.text.chars().count();
    let mut after = text[word.end()..].chars();
    let before = text[..word.start].chars().next_back();
    let opens = apostrophe(after.next()) && after.next().is_some_and(char::is_alphanumeric);
    (opens && (letters <= 2 || word.text.to_lowercase().ends_with("qu"))) || (letters == 1 && apostrophe(before))
}

fn terms<'a>(words: impl Iterator<Item = Word<'a>>) -> impl Iterator<Item = String> {
    words.filter(|word| word.text.len() <= MAX_WORD_BYTES).map(|word| fold(word.text)).filter(|term| !term.is_empty())
}

fn part(run: &[Word<'_>], rules: &[Rules]) -> Option<Part> {
    let mut folded: Vec<String> = terms(run.iter().copied()).collect();
    if run.len() > 1 || run.first().is_some_and(|word| word.solo) {
        return (!folded.is_empty()).then_some(Part::Phrase(folded));
    }
    let (word, folded) = (run.first()?.text, folded.pop()?);
    let mut found = Vec::new();
    for Rules { code, stemmer, .. } in rules.iter().filter(|rules| rules.may_have(word)) {
        let (first, second) = stems(*stemmer, word, &folded);
        found.extend(
            [Some(first), second].into_iter().flatten().filter(|stem| !stem.is_empty()).map(|stem| (*code, stem)),
        );
    }
    Some(Part::Word { folded, stems: found, similar: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::rules;

    fn folded(text: &str) -> Vec<String> {
        Asked::parse(text, &[])
            .parts
            .into_iter()
            .map(|part| match part {
                Part::Word { folded, .. } => folded,
                Part::Phrase(terms) => format!("\"{}\"", terms.join(" ")),
            })
            .collect()
    }

    #[test]
    fn any_text_is_a_query() {
        assert!(folded("").is_empty());
        assert!(folded(" ?! \"\" \u{0}\u{7} 🙂 ").is_empty());
        assert_eq!(folded("City PLANS city"), ["city", "plans"]);
        assert_eq!(folded("safe \"local action plan\" now"), ["safe", "\"local action plan\"", "now"]);
        assert_eq!(folded("safe \"local action"), ["safe", "local", "action"]);
        assert_eq!(folded("« ville sûre »"), ["\"ville sure\""]);
        assert_eq!(folded("\"one\" \"two"), ["\"one\"", "two"]);
        assert_eq!(folded("l'eau d’or city's qu'il"), ["eau", "or", "city", "il"]);
        assert_eq!(folded("l'"), ["l"]);
        assert_eq!(folded("東京 tower"), ["\"東 京\"", "tower"]);
    }

    #[test]
    fn long_queries_are_cut() {
        let many: String = (0..1000).map(|n| format!("w{n} ")).collect();
        assert_eq!(folded(&many).len(), MAX_QUERY_WORDS);
        let quoted = format!("\"{many}\"");
        assert_eq!(Asked::parse(&quoted, &[]).parts.len(), MAX_QUERY_WORDS);
        let run = "京".repeat(600);
        assert_eq!(folded(&run).len(), 1);
        assert!(folded(&"x".repeat(MAX_QUERY_CHARS)).is_empty());
    }

    #[test]
    fn words_are_stemmed_by_each_language_of_their_script() {
        let known: Vec<Rules> = ["fr", "en", "ar", "sr", "ru"].into_iter().filter_map(rules).collect();
        let stems = |text: &str| match Asked::parse(text, &known).parts.swap_remove(0) {
            Part::Word { stems, .. } => stems,
            Part::Phrase(_) => panic!("no word"),
        };
        let codes = |text: &str| stems(text).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
        assert!(stems("villes").contains(&("fr", "vill".to_owned())));
        assert_eq!(codes("villes"), ["fr", "en", "sr"]);
        assert!(codes("المدينة").iter().all(|code| *code == "ar"));
        assert!(codes("градови").contains(&"ru") && codes("градови").contains(&"sr"));
    }
}
