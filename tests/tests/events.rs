//! Events are followed by name: each once, none missed, on both engines.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use async_trait::async_trait;
use base::{Actor, Fail, Result};
use chrono::TimeDelta;
use store::{Db, Engine, Event, EventFollower, Follows, Tx, Worker, following, params, tries_again};
use testkit::{both_engines, postgres_only};

use crate::store::Place;

both_engines!(
    two_nodes_follow_each_event_once_and_miss_none,
    a_node_that_dies_in_the_middle_has_done_nothing,
    an_event_that_cannot_be_taken_stops_nobody,
    what_is_away_is_waited_for,
    a_new_follower_begins_where_it_says,
    events_of_a_program_of_before_are_not_followed,
    events_of_long_ago_are_forgotten_once_everybody_has_them,
);

postgres_only!(events_wait_for_who_began_earlier, events_of_another_cluster_are_followed_on);

/// Writes down each event's subject, as often as it takes it.
#[derive(Clone, Default)]
struct Noting {
    late: bool,
    /// Events of this subject cannot be taken.
    poison: Arc<AtomicUsize>,
    /// Something that it needs is away.
    away: Arc<AtomicBool>,
    /// It comes to no end.
    stuck: Arc<AtomicBool>,
    begun: Arc<AtomicUsize>,
}

#[async_trait]
impl Follows for Noting {
    fn name(&self) -> &'static str {
        if self.late { "late" } else { "noting" }
    }

    fn begins_with_the_first(&self) -> bool {
        !self.late
    }

    async fn take(&self, tx: &Tx, event: &Event) -> Result<()> {
        let name = format!("{} {}", event.subject, tx.new_id());
        tx.exec("INSERT INTO things (id, name, at) VALUES ($1, $2, $3)", params![tx.new_id(), name, tx.now()]).await?;
        self.begun.fetch_add(1, Ordering::SeqCst);
        if self.stuck.load(Ordering::SeqCst) {
            std::future::pending::<()>().await;
        }
        if self.away.load(Ordering::SeqCst) {
            return Err(Fail::Unavailable("the other side is away".into()));
        }
        assert!(self.poison.load(Ordering::SeqCst) as i64 != event.subject, "on purpose");
        Ok(())
    }
}

fn follower(db: &Db, noting: &Noting) -> EventFollower {
    EventFollower::new(db.clone(), Arc::new(noting.clone()))
}

async fn happened(db: &Db, subjects: impl IntoIterator<Item = i64>) {
    let tx = db.begin().await.expect("a transaction");
    for subject in subjects {
        tx.event(&Actor::System, "thing.made", subject, None).await.expect("an event");
    }
    tx.commit().await.expect("committed");
}

/// The subjects that were written down, in their order.
async fn noted(db: &Db) -> Vec<i64> {
    let rows = db.read().raw("SELECT name FROM things ORDER BY id", vec![]).await.expect("rows");
    let subject = |name: String| name.split(' ').next().and_then(|first| first.parse().ok()).expect("a subject");
    rows.iter().map(|row| subject(row.get("name").expect("a name"))).collect()
}

/// Follows until nothing is left. On PostgreSQL transactions of other tests hold the end back for a moment.
async fn level(follower: &EventFollower) {
    loop {
        follower.catch_up().await.expect("it follows");
        if follower.is_level().await.expect("an answer") {
            return;
        }
        tokio::task::yield_now().await;
    }
}

