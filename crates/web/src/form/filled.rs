//! How a form is filled in, and how it came back.

use base::{Fail, FieldError, Lang};
use http::StatusCode;
use input::Fields;

use crate::frame::Status;
use crate::words::language_words;

/// Seconds of a minute.
const MINUTE: u64 = 60;
/// The field of a form that says at which state of things it was filled in.
const REVISION: &str = "revision";

/// The fields of a form: as they stand, or as they were sent with what is wrong with them.
#[derive(Clone, Debug)]
pub struct Filled {
    pub(super) fields: Fields,
    pub(super) errors: Vec<FieldError>,
    pub(super) status: Status,
}

impl From<Fields> for Filled {
    /// As things stand: 200.
    fn from(fields: Fields) -> Filled {
        Filled { fields, errors: Vec::new(), status: StatusCode::OK.into() }
    }
}

impl Filled {
    /// Sent, and something is wrong with it: 422.
    pub fn wrong(fields: Fields, mut errors: Vec<FieldError>) -> Filled {
        in_page_order(&fields, &mut errors);
        Filled { fields, errors, status: StatusCode::UNPROCESSABLE_ENTITY.into() }
    }

    /// Sent, and what it asked for failed. What its sender can mend comes back with all that was sent: a wrong field
    /// (422), too many tries (429).
    ///
    /// # Errors
    /// What the form cannot help with.
    pub fn failed(fields: Fields, fail: Fail) -> Result<Filled, Fail> {
        match fail {
            Fail::Invalid(errors) => Ok(Filled::wrong(fields, errors)),
            Fail::TooMany(seconds) => Ok(Filled::too_often(fields, seconds, "error-429-text")),
            other => Err(other),
        }
    }

    /// Sent too often: 429. `words` say why, and for how many minutes to wait (`count`).
    pub fn too_often(fields: Fields, seconds: u64, words: &'static str) -> Filled {
        let wait = FieldError::new("", words).with("count", seconds.div_ceil(MINUTE));
        let status = Status { code: StatusCode::TOO_MANY_REQUESTS, wait: Some(seconds) };
        Filled { status, ..Filled::wrong(fields, vec![wait]) }
    }

    /// The same for a wait of hours: its words are told how many (`count`).
    pub fn no_more_today(fields: Fields, seconds: u64, words: &'static str) -> Filled {
        let wait = FieldError::new("", words).with("count", seconds.div_ceil(60 * MINUTE));
        let status = Status { code: StatusCode::TOO_MANY_REQUESTS, wait: Some(seconds) };
        Filled { status, ..Filled::wrong(fields, vec![wait]) }
    }

    /// With more that is wrong.
    pub fn and(mut self, errors: Vec<FieldError>) -> Filled {
        self.errors.extend(errors);
        in_page_order(&self.fields, &mut self.errors);
        self
    }

    /// With this field set.
    pub fn with(mut self, name: &str, value: impl ToString) -> Filled {
        self.fields.set(name, value);
        self
    }

    /// Sent, and what stands now is against it: 409.
    pub fn conflicting(fields: Fields, error: FieldError) -> Filled {
        Filled { status: StatusCode::CONFLICT.into(), ..Filled::wrong(fields, vec![error]) }
    }

    /// It came back for something that is wrong with it, not because something else was done meanwhile.
    pub fn is_wrong_only(&self) -> bool {
        !self.errors.is_empty() && self.status != StatusCode::CONFLICT.into()
    }

    /// Sent, and somebody else changed the same thing meanwhile: 409. What was sent stands in the fields, what is saved
    /// `now` beside each of these that differs, a field and the words of its label, so that no text is lost; sent again it
    /// replaces what is saved now.
    pub fn changed(
        mut fields: Fields,
        now: &Fields,
        labelled: impl IntoIterator<Item = impl Into<Labelled>>,
    ) -> Filled {
        let mut errors = vec![FieldError::new("", "error-changed")];
        for labelled in labelled.into_iter().map(Into::into) {
            let (own, saved) = (fields.all(labelled.field), now.all(labelled.field));
            if own != saved {
                let error = match saved.as_slice() {
                    [] => FieldError::new(labelled.field, "error-changed-empty"),
                    saved => FieldError::new(labelled.field, "error-changed-to").with("saved", saved.join(", ")),
                };
                errors.push(called(error, labelled));
            }
        }
        fields.set(REVISION, now.get(REVISION));
        Filled { fields, errors, status: StatusCode::CONFLICT.into() }
    }
}

/// A field of a form with the key of its label.
#[derive(Clone, Copy, Debug)]
pub struct Labelled {
    field: &'static str,
    label: &'static str,
    /// That the label mentions.
    language: Option<Lang>,
}

impl Labelled {
    /// A field in one language, as [`super::Form::line_in`] draws it.
    pub fn in_language(field: &'static str, label: &'static str, lang: Lang) -> Labelled {
        Labelled { field, label, language: Some(lang) }
    }
}

impl From<&(&'static str, &'static str)> for Labelled {
    fn from((field, label): &(&'static str, &'static str)) -> Labelled {
        Labelled { field, label, language: None }
    }
}

/// The field is named by its label.
fn called(error: FieldError, labelled: Labelled) -> FieldError {
    let error = error.with("label", labelled.label);
    match labelled.language {
        Some(lang) => error.with("language", language_words(lang.code())),
        None => error,
    }
}

/// Browsers send fields in the order of the page, and people mend them in it. What was not sent (a box that was not
/// ticked) comes behind.
fn in_page_order(fields: &Fields, errors: &mut [FieldError]) {
    let place = |name: &str| fields.iter().position(|(sent, _)| sent == name).unwrap_or(usize::MAX);
    errors.sort_by_key(|error| if error.field.is_empty() { (0, 0) } else { (1, place(error.field)) });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_comes_second_sees_both_texts_and_can_save() {
        let sent = Fields::parse("title=Mine&year=2020&revision=3");
        let now = Fields::parse("title=Theirs&year=2020&revision=4");
        let filled = Filled::changed(sent, &now, &[("title", "doc-title"), ("year", "doc-year")]);
        assert_eq!((filled.fields.get("title"), filled.fields.get("revision")), ("Mine", "4"));
        let told: Vec<_> = filled.errors.iter().map(|error| (error.field, error.args.clone())).collect();
        assert_eq!(
            told,
            [("", vec![]), ("title", vec![("saved", "Theirs".to_owned()), ("label", "doc-title".to_owned())])]
        );
    }

    #[test]
    fn what_is_wrong_stands_in_the_order_of_the_page() {
        let sent = Fields::parse("file=&name=&email=x&text=");
        let wrong = ["declared", "text", "email", "", "file"].map(|field| FieldError::new(field, "error")).to_vec();
        let told: Vec<_> = Filled::wrong(sent, wrong).errors.iter().map(|error| error.field).collect();
        assert_eq!(told, ["", "file", "email", "text", "declared"]);
    }

    #[test]
    fn what_a_form_cannot_mend_goes_on() {
        let back = |fail| Filled::failed(Fields::default(), fail).map(|filled| filled.status.code.as_u16());
        assert_eq!(back(Fail::TooMany(61)).ok(), Some(429));
        assert_eq!(back(Fail::field("x", "y")).ok(), Some(422));
        assert!(matches!(back(Fail::Forbidden), Err(Fail::Forbidden)));
    }
}
