//! The second step of signing in, on the own account: set up, new codes, turned off.

use std::sync::Arc;

use askama::Template;
use axum::response::IntoResponse;
use base::{Actor, Fail, FieldError, Time};
use http::{HeaderMap, StatusCode};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::actions::links::{self, For};
use crate::actions::second_step as steps;
use crate::rules::{RESETS, is_like_a_code};
use crate::sessions::device;
use crate::totp::{Qr, Secret, qr};

const PLACE: &str = "/account/second-step";

#[derive(Template)]
#[template(path = "people/second_step.html")]
struct SecondStepPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// Since when it is asked for.
    since: Option<Time>,
    /// Recovery codes that are left.
    codes: usize,
    /// When the team takes it away.
    ends: Option<Time>,
    /// The app that is being set up.
    pending: Option<Pending>,
    /// It is asked for: also of whoever has passkeys alone.
    is_on: bool,
    /// An app may be set up in this session; else it begins with a link.
    may_begin: bool,
    /// With the code of the app that is being set up.
    code: Form<'a>,
    /// What is pressed.
    change: Form<'a>,
}

web::framed!(SecondStepPage);

/// What an app is told.
struct Pending {
    qr: Option<Qr>,
    address: String,
    typed: String,
}

impl Pending {
    fn of(visit: &Visit, email: &str, secret: &Secret) -> Pending {
        let address = secret.address(visit.hub_name(), email);
        Pending { qr: qr(&address), address, typed: secret.typed() }
    }
}

#[derive(Template)]
#[template(path = "people/codes.html")]
struct Codes<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    codes: Vec<String>,
    /// The second step was set up just now.
    begun: bool,
}

web::framed!(Codes);

/// What was sent from one of the page's forms.
#[derive(Default)]
struct Sent {
    code: Option<Filled>,
    change: Option<Filled>,
}

pub(crate) async fn get(visit: Visit) -> Answer {
    show(&visit, Sent::default()).await
}

/// The code of the app that is being set up.
pub(crate) async fn post(visit: Visit, headers: HeaderMap, mut fields: Fields) -> Answer {
    let this = visit.session.clone().ok_or(Fail::SignIn)?;
    if !is_like_a_code(fields.get("code")) {
        let wrong = FieldError::new("code", "error-code-six");
        return show(&visit, Sent { code: Some(Filled::wrong(fields, vec![wrong])), ..Sent::default() }).await;
    }
    let device = device(&visit.hub, &headers);
    let confirmed = steps::confirm(&visit.hub, &visit.actor, &this, device.as_deref(), fields.get("code")).await;
    fields.set("code", String::new());
    match confirmed {
        Ok(codes) => show_codes(&visit, codes, true),
        // Sent twice, or begun anew elsewhere: the page says how it stands.
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(PLACE)).into_response()),
        Err(Fail::TooMany(seconds)) => {
            let code = Some(Filled::too_often(fields, seconds, "error-code-often"));
            show(&visit, Sent { code, ..Sent::default() }).await
        }
        Err(fail) => show(&visit, Sent { code: Some(Filled::failed(fields, fail)?), ..Sent::default() }).await,
    }
}

/// Begins to set up, makes new codes, or turns it off.
pub(crate) async fn change(visit: Visit, fields: Fields) -> Answer {
    visit.person()?;
    let this = visit.session.clone().ok_or(Fail::SignIn)?;
    let (hub, actor) = (&visit.hub, &visit.actor);
    let done = match fields.get("do") {
        "begin" => steps::begin(hub, actor, &this).await.map(|()| redirect(&visit.link(PLACE)).into_response()),
        "codes" => match steps::new_codes(hub, actor, &this, fields.get("once")).await {
            Ok(codes) => return show_codes(&visit, codes, false),
            Err(fail) => Err(fail),
        },
        "off" => {
            let off = steps::turn_off(hub, actor, &this).await;
            off.map(|()| redirect(&visit.done("/account", "second-step-off")).into_response())
        }
        _ => Err(Fail::Invalid(vec![FieldError::new("do", "error-choose").with("label", "second-step")])),
    };
    match done {
        Ok(response) => Ok(response),
        // Turned off meanwhile, in another window, or sent twice.
        Err(Fail::Conflict(_)) => Ok(redirect(&visit.link(PLACE)).into_response()),
        Err(fail) => {
            let change = Some(Filled::failed(Fields::default().with("once", fields.get("once")), fail)?);
            show(&visit, Sent { change, ..Sent::default() }).await
        }
    }
}

/// The link with which somebody begins whose role rests: to their own address, and the page says so.
pub(crate) async fn link(visit: Visit) -> Answer {
    let me = visit.person()?;
    let door = format!("second-step-link:{}", me.id);
    let sent = async {
        visit.hub.guard.pass(&visit.hub.db, &[(&door, RESETS)]).await?;
        links::forgotten(&visit.hub, &me.email, &visit.client, For::Password).await
    };
    match sent.await {
        Ok(()) => Ok(redirect(&visit.done_by_letter(PLACE, "second-step-link")).into_response()),
        Err(fail) => {
            let change = Some(Filled::failed(Fields::default(), fail)?);
            show(&visit, Sent { change, ..Sent::default() }).await
        }
    }
}

/// What the team is about to take away stays.
pub(crate) async fn keep(visit: Visit) -> Answer {
    steps::keep(&visit.hub, &visit.actor).await?;
    Ok(redirect(&visit.done(PLACE, "second-step-kept")).into_response())
}

/// The codes are shown on the answer itself, once: they are kept nowhere.
pub(super) fn show_codes(visit: &Visit, codes: Vec<String>, begun: bool) -> Answer {
    let email = &visit.person()?.email;
    let meta = Meta::titled(visit.t("codes-title")).hide();
    // What rested when this was asked for rests no more.
    let mut now = visit.clone();
    if let Actor::Person(person) = Arc::make_mut(&mut now.actor) {
        person.resting.clear();
    }
    page(StatusCode::OK, &Codes { v: &now, meta, email, codes, begun }, None)
}

async fn show(visit: &Visit, sent: Sent) -> Answer {
    let me = visit.person()?;
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    let standing = steps::standing(&visit.hub, me, this).await?;
    let form = |filled: Option<Filled>| Form::new(visit, filled.unwrap_or_else(|| Fields::default().into()));
    let template = SecondStepPage {
        v: visit,
        meta: Meta::titled(visit.t("second-step")).hide(),
        since: standing.since,
        codes: standing.codes,
        ends: steps::ending(&visit.hub.db.read(), me.id).await?.map(|ending| ending.due_at),
        pending: standing.pending.map(|secret| Pending::of(visit, &me.email, &secret)),
        is_on: standing.is_on,
        may_begin: standing.may_begin,
        code: form(sent.code),
        change: form(sent.change),
    };
    page(template.code.status().max(template.change.status()), &template, None)
}
