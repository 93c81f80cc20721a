//! A page of words: the team's, or, before these are brought, the network's file.

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
    /// The source with its address, where this renders an older one.
    pub newer: Option<(Lang, String)>,
    /// Where the team writes it, behind the language; empty where nobody can.
    pub office: String,
}

impl Text {
    /// The language of the text, where it is not the page's.
    fn foreign(&self, visit: &Visit) -> Option<Lang> {
        (self.lang != visit.lang).then_some(self.lang)
    }
}

/// The text of this name, in the reader's language or the best that there is.
pub(crate) async fn text(visit: &Visit, name: &str) -> Result<Text, Fail> {
    if let Some(page) = editorial::site_page(visit, name).await? {
        let editorial::SitePage { lang, title, html, newer, office } = page;
        return Ok(Text { lang, title, html, newer, office });
    }
    let (lang, source) = visit.hub.network.page(name, visit.lang).ok_or(Fail::NotFound)?;
    let (title, rest) = markdown::title_and_rest(&source);
    let html = markdown::html_in(&rest, &visit.lang);
    Ok(Text { lang, title, html, newer: None, office: String::new() })
}

/// What the page of a text shows: the team may write it at any time.
pub(crate) fn topics() -> Topics {
    Topics::of([editorial::SITE_PAGES, editorial::SITE_PICTURES])
}

pub(crate) async fn about(visit: Visit) -> Answer {
    show(&visit, "about", true).await
}

pub(crate) async fn accessibility(visit: Visit) -> Answer {
    show(&visit, "accessibility", false).await
}

pub(crate) async fn privacy(visit: Visit) -> Answer {
    show(&visit, "privacy", false).await
}

async fn show(visit: &Visit, name: &str, leads_on: bool) -> Answer {
    let mut text = text(visit, name).await?;
    let (html, mut sections) = markdown::sections(&text.html);
    text.html = html;
    if sections.len() < LONG {
        sections.clear();
    }
    let meta = Meta::titled(&text.title).about(visit.hub.network.settings.description.get(visit.lang));
    page(StatusCode::OK, &TextPage { v: visit, meta, text, sections, leads_on }, Some(topics()))
}
