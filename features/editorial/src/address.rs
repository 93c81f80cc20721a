//! The last part of an address, made of a title: in any script, as people can read it.

use unicode_normalization::UnicodeNormalization;

/// Characters of it at most.
pub const ADDRESS_CHARS: usize = 80;

/// Letters and digits of a text, with one hyphen between words: Latin letters without their accents, others as they are.
/// Empty where it has neither.
pub fn address(text: &str) -> String {
    let mut made = String::new();
    let mut chars = 0;
    for word in text.split(|letter: char| !(letter.is_alphanumeric() || is_mark(letter))) {
        let word = plain(word);
        if word.is_empty() {
            continue;
        }
        let length = word.chars().count() + usize::from(!made.is_empty());
        if chars + length > ADDRESS_CHARS && !made.is_empty() {
            break;
        }
        if !made.is_empty() {
            made.push('-');
        }
        made.extend(word.chars().take(ADDRESS_CHARS));
        chars += length;
    }
    made
}

/// It is part of the letter before it.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')
        || unicode_normalization::char::is_combining_mark(letter)
}

fn plain(word: &str) -> String {
    let lower = word.to_lowercase();
    let bare: String = lower.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).collect();
    if bare.chars().all(|letter| letter < '\u{370}') {
        let plain = bare.chars().flat_map(|letter| match letter {
            'ß' => vec!['s', 's'],
            'æ' => vec!['a', 'e'],
            'œ' => vec!['o', 'e'],
            'ø' => vec!['o'],
            'ł' => vec!['l'],
            'đ' | 'ð' => vec!['d'],
            'þ' => vec!['t', 'h'],
            'ı' => vec!['i'],
            letter => vec![letter],
        });
        return plain.filter(|letter| letter.is_alphanumeric()).collect();
    }
    // Vowel signs and the stretching of Arabic are no letters; in other scripts marks are.
    lower.nfc().filter(|letter| !matches!(letter, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}')).collect()
}

/// The same with a number behind it, for the next thing that is called so.
pub fn numbered(address: &str, number: usize) -> String {
    let end = format!("-{number}");
    let kept: String = address.chars().take(ADDRESS_CHARS - end.len()).collect();
    format!("{}{end}", kept.trim_end_matches('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_be_read_in_its_script() {
        for (title, made) in [
            ("Who pays for the network?", "who-pays-for-the-network"),
            ("Qui finance le réseau ?", "qui-finance-le-reseau"),
            ("L’œuvre d’Århus", "l-oeuvre-d-arhus"),
            ("مَنْ يموّل الشبكة؟", "من-يمول-الشبكة"),
            ("Việt Nam, ŋ", "viet-nam-ŋ"),
            ("  --  ", ""),
            ("<script>", "script"),
            ("../../etc/passwd", "etc-passwd"),
        ] {
            assert_eq!(address(title), made, "{title}");
        }
        assert_eq!(address(&address("مَنْ يموّل الشبكة؟")), address("مَنْ يموّل الشبكة؟"));
    }

    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        let made = address(&"prevention ".repeat(40));
        assert!(made.chars().count() <= ADDRESS_CHARS && made.ends_with("prevention"), "{made}");
        assert_eq!(address(&"a".repeat(500)).len(), ADDRESS_CHARS);
        assert!(numbered(&"a".repeat(80), 12).len() == ADDRESS_CHARS);
    }
}
