//! Numbers of a spreadsheet as its cells show them: dates, times, percentages, decimals.
//!
//! A format that is no common one leaves the number as it was stored. Formats that mean "as this country writes it" are written so that
//! every country reads them: 2023-11-02.

use chrono::{Datelike, Days, NaiveDate};

use super::months::Language;
use super::xml::{Handler, Tag};

/// Cell formats of one workbook.
const FORMATS: usize = 100_000;
/// Digits that a cell without a format shows.
const DIGITS: usize = 11;
/// Decimals that a format may ask for.
const DECIMALS: usize = 30;
/// The last day that a spreadsheet knows, 31 December 9999, from 1900.
const LAST_DAY: f64 = 2_958_466.0;

/// How the cells of a workbook show numbers (`xl/styles.xml`).
#[derive(Default)]
pub(crate) struct Formats {
    /// Codes of the workbook's own formats.
    own: Vec<(u32, String)>,
    /// Format of each kind of cell.
    cells: Vec<u32>,
    in_cells: bool,
    from_1904: bool,
}

impl Handler for Formats {
    fn start(&mut self, tag: &Tag<'_>) {
        let number = |name: &str| tag.attribute(name).and_then(|value| value.parse().ok());
        match tag.name() {
            "numFmt" if self.own.len() < FORMATS => {
                if let (Some(id), Some(code)) = (number("numFmtId"), tag.attribute("formatCode")) {
                    self.own.push((id, code));
                }
            }
            "cellXfs" => self.in_cells = true,
            "xf" if self.in_cells && self.cells.len() < FORMATS => self.cells.push(number("numFmtId").unwrap_or(0)),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if name == "cellXfs" {
            self.in_cells = false;
        }
    }
}

impl Formats {
    /// No formats yet; days are counted from 1900 or from 1904.
    pub fn counted(from_1904: bool) -> Self {
        Formats { from_1904, ..Formats::default() }
    }

    /// Days are counted from 1904.
    pub fn count_from_1904(&mut self) {
        self.from_1904 = true;
    }

    /// A format of the workbook's own.
    pub fn add_code(&mut self, id: u32, code: String) {
        if self.own.len() < FORMATS {
            self.own.push((id, code));
        }
    }

    /// The next kind of cells, with the number of its format.
    pub fn add_cell(&mut self, id: u32) {
        if self.cells.len() < FORMATS {
            self.cells.push(id);
        }
    }

    /// What a cell of this kind shows for a stored number.
    pub fn shown(&self, kind: usize, stored: &str) -> String {
        let Ok(number) = stored.trim().parse::<f64>() else { return stored.to_owned() };
        let id = self.cells.get(kind).copied().unwrap_or(0);
        let own = self.own.iter().find(|(own, _)| *own == id).map(|(_, code)| code.as_str());
        match own.or_else(|| standard(id)) {
            Some(code) => shown(code, number, self.from_1904).unwrap_or_else(|| general(stored, number)),
            None => general(stored, number),
        }
    }
}

/// Formats that need not be written down (ECMA-376, 18.8.30).
fn standard(id: u32) -> Option<&'static str> {
    Some(match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => "yyyy-mm-dd",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 | 55 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 | 32 => "h:mm",
        21 | 33 => "h:mm:ss",
        22 => "yyyy-mm-dd h:mm",
        37 | 38 => "#,##0",
        39 | 40 => "#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss",
        _ => return None,
    })
}

