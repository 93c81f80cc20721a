//! A follower that cannot be stopped, filled or fooled.

use std::time::Duration;

use extract::samples;
use testkit::{CITY, Client, Engine, TestHub, Upload, Who, both_engines};

use testkit::scene::note;
use web::Topics;

both_engines!(
    one_text_that_cannot_be_read_stops_no_other,
    building_anew_hides_nothing,
    an_index_that_is_empty_is_not_ready,
    a_newer_reader_hides_nothing_until_it_has_read,
    all_documents_of_a_city_follow_it,
    a_busy_follower_outdates_what_others_change,
);

async fn finds(client: &Client, word: &str, documents: &str) {
    client.get(&format!("/en/library?q={word}")).await.is(200).shows(documents);
}

/// The file of a text in the store.
async fn text_file(hub: &TestHub, document: base::DocumentId) -> std::path::PathBuf {
    let rows = hub
        .hub
        .db
        .read()
        .raw(
            "SELECT r.text_blob AS text FROM readings r JOIN documents d ON d.file = r.file WHERE d.id = $1",
            store::params![document],
        )
        .await
        .expect("a row");
    let hash: String = rows[0].get("text").expect("a text");
    hub.data().join("blobs").join(&hash[..2]).join(&hash)
}

async fn one_text_that_cannot_be_read_stops_no_other(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let broken = lead.uploaded(&note("Gannet plan", "The text of the guillemot.")).await;
    hub.settle().await;
    finds(&lead, "guillemot", "One document").await;
    // As after a restore that went wrong: there is something of that name, and it cannot be read.
    let file = text_file(&hub, broken).await;
    let bytes = std::fs::read(&file).expect("the text");
    std::fs::remove_file(&file).expect("removed");
    std::fs::create_dir(&file).expect("a folder in its place");
    let edit = async |title: &str| {
        let page = format!("/en/library/{broken}/edit");
        let revision = lead.get(&page).await.is(200).input("revision").unwrap_or_default();
        let fields = [
            ("title", title),
            ("city", CITY),
            ("type", "guide"),
            ("access", "members"),
            ("revision", revision.as_str()),
        ];
        lead.post(&page, &fields).await.leads_to("/en/library/");
    };
    edit("Razorbill plan").await;
    lead.uploaded(&note("Another", "The text of the kittiwake.")).await;
    hub.settle().await;
    finds(&lead, "kittiwake", "One document").await;
    finds(&lead, "razorbill", "One document").await;
    finds(&lead, "guillemot", "No document").await;
    // Repaired: it is looked for again by itself.
    std::fs::remove_dir(&file).expect("removed");
    std::fs::write(&file, bytes).expect("repaired");
    hub.clock.jump(chrono::TimeDelta::minutes(12));
    hub.settle().await;
    finds(&lead, "guillemot", "One document").await;
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (0, 0));
}

async fn building_anew_hides_nothing(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let mut ids = Vec::new();
    for number in 0..60 {
        ids.push(lead.uploaded(&note(&format!("Plan {number}"), &format!("The heron, the {number}th time."))).await);
    }
    hub.settle().await;
    finds(&lead, "heron", "60 documents").await;
    let gone = ids[7];
    // Taken out while nobody followed: the new index does not have it, the old one had.
    lead.post(&format!("/en/library/{gone}/withdraw"), &[]).await.is(303);
    let looked = std::sync::atomic::AtomicUsize::new(0);
    let handle = tokio::runtime::Handle::current();
    let index = hub.hub.index.clone();
    let (whole, cursor) = (index.len(), index.cursor());
    let progress = |_| {
        // In the middle of it the old index answers, as a whole.
        assert_eq!((index.len(), index.cursor()), (whole, cursor));
        looked.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let lead = lead.clone();
        tokio::task::block_in_place(|| {
            handle.block_on(async {
                finds(&lead, "heron", "59 documents").await;
                lead.get("/health/ready").await.is(200);
            });
        });
    };
    server::rebuild(&hub.hub, &hub.parts, progress).await.expect("built anew");
    assert!(looked.load(std::sync::atomic::Ordering::SeqCst) >= 2, "it goes in steps");
    assert_eq!(index.len(), whole - 1);
    finds(&lead, "heron", "59 documents").await;
    hub.settle().await;
    finds(&lead, "heron", "59 documents").await;
}

async fn an_index_that_is_empty_is_not_ready(engine: Engine) {
    let hub = TestHub::start(engine).await;
    hub.visitor().get("/health/ready").await.is(200);
    hub.visitor().get("/en/library").await.is(200);
    hub.hub.index.clear().expect("cleared, as one of another version is");
    hub.hub.cache.forget();
    // What was seen a moment ago may still be told.
    *hub.hub.seen.lock().await = None;
    hub.visitor().get("/health/ready").await.is(503);
    hub.visitor().get("/en/library").await.is(503);
    hub.visitor().get("/health/live").await.is(200);
    server::rebuild(&hub.hub, &hub.parts, |_| {}).await.expect("built anew");
    *hub.hub.seen.lock().await = None;
    hub.visitor().get("/health/ready").await.is(200);
    hub.visitor().get("/en/library").await.is(200);
}

