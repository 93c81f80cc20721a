//! The page of the one search.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use base::Lang;
use find::{Facet, MAX_WINDOW, Sort, number};
use http::StatusCode;
use web::finding;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Empty, Nothing};
use web::parts::KindOfHit;
use web::{Answer, Fields, Meta, Offered, Page, Pager, Visit, page};

use crate::answers::{Answers, Found, kinds, search, suggestions, topics};
use crate::query::{OWN_WORDS, Query, ROWS};

/// Suggestions below the search box.
const SUGGESTIONS: usize = 8;
/// Characters of what is being typed that are looked at.
const TYPED_CHARS: usize = 100;

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage<'a> {
    v: &'a Visit,
    meta: Meta,
    query: &'a Query,
    filters: Vec<Filter>,
    answers: &'a Answers,
    pager: Pager,
    /// In place of the hits, where there are none.
    empty: Option<Nothing>,
}

web::framed!(SearchPage);

impl SearchPage<'_> {
    /// Orders, each with the key of its words.
    fn sort_words(&self) -> [(&'static str, &'static str, bool); 4] {
        let own = self.query.sort;
        // Without words there is nothing to match.
        let first = if self.query.text.is_empty() { "search-readable" } else { "search-relevance" };
        [
            ("", first, own == Sort::Relevance),
            ("date", "search-newest", own == Sort::DateNewest),
            ("oldest", "search-oldest", own == Sort::DateOldest),
            ("title", "search-by-title", own == Sort::Title),
        ]
    }

    /// The query with and without what the words mean in other languages.
    fn across(&self) -> String {
        let value = if self.query.own_words { "" } else { OWN_WORDS.1 };
        self.v.with_query(OWN_WORDS.0, value)
    }

    /// Whether anything on this page was found by what the words mean.
    fn is_across(&self) -> bool {
        self.answers.found.iter().any(|found| found.hit.across.is_some())
    }

    /// How many have all that was typed, where not all have.
    fn whole(&self) -> Option<String> {
        let answers = self.answers;
        let said = || match answers.narrowed {
            true => self.v.t("search-narrowed"),
            false => self.v.tn("search-whole", answers.whole),
        };
        (answers.whole < answers.total).then(said)
    }

    /// Each way on where little was found: what it is, and its address.
    fn ways(&self) -> Vec<(String, String)> {
        finding::ways(self.v, self.answers.meant.as_ref(), &self.answers.without)
    }

    /// The same asked of the library alone.
    fn in_library(&self) -> String {
        self.v.link(format!("/library{}", self.query.of_library()))
    }

    fn title(&self, found: &Found) -> String {
        finding::title(&found.card.title, found.hit.title.as_ref())
    }

    /// A place of its text, or what is said of it; with the language of that.
    fn snippet(&self, found: &Found) -> (String, String) {
        let card = &found.card;
        let place = found.hit.snippet.as_ref().filter(|_| card.quoted);
        // As `finding::snippet` chooses.
        let of_text = place.is_some_and(|place| card.summary.is_empty() || !place.marks.is_empty());
        let lang = if of_text { &card.lang } else { &card.said_in };
        (finding::snippet(&card.title, &card.summary, place), lang.clone())
    }

    /// What its language is called in itself, where it is not the page's.
    fn only_in(&self, found: &Found) -> Option<&'static str> {
        let lang: Lang = found.card.lang.parse().ok()?;
        (lang != self.v.lang).then_some(lang.endonym())
    }

    fn themes(&self, found: &Found) -> Vec<(&str, &str)> {
        let network = &self.v.hub.network;
        let named = found.card.themes.iter().filter_map(|slug| network.theme(slug));
        named.map(|theme| (theme.slug.as_str(), theme.label(self.v.lang))).collect()
    }

    /// By what term of its own language it was found, with that language.
    fn found_by(&self, found: &Found) -> Option<String> {
        let (term, lang) = (found.hit.across.as_deref()?, found.card.lang.parse::<Lang>().ok()?);
        Some(self.v.ta("search-found-by", &[("term", term.into()), ("language", lang.endonym().into())]))
    }
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let fields = Fields::parse(&visit.query);
    let kinds = kinds(&visit, &offered);
    let query = Query::read(&fields, &visit.hub.network, &kinds);
    let part = Page::of(&fields, ROWS);
    let answers = search(&visit, &offered, &kinds, &query, (part.offset(), ROWS)).await?;
    let filters = filters(&visit, &query, &kinds, &answers);
    let (none, hint) = match answers.narrowed {
        true => ("search-none-narrowed", "search-none-narrowed-hint"),
        false => ("search-none", "search-none-hint"),
    };
    let empty = Empty::new("search", "search-empty", "search-empty-hint").unfit(none, hint);
    let empty = empty.way("ask-team", "/ask").way("menu-cities", "/cities").level(3);
    let title = part.title(&visit, visit.t("search-title"), &narrowed(&visit, &query.text, &filters));
    let template = SearchPage {
        // What can be found has an address of its own.
        meta: Meta::titled(title).about(visit.t("search-description")).hide(),
        pager: Pager::within(&visit, part, answers.found.len(), answers.total, MAX_WINDOW),
        empty: answers.found.is_empty().then(|| empty.seen(&visit, answers.total > 0)),
        v: &visit,
        query: &query,
        filters,
        answers: &answers,
    };
    page(StatusCode::OK, &template, Some(topics(&offered)))
}

/// Titles that begin like this, for the script: a JSON list of texts.
pub(crate) async fn suggest(visit: Visit, offered: Offered) -> Answer {
    let text: String = Fields::parse(&visit.query).line("q").chars().take(TYPED_CHARS).collect();
    if text.is_empty() {
        return Ok(Json(Vec::<String>::new()).into_response());
    }
    Ok(Json(suggestions(&visit, &offered, text, SUGGESTIONS).await?).into_response())
}

/// Every filter with the values that would find something, and those that are chosen.
fn filters(visit: &Visit, query: &Query, kinds: &[KindOfHit], answers: &Answers) -> Vec<Filter> {
    let (network, lang) = (&visit.hub.network, visit.lang);
    let filter = |name, label, facet: Facet, chosen: &[String], all: Vec<(&str, &str)>| {
        let counts = answers.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        let values = all.into_iter().filter_map(|(value, label)| {
            let number = number(value);
            let count = counts.iter().find(|(known, _)| *known == number).map_or(0, |(_, count)| counted(*count));
            let on = chosen.iter().any(|own| own == value);
            (count > 0 || on).then(|| Value { value: value.to_owned(), label: label.to_owned(), lang: None, count, on })
        });
        let mut values: Vec<Value> = values.collect();
        if facet != Facet::Kind {
            values.sort_by_key(|value| std::cmp::Reverse(value.count));
        }
        Filter::new(name, label, true, values)
    };
    let kinds = kinds.iter().map(|kind| (kind.code, kind.all.as_str())).collect();
    let themes = network.themes.iter().map(|theme| (theme.slug.as_str(), theme.label(lang))).collect();
    let regions = network.regions.iter().map(|region| (region.slug.as_str(), region.label(lang))).collect();
    let mut filters = vec![
        filter("kind", visit.t("search-kind"), Facet::Kind, &query.kinds, kinds),
        filter("theme", visit.t("search-theme"), Facet::Theme, &query.themes, themes),
        filter("region", visit.t("region"), Facet::Region, &query.regions, regions),
    ];
    filters.retain(|filter| !filter.is_empty());
    filters
}

pub(crate) fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
