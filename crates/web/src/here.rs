//! Which addresses lead to this hub.

use std::net::IpAddr;

use url::{Host, Url};

use crate::hub::Settings;

impl Settings {
    /// Does a link to this address lead to this hub, as far as it knows its names, whatever the port, the path, and the way
    /// in which the host is written? A link that somebody gave must not: whoever follows it comes from a page of the hub,
    /// and is told what its address says was done ([`crate::Told`]).
    pub fn leads_here(&self, address: &str) -> bool {
        match host(address) {
            Some(Host::Domain(name)) => {
                let is_this_machine = name == "localhost" || name.ends_with(".localhost");
                is_this_machine || Some(Host::Domain(name)) == host(&self.public_url)
            }
            Some(Host::Ipv4(ip)) => self.is_own_ip(ip.into()),
            Some(Host::Ipv6(ip)) => self.is_own_ip(ip.to_canonical()),
            None => false,
        }
    }

    /// One of this machine, or the hub's own: any can be, where all are listened on.
    fn is_own_ip(&self, ip: IpAddr) -> bool {
        let listened = self.listen.ip().to_canonical();
        let public = match host(&self.public_url) {
            Some(Host::Ipv4(ip)) => Some(ip.into()),
            Some(Host::Ipv6(ip)) => Some(ip.to_canonical()),
            _ => None,
        };
        ip.is_loopback() || ip.is_unspecified() || listened.is_unspecified() || ip == listened || Some(ip) == public
    }
}

/// The host of an address, as browsers read it; without the dot that may end a name.
fn host(address: &str) -> Option<Host<String>> {
    match Url::parse(address).ok()?.host()? {
        Host::Domain(name) => Some(Host::Domain(name.trim_end_matches('.').to_owned())),
        other => Some(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hub(public_url: &str, listen: &str) -> Settings {
        Settings {
            public_url: public_url.into(),
            listen: listen.parse().unwrap(),
            upload_bytes: 0,
            city_bytes: 0,
            second_step_roles: Vec::new(),
            second_step_wait: 0,
            record_mail_to: None,
            demo: false,
            behind_proxy: false,
            count_statements: false,
            data: std::path::PathBuf::new(),
        }
    }

    #[test]
    fn a_hub_knows_its_own_addresses_however_they_are_written() {
        let own = hub("https://hub.example", "10.0.0.7:8080");
        for address in [
            "https://hub.example",
            "http://HUB.example:8080/en/account?done=password",
            "https://hub.example./x",
            "https://hub%2eexample",
            "https:hub.example",
            "http://10.0.0.7",
            "http://0xa.7:1",
            "http://[::ffff:10.0.0.7]",
            "http://127.1",
            "http://[::1]:8080",
            "http://localhost.:8080",
            "http://a.localhost",
        ] {
            assert!(own.leads_here(address), "{address}");
        }
        for address in ["https://www.hub.example", "https://example/hub.example", "http://10.0.0.8", "hub.example", ""]
        {
            assert!(!own.leads_here(address), "{address}");
        }
        assert!(hub("http://203.0.113.7:8080", "127.0.0.1:8080").leads_here("http://203.0.113.7"));
        assert!(hub("https://hub.example", "[::]:8080").leads_here("http://203.0.113.7"), "all are listened on");
    }
}
