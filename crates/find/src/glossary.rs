//! What words mean, whatever the language: concepts, each with its terms.
//!
//! A document has a concept where one of its terms stands, in any inflection, in the language of the document; a query has it
//! by a term of any language. So `early warning` finds `alerte précoce`. Documents are asked when they are indexed, so that a
//! search costs one more word.

use std::collections::{BTreeMap, HashMap, HashSet};

use base::fold::{fold, words_of};

use crate::analyse::{FORM_MARK, Rules, Side, is_kept, rules, words};
use crate::arabic;
use crate::forms;

/// The code of forms that are concepts.
const CODE: &str = "c";

/// Concepts of one word of a query at most.
const MEANT: usize = 4;

/// Concepts with their terms.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// By the code of the language by whose rules the words of its terms are inflected.
    languages: BTreeMap<&'static str, Language>,
    /// The first term of a concept, by language.
    names: HashMap<(String, &'static str), String>,
    /// Folded words that are spelt as they should be, whether or not a document has them.
    words: HashSet<String>,
    fingerprint: u64,
}

#[derive(Clone, Debug)]
struct Language {
    rules: Rules,
    /// Words that may follow one another in terms, from the first one on. Place 0 is before the first word.
    steps: Vec<Step>,
}

#[derive(Clone, Debug, Default)]
struct Step {
    /// By the form of the next word.
    next: HashMap<String, usize>,
    /// What a term that ends here means.
    concepts: Vec<String>,
}

/// Terms that may go on with the next word of a text: where each began, and how far it is.
pub(crate) type Open = Vec<(usize, usize)>;

impl Glossary {
    /// A glossary of concepts, each an ASCII name and its terms with the BCP 47 codes of their languages, the usual one
    /// first. Terms of languages without rules for inflections are passed over.
    pub fn new<'a>(concepts: impl IntoIterator<Item = (&'a str, Vec<(&'a str, &'a str)>)>) -> Glossary {
        let mut glossary = Glossary::default();
        let mut said = String::new();
        for (concept, terms) in concepts {
            for (lang, term) in terms {
                said.extend([concept, "\u{1}", lang, "\u{1}", term, "\u{2}"]);
                if let Some(rules) = rules(lang).filter(|_| !lang.is_empty()) {
                    glossary.add(concept, rules, term);
                }
            }
        }
        if !said.is_empty() {
            glossary.fingerprint = crate::types::number(&said);
        }
        glossary
    }

    /// Knows these as well, names mostly: whoever types one of their words has not misspelt another.
    #[must_use]
    pub fn knowing<'a>(mut self, names: impl IntoIterator<Item = &'a str>) -> Glossary {
        names.into_iter().for_each(|name| self.know(name));
        self
    }

    fn know(&mut self, text: &str) {
        for word in words_of(text) {
            self.words.insert(arabic::bare_of_article(&word).to_owned());
            self.words.insert(word);
        }
    }

    /// Whether a folded word is one of a term or of a name, with an article before it or without.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains(word) || self.words.contains(arabic::bare_of_article(word))
    }

    fn add(&mut self, concept: &str, rules: Rules, term: &str) {
        self.know(term);
        self.names.entry((concept.to_owned(), rules.code)).or_insert_with(|| term.to_owned());
        let language =
            self.languages.entry(rules.code).or_insert_with(|| Language { rules, steps: vec![Step::default()] });
        let mut at = 0;
        for word in words(term).filter(is_kept) {
            let key = key(&rules, word.text);
            at = match language.steps[at].next.get(&key) {
                Some(&next) => next,
                None => {
                    let next = language.steps.len();
                    language.steps.push(Step::default());
                    language.steps[at].next.insert(key, next);
                    next
                }
            };
        }
        if at > 0 && !language.steps[at].concepts.iter().any(|own| own == concept) {
            language.steps[at].concepts.push(concept.to_owned());
        }
    }

    /// Tells one glossary from another; 0 for one without a term.
    pub fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The usual term of a concept in a language.
    pub(crate) fn name(&self, concept: &str, lang: &str) -> Option<&str> {
        let code = rules(lang).filter(|_| !lang.is_empty())?.code;
        self.names.get(&(concept.to_owned(), code)).map(String::as_str)
    }

    /// Goes on by one word of a text, of which these are the forms. Answers the concepts whose terms end with it, each with
    /// the place of its first word.
    pub(crate) fn step<'a>(
        &self,
        code: &str,
        forms: impl Iterator<Item = &'a str> + Clone,
        place: usize,
        open: &mut Open,
    ) -> Vec<(&str, usize)> {
        let Some(language) = self.languages.get(code) else { return Vec::new() };
        let mut ended = Vec::new();
        let mut still_open = Vec::new();
        open.push((place, 0));
        for &(first, at) in open.iter() {
            for form in forms.clone() {
                if let Some(&next) = language.steps[at].next.get(form)
                    && !still_open.contains(&(first, next))
                {
                    still_open.push((first, next));
                    ended.extend(language.steps[next].concepts.iter().map(|concept| (concept.as_str(), first)));
                }
            }
        }
        *open = still_open;
        ended
    }

    /// For each of these folded words what it means, with others or alone: what a longer term means goes first, and what a part
    /// of it means counts too, so that of `hate speech` what is known of hate is found where nothing has both. `None` stands for something that is no word.
    pub(crate) fn meant(&self, asked: &[Option<&str>]) -> Vec<Vec<String>> {
        let mut found: Vec<(usize, usize, &str)> = Vec::new();
        for (code, language) in &self.languages {
            let mut open = Open::new();
            for (place, word) in asked.iter().enumerate() {
                let Some(word) = word.filter(|word| language.rules.may_have(word)) else {
                    open.clear();
                    continue;
                };
                let forms = forms::of_language(&language.rules, word, word, Side::Query);
                let ended = self.step(code, forms.iter().map(String::as_str), place, &mut open);
                found.extend(ended.into_iter().map(|(concept, first)| (first, place, concept)));
            }
        }
        found.sort_by_key(|&(first, last, _)| (std::cmp::Reverse(last - first), first));
        let mut meant: Vec<Vec<String>> = vec![Vec::new(); asked.len()];
        for (first, last, concept) in found {
            for own in &mut meant[first..=last] {
                let form = form(concept);
                if own.len() < MEANT && !own.contains(&form) {
                    own.push(form);
                }
            }
        }
        meant
    }
}

