//! Which languages are known, and to what end.

/// The languages that can be told, as BCP 47 tags.
///
/// `bs`, `hr` and `sr` are one language to a search engine; the script of the text tells Latin from Cyrillic.
pub const LANGUAGES: [&str; 91] = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "dv", "el", "en", "es", "et", "eu",
    "fa", "fi", "fr", "ga", "gl", "gu", "ha", "he", "hi", "hr", "ht", "hu", "hy", "id", "ig", "is", "it", "ja", "ka",
    "kk", "km", "kn", "ko", "ku", "lg", "lo", "lt", "lv", "mi", "mk", "ml", "mn", "mr", "ms", "mt", "my", "nb", "ne",
    "nl", "nn", "or", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sn", "so", "sq", "sr", "st", "sv", "sw",
    "ta", "te", "th", "tl", "tn", "tr", "ts", "uk", "ur", "vi", "wo", "xh", "yo", "zh", "zu",
];

/// The languages of the table, in its order: more than are told. The others are there so that what is in them is not taken for a neighbour.
pub(crate) const TABLED: [&str; LANGUAGE_COUNT] = [
    "af", "ar", "az", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "en", "eo", "es", "et", "eu", "fa", "fi", "fr",
    "ga", "hi", "hr", "hu", "id", "is", "it", "kk", "la", "lg", "lt", "lv", "mi", "mk", "mn", "mr", "ms", "nb", "nl",
    "nn", "pl", "pt", "ro", "ru", "sk", "sl", "sn", "so", "sq", "sr", "st", "sv", "sw", "tl", "tn", "tr", "ts", "uk",
    "ur", "vi", "xh", "yo", "zu", "ha", "ig", "wo", "ht", "ku", "ckb", "ps", "pnb", "skr", "ug", "ne", "mai", "bho",
    "mag", "sa", "gl", "ast", "oc", "co", "fur", "rm", "br", "gd", "fo", "fy", "nds", "lb", "sco", "pcm", "pap", "ceb",
    "hil", "war", "bik", "ilo", "jv", "su", "min", "uz", "tk", "crh", "gag", "tt", "ky", "kaa", "cv", "sah", "tyv",
    "tg", "os", "nso", "ss", "nr", "rw", "ny", "ln", "mt", "mg", "hsb", "tpi", "rar", "ty", "haw", "sm", "gsw",
];

/// How many languages the table has.
pub(crate) const LANGUAGE_COUNT: usize = 127;

/// Languages that are told apart by a few words. Between those that stand together the better one is told, however near the other is.
const TWINS: [&[&str]; 3] = [&["bs", "hr", "sr"], &["da", "nb", "nn"], &["id", "ms"]];

/// Languages that are only told where they are surely not their twin: what the table has of Malay is half Indonesian, and nine of
/// ten Norwegian texts are in Bokmål.
pub(crate) const RATHER: [(&str, &str); 2] = [("ms", "id"), ("nn", "nb")];

/// Whether two languages are twins.
pub(crate) fn are_twins(one: &str, other: &str) -> bool {
    TWINS.iter().any(|twins| twins.contains(&one) && twins.contains(&other))
}

/// The tag as it is in [`LANGUAGES`], where it is.
pub(crate) fn told(tag: &str) -> Option<&'static str> {
    LANGUAGES.into_iter().find(|own| *own == tag)
}
