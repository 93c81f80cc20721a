//! The one folding of the hub: two spellings that a reader takes for the same word become the same text.
//!
//! It serves the search of cities and of documents. It knows no language, only scripts, so that both sides of a comparison
//! always fold alike. What it does, script by script:
//!
//! | script | folding |
//! |---|---|
//! | Latin | lower case, accents off, `ß` to `ss`, `æ` to `ae`, `ø` to `o`, `đ` to `d`, `ı` and `İ` to `i`, `ł` to `l` … |
//! | Greek | lower case, accents off, final sigma |
//! | Cyrillic | to Latin as Serbian does, without accents (`ш` and `š` both become `s`) |
//! | Arabic, Persian, Urdu | one alef, ya, kaf, ha; no hamza, harakat, tatweel; presentation forms to letters |
//! | Hebrew | points off |
//! | Devanagari | nukta off; vowel signs and virama stay |
//! | Bangla and the other Indic scripts | nothing is taken off: every sign carries sound |
//! | digits of any script | `0`–`9`, so that `২০২৬` and `2026` meet |
//!
//! Invisible controls (bidirectional marks, joiners, soft hyphens) go away everywhere.
//! "Decompose and strip all marks" would be shorter and would destroy Bangla and Hindi words.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds `text` for comparison. Never for display: the result is not a spelling anyone writes.
///
/// Folding twice changes nothing. White space and punctuation stay, except that typographic apostrophes become `'`.
///
/// ```
/// use base::fold::fold;
/// assert_eq!(fold("Łódź"), "lodz");
/// assert_eq!(fold("Београд"), fold("Beograd"));
/// assert_eq!(fold("أَحْمَد"), fold("احمد"));
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    if text.chars().all(is_plain) {
        text.chars().for_each(|c| push(&mut folded, c));
        return folded;
    }
    for c in text.nfkd() {
        // Capital letters can stand in what a compatibility form unfolds to, so lower case comes after it;
        // and a lower case letter can be composed (İ gives i and a dot), so it is unfolded again.
        if c.is_lowercase() || !c.is_alphabetic() {
            push(&mut folded, c);
        } else {
            c.to_lowercase().for_each(|lower| push(&mut folded, lower));
        }
    }
    folded.nfc().collect()
}

/// Letters that normalisation leaves alone and that have no capitals, or whose folding below needs neither step:
/// most of Arabic and unaccented Cyrillic. Only a shortcut, these are the bulk of non-Latin text.
fn is_plain(c: char) -> bool {
    c.is_ascii_lowercase()
        || matches!(c, ' ' | '-' | '\'' | '0'..='9')
        || matches!(c, '\u{0621}' | '\u{0627}'..='\u{063A}' | '\u{0640}'..='\u{064A}' | '\u{0660}'..='\u{0669}')
        || (matches!(c, '\u{0430}'..='\u{044F}') && c != 'й')
}

/// Appends what one decomposed, lower-case character folds to: nothing, itself, or its stand-in.
fn push(out: &mut String, c: char) {
    if c.is_ascii() {
        out.push(c);
    } else if let Some(digit) = digit(c) {
        out.push(digit);
    } else if let Some(letters) = letters(c) {
        out.push_str(letters);
    } else if !is_dropped(c) {
        out.push(c);
    }
}

/// The words of a text, folded: what is no letter and no digit separates them.
pub fn words_of(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|c: char| !c.is_alphanumeric() && !continues_word(c))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// True for what carries no letter: accents of scripts that can do without them, points, and invisible controls.
fn is_dropped(c: char) -> bool {
    is_invisible(c)
        || matches!(c,
            // Accents of Latin, Greek and Cyrillic.
            '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
            // Hebrew points.
            | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
            // Arabic: honorifics, harakat, small letters and Qur'anic marks, hamza, tatweel.
            | '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
            | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08CA}'..='\u{08FF}' | '\u{0621}' | '\u{0640}'
            // Nukta of Devanagari: ज़ and ज are written for one another. In Bangla it makes another letter.
            | '\u{093C}'
            // Half rings and turned commas of transliteration (ʿAmmān, Hawaiʻi).
            | '\u{02B9}' | '\u{02BB}' | '\u{02BD}'..='\u{02BF}')
}

/// True for characters that no reader sees: joiners, direction marks, soft hyphens, variation selectors.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// True for characters that continue a word although they are no letters: combining marks (the virama of Bangla,
/// Arabic harakat) and the invisible ones. Whoever splits words must not split here.
pub fn continues_word(c: char) -> bool {
    !c.is_ascii() && (is_combining_mark(c) || (is_invisible(c) && c != '\u{200B}'))
}

/// The ASCII digit for a decimal digit of the scripts that cities of the network write.
fn digit(c: char) -> Option<char> {
    const ZEROES: [char; 14] = [
        '\u{0660}', '\u{06F0}', '\u{07C0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0B66}', '\u{0BE6}',
        '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0E50}', '\u{1040}',
    ];
    ZEROES
        .iter()
        .find_map(|&zero| (c as u32).checked_sub(zero as u32).filter(|&value| value < 10))
        .and_then(|value| char::from_digit(value, 10))
}

