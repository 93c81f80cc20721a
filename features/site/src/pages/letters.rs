//! E-mails as they leave: all that the hub sends, each in each language, as a text and as a page.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Lang, Result};
use http::{HeaderValue, StatusCode, header};
use input::Fields;
use mail::Letter;
use web::previews::{ByChoice, Preview, To, to_words, written};
use web::{Answer, Meta, Offered, Visit, page};

#[derive(Template)]
#[template(path = "site/letters.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    /// To whom, and what.
    groups: Vec<(To, Vec<Line<'a>>)>,
}

web::framed!(ListPage);

/// An e-mail of the list.
struct Line<'a> {
    own: &'a Preview,
    subject: String,
    /// How its text begins: several have the same subject.
    begins: String,
}

/// Letters of the beginning of a text.
const BEGINS: usize = 120;
/// Letters of a paragraph that is more than a greeting.
const SAYS: usize = 30;

/// The first paragraph that says something, cut.
fn begins(text: &str) -> String {
    let first = text.split("\n\n").find(|part| part.chars().count() > SAYS).unwrap_or(text).trim();
    let cut: String = first.chars().take(BEGINS).collect();
    if cut == first { cut } else { format!("{}…", cut.trim_end()) }
}

impl Line<'_> {
    fn is_by_choice(&self) -> bool {
        self.own.by_choice != ByChoice::Never
    }
}

impl ListPage<'_> {
    fn to(&self, to: &To) -> String {
        self.v.t(to_words(*to))
    }
}

/// Those who answer for cities: what is written to theirs they must know.
fn check(visit: &Visit) -> Result<()> {
    visit.actor.must_answer_for_cities()
}

pub(crate) async fn list(visit: Visit, offered: Offered) -> Answer {
    check(&visit)?;
    let line = |own| {
        let letter = written(&visit.hub, visit.lang, own);
        Line { own, begins: begins(&letter.text), subject: letter.subject }
    };
    let of = |to: To| {
        let mut lines: Vec<Line<'_>> = offered.all_previews().filter(|own| own.to == to).map(line).collect();
        lines.sort_by_cached_key(|line| web::format::sort_key(&line.subject));
        (to, lines)
    };
    let meta = Meta::titled(visit.t("menu-letters")).hide();
    page(StatusCode::OK, &ListPage { v: &visit, meta, groups: To::ALL.map(of).into() }, None)
}

#[derive(Template)]
#[template(path = "site/letter.html")]
struct OnePage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Preview,
    /// In which language.
    lang: Lang,
    letter: Letter,
}

web::framed!(OnePage);

impl OnePage<'_> {
    fn to(&self) -> String {
        self.v.t(to_words(self.own.to))
    }

    fn from(&self) -> String {
        self.v.hub.mailer.from()
    }

    fn is_by_choice(&self) -> bool {
        self.own.by_choice != ByChoice::Never
    }

    fn is_in(&self, lang: &Lang) -> bool {
        self.lang == *lang
    }

    fn languages(&self) -> &[Lang] {
        &self.v.hub.network.languages
    }
}

/// The e-mail with this name, and the language in which it is asked for: one of the network's, or the reader's.
fn find<'a>(visit: &Visit, offered: &'a Offered, code: &str) -> Result<(&'a Preview, Lang)> {
    check(visit)?;
    let own = offered.all_previews().find(|own| own.code == code).ok_or(Fail::NotFound)?;
    let asked = Fields::parse(&visit.query).get("in").parse::<Lang>().ok();
    let lang = asked.filter(|lang| visit.hub.network.languages.contains(lang)).unwrap_or(visit.lang);
    Ok((own, lang))
}

pub(crate) async fn one(visit: Visit, offered: Offered, Path(code): Path<String>) -> Answer {
    let (own, lang) = find(&visit, &offered, &code)?;
    let letter = written(&visit.hub, lang, own);
    let meta = Meta::titled(visit.t1("letter-title", "subject", &letter.subject)).hide();
    page(StatusCode::OK, &OnePage { v: &visit, meta, own, lang, letter }, None)
}

/// What a page of an e-mail may do where it is looked at: be drawn.
const DRAWN: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; \
                     frame-ancestors 'none'; sandbox";

/// The page that leaves, as it is.
pub(crate) async fn as_page(visit: Visit, offered: Offered, Path(code): Path<String>) -> Answer {
    let (own, lang) = find(&visit, &offered, &code)?;
    let html = mail::page(&written(&visit.hub, lang, own), &visit.hub.settings.public_url);
    let policy = HeaderValue::from_static(DRAWN);
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok(([(header::CONTENT_SECURITY_POLICY, policy), (header::CONTENT_TYPE, kind)], html).into_response())
}
