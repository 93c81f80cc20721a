//! Days as people write them: `12 May 2024`, `12-May-2024`, `le 1er mars 2024`, `12 de mayo de 2024`, `May 12, 2024`, `١٢ أيار ٢٠٢٤`.
//!
//! They meet in the index as `2024-05-12`, where days in figures are too (see [`crate::joints`]).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use base::fold::fold;

use crate::analyse::{Word, Words};
use crate::kept::PAGE_BREAK;

/// Years that a day has.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2199;
/// What makes a number the number of a day: `1er`, `12th`, `1º`.
const ORDINALS: [&str; 9] = ["", "er", "st", "nd", "rd", "th", "o", "e", "ro"];
/// What stands between a day, its month and its year, folded.
const BETWEEN: [&str; 5] = ["de", "of", "del", "من", "عام"];
/// Words of a day at most: `12 de mayo de 2024`, `12 من كانون الثاني/يناير من عام 2024`.
const LONGEST: usize = 8;
/// Bytes of blanks and signs between two of them.
const GAP: usize = 4;
/// Letters of the longest name of a month, in bytes, whatever its script.
const NAME_BYTES: usize = 48;

/// The twelve months: first in European languages, with what they are shortened to, then Swahili, Hausa, Filipino, Indonesian
/// and Turkish, then in Cyrillic, then in Arabic of Egypt, the Maghreb and the Levant, in Persian, Dari and Urdu, in Bengali
/// and Hindi. Without `listopad`, which is October in Croatia and November in Poland and Czechia, and without what is short for a
/// month and a word of its own (`set`, `ago`, `des`).
const MONTHS: [&str; 12] = [
    "january, jan, janvier, janv, enero, ene, janeiro, gennaio, gen, januar, jänner, januari, tammikuuta, tammikuu, janar, siječanj, \
     siječnja, januara, janairu, gener, janvye, ocak, января, јануар, јануара, јануари, януари, يناير, جانفي, كانون الثاني, كانون ثاني, جنوري, جنوری, ژانویه, \
     জানুয়ারি, জানুয়ারী, जनवरी",
    "february, feb, febr, février, févr, febrero, fevereiro, fev, febbraio, februar, februari, helmikuuta, helmikuu, shkurt, veljača, \
     veljače, februara, fabrairu, faburairu, febrer, fevriye, pebrero, şubat, февраля, фебруар, фебруара, февруари, فبراير, فيفري, شباط, فبروري, فروری, فوریه, \
     ফেব্রুয়ারি, ফেব্রুয়ারী, फरवरी, फ़रवरी",
    "march, mar, mars, marzo, março, marz, maart, mrt, märz, marts, maaliskuuta, maaliskuu, ožujak, ožujka, marta, machi, maris, marso, març, \
     maret, mart, марта, март, مارس, آذار, مارچ, মার্চ, मार्च",
    "april, apr, avril, avr, abril, abr, aprile, huhtikuuta, huhtikuu, prill, travanj, travnja, aprila, aprili, afrilu, afirilu, nisan, апреля, \
     април, أبريل, إبريل, أفريل, نيسان, اپریل, آوریل, এপ্রিল, अप्रैल",
    "may, mai, mayo, maio, maggio, mei, maj, toukokuuta, toukokuu, svibanj, svibnja, maja, mayu, maig, mayıs, мая, май, мај, مايو, ماي, \
     أيار, مئی, می, مۍ, مه, মে, मई",
    "june, jun, juin, junio, junho, giugno, giu, juni, kesäkuuta, kesäkuu, qershor, lipanj, lipnja, juna, yuni, hunyo, juny, haziran, июня, \
     юни, јуни, јун, يونيو, يونيه, جوان, حزيران, جون, ژوئن, জুন, जून",
    "july, jul, juillet, juil, julio, julho, luglio, lug, juli, heinäkuuta, heinäkuu, korrik, srpanj, srpnja, jula, julai, yuli, hulyo, juliol, \
     jiyè, temmuz, июля, юли, јули, јул, يوليو, يوليه, يوليوز, جويلية, تموز, جولای, جولائی, ژوئیه, জুলাই, जुलाई",
    "august, aug, août, agosto, augustus, augusti, elokuuta, elokuu, gusht, kolovoz, kolovoza, avgust, avgusta, augusta, agosti, \
     agusta, agost, agustus, ağustos, августа, август, أغسطس, غشت, أوت, آب, اگست, اګست, আগস্ট, अगस्त",
    "september, sep, sept, septembre, septiembre, setiembre, setembro, settembre, sett, syyskuuta, syyskuu, shtator, rujan, rujna, \
     septembar, septembra, septemba, satumba, setembre, septanm, setyembre, eylül, сентября, септември, септембар, септембра, سبتمبر, شتنبر, أيلول, \
     ستمبر, سپتمبر, سېپتمبر, سپتامبر, সেপ্টেম্বর, सितंबर, सितम्बर",
    "october, oct, octobre, octubre, outubro, ottobre, ott, oktober, okt, lokakuuta, lokakuu, tetor, oktobar, \
     oktobra, oktoba, oktubre, oktòb, ekim, октября, октомври, октобар, октобра, أكتوبر, تشرين الأول, تشرين أول, اکتوبر, اکتبر, অক্টোবর, अक्टूबर, \
     अक्तूबर",
    "november, nov, novembre, noviembre, novembro, marraskuuta, marraskuu, nëntor, studeni, studenoga, studenog, novembar, novembra, \
     novemba, nuwamba, nobyembre, novanm, kasım, ноября, ноември, новембар, новембра, نوفمبر, نونبر, تشرين الثاني, تشرين ثاني, نومبر, نوامبر, নভেম্বর, \
     नवंबर, नवम्बर",
    "december, dec, décembre, déc, diciembre, dic, dezembro, dez, dicembre, dezember, desember, joulukuuta, joulukuu, dhjetor, \
     prosinac, prosinca, decembar, decembra, desemba, disamba, disyembre, desembre, desanm, aralık, декабря, декември, децембар, децембра, ديسمبر, \
     دجنبر, كانون الأول, كانون أول, دسمبر, دسامبر, ডিসেম্বর, दिसंबर, दिसम्बर",
];

