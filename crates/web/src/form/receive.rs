//! Receiving a form whole, before anything works on it.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{FromRequest, Request};
use base::Fail;
use base::limits::FORM_BYTES;
use futures::StreamExt;
use http::{HeaderMap, header};
use input::Fields;
use tokio::sync::OwnedSemaphorePermit;

use crate::failure::Failure;
use crate::hub::Hub;
use crate::work::SMALL_FORM_BYTES;

/// How long a form without a file may take to come, from its first byte to its last.
pub const FORM_TIME: Duration = Duration::from_secs(30);

impl FromRequest<Hub> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, _hub: &Hub) -> Result<Fields, Failure> {
        if is_upload(request.headers()) {
            return Err(Fail::field("", "error-unreadable").into());
        }
        // `serve` has read it already, in its time.
        let bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES)
            .await
            .map_err(|_| Fail::TooLarge(FORM_BYTES as u64))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Fail::field("", "error-unreadable"))?;
        Ok(Fields::parse(text))
    }
}

/// Is this a form that is received in parts ([`crate::Upload`])?
pub(crate) fn is_upload(headers: &HeaderMap) -> bool {
    let media_type = headers.get(header::CONTENT_TYPE).map(|value| value.as_bytes().to_ascii_lowercase());
    media_type.is_some_and(|text| text.starts_with(b"multipart/"))
}

/// Reads a form whole, before anything works on it: at most [`FORM_BYTES`] within [`FORM_TIME`].
///
/// # Errors
/// [`Fail::TooLarge`], [`Fail::Slow`]; [`Fail::Busy`] when all forms together hold too much; [`Fail::Invalid`] when the
/// connection breaks.
pub(crate) async fn receive_form(hub: &Hub, request: Request) -> base::Result<(Request, Option<OwnedSemaphorePermit>)> {
    let (parts, body) = request.into_parts();
    if body.size_hint().lower() > FORM_BYTES as u64 {
        return Err(Fail::TooLarge(FORM_BYTES as u64));
    }
    let received = tokio::time::timeout(FORM_TIME, whole(hub, body)).await.map_err(|_| Fail::Slow)?;
    let (bytes, room) = received?;
    Ok((Request::from_parts(parts, Body::from(bytes)), room))
}

/// The whole body, and the room that it takes.
async fn whole(hub: &Hub, body: Body) -> base::Result<(Vec<u8>, Option<OwnedSemaphorePermit>)> {
    let mut body = body.into_data_stream();
    let (mut bytes, mut room) = (Vec::new(), None::<OwnedSemaphorePermit>);
    while let Some(frame) = body.next().await {
        let frame = frame.map_err(|_| Fail::field("", "error-unreadable"))?;
        if bytes.len() + frame.len() > FORM_BYTES {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        bytes.extend_from_slice(&frame);
        let large = bytes.len().saturating_sub(SMALL_FORM_BYTES).min(frame.len());
        if large > 0 {
            let more = hub.work.form_bytes(large)?;
            match &mut room {
                Some(room) => room.merge(more),
                None => room = Some(more),
            }
        }
    }
    Ok((bytes, room))
}
