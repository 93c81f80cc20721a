//! Whoever has the mandate of a city signs what is in force, by the link that its lead passed on: without an account.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, Result};
use chrono::TimeDelta;
use cities::City;
use input::Fields;
use store::Limit;
use web::{Answer, Filled, Form, Hub, Meta, Visit, guard, kept_by_nobody, page, redirect};

use super::{Difference, Reading, read_again};
use crate::actions;
use crate::asked_rows::SignLink;
use crate::compare::Compared;
use crate::rules::{Signed, Signing, Text, Version, lines};
use crate::{rows, signature_rows};

/// What the key signs for the link.
const LINK: &str = "principles signature";
/// Tries with a link.
const TRIES: Limit = Limit { tries: 20, within: TimeDelta::hours(1) };

/// The page of a link, behind the language.
pub(super) fn link_place(hub: &Hub, link: i64) -> String {
    format!("/principles/signature/{}", guard::token(hub, LINK, link))
}

#[derive(Template)]
#[template(path = "principles/signature.html")]
struct SignaturePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: City,
    version: Version,
    text: Text,
    path: String,
    /// It can be signed with the link.
    open: bool,
    /// What was signed with it.
    signed: Option<Signed>,
    /// What changed since the city signed.
    difference: Option<Difference>,
    form: Form<'a>,
}

web::framed!(SignaturePage);

impl SignaturePage<'_> {
    fn lines(&self) -> Vec<&str> {
        lines(&self.text.body)
    }
}

async fn opened(visit: &Visit, token: &str) -> Result<(SignLink, City)> {
    let link = guard::of_token(&visit.hub, LINK, token).ok_or(Fail::NotFound)?;
    actions::open_link(&visit.hub, &visit.hub.db.read(), link).await
}

pub(crate) async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let (link, city) = opened(&visit, &token).await?;
    show(&visit, &link, city, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path(token): Path<String>, fields: Fields) -> Answer {
    let (link, city) = opened(&visit, &token).await?;
    let signed = match Signing::read(&fields) {
        Ok(signing) => sign(&visit, &link, &signing).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match signed {
        Ok(()) => {
            Ok(redirect(&visit.done(link_place(&visit.hub, link.id), "principles-signed-by-link")).into_response())
        }
        Err(Fail::Conflict(_)) => {
            let over = FieldError::new("", "error-sign-over");
            show(&visit, &link, city, Filled::conflicting(fields, over)).await
        }
        Err(fail) => show(&visit, &link, city, read_again(fields, fail)?).await,
    }
}

async fn sign(visit: &Visit, link: &SignLink, signing: &Signing) -> Result<()> {
    let door = format!("principles-sign:{}", link.id);
    visit.hub.guard.pass(&visit.hub.db, &[(&door, TRIES)]).await?;
    actions::sign_by_link(&visit.hub, link.id, signing).await
}

async fn show(visit: &Visit, link: &SignLink, city: City, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let now = rows::in_force(&sql).await?.ok_or(Fail::NotFound)?;
    let open = link.ended_at.is_none();
    let last = signature_rows::last_of(&sql, &[city.id]).await?.remove(&city.id);
    let Reading { text, difference } = Reading::of(visit, &sql, &now, last.as_ref().map(|own| own.version)).await?;
    // Signed with this link, not replaced.
    let signed = last.filter(|own| link.ended_at == Some(own.signed_at));
    let form = Form::new(visit, filled.into().with("hash", &text.hash));
    let meta = Meta::titled(visit.t1("principles-of-city", "city", city.name(visit.lang))).hide();
    let path = link_place(&visit.hub, link.id);
    let version = now.version;
    let template = SignaturePage { v: visit, meta, city, version, text, difference, path, open, signed, form };
    kept_by_nobody(page(template.form.status(), &template, None))
}
