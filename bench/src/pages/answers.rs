//! Pages of answers: the one search beside the library's, asked the same, for somebody signed in (whose pages are not kept).

use std::time::{Duration, Instant};

use crate::Result;
use crate::client::Connection;
use crate::corpus::Corpus;
use crate::figures::{Table, percentile};
use crate::hub::RealHub;

/// Measures both in turns, one question after the other.
pub fn table(real: &RealHub, session: &str, queries: usize, documents: usize) -> Result<Table> {
    let title = format!("Answers: {queries} questions over {documents} documents, one after the other, in turns");
    let mut table =
        Table::new("answers", title, &["library ms", "search ms", "search/library", "library kB", "search kB"]);
    table.note("The search looks through documents, cities and all that the team publishes; the library says how much it would find elsewhere.");
    let headers = format!("Cookie: hub_session={session}\r\n");
    let mut connection = Connection::open(real.address)?;
    let (mut library, mut search) = (Asked::default(), Asked::default());
    for query in Corpus::new()?.queries(queries, documents) {
        let words: String = query.bytes().map(|byte| format!("%{byte:02X}")).collect();
        library.ask(&mut connection, &format!("/en/library?q={words}"), &headers)?;
        search.ask(&mut connection, &format!("/en/search?q={words}"), &headers)?;
    }
    for (name, percent) in [("median", 50), ("95 of 100", 95)] {
        let [library_ms, search_ms] =
            [&library, &search].map(|own| percentile(&own.times, percent).as_secs_f64() * 1e3);
        let sizes = [&library, &search].map(|own| own.bytes as f64 / own.times.len() as f64 / 1e3);
        let cells = [library_ms, search_ms, search_ms / library_ms, sizes[0], sizes[1]];
        table.row(name, cells.map(Some));
    }
    Ok(table)
}

/// What was asked at one address.
#[derive(Default)]
struct Asked {
    times: Vec<Duration>,
    bytes: usize,
}

impl Asked {
    fn ask(&mut self, connection: &mut Connection, path: &str, headers: &str) -> Result<()> {
        let begun = Instant::now();
        let answer = connection.page(path, headers)?;
        self.times.push(begun.elapsed());
        self.bytes += answer.body.len();
        Ok(())
    }
}
