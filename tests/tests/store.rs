//! What the ground promises, on both engines: jobs, changes, times, conflicts, throttles.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use base::{Actor, Clock, Fail, Result, SystemClock, Time};
use chrono::{TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use store::{
    Condition, Db, Does, Done, Engine, Insert, Limit, Migration, Payload, Queue, Statement, Update, Worker,
    changes_since, handler, migrate, params,
};
use tempfile::TempDir;
use testkit::{TestClock, both_engines, fresh_database, postgres_only};

both_engines!(
    each_job_is_done_exactly_once,
    a_job_that_fails_waits_longer_each_time_and_is_laid_out,
    a_job_of_a_node_that_died_is_done,
    what_is_away_for_a_day_costs_no_job,
    a_job_of_ten_minutes_runs_once,
    a_worker_that_stops_holds_no_job_back,
    a_job_claimed_ahead_is_handed_back,
    a_job_s_end_is_noted_whatever_is_heard_of_it,
    letters_pass_before_everything_else,
    a_job_that_waits_for_its_time_is_done_then,
    a_kind_that_nobody_knows_waits_for_who_does,
    one_of_this_at_a_time,
    a_clock_that_was_wrong_holds_no_job_back,
    a_schedule_is_kept_by_one_of_all_nodes,
    a_follower_misses_nothing,
    a_follower_that_was_away_too_long_is_told,
    times_keep_their_order,
    an_upsert_answers_its_row,
    rules_of_the_tables_are_conflicts,
    what_is_not_committed_never_was,
    a_read_then_write_waits_for_its_turn,
    a_long_question_ends_no_transaction,
    a_throttle_counts_within_its_time,
    a_form_sent_twice_conflicts,
    migrations_only_grow,
    an_engine_says_what_it_does_not_understand,
    what_is_put_together_runs_as_it_is_counted,
);

const TABLES: Migration = Migration {
    name: "20270101_000000_test",
    sql: "CREATE TABLE things (\n    id BIGINT PRIMARY KEY,\n    name TEXT NOT NULL UNIQUE,\n    at {time} NOT NULL\n);\n\
          CREATE TABLE parts (\n    id BIGINT PRIMARY KEY,\n    thing BIGINT NOT NULL REFERENCES things (id)\n);\n",
};

/// A database with its tables; more than one node can open it.
pub struct Place {
    _folder: TempDir,
    url: String,
    pub clock: Arc<TestClock>,
}

impl Place {
    /// With the tables of the store and two of the tests' own.
    pub async fn new(engine: Engine) -> Place {
        let folder = tempfile::tempdir().expect("a folder");
        let url = match engine {
            Engine::Sqlite => folder.path().join("test.db").to_string_lossy().into_owned(),
            Engine::Postgres => fresh_database(None).await,
        };
        let place = Place { _folder: folder, url, clock: Arc::new(TestClock::after_start(0)) };
        migrate(&place.node().await, steps()).await.expect("the tables are made");
        place
    }

    /// A node with connections of its own, as another process has.
    pub async fn node(&self) -> Db {
        Db::open(&self.url, self.clock.clone()).await.expect("the database opens")
    }
}

fn steps() -> Vec<Migration> {
    store::MIGRATIONS.iter().copied().chain([TABLES]).collect()
}

async fn thing(db: &Db, id: i64, name: &str) -> Result<()> {
    let tx = db.begin().await?;
    tx.exec("INSERT INTO things (id, name, at) VALUES ($1, $2, $3)", params![id, name, tx.now()]).await?;
    tx.commit().await
}

async fn count(db: &Db, table: &str) -> i64 {
    db.read().number(&format!("SELECT COUNT(*) AS n FROM {table}"), vec![]).await.expect("a number")
}

/// Asks for a note.
#[derive(Serialize, Deserialize)]
struct Note(i64);

impl Payload for Note {
    const KIND: &'static str = "note";
    const QUEUE: Queue = Queue::Work;
}

/// Notes what it did.
#[derive(Clone, Default)]
struct Noting {
    done: Arc<Mutex<BTreeMap<i64, usize>>>,
}

#[async_trait]
impl Does<Note> for Noting {
    async fn work(&self, Note(number): Note, _id: i64) -> Result<Done> {
        tokio::task::yield_now().await;
        *self.done.lock().expect("nobody panicked").entry(number).or_default() += 1;
        Ok(Done::Yes)
    }
}

async fn each_job_is_done_exactly_once(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    for number in 0..60 {
        tx.enqueue(&Note(number)).await.expect("a job");
    }
    tx.commit().await.expect("committed");
    let noted = Noting::default();
    let mut workers = Vec::new();
    for number in 0..4 {
        // Each with connections of its own, as another process has.
        let worker = Worker::new(place.node().await, format!("node-{number}"), vec![handler::<Note>(noted.clone())]);
        workers.push(tokio::spawn(async move { worker.drain().await.expect("jobs are done") }));
    }
    let mut done = 0;
    for worker in workers {
        done += worker.await.expect("a worker ends");
    }
    let noted = noted.done.lock().expect("nobody panicked").clone();
    assert_eq!((done, noted.len()), (60, 60));
    assert!(noted.values().all(|times| *times == 1), "{noted:?}");
    assert_eq!(count(&db, "jobs").await, 0);
}

/// Asks for what never comes to an end it likes.
#[derive(Serialize, Deserialize)]
struct Hopeless;

impl Payload for Hopeless {
    const KIND: &'static str = "fail";
    const QUEUE: Queue = Queue::Letters;
}

/// Fails in its way, and counts.
#[derive(Clone)]
struct Failing {
    tries: Arc<AtomicUsize>,
    away: bool,
}

#[async_trait]
impl Does<Hopeless> for Failing {
    async fn work(&self, _job: Hopeless, _id: i64) -> Result<Done> {
        self.tries.fetch_add(1, Ordering::SeqCst);
        Err(if self.away { Fail::Unavailable("the other side is away".into()) } else { Fail::internal("a mistake") })
    }
}

async fn a_job_that_fails_waits_longer_each_time_and_is_laid_out(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue(&Hopeless).await.expect("a job");
    tx.commit().await.expect("committed");
    let failing = Failing { tries: Arc::default(), away: false };
    let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Hopeless>(failing.clone())]);
    let mut pauses = Vec::new();
    for _ in 0..8 {
        let before = failing.tries.load(Ordering::SeqCst);
        worker.drain().await.expect("it tried");
        assert_eq!(failing.tries.load(Ordering::SeqCst), before + 1, "once, then it waits");
        let mut pause = TimeDelta::zero();
        while store::job_counts(&db.read()).await.expect("counts") == (1, 0) && worker_is_early(&db, &place.clock).await
        {
            place.clock.jump(TimeDelta::seconds(5));
            pause += TimeDelta::seconds(5);
        }
        pauses.push(pause);
    }
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 1));
    assert!(pauses[..6].windows(2).all(|pair| pair[0] < pair[1]), "{pauses:?}");
    let dead = store::listed_jobs(&db.read(), 1, 0).await.expect("dead letters");
    assert!(dead[0].last_error.as_deref().is_some_and(|reason| reason.contains("a mistake")), "{dead:?}");
    let tx = db.begin().await.expect("a transaction");
    store::retry_job(&tx, dead[0].id).await.expect("once more");
    tx.commit().await.expect("committed");
    worker.drain().await.expect("it tried");
    assert_eq!(failing.tries.load(Ordering::SeqCst), 9);
}

