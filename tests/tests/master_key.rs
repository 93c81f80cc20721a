//! The master key of a hub: made with it, the same on all nodes, changed without loss, and missed when it is gone.

use std::sync::Arc;

use testkit::{Engine, TestClock, TestHub, both_engines};

both_engines!(
    a_hub_without_its_key_is_not_served,
    a_node_with_another_key_is_not_served,
    a_key_that_was_changed_opens_what_it_signed,
    the_key_is_in_no_table,
);

/// Changes the key, as the command does.
async fn change(settings: &server::Settings) -> Result<String, String> {
    let clock = Arc::new(TestClock::after_start(80_000));
    let (db, _) = server::open_existing(settings, clock, &app::features()).await.expect("the hub's data");
    let changed = server::change_master_key(settings, &db).await.map_err(|fail| fail.to_string());
    db.close().await;
    changed
}

/// What opening the hub of this folder says.
async fn opening(settings: &server::Settings) -> Result<web::Hub, String> {
    let clock = Arc::new(TestClock::after_start(90_000));
    let opened = server::open(settings, clock, &app::features()).await;
    opened.map(|opened| opened.hub).map_err(|fail| fail.to_string())
}

async fn a_hub_without_its_key_is_not_served(engine: Engine) {
    let stopped = TestHub::start(engine).await.stop().await;
    let settings = &stopped.settings;
    let key = settings.data.join("master.key");
    let kept = std::fs::read_to_string(&key).expect("a key");
    assert_eq!(std::os::unix::fs::MetadataExt::mode(&key.metadata().expect("a file")) & 0o777, 0o600);
    std::fs::remove_file(&key).expect("removed");
    let said = opening(settings).await.err().expect("it is not served");
    assert!(said.contains("the master key of this hub is missing") && said.contains("master.key"), "{said}");
    assert!(!key.exists(), "none is made in its place");
    assert!(change(settings).await.expect_err("nothing to change").contains("is missing"));
    std::fs::write(&key, "0123456789abcdef".repeat(4)).expect("another one");
    assert!(change(settings).await.expect_err("nothing to change").contains("another master key"));
    assert!(!std::fs::read_to_string(&key).expect("a key").contains('\n'), "and it is left alone");
    std::fs::write(&key, &kept).expect("brought back");
    assert!(opening(settings).await.is_ok());
}

async fn a_node_with_another_key_is_not_served(engine: Engine) {
    let stopped = TestHub::start(engine).await.stop().await;
    let mut settings = stopped.settings.clone();
    settings.master_key = Some("0123456789abcdef".repeat(4));
    let said = opening(&settings).await.err().expect("it is not served");
    assert!(said.contains("another master key") && !said.contains("0123456789abcdef"), "{said}");
    settings.master_key = Some("short".into());
    let said = opening(&settings).await.err().expect("it is not served");
    assert!(said.contains("64 hexadecimal letters"), "{said}");
}

async fn a_key_that_was_changed_opens_what_it_signed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let before = web::guard::token(&hub.hub, "test", 7);
    let stopped = hub.stop().await;
    let settings = &stopped.settings;
    let name = change(settings).await.expect("changed");
    let now = opening(settings).await.expect("it is served");
    assert_eq!(now.keys.current(), name);
    assert_eq!(web::guard::of_token(&now, "test", &before), Some(7));
    assert_ne!(web::guard::token(&now, "test", 7), before);
    now.db.close().await;
    // A node that has not been given the new one yet is told when it starts again.
    let mut old = settings.clone();
    let lines = std::fs::read_to_string(settings.data.join("master.key")).expect("keys");
    old.master_key = lines.lines().last().map(str::to_owned);
    drop(now);
    assert!(opening(&old).await.err().expect("it is not served").contains("another master key"));
}

async fn the_key_is_in_no_table(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let key = std::fs::read_to_string(hub.data().join("master.key")).expect("a key");
    assert!(!hub.dump().await.contains(key.trim()));
}
