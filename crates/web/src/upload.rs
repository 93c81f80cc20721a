//! A form with a file, received in parts. Nothing is read before somebody asks for a part, and only signed-in people
//! can, and those whose browser is known from before; then a gate stands between the connection and the parser, which would
//! hold whatever it does not understand.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::BodyDataStream;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use base::limits::FORM_BYTES;
use base::{Fail, Result};
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};
use http::{HeaderMap, StatusCode, header};
use input::Fields;
use multer::{Field, Multipart};

use crate::again::OF_STRANGERS;
use crate::failure::Failure;
use crate::hub::Hub;
use crate::pace::Pace;
use crate::parts::{Offered, Sessions};
use crate::visit::Visit;
use crate::whose::{KEPT_FOR, mark};
use crate::work::Place;

/// Bytes of an upload beyond its file: the other fields, and what holds the parts together.
const FORM_ROOM_BYTES: u64 = 1_000_000;
/// Bytes of a part's head, and of what stands before the first part, that always pass. The parser holds at most
/// twice as much before it is told to give up.
const HEAD_BYTES: usize = 16 * 1024;
/// What one part of a form counts at least: a part costs more than its letters.
pub const PART_BYTES: usize = 100;
/// An upload brings at least this many bytes …
pub const UPLOAD_BYTES: u64 = 30_000;
/// … in each such time of waiting for it: 1 kB a second, a fifth of what GPRS gives.
pub const UPLOAD_TIME: Duration = Duration::from_secs(30);

/// How long what was written in a form that is not done is waited for, its file passing by.
const KEEP_TIME: Duration = Duration::from_secs(60);

/// A form with a file.
pub struct Upload {
    form: Multipart<'static>,
    gate: Arc<Mutex<Gate>>,
    visit: Option<Visit>,
    passed: Passed,
    browser: Browser,
    /// The place of a form, given back for that of an upload.
    waiting: Option<Waiting>,
    /// Of whoever has no account: what the handler knows them by.
    holder: Option<String>,
    place: Option<Place>,
}

/// What a browser says of itself, and who knows browsers.
pub(crate) struct Browser {
    headers: HeaderMap,
    sessions: Option<Arc<dyn Sessions>>,
}

impl Browser {
    fn of(request: &Request) -> Browser {
        Browser::sent(request.headers(), request.extensions())
    }

    /// The same of a request that was taken apart.
    pub(crate) fn sent(headers: &HeaderMap, extensions: &http::Extensions) -> Browser {
        let offered = Offered::of(extensions).ok();
        Browser { headers: headers.clone(), sessions: offered.and_then(|offered| offered.sessions.clone()) }
    }

    /// Did somebody sign in here before, as far as that can be found out?
    pub(crate) async fn is_known(&self, hub: &Hub) -> bool {
        match &self.sessions {
            Some(sessions) => sessions.knows_browser(hub, &self.headers).await.unwrap_or(false),
            None => false,
        }
    }
}

/// A place that is given back before the request ends, when it is changed for another.
#[derive(Clone)]
pub(crate) struct Waiting(pub(crate) Arc<Mutex<Option<Place>>>);

impl Waiting {
    pub(crate) fn new(place: Place) -> Waiting {
        Waiting(Arc::new(Mutex::new(Some(place))))
    }

    fn give_back(&self) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    }
}

/// What was written in a form, kept as it passes by: it comes back where nothing is done.
#[derive(Clone, Default)]
pub(crate) struct Passed(Arc<Mutex<Written>>);

#[derive(Default)]
struct Written {
    fields: Vec<(String, Vec<u8>)>,
    bytes: usize,
    /// The form says that it is another's.
    is_another_s: bool,
}

