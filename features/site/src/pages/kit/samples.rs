//! What the samples of the kit say, and how its forms and lists are filled in.

use base::{FieldError, Lang, Time};
use input::Fields;
use web::form::Choice;
use web::list::filters::Value;
use web::list::{Around, Filter, Head};
use web::{Filled, Form, Page, Pager, Visit};

/// A moment that never changes (31 January 2026, 09:05 UTC), as pictures of the page are compared.
const MOMENT: i64 = 1_769_850_300;
/// Rows of a list that has several pages, and of one of these.
const ROWS: usize = 2_345;
const PAGE: Page = Page { number: 3, size: 20 };
/// Values of a filter, of which the last ones open.
const VALUES: i64 = 8;

pub(super) fn moment() -> Time {
    Time::from_timestamp(MOMENT, 0).unwrap_or_default()
}

/// Sample words in one language.
pub(super) struct Said {
    pub lang: Lang,
    pub title: String,
    pub text: String,
    pub short: String,
    /// Of a document in it.
    pub cover: String,
}

pub(super) fn said(visit: &Visit) -> Vec<Said> {
    let words = &visit.hub.words;
    let mut said = Vec::new();
    for (lang, seed) in visit.hub.network.languages.iter().copied().zip(0..) {
        let title = words.write(lang, "kit-sample-title", &[]);
        let text = words.write(lang, "kit-sample-text", &[]);
        let short = words.write(lang, "kit-sample-short", &[]);
        said.push(Said { lang, title, text, short, cover: look::cover(lang.code(), seed) });
    }
    said
}

pub(super) fn options(visit: &Visit) -> Vec<Choice> {
    let hint = visit.t("kit-sample-short");
    ["1", "2", "3"]
        .map(|number| Choice { hint: hint.clone(), ..Choice::new(number, visit.t1("kit-option", "number", number)) })
        .to_vec()
}

/// A form as things stand.
pub(super) fn form(visit: &Visit) -> Form<'_> {
    let fields = Fields::default()
        .with("line", visit.t("kit-sample-title"))
        .with("text", visit.t("kit-sample-text"))
        .with("email", "name@city.example")
        .with("url", "https://city.example/")
        .with("year", "2026")
        .with("one", "2")
        .with("some", visit.hub.network.themes.last().map(|theme| theme.slug.clone()).unwrap_or_default())
        .with("choice", "1")
        .with("tick", "yes");
    Form::new(visit, fields).may_lack(&["text", "year"])
}

/// A form that came back, with something wrong in each kind of field, and one that somebody else changed meanwhile.
pub(super) fn wrong(visit: &Visit) -> Form<'_> {
    let fields = Fields::default()
        .with("wrong-line", "")
        .with("wrong-text", visit.t("kit-sample-text"))
        .with("wrong-one", "1")
        .with("wrong-file", "");
    let errors = vec![
        FieldError::new("wrong-line", "error-required").with("label", "kit-field-line"),
        FieldError::new("wrong-text", "error-too-long").with("label", "kit-field-text").with("max", 2_000),
        FieldError::new("wrong-file", "error-choose").with("label", "kit-field-file"),
        FieldError::new("wrong-some", "error-choose").with("label", "kit-field-some"),
        FieldError::new("wrong-choice", "error-choose").with("label", "kit-field-choice"),
        FieldError::new("wrong-tick", "error-required").with("label", "kit-field-tick"),
    ];
    let mut saved = fields.clone();
    saved.set("wrong-one", "3");
    Form::new(visit, Filled::changed(fields, &saved, &[("wrong-one", "kit-field-one")]).and(errors))
}

/// A filter in which something is chosen, and one that is closed.
pub(super) fn filters(visit: &Visit) -> Vec<Filter> {
    let values = |chosen: i64| {
        let value = |number: i64| Value {
            value: number.to_string(),
            label: visit.t1("kit-option", "number", number.to_string()),
            lang: None,
            count: number * 150,
            on: number == chosen,
        };
        (1..=VALUES).map(value).collect::<Vec<_>>()
    };
    vec![
        Filter::new("first", visit.t("kit-field-choice"), true, values(VALUES)),
        Filter::new("second", visit.t("kit-field-some"), false, values(0)),
    ]
}

/// What stands around the rows of a list: sorted by its first column, at one of many pages.
pub(super) fn around(visit: &Visit) -> Around {
    let head = |label: String, sorted: Option<&'static str>| Head { label, link: Some(visit.here()), sorted };
    let heads = vec![
        head(visit.t("kit-column-name"), Some("ascending")),
        head(visit.t("kit-column-state"), None),
        head(visit.t("kit-column-date"), None),
        Head { label: visit.t("kit-column-number"), link: None, sorted: None },
    ];
    let pager = Some(Pager::within(visit, PAGE, PAGE.size, ROWS, ROWS / 2));
    let files = [("CSV", visit.link("/cities.csv")), ("XLSX", visit.link("/cities.xlsx"))];
    Around { heads, pager, earlier: Some(visit.here()), files, empty: None }
}
