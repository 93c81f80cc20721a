//! JSON for machines: bounds of a list, and where its next part is.

use base::{Fail, FieldError};
use input::Fields;

/// In an address for machines a field without a value is a mistake, whichever it is: to read it as "not given" would
/// answer another question than the one that was asked.
///
/// # Errors
/// [`Fail::Invalid`] that names the first such field.
pub fn no_empty(fields: &Fields) -> base::Result<()> {
    match fields.iter().find(|(_, value)| value.is_empty()) {
        Some((name, _)) => Err(Fail::field(name_of(name), "has no value; leave it out")),
        None => Ok(()),
    }
}

/// What is said of a value that names nothing.
const UNKNOWN: &str = "names nothing; `facets` lists what there is";
/// Characters of such a value that are told.
const VALUE_CHARS: usize = 100;

/// A filter that names nothing must not look as if it were none: each of several, as the first.
///
/// # Errors
/// [`Fail::Invalid`] that names the first value of this field that is not among those that were read.
pub fn all_known(fields: &Fields, name: &'static str, read: &[String]) -> base::Result<()> {
    match fields.all(name).into_iter().find(|value| !read.iter().any(|own| own == value)) {
        Some(value) => Err(unknown_value(name, value, UNKNOWN)),
        None => Ok(()),
    }
}

/// This value of this field is none: why.
pub fn unknown_value(name: &'static str, value: &str, why: &'static str) -> Fail {
    let told: String = value.chars().take(VALUE_CHARS).collect();
    Fail::Invalid(vec![FieldError::new(name, why).with("value", told)])
}

/// The fields that addresses for machines have.
fn name_of(name: &str) -> &'static str {
    const NAMES: [&str; 12] =
        ["q", "kind", "theme", "city", "language", "type", "year", "region", "country", "sort", "limit", "after"];
    NAMES.into_iter().find(|own| *own == name).unwrap_or("")
}

/// `limit=` of a JSON list: 1 to 100, 50 when it is not given.
///
/// # Errors
/// [`Fail::Invalid`] for anything else.
pub fn limit(fields: &Fields) -> base::Result<usize> {
    let text = fields.get("limit");
    if text.is_empty() {
        return Ok(base::limits::PAGE_ROWS);
    }
    text.parse::<usize>()
        .ok()
        .filter(|limit| (1..=base::limits::API_ROWS).contains(limit))
        .ok_or_else(|| Fail::field("limit", "a whole number from 1 to 100"))
}

/// The address of the next part of a JSON list: the same query after this key.
pub fn next(path: &str, fields: &Fields, after: &str) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(name, _)| *name != "after") {
        text.append_pair(name, value);
    }
    text.append_pair("after", after);
    format!("{path}?{}", text.finish())
}
