//! What features offer to each other through `app`, so that none depends on another.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Actor, CityId, Lang, Person, Result};
use store::{Handler, Migration};

use crate::api::Operation;
use crate::hub::Hub;
use crate::routes::Routes;
use crate::visit::Visit;

/// One capability of the hub.
pub struct Feature {
    /// Its name, that of its folder.
    pub name: &'static str,
    /// Its tables.
    pub migrations: &'static [Migration],
    /// Where its own tables name files: queries by a file's hash that find a row.
    pub files: &'static [&'static str],
    /// Its words, in every language of the interface.
    pub words: [(Lang, &'static str); 3],
    /// Keys of words that it puts together, of all that they can be put together of.
    pub made_words: fn() -> Vec<String>,
    /// Its addresses.
    pub routes: fn() -> Routes,
    /// What it offers to others.
    pub parts: fn(&mut Parts),
    /// What it does later.
    pub jobs: fn(&Hub) -> Vec<Arc<dyn Handler>>,
}

/// All that the features offer.
#[derive(Default)]
pub struct Parts {
    /// Who is behind a session cookie.
    pub sessions: Option<Arc<dyn Sessions>>,
    /// Parts of a city's page.
    pub city_panels: Vec<Arc<dyn CityPanel>>,
    /// Figures of the home page.
    pub figures: Vec<Arc<dyn Figures>>,
    /// Parts of the home page.
    pub home: Vec<Arc<dyn HomePart>>,
    /// Addresses for search engines.
    pub sitemap: Vec<Arc<dyn SitemapSource>>,
    /// Kinds of things in the search index.
    pub search: Vec<Arc<dyn SearchKind>>,
    /// The addresses for machines, as the routes describe them.
    pub api: Vec<Operation>,
    /// Kinds of letters.
    pub letters: Vec<Arc<dyn LetterKind>>,
    /// Who tried too often, as this node remembers it.
    pub guard: store::Guard,
    /// What is tidied up at each start and once a day.
    pub chores: Vec<Arc<dyn Chore>>,
    /// The main menu, in the order of `place`.
    pub menu: Vec<MenuItem>,
    /// The back office, for those who may.
    pub office: Vec<MenuItem>,
    /// The menu of a signed-in person.
    pub account: Vec<MenuItem>,
}

/// A link in a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// Its place; lower is earlier.
    pub place: u16,
    /// Key of its words.
    pub words: &'static str,
    /// Key of what is said below it, on the page of the back office; empty elsewhere.
    pub hint: &'static str,
    /// The address behind the language.
    pub path: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Who sees it.
    pub shown: fn(&Actor) -> bool,
}

/// Knows the person behind a session cookie.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The person, when the session is alive and they are active.
    async fn person(&self, hub: &Hub, secret: &str) -> Result<Option<Person>>;
}

/// A kind of letter. It is written when it leaves, of what holds then: what waits for the mail server is ids (of
/// somebody who may have no account the address that was typed), never a text and never a secret.
#[async_trait]
pub trait LetterKind: Send + Sync {
    /// Its name, `feature.what`.
    fn kind(&self) -> &'static str;
    /// Writes letter number `id` about this (JSON, as it was asked for); nothing where it is no longer true, or its
    /// reader may no longer have it. Asked again at each try.
    async fn write(&self, hub: &Hub, id: i64, about: &str) -> Result<Option<mail::Letter>>;
    /// It was handed over.
    async fn handed_over(&self, hub: &Hub, id: i64, about: &str) -> Result<()>;
    /// It could not be handed over: what was made for it must end.
    async fn came_back(&self, hub: &Hub, id: i64, about: &str) -> Result<()>;
}

/// A section of a city's page.
#[async_trait]
pub trait CityPanel: Send + Sync {
    /// Finished HTML for this reader, or nothing to show.
    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>>;
    /// Topics whose change makes it stale, also while it shows nothing.
    fn topics(&self, city: CityId) -> Vec<String>;
}

/// A section of the home page.
#[async_trait]
pub trait HomePart: Send + Sync {
    /// Finished HTML, the same for everyone (it is cached), or nothing to show.
    async fn part(&self, visit: &Visit) -> Result<Option<String>>;
    /// Its place; lower is earlier.
    fn place(&self) -> u16;
    /// Topics whose change makes it stale, also while it shows nothing.
    fn topics(&self) -> &'static [&'static str];
}

/// A figure of the home page: counted from records, linked to the list that it counts.
pub struct Figure {
    /// What is counted, in the reader's language.
    pub label: String,
    /// How many.
    pub number: i64,
    /// The address of the list, behind the language.
    pub path: String,
    /// Of when, or from where.
    pub note: String,
}

/// Counts public records.
#[async_trait]
pub trait Figures: Send + Sync {
    /// In the order in which they are shown.
    async fn figures(&self, visit: &Visit) -> Result<Vec<Figure>>;
    /// Topics whose change makes them stale.
    fn topics(&self) -> &'static [&'static str];
}

/// Addresses of one source in the sitemap at most; a sitemap holds 50,000 in all languages together.
pub const SITEMAP_PATHS: usize = 15_000;

/// Public addresses that search engines should know.
#[async_trait]
pub trait SitemapSource: Send + Sync {
    /// Addresses behind the language. Of more than [`SITEMAP_PATHS`], one more than that: then it is told that it is cut.
    async fn paths(&self, hub: &Hub) -> Result<Vec<String>>;
    /// Topics whose change makes them stale.
    fn topics(&self) -> &'static [&'static str];
}

/// Tidies up, in a job at each start and once a day. A job may be done twice: the second time must do no harm.
#[async_trait]
pub trait Chore: Send + Sync {
    /// Does all that is due, in transactions so short that nobody has to wait for them.
    async fn run(&self, hub: &Hub) -> Result<()>;
}

/// A kind of thing in the search index.
#[async_trait]
pub trait SearchKind: Send + Sync {
    /// The kind, as in the change table.
    fn kind(&self) -> &'static str;
    /// What the index should hold of these; one that is not answered is removed from it.
    async fn entries(&self, hub: &Hub, ids: &[i64]) -> Result<Vec<find::Entry>>;
    /// Must things of this kind be indexed again when one of that kind changed?
    fn follows(&self, _kind: &str) -> bool {
        false
    }
    /// Which ones, after this id, in order, at most `limit`, when this thing of such a kind changed.
    async fn followers_of(&self, _hub: &Hub, _item: i64, _after: i64, _limit: usize) -> Result<Vec<i64>> {
        Ok(Vec::new())
    }
    /// All ids after this one, in order, at most `limit`: to build the index anew.
    async fn ids_after(&self, hub: &Hub, after: i64, limit: usize) -> Result<Vec<i64>>;
}
