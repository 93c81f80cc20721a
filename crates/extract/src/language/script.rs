//! Which script letters are of, and the languages that have one for themselves.

/// The script of a letter, as far as languages are told by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin: told by the table.
    Latin,
    /// Cyrillic: told by the table.
    Cyrillic,
    /// Arabic: told by the table.
    Arabic,
    /// Devanagari: told by the table.
    Devanagari,
    /// Han without kana: Chinese, or a Japanese title.
    Han,
    /// Hiragana and Katakana: with Han, Japanese.
    Kana,
    /// A script that as good as only one language has, which is this one.
    Of(&'static str),
    /// Any other.
    Other,
}

/// First and last letter of a block, and its script; in the order of Unicode.
const BLOCKS: [(u32, u32, Script); 39] = [
    (0x0041, 0x024f, Script::Latin),
    (0x0250, 0x02af, Script::Latin),
    (0x0300, 0x036f, Script::Latin),
    (0x0370, 0x03ff, Script::Of("el")),
    (0x0400, 0x052f, Script::Cyrillic),
    (0x0531, 0x058f, Script::Of("hy")),
    (0x0591, 0x05f4, Script::Of("he")),
    (0x0610, 0x06ff, Script::Arabic),
    (0x0750, 0x077f, Script::Arabic),
    (0x0780, 0x07bf, Script::Of("dv")),
    (0x0900, 0x097f, Script::Devanagari),
    (0x0980, 0x09ff, Script::Of("bn")),
    (0x0a00, 0x0a7f, Script::Of("pa")),
    (0x0a80, 0x0aff, Script::Of("gu")),
    (0x0b00, 0x0b7f, Script::Of("or")),
    (0x0b80, 0x0bff, Script::Of("ta")),
    (0x0c00, 0x0c7f, Script::Of("te")),
    (0x0c80, 0x0cff, Script::Of("kn")),
    (0x0d00, 0x0d7f, Script::Of("ml")),
    (0x0d80, 0x0dff, Script::Of("si")),
    (0x0e00, 0x0e7f, Script::Of("th")),
    (0x0e80, 0x0eff, Script::Of("lo")),
    (0x1000, 0x109f, Script::Of("my")),
    (0x10a0, 0x10ff, Script::Of("ka")),
    (0x1100, 0x11ff, Script::Of("ko")),
    (0x1200, 0x139f, Script::Of("am")),
    (0x1780, 0x17ff, Script::Of("km")),
    (0x1c90, 0x1cbf, Script::Of("ka")),
    (0x1e00, 0x1eff, Script::Latin),
    (0x1f00, 0x1fff, Script::Of("el")),
    (0x3041, 0x30ff, Script::Kana),
    (0x3130, 0x318f, Script::Of("ko")),
    (0x31f0, 0x31ff, Script::Kana),
    (0x3400, 0x4dbf, Script::Han),
    (0x4e00, 0x9fff, Script::Han),
    (0xac00, 0xd7a3, Script::Of("ko")),
    (0xf900, 0xfaff, Script::Han),
    (0xfb1d, 0xfb4f, Script::Of("he")),
    (0xfb50, 0xfefc, Script::Arabic),
];

/// Letters of other languages in a script that is told to be of one: Assamese, Yiddish, Tigrinya, Mon, Shan.
const STRANGERS: [char; 19] = [
    '\u{9f0}', '\u{9f1}', '\u{5f0}', '\u{5f1}', '\u{5f2}', '\u{1213}', '\u{1250}', '\u{1255}', '\u{12b8}', '\u{12b9}',
    '\u{12bb}', '\u{12bd}', '\u{12be}', '\u{12c3}', '\u{1035}', '\u{105a}', '\u{1075}', '\u{1083}', '\u{1087}',
];

impl Script {
    /// The script of a letter or of a mark that belongs to one.
    #[must_use]
    pub fn of(letter: char) -> Script {
        let code = u32::from(letter);
        let after = BLOCKS.partition_point(|(first, ..)| *first <= code);
        match after.checked_sub(1).map(|at| BLOCKS[at]) {
            Some((_, last, script)) if code <= last => script,
            _ => Script::Other,
        }
    }
}

/// The script that most of a text is in, and how many letters it has of it; none where less than this share of a hundred is. Kana count as Han.
#[must_use]
pub fn main(text: &str, share: usize) -> Option<(Script, usize)> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for letter in text.chars().filter(|letter| letter.is_alphabetic()) {
        let script = match Script::of(letter) {
            Script::Kana => Script::Han,
            script => script,
        };
        match counts.iter_mut().find(|(known, _)| *known == script) {
            Some((_, letters)) => *letters += 1,
            None => counts.push((script, 1)),
        }
    }
    let all: usize = counts.iter().map(|(_, letters)| letters).sum();
    counts.into_iter().max_by_key(|(_, letters)| *letters).filter(|(_, letters)| letters * 100 >= all * share)
}

/// Of a hundred letters that are Han or kana, the kana.
#[must_use]
pub fn share_of_kana(text: &str) -> usize {
    let of = |wanted: Script| text.chars().filter(|letter| Script::of(*letter) == wanted).count();
    let kana = of(Script::Kana);
    100 * kana / (kana + of(Script::Han)).max(1)
}

/// Whether a text in a script that one language has as good as for itself is in another one: of a hundred letters two are not of the usual one.
#[must_use]
pub fn is_strange(text: &str) -> bool {
    let strange = text.chars().filter(|letter| STRANGERS.contains(letter)).count();
    strange > 0 && strange * 50 >= text.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// Whether a language is told by its script alone, at least in longer texts.
#[cfg(test)]
pub fn has_own(tag: &str) -> bool {
    matches!(tag, "ja" | "zh") || BLOCKS.iter().any(|(.., script)| matches!(script, Script::Of(own) if *own == tag))
}
