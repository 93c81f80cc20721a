//! Finished public pages, for readers without a session only.
//!
//! A page names the topics that it shows. A change makes its topics outdated, and with them every
//! page that was begun before; there is no time limit to wait for. A page with a session, an error
//! or a set cookie is never kept, so no private byte can be in here.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};

use bytes::Bytes;
use moka::sync::Cache;
use sha2::{Digest, Sha256};

use crate::gzip::{Effort, gzip};

/// Bytes of pages kept at most, in both forms together.
const CACHE_BYTES: u64 = 24 * 1024 * 1024;
/// Bytes of a page's hash in its tag.
const TAG_BYTES: usize = 12;
/// Topics remembered at most; beyond that all pages are forgotten.
const TOPICS: usize = 50_000;

/// What a public page shows; set by its handler with [`crate::page`].
#[derive(Clone, Debug, Default)]
pub struct Topics(pub Vec<String>);

impl Topics {
    /// Nothing that ever changes while the program runs.
    pub fn fixed() -> Topics {
        Topics(Vec::new())
    }

    /// These.
    pub fn of<const N: usize>(topics: [&str; N]) -> Topics {
        Topics(topics.map(str::to_owned).to_vec())
    }

    /// These too.
    pub fn also(&mut self, topics: &[&str]) {
        for topic in topics {
            if !self.0.iter().any(|own| own == topic) {
                self.0.push((*topic).to_owned());
            }
        }
    }
}

/// A finished page.
pub struct Kept {
    /// As it is.
    pub plain: Bytes,
    /// Compressed with gzip.
    pub gzip: Bytes,
    /// Its media type.
    pub content_type: String,
    /// Tells it from every other: an `ETag`, weak, since it goes out as it is and compressed.
    pub tag: String,
    topics: Vec<String>,
    begun: u64,
}

/// The finished pages of one process.
pub struct PageCache {
    pages: Cache<String, Arc<Kept>>,
    turn: AtomicU64,
    outdated: RwLock<Outdated>,
}

/// The turns since which pages hold.
#[derive(Default)]
struct Outdated {
    topics: HashMap<String, u64>,
    /// Of every page.
    all: u64,
}

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |key: &String, page: &Arc<Kept>| {
            u32::try_from(key.len() + page.plain.len() + page.gzip.len() + 200).unwrap_or(u32::MAX)
        };
        let pages = Cache::builder().max_capacity(CACHE_BYTES).weigher(weigh).build();
        PageCache { pages, turn: AtomicU64::new(0), outdated: RwLock::default() }
    }
}

impl PageCache {
    /// The turn in which a page is begun: read it before the first row.
    pub fn turn(&self) -> u64 {
        self.turn.load(Ordering::SeqCst)
    }

    /// A page that still holds.
    pub fn get(&self, key: &str) -> Option<Arc<Kept>> {
        self.pages.get(key).filter(|page| self.holds(&page.topics, page.begun))
    }

    /// Whether what was begun in this turn, of these topics, is not outdated.
    pub(crate) fn holds(&self, topics: &[impl AsRef<str>], begun: u64) -> bool {
        let Ok(outdated) = self.outdated.read() else { return false };
        let holds = |topic: &str| outdated.topics.get(topic).is_none_or(|turn| *turn <= begun);
        outdated.all <= begun && topics.iter().all(|topic| holds(topic.as_ref()))
    }

    /// How many pages are kept, and their bytes.
    pub fn size(&self) -> (u64, u64) {
        (self.pages.entry_count(), self.pages.weighted_size())
    }

    /// Keeps a page that was begun in this turn.
    pub fn keep(&self, key: String, plain: Bytes, content_type: String, topics: Topics, begun: u64) {
        let Some(gzip) = gzip(&plain, Effort::Much) else { return };
        let tag = format!("W/\"{}\"", base::secret::hex(&Sha256::digest(&plain)[..TAG_BYTES]));
        let page = Kept { plain, gzip: gzip.into(), content_type, tag, topics: topics.0, begun };
        self.pages.insert(key, Arc::new(page));
    }

    /// Forgets every page, also those that are just being made: the index was built anew.
    pub fn forget(&self) {
        if let Ok(mut outdated) = self.outdated.write() {
            self.forget_all(&mut outdated);
        }
    }

    fn forget_all(&self, outdated: &mut Outdated) {
        outdated.all = self.next_turn();
        outdated.topics.clear();
        self.pages.invalidate_all();
    }

    /// With the lock held, so that turns are written in their order.
    fn next_turn(&self) -> u64 {
        self.turn.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Something changed: pages that show it no longer hold.
    pub fn outdated(&self, topics: &[String]) {
        if let Ok(mut outdated) = self.outdated.write() {
            if outdated.topics.len() > TOPICS {
                self.forget_all(&mut outdated);
            }
            let turn = self.next_turn();
            for topic in topics {
                outdated.topics.insert(topic.clone(), turn);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_holds_until_what_it_shows_changes() {
        let cache = PageCache::default();
        let keep = |key: &str, begun| {
            cache.keep(key.into(), Bytes::from_static(b"page"), "text/html".into(), Topics::of(["cities"]), begun)
        };
        keep("a", cache.turn());
        assert!(cache.get("a").is_some());
        cache.outdated(&["documents".into()]);
        assert!(cache.get("a").is_some());
        let begun = cache.turn();
        cache.outdated(&["cities".into()]);
        assert!(cache.get("a").is_none());
        keep("a", begun);
        assert!(cache.get("a").is_none(), "it was begun before the change");
        keep("a", cache.turn());
        assert!(cache.get("a").is_some());
    }

    #[test]
    fn what_was_begun_before_all_was_forgotten_is_not_kept() {
        let cache = PageCache::default();
        let keep =
            |begun| cache.keep("a".into(), Bytes::from_static(b"page"), "text/html".into(), Topics::fixed(), begun);
        let begun = cache.turn();
        keep(begun);
        cache.forget();
        assert!(cache.get("a").is_none());
        keep(begun);
        assert!(cache.get("a").is_none(), "it was begun before");
        keep(cache.turn());
        assert!(cache.get("a").is_some());
    }
}
