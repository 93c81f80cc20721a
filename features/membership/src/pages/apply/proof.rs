//! What proves the mandate: files, sent one by one, so that a slow line loses one at most.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Upload, Visit, kept_by_nobody, page, redirect, small_file};

use super::{Opened, SAVES, UPLOADS, admit, home, open};
use crate::actions::apply;
use crate::application::{FILE_BYTES, FILES, ProofFile};
use crate::application_rows as rows;
use crate::pages::written::proof_name;

#[derive(Template)]
#[template(path = "membership/apply_proof.html")]
struct ProofPage<'a> {
    v: &'a Visit,
    meta: Meta,
    files: Vec<ProofFile>,
    form: Form<'a>,
    home: String,
    path: String,
}

web::framed!(ProofPage);

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let opened = open(&visit, &token).await?;
    if !opened.own.state.is_written() {
        return Ok(home(&visit, &opened));
    }
    show(&visit, &opened, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, mut form: Upload) -> Answer {
    let opened = match open(&visit, &token).await {
        Ok(opened) => opened,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    // Sent meanwhile: its first page says so.
    if !opened.own.state.is_written() {
        return Ok(home(&visit, &opened));
    }
    let received = match received(&visit, &opened, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let fields = received.fields;
    let file = match (received.file, received.error) {
        (Some(file), None) => file,
        (_, error) => {
            let error = error.unwrap_or_else(|| FieldError::new("file", "error-application-file"));
            return show(&visit, &opened, Filled::wrong(fields, vec![error])).await;
        }
    };
    match apply::add_file(&visit.hub, opened.own.link, &file).await {
        Ok(()) => Ok(redirect(&visit.done(opened.path(&visit, "/proof"), "application-file-kept")).into_response()),
        Err(Fail::Conflict(_)) => Ok(home(&visit, &opened)),
        Err(fail) => show(&visit, &opened, Filled::failed(fields, fail)?).await,
    }
}

/// The form, of whoever may send one more: asked before a byte of its file is kept.
async fn received(visit: &Visit, opened: &Opened, form: &mut Upload) -> Result<small_file::WithFile<blobs::Staged>> {
    admit(visit, &opened.own, "upload", UPLOADS).await?;
    form.vouch(&opened.own.link.to_string());
    small_file::receive_staged(visit, form, FILE_BYTES).await
}

pub(crate) async fn remove(visit: Visit, Path((token, file)): Path<(String, String)>) -> Answer {
    let opened = open(&visit, &token).await?;
    let file = base::id::read_id(&file).ok_or(Fail::NotFound)?;
    admit(&visit, &opened.own, "save", SAVES).await?;
    match apply::remove_file(&visit.hub, opened.own.link, file).await {
        Err(Fail::Conflict(_)) => Ok(home(&visit, &opened)),
        Err(fail) => Err(fail.into()),
        Ok(()) => Ok(redirect(&visit.done(opened.path(&visit, "/proof"), "application-file-removed")).into_response()),
    }
}

async fn show(visit: &Visit, opened: &Opened, filled: impl Into<Filled>) -> Answer {
    let files = rows::files(&visit.hub.db.read(), opened.own.id).await?;
    let meta = Meta::titled(visit.t("application-proof")).hide();
    let form = Form::new(visit, filled);
    let (home, path) = (opened.path(visit, ""), opened.path(visit, "/proof"));
    let template = ProofPage { v: visit, meta, files, form, home, path };
    kept_by_nobody(page(template.form.status(), &template, None))
}

impl ProofPage<'_> {
    fn limits(&self) -> String {
        self.v.t1("application-file-limits", "size", self.v.size(FILE_BYTES))
    }

    fn has_room(&self) -> bool {
        self.files.len() < FILES
    }

    fn name(&self, place: &usize, file: &ProofFile) -> String {
        proof_name(self.v, *place, file)
    }
}