/// Is the only job not due yet?
async fn worker_is_early(db: &Db, clock: &TestClock) -> bool {
    db.read().number("SELECT COUNT(*) AS n FROM jobs WHERE run_at > $1", params![clock.now()]).await.expect("a number")
        == 1
}

async fn a_job_of_a_node_that_died_is_done(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue(&Note(1)).await.expect("a job");
    tx.enqueue(&Note(2)).await.expect("a job");
    tx.exec(
        "UPDATE jobs SET holder = 'dead', attempts = 1, locked_until = $1",
        params![tx.now() + TimeDelta::minutes(5)],
    )
    .await
    .expect("held");
    tx.commit().await.expect("committed");
    let noted = Noting::default();
    let other = Worker::new(db.clone(), "alive".into(), vec![handler::<Note>(noted.clone())]);
    assert_eq!(other.drain().await.expect("nothing is due"), 0);
    // The same node, started again, takes back at once what it held.
    let same = Worker::new(db.clone(), "dead".into(), vec![handler::<Note>(noted.clone())]);
    assert_eq!(same.take_back().await.expect("taken back"), 2);
    assert_eq!(same.drain().await.expect("done"), 2);
    // Another one waits until the hold is over.
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue(&Note(3)).await.expect("a job");
    tx.exec("UPDATE jobs SET holder = 'gone', locked_until = $1", params![tx.now() + TimeDelta::minutes(5)])
        .await
        .expect("held");
    tx.commit().await.expect("committed");
    place.clock.jump(TimeDelta::minutes(6));
    assert_eq!(other.drain().await.expect("done"), 1);
}

async fn a_follower_misses_nothing(engine: Engine) {
    let place = Place::new(engine).await;
    let mut writers = Vec::new();
    for writer in 0..6_i64 {
        let db = place.node().await;
        writers.push(tokio::spawn(async move {
            for number in 0..20 {
                let tx = db.begin().await.expect("a transaction");
                tx.changed("thing", writer * 100 + number, false, &[]).await.expect("a change");
                tokio::task::yield_now().await;
                if number % 7 == 3 {
                    drop(tx);
                } else {
                    tx.commit().await.expect("committed");
                }
            }
        }));
    }
    let (db, mut cursor, mut seen) = (place.node().await, 0, std::collections::BTreeSet::new());
    let mut finished = false;
    loop {
        let batch = changes_since(&db, cursor, 7).await.expect("changes");
        seen.extend(batch.changes.iter().map(|change| change.item));
        assert!(batch.next >= cursor, "the cursor goes back");
        cursor = batch.next;
        // On PostgreSQL transactions of other tests hold the end back for a moment.
        if finished && store::is_followed(&db.read(), cursor).await.expect("an answer") {
            break;
        }
        finished = writers.iter().all(tokio::task::JoinHandle::is_finished);
        tokio::task::yield_now().await;
    }
    for writer in writers {
        writer.await.expect("a writer ends");
    }
    let expected: std::collections::BTreeSet<i64> =
        (0..6).flat_map(|writer| (0..20).filter(|n| n % 7 != 3).map(move |n| writer * 100 + n)).collect();
    assert_eq!(seen, expected);
}

