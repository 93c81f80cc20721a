//! The follower: reads the change table with this node's own cursor, and brings the search index
//! and the finished pages up to date.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use base::{Fail, Result};
use store::{change_bound, changes_since, is_followed, topics_ahead};
use tokio::sync::watch;
use web::parts::SearchKind;
use web::{Hub, Parts};

/// Changes taken in one step.
const STEP: usize = 500;
/// Things put into the index in one step: each may bring megabytes of text.
const CHUNK: usize = 50;
/// How often a node looks for changes of other nodes: an idle one for all, a busy one for the pages that they outdate.
const LOOK: Duration = Duration::from_millis(500);
/// A pause after something was indexed: what changes meanwhile is one commit of the index together. A commit of one
/// document costs as much as one of many, and what is restricted is left out at once without it.
const GATHER: Duration = Duration::from_millis(500);
/// Where so many things changed at once, or more, as in an import, the pause goes on while more come: each commit writes
/// files of its own, which are merged later.
const MANY: usize = 20;
/// So many times that pause at most.
const PAUSES: usize = 4;

/// The kind of change that asks every node to build its index anew.
pub const REINDEX: &str = "reindex";

/// Follows the change table.
pub struct Follower {
    hub: Hub,
    parts: Arc<Parts>,
    cursor: AtomicI64,
}

impl Follower {
    /// From where the index stands.
    pub fn new(hub: Hub, parts: Arc<Parts>) -> Follower {
        let cursor = AtomicI64::new(hub.index.cursor());
        Follower { hub, parts, cursor }
    }