async fn two_nodes_follow_each_event_once_and_miss_none(engine: Engine) {
    let place = Place::new(engine).await;
    let mut writers = Vec::new();
    for writer in 1..=6_i64 {
        let db = place.node().await;
        writers.push(tokio::spawn(async move {
            for number in 0..20 {
                let tx = db.begin().await.expect("a transaction");
                tx.event(&Actor::System, "thing.made", writer * 100 + number, None).await.expect("an event");
                tokio::task::yield_now().await;
                if number % 7 == 3 {
                    drop(tx);
                } else {
                    tx.commit().await.expect("committed");
                }
            }
        }));
    }
    let over = Arc::new(AtomicBool::new(false));
    let mut followers = Vec::new();
    for _ in 0..2 {
        let (follower, over) = (follower(&place.node().await, &Noting::default()), over.clone());
        followers.push(tokio::spawn(async move {
            while !over.load(Ordering::SeqCst) {
                follower.catch_up().await.expect("it follows");
                tokio::task::yield_now().await;
            }
            level(&follower).await;
        }));
    }
    for writer in writers {
        writer.await.expect("a writer ends");
    }
    over.store(true, Ordering::SeqCst);
    for follower in followers {
        follower.await.expect("a follower ends");
    }
    let db = place.node().await;
    let noted = noted(&db).await;
    let expected: BTreeSet<i64> =
        (1..=6).flat_map(|writer| (0..20).filter(|n| n % 7 != 3).map(move |n| writer * 100 + n)).collect();
    assert_eq!(noted.len(), expected.len(), "each once: {noted:?}");
    assert_eq!(noted.iter().copied().collect::<BTreeSet<_>>(), expected);
    for writer in 1..=6 {
        let own: Vec<i64> = noted.iter().copied().filter(|subject| subject / 100 == writer).collect();
        assert!(own.is_sorted(), "in the order in which they were done: {own:?}");
    }
    assert_eq!(following(&db.read()).await.expect("who follows")[0].aside, 0);
}

async fn a_node_that_dies_in_the_middle_has_done_nothing(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    happened(&db, 1..=70).await;
    let dying = Noting::default();
    dying.stuck.store(true, Ordering::SeqCst);
    let dead = follower(&place.node().await, &dying);
    let task = tokio::spawn(async move { dead.catch_up().await });
    while dying.begun.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    task.abort();
    assert!(task.await.expect_err("it is gone").is_cancelled());
    level(&follower(&db, &Noting::default())).await;
    assert_eq!(noted(&db).await, (1..=70).collect::<Vec<_>>());
}

async fn an_event_that_cannot_be_taken_stops_nobody(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let noting = Noting::default();
    noting.poison.store(7, Ordering::SeqCst);
    happened(&db, 1..=60).await;
    level(&follower(&db, &noting)).await;
    let others: Vec<i64> = (1..=60).filter(|subject| *subject != 7).collect();
    assert_eq!(noted(&db).await, others, "of what failed nothing is left");
    let aside = async || following(&db.read()).await.expect("who follows")[0].aside;
    assert_eq!(aside().await, 1);
    // It is tried again for itself, and shown to a person in the end.
    let worker = Worker::new(db.clone(), "node".into(), vec![tries_again(&db, vec![Arc::new(noting.clone())])]);
    for _ in 0..8 {
        worker.drain().await.expect("it tried");
        place.clock.jump(TimeDelta::minutes(11));
    }
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 1));
    assert_eq!((noted(&db).await.len(), aside().await), (others.len(), 1));
    // Once the mistake is mended, a press brings it; and never twice.
    noting.poison.store(0, Ordering::SeqCst);
    let tx = db.begin().await.expect("a transaction");
    store::retry_all_jobs(&tx).await.expect("once more");
    tx.commit().await.expect("committed");
    worker.drain().await.expect("done");
    level(&follower(&db, &noting)).await;
    assert_eq!(noted(&db).await.last(), Some(&7));
    assert_eq!((noted(&db).await.len(), aside().await), (60, 0));
}

async fn what_is_away_is_waited_for(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let noting = Noting::default();
    noting.away.store(true, Ordering::SeqCst);
    happened(&db, 1..=3).await;
    let follower = follower(&db, &noting);
    while noting.begun.load(Ordering::SeqCst) == 0 {
        let tried = follower.catch_up().await;
        assert!(matches!(tried, Ok(0) | Err(Fail::Unavailable(_))), "{tried:?}");
        tokio::task::yield_now().await;
    }
    assert!(noted(&db).await.is_empty());
    noting.away.store(false, Ordering::SeqCst);
    level(&follower).await;
    assert_eq!(noted(&db).await, [1, 2, 3], "in their order");
    // What is away for good is set aside as well: the others are not kept waiting.
    noting.away.store(true, Ordering::SeqCst);
    happened(&db, [4]).await;
    while !follower.is_level().await.expect("an answer") {
        let _ = follower.catch_up().await;
        tokio::task::yield_now().await;
    }
    assert_eq!(following(&db.read()).await.expect("who follows")[0].aside, 1);
}

