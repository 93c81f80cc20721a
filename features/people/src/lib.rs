//! Accounts, roles, sessions, invitations.

pub mod access;
pub mod actions;
mod letters;
mod pages;
mod password;
mod rows;
mod rules;
mod sessions;

pub use actions::glass::break_glass;
pub use actions::links::{first_link, link_for};
pub use password::Passwords;
pub use rows::{leads_of, list, names};
pub use rules::{Newcomer, RoleGrant, role_of};

use std::sync::Arc;

use base::{Actor, Lang};
use store::Migration;
use web::parts::{Feature, MenuItem, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "people",
        migrations: &[Migration {
            name: "20261121_000200_people",
            sql: include_str!("../migrations/20261121_000200_people.sql"),
        }],
        words: [
            (Lang::En, include_str!("../words/en.ftl")),
            (Lang::Fr, include_str!("../words/fr.ftl")),
            (Lang::Ar, include_str!("../words/ar.ftl")),
        ],
        routes: pages::routes,
        parts,
        jobs: |_| Vec::new(),
    }
}

fn parts(parts: &mut Parts) {
    parts.sessions = Some(Arc::new(sessions::DatabaseSessions));
    let signed_in = |actor: &Actor| actor.person().is_some();
    parts.account.push(MenuItem { place: 10, words: "menu-account", path: "/account", icon: "user", shown: signed_in });
    parts.office.push(MenuItem {
        place: 10,
        words: "menu-people",
        path: "/office/people",
        icon: "people",
        shown: Actor::is_central,
    });
    parts.office.push(MenuItem {
        place: 50,
        words: "menu-record",
        path: "/office/record",
        icon: "book",
        shown: Actor::is_administrator,
    });
}
