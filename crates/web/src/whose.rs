//! Whose a form is: each says which person it was made for, and a browser remembers who was signed in last.

use http::{HeaderMap, HeaderValue, header};

use crate::headers::cookie;
use crate::visit::Visit;

/// The field of a form that says whose it is.
pub(crate) const KEPT_FOR: &str = "kept-for";
/// Seconds for which a browser remembers who was signed in last: half a year.
const REMEMBERED: u32 = 180 * 24 * 60 * 60;
/// Letters of the mark of a person.
const MARK_LETTERS: usize = 32;

pub(crate) fn is_mark(mark: &str) -> bool {
    mark.len() == MARK_LETTERS && mark.bytes().all(|letter| letter.is_ascii_hexdigit())
}

/// The cookie by which it is known who was signed in last in this browser: with TLS, bound to this host.
fn person_cookie(visit: &Visit) -> &'static str {
    if visit.hub.is_https() { "__Host-hub_person" } else { "hub_person" }
}

/// The mark of who was signed in last in this browser; empty where nobody was.
pub(crate) fn last_person(visit: &Visit, headers: &HeaderMap) -> String {
    cookie(headers, person_cookie(visit)).filter(|mark| is_mark(mark)).unwrap_or_default()
}

/// The mark of who is signed in; empty where nobody is.
pub(crate) fn mark(visit: &Visit) -> String {
    let person = visit.actor.person();
    person.map_or_else(String::new, |person| {
        base::secret::hash(&format!("person {}", person.id)).chars().take(MARK_LETTERS).collect()
    })
}

/// Remembers who is signed in, beyond the end of their session. On answers for them alone.
pub(crate) fn remember_person(visit: &Visit, last: &str, headers: &mut HeaderMap) {
    let own = mark(visit);
    let private = headers.get(header::CACHE_CONTROL).is_some_and(|value| value.as_bytes().starts_with(b"private"));
    if !private || own.is_empty() || own == last {
        return;
    }
    let secure = if visit.hub.is_https() { "; Secure" } else { "" };
    let text = format!("{}={own}; Path=/; HttpOnly; SameSite=Lax; Max-Age={REMEMBERED}{secure}", person_cookie(visit));
    if let Ok(value) = HeaderValue::from_str(&text) {
        headers.append(header::SET_COOKIE, value);
    }
}

/// A page whose forms say whose they are: a form that somebody opened is not done in the name of somebody else who
/// signed in meanwhile in the same browser.
pub(crate) fn signed(visit: &Visit, page: String) -> String {
    let mark = mark(visit);
    if mark.is_empty() || !page.contains("<form") {
        return page;
    }
    let (mut whole, mut rest) = (String::with_capacity(page.len() + 512), page.as_str());
    while let Some(at) = rest.find("<form") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
        whole.push_str(&rest[..end]);
        if rest[at..end].contains("method=\"post\"") {
            whole.push_str(&format!("<input type=\"hidden\" name=\"{KEPT_FOR}\" value=\"{mark}\">"));
        }
        rest = &rest[end..];
    }
    whole + rest
}

#[cfg(test)]
mod tests {
    #[test]
    fn marks_are_whole() {
        assert!(super::is_mark(&"0f".repeat(16)));
        assert!(!super::is_mark("") && !super::is_mark(&"0f".repeat(15)) && !super::is_mark(&"<\"".repeat(16)));
    }
}
