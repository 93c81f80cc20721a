//! Errors as pages that help, and as problem documents.

use askama::Template;
use axum::response::{IntoResponse, Response};
use base::Fail;
use http::{HeaderValue, StatusCode, header};

use crate::failure::{Failure, Problem};
use crate::reads::Misread;
use crate::visit::{Meta, Visit};

/// Seconds after which something that does not answer may be asked again.
const TRY_AGAIN_SECONDS: u64 = 30;

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    v: &'a Visit,
    meta: Meta,
    text: String,
    status: u16,
    /// Where somebody who is signed in reads why they may not.
    why: Option<String>,
    /// For whoever tells us of it.
    number: &'a str,
    /// What somebody wrote who may not send it any more.
    written: &'a [String],
}

crate::framed!(ErrorPage);

/// An error as a page, or as a problem document.
pub(crate) fn error_response(visit: &Visit, api: bool, fail: &Fail, status: StatusCode) -> Response {
    error_with(visit, api, fail, status, &[])
}

/// The same, with what somebody wrote: it is there to be copied.
pub(crate) fn error_with(visit: &Visit, api: bool, fail: &Fail, status: StatusCode, written: &[String]) -> Response {
    match fail {
        Fail::Internal(reason) => tracing::error!(reason, "our own mistake"),
        Fail::Unavailable(reason) | Fail::Contended(reason) => tracing::warn!(reason, "unavailable"),
        _ => {}
    }
    let mut response = if api { problem(visit, fail, status) } else { error_page(visit, fail, status, written) };
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
    Problem { instance: Some(instance(visit)), ..Problem::new(status.as_u16(), errors) }.into_response()
}

fn instance(visit: &Visit) -> String {
    format!("urn:strong-cities:request:{}", visit.number)
}

/// An address for machines was asked with a parameter that it would not read.
pub(crate) fn misread_parameter(visit: &Visit, misread: &Misread) -> Response {
    let detail = match misread {
        Misread::Unknown { name, known } => {
            format!("`{name}` is no parameter of this address; it has {}", known.join(", "))
        }
        Misread::Twice(name) => format!("`{name}` stands there more than once; this address reads one"),
    };
    let problem = Problem::new(StatusCode::BAD_REQUEST.as_u16(), &[]);
    Problem { detail: Some(detail), instance: Some(instance(visit)), ..problem }.into_response()
}

/// Keys of the words for a failure: its title, and what to do about it. What is too large or too many is told with its
/// number, where the failure knows it.
fn error_words(fail: &Fail, status: u16) -> (&'static str, &'static str) {
    match (fail, status) {
        (Fail::Busy(_) | Fail::Contended(_), _) => ("error-503-busy", "error-503-busy-text"),
        (Fail::Foreign, _) => ("error-403-foreign", "error-403-foreign-text"),
        (Fail::Looking, _) => ("error-403-looking", "error-403-looking-text"),
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

/// The page that says which roles may do what this address is for: for people, who have roles. A form that somebody else's page sent
/// is no matter of roles.
fn why(visit: &Visit, fail: &Fail) -> Option<String> {
    let asked = matches!(fail, Fail::Forbidden) && visit.actor.person().is_some();
    let at: String = url::form_urlencoded::byte_serialize(visit.path.as_bytes()).collect();
    asked.then(|| visit.link(format!("/account/rights?at={at}")))
}

fn error_page(visit: &Visit, fail: &Fail, status: StatusCode, written: &[String]) -> Response {
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
    let why = why(visit, fail);
    let template = ErrorPage { v: visit, meta, text, status: status.as_u16(), why, number, written };
    let mut page = crate::frame::page(status, &template, None).unwrap_or_else(IntoResponse::into_response);
    if !written.is_empty() {
        page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    page
}
