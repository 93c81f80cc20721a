//! The page of one thing that is published, as readers have it; and as they would have it.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::{Lang, Result, Time};
use cities::City;
use http::{HeaderValue, StatusCode, header};
use network::Source;
use texts::Text;
use web::{Answer, Fields, Meta, Offered, Topics, Visit, page};

use super::schedule::Planned;
use super::{id, shown};
use crate::access::{check, may_edit};
use crate::embeds::{Drawn, Lack};
use crate::kinds::{Kind, kind_words, kinds_words};
use crate::rows::{self, Entry, IN_LISTS, Narrowed};
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE};
use crate::tree::{Node, Tree};

/// Others of the same kind that are named below.
const OTHERS: i64 = 5;

#[derive(Template)]
#[template(path = "editorial/item.html")]
struct ItemPage<'a> {
    v: &'a Visit,
    meta: Meta,
    item: Item,
    text: Text,
    html: String,
    sources: Vec<&'a Source>,
    themes: Vec<(&'a str, &'a str)>,
    cities: Vec<City>,
    others: Vec<Entry>,
    /// They have a theme or a city in common with it.
    is_related: bool,
    /// Of a page: those above it, and those right below it; each with its language, its title and its address.
    above: Vec<Way>,
    below: Vec<Way>,
    /// The source, where the text that is shown is an older one's translation.
    newer: Option<(Lang, String)>,
    may_edit: bool,
    /// The language of its source.
    said_in: Option<Lang>,
    /// Not as readers have it: what was written last.
    preview: Option<Preview>,
}

/// A preview.
struct Preview {
    /// For whoever has a link: until when it opens.
    until: Option<Time>,
    /// The language of the text, where they asked for another one.
    only_in: Option<Lang>,
}

web::framed!(ItemPage);

/// Another page of the tree: the language of its title, the title, its address behind the language.
type Way = (Lang, String, String);

/// The pages above and right below one.
async fn around(visit: &Visit, item: &Item) -> Result<(Vec<Way>, Vec<Way>)> {
    if item.kind != Kind::Page {
        return Ok((Vec::new(), Vec::new()));
    }
    let tree = Tree::of(&visit.hub).await?;
    let way = |node: &Node| {
        let (lang, title, path) = node.named(visit.lang, &visit.hub.network.languages)?;
        Some((lang, title.to_owned(), path))
    };
    let above = tree.above(item).into_iter().filter_map(way).collect();
    Ok((above, tree.below(item.id).filter_map(way).collect()))
}

impl ItemPage<'_> {
    fn kind(&self) -> Kind {
        self.item.kind
    }

    /// A day of the facts as the language writes it.
    fn day(&self, day: &str) -> String {
        shown::day(self.v, day)
    }

    /// The language of the text, where it is not the page's.
    fn foreign(&self) -> Option<Lang> {
        (self.text.lang != self.v.lang).then_some(self.text.lang)
    }

    /// Readers of this language have no text of their own; a preview is of the language that was asked for.
    fn only_in(&self) -> Option<Lang> {
        match &self.preview {
            Some(preview) => preview.only_in,
            None => self.foreign(),
        }
    }
}

#[derive(Template)]
#[template(path = "editorial/withdrawn.html")]
struct WithdrawnPage<'a> {
    v: &'a Visit,
    meta: Meta,
    kind: Kind,
    item: Item,
    may_edit: bool,
}

web::framed!(WithdrawnPage);

impl WithdrawnPage<'_> {
    /// Where others of its kind are; pages have no list.
    fn way_on(&self) -> &'static str {
        if self.kind == Kind::Page { "/" } else { self.kind.path() }
    }

    fn way_on_words(&self) -> String {
        if self.kind == Kind::Page { "editorial-home".to_owned() } else { kinds_words(self.kind) }
    }
}

pub(crate) async fn news(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::News, &slug).await
}

pub(crate) async fn question(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Question, &slug).await
}

pub(crate) async fn myth(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Myth, &slug).await
}

pub(crate) async fn page_of_the_site(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Page, &slug).await
}

pub(crate) async fn initiative(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Initiative, &slug).await
}

pub(crate) async fn release(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Release, &slug).await
}

pub(crate) async fn voice(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    show(&visit, &offered, Kind::Voice, &slug).await
}

