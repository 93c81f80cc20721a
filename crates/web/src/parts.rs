//! What features offer to each other through `app`, so that none depends on another.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use axum::extract::FromRequestParts;
use base::{Actor, BodyId, CityId, Fail, Lang, Person, PersonId, Result, Time};
use http::HeaderMap;
use network::Network;
use store::{Act, Asked, Db, Event, Sql, Tx, Way};

use crate::api::Operation;
use crate::failure::Failure;
use crate::hub::Hub;
use crate::imports::Importer;
use crate::links::{Link, Placed};
use crate::merging::CityRows;
use crate::personal::Kept;
use crate::previews::{DAILY, Preview};
use crate::reads::{Addresses, PageAt};
use crate::rights::Right;
use crate::translated::{Brought, Saved, Translated};
use crate::visit::Visit;

/// All that the features offer.
#[derive(Default)]
pub struct Parts {
    /// Who is behind a session cookie.
    pub sessions: Option<Arc<dyn Sessions>>,
    /// Fills a new hub.
    pub first: Option<Arc<dyn FirstData>>,
    /// What has to hold before anybody is served.
    pub ready: Vec<Arc<dyn Readiness>>,
    /// Jobs that are to be done once in a new hub.
    pub first_jobs: Vec<fn() -> Result<Asked>>,
    /// Where lines about a city stand for its people.
    pub city_records: Vec<Arc<dyn CityRecord>>,
    /// Rows that name a city.
    pub city_rows: Vec<CityRows>,
    /// Who knows what names a body that is no city.
    pub bodies: Vec<Arc<dyn NamesBodies>>,
    /// Parts of a city's page.
    pub city_panels: Vec<Arc<dyn CityPanel>>,
    /// What waits for people.
    pub tasks: Vec<Arc<dyn Tasks>>,
    /// Sections of a city's workspace.
    pub workspace: Vec<Arc<dyn WorkspacePart>>,
    /// Other pages of a city's work, beside its workspace.
    pub tabs: Vec<Tab>,
    /// Sections of the desk of those who answer for cities.
    pub desk: Vec<Arc<dyn DeskPart>>,
    /// Figures of the home page.
    pub figures: Vec<Arc<dyn Figures>>,
    /// Parts of the home page.
    pub home: Vec<Arc<dyn HomePart>>,
    /// What may stand in the team's texts beside words.
    pub embeds: Vec<Arc<dyn Embed>>,
    /// Who can say what stands at an address.
    pub titles: Vec<Arc<dyn Titles>>,
    /// Who knows of consents that end.
    pub care: Vec<Arc<dyn Care>>,
    /// All addresses of pages.
    pub addresses: Addresses,
    /// Addresses for search engines.
    pub sitemap: Vec<Arc<dyn SitemapSource>>,
    /// Kinds of things in the search index.
    pub search: Vec<Arc<dyn SearchKind>>,
    /// Who shows hits of the one search.
    pub hits: Vec<Arc<dyn Hits>>,
    /// The addresses for machines, as the routes describe them.
    pub api: Vec<Operation>,
    /// Kinds of things whose words are translated.
    pub translated: Vec<Translated>,
    /// Who writes their translations where an office sent them back.
    pub translations: Vec<Arc<dyn Translations>>,
    /// Kinds of tables that people bring in.
    pub imports: Vec<Arc<dyn Importer>>,
    /// Kinds of letters.
    pub letters: Vec<Arc<dyn LetterKind>>,
    /// What the e-mails look like.
    pub previews: Vec<&'static [Preview]>,
    /// Who keeps whether e-mails reach somebody.
    pub recipients: Option<Arc<dyn Recipients>>,
    /// Kinds of notices, in the order in which people choose.
    pub notices: Vec<Arc<dyn Notice>>,
    /// What is tidied up at each start and once a day.
    pub chores: Vec<Arc<dyn Chore>>,
    /// Who knows the links that people put into the menu and the foot.
    pub menus: Option<Arc<dyn Menus>>,
    /// What is kept of people.
    pub personal: Kept,
    /// What may stand on the record.
    pub acts: Vec<Act>,
    /// What people may do, each asked of the code that decides it.
    pub rights: Vec<Right>,
    /// Links, in each place in the order in which features offer them.
    pub links: Vec<Link>,
}

