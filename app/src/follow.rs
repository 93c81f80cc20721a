//! The follower: reads the change table with this node's own cursor, and brings the search index
//! and the finished pages up to date.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use base::{Fail, Result};
use store::{changes_since, is_followed, topics_ahead};
use tokio::sync::watch;
use web::Hub;

/// Changes taken in one step.
const STEP: usize = 500;
/// How often an idle node looks for changes of other nodes.
const LOOK: Duration = Duration::from_millis(500);
/// Things put into a new index in one step.
const REBUILD_STEP: usize = 200;

/// The kind of change that asks every node to build its index anew.
pub const REINDEX: &str = "reindex";

/// Follows the change table.
pub struct Follower {
    hub: Hub,
    cursor: AtomicI64,
}

impl Follower {
    /// From where the index stands.
    pub fn new(hub: Hub) -> Follower {
        let cursor = AtomicI64::new(hub.index.cursor());
        Follower { hub, cursor }
    }

    /// Follows until `stop` is true.
    pub async fn run(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            match self.catch_up().await {
                Ok(()) => {}
                Err(error) => {
                    tracing::warn!(%error, "the search index cannot follow");
                    tokio::select! {
                        () = tokio::time::sleep(LOOK * 4) => {}
                        _ = stop.changed() => {}
                    }
                }
            }
            tokio::select! {
                () = self.hub.db.change_added() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stop.changed() => {}
            }
        }
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

    /// Takes everything that is committed now.
    pub async fn catch_up(&self) -> Result<()> {
        let mut cursor = self.cursor.load(Ordering::SeqCst);
        if cursor == 0 {
            cursor = rebuild(&self.hub, |_| {}).await?;
            self.cursor.store(cursor, Ordering::SeqCst);
        }
        loop {
            let batch = changes_since(&self.hub.db, cursor, STEP).await?;
            if batch.missed || batch.changes.iter().any(|change| change.kind == REINDEX) {
                cursor = rebuild(&self.hub, |_| {}).await?;
                self.cursor.store(cursor, Ordering::SeqCst);
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
            let mut ids: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
            for change in &batch.changes {
                ids.entry(change.kind.as_str()).or_default().insert(change.item);
            }
            let (mut upserts, mut deletes) = (Vec::new(), Vec::new());
            for kind in &self.hub.parts.search {
                let mut own = ids.get(kind.kind()).cloned().unwrap_or_default();
                for change in batch.changes.iter().filter(|change| change.kind != kind.kind()) {
                    own.extend(kind.follows(&self.hub, &change.kind, change.item).await?);
                }
                if own.is_empty() {
                    continue;
                }
                let ids: Vec<i64> = own.into_iter().collect();
                let entries = kind.entries(&self.hub, &ids).await?;
                deletes.extend(ids.iter().filter(|id| !entries.iter().any(|entry| entry.id == **id)));
                upserts.extend(entries);
            }
            if !upserts.is_empty() || !deletes.is_empty() {
                let (index, next) = (self.hub.index.clone(), batch.next);
                tokio::task::spawn_blocking(move || index.apply(upserts, deletes, next))
                    .await
                    .map_err(Fail::internal)?
                    .map_err(Fail::internal)?;
            }
            self.outdate(&topics);
            cursor = batch.next;
            self.cursor.store(cursor, Ordering::SeqCst);
            if !batch.more {
                // What nobody can follow yet may be a restriction: no page may show it meanwhile.
                self.outdate(&topics_ahead(&self.hub.db, cursor).await?);
                return Ok(());
            }
        }
    }
}

/// Builds the index anew from the database; nothing is read from files again. Answers the cursor to
/// go on from; `progress` is told how many things are in.
pub async fn rebuild(hub: &Hub, progress: impl Fn(usize)) -> Result<i64> {
    let bound = store::change_bound(&hub.db.read()).await?;
    let index = hub.index.clone();
    tokio::task::spawn_blocking(move || index.clear()).await.map_err(Fail::internal)?.map_err(Fail::internal)?;
    let mut done = 0;
    for kind in &hub.parts.search {
        let mut after = 0;
        loop {
            let ids = kind.ids_after(hub, after, REBUILD_STEP).await?;
            let Some(last) = ids.last() else { break };
            after = *last;
            let entries = kind.entries(hub, &ids).await?;
            done += entries.len();
            let index = hub.index.clone();
            // Cursor 0 until the end: broken off, it begins again.
            tokio::task::spawn_blocking(move || index.apply(entries, Vec::new(), 0))
                .await
                .map_err(Fail::internal)?
                .map_err(Fail::internal)?;
            progress(done);
        }
    }
    let index = hub.index.clone();
    tokio::task::spawn_blocking(move || index.apply(Vec::new(), Vec::new(), bound))
        .await
        .map_err(Fail::internal)?
        .map_err(Fail::internal)?;
    hub.cache.forget();
    Ok(bound)
}
