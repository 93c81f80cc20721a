//! The public site, what machines ask for, and the back office.

mod machines;
mod message;
mod openapi;
mod pages;

use std::sync::Arc;

use base::{Actor, Lang};
use store::Migration;
use web::Routes;
use web::parts::{Feature, MenuItem, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "site",
        migrations: &[Migration {
            name: "20261126_001100_site_messages",
            sql: include_str!("../migrations/20261126_001100_site_messages.sql"),
        }],
        files: &[],
        words: [
            (Lang::En, include_str!("../words/en.ftl")),
            (Lang::Fr, include_str!("../words/fr.ftl")),
            (Lang::Ar, include_str!("../words/ar.ftl")),
        ],
        routes,
        parts,
        jobs: |_| Vec::new(),
    }
}

fn routes() -> Routes {
    pages::routes().merge(machines::routes()).merge(openapi::routes())
}

fn parts(parts: &mut Parts) {
    parts.letters.push(web::post::kind::<message::MessageTold>());
    parts.chores.push(Arc::new(message::OldMessages));
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
