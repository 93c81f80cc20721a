//! The lists that everybody reads: news, questions, myths, initiatives.

use askama::Template;
use base::Result;
use http::StatusCode;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Topics, Visit, page};

use crate::access::may_edit;
use crate::feed::themes;
use crate::kinds::{Kind, about_words, kinds_words, section_words, summary_words, title_words};
use crate::rows::{self, Entry, IN_LISTS, Narrowed};
use crate::rules::{ADDRESS, BODY, SUMMARY, TITLE};

/// Things on one page of a list.
const ROWS: usize = 30;
/// Questions on one page: all of them, of most networks.
const QUESTIONS: usize = 100;

#[derive(Template)]
#[template(path = "editorial/list.html")]
struct ListPage<'a> {
    v: &'a Visit,
    meta: Meta,
    kind: Kind,
    /// In groups, each with its heading; without one where a kind has none.
    groups: Vec<(String, Vec<Entry>)>,
    around: Around,
    filters: Vec<Filter>,
    may_edit: bool,
    /// The feed of what is listed here, where there is one.
    feed: Option<String>,
}

web::framed!(ListPage);

/// A list of one kind, from a place on.
pub(crate) struct Listed {
    kind: Kind,
    narrowed: Narrowed,
    part: Page,
    at: usize,
}

impl Listed {
    fn open(visit: &Visit, kind: Kind) -> Listed {
        let fields = Fields::parse(&visit.query);
        let year = fields.get("year").parse().ok().filter(|year| (1970..=9999).contains(year));
        let part = Page::of(&fields, rows_of(kind));
        Listed { kind, narrowed: Narrowed { year, themes: themes(visit, &fields) }, part, at: part.offset() }
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Entry>> {
        let (more, at) = (limit as i64 + 1, self.at as i64);
        let items = rows::page(&visit.hub.db.read(), self.kind, &self.narrowed, visit.hub.now(), more, at).await?;
        self.at += limit;
        let Next { rows, more } = Next::of(items, limit);
        Ok(Next { rows: rows::entries(visit, rows, parts_of(self.kind)).await?, more })
    }

    async fn page<L: List>(mut self, visit: &Visit) -> Answer {
        let kind = self.kind;
        let entries = self.next(visit, rows_of(kind)).await?.rows;
        let sql = visit.hub.db.read();
        let total = rows::count(&sql, kind, &self.narrowed, visit.hub.now()).await?;
        let filters = if kind == Kind::News { news_filters(visit, &self.narrowed).await? } else { Vec::new() };
        let name = visit.t(kinds_words(kind));
        let narrowed = narrowed(visit, "", &filters);
        let mut meta = Meta::titled(self.part.title(visit, name, &narrowed)).about(visit.t(about_words(kind)));
        meta.hidden = self.narrowed.year.is_some() || !self.narrowed.themes.is_empty();
        if self.part.number > 1 {
            meta.canonical_query = format!("page={}", self.part.number);
        }
        if kind == Kind::Question {
            meta = meta.data(questions_json(visit, &entries));
        }
        let empty = Empty::new("book", "editorial-none", "editorial-none-hint")
            .unfit("editorial-unfit", "editorial-unfit-hint");
        let around = Around::page::<L>(visit, self.part, entries.len(), usize::try_from(total).unwrap_or(0), &empty);
        let feed = (kind == Kind::News).then(|| {
            let themes = self.narrowed.themes.iter().map(|slug| format!("theme={slug}")).collect::<Vec<_>>().join("&");
            let query = if themes.is_empty() { String::new() } else { format!("?{themes}") };
            format!("{}.atom{query}", visit.link(kind.path()))
        });
        let groups = grouped(visit, kind, entries);
        let may_edit = may_edit(&visit.actor);
        let template = ListPage { v: visit, meta, kind, groups, around, filters, may_edit, feed };
        page(StatusCode::OK, &template, Some(Topics::of([kind.topic()])))
    }
}

/// What a list shows of each: of a voice what it says.
const fn parts_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Voice => &[TITLE, SUMMARY, ADDRESS, BODY],
        _ => &IN_LISTS,
    }
}

const fn rows_of(kind: Kind) -> usize {
    match kind {
        Kind::Question => QUESTIONS,
        _ => ROWS,
    }
}

impl ListPage<'_> {
    /// News of a day, which is told.
    fn is_dated(&self) -> bool {
        matches!(self.kind, Kind::News | Kind::Release)
    }

    /// What somebody says, in full.
    fn quotation(&self, entry: &Entry) -> base::Result<String> {
        crate::voices::quotation(self.v, entry, "")
    }
}

