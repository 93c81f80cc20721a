//! Tables that people bring in: read, looked at first, taken row by row, and taken back. What a row is, each feature says
//! (`web::imports::Importer`).

mod actions;
mod acts;
mod chores;
mod city_rows;
mod pages;
mod personal;
mod rows;
mod rules;
mod sheet;

use std::sync::Arc;

use base::Lang;
use store::Migration;
use web::words::act_words;
use web::{Feature, Parts};

use rules::{ImportState, Outcome, outcome_words, state_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "imports",
        migrations: &[Migration {
            name: "20261222_000000_imports",
            sql: include_str!("../migrations/20261222_000000_imports.sql"),
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
        jobs: |_, _| Vec::new(),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    acts.chain(Outcome::ALL.map(outcome_words)).chain(ImportState::ALL.map(state_words)).collect()
}

fn parts(parts: &mut Parts) {
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.chores.push(Arc::new(chores::OldImports));
}
