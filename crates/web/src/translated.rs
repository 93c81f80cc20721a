//! Things whose words are translated, whichever feature's they are: for the list of what waits, and for translation offices.

use base::Lang;
use texts::{Parts, Thing};

/// A part of a text, as it is translated.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// As it is kept.
    pub name: &'static str,
    /// Key of the words above it where it is written; its feature has them among those that it makes, where they are nowhere else.
    pub words: &'static str,
    /// Characters at most.
    pub chars: usize,
}

/// A kind of thing whose words are translated.
#[derive(Clone)]
pub struct Translated {
    /// As its texts are kept.
    pub kind: &'static str,
    /// Key of the words for one of them.
    pub words: &'static str,
    /// Where its translation into a language is written, behind the language of the page.
    pub address: fn(i64, Lang) -> String,
    /// What is translated of it; the first is what it is called.
    pub parts: Vec<Part>,
    /// What is written may wait as a draft; else readers have it at once.
    pub has_drafts: bool,
}

impl Translated {
    /// Key of the words for one of them; its feature has them among those that it makes.
    pub fn one_words(&self) -> &'static str {
        self.words
    }

    /// One of them, as a thing that has texts.
    pub fn thing(&self, item: i64) -> Thing {
        Thing { kind: self.kind, item }
    }
}

/// A translation that an office sent back.
#[derive(Clone, Copy, Debug)]
pub struct Brought<'a> {
    /// The thing.
    pub item: i64,
    /// Into which language; never that of the source.
    pub lang: Lang,
    /// All its parts.
    pub parts: &'a Parts,
    /// The newest revision in that language that was known; 0: none.
    pub seen: i64,
    /// The revision of the source that it renders.
    pub rendered: i64,
    /// It may be shown; always so where things know no drafts.
    pub ready: bool,
}

/// What became of it.
#[derive(Clone, Copy, Debug)]
pub struct Saved {
    /// The newest revision.
    pub number: i64,
    /// Readers have it already.
    pub live: bool,
    /// It says something else than before.
    pub wrote: bool,
}