async fn a_new_follower_begins_where_it_says(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    happened(&db, [1]).await;
    let late = follower(&db, &Noting { late: true, ..Noting::default() });
    // Where the event before is settled; transactions of other tests hold that back for a moment.
    let first = follower(&db, &Noting::default());
    level(&first).await;
    assert_eq!(noted(&db).await, [1]);
    late.begin().await.expect("a place");
    happened(&db, [2]).await;
    late.begin().await.expect("it has its place");
    level(&late).await;
    assert_eq!(noted(&db).await, [1, 2]);
    let all = following(&db.read()).await.expect("who follows");
    assert_eq!(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["late", "noting"]);
    assert!(all[0].since.is_none() && all[1].since.is_some(), "{all:?}");
}

async fn events_of_a_program_of_before_are_not_followed(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    let text = "INSERT INTO events (id, at, kind, subject) VALUES ($1, $2, 'thing.made', 1)";
    tx.exec(text, params![tx.new_id(), tx.now()]).await.expect("a row as it was written before");
    tx.event_with(&Actor::System, "thing.made", 2, None, &vec![1, 2]).await.expect("an event");
    tx.commit().await.expect("committed");
    level(&follower(&db, &Noting::default())).await;
    assert_eq!(noted(&db).await, [2]);
    let id = db.read().number("SELECT id AS n FROM events WHERE subject = 2", vec![]).await.expect("an id");
    let event = Event::find(&db.read(), id).await.expect("an answer").expect("the event");
    assert_eq!(event.data::<Vec<i64>>().expect("its data"), [1, 2]);
}

async fn events_of_long_ago_are_forgotten_once_everybody_has_them(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let follower = follower(&db, &Noting::default());
    follower.begin().await.expect("a place");
    happened(&db, 1..=3).await;
    place.clock.jump(store::EVENTS_KEPT + TimeDelta::days(1));
    let forget = async || {
        let tx = db.begin().await.expect("a transaction");
        let forgotten = tx.forget_old_events().await.expect("tidied up");
        tx.commit().await.expect("committed");
        forgotten
    };
    assert_eq!(forget().await, 0, "nobody has taken them");
    level(&follower).await;
    happened(&db, [4]).await;
    assert_eq!(forget().await, 3);
    level(&follower).await;
    place.clock.jump(store::EVENTS_KEPT + TimeDelta::days(1));
    assert_eq!(forget().await, 0, "numbers go on from the last one");
    happened(&db, [5]).await;
    level(&follower).await;
    assert_eq!(noted(&db).await, [1, 2, 3, 4, 5]);
}

async fn events_wait_for_who_began_earlier() {
    let place = Place::new(Engine::Postgres).await;
    let db = place.node().await;
    let follower = follower(&db, &Noting::default());
    let early = db.begin().await.expect("a transaction");
    early.event(&Actor::System, "thing.made", 1, None).await.expect("an event");
    happened(&place.node().await, [2]).await;
    assert_eq!(follower.catch_up().await.expect("it follows"), 0, "the later one must wait");
    assert!(!follower.is_level().await.expect("an answer"), "and nobody believes to be there");
    early.commit().await.expect("committed");
    level(&follower).await;
    assert_eq!(noted(&db).await, [1, 2]);
}

async fn events_of_another_cluster_are_followed_on() {
    let place = Place::new(Engine::Postgres).await;
    let db = place.node().await;
    happened(&db, [1]).await;
    let noting = Noting::default();
    level(&follower(&db, &noting)).await;
    happened(&db, [2]).await;
    // As a restore leaves it: of a cluster that had counted much further. One was taken there, the other was not.
    let tx = db.begin().await.expect("a transaction");
    for table in ["events", "event_followers"] {
        tx.exec(&format!("UPDATE {table} SET position = position + 1000000000"), vec![]).await.expect("moved");
    }
    tx.commit().await.expect("committed");
    happened(&db, [3]).await;
    level(&follower(&db, &noting)).await;
    assert_eq!(noted(&db).await.iter().copied().collect::<BTreeSet<_>>(), BTreeSet::from([1, 2, 3]));
    assert_eq!(noted(&db).await.len(), 3, "none twice");
    assert_eq!(
        db.read().number("SELECT COUNT(*) AS n FROM events WHERE position IS NULL", vec![]).await.expect("a number"),
        1
    );
}
