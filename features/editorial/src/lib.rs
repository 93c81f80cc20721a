//! What the network's team publishes: news, questions, myths, initiatives, pages; their editor, translations and way to the readers.

pub mod access;
mod actions;
mod acts;
mod address;
mod api;
mod care;
mod city_rows;
mod embeds;
mod feed;
mod found;
mod home;
mod jobs;
mod kinds;
mod letter_previews;
mod lines;
mod notices;
mod pages;
mod personal;
mod previews;
mod render;
mod rows;
mod rules;
mod schedule;
mod site;
mod sitemap;
mod social;
mod state;
mod translated;
mod tree;
mod voices;

pub use actions::{
    Saw, call_off, confirm, create, publish, save_facts, schedule, send_back, send_for_review, withdraw, write,
};
pub use jobs::BringFirst;
pub use kinds::Kind;
pub use rules::{Facts, Item, Written};
pub use schedule::{PublishPlanned, When};
pub use site::{SITE_PAGES, SitePage, site_page};
pub use state::ItemState;

use std::sync::Arc;

use base::{Actor, Lang};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::parts::{SearchKind, Translations};
use web::words::{act_words, job_words, language_words, notice_words};
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
                name: "20261208_000500_editorial_related",
                sql: include_str!("../migrations/20261208_000500_editorial_related.sql"),
            },
            Migration {
                name: "20261208_000400_editorial_press",
                sql: include_str!("../migrations/20261208_000400_editorial_press.sql"),
            },
            Migration {
                name: "20261208_000300_editorial_links",
                sql: include_str!("../migrations/20261208_000300_editorial_links.sql"),
            },
            Migration {
                name: "20261208_000100_editorial_tree",
                sql: include_str!("../migrations/20261208_000100_editorial_tree.sql"),
            },
            Migration {
                name: "20261208_000000_editorial_voices",
                sql: include_str!("../migrations/20261208_000000_editorial_voices.sql"),
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
        jobs: |hub, _| jobs::jobs(hub),
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
    let embeds = pages::OWN.map(|name| pages::own_words(name).to_owned());
    let jobs = [job_words(BringFirst::KIND), job_words(PublishPlanned::KIND), job_words(voices::Ends::KIND)];
    kinds
        .chain(states)
        .chain(standings)
        .chain(SECTIONS.map(section_words))
        .chain(languages)
        .chain(acts)
        .chain(actions::Remark::ALL.map(|remark| actions::remark_words(remark).to_owned()))
        .chain(jobs)
        .chain(embeds)
        .chain([notices::TO_REVIEW, notices::PLAN_FAILED].map(notice_words))
        .chain(rules::PLACES.map(rules::place_words))
        .chain(["embed-figure".to_owned()])
        .collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.links.extend([
        Link::new(Place::OfficeTexts, "menu-editorial", "/office/editorial")
            .hint("menu-editorial-hint")
            .icon("book")
            .shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-calendar", "/office/calendar")
            .hint("menu-calendar-hint")
            .icon("calendar")
            .shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-care", "/office/care")
            .hint("menu-care-hint")
            .icon("alert")
            .shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-translations", "/office/translations")
            .hint("menu-translations-hint")
            .icon("lang")
            .shown(Actor::is_central),
        Link::new(Place::FootNetwork, "editorial-kinds-news", "/news"),
        Link::new(Place::FootNetwork, "editorial-kinds-initiative", "/initiatives"),
        Link::new(Place::FootOpen, "editorial-kinds-release", "/press"),
        Link::new(Place::FootOpen, "editorial-kinds-question", "/questions"),
        Link::new(Place::FootOpen, "editorial-kinds-myth", "/myths"),
        Link::new(Place::Error, "editorial-kinds-question", "/questions"),
    ]);
    parts.translated.extend(Kind::ALL.map(translated::translated));
    parts.translations.extend(Kind::ALL.map(|kind| Arc::new(translated::Texts(kind)) as Arc<dyn Translations>));
    parts.first_jobs.push(|| store::Asked::of(&BringFirst {}));
    parts.chores.push(Arc::new(jobs::FirstTexts));
    parts.chores.push(Arc::new(jobs::OldPreviews));
    parts.chores.push(Arc::new(jobs::Overdue));
    parts.chores.push(Arc::new(jobs::Ended));
    parts.titles.push(Arc::new(care::Published));
    parts.care.push(Arc::new(care::Voices));
    parts.chores.push(Arc::new(jobs::LinksOfBefore));
    parts.notices.push(Arc::new(notices::ToReview));
    parts.notices.push(Arc::new(notices::PlanFailed));
    parts.menus = Some(Arc::new(tree::PlacedPages));
    parts.home.push(Arc::new(home::LatestNews));
    parts.home.push(Arc::new(voices::OnHome));
    parts.home.push(Arc::new(home::Initiatives));
    parts.embeds.push(Arc::new(voices::Voices));
    parts.sitemap.push(Arc::new(sitemap::Published));
    parts.search.extend(Kind::ALL.map(|kind| Arc::new(found::Published(kind)) as Arc<dyn SearchKind>));
    parts.hits.push(Arc::new(found::FoundTexts));
}