    /// Follows until `stop` is true.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        let mut added = self.hub.db.changes_added();
        while !*stop.borrow() {
            added.borrow_and_update();
            // What was taken is in the index whole; a rebuild that is stopped shows nothing and begins again.
            let tried = tokio::select! {
                tried = self.meanwhile(self.catch_up()) => tried,
                _ = stop.wait_for(|stop| *stop) => return,
            };
            let pause = async {
                match tried {
                    Ok(0) => {}
                    Ok(indexed) if indexed < MANY => tokio::time::sleep(GATHER).await,
                    Ok(_) => gather(&added).await,
                    Err(error) => {
                        tracing::warn!(%error, "the search index cannot follow");
                        tokio::time::sleep(LOOK * 4).await;
                    }
                }
            };
            tokio::select! {
                () = self.meanwhile(pause) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            tokio::select! {
                _ = added.changed() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }

    /// Does what may take long, and outdates pages meanwhile: those that show what is committed and not yet taken.
    async fn meanwhile<T>(&self, work: impl Future<Output = T>) -> T {
        let (mut begun, mut outdated) = (None, HashSet::new());
        let look = async {
            loop {
                let from = self.looked_from(&mut begun).await;
                tokio::time::sleep(LOOK).await;
                let looked = match from {
                    Ok(from) => self.outdate_ahead(from, &mut outdated).await,
                    Err(error) => Err(error),
                };
                if let Err(error) = looked {
                    tracing::warn!(%error, "pages cannot be outdated");
                    tokio::time::sleep(LOOK * 4).await;
                }
            }
        };
        tokio::select! {
            done = work => done,
            never = look => never,
        }
    }

    /// Where it stands. An index that is filled forgets all pages at its end: what was before it `begun` is not looked at.
    async fn looked_from(&self, begun: &mut Option<i64>) -> Result<i64> {
        match (self.cursor.load(Ordering::SeqCst), *begun) {
            (0, Some(begun)) => Ok(begun),
            (0, None) => {
                let bound = change_bound(&self.hub.db.read()).await?;
                *begun = Some(bound);
                Ok(bound)
            }
            (cursor, _) => Ok(cursor),
        }
    }

    /// Outdates what is committed behind this place, each change once.
    async fn outdate_ahead(&self, from: i64, outdated: &mut HashSet<i64>) -> Result<()> {
        let ahead = topics_ahead(&self.hub.db, from).await?;
        let new = ahead.into_iter().filter(|(number, _)| outdated.insert(*number));
        self.outdate(&new.flat_map(|(_, topics)| topics).collect::<Vec<_>>());
        Ok(())
    }

    fn outdate(&self, topics: &[String]) {
        if !topics.is_empty() {
            self.hub.cache.outdated(topics);
        }
    }

    /// Whether nothing that is committed is left. On PostgreSQL something is as long as a transaction is open,
    /// in any database of the cluster, that began before it.
    pub async fn is_level(&self) -> Result<bool> {
        is_followed(&self.hub.db.read(), self.cursor.load(Ordering::SeqCst)).await
    }

    /// Takes everything that is committed now; answers how many changes brought the index on: none where it stayed as it
    /// was.
    pub async fn catch_up(&self) -> Result<usize> {
        let (before, mut taken) = (self.hub.index.cursor(), 0);
        let mut cursor = self.cursor.load(Ordering::SeqCst);
        if cursor == 0 {
            cursor = rebuild(&self.hub, &self.parts, |_| {}).await?;
            self.cursor.store(cursor, Ordering::SeqCst);
            taken += 1;
        }
        loop {
            let batch = changes_since(&self.hub.db, cursor, STEP).await?;
            if batch.missed || batch.changes.iter().any(|change| change.kind == REINDEX) {
                cursor = rebuild(&self.hub, &self.parts, |_| {}).await?;
                self.cursor.store(cursor, Ordering::SeqCst);
                taken += 1;
                continue;
            }
            let topics: BTreeSet<String> = batch
                .changes
                .iter()
                .flat_map(|change| change.topics.split(' '))
                .filter(|topic| !topic.is_empty())
                .map(str::to_owned)
                .collect();
            let topics: Vec<String> = topics.into_iter().collect();
            // What is restricted must go at once; pages begun before the index follows go again below.
            self.outdate(&topics);
            self.index(&batch.changes, batch.next).await?;
            self.outdate(&topics);
            cursor = batch.next;
            taken += batch.changes.len();
            self.cursor.store(cursor, Ordering::SeqCst);
            if !batch.more {
                // What nobody can follow yet may be a restriction: no page may show it meanwhile.
                self.outdate_ahead(cursor, &mut HashSet::new()).await?;
                return Ok(if self.hub.index.cursor() == before { 0 } else { taken });
            }
        }
    }
}

/// Waits while changes come one after the other, not for ever.
async fn gather(added: &watch::Receiver<u64>) {
    for _ in 0..PAUSES {
        let before = *added.borrow();
        tokio::time::sleep(GATHER).await;
        if *added.borrow() == before {
            return;
        }
    }
}

/// What is to be put into the index next, and what to be taken out.
#[derive(Default)]
struct Pending {
    entries: Vec<find::Entry>,
    gone: Vec<i64>,
}

impl Follower {
    /// Brings what changed into the index, so much at a time; where it stands is written with the last of it.
    async fn index(&self, changes: &[store::Change], next: i64) -> Result<()> {
        let mut pending = Pending::default();
        for kind in &self.parts.search {
            let kind = kind.as_ref();
            let of = |changed: &dyn Fn(&str) -> bool| -> BTreeSet<i64> {
                changes.iter().filter(|change| changed(&change.kind)).map(|change| change.item).collect()
            };
            let own: Vec<i64> = of(&|other| other == kind.kind()).into_iter().collect();
            for ids in own.chunks(CHUNK) {
                self.take(kind, ids, &mut pending).await?;
            }
            for item in of(&|other| kind.follows(other)) {
                let mut after = 0;
                loop {
                    let ids = kind.followers_of(&self.hub, item, after, CHUNK).await?;
                    let Some(last) = ids.last() else { break };
                    after = *last;
                    self.take(kind, &ids, &mut pending).await?;
                }
            }
        }
        self.apply(&mut pending, next).await
    }

    async fn take(&self, kind: &dyn SearchKind, ids: &[i64], pending: &mut Pending) -> Result<()> {
        self.apply(pending, self.hub.index.cursor()).await?;
        pending.entries = entries(&self.hub, kind, ids).await?;
        let there: BTreeSet<i64> = pending.entries.iter().map(|entry| entry.id).collect();
        pending.gone = ids.iter().copied().filter(|id| !there.contains(id)).collect();
        Ok(())
    }

    async fn apply(&self, pending: &mut Pending, cursor: i64) -> Result<()> {
        let Pending { entries, gone } = std::mem::take(pending);
        if entries.is_empty() && gone.is_empty() {
            return Ok(());
        }
        at_index(&self.hub, move |index| index.apply(entries, gone, cursor)).await
    }
}

/// Builds the index anew from the database; nothing is read from files again. Searches go on in the old one until the
/// new one is whole. Answers the cursor to go on from; `progress` is told how many things are in.
pub async fn rebuild(hub: &Hub, parts: &Parts, progress: impl Fn(usize)) -> Result<i64> {
    let bound = store::change_bound(&hub.db.read()).await?;
    let filled = match fill(hub, parts, progress).await {
        Ok(filled) => filled,
        Err(fail) => {
            at_index(hub, |index| index.forget_filling()).await?;
            return Err(fail);
        }
    };
    at_index(hub, move |index| index.show_filled(&filled, bound)).await?;
    hub.cache.forget();
    Ok(bound)
}

/// Puts everything in, unseen; answers the ids.
async fn fill(hub: &Hub, parts: &Parts, progress: impl Fn(usize)) -> Result<HashSet<i64>> {
    let mut filled = HashSet::new();
    for kind in &parts.search {
        let mut after = 0;
        loop {
            let ids = kind.ids_after(hub, after, CHUNK).await?;
            let Some(last) = ids.last() else { break };
            after = *last;
            let entries = entries(hub, kind.as_ref(), &ids).await?;
            filled.extend(entries.iter().map(|entry| entry.id));
            at_index(hub, move |index| index.fill(entries)).await?;
            progress(filled.len());
        }
    }
    Ok(filled)
}

/// The entries of these, each marked as of its kind.
async fn entries(hub: &Hub, kind: &dyn SearchKind, ids: &[i64]) -> Result<Vec<find::Entry>> {
    let mut entries = kind.entries(hub, ids).await?;
    entries.iter_mut().for_each(|entry| entry.kind = find::number(kind.kind()));
    Ok(entries)
}

/// Works on the index where it keeps no request waiting.
async fn at_index<T: Send + 'static>(
    hub: &Hub,
    work: impl FnOnce(&find::Index) -> std::result::Result<T, find::FindError> + Send + 'static,
) -> Result<T> {
    let index = hub.index.clone();
    tokio::task::spawn_blocking(move || work(&index)).await.map_err(Fail::internal)?.map_err(Fail::internal)
}