impl Parts {
    /// What all e-mails look like that the hub sends.
    pub fn all_previews(&self) -> impl Iterator<Item = &Preview> {
        self.previews.iter().copied().flatten().chain([&DAILY])
    }
}

/// Knows the person behind a session cookie.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The person, when the session is alive and they are active.
    async fn person(&self, hub: &Hub, secret: &str) -> Result<Option<Person>>;
    /// Did somebody sign in before in the browser with these cookies? By what the hub has given to it and keeps, not by
    /// what anybody may write into a cookie.
    async fn knows_browser(&self, hub: &Hub, headers: &HeaderMap) -> Result<bool>;
    /// The secret of the first administrator's link, while there is no administrator; `kept` is the one that an
    /// earlier start showed.
    async fn first_link(&self, hub: &Hub, kept: Option<&str>) -> Result<Option<String>>;
}

/// Knows whether something names a body that is no city, as an organisation: what is named is not removed.
#[async_trait]
pub trait NamesBodies: Send + Sync {
    /// Does something of this feature name it? One statement.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn names(&self, sql: &store::Sql, body: BodyId) -> Result<bool>;
}

/// Keeps whether e-mails reach somebody.
#[async_trait]
pub trait Recipients: Send + Sync {
    /// A mail server refused an e-mail to this address for good.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn refused(&self, hub: &Hub, address: &str) -> Result<()>;
    /// A mail server took one.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn reached(&self, hub: &Hub, address: &str) -> Result<()>;
}

/// Says what stands at some of the addresses, for others that name it.
#[async_trait]
pub trait Titles: Send + Sync {
    /// The title of what stands at this path behind the language.
    ///
    /// # Errors
    /// [`Fail::NotFound`] where this reader may not see it, and for what is at none of one's own addresses.
    async fn title(&self, visit: &Visit, path: &str) -> Result<String>;
    /// Of these paths, which are no pages of their own, those of one's own addresses at which visitors find nothing: one
    /// statement for all of them.
    async fn missing(&self, hub: &Hub, paths: &[String]) -> Result<Vec<String>>;
}

/// Something that ends, or is to be looked at, on a day.
#[derive(Clone, Debug)]
pub struct Due {
    /// Key of the words for what it is.
    pub words: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it is looked after, behind the language.
    pub path: String,
    /// When.
    pub on: Time,
}

/// Knows of consents that end, for those who look after what is shown.
#[async_trait]
pub trait Care: Send + Sync {
    /// Those of what is shown now that end until this time; a page's worth at most.
    async fn due(&self, visit: &Visit, until: Time) -> Result<Vec<Due>>;
}

/// Knows the links that people put into the menu and the foot. They are read once for all readers, until [`crate::links::MENUS`] is
/// outdated.
#[async_trait]
pub trait Menus: Send + Sync {
    /// All of them, in their order.
    async fn placed(&self, hub: &Hub) -> Result<Vec<Placed>>;
}

/// Fills a new hub with the network's first data.
#[async_trait]
pub trait FirstData: Send + Sync {
    /// Fills it once, in one transaction with the jobs that others ask for; does nothing where it is filled.
    async fn fill(&self, db: &Db, network: &Network, others: &[Asked]) -> Result<()>;
}

/// What has to hold before anybody is served: rows that a language needs which was added to the network, what a hub of before
/// kept in another way. A chore would come when pages are read already.
#[async_trait]
pub trait Readiness: Send + Sync {
    /// Sees to it, at each start; does nothing where all is as it must be. Several nodes may call it at once.
    async fn ready(&self, db: &Db, network: &Network) -> Result<()>;
}

/// Writes translations that came back from an office, of one kind of thing.
#[async_trait]
pub trait Translations: Send + Sync {
    /// The kind, as its texts are kept.
    fn kind(&self) -> &'static str;

