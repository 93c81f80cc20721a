//! SQLite's FTS5, in the SQLite that the hub carries.

use std::time::Instant;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode};
use sqlx::{Connection, Executor, Row};
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::{Engine, Measured};
use crate::Result;
use crate::corpus::Document;

const TABLES: &str = "
    CREATE VIRTUAL TABLE words USING fts5(title, body);
    CREATE TABLE facts (id INTEGER PRIMARY KEY, city TEXT, country TEXT, region TEXT, language TEXT, kind TEXT, year INTEGER);
    CREATE TABLE themes (document INTEGER, theme TEXT, PRIMARY KEY (document, theme)) WITHOUT ROWID;
";

/// The best twenty, with their snippets. A word of the title weighs as much as in the hub.
const BEST: &str = "
    SELECT rowid, title, snippet(words, 1, '<b>', '</b>', '…', 32) AS snippet
    FROM words WHERE words MATCH $1 ORDER BY bm25(words, 3.0, 1.0) LIMIT 20
";

/// Counts of all facets over all that match, found once.
const COUNTS: &str = "
    WITH matched AS MATERIALIZED (SELECT rowid AS id FROM words WHERE words MATCH $1),
         known AS MATERIALIZED (SELECT facts.* FROM matched JOIN facts ON facts.id = matched.id)
    SELECT 'all' AS facet, '' AS value, COUNT(*) AS n FROM matched
    UNION ALL SELECT 'theme', theme, COUNT(*) FROM matched JOIN themes ON document = id GROUP BY theme
    UNION ALL SELECT 'city', city, COUNT(*) FROM known GROUP BY city
    UNION ALL SELECT 'country', country, COUNT(*) FROM known GROUP BY country
    UNION ALL SELECT 'region', region, COUNT(*) FROM known GROUP BY region
    UNION ALL SELECT 'language', language, COUNT(*) FROM known GROUP BY language
    UNION ALL SELECT 'kind', kind, COUNT(*) FROM known GROUP BY kind
    UNION ALL SELECT 'year', year, COUNT(*) FROM known GROUP BY year
";

/// A database in a file.
struct Sqlite {
    connection: SqliteConnection,
    runtime: Runtime,
    _folder: TempDir,
}

/// Takes the documents in, in one transaction.
pub fn build(documents: &[Document]) -> Result<Measured> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let options = SqliteConnectOptions::new()
        .filename(folder.path().join("peer.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // As much as the whole corpus: the others map their files or have the system's cache near.
        .pragma("cache_size", "-65536")
        .pragma("mmap_size", "2000000000");
    let mut connection = runtime.block_on(SqliteConnection::connect_with(&options))?;
    let begun = Instant::now();
    runtime.block_on(fill(&mut connection, documents))?;
    let built_in = begun.elapsed();
    Ok(Measured::new("SQLite FTS5", Sqlite { connection, runtime, _folder: folder }, Some(built_in)))
}

async fn fill(connection: &mut SqliteConnection, documents: &[Document<'_>]) -> Result<()> {
    connection.execute(TABLES).await?;
    let mut tx = connection.begin().await?;
    for (id, document) in (1_i64..).zip(documents) {
        sqlx::query("INSERT INTO words (rowid, title, body) VALUES ($1, $2, $3)")
            .bind(id)
            .bind(&document.title)
            .bind(format!("{}\n{}", document.abstract_text, document.body))
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO facts VALUES ($1, $2, $3, $4, $5, $6, $7)")
            .bind(id)
            .bind(document.city.map(|city| city.slug.as_str()))
            .bind(document.city.map(|city| city.country.as_str()))
            .bind(document.city.map(|city| city.region.as_str()))
            .bind(document.language)
            .bind(document.kind)
            .bind(document.year)
            .execute(&mut *tx)
            .await?;
        for theme in &document.themes {
            sqlx::query("INSERT INTO themes VALUES ($1, $2)").bind(id).bind(*theme).execute(&mut *tx).await?;
        }
    }
    tx.commit().await?;
    connection.execute("INSERT INTO words(words) VALUES ('optimize'); ANALYZE;").await?;
    Ok(())
}

impl Engine for Sqlite {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        // Words in quotes are words, never operators; beside each other they must all match.
        let words: Vec<String> = query.split(' ').map(|word| format!("\"{word}\"")).collect();
        let words = words.join(" ");
        self.runtime.block_on(async {
            let best = sqlx::query(BEST).bind(&words).fetch_all(&mut self.connection).await?;
            let counts = sqlx::query(COUNTS).bind(&words).fetch_all(&mut self.connection).await?;
            let total: i64 = counts.first().ok_or("no counts")?.try_get("n")?;
            std::hint::black_box((best, counts));
            Ok(Some(usize::try_from(total)?))
        })
    }
}
