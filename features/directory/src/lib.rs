//! Who is who among members: what people show of themselves, as far as they choose, and how they are found and written to.

mod access;
mod actions;
mod acts;
mod chores;
mod letter;
mod letter_previews;
mod pages;
mod panel;
mod personal;
mod picture;
mod rows;
mod rules;

pub use demo::show;

mod demo;

use std::sync::Arc;

use base::Lang;
use store::Migration;
use web::links::{Link, Place};
use web::words::act_words;
use web::{Feature, Parts};

use access::may_look;
use rules::{FIELDS, Shown, field_words, shown_hint_words, shown_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "directory",
        migrations: &[Migration {
            name: "20261221_000000_directory",
            sql: include_str!("../migrations/20261221_000000_directory.sql"),
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
    let shown = Shown::ALL.into_iter().flat_map(|own| [shown_words(own.code()), shown_hint_words(own.code())]);
    acts.chain(FIELDS.map(field_words)).chain(shown).collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.personal.things.push(Arc::new(personal::Pictures));
    parts.acts.extend_from_slice(acts::ALL);
    parts.rights.extend(access::RIGHTS);
    parts.letters.push(web::post::kind::<letter::Written>());
    parts.chores.push(Arc::new(chores::OldMessages));
    parts.city_panels.push(Arc::new(panel::PeopleOfCity));
    parts.links.extend([
        Link::new(Place::Account, "directory-title", "/people").icon("people").shown(may_look),
        Link::new(Place::Account, "directory-own", "/account/profile")
            .icon("user")
            .shown(|actor| actor.person().is_some()),
    ]);
}
