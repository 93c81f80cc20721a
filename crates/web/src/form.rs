//! Forms: what was sent, what is wrong with it, and the fields drawn again with both.

use std::time::Duration;

use askama::Template;
use axum::body::{Body, HttpBody};
use axum::extract::{FromRequest, Request};
use base::letters::{is_hidden, is_line_end};
use base::limits::FORM_BYTES;
use base::{Fail, FieldError};
use futures::StreamExt;
use http::{HeaderMap, header};
use tokio::sync::OwnedSemaphorePermit;

use crate::failure::Failure;
use crate::hub::Hub;
use crate::visit::Visit;
use crate::words::Arg;
use crate::work::SMALL_FORM_BYTES;

/// How long a form without a file may take to come, from its first byte to its last.
pub const FORM_TIME: Duration = Duration::from_secs(30);

/// The fields of a form or a query, in order, each as often as it was sent. Reading a feature's own
/// fields by name is what keeps a posted extra field without effect.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `a=1&b=2`.
    pub fn parse(text: &str) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in url::form_urlencoded::parse(text.as_bytes()).take(1_000) {
            fields.push(&name, value);
        }
        fields
    }

    /// The first value of a field, trimmed of nothing; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    /// One line: control characters, letters that nobody sees and outer spaces forgiven.
    pub fn line(&self, name: &str) -> String {
        let seen = self.get(name).chars().filter(|letter| !is_hidden(*letter));
        let text: String =
            seen.map(|letter| if letter.is_control() || is_line_end(letter) { ' ' } else { letter }).collect();
        text.trim().to_owned()
    }

    /// A text of several lines, line ends made one kind, without letters that nobody sees.
    pub fn text(&self, name: &str) -> String {
        let lines = self.get(name).replace("\r\n", "\n");
        let text: String = lines
            .chars()
            .map(|letter| if is_line_end(letter) { '\n' } else { letter })
            .filter(|letter| *letter == '\n' || !(letter.is_control() || is_hidden(*letter)))
            .collect();
        text.trim().to_owned()
    }

    /// All values of a field, empty ones left out.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(own, value)| own == name && !value.is_empty()).map(|(_, value)| value.as_str()).collect()
    }

    /// Was this value sent for this field?
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(own, sent)| own == name && sent == value)
    }

    /// Adds a value.
    pub fn push(&mut self, name: &str, value: impl ToString) {
        // PostgreSQL takes no NUL in a text, and nobody means one.
        self.0.push((name.replace('\0', ""), value.to_string().replace('\0', "")));
    }

    /// Adds a value; for building.
    pub fn with(mut self, name: &str, value: impl ToString) -> Fields {
        self.push(name, value);
        self
    }

    /// All as they were sent.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl FromRequest<Hub> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, _hub: &Hub) -> Result<Fields, Failure> {
        if is_upload(request.headers()) {
            return Err(Fail::field("", "error-unreadable").into());
        }
        // `serve` has read it already, in its time.
        let bytes = axum::body::to_bytes(request.into_body(), FORM_BYTES)
            .await
            .map_err(|_| Fail::TooLarge(FORM_BYTES as u64))?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Fail::field("", "error-unreadable"))?;
        Ok(Fields::parse(text))
    }
}

/// Is this a form that is received in parts ([`crate::Upload`])?
pub(crate) fn is_upload(headers: &HeaderMap) -> bool {
    let media_type = headers.get(header::CONTENT_TYPE).map(|value| value.as_bytes().to_ascii_lowercase());
    media_type.is_some_and(|text| text.starts_with(b"multipart/"))
}

/// Reads a form whole, before anything works on it: at most [`FORM_BYTES`] within [`FORM_TIME`].
///
/// # Errors
/// [`Fail::TooLarge`], [`Fail::Slow`]; [`Fail::Busy`] when all forms together hold too much; [`Fail::Invalid`] when the
/// connection breaks.
pub(crate) async fn receive_form(hub: &Hub, request: Request) -> base::Result<(Request, Option<OwnedSemaphorePermit>)> {
    let (parts, body) = request.into_parts();
    if body.size_hint().lower() > FORM_BYTES as u64 {
        return Err(Fail::TooLarge(FORM_BYTES as u64));
    }
    let received = tokio::time::timeout(FORM_TIME, whole(hub, body)).await.map_err(|_| Fail::Slow)?;
    let (bytes, room) = received?;
    Ok((Request::from_parts(parts, Body::from(bytes)), room))
}

