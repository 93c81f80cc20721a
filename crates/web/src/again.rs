//! A form that was sent when its sender was no longer signed in: kept on a page from which it is sent once more. Each
//! form says whose it is: somebody else in whose name it would be done sees it first, and what was only pressed on the page
//! that says what it does.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use input::Fields;

use crate::frame::page;
use crate::reads::{Addresses, Takes};
use crate::visit::{Meta, Visit};
use crate::whose::{KEPT_FOR, is_mark, mark};

/// Fields that no page holds.
const SECRET: [&str; 6] = ["password", "old", "new", "code", "proof-password", "proof-code"];
/// Fields that nobody writes: they go with a form when it is sent again, and are nothing to be read.
const UNWRITTEN: [&str; 4] = ["once", "revision", "kept", "next"];
/// Bytes of a form that is kept of a browser in which nobody is known to have signed in ([`crate::upload::Browser`]): a
/// stranger is not sent back what they send.
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
    /// What of them somebody wrote or chose.
    written: Vec<&'a str>,
    in_parts: bool,
    /// Something of it is not kept: files, passwords.
    lacks: bool,
    /// Whose it is.
    by: &'a str,
    /// Who would send it on, where it may be somebody else's.
    other: Option<Other<'a>>,
    /// It can be sent from here.
    sends: bool,
}

/// Somebody who sees a form that another opened.
struct Other<'a> {
    name: &'a str,
    /// Where they see what it does.
    page: String,
    /// It was only pressed: nothing in it tells what it does.
    pressed: bool,
}

crate::framed!(Again);

impl Sent {
    /// By whom the form says: one that does not say is nobody's, and is shown before it is done.
    pub(crate) fn new(fields: Fields, in_parts: bool) -> Sent {
        let said = fields.iter().find(|(name, _)| *name == KEPT_FOR).map(|(_, mark)| mark.to_owned());
        Sent { by: said.filter(|mark| is_mark(mark)).unwrap_or_default(), fields, in_parts }
    }
}

/// The answer to a form that is not done, with what was sent; of a browser that is not `known` only so much.
pub(crate) fn with_what_was_sent(mut response: Response, form: &[u8], known: bool) -> Response {
    if form.is_empty() || (!known && form.len() > OF_STRANGERS) {
        return response;
    }
    response.extensions_mut().insert(Sent::new(Fields::parse_bytes(form), false));
    response
}

/// The page that shows a form to somebody who is signed in and did not open it, before anything is done.
pub(crate) fn of_another(visit: &Visit, addresses: &Addresses, form: &[u8]) -> Option<Response> {
    let own = mark(visit);
    // All of it is read as the form's own fields are, however it is written and however many stand before it.
    let mut marks = url::form_urlencoded::parse(form).filter(|(name, _)| name == KEPT_FOR);
    marks.find(|(_, mark)| *mark != own)?;
    shown_first(visit, addresses, Fields::parse_bytes(form), false)
}

/// The same for one of which it is known.
pub(crate) fn shown_first(visit: &Visit, addresses: &Addresses, fields: Fields, in_parts: bool) -> Option<Response> {
    let name = &visit.actor.person()?.name;
    let has_page = addresses.has_page(&visit.path);
    let page = visit.link(if has_page { &visit.path } else { addresses.page_above(&visit.path) });
    let pressed = addresses.takes(&visit.path) == Takes::Nothing || in_sight(&fields).next().is_none();
    let other = Other { name, page, pressed };
    Some(kept(visit, StatusCode::CONFLICT, &Sent { fields, by: mark(visit), in_parts }, Some(other)))
}

/// The page that keeps it; nothing where nothing was written.
pub(crate) fn again(visit: &Visit, response: &Response) -> Option<Response> {
    let sent = response.extensions().get::<Sent>()?;
    sent.fields.iter().any(|(name, _)| is_kept(name)).then(|| kept(visit, StatusCode::FORBIDDEN, sent, None))
}

/// What somebody sent that is not done, to be copied: all but passwords, and what no person wrote.
pub(crate) fn written(response: &Response) -> Vec<String> {
    let sent = response.extensions().get::<Sent>();
    sent.map_or_else(Vec::new, |sent| in_sight(&sent.fields).map(str::to_owned).collect())
}

/// What somebody wrote or chose in a form.
fn in_sight(fields: &Fields) -> impl Iterator<Item = &str> {
    let own = fields.iter().filter(|(name, _)| is_kept(name) && !UNWRITTEN.contains(name));
    own.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
}

/// What a page may hold of a form that is to be sent once more.
pub fn kept_fields(fields: &Fields) -> Vec<(String, String)> {
    let kept = fields.iter().filter(|(name, _)| is_kept(name));
    kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn is_kept(name: &str) -> bool {
    name != KEPT_FOR && !SECRET.contains(&name)
}

fn kept(visit: &Visit, status: StatusCode, sent: &Sent, other: Option<Other<'_>>) -> Response {
    let Sent { fields, by, in_parts } = sent;
    let (written, in_parts) = (in_sight(fields).collect(), *in_parts);
    let lacks = in_parts || fields.iter().any(|(name, value)| SECRET.contains(&name) && !value.is_empty());
    let fields = fields.iter().filter(|(name, _)| is_kept(name)).collect();
    let sends = other.as_ref().is_none_or(|other| !other.pressed);
    let title = visit.t(if other.is_some() { "again-other-title" } else { "again-title" });
    let meta = Meta { titled_as_error: true, ..Meta::titled(title).hide() };
    let mut page = page(status, &Again { v: visit, meta, fields, written, in_parts, lacks, by, other, sends }, None)
        .into_response();
    // What somebody wrote is kept by nobody on the way.
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    page
}