/// Croatian names that are other months in Ukrainian, whose letters fold to the same.
const LATIN_ONLY: [&str; 4] = ["travanj", "travnja", "lipanj", "lipnja"];

/// Names of the months, folded.
static NUMBERS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| names().collect());

/// What names of two words begin with, folded.
static FIRST_OF_TWO: LazyLock<HashSet<String>> =
    LazyLock::new(|| names().filter_map(|(name, _)| Some(name.split_once(' ')?.0.to_owned())).collect());

fn names() -> impl Iterator<Item = (String, u32)> {
    (1..).zip(MONTHS).flat_map(|(number, names)| names.split(", ").map(move |name| (fold(name), number)))
}

/// The words of a day that begins with this word, and how the index has it.
pub(crate) fn day_in_words<'a>(text: &'a str, first: Word<'a>) -> Option<(Vec<Word<'a>>, String)> {
    // A number before a word, or a word before a number: most words are neither.
    let rest = &text[first.end()..];
    let next = rest.trim_start_matches(is_between);
    let by_number = |text: &str| text.starts_with(char::is_numeric);
    let near = (1..=GAP).contains(&(rest.len() - next.len()));
    if !near || first.solo || first.text.len() > NAME_BYTES || by_number(first.text) == by_number(next) {
        return None;
    }
    let mut reading = Reading { text, words: vec![first] };
    let first = fold(first.text);
    let (year, month, day) = match day(&first) {
        Some(day) => reading.day_first(day)?,
        None => reading.month_first(*NUMBERS.get(&first)?)?,
    };
    Some((reading.words, format!("{year}-{month:02}-{day:02}")))
}

/// Whether a sign stands between the parts of a day: a page that ends does not, behind its number another one begins.
fn is_between(sign: char) -> bool {
    sign.is_whitespace() && sign != PAGE_BREAK || matches!(sign, '.' | ',' | '،' | '-' | '/')
}

/// A day that is read word by word.
struct Reading<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