/// A number without a format: not all the digits that the machine has.
fn general(stored: &str, number: f64) -> String {
    let stored = stored.trim();
    if stored.len() <= DIGITS || !number.is_finite() || !(1e-4..1e11).contains(&number.abs()) {
        return stored.to_owned();
    }
    let whole = number.abs().log10().floor().max(0.0) as usize + 1;
    let text = format!("{number:.*}", DIGITS.saturating_sub(whole));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number in a format; `None` where the format is not understood.
pub(crate) fn shown(code: &str, number: f64, from_1904: bool) -> Option<String> {
    let parts = Part::all(code)?;
    let sections: Vec<&[Part]> = parts.split(|part| *part == Part::Next).collect();
    let section = match sections.len() {
        0 | 1 => *sections.first()?,
        _ if number < 0.0 => sections[1],
        2 => sections[0],
        _ if number == 0.0 => sections[2],
        _ => sections[0],
    };
    if section.iter().any(|part| matches!(part, Part::Date(..) | Part::Elapsed(_))) {
        return date(section, number, from_1904);
    }
    let number = if sections.len() > 1 && number < 0.0 { -number } else { number };
    decimal(section, number)
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// Text that stands as it is.
    Text(String),
    /// `y`, `m`, `d`, `h`, `s`, as often as it stands.
    Date(char, usize),
    /// `[h]`, `[m]`, `[s]`: hours of several days.
    Elapsed(char),
    /// `AM/PM`.
    HalfDay,
    /// `0`, `#`, `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// `[$-40C]`: the language of names.
    Language(Language),
    /// `;`
    Next,
}

impl Part {
    /// The parts of a code; `None` where one is not known (fractions, exponents, conditions).
    fn all(code: &str) -> Option<Vec<Part>> {
        let mut parts = Vec::new();
        let mut rest = code.chars().peekable();
        while let Some(c) = rest.next() {
            let part = match c {
                '"' => Part::Text(rest.by_ref().take_while(|c| *c != '"').collect()),
                '\\' | '!' => Part::Text(rest.next()?.to_string()),
                // A blank as wide as the next sign; a sign as often as it fits.
                '_' | '*' => {
                    rest.next();
                    continue;
                }
                '[' => match bracket(&rest.by_ref().take_while(|c| *c != ']').collect::<String>())? {
                    Some(part) => part,
                    None => continue,
                },
                '0' | '#' | '?' => Part::Digit(c),
                '.' => Part::Point,
                ',' => Part::Comma,
                '%' => Part::Percent,
                ';' => Part::Next,
                'y' | 'm' | 'd' | 'h' | 's' | 'Y' | 'M' | 'D' | 'H' | 'S' => {
                    let small = c.to_ascii_lowercase();
                    let mut times = 1;
                    while rest.peek().is_some_and(|next| next.to_ascii_lowercase() == small) {
                        rest.next();
                        times += 1;
                    }
                    Part::Date(small, times)
                }
                'A' | 'a' => {
                    let tail: String = rest.clone().take(4).collect::<String>().to_ascii_uppercase();
                    let length = if tail == "M/PM" {
                        4
                    } else if tail.starts_with("/P") {
                        2
                    } else {
                        return None;
                    };
                    rest.by_ref().take(length).for_each(drop);
                    Part::HalfDay
                }
                // Where a text would stand.
                '@' => continue,
                'E' | 'e' | 'G' | 'g' | 'b' | 'B' => return None,
                c => Part::Text(c.to_string()),
            };
            parts.push(part);
        }
        Some(parts)
    }
}

/// What stands in brackets: a currency, hours of several days, or a colour and the like (`None` inside).
fn bracket(inside: &str) -> Option<Option<Part>> {
    let lower = inside.to_ascii_lowercase();
    if let Some(currency) = inside.strip_prefix('$') {
        return Some(match currency.split_once('-') {
            Some(("", language)) => Some(Part::Language(Language::parse(language))),
            Some((sign, _)) => Some(Part::Text(sign.to_owned())),
            None => (!currency.is_empty()).then(|| Part::Text(currency.to_owned())),
        });
    }
    match lower.chars().next()? {
        unit @ ('h' | 'm' | 's') if lower.chars().all(|c| c == unit) => Some(Some(Part::Elapsed(unit))),
        '<' | '>' | '=' => None,
        _ => Some(None),
    }
}

fn date(parts: &[Part], number: f64, from_1904: bool) -> Option<String> {
    if !(0.0..LAST_DAY).contains(&number) {
        return None;
    }
    let has_seconds = parts.iter().any(|part| matches!(part, Part::Date('s', _) | Part::Elapsed('s')));
    let step = if has_seconds { 1.0 } else { 60.0 };
    // To the second or the minute that is shown: the number is seldom exact.
    let total = ((number * 86_400.0 / step).round() * step) as u64;
    let (days, seconds) = (total / 86_400, total % 86_400);
    let day = day(days, from_1904)?;
    let half_day = parts.contains(&Part::HalfDay);
    let asked = parts.iter().find_map(|part| if let Part::Language(language) = part { Some(*language) } else { None });
    let language = asked.unwrap_or_default();
    let (month, weekday) = (day.month0() as usize, day.weekday().num_days_from_monday() as usize);
    let mut shown = String::new();
    for (index, part) in parts.iter().enumerate() {
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        match part {
            Part::Text(text) => shown.push_str(text),
            Part::Date('y', 1 | 2) => shown.push_str(&format!("{:02}", day.year() % 100)),
            Part::Date('y', _) => shown.push_str(&day.year().to_string()),
            Part::Date('m', times @ (1 | 2)) if is_minute(parts, index) => shown.push_str(&padded(minute, *times)),
            Part::Date('m', times @ (1 | 2)) => shown.push_str(&padded(u64::from(day.month()), *times)),
            Part::Date('m', 5) => shown.extend(language.month(month, false).chars().next()),
            Part::Date('m', times) => shown.push_str(language.month(month, *times == 3)),
            Part::Date('d', times @ (1 | 2)) => shown.push_str(&padded(u64::from(day.day()), *times)),
            Part::Date('d', times) => shown.push_str(language.day(weekday, *times == 3)),
            Part::Date('h', times) => {
                let hour = if half_day { (hour + 11) % 12 + 1 } else { hour };
                shown.push_str(&padded(hour, *times));
            }
            Part::Date(_, times) => shown.push_str(&padded(second, *times)),
            Part::Elapsed('h') => shown.push_str(&(total / 3_600).to_string()),
            Part::Elapsed('m') => shown.push_str(&(total / 60).to_string()),
            Part::Elapsed(_) => shown.push_str(&total.to_string()),
            Part::HalfDay => shown.push_str(if hour < 12 { "AM" } else { "PM" }),
            Part::Comma => shown.push(','),
            Part::Point => shown.push('.'),
            Part::Percent => shown.push('%'),
            // Parts of a second.
            Part::Digit(_) => shown.push('0'),
            Part::Language(_) | Part::Next => {}
        }
    }
    Some(shown)
}

fn padded(number: u64, digits: usize) -> String {
    format!("{number:0width$}", width = digits.min(2))
}

/// `m` is a minute behind an hour, or before a second.
fn is_minute(parts: &[Part], index: usize) -> bool {
    let is_time = |part: &&Part| matches!(part, Part::Date(..) | Part::Elapsed(_));
    matches!(parts[..index].iter().rev().find(is_time), Some(Part::Date('h', _) | Part::Elapsed('h')))
        || matches!(parts[index + 1..].iter().find(is_time), Some(Part::Date('s', _)))
}

/// The day of a number. 1900 has a 29 February here, as its first program had.
fn day(days: u64, from_1904: bool) -> Option<NaiveDate> {
    let (first, days) = match (from_1904, days) {
        (true, days) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, days),
        (false, 0..=59) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        (false, days) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, days),
    };
    first.checked_add_days(Days::new(days))
}

