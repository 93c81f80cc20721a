//! How much is done at once. What is beyond that is turned away at once and told when to come again: a queue would
//! only make everyone wait for answers that nobody waits for any more.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base::{Fail, Result};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Pages, files and JSON made at once. Finished pages do not count, and neither do answers on their way.
pub const PAGES_AT_WORK: usize = 128;
/// Of these, those of one place ([`crate::client`]): nobody alone has others turned away.
pub const PAGES_OF_ONE: usize = 32;
/// Forms worked on at once, once they are here whole. Apart from pages: a run on signing in takes no page away.
pub const FORMS_AT_WORK: usize = 64;
/// Of these, those of one place.
pub const FORMS_OF_ONE: usize = 16;
/// Uploads received at once: of people who are signed in, and of whoever has a private link.
pub const UPLOADS_AT_WORK: usize = 64;
/// Of these, those of one person, or of one link.
pub const UPLOADS_OF_ONE: usize = 4;
/// Uploads that are not done, and whose words are waited for, at once: whoever sends slowly holds up no form that is.
pub const REFUSED_AT_WORK: usize = 8;
/// Of these, those of one place.
pub const REFUSED_OF_ONE: usize = 1;
/// Bytes of large forms held in memory at once, complete or not.
pub const FORMS_BYTES: usize = 32 * 1024 * 1024;
/// Bytes of each form that do not count there: whoever fills that room with large ones keeps nobody from signing in.
pub const SMALL_FORM_BYTES: usize = 16 * 1024;
/// Searches at work for each core.
pub const SEARCHES_PER_CORE: usize = 2;
/// Searches for each core that may wait for those.
pub const WAITING_PER_CORE: usize = 8;
/// Of these, those of one place.
pub const SEARCHES_OF_ONE_PER_CORE: usize = (SEARCHES_PER_CORE + WAITING_PER_CORE) / 2;
/// How long a search may wait.
pub const SEARCH_WAIT: Duration = Duration::from_secs(1);
/// Lists written as files at once, from the first row on: rows are what takes the memory, some ten megabytes each.
pub const SHEETS_AT_WORK: usize = 2;
/// Of these, those of one place.
pub const SHEETS_OF_ONE: usize = 1;
/// How long a list may wait to be written.
pub const SHEET_WAIT: Duration = Duration::from_secs(3);
/// Archives of people's data at once, until they are sent: each may take half a gigabyte of the disk, and the largest of its
/// files once more where files are in a bucket.
pub const ARCHIVES_AT_WORK: usize = 8;
/// Of these, those of one person.
pub const ARCHIVES_OF_ONE: usize = 1;
/// Bytes of answers that are in memory and on their way, of those that are large.
pub const ANSWERS_BYTES: usize = 64 * 1024 * 1024;
/// Of these, those of one place: whoever does not read what they asked for takes the room from nobody else.
pub const ANSWERS_OF_ONE_BYTES: usize = 16 * 1024 * 1024;
/// Bytes up to which an answer does not count there.
pub const SMALL_ANSWER_BYTES: usize = 64 * 1024;
/// Seconds after which who was turned away may come again.
pub const COME_AGAIN_SECONDS: u64 = 5;

/// A place at work; given back when dropped.
#[derive(Debug)]
pub struct Place {
    _place: OwnedSemaphorePermit,
    _share: Option<Share<String>>,
}

/// What is at work.
pub struct Work {
    pages: Arc<Semaphore>,
    pages_of: Shares<String>,
    forms: Arc<Semaphore>,
    forms_of: Shares<String>,
    uploads: Arc<Semaphore>,
    uploads_of: Shares<String>,
    refused: Arc<Semaphore>,
    refused_of: Shares<String>,
    form_bytes: Arc<Semaphore>,
    searches: Arc<Semaphore>,
    searches_of: Shares<String>,
    searching: Arc<Semaphore>,
    sheets: Arc<Semaphore>,
    sheets_of: Shares<String>,
    archives: Arc<Semaphore>,
    archives_of: Shares<String>,
    answers: Arc<Semaphore>,
    answers_of: Shares<String>,
}