    /// Writes one, by the rules of a form.
    ///
    /// # Errors
    /// `Conflict` where somebody wrote since, `NotFound` where there is no such thing (any more), `Invalid` where it breaks a rule.
    async fn write(&self, hub: &Hub, actor: &Actor, brought: &Brought<'_>) -> Result<Saved>;
}

/// Which letters leave first where many wait: whoever waits for a link must not stand behind what somebody else does by
/// the thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Somebody waits for it, or must know it now: links, passwords, broken glass.
    First,
    /// What is done in the hub.
    Usual,
    /// What strangers send.
    Last,
}

impl Rank {
    /// Lower is earlier; letters of a program of before, which ranked none, have 0.
    pub(crate) const fn priority(self) -> i64 {
        match self {
            Rank::First => -1,
            Rank::Usual => 0,
            Rank::Last => 1,
        }
    }
}

/// A kind of letter. It is written when it leaves, of what holds then: what waits for the mail server is ids (of
/// somebody who may have no account the address that was typed), never a text and never a secret.
#[async_trait]
pub trait LetterKind: Send + Sync {
    /// Its name, `feature.what`.
    fn kind(&self) -> &'static str;
    /// Before others that wait, or after them.
    fn rank(&self) -> Rank {
        Rank::Usual
    }
    /// Writes letter number `id` about this (JSON, as it was asked for); nothing where it is no longer true, or its
    /// reader may no longer have it. Asked again at each try.
    async fn write(&self, hub: &Hub, id: i64, about: &str) -> Result<Option<mail::Letter>>;
    /// It was handed over.
    async fn handed_over(&self, hub: &Hub, id: i64, about: &str) -> Result<()>;
    /// It could not be handed over: what was made for it must end.
    async fn came_back(&self, hub: &Hub, id: i64, about: &str) -> Result<()>;
}

/// What a notice says.
pub struct Told {
    /// To the person who is told, in their language.
    pub letter: mail::Letter,
    /// Where more of it is to be seen, behind the language; it stands below the subject in a daily letter.
    pub path: String,
}

/// Something that people are told when it happens: at once, once a day or never, as each of them chooses. Its words are
/// `notice-{kind}`, with `-` for `.`.
#[async_trait]
pub trait Notice: Send + Sync {
    /// Its name, `feature.what`, for ever: choices are kept under it.
    fn kind(&self) -> &'static str;
    /// Does it tell of this kind of event?
    fn of(&self, event: &str) -> bool;
    /// The ways in which people may choose to be told; none: a matter of safety, told at once.
    fn ways(&self) -> &'static [Way] {
        &Way::ALL
    }
    /// A matter of safety.
    fn must(&self) -> bool {
        self.ways().is_empty()
    }
    /// Can such a thing concern this person at all? Whoever it cannot is offered no choice for it.
    fn concerns(&self, _person: &Person) -> bool {
        true
    }
    /// Before other letters that wait, or after them.
    fn rank(&self) -> Rank {
        Rank::Usual
    }
    /// Whom this event concerns, and who may be told of it. Asked once, in the follower's transaction (nothing outside of
    /// the database): what others do afterwards changes neither whom it concerns nor as what.
    async fn to(&self, hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>>;
    /// Whether one of those may still be told of it when the letter leaves.
    async fn still(&self, hub: &Hub, sql: &Sql, event: &Event, person: PersonId) -> Result<bool> {
        Ok(self.to(hub, sql, event).await?.contains(&person))
    }
    /// Events with the same name here are one letter to each reader while it waits: the newest of which something is to
    /// be said.
    fn same(&self, _event: &Event) -> Result<Option<String>> {
        Ok(None)
    }
    /// Whose daily letter leaves at once, now that this was done.
    async fn hastens(&self, _hub: &Hub, _sql: &Sql, _event: &Event) -> Result<Vec<PersonId>> {
        Ok(Vec::new())
    }
    /// What is said to one of them; nothing where it is no longer true. Asked again at each try.
    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>>;
}

/// What the features offer, for a page that shows it: its handler asks for it beside the visit.
#[derive(Clone)]
pub struct Offered(pub Arc<Parts>);