impl Passed {
    fn lock(&self) -> MutexGuard<'_, Written> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub(crate) fn is_another_s(&self) -> bool {
        self.lock().is_another_s
    }

    pub(crate) fn take(&self) -> Fields {
        let mut fields = Fields::default();
        for (name, text) in std::mem::take(&mut *self.lock()).fields {
            fields.push(&name, String::from_utf8_lossy(&text));
        }
        fields
    }

    fn begin(&self, name: &str) {
        let mut written = self.lock();
        written.bytes += name.len() + PART_BYTES;
        written.fields.push((name.to_owned(), Vec::new()));
        written.bounded(FORM_BYTES);
    }

    fn add(&self, bytes: &[u8]) {
        let mut written = self.lock();
        written.bytes += bytes.len();
        if let Some((_, text)) = written.fields.last_mut() {
            text.extend_from_slice(bytes);
        }
        written.bounded(FORM_BYTES);
    }

    fn bounded(&self, most: usize) -> Result<()> {
        if self.lock().bounded(most) { Ok(()) } else { Err(Fail::TooLarge(most as u64)) }
    }
}

impl Written {
    /// Are these at most so many bytes? What is more does not come back, also not in part.
    fn bounded(&mut self, most: usize) -> bool {
        let fits = self.bytes <= most;
        if !fits {
            self.fields = Vec::new();
        }
        fits
    }
}

/// Why an upload ended before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// The whole is larger than it may be.
    Large,
    /// A part's head has no end.
    Head,
    /// It does not move.
    Slow,
    /// The connection is gone.
    Broken,
}

/// What the parser was given since it last gave something out.
#[derive(Default)]
struct Gate {
    /// The parser first works with what it has.
    rests: bool,
    given: usize,
    ended: Option<Ended>,
}

fn lock(gate: &Mutex<Gate>) -> MutexGuard<'_, Gate> {
    gate.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// The parser gave something out, or is about to be asked: it gets more only when it needs it.
fn moves(gate: &Mutex<Gate>) {
    let mut gate = lock(gate);
    (gate.rests, gate.given) = (true, 0);
}

/// A body on its way to the parser: in pieces, each after the parser could do nothing more with the last.
struct Gated {
    body: BodyDataStream,
    gate: Arc<Mutex<Gate>>,
    pace: Pace,
    /// Bytes that may still come.
    room: u64,
    held: BytesMut,
    complete: bool,
}

impl Gated {
    fn end(&self, why: Ended) -> Poll<Option<std::io::Result<Bytes>>> {
        lock(&self.gate).ended = Some(why);
        Poll::Ready(Some(Err(std::io::Error::other(format!("{why:?}")))))
    }

    /// Waits for a whole piece: the parser looks through all that it holds each time that it gets some.
    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), Ended>> {
        while self.held.len() < HEAD_BYTES && !self.complete {
            match self.body.poll_next_unpin(cx) {
                Poll::Ready(Some(Ok(bytes))) => {
                    self.pace.moved(bytes.len());
                    let Some(room) = self.room.checked_sub(bytes.len() as u64) else {
                        return Poll::Ready(Err(Ended::Large));
                    };
                    self.room = room;
                    self.held.extend_from_slice(&bytes);
                }
                Poll::Ready(Some(Err(_))) => return Poll::Ready(Err(Ended::Broken)),
                Poll::Ready(None) => self.complete = true,
                Poll::Pending if self.pace.poll_too_slow(cx).is_ready() => return Poll::Ready(Err(Ended::Slow)),
                Poll::Pending => return Poll::Pending,
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl Stream for Gated {
    type Item = std::io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut gate = lock(&self.gate);
        if gate.rests {
            gate.rests = false;
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let (ended, given) = (gate.ended, gate.given);
        drop(gate);
        if let Some(why) = ended {
            return self.end(why);
        }
        if given >= 2 * HEAD_BYTES {
            return self.end(Ended::Head);
        }
        match self.poll_piece(cx) {
            Poll::Pending => return Poll::Pending,
            Poll::Ready(Err(why)) => return self.end(why),
            Poll::Ready(Ok(())) => {}
        }
        let length = self.held.len().min(HEAD_BYTES);
        if length == 0 {
            return Poll::Ready(None);
        }
        let piece = self.held.split_to(length).freeze();
        let mut gate = lock(&self.gate);
        (gate.rests, gate.given) = (true, gate.given + piece.len());
        drop(gate);
        Poll::Ready(Some(Ok(piece)))
    }
}

impl FromRequest<Hub> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, hub: &Hub) -> Result<Upload, Response> {
        let gate = Arc::new(Mutex::new(Gate::default()));
        let visit = request.extensions().get::<Visit>().cloned();
        let waiting = request.extensions().get::<Waiting>().cloned();
        let room = hub.settings.upload_bytes + FORM_ROOM_BYTES;
        let pace = Pace::new(UPLOAD_BYTES, UPLOAD_TIME);
        let passed = request.extensions().get::<Passed>().cloned().unwrap_or_default();
        let browser = Browser::of(&request);
        let form = gated(request, gate.clone(), room, pace).ok_or_else(|| StatusCode::BAD_REQUEST.into_response())?;
        Ok(Upload { form, gate, visit, passed, browser, waiting, holder: None, place: None })
    }
}

/// The parser, with the gate before it; none for what is no such form. Nothing is read yet.
fn gated(request: Request, gate: Arc<Mutex<Gate>>, room: u64, pace: Pace) -> Option<Multipart<'static>> {
    let media_type = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    let boundary = multer::parse_boundary(media_type).ok()?;
    let body = request.into_body().into_data_stream();
    Some(Multipart::new(Gated { body, gate, pace, room, held: BytesMut::new(), complete: false }, boundary))
}

