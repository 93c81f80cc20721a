//! Member cities: list, map, pages, facts, profiles, and the gazetteer.

pub mod access;
pub mod actions;
mod acts;
mod admit;
mod api;
mod atlas;
mod city_rows;
mod embed;
mod first;
mod found;
mod home;
mod jobs;
mod maps;
mod merge;
mod merge_rows;
mod names;
mod naming;
mod pages;
mod personal;
mod picker;
mod ready;
mod rows;
mod rules;
mod sitemap;
mod spots;
mod tasks;
mod titles;
mod translated;

pub use actions::{MEMBERSHIP_CHANGED, Moved, set_membership, topic};
pub use admit::{Admitted, Known, LISTED_SOURCE, OWN_SOURCE, admit, forget, is_plain_name};
pub use jobs::LoadPlaces;
pub use merge::{MERGED, MergedFrom};
pub use names::{Named, field as name_field};
pub use picker::{pick, picker_of_all, picker_of_these};
pub use rows::{
    GazetteerPlace, all_in, at_place, by_ids, by_slugs, city_for, ended_of, former_like, ids_of, many, member_named,
    members_in, named_by, other_names, place, places_named, search_places,
};
pub use rules::{City, Facts, KINDS, Membership, Profile, Reach, distance, kind_words, membership_words};

use std::sync::Arc;

use base::Lang;
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::words::{act_words, job_words, language_words};
use web::{Feature, Parts};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "cities",
        migrations: &[
            Migration { name: "20261121_000100_cities", sql: include_str!("../migrations/20261121_000100_cities.sql") },
            Migration {
                name: "20261126_003000_cities_place_names",
                sql: include_str!("../migrations/20261126_003000_cities_place_names.sql"),
            },
            Migration {
                name: "20261127_003000_cities_membership",
                sql: include_str!("../migrations/20261127_003000_cities_membership.sql"),
            },
            Migration {
                name: "20261127_010000_cities_profile_author",
                sql: include_str!("../migrations/20261127_010000_cities_profile_author.sql"),
            },
            Migration {
                name: "20261201_000000_cities_names_of_places",
                sql: include_str!("../migrations/20261201_000000_cities_names_of_places.sql"),
            },
            Migration {
                name: "20261209_000000_cities_names",
                sql: include_str!("../migrations/20261209_000000_cities_names.sql"),
            },
            Migration {
                name: "20261223_000000_cities_merges",
                sql: include_str!("../migrations/20261223_000000_cities_merges.sql"),
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
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let memberships = rules::Membership::ALL.map(rules::membership_words);
    let languages = base::lang::NAMES.iter().map(|(code, _)| language_words(code));
    let others = [
        job_words(LoadPlaces::KIND),
        job_words(merge::Settle::KIND),
        translated::NAME_WORDS.to_owned(),
        "embed-city".to_owned(),
    ];
    let kinds = rules::KINDS.map(rules::kind_words).into_iter();
    kinds.chain(memberships).chain(acts).chain(languages).chain(others).collect()
}

fn parts(parts: &mut Parts) {
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.personal.rows.push(personal::PERSONAL);
    parts.links.extend([
        Link::new(Place::Main, "menu-cities", "/cities"),
        Link::new(Place::Account, "menu-your-city", "/cities/mine")
            .icon("city")
            .shown(|actor| !actor.cities().is_empty()),
        Link::new(Place::Account, "menu-your-region", "/cities/mine")
            .icon("pin")
            .shown(|actor| actor.cities().is_empty() && actor.regions().next().is_some()),
        Link::new(Place::FootNetwork, "foot-cities", "/cities"),
        Link::new(Place::Error, "foot-cities", "/cities"),
    ]);
    parts.first = Some(Arc::new(first::Members));
    parts.ready.push(Arc::new(ready::Names));
    parts.translated.push(translated::translated());
    parts.translations.push(Arc::new(translated::Names));
    parts.figures.push(Arc::new(home::CityFigures));
    parts.home.push(Arc::new(home::Regions));
    parts.embeds.push(Arc::new(embed::Cards));
    parts.titles.push(Arc::new(titles::CityNames));
    parts.sitemap.push(Arc::new(sitemap::Regions));
    parts.sitemap.push(Arc::new(sitemap::Cities));
    parts.search.push(Arc::new(found::Members));
    parts.hits.push(Arc::new(found::FoundCities));
    parts.tasks.push(Arc::new(tasks::Words));
}

pub use found::label;
pub use home::{HeroMap, hero_map};

/// How a city is reached, as it says of itself: in the reader's language, or in the first that it wrote in.
///
/// # Errors
/// When the database does not answer.
pub async fn reach(visit: &web::Visit, city: base::CityId) -> base::Result<Vec<Reach>> {
    let profiles = rows::profiles(&visit.hub.db.read(), city).await?;
    let said = rules::best(profiles, visit.lang, &visit.hub.network.languages);
    Ok(said.map(|(_, profile)| rules::ways_to_reach(&profile.contact)).unwrap_or_default())
}

/// Members that have one of these names in a language of the network, the first `most`: those with a seat and the largest
/// first. Names are words ([`base::fold::words_of`]) with one blank between them.
///
/// # Errors
/// When the database does not answer.
pub async fn named(hub: &web::Hub, names: &[String], most: usize) -> base::Result<Vec<City>> {
    Ok(atlas::Atlas::members(hub).await?.named(names, most).into_iter().cloned().collect())
}

/// The member that is this place of the gazetteer.
///
/// # Errors
/// When the database does not answer.
pub async fn member_at(hub: &web::Hub, place: i64) -> base::Result<Option<City>> {
    Ok(atlas::Atlas::members(hub).await?.at(place).cloned())
}
