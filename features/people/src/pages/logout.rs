//! Where cities' providers say that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0, 2.5 and 2.8): an address for
//! programs, which answers as it is said there.

use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::Fail;
use http::{HeaderValue, StatusCode, header};
use input::Fields;
use serde_json::json;
use web::Visit;

use crate::actions::logout::{Refused, signed_out};
use crate::logout::Unbelieved;

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Response {
    let mut answer = match signed_out(&visit.hub, &slug, fields.get("logout_token"), &visit.client).await {
        Ok(Ok(())) => StatusCode::OK.into_response(),
        Ok(Err(refused)) => refuse(refused),
        Err(fail) => failed(&fail),
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// RFC 6749, 5.2.
fn told(status: StatusCode, error: &str, description: &str) -> Response {
    (status, Json(json!({ "error": error, "error_description": description }))).into_response()
}

fn refuse(refused: Refused) -> Response {
    let description = match refused {
        Refused::Away => {
            return told(StatusCode::SERVICE_UNAVAILABLE, "temporarily_unavailable", "the keys cannot be read");
        }
        Refused::Token(Unbelieved::Shape) => "this is no logout token",
        Refused::Token(Unbelieved::Other) => "it is another issuer's, or for another audience",
        Refused::Token(Unbelieved::Time) => "it is too old, or from the future",
        Refused::Token(Unbelieved::Key) => "it is signed with a key that the issuer does not publish",
        Refused::Token(Unbelieved::Signature) => "its signature is not right",
        Refused::Token(Unbelieved::Again) => "it was used already",
    };
    told(StatusCode::BAD_REQUEST, "invalid_request", description)
}

fn failed(fail: &Fail) -> Response {
    let status = StatusCode::from_u16(fail.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let (error, description) = match fail {
        Fail::NotFound => ("invalid_request", "no such address"),
        Fail::TooMany(_) => ("temporarily_unavailable", "too many; wait a while"),
        other => {
            tracing::warn!(fail = %other, "that somebody signed out at their city's provider could not be heard");
            ("temporarily_unavailable", "try again later")
        }
    };
    let mut answer = told(status, error, description);
    if let Fail::TooMany(seconds) | Fail::Busy(seconds) = fail {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    answer
}
