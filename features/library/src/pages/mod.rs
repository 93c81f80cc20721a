//! Pages of the library: one file each.

mod document;
mod edit;
mod glass;
mod listed;
mod mine;
mod named;
mod receive;
mod replace;
mod search;
mod upload;
mod withdraw;

use base::{FieldError, Result};
use input::Fields;
use web::form::{Choice, Picker};
use web::{Routes, Visit};

use crate::rules::{Access, Document, LANGUAGES, TYPES, access_hint_words, access_words, type_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<search::Search>("/library?q&theme*&region*&language*&type*&country*&city*&year*&sort&words&page")
        .page("/library/suggest?q", search::suggest)
        .list::<mine::Mine>("/library/mine?sort&page")
        .upload("/library/upload?city", upload::get, upload::post)
        .page("/library/{id}?same", document::get)
        .form("/library/{id}/edit", edit::get, edit::post)
        .upload("/library/{id}/replace", replace::get, replace::post)
        .page("/library/{id}/withdraw", withdraw::get)
        .action("/library/{id}/withdraw", withdraw::post)
        .action("/library/{id}/restore", withdraw::restore)
        .form("/office/glass", glass::get, glass::post)
        .action("/office/glass/close", glass::close)
}

/// The title of a page on which something is done with a document: what, and with which.
fn titled(visit: &Visit, done: String, document: &Document) -> String {
    visit.ta("title-query", &[("title", (&done).into()), ("query", (&document.title).into())])
}

/// The lists of a form that describes a document.
pub(crate) struct Lists {
    pub cities: Picker,
    pub types: Vec<Choice>,
    pub themes: Vec<Choice>,
    pub languages: Vec<Choice>,
    pub access: Vec<Choice>,
}

/// The lists for this actor: their cities; all of them, and the network, for the central team. `typed` is what the field
/// of the city holds.
pub(crate) async fn lists(visit: &Visit, typed: &str) -> Result<Lists> {
    let cities = if visit.actor.is_central() {
        cities::picker_of_all(visit, Choice::new("", visit.t("doc-of-network")), typed).await?
    } else {
        let own = cities::by_ids(&visit.hub.db.read(), &visit.actor.cities()).await?;
        let mut own: Vec<_> = own.into_values().collect();
        own.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
        cities::picker_of_these(visit, own)
    };
    let members = || visit.actor.cities().into_iter().filter(|city| !visit.actor.former_cities().contains(city));
    let leads = visit.actor.is_central() || members().any(|city| visit.actor.leads(city));
    let works_for_member = visit.actor.is_central() || members().next().is_some();
    let works = !visit.actor.cities().is_empty();
    let access = Access::OFFERED
        .into_iter()
        .filter(|access| match access {
            Access::Public => leads,
            Access::Members => works_for_member,
            Access::City => works,
            Access::Named => false,
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
    let languages = language_choices(visit, visit.t("doc-language-detect"));
    Ok(Lists { cities, types, themes, languages, access })
}

/// Every language, each in itself, after a choice that names none: the page's first, then the network's others, then all in order.
fn language_choices(visit: &Visit, none: String) -> Vec<Choice> {
    let mut named: Vec<Choice> = LANGUAGES.iter().map(|(code, name)| Choice::new(code, name)).collect();
    let own: Vec<&str> = visit.hub.network.languages.iter().map(|lang| lang.code()).collect();
    named.sort_by_cached_key(|choice| {
        let of_page = choice.value == visit.lang.code();
        (!of_page, !own.contains(&choice.value.as_str()), web::format::sort_key(&choice.label))
    });
    named.insert(0, Choice::new("", none));
    named
}

/// The city that a form names. Only whoever may name any city types it; others choose among theirs.
pub(crate) async fn named_city(visit: &Visit, fields: &mut Fields) -> Result<Option<FieldError>> {
    if visit.actor.is_central() { cities::pick(visit, fields, "city").await } else { Ok(None) }
}

/// The last year that a document may be of.
pub(crate) fn this_year(visit: &Visit) -> i64 {
    use chrono::Datelike;
    i64::from(visit.hub.now().year())
}
