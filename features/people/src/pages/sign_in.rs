//! Signing in and out.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::Fail;
use base::limits::ADDRESS_BYTES;
use http::{HeaderMap, HeaderValue, header};
use input::Fields;
use web::{Answer, Filled, Form, Meta, TOLD, Visit, page, redirect, serve};

use crate::actions::passkeys::{self, Before, Shown};
use crate::actions::session::{Admitted, AtCity, Opened};
use crate::actions::sign_in::{self, Guess};
use crate::actions::single;
use crate::agent::{Agent, agent};
use crate::passkeys::Party;
use crate::rules::{DEVICE, FIRST_STEP, SESSION};
use crate::sessions::{device, device_cookie, first_step, signing, signing_of};

#[derive(Template)]
#[template(path = "people/sign_in.html")]
struct SignIn<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// This hub has an address for which browsers make passkeys.
    passkeys: bool,
    /// There are cities with whose provider people sign in.
    cities: bool,
}

web::framed!(SignIn);

/// Where to go afterwards: only ever a page of this hub.
pub(super) fn next(fields: &Fields, visit: &Visit) -> String {
    let next = fields.get("next");
    let own = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && !is_door(next, &visit.hub.network.languages);
    let next = own.then(|| in_language(&without_message(next), visit)).filter(|next| is_short(next));
    next.unwrap_or_else(|| visit.link("/cities/mine"))
}

/// Is this where people sign in or out themselves? A city's own page of its provider (`/cities/oslo/sign-in`) is not.
fn is_door(address: &str, languages: &[base::Lang]) -> bool {
    let of = |lang: &base::Lang| address.strip_prefix(&format!("/{lang}"));
    let behind_language = languages.iter().find_map(of).filter(|rest| rest.starts_with('/')).unwrap_or(address);
    behind_language.starts_with("/sign-")
}

/// The same address in the language in which somebody signs in: they may have changed it on the way.
fn in_language(address: &str, visit: &Visit) -> String {
    let languages = &visit.hub.network.languages;
    let rest = languages.iter().find_map(|lang| address.strip_prefix(&format!("/{lang}/")));
    rest.map_or_else(|| address.to_owned(), |rest| visit.link(format!("/{rest}")))
}

/// May an address be as long as this one?
fn is_short(address: &str) -> bool {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    path.len() <= ADDRESS_BYTES && query.len() <= ADDRESS_BYTES
}

/// An address that says nothing of what was done: whoever made it knows nothing of that.
fn without_message(address: &str) -> String {
    let (address, part) = address.split_once('#').map_or((address, None), |(address, part)| (address, Some(part)));
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let says = |field: &&str| Fields::parse(field).iter().any(|(name, _)| TOLD.contains(&name));
    let query: Vec<&str> = query.split('&').filter(|field| !field.is_empty() && !says(field)).collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    format!("{path}{query}{}", part.map_or_else(String::new, |part| format!("#{part}")))
}

/// Leads on whoever has given the first step: to this address, or to where the second is asked for.
pub(super) fn lead_on(visit: &Visit, admitted: &Admitted, to: &str) -> Response {
    match admitted {
        Admitted::Whole(opened) => with_session(visit, opened, redirect(to)),
        Admitted::First(secret) => {
            let next: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
            let mut response = redirect(&format!("{}?next={next}", visit.link("/sign-in/code")));
            response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, secret, FIRST_STEP.num_seconds()));
            response
        }
        Admitted::City(AtCity { slug, first }) => {
            let next: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
            let place = visit.link(format!("/sign-in/city/{slug}"));
            let mut response = redirect(&format!("{place}?next={next}&why=required"));
            let (secret, seconds) = first.as_deref().map_or(("", 0), |secret| (secret, FIRST_STEP.num_seconds()));
            response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, secret, seconds));
            response
        }
    }
}

/// Puts the cookies of a session that was opened on an answer.
pub(super) fn with_session(visit: &Visit, opened: &Opened, mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, serve::set_session(&visit.hub, &opened.session, SESSION.num_seconds()));
    let (name, https) = (device_cookie(&visit.hub), visit.hub.is_https());
    let secure = if https { "; Secure" } else { "" };
    let (device, seconds) = (&opened.device, DEVICE.num_seconds());
    let text = format!("{name}={device}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        headers.append(header::SET_COOKIE, value);
    }
    response
}

