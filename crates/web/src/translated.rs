//! Things whose words are translated, whichever feature's they are: for the list of what waits.

use base::Lang;

/// A kind of thing whose words are translated.
#[derive(Clone, Copy)]
pub struct Translated {
    /// As its texts are kept.
    pub kind: &'static str,
    /// Key of the words for one of them.
    pub words: &'static str,
    /// Where its translation into a language is written, behind the language.
    pub address: fn(i64, Lang) -> String,
}

impl Translated {
    /// Key of the words for one of them; its feature has them among those that it makes.
    pub fn one_words(&self) -> &'static str {
        self.words
    }
}
