//! The one way in which the hub asks others over the web. Whose address it asks may come from anybody: a name that leads inside, a
//! redirect, an answer without end are nobody's way to what only this machine reaches, or to its memory.
//!
//! Names are resolved here, once for each request; every address is looked at, and the connection is made to these alone: between
//! looking and connecting nobody changes them. `https` only, and no proxy, cookie or compression.

mod addresses;
mod allowed;
mod at_work;
mod send;
#[cfg(test)]
mod tests;

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use at_work::AtWork;
use http::{Request, Response};
use rustls::crypto::ring;
use rustls::{ClientConfig, RootCertStore};
use url::Url;

pub use addresses::is_public;
pub use allowed::{Allowed, Unreadable};

/// How long making a connection may take.
pub const CONNECTING: Duration = Duration::from_secs(5);
/// How long a request may take, with all its redirects, until the last byte of its answer.
pub const WHOLE: Duration = Duration::from_secs(15);
/// Bytes of an answer.
pub const ANSWER_BYTES: usize = 256 * 1024;
/// Redirects that are followed, where any are.
pub const REDIRECTS: usize = 3;
/// Addresses of a name that are tried.
pub const ADDRESSES: usize = 16;
/// Requests at once, and those to one host: whoever answers slowly keeps nobody waiting who asks others.
pub const AT_ONCE: usize = 32;
/// As above.
pub const OF_ONE_HOST: usize = 6;
/// What the hub calls itself.
pub const USER_AGENT: &str = "strong-cities-hub";

/// Why there is no answer.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failed {
    /// It is no address of a page: no scheme, no host, or with a user in it.
    #[error("it is no address that can be asked")]
    Address,
    /// It is not `https`.
    #[error("only https is asked")]
    NotHttps,
    /// It, or what its name leads to, is on the inside.
    #[error("`{0}` leads to the inside")]
    Inside(String),
    /// Its name leads nowhere.
    #[error("`{0}` is not known")]
    Unknown(String),
    /// Nobody answers there, or not as who it is.
    #[error("there is no connection to `{0}`")]
    Unreachable(String),
    /// It takes too long.
    #[error("it takes too long")]
    Slow,
    /// There is more of it than is read.
    #[error("the answer is too long")]
    Large,
    /// It redirects again and again.
    #[error("it redirects too often")]
    Redirects,
    /// So much is being asked already.
    #[error("too much is asked at once")]
    Busy,
    /// What comes back is no answer, or none that is read here.
    #[error("it is no answer that can be read")]
    Answer,
}

/// Finds the addresses of a name.
#[async_trait]
pub trait Resolve: Send + Sync {
    /// All addresses of this name.
    ///
    /// # Errors
    /// Where it has none.
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

/// As this machine finds them.
struct System;

#[async_trait]
impl Resolve for System {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((host, 0)).await?.map(|address| address.ip()).collect())
    }
}

/// What a request may take.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Bytes of the answer.
    pub bytes: usize,
    /// Until its last byte.
    pub time: Duration,
    /// Redirects that are followed; of each the address is looked at anew.
    pub redirects: usize,
}

impl Default for Bounds {
    /// No redirect is followed.
    fn default() -> Bounds {
        Bounds { bytes: ANSWER_BYTES, time: WHOLE, redirects: 0 }
    }
}

/// The way out.
#[derive(Clone)]
pub struct Outgoing {
    resolver: Arc<dyn Resolve>,
    allowed: Arc<[Allowed]>,
    tls: ClientConfig,
    at_work: AtWork,
}

impl Outgoing {
    /// A way out that also leads to what is named here, be it on the inside or without `https`.
    pub fn new(allowed: Vec<Allowed>) -> Outgoing {
        Outgoing::resolving(allowed, Arc::new(System))
    }

    /// The same, with somebody else who finds addresses. For tests.
    pub fn resolving(allowed: Vec<Allowed>, resolver: Arc<dyn Resolve>) -> Outgoing {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap_or_else(|error| unreachable!("ring has the usual versions: {error}"))
            .with_root_certificates(roots)
            .with_no_client_auth();
        Outgoing { resolver, allowed: allowed.into(), tls, at_work: AtWork::default() }
    }

    /// Whether this address may be asked, as it is written: a form says so at once, before anything is sent.
    ///
    /// # Errors
    /// [`Failed::Address`], [`Failed::NotHttps`]; [`Failed::Inside`] where it is a number on the inside. Where a name leads is not looked at.
    pub fn check(&self, address: &str) -> Result<(), Failed> {
        let url = Url::parse(address).map_err(|_| Failed::Address)?;
        self.checked(&url).map(|_| ())
    }

    /// Asks. Any status is an answer; where no redirects are followed, they are answers too.
    ///
    /// # Errors
    /// [`Failed`], with what is wrong.
    pub async fn send(&self, request: Request<Vec<u8>>, bounds: Bounds) -> Result<Response<Vec<u8>>, Failed> {
        base::outside::outside("outgoing");
        let _place = self.at_work.enter(request.uri().host().unwrap_or_default()).ok_or(Failed::Busy)?;
        match tokio::time::timeout(bounds.time, self.follow(request, bounds)).await {
            Ok(answer) => answer,
            Err(_) => Err(Failed::Slow),
        }
    }
}

/// A host with the addresses that were found and looked at.
struct Pinned {
    host: String,
    addresses: Vec<SocketAddr>,
}
