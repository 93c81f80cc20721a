//! The public site, what machines ask for, and the back office.

mod acts;
mod machines;
mod message;
mod openapi;
mod pages;

use std::sync::Arc;

use base::{Actor, Lang};
use store::Migration;
use web::Routes;
use web::parts::{Feature, MenuItem, Parts};
use web::words::act_words;

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
        made_words,
        routes,
        parts,
        jobs: |hub| vec![web::post::handler(hub)],
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let contributions = pages::CONTRIBUTIONS.into_iter().map(pages::contribution_words);
    acts.chain(contributions).collect()
}

fn routes() -> Routes {
    pages::routes().merge(machines::routes()).merge(openapi::routes())
}

fn parts(parts: &mut Parts) {
    parts.letters.push(web::post::kind::<message::MessageTold>());
    parts.chores.push(Arc::new(message::OldMessages));
    parts.menu.push(MenuItem {
        place: 80,
        words: "menu-about",
        hint: "",
        path: "/about",
        icon: "info",
        shown: |_: &Actor| true,
    });
    parts.menu.push(MenuItem {
        place: 90,
        words: "menu-join",
        hint: "",
        path: "/join",
        icon: "route",
        shown: |_: &Actor| true,
    });
    parts.account.push(MenuItem {
        place: 90,
        words: "menu-office",
        hint: "",
        path: "/office",
        icon: "plan",
        shown: Actor::is_central,
    });
    parts.office.push(MenuItem {
        place: 90,
        words: "menu-jobs",
        hint: "menu-jobs-hint",
        path: "/office/jobs",
        icon: "clock",
        shown: Actor::is_administrator,
    });
}
