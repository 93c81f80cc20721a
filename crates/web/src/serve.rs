//! The way in and out that every request takes: language, origin, finished pages, the reader,
//! errors as pages, headers.

use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use axum::Router;
use axum::body::{Body, HttpBody};
use axum::extract::{MatchedPath, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use base::limits::{ADDRESS_BYTES, FORM_BYTES};
use base::{Actor, Fail, Lang, Result};
use bytes::Bytes;
use futures::FutureExt;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use store::Statements;
use tokio::sync::OwnedSemaphorePermit;
use tracing::Instrument;

use crate::again::{OF_STRANGERS, Sent, again, of_another, shown_first, with_what_was_sent, written};
use crate::answer::{Asked, OwnPage, head_only, keep, kept, on_its_way, page_as_asked};
use crate::cache::Topics;
use crate::client::client;
use crate::errors::{error_response, error_with, misread_parameter};
use crate::failure::Failure;
use crate::form::{is_upload, receive_form};
pub use crate::headers::cookie;
use crate::headers::{accepts_gzip, is_led_from_here, is_own_origin, names_one_host};
use crate::hub::Hub;
use crate::links::MENUS;
use crate::number::Number;
use crate::parts::{Offered, Parts};
use crate::reads::{Addresses, Takes};
use crate::rights::{Ground, right_at};
use crate::routes::Routes;
use crate::upload::{Browser, Passed, Waiting};
use crate::visit::{TOLD, Told, Visit, redirect};
use crate::whose::{last_person, remember_person};
use crate::words::done_words;
use crate::work::Place;

/// The cookie that remembers a chosen language.
pub const LANG_COOKIE: &str = "hub_lang";
/// The name of the cookie that says [`LOW`] where little data shall be sent.
const DATA_COOKIE: &str = "hub_data";
/// What it says then.
const LOW: &str = "low";
/// Seconds for which a choice of the device is kept: a year.
const CHOICE: u32 = 365 * 24 * 60 * 60;
/// The session cookie's name without TLS; with it, [`session_cookie`] adds a prefix.
const SESSION_COOKIE: &str = "hub_session";
/// Has the browser forget what it keeps of this hub (W3C Clear Site Data).
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");
/// How long to wait before asking again where others were in the way.
const BREATH: Duration = Duration::from_millis(30);
/// Answers while the program runs, however much else is asked.
pub const ALIVE: &str = "/health/live";

/// The name of the session cookie: with TLS, one that browsers bind to this host and to TLS.
pub fn session_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_session" } else { SESSION_COOKIE }
}

