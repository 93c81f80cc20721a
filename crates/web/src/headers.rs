//! What a request's headers say.

use http::{HeaderMap, Version, header};

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

/// Does the reader take gzip (RFC 9110, 12.5.3)? A weight of 0 is a no; `*` speaks for what is not named.
pub(crate) fn accepts_gzip(headers: &HeaderMap) -> bool {
    let lines = headers.get_all(header::ACCEPT_ENCODING);
    let codings = lines.iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(','));
    let (mut named, mut any) = (None, None);
    for coding in codings {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let weight = parts.find_map(|part| part.to_ascii_lowercase().strip_prefix("q=")?.trim().parse::<f32>().ok());
        let taken = weight.is_none_or(|weight| weight > 0.0);
        match name.as_str() {
            "gzip" | "x-gzip" => named = Some(taken),
            "*" => any = Some(taken),
            _ => {}
        }
    }
    named.or(any).unwrap_or(false)
}

/// Does the reader have what carries this tag (RFC 9110, 13.1.2: a weak comparison)?
pub fn has_tag(headers: &HeaderMap, tag: &str) -> bool {
    let bare = tag.trim_start_matches("W/");
    let lines = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == bare)
}

/// Exactly one `Host` (RFC 9112, 3.2): two are how a request is smuggled past whoever reads the other one. Only
/// HTTP/1.0 may leave it out.
pub(crate) fn names_one_host(headers: &HeaderMap, version: Version) -> bool {
    match headers.get_all(header::HOST).iter().count() {
        0 => version < Version::HTTP_11,
        1 => true,
        _ => false,
    }
}

/// A form may only come from a page of this hub. Browsers of the last years say so themselves (`Sec-Fetch-Site`);
/// others name the origin.
pub(crate) fn is_own_origin(public_url: &str, headers: &HeaderMap) -> bool {
    match text(headers, SITE) {
        Some(site) => site == "same-origin" || site == "none",
        None => {
            let from = text(headers, "origin").or_else(|| text(headers, "referer"));
            from.is_some_and(|from| is_own(public_url, headers, from))
        }
    }
}

/// Did a page of this hub lead here, also through redirects? Not where somebody typed the address, or another program
/// opened it: a letter, a chat (`none`).
pub(crate) fn is_led_from_here(public_url: &str, headers: &HeaderMap) -> bool {
    match text(headers, SITE) {
        Some(site) => site == "same-origin",
        None => text(headers, "referer").is_some_and(|from| is_own(public_url, headers, from)),
    }
}

/// Where a browser says that a request comes from (W3C Fetch Metadata).
const SITE: &str = "sec-fetch-site";

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// Is this address one of this hub?
fn is_own(public_url: &str, headers: &HeaderMap, from: &str) -> bool {
    let Ok(from) = url::Url::parse(from) else { return false };
    let own = url::Url::parse(public_url).ok();
    if own.as_ref().is_some_and(|own| own.origin() == from.origin()) {
        return true;
    }
    // Whoever can write into an unprotected line could otherwise send forms to a protected hub.
    if public_url.starts_with("https://") && from.scheme() != "https" {
        return false;
    }
    let host = text(headers, "host").unwrap_or_default();
    match (from.host_str(), from.port()) {
        (Some(name), Some(port)) => format!("{name}:{port}") == host,
        (Some(name), None) => name == host,
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn gzip_is_taken_as_it_is_offered() {
        for (text, taken) in [
            ("gzip", true),
            ("gzip, deflate, br", true),
            ("br;q=1.0, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip; q=0.000", false),
            ("gzip;q=0, *", false),
            ("*", true),
            ("*;q=0", false),
            ("identity", false),
            ("br, notgzip", false),
            ("", false),
        ] {
            assert_eq!(accepts_gzip(&headers(&[("accept-encoding", text)])), taken, "{text}");
        }
        assert!(!accepts_gzip(&HeaderMap::new()));
    }

    #[test]
    fn tags_are_compared_weakly() {
        let has = |text: &str| has_tag(&headers(&[("if-none-match", text)]), "W/\"abc\"");
        assert!(has("W/\"abc\"") && has("\"abc\"") && has("\"x\", W/\"abc\"") && has("*"));
        assert!(!has("\"ab\"") && !has("") && !has("abc"));
    }

    #[test]
    fn a_request_names_one_host() {
        let one = headers(&[("host", "a")]);
        let two = headers(&[("host", "a"), ("host", "a")]);
        assert!(names_one_host(&one, Version::HTTP_11) && names_one_host(&HeaderMap::new(), Version::HTTP_10));
        assert!(!names_one_host(&HeaderMap::new(), Version::HTTP_11));
        assert!(!names_one_host(&two, Version::HTTP_11) && !names_one_host(&two, Version::HTTP_10));
    }

    #[test]
    fn a_protected_hub_takes_no_form_from_an_unprotected_page() {
        let own = |url: &str, name: &'static str, from: &str| {
            is_own_origin(url, &headers(&[("host", "hub.example"), (name, from)]))
        };
        for name in ["origin", "referer"] {
            assert!(own("https://hub.example", name, "https://hub.example"));
            assert!(!own("https://hub.example", name, "http://hub.example"));
            assert!(own("http://hub.example", name, "http://hub.example"));
            assert!(!own("https://hub.example", name, "https://hub.example.evil.org"));
            assert!(!own("https://hub.example", name, "https://hub.example:8443"));
        }
        assert!(!own("https://hub.example", "origin", "null"));
        assert!(own("https://hub.example", "sec-fetch-site", "same-origin"));
        assert!(!own("https://hub.example", "sec-fetch-site", "same-site"));
    }
}