// On SQLite there is one writer: nobody can begin earlier and end later.
postgres_only!(
    a_follower_waits_for_who_began_earlier,
    pages_go_before_their_change_can_be_followed,
    changes_of_another_cluster_are_forgotten,
);

async fn a_follower_waits_for_who_began_earlier() {
    let place = Place::new(Engine::Postgres).await;
    let db = place.node().await;
    let early = db.begin().await.expect("a transaction");
    early.changed("thing", 1, false, &[]).await.expect("a change");
    let late = place.node().await;
    let tx = late.begin().await.expect("a transaction");
    tx.changed("thing", 2, false, &[]).await.expect("a change");
    tx.commit().await.expect("committed");
    let batch = changes_since(&db, 0, 10).await.expect("changes");
    assert!(batch.changes.is_empty(), "the later one must wait: {batch:?}");
    early.commit().await.expect("committed");
    // Other tests' transactions on the same server may still be open.
    let mut seen = Vec::new();
    let mut cursor = batch.next;
    while seen.len() < 2 {
        let batch = changes_since(&db, cursor, 10).await.expect("changes");
        seen.extend(batch.changes.iter().map(|change| change.item));
        cursor = batch.next;
        tokio::task::yield_now().await;
    }
    assert_eq!(seen, [1, 2]);
}

#[derive(Debug, PartialEq)]
struct At {
    at: Time,
}
store::from_row!(At: at);

