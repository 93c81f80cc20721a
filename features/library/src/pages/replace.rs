//! Giving a document another file.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{DocumentId, Fail, FieldError};
use http::StatusCode;
use web::{Answer, Fields, Form, Meta, Upload, Visit, page, redirect};

use super::receive::receive;
use crate::access::Action;
use crate::actions::edit;
use crate::rows;
use crate::rules::Document;

#[derive(Template)]
#[template(path = "library/replace.html")]
struct Replace<'a> {
    v: &'a Visit,
    meta: Meta,
    document: &'a Document,
    form: Form<'a>,
}

async fn document(visit: &Visit, id: DocumentId) -> base::Result<Document> {
    rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Edit, id).await
}

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = document(&visit, id).await?;
    show(&visit, &document, Vec::new())
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>, form: Upload) -> Answer {
    // Before a byte of it is read.
    let document = document(&visit, id).await?;
    let received = receive(&visit, form).await?;
    let mut errors: Vec<FieldError> = received.error.into_iter().collect();
    if !received.fields.has("declared", "yes") {
        errors.push(FieldError::new("declared", "error-declared"));
    }
    match received.file {
        Some(file) if errors.is_empty() => {
            let revision = received.fields.get("revision").parse().unwrap_or(0);
            match edit::replace(&visit.hub, &visit.actor, id, revision, &file).await {
                Ok(()) => Ok(redirect(&visit.done(document.path(), "replaced")).into_response()),
                Err(Fail::Conflict(_)) => show(&visit, &document, vec![FieldError::new("", "error-doc-changed")]),
                Err(Fail::Invalid(errors)) => show(&visit, &document, errors),
                Err(fail) => Err(fail.into()),
            }
        }
        _ => {
            if errors.is_empty() {
                errors.push(FieldError::new("file", "error-file-missing"));
            }
            show(&visit, &document, errors)
        }
    }
}

fn show(visit: &Visit, document: &Document, errors: Vec<FieldError>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("replace-title")).hide();
    page(status, &Replace { v: visit, meta, document, form: Form::wrong(visit, Fields::default(), errors) }, None)
}
