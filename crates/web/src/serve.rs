//! The way in and out that every request takes: language, origin, finished pages, the reader,
//! errors as pages, headers.

use std::net::SocketAddr;
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use base::{Actor, Fail, Lang};
use bytes::Bytes;
use futures::FutureExt;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};

use crate::cache::Topics;
use crate::failure::{Failure, Problem};
use crate::gzip::{Effort, gzip};
use crate::hub::Hub;
use crate::routes::Routes;
use crate::visit::{Meta, Visit, redirect};

/// The cookie that remembers a chosen language.
pub const LANG_COOKIE: &str = "hub_lang";
/// The session cookie's name without TLS; with it, [`session_cookie`] adds a prefix.
const SESSION_COOKIE: &str = "hub_session";
/// Bytes of one HTML page that may be kept.
const KEPT_BYTES: usize = 1024 * 1024;

/// The name of the session cookie: with TLS, one that browsers bind to this host and to TLS.
pub fn session_cookie(hub: &Hub) -> &'static str {
    if hub.is_https() { "__Host-hub_session" } else { SESSION_COOKIE }
}

/// A `Set-Cookie` for the session; an empty secret ends it.
pub fn set_session(hub: &Hub, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if hub.is_https() { "; Secure" } else { "" };
    let text = format!("{}={secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", session_cookie(hub));
    HeaderValue::from_str(&text).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// All routes behind the common way.
pub fn router(hub: &Hub, routes: Routes) -> Router {
    let css = hub.assets.css_path.clone();
    let js = hub.assets.js_path.clone();
    routes
        .router(&hub.network.languages)
        .route("/", axum::routing::get(to_language))
        .route(&css, axum::routing::get(style))
        .route(&js, axum::routing::get(script))
        .fallback(|| async { Failure::from(Fail::NotFound) })
        .method_not_allowed_fallback(|| async { StatusCode::METHOD_NOT_ALLOWED })
        .layer(middleware::from_fn_with_state(hub.clone(), visit))
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

/// The value of a cookie.
pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .find_map(|pair| {
            let (own, value) = pair.trim().split_once('=')?;
            (own == name && !value.is_empty()).then(|| value.to_owned())
        })
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("gzip"))
}

/// Headers, counts and panics: what holds for every answer.
async fn outermost(State(hub): State<Hub>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let lang = split(&hub, &path).map_or(hub.network.languages[0], |(lang, _)| lang);
    let api = is_api(&path);
    let begun = std::time::Instant::now();
    let work = std::panic::AssertUnwindSafe(next.run(request)).catch_unwind();
    let (outcome, statements) = store::count_statements(work).await;
    let mut response = outcome.unwrap_or_else(|_| {
        tracing::error!(path, "a handler panicked");
        let visit = visitor(&hub, lang, &path);
        error_response(&visit, api, &Fail::internal("panic"), StatusCode::INTERNAL_SERVER_ERROR)
    });
    metrics::counter!("hub_requests_total", "status" => response.status().as_u16().to_string()).increment(1);
    metrics::histogram!("hub_request_seconds").record(begun.elapsed().as_secs_f64());
    let headers = response.headers_mut();
    if hub.settings.count_statements {
        headers.insert("x-statements", HeaderValue::from(statements));
    }
    secure(headers, hub.is_https());
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
        session: None,
        client: String::new(),
        from_here: false,
    }
}

async fn visit(State(hub): State<Hub>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let api = is_api(&path);
    let (lang, inner) = match split(&hub, &path) {
        Some((lang, "")) => return redirect(&format!("/{lang}/")),
        Some((lang, inner)) => (Some(lang), inner.to_owned()),
        None => (None, path.clone()),
    };
    if path.contains("%00") {
        let visit = visitor(&hub, lang.unwrap_or(hub.network.languages[0]), &path);
        return error_response(&visit, api, &Fail::NotFound, StatusCode::NOT_FOUND);
    }
    let mut visit = visitor(&hub, lang.unwrap_or_else(|| wished_language(&hub, request.headers())), &path);
    visit.path = inner;
    visit.query = request.uri().query().unwrap_or_default().to_owned();
    visit.client = client(&hub, &request);
    visit.session = cookie(request.headers(), session_cookie(&hub)).filter(|secret| crate::form::is_token(secret));

    let reading = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reading && !is_own_origin(&hub, request.headers()) {
        return error_response(&visit, api, &Fail::Forbidden, StatusCode::FORBIDDEN);
    }
    // What names its topics is the same for everyone without a session. A message of what was just done is
    // for whoever did it, and told by more than the address.
    let told = visit.query.contains("done=");
    visit.from_here = is_own_origin(&hub, request.headers());
    let key = (reading && visit.session.is_none() && !told).then(|| format!("{path}?{}", visit.query));
    let chosen =
        (reading && lang.is_some() && wished_language(&hub, request.headers()) != visit.lang).then_some(visit.lang);
    if let Some(page) = key.as_ref().and_then(|key| hub.cache.get(key)) {
        return remember_language(kept(&page, request.headers(), *request.method() == Method::HEAD), chosen);
    }
    let begun = hub.cache.turn();
    let zip = accepts_gzip(request.headers());
    if let (Some(secret), Some(sessions)) = (&visit.session, &hub.parts.sessions) {
        match sessions.person(&hub, secret).await {
            Ok(Some(person)) => visit.actor = Arc::new(Actor::Person(Box::new(person))),
            Ok(None) => visit.session = None,
            Err(fail) => return error_response(&visit, api, &fail, StatusCode::SERVICE_UNAVAILABLE),
        }
    }
    request.extensions_mut().insert(visit.clone());
    let head = *request.method() == Method::HEAD;
    let mut response = next.run(request).await;
    let status = response.status();
    if let Some(failure) = response.extensions().get::<Failure>().cloned() {
        response = error_response(&visit, api, &failure.0, status);
        if matches!(*failure.0, Fail::SignIn) && !api {
            response = redirect(&visit.sign_in_link());
        }
    } else if status.is_client_error() && is_plain(&response) {
        // A refusal of the framework: an address or a body that it could not read. An id that is none
        // is an address that does not exist.
        let readable = percent_encoding::percent_decode_str(&path).decode_utf8().is_ok();
        let nowhere = reading && readable && status == StatusCode::BAD_REQUEST;
        response = error_response(&visit, api, &Fail::NotFound, if nowhere { StatusCode::NOT_FOUND } else { status });
    }
    if let (Some(key), Some(topics), true) = (key, response.extensions().get::<Topics>().cloned(), !head) {
        response = keep(&hub, key, response, topics, begun, zip).await;
    } else if is_html(&response) {
        response.headers_mut().insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
        if visit.session.is_some() {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if zip && !head {
            response = compress(response).await;
        }
    } else if api && visit.session.is_some() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    remember_language(response, chosen)
}

/// A language that the reader chose by coming here, so that `/` leads to it the next time.
fn remember_language(mut response: Response, chosen: Option<Lang>) -> Response {
    if let Some(lang) = chosen {
        let text = format!("{LANG_COOKIE}={lang}; Path=/; SameSite=Lax; Max-Age=31536000");
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    }
    response
}

/// The address of the client: as the proxy says it, where there is one of ours.
fn client(hub: &Hub, request: &Request) -> String {
    if hub.settings.behind_proxy
        // Some proxies add a line of their own instead of adding to the client's: the last one counts.
        && let Some(chain) = request.headers().get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok())
        && let Some(last) = chain.rsplit(',').next()
    {
        return last.trim().to_owned();
    }
    request.extensions().get::<ConnectInfo<SocketAddr>>().map_or_else(String::new, |info| info.0.ip().to_string())
}

