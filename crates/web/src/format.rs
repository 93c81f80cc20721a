//! Numbers, dates, sizes and sorting as each language has them; digits are Latin in all.

use std::sync::{LazyLock, OnceLock};

use base::{Lang, Time};
use icu_collator::CollatorBorrowed;
use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

struct Formats {
    number: Option<DecimalFormatter>,
    date: Option<DateTimeFormatter<YMD>>,
    month: Option<DateTimeFormatter<YM>>,
    plurals: Option<PluralRules>,
}

/// As CLDR has it, with Latin digits; English as it is written in most of the world.
fn locale_of(lang: Lang) -> Locale {
    let code = if lang == Lang::EN { "en-GB" } else { lang.code() };
    format!("{code}-u-nu-latn").parse().unwrap_or(Locale::UNKNOWN)
}

static FORMATS: [OnceLock<Formats>; Lang::COUNT] = [const { OnceLock::new() }; Lang::COUNT];

static COLLATOR: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    options.alternate_handling = Some(AlternateHandling::Shifted);
    CollatorBorrowed::try_new(Default::default(), options).ok()
});

fn formats(lang: Lang) -> &'static Formats {
    FORMATS[lang.place()].get_or_init(|| Formats {
        number: DecimalFormatter::try_new(locale_of(lang).into(), Default::default()).ok(),
        date: DateTimeFormatter::try_new(locale_of(lang).into(), YMD::long()).ok(),
        month: DateTimeFormatter::try_new(locale_of(lang).into(), YM::long()).ok(),
        plurals: PluralRules::try_new(locale_of(lang).into(), Default::default()).ok(),
    })
}

/// An address (of mail, of a page) as HTML that may be broken over lines behind an `@` or a dot, and not within a word.
pub fn breakable(address: &str) -> String {
    address.chars().fold(String::new(), |mut html, letter| {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '@' | '.' => html.extend([letter].into_iter().chain("<wbr>".chars())),
            _ => html.push(letter),
        }
        html
    })
}

/// `1,335,002`, `1 335 002`.
pub fn number(number: i64, lang: Lang) -> String {
    match &formats(lang).number {
        Some(formatter) => formatter.format_to_string(&Decimal::from(number)),
        None => number.to_string(),
    }
}

/// `8.10`, `8,10`: so many hundredths (or as `places` says) as a number.
pub fn decimal(units: i64, places: u8, lang: Lang) -> String {
    let mut decimal = Decimal::from(units);
    decimal.multiply_pow10(-i16::from(places));
    formats(lang).number.as_ref().map_or_else(|| decimal.to_string(), |formatter| formatter.format_to_string(&decimal))
}

/// The plural category that a language has for a number (CLDR): `one`, `few` … `other`.
pub fn plural(number: i64, lang: Lang) -> &'static str {
    let category = formats(lang).plurals.as_ref().map(|rules| rules.category_for(number.unsigned_abs()));
    match category.unwrap_or(PluralCategory::Other) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// `21 November 2026`: a day by whatever calendar it was reckoned.
pub fn day(day: chrono::NaiveDate, lang: Lang) -> String {
    date(day.and_time(chrono::NaiveTime::MIN).and_utc(), lang)
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

/// `November 2026`.
pub fn month(year: i32, month: u32, lang: Lang) -> String {
    let day = Date::try_new_iso(year, u8::try_from(month).unwrap_or(1), 1);
    match (day, &formats(lang).month) {
        (Ok(day), Some(formatter)) => formatter.format(&day).to_string(),
        _ => format!("{year}-{month:02}"),
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
pub fn size_number(bytes: u64, lang: Lang) -> String {
    let tenths = match bytes {
        0..1_000 => return number(bytes as i64, lang),
        1_000..1_000_000 => bytes.saturating_add(50) / 100,
        _ => bytes.saturating_add(50_000) / 100_000,
    };
    if tenths < 100 && tenths % 10 > 0 {
        decimal(tenths as i64, 1, lang)
    } else {
        number((tenths.saturating_add(5) / 10) as i64, lang)
    }
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
    fn an_address_breaks_where_its_parts_meet() {
        assert_eq!(breakable("lead.diffa@demo.example"), "lead.<wbr>diffa@<wbr>demo.<wbr>example");
        assert_eq!(breakable("a<b>&\"@c"), "a&lt;b&gt;&amp;\"@<wbr>c");
    }

    #[test]
    fn numbers_and_dates_in_each_language() {
        assert_eq!(
            Lang::SHIPPED.map(|lang| number(1_335_002, lang)),
            ["1,335,002", "1\u{202f}335\u{202f}002", "1,335,002"]
        );
        let day = chrono::Utc.with_ymd_and_hms(2026, 11, 21, 23, 0, 0).unwrap();
        assert_eq!(
            Lang::SHIPPED.map(|lang| date(day, lang)),
            ["21 November 2026", "21 novembre 2026", "21 نوفمبر 2026"]
        );
    }

    #[test]
    fn a_language_that_a_network_adds_has_its_numbers_and_dates() {
        let lang = |code: &str| code.parse::<Lang>().unwrap();
        let day = chrono::Utc.with_ymd_and_hms(2026, 11, 21, 23, 0, 0).unwrap();
        assert_eq!(
            (number(1_335_002, lang("de")), date(day, lang("de"))),
            ("1.335.002".into(), "21. November 2026".into())
        );
        assert_eq!(date(day, lang("bn")), "21 নভেম্বর, 2026");
        assert_eq!([1, 2, 5].map(|number| plural(number, lang("uk"))), ["one", "few", "many"]);
        for (code, _) in base::lang::NAMES {
            assert!(!number(1_000, lang(code)).is_empty() && !date(day, lang(code)).is_empty(), "{code}");
        }
    }

    #[test]
    fn sizes() {
        let of = |bytes, lang| (size_number(bytes, lang), size_words(bytes));
        assert_eq!(of(999, Lang::EN), ("999".into(), "size-bytes"));
        assert_eq!(of(1_100_000, Lang::EN), ("1.1".into(), "size-mb"));
        assert_eq!(of(8_100, Lang::FR), ("8,1".into(), "size-kb"));
        assert_eq!(of(2_000, Lang::AR), ("2".into(), "size-kb"));
        assert_eq!(of(640_000, Lang::EN), ("640".into(), "size-kb"));
        assert_eq!(of(9_960, Lang::EN), ("10".into(), "size-kb"));
        assert_eq!(of(2_500_000_000, Lang::FR), ("2\u{202f}500".into(), "size-mb"));
    }

    #[test]
    fn arabic_counts_by_the_hundred() {
        let forms = [
            (0, "zero"),
            (1, "one"),
            (2, "two"),
            (3, "few"),
            (10, "few"),
            (11, "many"),
            (99, "many"),
            (100, "other"),
            (101, "other"),
            (103, "few"),
            (111, "many"),
            (1_003, "few"),
        ];
        for (number, form) in forms {
            assert_eq!(plural(number, Lang::AR), form, "{number}");
        }
        assert_eq!([0, 1, 2].map(|number| plural(number, Lang::FR)), ["one", "one", "other"]);
        assert_eq!([0, 1, 2].map(|number| plural(number, Lang::EN)), ["other", "one", "other"]);
    }

    #[test]
    fn names_sort_as_people_do() {
        let mut names = ["Zenica", "Århus", "Çorum", "Ankara", "Élbasan", "Berlin", "ankara"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["ankara", "Ankara", "Århus", "Berlin", "Çorum", "Élbasan", "Zenica"]);
    }
}