/// The whole body, and the room that it takes.
async fn whole(hub: &Hub, body: Body) -> base::Result<(Vec<u8>, Option<OwnedSemaphorePermit>)> {
    let mut body = body.into_data_stream();
    let (mut bytes, mut room) = (Vec::new(), None::<OwnedSemaphorePermit>);
    while let Some(frame) = body.next().await {
        let frame = frame.map_err(|_| Fail::field("", "error-unreadable"))?;
        if bytes.len() + frame.len() > FORM_BYTES {
            return Err(Fail::TooLarge(FORM_BYTES as u64));
        }
        bytes.extend_from_slice(&frame);
        let large = bytes.len().saturating_sub(SMALL_FORM_BYTES).min(frame.len());
        if large > 0 {
            let more = hub.work.form_bytes(large)?;
            match &mut room {
                Some(room) => room.merge(more),
                None => room = Some(more),
            }
        }
    }
    Ok((bytes, room))
}

/// A choice of a list: its value and what it is called.
#[derive(Clone)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// A line below; may be empty.
    pub hint: String,
}

impl Choice {
    /// Without a hint.
    pub fn new(value: impl ToString, label: impl ToString) -> Choice {
        Choice { value: value.to_string(), label: label.to_string(), hint: String::new() }
    }
}

/// A form on a page: what was sent before, and what is wrong with it.
pub struct Form<'a> {
    visit: &'a Visit,
    fields: Fields,
    errors: Vec<FieldError>,
}

impl<'a> Form<'a> {
    /// A form filled in with these.
    pub fn new(visit: &'a Visit, fields: Fields) -> Form<'a> {
        Form { visit, fields, errors: Vec::new() }
    }

    /// A form that came back.
    pub fn wrong(visit: &'a Visit, fields: Fields, errors: Vec<FieldError>) -> Form<'a> {
        Form { visit, fields, errors }
    }

    /// Is something wrong with it?
    pub fn is_wrong(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.get(name)
    }

    fn error(&self, name: &str) -> Option<String> {
        self.errors.iter().find(|error| error.field == name).map(|error| message(self.visit, error))
    }

    fn hint(&self, label: &str) -> Option<String> {
        let key = format!("{label}-hint");
        self.visit.hub.words.has(self.visit.lang, &key).then(|| self.visit.t(&key))
    }

    /// The list of all that is wrong, each line linked to its field; nothing when all is well.
    pub fn summary(&self) -> String {
        if self.errors.is_empty() {
            return String::new();
        }
        let errors = self.errors.iter().map(|error| (error.field, message(self.visit, error))).collect();
        draw(Summary { title: self.visit.t("form-problem"), errors })
    }

    fn field(&self, name: &str, label: &str, kind: &'static str, extra: &'static str) -> String {
        draw(Field {
            name,
            kind,
            extra,
            label: self.visit.t(label),
            hint: self.hint(label),
            error: self.error(name),
            value: if kind == "password" { "" } else { self.fields.get(name) },
            choices: Vec::new(),
        })
    }

    /// A line of text.
    pub fn line(&self, name: &str, label: &str) -> String {
        self.field(name, label, "text", "")
    }

    /// A line of text with its `autocomplete` purpose (a name, an organisation).
    pub fn line_for(&self, name: &str, label: &str, purpose: &'static str) -> String {
        self.field(name, label, "text", purpose)
    }

    /// An e-mail address.
    pub fn email(&self, name: &str, label: &str) -> String {
        self.field(name, label, "email", "email")
    }

    /// A web address.
    pub fn url(&self, name: &str, label: &str) -> String {
        self.field(name, label, "url", "")
    }

    /// A number, as digits.
    pub fn digits(&self, name: &str, label: &str) -> String {
        self.field(name, label, "number", "")
    }

    /// A password: `current-password` or `new-password`.
    pub fn password(&self, name: &str, label: &str, purpose: &'static str) -> String {
        self.field(name, label, "password", purpose)
    }

    /// Several lines.
    pub fn area(&self, name: &str, label: &str) -> String {
        self.field(name, label, "area", "")
    }

    /// A file.
    pub fn file(&self, name: &str, label: &str) -> String {
        self.field(name, label, "file", "")
    }

    /// One of a list. An empty first choice is the caller's to give.
    pub fn select(&self, name: &str, label: &str, choices: Vec<Choice>) -> String {
        draw(Field {
            name,
            kind: "select",
            extra: "",
            label: self.visit.t(label),
            hint: self.hint(label),
            error: self.error(name),
            value: self.fields.get(name),
            choices: choices.into_iter().map(|choice| (self.fields.get(name) == choice.value, choice)).collect(),
        })
    }

    fn group(&self, name: &str, label: &str, kind: &'static str, choices: Vec<Choice>) -> String {
        draw(Field {
            name,
            kind,
            extra: "",
            label: self.visit.t(label),
            hint: self.hint(label),
            error: self.error(name),
            value: "",
            choices: choices.into_iter().map(|choice| (self.fields.has(name, &choice.value), choice)).collect(),
        })
    }

    /// One of a few, all in sight.
    pub fn radios(&self, name: &str, label: &str, choices: Vec<Choice>) -> String {
        self.group(name, label, "radios", choices)
    }

    /// Any of a list.
    pub fn checks(&self, name: &str, label: &str, choices: Vec<Choice>) -> String {
        self.group(name, label, "checks", choices)
    }

    /// A single box to tick; sends `yes`.
    pub fn tick(&self, name: &str, label: &str) -> String {
        draw(Field {
            name,
            kind: "tick",
            extra: "",
            label: self.visit.t(label),
            hint: self.hint(label),
            error: self.error(name),
            value: "",
            choices: vec![(self.fields.has(name, "yes"), Choice::new("yes", ""))],
        })
    }

    /// A hidden token that makes a form sent twice change one thing; kept when the form comes back.
    pub fn once(&self) -> String {
        let kept = self.fields.get("once");
        let token = if is_token(kept) { kept.to_owned() } else { base::secret::new_secret() };
        format!("<input type=\"hidden\" name=\"once\" value=\"{token}\">")
    }
}

/// What is wrong with a field, in the reader's language.
pub(crate) fn message(visit: &Visit, error: &FieldError) -> String {
    // A label is named by its words: the rule that found the mistake knows no language.
    let texts: Vec<(&str, String)> = error
        .args
        .iter()
        .map(|(name, text)| (*name, if *name == "label" { visit.t(text) } else { text.clone() }))
        .collect();
    let args: Vec<(&str, Arg<'_>)> = texts
        .iter()
        .map(|(name, text)| match text.parse::<i64>() {
            // These choose a plural; anything else (a year) is written as it stands.
            Ok(number) if matches!(*name, "max" | "least") => (*name, Arg::Number(number)),
            _ => (*name, Arg::Text(text)),
        })
        .collect();
    visit.ta(error.message, &args)
}

/// Is this a token as [`Form::once`] makes them?
pub fn is_token(text: &str) -> bool {
    text.len() == base::secret::SECRET_LETTERS && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[derive(Template)]
#[template(path = "parts/error_summary.html")]
struct Summary {
    title: String,
    errors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "parts/field.html")]
struct Field<'a> {
    name: &'a str,
    kind: &'static str,
    extra: &'static str,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    value: &'a str,
    choices: Vec<(bool, Choice)>,
}

impl Field<'_> {
    /// Ids of hint and error, for `aria-describedby`.
    fn described(&self) -> String {
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{}-hint", self.name));
        }
        if self.error.is_some() {
            ids.push(format!("{}-error", self.name));
        }
        ids.join(" ")
    }
}