/// A form may only come from a page of this hub. Browsers of the last years say so themselves
/// (`Sec-Fetch-Site`); others name the origin.
fn is_own_origin(hub: &Hub, headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let host = text("host").unwrap_or_default();
    let from = text("origin").or_else(|| text("referer")).unwrap_or_default();
    let Ok(from) = url::Url::parse(from) else { return false };
    let authority = match (from.host_str(), from.port()) {
        (Some(name), Some(port)) => format!("{name}:{port}"),
        (Some(name), None) => name.to_owned(),
        (None, _) => return false,
    };
    let own = url::Url::parse(&hub.settings.public_url).ok();
    authority == host || own.is_some_and(|own| own.origin() == from.origin())
}

fn is_plain(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_none_or(|value| value.as_bytes().starts_with(b"text/plain"))
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

fn kept(page: &crate::cache::Kept, headers: &HeaderMap, head: bool) -> Response {
    let zip = accepts_gzip(headers);
    let bytes = if zip { page.gzip.clone() } else { page.plain.clone() };
    let length = bytes.len();
    let mut response = if head { ().into_response() } else { bytes.into_response() };
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_str(&page.content_type).unwrap_or(HeaderValue::from_static("text/html")),
    );
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    headers.insert(header::VARY, HeaderValue::from_static("cookie, accept-encoding"));
    if zip {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

async fn keep(hub: &Hub, key: String, response: Response, topics: Topics, begun: u64, zip: bool) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, 16 * KEPT_BYTES).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if parts.headers.contains_key(header::SET_COOKIE) || bytes.len() > KEPT_BYTES {
        return Response::from_parts(parts, Body::from(bytes));
    }
    let content_type =
        parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("text/html").to_owned();
    hub.cache.keep(key.clone(), bytes.clone(), content_type, topics, begun);
    let mut headers = HeaderMap::new();
    if zip {
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    }
    hub.cache
        .get(&key)
        .map_or_else(|| Response::from_parts(parts, Body::from(bytes)), |page| kept(&page, &headers, false))
}

async fn compress(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, 16 * KEPT_BYTES).await else {
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

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    v: &'a Visit,
    meta: Meta,
    text: String,
    status: u16,
}

fn error_response(visit: &Visit, api: bool, fail: &Fail, status: StatusCode) -> Response {
    if let Fail::Internal(reason) = fail {
        tracing::error!(reason, path = visit.path, "our own mistake");
    }
    if let Fail::Unavailable(reason) | Fail::Busy(reason) = fail {
        tracing::warn!(reason, path = visit.path, "unavailable");
    }
    if api {
        let errors = if let Fail::Invalid(errors) = fail { errors.as_slice() } else { &[] };
        return Problem::new(status.as_u16(), errors).into_response();
    }
    let key = match status.as_u16() {
        403 => "error-403",
        404 => "error-404",
        405 => "error-405",
        409 => "error-409",
        413 => "error-413",
        422 => "error-422",
        429 => "error-429",
        503 => "error-503",
        400..=499 => "error-400",
        _ => "error-500",
    };
    let text = match fail {
        Fail::TooMany(seconds) => visit.tn("error-429-text", *seconds),
        // Of a form that could not come back: what is wrong is all that can be said.
        Fail::Invalid(errors) if !errors.is_empty() => crate::form::message(visit, &errors[0]),
        Fail::TooLarge(bytes) => visit.t1("error-413-text", "size", visit.size(*bytes)),
        _ => visit.t(format!("{key}-text")),
    };
    let template = ErrorPage { v: visit, meta: Meta::titled(visit.t(key)).hide(), text, status: status.as_u16() };
    let mut response = crate::visit::page(status, &template, None).unwrap_or_else(IntoResponse::into_response);
    response.extensions_mut().remove::<Failure>();
    if let Fail::TooMany(seconds) = fail {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    response
}
