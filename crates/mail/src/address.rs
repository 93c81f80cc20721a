//! Addresses, as they are written to and compared.

use lettre::Address;
use unicode_normalization::UnicodeNormalization;

/// Is this an address that mail can go to? Not one that looks like an encoded word (RFC 2047), which no mailbox does: mail
/// programs would read it as another.
pub fn is_address(text: &str) -> bool {
    let text = normal(text);
    text.len() <= base::limits::EMAIL_CHARS
        && !text.contains("=?")
        && text.parse::<Address>().is_ok()
        && text.rsplit('@').next().and_then(ascii).is_some_and(|host| host.is_ascii() && host.contains('.'))
}

/// The address without what a clipboard brings along unseen, its letters composed (NFC, RFC 6532), its domain in the form
/// that mail servers know: small letters, `xn--` for what is not ASCII. What is no address comes back cleaned only.
pub fn normal(text: &str) -> String {
    // First the unseen, which may stand between a letter and its accent.
    let clean: String = text.chars().filter(|letter| !is_unseen(*letter)).nfc().collect();
    let clean = clean.trim();
    match clean.rsplit_once('@') {
        Some((name, domain)) => format!("{name}@{}", ascii(domain).unwrap_or_else(|| domain.to_owned())),
        None => clean.to_owned(),
    }
}

fn ascii(domain: &str) -> Option<String> {
    match url::Host::parse(domain).ok()? {
        url::Host::Domain(domain) => Some(domain),
        // An address of the net is no domain that a person has.
        url::Host::Ipv4(_) | url::Host::Ipv6(_) => None,
    }
}

/// Letters that take no place, and the space that no line breaks at, which no address has: zero-width ones, marks of direction, soft hyphens, byte order marks, tags.
fn is_unseen(letter: char) -> bool {
    base::letters::is_hidden(letter)
        || matches!(letter, '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for right in ["a@b.org", "lead.diffa+hub@mairie.ne", "info@bücher.example", "a@b.org\u{200b}"] {
            assert!(is_address(right), "{right}");
        }
        for wrong in [
            "",
            "a",
            "a@b",
            "a b@c.org",
            "a@b.org\r\nBcc: x@y.org",
            "@b.org",
            "a@127.0.0.1.",
            "a@b..org",
            "=?utf-8?q?a=40x?=@b.org",
            "a@xn--a.example",
            "a@b\u{fffd}cher.example",
            "a@ex ample.org",
        ] {
            assert!(!is_address(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn one_address_has_one_form() {
        assert_eq!(normal("info@Bücher.example"), "info@xn--bcher-kva.example");
        assert_eq!(normal("info@xn--bcher-kva.example"), "info@xn--bcher-kva.example");
        assert_eq!(normal("\u{feff} zero@demo.example\u{200b}\u{a0}"), "zero@demo.example");
        assert_eq!(normal("za\u{2060}ra@مثال.example"), "zara@xn--mgbh0fb.example");
        assert_eq!(normal("ze\u{ad}ro\u{200e}@\u{a0}demo.example"), "zero@demo.example");
        assert_eq!(normal("ze\u{301}ro@demo.example"), normal("z\u{e9}ro@demo.example"));
        assert_eq!(normal("ze\u{200b}\u{301}ro\u{3164}@demo.example"), "z\u{e9}ro@demo.example");
        assert_eq!(normal("no address"), "no address");
    }
}
