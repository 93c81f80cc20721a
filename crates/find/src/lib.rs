//! Finding: a full-text index over things that it knows nothing about.
//!
//! The hub puts [`Entry`]s in and gets ids, facets and snippets out ([`Found`]). The index is a projection of the database:
//! it can be thrown away and filled again, it answers only with ids, and what a reader may see is decided per document
//! by its audience, before anything is counted, shown or suggested.
//!
//! Everything here blocks. Call it from a blocking thread.

mod analyse;
mod answer;
mod arabic;
mod arabic_plurals;
mod browse;
mod collect;
mod dates;
mod error;
mod folder;
mod forms;
mod function_words;
mod glossary;
mod index;
mod joints;
mod kept;
mod parse;
mod places;
mod query;
mod roots;
mod rows;
mod schema;
mod sight;
mod snippet;
mod suggest;
mod tokens;
mod types;
mod typo;
mod view;
mod writer;

pub use error::FindError;
pub use folder::{Held, reached};
pub use glossary::Glossary;
pub use index::Index;
pub use parse::{MAX_QUERY_CHARS, MAX_QUERY_WORDS};
pub use snippet::SNIPPET_CHARS;
pub use types::{Entry, Facet, Found, Hit, MAX_WINDOW, Meant, Request, Snippet, Sort, Without, number};
