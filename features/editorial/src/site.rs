//! The pages that every network has, for the site that shows them.

use base::{Lang, Result};
use web::{Offered, Visit};

use crate::embeds::{Lack, drawn};
use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Item, PAGES, TITLE};

/// The words of a page as this reader has them.
pub struct SitePage {
    /// Their language.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// Clean HTML.
    pub html: String,
    /// The source with its address, where this renders an older one.
    pub newer: Option<(Lang, String)>,
    /// Its place in the office, for those who may write.
    pub office: String,
    /// What it shows beside words.
    pub topics: Vec<String>,
}

/// The topic of the pages that every network has: whoever keeps one names it.
pub const SITE_PAGES: &str = Kind::Page.topic();

/// The page of this name; nothing before the network's first texts are brought.
///
/// # Errors
/// When the database does not answer.
pub async fn site_page(visit: &Visit, offered: &Offered, name: &str) -> Result<Option<SitePage>> {
    let sql = visit.hub.db.read();
    let Some(item) = rows::of_first(&sql, &format!("{PAGES}{name}")).await? else { return Ok(None) };
    let mut found = texts::live(&sql, &[item.thing()], &[TITLE, BODY, ADDRESS]).await?;
    let texts = found.remove(&item.thing()).unwrap_or_default();
    let Some(text) = texts::best(&texts, visit.lang, &visit.hub.network.languages) else { return Ok(None) };
    let source = texts.iter().find(|own| own.source && text.behind);
    let drawn = drawn(visit, offered, text.get(BODY), Lack::Silent).await?;
    Ok(Some(SitePage {
        lang: text.lang,
        title: text.get(TITLE).to_owned(),
        html: drawn.html,
        topics: drawn.topics,
        newer: source.map(|own| (own.lang, address(&item, own.lang))),
        office: item.office(),
    }))
}

fn address(item: &Item, lang: Lang) -> String {
    format!("/{lang}{}", item.path(""))
}
