//! Words that were broken at the end of a line are one word again.
//!
//! A hyphen there is either the printer's, and goes, or the word's own, and stays. Nobody can tell in general: `counter-` / `terrorism`. So
//! the document is asked: where the compound stands elsewhere in it with its hyphen, and nowhere without, the hyphen is the word's own.

use std::collections::HashMap;

use crate::PAGE_BREAK;

/// Letters on either side of a break: a shorter piece ("e-" / "mail") is broken at a hyphen of its own.
const PIECE_LETTERS: usize = 2;
/// Longest word that is put together, in bytes of both pieces.
const WORD_BYTES: usize = 200;
/// Words that follow a hyphen that stands for the rest of a word: "short- and medium-term", "Vor- und Nachteile".
const BETWEEN: [&str; 19] = [
    "and", "or", "to", "nor", "et", "ou", "und", "oder", "bzw", "bis", "en", "of", "och", "eller", "og", "y", "o", "e",
    "ve",
];

/// Words that follow a hyphen of their own in French: "eux-mêmes", "peut-être", "au-delà". No printer breaks a word before them.
const OWN: [&str; 10] = ["même", "mêmes", "vous", "être", "ensemble", "midi", "parole", "dessus", "dessous", "delà"];

/// What keeps its hyphen in English, but before these: "self-government", "selfish", "selflessness".
const OWN_BEFORE: &str = "self";
const OWN_ENDINGS: [&str; 4] = ["ish", "less", "hood", "same"];

/// Joins words over the ends of lines, and takes soft hyphens out.
pub(crate) fn join_words(text: String) -> String {
    let breaks: Vec<Break<'_>> = breaks(&text);
    if breaks.is_empty() {
        return if text.contains('\u{ad}') { text.replace('\u{ad}', "") } else { text };
    }
    let seen = seen_elsewhere(&text, &breaks);
    let mut joined = String::with_capacity(text.len());
    let mut done = 0;
    for found in &breaks {
        joined.push_str(&text[done..found.hyphen]);
        match found.decide(&seen) {
            Decision::Apart => {
                done = found.hyphen;
                continue;
            }
            Decision::Own => joined.push_str(&text[found.hyphen..found.line_end]),
            Decision::Printers => {}
        }
        // The rest of the word moves up; the line ends behind it.
        joined.push_str(&text[found.next..found.rest]);
        joined.push_str(&text[found.line_end..found.next]);
        done = found.rest + text[found.rest..].len() - text[found.rest..].trim_start_matches([' ', '\t']).len();
        // Where the rest was all of its line, its own end is the end.
        if text[done..].starts_with('\n') {
            done += 1;
        }
    }
    joined.push_str(&text[done..]);
    if joined.contains('\u{ad}') { joined.replace('\u{ad}', "") } else { joined }
}

/// A hyphen at the end of a line, with a word before it and one at the beginning of the next line.
struct Break<'a> {
    hyphen: usize,
    /// Where the line ends: at a `\n`, or two, or a page break.
    line_end: usize,
    /// Where the next line begins.
    next: usize,
    /// Where the rest of the word ends, with what is attached to it: at white space.
    rest: usize,
    sign: char,
    before: &'a str,
    after: &'a str,
}

enum Decision {
    /// The hyphen is the printer's.
    Printers,
    /// The hyphen is the word's own.
    Own,
    /// There are two words.
    Apart,
}

impl Break<'_> {
    fn decide(&self, seen: &HashMap<String, bool>) -> Decision {
        let (before, after) = (self.before, self.after);
        if self.sign == '\u{ad}' {
            return Decision::Printers;
        }
        if BETWEEN.contains(&after) {
            return Decision::Apart;
        }
        let is_short = |piece: &str| piece.chars().nth(PIECE_LETTERS - 1).is_none();
        let own = !after.starts_with(char::is_lowercase) && !is_shouted(before, after)
            || is_short(before)
            || is_short(after)
            || before.contains(is_hyphen)
            || OWN.contains(&after)
            || before.eq_ignore_ascii_case(OWN_BEFORE) && !OWN_ENDINGS.iter().any(|end| after.starts_with(end));
        if own {
            return Decision::Own;
        }
        let is_seen = |word: String| seen.get(&word).copied().unwrap_or(false);
        if is_seen(self.with_hyphen()) && !is_seen(self.without()) { Decision::Own } else { Decision::Printers }
    }

    fn with_hyphen(&self) -> String {
        format!("{}-{}", self.before, self.after).to_lowercase()
    }

    fn without(&self) -> String {
        format!("{}{}", self.before, self.after).to_lowercase()
    }
}

