//! What an empty hub is filled with, that a second start changes nothing, and that one filled by an older program opens.

use testkit::facts_form::{facts, send, set};
use testkit::{Engine, Setup, TestHub, Who, both_engines, postgres_only, speak};

both_engines!(
    an_empty_hub_is_filled,
    a_second_start_changes_nothing,
    what_people_changed_stays,
    the_guides_are_made_once,
    steps_that_came_late_are_applied_late,
    a_hub_of_before_keeps_all_names,
    what_a_hub_of_before_called_its_cities_is_brought_in_its_languages,
);

const TABLES: [&str; 8] = ["cities", "steering_seats", "events", "jobs", "changes", "links", "people", "migrations"];

async fn counts(hub: &TestHub) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in TABLES {
        counts.push(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await);
    }
    counts
}

async fn an_empty_hub_is_filled(engine: Engine) {
    let hub = Setup::new(engine).empty().start().await;
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM cities").await, 112);
    assert_eq!(hub.number("SELECT COUNT(DISTINCT country) AS n FROM cities").await, 41);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM steering_seats").await, 25);
    assert_eq!(hub.hub.network.regions.len(), 9);
    assert_eq!(hub.hub.network.themes.len(), 39);
    let visitor = hub.visitor();
    visitor.get("/en/").await.is(200).shows("112").shows("41").shows("May 2017");
    visitor.get("/en/cities").await.is(200).shows("112 cities").shows("May 2017");
    let list = visitor.get("/api/v1/cities?limit=100").await.is(200).json();
    assert_eq!((list["total"].as_i64(), list["items"].as_array().map(Vec::len)), (Some(112), Some(100)));
    let rest = visitor.get(list["next"].as_str().expect("a next part")).await.is(200).json();
    assert_eq!((rest["items"].as_array().map(Vec::len), rest["next"].is_null()), (Some(12), true));
}

async fn a_second_start_changes_nothing(engine: Engine) {
    let hub = Setup::new(engine).empty().start().await;
    let (before, link) = (counts(&hub).await, hub.first_link.clone());
    let newest = hub.number("SELECT MAX(id) AS n FROM cities").await;
    let hub = hub.restart().await;
    assert_eq!(counts(&hub).await, before);
    assert_eq!(hub.first_link, link, "the first link stays the same as long as nobody used it");
    assert_eq!(hub.number("SELECT MAX(id) AS n FROM cities").await, newest);
    hub.visitor().get("/en/cities").await.is(200).shows("112 cities");
}

async fn what_people_changed_stays(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    lead.post("/en/cities/diffa/profile", &[("in", "en"), ("summary", "A town by the Komadugu.")]).await.is(303);
    let hub = hub.restart().await;
    hub.visitor().get("/en/cities/diffa").await.is(200).shows("A town by the Komadugu.");
    assert!(hub.first_link.is_some(), "there is still no administrator");
}

async fn the_guides_are_made_once(engine: Engine) {
    let hub = TestHub::start(engine).await;
    for _ in 0..2 {
        let tx = hub.hub.db.begin().await.expect("a transaction");
        tx.enqueue(&::library::Guides::ALL).await.expect("a job");
        tx.commit().await.expect("committed");
        hub.settle().await;
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 18);
        assert_eq!(hub.number("SELECT COUNT(*) AS n FROM jobs WHERE dead").await, 0);
    }
    let visitor = hub.visitor();
    visitor.get("/en/library").await.is(200).shows("18 documents");
    for (lang, code) in [("en", "en"), ("fr", "fr"), ("ar", "ar")] {
        let found = visitor.get(&format!("/{lang}/library?language={code}")).await.is(200).text();
        assert_eq!(found.matches("<article class=\"result\">").count(), 6, "{lang}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM readings WHERE state = 'done' AND NOT no_text").await, 18);
}

// With SQLite there is one node: its file and its folder have one owner.
postgres_only!(two_nodes_start_at_once, two_nodes_bring_the_names_of_before_once);

