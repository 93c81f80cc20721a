//! The public site, what machines ask for, and the back office.

mod machines;
mod openapi;
mod pages;

use base::{Actor, Lang};
use web::Routes;
use web::parts::{Feature, MenuItem, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "site",
        migrations: &[],
        words: [
            (Lang::En, include_str!("../words/en.ftl")),
            (Lang::Fr, include_str!("../words/fr.ftl")),
            (Lang::Ar, include_str!("../words/ar.ftl")),
        ],
        routes,
        parts,
        jobs: |hub| vec![web::post::handler(hub)],
    }
}

fn routes() -> Routes {
    pages::routes().merge(machines::routes()).merge(openapi::routes())
}

fn parts(parts: &mut Parts) {
    parts.menu.push(MenuItem { place: 80, words: "menu-about", path: "/about", icon: "info", shown: |_: &Actor| true });
    parts.menu.push(MenuItem { place: 90, words: "menu-join", path: "/join", icon: "route", shown: |_: &Actor| true });
    parts.account.push(MenuItem {
        place: 90,
        words: "menu-office",
        path: "/office",
        icon: "plan",
        shown: Actor::is_central,
    });
    parts.office.push(MenuItem {
        place: 90,
        words: "menu-jobs",
        path: "/office/jobs",
        icon: "clock",
        shown: Actor::is_administrator,
    });
}
