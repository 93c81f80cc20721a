//! Words that tell a language where its letters do not.
//!
//! The table has no signs above and below letters, and Devanagari writes most vowels with them.

use super::known::TABLED;
use super::score::Costs;

/// Small words that only one of the languages in Devanagari has.
const WORDS: [(&str, &[&str]); 3] = [
    ("hi", &["है", "हैं", "और", "को", "की", "ने", "नहीं", "यह", "किया", "करने", "लिए", "था", "थे", "थी", "भी"]),
    ("mr", &["आहे", "आहेत", "आणि", "हे", "ते", "तर", "होते", "केले", "नाही", "झाली", "झाले", "असे", "हा", "ही", "साठी"]),
    ("ne", &["छ", "छन्", "र", "गर्न", "भने", "छैन", "लागि", "पनि", "थियो", "गरेको", "भएको", "हुन्छ", "गर्ने", "कुनै"]),
];

/// What such a word takes off, as costs are.
const WORTH: i32 = 36;

/// Takes off what the words of a text tell.
pub fn tell(costs: &mut Costs, text: &str) {
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation() || letter == '।') {
        for (language, words) in WORDS {
            if words.contains(&word)
                && let Some(number) = TABLED.iter().position(|own| *own == language)
            {
                costs.each[number] -= WORTH;
            }
        }
    }
}
