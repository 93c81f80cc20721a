//! Addresses of websites, as people type them.

/// A web address as people type it: without a scheme it is meant with TLS.
pub fn with_scheme(typed: String) -> String {
    let bare = !typed.is_empty() && !typed.contains("://") && typed.contains('.') && !typed.contains([':', '@']);
    if bare { format!("https://{typed}") } else { typed }
}

/// Is this an address that a link may lead to: nothing that runs, and no name or password in it?
pub fn is_one(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.contains('.')
        && url::Url::parse(text).is_ok()
        && !text.contains(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '<' | '>' | '@' | '\\'))
}

/// The address as it is shown. A host in other letters than the plain ones has its plain form behind it: one that
/// only looks like another (a Cyrillic о in oslo) then shows that it is not.
pub fn shown(address: &str) -> String {
    let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
    match host.filter(|_| !written_host(address).is_ascii()) {
        Some(plain) => format!("{address} ({plain})"),
        None => address.to_owned(),
    }
}

/// The host of a web address, as it is written.
fn written_host(text: &str) -> &str {
    text.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_needs_no_scheme() {
        for (typed, meant) in [
            ("oslo.kommune.no", "https://oslo.kommune.no"),
            ("http://a.example", "http://a.example"),
            ("javascript:1", "javascript:1"),
            ("", ""),
        ] {
            assert_eq!(with_scheme(typed.into()), meant);
        }
    }

    #[test]
    fn websites() {
        for right in ["https://www.oslo.kommune.no", "http://diffa.ne/contact?x=1"] {
            assert!(is_one(right), "{right}");
        }
        for wrong in [
            "javascript:alert(1)",
            "https://",
            "ftp://a.org",
            "https://a b.org",
            "https://evil\".org",
            "https://user@a.org",
            "//a.org",
        ] {
            assert!(!is_one(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_host_that_looks_like_another_shows_that_it_is_not() {
        assert_eq!(shown("https://www.oslo.kommune.no/x?é"), "https://www.oslo.kommune.no/x?é");
        assert_eq!(shown("https://\u{43e}slo.no/"), "https://\u{43e}slo.no/ (xn--slo-red.no)");
        assert!(shown("https://بلدية.example").ends_with(".example)"));
        assert!(!is_one("https://xn--a.\u{fffd}.org"), "no host at all");
    }
}
