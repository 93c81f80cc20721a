//! What the index promises, asked from outside.

mod access;
mod durable;
mod facets;
mod hostile;
mod sorting;
mod suggestions;
mod words;

use std::collections::HashSet;

use base::Audience;
use find::{Entry, Found, Index, Request};

/// The audience of everybody.
const PUBLIC: Audience = Audience::EVERYONE;
/// An audience that most readers of these tests are not in.
const HIDDEN: Audience = Audience::MEMBERS;

fn entry(id: i64, lang: &str, title: &str, body: &str) -> Entry {
    Entry {
        id,
        audiences: vec![PUBLIC],
        title: title.into(),
        body: body.into(),
        lang: lang.into(),
        date: id,
        title_key: title.to_lowercase().into_bytes(),
        ..Entry::default()
    }
}

fn index(entries: Vec<Entry>) -> Index {
    let index = Index::in_memory();
    index.apply(entries, vec![], 1).unwrap();
    index
}

fn request(text: &str) -> Request {
    Request { text: text.into(), limit: 20, audiences: vec![(PUBLIC, 0)], ..Request::default() }
}

fn ids(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.id).collect()
}

fn search(index: &Index, text: &str) -> Vec<i64> {
    ids(&index.search(&request(text)).unwrap())
}

fn search_all(index: &Index, text: &str) -> Found {
    index.search(&request(text)).unwrap()
}

fn suggest(index: &Index, typed: &str) -> Vec<String> {
    index
        .suggest(&Request { text: typed.into(), audiences: vec![(PUBLIC, 0)], limit: 10, ..Request::default() })
        .unwrap()
}
