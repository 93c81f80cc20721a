//! Showing once more who one is: before what is sensitive, in a session that has been open for a while. A form that is waiting for it
//! stands on the page, and goes on from here as it came.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::{Fail, Person};
use http::{HeaderMap, StatusCode};
use input::Fields;
use web::{Answer, Filled, Form, Meta, Visit, kept_fields, page, redirect};

use super::city_sign_in::why;
use super::sign_in::{Browser, next, signed};
use crate::actions::passkeys;
use crate::actions::proof::{self, CODE, PASSWORD, Proof};
use crate::actions::single;
use crate::sessions::device;
use web::kept_by_nobody;

/// The field that says what waits: a page, or a form.
const WAITS: &str = "proof-for";
const PAGE: &str = "page";
const FORM: &str = "form";
/// The field with what was signed with a passkey.
const CREDENTIAL: &str = "proof-credential";
/// By which the browser's own keeper of passwords finds the right one.
const USERNAME: &str = "username";

#[derive(Template)]
#[template(path = "people/again.html")]
struct Again<'a> {
    v: &'a Visit,
    meta: Meta,
    email: &'a str,
    form: Form<'a>,
    /// A code is asked for, too.
    code: bool,
    /// They have passkeys.
    passkeys: bool,
    /// The city whose provider can say so as well.
    city: Option<String>,
    /// Why that came to nothing.
    why: Option<String>,
    /// Where they go on from there.
    next: String,
    /// What waits.
    waits: &'static str,
    /// The fields of the form that does.
    kept: Vec<(String, String)>,
    action: String,
    /// Where whoever would rather not goes.
    back: String,
}

web::framed!(Again);

pub(crate) async fn get(visit: Visit) -> Answer {
    let to = next(&Fields::parse(&visit.query), &visit);
    let Some(me) = visit.actor.person() else { return sign_in(&visit, &to) };
    if visit.actor.must_be_recent(visit.hub.now()).is_ok() {
        return Ok(redirect(&to).into_response());
    }
    show(&visit, me, PAGE, &Fields::default(), None).await
}

pub(crate) async fn post(visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    let to = next(&Fields::parse(&visit.query), &visit);
    let waits = match fields.get(WAITS) {
        PAGE => PAGE,
        _ => FORM,
    };
    let Some(me) = visit.actor.person() else {
        // Signed out meanwhile: where the form was to go, it is kept as every form is.
        return if waits == FORM { Ok(handed_on(&to)) } else { sign_in(&visit, &to) };
    };
    let this = visit.session.as_deref().ok_or(Fail::SignIn)?;
    if visit.actor.must_be_recent(visit.hub.now()).is_err() {
        // As it comes from where it was sent to: nothing was asked yet.
        if fields.get(WAITS).is_empty() {
            return show(&visit, me, FORM, &fields, None).await;
        }
        match prove(&visit, &headers, this, &fields).await {
            Ok(()) => {}
            Err(Fail::SignIn) if waits == FORM => return Ok(handed_on(&to)),
            Err(Fail::TooMany(seconds)) => {
                let wrong = Filled::too_often(Fields::default(), seconds, "error-proof-often");
                return show(&visit, me, waits, &fields, Some(wrong)).await;
            }
            Err(fail) => {
                let wrong = Filled::failed(Fields::default(), fail)?;
                return show(&visit, me, waits, &fields, Some(wrong)).await;
            }
        }
    }
    Ok(if waits == FORM { handed_on(&to) } else { redirect(&to).into_response() })
}

/// With a passkey, or with what they know.
async fn prove(visit: &Visit, headers: &HeaderMap, this: &str, fields: &Fields) -> Result<(), Fail> {
    let browser = Browser::of(visit, headers);
    if let Some(shown) = signed(&browser, fields, CREDENTIAL) {
        return passkeys::prove(&visit.hub, &visit.actor, this, shown).await;
    }
    let device = device(&visit.hub, headers);
    let proof = Proof { password: fields.get(PASSWORD), code: fields.get(CODE), device: device.as_deref() };
    proof::prove(&visit.hub, &visit.actor, this, proof).await
}

fn sign_in(visit: &Visit, to: &str) -> Answer {
    let next: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
    Ok(redirect(&format!("{}?next={next}", visit.link("/sign-in"))).into_response())
}

/// The browser sends the whole form on to where it was going (307).
fn handed_on(to: &str) -> Response {
    let mut response = redirect(to);
    *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    response
}

/// The page; with the form that waits for it, as it came.
async fn show(visit: &Visit, me: &Person, waits: &'static str, kept: &Fields, wrong: Option<Filled>) -> Answer {
    let form = Form::new(visit, wrong.unwrap_or_else(|| Fields::default().into()));
    let own = [WAITS, USERNAME, CREDENTIAL];
    let kept = if waits == FORM { kept_fields(kept) } else { Vec::new() };
    // What was sent is not done: that is no success.
    let status = if waits == FORM && !form.is_wrong() { StatusCode::FORBIDDEN.into() } else { form.status() };
    let template = Again {
        v: visit,
        meta: Meta::titled(visit.t("proof-title")).hide(),
        email: &me.email,
        code: proof::asks_for_code(&visit.hub.db.read(), me).await?,
        city: single::for_proof(&visit.hub, &visit.actor).await?.map(|(city, _)| city.name(visit.lang).to_owned()),
        why: why(visit),
        next: next(&Fields::parse(&visit.query), visit),
        passkeys: passkeys::usable(&visit.hub, &visit.hub.db.read(), me.id).await?,
        waits,
        kept: kept.into_iter().filter(|(name, _)| !own.contains(&name.as_str())).collect(),
        action: format!("{}?{}", visit.here(), visit.query),
        back: if waits == PAGE { visit.link("/account") } else { next(&Fields::parse(&visit.query), visit) },
        form,
    };
    kept_by_nobody(page(status, &template, None))
}