impl std::ops::Deref for Offered {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Offered {
    /// What stands at this path behind the language, as this reader may see it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn title(&self, visit: &Visit, path: &str) -> Result<Option<String>> {
        for titles in &self.titles {
            match titles.title(visit, path).await {
                Err(Fail::NotFound) => {}
                title => return title.map(Some),
            }
        }
        Ok(None)
    }

    /// The path behind the language to which something leads that a text names or links: a path as it is, and the page of
    /// what is named as `document:k3f9`.
    pub fn path_of(&self, target: &str) -> Option<String> {
        if target.starts_with('/') {
            let path = target.split('?').next().unwrap_or_default();
            return Some(path.to_owned());
        }
        let (name, key) = target.split_once(':')?;
        self.embeds.iter().find(|embed| embed.name() == name)?.path(key)
    }

    /// Of these paths behind the language those that lead nowhere for visitors: there is no such page, or nothing at it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn missing(&self, hub: &Hub, paths: &[String]) -> Result<Vec<String>> {
        let at = |path: &&String| self.addresses.page_at(path);
        let mut gone: Vec<String> = paths.iter().filter(|path| at(path).is_none()).cloned().collect();
        let of_things: Vec<String> = paths.iter().filter(|path| at(path) == Some(PageAt::OneOfMany)).cloned().collect();
        for titles in &self.titles {
            gone.extend(titles.missing(hub, &of_things).await?);
        }
        Ok(gone)
    }

    /// As `serve` has put it beside the request.
    ///
    /// # Errors
    /// Our own mistake: a page without it would look as if nobody offered anything.
    pub(crate) fn of(extensions: &http::Extensions) -> Result<Offered> {
        let offered = extensions.get::<Offered>().cloned();
        offered.ok_or_else(|| Fail::internal("what features offer is not beside the request"))
    }
}

impl<S: Sync> FromRequestParts<S> for Offered {
    type Rejection = Failure;

    async fn from_request_parts(request: &mut http::request::Parts, _: &S) -> std::result::Result<Offered, Failure> {
        Ok(Offered::of(&request.extensions)?)
    }
}

/// A city's own part of the record, which its people read.
#[async_trait]
pub trait CityRecord: Send + Sync {
    /// Adds a line about the city itself, which has this slug, in the transaction of what was done.
    async fn note(&self, tx: &Tx, actor: &Actor, act: Act, city: CityId, slug: &str) -> Result<()>;
}

/// A section of a city's page.
#[async_trait]
pub trait CityPanel: Send + Sync {
    /// Finished HTML for this reader, or nothing to show.
    async fn panel(&self, visit: &Visit, city: CityId) -> Result<Option<String>>;
    /// Topics whose change makes it stale, also while it shows nothing.
    fn topics(&self, city: CityId) -> Vec<String>;
}

/// The city whose workspace is shown.
#[derive(Clone, Debug)]
pub struct OfCity {
    /// Its id.
    pub id: CityId,
    /// In addresses.
    pub slug: String,
    /// Its region's slug.
    pub region: String,
    /// The code of where its membership stands.
    pub membership: &'static str,
}

/// How much a task presses: what stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It would help.
    Someday,
    /// Somebody waits for it.
    Waits,
    /// Its day is today.
    Today,
    /// Its day is over.
    Overdue,
}

/// Something that somebody has to do. It is found out where it is shown and kept nowhere: done, it is gone.
#[derive(Clone, Debug)]
pub struct Task {
    /// What it is, in the reader's words.
    pub words: String,
    /// What is said below it; may be empty.
    pub hint: String,
    /// Where it is done, behind the language.
    pub path: String,
    /// Its icon.
    pub icon: &'static str,
    /// How much it presses.
    pub urgency: Urgency,
    /// How it stands: how it is drawn, and in words.
    pub status: Option<(&'static str, String)>,
}

/// Knows what waits for people. At most [`base::limits::PART_STATEMENTS`] statements a question, and a page's worth of answers.
#[async_trait]
pub trait Tasks: Send + Sync {
    /// For this reader, in the work of this city, for which they hold a role.
    async fn of_city(&self, _visit: &Visit, _city: &OfCity) -> Result<Vec<Task>> {
        Ok(Vec::new())
    }
    /// For this reader, who answers for cities.
    async fn of_office(&self, _visit: &Visit) -> Result<Vec<Task>> {
        Ok(Vec::new())
    }
}

/// On which side of a page a section stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In the middle.
    Main,
    /// Beside it.
    Aside,
}

