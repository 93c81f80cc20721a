//! The public site, what machines ask for, and the back office.

mod access;
mod actions;
mod acts;
mod layout;
mod machines;
mod openapi;
mod pages;
mod personal;
mod robots;
mod rows;
mod sitemap;

pub use pages::text::{Text, text};

use base::{Actor, Lang};
use store::Migration;
use web::Routes;
use web::links::{Link, Place};
use web::previews::{MENTIONED, To, mark_words, to_words};
use web::words::{JOBS, act_words, job_words};
use web::{Feature, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "site",
        migrations: &[Migration {
            name: "20261208_000200_site_home",
            sql: include_str!("../migrations/20261208_000200_site_home.sql"),
        }],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes,
        parts,
        jobs: |_, _| Vec::new(),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let contributions = pages::CONTRIBUTIONS.into_iter().map(pages::contribution_words);
    let letters = To::ALL.map(to_words).into_iter().chain(MENTIONED.map(mark_words));
    acts.chain(contributions).chain(JOBS.map(job_words)).chain(letters).collect()
}

fn routes() -> Routes {
    pages::routes().merge(machines::routes()).merge(openapi::routes())
}

fn parts(parts: &mut Parts) {
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.rights.extend(access::RIGHTS);
    parts.links.extend([
        Link::new(Place::Main, "menu-about", "/about"),
        Link::new(Place::Account, "menu-office", "/office").icon("plan").shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-home", "/office/home")
            .hint("menu-home-hint")
            .icon("globe")
            .shown(Actor::is_central),
        Link::new(Place::OfficeTexts, "menu-letters", "/office/letters")
            .hint("menu-letters-hint")
            .icon("mail")
            .shown(Actor::is_central),
        // Officers have no back office of their own.
        Link::new(Place::Account, "menu-letters", "/office/letters")
            .icon("mail")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::OfficeSystem, "menu-jobs", "/office/jobs")
            .hint("menu-jobs-hint")
            .icon("clock")
            .shown(Actor::is_administrator),
        Link::new(Place::OfficeSystem, "menu-kit", "/office/kit")
            .hint("menu-kit-hint")
            .icon("plan")
            .shown(Actor::is_central),
        Link::new(Place::FootNetwork, "foot-about", "/about"),
        Link::new(Place::FootOpen, "foot-funders", "/funders"),
        Link::new(Place::FootOpen, "foot-sources", "/sources"),
        Link::new(Place::FootOpen, "foot-privacy", "/privacy"),
        Link::new(Place::FootOpen, "foot-accessibility", "/accessibility"),
        Link::new(Place::FootOpen, "low-data", "/low-data"),
    ]);
}
