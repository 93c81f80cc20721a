//! Days as people write them: `12 May 2024`, `12-May-2024`, `le 1er mars 2024`, `12 de mayo de 2024`, `May 12, 2024`, `١٢ أيار ٢٠٢٤`.
//!
//! They meet in the index as `2024-05-12`, where days in figures are too (see [`crate::joints`]).

use std::collections::HashMap;
use std::sync::LazyLock;

use base::fold::fold;

use crate::analyse::{Word, Words};

/// Years that a day has.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2199;
/// What makes a number the number of a day: `1er`, `12th`, `1º`.
const ORDINALS: [&str; 9] = ["", "er", "st", "nd", "rd", "th", "o", "e", "ro"];
/// What stands between a day, its month and its year.
const BETWEEN: [&str; 3] = ["de", "of", "del"];
/// Words of a day at most: `12 de mayo de 2024`, `12 كانون الثاني 2024`.
const LONGEST: usize = 5;
/// Letters of the longest name of a month, in bytes, whatever its script.
const NAME_BYTES: usize = 48;

/// The twelve months: first in European languages, then Swahili, Indonesian and Turkish, then in Cyrillic, then in Arabic of
/// Egypt, the Maghreb and the Levant, in Persian of Afghanistan and Urdu, in Bengali and Hindi.
const MONTHS: [&str; 12] = [
    "january, jan, janvier, janv, enero, janeiro, gennaio, januar, jänner, januari, janar, siječanj, siječnja, januara, ocak, \
     января, јануар, јануара, يناير, جانفي, كانون الثاني, جنوري, جنوری, জানুয়ারি, जनवरी",
    "february, feb, février, févr, febrero, fevereiro, febbraio, februar, februari, shkurt, veljača, veljače, februara, şubat, \
     февраля, فبراير, فيفري, شباط, فبروري, فروری, ফেব্রুয়ারি, फरवरी",
    "march, mar, mars, marzo, março, marz, maart, märz, marts, ožujak, ožujka, marta, machi, maret, mart, марта, مارس, آذار, \
     مارچ, মার্চ, मार्च",
    "april, apr, avril, avr, abril, aprile, prill, travanj, travnja, aprila, aprili, nisan, апреля, أبريل, إبريل, أفريل, نيسان, \
     اپریل, এপ্রিল, अप्रैल",
    "may, mai, mayo, maio, maggio, mei, maj, svibanj, svibnja, maja, mayıs, мая, مايو, ماي, أيار, مئی, মে, मई",
    "june, jun, juin, junio, junho, giugno, juni, qershor, lipanj, lipnja, juna, haziran, июня, يونيو, يونيه, جوان, حزيران, جون, \
     জুন, जून",
    "july, jul, juillet, juil, julio, julho, luglio, juli, korrik, srpanj, srpnja, jula, julai, temmuz, июля, يوليو, يوليه, \
     جويلية, تموز, جولای, جولائی, জুলাই, जुलाई",
    "august, aug, août, agosto, augustus, augusti, gusht, kolovoz, kolovoza, avgust, avgusta, agosti, agustus, ağustos, августа, \
     أغسطس, أوت, آب, اگست, আগস্ট, अगस्त",
    "september, sep, sept, septembre, septiembre, setembro, settembre, shtator, rujan, rujna, septembar, septembra, septemba, \
     eylül, сентября, سبتمبر, شتنبر, أيلول, ستمبر, সেপ্টেম্বর, सितंबर",
    "october, oct, octobre, octubre, outubro, ottobre, oktober, tetor, listopad, listopada, oktobar, oktobra, oktoba, ekim, \
     октября, أكتوبر, تشرين الأول, اکتوبر, অক্টোবর, अक्टूबर",
    "november, nov, novembre, noviembre, novembro, nëntor, studeni, studenoga, novembar, novembra, novemba, kasım, ноября, \
     نوفمبر, نونبر, تشرين الثاني, نومبر, নভেম্বর, नवंबर",
    "december, dec, décembre, diciembre, dezembro, dicembre, dezember, desember, dhjetor, prosinac, prosinca, decembar, \
     decembra, desemba, aralık, декабря, ديسمبر, دجنبر, كانون الأول, دسمبر, ডিসেম্বর, दिसंबर",
];

/// Names of the months, folded.
static NUMBERS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    (1..).zip(MONTHS).flat_map(|(number, names)| names.split(", ").map(move |name| (fold(name), number))).collect()
});

