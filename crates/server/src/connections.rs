//! Connections: how many there are and whose, how long they may dawdle, and how they end.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper::body::{Frame, SizeHint};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::ServiceExt;
use web::client::{client, place};
use web::work::{COME_AGAIN_SECONDS, Share, Shares};

use crate::stream::Watched;

/// What connections may take. Those of the program are [`Limits::default`]; tests take smaller ones.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections at once.
    pub connections: usize,
    /// Of these, those of one place (an IPv4 address, an IPv6 /64). Many people can stand behind one address, so it is
    /// wide; but nobody fills the hub alone.
    pub of_one: usize,
    /// Connections beyond these limits that are still answered, with a 503, or that the hub is alive.
    pub turned_away: usize,
    /// How long a client may take to send a request's headers, also the next one's on a kept connection.
    pub headers: Duration,
    /// How long a connection beyond the limits may take for that.
    pub headers_turned_away: Duration,
    /// How long a client may pause while it sends a body. Forms and uploads have narrower limits of their own.
    pub body: Duration,
    /// A reader takes at least this many bytes …
    pub written_bytes: u64,
    /// … in each such time of waiting for it.
    pub written: Duration,
    /// How long requests may take to finish once the hub was told to stop.
    pub finish: Duration,
    /// The connections are those of a proxy of ours: shares are counted by whom it names.
    pub behind_proxy: bool,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 2_000,
            of_one: 200,
            turned_away: 100,
            headers: Duration::from_secs(15),
            headers_turned_away: Duration::from_secs(2),
            body: Duration::from_secs(60),
            written_bytes: 30_000,
            written: Duration::from_secs(60),
            finish: Duration::from_secs(20),
            behind_proxy: false,
        }
    }
}

/// Of the connections that are only turned away, those of one place.
const TURNED_AWAY_OF_ONE: usize = 5;
/// How long to wait when the system gives no connection (no file handles left).
const PAUSE: Duration = Duration::from_millis(200);
/// Bytes that hyper holds of one connection at most.
const HELD_BYTES: usize = 64 * 1024;

