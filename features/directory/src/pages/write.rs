//! Writing to somebody through the hub: their address stays theirs until they answer.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId};
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::one::seen;
use crate::actions;
use crate::rules::{MESSAGE, Profile};

#[derive(Template)]
#[template(path = "directory/write.html")]
struct WritePage<'a> {
    v: &'a Visit,
    meta: Meta,
    profile: &'a Profile,
    form: Form<'a>,
    /// The address that an answer goes to.
    email: &'a str,
}

web::framed!(WritePage);

/// Somebody else whom the reader sees, and who may be written to.
async fn reachable(visit: &Visit, id: PersonId) -> base::Result<Profile> {
    let profile = seen(visit, id).await?;
    if profile.reachable && visit.actor.id() != Some(id) { Ok(profile) } else { Err(Fail::NotFound) }
}

pub(crate) async fn get(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let profile = reachable(&visit, id).await?;
    show(&visit, &profile, Fields::default())
}

pub(crate) async fn post(visit: Visit, Path(id): Path<PersonId>, fields: Fields) -> Answer {
    let profile = reachable(&visit, id).await?;
    let mut reader = Reader::new(&fields);
    let text = reader.needed_text("text", "directory-message", MESSAGE);
    let text = match reader.end(text) {
        Ok(text) => text,
        Err(errors) => return show(&visit, &profile, Filled::wrong(fields, errors)),
    };
    match actions::write(&visit.hub, &visit.actor, id, &text, fields.get("once")).await {
        Ok(()) => Ok(redirect(&visit.done_by_letter(format!("/people/{id}"), "directory-written")).into_response()),
        Err(Fail::TooMany(seconds)) => {
            show(&visit, &profile, Filled::no_more_today(fields, seconds, "error-directory-messages"))
        }
        Err(Fail::Conflict(_)) => {
            show(&visit, &profile, Filled::conflicting(fields, FieldError::new("", "error-form-old")))
        }
        Err(fail) => show(&visit, &profile, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, profile: &Profile, filled: impl Into<Filled>) -> Answer {
    let meta = Meta::titled(visit.t1("directory-write-title", "name", &profile.name)).hide();
    let email = &visit.person()?.email;
    let form = Form::new(visit, filled);
    page(form.status(), &WritePage { v: visit, meta, profile, form, email }, None)
}
