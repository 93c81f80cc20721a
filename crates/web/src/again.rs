//! A form that was sent when its sender was no longer signed in: kept on a page from which it is sent once more.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use input::Fields;

use crate::frame::page;
use crate::visit::{Meta, Visit};

/// Fields that no page holds.
const SECRET: [&str; 3] = ["password", "old", "new"];

/// What was sent.
#[derive(Clone)]
struct Sent(Fields);

#[derive(Template)]
#[template(path = "again.html")]
struct Again<'a> {
    v: &'a Visit,
    meta: Meta,
    fields: Vec<(&'a str, &'a str)>,
}

crate::framed!(Again);

/// The answer to somebody who must sign in first, with the form that they sent.
pub(crate) fn with_what_was_sent(mut response: Response, form: &[u8]) -> Response {
    if let Ok(text) = std::str::from_utf8(form) {
        response.extensions_mut().insert(Sent(Fields::parse(text)));
    }
    response
}

/// The page that keeps it; nothing where nothing was written.
pub(crate) fn again(visit: &Visit, response: &Response) -> Option<Response> {
    let sent = &response.extensions().get::<Sent>()?.0;
    let fields: Vec<_> = sent.iter().filter(|(name, _)| !SECRET.contains(name)).collect();
    if fields.is_empty() {
        return None;
    }
    let meta = Meta { titled_as_error: true, ..Meta::titled(visit.t("again-title")).hide() };
    let mut page = page(StatusCode::FORBIDDEN, &Again { v: visit, meta, fields }, None).into_response();
    // What somebody wrote is kept by nobody on the way.
    page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Some(page)
}
