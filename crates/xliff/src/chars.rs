//! What XML 1.0 (fifth edition) says of characters and names.

/// XML can hold it (production 2, `Char`).
pub fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Nothing to read in it, hence nothing to translate.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The white space of XML (production 3, `S`), which is less than Unicode's.
pub fn is_xml_space(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
}

/// What ids are (production 7, `Nmtoken`).
pub fn is_nmtoken(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_name_letter)
}

/// What elements and attributes are called: a name, or two with a colon between (Namespaces in XML 1.0, `QName`).
pub fn is_qualified_name(text: &str) -> bool {
    let mut names = text.split(':');
    let is_one = |name: &str| name.chars().next().is_some_and(begins_name) && name.chars().all(is_name_letter);
    names.next().is_some_and(is_one) && names.next().is_none_or(is_one) && names.next().is_none()
}

/// Production 4, `NameStartChar`.
fn begins_name(letter: char) -> bool {
    matches!(letter,
        ':' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}'
        | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
        | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// Production 4a, `NameChar`.
fn is_name_letter(letter: char) -> bool {
    begins_name(letter)
        || matches!(letter, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_holds_what_it_says() {
        for held in ['\t', '\n', '\r', 'a', '\u{7f}', '\u{85}', '\u{200f}', '\u{fffd}', '🌍'] {
            assert!(is_xml(held), "{held:?}");
        }
        for not in ['\0', '\u{1}', '\u{b}', '\u{c}', '\u{1f}', '\u{fffe}', '\u{ffff}'] {
            assert!(!is_xml(not), "{not:?}");
        }
    }

    #[test]
    fn names_are_told_from_other_words() {
        for name in ["unit", "xlf:unit", "_a", "élan-2"] {
            assert!(is_qualified_name(name), "{name}");
        }
        for not in ["", "1a", ":a", "a:", "a:b:c", "a b", "-a", "a<"] {
            assert!(!is_qualified_name(not), "{not}");
        }
        assert!(is_nmtoken("12.page-3:en"));
        assert!(!is_nmtoken("page 3") && !is_nmtoken("") && !is_nmtoken("a/b"));
    }
}
