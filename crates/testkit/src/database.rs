//! A database for each hub: a file on SQLite, a copy of a filled template on PostgreSQL.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio_postgres::NoTls;

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
