//! What people type who look for a document: its own rare words, changed as people change them.

use std::collections::{BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::families::{DICTIONARIES, families};
use crate::Result;
use crate::corpus::random::Random;
use crate::findable::Other;

/// A query that looks for one document.
pub struct Asked {
    /// What was changed.
    pub class: String,
    /// The document's id in the index.
    pub wanted: i64,
    /// What is typed.
    pub text: String,
    /// The language in which the hub is read.
    pub reader: &'static str,
    /// Only documents in this language are wanted; `None`: all.
    pub only: Option<&'static str>,
}

/// Queries of one class at most.
const QUERIES: usize = 150;

/// A word is rare that stands in so many documents at most: with more a query would not tell which is looked for.
const RARE: usize = 25;

/// A word that stands nowhere.
const NOWHERE: &str = "zzqxvkw";

/// The documents, and in which of them each word stands.
struct Shelf<'a> {
    documents: &'a [Other],
    words: Vec<BTreeSet<String>>,
    places: HashMap<String, HashSet<usize>>,
}

/// All queries over these documents, the same in every run.
pub fn asked(documents: &[Other]) -> Result<Vec<Asked>> {
    let shelf = Shelf::new(documents);
    let mut asked = Vec::new();
    shelf.whole_words(&mut asked);
    shelf.misspelt(&mut asked);
    shelf.unaccented(&mut asked);
    shelf.arabic(&mut asked);
    shelf.inflected(&mut asked)?;
    shelf.compounds(&mut asked);
    Ok(asked)
}

