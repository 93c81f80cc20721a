//! The way out: pages that are kept, pages that are compressed.

use axum::body::{Body, HttpBody};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use crate::cache::{Kept, Topics};
use crate::gzip::{Effort, gzip};
use crate::headers::{accepts_gzip, has_tag};
use crate::held::holding;
use crate::hub::Hub;
use crate::links::MENUS;
use crate::work::Work;

/// Bytes of one page that may be kept.
pub const KEPT_BYTES: usize = 1024 * 1024;

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

/// Keeps a page that was begun in this turn, and answers with it; says whether it is kept: then all who are sent it share
/// one copy.
pub(crate) async fn keep(
    hub: &Hub,
    key: String,
    response: Response,
    topics: Topics,
    begun: u64,
    asked: &Asked,
) -> (Response, bool) {
    let (parts, body) = response.into_parts();
    // It is in memory already.
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return (StatusCode::INTERNAL_SERVER_ERROR.into_response(), false);
    };
    if parts.headers.contains_key(header::SET_COOKIE) || bytes.len() > KEPT_BYTES {
        return (page_as_asked(Response::from_parts(parts, Body::from(bytes)), asked).await, false);
    }
    let content_type =
        parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("text/html").to_owned();
    let mut topics = topics;
    if content_type.starts_with("text/html") {
        // The menu stands on each of them.
        topics.also(&[MENUS]);
    }
    hub.cache.keep(key.clone(), bytes.clone(), content_type, topics, begun);
    match hub.cache.get(&key) {
        Some(page) => (kept(&page, asked), true),
        None => (page_as_asked(Response::from_parts(parts, Body::from(bytes)), asked).await, false),
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

/// An answer that is in memory whole takes room until the last of its bytes is with the system: whoever does not read it
/// must not have it held beside a thousand others. What comes from a file is not in memory.
///
/// # Errors
/// [`base::Fail::Busy`].
pub(crate) fn on_its_way(work: &Work, client: &str, response: Response) -> base::Result<Response> {
    let bytes = response.body().size_hint().exact().and_then(|bytes| usize::try_from(bytes).ok()).unwrap_or_default();
    let Some(place) = work.on_its_way(client, bytes)? else { return Ok(response) };
    let (parts, body) = response.into_parts();
    Ok(Response::from_parts(parts, holding(body, place)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use futures::StreamExt;

    #[tokio::test]
    async fn large_answers_take_room_until_they_are_gone() {
        let work = Work::default();
        let large = || on_its_way(&work, "reads nothing", Response::new(Body::from(vec![0; 1_000_000])));
        // As whoever sends does: the bytes are taken, and the body is dropped, before they are out.
        let mut held: Vec<Bytes> = Vec::new();
        while let Ok(response) = large() {
            let mut body = response.into_body().into_data_stream();
            held.push(body.next().await.unwrap().unwrap());
            assert!(held.len() < 100, "without end");
        }
        assert_eq!(held.len(), crate::work::ANSWERS_OF_ONE_BYTES / 1_000_000);
        assert!(matches!(large(), Err(base::Fail::Busy(_))));
        // What is small, what comes from a file, and what others ask for has its way.
        let small = || on_its_way(&work, "reads nothing", Response::new(Body::from(vec![0; 1_000])));
        assert!(small().is_ok());
        let file = Body::from_stream(futures::stream::iter([Ok::<_, std::io::Error>(vec![0_u8; 1_000_000])]));
        assert!(on_its_way(&work, "reads nothing", Response::new(file)).is_ok());
        assert!(on_its_way(&work, "another", Response::new(Body::from(vec![0; 1_000_000]))).is_ok());
        held.pop();
        assert!(large().is_ok());
        drop(held);
        // Larger than anyone's part: for who has nothing else.
        let all = vec![0; crate::work::ANSWERS_OF_ONE_BYTES + 1];
        assert!(on_its_way(&work, "reads nothing", Response::new(Body::from(all))).is_ok());
    }
}