/// A section of a city's workspace, for its people.
#[async_trait]
pub trait WorkspacePart: Send + Sync {
    /// Where it stands.
    fn side(&self) -> Side;
    /// Finished HTML for this reader, or nothing to show; at most [`base::limits::PART_STATEMENTS`] statements.
    async fn part(&self, visit: &Visit, city: &OfCity) -> Result<Option<String>>;
}

/// Another page of a city's work, beside its workspace.
#[derive(Clone, Copy)]
pub struct Tab {
    /// Key of its words.
    pub words: &'static str,
    /// Its address behind the language, of the city with this slug.
    pub path: fn(&str) -> String,
}

/// A section of the desk of those who answer for cities.
#[async_trait]
pub trait DeskPart: Send + Sync {
    /// Finished HTML for this reader, or nothing to show; at most [`base::limits::PART_STATEMENTS`] statements.
    async fn part(&self, visit: &Visit) -> Result<Option<String>>;
}

/// Something that a line of a text names: `![caption](document:k3f9)` is the document with that number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which one: what stands behind the colon.
    pub key: String,
    /// What is said of it there; may be empty.
    pub caption: String,
}

/// Something that can be put into a text.
#[derive(Clone, Debug)]
pub struct Choosable {
    /// Which one, as texts name it.
    pub key: String,
    /// What it is called, for whoever chooses.
    pub label: String,
    /// What tells it from others; may be empty.
    pub note: String,
}

/// Those that fit what somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Some of them, in the order of their kind.
    pub found: Vec<Choosable>,
    /// More fit than these.
    pub more: bool,
    /// Where there are more things of the kind than were looked through: how many were, the first of their kind's order.
    pub among: Option<usize>,
}

impl Choices {
    /// The first `limit` of all that fit.
    pub fn first(all: impl IntoIterator<Item = Choosable>, limit: usize) -> Choices {
        let mut all = all.into_iter();
        let found = all.by_ref().take(limit).collect();
        Choices { found, more: all.next().is_some(), among: None }
    }
}

/// Things of a feature that may stand in the team's texts, each in a line that names it.
#[async_trait]
pub trait Embed: Send + Sync {
    /// What stands before the colon, for ever: texts name it. Small ASCII letters.
    fn name(&self) -> &'static str;
    /// Key of the words for one of them.
    fn words(&self) -> &'static str;
    /// Each of these as finished HTML for this reader, in their order; none for one that there is not, or that they may not
    /// see. At most [`base::limits::PART_STATEMENTS`] statements for all of them.
    async fn draw(&self, visit: &Visit, named: &[Named]) -> Result<Vec<Option<String>>>;
    /// Its page behind the language, where it has one.
    fn path(&self, key: &str) -> Option<String>;
    /// Where another one is made, behind the language, by those who write texts; none where they make none.
    fn made_at(&self) -> Option<&'static str> {
        None
    }
    /// Topics whose change makes a page stale that names it, also while it shows nothing of it.
    fn topics(&self, key: &str) -> Vec<String>;
    /// Those whose names hold these words, for whoever chooses; at most `limit`, and whether there are more.
    async fn choose(&self, visit: &Visit, words: &str, limit: usize) -> Result<Choices>;
}

/// A section of the home page.
#[async_trait]
pub trait HomePart: Send + Sync {
    /// What it is called where the team chooses among them, for ever. Small ASCII letters and hyphens.
    fn name(&self) -> &'static str;
    /// Key of the words for it.
    fn words(&self) -> &'static str;
    /// Finished HTML, the same for everyone (it is cached), or nothing to show.
    async fn part(&self, visit: &Visit) -> Result<Option<String>>;
    /// Its place where nobody chose another; lower is earlier.
    fn place(&self) -> u16;
    /// Topics whose change makes it stale, also while it shows nothing.
    fn topics(&self) -> &'static [&'static str];
}

