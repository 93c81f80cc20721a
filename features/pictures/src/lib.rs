//! Pictures that the team shows: made ready for pages, described, with their rights and the consent of those they show.

mod access;
mod actions;
mod acts;
mod care;
mod embed;
mod figure;
mod files;
mod jobs;
mod pages;
mod personal;
mod rows;
mod rules;
mod translated;

pub use actions::{describe, upload};
pub use jobs::ConsentEnds;
pub use rules::{Description, KIND, Licence};

use std::sync::Arc;

use base::{Actor, Lang};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::words::{act_words, job_words};
use web::{Feature, Parts};

use rules::{Standing, licence_words, standing_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "pictures",
        migrations: &[Migration {
            name: "20261205_000000_pictures",
            sql: include_str!("../migrations/20261205_000000_pictures.sql"),
        }],
        files: &["SELECT 1 AS n FROM picture_files WHERE hash = $1 LIMIT 1"],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: || pages::routes().merge(files::routes()),
        parts,
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let licences = Licence::ALL.map(licence_words);
    let standings = Standing::ALL.map(standing_words);
    let refused = extract::PictureRefused::CODES.map(actions::no_picture_words);
    let all = licences.into_iter().chain(standings).chain(refused).map(str::to_owned);
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    all.chain(acts).chain([job_words(ConsentEnds::KIND), "picture-one".to_owned()]).collect()
}

fn parts(parts: &mut Parts) {
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.rights.extend(access::RIGHTS);
    parts.links.push(
        Link::new(Place::OfficeTexts, "menu-pictures", "/office/pictures")
            .hint("menu-pictures-hint")
            .icon("image")
            .shown(Actor::is_central),
    );
    parts.care.push(Arc::new(care::Consents));
    parts.embeds.push(Arc::new(embed::Pictures));
    parts.chores.push(Arc::new(jobs::Forgotten));
    parts.chores.push(Arc::new(jobs::Ended));
    parts.translated.push(translated::translated());
    parts.translations.push(Arc::new(translated::Shows));
}
