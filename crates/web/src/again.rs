//! A form that was sent when its sender was no longer signed in: kept on a page from which it is sent once more. Each
//! form says whose it is: somebody else in whose name it would be done sees it first.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use input::Fields;

use crate::frame::page;
use crate::visit::{Meta, Visit};
use crate::whose::{KEPT_FOR, is_mark, mark};

/// Fields that no page holds.
const SECRET: [&str; 3] = ["password", "old", "new"];
/// Bytes of a form that is kept of somebody who brought no session at all: a stranger is not sent back what they send.
pub(crate) const OF_STRANGERS: usize = 64 * 1024;
/// What was sent, and by whom.
#[derive(Clone)]
pub(crate) struct Sent {
    pub(crate) fields: Fields,
    pub(crate) by: String,
    /// It came in parts, with a file that is not kept.
    pub(crate) in_parts: bool,
}

#[derive(Template)]
#[template(path = "again.html")]
struct Again<'a> {
    v: &'a Visit,
    meta: Meta,
    fields: Vec<(&'a str, &'a str)>,
    in_parts: bool,
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
        let fields = Fields::parse(text);
        let by = kept_for(&fields).filter(|mark| is_mark(mark)).map_or(by, str::to_owned);
        response.extensions_mut().insert(Sent { fields, by, in_parts: false });
    }
    response
}

/// Whose a form says that it is.
fn kept_for(fields: &Fields) -> Option<&str> {
    fields.iter().find(|(name, _)| *name == KEPT_FOR).map(|(_, mark)| mark)
}

/// The page that shows a form to somebody who is signed in and did not open it, before anything is done.
pub(crate) fn of_another(visit: &Visit, form: &[u8]) -> Option<Response> {
    let text = std::str::from_utf8(form).ok().filter(|text| text.contains(KEPT_FOR))?;
    shown_first(visit, Fields::parse(text), false)
}

/// The same for what was read of a form with a file, before anything is done with it.
pub fn upload_of_another(visit: &Visit, fields: &Fields) -> Option<Response> {
    shown_first(visit, fields.clone(), true)
}

fn shown_first(visit: &Visit, fields: Fields, in_parts: bool) -> Option<Response> {
    let me = visit.actor.person()?;
    let own = mark(visit);
    kept_for(&fields).filter(|mark| *mark != own)?;
    Some(kept(visit, StatusCode::CONFLICT, &Sent { fields, by: own, in_parts }, Some(&me.name)))
}

/// The page that keeps it; nothing where nothing was written.
pub(crate) fn again(visit: &Visit, response: &Response) -> Option<Response> {
    let sent = response.extensions().get::<Sent>()?;
    sent.fields.iter().any(|(name, _)| is_kept(name)).then(|| kept(visit, StatusCode::FORBIDDEN, sent, None))
}

/// What somebody wrote who may not send it any more: whole sentences, to be copied.
pub(crate) fn written(response: &Response) -> Vec<String> {
    let sent = response.extensions().get::<Sent>();
    let fields = sent.iter().flat_map(|sent| sent.fields.iter()).filter(|(name, _)| is_kept(name));
    fields.map(|(_, value)| value.trim().to_owned()).filter(|value| value.contains(char::is_whitespace)).collect()
}

fn is_kept(name: &str) -> bool {
    name != KEPT_FOR && !SECRET.contains(&name)
}

fn kept(visit: &Visit, status: StatusCode, sent: &Sent, other: Option<&str>) -> Response {
    let Sent { fields, by, in_parts } = sent;
    let (fields, in_parts) = (fields.iter().filter(|(name, _)| is_kept(name)).collect(), *in_parts);
    let title = visit.t(if other.is_some() { "again-other-title" } else { "again-title" });
    let meta = Meta { titled_as_error: true, ..Meta::titled(title).hide() };
    let mut page = page(status, &Again { v: visit, meta, fields, in_parts, by, other }, None).into_response();
    // What somebody wrote is kept by nobody on the way.
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    page
}
