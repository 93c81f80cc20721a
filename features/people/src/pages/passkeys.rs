//! The own passkeys: all of them, a new one, one of them; and what a browser is asked to sign.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::{Fail, FieldError, Time};
use http::{HeaderMap, HeaderValue, header};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::second_step::show_codes;
use super::sign_in::{CREDENTIAL, agent_of, without_credential};
use crate::actions::passkeys;
use crate::actions::second_step::may_begin_in;
use crate::letters::agent_in_words;
use crate::passkeys::Party;
use crate::rows::passkeys::PasskeyRow;
use crate::rules::{PASSKEY_CHARS, SIGNING};
use crate::sessions::{device, signing};
use web::kept_by_nobody;

const PLACE: &str = "/account/passkeys";

#[derive(Template)]
#[template(path = "people/passkeys.html")]
struct PasskeysPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// Each with whether it is for the name that the hub has now.
    own: Vec<(PasskeyRow, bool)>,
    /// Browsers make some for this hub.
    possible: bool,
    /// One may be added in this session; else it begins with a link.
    may_begin: bool,
    email: &'a str,
    form: Form<'a>,
}

web::framed!(PasskeysPage);

#[derive(Template)]
#[template(path = "people/passkey.html")]
struct PasskeyPage<'a> {
    v: &'a Visit,
    meta: Meta,
    row: PasskeyRow,
    form: Form<'a>,
}

web::framed!(PasskeyPage);

/// What is told to a browser, for its script.
fn told(options: String) -> Response {
    let json = HeaderValue::from_static("application/json");
    let mut response = options.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    response
}

/// Asks whoever it is to show it.
pub(crate) async fn ask(visit: Visit) -> Answer {
    let (options, secret) = passkeys::ask(&visit.hub, &visit.client).await?;
    let mut response = told(options);
    response.headers_mut().append(header::SET_COOKIE, signing(&visit.hub, &secret, SIGNING.num_seconds()));
    Ok(response)
}

pub(crate) async fn get(visit: Visit, headers: HeaderMap) -> Answer {
    let named = agent_in_words(&visit.hub, visit.lang, agent_of(&headers));
    show(&visit, Fields::default().with("name", named)).await
}

/// What its owner calls it.
fn name_of(fields: &Fields) -> Result<String, Fail> {
    let name = base::letters::name(&fields.line("name"));
    let wrong = match name.chars().count() {
        0 => FieldError::new("name", "error-required").with("label", "passkey-name"),
        long if long > PASSKEY_CHARS => {
            FieldError::new("name", "error-too-long").with("label", "passkey-name").with("max", PASSKEY_CHARS)
        }
        _ => return Ok(name),
    };
    Err(Fail::Invalid(vec![wrong]))
}

/// Asks this browser for a new one (its script says so), or takes the one that was made.
pub(crate) async fn post(visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    if fields.get("do") == "begin" {
        return Ok(told(passkeys::begin(&visit.hub, &visit.actor, this).await?));
    }
    let device = device(&visit.hub, &headers);
    let added = match name_of(&fields) {
        Ok(name) => {
            let made = (name.as_str(), fields.get(CREDENTIAL));
            passkeys::add(&visit.hub, &visit.actor, this, made, device.as_deref()).await
        }
        Err(fail) => Err(fail),
    };
    match added {
        // The codes are shown once.
        Ok(Some(codes)) => show_codes(&visit, codes, true),
        Ok(None) => Ok(redirect(&visit.done(PLACE, "passkey-added")).into_response()),
        Err(fail) => show(&visit, Filled::failed(without_credential(&fields), fail)?).await,
    }
}

fn id_of(written: &str) -> Result<i64, Fail> {
    base::id::read_id(written).ok_or(Fail::NotFound)
}

pub(crate) async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.person()?;
    let row = passkeys::one(&visit.hub, &visit.actor, id_of(&id)?).await?;
    let named = Fields::default().with("name", &row.name);
    show_one(&visit, row, named)
}

pub(crate) async fn rename(visit: Visit, Path(id): Path<String>, fields: Fields) -> Answer {
    visit.person()?;
    let row = passkeys::one(&visit.hub, &visit.actor, id_of(&id)?).await?;
    match name_of(&fields) {
        Ok(name) => {
            passkeys::rename(&visit.hub, &visit.actor, row.id, &name).await?;
            Ok(redirect(&visit.done(PLACE, "saved")).into_response())
        }
        Err(fail) => show_one(&visit, row, Filled::failed(fields, fail)?),
    }
}

pub(crate) async fn delete(visit: Visit, Path(id): Path<String>) -> Answer {
    visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    passkeys::delete(&visit.hub, &visit.actor, this, id_of(&id)?).await?;
    Ok(redirect(&visit.done(PLACE, "passkey-deleted")).into_response())
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let me = visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    let form = Form::new(visit, filled);
    let template = PasskeysPage {
        v: visit,
        meta: Meta::titled(visit.t("passkeys-title")).hide(),
        own: passkeys::of(&visit.hub, me.id).await?,
        possible: Party::of(&visit.hub).is_some(),
        may_begin: may_begin_in(&visit.hub, me, this).await?,
        email: &me.email,
        form,
    };
    page(template.form.status(), &template, None)
}

fn show_one(visit: &Visit, row: PasskeyRow, filled: impl Into<Filled>) -> Answer {
    let (form, meta) = (Form::new(visit, filled), Meta::titled(&row.name).hide());
    kept_by_nobody(page(form.status(), &PasskeyPage { v: visit, meta, row, form }, None))
}

impl PasskeysPage<'_> {
    /// When it was used last.
    fn used(&self, at: &Time) -> String {
        self.v.t1("passkey-used", "when", self.v.date(at))
    }
}
