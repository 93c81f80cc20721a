//! Where people begin their day: a city's workspace, and the desk of those who answer for cities. All that stands there is offered by the
//! features whose it is.

mod access;
mod pages;

use base::{Actor, Lang};
use web::links::{Link, Place};
use web::{Feature, Parts};

/// This feature. It keeps nothing of its own.
pub fn feature() -> Feature {
    Feature {
        name: "workspace",
        migrations: &[],
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

/// None of its words is put together.
fn made_words() -> Vec<String> {
    Vec::new()
}

fn parts(parts: &mut Parts) {
    parts.rights.extend(access::RIGHTS);
    parts.links.extend([
        Link::new(Place::Account, "menu-workspace", "/workspace")
            .icon("city")
            .shown(|actor| !actor.cities().is_empty()),
        Link::new(Place::Account, "menu-desk", "/desk").icon("check").shown(Actor::answers_for_cities),
    ]);
}