async fn a_follower_that_was_away_too_long_is_told(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let change = async |item: i64| {
        let tx = db.begin().await.expect("a transaction");
        tx.changed("thing", item, false, &[]).await.expect("a change");
        tx.commit().await.expect("committed");
    };
    let begun = changes_since(&db, 0, 10).await.expect("changes").next;
    change(1).await;
    change(2).await;
    // Transactions of others may still be open on the same server: what comes after them waits.
    let follow = async || loop {
        let batch = changes_since(&db, begun, 10).await.expect("changes");
        if batch.missed || batch.changes.iter().any(|change| change.item == 2) {
            return batch;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(follow().await.changes.len(), 2);
    // As many changes later as are remembered; numbered, not made.
    let tx = db.begin().await.expect("a transaction");
    tx.exec("UPDATE changes SET seq = $1 WHERE item = 2", params![store::KEPT]).await.expect("a row");
    tx.commit().await.expect("committed");
    let tidy = async || {
        let tx = db.begin().await.expect("a transaction");
        tx.forget_old_changes().await.expect("tidied up");
        tx.commit().await.expect("committed");
    };
    tidy().await;
    assert!(!follow().await.missed, "as many as are remembered");
    let tx = db.begin().await.expect("a transaction");
    tx.exec("UPDATE changes SET seq = seq + 1 WHERE item = 2", vec![]).await.expect("a row");
    tx.commit().await.expect("committed");
    tidy().await;
    let late = follow().await;
    assert!(late.missed && late.changes.is_empty(), "{late:?}");
    let now = changes_since(&db, late.next, 10).await.expect("changes");
    assert!(!now.missed && now.changes.is_empty(), "{now:?}");
}

async fn times_keep_their_order(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let base = Utc.with_ymd_and_hms(2026, 11, 21, 9, 59, 20).single().expect("a time");
    let micros = [0, 1, 100_000, 120_000, 123_456, 900_000, 999_999, 1_000_000, 40_000_000];
    let times: Vec<Time> = micros.iter().map(|micros| base + TimeDelta::microseconds(*micros)).collect();
    let tx = db.begin().await.expect("a transaction");
    for (id, time) in times.iter().enumerate().rev() {
        tx.exec("INSERT INTO things (id, name, at) VALUES ($1, $2, $3)", params![id as i64, id.to_string(), *time])
            .await
            .expect("a row");
    }
    tx.commit().await.expect("committed");
    let found: Vec<At> = db.read().all("SELECT at FROM things ORDER BY at", vec![]).await.expect("rows");
    assert_eq!(
        found.into_iter().map(|row| row.at).collect::<Vec<_>>(),
        times,
        "sorted, and as they were to the microsecond"
    );
    let before = db
        .read()
        .number("SELECT COUNT(*) AS n FROM things WHERE at < $1", params![base + TimeDelta::microseconds(120_000)])
        .await;
    assert_eq!(before.expect("a number"), 3);
}

async fn an_engine_says_what_it_does_not_understand(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let sql = db.read();
    sql.understands("INSERT INTO things (id, name, at) VALUES ($1, $2, $3)").await.expect("it is prepared only");
    let foreign = match engine {
        Engine::Sqlite => "SELECT pg_notify('hub', 'jobs')",
        Engine::Postgres => "SELECT name FROM things ORDER BY name COLLATE NOCASE",
    };
    for wrong in [foreign, "SELECT nothing FROM things", "SELECT id FROM nowhere"] {
        assert!(sql.understands(wrong).await.is_err(), "{wrong}");
    }
    assert_eq!(sql.number("SELECT COUNT(*) AS n FROM things", vec![]).await.expect("it reads on"), 0);
}

async fn what_is_put_together_runs_as_it_is_counted(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    let now = tx.now();
    let mut things = Insert::into("things");
    for (id, name) in [(1_i64, "one"), (2, "two"), (3, "why?")] {
        things = things.row().set("id", id).set("name", name).set("at", now);
    }
    assert_eq!(things.exec(&tx).await.expect("rows"), 3);
    let renamed = Update::of("things").set("name", "TWO").set("at", now + TimeDelta::hours(1));
    assert_eq!(renamed.when("id = ?", 2_i64).exec(&tx).await.expect("a row"), 1);
    tx.commit().await.expect("committed");
    let asked = |names: &[&str]| {
        let named = Condition::among("name", names.iter().copied());
        let odd = Condition::new("name LIKE '%?'", ());
        Statement::new("SELECT COUNT(*) AS n FROM things", ())
            .when("at < ?", now + TimeDelta::days(1))
            .meets(named.or(odd))
    };
    assert_eq!(asked(&["one", "two", "TWO"]).number(&db.read()).await.expect("a number"), 3);
    assert_eq!(asked(&[]).when("id < ?", 3_i64).number(&db.read()).await.expect("a number"), 0);
}

async fn an_upsert_answers_its_row(engine: Engine) {
    struct Row {
        id: i64,
        name: String,
        at: Time,
    }
    store::from_row!(Row: id, name, at);
    let place = Place::new(engine).await;
    let db = place.node().await;
    for id in [1_i64, 2] {
        let tx = db.begin().await.expect("a transaction");
        let now = tx.now();
        let row: Row = tx
            .one(
                "INSERT INTO things (id, name, at) VALUES ($1, 'same', $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at RETURNING id, name, at",
                params![id, now],
            )
            .await
            .expect("the row");
        assert_eq!((row.id, row.name.as_str(), row.at), (1, "same", now));
        tx.commit().await.expect("committed");
    }
    assert_eq!(count(&db, "things").await, 1);
}

async fn rules_of_the_tables_are_conflicts(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    thing(&db, 1, "one").await.expect("a row");
    let taken = |outcome: Result<()>| match outcome {
        Err(Fail::Taken(rule)) => rule,
        other => panic!("{other:?}"),
    };
    assert_eq!(taken(thing(&db, 1, "two").await), "things.id", "the same key");
    assert_eq!(taken(thing(&db, 2, "one").await), "things.name", "the same name");
    let tx = db.begin().await.expect("a transaction");
    let orphan = tx.exec("INSERT INTO parts (id, thing) VALUES (1, 99)", vec![]).await;
    assert!(matches!(orphan, Err(Fail::Conflict(_))), "{orphan:?}");
    drop(tx);
    assert_eq!(count(&db, "things").await, 1);
}

async fn what_is_not_committed_never_was(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    tx.exec("INSERT INTO things (id, name, at) VALUES (1, 'one', $1)", params![tx.now()]).await.expect("a row");
    tx.event(&Actor::System, "thing.made", 1, None).await.expect("an event");
    tx.enqueue(&Note(1)).await.expect("a job");
    tx.changed("thing", 1, false, &["things".into()]).await.expect("a change");
    tx.audit(&Actor::System, store::Act::new("thing.made"), "1", "").await.expect("a record");
    assert_eq!(count(&db, "things").await, 0, "nobody else sees it yet");
    drop(tx);
    for table in ["things", "events", "jobs", "changes", "audit"] {
        assert_eq!(count(&db, table).await, 0, "{table}");
    }
    thing(&db, 1, "one").await.expect("the writer's place is free again");
}

async fn a_read_then_write_waits_for_its_turn(engine: Engine) {
    let place = Place::new(engine).await;
    thing(&place.node().await, 1, "0").await.expect("a row");
    let mut writers = Vec::new();
    for _ in 0..8 {
        let db = place.node().await;
        writers.push(tokio::spawn(async move {
            for _ in 0..5 {
                let tx = db.begin().await.expect("a turn");
                let id = tx.new_id();
                let seen = tx.number("SELECT COUNT(*) AS n FROM things", vec![]).await.expect("a number");
                tx.exec(
                    "INSERT INTO things (id, name, at) VALUES ($1, $2, $3)",
                    params![id, format!("{id} {seen}"), tx.now()],
                )
                .await
                .expect("a row");
                tx.commit().await.expect("committed");
            }
        }));
    }
    for writer in writers {
        writer.await.expect("no writer was turned away");
    }
    assert_eq!(count(&place.node().await, "things").await, 41);
}

async fn a_long_question_ends_no_transaction(engine: Engine) {
    const LONG: &str = "SELECT COUNT(*) AS n FROM (WITH RECURSIVE n (i) AS \
        (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT i FROM n) AS counted";
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a turn");
    let made = "INSERT INTO things (id, name, at) VALUES ($1, $2, $3)";
    tx.exec(made, params![1, "before", tx.now()]).await.expect("a row");
    // What is broken off on the thread that asks is asked again where it may take its time.
    assert_eq!(tx.number(LONG, vec![]).await.expect("a number"), 200_000);
    let seen = tx.number("SELECT COUNT(*) AS n FROM things", vec![]).await.expect("a number");
    assert_eq!(seen, 1, "what was written before is there still");
    tx.exec("UPDATE things SET name = $2 WHERE id = $1", params![1, "behind"]).await.expect("a change");
    tx.commit().await.expect("committed");
    assert_eq!(
        db.read().number("SELECT COUNT(*) AS n FROM things WHERE name = 'behind'", vec![]).await.expect("one"),
        1
    );
    // A question that fails does end it.
    let tx = db.begin().await.expect("a turn");
    tx.exec(made, params![2, "lost", tx.now()]).await.expect("a row");
    assert!(tx.number("SELECT n FROM nowhere", vec![]).await.is_err());
    assert!(tx.exec(made, params![3, "lost too", tx.now()]).await.is_err());
    assert!(tx.commit().await.is_err());
    assert_eq!(count(&db, "things").await, 1);
}

async fn a_throttle_counts_within_its_time(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let limit = Limit { tries: 3, within: TimeDelta::minutes(10) };
    // Each time as a process that remembers nothing: the rows decide.
    let pass = async |door: &'static str| store::Guard::default().pass(&db, &[(door, limit)]).await;
    for _ in 0..3 {
        pass("door").await.expect("it passes");
    }
    let wait = match pass("door").await {
        Err(Fail::TooMany(seconds)) => seconds,
        other => panic!("{other:?}"),
    };
    assert!((590..=600).contains(&wait), "{wait}");
    pass("other door").await.expect("another name passes");
    place.clock.jump(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    pass("door").await.expect("the time is over");
    for _ in 0..2 {
        pass("door").await.expect("it passes");
    }
    assert!(pass("door").await.is_err());
    let tx = db.begin().await.expect("a transaction");
    tx.forgive("door").await.expect("forgiven");
    tx.commit().await.expect("committed");
    pass("door").await.expect("it passes again");
}

async fn a_form_sent_twice_conflicts(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    store::remember(&tx, &Actor::System, "token", "/somewhere").await.expect("kept");
    tx.commit().await.expect("committed");
    let tx = db.begin().await.expect("a transaction");
    assert_eq!(
        store::outcome_of(&tx, &Actor::System, "token").await.expect("an answer").as_deref(),
        Some("/somewhere")
    );
    let again = store::remember(&tx, &Actor::System, "token", "/elsewhere").await;
    assert!(matches!(&again, Err(Fail::Taken(rule)) if rule == store::FORM_SENT), "{again:?}");
}

async fn migrations_only_grow(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    assert_eq!(migrate(&db, steps()).await.expect("nothing to do"), 0);
    let early = Migration { name: "20250101_000000_early", sql: "CREATE TABLE early (id BIGINT);\n" };
    let fail =
        migrate(&db, steps().into_iter().chain([early]).collect()).await.expect_err("it is too late").to_string();
    assert!(fail.contains("20250101_000000_early"), "{fail}");
    let fail = migrate(&db, store::MIGRATIONS.to_vec()).await.expect_err("the data are newer").to_string();
    assert!(fail.contains("newer program"), "{fail}");
    let late =
        Migration { name: "20270102_000000_late", sql: "CREATE TABLE late (id BIGINT);\nCREATE TABLE wrong (;\n" };
    migrate(&db, steps().into_iter().chain([late]).collect()).await.expect_err("it is wrong");
    assert!(db.read().number("SELECT COUNT(*) AS n FROM late", vec![]).await.is_err(), "half a step was made");
}

async fn changes_of_another_cluster_are_forgotten() {
    let place = Place::new(Engine::Postgres).await;
    let db = place.node().await;
    let tx = db.begin().await.expect("a transaction");
    tx.changed("thing", 1, true, &["thing".into()]).await.expect("a change");
    tx.commit().await.expect("committed");
    let end = store::changes_end(&db.read(), "thing").await.expect("an end");
    let tx = db.begin().await.expect("a transaction");
    let far = "INSERT INTO changes (kind, item, restricts, topics, position) SELECT 'thing', 2, TRUE, 'thing', CAST($1 AS BIGINT)";
    tx.exec(far, vec![(end + 1_000_000_000).into()]).await.expect("a row as a restore leaves it");
    tx.commit().await.expect("committed");
    assert_eq!(store::changes_end(&db.read(), "thing").await.expect("an end"), end, "nobody waits for it");
    let tx = db.begin().await.expect("a transaction");
    tx.forget_foreign_changes().await.expect("forgotten");
    tx.commit().await.expect("committed");
    let left =
        db.read().number("SELECT CAST(SUM(item) AS BIGINT) AS n FROM changes WHERE kind = 'thing'", vec![]).await;
    assert_eq!(left.expect("a number"), 1, "its own change stays");
}

async fn pages_go_before_their_change_can_be_followed() {
    let place = Place::new(Engine::Postgres).await;
    let db = place.node().await;
    let early = db.begin().await.expect("a transaction");
    early.changed("thing", 1, false, &["early".into()]).await.expect("a change");
    let other = place.node().await;
    let tx = other.begin().await.expect("a transaction");
    tx.changed("thing", 2, true, &["late".into(), "both".into()]).await.expect("a change");
    tx.commit().await.expect("committed");
    let batch = changes_since(&db, 0, 10).await.expect("changes");
    assert!(batch.changes.is_empty(), "nobody can follow it yet");
    let end = store::changes_end(&db.read(), "thing").await.expect("an end");
    assert!(batch.next < end, "and nobody who waits for the end believes to be there");
    let ahead = store::topics_ahead(&db, batch.next).await.expect("topics");
    let mut ahead: Vec<String> = ahead.into_iter().flat_map(|(_, topics)| topics).collect();
    ahead.sort();
    assert_eq!(ahead, ["both", "late"], "but what shows it goes at once");
    early.commit().await.expect("committed");
    let mut next = batch.next;
    while next < end {
        // Transactions of other tests may be open too.
        next = changes_since(&db, next, 10).await.expect("changes").next;
        tokio::task::yield_now().await;
    }
}

async fn asked<P: Payload>(db: &Db, job: &P) {
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue(job).await.expect("a job");
    tx.commit().await.expect("committed");
}

async fn what_is_away_for_a_day_costs_no_job(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    asked(&db, &Hopeless).await;
    let failing = Failing { tries: Arc::default(), away: true };
    let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Hopeless>(failing.clone())]);
    // Two days, looked at every ten minutes: the longest pause.
    for _ in 0..2 * 24 * 6 {
        worker.drain().await.expect("it tried");
        place.clock.jump(TimeDelta::minutes(10));
    }
    assert!(failing.tries.load(Ordering::SeqCst) > 100, "it goes on trying");
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (1, 0), "it still waits, for nobody's press");
    place.clock.jump(TimeDelta::days(6));
    worker.drain().await.expect("it tried");
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 1), "after a week somebody must look");
    let tx = db.begin().await.expect("a transaction");
    assert_eq!(store::retry_all_jobs(&tx).await.expect("all at once"), 1);
    tx.commit().await.expect("committed");
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (1, 0));
}

