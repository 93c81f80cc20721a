//! Which language a text is in.

use std::sync::OnceLock;

use lingua::Language::{
    Albanian, Arabic, Bengali, Bokmal, Bosnian, Croatian, Danish, Dutch, English, Finnish, French, German, Indonesian,
    Macedonian, Portuguese, Russian, Serbian, Spanish, Swahili, Turkish, Urdu,
};
use lingua::{Language, LanguageDetector, LanguageDetectorBuilder};

/// The languages that can be told apart, as BCP 47 tags. Each costs a few megabytes of program, so only those that members write in.
///
/// `bs`, `hr` and `sr` are one language to a search engine; the script of the text tells Latin from Cyrillic.
pub const LANGUAGES: [&str; 21] = [
    "ar", "bn", "bs", "da", "de", "en", "es", "fi", "fr", "hr", "id", "mk", "nb", "nl", "pt", "ru", "sq", "sr", "sw",
    "tr", "ur",
];

const MODELS: [(Language, &str); 21] = [
    (Arabic, "ar"),
    (Bengali, "bn"),
    (Bosnian, "bs"),
    (Danish, "da"),
    (German, "de"),
    (English, "en"),
    (Spanish, "es"),
    (Finnish, "fi"),
    (French, "fr"),
    (Croatian, "hr"),
    (Indonesian, "id"),
    (Macedonian, "mk"),
    (Bokmal, "nb"),
    (Dutch, "nl"),
    (Portuguese, "pt"),
    (Russian, "ru"),
    (Albanian, "sq"),
    (Serbian, "sr"),
    (Swahili, "sw"),
    (Turkish, "tr"),
    (Urdu, "ur"),
];

/// Languages that are told apart by a few words: their shares are added up before asking whether it is sure.
const TWINS: [&[&str]; 2] = [&["bs", "hr", "sr"], &["da", "nb"]];

/// Share of the best language (or group of twins) under which the answer is "unsure".
const SURE: f64 = 0.5;

/// Letters under which nothing can be said.
const LETTERS: usize = 4;

/// Characters of a document that are looked at, in three pieces: covers and annexes are often in another language than the body.
const PIECE_CHARS: usize = 2_000;

/// The language of a title or an abstract, as one of [`LANGUAGES`]; `None` when unsure. In this process: for text that people type, up to
/// a few thousand characters (a millisecond or so).
#[must_use]
pub fn detect_language(text: &str) -> Option<&'static str> {
    if text.chars().filter(|c| c.is_alphabetic()).take(LETTERS).count() < LETTERS {
        return None;
    }
    let head: String = text.chars().take(3 * PIECE_CHARS).collect();
    let shares: Vec<(&'static str, f64)> = detector()
        .compute_language_confidence_values(head)
        .into_iter()
        .filter_map(|(language, share)| Some((tag(language)?, share)))
        .collect();
    let (best, share) = *shares.first()?;
    let twins = TWINS.iter().find(|twins| twins.contains(&best));
    let together =
        twins.map_or(share, |twins| shares.iter().filter(|(tag, _)| twins.contains(tag)).map(|(_, share)| share).sum());
    (together >= SURE).then_some(best)
}

/// What tells the language of a whole document: three pieces of it, from the beginning, the middle and three quarters.
pub(crate) fn sample(text: &str) -> String {
    if text.len() <= 3 * PIECE_CHARS {
        return text.to_owned();
    }
    let mut sample = String::new();
    for start in [0, text.len() / 2, text.len() / 4 * 3] {
        let piece = &text[text.ceil_char_boundary(start)..];
        sample.extend(piece.chars().take(PIECE_CHARS));
        sample.push('\n');
    }
    sample
}

fn tag(language: Language) -> Option<&'static str> {
    MODELS.iter().find(|(known, _)| *known == language).map(|(_, tag)| *tag)
}

fn detector() -> &'static LanguageDetector {
    static DETECTOR: OnceLock<LanguageDetector> = OnceLock::new();
    DETECTOR.get_or_init(|| LanguageDetectorBuilder::from_languages(&MODELS.map(|(language, _)| language)).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_model() {
        for (_, tag) in MODELS {
            assert!(LANGUAGES.contains(&tag), "{tag}");
        }
    }

    #[test]
    fn titles() {
        for (title, wanted) in [
            ("Preventing violent extremism in schools", "en"),
            ("Prévenir la radicalisation dans les écoles", "fr"),
            ("منع التطرف العنيف في المدارس", "ar"),
            ("Prevención del extremismo violento en las escuelas", "es"),
            ("Vorbeugung von Extremismus an Schulen", "de"),
            ("Parandalimi i ekstremizmit të dhunshëm në shkolla", "sq"),
            ("Kuzuia itikadi kali katika shule zetu", "sw"),
            ("বিদ্যালয়ে সহিংস উগ্রবাদ প্রতিরোধ", "bn"),
            ("اسکولوں میں پرتشدد انتہا پسندی کی روک تھام", "ur"),
            ("Okullarda şiddet içeren aşırılığın önlenmesi", "tr"),
            ("Prevenção do extremismo violento nas escolas", "pt"),
            ("Voorkomen van gewelddadig extremisme op scholen", "nl"),
            ("Väkivaltaisen ekstremismin ehkäisy kouluissa", "fi"),
            ("Спречување на насилен екстремизам во училиштата", "mk"),
            ("Pencegahan ekstremisme kekerasan di sekolah", "id"),
            ("Предупреждение насильственного экстремизма в школах", "ru"),
        ] {
            assert_eq!(detect_language(title), Some(wanted), "{title}");
        }
        let ours = detect_language("Sprječavanje nasilnog ekstremizma u školama i lokalnoj zajednici");
        assert!(matches!(ours, Some("bs" | "hr" | "sr")), "{ours:?}");
    }

    #[test]
    fn unsure_is_none() {
        for text in ["", "…", "12 / 2024", "abc", "\u{0}\u{0}"] {
            assert_eq!(detect_language(text), None, "{text}");
        }
    }

    #[test]
    fn a_sample_is_short_and_cut_between_characters() {
        let text = "أ€a".repeat(50_000);
        assert!(sample(&text).chars().count() <= 3 * PIECE_CHARS + 3);
        assert_eq!(sample("short"), "short");
    }
}
