//! The office's list of all that is published, written, reviewed or taken back.

use askama::Template;
use base::Result;
use base::limits::{LINE_CHARS, PAGE_ROWS};
use http::StatusCode;
use texts::{Standing, State as TextState};
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Fields, Meta, Page, Visit, page};

use super::schedule::Planned;
use super::shown::{standing_class, standing_words};
use crate::access::check;
use crate::kinds::{Kind, kind_words, kinds_words};
use crate::rows::{self, OfficeQuery};
use crate::rules::{Item, TITLE};
use crate::state::{ItemState, state_words};

/// Words of a query that count.
const WORDS: usize = 6;

/// A line of the list.
pub(crate) struct Line {
    item: Item,
    /// Its newest title, in the reader's language or the source's.
    title: String,
    lang: base::Lang,
    standing: Vec<Standing>,
}

impl Line {
    /// How its texts stand, in words for a file.
    fn written_out(&self, visit: &Visit) -> String {
        let one = |text: &Standing| format!("{} {}", text.lang, visit.t(standing_words(text.state)));
        self.standing.iter().map(one).collect::<Vec<_>>().join("; ")
    }
}

#[derive(Template)]
#[template(path = "editorial/office.html")]
struct OfficePage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    lines: Vec<Line>,
    total: i64,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(OfficePage);

/// The list, from a place on.
pub(crate) struct Editorial {
    query: OfficeQuery,
    part: Page,
    at: usize,
}

impl List for Editorial {
    type Row = Line;
    const NAME: &str = "editorial";
    const COLUMNS: &[Column<Line>] = &[
        Column::new("editorial-title").cell(|_, line| line.title.as_str().into()),
        Column::new("editorial-kind").cell(|v, line| v.t(kind_words(line.item.kind)).into()),
        Column::new("editorial-state").cell(|v, line| v.t(state_words(line.item.state)).into()),
        // On the page it stands beside the state.
        Column::new("editorial-scheduled-at")
            .in_file()
            .cell(|_, line| line.item.scheduled_at.as_ref().map_or("".into(), Into::into)),
        Column::new("editorial-languages").cell(|v, line| line.written_out(v).into()),
        Column::new("editorial-changed").cell(|_, line| (&line.item.changed_at).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Editorial> {
        check(&visit.actor)?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let typed: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let words =
            base::fold::fold(&typed).split_whitespace().take(WORDS).map(|word| word.replace(['%', '_'], "")).collect();
        let query = OfficeQuery {
            words,
            kinds: fields.all("kind").into_iter().filter_map(Kind::parse).collect(),
            states: fields.all("state").into_iter().filter_map(ItemState::parse).collect(),
        };
        Ok(Editorial { query, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Line>> {
        let sql = visit.hub.db.read();
        let items = rows::office_page(&sql, &self.query, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: items, more } = Next::of(items, limit);
        let things: Vec<_> = items.iter().map(Item::thing).collect();
        let mut standing = texts::standing(&sql, &things, &visit.hub.network.languages).await?;
        let mut titles = texts::newest_parts(&sql, &things, &[TITLE]).await?;
        let lines = items.into_iter().map(|item| {
            let standing = standing.remove(&item.thing()).unwrap_or_default();
            let texts = titles.remove(&item.thing()).unwrap_or_default();
            let text = texts::best(&texts, visit.lang, &visit.hub.network.languages);
            let title = text.map(|text| text.get(TITLE).to_owned()).unwrap_or_default();
            Line { title, lang: text.map_or(visit.lang, |text| text.lang), standing, item }
        });
        Ok(Next { rows: lines.collect(), more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let lines = self.next(visit, PAGE_ROWS).await?.rows;
        let fields = Fields::parse(&visit.query);
        let words = OfficeQuery { words: self.query.words.clone(), ..OfficeQuery::default() };
        let counts = rows::office_counts(&visit.hub.db.read(), &words).await?;
        let filters = filters(visit, &self.query, &counts);
        let fits = |kind: &Kind, state: &ItemState| {
            (self.query.kinds.is_empty() || self.query.kinds.contains(kind))
                && (self.query.states.is_empty() || self.query.states.contains(state))
        };
        let total: i64 = counts.iter().filter(|(kind, state, _)| fits(kind, state)).map(|(_, _, n)| n).sum();
        let empty = Empty::new("book", "editorial-office-none", "editorial-office-none-hint")
            .unfit("editorial-unfit", "editorial-unfit-hint")
            .way("editorial-new", "/office/editorial/new");
        let around =
            Around::page::<Editorial>(visit, self.part, lines.len(), usize::try_from(total).unwrap_or(0), &empty);
        let narrowed = narrowed(visit, fields.get("q"), &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-editorial"), &narrowed)).hide();
        page(StatusCode::OK, &OfficePage { v: visit, meta, q: fields.get("q"), lines, total, filters, around }, None)
    }
}

/// Kinds and states with how many there are: each counted among what the other one leaves.
fn filters(visit: &Visit, query: &OfficeQuery, counts: &[(Kind, ItemState, i64)]) -> Vec<Filter> {
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let of = |state: &ItemState| query.states.is_empty() || query.states.contains(state);
        let count = counts.iter().filter(|(own, state, _)| *own == kind && of(state)).map(|(_, _, n)| n).sum();
        let on = query.kinds.contains(&kind);
        let label = visit.t(kinds_words(kind));
        (on || count > 0).then(|| Value { value: kind.code().to_owned(), label, lang: None, count, on })
    });
    let states = ItemState::ALL.into_iter().filter_map(|state| {
        let of = |kind: &Kind| query.kinds.is_empty() || query.kinds.contains(kind);
        let count = counts.iter().filter(|(kind, own, _)| *own == state && of(kind)).map(|(_, _, n)| n).sum();
        let on = query.states.contains(&state);
        let code = store::State::code(state).to_owned();
        (on || count > 0).then(|| Value { value: code, label: visit.t(state_words(state)), lang: None, count, on })
    });
    let mut filters = vec![
        Filter::new("state", visit.t("editorial-state"), true, states.collect()),
        Filter::new("kind", visit.t("editorial-kind"), true, kinds.collect()),
    ];
    filters.retain(|filter| !filter.is_empty());
    filters
}

impl OfficePage<'_> {
    /// The mark of a text, its title for those who hover, and where it leads.
    fn dots(&self, line: &Line) -> Vec<(&'static str, String, String, base::Lang)> {
        let dot = |text: &Standing| {
            let state = self.v.t(standing_words(text.state));
            let address = match text.state {
                TextState::Source => line.item.office(),
                _ => format!("{}?in={}", line.item.office(), text.lang),
            };
            (standing_class(text.state), state, self.v.link(address), text.lang)
        };
        line.standing.iter().map(dot).collect()
    }

    /// When it is published, where that is planned.
    fn planned(&self, line: &Line) -> Option<Planned> {
        line.item.when().map(|when| Planned::of(self.v, &when))
    }

    fn state(&self, line: &Line) -> String {
        self.v.t(state_words(line.item.state))
    }

    fn kind(&self, line: &Line) -> String {
        self.v.t(kind_words(line.item.kind))
    }
}
