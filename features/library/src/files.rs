//! Files and pictures of documents: with the reader's rights, in ranges, under their real names.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::{Audience, DocumentId, Fail};
use blobs::Hash;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;
use web::headers::has_tag;
use web::{Answer, Fields, Routes, Visit};

use crate::rows;
use crate::rules::Document;

/// What RFC 8187 leaves unescaped in `filename*`.
const UNESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What an address asks with that wants a file opened rather than kept.
pub(crate) const OPEN: (&str, &str) = ("open", "page");

pub(crate) fn routes() -> Routes {
    Routes::default().plain("/files/{id}?open", file).plain("/files/{id}/thumbnail", thumbnail)
}

async fn file(visit: Visit, Path(id): Path<DocumentId>, headers: HeaderMap) -> Answer {
    let document = rows::document_to_read(&visit.hub, &visit.actor, id).await?;
    let (hash, format) = document.file_and_format()?;
    let size = u64::try_from(document.size).map_err(Fail::internal)?;
    let tag = format!("\"{}\"", document.file);
    let opens = document.opens_at_pages() && Fields::parse(&visit.query).has(OPEN.0, OPEN.1);
    if has_tag(&headers, &tag) {
        return Ok(opened(dressed(StatusCode::NOT_MODIFIED.into_response(), &document, &tag), opens));
    }
    let unchanged = headers.get(header::IF_RANGE).is_none_or(|value| value.as_bytes() == tag.as_bytes());
    let wanted = headers.get(header::RANGE).and_then(|value| value.to_str().ok()).filter(|_| unchanged);
    let (status, start, length) = match wanted.map(|text| range(text, size)) {
        None | Some(Range::All) => (StatusCode::OK, 0, size),
        Some(Range::Part(start, length)) => (StatusCode::PARTIAL_CONTENT, start, length),
        Some(Range::Beyond) => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(response.headers_mut(), header::CONTENT_RANGE, &format!("bytes */{size}"));
            set(response.headers_mut(), header::CONTENT_TYPE, "application/octet-stream");
            return Ok(response);
        }
    };
    let stream = visit.hub.blobs.stream(&hash, start, length).await?;
    let mut response = (status, Body::from_stream(stream)).into_response();
    let own = response.headers_mut();
    set(own, header::CONTENT_TYPE, format.media_type());
    set(own, header::CONTENT_LENGTH, &length.to_string());
    set(
        own,
        header::CONTENT_DISPOSITION,
        &disposition(if opens { "inline" } else { "attachment" }, &document.file_name),
    );
    if status == StatusCode::PARTIAL_CONTENT {
        set(own, header::CONTENT_RANGE, &format!("bytes {start}-{}/{size}", start + length - 1));
    }
    Ok(opened(dressed(response, &document, &tag), opens))
}

/// With the policy of a file that is opened, if it is: a browser's own viewer does not start in a sandbox, and nothing in a PDF
/// that it shows is of our origin.
fn opened(mut response: Response, opens: bool) -> Response {
    if opens {
        set(response.headers_mut(), header::CONTENT_SECURITY_POLICY, OPENED);
    }
    response
}

/// What a file that is opened may load: nothing of ours, and no page may frame it.
const OPENED: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

async fn thumbnail(visit: Visit, Path(id): Path<DocumentId>, headers: HeaderMap) -> Answer {
    let document = rows::document_to_read(&visit.hub, &visit.actor, id).await?;
    let hash = document.thumbnail.as_deref().and_then(Hash::parse).ok_or(Fail::NotFound)?;
    let tag = format!("\"{}\"", hash.as_str());
    if has_tag(&headers, &tag) {
        return Ok(dressed(StatusCode::NOT_MODIFIED.into_response(), &document, &tag));
    }
    let picture = visit.hub.blobs.get(&hash).await?;
    // What earlier readers drew was WebP; it stays until its file is read again.
    let kind = if picture.starts_with(b"RIFF") { "image/webp" } else { "image/jpeg" };
    let mut response = Body::from(picture).into_response();
    set(response.headers_mut(), header::CONTENT_TYPE, kind);
    Ok(dressed(response, &document, &tag))
}

/// Headers that every file carries. Nothing in it may run; what is not public is kept by nobody, neither on the way nor
/// on the reader's machine, which others may use after them.
fn dressed(mut response: Response, document: &Document, tag: &str) -> Response {
    let headers = response.headers_mut();
    set(headers, header::ETAG, tag);
    set(headers, header::ACCEPT_RANGES, "bytes");
    set(headers, header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox");
    let kept = if document.audience == Audience::EVERYONE && !document.withdrawn {
        "public, no-cache"
    } else {
        "private, no-store"
    };
    set(headers, header::CACHE_CONTROL, kept);
    response
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, text: &str) {
    if let Ok(value) = HeaderValue::from_str(text) {
        headers.insert(name, value);
    }
}

/// How a file comes, with the real name (RFC 6266), and one in plain letters for old clients. Names that came from a Mac to an
/// earlier version are kept decomposed: one letter must not be two here.
fn disposition(how: &str, name: &str) -> String {
    let name: String = name.nfc().collect();
    let plain: String = name
        .chars()
        .map(
            |letter| {
                if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_' | ' ') { letter } else { '_' }
            },
        )
        .collect();
    format!("{how}; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(&name, UNESCAPED))
}

#[derive(Debug, PartialEq, Eq)]
enum Range {
    All,
    Part(u64, u64),
    Beyond,
}

/// One range of bytes (RFC 9110, 14.1.2). Several, or what cannot be read, is everything.
fn range(text: &str, size: u64) -> Range {
    let Some((first, last)) =
        text.strip_prefix("bytes=").filter(|text| !text.contains(',')).and_then(|text| text.split_once('-'))
    else {
        return Range::All;
    };
    let (start, end) = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(start), Ok(end)) if start <= end => (start, end.min(size.saturating_sub(1))),
        (Ok(start), Err(_)) if last.trim().is_empty() => (start, size.saturating_sub(1)),
        (Err(_), Ok(0)) if first.trim().is_empty() => return Range::Beyond,
        (Err(_), Ok(length)) if first.trim().is_empty() => (size.saturating_sub(length), size.saturating_sub(1)),
        _ => return Range::All,
    };
    if start >= size { Range::Beyond } else { Range::Part(start, end - start + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        assert_eq!(range("bytes=0-3", 10), Range::Part(0, 4));
        assert_eq!(range("bytes=8-", 10), Range::Part(8, 2));
        assert_eq!(range("bytes=-3", 10), Range::Part(7, 3));
        assert_eq!(range("bytes=-99", 10), Range::Part(0, 10));
        assert_eq!(range("bytes=5-99", 10), Range::Part(5, 5));
        assert_eq!(range("bytes=10-", 10), Range::Beyond);
        assert_eq!(range("bytes=0-0", 0), Range::Beyond);
        for odd in ["bytes=3-1", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4", "", "bytes=-"] {
            assert_eq!(range(odd, 10), Range::All, "{odd}");
        }
    }

    #[test]
    fn names_cannot_end_their_header() {
        let text = disposition("attachment", "خطة \"x\"; a=b.pdf");
        assert!(text.is_ascii() && text.matches('"').count() == 2 && text.contains("filename*=UTF-8''%D8"), "{text}");
        let decomposed = disposition("attachment", "e\u{301}te\u{301}.txt");
        assert_eq!(decomposed, "attachment; filename=\"_t_.txt\"; filename*=UTF-8''%C3%A9t%C3%A9.txt");
    }
}
