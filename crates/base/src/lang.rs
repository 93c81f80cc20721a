//! Languages: those that things are in, and those of the interface.

use std::fmt;
use std::str::FromStr;

/// Languages by BCP 47 code, each in itself, in the order of their codes.
pub const NAMES: [(&str, &str); 91] = [
    ("af", "Afrikaans"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("az", "Azərbaycanca"),
    ("be", "Беларуская"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("bs", "Bosanski"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("dv", "ދިވެހި"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("gu", "ગુજરાતી"),
    ("ha", "Hausa"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("ht", "Kreyòl ayisyen"),
    ("hu", "Magyar"),
    ("hy", "Հայերեն"),
    ("id", "Bahasa Indonesia"),
    ("ig", "Igbo"),
    ("is", "Íslenska"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ka", "ქართული"),
    ("kk", "Қазақша"),
    ("km", "ភាសាខ្មែរ"),
    ("kn", "ಕನ್ನಡ"),
    ("ko", "한국어"),
    ("ku", "Kurdî"),
    ("lg", "Luganda"),
    ("lo", "ລາວ"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("mi", "Māori"),
    ("mk", "Македонски"),
    ("ml", "മലയാളം"),
    ("mn", "Монгол"),
    ("mr", "मराठी"),
    ("ms", "Bahasa Melayu"),
    ("mt", "Malti"),
    ("my", "မြန်မာ"),
    ("nb", "Norsk bokmål"),
    ("ne", "नेपाली"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("or", "ଓଡ଼ିଆ"),
    ("pa", "ਪੰਜਾਬੀ"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("si", "සිංහල"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sn", "ChiShona"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("sr", "Српски"),
    ("st", "Sesotho"),
    ("sv", "Svenska"),
    ("sw", "Kiswahili"),
    ("ta", "தமிழ்"),
    ("te", "తెలుగు"),
    ("th", "ไทย"),
    ("tl", "Filipino"),
    ("tn", "Setswana"),
    ("tr", "Türkçe"),
    ("ts", "Xitsonga"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("xh", "isiXhosa"),
    ("yo", "Yorùbá"),
    ("zh", "中文"),
    ("zu", "isiZulu"),
];

/// Those that are written from right to left.
const RIGHT_TO_LEFT: [&str; 6] = ["ar", "dv", "fa", "he", "ps", "ur"];

/// A language of the interface: English, French and Arabic ship with the hub, a network may add any of [`NAMES`] with words of
/// its own. Documents may be in any of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u8);

impl Lang {
    /// English.
    pub const EN: Lang = Lang::of("en");
    /// French.
    pub const FR: Lang = Lang::of("fr");
    /// Arabic.
    pub const AR: Lang = Lang::of("ar");

    /// Those whose words ship with the hub; a network may use fewer, or more.
    pub const SHIPPED: [Lang; 3] = [Lang::EN, Lang::FR, Lang::AR];

    /// How many there are.
    pub const COUNT: usize = NAMES.len();

    const fn of(code: &str) -> Lang {
        let mut place = 0;
        while place < NAMES.len() {
            let (own, code) = (NAMES[place].0.as_bytes(), code.as_bytes());
            if own.len() == code.len() && own[0] == code[0] && own[1] == code[1] {
                return Lang(place as u8);
            }
            place += 1;
        }
        panic!("it is in the table")
    }

    /// Its place among [`NAMES`].
    pub const fn place(self) -> usize {
        self.0 as usize
    }

    /// The BCP 47 code, as in addresses.
    pub const fn code(self) -> &'static str {
        NAMES[self.0 as usize].0
    }

    /// The writing direction, as HTML's `dir`.
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// Whether it is written from right to left.
    pub fn is_rtl(self) -> bool {
        RIGHT_TO_LEFT.contains(&self.code())
    }

    /// The language's name in itself.
    pub const fn endonym(self) -> &'static str {
        NAMES[self.0 as usize].1
    }

    /// Picks by an `Accept-Language` header among `offered`, by quality, then order; the first
    /// offered where nothing fits. `offered` is never empty.
    pub fn negotiate(header: &str, offered: &[Lang]) -> Lang {
        let mut wishes: Vec<(u32, Lang)> = header
            .split(',')
            .take(32)
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let tag = pieces.next()?.trim();
                let primary = tag.split('-').next()?.to_ascii_lowercase();
                let quality =
                    pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
                let lang = primary.parse().ok()?;
                (quality > 0.0 && offered.contains(&lang)).then_some(((quality.min(1.0) * 1000.0) as u32, lang))
            })
            .collect();
        wishes.sort_by_key(|wish| std::cmp::Reverse(wish.0));
        wishes.first().map(|wish| wish.1).or(offered.first().copied()).unwrap_or(Lang::EN)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        let place = NAMES.binary_search_by_key(&code, |(code, _)| code).map_err(|_| UnknownLang)?;
        u8::try_from(place).map(Lang).map_err(|_| UnknownLang)
    }
}

/// Not a language that the hub knows.
#[derive(Debug, thiserror::Error)]
#[error("not a language that is known here")]
pub struct UnknownLang;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_order_and_two_letters_long() {
        assert!(NAMES.is_sorted() && NAMES.iter().all(|(code, name)| code.len() == 2 && !name.is_empty()));
        for (code, name) in NAMES {
            let lang: Lang = code.parse().unwrap();
            assert_eq!((lang.code(), lang.endonym()), (code, name));
        }
        assert!("xx".parse::<Lang>().is_err() && "".parse::<Lang>().is_err() && "EN".parse::<Lang>().is_err());
        assert_eq!(Lang::SHIPPED.map(Lang::dir), ["ltr", "ltr", "rtl"]);
    }

    #[test]
    fn the_reader_s_wish_is_followed() {
        let all = &Lang::SHIPPED;
        assert_eq!(Lang::negotiate("fr-CM,fr;q=0.9,en;q=0.5", all), Lang::FR);
        assert_eq!(Lang::negotiate("de, ar-JO;q=0.7, en;q=0.3", all), Lang::AR);
        assert_eq!(Lang::negotiate("de", all), Lang::EN);
        assert_eq!(Lang::negotiate("", &[Lang::FR, Lang::AR]), Lang::FR);
        assert_eq!(Lang::negotiate("en;q=0, fr;q=0.1", all), Lang::FR);
        assert_eq!(Lang::negotiate(";;q=x,,,-", all), Lang::EN);
    }
}
