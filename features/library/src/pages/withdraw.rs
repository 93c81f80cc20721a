//! Taking a document out of the library, after a page that asks; and putting it back.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::DocumentId;
use http::StatusCode;
use web::{Answer, Meta, Visit, page, redirect};

use super::titled;
use crate::access::{Action, may};
use crate::actions::edit;
use crate::rows;
use crate::rules::Document;

#[derive(Template)]
#[template(path = "library/withdraw.html")]
struct Withdraw<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
    /// What it means, and who may put it back.
    text: String,
}

web::framed!(Withdraw);

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Withdraw, id).await?;
    let meta = Meta::titled(titled(&visit, visit.t("withdraw-title"), &document)).hide();
    let of_own_city = document.city.is_some_and(|city| visit.actor.works_for(city));
    let text = visit.t(if may(&visit.actor, Action::Edit, &document) {
        "withdraw-text"
    } else if of_own_city {
        "withdraw-text-former"
    } else if can_be_told(&visit, &document).await? {
        "withdraw-text-of-city"
    } else {
        "withdraw-text-of-city-nobody"
    });
    page(StatusCode::OK, &Withdraw { v: &visit, meta, document: &document, text }, None)
}

/// Somebody of its city hears of it ([`crate::letters::Withdrawn`]).
async fn can_be_told(visit: &Visit, document: &Document) -> base::Result<bool> {
    match document.city {
        Some(city) => Ok(!people::leads_of(&visit.hub.db.read(), city).await?.is_empty()),
        None => Ok(false),
    }
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    visit.person()?;
    let document = edit::set_withdrawn(&visit.hub, &visit.actor, id, true).await?;
    let address = if may(&visit.actor, Action::See, &document) {
        visit.done("/library/mine", "withdrawn")
    } else if can_be_told(&visit, &document).await? {
        visit.done_by_letter("/library", "withdrawn-of-city")
    } else {
        visit.done("/library", "withdrawn-of-city-nobody")
    };
    Ok(redirect(&address).into_response())
}

pub(crate) async fn restore(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    visit.person()?;
    edit::set_withdrawn(&visit.hub, &visit.actor, id, false).await?;
    Ok(redirect(&visit.done(format!("/library/{id}"), "restored")).into_response())
}
