//! Documents: upload, reading, search, pages, download, import.

pub mod access;
pub mod actions;
mod acts;
mod api;
mod check;
mod chores;
mod city_rows;
mod embed;
mod files;
mod hits;
pub mod import;
mod index;
mod jobs;
mod labels;
mod letter_previews;
mod letters;
mod pages;
mod personal;
mod rows;
pub mod rules;
mod shelf;
mod topics;
mod work;

pub use actions::KIND;
pub use check::check_files;
pub use rows::waiting_readings;
pub use work::Guides;

use std::sync::Arc;

use base::{Actor, Lang};
use store::Migration;
use web::links::{Link, Place};
use web::words::{job_words, notice_words};
use web::{Feature, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "library",
        migrations: &[
            Migration {
                name: "20261121_000300_library",
                sql: include_str!("../migrations/20261121_000300_library.sql"),
            },
            Migration {
                name: "20261126_002000_library",
                sql: include_str!("../migrations/20261126_002000_library.sql"),
            },
            Migration {
                name: "20261127_002000_library_audience",
                sql: include_str!("../migrations/20261127_002000_library_audience.sql"),
            },
            Migration {
                name: "20261127_002100_library_replaced_files",
                sql: include_str!("../migrations/20261127_002100_library_replaced_files.sql"),
            },
            Migration {
                name: "20261202_000000_library_long_texts",
                sql: include_str!("../migrations/20261202_000000_library_long_texts.sql"),
            },
        ],
        files: &[
            "SELECT 1 AS n FROM documents WHERE file = $1 LIMIT 1",
            "SELECT 1 AS n FROM readings WHERE text_blob = $1 LIMIT 1",
            "SELECT 1 AS n FROM readings WHERE thumbnail = $1 LIMIT 1",
        ],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: || pages::routes().merge(files::routes()).merge(api::routes()),
        parts,
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let types = rules::TYPES.map(rules::type_words);
    let access = rules::Access::ALL.into_iter();
    let access = access.flat_map(|access| [rules::access_words(access), rules::access_hint_words(access)]);
    let troubles = extract::Trouble::CODES.map(rules::trouble_words);
    let languages = rules::LANGUAGES.map(|(code, _)| web::words::language_words(code));
    types
        .into_iter()
        .chain(languages)
        .chain(access)
        .chain(troubles)
        .chain([notice_words(letters::WITHDRAWN)])
        .chain(work::KINDS.map(job_words))
        .chain(["embed-document".to_owned()])
        .collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.push(letter_previews::PREVIEWS);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.personal.things.push(Arc::new(personal::Documents));
    parts.rights.extend(access::RIGHTS);
    parts.links.extend([
        Link::new(Place::Main, "menu-library", "/library"),
        Link::new(Place::Account, "menu-mine", "/library/mine").icon("file").shown(access::may_upload_at_all),
        Link::new(Place::Account, "menu-upload", "/library/upload").icon("upload").shown(access::may_upload_at_all),
        Link::new(Place::OfficeRecord, "menu-glass", "/office/glass")
            .hint("menu-glass-hint")
            .icon("lock")
            .shown(Actor::is_administrator),
        Link::new(Place::FootTogether, "menu-library", "/library"),
        Link::new(Place::Error, "error-library", "/library"),
    ]);
    parts.first_jobs.push(|| store::Asked::of(&Guides::ALL));
    parts.tabs.push(web::parts::Tab { words: "city-documents", path: |slug| format!("/library?city={slug}") });
    parts.city_panels.push(Arc::new(shelf::CityDocuments));
    parts.home.push(Arc::new(shelf::ByTheme));
    parts.home.push(Arc::new(shelf::Newest));
    parts.figures.push(Arc::new(shelf::DocumentFigures));
    parts.embeds.push(Arc::new(embed::Cards));
    parts.titles.push(Arc::new(shelf::DocumentTitles));
    parts.sitemap.push(Arc::new(shelf::PublicDocuments));
    parts.search.push(Arc::new(index::Documents));
    parts.hits.push(Arc::new(hits::FoundDocuments));
    parts.letters.push(web::post::kind::<letters::WithdrawnTold>());
    parts.notices.push(Arc::new(letters::Withdrawn));
    parts.chores.push(Arc::new(chores::EndedFiles));
    parts.chores.push(Arc::new(chores::UnreadFiles));
}