async fn two_nodes_start_at_once() {
    let database = testkit::fresh_database(None).await;
    let open = |number: i64| {
        let database = database.clone();
        async move {
            let folder = tempfile::tempdir().expect("a folder");
            let settings = server::Settings {
                data: folder.path().into(),
                database_url: Some(database),
                // All nodes have the same.
                master_key: Some("0123456789abcdef".repeat(4)),
                ..server::Settings::default()
            };
            let clock = std::sync::Arc::new(testkit::TestClock::after_start(number * 3_600_000));
            let opened = server::open(&settings, clock, &app::features()).await.expect("a node opens");
            (folder, opened)
        }
    };
    let (one, two) = tokio::join!(open(1), open(2));
    for (_, opened) in [&one, &two] {
        assert_eq!(
            opened.hub.db.read().number("SELECT COUNT(*) AS n FROM cities", Vec::new()).await.expect("a number"),
            112
        );
    }
}

/// An upgrade of several nodes: both find the names that a program of before kept.
async fn two_nodes_bring_the_names_of_before_once() {
    let hub = TestHub::start(Engine::Postgres).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for before in testkit::before::CITY_NAMES_AS_COLUMNS {
        tx.exec(before, vec![]).await.expect("as before");
    }
    tx.commit().await.expect("committed");
    let stopped = hub.stop().await;
    let second = tempfile::tempdir().expect("a folder");
    let key = |data: &std::path::Path| data.join("master.key");
    std::fs::copy(key(&stopped.settings.data), key(second.path())).expect("all nodes have the same key");
    let beside = server::Settings { data: second.path().into(), ..stopped.settings.clone() };
    let open = |settings: server::Settings, number: i64| async move {
        let clock = std::sync::Arc::new(testkit::TestClock::after_start(number * 3_600_000));
        server::open(&settings, clock, &app::features()).await.expect("a node opens")
    };
    let (one, two) = tokio::join!(open(stopped.settings.clone(), 1), open(beside, 2));
    let sql = one.hub.db.read();
    for (of, count) in [("texts WHERE kind = 'city' AND source", 112), ("city_keys", 336), ("city_names_before", 0)] {
        let found = sql.number(&format!("SELECT COUNT(*) AS n FROM {of}"), Vec::new()).await.expect("a number");
        assert_eq!(found, count, "{of}");
    }
    drop(two);
}

/// What readers and programs see of cities' names, and in which order.
async fn as_seen(hub: &TestHub) -> Vec<String> {
    let visitor = hub.visitor();
    let mut seen = Vec::new();
    for path in [
        "/en/cities.csv",
        "/fr/cities.csv",
        "/ar/cities.csv",
        "/ar/cities.csv?q=diffa",
        "/fr/cities.csv?sort=region",
        "/api/v1/cities?limit=100",
        "/api/v1/cities/diffa",
    ] {
        // It listens elsewhere after each start.
        seen.push(visitor.get(path).await.is(200).text().replace(&hub.address.to_string(), "the hub"));
    }
    seen
}

/// The hub as a program left it that kept a column for each of three languages.
async fn as_before(hub: TestHub) -> TestHub {
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for before in testkit::before::CITY_NAMES_AS_COLUMNS {
        tx.exec(before, vec![]).await.expect("as before");
    }
    tx.commit().await.expect("committed");
    hub.restart().await
}

async fn a_hub_of_before_keeps_all_names(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let (path, central) = ("/en/cities/diffa/facts", hub.signed_in(Who::CentralTeam).await);
    let mut fields = facts(&central.get(path).await.is(200));
    set(&mut fields, "name_fr", "Diffa la belle");
    set(&mut fields, "name_ar", "");
    send(&central, path, &fields).await.is(303);
    let (seen, texts) = (as_seen(&hub).await, hub.number("SELECT COUNT(*) AS n FROM texts WHERE kind = 'city'").await);
    let hub = as_before(hub).await.restart().await;
    assert_eq!(as_seen(&hub).await, seen);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM texts WHERE kind = 'city'").await, texts);
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM city_names_before").await, 0, "all are brought");
    // An empty name said: as in English.
    let central = hub.signed_in(Who::CentralTeam).await;
    central.get("/en/office/translations").await.is(200).shows("Nothing waits");
    let mut fields = facts(&central.get(path).await.is(200));
    assert_eq!(fields.iter().find(|(name, _)| name == "name_ar").map(|(_, name)| name.as_str()), Some(""));
    // And they go on as texts: the French one is behind once the English one changes.
    set(&mut fields, "name_en", "Diffa-Ville");
    send(&central, path, &fields).await.is(303);
    central.get("/en/office/translations").await.is(200).shows("1 translation waits").shows("Diffa-Ville");
    hub.visitor().get("/ar/cities/diffa").await.is(200).shows("Diffa-Ville");
    hub.visitor().get("/fr/cities/diffa").await.is(200).shows("Diffa la belle");
}

