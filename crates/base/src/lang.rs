//! The languages of the interface that ship with the hub.

use std::fmt;
use std::str::FromStr;

/// A language of the interface. Documents may be in any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
    /// Arabic.
    Ar,
}

impl Lang {
    /// Every shipped language; a network may use fewer.
    pub const ALL: [Lang; 3] = [Lang::En, Lang::Fr, Lang::Ar];

    /// The BCP 47 code, as in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
            Lang::Ar => "ar",
        }
    }

    /// The writing direction, as HTML's `dir`.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            Lang::En | Lang::Fr => "ltr",
        }
    }

    /// The language's name in itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Fr => "Français",
            Lang::Ar => "العربية",
        }
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
        wishes.first().map(|wish| wish.1).or(offered.first().copied()).unwrap_or(Lang::En)
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
        Lang::ALL.into_iter().find(|lang| lang.code() == code).ok_or(UnknownLang)
    }
}

/// Not a language that ships with the hub.
#[derive(Debug, thiserror::Error)]
#[error("not a language of the interface")]
pub struct UnknownLang;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_s_wish_is_followed() {
        let all = &Lang::ALL;
        assert_eq!(Lang::negotiate("fr-CM,fr;q=0.9,en;q=0.5", all), Lang::Fr);
        assert_eq!(Lang::negotiate("de, ar-JO;q=0.7, en;q=0.3", all), Lang::Ar);
        assert_eq!(Lang::negotiate("de", all), Lang::En);
        assert_eq!(Lang::negotiate("", &[Lang::Fr, Lang::Ar]), Lang::Fr);
        assert_eq!(Lang::negotiate("en;q=0, fr;q=0.1", all), Lang::Fr);
        assert_eq!(Lang::negotiate(";;q=x,,,-", all), Lang::En);
    }
}
