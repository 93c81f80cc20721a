//! Searching the library. All that a search answers is a file too.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use base::{CityId, Result};
use find::{Facet, MAX_WINDOW, Sort};
use http::StatusCode;
use web::finding;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Arg, Fields, Meta, Page, Topics, Visit, page};

use super::listed::{ACCESS, ADDED, CITY, COUNTRY, LANGUAGE, Listed, PAGE, THEMES, TITLE, TYPE, YEAR};
use super::named::{Named, named};
use crate::access::may_upload_at_all;
use crate::actions::search::{Answers, Card, search, suggestions};
use crate::actions::whole::whole;
use crate::files::OPEN;
use crate::rows;
use crate::rules::{LANGUAGES, OWN_WORDS, Query, SEARCH_ROWS, TYPES, term, type_words};

/// Suggestions below the search box.
const SUGGESTIONS: usize = 8;

#[derive(Template)]
#[template(path = "library/search.html")]
struct SearchPage<'a> {
    v: &'a Visit,
    meta: Meta,
    query: &'a Query,
    filters: Vec<Filter>,
    answers: &'a Answers,
    around: Around,
    /// What the words name, beside what they find.
    named: Vec<Named>,
    may_upload: bool,
}

web::framed!(SearchPage);

impl SearchPage<'_> {
    /// Orders, each with the key of its words.
    fn sort_words(&self) -> [(&'static str, &'static str, bool); 6] {
        let own = self.query.sort;
        // Without words there is nothing to match.
        let first = if self.query.text.is_empty() { "sort-readable" } else { "sort-relevance" };
        [
            ("", first, own == Sort::Relevance),
            ("date", "sort-newest", own == Sort::DateNewest),
            ("oldest", "sort-oldest", own == Sort::DateOldest),
            ("title", "sort-title", own == Sort::Title),
            ("city", "sort-city", own == Sort::City),
            ("language", "sort-language", own == Sort::Language),
        ]
    }

    /// The same words asked of everything, where that can be: how much there is beside documents, and its address.
    fn elsewhere(&self) -> Option<(String, String)> {
        let everywhere = self.v.searches().first().map(|search| self.v.link(search.path))?;
        let words = url::form_urlencoded::byte_serialize(self.query.text.as_bytes()).collect::<String>();
        let count = self.answers.elsewhere;
        let asks = count > 0 && !self.query.text.is_empty();
        asks.then(|| (self.v.tn("library-elsewhere", count), format!("{everywhere}?q={words}")))
    }

    /// The query with and without what the words mean in other languages.
    fn across(&self) -> String {
        let value = if self.query.own_words { "" } else { OWN_WORDS.1 };
        self.v.with_query(OWN_WORDS.0, value)
    }

    /// Whether anything on this page was found by what the words mean.
    fn is_across(&self) -> bool {
        self.answers.cards.iter().any(|card| card.across.is_some())
    }

    /// Which documents have all that was typed, where not all have.
    fn whole(&self) -> Option<String> {
        let answers = self.answers;
        let said = || match answers.narrowed {
            true => self.v.t("library-narrowed"),
            false => self.v.tn("library-whole", answers.whole),
        };
        (answers.whole < answers.total).then(said)
    }

    /// Each way on where little was found: what it is, and its address.
    fn ways(&self) -> Vec<(String, String)> {
        finding::ways(self.v, self.answers.meant.as_ref(), &self.answers.without)
    }

    /// Where the file opens at the page of the snippet.
    fn page_of(&self, card: &Card) -> Option<(String, String)> {
        let page = card.page?;
        let label = self.v.ta("library-page", &[("page", Arg::Number(i64::from(page)))]);
        let opens = card.document.opens_at_pages();
        let (name, value) = OPEN;
        let file = format!("{}?{name}={value}#page={page}", card.document.file_path());
        Some((label, if opens { file } else { self.v.link(card.document.path()) }))
    }

    fn city(&self, card: &Card) -> Option<&cities::City> {
        self.answers.cities.get(&card.document.city?)
    }

    fn themes(&self, card: &Card) -> Vec<(String, &str)> {
        let slugs = self.answers.themes.get(&card.document.id.0).map(Vec::as_slice).unwrap_or_default();
        slugs
            .iter()
            .filter_map(|slug| Some((slug.clone(), self.v.hub.network.theme(slug)?.label(self.v.lang))))
            .collect()
    }

    fn title(&self, card: &Card) -> String {
        finding::title(&card.document.title, card.title.as_ref())
    }

    fn snippet(&self, card: &Card) -> String {
        finding::snippet(&card.document.title, &card.document.abstract_text, card.snippet.as_ref())
    }
}

