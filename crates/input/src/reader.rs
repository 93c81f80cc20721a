//! Reading a form by its rules: all that is wrong is found at once, in the order of the form.

use std::ops::RangeInclusive;
use std::str::FromStr;

use base::FieldError;
use base::limits::LINE_CHARS;

use crate::fields::Fields;

/// Reads fields one after the other and remembers what is wrong with them. A field is named as in the form; `label` is
/// the key of the words that stand above it there.
pub struct Reader<'a> {
    fields: &'a Fields,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// Of these fields.
    pub fn new(fields: &'a Fields) -> Reader<'a> {
        Reader { fields, errors: Vec::new() }
    }

    /// A line of at most [`LINE_CHARS`] characters; may be empty.
    pub fn line(&mut self, field: &'static str, label: &'static str) -> String {
        self.line_within(field, label, LINE_CHARS)
    }

    /// A line of at most `max` characters; may be empty.
    pub fn line_within(&mut self, field: &'static str, label: &'static str, max: usize) -> String {
        let text = self.fields.line(field);
        self.fits(field, label, text, max)
    }

    /// A line that must not be empty.
    pub fn needed(&mut self, field: &'static str, label: &'static str) -> String {
        let text = self.line(field, label);
        self.filled(field, label, text)
    }

    /// Lines of together at most `max` characters; may be empty.
    pub fn text(&mut self, field: &'static str, label: &'static str, max: usize) -> String {
        let text = self.fields.text(field);
        self.fits(field, label, text, max)
    }

    /// Lines that must not be empty.
    pub fn needed_text(&mut self, field: &'static str, label: &'static str, max: usize) -> String {
        let text = self.text(field, label, max);
        self.filled(field, label, text)
    }

    /// One of a closed list; `find` knows it.
    pub fn one_of<T>(
        &mut self,
        field: &'static str,
        label: &'static str,
        find: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let found = find(&self.fields.line(field));
        self.check(found.is_some(), || FieldError::new(field, "error-choose").with("label", label));
        found
    }

    /// A number within these bounds, in the digits of any of our languages; nothing where the field is empty.
    pub fn number<T: FromStr + PartialOrd>(
        &mut self,
        field: &'static str,
        bounds: RangeInclusive<T>,
        wrong: impl Fn() -> FieldError,
    ) -> Option<T> {
        let text = self.fields.number(field);
        if text.is_empty() {
            return None;
        }
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        self.check(number.is_some(), wrong);
        number
    }

    /// Something is wrong unless this holds.
    pub fn check(&mut self, holds: bool, wrong: impl Fn() -> FieldError) {
        if !holds {
            self.errors.push(wrong());
        }
    }

    /// What was read, or all that is wrong.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn end<T>(self, read: T) -> Result<T, Vec<FieldError>> {
        if self.errors.is_empty() { Ok(read) } else { Err(self.errors) }
    }

    fn fits(&mut self, field: &'static str, label: &'static str, text: String, max: usize) -> String {
        let short = text.chars().count() <= max;
        self.check(short, || FieldError::new(field, "error-too-long").with("label", label).with("max", max));
        text
    }

    fn filled(&mut self, field: &'static str, label: &'static str, text: String) -> String {
        self.check(!text.is_empty(), || FieldError::new(field, "error-required").with("label", label));
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        let fields =
            Fields::parse("city=&message=hello&kind=castle&year=1066").with("name", "n".repeat(LINE_CHARS + 1));
        let mut reader = Reader::new(&fields);
        let name = reader.needed("name", "label-name");
        let _ = reader.needed("city", "label-city");
        let message = reader.needed_text("message", "label-message", 10);
        let kind = reader.one_of("kind", "label-kind", |kind| (kind == "town").then_some(1));
        let year = reader.number("year", 1900..=2026, || FieldError::new("year", "error-year"));
        assert_eq!((name.len(), message.as_str(), kind, year), (LINE_CHARS + 1, "hello", None, None));
        let wrong: Vec<_> = reader.end(()).expect_err("much").into_iter().map(|error| error.message).collect();
        assert_eq!(wrong, ["error-too-long", "error-required", "error-choose", "error-year"]);
    }

    #[test]
    fn numbers_are_read_in_everybody_s_digits() {
        for text in ["2021", "٢٠٢١", "۲۰۲۱", " 2 021 ", "2\u{202f}021"] {
            let fields = Fields::default().with("year", text);
            let mut reader = Reader::new(&fields);
            let year = reader.number("year", 1900..=2026, || FieldError::new("year", "error-year"));
            assert_eq!((year, reader.end(()).is_ok()), (Some(2021), true), "{text}");
        }
        let fields = Fields::default().with("at", "-٣٫٥");
        assert_eq!(Reader::new(&fields).number("at", -90.0..=90.0, || FieldError::new("at", "x")), Some(-3.5));
    }
}
