//! What readers have, for search engines: each thing at its address in each language that it has.

use async_trait::async_trait;
use base::{Lang, Result};
use web::Hub;
use web::parts::SitemapSource;

use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, Item};

/// The lists, then all that stands in them.
pub(crate) struct Published;

const LISTS: i64 = Kind::LISTED.len() as i64;

#[async_trait]
impl SitemapSource for Published {
    fn name(&self) -> &'static str {
        "editorial"
    }

    fn topics(&self) -> &'static [&'static str] {
        &[
            "editorial:news",
            "editorial:question",
            "editorial:myth",
            "editorial:initiative",
            "editorial:voice",
            "editorial:release",
            "editorial:page",
        ]
    }

    async fn count(&self, hub: &Hub) -> Result<i64> {
        Ok(rows::shown_count(&hub.db.read(), hub.now()).await? + LISTS)
    }

    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let pages = self.in_languages(hub, from, most).await?;
        Ok(pages.into_iter().filter_map(|page| page.into_iter().next()).map(|(_, path)| path).collect())
    }

    async fn in_languages(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<Vec<(Lang, String)>>> {
        let languages = &hub.network.languages;
        let list = |kind: Kind| languages.iter().map(|lang| (*lang, kind.path().to_owned())).collect();
        let lists = Kind::LISTED.into_iter().skip(usize::try_from(from).unwrap_or(0)).map(list);
        let mut pages: Vec<Vec<(Lang, String)>> = lists.take(usize::try_from(most).unwrap_or(0)).collect();
        let left = most - pages.len() as i64;
        if left > 0 {
            let sql = hub.db.read();
            let items = rows::shown_from(&sql, hub.now(), (from - LISTS).max(0), left).await?;
            let things: Vec<_> = items.iter().map(Item::thing).collect();
            let texts = texts::live(&sql, &things, &[ADDRESS]).await?;
            for item in items {
                let own = texts.get(&item.thing()).map(Vec::as_slice).unwrap_or_default();
                // Where a language has none the page shows another: that one is the page.
                let paths = own.iter().map(|text| (text.lang, item.path(text.get(ADDRESS))));
                pages.push(paths.collect());
            }
        }
        pages.retain(|page| !page.is_empty());
        Ok(pages)
    }
}
