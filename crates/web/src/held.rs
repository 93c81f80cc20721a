//! A body on its way out, and what is held until it is gone.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};

/// The body, with something that is given back when all of its bytes are gone. Whoever sends takes the last bytes long
/// before they are out, and drops the body then: each piece holds it as well.
pub fn holding(body: Body, what: impl Send + Sync + 'static) -> Body {
    Body::new(Holding { body, what: Arc::new(what) })
}

struct Holding<T> {
    body: Body,
    what: Arc<T>,
}

/// Bytes that hold something while anybody has them.
struct Piece<T> {
    bytes: Bytes,
    _what: Arc<T>,
}

impl<T> AsRef<[u8]> for Piece<T> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl<T: Send + Sync + 'static> HttpBody for Holding<T> {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let what = self.what.clone();
        let held = |bytes| Bytes::from_owner(Piece { bytes, _what: what });
        Pin::new(&mut self.body).poll_frame(cx).map(|next| next.map(|frame| frame.map(|frame| frame.map_data(held))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::StreamExt;

    #[tokio::test]
    async fn what_is_held_is_given_back_with_the_last_bytes() {
        let what = Arc::new(());
        let pieces = [vec![b'a'; 3], vec![b'b'; 2]].map(Ok::<_, std::io::Error>);
        let mut body = holding(Body::from_stream(futures::stream::iter(pieces)), what.clone()).into_data_stream();
        let (first, second) = (body.next().await.unwrap().unwrap(), body.next().await.unwrap().unwrap());
        assert!(body.next().await.is_none());
        drop((body, first));
        let rest = second.slice(1..);
        drop(second);
        assert_eq!((Arc::strong_count(&what), rest.as_ref()), (2, b"b".as_slice()));
        drop(rest);
        assert_eq!(Arc::strong_count(&what), 1);
    }
}
