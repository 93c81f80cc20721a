//! The limit: an axum handler that answers bytes it has, and does nothing else.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE, HeaderName};
use http::{HeaderValue, StatusCode, Uri};
use tokio::net::TcpListener;

use crate::Result;
use crate::client::Answer;

/// The hidden command with which this program is started as a bare server of its own.
pub const COMMAND: &str = "bare-server";

/// Answers by address (path and query).
pub type Answers = HashMap<String, Finished>;

/// An answer that is ready.
#[derive(Clone)]
pub struct Finished {
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl Finished {
    /// The same bytes with the same content headers.
    pub fn of(answer: Answer) -> Result<Finished> {
        let mut headers = Vec::new();
        for name in [CONTENT_TYPE, CONTENT_ENCODING] {
            if let Some(value) = answer.header(name.as_str()) {
                headers.push((name.clone(), HeaderValue::from_str(value)?));
            }
        }
        Ok(Finished { headers, body: answer.body.into() })
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.body.len()
    }
}

/// A server with these answers.
pub fn router(answers: Answers) -> Router {
    Router::new().fallback(answer).with_state(Arc::new(answers))
}

async fn answer(State(answers): State<Arc<Answers>>, uri: Uri) -> Response {
    let address = uri.path_and_query().map_or(uri.path(), |address| address.as_str());
    match answers.get(address) {
        Some(finished) => {
            let mut response = finished.body.clone().into_response();
            response.headers_mut().extend(finished.headers.iter().cloned());
            response
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The program as a bare server, until it is killed.
pub fn main(address: &str) -> Result<()> {
    let address: SocketAddr = address.parse()?;
    let ready = Finished { headers: Vec::new(), body: Bytes::from_static(b"ready") };
    let router = router(HashMap::from([("/health/ready".to_owned(), ready)]));
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = TcpListener::bind(address).await?;
        axum::serve(listener, router).await?;
        Ok(())
    })
}
