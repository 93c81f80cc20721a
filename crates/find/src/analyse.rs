//! From text to words, and from words to what the index knows: foldings and stems.
//!
//! The same functions serve documents, queries and snippets; if they ever differed, things would be found but not marked,
//! or not found at all. A change here must raise [`crate::folder::VERSION`].

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use base::fold::{continues_word, fold, is_invisible};
use frostem::{Algorithm, Stemmer};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use unicode_normalization::UnicodeNormalization;

/// Longer "words" are encoded data, not language: they are neither indexed nor searched.
pub(crate) const MAX_WORD_BYTES: usize = 256;

/// Stands between the language and the text of a value of the stem field: a tokenizer sees no other field.
pub(crate) const LANG_MARK: char = '\u{1}';

/// Stands between the code of a language and a stem: no folded word has it.
pub(crate) const STEM_MARK: &str = ":";

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

impl Rules {
    /// Whether a word may be of this language, by its script.
    pub(crate) fn may_have(&self, word: &str) -> bool {
        match self.script {
            Script::Both => matches!(script_of(word), Script::Latin | Script::Cyrillic),
            own => own == script_of(word),
        }
    }
}

/// A script in which words of stemmed languages are written.
#[derive(Clone, Copy, PartialEq, Eq)]
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

/// The one or two stems of a word: stemming after folding finds words typed without accents, stemming before folding
/// is what the language's rules were made for.
pub(crate) fn stems(stemmer: Stemmer, word: &str, folded: &str) -> (String, Option<String>) {
    let of_folded = refold(stemmer.stem(folded));
    if word.is_ascii() {
        return (of_folded, None);
    }
    let lower: String = word.nfc().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).collect();
    let of_word = refold(stemmer.stem(&lower));
    if of_word == of_folded { (of_folded, None) } else { (of_folded, Some(of_word)) }
}

/// Stemmers may give back letters that folding takes away (Serbian turns `dj` into `đ`).
fn refold(stem: Cow<'_, str>) -> String {
    if stem.is_ascii() { stem.into_owned() } else { fold(&stem) }
}

/// How many words a tokenizer remembers. The same few thousand make most of any text, and folding and stemming them again
/// takes most of the time of indexing.
const REMEMBERED_WORDS: usize = 20_000;

/// What was worked out for a word before.
type Memo<V> = HashMap<Box<str>, V>;

fn remember<V>(memo: &mut Memo<V>, word: &str, value: V) {
    if memo.len() >= REMEMBERED_WORDS {
        memo.clear();
    }
    memo.insert(word.into(), value);
}

/// Tokenizer of title and body: every word, folded.
#[derive(Clone, Default)]
pub(crate) struct FoldTokenizer {
    memo: Memo<Box<str>>,
}

/// Tokens of [`FoldTokenizer`].
pub(crate) struct FoldStream<'a> {
    words: Words<'a>,
    memo: &'a mut Memo<Box<str>>,
    token: Token,
}

impl Tokenizer for FoldTokenizer {
    type TokenStream<'a> = FoldStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldStream<'a> {
        FoldStream { words: words(text), memo: &mut self.memo, token: Token::default() }
    }
}

impl FoldStream<'_> {
    fn fold(&mut self, word: &str) {
        self.token.text.clear();
        if word.is_ascii() {
            self.token.text.push_str(word);
            self.token.text.make_ascii_lowercase();
        } else if let Some(folded) = self.memo.get(word) {
            self.token.text.push_str(folded);
        } else {
            self.token.text.push_str(&fold(word));
            remember(self.memo, word, self.token.text.as_str().into());
        }
    }
}