fn draw(template: impl Template) -> String {
    template.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a part of a form cannot be drawn");
        String::new()
    })
}

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

/// The fields that addresses for machines have.
fn name_of(name: &str) -> &'static str {
    const NAMES: [&str; 10] = ["q", "theme", "city", "language", "type", "year", "region", "country", "limit", "after"];
    NAMES.into_iter().find(|own| *own == name).unwrap_or("")
}

/// `limit=` of a JSON list: 1 to 100, 50 when it is not given.
///
/// # Errors
/// [`Fail::Invalid`] for anything else.
pub fn api_limit(fields: &Fields) -> base::Result<usize> {
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
pub fn api_next(path: &str, fields: &Fields, after: &str) -> String {
    let mut text = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(name, _)| *name != "after") {
        text.append_pair(name, value);
    }
    text.append_pair("after", after);
    format!("{path}?{}", text.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_that_nobody_sees_go_and_joiners_stay() {
        let fields = Fields::default()
            .with("a", " plan\u{202e}fdp\u{2028}next\u{200b}\u{feff}\u{e0041} ")
            .with("b", "one\u{2029}two\r\nthree\u{2066}\u{202a}")
            .with("c", "می\u{200c}خواهم \u{200d}x \u{200f}2024");
        assert_eq!(fields.line("a"), "planfdp next");
        assert_eq!(fields.text("a"), "planfdp\nnext");
        assert_eq!(fields.text("b"), "one\ntwo\nthree");
        assert_eq!(fields.line("c"), "می\u{200c}خواهم \u{200d}x \u{200f}2024");
    }

    proptest! {
        #[test]
        fn no_line_holds_what_nobody_sees(text in "\\PC{0,40}|[\u{200b}-\u{202f}\u{2060}-\u{206f}\u{e0000}-\u{e007f}a]{0,40}") {
            let fields = Fields::default().with("x", text);
            let hides = |letter: char| letter.is_control() || is_hidden(letter) || is_line_end(letter);
            prop_assert!(!fields.line("x").chars().any(hides));
            prop_assert!(!fields.text("x").chars().any(|letter| letter != '\n' && hides(letter)));
        }
    }
}
