//! The files of pictures, for everybody who may see them now.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::Fail;
use blobs::Hash;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use web::headers::has_tag;
use web::{Answer, Routes, Visit};

use crate::rows;

pub(crate) fn routes() -> Routes {
    Routes::default().plain("/pictures/{id}/{width}", file)
}

async fn file(visit: Visit, Path((id, width)): Path<(String, i64)>, headers: HeaderMap) -> Answer {
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    let sql = visit.hub.db.read();
    let picture = rows::picture(&sql, id).await?;
    // The team sees what nobody else does yet, or any more.
    let shown = picture.is_shown(visit.hub.now());
    if !shown && !visit.actor.is_central() {
        return Err(Fail::NotFound.into());
    }
    let files = rows::files(&sql, &[id]).await?.remove(&id).unwrap_or_default();
    let file = files.into_iter().find(|file| file.width == width).ok_or(Fail::NotFound)?;
    let hash = Hash::parse(&file.hash).ok_or(Fail::NotFound)?;
    let tag = format!("\"{}\"", hash.as_str());
    if has_tag(&headers, &tag) {
        return Ok(dressed(StatusCode::NOT_MODIFIED.into_response(), &tag, shown));
    }
    let mut response = Body::from(visit.hub.blobs.get(&hash).await?).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"));
    Ok(dressed(response, &tag, shown))
}

/// Asked for again each time, so that a picture whose consent has ended is gone from browsers too; what has not changed is not
/// sent again. What only the team may see is kept by nobody.
fn dressed(mut response: Response, tag: &str, shown: bool) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::ETAG, HeaderValue::from_str(tag).unwrap_or(HeaderValue::from_static("\"\"")));
    let kept = if shown { "no-cache" } else { "private, no-store" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox"));
    response
}