impl Reading<'_> {
    /// The next word, folded, where only blanks and signs of a day part it from the last one.
    fn next(&mut self) -> Option<String> {
        let last = self.words.last().filter(|_| self.words.len() < LONGEST)?;
        let next = Words::after(self.text, last.end()).next()?;
        let gap = &self.text[last.end()..next.start];
        let near = gap.len() <= GAP && gap.chars().all(is_between);
        if next.solo || !near || next.text.len() > NAME_BYTES {
            return None;
        }
        self.words.push(next);
        Some(fold(next.text))
    }

    /// The next word but those that only join.
    fn next_part(&mut self) -> Option<String> {
        loop {
            let word = self.next()?;
            if !BETWEEN.contains(&word.as_str()) {
                return Some(word);
            }
        }
    }

    /// The month whose name begins with this word.
    fn month(&mut self, word: &str) -> Option<u32> {
        if let Some(number) = NUMBERS.get(word) {
            let is_other = LATIN_ONLY.contains(&word) && !self.words.last()?.text.is_ascii();
            return (!is_other).then_some(*number);
        }
        FIRST_OF_TWO.get(word)?;
        let two = format!("{word} {}", self.next()?);
        NUMBERS.get(&two).copied()
    }

    /// `12 May 2024`, also `12 أيار/مايو 2024`.
    fn day_first(&mut self, day: u32) -> Option<(u32, u32, u32)> {
        let name = self.next_part()?;
        let month = self.month(&name)?;
        let mut word = self.next_part()?;
        if self.month(&word).is_some_and(|other| other == month) {
            word = self.next_part()?;
        }
        Some((year(&word)?, month, day))
    }

    /// `May 12, 2024`.
    fn month_first(&mut self, month: u32) -> Option<(u32, u32, u32)> {
        let day = day(&self.next()?)?;
        Some((year(&self.next()?)?, month, day))
    }
}

fn day(word: &str) -> Option<u32> {
    let end = word.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(word.len());
    let number = word[..end].parse().ok().filter(|day| (1..=31).contains(day))?;
    (end <= 2 && ORDINALS.contains(&&word[end..])).then_some(number)
}

fn year(word: &str) -> Option<u32> {
    word.parse().ok().filter(|year| word.len() == 4 && YEARS.contains(year))
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
            "May\u{A0}12, 2024",
            "May-12-2024",
            "May\n12, 2024",
            "the 12th of May, 2024",
            "le 12 mai 2024",
            "12 de mayo de 2024",
            "12. Mai 2024",
            "12-May-2024",
            "12/May/2024",
            "from 10-12 May 2024",
            "12 mei 2024",
            "12 maj 2024",
            "12. toukokuuta 2024",
            "12 Mayıs 2024",
            "12 Mayu 2024",
            "12 мая 2024",
            "12 май 2024",
            "12. мај 2024",
            "١٢ أيار ٢٠٢٤",
            "12 مايو 2024",
            "12 أيار/مايو 2024",
            "12 مايو/أيار 2024",
            "12 مايو من عام 2024",
            "12 من أيار/مايو من عام 2024",
            "۱۲ می ۲۰۲۴",
            "১২ মে ২০২৪",
        ] {
            assert_eq!(told(text).as_deref(), Some("2024-05-12"), "{text}");
        }
        assert_eq!(told("1er mars 2024"), Some("2024-03-01".to_owned()));
        assert_eq!(told("12. travnja 2024"), Some("2024-04-12".to_owned()));
        assert_eq!(told("3 تشرين أول 2024"), Some("2024-10-03".to_owned()));
        for text in ["3 كانون الثاني 2024", "3 كانون الثاني/يناير 2024", "3 يناير/كانون الثاني 2024", "3 janv. 2024"]
        {
            assert_eq!(told(text).as_deref(), Some("2024-01-03"), "{text}");
        }
        assert_eq!(told("3 févr. 2024"), Some("2024-02-03".to_owned()));
        assert_eq!(told("Sept. 12, 2024"), Some("2024-09-12".to_owned()));
        assert_eq!(told("12 غشت 2024"), Some("2024-08-12".to_owned()));
    }

    #[test]
    fn a_name_is_one_month_s() {
        for (name, number) in names() {
            assert_eq!(NUMBERS.get(&name), Some(&number), "{name}");
            assert!(name.len() <= NAME_BYTES, "{name}");
        }
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
            "12 May June 2024",
            "12 травня 2024",
            "12 липня 2024",
            "12 листопада 2024",
            "12 listopada 2024",
            "Absatz 3 des 2021",
            "the 27 set 2030",
            "12\u{C}May 2024",
            "May\u{C}12, 2024",
            "12 كانون 2024",
            "May\n\n\n\n\n12, 2024",
            "12\u{2003}\u{2003}\u{2003}May 2024",
            "room 12 mars",
            "12",
            "May ",
            "",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
