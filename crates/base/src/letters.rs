//! Letters that nobody sees: they hide in names, turn texts around and tell look-alikes apart.

use unicode_normalization::char::is_combining_mark;

/// Does this letter show nothing, and change how others are read or compared? The joiners U+200C and U+200D stay
/// (Persian and Arabic words need them), and so do the two marks of direction U+200E and U+200F with U+061C, which
/// people type to put a number or a name into the right place.
pub const fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' // no width
        | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' // turn the direction of what follows
        | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' // given up by Unicode, annotations
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // fillers: letters that are drawn as nothing
        | '\u{17b4}' | '\u{17b5}' | '\u{1d173}'..='\u{1d17a}' // vowels that nobody writes, beams of music
        | '\u{e0000}'..='\u{e007f}' // tags: a whole hidden alphabet
    )
}

/// Is there anything to see of this text? Marks that stand on nothing, fillers and blanks of any kind are not.
pub fn shows(text: &str) -> bool {
    let blank = |letter: char| {
        letter.is_whitespace()
            || letter.is_control()
            || is_hidden(letter)
            || is_combining_mark(letter)
            || matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{2800}' | '\u{fe00}'..='\u{fe0f}')
    };
    !text.chars().all(blank)
}

/// A person's name without what hides in it: there neither marks of direction nor soft hyphens have a use. The joiners
/// stay: Persian and Urdu names are written with them.
pub fn name(text: &str) -> String {
    let hides = |letter: char| is_hidden(letter) || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200e}' | '\u{200f}');
    text.chars().filter(|letter| !hides(*letter)).collect::<String>().trim().to_owned()
}

/// Does this letter begin a new line where people see one line?
pub const fn is_line_end(letter: char) -> bool {
    matches!(letter, '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_stays() {
        let typed = "می‌خواهم ‍ العربية \u{200e}2024\u{200f} é 你好 ✊🏽 o\u{0301}";
        assert!(typed.chars().all(|letter| !is_hidden(letter) && !is_line_end(letter)));
    }

    #[test]
    fn what_shows_nothing_is_told() {
        for text in
            ["", " ", "\u{ad}", "\u{3164}", "\u{2800}", "\u{115f}\u{1160}", "\u{301}", "\u{200b}\u{200d}", "\u{1d173}"]
        {
            assert!(!shows(text), "{text:?}");
        }
        for text in ["a", "é", "e\u{301}", "می\u{200c}خواهم", "।", "2024", "✊🏽"] {
            assert!(shows(text), "{text:?}");
        }
    }

    #[test]
    fn names_are_without_what_nobody_sees() {
        assert_eq!(name("\u{200f}Ami\u{ad}na\u{200b} \u{feff}Example\u{202e}\u{200e} "), "Amina Example");
        assert_eq!(name("مه\u{200c}ناز"), "مه\u{200c}ناز");
    }

    #[test]
    fn what_hides_is_known() {
        for letter in
            "\u{200b}\u{2060}\u{feff}\u{202a}\u{202d}\u{202e}\u{2066}\u{2069}\u{e0001}\u{e0041}\u{e007f}".chars()
        {
            assert!(is_hidden(letter), "{letter:?}");
        }
        assert!(is_line_end('\u{2028}') && is_line_end('\u{2029}'));
    }
}
