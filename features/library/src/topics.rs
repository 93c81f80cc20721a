//! Topics of the page cache: what a document's page shows, and what a document's change makes stale.
//!
//! `documents` is for lists of all of them, `documents:city:…` for a city's, `document:…` for the pages that name this
//! one, `documents:theme:…` for those that choose from a theme's documents.

use base::{CityId, DocumentId};

use crate::rules::Document;

/// What every change of a document makes stale: where it is, or was, listed or named.
pub(crate) fn changed(id: i64, cities: &[Option<CityId>]) -> Vec<String> {
    let mut topics = vec!["documents".to_owned(), document(DocumentId(id))];
    topics.extend(cities.iter().flatten().map(|city| of_city(*city)));
    topics
}

/// What a city's documents are listed under.
pub(crate) fn of_city(city: CityId) -> String {
    format!("documents:city:{city}")
}

/// What becomes stale when documents of these themes come or go.
pub(crate) fn of_themes<'a>(themes: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    themes.into_iter().map(|slug| format!("documents:theme:{slug}")).collect()
}

/// The themes that a document comes to or leaves: all of them when it moves to another city or other readers.
pub(crate) fn come_or_gone<'a>(before: &'a [String], now: &'a [String], moves: bool) -> Vec<&'a String> {
    let in_both = |slug: &String| before.contains(slug) && now.contains(slug);
    let new = now.iter().filter(|slug| !before.contains(slug));
    before.iter().chain(new).filter(|slug| moves || !in_both(slug)).collect()
}

/// What a document's page shows: itself, its city, the related documents and that there are no others.
pub(crate) fn of_page(own: &Document, themes: &[String], related: &[Document]) -> Vec<String> {
    let mut topics = vec!["cities".to_owned(), document(own.id)];
    topics.extend(of_themes(themes));
    topics.extend(related.iter().map(|other| document(other.id)));
    topics
}

pub(crate) fn document(id: DocumentId) -> String {
    format!("document:{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_comes_to_its_new_themes_and_leaves_the_old_ones() {
        let themes = |slugs: &[&str]| slugs.iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>();
        let (before, now) = (themes(&["a", "b"]), themes(&["b", "c"]));
        assert_eq!(come_or_gone(&before, &now, false), ["a", "c"]);
        assert_eq!(come_or_gone(&before, &now, true), ["a", "b", "c"]);
        assert!(come_or_gone(&now, &now, false).is_empty());
    }
}