/// A concept as the index has it.
pub(crate) fn form(concept: &str) -> String {
    format!("{CODE}{FORM_MARK}{concept}")
}

/// The concept of a form.
pub(crate) fn concept(form: &str) -> Option<&str> {
    form.strip_prefix(CODE)?.strip_prefix(FORM_MARK)
}

/// The form by which words of terms are known: the first, which is the nearest to the word.
fn key(rules: &Rules, word: &str) -> String {
    let folded = fold(word);
    forms::of_language(rules, word, &folded, Side::Query).into_iter().next().unwrap_or(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glossary() -> Glossary {
        Glossary::new([
            ("early-warning", vec![("en", "early warning"), ("fr", "alerte précoce"), ("ar", "الإنذار المبكر")]),
            ("warning", vec![("en", "warning")]),
            (
                "youth",
                vec![("en", "youth"), ("en", "young people"), ("fr", "jeunesse"), ("fr", "jeunes"), ("xx", "zz")],
            ),
        ])
    }

    fn meant(text: &str) -> Vec<Vec<String>> {
        let folded: Vec<String> = words(text).map(|word| fold(word.text)).collect();
        glossary().meant(&folded.iter().map(|word| Some(word.as_str())).collect::<Vec<_>>())
    }

    #[test]
    fn a_query_means_the_terms_in_it_the_longest_first() {
        let early = vec!["c:early-warning".to_owned()];
        let both = vec!["c:early-warning".to_owned(), "c:warning".to_owned()];
        assert_eq!(meant("early warnings now"), [early.clone(), both, vec![]]);
        assert_eq!(meant("alertes precoces"), [early.clone(), early.clone()]);
        assert_eq!(meant("إنذار مبكر"), [early.clone(), early]);
        assert_eq!(meant("warnings"), [["c:warning"]]);
        assert_eq!(meant("jeune"), [["c:youth"]]);
        assert_eq!(meant("early"), [Vec::<String>::new()]);
    }

    #[test]
    fn glossaries_are_told_apart() {
        assert_eq!(Glossary::default().fingerprint(), 0);
        assert_ne!(glossary().fingerprint(), 0);
        assert_ne!(glossary().fingerprint(), Glossary::new([("youth", vec![("en", "youth")])]).fingerprint());
        assert_eq!(glossary().name("early-warning", "fr-CA"), Some("alerte précoce"));
        assert_eq!(glossary().name("warning", "fr"), None);
    }
}
