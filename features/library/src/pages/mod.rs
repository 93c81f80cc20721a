//! Pages of the library: one file each.

mod document;
mod edit;
mod glass;
mod mine;
mod receive;
mod replace;
mod search;
mod upload;
mod withdraw;

use base::Result;
use web::form::Choice;
use web::{Routes, Visit};

use crate::rules::{Access, LANGUAGES, TYPES, access_hint_words, access_words, type_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .page("/library?q&theme*&region*&language*&type*&country*&city*&year*&sort&page", search::get)
        .page("/library/suggest?q", search::suggest)
        .page("/library/mine?page", mine::get)
        .page("/library/upload?city", upload::get)
        .upload("/library/upload", upload::post)
        .page("/library/{id}?same", document::get)
        .page("/library/{id}/edit", edit::get)
        .action("/library/{id}/edit", edit::post)
        .page("/library/{id}/replace", replace::get)
        .upload("/library/{id}/replace", replace::post)
        .page("/library/{id}/withdraw", withdraw::get)
        .action("/library/{id}/withdraw", withdraw::post)
        .action("/library/{id}/restore", withdraw::restore)
        .page("/office/glass", glass::get)
        .action("/office/glass", glass::post)
}

/// Cities offered in a list; beyond it the form would be too heavy.
const CITIES: i64 = 500;

/// The lists of a form that describes a document.
pub(crate) struct Lists {
    pub cities: Vec<Choice>,
    pub types: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub access: Vec<Choice>,
}

/// The lists for this actor: their cities; all of them, and the network, for the central team.
pub(crate) async fn lists(visit: &Visit) -> Result<Lists> {
    let sql = visit.hub.db.read();
    let mut cities = Vec::new();
    if visit.actor.is_central() {
        cities.push(Choice::new("", visit.t("doc-of-network")));
        cities.extend(
            cities::many(&sql, "", visit.lang, CITIES)
                .await?
                .into_iter()
                .map(|city| Choice::new(&city.slug, city.name(visit.lang))),
        );
    } else {
        let mut own: Vec<_> = cities::by_ids(&sql, &visit.actor.cities()).await?.into_values().collect();
        own.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        cities.extend(own.into_iter().map(|city| Choice::new(&city.slug, city.name(visit.lang))));
    }
    let leads = visit.actor.is_central() || visit.actor.cities().into_iter().any(|city| visit.actor.leads(city));
    let works = !visit.actor.cities().is_empty();
    let access = Access::ALL
        .into_iter()
        .filter(|access| match access {
            Access::Public => leads,
            Access::Members => true,
            Access::City => works,
        })
        .map(|access| Choice {
            value: access.code().to_owned(),
            label: visit.t(access_words(access)),
            hint: visit.t(access_hint_words(access)),
        })
        .collect();
    let mut types = vec![Choice::new("", visit.t("choose"))];
    types.extend(TYPES.iter().map(|kind| Choice::new(kind, visit.t(type_words(kind)))));
    let mut themes: Vec<_> =
        visit.hub.network.themes.iter().map(|theme| Choice::new(&theme.slug, theme.label(visit.lang))).collect();
    themes.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    let mut languages = vec![Choice::new("", visit.t("doc-language-detect"))];
    languages.extend(LANGUAGES.iter().map(|(code, name)| Choice::new(code, name)));
    Ok(Lists { cities, types, themes, languages, access })
}

/// The last year that a document may be of.
pub(crate) fn this_year(visit: &Visit) -> i64 {
    use chrono::Datelike;
    i64::from(visit.hub.now().year())
}
