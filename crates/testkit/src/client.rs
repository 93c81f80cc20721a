//! A browser without a screen: it keeps cookies, says where its forms come from, and never follows
//! a redirect on its own.

use std::sync::Arc;

use bytes::Bytes;
use reqwest::cookie::{CookieStore, Jar};
use reqwest::header::{HeaderMap, LOCATION, ORIGIN, REFERER};
use reqwest::redirect::Policy;
use reqwest::{Method, RequestBuilder};
use url::Url;

use crate::described;
use crate::people_of::PASSWORD;

/// Talks with one hub as one person.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    jar: Arc<Jar>,
    base: Url,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Reply {
    /// What was asked, for messages.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Bytes,
}

/// A client to be built. Whoever encrypts here does it with ring, and says so before the first one.
fn builder() -> reqwest::ClientBuilder {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
}

/// A plain client, for servers other than the hub.
///
/// # Panics
/// When none can be built.
pub fn http() -> reqwest::Client {
    builder().no_proxy().build().expect("a client")
}

impl Client {
    /// A new browser for the hub at `base`.
    pub fn new(base: &str) -> Client {
        let jar = Arc::new(Jar::default());
        let http =
            builder().cookie_provider(jar.clone()).redirect(Policy::none()).no_proxy().build().expect("a client");
        Client { http, jar, base: Url::parse(base).expect("the hub's address") }
    }

    /// The full address of a path.
    pub fn address(&self, path: &str) -> Url {
        self.base.join(path).expect("a path of the hub")
    }

    /// A request to send with [`Client::send`], as a browser would send it from one of the hub's
    /// own pages.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let origin = self.base.origin().ascii_serialization();
        self.http.request(method, self.address(path)).header(ORIGIN, origin).header(REFERER, self.base.as_str())
    }

    /// Sends it.
    ///
    /// # Panics
    /// When the connection ends without an answer, or with one that the document for machines describes otherwise.
    pub async fn send(&self, request: RequestBuilder) -> Reply {
        self.try_send(request).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Sends it.
    ///
    /// # Errors
    /// What was asked, and how the connection ended.
    pub async fn try_send(&self, request: RequestBuilder) -> Result<Reply, String> {
        let (client, request) = request.build_split();
        let request = request.expect("a request");
        let (method, path) = (request.method().to_string(), request.url().path().to_owned());
        let asked = format!("{method} {}", request.url());
        let ended = |error: reqwest::Error| format!("{asked}: {error:?}");
        let response = client.execute(request).await.map_err(ended)?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.bytes().await.map_err(ended)?;
        let reply = Reply { asked, status, headers, body };
        described::check(&method, &path, &reply);
        Ok(reply)
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    /// Asks for a page with one more header.
    pub async fn get_with(&self, path: &str, header: &str, value: &str) -> Reply {
        self.send(self.request(Method::GET, path).header(header, value)).await
    }

    /// Sends a form. Whoever is asked on the way to show who they are does so with everybody's password, as a person would, and the
    /// form goes on.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let reply = self.post_plainly(path, fields).await;
        if reply.status != 307 || !reply.location().contains("/sign-in/again") {
            return reply;
        }
        let proof = [("proof-for", "form"), ("proof-password", PASSWORD)];
        let shown: Vec<_> = fields.iter().copied().chain(proof).collect();
        let proved = self.post_plainly(reply.location(), &shown).await;
        if proved.status == 307 { self.post_plainly(proved.location(), &shown).await } else { proved }
    }

    /// Sends a form, and nothing else.
    pub async fn post_plainly(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request(Method::POST, path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(body)).await
    }

    /// Sends a form as another program does: it says of no page where it comes from.
    pub async fn send_as_program(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.http.request(Method::POST, self.address(path));
        self.send(request.header("content-type", "application/x-www-form-urlencoded").body(body)).await
    }

    /// The session's cookie, without its name.
    pub fn session(&self) -> Option<String> {
        let cookies = self.jar.cookies(&self.base)?;
        let text = cookies.to_str().ok()?.to_owned();
        text.split("; ").find_map(|pair| pair.strip_prefix("hub_session=").map(str::to_owned))
    }

    /// Puts a cookie into this browser.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar.add_cookie_str(&format!("{name}={value}; Path=/"), &self.base);
    }
}

impl Reply {
    /// The body as text; of a page without the places where an address may be broken: nobody looks past one for them.
    /// One that stands within a tag or in a file stays.
    pub fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.body);
        if self.is_page() { without_breaks(&text) } else { text.into_owned() }
    }

    fn is_page(&self) -> bool {
        self.headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.asked, self.text()))
    }

    /// A header, empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }

    /// Expects this status.
    ///
    /// # Panics
    /// With the beginning of the page, when it is another.
    #[track_caller]
    pub fn is(self, status: u16) -> Reply {
        assert!(self.status == status, "{}: {} instead of {status}\n{}", self.asked, self.status, self.main());
        self
    }

    /// Expects a redirect to an address that begins like this.
    ///
    /// # Panics
    /// When it leads elsewhere.
    #[track_caller]
    pub fn leads_to(self, start: &str) -> Reply {
        let reply = self.is(303);
        assert!(
            reply.location().starts_with(start),
            "{} leads to {} instead of {start}",
            reply.asked,
            reply.location()
        );
        reply
    }

    /// Expects this text in the body.
    ///
    /// # Panics
    /// With the page, when it is missing.
    #[track_caller]
    pub fn shows(self, text: &str) -> Reply {
        assert!(self.text().contains(text), "{} does not show {text:?}\n{}", self.asked, self.main());
        self
    }

    /// Expects this text nowhere in the body or the headers.
    ///
    /// # Panics
    /// When it is there.
    #[track_caller]
    pub fn hides(self, text: &str) -> Reply {
        let body = self.text();
        let place = body
            .find(text)
            .map(|at| body[..at].chars().rev().take(200).collect::<Vec<_>>().into_iter().rev().collect::<String>());
        assert!(place.is_none(), "{} shows {text:?} after: {}", self.asked, place.unwrap_or_default());
        assert!(!format!("{:?}", self.headers).contains(text), "{} shows {text:?} in a header", self.asked);
        self
    }

    /// What stands in the page's main part, or the beginning of the body.
    pub fn main(&self) -> String {
        let text = self.text();
        let main = text.split_once("<main").map_or(text.as_str(), |(_, rest)| rest);
        main.chars().take(3_000).collect()
    }

    /// The value of a hidden or visible input of the page's form.
    pub fn input(&self, name: &str) -> Option<String> {
        let text = self.text();
        let start = text.find(&format!("name=\"{name}\""))?;
        let rest = &text[start..text[start..].find('>')? + start];
        let value = rest.split_once("value=\"")?.1;
        Some(value.split('"').next()?.to_owned())
    }
}

/// A page without `<wbr>` between its tags.
fn without_breaks(page: &str) -> String {
    let mut parts = page.split("<wbr>");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        // Behind an opened tag that is not closed it stands in an attribute.
        let within = text.rfind('<').is_some_and(|open| !text[open..].contains('>'));
        text.push_str(if within { "<wbr>" } else { "" });
        text.push_str(part);
    }
    text
}

/// Sends bytes as they are and answers all that comes back: for requests that no client would send.
pub async fn raw(address: std::net::SocketAddr, request: &[u8]) -> String {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(address).await.expect("the hub listens");
    stream.write_all(request).await.expect("sent");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