/// Serves until `stop` is true; then no connection is taken any more, and requests under way finish.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, mut stop: watch::Receiver<bool>) {
    let door = Arc::new(Door::new(router, limits.clone()));
    let open = GracefulShutdown::new();
    while !*stop.borrow() {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stop.changed() => break,
        };
        match accepted {
            Ok((stream, address)) => door.clone().open(stream, address, &open),
            Err(error) => {
                tracing::warn!(%error, "no connection can be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
    // Who comes now is refused by the system at once, and finds another node.
    drop(listener);
    if tokio::time::timeout(limits.finish, open.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
}

/// What a connection takes of the limits, given back when it ends.
struct Taken {
    _room: OwnedSemaphorePermit,
    _share: Option<Share<String>>,
}

/// Who may come in.
struct Door {
    router: Router,
    limits: Limits,
    room: Arc<Semaphore>,
    shares: Shares<String>,
    /// For those who are turned away.
    anteroom: Arc<Semaphore>,
    anteroom_shares: Shares<String>,
    /// Requests of each client that a proxy of ours names.
    clients: Shares<String>,
}

impl Door {
    fn new(router: Router, limits: Limits) -> Door {
        Door {
            router,
            room: Arc::new(Semaphore::new(limits.connections)),
            shares: Shares::new(limits.of_one),
            anteroom: Arc::new(Semaphore::new(limits.turned_away)),
            anteroom_shares: Shares::new(TURNED_AWAY_OF_ONE),
            clients: Shares::new(limits.of_one),
            limits,
        }
    }

    /// Takes a connection in: to the hub, to be turned away with a word, or, if there are too many even of those, not
    /// at all.
    fn open(self: Arc<Self>, stream: TcpStream, address: SocketAddr, open: &GracefulShutdown) {
        if let Some(taken) = self.admit(address) {
            return self.run(stream, address, open, taken, true);
        }
        metrics::counter!("hub_turned_away_total", "what" => "connection").increment(1);
        let share = self.anteroom_shares.take(place(address.ip()));
        if let (Some(share), Ok(room)) = (share, self.anteroom.clone().try_acquire_owned()) {
            self.run(stream, address, open, Taken { _room: room, _share: Some(share) }, false);
        }
    }

    fn admit(&self, address: SocketAddr) -> Option<Taken> {
        // All connections are the proxy's: it has no share, its clients have.
        let share = if self.limits.behind_proxy { None } else { Some(self.shares.take(place(address.ip()))?) };
        Some(Taken { _room: self.room.clone().try_acquire_owned().ok()?, _share: share })
    }

    fn run(
        self: Arc<Self>,
        stream: TcpStream,
        address: SocketAddr,
        open: &GracefulShutdown,
        taken: Taken,
        admitted: bool,
    ) {
        let _ = stream.set_nodelay(true);
        let unread = Arc::new(AtomicBool::new(false));
        let limits = &self.limits;
        let mut http = http1::Builder::new();
        let headers = if admitted { limits.headers } else { limits.headers_turned_away };
        http.timer(TokioTimer::new()).header_read_timeout(headers).keep_alive(admitted).max_buf_size(HELD_BYTES);
        let watched = Watched::new(stream, limits.written_bytes, limits.written, unread.clone());
        let service = hyper::service::service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let (door, unread) = (self.clone(), unread.clone());
            async move {
                let sent = |body| Body::new(Sent::new(body, door.limits.body, unread.clone()));
                let mut request: Request = request.map(sent);
                request.extensions_mut().insert(ConnectInfo(address));
                let mut answer = if admitted { door.answer(request).await } else { Ok(turned_away(&request)) };
                // Answered before all was sent, the connection ends: said, so that no other request is sent on it.
                if let Ok(answer) = &mut answer
                    && unread.load(Ordering::Relaxed)
                {
                    answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
                }
                answer
            }
        });
        let connection = open.watch(http.serve_connection(TokioIo::new(watched), service));
        tokio::spawn(async move {
            // A client that goes away, or dawdles, is no news.
            let _ = connection.await;
            drop(taken);
        });
    }

    async fn answer(&self, request: Request) -> Result<Response, std::convert::Infallible> {
        if !self.limits.behind_proxy {
            return self.router.clone().oneshot(request).await;
        }
        let Some(share) = self.clients.take(client(true, &request)) else {
            metrics::counter!("hub_turned_away_total", "what" => "client").increment(1);
            return Ok(turned_away(&request));
        };
        let answer = self.router.clone().oneshot(request).await?;
        // Until all of it is out: a client that reads slowly holds its share, not a place of everybody's.
        Ok(answer.map(|body| web::holding(body, share)))
    }
}

/// What is answered where there is no room: made of nothing, so that it costs nothing.
fn turned_away(request: &Request) -> Response {
    if request.uri().path() == web::serve::ALIVE {
        return "alive".into_response();
    }
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, "Too much is asked at this moment. Come again in a moment.\n")
        .into_response();
    let headers = response.headers_mut();
    headers.insert(header::RETRY_AFTER, HeaderValue::from(COME_AGAIN_SECONDS));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    response
}

/// A body on its way in: ended when it pauses for too long, and noted when it was not read to its end.
struct Sent {
    body: hyper::body::Incoming,
    most: Duration,
    pause: Option<Pin<Box<tokio::time::Sleep>>>,
    ended: bool,
    unread: Arc<AtomicBool>,
}

impl Sent {
    fn new(body: hyper::body::Incoming, most: Duration, unread: Arc<AtomicBool>) -> Sent {
        let ended = body.is_end_stream();
        Sent { body, most, pause: None, ended, unread }
    }
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            self.pause = None;
            self.ended = !matches!(frame, Some(Ok(_)));
            return Poll::Ready(frame.map(|frame| frame.map_err(axum::BoxError::from)));
        }
        let most = self.most;
        let pause = self.pause.get_or_insert_with(|| Box::pin(tokio::time::sleep(most)));
        match pause.as_mut().poll(cx) {
            Poll::Ready(()) => Poll::Ready(Some(Err("the body paused for too long".into()))),
            Poll::Pending => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        if !self.ended && !self.body.is_end_stream() {
            self.unread.store(true, Ordering::Relaxed);
        }
    }
}
