//! What the network's team publishes: news, questions, myths, initiatives, pages; their editor, translations and way to the readers.

pub mod access;
mod actions;
mod acts;
mod address;
mod api;
mod feed;
mod found;
mod home;
mod jobs;
mod kinds;
mod pages;
mod previews;
mod render;
mod rows;
mod rules;
mod schedule;
mod site;
mod sitemap;
mod state;

pub use actions::{
    Saw, call_off, confirm, create, publish, save_facts, schedule, send_back, send_for_review, withdraw, write,
};
pub use jobs::BringFirst;
pub use kinds::Kind;
pub use rules::{Facts, Item, Written};
pub use schedule::{PublishPlanned, When};
pub use site::{SITE_PAGES, SITE_PICTURES, SitePage, site_page};
pub use state::ItemState;

use std::sync::Arc;

use base::{Actor, Lang};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::parts::SearchKind;
use web::translated::Translated;
use web::words::{act_words, job_words, language_words};
use web::{Feature, Parts};

use kinds::{SECTIONS, about_words, body_words, kind_words, kinds_words, section_words, summary_words, title_words};
use state::state_words;

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "editorial",
        migrations: &[
            Migration {
                name: "20261203_001000_editorial",
                sql: include_str!("../migrations/20261203_001000_editorial.sql"),
            },
            Migration {
                name: "20261204_000000_editorial_schedule",
                sql: include_str!("../migrations/20261204_000000_editorial_schedule.sql"),
            },
            Migration {
                name: "20261204_000100_editorial_previews",
                sql: include_str!("../migrations/20261204_000100_editorial_previews.sql"),
            },
        ],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: || pages::routes().merge(api::routes()),
        parts,
        jobs: jobs::jobs,
    }
}

fn made_words() -> Vec<String> {
    let kinds = Kind::ALL.into_iter().flat_map(|kind| {
        let fixed = [title_words(kind), summary_words(kind), body_words(kind), about_words(kind)].map(str::to_owned);
        [kind_words(kind).to_owned(), kinds_words(kind)].into_iter().chain(fixed)
    });
    let states = ItemState::ALL.map(state_words);
    let standings = texts::State::ALL.map(pages::standing_words);
    let languages = base::lang::NAMES.iter().map(|(code, _)| language_words(code));
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let jobs = [job_words(BringFirst::KIND), job_words(PublishPlanned::KIND)];
    kinds
        .chain(states)
        .chain(standings)
        .chain(SECTIONS.map(section_words))
        .chain(languages)
        .chain(acts)
        .chain(actions::Remark::ALL.map(|remark| actions::remark_words(remark).to_owned()))
        .chain(jobs)
        .collect()
}

fn parts(parts: &mut Parts) {
    parts.links.extend([
        Link::new(Place::OfficeTexts, "menu-editorial", "/office/editorial")
            .hint("menu-editorial-hint")
            .icon("book")
            .shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-translations", "/office/translations")
            .hint("menu-translations-hint")
            .icon("lang")
            .shown(Actor::is_central),
        Link::new(Place::FootNetwork, "editorial-kinds-news", "/news"),
        Link::new(Place::FootNetwork, "editorial-kinds-initiative", "/initiatives"),
        Link::new(Place::FootOpen, "editorial-kinds-question", "/questions"),
        Link::new(Place::FootOpen, "editorial-kinds-myth", "/myths"),
        Link::new(Place::Error, "editorial-kinds-question", "/questions"),
    ]);
    parts.translated.extend(Kind::ALL.map(|kind| Translated {
        kind: kind.code(),
        words: kind_words(kind),
        address: |item, lang| format!("{}?in={lang}", rules::office(item)),
    }));
    parts.first_jobs.push(|| store::Asked::of(&BringFirst {}));
    parts.chores.push(Arc::new(jobs::FirstTexts));
    parts.chores.push(Arc::new(jobs::OldPreviews));
    parts.chores.push(Arc::new(jobs::Overdue));
    parts.home.push(Arc::new(home::LatestNews));
    parts.sitemap.push(Arc::new(sitemap::Published));
    parts.search.extend(Kind::ALL.map(|kind| Arc::new(found::Published(kind)) as Arc<dyn SearchKind>));
    parts.hits.push(Arc::new(found::FoundTexts));
}
