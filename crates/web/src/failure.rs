//! What a handler answers when it cannot: a [`Fail`], which becomes a page or a problem document
//! on the way out, where language and reader are known.

use axum::response::{IntoResponse, Response};
use base::{Fail, FieldError};
use http::StatusCode;
use std::sync::Arc;

/// What handlers answer.
pub type Answer = Result<Response, Failure>;

/// A [`Fail`] on its way out.
#[derive(Clone, Debug)]
pub struct Failure(pub Arc<Fail>);

impl From<Fail> for Failure {
    fn from(fail: Fail) -> Self {
        Failure(Arc::new(fail))
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Fail::internal(error).into()
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// RFC 9457 problem details.
#[derive(serde::Serialize, schemars::JsonSchema)]
pub struct Problem {
    /// A stable name of the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// In English.
    pub title: String,
    /// The HTTP status.
    #[schemars(range(min = 400, max = 599))]
    pub status: u16,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The request, by its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
}

impl Problem {
    /// The problem with this status.
    pub fn new(status: u16, errors: &[FieldError]) -> Problem {
        let (kind, title) = match status {
            401 => ("sign-in", "Sign in first"),
            403 => ("forbidden", "Not yours to do"),
            404 => ("not-found", "Not found"),
            405 => ("method", "This address does not take that method"),
            408 => ("too-slow", "Sent too slowly"),
            409 => ("conflict", "It was changed meanwhile, or exists already"),
            413 => ("too-large", "Larger than allowed"),
            414 => ("too-long", "The address asks for too much at once"),
            422 => ("invalid", "A parameter needs another look"),
            429 => ("too-many", "Too many requests, wait a little"),
            503 => ("unavailable", "Not available now, try again later"),
            400..=499 => ("request", "The request cannot be read"),
            _ => ("internal", "Our mistake"),
        };
        let detail = errors.first().map(|error| {
            let value = error.args.iter().find(|(name, _)| *name == "value");
            let value = value.map(|(_, value)| format!("`{value}` ")).unwrap_or_default();
            format!("{}: {value}{}", error.field, error.message)
        });
        Problem {
            kind: format!("urn:strong-cities:problem:{kind}"),
            title: title.to_owned(),
            status,
            detail,
            instance: None,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        (status, [(http::header::CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