impl Upload {
    /// Whoever sends it has a private link, which the handler has looked at: without an account they send a file all the same, and are
    /// counted by it. Said before the first part is asked for.
    pub fn vouch(&mut self, link: &str) {
        self.holder = Some(format!("link:{link}"));
    }

    /// The next part, once the one before was read to its end. Whose form it is, which pages say in its first field, is
    /// seen to here: of another's nothing is handed out, and the answer, whatever the handler makes of it, is the page that
    /// shows it first.
    ///
    /// # Errors
    /// [`Fail::SignIn`] for visitors for whom nobody vouches, whose bodies are never read; [`Fail::Conflict`] for another's; [`Fail::Busy`] when
    /// too much comes in at once; [`Fail::TooLarge`], [`Fail::Slow`], and [`Fail::Invalid`] for what is no such form, or
    /// breaks off.
    pub async fn next_part(&mut self) -> Result<Option<Part<'_>>> {
        self.begin()?;
        let mut field = self.field().await?;
        while let Some(mark) = field.take_if(|field| field.name() == Some(KEPT_FOR)) {
            self.check(mark).await?;
            field = self.field().await?;
        }
        Ok(field.map(|field| self.part(field)))
    }

    /// A part: what is written in it is kept while it is read.
    fn part(&self, field: Field<'static>) -> Part<'_> {
        let passed = field.file_name().is_none().then_some(&self.passed);
        let part = Part { field, gate: &self.gate, passed, most: self.most() };
        if let Some(passed) = part.passed {
            passed.begin(part.name());
        }
        part
    }

    /// Takes the place of an upload, once.
    fn begin(&mut self) -> Result<()> {
        if self.place.is_none() {
            let visit = self.visit.as_ref().ok_or(Fail::SignIn)?;
            let person = visit.actor.id().map(|person| person.to_string());
            let who = person.or_else(|| self.holder.clone()).ok_or(Fail::SignIn)?;
            self.place = Some(visit.hub.work.upload(&who)?);
            if let Some(waiting) = &self.waiting {
                waiting.give_back();
            }
        }
        Ok(())
    }

    /// Is it the form of whoever sends it? What was written in another's is kept for the page that shows it.
    async fn check(&mut self, sent: Field<'static>) -> Result<()> {
        let mut part = self.part(sent);
        let mut whose = Vec::new();
        while let Some(chunk) = part.next().await {
            whose.extend_from_slice(&chunk?);
            if whose.len() > FORM_BYTES {
                return Err(Fail::TooLarge(FORM_BYTES as u64));
            }
        }
        // The parser gives nothing more while somebody holds a part.
        drop(part);
        if self.visit.as_ref().is_some_and(|visit| mark(visit).as_bytes() == whose) {
            return Ok(());
        }
        tokio::time::timeout(KEEP_TIME, self.read_on(FORM_BYTES)).await.map_err(|_| Fail::Slow)??;
        self.passed.lock().is_another_s = true;
        Err(Fail::Conflict("a form of somebody else".into()))
    }

    /// The answer to a form that is not done, for this reason. What was written in it is read to its end, so that it comes
    /// back; its file passes by. Of whoever never was signed in here, beyond a few at once, and of what is too much or too
    /// slow by itself, nothing more is read.
    pub async fn refuse(mut self, fail: Fail) -> Response {
        // Its words may come slowly: forms that are done do not wait for them.
        if let Some(waiting) = self.waiting.take() {
            waiting.give_back();
        }
        if !matches!(fail, Fail::Busy(_) | Fail::Slow | Fail::TooLarge(_))
            && let Some((_place, most)) = self.place_of_refused().await
        {
            // What came until it broke off comes back as well.
            let _ = tokio::time::timeout(KEEP_TIME, self.read_on(most)).await;
        }
        Failure::from(fail).into_response()
    }

    /// A place to wait for the words of a form that is not done, and how many bytes of them; none for strangers.
    async fn place_of_refused(&self) -> Option<(Place, usize)> {
        let visit = self.visit.as_ref()?;
        let signed_in = visit.actor.person().is_some();
        if !signed_in && !self.browser.is_known(&visit.hub).await {
            return None;
        }
        let most = if signed_in { FORM_BYTES } else { OF_STRANGERS };
        visit.hub.work.refused(&visit.client).ok().map(|place| (place, most))
    }

    /// Reads on to the end, for what is written: at most so many bytes of it.
    async fn read_on(&mut self, most: usize) -> Result<()> {
        while let Some(field) = self.field().await? {
            let mut part = self.part(field);
            self.passed.bounded(most)?;
            while let Some(chunk) = part.next().await {
                chunk?;
                self.passed.bounded(most)?;
            }
        }
        Ok(())
    }

    async fn field(&mut self) -> Result<Option<Field<'static>>> {
        moves(&self.gate);
        let field = self.form.next_field().await.map_err(|_| fail(&self.gate, self.most()))?;
        if field.is_some() {
            moves(&self.gate);
        }
        Ok(field)
    }

    /// Bytes of a file at most.
    fn most(&self) -> u64 {
        self.visit.as_ref().map_or(0, |visit| visit.hub.settings.upload_bytes)
    }
}

