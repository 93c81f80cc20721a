//! Texts of things in the network's languages: one service for every feature whose words are translated.
//!
//! A thing has a text in its source language, and translations. Each text is a row of revisions, and a revision is all its
//! parts (title, body) at once. Three of the revisions have a name: the *newest*, which its authors see; the one that is
//! *ready*, of which translations are wanted and which may be shown; the one that is *live*, which readers have. Where a
//! feature knows no drafts they are the same one.
//!
//! A translation remembers which revision of the source it renders, and its fingerprint: the hash of what is to be
//! translated, with differences left aside that nobody translates (blanks, ends of lines). So a draft of the source
//! outdates nothing, and a source that comes back to what it said makes its translations current again.

mod beside;
mod bring;
mod diff;
mod fingerprint;
mod read;
mod standing;
mod write;

use std::collections::BTreeMap;

use base::{Lang, PersonId, Time};
use store::Migration;

pub use beside::{InLanguages, in_languages};
pub use bring::{First, bring};
pub use diff::{Piece, Side, difference, marked};
pub use fingerprint::fingerprint;
pub use read::{REVISIONS_LISTED, Text, best, live, newest, newest_parts, ready_parts, revision, revisions};
pub use standing::{Standing, State, Waiting, counts, pairs, reference, standing, waiting, waiting_from};
pub use write::{CHANGED, Draft, add_part, confirm, forget, make_ready, publish, take_back, want, write};

/// The tables of this service.
pub const MIGRATIONS: &[Migration] =
    &[Migration { name: "20261203_000000_texts", sql: include_str!("../migrations/20261203_000000_texts.sql") }];

/// A thing that has texts: its kind as in the change table, and its id there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Thing {
    /// Its kind, for ever.
    pub kind: &'static str,
    /// Its id.
    pub item: i64,
}

/// The parts of a text by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts(BTreeMap<String, String>);

impl Parts {
    /// With this part; one without a word is none.
    pub fn with(mut self, part: &str, body: impl Into<String>) -> Parts {
        let body = body.into();
        if body.trim().is_empty() {
            self.0.remove(part);
        } else {
            self.0.insert(part.to_owned(), body);
        }
        self
    }

    /// What this part says; nothing where there is none.
    pub fn get(&self, part: &str) -> &str {
        self.0.get(part).map_or("", String::as_str)
    }

    /// All of them, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(part, body)| (part.as_str(), body.as_str()))
    }

    /// Says nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A text as it was written at some time.
#[derive(Clone, Debug)]
pub struct Revision {
    /// Its language.
    pub lang: Lang,
    /// Grows with each that is written in this language.
    pub number: i64,
    /// What it says; empty where only the list of revisions was asked for.
    pub parts: Parts,
    /// Of its own parts.
    pub fingerprint: String,
    /// Of a translation: the revision of the source that it renders.
    pub rendered: Option<i64>,
    /// The fingerprint of that.
    pub rendered_fingerprint: String,
    /// The same words as before, said to be right still.
    pub confirmed: bool,
    /// Who wrote it; none for the hub itself.
    pub author: Option<PersonId>,
    /// When.
    pub at: Time,
}