/// What is asked of the library.
pub(crate) struct Search {
    query: Query,
    part: Page,
    /// For a file: what is left of the ids that were found, and whether more were found than these.
    found: Option<(std::vec::IntoIter<i64>, bool)>,
}

impl List for Search {
    type Row = Listed;
    const NAME: &str = "library";
    const COLUMNS: &[Column<Listed>] = &[TITLE, TYPE, YEAR, LANGUAGE, CITY, COUNTRY, THEMES, ACCESS, ADDED, PAGE];
    const WINDOW: usize = MAX_WINDOW;

    async fn open(visit: &Visit, _: &str) -> Result<Search> {
        let fields = Fields::parse(&visit.query);
        let query = Query::read(&fields, &visit.hub.network);
        Ok(Search { query, part: Page::of(&fields, SEARCH_ROWS), found: None })
    }

    /// From the first on, for a file; the page shows what matched in each document, which is another search.
    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Listed>> {
        let (ids, cut) = match &mut self.found {
            Some(found) => found,
            none => {
                let (ids, total) = whole(&visit.hub, &visit.actor, &visit.client, visit.lang, &self.query).await?;
                let cut = total > ids.len();
                none.insert((ids.into_iter(), cut))
            }
        };
        let some: Vec<i64> = ids.by_ref().take(limit).collect();
        let more = ids.len() > 0 || *cut;
        let sql = visit.hub.db.read();
        // The database decides, as for the page: what was restricted while this is written is not in it.
        let documents = rows::cards(&sql, &visit.actor, &some).await?;
        Ok(Next { rows: Listed::of(&sql, documents).await?, more })
    }

    async fn page(self, visit: &Visit) -> Answer {
        let (query, part) = (&self.query, self.part);
        let (hub, actor, client) = (&visit.hub, &visit.actor, &visit.client);
        let answers = search(hub, actor, client, visit.lang, query, part.offset(), SEARCH_ROWS).await?;
        let named = named(visit, &query.text).await?;
        let may_upload = may_upload_at_all(actor);
        let (none, hint) = match answers.narrowed {
            true => ("library-none-narrowed", "library-none-narrowed-hint"),
            false => ("library-none", "library-none-hint"),
        };
        let empty = Empty::new("book", "library-empty", "library-empty-hint").unfit(none, hint).way("ask-team", "/ask");
        let empty = if may_upload { empty.way("menu-upload", "/library/upload") } else { empty };
        let empty = empty.way("menu-cities", "/cities").level(3);
        let filters = filters(visit, query, &answers);
        let title = part.title(visit, visit.t("library-title"), &narrowed(visit, &query.text, &filters));
        let mut meta = Meta::titled(title).about(visit.t("library-description"));
        meta.hidden = !query.text.is_empty() || query.is_filtered() || query.sort != Sort::Relevance || part.number > 1;
        let template = SearchPage {
            filters,
            around: Around::page::<Search>(visit, part, answers.cards.len(), answers.total, &empty),
            named,
            may_upload,
            v: visit,
            meta,
            query,
            answers: &answers,
        };
        let mut topics = Topics::of(["documents", "cities"]);
        if !template.query.text.is_empty() {
            // What words find outside of the library is counted.
            topics.also(&[finding::FOUND]);
        }
        page(StatusCode::OK, &template, Some(topics))
    }
}

