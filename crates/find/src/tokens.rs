//! What the index takes of a text: every word folded, and the forms under which it is also found.

use std::collections::HashMap;
use std::sync::Arc;

use base::fold::fold;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use crate::analyse::{LANG_MARK, Rules, Side, Word, Words, is_kept, rules, words};
use crate::forms;
use crate::glossary::{self, Glossary, Open};
use crate::joints;

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
            if !is_kept(&word) {
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

/// Tokenizer of the field of forms, whose values are a language, [`LANG_MARK`] and a text.
#[derive(Clone, Default)]
pub(crate) struct FormTokenizer {
    glossary: Arc<Glossary>,
    memos: HashMap<&'static str, Memo<Known>>,
}

/// What is known of a word.
#[derive(Clone)]
struct Known {
    forms: Box<[Box<str>]>,
    /// Whether they stand in the index.
    said: bool,
}

impl FormTokenizer {
    /// One that tells concepts by this glossary.
    pub(crate) fn new(glossary: Arc<Glossary>) -> FormTokenizer {
        FormTokenizer { glossary, memos: HashMap::new() }
    }
}

/// Tokens of [`FormTokenizer`]: the forms of a word have its place, the one that it has among the folded words.
pub(crate) struct FormStream<'a> {
    text: &'a str,
    words: Words<'a>,
    rules: Option<Rules>,
    memo: &'a mut Memo<Known>,
    glossary: &'a Glossary,
    /// Terms of the glossary that may go on.
    open: Open,
    /// Until which byte words are taken together with one before.
    chained: usize,
    /// Forms of the last word that are still to be given, in reverse.
    waiting: Vec<Box<str>>,
    token: Token,
}

impl Tokenizer for FormTokenizer {
    type TokenStream<'a> = FormStream<'a>;

    fn token_stream<'a>(&'a mut self, value: &'a str) -> FormStream<'a> {
        let (lang, text) = value.split_once(LANG_MARK).unwrap_or(("", value));
        let rules = rules(lang);
        let memo = self.memos.entry(rules.map_or(forms::ANY, |rules| rules.code)).or_default();
        FormStream {
            text,
            words: words(text),
            rules,
            memo,
            glossary: &self.glossary,
            open: Open::new(),
            chained: 0,
            waiting: Vec::new(),
            token: Token::default(),
        }
    }
}

impl FormStream<'_> {
    /// Gathers the forms of a word, and of those that belong together with it.
    fn gather(&mut self, word: Word<'_>) {
        if !self.memo.contains_key(word.text) {
            let forms = forms::of_document(self.rules.as_ref(), word.text);
            remember(self.memo, word.text, Known { forms, said: forms::has_forms(self.rules.as_ref(), word.text) });
        }
        let Some(known) = self.memo.get(word.text) else { return };
        if known.said {
            self.waiting.extend(known.forms.iter().rev().cloned());
        }
        if let Some(rules) = &self.rules {
            // Terms have function words too.
            let forms = known.forms.iter().map(|form| &**form);
            let ended = self.glossary.step(rules.code, forms, self.token.position, &mut self.open);
            self.waiting.extend(ended.into_iter().map(|(concept, _)| glossary::form(concept).into_boxed_str()));
        }
        if word.start < self.chained {
            return;
        }
        let chain = joints::chain(self.text, word);
        self.chained = chain.last().map_or(0, Word::end);
        for joined in joints::joined(self.text, &chain) {
            if let Some(rules) =
                self.rules.filter(|rules| rules.may_have(&joined) && !joined.contains(char::is_numeric))
            {
                let own = forms::of_language(&rules, &joined, &joined, Side::Document);
                self.waiting.extend(own.into_iter().map(String::into_boxed_str));
            }
            self.waiting.push(forms::any(&joined).into_boxed_str());
        }
    }
}

impl TokenStream for FormStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(form) = self.waiting.pop() {
                self.token.text.clear();
                self.token.text.push_str(&form);
                return true;
            }
            let Some(word) = self.words.next() else { return false };
            if !is_kept(&word) {
                continue;
            }
            self.token.position = self.token.position.wrapping_add(1);
            self.token.offset_from = word.start;
            self.token.offset_to = word.end();
            if !word.solo {
                self.gather(word);
            }
        }
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

    #[test]
    fn the_language_comes_with_the_value() {
        let forms = |value: &str| {
            let mut tokenizer = FormTokenizer::default();
            let mut stream = tokenizer.token_stream(value);
            let mut tokens = Vec::new();
            stream.process(&mut |token| tokens.push((token.position, token.text.clone())));
            tokens
        };
        let form = |place: usize, form: &str| (place, form.to_owned());
        let value = format!("en{LANG_MARK}Cities of Peace");
        assert_eq!(forms(&value), [form(0, "en:citi"), form(2, "en:peac")], "of is found as it is");
        let value = format!("bn{LANG_MARK}Da'esh");
        assert_eq!(forms(&value), [form(0, "x:daesh")]);
        let value = format!("de{LANG_MARK}ab Köln");
        let both = [form(0, "de:ab"), form(1, "de:koln"), form(1, "x:koln")];
        assert_eq!(forms(&value), both);
    }
}