impl Default for Work {
    fn default() -> Work {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let room = |places| Arc::new(Semaphore::new(places));
        Work {
            pages: room(PAGES_AT_WORK),
            pages_of: Shares::new(PAGES_OF_ONE),
            forms: room(FORMS_AT_WORK),
            forms_of: Shares::new(FORMS_OF_ONE),
            uploads: room(UPLOADS_AT_WORK),
            uploads_of: Shares::new(UPLOADS_OF_ONE),
            refused: room(REFUSED_AT_WORK),
            refused_of: Shares::new(REFUSED_OF_ONE),
            form_bytes: room(FORMS_BYTES),
            searches: room((SEARCHES_PER_CORE + WAITING_PER_CORE) * cores),
            searches_of: Shares::new(SEARCHES_OF_ONE_PER_CORE * cores),
            searching: room(SEARCHES_PER_CORE * cores),
            sheets: room(SHEETS_AT_WORK),
            sheets_of: Shares::new(SHEETS_OF_ONE),
            archives: room(ARCHIVES_AT_WORK),
            archives_of: Shares::new(ARCHIVES_OF_ONE),
            answers: room(ANSWERS_BYTES),
            answers_of: Shares::new(ANSWERS_OF_ONE_BYTES),
        }
    }
}

impl Work {
    /// A place for a page of this client.
    pub(crate) fn page(&self, client: &str) -> Result<Place> {
        let share = self.pages_of.take(client.to_owned()).ok_or_else(|| busy("pages-of-one"))?;
        Ok(Place { _share: Some(share), ..at_once(&self.pages, "page")? })
    }

    /// A place for a form of this client that is here whole.
    pub(crate) fn form(&self, client: &str) -> Result<Place> {
        let share = self.forms_of.take(client.to_owned()).ok_or_else(|| busy("forms-of-one"))?;
        Ok(Place { _share: Some(share), ..at_once(&self.forms, "form")? })
    }

    /// Room for this much more of a form.
    pub(crate) fn form_bytes(&self, bytes: usize) -> Result<OwnedSemaphorePermit> {
        let bytes = u32::try_from(bytes).map_err(Fail::internal)?;
        self.form_bytes.clone().try_acquire_many_owned(bytes).map_err(|_| busy("form-bytes"))
    }

    /// A place for an upload of this person, or of whoever has this link.
    pub(crate) fn upload(&self, who: &str) -> Result<Place> {
        let share = self.uploads_of.take(who.to_owned()).ok_or_else(|| busy("uploads-of-one"))?;
        Ok(Place { _share: Some(share), ..at_once(&self.uploads, "upload")? })
    }

    /// A place to wait for the words of this client's upload that is not done.
    pub(crate) fn refused(&self, client: &str) -> Result<Place> {
        let share = self.refused_of.take(client.to_owned()).ok_or_else(|| busy("refused-of-one"))?;
        Ok(Place { _share: Some(share), ..at_once(&self.refused, "refused")? })
    }

    /// A place for a search of this client, waited for a moment. Two places: one of all that search or wait, and one
    /// at work.
    ///
    /// # Errors
    /// [`Fail::Busy`] when too many wait, this client has all of theirs, or none came free in time.
    pub async fn search(&self, client: &str) -> Result<(Place, Place)> {
        let share = self.searches_of.take(client.to_owned()).ok_or_else(|| busy("searches-of-one"))?;
        let here = Place { _share: Some(share), ..at_once(&self.searches, "search")? };
        match tokio::time::timeout(SEARCH_WAIT, self.searching.clone().acquire_owned()).await {
            Ok(Ok(place)) => Ok((here, Place { _place: place, _share: None })),
            _ => Err(busy("search")),
        }
    }

    /// A place to write a list as a file for this client, waited for a moment.
    pub(crate) async fn sheet(&self, client: &str) -> Result<Place> {
        let share = self.sheets_of.take(client.to_owned()).ok_or_else(|| busy("sheets-of-one"))?;
        match tokio::time::timeout(SHEET_WAIT, self.sheets.clone().acquire_owned()).await {
            Ok(Ok(place)) => Ok(Place { _place: place, _share: Some(share) }),
            _ => Err(busy("sheet")),
        }
    }