/// Questions stand below what they are about.
fn grouped(visit: &Visit, kind: Kind, entries: Vec<Entry>) -> Vec<(String, Vec<Entry>)> {
    let heading = |entry: &Entry| match kind {
        Kind::Question if !entry.item.section.is_empty() => visit.t(section_words(&entry.item.section)),
        _ => String::new(),
    };
    let mut groups: Vec<(String, Vec<Entry>)> = Vec::new();
    for entry in entries {
        let heading = heading(&entry);
        match groups.last_mut() {
            Some((own, entries)) if *own == heading => entries.push(entry),
            _ => groups.push((heading, vec![entry])),
        }
    }
    groups
}

/// The questions as search engines read them (schema.org): each leads to its answer.
fn questions_json(visit: &Visit, entries: &[Entry]) -> serde_json::Value {
    let items = entries.iter().enumerate().map(|(at, entry)| {
        serde_json::json!({
            "@type": "ListItem",
            "position": at + 1,
            "name": entry.text.get(TITLE),
            "url": visit.hub.address(&visit.link(entry.path())),
        })
    });
    serde_json::json!({
        "@context": "https://schema.org",
        "@type": "ItemList",
        "itemListElement": items.collect::<Vec<_>>(),
    })
}

/// The years of news, with how many there are of each.
struct Years(Vec<(i32, i64)>);

/// What news can be narrowed by: the year and the themes, with how many there are of each.
async fn news_filters(visit: &Visit, narrowed: &Narrowed) -> Result<Vec<Filter>> {
    let sql = visit.hub.db.read();
    // Of all news there ever were: made once for all readers, until one of them changes.
    let counted = async { Ok(Years(rows::years(&sql, Kind::News).await?)) };
    let years = visit.hub.shared(Kind::News.topic(), counted).await?;
    let years = years.0.iter().map(|&(year, count)| Value {
        value: year.to_string(),
        label: year.to_string(),
        lang: None,
        count,
        on: narrowed.year == Some(year),
    });
    let themes = rows::theme_counts(&sql, Kind::News).await?.into_iter().filter_map(|(slug, count)| {
        let theme = visit.hub.network.theme(&slug)?;
        let on = narrowed.themes.contains(&slug);
        Some(Value { label: theme.label(visit.lang).to_owned(), value: slug, lang: None, count, on })
    });
    let mut filters = vec![
        Filter::new("year", visit.t("editorial-year"), true, years.collect()),
        Filter::new("theme", visit.t("editorial-themes"), true, themes.collect()),
    ];
    // One value narrows nothing.
    filters.retain(|filter| filter.first.len() + filter.more.len() > 1 || filter.first.iter().any(|value| value.on));
    Ok(filters)
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $kind:expr, $file:literal;)*) => {$(
        $(#[$doc])*
        pub(crate) struct $name(Listed);

        impl List for $name {
            type Row = Entry;
            const NAME: &str = $file;
            const COLUMNS: &[Column<Entry>] = &[
                Column::new(title_words($kind)).cell(|_, entry| entry.text.get(TITLE).into()),
                Column::new(summary_words($kind)).cell(|_, entry| entry.text.get(SUMMARY).into()),
                Column::new("editorial-published").cell(|_, entry| entry.item.published_at.as_ref().map_or("".into(), Into::into)),
                Column::new("editorial-language").cell(|_, entry| entry.text.lang.code().into()),
                Column::new("editorial-page").cell(|v, entry| v.hub.address(&v.link(entry.path())).into()),
            ];

            async fn open(visit: &Visit, _: &str) -> Result<$name> {
                Ok($name(Listed::open(visit, $kind)))
            }

            async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Entry>> {
                self.0.next(visit, limit).await
            }

            async fn page(self, visit: &Visit) -> Answer {
                self.0.page::<$name>(visit).await
            }
        }
    )*};
}

lists! {
    /// News, the newest first.
    News: Kind::News, "news";
    /// Questions, by what they are about.
    Questions: Kind::Question, "questions";
    /// Myths.
    Myths: Kind::Myth, "myths";
    /// Initiatives.
    Initiatives: Kind::Initiative, "initiatives";
    /// Releases for the media, the newest first.
    Releases: Kind::Release, "releases";
    /// Voices.
    Voices: Kind::Voice, "voices";
}
