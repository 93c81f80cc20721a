//! What other pages show of the library: a city's documents, the newest ones, figures, the sitemap.

use askama::Template;
use async_trait::async_trait;
use base::{Actor, CityId, DocumentId, Fail, Result};
use web::parts::{CityPanel, Figure, Figures, HomePart, SitemapSource, Titles};
use web::{Hub, Visit};

use crate::access::{Action, may_upload_at_all};
use crate::rows;
use crate::rules::Document;
use crate::topics;

/// Documents named on a city's page and on the home page.
const SHOWN: usize = 5;
/// The newest among which those in the reader's language are looked for.
const RECENT: i64 = 60;
/// Guides named on the home page.
const GUIDES: usize = 4;

/// The first of these that the reader reads best: in their language, then in one of the network's, then the rest; within
/// each in the order that they came in.
fn own_language_first(visit: &Visit, mut documents: Vec<Document>, most: usize) -> Vec<Document> {
    let others = &visit.hub.network.languages;
    documents.sort_by_key(|document| match document.language.as_str() {
        own if own == visit.lang.code() => 0,
        known if others.iter().any(|lang| lang.code() == known) => 1,
        _ => 2,
    });
    documents.truncate(most);
    documents
}

#[derive(Template)]
#[template(path = "library/city_panel.html")]
struct Panel<'a> {
    v: &'a Visit,
    documents: Vec<Document>,
    total: i64,
    slug: &'a str,
    may_upload: bool,
}

pub(crate) struct CityDocuments;

#[async_trait]
impl CityPanel for CityDocuments {
    fn topics(&self, city: CityId) -> Vec<String> {
        vec![topics::of_city(city)]
    }

    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>> {
        let sql = visit.hub.db.read();
        let recent = rows::newest(&sql, &visit.actor, Some(city), RECENT).await?;
        let documents = own_language_first(visit, recent, SHOWN);
        let total = rows::count(&sql, &visit.actor, Some(city)).await?;
        let slug = visit.path.rsplit('/').next().unwrap_or_default();
        let panel = Panel { v: visit, documents, total, slug, may_upload: visit.actor.works_for(city) };
        Ok(Some(panel.render().map_err(Fail::internal)?))
    }
}

#[derive(Template)]
#[template(path = "library/home_newest.html")]
struct NewestPart<'a> {
    v: &'a Visit,
    documents: Vec<Document>,
    /// The network's own guides.
    guides: Vec<Document>,
    may_upload: bool,
}

pub(crate) struct Newest;

#[async_trait]
impl HomePart for Newest {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn words(&self) -> &'static str {
        "home-newest"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["documents"]
    }

    fn place(&self) -> u16 {
        20
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let sql = visit.hub.db.read();
        let recent = rows::newest(&sql, &visit.actor, None, RECENT).await?;
        let documents = own_language_first(visit, recent, SHOWN);
        let guides = own_language_first(visit, rows::guides(&sql, &visit.actor, RECENT).await?, GUIDES);
        let part = NewestPart { v: visit, documents, guides, may_upload: may_upload_at_all(&visit.actor) };
        Ok(Some(part.render().map_err(Fail::internal)?))
    }
}

/// The home page's way in by theme, the most written about first.
#[derive(Template)]
#[template(path = "library/home_themes.html")]
struct ThemesPart<'a> {
    v: &'a Visit,
    /// `(slug, label)`.
    themes: Vec<(&'a str, &'a str)>,
    /// There are others.
    more: bool,
}

/// Themes that are named; the others are the library's filter.
const THEMES: usize = 8;

/// Themes of public documents, the most frequent first.
struct Written(Vec<String>);

pub(crate) struct ByTheme;

#[async_trait]
impl HomePart for ByTheme {
    fn name(&self) -> &'static str {
        "themes"
    }

    fn words(&self) -> &'static str {
        "home-themes"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["documents"]
    }

    fn place(&self) -> u16 {
        15
    }

    async fn part(&self, visit: &Visit) -> Result<Option<String>> {
        let (hub, network) = (&visit.hub, &visit.hub.network);
        let read = async { Ok(Written(rows::public_themes(&hub.db.read()).await?)) };
        let written = hub.shared("documents", read).await?;
        let known = written.0.iter().filter_map(|slug| network.theme(slug));
        let mut themes: Vec<_> = known.map(|theme| (theme.slug.as_str(), theme.label(visit.lang))).collect();
        if themes.is_empty() {
            return Ok(None);
        }
        let more = themes.len() > THEMES;
        themes.truncate(THEMES);
        Ok(Some(ThemesPart { v: visit, themes, more }.render().map_err(Fail::internal)?))
    }
}

pub(crate) struct DocumentFigures;

#[async_trait]
impl Figures for DocumentFigures {
    fn topics(&self) -> &'static [&'static str] {
        &["documents"]
    }

    async fn figures(&self, visit: &Visit) -> Result<Vec<Figure>> {
        let sql = visit.hub.db.read();
        // Public ones only: a figure must say the same to everyone who reads the page.
        let documents = rows::count(&sql, &Actor::Visitor, None).await?;
        let note = visit.t("figure-now");
        Ok(vec![Figure {
            name: "documents",
            label: visit.tn("figure-documents", documents),
            number: documents,
            path: "/library".into(),
            note,
        }])
    }
}

/// Titles of documents, by their addresses.
pub(crate) struct DocumentTitles;

#[async_trait]
impl Titles for DocumentTitles {
    async fn title(&self, visit: &Visit, path: &str) -> Result<String> {
        let id = path.strip_prefix("/library/").and_then(base::id::read_id).ok_or(Fail::NotFound)?;
        let document = rows::document_for(&visit.hub.db.read(), &visit.actor, Action::See, DocumentId(id)).await?;
        Ok(document.title)
    }

    async fn missing(&self, hub: &Hub, paths: &[String]) -> Result<Vec<String>> {
        // What is no number is no document's.
        let id = |path: &String| Some(base::id::read_id(path.strip_prefix("/library/")?).unwrap_or(0));
        let is_own = |path: &&String| path.strip_prefix("/library/").is_some_and(|rest| !rest.contains('/'));
        let own: Vec<(&String, i64)> = paths.iter().filter(is_own).filter_map(|path| Some((path, id(path)?))).collect();
        let ids: Vec<i64> = own.iter().map(|(_, id)| *id).collect();
        let there: Vec<i64> =
            rows::cards(&hub.db.read(), &Actor::Visitor, &ids).await?.iter().map(|document| document.id.0).collect();
        Ok(own.into_iter().filter(|(_, id)| !there.contains(id)).map(|(path, _)| path.clone()).collect())
    }
}

pub(crate) struct PublicDocuments;

#[async_trait]
impl SitemapSource for PublicDocuments {
    fn topics(&self) -> &'static [&'static str] {
        &["documents"]
    }

    fn name(&self) -> &'static str {
        "documents"
    }

    async fn count(&self, hub: &Hub) -> Result<i64> {
        Ok(rows::count(&hub.db.read(), &Actor::Visitor, None).await? + 1)
    }

    /// The first is the library itself.
    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let own = if from == 0 { vec!["/library".to_owned()] } else { Vec::new() };
        let (before, left) = ((from - 1).max(0), most - own.len() as i64);
        let ids = rows::public_ids(&hub.db.read(), before, left).await?;
        Ok(own.into_iter().chain(ids.into_iter().map(|id| format!("/library/{}", base::DocumentId(id)))).collect())
    }
}
