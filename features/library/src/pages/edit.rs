//! Changing what is said of a document.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{DocumentId, Fail, FieldError};
use http::StatusCode;
use web::{Answer, Fields, Form, Meta, Visit, page, redirect};

use super::{Lists, lists, this_year};
use crate::access::Action;
use crate::actions::edit;
use crate::rows;
use crate::rules::{Document, Draft};

#[derive(Template)]
#[template(path = "library/edit.html")]
struct Edit<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
    form: Form<'a>,
    lists: Lists,
}

async fn document(visit: &Visit, id: DocumentId) -> base::Result<Document> {
    rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Edit, id).await
}

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = document(&visit, id).await?;
    let sql = visit.hub.db.read();
    let city = match document.city() {
        Some(city) => cities::by_ids(&sql, &[city]).await?.remove(&city).map(|city| city.slug).unwrap_or_default(),
        None => String::new(),
    };
    let mut fields = Fields::default()
        .with("title", &document.title)
        .with("abstract", &document.abstract_text)
        .with("city", city)
        .with("type", &document.kind)
        .with("year", document.year.map(|year| year.to_string()).unwrap_or_default())
        .with("language", &document.language)
        .with("access", &document.access)
        .with("revision", document.revision);
    for theme in rows::themes(&sql, &[document.id]).await?.remove(&document.id).unwrap_or_default() {
        fields.push("themes", theme);
    }
    show(&visit, &document, fields, Vec::new()).await
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>, fields: Fields) -> Answer {
    let document = document(&visit, id).await?;
    let draft = match Draft::read(&fields, &visit.hub.network, this_year(&visit)) {
        Ok(draft) => draft,
        Err(errors) => return show(&visit, &document, fields, errors).await,
    };
    let revision = fields.get("revision").parse().unwrap_or(0);
    match edit::edit(&visit.hub, &visit.actor, id, revision, &draft).await {
        Ok(()) => Ok(redirect(&visit.done(document.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, &document, fields, vec![FieldError::new("", "error-doc-changed")]).await,
        Err(Fail::Invalid(errors)) => show(&visit, &document, fields, errors).await,
        Err(fail) => Err(fail.into()),
    }
}

async fn show(visit: &Visit, document: &Document, fields: Fields, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("edit-title")).hide();
    let lists = lists(visit).await?;
    page(status, &Edit { v: visit, meta, document, form: Form::wrong(visit, fields, errors), lists }, None)
}