impl TokenStream for FoldStream<'_> {
    fn advance(&mut self) -> bool {
        while let Some(word) = self.words.next() {
            if word.text.len() > MAX_WORD_BYTES {
                continue;
            }
            self.fold(word.text);
            if self.token.text.is_empty() {
                continue;
            }
            // Only words that are kept have a place: phrases leave out the same ones.
            self.token.position = self.token.position.wrapping_add(1);
            self.token.offset_from = word.start;
            self.token.offset_to = word.end();
            return true;
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// The one or two stems of a word, as they are remembered.
type Stems = (Box<str>, Option<Box<str>>);

/// Tokenizer of the stem field, whose values are a language, [`LANG_MARK`] and a text.
#[derive(Clone, Default)]
pub(crate) struct StemTokenizer {
    memos: HashMap<&'static str, Memo<Stems>>,
}

/// Tokens of [`StemTokenizer`]. Positions mean nothing here: a word can have two stems.
pub(crate) struct StemStream<'a> {
    words: Words<'a>,
    language: Option<(Rules, &'a mut Memo<Stems>)>,
    second: Option<Box<str>>,
    token: Token,
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = StemStream<'a>;

    fn token_stream<'a>(&'a mut self, value: &'a str) -> StemStream<'a> {
        let (lang, text) = value.split_once(LANG_MARK).unwrap_or(("", value));
        let language = rules(lang).map(|rules| (rules, self.memos.entry(rules.code).or_default()));
        StemStream { words: words(text), language, second: None, token: Token::default() }
    }
}

impl StemStream<'_> {
    fn emit(&mut self, code: &str, stem: &str) {
        self.token.text.clear();
        self.token.text.extend([code, STEM_MARK, stem]);
        self.token.position = self.token.position.wrapping_add(1);
    }
}

impl TokenStream for StemStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((rules, memo)) = &mut self.language else { return false };
        let Rules { code, stemmer, .. } = *rules;
        if let Some(second) = self.second.take() {
            self.emit(code, &second);
            return true;
        }
        for word in self.words.by_ref() {
            if word.solo || word.text.len() > MAX_WORD_BYTES {
                continue;
            }
            let (first, second) = match memo.get(word.text) {
                Some(known) => known.clone(),
                None => {
                    let (first, second) = stems(stemmer, word.text, &fold(word.text));
                    let known = (first.into_boxed_str(), second.map(String::into_boxed_str));
                    remember(memo, word.text, known.clone());
                    known
                }
            };
            self.second = second.filter(|stem| !stem.is_empty());
            let stem = if first.is_empty() { self.second.take() } else { Some(first) };
            if let Some(stem) = stem {
                self.emit(code, &stem);
                self.token.offset_from = word.start;
                self.token.offset_to = word.end();
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
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

    fn stem(lang: &str, word: &str) -> Vec<String> {
        let (first, second) = stems(rules(lang).unwrap().stemmer, word, &fold(word));
        [Some(first), second].into_iter().flatten().collect()
    }

    #[test]
    fn stems_meet() {
        assert_eq!(stem("en", "Cities"), stem("en-GB", "city"));
        assert_eq!(stem("fr", "villes"), stem("fr", "ville"));
        assert!(stem("fr", "communautés").iter().any(|s| stem("fr", "communaute").contains(s)));
        assert!(stem("ar", "المدينة").iter().any(|s| stem("ar", "مدينة").contains(s)));
        assert!(stem("sr", "градови").iter().any(|s| stem("hr", "gradova").contains(s)));
        assert!(rules("bn").is_none());
        assert!(rules("sw").is_none());
        assert_eq!(rules("").map(|rules| rules.code), Some("en"));
        // All languages for which there is a stemmer, and no other.
        let letters = || 'a'..='z';
        let codes = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let known: Vec<String> = codes.filter(|code| Algorithm::from_name(code).is_ok()).collect();
        assert_eq!(STEMMED.map(|(code, _)| code.to_owned()).to_vec(), known);
    }

    #[test]
    fn the_language_comes_with_the_value() {
        let mut tokenizer = StemTokenizer::default();
        let value = format!("en{LANG_MARK}Cities of Peace");
        let mut stream = tokenizer.token_stream(&value);
        let mut tokens = Vec::new();
        stream.process(&mut |token| tokens.push(token.text.clone()));
        assert_eq!(tokens, ["en:citi", "en:of", "en:peac"]);
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

        #[test]
        fn no_stemmer_panics(text in "\\PC{0,12}", lang in "en|fr|ar|sr|tr|hi|el|ru|fi|hu|id|ta|ne|de|fa|pl|cs|uk|it|sv") {
            if let Some(rules) = rules(&lang) {
                stems(rules.stemmer, &text, &fold(&text));
            }
        }
    }
}
