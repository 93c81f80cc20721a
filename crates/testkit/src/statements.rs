//! Each statement of a hub is one that both engines understand, whichever of them the test runs on: at the end of a test
//! the texts that no test before it ran are prepared on both, with the tables of the tests' features and nothing in them.

use std::sync::Arc;

use server::migrations;
use store::{Db, Engine};
use tokio::sync::OnceCell;

use crate::before::CITY_NAMES_AS_COLUMNS;
use crate::clock::TestClock;
use crate::database::fresh_database;
use crate::run::features;

/// Where the empty tables of an engine are.
type Place = OnceCell<String>;

static SQLITE: Place = OnceCell::const_new();
static POSTGRES: Place = OnceCell::const_new();

/// Prepares what was run since this was last asked.
///
/// # Panics
/// With all texts that an engine does not understand, and why.
pub(crate) async fn both_engines_understand_what_ran() {
    let texts = store::statements_heard().unwrap_or_else(|fail| panic!("{fail}"));
    if texts.is_empty() {
        return;
    }
    let mut wrong = Vec::new();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let db = empty_tables(engine).await;
        // What makes a hub of before speaks of tables as they were.
        for text in texts.iter().filter(|text| !CITY_NAMES_AS_COLUMNS.contains(&text.as_str())) {
            if let Err(fail) = db.read().understands(text).await {
                wrong.push(format!("{engine:?} does not understand `{text}`: {fail}"));
            }
        }
        db.close().await;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Made once in a process; opened by each test, whose connections end with it.
async fn empty_tables(engine: Engine) -> Db {
    let (place, new) = match engine {
        Engine::Sqlite => (&SQLITE, None),
        Engine::Postgres => (&POSTGRES, Some(fresh_database(None))),
    };
    let made = async || {
        let address = match new {
            Some(new) => new.await,
            // It is there as long as the process: nothing of a static is ever dropped.
            None => tempfile::tempdir().expect("a folder").keep().join("tables.db").display().to_string(),
        };
        let db = open(&address).await;
        store::migrate(&db, migrations(&features())).await.expect("the tables");
        db.close().await;
        address
    };
    open(place.get_or_init(made).await).await
}

async fn open(address: &str) -> Db {
    Db::open(address, Arc::new(TestClock::after_start(0))).await.expect("the database opens")
}
