//! A filled hub for each engine: each test's hub begins as a copy of it. Made once per process, or, where a test run of
//! several processes names a folder for it, once a run.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use server::Settings;
use store::Engine;
use tokio::sync::OnceCell;

use crate::clock::TestClock;
use crate::database::fresh_database;
use crate::run::features;

/// Work that the first data ask for and that tests do only when they mean it: up to half a minute each.
const SLOW_JOBS: [&str; 2] = ["library.guides", "cities.load-places"];

/// The folder that a test run gives to all its processes.
const SHARED: &str = "HUB_TEST_TEMPLATES";

/// A filled hub's folder and, on PostgreSQL, its database.
pub(crate) struct Template {
    folder: PathBuf,
    pub(crate) database: Option<String>,
}

impl Template {
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

static SQLITE: OnceCell<Template> = OnceCell::const_new();
static POSTGRES: OnceCell<Template> = OnceCell::const_new();

/// The template of this engine.
pub(crate) async fn template(engine: Engine) -> &'static Template {
    let place = if engine == Engine::Sqlite { &SQLITE } else { &POSTGRES };
    place
        .get_or_init(|| async {
            match std::env::var_os(SHARED) {
                Some(folder) => shared(engine, Path::new(&folder)).await,
                // It is there as long as the process: nothing of a static is ever dropped.
                None => made(engine, tempfile::tempdir().expect("a folder").keep()).await,
            }
        })
        .await
}

/// Made by the first process that comes; the others wait for it.
async fn shared(engine: Engine, folder: &Path) -> Template {
    let names: Vec<_> = features().iter().map(|feature| feature.name).collect();
    let folder = folder.join(format!("{engine:?}-{}", names.join("-")));
    std::fs::create_dir_all(&folder).expect("a folder");
    let lock = File::create(folder.join("lock")).expect("a lock file");
    lock.lock().expect("the lock");
    let (data, note) = (folder.join("data"), folder.join("database"));
    if let Ok(database) = std::fs::read_to_string(&note) {
        return Template { folder: data, database: (!database.is_empty()).then_some(database) };
    }
    let template = made(engine, data).await;
    std::fs::write(note, template.database.as_deref().unwrap_or_default()).expect("a note");
    template
}

async fn made(engine: Engine, folder: PathBuf) -> Template {
    let database = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(fresh_database(None).await),
    };
    let settings = Settings {
        data: folder.clone(),
        database_url: database.clone(),
        count_statements: true,
        ..Settings::default()
    };
    let clock = Arc::new(TestClock::after_start(0));
    let opened = server::open(&settings, clock, &features()).await.expect("a new hub opens");
    let tx = opened.hub.db.begin().await.expect("a transaction");
    for kind in SLOW_JOBS {
        tx.exec("DELETE FROM jobs WHERE kind = $1", store::params![kind]).await.expect("the job is taken out");
    }
    tx.commit().await.expect("committed");
    // What is short is done once, for all tests.
    opened.worker.drain().await.expect("jobs are done");
    opened.follower.catch_up().await.expect("the index follows");
    opened.hub.db.close().await;
    Template { folder, database }
}

/// Copies a folder with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder to copy").flatten() {
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type().expect("a kind of file").is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), &target).expect("a copied file");
        }
    }
}
