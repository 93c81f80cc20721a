//! What the home page shows of what the team publishes.

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
    fn name(&self) -> &'static str {
        "news"
    }

    fn words(&self) -> &'static str {
        "editorial-kinds-news"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["editorial:news"]
    }

    fn place(&self) -> u16 {
        10
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let items =
            rows::page(&visit.hub.db.read(), Kind::News, &Narrowed::default(), visit.hub.now(), SHOWN, 0).await?;
        let news = rows::entries(visit, items, &IN_LISTS).await?;
        if news.is_empty() {
            return Ok(None);
        }
        Ok(Some(NewsPart { v: visit, news }.render().map_err(Fail::internal)?))
    }
}

/// Initiatives on the home page.
const INITIATIVES: i64 = 4;

#[derive(Template)]
#[template(path = "editorial/home_initiatives.html")]
struct InitiativesPart<'a> {
    v: &'a Visit,
    initiatives: Vec<Entry>,
}

pub(crate) struct Initiatives;

#[async_trait]
impl HomePart for Initiatives {
    fn name(&self) -> &'static str {
        "initiatives"
    }

    fn words(&self) -> &'static str {
        "editorial-kinds-initiative"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["editorial:initiative"]
    }

    fn place(&self) -> u16 {
        40
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let (sql, now) = (visit.hub.db.read(), visit.hub.now());
        let items = rows::page(&sql, Kind::Initiative, &Narrowed::default(), now, INITIATIVES, 0).await?;
        let initiatives = rows::entries(visit, items, &IN_LISTS).await?;
        if initiatives.is_empty() {
            return Ok(None);
        }
        Ok(Some(InitiativesPart { v: visit, initiatives }.render().map_err(Fail::internal)?))
    }
}
