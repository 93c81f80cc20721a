//! Where a request comes from, as throttles and shares count it: a place, not one of its many addresses.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::extract::Request;

/// The place of an address: an IPv4 address itself; of an IPv6 address its /64, which is what one line is given:
/// whoever has it has 2⁶⁴ addresses.
pub fn place(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(four) => four.to_string(),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            format!("{}/64", Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

/// The network that a place of IPv6 lies in: its /48, which is what one customer may be given, with 65,536 places. Of
/// IPv4 there is none that could be told from an address.
pub fn network(place: &str) -> Option<String> {
    let address: Ipv6Addr = place.strip_suffix("/64")?.parse().ok()?;
    let [a, b, c, ..] = address.segments();
    Some(format!("{}/48", Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0)))
}

/// An address as proxies write it: alone, in brackets, with a port, with a zone.
pub(crate) fn written(text: &str) -> Option<IpAddr> {
    let text = text.trim().trim_matches('"');
    if let Ok(address) = text.parse::<SocketAddr>() {
        return Some(address.ip());
    }
    let bare = text.strip_prefix('[').map_or(text, |rest| rest.split(']').next().unwrap_or_default());
    bare.split('%').next().unwrap_or_default().parse().ok()
}

/// The place of the client: as the proxy says it, where there is one of ours; else that of the connection.
pub fn client(behind_proxy: bool, request: &Request) -> String {
    // Some proxies add a line of their own instead of adding to the client's: the last one counts.
    let said = request.headers().get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let said = said.filter(|_| behind_proxy).and_then(|chain| written(chain.rsplit(',').next()?));
    let peer = || request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    said.or_else(peer).map(place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn said(chain: &[&str], behind_proxy: bool) -> String {
        let mut request = Request::new(Body::empty());
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 1], 5000))));
        for line in chain {
            request.headers_mut().append("x-forwarded-for", line.parse().unwrap());
        }
        client(behind_proxy, &request)
    }

    #[test]
    fn one_line_is_one_place_however_it_is_written() {
        for text in
            ["203.0.113.7", "203.0.113.7:4711", " 203.0.113.7 ", "::ffff:203.0.113.7", "[::ffff:203.0.113.7]:80"]
        {
            assert_eq!(said(&[text], true), "203.0.113.7", "{text}");
        }
        for text in [
            "2001:db8:1:2::1",
            "2001:db8:1:2:ffff:ffff:ffff:ffff",
            "[2001:db8:1:2::77]",
            "[2001:db8:1:2::77]:443",
            "\"[2001:db8:1:2::77]:443\"",
            "2001:db8:1:2::1%eth0",
            "2001:DB8:1:2::AB",
        ] {
            assert_eq!(said(&[text], true), "2001:db8:1:2::/64", "{text}");
        }
    }

    #[test]
    fn a_place_of_ipv6_lies_in_a_network() {
        assert_eq!(network("2001:db8:1:2::/64").as_deref(), Some("2001:db8:1::/48"));
        assert_eq!(network("2001:db8:1::/64").as_deref(), Some("2001:db8:1::/48"));
        for none in ["203.0.113.7", "", "2001:db8:1:2::"] {
            assert_eq!(network(none), None, "{none}");
        }
    }

    #[test]
    fn only_the_last_of_our_own_proxy_is_believed() {
        assert_eq!(said(&["10.0.0.1, 203.0.113.7"], true), "203.0.113.7");
        assert_eq!(said(&["10.0.0.1", "198.51.100.9, 203.0.113.7:99"], true), "203.0.113.7");
        assert_eq!(said(&["203.0.113.7"], false), "192.0.2.1", "no proxy of ours");
        for nothing in ["unknown", "_hidden", "", "10.0.0.1,"] {
            assert_eq!(said(&[nothing], true), "192.0.2.1", "{nothing:?}: the connection itself");
        }
    }

    proptest::proptest! {
        #[test]
        fn all_addresses_of_a_64_are_one_place(high: u64, one: u64, two: u64) {
            let six = |low: u64| place(IpAddr::V6(Ipv6Addr::from((u128::from(high) << 64) | u128::from(low))));
            // Mapped IPv4 addresses are places of their own.
            if high != 0 {
                proptest::prop_assert_eq!(six(one), six(two));
            }
        }

        #[test]
        fn what_is_written_never_ends_the_hub(text in ".*") {
            let _ = written(&text);
        }
    }
}