impl<'a> Shelf<'a> {
    fn new(documents: &'a [Other]) -> Shelf<'a> {
        let words: Vec<BTreeSet<String>> = documents
            .iter()
            .map(|document| {
                let text = format!("{} {} {}", document.title, document.abstract_text, document.body);
                let letters = |c: char| !(c.is_alphabetic() || is_combining_mark(c));
                text.split(letters).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
            })
            .collect();
        let mut places: HashMap<String, HashSet<usize>> = HashMap::new();
        for (document, words) in words.iter().enumerate() {
            for word in words {
                places.entry(word.clone()).or_default().insert(document);
            }
        }
        Shelf { documents, words, places }
    }

    fn frequency(&self, word: &str) -> usize {
        self.places.get(word).map_or(0, HashSet::len)
    }

    /// Rare words of a document with so many letters at least.
    fn rare(&self, document: usize, letters: usize) -> Vec<&str> {
        let words = self.words[document].iter().map(String::as_str);
        words.filter(|word| word.chars().count() >= letters && self.frequency(word) <= RARE).collect()
    }

    /// Documents in a language (in any where there is none), in an order by chance.
    fn shuffled(&self, language: Option<&str>, random: &mut Random) -> Vec<usize> {
        let of = |place: &usize| language.is_none_or(|language| self.documents[*place].language() == language);
        let mut places: Vec<usize> = (0..self.documents.len()).filter(of).collect();
        for place in (1..places.len()).rev() {
            places.swap(place, random.below(place + 1));
        }
        places
    }

    fn query(&self, class: &str, document: usize, reader: &'static str, text: String) -> Asked {
        Asked { class: class.to_owned(), wanted: self.documents[document].entry_id(), text, reader, only: None }
    }

    fn whole_words(&self, asked: &mut Vec<Asked>) {
        let mut random = Random::new(1);
        for document in self.shuffled(None, &mut random).into_iter().take(QUERIES) {
            let Some(words) = some(&self.rare(document, 5), 3, &mut random) else { continue };
            let words = words.join(" ");
            asked.push(self.query("three words", document, "en", words.clone()));
            asked.push(self.query("three words and one that is nowhere", document, "en", format!("{words} {NOWHERE}")));
            asked.push(self.query("three words and a wrong one", document, "en", format!("{words} prevention")));
        }
    }

    fn misspelt(&self, asked: &mut Vec<Asked>) {
        let mut random = Random::new(2);
        for (language, class) in [
            ("en", "a typo in one of two words"),
            ("fr", "a typo in one of two words"),
            ("de", "a typo in one of two words"),
            ("ar", "a typo in one of two words, ar"),
        ] {
            for document in self.shuffled(Some(language), &mut random).into_iter().take(QUERIES / 2) {
                if let Some(words) = some(&self.rare(document, 6), 2, &mut random) {
                    let text = format!("{} {}", misspelt(words[0], &mut random), words[1]);
                    asked.push(self.query(class, document, "en", text));
                }
                let once: Vec<&str> =
                    self.rare(document, 7).into_iter().filter(|word| self.frequency(word) == 1).collect();
                if let Some(word) = some(&once, 1, &mut random) {
                    let text = misspelt(word[0], &mut random);
                    asked.push(self.query("a typo in the only word", document, "en", text));
                }
            }
        }
    }

    fn unaccented(&self, asked: &mut Vec<Asked>) {
        let mut random = Random::new(3);
        for language in ["fr", "es", "pt", "de", "tr"] {
            for document in self.shuffled(Some(language), &mut random).into_iter().take(QUERIES / 5) {
                let plain = |word: &str| word.nfd().filter(|&c| !is_combining_mark(c)).collect::<String>();
                let accented: Vec<&str> =
                    self.rare(document, 5).into_iter().filter(|word| plain(word) != **word).collect();
                if let Some(words) = some(&accented, 2, &mut random) {
                    let text = words.iter().map(|word| plain(word)).collect::<Vec<_>>().join(" ");
                    asked.push(self.query("without accents", document, "en", text));
                }
            }
        }
    }

    fn arabic(&self, asked: &mut Vec<Asked>) {
        let mut random = Random::new(4);
        for document in self.shuffled(Some("ar"), &mut random) {
            let rare = self.rare(document, 5);
            let with = |beginnings: &[&str], letters: usize| -> Vec<(&str, &str)> {
                let bare = |word: &&'_ str| {
                    let bare = beginnings.iter().find_map(|beginning| word.strip_prefix(beginning))?;
                    Some((word.chars().count() >= letters).then_some(bare)?.to_owned())
                };
                rare.iter()
                    .filter_map(|word| bare(word).map(|bare| (*word, &word[word.len() - bare.len()..])))
                    .collect()
            };
            let article = with(&["ال"], 6);
            let mut push = |class: &str, words: Vec<String>| {
                asked.push(self.query(class, document, "ar", words.join(" ")));
            };
            let Some(pair) = some(&article, 2, &mut random) else { continue };
            push("ar: article left off", pair.iter().map(|(_, bare)| (*bare).to_owned()).collect());
            for (class, beginnings) in [
                ("ar: bare instead of wal-", &["وال", "فال"][..]),
                ("ar: bare instead of bal-, ll-", &["وبال", "بال", "كال", "لل"]),
            ] {
                if let Some(word) = some(&with(beginnings, 7), 1, &mut random) {
                    push(class, vec![word[0].1.to_owned(), pair[0].0.to_owned()]);
                }
            }
            let joined: Vec<(&str, &str)> = with(&["و", "ب", "ل"], 6)
                .into_iter()
                .filter(|(_, bare)| !bare.starts_with("ال") && self.frequency(bare) > 0)
                .collect();
            if let Some(word) = some(&joined, 1, &mut random) {
                push("ar: particle left off", vec![word[0].1.to_owned(), pair[0].0.to_owned()]);
            }
            let bare: Vec<&str> = rare
                .iter()
                .copied()
                .filter(|word| !word.starts_with(['و', 'ف', 'ب', 'ك', 'ل']) && !word.starts_with("ال"))
                .collect();
            if let Some(words) = some(&bare, 2, &mut random) {
                push("ar: article added", words.iter().map(|word| format!("ال{word}")).collect());
            }
        }
        cap(asked);
    }

