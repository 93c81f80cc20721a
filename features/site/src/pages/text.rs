//! A page that is Markdown in the network's folder.

use askama::Template;
use base::{Fail, Lang};
use http::StatusCode;
use web::markdown::Section;
use web::{Answer, Meta, Topics, Visit, markdown, page};

#[derive(Template)]
#[template(path = "site/text.html")]
struct TextPage<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    /// What the text has, where it is long.
    sections: Vec<Section>,
    /// Its reader is led on to the network's other pages.
    leads_on: bool,
}

web::framed!(TextPage);

/// A text of so many sections begins with a list of them.
const LONG: usize = 3;

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
    show(&visit, "about", true)
}

pub(crate) async fn accessibility(visit: Visit) -> Answer {
    show(&visit, "accessibility", false)
}

pub(crate) async fn privacy(visit: Visit) -> Answer {
    show(&visit, "privacy", false)
}

fn show(visit: &Visit, name: &str, leads_on: bool) -> Answer {
    let mut text = text(visit, name)?;
    let (html, mut sections) = markdown::sections(&text.html);
    text.html = html;
    if sections.len() < LONG {
        sections.clear();
    }
    let meta = Meta::titled(&text.title).about(visit.hub.network.settings.description.get(visit.lang));
    page(StatusCode::OK, &TextPage { v: visit, meta, text, sections, leads_on }, Some(Topics::fixed()))
}
