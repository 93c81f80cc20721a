//! The search page beside other engines: the same documents, the same queries, the same work.
//!
//! A page of answers is: the best twenty, counts of seven facets over all that match, titles and a snippet of each of
//! the twenty. All words of a query must match, in every engine. Only the hub looks at who may see a document, folds
//! scripts, stems, and tries similar words where little is found: the others do less, and are not charged for it.

mod ours;
mod postgres;
mod sqlite;
mod tantivy;

use std::time::{Duration, Instant};

use crate::Result;
use crate::corpus::{Corpus, Document};
use crate::figures::{Section, Table, millis, percentile, say};

/// Answers on one page.
const TOP: usize = 20;
/// Different queries that are measured.
const QUERIES: usize = 500;
/// Different queries before them: nothing is measured cold.
const WARM: usize = 100;
/// Queries that one engine answers before it is the next one's turn.
const TURN: usize = 25;

/// Something that answers queries, one after the other.
trait Engine {
    /// Answers one page; how many documents match in all, where that is known.
    fn page(&mut self, query: &str) -> Result<Option<usize>>;
}

/// An engine with its documents, and what was measured of it.
struct Measured {
    name: &'static str,
    engine: Box<dyn Engine>,
    built_in: Option<Duration>,
    times: Vec<Duration>,
    found: Vec<usize>,
}

impl Measured {
    fn new(name: &'static str, engine: impl Engine + 'static, built_in: Option<Duration>) -> Measured {
        Measured { name, engine: Box::new(engine), built_in, times: Vec::new(), found: Vec::new() }
    }

    fn ask(&mut self, queries: &[String]) -> Result<()> {
        for query in queries {
            let begun = Instant::now();
            let found = self.engine.page(query)?;
            self.times.push(begun.elapsed());
            self.found.extend(found);
        }
        Ok(())
    }

    fn mean(&self) -> f64 {
        millis(self.times.iter().sum()) / self.times.len() as f64
    }

    fn percentile(&self, percent: usize) -> f64 {
        millis(percentile(&self.times, percent))
    }
}

/// Measures it.
pub fn measure(quick: bool) -> Result<Section> {
    let corpus = Corpus::new()?;
    let sizes: &[usize] = if quick { &[10_000] } else { &[10_000, 100_000] };
    let tables = sizes.iter().map(|size| of_size(&corpus, *size)).collect::<Result<Vec<_>>>()?;
    Ok(Section::new("search", tables))
}

fn of_size(corpus: &Corpus, size: usize) -> Result<Table> {
    say(&format!("search: {size} documents are made up"));
    let documents: Vec<Document> = corpus.documents(size).collect();
    let bytes: usize = documents.iter().map(|document| document.title.len() + document.body.len()).sum();
    let queries = corpus.queries(WARM + QUERIES, size);

    let mut all = Vec::new();
    say("they are put into Tantivy");
    all.push(tantivy::build(&documents)?);
    say("into the hub");
    let hub = ours::build(&documents, &mut all)?;
    say("into SQLite");
    all.push(sqlite::build(&documents)?);
    say("into PostgreSQL");
    all.push(postgres::build(&documents)?);
    drop(documents);

    say("they are asked");
    for one in &mut all {
        one.ask(&queries[..WARM])?;
        one.times.clear();
        one.found.clear();
    }
    // In turns: a shared machine is not as fast in every second.
    for some in queries[WARM..].chunks(TURN) {
        for one in &mut all {
            one.ask(some)?;
        }
    }
    let table = table(size, bytes, &all);
    drop(all);
    hub.stop()?;
    Ok(table)
}

fn table(size: usize, bytes: usize, all: &[Measured]) -> Table {
    let title = format!(
        "A page of answers from {size} documents ({} MB of text): top {TOP}, 7 facets, snippets; {QUERIES} queries, one after the other (milliseconds)",
        bytes / 1_000_000
    );
    let columns = ["p50", "p95", "p99", "mean", "x p50", "x p95", "x mean", "found", "built in s"];
    let mut table = Table::new(size.to_string(), title, &columns);
    for one in all {
        let [p50, p95, p99] = [50, 95, 99].map(|percent| one.percentile(percent));
        let times = [p50 / all[0].percentile(50), p95 / all[0].percentile(95), one.mean() / all[0].mean()];
        let found = (!one.found.is_empty()).then(|| one.found.iter().sum::<usize>() as f64 / one.found.len() as f64);
        let built = one.built_in.map(|time| time.as_secs_f64());
        table.row(one.name, [p50, p95, p99, one.mean()].into_iter().chain(times).map(Some).chain([found, built]));
    }
    table.note("x: times what Tantivy alone takes. found: documents that match, on average.");
    table.note("Aim: the hub's page at 100,000 documents within 3 times what Tantivy alone takes.");
    table
}
