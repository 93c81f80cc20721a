//! What is done with documents: one verb, one function, one transaction.

pub mod edit;
pub mod read;
pub mod search;
pub mod upload;

use base::CityId;

/// Topics of the page cache that a document's change makes stale.
pub(crate) fn topics(id: i64, cities: &[Option<CityId>]) -> Vec<String> {
    let mut topics = vec!["documents".to_owned(), format!("document:{id}")];
    topics.extend(cities.iter().flatten().map(|city| format!("documents:city:{city}")));
    topics
}

/// The kind of the library's things in the change table.
pub(crate) const KIND: &str = "document";
