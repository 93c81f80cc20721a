//! PostgreSQL's full text search, on a throw-away server.

use std::fmt::Write;
use std::time::Instant;

use futures::SinkExt;
use testkit::postgres::Postgres as Server;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::{Client, NoTls};

use super::{Engine, Measured};
use crate::Result;
use crate::corpus::Document;

const TABLE: &str = "
    CREATE TABLE documents (
        id BIGINT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL, themes TEXT[] NOT NULL, city TEXT, country TEXT,
        region TEXT, language TEXT NOT NULL, kind TEXT NOT NULL, year INT NOT NULL,
        words TSVECTOR NOT NULL GENERATED ALWAYS AS
            (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')) STORED
    )
";

/// The best twenty, with their snippets.
const BEST: &str = "
    SELECT id, title, ts_headline('simple', body, asked, 'MaxFragments=1, MinWords=15, MaxWords=35') AS snippet
    FROM (SELECT id, title, body, asked FROM documents, websearch_to_tsquery('simple', $1) AS asked
          WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 20) AS best
";

/// Counts of all facets over all that match, found once.
const COUNTS: &str = "
    WITH matched AS MATERIALIZED (
        SELECT themes, city, country, region, language, kind, year FROM documents
        WHERE words @@ websearch_to_tsquery('simple', $1))
    SELECT 'all' AS facet, '' AS value, COUNT(*) AS n FROM matched
    UNION ALL SELECT 'theme', theme, COUNT(*) FROM matched, unnest(themes) AS theme GROUP BY theme
    UNION ALL SELECT 'other', COALESCE(city, country, region, language, kind, year::text), COUNT(*) FROM matched
        GROUP BY GROUPING SETS ((city), (country), (region), (language), (kind), (year))
";

/// A connection to a server of its own.
struct Postgres {
    client: Client,
    runtime: Runtime,
    _server: Server,
}

/// Takes the documents in by COPY, then makes the index.
pub fn build(documents: &[Document]) -> Result<Measured> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let server = Server::start()?;
    let (client, connection) = runtime.block_on(tokio_postgres::connect(server.url(), NoTls))?;
    runtime.spawn(connection);
    let begun = Instant::now();
    runtime.block_on(fill(&client, documents))?;
    let built_in = begun.elapsed();
    Ok(Measured::new("PostgreSQL full text", Postgres { client, runtime, _server: server }, Some(built_in)))
}

async fn fill(client: &Client, documents: &[Document<'_>]) -> Result<()> {
    // One thread, as all others; and room enough to sort in memory.
    client
        .batch_execute(
            "SET max_parallel_workers_per_gather = 0; SET work_mem = '64MB'; SET maintenance_work_mem = '256MB'",
        )
        .await?;
    client.batch_execute(TABLE).await?;
    let columns = "id, title, body, themes, city, country, region, language, kind, year";
    let copy = client.copy_in(&format!("COPY documents ({columns}) FROM STDIN")).await?;
    futures::pin_mut!(copy);
    for (id, document) in documents.iter().enumerate() {
        copy.send(bytes::Bytes::from(line(id, document)?)).await?;
    }
    copy.finish().await?;
    client.batch_execute("CREATE INDEX documents_words ON documents USING GIN (words)").await?;
    client.batch_execute("VACUUM ANALYZE documents").await?;
    Ok(())
}

/// A row as COPY takes it.
fn line(id: usize, document: &Document) -> Result<String> {
    let place = |text: Option<&String>| text.map_or("\\N", String::as_str).to_owned();
    let mut line = format!("{id}\t");
    for text in [document.title.clone(), format!("{}\n{}", document.abstract_text, document.body)] {
        line.push_str(&text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', " "));
        line.push('\t');
    }
    let city = document.city;
    writeln!(
        line,
        "{{{}}}\t{}\t{}\t{}\t{}\t{}\t{}",
        document.themes.join(","),
        place(city.map(|city| &city.slug)),
        place(city.map(|city| &city.country)),
        place(city.map(|city| &city.region)),
        document.language,
        document.kind,
        document.year,
    )?;
    Ok(line)
}

impl Engine for Postgres {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        self.runtime.block_on(async {
            let best = self.client.prepare(BEST).await?;
            let best = self.client.query(&best, &[&query]).await?;
            let counts = self.client.prepare(COUNTS).await?;
            let counts = self.client.query(&counts, &[&query]).await?;
            let total: i64 = counts.first().ok_or("no counts")?.try_get("n")?;
            std::hint::black_box((best, counts));
            Ok(Some(usize::try_from(total)?))
        })
    }
}
