//! What the network expects of its members, and how each stands with it.

mod access;
mod actions;
mod acts;
mod city_rows;
mod letter_previews;
mod notices;
mod pages;
mod part;
mod personal;
mod rows;
mod rules;
mod standing;

pub use actions::found;
pub use part::cure;
pub use rules::{Evidence, Hold, Line, Met, count};
pub use standing::{holds, of_cities, year_at};

use std::sync::Arc;

use base::{Actor, Lang};
use store::Migration;
use web::links::{Link, Place};
use web::parts::Tab;
use web::words::{act_words, notice_words};
use web::{Feature, Parts};

use rules::{cure_words, evidence_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "expectations",
        migrations: &[
            Migration {
                name: "20261215_000100_expectations",
                sql: include_str!("../migrations/20261215_000100_expectations.sql"),
            },
            Migration {
                name: "20261216_000000_expectations_missed",
                sql: include_str!("../migrations/20261216_000000_expectations_missed.sql"),
            },
        ],
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
    let acts = acts.chain([notice_words(notices::KIND)]);
    acts.chain(Evidence::ALL.map(evidence_words)).chain(Evidence::ALL.map(cure_words)).collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.notices.push(Arc::new(notices::OnHold));
    parts.workspace.push(Arc::new(part::Standing));
    parts.tabs.push(Tab { words: "menu-expectations", path: |slug| format!("/cities/{slug}/expectations") });
    parts.links.extend([
        Link::new(Place::OfficePeople, "menu-expectations", "/office/expectations")
            .hint("menu-expectations-hint")
            .icon("check")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "menu-expectations", "/office/expectations")
            .icon("check")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
    ]);
}
