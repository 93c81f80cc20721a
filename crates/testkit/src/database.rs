//! A database for each hub: a file on SQLite, a copy of a filled template on PostgreSQL.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use store::Engine;
use tokio_postgres::NoTls;

use crate::hub::TestHub;
use crate::postgres::Postgres;

static SERVER: OnceLock<Result<(String, Option<Postgres>), String>> = OnceLock::new();
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// The server's address as its superuser: that of the test run, or one of this process's own.
fn server() -> &'static str {
    let found = SERVER.get_or_init(|| match std::env::var("HUB_TEST_POSTGRES") {
        Ok(url) if !url.is_empty() => Ok((url, None)),
        _ => Postgres::start().map(|server| (server.url().to_owned(), Some(server))),
    });
    match found {
        Ok((url, _)) => url,
        Err(reason) => panic!("tests on PostgreSQL cannot run: {reason}"),
    }
}

/// The address of another database of the same server.
fn address(name: &str) -> String {
    let mut url = url::Url::parse(server()).expect("HUB_TEST_POSTGRES is an address");
    url.set_path(name);
    url.to_string()
}

/// Makes a new database, empty or as a copy, and answers its address.
pub async fn fresh_database(template: Option<&str>) -> String {
    let name = format!("hub_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
    let (client, connection) =
        tokio_postgres::connect(server(), NoTls).await.expect("the throw-away PostgreSQL server answers");
    let connection = tokio::spawn(connection);
    let of = template
        .map(|address| format!(" TEMPLATE {}", address.rsplit('/').next().unwrap_or_default()))
        .unwrap_or_default();
    client.batch_execute(&format!("CREATE DATABASE {name}{of}")).await.expect("a new database");
    drop(client);
    let _ = connection.await;
    address(&name)
}

impl TestHub {
    /// Every row of every table as text.
    ///
    /// # Panics
    /// When the database does not answer.
    pub async fn dump(&self) -> String {
        let sql = self.hub.db.read();
        let names = match self.engine {
            Engine::Sqlite => "SELECT name AS n FROM sqlite_master WHERE type = 'table'",
            Engine::Postgres => "SELECT CAST(tablename AS TEXT) AS n FROM pg_tables WHERE schemaname = 'public'",
        };
        let texts = async |text: String| -> Vec<String> {
            let rows = sql.raw_in_own_words(&text, Vec::new()).await.expect("rows");
            rows.iter().map(|row| row.get::<String>("n").expect("a text")).collect()
        };
        let mut all = String::new();
        for table in texts(names.to_owned()).await {
            let row = match self.engine {
                Engine::Sqlite => {
                    let columns = texts(format!("SELECT name AS n FROM pragma_table_info('{table}')")).await;
                    columns.iter().map(|name| format!("quote(\"{name}\")")).collect::<Vec<_>>().join(" || ' ' || ")
                }
                Engine::Postgres => "CAST(t AS TEXT)".to_owned(),
            };
            all.push_str(&format!("== {table}\n"));
            all.push_str(&texts(format!("SELECT {row} AS n FROM \"{table}\" t")).await.join("\n"));
            all.push('\n');
        }
        all
    }
}
