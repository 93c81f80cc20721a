//! Numbers, dates, sizes and sorting as each language has them; digits are Latin in all.

use std::sync::LazyLock;

use base::{Lang, Time};
use icu_collator::CollatorBorrowed;
use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};

struct Formats {
    number: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
}

fn locale_of(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-GB-u-nu-latn"),
        Lang::Fr => locale!("fr-u-nu-latn"),
        Lang::Ar => locale!("ar-u-nu-latn"),
    }
}

static FORMATS: LazyLock<[Formats; 3]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| Formats {
        number: DecimalFormatter::try_new(locale_of(lang).into(), Default::default()).ok(),
        date: DateTimeFormatter::try_new(locale_of(lang).into(), YMD::long()).ok(),
    })
});

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    options.alternate_handling = Some(AlternateHandling::Shifted);
    CollatorBorrowed::try_new(Default::default(), options).ok()
});

fn formats(lang: Lang) -> &'static Formats {
    &FORMATS[Lang::ALL.iter().position(|known| *known == lang).unwrap_or(0)]
}

/// `1,335,002`, `1 335 002`.
pub fn number(number: i64, lang: Lang) -> String {
    match &formats(lang).number {
        Some(formatter) => formatter.format_to_string(&Decimal::from(number)),
        None => number.to_string(),
    }
}

/// `21 November 2026`, in UTC.
pub fn date(time: Time, lang: Lang) -> String {
    use chrono::Datelike;
    let day = Date::try_new_iso(time.year(), time.month() as u8, time.day() as u8);
    match (day, &formats(lang).date) {
        (Ok(day), Some(formatter)) => formatter.format(&day).to_string(),
        _ => time.format("%Y-%m-%d").to_string(),
    }
}

/// `2026-11-21`, for machines.
pub fn iso_date(time: Time) -> String {
    time.format("%Y-%m-%d").to_string()
}

/// Key of the words for a size in bytes.
pub fn size_words(bytes: u64) -> &'static str {
    match bytes {
        0..1_000 => "size-bytes",
        1_000..1_000_000 => "size-kb",
        _ => "size-mb",
    }
}

/// A size in bytes as a number of those units: one decimal below ten.
pub fn size_number(bytes: u64) -> String {
    let value = match bytes {
        0..1_000 => return bytes.to_string(),
        1_000..1_000_000 => bytes as f64 / 1e3,
        _ => bytes as f64 / 1e6,
    };
    let text = if value < 9.95 { format!("{value:.1}") } else { format!("{value:.0}") };
    text.trim_end_matches(".0").to_owned()
}

/// A key whose bytes sort as people do (the root order of Unicode's collation, all scripts).
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::new();
    if let Some(collator) = COLLATOR.as_ref() {
        let _ = collator.write_sort_key_to(text, &mut key);
    } else {
        key.extend_from_slice(base::fold::fold(text).as_bytes());
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn numbers_and_dates_in_each_language() {
        assert_eq!(
            Lang::ALL.map(|lang| number(1_335_002, lang)),
            ["1,335,002", "1\u{202f}335\u{202f}002", "1,335,002"]
        );
        let day = chrono::Utc.with_ymd_and_hms(2026, 11, 21, 23, 0, 0).unwrap();
        assert_eq!(Lang::ALL.map(|lang| date(day, lang)), ["21 November 2026", "21 novembre 2026", "21 نوفمبر 2026"]);
    }

    #[test]
    fn sizes() {
        assert_eq!((size_number(999).as_str(), size_words(999)), ("999", "size-bytes"));
        assert_eq!((size_number(1_100_000).as_str(), size_words(1_100_000)), ("1.1", "size-mb"));
        assert_eq!((size_number(640_000).as_str(), size_words(640_000)), ("640", "size-kb"));
    }

    #[test]
    fn names_sort_as_people_do() {
        let mut names = ["Zenica", "Århus", "Çorum", "Ankara", "Élbasan", "Berlin", "ankara"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["ankara", "Ankara", "Århus", "Berlin", "Çorum", "Élbasan", "Zenica"]);
    }
}
