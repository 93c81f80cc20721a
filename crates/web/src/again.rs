//! A form that was sent when its sender was no longer signed in: kept on a page from which it is sent once more. It says
//! whose it is, as far as the browser knows: somebody else in whose name it is sent on sees it first.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use input::Fields;

use crate::frame::page;
use crate::headers::cookie;
use crate::visit::{Meta, Visit};

/// Fields that no page holds.
const SECRET: [&str; 3] = ["password", "old", "new"];
/// The field of a kept form that says whose it is.
const KEPT_FOR: &str = "kept-for";
/// Bytes of a form that is kept of somebody who brought no session at all: a stranger is not sent back what they send.
const OF_STRANGERS: usize = 64 * 1024;
/// Seconds for which a browser remembers who was signed in last: half a year.
const REMEMBERED: u32 = 180 * 24 * 60 * 60;
/// Letters of the mark of a person.
const MARK_LETTERS: usize = 32;

/// What was sent, and by whom.
#[derive(Clone)]
struct Sent {
    fields: Fields,
    by: String,
}

#[derive(Template)]
#[template(path = "again.html")]
struct Again<'a> {
    v: &'a Visit,
    meta: Meta,
    fields: Vec<(&'a str, &'a str)>,
    /// Whose it is.
    by: &'a str,
    /// Who would send it on, where it may be somebody else's.
    other: Option<&'a str>,
}

crate::framed!(Again);

/// The answer to somebody who must sign in first, with the form that they sent.
pub(crate) fn with_what_was_sent(mut response: Response, form: &[u8], by: String, is_stranger: bool) -> Response {
    if is_stranger && form.len() > OF_STRANGERS {
        return response;
    }
    if let Ok(text) = std::str::from_utf8(form) {
        response.extensions_mut().insert(Sent { fields: Fields::parse(text), by });
    }
    response
}

/// The cookie by which it is known who was signed in last in this browser: with TLS, bound to this host.
fn person_cookie(visit: &Visit) -> &'static str {
    if visit.hub.is_https() { "__Host-hub_person" } else { "hub_person" }
}

/// The mark of who was signed in last in this browser; empty where nobody was.
pub(crate) fn last_person(visit: &Visit, headers: &HeaderMap) -> String {
    let whole = |mark: &String| mark.len() == MARK_LETTERS && mark.bytes().all(|letter| letter.is_ascii_hexdigit());
    cookie(headers, person_cookie(visit)).filter(whole).unwrap_or_default()
}

/// The mark of who is signed in; empty where nobody is.
fn mark(visit: &Visit) -> String {
    let person = visit.actor.person();
    person.map_or_else(String::new, |person| {
        base::secret::hash(&format!("person {}", person.id)).chars().take(MARK_LETTERS).collect()
    })
}

/// Remembers who is signed in, beyond the end of their session. On answers for them alone.
pub(crate) fn remember_person(visit: &Visit, last: &str, headers: &mut HeaderMap) {
    let own = mark(visit);
    let private = headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"private"));
    if !private || own.is_empty() || own == last {
        return;
    }
    let secure = if visit.hub.is_https() { "; Secure" } else { "" };
    let text = format!("{}={own}; Path=/; HttpOnly; SameSite=Lax; Max-Age={REMEMBERED}{secure}", person_cookie(visit));
    if let Ok(value) = HeaderValue::from_str(&text) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// The page that shows a kept form to somebody who is signed in and may not have written it, before anything is done.
pub(crate) fn of_another(visit: &Visit, form: &[u8]) -> Option<Response> {
    let me = visit.actor.person()?;
    let text = std::str::from_utf8(form).ok().filter(|text| text.contains(KEPT_FOR))?;
    let fields = Fields::parse(text);
    let (_, kept_for) = fields.iter().find(|(name, _)| *name == KEPT_FOR)?;
    let own = mark(visit);
    (kept_for != own).then(|| kept(visit, StatusCode::CONFLICT, &fields, &own, Some(&me.name)))
}

/// The page that keeps it; nothing where nothing was written.
pub(crate) fn again(visit: &Visit, response: &Response) -> Option<Response> {
    let Sent { fields, by } = response.extensions().get::<Sent>()?;
    fields.iter().any(|(name, _)| is_kept(name)).then(|| kept(visit, StatusCode::FORBIDDEN, fields, by, None))
}

fn is_kept(name: &str) -> bool {
    name != KEPT_FOR && !SECRET.contains(&name)
}

fn kept(visit: &Visit, status: StatusCode, fields: &Fields, by: &str, other: Option<&str>) -> Response {
    let fields = fields.iter().filter(|(name, _)| is_kept(name)).collect();
    let title = visit.t(if other.is_some() { "again-other-title" } else { "again-title" });
    let meta = Meta { titled_as_error: true, ..Meta::titled(title).hide() };
    let mut page = page(status, &Again { v: visit, meta, fields, by, other }, None).into_response();
    // What somebody wrote is kept by nobody on the way.
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    page
}