/// The words of a day that begins with this word, and how the index has it.
pub(crate) fn day_in_words<'a>(text: &'a str, first: Word<'a>) -> Option<(Vec<Word<'a>>, String)> {
    // A number before a word, or a word before a number: most words are neither.
    let (is_number, rest) = (first.text.starts_with(char::is_numeric), &text[first.end()..]);
    let before_number = rest.starts_with(' ') && rest[1..].starts_with(char::is_numeric);
    if first.solo || is_number == before_number {
        return None;
    }
    let mut words = vec![first];
    words.extend(following(text, first));
    let folded: Vec<String> = words.iter().map(|word| fold(word.text)).collect();
    let (length, year, month, day) = day_first(&folded).or_else(|| month_first(&folded))?;
    words.truncate(length);
    Some((words, format!("{year}-{month:02}-{day:02}")))
}

/// The words behind one that only blanks, points, commas and hyphens part from it and from each other.
fn following<'a>(text: &'a str, first: Word<'a>) -> Vec<Word<'a>> {
    let mut end = first.end();
    let near = |word: &Word<'a>| {
        let gap = &text[end..word.start];
        end = word.end();
        !word.solo
            && gap.len() <= 4
            && gap.chars().all(|sign| sign.is_whitespace() || matches!(sign, '.' | ',' | '،' | '-'))
    };
    Words::after(text, first.end()).take(LONGEST - 1).take_while(near).collect()
}

/// `12 May 2024`: how many words it has, its year, month and day.
fn day_first(words: &[String]) -> Option<(usize, u32, u32, u32)> {
    let day = day(words.first()?)?;
    let at = 1 + between(words.get(1)?);
    let (month, length) = month(&words[at..])?;
    let at = at + length;
    let at = at + between(words.get(at)?);
    Some((at + 1, year(words.get(at)?)?, month, day))
}

/// `May 12, 2024`.
fn month_first(words: &[String]) -> Option<(usize, u32, u32, u32)> {
    let (month, at) = month(words)?;
    Some((at + 2, year(words.get(at + 1)?)?, month, day(words.get(at)?)?))
}

fn between(word: &str) -> usize {
    usize::from(BETWEEN.contains(&word))
}

fn day(word: &str) -> Option<u32> {
    let end = word.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(word.len());
    let number = word[..end].parse().ok().filter(|day| (1..=31).contains(day))?;
    (end <= 2 && ORDINALS.contains(&&word[end..])).then_some(number)
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|year| word.len() == 4 && YEARS.contains(year))
}

/// The month that words begin with, and how many words its name has.
fn month(words: &[String]) -> Option<(u32, usize)> {
    let [first, rest @ ..] = words else { return None };
    let two = || Some((*NUMBERS.get(&format!("{first} {}", rest.first()?))?, 2));
    if first.len() > NAME_BYTES { None } else { NUMBERS.get(first).map(|number| (*number, 1)).or_else(two) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::words;

    fn told(text: &str) -> Option<String> {
        words(text).find_map(|word| day_in_words(text, word)).map(|(_, day)| day)
    }

    #[test]
    fn a_day_in_words_is_told_in_each_language() {
        for text in [
            "on 12 May 2024 in Oslo",
            "May 12, 2024",
            "the 12th of May, 2024",
            "le 12 mai 2024",
            "12 de mayo de 2024",
            "12. Mai 2024",
            "12-May-2024",
            "from 10-12 May 2024",
            "12 mei 2024",
            "12 maj 2024",
            "12 Mayıs 2024",
            "12 мая 2024",
            "١٢ أيار ٢٠٢٤",
            "12 مايو 2024",
            "১২ মে ২০২৪",
        ] {
            assert_eq!(told(text).as_deref(), Some("2024-05-12"), "{text}");
        }
        assert_eq!(told("1er mars 2024"), Some("2024-03-01".to_owned()));
        assert_eq!(told("3 كانون الثاني 2024"), Some("2024-01-03".to_owned()));
        assert_eq!(told("3 févr. 2024"), Some("2024-02-03".to_owned()));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "12 May",
            "May 2024",
            "we may 12, 24",
            "32 May 2024",
            "12 maybe 2024",
            "may 12 people",
            "12 May – 2024",
            "12\u{2003}\u{2003}\u{2003}May 2024",
            "room 12 mars",
            "",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