/// Titles that begin like this, for the script: a JSON list of texts.
pub(crate) async fn suggest(visit: Visit) -> Answer {
    let text: String = Fields::parse(&visit.query).line("q").chars().take(100).collect();
    if text.is_empty() {
        return Ok(Json(Vec::<String>::new()).into_response());
    }
    Ok(Json(suggestions(&visit.hub, &visit.actor, (&visit.client, visit.lang), text, SUGGESTIONS).await?)
        .into_response())
}

/// Every filter with the values that would find something, and those that are chosen.
fn filters(visit: &Visit, query: &Query, answers: &Answers) -> Vec<Filter> {
    let network = &visit.hub.network;
    let lang = visit.lang;
    let known = |name: &'static str,
                 label: String,
                 facet: Facet,
                 chosen: &[String],
                 all: Vec<(String, String, Option<String>)>,
                 open: bool| {
        let counts = answers.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        let mut values: Vec<Value> = all
            .into_iter()
            .filter_map(|(value, label, own)| {
                let number = term(&value);
                let count = counts.iter().find(|(known, _)| *known == number).map_or(0, |(_, count)| counted(*count));
                let on = chosen.contains(&value);
                (count > 0 || on).then_some(Value { value, label, lang: own, count, on })
            })
            .collect();
        values.sort_by_key(|value| std::cmp::Reverse(value.count));
        Filter::new(name, label, open, values)
    };
    let themes = network.themes.iter().map(|theme| (theme.slug.clone(), theme.label(lang).to_owned(), None)).collect();
    let regions =
        network.regions.iter().map(|region| (region.slug.clone(), region.label(lang).to_owned(), None)).collect();
    let countries =
        network.countries.values().map(|country| (country.iso2.clone(), country.name(lang).to_owned(), None)).collect();
    let languages = LANGUAGES
        .iter()
        .map(|(code, name)| ((*code).to_owned(), (*name).to_owned(), Some((*code).to_owned())))
        .collect();
    let types = TYPES.iter().map(|kind| ((*kind).to_owned(), visit.t(type_words(kind)), None)).collect();
    let mut filters = vec![
        known("theme", visit.t("theme"), Facet::Theme, &query.themes, themes, true),
        known("region", visit.t("region"), Facet::Region, &query.regions, regions, true),
        known("language", visit.t("doc-language"), Facet::Language, &query.languages, languages, true),
        known("type", visit.t("doc-type"), Facet::Type, &query.types, types, false),
        known("country", visit.t("country"), Facet::Country, &query.countries, countries, false),
        city_filter(visit, query, answers),
        year_filter(visit, query, answers),
    ];
    filters.retain(|filter| !filter.is_empty());
    filters
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn city_filter(visit: &Visit, query: &Query, answers: &Answers) -> Filter {
    let counts = answers.facets.get(&Facet::City).map(Vec::as_slice).unwrap_or_default();
    let count = |id: CityId| counts.iter().find(|(own, _)| *own == id.0.unsigned_abs()).map_or(0, |(_, count)| *count);
    let mut values: Vec<Value> = answers
        .cities
        .values()
        .map(|city| Value {
            value: city.slug.clone(),
            label: city.name(visit.lang).to_owned(),
            lang: None,
            count: counted(count(city.id)),
            on: query.cities.contains(&city.slug),
        })
        .filter(|value| value.on || value.count > 0)
        .collect();
    values.sort_by_cached_key(|value| (std::cmp::Reverse(value.count), web::format::sort_key(&value.label)));
    Filter::new("city", visit.t("doc-city"), false, values)
}

fn year_filter(visit: &Visit, query: &Query, answers: &Answers) -> Filter {
    let counts = answers.facets.get(&Facet::Year).map(Vec::as_slice).unwrap_or_default();
    let mut values: Vec<Value> = counts
        .iter()
        .map(|(year, count)| Value {
            value: year.to_string(),
            label: year.to_string(),
            lang: None,
            count: counted(*count),
            on: query.years.iter().any(|own| own.unsigned_abs() == *year),
        })
        .collect();
    values.sort_by(|a, b| b.value.cmp(&a.value));
    values.truncate(40);
    Filter::new("year", visit.t("doc-year"), false, values)
}