/// What is told of an upload that ended.
fn fail(gate: &Mutex<Gate>, most: u64) -> Fail {
    match lock(gate).ended {
        Some(Ended::Large) => Fail::TooLarge(most),
        Some(Ended::Slow) => Fail::Slow,
        Some(Ended::Head | Ended::Broken) | None => Fail::field("", "error-unreadable"),
    }
}

/// One part, a stream of its bytes.
pub struct Part<'a> {
    field: Field<'static>,
    gate: &'a Mutex<Gate>,
    /// Where what is written is kept; a file is not.
    passed: Option<&'a Passed>,
    most: u64,
}

impl Part<'_> {
    /// The field's name.
    pub fn name(&self) -> &str {
        self.field.name().unwrap_or_default()
    }

    /// The file's name, as it was sent.
    pub fn file_name(&self) -> &str {
        self.field.file_name().unwrap_or_default()
    }
}

impl Stream for Part<'_> {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = self.field.poll_next_unpin(cx);
        if let Poll::Ready(Some(Ok(bytes))) = &next {
            moves(self.gate);
            if let Some(passed) = self.passed {
                passed.add(bytes);
            }
        }
        next.map(|next| next.map(|bytes| bytes.map_err(|_| fail(self.gate, self.most))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the parser made of a body that came in these frames: the parts, or why it ended; and how many bytes were
    /// taken from the connection.
    async fn parse(frames: Vec<Vec<u8>>, room: u64) -> (Vec<(String, Vec<u8>)>, Option<Option<Ended>>, usize) {
        let taken = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counted = taken.clone();
        let stream = futures::stream::iter(frames).map(move |frame| {
            counted.fetch_add(frame.len(), std::sync::atomic::Ordering::SeqCst);
            Ok::<_, std::io::Error>(Bytes::from(frame))
        });
        let request = Request::builder()
            .header("content-type", "multipart/form-data; boundary=BBB")
            .body(axum::body::Body::from_stream(stream))
            .unwrap();
        let gate = Arc::new(Mutex::new(Gate::default()));
        let pace = Pace::new(UPLOAD_BYTES, UPLOAD_TIME);
        let mut form = gated(request, gate.clone(), room, pace).unwrap();
        let mut parts = Vec::new();
        let outcome = async {
            loop {
                moves(&gate);
                let Some(field) = form.next_field().await.map_err(drop)? else { return Ok::<(), ()>(()) };
                moves(&gate);
                let name = field.name().unwrap_or_default().to_owned();
                let mut part = Part { field, gate: &gate, passed: None, most: room };
                let mut bytes = Vec::new();
                while let Some(chunk) = part.next().await {
                    bytes.extend_from_slice(&chunk.map_err(drop)?);
                }
                parts.push((name, bytes));
            }
        }
        .await;
        let ended = outcome.is_err().then(|| lock(&gate).ended);
        (parts, ended, taken.load(std::sync::atomic::Ordering::SeqCst))
    }

    fn form(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
        let mut body = b"before\r\n".to_vec();
        for (name, bytes) in parts {
            body.extend_from_slice(
                format!("--BBB\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").as_bytes(),
            );
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--BBB--\r\n");
        body
    }

    fn framed(body: &[u8], size: usize) -> Vec<Vec<u8>> {
        body.chunks(size.max(1)).map(<[u8]>::to_vec).collect()
    }

    #[tokio::test]
    async fn an_endless_beginning_is_given_up_early() {
        for size in [7, 1_000, 400_000] {
            let (_, ended, taken) = parse(framed(&vec![b'a'; 3_000_000], size), u64::MAX).await;
            assert_eq!(ended, Some(Some(Ended::Head)));
            assert!(taken <= 2 * HEAD_BYTES + size.max(HEAD_BYTES), "{taken} bytes in frames of {size}");
        }
    }

    #[tokio::test]
    async fn an_endless_head_is_given_up_early() {
        let mut body = b"--BBB\r\nContent-Disposition: form-data; name=\"".to_vec();
        body.extend_from_slice(&vec![b'a'; 3_000_000]);
        for size in [7, 1_000, 400_000] {
            let (_, ended, taken) = parse(framed(&body, size), u64::MAX).await;
            assert_eq!(ended, Some(Some(Ended::Head)));
            assert!(taken <= 2 * HEAD_BYTES + size.max(HEAD_BYTES), "{taken} bytes in frames of {size}");
        }
    }

    #[tokio::test]
    async fn the_whole_has_a_limit() {
        let parts = vec![("file".to_owned(), vec![b'x'; 500_000])];
        let (_, ended, taken) = parse(framed(&form(&parts), 5_000), 100_000).await;
        assert_eq!(ended, Some(Some(Ended::Large)));
        assert!(taken <= 105_000, "{taken}");
    }

    #[tokio::test]
    async fn a_head_of_its_size_passes() {
        let parts = vec![("n".repeat(HEAD_BYTES - 200), b"value".to_vec()), ("b".into(), Vec::new())];
        for size in [1, 997, 1_000_000] {
            assert_eq!(parse(framed(&form(&parts), size), u64::MAX).await.0, parts, "{size}");
        }
    }

    #[tokio::test]
    async fn what_does_not_move_is_given_up() {
        let frames = futures::stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            Some((Ok::<_, std::io::Error>(Bytes::from_static(b"a")), ()))
        });
        let request = Request::builder()
            .header("content-type", "multipart/form-data; boundary=BBB")
            .body(axum::body::Body::from_stream(frames))
            .unwrap();
        let gate = Arc::new(Mutex::new(Gate::default()));
        let pace = Pace::new(UPLOAD_BYTES, Duration::from_millis(200));
        let mut form = gated(request, gate.clone(), u64::MAX, pace).unwrap();
        assert!(form.next_field().await.is_err());
        assert_eq!(lock(&gate).ended, Some(Ended::Slow));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn every_form_comes_through_whole(
            parts in prop::collection::vec(("[a-z]{1,9}", prop::collection::vec(any::<u8>(), 0..40_000)), 0..5),
            size in 1_usize..70_000,
        ) {
            // The boundary itself cannot be in a part.
            prop_assume!(parts.iter().all(|(_, bytes)| !bytes.windows(5).any(|five| five == b"--BBB")));
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            let (read, ended, _) = runtime.block_on(parse(framed(&form(&parts), size), u64::MAX));
            prop_assert_eq!(ended, None);
            prop_assert_eq!(read, parts);
        }
    }
}
