//! Text as XML holds it.

use crate::chars::is_xml;

/// The content of `<source>` and `<target>`: what XML cannot hold stands as `<cp/>`.
pub fn content(out: &mut String, text: &str) {
    for letter in text.chars() {
        if is_xml(letter) {
            put(out, letter);
        } else {
            out.push_str(&format!("<cp hex=\"{:04X}\"/>", u32::from(letter)));
        }
    }
}

/// The content of `<note>`, which knows no `<cp/>`.
pub fn said(out: &mut String, text: &str) {
    for letter in text.chars() {
        put(out, if is_xml(letter) { letter } else { char::REPLACEMENT_CHARACTER });
    }
}

/// The value of an attribute between `"`: readers make blanks of line breaks and tabs that stand there as they are.
pub fn attribute(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => out.push_str(&format!("&#{};", u32::from(letter))),
            '"' => out.push_str("&quot;"),
            _ if is_xml(letter) => put(out, letter),
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}

fn put(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        // `]]>` may not stand in text.
        '>' => out.push_str("&gt;"),
        // A reader makes `\n` of one that stands there as it is.
        '\r' => out.push_str("&#13;"),
        letter => out.push(letter),
    }
}
