//! Bringing a picture: the file alone. What it shows is asked next, so that no mistake costs the file.

use askama::Template;
use axum::response::IntoResponse;
use input::Fields;
use web::{Answer, Filled, Form, Meta, Upload, Visit, page, redirect, small_file};

use crate::access::check;
use crate::actions::{self, missing};
use crate::rules::office;

#[derive(Template)]
#[template(path = "pictures/new.html")]
struct NewPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
}

web::framed!(NewPage);

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit.actor)?;
    show(&visit, Fields::default())
}

pub(crate) async fn post(visit: Visit, mut form: Upload) -> Answer {
    let received = match received(&visit, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let fields = received.fields;
    let file = match (received.file, received.error) {
        (Some(file), None) => file,
        (_, error) => return show(&visit, Filled::wrong(fields, vec![error.unwrap_or_else(missing)])),
    };
    match actions::upload(&visit.hub, &visit.actor, &file, fields.get("once")).await {
        Ok(id) => Ok(redirect(&visit.done(office(id), "picture-uploaded")).into_response()),
        Err(fail) => show(&visit, Filled::failed(fields, fail)?),
    }
}

/// The form, of who may send it: asked before a byte of its file is kept.
async fn received(visit: &Visit, form: &mut Upload) -> base::Result<small_file::WithFile<blobs::Staged>> {
    check(&visit.actor)?;
    small_file::receive_staged(visit, form, extract::PICTURE_BYTES).await
}

fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t("picture-new")).hide();
    let form = Form::new(visit, filled);
    page(form.status(), &NewPage { v: visit, meta, form }, None)
}

impl NewPage<'_> {
    fn limits(&self) -> String {
        self.v.t1("picture-file-limits", "size", self.v.size(extract::PICTURE_BYTES))
    }
}
