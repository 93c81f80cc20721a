//! The picture of the own profile, to which its owner agrees.

use askama::Template;
use axum::response::IntoResponse;
use base::{Fail, FieldError};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Upload, Visit, page, redirect, small_file};

use super::edit::own;
use super::picture_of;
use crate::access::check;
use crate::picture::{bring, take_down};
use crate::rules::Profile;

/// Where it is.
const PLACE: &str = "/account/profile/picture";

#[derive(Template)]
#[template(path = "directory/picture.html")]
struct PicturePage<'a> {
    v: &'a Visit,
    meta: Meta,
    profile: &'a Profile,
    form: Form<'a>,
    picture: Option<String>,
}

web::framed!(PicturePage);

impl PicturePage<'_> {
    fn limits(&self) -> String {
        self.v.t1("directory-picture-limits", "size", self.v.size(extract::PICTURE_BYTES))
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, mut form: Upload) -> Answer {
    let received = match received(&visit, &mut form).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    drop(form);
    let fields = received.fields;
    let mut errors: Vec<FieldError> = received.error.into_iter().collect();
    if fields.get("agreed") != "yes" {
        errors.push(FieldError::new("agreed", "error-directory-agreed"));
    }
    let Some(file) = received.file.filter(|_| errors.is_empty()) else {
        return show(&visit, Filled::wrong(fields, errors)).await;
    };
    match bring(&visit.hub, &visit.actor, &file).await {
        Ok(()) => Ok(redirect(&visit.done(PLACE, "directory-picture-saved")).into_response()),
        Err(Fail::TooMany(seconds)) => {
            show(&visit, Filled::no_more_today(fields, seconds, "error-directory-pictures")).await
        }
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

/// The form, of who may send it: asked before a byte of its file is kept.
async fn received(visit: &Visit, form: &mut Upload) -> base::Result<small_file::WithFile<blobs::Staged>> {
    check(&visit.actor)?;
    small_file::receive_staged(visit, form, extract::PICTURE_BYTES).await
}

pub(crate) async fn delete(visit: Visit) -> Answer {
    take_down(&visit.hub, &visit.actor, visit.person()?.id, None).await?;
    Ok(redirect(&visit.done(PLACE, "directory-picture-deleted")).into_response())
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let profile = own(visit).await?;
    let form = Form::new(visit, filled);
    let meta = Meta::titled(visit.t("directory-picture")).hide();
    let picture = picture_of(visit, &profile);
    page(form.status(), &PicturePage { v: visit, meta, profile: &profile, form, picture }, None)
}
