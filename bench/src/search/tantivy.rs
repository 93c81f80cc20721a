//! Tantivy as its documentation would have one use it: its own analyser, parser, facets and snippets.

use std::time::Instant;

use tantivy::aggregation::AggregationCollector;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{FAST, Field, INDEXED, STORED, STRING, Schema, TEXT, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Index, IndexReader, TantivyDocument};
use tempfile::TempDir;

use super::{Engine, Measured, TOP};
use crate::Result;
use crate::corpus::Document;

/// Memory in which documents gather, in bytes, for both threads: what the hub's index has.
const WRITER_BYTES: usize = 64 * 1024 * 1024;
/// Threads that take documents in.
const WRITER_THREADS: usize = 2;
/// What is counted.
const FACETS: [&str; 7] = ["theme", "city", "country", "region", "language", "kind", "year"];

/// An index in a folder, as the hub's.
struct Tantivy {
    reader: IndexReader,
    parser: QueryParser,
    facets: Aggregations,
    title: Field,
    body: Field,
    _folder: TempDir,
}

/// Takes the documents in, in one commit.
pub fn build(documents: &[Document]) -> Result<Measured> {
    let mut schema = Schema::builder();
    let title = schema.add_text_field("title", TEXT | STORED);
    let body = schema.add_text_field("body", TEXT | STORED);
    let [theme, city, country, region, language, kind, _] = FACETS.map(|name| {
        if name == "year" {
            schema.add_i64_field(name, INDEXED | FAST)
        } else {
            schema.add_text_field(name, STRING | FAST)
        }
    });
    let schema = schema.build();
    let year = schema.get_field("year")?;
    let folder = tempfile::tempdir()?;
    let index = Index::create_in_dir(folder.path(), schema)?;
    let begun = Instant::now();
    let mut writer = index.writer_with_num_threads(WRITER_THREADS, WRITER_BYTES)?;
    for document in documents {
        let mut new = TantivyDocument::new();
        new.add_text(title, &document.title);
        new.add_text(body, format!("{}\n{}", document.abstract_text, document.body));
        document.themes.iter().for_each(|slug| new.add_text(theme, slug));
        if let Some(place) = document.city {
            new.add_text(city, &place.slug);
            new.add_text(country, &place.country);
            new.add_text(region, &place.region);
        }
        new.add_text(language, document.language);
        new.add_text(kind, document.kind);
        new.add_i64(year, document.year);
        writer.add_document(new)?;
    }
    writer.commit()?;
    let built_in = begun.elapsed();
    writer.wait_merging_threads()?;
    let mut parser = QueryParser::for_index(&index, vec![title, body]);
    parser.set_conjunction_by_default();
    // The hub weighs a title's words so, too.
    parser.set_field_boost(title, 3.0);
    let facets: serde_json::Map<_, _> = FACETS
        .iter()
        .map(|name| ((*name).to_owned(), serde_json::json!({ "terms": { "field": name, "size": 200 } })))
        .collect();
    let facets = serde_json::from_value(facets.into())?;
    let engine = Tantivy { reader: index.reader()?, parser, facets, title, body, _folder: folder };
    Ok(Measured::new("Tantivy alone", engine, Some(built_in)))
}

impl Engine for Tantivy {
    fn page(&mut self, query: &str) -> Result<Option<usize>> {
        let searcher = self.reader.searcher();
        let query = self.parser.parse_query(query)?;
        let facets = AggregationCollector::from_aggs(self.facets.clone(), Default::default());
        let best = TopDocs::with_limit(TOP).order_by_score();
        let (best, total, facets) = searcher.search(&query, &(best, Count, facets))?;
        let mut snippets = SnippetGenerator::create(&searcher, &*query, self.body)?;
        snippets.set_max_num_chars(find::SNIPPET_CHARS);
        let mut shown = Vec::with_capacity(TOP);
        for (_, address) in best {
            let document: TantivyDocument = searcher.doc(address)?;
            let title = document.get_first(self.title).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
            shown.push((title, snippets.snippet_from_doc(&document).to_html()));
        }
        std::hint::black_box((shown, facets));
        Ok(Some(total))
    }
}
