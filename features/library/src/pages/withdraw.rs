//! Taking a document out of the library, after a page that asks; and putting it back.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::DocumentId;
use http::StatusCode;
use web::{Answer, Meta, Visit, page, redirect};

use crate::access::Action;
use crate::actions::edit;
use crate::rows;
use crate::rules::Document;

#[derive(Template)]
#[template(path = "library/withdraw.html")]
struct Withdraw<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
}

web::framed!(Withdraw);

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Withdraw, id).await?;
    let meta = Meta::titled(visit.t("withdraw-title")).hide();
    page(StatusCode::OK, &Withdraw { v: &visit, meta, document: &document }, None)
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    visit.person()?;
    edit::set_withdrawn(&visit.hub, &visit.actor, id, true).await?;
    Ok(redirect(&visit.done("/library/mine", "withdrawn")).into_response())
}

pub(crate) async fn restore(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    visit.person()?;
    edit::set_withdrawn(&visit.hub, &visit.actor, id, false).await?;
    Ok(redirect(&visit.done(format!("/library/{id}"), "restored")).into_response())
}
