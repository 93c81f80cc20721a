//! Giving a document another file.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{DocumentId, Fail, FieldError};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Upload, Visit, page, redirect};

use super::receive::{Received, receive};
use super::titled;
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

web::framed!(Replace);

async fn document(visit: &Visit, id: DocumentId) -> base::Result<Document> {
    rows::document_for(&visit.hub.db.read(), &visit.actor, Action::Edit, id).await
}

pub(crate) async fn get(visit: Visit, Path(id): Path<DocumentId>) -> Answer {
    let document = document(&visit, id).await?;
    show(&visit, &document, Fields::default())
}

/// The form, of who may send it: asked before a byte of its file is kept.
async fn received(visit: &Visit, id: DocumentId, form: &mut Upload) -> base::Result<(Document, Received)> {
    let document = document(visit, id).await?;
    Ok((document, receive(visit, form).await?))
}

pub(crate) async fn post(visit: Visit, Path(id): Path<DocumentId>, mut form: Upload) -> Answer {
    let (document, received) = match received(&visit, id, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let mut errors: Vec<FieldError> = received.error.into_iter().collect();
    if !received.fields.has("declared", "yes") {
        errors.push(FieldError::new("declared", "error-declared"));
    }
    match received.file {
        Some(file) if errors.is_empty() => {
            let revision = received.fields.get("revision").parse().unwrap_or(0);
            match edit::replace(&visit.hub, &visit.actor, id, revision, &file).await {
                Ok(()) => Ok(redirect(&visit.done(document.path(), "replaced")).into_response()),
                Err(Fail::Conflict(_)) => {
                    let document = self::document(&visit, id).await?;
                    let changed = FieldError::new("", "error-replace-changed");
                    show(&visit, &document, Filled::conflicting(Fields::default(), changed))
                }
                Err(fail) => show(&visit, &document, Filled::failed(Fields::default(), fail)?),
            }
        }
        _ => {
            if errors.is_empty() {
                errors.push(FieldError::new("file", "error-file-missing"));
            }
            show(&visit, &document, Filled::wrong(Fields::default(), errors))
        }
    }
}

fn show(visit: &Visit, document: &Document, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(titled(visit, visit.t("replace-title"), document)).hide();
    let form = Form::new(visit, filled);
    page(form.status(), &Replace { v: visit, meta, document, form }, None)
}
