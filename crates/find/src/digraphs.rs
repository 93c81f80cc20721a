//! Letters that people write as two.

/// `ae oe ue aa` as the one letter that they stand for, folded.
pub(crate) fn without_digraphs(folded: &str) -> String {
    let mut plain = String::with_capacity(folded.len());
    let mut letters = folded.chars().peekable();
    while let Some(letter) = letters.next() {
        plain.push(letter);
        let stands_for_one = matches!((letter, letters.peek()), ('a' | 'o' | 'u', Some('e')) | ('a', Some('a')));
        if stands_for_one {
            letters.next();
        }
    }
    plain
}
