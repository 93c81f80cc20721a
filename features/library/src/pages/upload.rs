//! Uploading a document.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use http::StatusCode;
use web::{Answer, Fields, Form, Meta, Upload, Visit, page, redirect};

use super::receive::{Received, receive};
use super::{Lists, lists, this_year};
use crate::access::may_upload_at_all;
use crate::actions::incoming::Incoming;
use crate::actions::upload;
use crate::rules::Draft;

#[derive(Template)]
#[template(path = "library/upload.html")]
struct UploadPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    lists: Lists,
    /// The name of a file that was sent before the form came back.
    kept: Option<String>,
}

fn check(visit: &Visit) -> Result<(), Fail> {
    visit.person()?;
    if may_upload_at_all(&visit.actor) { Ok(()) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit)?;
    let wished = Fields::parse(&visit.query);
    let fields = Fields::default().with("city", wished.get("city")).with("access", "members");
    show(&visit, fields, Vec::new(), None).await
}

pub(crate) async fn post(visit: Visit, form: Upload) -> Answer {
    // Before a byte of it is read.
    check(&visit)?;
    let Received { fields, file, error } = receive(&visit, form).await?;
    let mut errors: Vec<FieldError> = error.into_iter().collect();
    if file.is_none() && errors.is_empty() {
        errors.push(FieldError::new("file", "error-file-missing"));
    }
    let draft = Draft::read(&fields, &visit.hub.network, this_year(&visit));
    if !fields.has("declared", "yes") {
        errors.push(FieldError::new("declared", "error-declared"));
    }
    if !web::form::is_token(fields.get("once")) {
        errors.push(FieldError::new("", "error-unreadable"));
    }
    let draft = match draft {
        Ok(draft) if errors.is_empty() => draft,
        Ok(_) => return back(&visit, fields, errors, file).await,
        Err(wrong) => {
            errors.extend(wrong);
            return back(&visit, fields, errors, file).await;
        }
    };
    let Some(file) = file else { return back(&visit, fields, errors, None).await };
    let uploaded = match upload::upload(&visit.hub, &visit.actor, &draft, &file, fields.get("once")).await {
        // What is wrong with the file itself is not kept.
        Err(Fail::Invalid(errors)) if errors.iter().any(|error| error.field == "file") => {
            return back(&visit, fields, errors, None).await;
        }
        Err(Fail::Invalid(errors)) => return back(&visit, fields, errors, Some(file)).await,
        outcome => outcome?,
    };
    let place = match uploaded.same {
        Some(same) => format!("/library/{}?same={same}", uploaded.id),
        None => format!("/library/{}", uploaded.id),
    };
    Ok(redirect(&visit.done(place, "uploaded")).into_response())
}

/// The form comes back with everything that was sent, the file too.
async fn back(visit: &Visit, fields: Fields, mut errors: Vec<FieldError>, file: Option<Incoming>) -> Answer {
    let Some(file) = file else { return show(visit, fields, errors, None).await };
    let token = match upload::keep_for_form(&visit.hub, &visit.actor, &file).await {
        Ok(token) => token,
        // Too much for today: the form comes back without the file.
        Err(Fail::Invalid(more)) => {
            errors.extend(more);
            return show(visit, fields, errors, None).await;
        }
        Err(fail) => return Err(fail.into()),
    };
    let fields = fields
        .iter()
        .filter(|(name, _)| *name != "kept")
        .fold(Fields::default(), |fields, (name, value)| fields.with(name, value));
    show(visit, fields.with("kept", token), errors, Some(file.facts.name)).await
}

async fn show(visit: &Visit, fields: Fields, errors: Vec<FieldError>, kept: Option<String>) -> Answer {
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let meta = Meta::titled(visit.t("upload-title")).hide();
    let lists = lists(visit).await?;
    page(status, &UploadPage { v: visit, meta, form: Form::wrong(visit, fields, errors), lists, kept }, None)
}
