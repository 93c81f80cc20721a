//! From glyphs with places to lines of text.
//!
//! A PDF has no words, lines or directions: only glyphs at points. Glyphs on one baseline make a line; a gap makes a space. Lines that
//! hold right-to-left letters are sorted by x, as different programs draw them in either order, and then put into the order of reading.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::columns::in_reading_order;
use crate::sink::Sink;

/// Letters of a line that tell whether it is set apart for looks: fewer say nothing.
const SPACED_LETTERS: usize = 6;
/// Gap between most letters of such a line, in em: nearer is kerning, farther are words of one letter.
const SPACED: std::ops::RangeInclusive<f64> = 0.05..=0.6;
/// How much more than between its letters is between its words, in em.
const SPACED_WORDS: f64 = 0.12;
/// Gap between two right-to-left letters that is kerning still, in em: Arabic fonts keep the tail of a letter clear of the one before it.
const KERNED: f64 = 0.16;
/// Step off the baseline that still belongs to the line (indices, exponents), in em.
const BASELINE_STEP: f64 = 0.4;
/// Gap that makes another fragment of the same line: the next column or table cell, in em.
const COLUMN_GAP: f64 = 1.5;
/// Step down that starts a paragraph, in em.
const PARAGRAPH_STEP: f64 = 2.2;
/// A letter drawn again this near is the same letter made bold, in em.
const TWICE: f64 = 0.12;
/// How many letters back such a repetition is looked for.
const TWICE_UNITS: usize = 80;

/// Where a glyph is: its origin, the direction of its line, its width and size, in the units of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub x: f64,
    pub y: f64,
    pub dx: f64,
    pub dy: f64,
    pub width: f64,
    pub size: f64,
    /// Gap behind it that makes a space, in em: its font's own.
    pub gap: f64,
}

/// Text that keeps its order whatever is done to the line: a letter, a ligature, a span with a stated text.
#[derive(Debug, Clone)]
pub(crate) struct Unit {
    pub text: String,
    /// Beginning and end along the line.
    pub start: f64,
    pub end: f64,
    /// Gap behind it that makes a space, in em.
    pub gap: f64,
}

/// Collects the glyphs of a page.
#[derive(Default)]
pub(crate) struct Joiner {
    lines: Vec<Line>,
}

pub(super) struct Line {
    pub dx: f64,
    pub dy: f64,
    /// Distance of the baseline across the direction.
    pub across: f64,
    pub size: f64,
    pub units: Vec<Unit>,
}

impl Joiner {
    /// Adds a glyph, in the order of drawing.
    pub fn push(&mut self, place: Placed, text: &str) {
        if ![place.x, place.y, place.dx, place.dy, place.width, place.size].iter().all(|number| number.is_finite()) {
            return;
        }
        let text = readable(text);
        if text.is_empty() {
            return;
        }
        match self.lines.last_mut() {
            Some(line) if line.takes(&place) => line.add(&place, text),
            _ if text == " " => {}
            _ => self.lines.push(Line::start(&place, text)),
        }
    }

    /// Makes the last unit reach to the end of a glyph that it stands for.
    pub fn stretch(&mut self, place: &Placed) {
        if let Some(line) = self.lines.last_mut()
            && line.takes(place)
            && let Some(unit) = line.units.last_mut()
        {
            let start = along(place, line.dx, line.dy);
            unit.start = unit.start.min(start);
            unit.end = unit.end.max(start + place.width);
        }
    }

    /// Writes the lines, in the order of drawing, but for columns that were drawn side by side.
    pub fn write(self, sink: &mut Sink) {
        let page_rtl = runs_right_to_left(self.lines.iter().flat_map(|line| &line.units));
        let mut last: Option<(f64, f64, f64)> = None;
        for line in in_reading_order(self.lines, page_rtl) {
            let (across, dx, dy, size) = (line.across, line.dx, line.dy, line.size);
            let text = line.text(page_rtl);
            if text.trim().is_empty() {
                continue;
            }
            if let Some((last_across, last_dx, last_dy)) = last {
                let turned = last_dx * dx + last_dy * dy < 0.9;
                if turned || (last_across - across).abs() > PARAGRAPH_STEP * size {
                    sink.line();
                }
            }
            last = Some((across, dx, dy));
            sink.push(text.trim());
            sink.end_line();
        }
    }
}

impl Line {
    fn start(place: &Placed, text: String) -> Line {
        let start = along(place, place.dx, place.dy);
        let unit = Unit { text, start, end: start + place.width, gap: place.gap };
        Line {
            dx: place.dx,
            dy: place.dy,
            across: across(place, place.dx, place.dy),
            size: place.size,
            units: vec![unit],
        }
    }