/// Works until it is let go, and asks for something outside again and again: its heart beats in no transaction of its own.
#[derive(Clone, Default)]
struct Lasting {
    begun: Arc<AtomicUsize>,
    end: Arc<tokio::sync::Notify>,
}

#[async_trait]
impl Does<Note> for Lasting {
    async fn work(&self, _job: Note, _id: i64) -> Result<Done> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        let end = self.end.notified();
        tokio::pin!(end);
        loop {
            tokio::select! {
                biased;
                () = &mut end => return Ok(Done::Yes),
                () = tokio::task::yield_now() => base::outside::outside("something of a test"),
            }
        }
    }
}

async fn a_job_of_ten_minutes_runs_once(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    asked(&db, &Note(1)).await;
    let lasting = Lasting::default();
    let worker = Worker::new(place.node().await, "slow".into(), vec![handler::<Note>(lasting.clone())]);
    let worker = worker.beating(std::time::Duration::from_millis(5));
    let working = tokio::spawn(async move { worker.drain().await.expect("done") });
    let until = async |sql: &'static str| {
        while db.read().number(sql, params![place.clock.now() + TimeDelta::seconds(50)]).await.expect("a number") == 0 {
            tokio::task::yield_now().await;
        }
    };
    let held = "SELECT COUNT(*) AS n FROM jobs WHERE claim IS NOT NULL AND locked_until > $1";
    let other = Worker::new(db.clone(), "other".into(), vec![handler::<Note>(lasting.clone())]);
    for _ in 0..20 {
        // The heart-beat has seen what time it is; thirty seconds later the claim still holds.
        until(held).await;
        place.clock.jump(TimeDelta::seconds(30));
        assert_eq!(other.drain().await.expect("nothing for another one"), 0);
    }
    lasting.end.notify_one();
    assert_eq!(working.await.expect("it ends"), 1);
    assert_eq!(lasting.begun.load(Ordering::SeqCst), 1);
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 0));
}

