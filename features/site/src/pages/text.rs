//! A page that is Markdown in the network's folder.

use askama::Template;
use base::{Fail, Lang};
use http::StatusCode;
use web::{Answer, Meta, Topics, Visit, markdown, page};

#[derive(Template)]
#[template(path = "site/text.html")]
struct TextPage<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
}

web::framed!(TextPage);

/// A text with its language.
pub(crate) struct Text {
    pub lang: Lang,
    pub title: String,
    pub html: String,
}

/// The network's text of this name, in the reader's language or the first that has it.
pub(crate) fn text(visit: &Visit, name: &str) -> Result<Text, Fail> {
    let (lang, source) = visit.hub.network.page(name, visit.lang).ok_or(Fail::NotFound)?;
    let (title, rest) = markdown::title_and_rest(&source);
    Ok(Text { lang, title, html: markdown::html(&rest) })
}

pub(crate) async fn about(visit: Visit) -> Answer {
    show(&visit, "about")
}

pub(crate) async fn accessibility(visit: Visit) -> Answer {
    show(&visit, "accessibility")
}

pub(crate) async fn privacy(visit: Visit) -> Answer {
    show(&visit, "privacy")
}

fn show(visit: &Visit, name: &str) -> Answer {
    let text = text(visit, name)?;
    let meta = Meta::titled(&text.title).about(visit.hub.network.settings.description.get(visit.lang));
    page(StatusCode::OK, &TextPage { v: visit, meta, text }, Some(Topics::fixed()))
}