async fn show(visit: &Visit, offered: &Offered, kind: Kind, slug: &str) -> Answer {
    let sql = visit.hub.db.read();
    let item = rows::at_address(&sql, kind, slug).await?;
    if !item.is_shown(visit.hub.now()) {
        let meta = Meta::titled(visit.t("editorial-gone")).hide();
        let page = WithdrawnPage { v: visit, meta, kind, item, may_edit: may_edit(&visit.actor) };
        return web::page(StatusCode::GONE, &page, None);
    }
    let texts = texts::live(&sql, &[item.thing()], &[TITLE, SUMMARY, BODY, ADDRESS]).await?;
    let texts = texts.into_values().next().unwrap_or_default();
    let text = texts::best(&texts, visit.lang, &visit.hub.network.languages).ok_or(base::Fail::NotFound)?.clone();
    if text.get(ADDRESS) != slug || item.fixed().is_some() {
        return Ok(moved(visit, &item, &text));
    }
    let topics = [item.topic(), kind.topic().to_owned()];
    drawn(visit, offered, item, text, &texts, Shown::Live(Topics(topics.to_vec()))).await
}

/// For ever at another address: that of the text in this language. It is never the one that was asked for.
fn moved(visit: &Visit, item: &Item, text: &Text) -> Response {
    let query = if visit.query.is_empty() { String::new() } else { format!("?{}", visit.query) };
    let address = format!("{}{query}", visit.link(item.path(text.get(ADDRESS))));
    let location = HeaderValue::from_str(&address).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response()
}

/// As readers have it, kept until one of these changes; or as they would have it.
enum Shown {
    Live(Topics),
    Preview(Preview),
}

async fn drawn(visit: &Visit, offered: &Offered, item: Item, text: Text, texts: &[Text], shown: Shown) -> Answer {
    let (mut topics, preview) = match shown {
        Shown::Live(topics) => (Some(topics), None),
        Shown::Preview(preview) => (None, Some(preview)),
    };
    let sql = visit.hub.db.read();
    let kind = item.kind;
    let network = &visit.hub.network;
    let own_themes = rows::themes(&sql, &[item.id]).await?.remove(&item.id).unwrap_or_default();
    let labels = |slug: &String| network.theme(slug).map(|theme| (theme.slug.as_str(), theme.label(visit.lang)));
    let themes = own_themes.iter().filter_map(labels).collect();
    let cities = match kind {
        Kind::Initiative | Kind::News | Kind::Release | Kind::Voice => its_cities(visit, &item).await?,
        _ => Vec::new(),
    };
    let own_cities: Vec<base::CityId> = cities.iter().map(|city| city.id).collect();
    let (now, of) = (visit.hub.now(), (own_themes.as_slice(), own_cities.as_slice()));
    let related = rows::related(&sql, item.id, of, now, OTHERS).await?;
    let is_related = !related.is_empty();
    let others = match kind {
        _ if is_related => related,
        Kind::Page => Vec::new(),
        _ => rows::page(&sql, kind, &Narrowed::default(), now, OTHERS + 1, 0).await?,
    };
    let others = others.into_iter().filter(|other| other.id != item.id).take(OTHERS as usize).collect();
    let others = rows::entries(visit, others, &IN_LISTS).await?;
    if let Some(topics) = topics.as_mut().filter(|_| !own_themes.is_empty() || !own_cities.is_empty()) {
        // Anything that comes may be related.
        topics.also(&Kind::ALL.map(Kind::topic));
    }
    if let Some(topics) =
        topics.as_mut().filter(|_| matches!(kind, Kind::Initiative | Kind::News | Kind::Release | Kind::Voice))
    {
        // Its cities are called by their names, and no member is no city of it.
        topics.also(&["cities"]);
    }
    let mut meta = Meta::titled(text.get(TITLE)).about(in_short(visit, &text));
    meta.hidden = preview.is_some();
    if preview.is_none() {
        // A preview is at the same address in all languages.
        meta.paths = texts.iter().map(|text| (text.lang, item.path(text.get(ADDRESS)))).collect();
    }
    if kind == Kind::Question && preview.is_none() {
        meta = meta.data(question_json(visit, &text));
    }
    let newer = texts.iter().find(|own| own.source && text.behind && preview.is_none());
    let newer = newer.map(|own| (own.lang, format!("/{}{}", own.lang, item.path(own.get(ADDRESS)))));
    // Whoever has a link sees what readers will.
    let written = preview.as_ref().is_some_and(|preview| preview.until.is_none());
    let lack = if written { Lack::Said } else { Lack::Silent };
    let Drawn { html, topics: of_embeds } = crate::embeds::drawn(visit, offered, text.get(BODY), lack).await?;
    if let Some(topics) = topics.as_mut() {
        topics.0.extend(of_embeds);
    }
    let sources = item.source_ids().filter_map(|id| network.source(id)).collect();
    let may_edit = may_edit(&visit.actor);
    let (above, below) = around(visit, &item).await?;
    let said_in = texts.iter().find(|own| own.source).map(|own| own.lang);
    let template = ItemPage {
        v: visit,
        meta,
        item,
        text,
        html,
        sources,
        themes,
        cities,
        others,
        is_related,
        above,
        below,
        newer,
        may_edit,
        said_in,
        preview,
    };
    page(StatusCode::OK, &template, topics)
}

