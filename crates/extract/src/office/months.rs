//! Names of months and days in the languages that a number format can ask for.

/// A language: its code, its number among the languages of Windows, and its names, January and Monday first.
type Names = (&'static str, u32, [&'static str; 12], [&'static str; 7]);

const ENGLISH: usize = 0;
const LANGUAGES: [Names; 7] = [
    (
        "en",
        0x09,
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ),
    (
        "fr",
        0x0c,
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ),
    (
        "ar",
        0x01,
        ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    ),
    (
        "es",
        0x0a,
        [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ),
    (
        "de",
        0x07,
        [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ),
    (
        "pt",
        0x16,
        [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        ["segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"],
    ),
    (
        "ru",
        0x19,
        [
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
        ],
        ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    ),
];

/// A language that a format asks for; English where it asks for none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Language(usize);

impl Language {
    /// As it stands in a format behind the dash of `[$-40C]` or `[$-fr-FR]`; English for one that is not here.
    pub fn parse(text: &str) -> Language {
        let code = text.split(['-', ',']).next().unwrap_or_default().to_ascii_lowercase();
        // The lowest ten bits are the language, the next six the country, then come calendar and digits.
        let number = u32::from_str_radix(&code, 16).ok().filter(|_| code.len() > 2).map(|number| number & 0x3ff);
        let place = LANGUAGES.iter().position(|(known, windows, ..)| *known == code || Some(*windows) == number);
        Language(place.unwrap_or(ENGLISH))
    }

    /// The name of a month, counted from nought; as three letters where it is asked for so and that is how it is shortened.
    pub fn month(self, month: usize, short: bool) -> &'static str {
        self.shortened(LANGUAGES[self.0].2.get(month).copied().unwrap_or_default(), short)
    }

    /// The name of a day, Monday being nought.
    pub fn day(self, day: usize, short: bool) -> &'static str {
        self.shortened(LANGUAGES[self.0].3.get(day).copied().unwrap_or_default(), short)
    }

    /// Other languages shorten each name in its own way, and each program in another: whole names are found.
    fn shortened(self, name: &'static str, short: bool) -> &'static str {
        if short && self.0 == ENGLISH { &name[..3] } else { name }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_number_and_by_code() {
        let month = |text: &str| Language::parse(text).month(1, false);
        assert_eq!(["40C", "80c", "fr-FR", "fr"].map(month), ["février"; 4]);
        assert_eq!(["2010401", "1010401", "ar-SA"].map(month), ["فبراير"; 3]);
        assert_eq!(["", "409", "en-GB", "F800", "zz", "411"].map(month), ["February"; 6]);
        assert_eq!(Language::parse("de-DE").day(0, true), "Montag");
        assert_eq!((Language::default().day(6, true), Language::default().month(4, true)), ("Sun", "May"));
    }
}
