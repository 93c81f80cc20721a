//! A page of words: the team's, or, before these are brought, the network's file.

use askama::Template;
use base::{Fail, Lang};
use http::StatusCode;
use web::markdown::Section;
use web::{Answer, Meta, Offered, Topics, Visit, markdown, page};

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
pub struct Text {
    /// Its language.
    pub lang: Lang,
    /// Its title.
    pub title: String,
    /// Its finished HTML.
    pub html: String,
    /// The source with its address, where this renders an older one.
    pub newer: Option<(Lang, String)>,
    /// Where the team writes it, behind the language; empty where nobody can.
    pub office: String,
    /// What it shows beside words.
    topics: Vec<String>,
}

impl Text {
    /// What its page shows: the team may write it at any time.
    pub fn topics(&self) -> Topics {
        let mut topics = Topics::of([editorial::SITE_PAGES]);
        topics.0.extend(self.topics.iter().cloned());
        topics
    }

    /// The language of the text, where it is not the page's.
    fn foreign(&self, visit: &Visit) -> Option<Lang> {
        (self.lang != visit.lang).then_some(self.lang)
    }
}

/// The text of this name, in the reader's language or the best that there is.
///
/// # Errors
/// [`Fail::NotFound`] where neither the team nor the network's folder has one.
pub async fn text(visit: &Visit, offered: &Offered, name: &str) -> Result<Text, Fail> {
    if let Some(page) = editorial::site_page(visit, offered, name).await? {
        let editorial::SitePage { lang, title, html, newer, office, topics } = page;
        return Ok(Text { lang, title, html, newer, office, topics });
    }
    let (lang, source) = visit.hub.network.page(name, visit.lang).ok_or(Fail::NotFound)?;
    let (title, rest) = markdown::title_and_rest(&source);
    let html = markdown::html_in(&rest, &visit.lang);
    Ok(Text { lang, title, html, newer: None, office: String::new(), topics: Vec::new() })
}

pub(crate) async fn about(visit: Visit, offered: Offered) -> Answer {
    show(&visit, &offered, "about", true).await
}

pub(crate) async fn accessibility(visit: Visit, offered: Offered) -> Answer {
    show(&visit, &offered, "accessibility", false).await
}

pub(crate) async fn privacy(visit: Visit, offered: Offered) -> Answer {
    show(&visit, &offered, "privacy", false).await
}

async fn show(visit: &Visit, offered: &Offered, name: &str, leads_on: bool) -> Answer {
    let mut text = text(visit, offered, name).await?;
    let (html, mut sections) = markdown::sections(&text.html);
    text.html = html;
    if sections.len() < LONG {
        sections.clear();
    }
    let meta = Meta::titled(&text.title).about(visit.hub.network.settings.description.get(visit.lang));
    let topics = text.topics();
    page(StatusCode::OK, &TextPage { v: visit, meta, text, sections, leads_on }, Some(topics))
}