    fn takes(&self, place: &Placed) -> bool {
        let same_direction = self.dx * place.dx + self.dy * place.dy > 0.98;
        same_direction
            && (across(place, self.dx, self.dy) - self.across).abs() <= BASELINE_STEP * self.size.max(place.size)
    }

    fn add(&mut self, place: &Placed, text: String) {
        let start = along(place, self.dx, self.dy);
        // A large letter sets the measure for the small ones beside it, not the other way round.
        if place.size > self.size {
            self.size = place.size;
            self.across = across(place, self.dx, self.dy);
        }
        let again = self
            .units
            .iter()
            .rev()
            .take(TWICE_UNITS)
            .any(|unit| (unit.start - start).abs() < TWICE * place.size && unit.text == text);
        if !again || text == " " {
            self.units.push(Unit { text, start, end: start + place.width, gap: place.gap });
        }
    }

    fn text(mut self, page_rtl: bool) -> String {
        let rtl = self.units.iter().any(|unit| unit.text.chars().any(is_rtl));
        if rtl {
            self.units.sort_by(|a, b| a.start.total_cmp(&b.start));
            attach_marks(&mut self.units);
        }
        let spaced = self.with_spaces(rtl);
        let ordered = if rtl { visual_to_logical(spaced, page_rtl) } else { spaced };
        ordered.iter().map(|unit| unit.text.as_str()).collect()
    }

    /// Puts a space where the page shows a gap. Lines without right-to-left letters keep the order of drawing, so a step back is a gap too.
    fn with_spaces(self, sorted: bool) -> Vec<Unit> {
        let mut spaced: Vec<Unit> = Vec::with_capacity(self.units.len() + self.units.len() / 4);
        let spacing = self.spacing();
        for unit in self.units {
            if let Some(last) = spaced.last() {
                let gap = (unit.start - last.end) / self.size.max(f64::MIN_POSITIVE);
                let least = if spacing > 0.0 { spacing + SPACED_WORDS } else { last.gap };
                let least =
                    if is_letter_rtl(&last.text) && is_letter_rtl(&unit.text) { least.max(KERNED) } else { least };
                let apart = gap > least || (!sorted && gap < -COLUMN_GAP);
                if apart && last.text != " " && unit.text != " " {
                    spaced.push(Unit { text: " ".to_owned(), start: last.end, end: unit.start, gap: last.gap });
                }
            }
            spaced.push(unit);
        }
        spaced
    }

    /// Gap between the letters of a line that is set apart for looks ("P A R T S"), in em; 0 where letters stand as usual.
    fn spacing(&self) -> f64 {
        if self.units.len() < SPACED_LETTERS {
            return 0.0;
        }
        let size = self.size.max(f64::MIN_POSITIVE);
        let is_letter = |unit: &Unit| unit.text.chars().all(char::is_alphabetic);
        let mut gaps: Vec<f64> = self
            .units
            .windows(2)
            .filter(|pair| is_letter(&pair[0]) && is_letter(&pair[1]))
            .map(|pair| (pair[1].start - pair[0].end) / size)
            .collect();
        if gaps.len() + 1 < SPACED_LETTERS {
            return 0.0;
        }
        let middle = gaps.len() / 4;
        let (_, gap, _) = gaps.select_nth_unstable_by(middle, f64::total_cmp);
        if SPACED.contains(gap) { *gap } else { 0.0 }
    }
}

fn along(place: &Placed, dx: f64, dy: f64) -> f64 {
    place.x * dx + place.y * dy
}

fn across(place: &Placed, dx: f64, dy: f64) -> f64 {
    place.y * dx - place.x * dy
}