/// Tells its worker to stop while it does its job.
struct Stopping {
    stop: tokio::sync::watch::Sender<bool>,
    begun: Arc<AtomicUsize>,
}

#[async_trait]
impl Does<Note> for Stopping {
    async fn work(&self, _job: Note, _id: i64) -> Result<Done> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.stop.send_replace(true);
        Ok(Done::Yes)
    }
}

/// What waits as if nobody had touched it.
const UNTOUCHED: &str =
    "SELECT COUNT(*) AS n FROM jobs WHERE claim IS NULL AND attempts = 0 AND misses = 0 AND run_at <= $1";

/// Two jobs that were asked for before a time, some seconds ago.
async fn two_that_wait(engine: Engine) -> (Place, Db, Time) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    asked(&db, &Note(1)).await;
    asked(&db, &Note(2)).await;
    let before = place.clock.now();
    place.clock.jump(TimeDelta::seconds(5));
    (place, db, before)
}

async fn a_worker_that_stops_holds_no_job_back(engine: Engine) {
    let (_place, db, before) = two_that_wait(engine).await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let begun = Arc::new(AtomicUsize::new(0));
    let stops = Stopping { stop, begun: begun.clone() };
    let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Note>(stops)]);
    worker.run(Queue::Work, stopping).await;
    assert_eq!((begun.load(Ordering::SeqCst), store::job_counts(&db.read()).await.expect("counts")), (1, (1, 0)));
    assert_eq!(db.read().number(UNTOUCHED, params![before]).await.expect("a number"), 1);
}

/// Does the first job; the others do not end.
struct OnlyFirst;

#[async_trait]
impl Does<Note> for OnlyFirst {
    async fn work(&self, Note(number): Note, _id: i64) -> Result<Done> {
        if number > 1 {
            std::future::pending::<()>().await;
        }
        Ok(Done::Yes)
    }
}

