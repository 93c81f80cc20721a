//! SQLite's FTS5, in the SQLite that the hub carries.

use std::time::Instant;

use rusqlite::{Connection, params};
use tempfile::TempDir;

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
    connection: Connection,
    _folder: TempDir,
}

/// Takes the documents in, in one transaction.
pub fn build(documents: &[Document]) -> Result<Measured> {
    let folder = tempfile::tempdir()?;
    let mut connection = Connection::open(folder.path().join("peer.db"))?;
    // As much as the whole corpus: the others map their files or have the system's cache near.
    connection
        .execute_batch("PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536; PRAGMA mmap_size = 2000000000;")?;
    let begun = Instant::now();
    fill(&mut connection, documents)?;
    let built_in = begun.elapsed();
    Ok(Measured::new("SQLite FTS5", Sqlite { connection, _folder: folder }, Some(built_in)))
}

fn fill(connection: &mut Connection, documents: &[Document<'_>]) -> Result<()> {
    connection.execute_batch(TABLES)?;
    let tx = connection.transaction()?;
    for (id, document) in (1_i64..).zip(documents) {
        let body = format!("{}\n{}", document.abstract_text, document.body);
        tx.prepare_cached("INSERT INTO words (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute(params![
            id,
            document.title,
            body
        ])?;
        let city = document.city;
        tx.prepare_cached("INSERT INTO facts VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?.execute(params![
            id,
            city.map(|city| city.slug.as_str()),
            city.map(|city| city.country.as_str()),
            city.map(|city| city.region.as_str()),
            document.language,
            document.kind,
            document.year,
        ])?;
        for theme in &document.themes {
            tx.prepare_cached("INSERT INTO themes VALUES (?1, ?2)")?.execute(params![id, *theme])?;
        }
    }
    tx.commit()?;
    connection.execute_batch("INSERT INTO words(words) VALUES ('optimize'); ANALYZE;")?;
    Ok(())
}

impl Engine for Sqlite {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        // Words in quotes are words, never operators; beside each other they must all match.
        let words: Vec<String> = query.split(' ').map(|word| format!("\"{word}\"")).collect();
        let words = words.join(" ");
        let best = self
            .connection
            .prepare_cached(BEST)?
            .query_map([&words], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<Vec<(i64, String, String)>>>()?;
        let counts = self
            .connection
            .prepare_cached(COUNTS)?
            .query_map([&words], |row| {
                Ok((row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default().to_owned(), row.get(2)?))
            })?
            .collect::<rusqlite::Result<Vec<(String, String, i64)>>>()?;
        let total = counts.first().ok_or("no counts")?.2;
        std::hint::black_box((best, counts));
        Ok(Some(usize::try_from(total)?))
    }
}
