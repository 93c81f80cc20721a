//! A request on its way: each address is looked at before anything is sent there.

use std::net::{IpAddr, SocketAddr};

use http::header::{CONTENT_ENCODING, LOCATION};
use http::{Method, Request, Response, StatusCode};
use reqwest::redirect::Policy;
use reqwest::{Client, retry};
use url::{Host, Url};

use crate::addresses::is_public;
use crate::{ADDRESSES, Bounds, CONNECTING, Failed, Outgoing, Pinned, USER_AGENT};

impl Outgoing {
    /// Whether this is asked at all; true where it is on the inside and may be.
    pub(crate) fn checked(&self, url: &Url) -> Result<bool, Failed> {
        let host = url.host().ok_or(Failed::Address)?;
        let port = url.port_or_known_default().filter(|port| *port > 0).ok_or(Failed::Address)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Failed::Address);
        }
        let allowed = self.allowed.iter().any(|own| own.is(&host, port));
        match url.scheme() {
            "https" => {}
            "http" if allowed => {}
            "http" => return Err(Failed::NotHttps),
            _ => return Err(Failed::Address),
        }
        match address_of(&host) {
            Some(address) if !allowed && !is_public(address) => Err(Failed::Inside(host.to_string())),
            _ => Ok(allowed),
        }
    }

    /// The addresses of this host. One on the inside among them is enough to ask none.
    async fn pinned(&self, url: &Url) -> Result<Pinned, Failed> {
        let allowed = self.checked(url)?;
        let host = url.host().ok_or(Failed::Address)?;
        let (name, port) = (host.to_string(), url.port_or_known_default().ok_or(Failed::Address)?);
        let found = match address_of(&host) {
            Some(address) => vec![address],
            None => self.resolver.resolve(&name).await.map_err(|_| Failed::Unknown(name.clone()))?,
        };
        if found.is_empty() {
            return Err(Failed::Unknown(name));
        }
        if !allowed && !found.iter().all(|address| is_public(*address)) {
            return Err(Failed::Inside(name));
        }
        let addresses = found.into_iter().take(ADDRESSES).map(|address| SocketAddr::new(address, port)).collect();
        Ok(Pinned { host: name, addresses })
    }

    pub(crate) async fn follow(&self, request: Request<Vec<u8>>, bounds: Bounds) -> Result<Response<Vec<u8>>, Failed> {
        let mut url = Url::parse(&request.uri().to_string()).map_err(|_| Failed::Address)?;
        let mut request = request;
        let mut left = bounds.redirects;
        loop {
            let again = (bounds.redirects > 0 && request.method() == Method::GET).then(|| request.clone());
            let answer = self.ask(&url, request, bounds).await?;
            let (Some(next), true) = (again, answer.status().is_redirection()) else { return Ok(answer) };
            left = left.checked_sub(1).ok_or(Failed::Redirects)?;
            let to = next_of(&url, &answer)?;
            // Whoever is asked next gets nothing that was meant for the one before.
            request = Request::builder().method(next.method()).body(Vec::new()).map_err(|_| Failed::Address)?;
            url = to;
        }
    }

    /// One request to one host.
    async fn ask(&self, url: &Url, request: Request<Vec<u8>>, bounds: Bounds) -> Result<Response<Vec<u8>>, Failed> {
        let pinned = self.pinned(url).await?;
        let host = pinned.host.clone();
        let client = self.client(&pinned)?;
        let (parts, body) = request.into_parts();
        let sent = client.request(parts.method, url.clone()).headers(parts.headers).body(body).send().await;
        let mut answer = sent.map_err(|error| match error {
            error if error.is_timeout() && !error.is_connect() => Failed::Slow,
            error if error.is_connect() => Failed::Unreachable(host),
            _ => Failed::Answer,
        })?;
        if answer.headers().get(CONTENT_ENCODING).is_some_and(|coding| coding != "identity") {
            // It was not asked for: how much comes out of it nobody has said.
            return Err(Failed::Answer);
        }
        let mut body = Vec::new();
        while let Some(part) = answer.chunk().await.map_err(|_| Failed::Answer)? {
            if body.len() + part.len() > bounds.bytes {
                return Err(Failed::Large);
            }
            body.extend_from_slice(&part);
        }
        let mut whole = Response::new(body);
        *whole.status_mut() = StatusCode::from_u16(answer.status().as_u16()).map_err(|_| Failed::Answer)?;
        *whole.headers_mut() = answer.headers().clone();
        Ok(whole)
    }

    /// A client for this host alone, which connects to these addresses alone.
    fn client(&self, pinned: &Pinned) -> Result<Client, Failed> {
        Client::builder()
            .tls_backend_preconfigured(self.tls.clone())
            .resolve_to_addrs(&pinned.host, &pinned.addresses)
            .redirect(Policy::none())
            .retry(retry::never())
            .no_proxy()
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd()
            .referer(false)
            .http1_only()
            .pool_max_idle_per_host(0)
            .connect_timeout(CONNECTING)
            .user_agent(USER_AGENT)
            .build()
            .map_err(|_| Failed::Answer)
    }
}

/// A host that is an address, in whatever form it was written: a reader of addresses makes one of them all.
fn address_of(host: &Host<&str>) -> Option<IpAddr> {
    match host {
        Host::Ipv4(address) => Some(IpAddr::V4(*address)),
        Host::Ipv6(address) => Some(IpAddr::V6(*address)),
        Host::Domain(_) => None,
    }
}

/// Where a redirect leads: what was asked with `https` is not asked without.
fn next_of(from: &Url, answer: &Response<Vec<u8>>) -> Result<Url, Failed> {
    let to = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok()).ok_or(Failed::Answer)?;
    let to = from.join(to).map_err(|_| Failed::Address)?;
    if from.scheme() == "https" && to.scheme() != "https" {
        return Err(Failed::NotHttps);
    }
    Ok(to)
}