    fn inflected(&self, asked: &mut Vec<Asked>) -> Result<()> {
        for (language, _) in DICTIONARIES {
            let mut random = Random::new(5);
            let places = self.shuffled(Some(language), &mut random);
            let words: BTreeSet<&str> =
                places.iter().flat_map(|&place| self.words[place].iter().map(String::as_str)).collect();
            let families = families(language, &words)?;
            let reader = if language == "ar" { "ar" } else { "en" };
            for document in places {
                let rare: Vec<&str> =
                    self.rare(document, 5).into_iter().filter(|word| self.is_rare_family(word, &families)).collect();
                let Some(words) = some(&rare, 2, &mut random) else { continue };
                let other = |word: &str| families[word][random.below(families[word].len())].clone();
                let text = words.into_iter().map(other).collect::<Vec<_>>().join(" ");
                asked.push(self.query(&format!("inflected, {language}"), document, reader, text));
            }
        }
        cap(asked);
        Ok(())
    }

    /// Whether a word and its other forms stand in few documents, so that a query means one.
    fn is_rare_family(&self, word: &str, families: &super::families::Families) -> bool {
        let Some(others) = families.get(word) else { return false };
        let all = others.iter().map(String::as_str).chain([word]).filter_map(|word| self.places.get(word));
        all.flatten().collect::<HashSet<_>>().len() <= RARE
    }

    fn compounds(&self, asked: &mut Vec<Asked>) {
        let mut random = Random::new(6);
        for document in self.shuffled(Some("de"), &mut random) {
            let rare = self.rare(document, 5);
            let parts: Vec<(&str, &str, &str)> = rare.iter().filter_map(|word| self.parts(word)).collect();
            let umlauts: Vec<&str> = rare.iter().copied().filter(|word| word.contains(['ä', 'ö', 'ü'])).collect();
            if let Some(words) = some(&umlauts, 2, &mut random) {
                let plain =
                    |word: &str| word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss");
                let text = words.iter().map(|word| plain(word)).collect::<Vec<_>>().join(" ");
                asked.push(self.query("de: ae oe ue ss", document, "en", text));
            }
            let (Some(compound), Some(other)) = (some(&parts, 1, &mut random), some(&rare, 1, &mut random)) else {
                continue;
            };
            let ((whole, first, last), other) = (compound[0], other[0]);
            asked.push(self.query("de: compound as written", document, "en", whole.to_owned()));
            asked.push(self.query("de: compound as two words", document, "en", format!("{first} {last} {other}")));
            // A last part that ends many words means no document.
            let ends = self.places.keys().filter(|word| word.ends_with(last)).filter_map(|word| self.places.get(word));
            if ends.flatten().collect::<HashSet<_>>().len() <= RARE && last.chars().count() >= 5 {
                asked.push(self.query("de: last part and a word", document, "en", format!("{last} {other}")));
            }
        }
        cap(asked);
    }

    /// A long word and the two known words that it is made of.
    fn parts<'b>(&self, word: &'b str) -> Option<(&'b str, &'b str, &'b str)> {
        let known = |part: &str| part.chars().count() >= 4 && self.frequency(part) > 2;
        let places = word.char_indices().map(|(at, _)| word.split_at(at));
        places.filter(|(first, last)| known(first) && known(last)).map(|(first, last)| (word, first, last)).next()
    }
}

/// So many of these by chance, none twice; `None` where there are fewer.
fn some<T: Copy>(from: &[T], count: usize, random: &mut Random) -> Option<Vec<T>> {
    let mut left = from.to_vec();
    (0..count).map(|_| (!left.is_empty()).then(|| left.swap_remove(random.below(left.len())))).collect()
}

/// One letter left out, put in, changed, or two letters swapped.
fn misspelt(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = 1 + random.below(letters.len() - 2);
    let arabic = letters[0] > '\u{600}';
    let others: Vec<char> =
        if arabic { "ابتثجحخدرسشعفقكلمنهوي" } else { "abcdefghijklmnopqrstuvwxyz" }.chars().collect();
    match random.below(4) {
        0 => drop(letters.remove(place)),
        1 => letters.insert(place, random.pick(&others)),
        2 => letters[place] = random.pick(&others),
        _ => letters.swap(place, place + 1),
    }
    letters.into_iter().collect()
}

/// Leaves so many of each class as are measured.
fn cap(asked: &mut Vec<Asked>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    asked.retain(|asked| {
        let seen = seen.entry(asked.class.clone()).or_default();
        *seen += 1;
        *seen <= QUERIES
    });
}
