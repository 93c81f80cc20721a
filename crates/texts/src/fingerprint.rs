//! What two revisions have in common where nothing has to be translated anew.

use unicode_normalization::UnicodeNormalization;

use crate::Parts;

/// The fingerprint of what is to be translated: equal where only blanks, ends of lines or the way of writing accents
/// differ. Parts whose names begin with a point are nothing to translate.
pub fn fingerprint(parts: &Parts) -> String {
    let mut text = String::new();
    for (part, body) in parts.iter().filter(|(part, _)| !part.starts_with('.')) {
        text.push_str(part);
        text.push('\u{1e}');
        text.push_str(&normal(body));
        text.push('\u{1f}');
    }
    base::secret::hash(&text)
}

/// The words with one blank between them, composed (Unicode NFC).
fn normal(body: &str) -> String {
    let composed: String = body.nfc().collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(title: &str, body: &str) -> String {
        fingerprint(&Parts::default().with("title", title).with("body", body))
    }

    #[test]
    fn what_nobody_translates_changes_no_fingerprint() {
        assert_eq!(of("Who pays", "One  line\r\nand more "), of("Who pays", "One line\nand more"));
        assert_eq!(of("Qui paie ?", "e\u{301}te\u{301}"), of("Qui paie ?", "été"));
        assert_eq!(of("Who pays", " "), fingerprint(&Parts::default().with("title", "Who pays")));
        assert_ne!(of("Who pays", "One line"), of("Who pays", "One Line"));
        assert_ne!(of("One line", "Who pays"), of("Who pays", "One line"), "the parts count");
        assert_ne!(of("a", "b c"), of("a b", "c"));
        let at = |address: &str| fingerprint(&Parts::default().with("title", "a").with(".address", address));
        assert_eq!(at("here"), at("there"));
    }

    proptest! {
        #[test]
        fn another_word_is_another_fingerprint(body in "[a-zé]{1,8}( [a-z]{1,8}){0,6}", more in "[a-z]{1,5}") {
            prop_assert_ne!(of("t", &body), of("t", &format!("{body} {more}")));
            prop_assert_eq!(of("t", &body), of("t", &format!("\n{}\t", body.replace(' ', "  \n"))));
        }
    }
}