async fn its_cities(visit: &Visit, item: &Item) -> Result<Vec<City>> {
    let sql = visit.hub.db.read();
    let ids = rows::cities(&sql, item.id).await?;
    let mut found: Vec<City> = cities::by_ids(&sql, &ids).await?.into_values().collect();
    found.retain(|city| city.membership.is_member());
    found.sort_by_cached_key(|city| web::format::sort_key(city.name(visit.lang)));
    Ok(found)
}

/// What search engines and those who share a page show of it.
fn in_short(visit: &Visit, text: &Text) -> String {
    /// Characters of it.
    const SHORT: usize = 200;
    match text.get(SUMMARY) {
        "" => web::markdown::words(&crate::render::html(visit, text.get(BODY)), SHORT),
        summary => summary.to_owned(),
    }
}

/// One question with its answer (schema.org): a page of questions that are asked, whose answers are the network's own. A myth gets
/// none: a claim review is somebody else's judgement, and this is what the network says of itself.
fn question_json(visit: &Visit, text: &Text) -> serde_json::Value {
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "inLanguage": text.lang.code(),
        "mainEntity": [{
            "@type": "Question",
            "name": text.get(TITLE),
            "acceptedAnswer": { "@type": "Answer", "text": crate::render::html(visit, text.get(BODY)) },
        }],
    })
}

/// The page as it would be, of what was written last in a language: for the team, never kept and never found.
pub(crate) async fn preview(visit: Visit, offered: Offered, Path(item): Path<String>) -> Answer {
    check(&visit.actor)?;
    let item = rows::item(&visit.hub.db.read(), id(&item)?).await?;
    let asked = shown::language(&visit, Fields::parse(&visit.query).get("in")).unwrap_or(visit.lang);
    newest(&visit, &offered, item, asked, None).await
}

/// The page of what was written last, in a language; for somebody with a link, it says how long that opens.
pub(super) async fn newest(visit: &Visit, offered: &Offered, item: Item, asked: Lang, until: Option<Time>) -> Answer {
    let sql = visit.hub.db.read();
    let revisions = texts::newest(&sql, item.thing()).await?;
    let standing = crate::actions::standing(&sql, &visit.hub, &item).await?;
    let texts: Vec<Text> = revisions
        .into_iter()
        .map(|revision| Text {
            lang: revision.lang,
            source: revision.rendered.is_none(),
            number: revision.number,
            behind: standing.iter().any(|own| own.lang == revision.lang && own.state == texts::State::Behind),
            at: revision.at,
            parts: revision.parts,
        })
        .collect();
    let text = texts::best(&texts, asked, &visit.hub.network.languages).ok_or(base::Fail::NotFound)?.clone();
    let preview = Preview { until, only_in: until.filter(|_| text.lang != asked).map(|_| text.lang) };
    drawn(visit, offered, item, text, &texts, Shown::Preview(preview)).await
}

impl ItemPage<'_> {
    /// Of a release that is planned: until when nobody publishes what it says.
    fn embargo(&self) -> Option<Planned> {
        let when = self.item.when().filter(|_| self.kind() == Kind::Release)?;
        self.preview.is_some().then(|| Planned::of(self.v, &when))
    }

    /// News of a day, which is told.
    fn is_dated(&self) -> bool {
        matches!(self.kind(), Kind::News | Kind::Release)
    }

    /// Of a voice whose words are translated: the language in which they were said.
    fn said_in(&self) -> Option<Lang> {
        self.said_in.filter(|lang| self.kind() == Kind::Voice && *lang != self.text.lang)
    }

    /// What one of the others is.
    fn kind_of(&self, entry: &Entry) -> String {
        self.v.t(kind_words(entry.item.kind))
    }

    /// The list that it stands in.
    fn list_name(&self) -> String {
        self.v.t(kinds_words(self.kind()))
    }
}