/// The next job is claimed as one is done: whoever stops then hands it back as it was, begun or not.
async fn a_job_claimed_ahead_is_handed_back(engine: Engine) {
    let (place, db, before) = two_that_wait(engine).await;
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let worker = Worker::new(place.node().await, "node".into(), vec![handler::<Note>(OnlyFirst)]);
    let working = tokio::spawn(async move { worker.run(Queue::Work, stopping).await });
    let held = "SELECT COUNT(*) AS n FROM jobs WHERE claim IS NOT NULL AND payload = '2'";
    while db.read().number(held, vec![]).await.expect("a number") == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(count(&db, "jobs").await, 1, "it was claimed when the first was done");
    stop.send(true).expect("somebody works");
    working.await.expect("it ends");
    assert_eq!(db.read().number(UNTOUCHED, params![before]).await.expect("a number"), 1);
}

/// Lets a statement of its job's end fail.
struct EndFails {
    db: Db,
    number: Arc<AtomicUsize>,
    noted: Noting,
}

#[async_trait]
impl Does<Note> for EndFails {
    async fn work(&self, note: Note, id: i64) -> Result<Done> {
        if note.0 == 1 {
            self.db.faults().at(self.number.load(Ordering::SeqCst) as i64, store::Fault::Unheard);
        }
        self.noted.work(note, id).await
    }
}

/// Whichever statement of it fails, and where the commit lasts but nobody hears: it is not done again, and the job that was
/// claimed with it waits for nobody.
async fn a_job_s_end_is_noted_whatever_is_heard_of_it(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    let number = Arc::new(AtomicUsize::new(0));
    let mut met = 0;
    for statement in 1..=4 {
        number.store(statement, Ordering::SeqCst);
        asked(&db, &Note(1)).await;
        asked(&db, &Note(2)).await;
        let noted = Noting::default();
        let fails = EndFails { db: db.clone(), number: number.clone(), noted: noted.clone() };
        let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Note>(fails)]);
        let worker = worker.beating(std::time::Duration::from_millis(50));
        assert_eq!(worker.drain().await.expect("it works on"), 2, "statement {statement}");
        met += usize::from(!db.faults().disarm());
        let done = noted.done.lock().expect("nobody panicked").clone();
        assert_eq!(done, BTreeMap::from([(1, 1), (2, 1)]), "statement {statement}");
        assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 0));
    }
    assert_eq!(met, 4, "begin, the end, the claim, the commit");
}

/// A letter.
#[derive(Serialize, Deserialize)]
struct Urgent;

impl Payload for Urgent {
    const KIND: &'static str = "urgent";
    const QUEUE: Queue = Queue::Letters;
}

#[async_trait]
impl Does<Urgent> for Noting {
    async fn work(&self, _job: Urgent, _id: i64) -> Result<Done> {
        self.done.lock().expect("nobody panicked").insert(-1, 1);
        Ok(Done::Yes)
    }
}

/// Not two seconds later, when somebody looks: whoever knows how long their file takes to be read would learn by it that
/// it was read before.
async fn a_job_that_waits_for_its_time_is_done_then(engine: Engine) {
    let place = Place::new(engine).await;
    let db = Db::open(&place.url, Arc::new(SystemClock)).await.expect("the database opens");
    let noted = Noting::default();
    let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Note>(noted.clone())]);
    let (told, stopping) = tokio::sync::watch::channel(false);
    let working = tokio::spawn(async move { worker.run(Queue::Work, stopping).await });
    let begun = std::time::Instant::now();
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue_at(&Note(7), tx.now() + TimeDelta::milliseconds(300)).await.expect("a job");
    tx.commit().await.expect("committed");
    while noted.done.lock().expect("nobody panicked").is_empty() {
        tokio::task::yield_now().await;
    }
    let took = begun.elapsed();
    assert!((300..1_900).contains(&took.as_millis()), "{took:?}");
    told.send(true).expect("somebody works");
    working.await.expect("it ends");
}

async fn letters_pass_before_everything_else(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    // A hundred thousand that wait, and one under way that does not end.
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue(&Note(0)).await.expect("a job");
    tx.exec(
        "INSERT INTO jobs (id, kind, payload, run_at, created_at, queue) WITH RECURSIVE n (i) AS \
         (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i, 'note', '0', $1, $1, 'work' FROM n",
        params![tx.now()],
    )
    .await
    .expect("jobs");
    tx.commit().await.expect("committed");
    let (lasting, noted) = (Lasting::default(), Noting::default());
    let handlers = vec![handler::<Note>(lasting.clone()), handler::<Urgent>(noted.clone())];
    let worker = Arc::new(Worker::new(db.clone(), "node".into(), handlers));
    let (told, stopping) = tokio::sync::watch::channel(false);
    let mut working = Vec::new();
    for queue in Queue::ALL {
        let (worker, stopping) = (worker.clone(), stopping.clone());
        working.push(tokio::spawn(async move { worker.run(queue, stopping).await }));
    }
    while lasting.begun.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    let begun = std::time::Instant::now();
    asked(&db, &Urgent).await;
    while noted.done.lock().expect("nobody panicked").is_empty() {
        tokio::task::yield_now().await;
    }
    let took = begun.elapsed();
    println!("a letter behind 100,000 jobs left after {took:?}");
    assert!(took < std::time::Duration::from_secs(10), "{took:?}");
    let waits = store::backlog(&db.read(), place.clock.now()).await.expect("a backlog");
    assert!(waits.iter().any(|own| own.queue == Queue::Work && own.due > 99_000), "{waits:?}");
    let _ = told.send(true);
    for task in working {
        task.await.expect("it ends when it is told to");
    }
}

