//! The one search: all that is public, and what its reader may see besides, in one answer. It knows no kind of thing:
//! who has some offers them (`web::parts::Hits`).

mod answers;
mod api;
mod page;
mod query;

use base::Lang;
use web::links::{Link, Place};
use web::{Feature, Parts, Routes};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "search",
        migrations: &[],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes,
        parts,
        jobs: |_, _| Vec::new(),
    }
}

/// What a kind is called comes from who has it.
fn made_words() -> Vec<String> {
    Vec::new()
}

fn routes() -> Routes {
    Routes::default()
        .page("/search?q&kind*&theme*&region*&sort&words&page", page::get)
        .page("/search/suggest?q", page::suggest)
        .merge(api::routes())
}

fn parts(parts: &mut Parts) {
    parts.links.push(Link::new(Place::Main, "search-title", "/search"));
    parts.links.push(Link::new(Place::Search, "search-everything", "/search"));
}