/// A `Set-Cookie` for the session; an empty secret ends it, and what the browser keeps of it.
pub fn set_session(hub: &Hub, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if hub.is_https() { "; Secure" } else { "" };
    let text = format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", session_cookie(hub));
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// A `Set-Cookie` for the choice that little data shall be sent; or that there is no such choice any more.
pub fn set_low_data(low: bool) -> HeaderValue {
    if low { remembered(DATA_COOKIE, LOW, CHOICE) } else { remembered(DATA_COOKIE, "", 0) }
}

/// A choice of the device, as a `Set-Cookie`.
fn remembered(cookie: &str, choice: &str, seconds: u32) -> HeaderValue {
    let text = format!("{cookie}={choice}; Path=/; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// All routes behind the common way, with what the features offer to each other.
pub fn router(hub: &Hub, parts: &Arc<Parts>, routes: Routes) -> Router {
    let css = hub.assets.css_path.clone();
    let js = hub.assets.js_path.clone();
    let addresses = Arc::new(routes.addresses());
    routes
        .router(&hub.network.languages)
        .route("/", axum::routing::get(to_language))
        .route(&css, axum::routing::get(style))
        .route(&js, axum::routing::get(script))
        .fallback(|| async { Failure::from(Fail::NotFound) })
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .layer(middleware::from_fn_with_state((hub.clone(), addresses), visit))
        .layer(Extension(Offered(parts.clone())))
        .layer(middleware::from_fn_with_state(hub.clone(), outermost))
        .with_state(hub.clone())
}

async fn style(State(hub): State<Hub>, headers: HeaderMap) -> Response {
    asset(&headers, "text/css; charset=utf-8", &hub.assets.css, &hub.assets.css_gzip)
}

async fn script(State(hub): State<Hub>, headers: HeaderMap) -> Response {
    asset(&headers, "text/javascript; charset=utf-8", hub.assets.js, &hub.assets.js_gzip)
}

/// Its address changes with its bytes: it may be kept for ever.
fn asset(headers: &HeaderMap, media_type: &'static str, text: &str, zipped: &Bytes) -> Response {
    let mut response = if accepts_gzip(headers) && !zipped.is_empty() {
        ([(header::CONTENT_ENCODING, "gzip")], zipped.clone()).into_response()
    } else {
        text.to_owned().into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    response
}

async fn to_language(State(hub): State<Hub>, headers: HeaderMap) -> Response {
    let lang = wished_language(&hub, &headers);
    let mut response = (StatusCode::FOUND, [(header::LOCATION, format!("/{lang}/"))]).into_response();
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    response
}

fn wished_language(hub: &Hub, headers: &HeaderMap) -> Lang {
    let chosen = cookie(headers, LANG_COOKIE)
        .and_then(|code| code.parse().ok())
        .filter(|lang| hub.network.languages.contains(lang));
    let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    chosen.unwrap_or_else(|| Lang::negotiate(header, &hub.network.languages))
}

/// The header that carries a request's number.
const NUMBER: HeaderName = HeaderName::from_static("x-request-id");

/// Headers, counts, panics, and a line in the log: what holds for every answer. Addresses stand in the log as their
/// pattern only: some hold a secret, and queries what people look for.
async fn outermost(State(hub): State<Hub>, mut request: Request, next: Next) -> Response {
    let (number, begun) = (Number::new(), std::time::Instant::now());
    request.extensions_mut().insert(number.clone());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id = %number, %method, route);
    let mut response = answered(&hub, request, next, &number).instrument(span.clone()).await;
    let status = response.status().as_u16();
    metrics::counter!("hub_requests_total", "route" => route.clone(), "status" => status.to_string()).increment(1);
    metrics::histogram!("hub_request_seconds", "route" => route).record(begun.elapsed().as_secs_f64());
    let ms = begun.elapsed().as_secs_f64() * 1_000.0;
    let bytes = response.body().size_hint().exact();
    let ran = response.extensions().get::<Statements>().copied().unwrap_or_default();
    let statements = ran.own + ran.parts;
    span.in_scope(|| tracing::info!(target: "access", status, ms, statements, bytes, "answered"));
    let headers = response.headers_mut();
    if hub.settings.count_statements {
        headers.insert("x-statements", HeaderValue::from(ran.own));
        headers.insert("x-part-statements", HeaderValue::from(ran.part));
    }
    if let Ok(number) = HeaderValue::from_str(number.as_str()) {
        headers.insert(NUMBER, number);
    }
    secure(headers, hub.is_https());
    response
}

/// The answer, also where a handler panics.
async fn answered(hub: &Hub, request: Request, next: Next, number: &Number) -> Response {
    let path = request.uri().path().to_owned();
    let work = std::panic::AssertUnwindSafe(next.run(request)).catch_unwind();
    let (outcome, statements) = store::count_statements(work).await;
    let mut response = outcome.unwrap_or_else(|_| {
        tracing::error!("a handler panicked");
        let lang = split(hub, &path).map_or(hub.network.languages[0], |(lang, _)| lang);
        let visit = Visit { number: number.clone(), ..visitor(hub, lang, &path) };
        error_response(&visit, is_api(&path), &Fail::internal("panic"), StatusCode::INTERNAL_SERVER_ERROR)
    });
    response.extensions_mut().insert(statements);
    response
}

fn secure(headers: &mut HeaderMap, https: bool) {
    let policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(), microphone=(), geolocation=()"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
}

/// `/fr/cities` is French and `/cities`.
fn split<'a>(hub: &Hub, path: &'a str) -> Option<(Lang, &'a str)> {
    let rest = path.strip_prefix('/')?;
    let (code, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let lang: Lang = code.parse().ok()?;
    hub.network.languages.contains(&lang).then_some((lang, rest))
}

fn is_api(path: &str) -> bool {
    path.starts_with("/api/") || path.starts_with("/health/")
}

fn visitor(hub: &Hub, lang: Lang, path: &str) -> Visit {
    Visit {
        hub: hub.clone(),
        lang,
        actor: Arc::new(Actor::Visitor),
        path: split(hub, path).map_or(path, |(_, rest)| rest).to_owned(),
        query: String::new(),
        told: None,
        session: None,
        client: String::new(),
        placed: Arc::default(),
        low_data: false,
        number: Number::new(),
    }
}

/// What stands of a request before anybody works on it.
struct Arrived {
    path: String,
    /// As it came, without `?`.
    query: String,
    addresses: Arc<Addresses>,
    api: bool,
    /// The language of the address.
    lang: Option<Lang>,
    /// Reads, and changes nothing.
    reading: bool,
    asked: Asked,
}

async fn visit(State((hub, addresses)): State<(Hub, Arc<Addresses>)>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let head = *request.method() == Method::HEAD;
    if head {
        // The same work as for the whole, so that its length is the same too.
        *request.method_mut() = Method::GET;
    }
    let arrived = Arrived {
        api: is_api(&path),
        lang: split(&hub, &path).map(|(lang, _)| lang),
        reading: *request.method() == Method::GET,
        asked: Asked::of(request.headers()),
        query: request.uri().query().unwrap_or_default().to_owned(),
        addresses,
        path,
    };
    let response = match arrive(&hub, &arrived, &request) {
        Ok(visit) => answer(visit, &arrived, request, next).await,
        Err(response) => *response,
    };
    if head { head_only(response) } else { response }
}

/// Reads a request's head: who asks what, in which language. An answer where nothing more is needed.
fn arrive(hub: &Hub, arrived: &Arrived, request: &Request) -> std::result::Result<Visit, Box<Response>> {
    let (path, query) = (arrived.path.as_str(), arrived.query.as_str());
    let lang = arrived.lang.unwrap_or_else(|| wished_language(hub, request.headers()));
    let number = request.extensions().get::<Number>().cloned().unwrap_or_default();
    let refuse = |path: &str, fail: &Fail, status: StatusCode| {
        let visit = Visit { number: number.clone(), ..visitor(hub, lang, path) };
        Err(Box::new(error_response(&visit, arrived.api, fail, status)))
    };
    if !names_one_host(request.headers(), request.version()) {
        return refuse("/", &Fail::NotFound, StatusCode::BAD_REQUEST);
    }
    if path.len() > ADDRESS_BYTES || query.len() > ADDRESS_BYTES {
        return refuse("/", &Fail::NotFound, StatusCode::URI_TOO_LONG);
    }
    if path.contains("%00") {
        return refuse(path, &Fail::NotFound, StatusCode::NOT_FOUND);
    }
    if !arrived.reading && *request.method() != Method::POST {
        let allowed = if arrived.lang.is_some() { "GET, HEAD, POST" } else { "GET, HEAD" };
        return not_allowed(refuse(path, &Fail::NotFound, StatusCode::METHOD_NOT_ALLOWED), allowed);
    }
    if let Some((lang, "")) = split(hub, path)
        && arrived.reading
    {
        return Err(Box::new(redirect(&format!("/{lang}/{}", asking(query)))));
    }
    let mut visit = Visit { number: number.clone(), ..visitor(hub, lang, path) };
    let reads = arrived.addresses.reads(arrived.lang.is_some(), &visit.path);
    // A misspelt filter must not look as if it were none: people see what a page asks, a program does not.
    if arrived.api
        && let Some(misread) = reads.and_then(|reads| reads.misread(query))
    {
        return Err(Box::new(misread_parameter(&visit, &misread)));
    }
    visit.query = match reads.map(|reads| reads.canonical(query, arrived.api)) {
        Some(Err(_)) => return refuse("/", &Fail::NotFound, StatusCode::URI_TOO_LONG),
        Some(Ok(query)) => query,
        None => String::new(),
    };
    visit.client = client(hub.settings.behind_proxy, request);
    visit.low_data = cookie(request.headers(), DATA_COOKIE).is_some_and(|said| said == LOW);
    visit.session = cookie(request.headers(), session_cookie(hub)).filter(|secret| input::is_token(secret));
    let url = &hub.settings.public_url;
    if !arrived.reading && arrived.lang.is_none() && arrived.addresses.is_for_programs(&visit.path) {
        // In nobody's name: no page of anybody else can have a browser do something here for whoever is signed in.
        visit.session = None;
    } else if !arrived.reading && !is_own_origin(url, request.headers()) {
        return Err(Box::new(error_response(&visit, arrived.api, &Fail::Foreign, StatusCode::FORBIDDEN)));
    }
    // A message of what was just done is for whoever did it, and told by more than the address.
    visit.told = told(hub, lang, query).filter(|_| is_led_from_here(url, request.headers()));
    Ok(visit)
}

fn not_allowed(
    answer: std::result::Result<Visit, Box<Response>>,
    allowed: &'static str,
) -> std::result::Result<Visit, Box<Response>> {
    answer.map_err(|mut response| {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        response
    })
}

/// What a query says was just done, if there are words for it. Read as every other field is: a name that is written
/// otherwise (`d%6fne`) is the same name.
fn told(hub: &Hub, lang: Lang, query: &str) -> Option<Told> {
    let [done, by_letter] =
        TOLD.map(|told| url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == told));
    let (_, done) = done.filter(|(_, done)| hub.words.has(lang, &done_words(done)))?;
    Some(Told { done: done.into_owned(), by_letter: by_letter.is_some() })
}

/// A query behind a path.
fn asking(query: &str) -> String {
    if query.is_empty() { String::new() } else { format!("?{query}") }
}

/// The answer: a finished page, or what the handler makes.
async fn answer(visit: Visit, arrived: &Arrived, request: Request, next: Next) -> Response {
    let hub = visit.hub.clone();
    let wished = wished_language(&hub, request.headers());
    let chosen = arrived.lang.filter(|lang| arrived.reading && *lang != wished);
    // What names its topics is the same for everyone without a session.
    let alike = arrived.reading && visit.session.is_none() && visit.told.is_none();
    let last = last_person(&visit, request.headers());
    // A page with little data is another page.
    let low = if visit.low_data { "#low" } else { "" };
    let key = alike.then(|| format!("{}?{}{low}", arrived.path, visit.query));
    if let Some(page) = key.as_ref().and_then(|key| hub.cache.get(key)) {
        return remember_language(kept(&page, &arrived.asked), chosen);
    }
    let begun = hub.cache.turn();
    let (visit, response) = match with_place(visit, arrived, request, next).await {
        Ok(worked) => worked,
        Err(response) => return *response,
    };
    let mut response = explained(&visit, arrived, response);
    let topics = response.extensions().get::<Topics>().cloned();
    let mut shared = false;
    if let (Some(key), Some(topics)) = (key, topics) {
        (response, shared) = keep(&hub, key, response, topics, begun, &arrived.asked).await;
    } else if response.extensions().get::<OwnPage>().is_some() {
        response = page_as_asked(response, &arrived.asked).await;
    }
    if !shared {
        response = on_its_way(&hub.work, &visit.client, response)
            .unwrap_or_else(|fail| error_response(&visit, arrived.api, &fail, StatusCode::SERVICE_UNAVAILABLE));
    }
    private(&visit, response.headers_mut());
    remember_person(&visit, &last, response.headers_mut());
    remember_language(response, chosen)
}

/// A place at work, and room for what was sent.
struct AtWork {
    _place: Option<Place>,
    _waiting: Option<Waiting>,
    _room: Option<OwnedSemaphorePermit>,
}

/// Reads what was sent, takes a place at work, finds out who asks, and has the handler answer. A form is read before
/// it has a place: whoever sends slowly holds up nobody else.
async fn with_place(
    mut visit: Visit,
    arrived: &Arrived,
    request: Request,
    next: Next,
) -> std::result::Result<(Visit, Response), Box<Response>> {
    let told = |visit: &Visit, fail: &Fail| {
        let status = StatusCode::from_u16(fail.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Box::new(error_response(visit, arrived.api, fail, status))
    };
    let (mut request, _at_work) = match enter(&visit, arrived, request).await {
        Ok(entered) => entered,
        Err(fail) => return Err(told(&visit, &fail)),
    };
    let recognised = match Offered::of(request.extensions()) {
        Ok(offered) => known(&mut visit, &offered, arrived).await,
        Err(fail) => Err(fail),
    };
    if let Err(fail) = recognised {
        return Err(Box::new(error_response(&visit, arrived.api, &fail, StatusCode::SERVICE_UNAVAILABLE)));
    }
    if let Err(fail) = Offered::of(request.extensions()).and_then(|offered| only_looks(&visit, &offered, arrived)) {
        return Err(told(&visit, &fail));
    }
    request.extensions_mut().insert(visit.clone());
    let response = if is_upload(request.headers()) {
        once(&visit, &arrived.addresses, request, next).await
    } else {
        twice(&visit, &arrived.addresses, request, next).await
    };
    Ok((visit, response))
}

/// The handler's answer to an upload, which is not here whole: it cannot be begun again. One that is another's is shown
/// first; what was written in one that is not done comes back, as far as it came.
async fn once(visit: &Visit, addresses: &Addresses, mut request: Request, next: Next) -> Response {
    let passed = Passed::default();
    request.extensions_mut().insert(passed.clone());
    let mut response = next.run(request).await;
    if passed.is_another_s() {
        return shown_first(visit, addresses, passed.take(), true).unwrap_or(response);
    }
    if failure(&response).is_some() {
        response.extensions_mut().insert(Sent::new(passed.take(), true));
    }
    response
}

/// The handler's answer; asked once more where others were in the way, since then nothing was done.
async fn twice(visit: &Visit, addresses: &Addresses, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, FORM_BYTES).await else {
        return Failure::from(Fail::TooLarge(FORM_BYTES as u64)).into_response();
    };
    if let Some(shown) = of_another(visit, addresses, &bytes) {
        return shown;
    }
    let whole = || Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    let mut answer = next.clone().run(whole()).await;
    if matches!(failure(&answer), Some(Fail::Contended(_))) {
        metrics::counter!("hub_contended_total").increment(1);
        tokio::time::sleep(BREATH).await;
        answer = next.run(whole()).await;
    }
    if failure(&answer).is_none() {
        return answer;
    }
    // A cookie alone proves nothing: much is sent back to a browser only in which somebody signed in before.
    let known = bytes.len() <= OF_STRANGERS || {
        visit.actor.person().is_some() || Browser::sent(&parts.headers, &parts.extensions).is_known(&visit.hub).await
    };
    with_what_was_sent(answer, &bytes, known)
}

/// Why the handler could not.
fn failure(answer: &Response) -> Option<&Fail> {
    answer.extensions().get::<Failure>().map(|failure| &*failure.0)
}

async fn enter(visit: &Visit, arrived: &Arrived, mut request: Request) -> Result<(Request, AtWork)> {
    let work = &visit.hub.work;
    let mut at_work = AtWork { _place: None, _waiting: None, _room: None };
    if arrived.path == ALIVE {
        return Ok((request, at_work));
    }
    if arrived.reading {
        // Nobody means what is sent with a question: it is not waited for.
        request = request.map(|_| Body::empty());
        at_work._place = Some(work.page(&visit.client)?);
    } else if is_upload(request.headers()) {
        // No other handler reads such a form, so none would see whose it is.
        if arrived.addresses.takes(&visit.path) != Takes::Files {
            return Err(Fail::field("", "error-unreadable"));
        }
        let waiting = Waiting::new(work.form(&visit.client)?);
        request.extensions_mut().insert(waiting.clone());
        at_work._waiting = Some(waiting);
    } else {
        (request, at_work._room) = receive_form(&visit.hub, request).await?;
        at_work._place = Some(work.form(&visit.client)?);
    }
    Ok((request, at_work))
}

/// Who asks, and what stands in the frame of their page.
async fn known(visit: &mut Visit, offered: &Parts, arrived: &Arrived) -> Result<()> {
    recognise(visit, offered).await?;
    if let Some(menus) = offered.menus.as_ref().filter(|_| arrived.lang.is_some()) {
        let hub = visit.hub.clone();
        visit.placed = hub.shared(MENUS, store::count_part(menus.placed(&hub))).await?;
    }
    Ok(())
}

/// Whose session it is.
async fn recognise(visit: &mut Visit, offered: &Parts) -> Result<()> {
    if let (Some(secret), Some(sessions)) = (&visit.session, &offered.sessions) {
        match sessions.person(&visit.hub, secret).await? {
            Some(person) => visit.actor = Arc::new(Actor::Person(Box::new(person))),
            None => visit.session = None,
        }
    }
    Ok(())
}

/// What whoever looks at the hub as a role may do beside reading: stop.
const STOP: [&str; 2] = ["/office/look/stop", "/sign-out"];
/// What they see though it is no right of theirs: where the day of a city's people begins. What is the city's alone is not in it
/// (`Actor::is_of`).
const LOOKED_AT: &str = "/workspace";

/// Whoever looks at the hub as a role changes nothing, and sees nothing that they may not see themselves.
fn only_looks(visit: &Visit, offered: &Parts, arrived: &Arrived) -> Result<()> {
    let Some(looking) = visit.actor.looking() else { return Ok(()) };
    if !arrived.reading {
        return if STOP.contains(&&*visit.path) { Ok(()) } else { Err(Fail::Looking) };
    }
    let city = visit.actor.cities().first().copied();
    let ground = city.map(|city| Ground { city, region: looking.region.clone() });
    let own = Actor::Person(Box::new(looking.own.clone()));
    match right_at(&offered.rights, &visit.path) {
        _ if visit.path == LOOKED_AT => Ok(()),
        Some((right, _)) if right.holds(&visit.actor, ground.as_ref()) && !right.holds(&own, ground.as_ref()) => {
            Err(Fail::Looking)
        }
        _ => Ok(()),
    }
}

/// The page that is meant by an address at which there is none: what a form is sent to (asked for in another language)
/// means the page of the form, and an address with slashes too many the one without, with all that is asked of it.
fn meant(visit: &Visit, arrived: &Arrived, status: StatusCode) -> Option<String> {
    if !arrived.reading || arrived.lang.is_none() || visit.path == "/" {
        return None;
    }
    match status {
        StatusCode::METHOD_NOT_ALLOWED => Some(visit.link(arrived.addresses.page_above(&visit.path))),
        StatusCode::NOT_FOUND if visit.path.ends_with('/') => {
            let page = visit.path.trim_end_matches('/');
            let page = if page.is_empty() { "/" } else { page };
            Some(format!("{}{}", visit.link(page), asking(&arrived.query)))
        }
        _ => None,
    }
}

/// The answer, where it is an error as a page that helps.
fn explained(visit: &Visit, arrived: &Arrived, response: Response) -> Response {
    let status = response.status();
    if let Some(page) = meant(visit, arrived, status) {
        return redirect(&page);
    }
    if let Some(failure) = response.extensions().get::<Failure>().cloned() {
        if let Fail::Moved { was, now } = &*failure.0 {
            return moved(visit, arrived, &response, was, now);
        }
        if matches!(*failure.0, Fail::SignIn) && !arrived.api {
            return again(visit, &response).unwrap_or_else(|| redirect(&visit.sign_in_link()));
        }
        if matches!(*failure.0, Fail::SignInAgain) && !arrived.api {
            return asked_again(visit, arrived.reading);
        }
        return error_with(visit, arrived.api, &failure.0, status, &written(&response));
    }
    if status.is_client_error() && is_plain(&response) {
        // A refusal of the framework: an address or a body that it could not read. An id that is none
        // is an address that does not exist.
        let readable = percent_encoding::percent_decode_str(&arrived.path).decode_utf8().is_ok();
        let nowhere = arrived.reading && readable && status == StatusCode::BAD_REQUEST;
        let status = if nowhere { StatusCode::NOT_FOUND } else { status };
        return error_response(visit, arrived.api, &Fail::NotFound, status);
    }
    response
}

/// To the address that has taken the place of this one. A form is not sent there: what was written of one thing is not meant of another.
/// It is given back.
fn moved(visit: &Visit, arrived: &Arrived, response: &Response, was: &str, now: &str) -> Response {
    if !arrived.reading {
        let changed = Fail::Conflict(format!("{was} is {now} now"));
        return error_with(visit, arrived.api, &changed, StatusCode::CONFLICT, &written(response));
    }
    let parts: Vec<&str> = arrived.path.split('/').map(|part| if part == was { now } else { part }).collect();
    let path = parts.join("/");
    if path == arrived.path {
        return error_response(visit, arrived.api, &Fail::NotFound, StatusCode::NOT_FOUND);
    }
    let mut response = redirect(&format!("{path}{}", asking(&arrived.query)));
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    response
}

/// To the page that asks who somebody is. It gets a form whole, as the browser sends it there once more (307), and sends it back here in
/// the same way: nothing that was written is lost, and none of it stays anywhere. A form with a file is not taken there: nothing sensitive has one.
fn asked_again(visit: &Visit, reading: bool) -> Response {
    let mut response = redirect(&visit.sign_in_again_link());
    if !reading {
        *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    }
    response
}

/// What was made for one person is kept by nobody, and forgotten when they sign out.
fn private(visit: &Visit, headers: &mut HeaderMap) {
    let public = headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"public"));
    if !public {
        headers.entry(header::VARY).or_insert(HeaderValue::from_static("cookie"));
    }
    if visit.session.is_some() && !public {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    }
    let ended = format!("{}=;", session_cookie(&visit.hub));
    if headers.get_all(header::SET_COOKIE).iter().any(|cookie| cookie.as_bytes().starts_with(ended.as_bytes())) {
        // Not the cookies: those of another service under the same name are none of ours.
        headers.insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\", \"storage\""));
    }
}

/// A language that the reader chose by coming here, so that `/` leads to it the next time.
fn remember_language(mut response: Response, chosen: Option<Lang>) -> Response {
    if let Some(lang) = chosen {
        response.headers_mut().append(header::SET_COOKIE, remembered(LANG_COOKIE, lang.code(), CHOICE));
    }
    response
}

fn is_plain(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_none_or(|value| value.as_bytes().starts_with(b"text/plain"))
}