    /// A place for an archive of this person's data, to be held until it is sent.
    ///
    /// # Errors
    /// [`Fail::Busy`] when others take all of them, or this person has one on its way.
    pub fn archive(&self, person: &str) -> Result<Place> {
        let share = self.archives_of.take(person.to_owned()).ok_or_else(|| busy("archives-of-one"))?;
        Ok(Place { _share: Some(share), ..at_once(&self.archives, "archive")? })
    }

    /// Room for an answer of this size to this client, until it is sent; one that is small takes none.
    ///
    /// # Errors
    /// [`Fail::Busy`] when large answers on their way, or this client's, take all of it.
    pub(crate) fn on_its_way(&self, client: &str, bytes: usize) -> Result<Option<Place>> {
        if bytes <= SMALL_ANSWER_BYTES {
            return Ok(None);
        }
        let share = self.answers_of.take_many(client.to_owned(), bytes).ok_or_else(|| busy("answers-of-one"))?;
        let bytes = u32::try_from(bytes.min(ANSWERS_BYTES)).map_err(Fail::internal)?;
        let place = self.answers.clone().try_acquire_many_owned(bytes).map_err(|_| busy("answers"))?;
        Ok(Some(Place { _place: place, _share: Some(share) }))
    }

    /// Takes all the room of large answers, until dropped: for tests of what people are told then.
    ///
    /// # Errors
    /// When some is taken already.
    pub fn take_all_answers(&self) -> Result<Place> {
        let all = u32::try_from(self.answers.available_permits()).map_err(Fail::internal)?;
        let places = self.answers.clone().try_acquire_many_owned(all);
        places.map(|place| Place { _place: place, _share: None }).map_err(Fail::internal)
    }

    /// Takes every place of the searches, until dropped: for tests of what people are told then.
    ///
    /// # Errors
    /// When some are taken already.
    pub fn take_all_searches(&self) -> Result<Place> {
        let all = u32::try_from(self.searching.available_permits()).map_err(Fail::internal)?;
        let places = self.searching.clone().try_acquire_many_owned(all);
        places.map(|place| Place { _place: place, _share: None }).map_err(Fail::internal)
    }

    /// Takes every place of the pages, until dropped: for tests of what people are told then.
    ///
    /// # Errors
    /// When some are taken already.
    pub fn take_all_pages(&self) -> Result<Place> {
        let all = u32::try_from(self.pages.available_permits()).map_err(Fail::internal)?;
        let places = self.pages.clone().try_acquire_many_owned(all);
        places.map(|place| Place { _place: place, _share: None }).map_err(Fail::internal)
    }
}

fn at_once(room: &Arc<Semaphore>, what: &'static str) -> Result<Place> {
    room.clone().try_acquire_owned().map(|place| Place { _place: place, _share: None }).map_err(|_| busy(what))
}

fn busy(what: &'static str) -> Fail {
    metrics::counter!("hub_turned_away_total", "what" => what).increment(1);
    Fail::Busy(COME_AGAIN_SECONDS)
}

