//! A filled hub, made once per process and engine: each test's hub begins as a copy of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use store::Engine;
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::clock::TestClock;
use crate::database::fresh_database;

/// Work that the first data ask for and that tests do only when they mean it: half a minute each.
const SLOW_JOBS: [&str; 2] = ["library.guides", "cities.load-places"];

/// A filled hub's folder and, on PostgreSQL, its database.
pub(crate) struct Template {
    folder: TempDir,
    pub(crate) database: Option<String>,
}

impl Template {
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

static SQLITE: OnceCell<Template> = OnceCell::const_new();
static POSTGRES: OnceCell<Template> = OnceCell::const_new();

/// The template of this engine.
pub(crate) async fn template(engine: Engine) -> &'static Template {
    let place = if engine == Engine::Sqlite { &SQLITE } else { &POSTGRES };
    place.get_or_init(|| make(engine)).await
}

async fn make(engine: Engine) -> Template {
    let folder = tempfile::tempdir().expect("a folder");
    let database = match engine {
        Engine::Sqlite => None,
        Engine::Postgres => Some(fresh_database(None).await),
    };
    let settings =
        app::Settings { data: folder.path().into(), database_url: database.clone(), ..app::Settings::default() };
    let opened = app::open(&settings, Arc::new(TestClock::after_start(0))).await.expect("a new hub opens");
    let tx = opened.hub.db.begin().await.expect("a transaction");
    for kind in SLOW_JOBS {
        tx.exec("DELETE FROM jobs WHERE kind = $1", store::params![kind]).await.expect("the job is taken out");
    }
    tx.commit().await.expect("committed");
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
