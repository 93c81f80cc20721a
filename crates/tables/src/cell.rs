//! One cell of a text that spreadsheets open.

/// What makes a spreadsheet read a text as a formula (OWASP, CSV injection).
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
/// What stands before it, so that it is a text.
const MARK: char = '\'';

/// Would a spreadsheet take what stands here for a formula, but for marks?
fn is_formula(text: &str) -> bool {
    text.trim_start_matches([' ', MARK]).starts_with(FORMULA)
}

/// Behind this letter a spreadsheet may see another cell.
fn ends(letter: char) -> bool {
    matches!(letter, ';' | '\n' | '\r' | '\t')
}

/// A text of which no part that a spreadsheet may take for a cell begins a formula. Where `;` separates, as in much of
/// Europe, a spreadsheet does not see our quotes.
pub fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 1);
    let mut begins = true;
    for (at, letter) in text.char_indices() {
        if begins && is_formula(&text[at..]) {
            safe.push(MARK);
        }
        safe.push(letter);
        begins = ends(letter);
    }
    safe
}

/// A text as it was before it was made [`harmless`].
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut begins = true;
    for (at, letter) in text.char_indices() {
        if begins && letter == MARK && is_formula(&text[at..]) {
            begins = false;
            continue;
        }
        plain.push(letter);
        begins = ends(letter);
    }
    plain
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for (text, safe) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("@x\ny", "'@x\ny"),
            ("x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"),
            ("a; =b;c - d", "a;' =b;c - d"),
            ("＝SUM(A1)", "'＝SUM(A1)"),
            ("x\n=cmd", "x\n'=cmd"),
            ("'=typed so", "''=typed so"),
            ("+227 20 73", "'+227 20 73"),
            ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ] {
            assert_eq!(harmless(text), safe);
            assert_eq!(plain(safe), text);
        }
    }

    proptest! {
        #[test]
        fn what_went_out_comes_in_as_it_was(text in "[a '=+;\n@\t-]{0,12}|\\PC{0,30}") {
            prop_assert_eq!(plain(&harmless(&text)), text);
        }
    }
}
