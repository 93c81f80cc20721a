//! Writing to the network: the forms that anybody may send, and whom their messages reach.

mod form;
mod letter_previews;
mod message;
mod pages;
mod personal;
mod purpose;
mod routing;

use std::sync::Arc;

use base::Lang;
use store::Migration;
use web::links::{Link, Place};
use web::{Feature, Parts};

use purpose::{Purpose, message_words, next_words, title_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "contact",
        migrations: &[
            Migration {
                name: "20261126_001100_site_messages",
                sql: include_str!("../migrations/20261126_001100_site_messages.sql"),
            },
            Migration {
                name: "20261127_020000_site_messages_about",
                sql: include_str!("../migrations/20261127_020000_site_messages_about.sql"),
            },
            Migration {
                name: "20261204_000200_contact_routes",
                sql: include_str!("../migrations/20261204_000200_contact_routes.sql"),
            },
            Migration {
                name: "20261212_000100_contact_of_cities",
                sql: include_str!("../migrations/20261212_000100_contact_of_cities.sql"),
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
    let of = |purpose| [message_words(purpose), title_words(purpose), next_words(purpose)];
    Purpose::ALL.into_iter().flat_map(of).map(str::to_owned).collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.letters.push(web::post::kind::<message::MessageTold>());
    parts.letters.push(web::post::kind::<message::ConfirmAsked>());
    parts.chores.push(Arc::new(message::OldMessages));
    parts.links.extend([
        Link::new(Place::FootTogether, "ask-team", "/ask"),
        Link::new(Place::FootTogether, "share-title", "/share"),
        Link::new(Place::FootTogether, "contact-title", "/contact"),
        Link::new(Place::Error, "ask-team", "/ask"),
    ]);
}