/// Counts how many each one has of something, up to a limit.
#[derive(Clone, Debug)]
pub struct Shares<K: Eq + Hash + Clone> {
    most: usize,
    taken: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Eq + Hash + Clone> Shares<K> {
    /// At most so many for each.
    pub fn new(most: usize) -> Shares<K> {
        Shares { most, taken: Arc::default() }
    }

    /// One more for this one; none when they have all of theirs.
    pub fn take(&self, key: K) -> Option<Share<K>> {
        self.take_many(key, 1)
    }

    /// So many more for this one; none when they would have more than theirs. What alone is more is given to whoever has
    /// nothing else.
    pub fn take_many(&self, key: K, many: usize) -> Option<Share<K>> {
        let mut taken = self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = taken.get(&key).copied().unwrap_or_default();
        if now > 0 && now.saturating_add(many) > self.most {
            return None;
        }
        taken.insert(key.clone(), now + many);
        Some(Share { key, many, taken: self.taken.clone() })
    }
}

/// A part of a share; given back when dropped.
#[derive(Debug)]
pub struct Share<K: Eq + Hash + Clone> {
    key: K,
    many: usize,
    taken: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Eq + Hash + Clone> Drop for Share<K> {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.key) {
            *count -= self.many;
            // A map of everyone who ever came would grow for ever.
            if *count == 0 {
                taken.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_of_one_and_comes_back() {
        let shares = Shares::new(2);
        let (one, two) = (shares.take("a"), shares.take("a"));
        assert!(one.is_some() && two.is_some() && shares.take("a").is_none());
        assert!(shares.take("b").is_some(), "another one's");
        drop(one);
        let again = shares.take("a");
        assert!(again.is_some());
        drop((two, again));
        assert!(shares.taken.lock().unwrap().is_empty(), "nothing is kept of who is gone");
    }

    #[tokio::test]
    async fn searches_wait_a_moment_and_not_longer() {
        let work = Work::default();
        let all = work.take_all_searches().unwrap();
        let begun = std::time::Instant::now();
        assert!(matches!(work.search("a").await, Err(Fail::Busy(COME_AGAIN_SECONDS))));
        assert!(begun.elapsed() >= SEARCH_WAIT);
        let (waiting, ()) = tokio::join!(work.search("a"), async {
            tokio::time::sleep(SEARCH_WAIT / 10).await;
            drop(all);
        });
        assert!(waiting.is_ok());
    }

    #[tokio::test]
    async fn too_many_waiting_searches_are_turned_away_at_once() {
        let work = Arc::new(Work::default());
        let _all = work.take_all_searches().unwrap();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let places = (SEARCHES_PER_CORE + WAITING_PER_CORE) * cores;
        let begun = std::time::Instant::now();
        let waiting: Vec<_> = (0..places)
            .map(|place| {
                let work = work.clone();
                tokio::spawn(async move { work.search(&place.to_string()).await.is_ok() })
            })
            .collect();
        tokio::task::yield_now().await;
        while work.searches.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert!(work.search("late").await.is_err());
        assert!(begun.elapsed() < SEARCH_WAIT, "at once");
        waiting.iter().for_each(tokio::task::JoinHandle::abort);
    }

    #[tokio::test]
    async fn one_place_leaves_searches_to_others() {
        let work = Work::default();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let all = work.take_all_searches().unwrap();
        // Also those that nobody waits for any more hold their share, until their work is done.
        let waiting = futures::future::join_all((0..100).map(|_| work.search("a")));
        let (of_one, other) = tokio::join!(waiting, async {
            tokio::task::yield_now().await;
            drop(all);
            work.search("b").await
        });
        let turned_away = of_one.iter().filter(|place| place.is_err()).count();
        assert!(turned_away >= 100 - SEARCHES_OF_ONE_PER_CORE * cores, "{turned_away}");
        drop(of_one);
        assert!(other.is_ok() || work.search("b").await.is_ok());
    }

    #[tokio::test(start_paused = true)]
    async fn only_so_many_lists_are_written_at_once_and_one_for_each_place() {
        let work = Work::default();
        let first = work.sheet("a").await;
        assert!(first.is_ok() && matches!(work.sheet("a").await, Err(Fail::Busy(_))));
        let mut held: Vec<_> = Vec::new();
        for other in 1..SHEETS_AT_WORK {
            held.push(work.sheet(&other.to_string()).await.unwrap());
        }
        assert!(matches!(work.sheet("late").await, Err(Fail::Busy(_))), "nobody ends in time");
        drop(first);
        assert!(work.sheet("late").await.is_ok());
    }

    #[test]
    fn one_place_has_nobody_else_turned_away() {
        let work = Work::default();
        let pages: Vec<_> = (0..PAGES_AT_WORK).filter_map(|_| work.page("a").ok()).collect();
        let forms: Vec<_> = (0..FORMS_AT_WORK).filter_map(|_| work.form("a").ok()).collect();
        assert_eq!((pages.len(), forms.len()), (PAGES_OF_ONE, FORMS_OF_ONE));
        assert!(matches!(work.page("a"), Err(Fail::Busy(_))) && matches!(work.form("a"), Err(Fail::Busy(_))));
        assert!(work.page("b").is_ok() && work.form("b").is_ok());
    }

    #[test]
    fn one_person_takes_no_more_than_their_uploads() {
        let work = Work::default();
        let own: Vec<_> = (0..UPLOADS_OF_ONE).map(|_| work.upload("one").unwrap()).collect();
        assert!(matches!(work.upload("one"), Err(Fail::Busy(_))));
        assert!(work.upload("other").is_ok());
        drop(own);
        assert!(work.upload("one").is_ok());
    }
}
