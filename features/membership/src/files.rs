//! The files of applications: what proves a mandate, and the terms of reference of a member.

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base::{Fail, Result};
use blobs::Hash;
use http::{HeaderMap, HeaderValue, header};
use store::FileUse;
use web::Hub;

/// A file that proves a mandate.
pub(crate) fn of_proof(file: i64) -> FileUse {
    FileUse::of("application-file", file, "file")
}

/// The terms of reference that follow from an application.
pub(crate) fn of_terms(application: i64) -> FileUse {
    FileUse::of("application", application, "terms")
}

/// A file for whoever asked for it, and nobody else: kept by nobody on the way, opened by nothing here. `name` has plain letters only.
///
/// # Errors
/// [`Fail::NotFound`] where it is not in the store.
pub(crate) async fn answer(hub: &Hub, hash: &str, media_type: &'static str, name: &str) -> Result<Response> {
    let hash = Hash::parse(hash).ok_or(Fail::NotFound)?;
    let mut response = Body::from(hub.blobs.get(&hash).await?).into_response();
    let headers = response.headers_mut();
    set(headers, header::CONTENT_TYPE, media_type);
    set(headers, header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\""));
    set(headers, header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox");
    set(headers, header::CACHE_CONTROL, "private, no-store");
    Ok(response)
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}
