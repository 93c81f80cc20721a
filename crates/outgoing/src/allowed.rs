//! What the operator allows beside the outside: for tests, or a provider in the same house.

use std::str::FromStr;

use url::{Host, Url};

/// A host, with or without a port, that may be asked though it is on the inside, and without `https`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    host: String,
    port: Option<u16>,
}

/// What is written is no host.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no host, and no host with a port")]
pub struct Unreadable(String);

impl FromStr for Allowed {
    type Err = Unreadable;

    /// `idp.example.org`, `idp.example.org:8443`, `127.0.0.1`, `[::1]:9000`.
    fn from_str(text: &str) -> Result<Allowed, Unreadable> {
        let wrong = || Unreadable(text.to_owned());
        // Read as the addresses are that it is held against: the same host has one form.
        let url = Url::parse(&format!("ws://{text}/")).map_err(|_| wrong())?;
        let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        if !plain || !url.username().is_empty() || url.password().is_some() || text.contains(['/', '@', '*']) {
            return Err(wrong());
        }
        let host = url.host_str().ok_or_else(wrong)?.to_owned();
        // The port that is usual for the scheme is not kept: it may have been written.
        let port = url.port().or_else(|| text.ends_with(":80").then_some(80));
        Ok(Allowed { host, port })
    }
}

impl Allowed {
    /// Is it this one?
    pub(crate) fn is(&self, host: &Host<&str>, port: u16) -> bool {
        self.host == host.to_string() && self.port.is_none_or(|own| own == port)
    }
}