fn decimal(parts: &[Part], number: f64) -> Option<String> {
    let is_digit = |part: &Part| matches!(part, Part::Digit(_));
    let Some(first) = parts.iter().position(is_digit) else {
        // Only a text: "yes";"no".
        let text: String =
            parts.iter().map(|part| if let Part::Text(text) = part { text.as_str() } else { "" }).collect();
        return (!text.trim().is_empty()).then_some(text);
    };
    let last = parts.iter().rposition(is_digit)?;
    let core = &parts[first..=last];
    // Digits with a text between them are a telephone number and the like.
    if core.iter().any(|part| matches!(part, Part::Text(_) | Part::Percent)) {
        return None;
    }
    let point = core.iter().position(|part| *part == Part::Point).unwrap_or(core.len());
    let decimals = &core[point..];
    let most = decimals.iter().filter(|part| is_digit(part)).count();
    let least = decimals.iter().filter(|part| matches!(part, Part::Digit('0'))).count();
    let whole = core[..point].iter().filter(|part| matches!(part, Part::Digit('0'))).count();
    let grouped = core[..point].contains(&Part::Comma);
    let thousands = parts[last + 1..].iter().take_while(|part| **part == Part::Comma).count();
    let percent = parts.contains(&Part::Percent);
    let number = number / 1000f64.powi(i32::try_from(thousands).ok()?) * if percent { 100.0 } else { 1.0 };
    if !number.is_finite() || number.abs() >= 1e15 || most > DECIMALS {
        return None;
    }
    let digits = digits(number.abs(), whole, least, most, grouped);
    let is_nothing = digits.chars().all(|c| matches!(c, '0' | '.' | ','));
    let mut shown = String::new();
    if number < 0.0 && !is_nothing {
        shown.push('-');
    }
    for part in &parts[..first] {
        push_sign(&mut shown, part);
    }
    shown.push_str(&digits);
    for part in &parts[last + 1..] {
        push_sign(&mut shown, part);
    }
    Some(shown)
}