async fn a_newer_reader_hides_nothing_until_it_has_read(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let page = Upload::new("Of before", "a.pdf", samples::pdf(&["The page of the turnstone."]));
    let id = lead.uploaded(&page).await;
    hub.settle().await;
    let shown = format!("/files/{id}/thumbnail");
    lead.get(&shown).await.is(200);
    // An older reader read it; this one has been asked to, and has not come to it.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("UPDATE readings SET version = version - 1", vec![]).await.expect("older");
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("asked for");
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (1, 0));
    lead.get(&format!("/en/library/{id}")).await.is(200).hides("is being read");
    lead.get(&shown).await.is(200);
    server::rebuild(&hub.hub, &hub.parts, |_| {}).await.expect("built anew");
    finds(&lead, "turnstone", "One document").await;
    // A node of before takes no job that asks for a newer reader, and the asking is not lost.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "UPDATE jobs SET payload = REPLACE(payload, $1, $2)",
        store::params![format!("\"version\":{}", extract::VERSION), format!("\"version\":{}", extract::VERSION + 1)],
    )
    .await
    .expect("of the next version");
    tx.commit().await.expect("committed");
    hub.settle().await;
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (1, 0), "it waits for who can");
    // Asked for so long ago that it must be lost: again.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec("DELETE FROM jobs", vec![]).await.expect("lost");
    tx.commit().await.expect("committed");
    hub.tidy_up().await.expect("too early");
    assert_eq!(store::job_counts(&hub.hub.db.read()).await.expect("counts"), (0, 0));
    hub.clock.jump(chrono::TimeDelta::hours(25));
    hub.tidy_up().await.expect("asked for again");
    hub.settle().await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get(&shown).await.is(200);
    finds(&lead, "turnstone", "One document").await;
}

async fn all_documents_of_a_city_follow_it(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.uploaded(&note("First", "The text of the dunlin.").with("access", "public")).await;
    hub.settle().await;
    // More than are taken in one step; numbered, not sent.
    let tx = hub.hub.db.begin().await.expect("a transaction");
    tx.exec(
        "INSERT INTO documents (id, title, title_key, abstract, city, type, language, audience, owner, file, file_name, \
         format, size, read, created_at, updated_at) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 180) \
         SELECT n.i, d.title, d.title_key, d.abstract, d.city, d.type, d.language, d.audience, d.owner, d.file, d.file_name, \
         d.format, d.size, d.read, d.created_at, d.updated_at FROM documents d, n WHERE d.title = 'First'",
        vec![],
    )
    .await
    .expect("rows");
    tx.changed("city", 0, false, &[]).await.expect("a change of no city");
    let city = tx.number("SELECT id AS n FROM cities WHERE slug = $1", store::params![CITY]).await.expect("the city");
    tx.exec("UPDATE cities SET country = 'TD' WHERE id = $1", store::params![city]).await.expect("moved");
    tx.changed("city", city, false, &["cities".into(), "documents".into()]).await.expect("a change");
    tx.commit().await.expect("committed");
    hub.settle().await;
    hub.visitor().get("/en/library?country=TD").await.is(200).shows("181 documents");
}

/// Pages do not wait for the index: while it is brought on, or gathers what changes, they are outdated by what other nodes
/// commit too.
async fn a_busy_follower_outdates_what_others_change(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let document = lead.uploaded(&note("Petrel plan", "The text of the petrel.")).await;
    hub.settle().await;
    // A text that takes long to read: a pipe, into which nobody writes.
    let file = text_file(&hub, document).await;
    std::fs::remove_file(&file).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(&file).status().expect("coreutils");
    assert!(made.success());
    let follower = server::Follower::new(hub.hub.clone(), hub.parts.clone());
    let (stop, stopping) = tokio::sync::watch::channel(false);
    let following = tokio::spawn(async move { follower.run(stopping).await });
    let own = hub.hub.db.clone();
    changed(&own, document.0, "own").await;
    let writer = reached(&file).await;
    let cache = &hub.hub.cache;
    cache.keep("page".into(), "text".into(), "text/html".into(), Topics::of(["of-others"]), cache.turn());
    assert!(cache.get("page").is_some());
    let other = store::Db::open(&hub.settings.database(), hub.clock.clone()).await.expect("another node");
    changed(&other, 1, "of-others").await;
    let gone = async {
        while cache.get("page").is_some() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(60), gone).await.expect("the page is outdated before the index is");
    drop(writer);
    stop.send(true).expect("somebody follows");
    following.await.expect("it ends");
}

async fn changed(db: &store::Db, item: i64, topic: &str) {
    let tx = db.begin().await.expect("a transaction");
    tx.changed("document", item, false, &[topic.to_owned()]).await.expect("a change");
    tx.commit().await.expect("committed");
}

/// The writing end of a pipe, once somebody reads it.
async fn reached(pipe: &std::path::Path) -> std::fs::File {
    use std::os::unix::fs::OpenOptionsExt;
    /// `O_NONBLOCK` of Linux: to open it is an error while nobody reads.
    const AT_ONCE: i32 = 0o4000;
    loop {
        match std::fs::OpenOptions::new().write(true).custom_flags(AT_ONCE).open(pipe) {
            Ok(writer) => return writer,
            Err(_) => tokio::task::yield_now().await,
        }
    }
}