async fn a_kind_that_nobody_knows_waits_for_who_does(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    asked(&db, &Note(1)).await;
    let failing = Failing { tries: Arc::default(), away: false };
    let old = Worker::new(db.clone(), "old".into(), vec![handler::<Hopeless>(failing)]);
    assert_eq!(old.drain().await.expect("nothing that it knows"), 0);
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (1, 0));
    assert_eq!(old.lay_out_unknown().await.expect("too early"), 0);
    let noted = Noting::default();
    let new = Worker::new(db.clone(), "new".into(), vec![handler::<Note>(noted)]);
    assert_eq!(new.drain().await.expect("done"), 1);
    asked(&db, &Note(2)).await;
    place.clock.jump(TimeDelta::hours(25));
    assert_eq!(old.lay_out_unknown().await.expect("laid out"), 1);
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (0, 1));
}

/// Of which one waits and one works at most.
#[derive(Serialize, Deserialize)]
struct Single(String);

impl Payload for Single {
    const KIND: &'static str = "single";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(self.0.clone())
    }
}

#[async_trait]
impl Does<Single> for Lasting {
    async fn work(&self, _job: Single, _id: i64) -> Result<Done> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        self.end.notified().await;
        Err(Fail::internal("it failed"))
    }
}

async fn one_of_this_at_a_time(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    for _ in 0..3 {
        asked(&db, &Single("a".into())).await;
    }
    asked(&db, &Single("b".into())).await;
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (2, 0), "one of each waits");
    let lasting = Lasting::default();
    let mut working = Vec::new();
    for _ in 0..2 {
        let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Single>(lasting.clone())]);
        working.push(tokio::spawn(async move { worker.drain().await.expect("tried") }));
    }
    while lasting.begun.load(Ordering::SeqCst) < 2 {
        tokio::task::yield_now().await;
    }
    // Under way, so another may wait; but it is not begun beside the first.
    asked(&db, &Single("a".into())).await;
    let third = Worker::new(db.clone(), "third".into(), vec![handler::<Single>(lasting.clone())]);
    assert_eq!(third.drain().await.expect("nothing"), 0);
    lasting.end.notify_waiters();
    // The first `a` failed; the one that waits stands for it and is tried at once.
    while lasting.begun.load(Ordering::SeqCst) < 3 {
        tokio::task::yield_now().await;
    }
    lasting.end.notify_waiters();
    for task in working {
        task.await.expect("it ends");
    }
    assert_eq!(store::job_counts(&db.read()).await.expect("counts"), (2, 0), "one of each waits for its next try");
}

async fn a_schedule_is_kept_by_one_of_all_nodes(engine: Engine) {
    let place = Place::new(engine).await;
    let noted = Noting::default();
    let mut nodes = Vec::new();
    for number in 0..4 {
        let schedule = store::Schedule::every(TimeDelta::days(1), &Note(7)).expect("a schedule");
        let worker = Worker::new(place.node().await, format!("node-{number}"), vec![handler::<Note>(noted.clone())]);
        nodes.push(Arc::new(worker.scheduled(vec![schedule])));
    }
    let everybody = async || {
        let tasks: Vec<_> = nodes
            .iter()
            .cloned()
            .map(|worker| tokio::spawn(async move { worker.drain().await.expect("done") }))
            .collect();
        for task in tasks {
            task.await.expect("it ends");
        }
    };
    let times = || noted.done.lock().expect("nobody panicked").get(&7).copied();
    everybody().await;
    everybody().await;
    assert_eq!(times(), Some(1), "the first time at once, and once");
    // What was missed meanwhile is not made up for.
    place.clock.jump(TimeDelta::days(3));
    everybody().await;
    everybody().await;
    assert_eq!(times(), Some(2));
}

async fn a_clock_that_was_wrong_holds_no_job_back(engine: Engine) {
    let place = Place::new(engine).await;
    let db = place.node().await;
    asked(&db, &Hopeless).await;
    asked(&db, &Note(1)).await;
    let failing = Failing { tries: Arc::default(), away: true };
    let worker = Worker::new(db.clone(), "node".into(), vec![handler::<Hopeless>(failing.clone())]);
    // The clock is a day ahead: a job fails, another is claimed by a node that dies.
    place.clock.jump(TimeDelta::days(1));
    worker.drain().await.expect("it tried");
    let tx = db.begin().await.expect("a transaction");
    tx.exec(
        "UPDATE jobs SET holder = 'gone', claim = 7, locked_until = $1 WHERE kind = 'note'",
        params![tx.now() + TimeDelta::minutes(1)],
    )
    .await
    .expect("claimed");
    tx.commit().await.expect("committed");
    // And right again: neither waits a day.
    place.clock.jump(TimeDelta::days(-1));
    worker.drain().await.expect("it tried");
    assert_eq!(failing.tries.load(Ordering::SeqCst), 2);
    let noted = Noting::default();
    let other = Worker::new(db.clone(), "other".into(), vec![handler::<Note>(noted)]);
    assert_eq!(other.drain().await.expect("done"), 1);
    // What is asked for a later time still waits for it.
    let tx = db.begin().await.expect("a transaction");
    tx.enqueue_at(&Note(2), tx.now() + TimeDelta::days(3)).await.expect("a reminder");
    tx.commit().await.expect("committed");
    assert_eq!(other.drain().await.expect("not yet"), 0);
    place.clock.jump(TimeDelta::days(3));
    assert_eq!(other.drain().await.expect("done"), 1);
}