/// A title in capitals is broken like any other line.
fn is_shouted(before: &str, after: &str) -> bool {
    let all = |piece: &str| piece.chars().all(char::is_uppercase);
    all(before) && all(after)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

fn breaks(text: &str) -> Vec<Break<'_>> {
    let mut found = Vec::new();
    for (line_end, end) in text.match_indices(['\n', PAGE_BREAK]) {
        let Some(sign) = text[..line_end].chars().next_back().filter(|c| is_hyphen(*c)) else { continue };
        let hyphen = line_end - sign.len_utf8();
        // A column or a page that goes on elsewhere leaves one line empty.
        let empty = text[line_end..].strip_prefix("\n\n").is_some_and(|rest| rest.starts_with(char::is_lowercase));
        let next = line_end + end.len() + usize::from(empty);
        let head = last_word(&text[..hyphen]);
        let tail = &text[next..];
        let after = &tail[..tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len())];
        let own = head.contains(is_hyphen);
        let before = if own { head } else { letters_at_end(head) };
        // A number goes on after a hyphen of its own: COVID-19, 2010-2020.
        let number = after.is_empty() && tail.starts_with(char::is_numeric) && head.ends_with(char::is_alphanumeric);
        let goes_on = number || !after.is_empty() && !before.is_empty() && head.ends_with(char::is_alphabetic);
        if !goes_on {
            continue;
        }
        let rest = next + tail.find(char::is_whitespace).unwrap_or(tail.len());
        // A break in the rest of another is left alone.
        let nested = found.last().is_some_and(|last: &Break<'_>| last.rest > hyphen);
        if rest - next + head.len() <= WORD_BYTES && !nested {
            found.push(Break { hyphen, line_end, next, rest, sign, before, after });
        }
    }
    found
}

/// What stands behind the last white space.
fn last_word(text: &str) -> &str {
    // A word is no longer than this: the whole text is not searched for its beginning.
    let from = text.ceil_char_boundary(text.len().saturating_sub(WORD_BYTES));
    let piece = &text[from..];
    piece.rsplit(char::is_whitespace).next().unwrap_or(piece)
}

fn letters_at_end(word: &str) -> &str {
    let kept = word.trim_end_matches(char::is_alphabetic).len();
    &word[kept..]
}

/// Which of the words in question stand elsewhere in the text, within a line.
fn seen_elsewhere(text: &str, breaks: &[Break<'_>]) -> HashMap<String, bool> {
    let mut seen: HashMap<String, bool> =
        breaks.iter().flat_map(|found| [found.with_hyphen(), found.without()]).map(|word| (word, false)).collect();
    let longest = seen.keys().map(String::len).max().unwrap_or(0);
    for word in text.split(|c: char| !c.is_alphabetic() && c != '-' && c != '\u{2010}') {
        let word = word.trim_matches(['-', '\u{2010}']);
        // Lower case may take one or two bytes more or less.
        if word.len() < 2 * PIECE_LETTERS || word.len() > 2 * longest {
            continue;
        }
        if let Some(mark) = seen.get_mut(&word.replace('\u{2010}', "-").to_lowercase()) {
            *mark = true;
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        join_words(text.to_owned())
    }

    #[test]
    fn broken_words_are_joined() {
        assert_eq!(joined("about deradicali-\nsation, and more\nend"), "about deradicalisation,\nand more\nend");
        assert_eq!(joined("a vocation\u{2010}\nalising b"), "a vocationalising\nb");
        assert_eq!(joined("a appren\u{ad}\nticeships\nb"), "a apprenticeships\nb");
        assert_eq!(joined("préven-\ntion"), "prévention\n");
        assert_eq!(joined("PRÉVEN-\nTION now"), "PRÉVENTION\nnow");
        assert_eq!(joined("so\u{ad}ft hy\u{ad}phens"), "soft hyphens");
        // Over the end of a column and of a page, and twice in a row.
        assert_eq!(joined("radicali-\n\nsation b"), "radicalisation\n\nb");
        assert_eq!(joined("radicali-\u{c}sation b"), "radicalisation\u{c}b");
        assert_eq!(joined("de-\nradicali-\nsation b").replace('\n', "|"), "deradicali-|sation b");
    }

    #[test]
    fn real_hyphens_are_kept() {
        assert_eq!(joined("counter-\nterrorism is counter-terrorism"), "counter-terrorism\nis counter-terrorism");
        assert_eq!(joined("counter-\nterrorism is not"), "counterterrorism\nis not");
        assert_eq!(
            joined("counter-\nterrorism: counter-terrorism, counterterrorism").lines().next(),
            Some("counterterrorism:")
        );
        assert_eq!(joined("Jean-\nPaul e-\nmail COVID-\n19 2010-\n2020"), "Jean-Paul\ne-mail\nCOVID-19\n2010-2020\n");
        assert_eq!(joined("self-\ngovernment self-\nishness self-\nhelp"), "self-government\nselfishness\nself-help\n");
        assert_eq!(joined("state-of-the-\nart work"), "state-of-the-art\nwork");
        assert_eq!(
            joined("par eux-\nmêmes, peut-\nêtre au rendez-\nvous"),
            "par eux-mêmes,\npeut-être\nau rendez-vous\n"
        );
        assert_eq!(joined("short-\nand medium-term"), "short-\nand medium-term");
        assert_eq!(joined("a -\nb\n- c\n--\nd"), "a -\nb\n- c\n--\nd");
        assert_eq!(joined("word-\n\nNext"), "word-\n\nNext");
    }

    #[test]
    fn any_text_is_survived() {
        for text in ["", "-", "-\n", "\n-", "a-\n", "é-\né-\né-\né", "\u{ad}\n\u{ad}", "a-\u{c}\u{c}b", "a-\n-\nb"]
        {
            let _ = joined(text);
        }
        assert_eq!(joined("a\u{2010}\u{2010}\nb"), "a\u{2010}\u{2010}\nb");
    }
}
