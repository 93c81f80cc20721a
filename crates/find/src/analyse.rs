//! From text to words, and by which rules they are stemmed.
//!
//! The same functions serve documents, queries and snippets; if they ever differed, things would be found but not marked,
//! or not found at all. A change here must raise [`crate::folder::VERSION`].

use std::ops::Range;

use base::fold::{continues_word, fold, is_invisible};
use frostem::{Algorithm, Stemmer};

/// Longer "words" are encoded data, not language: they are neither indexed nor searched.
pub(crate) const MAX_WORD_BYTES: usize = 256;

/// Stands between the language and the text of a value of the field of forms: a tokenizer sees no other field.
pub(crate) const LANG_MARK: char = '\u{1}';

/// Stands between the code of a language and a form: no folded word has it.
pub(crate) const FORM_MARK: &str = ":";

/// A word in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// As written.
    pub text: &'a str,
    /// Byte offset of its first character.
    pub start: usize,
    /// From a script that puts no spaces between words: every character stands alone, and neighbours make a phrase.
    pub solo: bool,
}

impl Word<'_> {
    /// Byte offset behind its last character.
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end()
    }
}

/// The words of a text: runs of letters, digits and the marks that continue them.
///
/// Apostrophes separate (`l'électricité`), the virama does not (`শক্তি`).
pub(crate) struct Words<'a> {
    text: &'a str,
    at: usize,
}

pub(crate) fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

impl<'a> Words<'a> {
    /// The words of a text from a byte on, which must be the end of one.
    pub(crate) fn after(text: &'a str, at: usize) -> Words<'a> {
        Words { text, at }
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let rest = &self.text[self.at..];
        let mut chars = rest.char_indices().skip_while(|&(_, c)| !is_common_letter(c) && !c.is_alphanumeric());
        let Some((first_at, first)) = chars.next() else {
            self.at = self.text.len();
            return None;
        };
        let solo = is_solo(first);
        let mut end = first_at + first.len_utf8();
        let mut next_at = end;
        for (at, c) in chars {
            let letter = is_common_letter(c);
            if letter && solo {
                break;
            }
            if !letter && !continues_word(c) && (solo || !c.is_alphanumeric() || is_solo(c)) {
                break;
            }
            next_at = at + c.len_utf8();
            // A direction mark at the end would be torn from its partner by highlighting.
            if letter || !is_invisible(c) {
                end = next_at;
            }
        }
        let start = self.at + first_at;
        self.at += next_at;
        Some(Word { text: &self.text[start..start + end - first_at], start, solo })
    }
}

/// Letters that most texts are made of: only a shortcut, looking a character up in the tables of Unicode takes much longer.
fn is_common_letter(c: char) -> bool {
    matches!(c,
        'a'..='z' | 'A'..='Z' | '0'..='9' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | '\u{0400}'..='\u{0481}' | '\u{048A}'..='\u{052F}'
        | '\u{0620}'..='\u{064A}' | '\u{0660}'..='\u{0669}')
}

/// Letters of Chinese, Japanese, Thai, Lao, Burmese and Khmer.
fn is_solo(c: char) -> bool {
    !c.is_ascii()
        && !c.is_numeric()
        && matches!(c,
            '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
            | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}'
            | '\u{20000}'..='\u{3FFFF}')
}

/// By which rules words of a language are stemmed.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    /// What its stems begin with in the index, so that no language takes a word for one of its own.
    pub code: &'static str,
    pub stemmer: Stemmer,
    script: Script,
}

impl std::fmt::Debug for Rules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Rules").field(&self.code).finish()
    }
}

impl Rules {
    /// Whether a word may be of this language, by its script.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        match self.script {
            Script::Both => matches!(script_of(word), Script::Latin | Script::Cyrillic),
            own => own == script_of(word),
        }
    }
}

/// On which side a word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// In a document.
    Document,
    /// In a query.
    Query,
}

/// A script in which words of stemmed languages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    /// Latin or Cyrillic: the foldings of both meet.
    Both,
    Cyrillic,
    Greek,
    Arabic,
    Devanagari,
    Tamil,
    Armenian,
    Hebrew,
}

