//! The way out: pages that are kept, pages that are compressed, errors as pages.

use askama::Template;
use axum::body::{Body, HttpBody};
use axum::response::{IntoResponse, Response};
use base::Fail;
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::cache::{Kept, Topics};
use crate::failure::{Failure, Problem};
use crate::gzip::{Effort, gzip};
use crate::headers::{accepts_gzip, has_tag};
use crate::hub::Hub;
use crate::visit::{Meta, Visit};

/// Bytes of one page that may be kept.
const KEPT_BYTES: usize = 1024 * 1024;
/// Seconds after which something that does not answer may be asked again.
const TRY_AGAIN_SECONDS: u64 = 30;

/// What a page is answered with depends on these, and so do those who keep it on the way.
pub(crate) const PAGE_VARY: HeaderValue = HeaderValue::from_static("cookie, accept-encoding");

/// Marks an answer as a page of our own, made for this request: only those are compressed. A file that somebody
/// uploaded leaves as it came, whatever its type.
#[derive(Clone, Copy)]
pub(crate) struct OwnPage;

/// What a reader says of how a page may come.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) zip: bool,
    tags: HeaderMap,
}

impl Asked {
    pub(crate) fn of(headers: &HeaderMap) -> Asked {
        let mut tags = HeaderMap::new();
        for value in headers.get_all(header::IF_NONE_MATCH) {
            tags.append(header::IF_NONE_MATCH, value.clone());
        }
        Asked { zip: accepts_gzip(headers), tags }
    }
}

/// A finished page; nothing but its tag where the reader has it.
pub(crate) fn kept(page: &Kept, asked: &Asked) -> Response {
    let mut response = if has_tag(&asked.tags, &page.tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Body::from(if asked.zip { page.gzip.clone() } else { page.plain.clone() }).into_response()
    };
    let modified = response.status() == StatusCode::OK;
    let headers = response.headers_mut();
    if modified {
        let media_type = HeaderValue::from_str(&page.content_type);
        headers.insert(header::CONTENT_TYPE, media_type.unwrap_or(HeaderValue::from_static("text/html")));
        if asked.zip {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
    }
    headers.insert(header::VARY, PAGE_VARY);
    // Weak, since the same page goes out in two codings.
    if let Ok(tag) = HeaderValue::from_str(&page.tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// Keeps a page that was begun in this turn, and answers with it.
pub(crate) async fn keep(
    hub: &Hub,
    key: String,
    response: Response,
    topics: Topics,
    begun: u64,
    asked: &Asked,
) -> Response {
    let (parts, body) = response.into_parts();
    // It is in memory already.
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if parts.headers.contains_key(header::SET_COOKIE) || bytes.len() > KEPT_BYTES {
        return page_as_asked(Response::from_parts(parts, Body::from(bytes)), asked).await;
    }
    let content_type =
        parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("text/html").to_owned();
    hub.cache.keep(key.clone(), bytes.clone(), content_type, topics, begun);
    match hub.cache.get(&key) {
        Some(page) => kept(&page, asked),
        None => page_as_asked(Response::from_parts(parts, Body::from(bytes)), asked).await,
    }
}

/// One of our own pages that is not kept, compressed where the reader takes it.
pub(crate) async fn page_as_asked(mut response: Response, asked: &Asked) -> Response {
    response.headers_mut().insert(header::VARY, PAGE_VARY);
    let foreign = [header::CONTENT_DISPOSITION, header::CONTENT_RANGE, header::CONTENT_ENCODING];
    if !asked.zip || foreign.iter().any(|name| response.headers().contains_key(name)) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    match gzip(&bytes, Effort::Little) {
        Some(zipped) => {
            parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(zipped))
        }
        None => Response::from_parts(parts, Body::from(bytes)),
    }
}

/// The head of an answer alone, with the length that the whole has.
pub(crate) fn head_only(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let length = body.size_hint().exact();
    // Not of what never has a body: it would speak of another answer.
    let bare = matches!(parts.status, StatusCode::NOT_MODIFIED | StatusCode::NO_CONTENT);
    if let Some(length) = length.filter(|_| !bare) {
        parts.headers.entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
    Response::from_parts(parts, Body::empty())
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    v: &'a Visit,
    meta: Meta,
    text: String,
    status: u16,
    /// For whoever tells us of it.
    number: &'a str,
}

crate::framed!(ErrorPage);

/// An error as a page, or as a problem document.
pub(crate) fn error_response(visit: &Visit, api: bool, fail: &Fail, status: StatusCode) -> Response {
    match fail {
        Fail::Internal(reason) => tracing::error!(reason, "our own mistake"),
        Fail::Unavailable(reason) | Fail::Contended(reason) => tracing::warn!(reason, "unavailable"),
        _ => {}
    }
    let mut response = if api { problem(visit, fail, status) } else { error_page(visit, fail, status) };
    response.extensions_mut().remove::<Failure>();
    let seconds = match fail {
        Fail::TooMany(seconds) | Fail::Busy(seconds) => Some(*seconds),
        Fail::Unavailable(_) | Fail::Contended(_) => Some(TRY_AGAIN_SECONDS),
        _ => None,
    };
    if let Some(seconds) = seconds {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn problem(visit: &Visit, fail: &Fail, status: StatusCode) -> Response {
    let errors = if let Fail::Invalid(errors) = fail { errors.as_slice() } else { &[] };
    let instance = format!("urn:strong-cities:request:{}", visit.number);
    Problem { instance: Some(instance), ..Problem::new(status.as_u16(), errors) }.into_response()
}

/// Keys of the words for a failure: its title, and what to do about it. What is too large or too many is told with its
/// number, where the failure knows it.
fn error_words(fail: &Fail, status: u16) -> (&'static str, &'static str) {
    match (fail, status) {
        (Fail::Busy(_) | Fail::Contended(_), _) => ("error-503-busy", "error-503-busy-text"),
        (Fail::Foreign, _) => ("error-403-foreign", "error-403-foreign-text"),
        (_, 403) => ("error-403", "error-403-text"),
        (_, 404) => ("error-404", "error-404-text"),
        (_, 405) => ("error-405", "error-405-text"),
        (_, 408) => ("error-408", "error-408-text"),
        (_, 409) => ("error-409", "error-409-text"),
        (_, 413) => ("error-413", "error-400-text"),
        (_, 414) => ("error-414", "error-414-text"),
        (_, 422) => ("error-422", "error-422-text"),
        (_, 429) => ("error-429", "error-400-text"),
        (_, 503) => ("error-503", "error-503-text"),
        (_, 400..=499) => ("error-400", "error-400-text"),
        _ => ("error-500", "error-500-text"),
    }
}

fn error_page(visit: &Visit, fail: &Fail, status: StatusCode) -> Response {
    let (title, advice) = error_words(fail, status.as_u16());
    let text = match fail {
        Fail::TooMany(seconds) => visit.tn("error-429-text", seconds.div_ceil(60)),
        // Of a form that could not come back: what is wrong is all that can be said.
        Fail::Invalid(errors) if !errors.is_empty() => crate::form::message(visit, &errors[0]),
        Fail::TooLarge(bytes) => visit.t1("error-413-text", "size", visit.size(*bytes)),
        _ => visit.t(advice),
    };
    let meta = Meta { titled_as_error: true, ..Meta::titled(visit.t(title)).hide() };
    let number = visit.number.as_str();
    let template = ErrorPage { v: visit, meta, text, status: status.as_u16(), number };
    crate::frame::page(status, &template, None).unwrap_or_else(IntoResponse::into_response)
}