/// The names of a network whose first language is not English are first of all its own.
async fn what_a_hub_of_before_called_its_cities_is_brought_in_its_languages(engine: Engine) {
    let hub = Setup::new(engine).prepare(|data| speak(data, &["fr", "ar", "de", "en"])).start().await;
    let hub = as_before(hub).await;
    let visitor = hub.visitor();
    for (path, name) in [
        ("/fr/cities/copenhagen", "Copenhague"),
        ("/ar/cities/copenhagen", "كوبنهاغن"),
        // Nobody could say what it is called in German.
        ("/de/cities/copenhagen", "Copenhague"),
        ("/fr/cities?q=copenhagen", "Copenhague"),
    ] {
        visitor.get(path).await.is(200).shows(name);
    }
    let sources = "SELECT COUNT(*) AS n FROM texts WHERE kind = 'city' AND source AND lang = 'fr'";
    assert_eq!(hub.number(sources).await, 112);
    let waiting = hub.signed_in(Who::CentralTeam).await.get("/fr/office/translations.csv?kind=city").await.is(200);
    let text = waiting.text();
    assert_eq!(text.lines().count(), 113, "all of them in German, none in Arabic: {text}");
}

/// A hub that was filled before some steps came to be which sort before what it has.
async fn steps_that_came_late_are_applied_late(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let tx = hub.hub.db.begin().await.expect("a transaction");
    for before in testkit::before::CITY_NAMES_AS_COLUMNS.into_iter().chain([
        "DROP TABLE replaced_files",
        "DROP INDEX place_names_place",
        "ALTER TABLE city_profiles DROP COLUMN by_team",
        "DROP TABLE message_letters",
        "ALTER TABLE messages DROP COLUMN about",
        "ALTER TABLE messages DROP COLUMN purpose",
        "ALTER TABLE messages DROP COLUMN region",
        "ALTER TABLE messages DROP COLUMN theme",
        "ALTER TABLE messages DROP COLUMN confirmed",
        "DROP TABLE picture_files",
        "DROP TABLE pictures",
        "DROP TABLE master_key",
        "DROP TABLE home_layouts",
        "DROP TABLE editorial_links",
        "DROP TABLE editorial_social",
        "DROP TABLE editorial_previews",
        "ALTER TABLE readings DROP COLUMN cut",
        "DROP TABLE editorial_addresses",
        "DROP TABLE editorial_cities",
        "DROP TABLE editorial_themes",
        "DROP TABLE editorial_items",
        "DROP TABLE text_parts",
        "DROP TABLE text_revisions",
        "DROP TABLE texts",
        "DROP TABLE moves",
        "DELETE FROM migrations WHERE name IN ('20261127_002100_library_replaced_files', \
         '20261127_010000_cities_profile_author', '20261127_020000_site_messages_about', \
         '20261201_000000_cities_names_of_places', '20261202_000000_library_long_texts', \
         '20261203_000000_texts', '20261203_000100_store_moves', '20261203_001000_editorial') \
         OR name >= '20261204'",
    ]) {
        tx.exec(before, vec![]).await.expect("as before");
    }
    tx.commit().await.expect("committed");
    let hub = hub.restart().await.restart().await;
    for there in ["city_profiles WHERE by_team", "messages WHERE about <> ''", "replaced_files"] {
        let rows = hub.hub.db.read().number(&format!("SELECT COUNT(*) AS n FROM {there}"), vec![]).await;
        assert_eq!(rows.expect("it is there"), 0, "{there}");
    }
    hub.visitor().get("/fr/cities/copenhagen").await.is(200).shows("Copenhague");
}
