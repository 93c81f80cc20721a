//! Pages of organisations: one file each.

mod edit;
mod list;
mod one;

use axum::Json;
use axum::response::IntoResponse;
use base::limits::LINE_CHARS;
use input::Fields;
use web::form::Choice;
use web::{Answer, Routes, Visit};

use crate::access::may_see_network;
use crate::rules::{Kind, kind_words};

pub(crate) fn routes() -> Routes {
    Routes::default()
        .list::<list::Organisations>("/office/organisations?q&kind*&page")
        .page("/office/organisations/suggest?q", suggest)
        .form("/office/organisations/new", edit::new, edit::add)
        .list::<list::CityOrganisations>("/cities/{slug}/organisations?q&kind*&page")
        .form("/cities/{slug}/organisations/new", edit::new_of_city, edit::add_of_city)
        .form("/organisations/{id}", one::get, one::identify)
        .form("/organisations/{id}/facts", edit::get, edit::correct)
        .action("/organisations/{id}/identifiers/{identifier}/remove", one::forget)
        .page("/organisations/{id}/remove", one::sure)
        .action("/organisations/{id}/remove", one::remove)
}

/// Kinds in the order in which they are offered.
fn kinds(v: &Visit) -> Vec<Choice> {
    Kind::ALL.into_iter().map(|kind| Choice::new(kind.code(), v.t(kind_words(kind)))).collect()
}

/// Those that fit what is being typed, for a form's field.
async fn suggest(visit: Visit) -> Answer {
    visit.person()?;
    if !may_see_network(&visit.actor) {
        return Err(base::Fail::Forbidden.into());
    }
    let text: String = Fields::parse(&visit.query).get("q").chars().take(LINE_CHARS).collect();
    Ok(Json(crate::picker::offered(&visit, &text).await?).into_response())
}
