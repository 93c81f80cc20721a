//! The guiding principles: their versions, and who signed which text.

mod access;
mod actions;
mod acts;
mod asked_rows;
mod chores;
mod city_rows;
mod compare;
mod draft;
mod draft_rows;
mod events;
mod first;
mod jobs;
mod letter_previews;
mod notices;
mod pages;
mod personal;
mod rows;
mod rules;
mod signature_rows;
mod sitemap;
mod tasks;

pub use asked_rows::asked_of;
pub use rows::{in_force, texts_of, version};
pub use rules::{Asked, Change, InForce, Signature, Signed, Text, Version, best, lines};
pub use signature_rows::{SignedAt, sign, signed, signed_by};

use std::sync::Arc;

use base::{Actor, Lang};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::parts::Tab;
use web::words::{act_words, job_words, notice_words};
use web::{Feature, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "principles",
        migrations: &[
            Migration {
                name: "20261214_000000_principles",
                sql: include_str!("../migrations/20261214_000000_principles.sql"),
            },
            Migration {
                name: "20261217_000000_principles_asked",
                sql: include_str!("../migrations/20261217_000000_principles_asked.sql"),
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
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let told = [notices::ASK, notices::SIGNATURE].map(notice_words);
    let changes = Change::ALL.map(rules::change_words);
    let stands = pages::Stands::ALL.map(pages::stands_words);
    acts.chain(told).chain(changes).chain(stands).chain([job_words(jobs::Ask::KIND)]).collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.ready.push(Arc::new(first::Versions));
    parts.sitemap.push(Arc::new(sitemap::Principles));
    parts.notices.push(Arc::new(notices::ToSign));
    parts.notices.push(Arc::new(notices::Signed));
    parts.chores.push(Arc::new(chores::Reminders));
    parts.tasks.push(Arc::new(tasks::Signatures));
    parts.tabs.push(Tab { words: "foot-principles", path: |slug| notices::own_place(slug) });
    parts.links.extend([
        Link::new(Place::FootNetwork, "foot-principles", "/principles"),
        Link::new(Place::OfficePeople, "menu-principles", "/office/principles")
            .hint("menu-principles-hint")
            .icon("book")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "menu-principles", "/office/principles")
            .icon("book")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
    ]);
}