/// The text of a glyph without what is not text: presentation forms as the letters they present, no private or control characters.
fn readable(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => clean.extend(std::iter::once(c).nfkc()),
            '\t' | '\n' | '\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => clean.push(' '),
            // Private use, specials, bidi controls: they mean something to the program that wrote the file only.
            '\u{e000}'..='\u{f8ff}'
            | '\u{fff0}'..='\u{ffff}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

/// Puts marks that are drawn over a letter right behind that letter.
fn attach_marks(units: &mut Vec<Unit>) {
    let mut at = 0;
    while at < units.len() {
        if units.len() > 1 && units[at].text.chars().all(is_combining_mark) {
            let middle = (units[at].start + units[at].end) / 2.0;
            let holds = |index: usize| {
                units.get(index).is_some_and(|unit| unit.start <= middle && middle <= unit.end && unit.text != " ")
            };
            // After the sort its letter is a neighbour: before it, or (for a mark that starts left of its letter) behind it.
            let letter = [at.wrapping_sub(1), at + 1].into_iter().find(|index| holds(*index));
            if let Some(letter) = letter {
                let mark = units.remove(at);
                let letter = if letter > at { letter - 1 } else { letter };
                units[letter].text.push_str(&mark.text);
                continue;
            }
        }
        at += 1;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Right,
    Left,
    Digit,
    Neutral,
}

fn kind(unit: &Unit) -> Kind {
    let mut kind = Kind::Neutral;
    for c in unit.text.chars() {
        if is_rtl(c) {
            return Kind::Right;
        }
        if c.is_numeric() {
            kind = Kind::Digit;
        } else if c.is_alphabetic() {
            return Kind::Left;
        }
    }
    kind
}

/// Whether all of a glyph's text are letters of a script that runs from right to left.
fn is_letter_rtl(text: &str) -> bool {
    text.chars().all(|c| c.is_alphabetic() && is_rtl(c))
}

/// Whether a letter belongs to a script that runs from right to left (digits of those scripts do not).
pub(crate) fn is_rtl(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{65f}' | '\u{66a}'..='\u{6ef}' | '\u{6fa}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Whether most of the letters run from right to left.
pub(crate) fn runs_right_to_left<'a>(units: impl Iterator<Item = &'a Unit>) -> bool {
    let (mut right, mut left) = (0usize, 0usize);
    for unit in units {
        match kind(unit) {
            Kind::Right => right += 1,
            Kind::Left => left += 1,
            Kind::Digit | Kind::Neutral => {}
        }
    }
    right > left
}

/// From the order of the eye, left to right, to the order of reading. It is its own inverse, near enough.
///
/// A line runs as its page does (an Arabic sentence may hold a long English name), or as most of its letters do.
/// Units are turned, never the characters in one; numbers stay as they are.
pub(crate) fn visual_to_logical(units: Vec<Unit>, page_rtl: bool) -> Vec<Unit> {
    let kinds: Vec<Kind> = units.iter().map(kind).collect();
    let rtl = page_rtl || runs_right_to_left(units.iter());
    let mut units: Vec<Option<Unit>> = units.into_iter().map(Some).collect();
    let mut ordered = Vec::with_capacity(units.len());
    let mut take = |range: std::ops::Range<usize>, backwards: bool| {
        let indices: Vec<usize> = if backwards { range.rev().collect() } else { range.collect() };
        ordered.extend(indices.into_iter().filter_map(|index| units[index].take()));
    };
    if rtl {
        // Read from the right; each left-to-right run in it is read from the left.
        let mut end = kinds.len();
        while end > 0 {
            let start = left_run_start(&kinds, end);
            if start < end {
                take(start..end, false);
                end = start;
            } else {
                take(end - 1..end, false);
                end -= 1;
            }
        }
    } else {
        let mut start = 0;
        while start < kinds.len() {
            if kinds[start] != Kind::Right {
                take(start..start + 1, false);
                start += 1;
                continue;
            }
            let end = right_run_end(&kinds, start);
            // Inside the run the same rule as above holds: numbers are not turned.
            let mut at = end;
            while at > start {
                let number = number_start(&kinds, start, at);
                if number < at {
                    take(number..at, false);
                    at = number;
                } else {
                    take(at - 1..at, false);
                    at -= 1;
                }
            }
            start = end;
        }
    }
    ordered
}

/// Start of the left-to-right run that ends before `end`, or `end`: letters and digits, with what stands between them.
fn left_run_start(kinds: &[Kind], end: usize) -> usize {
    if !matches!(kinds[end - 1], Kind::Left | Kind::Digit) {
        return end;
    }
    let mut start = end - 1;
    let mut at = start;
    let mut letters = kinds[end - 1] == Kind::Left;
    while at > 0 {
        at -= 1;
        match kinds[at] {
            Kind::Right => break,
            Kind::Left => {
                letters = true;
                start = at;
            }
            // Numbers without letters hold together over one sign only (3.5, 12/04): "2020 2019" are two numbers, read from the right.
            Kind::Digit if letters || start - at <= 2 => start = at,
            Kind::Digit => break,
            Kind::Neutral => {}
        }
    }
    start
}

fn right_run_end(kinds: &[Kind], start: usize) -> usize {
    let mut end = start + 1;
    for (index, kind) in kinds.iter().enumerate().skip(start + 1) {
        match kind {
            Kind::Right => end = index + 1,
            Kind::Left => break,
            Kind::Digit | Kind::Neutral => {}
        }
    }
    end
}

fn number_start(kinds: &[Kind], floor: usize, end: usize) -> usize {
    if kinds[end - 1] != Kind::Digit {
        return end;
    }
    let mut start = end - 1;
    while start > floor
        && (kinds[start - 1] == Kind::Digit
            || (start - 1 > floor && kinds[start - 1] == Kind::Neutral && kinds[start - 2] == Kind::Digit))
    {
        start -= 1;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<Unit> {
        text.chars().map(|c| Unit { text: c.to_string(), start: 0.0, end: 0.0, gap: 0.1 }).collect()
    }

    fn logical(visual: &str) -> String {
        logical_on(visual, false)
    }

    fn logical_on(visual: &str, page_rtl: bool) -> String {
        visual_to_logical(units(visual), page_rtl).into_iter().map(|unit| unit.text).collect()
    }

    /// Draws each glyph 10 wide at the given places.
    fn joined(glyphs: &[(f64, f64, &str)]) -> String {
        let mut joiner = Joiner::default();
        for (x, y, text) in glyphs {
            joiner.push(Placed { x: *x, y: *y, dx: 1.0, dy: 0.0, width: 10.0, size: 20.0, gap: 0.1 }, text);
        }
        let mut sink = Sink::new(1000);
        joiner.write(&mut sink);
        sink.finish().0
    }

    #[test]
    fn right_to_left_lines_are_turned_and_numbers_are_not() {
        assert_eq!(logical("ملاس"), "سالم");
        assert_eq!(logical("2024 ماع"), "عام 2024");
        assert_eq!(logical("12/05/2024 خيرات"), "تاريخ 12/05/2024");
        assert_eq!(logical_on("ةنيدم Strong Cities يف", true), "في Strong Cities مدينة");
        assert_eq!(logical("The word ملاس means peace, all right"), "The word سالم means peace, all right");
    }

    #[test]
    fn gaps_make_spaces_and_baselines_make_lines() {
        assert_eq!(joined(&[(0.0, 50.0, "a"), (10.0, 50.0, "b"), (25.0, 50.0, "c"), (0.0, 20.0, "d")]), "ab c\nd");
        // Drawn twice to look bold.
        assert_eq!(joined(&[(0.0, 0.0, "a"), (10.0, 0.0, "b"), (0.5, 0.0, "a"), (10.5, 0.0, "b")]), "ab");
        // An exponent.
        assert_eq!(joined(&[(0.0, 0.0, "m"), (10.0, 7.0, "2")]), "m2");
    }

    #[test]
    fn kerned_letters_of_arabic_are_one_word() {
        assert_eq!(joined(&[(0.0, 0.0, "ة"), (10.0, 0.0, "ي"), (22.4, 0.0, "و"), (32.4, 0.0, "ق")]), "قوية");
        assert_eq!(joined(&[(0.0, 0.0, "ة"), (10.0, 0.0, "ي"), (24.0, 0.0, "و"), (34.0, 0.0, "ق")]), "قو ية");
        assert_eq!(joined(&[(0.0, 0.0, "a"), (12.4, 0.0, "b")]), "a b");
    }

    #[test]
    fn letters_set_apart_for_looks_stay_words() {
        let letters: Vec<(f64, f64, String)> = "PARTSSOLUTION"
            .chars()
            .enumerate()
            .map(|(place, c)| (if place < 5 { 0.0 } else { 8.0 } + 15.0 * place as f64, 0.0, c.to_string()))
            .collect();
        let glyphs: Vec<(f64, f64, &str)> = letters.iter().map(|(x, y, text)| (*x, *y, text.as_str())).collect();
        assert_eq!(joined(&glyphs), "PARTS SOLUTION");
    }

    #[test]
    fn both_orders_of_drawing_read_the_same() {
        let forward = [(0.0, 0.0, "م"), (10.0, 0.0, "ا"), (20.0, 0.0, "ل"), (30.0, 0.0, "س")];
        let mut backward = forward;
        backward.reverse();
        assert_eq!(joined(&forward), "سلام");
        assert_eq!(joined(&backward), "سلام");
    }

    #[test]
    fn presentation_forms_become_letters() {
        assert_eq!(readable("\u{fefb}\u{fb01}"), "لاfi");
        assert_eq!(readable("½²\u{e001}\u{200f}"), "½²");
    }
}
