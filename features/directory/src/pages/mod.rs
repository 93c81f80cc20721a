//! Pages of the directory: one file each.

mod edit;
mod find;
mod one;
mod picture;
mod write;

use std::collections::HashMap;

use axum::extract::Path;
use base::{CityId, PersonId, Result, Role};
use cities::City;
use http::HeaderMap;
use store::Sql;
use web::form::Choice;
use web::{Answer, Routes, Visit};

use crate::rules::{FIELDS, Profile, field_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/people?q&theme&language&region&field&page", find::get)
        .page("/people/{id}", one::get)
        .form("/people/{id}/write", write::get, write::post)
        .action("/people/{id}/picture/take-down", one::take_down)
        .plain("/people/{id}/picture/{number}", file)
        .form("/account/profile", edit::get, edit::post)
        .upload("/account/profile/picture", picture::get, picture::post)
        .action("/account/profile/picture/delete", picture::delete)
}

async fn file(visit: Visit, Path((id, number)): Path<(PersonId, String)>, headers: HeaderMap) -> Answer {
    let number = base::id::read_id(&number).ok_or(base::Fail::NotFound)?;
    crate::picture::file(&visit, id, number, &headers).await
}

/// Somebody, as lists show them.
pub(crate) struct Card {
    pub id: String,
    pub name: String,
    /// Function and field of work.
    pub position: String,
    pub field: String,
    /// What they do, and for which city or region, in words.
    pub work: Vec<Work>,
}

/// A role in words, and where the page of its city or region is.
pub(crate) struct Work {
    pub label: String,
    pub place: Option<String>,
}

/// The cities that these people work for.
pub(crate) async fn cities_of(sql: &Sql, profiles: &[Profile]) -> Result<HashMap<CityId, City>> {
    let mut ids: Vec<CityId> = profiles.iter().flat_map(Profile::cities).collect();
    ids.sort();
    ids.dedup();
    cities::by_ids(sql, &ids).await
}

/// What somebody does, without what rests with a city that is no member.
pub(crate) fn work(visit: &Visit, profile: &Profile, cities: &HashMap<CityId, City>) -> Vec<Work> {
    let of = |role: &Role| {
        let (scope, place) = match role {
            Role::RegionalOfficer(slug) => {
                let region = visit.hub.network.region(slug)?;
                (Some(region.label(visit.lang).to_owned()), Some(format!("/regions/{slug}")))
            }
            _ => match role.city() {
                Some(id) => {
                    let city = cities.get(&id).filter(|city| city.membership.is_member())?;
                    (Some(city.name(visit.lang).to_owned()), Some(city.path()))
                }
                None => (None, None),
            },
        };
        let name = visit.t(people::role_words(role.code()));
        let label = match scope {
            Some(scope) => visit.ta("role-for", &[("role", (&name).into()), ("scope", (&scope).into())]),
            None => name,
        };
        Some(Work { label, place })
    };
    profile.roles.iter().filter_map(of).collect()
}

pub(crate) fn card(visit: &Visit, profile: &Profile, cities: &HashMap<CityId, City>) -> Card {
    Card {
        id: profile.person.to_string(),
        name: profile.name.clone(),
        position: profile.position.clone(),
        field: field(visit, &profile.field),
        work: work(visit, profile, cities),
    }
}

/// A field of work in words; nothing where none is chosen.
pub(crate) fn field(visit: &Visit, code: &str) -> String {
    if code.is_empty() { String::new() } else { visit.t(field_words(code)) }
}

/// The address of somebody's picture. Whoever uses little data sees none.
pub(crate) fn picture_of(visit: &Visit, profile: &Profile) -> Option<String> {
    let number = profile.picture.filter(|_| !visit.low_data)?;
    Some(format!("/people/{}/picture/{}", profile.person, base::id::write_id(number)))
}

pub(crate) fn fields_of_work(visit: &Visit, none: String) -> Vec<Choice> {
    let all = FIELDS.iter().map(|code| Choice::new(code, visit.t(field_words(code))));
    [Choice::new("", none)].into_iter().chain(all).collect()
}

/// Themes by their names, after a choice that names none where one is given.
pub(crate) fn themes(visit: &Visit, none: Option<String>) -> Vec<Choice> {
    let mut all: Vec<Choice> =
        visit.hub.network.themes.iter().map(|theme| Choice::new(&theme.slug, theme.label(visit.lang))).collect();
    all.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    none.map(|none| Choice::new("", none)).into_iter().chain(all).collect()
}

/// Every language, each in itself, after a choice that names none: the network's own first.
pub(crate) fn languages(visit: &Visit, none: String) -> Vec<Choice> {
    let own = |code: &str| visit.hub.network.languages.iter().any(|lang| lang.code() == code);
    let mut all: Vec<Choice> = base::lang::NAMES.iter().map(|(code, name)| Choice::new(code, name)).collect();
    all.sort_by_cached_key(|choice| (!own(&choice.value), web::format::sort_key(&choice.label)));
    all.insert(0, Choice::new("", none));
    all
}