/// Languages with rules for stems.
pub(crate) const STEMMED: [(&str, Script); 35] = [
    ("ar", Script::Arabic),
    ("ca", Script::Latin),
    ("cs", Script::Latin),
    ("da", Script::Latin),
    ("de", Script::Latin),
    ("el", Script::Greek),
    ("en", Script::Latin),
    ("eo", Script::Latin),
    ("es", Script::Latin),
    ("et", Script::Latin),
    ("eu", Script::Latin),
    ("fa", Script::Arabic),
    ("fi", Script::Latin),
    ("fr", Script::Latin),
    ("ga", Script::Latin),
    ("hi", Script::Devanagari),
    ("hu", Script::Latin),
    ("hy", Script::Armenian),
    ("id", Script::Latin),
    ("it", Script::Latin),
    ("lt", Script::Latin),
    ("ne", Script::Devanagari),
    ("nl", Script::Latin),
    ("no", Script::Latin),
    ("pl", Script::Latin),
    ("pt", Script::Latin),
    ("ro", Script::Latin),
    ("ru", Script::Cyrillic),
    ("sr", Script::Both),
    ("st", Script::Latin),
    ("sv", Script::Latin),
    ("ta", Script::Tamil),
    ("tr", Script::Latin),
    ("uk", Script::Cyrillic),
    ("yi", Script::Hebrew),
];

/// The rules for a BCP 47 code, where there are some. No code means English, the language that most files without one
/// have.
pub(crate) fn rules(lang: &str) -> Option<Rules> {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    let primary = primary.to_ascii_lowercase();
    let name = match primary.as_str() {
        "" => "en",
        // One stemmer serves the standard varieties; the foldings of their scripts already meet.
        "hr" | "bs" | "sh" | "cnr" => "sr",
        "nb" | "nn" => "no",
        "ms" => "id",
        other => other,
    };
    let (code, script) = *STEMMED.iter().find(|(code, _)| *code == name)?;
    Some(Rules { code, stemmer: Stemmer::new(Algorithm::from_name(code).ok()?), script })
}

/// The script in which a word begins.
fn script_of(word: &str) -> Script {
    match word.chars().next() {
        Some('\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}') => Script::Greek,
        Some('\u{0400}'..='\u{052F}') => Script::Cyrillic,
        Some('\u{0530}'..='\u{058F}') => Script::Armenian,
        Some('\u{0590}'..='\u{05FF}') => Script::Hebrew,
        Some('\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FEFF}') => Script::Arabic,
        Some('\u{0900}'..='\u{097F}') => Script::Devanagari,
        Some('\u{0B80}'..='\u{0BFF}') => Script::Tamil,
        _ => Script::Latin,
    }
}

/// Whether a word stands in the index: then it has a place of its own among the words of its text.
pub(crate) fn is_kept(word: &Word<'_>) -> bool {
    word.text.len() <= MAX_WORD_BYTES && (word.text.chars().any(is_common_letter) || !fold(word.text).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).map(|word| word.text).collect()
    }

    #[test]
    fn words_are_split_where_readers_split_them() {
        assert_eq!(split("l'électricité, e-mail!"), ["l", "électricité", "e", "mail"]);
        assert_eq!(split("শক্তি উন্নয়ন"), ["শক্তি", "উন্নয়ন"]);
        assert_eq!(split("हिन्दी"), ["हिन्दी"]);
        assert_eq!(split("مُدِينَة؟ نعم"), ["مُدِينَة", "نعم"]);
        assert_eq!(split("\u{202B}مدينة\u{202C} x"), ["مدينة", "x"]);
        assert_eq!(split("می\u{200C}خواهم"), ["می\u{200C}خواهم"]);
        assert_eq!(split("北京city東京"), ["北", "京", "city", "東", "京"]);
        assert_eq!(split("🙂 ... \0 "), Vec::<&str>::new());
        assert_eq!(split("\u{301}e\u{301}"), ["e\u{301}"]);
    }

    #[test]
    fn common_letters_are_letters() {
        for c in ('\0'..=char::MAX).filter(|&c| is_common_letter(c)) {
            assert!(c.is_alphanumeric() && !continues_word(c) && !is_solo(c), "{c:?}");
        }
    }

    #[test]
    fn there_are_rules_for_all_languages_with_a_stemmer() {
        assert!(rules("bn").is_none());
        assert!(rules("sw").is_none());
        assert_eq!(rules("").map(|rules| rules.code), Some("en"));
        // All languages for which there is a stemmer, and no other.
        let letters = || 'a'..='z';
        let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let known: Vec<String> = codes.filter(|code| Algorithm::from_name(code).is_ok()).collect();
        assert_eq!(STEMMED.map(|(code, _)| code.to_owned()).to_vec(), known);
    }

    proptest! {
        #[test]
        fn words_lie_in_the_text_in_order(text in any::<String>()) {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.start >= last && !word.text.is_empty());
                prop_assert_eq!(&text[word.range()], word.text);
                last = word.end();
            }
        }
    }
}
