//! The latest news on the home page.

use askama::Template;
use async_trait::async_trait;
use base::{Fail, Result};
use web::Visit;
use web::parts::HomePart;

use crate::kinds::Kind;
use crate::rows::{self, Entry, IN_LISTS, Narrowed};
use crate::rules::{SUMMARY, TITLE};

/// News on the home page.
const SHOWN: i64 = 3;

#[derive(Template)]
#[template(path = "editorial/home_news.html")]
struct NewsPart<'a> {
    v: &'a Visit,
    news: Vec<Entry>,
}

pub(crate) struct LatestNews;

#[async_trait]
impl HomePart for LatestNews {
    fn topics(&self) -> &'static [&'static str] {
        &["editorial:news"]
    }

    fn place(&self) -> u16 {
        10
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let items = rows::page(&visit.hub.db.read(), Kind::News, &Narrowed::default(), SHOWN, 0).await?;
        let news = rows::entries(visit, items, &IN_LISTS).await?;
        if news.is_empty() {
            return Ok(None);
        }
        Ok(Some(NewsPart { v: visit, news }.render().map_err(Fail::internal)?))
    }
}
