//! The guiding principles: their versions, and who signed which text.

mod first;
mod pages;
mod rows;
mod rules;
mod sitemap;

pub use rows::{newest, sign, signed_by, signed_newest, texts_of, version};
pub use rules::{Signature, Signed, Text, Version, best, lines};

use std::sync::Arc;

use base::Lang;
use store::Migration;
use web::links::{Link, Place};
use web::{Feature, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "principles",
        migrations: &[Migration {
            name: "20261214_000000_principles",
            sql: include_str!("../migrations/20261214_000000_principles.sql"),
        }],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: pages::routes,
        parts,
        jobs: |_| Vec::new(),
    }
}

/// None of its words is put together.
fn made_words() -> Vec<String> {
    Vec::new()
}

fn parts(parts: &mut Parts) {
    parts.ready.push(Arc::new(first::Versions));
    parts.sitemap.push(Arc::new(sitemap::Principles));
    parts.links.push(Link::new(Place::FootNetwork, "foot-principles", "/principles"));
}