/// Letters that are written in another way. Everything on the right is stable under normalisation.
fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        // Latin letters that do not decompose.
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'þ' => "th",
        'ı' => "i",
        'ł' => "l",
        'ŋ' | 'ɲ' => "n",
        'ħ' => "h",
        'ŧ' => "t",
        'ƒ' => "f",
        'ɓ' => "b",
        'ɠ' => "g",
        'ƙ' => "k",
        'ƴ' => "y",
        'ə' | 'ǝ' | 'ɛ' => "e",
        'ɔ' => "o",
        'ĸ' => "k",
        '’' | '‘' | 'ʼ' | '‛' | '′' => "'",
        // Greek.
        'ς' => "σ",
        // Cyrillic, as Serbian writes it in Latin and then without accents; letters of its neighbours in the same spirit.
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' | 'ђ' => "d",
        'е' | 'э' => "e",
        'є' => "je",
        'ж' | 'з' => "z",
        'и' | 'і' => "i",
        'ј' => "j",
        'к' | 'қ' => "k",
        'л' => "l",
        'љ' => "lj",
        'м' => "m",
        'н' | 'ң' => "n",
        'њ' => "nj",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ш' => "s",
        'т' => "t",
        'ћ' | 'ц' | 'ч' => "c",
        'у' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' | 'ҳ' | 'һ' => "h",
        'џ' | 'ѕ' => "dz",
        'щ' => "sc",
        'ы' => "y",
        'ю' => "ju",
        'я' => "ja",
        'ә' => "a",
        'ъ' | 'ь' => "",
        // Arabic and its neighbours. Letters with hamza or madda are already decomposed when they come here.
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => "ا",
        'ؤ' => "و",
        'ى' | 'ئ' | 'ی' | 'ے' | 'ې' | 'ۍ' => "ي",
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => "ه",
        'ک' | 'ڪ' => "ك",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn latin_loses_case_and_accents() {
        for (written, folded) in [
            ("CITY", "city"),
            ("Électricité", "electricite"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Ærø", "aero"),
            ("Łódź", "lodz"),
            ("İstanbul", "istanbul"),
            ("Diyarbakır", "diyarbakir"),
            ("Đà Nẵng", "da nang"),
            ("ʿAmmān", "amman"),
            ("Côte d’Ivoire", "cote d'ivoire"),
            ("oﬃce", "office"),
            ("ＣＩＴＹ", "city"),
            ("Reykjavík", "reykjavik"),
            ("Þórshöfn", "thorshofn"),
            ("e\u{301}cole", "ecole"),
            ("co\u{ad}operation", "cooperation"),
        ] {
            assert_eq!(fold(written), folded, "{written}");
        }
    }

    #[test]
    fn arabic_spellings_meet() {
        for (one, other) in [
            ("أحمد", "احمد"),
            ("إدارة", "اداره"),
            ("آمن", "امن"),
            ("مُدِينَةٌ", "مدينة"),
            ("مستشفى", "مستشفي"),
            ("مـــديـــنة", "مدينة"),
            ("مسؤول", "مسوول"),
            ("بيئة", "بيية"),
            ("سماء", "سما"),
            ("\u{202B}مدينة\u{202C}", "مدينة"),
            ("\u{FEE3}\u{FEAA}\u{FEF3}\u{FEE8}\u{FE94}", "مدينة"),
            ("\u{FEFB}", "لا"),
            ("کراچی", "كراچي"),
            ("٢٠٢٦", "2026"),
            ("۲۰۲۶", "2026"),
            ("می\u{200C}خواهم", "میخواهم"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn serbian_meets_across_scripts() {
        for (cyrillic, latin) in [
            ("Београд", "Beograd"),
            ("Чачак", "Čačak"),
            ("Ниш", "Niš"),
            ("Љубав", "Ljubav"),
            ("Џеп", "Džep"),
            ("Ђорђе", "Đorđe"),
        ] {
            assert_eq!(fold(cyrillic), fold(latin));
        }
        assert_eq!(fold("Скопје"), "skopje");
        assert_eq!(fold("Київ"), fold("киів"));
    }

    #[test]
    fn indic_signs_stay_and_digits_meet() {
        assert_eq!(fold("ঢাকা"), "ঢাকা");
        assert_eq!(fold("উন্নয়ন"), fold("উন্নয\u{09BC}ন"));
        assert_ne!(fold("কি"), fold("কা"));
        assert_eq!(fold("শক্তি"), "শক্তি");
        assert_eq!(fold("২০২৬"), "2026");
        assert_eq!(fold("हिंदी"), "हिंदी");
        assert_eq!(fold("ज़िला"), "जिला");
        assert_eq!(fold("कि\u{200D}"), "कि");
    }

    #[test]
    fn other_scripts_stay_readable() {
        assert_eq!(fold("서울"), "서울");
        assert_eq!(fold("ガ"), "ガ");
        assert_eq!(fold("Αθήνας"), "αθηνασ");
        assert_eq!(fold("שָׁלוֹם"), "שלום");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn folding_twice_changes_nothing_in_these_scripts(text in "[a-zÀ-ɏʰ-˿\u{300}-\u{36f}Ѐ-ӿ֑-״؀-ۿࣰ-ࣿऀ-৿\u{200b}-\u{200f}ﭐ-﻿가-각ァ-ヺ\u{3099}]{0,12}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }

    #[test]
    fn folding_twice_changes_no_character() {
        for c in '\0'..=char::MAX {
            let once = fold(&c.to_string());
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    #[test]
    fn the_shortcut_agrees_with_the_long_way() {
        for c in ('\0'..=char::MAX).filter(|&c| !c.is_ascii() && is_plain(c)) {
            let mut short = String::new();
            push(&mut short, c);
            // A character that is not plain forces the long way.
            let long = fold(&format!("{c}é"));
            assert_eq!(format!("{short}e"), long, "{c:?}");
        }
    }
}
