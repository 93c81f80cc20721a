//! One capability of the hub, as its crate describes it.

use std::sync::Arc;

use base::Lang;
use store::{Handler, Migration};

use crate::hub::Hub;
use crate::parts::Parts;
use crate::routes::Routes;

/// Makes those who do a feature's jobs, of the hub and of what all features offer.
pub type Jobs = fn(&Hub, &Arc<Parts>) -> Vec<Arc<dyn Handler>>;

/// One capability of the hub.
pub struct Feature {
    /// Its name, that of its folder.
    pub name: &'static str,
    /// Its tables.
    pub migrations: &'static [Migration],
    /// Where its own tables name files: queries by a file's hash that find a row.
    pub files: &'static [&'static str],
    /// Its words, in every language of the interface.
    pub words: [(Lang, &'static str); 3],
    /// Keys of words that it puts together, of all that they can be put together of.
    pub made_words: fn() -> Vec<String>,
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// What it offers to others.
    pub parts: fn(&mut Parts),
    /// What it does later.
    pub jobs: Jobs,
}