fn push_sign(shown: &mut String, part: &Part) {
    match part {
        Part::Text(text) => shown.push_str(text),
        Part::Percent => shown.push('%'),
        _ => {}
    }
}

fn digits(number: f64, whole: usize, least: usize, most: usize, grouped: bool) -> String {
    // Half goes up, as in a spreadsheet; the machine's own rounding takes 0.125 down.
    let scale = 10f64.powi(i32::try_from(most).unwrap_or(0));
    let scaled = number * scale;
    let rounded = if scaled < 1e15 { (scaled * (1.0 + 4.0 * f64::EPSILON)).round() / scale } else { number };
    let text = format!("{rounded:.most$}");
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let kept = after.trim_end_matches('0').len().max(least.min(after.len()));
    let before = format!("{:0>whole$}", if before == "0" && whole == 0 { "" } else { before });
    let mut shown = String::new();
    for (index, digit) in before.chars().enumerate() {
        if grouped && index > 0 && (before.len() - index).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if kept > 0 {
        shown.push('.');
        shown.push_str(&after[..kept]);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(code: &str, number: f64) -> String {
        shown(code, number, false).unwrap_or_else(|| "as stored".to_owned())
    }

    #[test]
    fn dates_and_times() {
        assert_eq!(show("dd mmmm yyyy", 45232.0), "02 November 2023");
        assert_eq!(show("yyyy\\-mm\\-dd", 21916.0), "1960-01-01");
        assert_eq!(show("[$-409]d\\-mmm\\-yy;@", 45232.0), "2-Nov-23");
        assert_eq!(show("[$-409]dddd, d mmm yy", 45232.0), "Thursday, 2 Nov 23");
        assert_eq!(show("[$-40C]dddd d mmmm yyyy", 45232.0), "jeudi 2 novembre 2023");
        assert_eq!(show("[$-1010401]d mmmm yyyy;@", 45232.0), "2 نوفمبر 2023");
        assert_eq!(show("[$-fr-FR]mmm-yy", 45232.0), "novembre-23");
        assert_eq!(show("h:mm:ss AM/PM", 0.75), "6:00:00 PM");
        assert_eq!(show("d/m/yyyy h:mm", 45_232.999_999), "3/11/2023 0:00");
        assert_eq!(show("[h]:mm", 1.5), "36:00");
        assert_eq!(show("mm:ss", 0.5 + 61.0 / 86_400.0), "01:01");
        assert_eq!(show("d/m/yyyy", 59.0), "28/2/1900");
        assert_eq!(shown("d/m/yyyy", 0.0, true).as_deref(), Some("1/1/1904"));
        assert_eq!(show("d/m/yyyy", -1.0), "as stored");
        assert_eq!(show("d/m/yyyy", 3e9), "as stored");
    }

    #[test]
    fn numbers() {
        assert_eq!(show("0%", 0.35), "35%");
        assert_eq!(show("0.0 %", 0.0355), "3.6 %");
        assert_eq!(show("#,##0.00", 1_250_000.5), "1,250,000.50");
        assert_eq!(show("#,##0.00\\ [$€-40C];[Red]\\-#,##0.00\\ [$€-40C]", -1234.5), "-1,234.50 €");
        assert_eq!(show("0.00", 1.005), "1.01");
        assert_eq!(show("000", 7.0), "007");
        assert_eq!(show("#,##0,\"k\"", 1_250_000.0), "1,250k");
        assert_eq!(show("0", -0.2), "0");
        assert_eq!(show("\"yes\";;\"no\"", 1.0), "yes");
        assert_eq!(show("0.00E+00", 1.0), "as stored");
        assert_eq!(show("# ?/?", 0.5), "as stored");
        assert_eq!(general("0.30000000000000004", 0.300_000_000_000_000_04), "0.3");
        assert_eq!(general("1.5", 1.5), "1.5");
    }

    #[test]
    fn any_code_is_survived() {
        for code in
            ["", "\"", "\\", "[", "[]", "[$", "[$-", ";", ";;;", "%", "a", "y;;;;", ",,,0", "0.0.0", "[h", "_", "*"]
        {
            for number in [0.0, -1.0, 1e300, f64::NAN, f64::INFINITY, 45232.5] {
                let _ = shown(code, number, false);
            }
        }
    }
}