pub(crate) async fn get(visit: Visit) -> Answer {
    let fields = Fields::parse(&visit.query);
    if visit.actor.person().is_some() {
        return Ok(redirect(&next(&fields, &visit)).into_response());
    }
    show(&visit, fields).await
}

/// What was signed with a passkey in this browser.
pub(super) fn signed<'a>(browser: &'a Browser, fields: &'a Fields, name: &str) -> Option<Shown<'a>> {
    let sent = Some(fields.get(name)).filter(|sent| !sent.is_empty())?;
    Some(Shown { sent, asked: browser.signing.as_deref(), device: browser.device.as_deref() })
}

/// What a browser brings along.
pub(super) struct Browser {
    device: Option<String>,
    signing: Option<String>,
}

impl Browser {
    pub(super) fn of(visit: &Visit, headers: &HeaderMap) -> Browser {
        Browser { device: device(&visit.hub, headers), signing: signing_of(&visit.hub, headers) }
    }
}

/// Opens a session for whoever has signed with a passkey: that is both steps at once. After a `first` step it has to be the same person.
pub(super) async fn enter(
    visit: &Visit,
    headers: &HeaderMap,
    shown: Shown<'_>,
    first: Option<&str>,
    to: &str,
) -> Result<Response, Fail> {
    let before = Before { first, session: visit.session.as_deref() };
    let admitted = passkeys::enter(&visit.hub, &visit.client, shown, before, agent_of(headers)).await?;
    let mut response = lead_on(visit, &admitted, to);
    let over = signing(&visit.hub, "", 0);
    response.headers_mut().append(header::SET_COOKIE, over);
    if let Admitted::Whole(_) = admitted {
        response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, "", 0));
    }
    Ok(response)
}

pub(crate) async fn post(visit: Visit, headers: HeaderMap, fields: Fields) -> Answer {
    let browser = Browser::of(&visit, &headers);
    if let Some(shown) = signed(&browser, &fields, CREDENTIAL) {
        return match enter(&visit, &headers, shown, None, &next(&fields, &visit)).await {
            Ok(response) => Ok(response),
            Err(fail) => show(&visit, Filled::failed(without_credential(&fields), fail)?).await,
        };
    }
    let device = device(&visit.hub, &headers);
    let guess = Guess {
        email: fields.get("email"),
        password: fields.get("password"),
        place: &visit.client,
        session: visit.session.as_deref(),
        device: device.as_deref(),
        agent: agent_of(&headers),
    };
    match sign_in::sign_in(&visit.hub, guess).await {
        Ok(admitted) => Ok(lead_on(&visit, &admitted, &next(&fields, &visit))),
        Err(Fail::TooMany(seconds)) => show(&visit, Filled::too_often(fields, seconds, "error-sign-in-often")).await,
        Err(fail) => show(&visit, Filled::failed(fields, fail)?).await,
    }
}

/// The field with what was signed.
pub(super) const CREDENTIAL: &str = "credential";

/// A form that comes back: what was signed counts once.
pub(super) fn without_credential(fields: &Fields) -> Fields {
    let mut fields = fields.clone();
    fields.set(CREDENTIAL, "");
    fields
}

/// Which browser it says that it is.
pub(super) fn agent_of(headers: &HeaderMap) -> Agent {
    agent(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default())
}

pub(crate) async fn out(visit: Visit) -> Answer {
    if let Some(secret) = &visit.session {
        sign_in::sign_out(&visit.hub, secret).await?;
    }
    let mut response = redirect(&visit.done("/sign-in", "signed-out"));
    response.headers_mut().append(header::SET_COOKIE, serve::set_session(&visit.hub, "", 0));
    response.headers_mut().append(header::SET_COOKIE, first_step(&visit.hub, "", 0));
    Ok(response)
}

async fn show(visit: &Visit, filled: impl Into<Filled>) -> Answer {
    let (meta, form) = (Meta::titled(visit.t("sign-in")).hide(), Form::new(visit, filled));
    let (passkeys, cities) = (Party::of(&visit.hub).is_some(), single::is_offered(&visit.hub).await?);
    page(form.status(), &SignIn { v: visit, meta, form, passkeys, cities }, None)
}
