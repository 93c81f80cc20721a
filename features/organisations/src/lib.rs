//! Organisations with which the network, or one of its cities, works: what they are called in each language, what they are, and under
//! which numbers others know them.

mod access;
mod actions;
mod acts;
mod city_rows;
mod jobs;
mod names;
mod pages;
mod picker;
mod rows;
mod rules;
mod scheme;

pub use actions::hold;
pub use names::names;
pub use picker::{pick, picker};
pub use rules::{Kind, Organisation};
pub use scheme::Scheme;

use base::{Actor, Lang};
use store::Migration;
use web::links::{Link, Place};
use web::parts::Tab;
use web::words::{act_words, job_words};
use web::{Feature, Parts};

use store::Payload;

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "organisations",
        migrations: &[Migration {
            name: "20261225_000100_organisations",
            sql: include_str!("../migrations/20261225_000100_organisations.sql"),
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
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let kinds = Kind::ALL.map(rules::kind_words);
    let schemes = Scheme::ALL.map(scheme::scheme_words);
    acts.chain(kinds).chain(schemes).chain([job_words(jobs::BringFirst::KIND)]).collect()
}

fn parts(parts: &mut Parts) {
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.first_jobs.push(|| store::Asked::of(&jobs::BringFirst {}));
    parts.tabs.push(Tab { words: "menu-organisations", path: |slug| format!("/cities/{slug}/organisations") });
    parts.links.extend([
        Link::new(Place::OfficePeople, "menu-organisations", "/office/organisations")
            .hint("menu-organisations-hint")
            .icon("people")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "menu-organisations", "/office/organisations")
            .icon("people")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
    ]);
}
