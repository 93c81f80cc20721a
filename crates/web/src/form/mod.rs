//! Forms: what was sent, what is wrong with it, and the fields drawn again with both.

mod filled;
mod picker;
mod receive;

use askama::Template;
use base::{FieldError, Lang};
use input::is_token;

pub use filled::{Filled, Labelled};
pub use picker::{LISTED, Picker};
pub use receive::FORM_TIME;
pub(crate) use receive::{is_upload, receive_form};

use crate::frame::Status;
use crate::visit::Visit;
use crate::words::language_words;

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

/// A form on a page, drawn as it was filled in, with what is wrong beside each field.
pub struct Form<'a> {
    visit: &'a Visit,
    filled: Filled,
    /// Fields that may be left out.
    optional: &'static [&'static str],
}

impl<'a> Form<'a> {
    /// A form filled in with these.
    pub fn new(visit: &'a Visit, filled: impl Into<Filled>) -> Form<'a> {
        Form { visit, filled: filled.into(), optional: &[] }
    }

    /// The status of the page that shows it.
    pub fn status(&self) -> Status {
        self.filled.status
    }

    /// Is something wrong with it?
    pub fn is_wrong(&self) -> bool {
        !self.filled.errors.is_empty()
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> &str {
        self.filled.fields.get(name)
    }

    fn error(&self, name: &str) -> Option<String> {
        self.filled.errors.iter().find(|error| error.field == name).map(|error| message(self.visit, error))
    }

    /// The same beside a list: what is saved now is named as the list names it.
    fn error_of(&self, name: &str, choices: &[Choice]) -> Option<String> {
        let error = self.filled.errors.iter().find(|error| error.field == name)?;
        let mut named = error.clone();
        for (_, text) in named.args.iter_mut().filter(|(arg, _)| *arg == "saved") {
            *text = as_listed(text, choices);
        }
        Some(message(self.visit, &named))
    }

    fn hint(&self, label: &str) -> Option<String> {
        let key = format!("{label}-hint");
        self.visit.hub.words.has(self.visit.lang, &key).then(|| self.visit.t(&key))
    }

    /// The list of all that is wrong, each line linked to its field; nothing when all is well.
    pub fn summary(&self) -> String {
        if self.filled.errors.is_empty() {
            return String::new();
        }
        let errors = self.filled.errors.iter().map(|error| (error.field, self.in_summary(error))).collect();
        draw(Summary { title: self.visit.t("form-problem"), errors })
    }

    /// What was saved meanwhile stands beside its field; the summary names the field.
    fn in_summary(&self, error: &FieldError) -> String {
        match error.message {
            "error-changed-to" | "error-changed-empty" => {
                self.visit.t1("error-changed-field", "label", label_of(self.visit, error))
            }
            _ => message(self.visit, error),
        }
    }

    fn field(&self, name: &str, label: &str, kind: &'static str, extra: &'static str) -> String {
        self.drawn(name, self.visit.t(label), self.hint(label), kind, extra)
    }

    fn drawn(
        &self,
        name: &str,
        label: String,
        hint: Option<String>,
        kind: &'static str,
        extra: &'static str,
    ) -> String {
        draw(Field {
            name,
            kind,
            extra,
            label,
            hint,
            error: self.error(name),
            value: if kind == "password" { "" } else { self.filled.fields.get(name) },
            choices: Vec::new(),
            optional: self.optional(name),
            more: String::new(),
        })
    }

    /// These may be left out: it is said beside each of them.
    pub fn may_lack(mut self, names: &'static [&'static str]) -> Self {
        self.optional = names;
        self
    }

    fn optional(&self, name: &str) -> Option<String> {
        self.optional.contains(&name).then(|| self.visit.t("field-optional"))
    }

    /// A line of text.
    pub fn line(&self, name: &str, label: &str) -> String {
        self.field(name, label, "text", "")
    }

    /// A line of text in one language, which its label mentions (`language`).
    pub fn line_in(&self, name: &str, label: &str, lang: Lang) -> String {
        let words = self.visit.t1(label, "language", self.visit.t(language_words(lang.code())));
        self.drawn(name, words, self.hint(label), "text", "")
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

    /// A day, as `2026-11-28`.
    pub fn day(&self, name: &str, label: &str) -> String {
        self.field(name, label, "date", "")
    }

    /// A time of day, as `09:00`.
    pub fn time(&self, name: &str, label: &str) -> String {
        self.field(name, label, "time", "")
    }

    /// A password: `current-password` or `new-password`.
    pub fn password(&self, name: &str, label: &str, purpose: &'static str) -> String {
        self.field(name, label, "password", purpose)
    }

    /// Several lines.
    pub fn area(&self, name: &str, label: &str) -> String {
        self.field(name, label, "area", "")
    }

    /// Lines of text in one language, which its label mentions (`language`).
    pub fn area_in(&self, name: &str, label: &str, lang: Lang) -> String {
        let words = self.visit.t1(label, "language", self.visit.t(language_words(lang.code())));
        self.drawn(name, words, self.hint(label), "area", "")
    }

    /// A file, with what is said of its limits.
    pub fn file(&self, name: &str, label: &str, limits: String) -> String {
        let hint = [self.hint(label), Some(limits)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        draw(Field {
            name,
            kind: "file",
            extra: "",
            label: self.visit.t(label),
            hint: Some(hint),
            error: self.error(name),
            value: "",
            choices: Vec::new(),
            optional: None,
            more: String::new(),
        })
    }

    /// One of a list. An empty first choice is the caller's to give.
    pub fn select(&self, name: &str, label: &str, choices: Vec<Choice>) -> String {
        draw(Field {
            name,
            kind: "select",
            extra: "",
            label: self.visit.t(label),
            hint: self.hint(label),
            error: self.error_of(name, &choices),
            value: self.filled.fields.get(name),
            choices: choices.into_iter().map(|choice| (self.filled.fields.get(name) == choice.value, choice)).collect(),
            optional: self.optional(name),
            more: String::new(),
        })
    }

    /// A line that names one of many things, with what fits what was typed before; `suggest` is the address that answers
    /// what fits what is being typed.
    pub fn typed(&self, name: &str, label: &str, offered: &[String], suggest: &str) -> String {
        draw(Typed {
            name,
            label: self.visit.t(label),
            error: self.error(name),
            value: self.filled.fields.get(name),
            offered,
            suggest: self.visit.link(suggest),
        })
    }

    fn group(&self, name: &str, label: &str, kind: &'static str, choices: Vec<Choice>) -> String {
        let mut chosen: Vec<(bool, Choice)> = Vec::new();
        let error = self.error_of(name, &choices);
        chosen.extend(choices.into_iter().map(|choice| (self.filled.fields.has(name, &choice.value), choice)));
        if kind == "checks" {
            // What is ticked is in sight; of a long list the others open.
            chosen.sort_by_key(|(on, _)| !*on);
        }
        let ticked = chosen.iter().filter(|(on, _)| *on).count();
        let behind = chosen.len().saturating_sub(ticked.max(CHECKS_SHOWN));
        let more = if kind == "checks" && behind > 0 { self.visit.tn("checks-more", behind) } else { String::new() };
        draw(Field {
            name,
            kind,
            extra: "",
            label: self.visit.t(label),
            hint: self.hint(label),
            error,
            value: "",
            choices: chosen,
            optional: self.optional(name),
            more,
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
        self.ticked(name, self.visit.t(label), self.hint(label))
    }

    /// The same for one language, which its label mentions (`language`).
    pub fn tick_in(&self, name: &str, label: &str, lang: Lang) -> String {
        let words = self.visit.t1(label, "language", self.visit.t(language_words(lang.code())));
        self.ticked(name, words, self.hint(label))
    }

    fn ticked(&self, name: &str, label: String, hint: Option<String>) -> String {
        draw(Field {
            name,
            kind: "tick",
            extra: "",
            label,
            hint,
            error: self.error(name),
            value: "",
            choices: vec![(self.filled.fields.has(name, "yes"), Choice::new("yes", ""))],
            optional: None,
            more: String::new(),
        })
    }

    /// What guards a form that anybody may send ([`crate::guard`]); nothing for whoever is signed in. A page with it is not kept.
    pub fn guard(&self) -> String {
        crate::guard::drawn(self.visit, Some(&self.filled.fields).filter(|_| self.is_wrong()))
    }

    /// A hidden token that makes a form sent twice change one thing; kept when the form comes back.
    pub fn once(&self) -> String {
        let kept = self.filled.fields.get("once");
        let token = if is_token(kept) { kept.to_owned() } else { base::secret::new_secret() };
        format!("<input type=\"hidden\" name=\"once\" value=\"{token}\">")
    }
}

/// Values as a list names them; one that is not in it (any more) stays as it is.
fn as_listed(values: &str, choices: &[Choice]) -> String {
    let label =
        |value| choices.iter().find(|choice| choice.value == value).map_or(value, |choice| choice.label.as_str());
    values.split(", ").map(|value: &str| label(value)).collect::<Vec<&str>>().join(", ")
}

/// The label of a field that something is wrong with.
fn label_of(visit: &Visit, error: &FieldError) -> String {
    let arg = |own: &str| error.args.iter().find(|(name, _)| *name == own).map(|(_, text)| text.as_str());
    match (arg("label"), arg("language")) {
        (Some(label), Some(language)) => visit.t1(label, "language", visit.t(language)),
        (Some(label), None) => visit.t(label),
        (None, _) => String::new(),
    }
}

/// What is wrong with a field, in the reader's language.
pub fn message(visit: &Visit, error: &FieldError) -> String {
    visit.hub.words.sentence(visit.lang, error)
}

#[derive(Template)]
#[template(path = "parts/error_summary.html")]
struct Summary {
    title: String,
    errors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "parts/typed.html")]
struct Typed<'a> {
    name: &'a str,
    label: String,
    error: Option<String>,
    value: &'a str,
    offered: &'a [String],
    suggest: String,
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
    /// Said beside the label of what may be left out.
    optional: Option<String>,
    /// What opens the rest of a long list; empty where all are in sight.
    more: String,
}

/// A choice, and whether it is ticked.
type Ticked = (bool, Choice);

/// Boxes of a list that are in sight; the ticked ones always are.
const CHECKS_SHOWN: usize = 8;

impl Field<'_> {
    /// The boxes in sight, and those behind.
    fn boxes(&self) -> (&[Ticked], &[Ticked]) {
        let ticked = self.choices.iter().filter(|(on, _)| *on).count();
        let shown = if self.more.is_empty() { self.choices.len() } else { ticked.max(CHECKS_SHOWN) };
        self.choices.split_at(shown.min(self.choices.len()))
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_named_as_the_list_names_it_or_as_it_is() {
        let choices = [Choice::new("fr", "French"), Choice::new("ar", "Arabic")];
        assert_eq!(as_listed("ar, fr", &choices), "Arabic, French");
        assert_eq!(as_listed("la", &choices), "la", "not in the list any more");
    }
}