/// A figure of the home page: counted from records, linked to the list that it counts.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it is called in texts that show it, for ever.
    pub name: &'static str,
    /// What is counted, in the reader's language.
    pub label: String,
    /// How many.
    pub number: i64,
    /// The address of the list, behind the language.
    pub path: String,
    /// Of when, or from where.
    pub note: String,
}

/// The parts of a page, all made at once (each has a connection of its own to read with), in their order. The statements
/// of each count as a part's ([`base::limits::PART_STATEMENTS`]).
///
/// # Errors
/// That of the first which fails: a page without a part would look as if there were nothing in it.
pub async fn together<T>(parts: impl IntoIterator<Item = impl Future<Output = Result<T>>>) -> Result<Vec<T>> {
    futures::future::try_join_all(parts.into_iter().map(store::count_part)).await
}

/// Counts public records.
#[async_trait]
pub trait Figures: Send + Sync {
    /// In the order in which they are shown.
    async fn figures(&self, visit: &Visit) -> Result<Vec<Figure>>;
    /// Topics whose change makes them stale.
    fn topics(&self) -> &'static [&'static str];
}

/// Public addresses that search engines should know.
#[async_trait]
pub trait SitemapSource: Send + Sync {
    /// What it is called in the addresses of its parts.
    fn name(&self) -> &'static str;
    /// How many addresses there are.
    async fn count(&self, hub: &Hub) -> Result<i64>;
    /// So many addresses behind the language, from a place on, in an order to whose end new ones are added.
    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>>;
    /// Topics whose change makes them stale.
    fn topics(&self) -> &'static [&'static str];
    /// The same with an address for each language, where these differ: each page with its languages.
    async fn in_languages(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<Vec<(Lang, String)>>> {
        let everywhere = |path: String| hub.network.languages.iter().map(|lang| (*lang, path.clone())).collect();
        Ok(self.paths(hub, from, most).await?.into_iter().map(everywhere).collect())
    }
}

/// A part of addresses that are known at once, for [`SitemapSource::paths`].
pub fn some_of(all: impl Iterator<Item = String>, from: i64, most: i64) -> Vec<String> {
    let number = |number: i64| usize::try_from(number).unwrap_or(0);
    all.skip(number(from)).take(number(most)).collect()
}

/// Tidies up, in a job at each start and once a day. A job may be done twice: the second time must do no harm.
#[async_trait]
pub trait Chore: Send + Sync {
    /// Does all that is due, in transactions so short that nobody has to wait for them.
    async fn run(&self, hub: &Hub) -> Result<()>;
}

/// A kind of thing as the one search names it, in the reader's language.
#[derive(Clone, Debug)]
pub struct KindOfHit {
    /// The kind, as in the change table.
    pub code: &'static str,
    /// One of them.
    pub one: String,
    /// All of them.
    pub all: String,
}

/// A hit of the one search as this reader has it, read with their rights.
#[derive(Clone, Debug, Default)]
pub struct CardOfHit {
    /// Its page, behind the language.
    pub path: String,
    /// What it is called, in the reader's language where it has that.
    pub title: String,
    /// BCP 47 code of the title; empty where it has none, or it is unknown.
    pub lang: String,
    /// What is said of it in short; may be empty.
    pub summary: String,
    /// BCP 47 code of that.
    pub said_in: String,
    /// Where it belongs, and of when it is: each as the page's language says it.
    pub facts: Vec<String>,
    /// Its themes, by their slugs.
    pub themes: Vec<String>,
    /// The text that the index has is in the language of the title, and this reader may be shown a piece of it.
    pub quoted: bool,
}

/// Shows hits of the one search, of some kinds: the page of the search knows none of them.
#[async_trait]
pub trait Hits: Send + Sync {
    /// These kinds, in the order in which they are offered.
    fn kinds(&self, visit: &Visit) -> Vec<KindOfHit>;
    /// Those of these things that the reader may see, by their ids. At most three statements.
    async fn cards(&self, visit: &Visit, ids: &[i64]) -> Result<HashMap<i64, CardOfHit>>;
    /// Topics whose change makes a page stale on which they are, or could be, found.
    fn topics(&self) -> Vec<&'static str>;
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
