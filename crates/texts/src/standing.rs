//! Where a thing's translations stand, and what waits for one.

use std::collections::HashMap;

use base::{Lang, PersonId, Result, Time};
use store::{Sql, Statement, Value, params};

use crate::Thing;
use crate::read::among;

/// Where a text stands beside its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// There is none that is ready.
    Missing,
    /// The source says something else since.
    Behind,
    /// It renders the source as it is.
    Current,
    /// It rendered an earlier one, and somebody said that it is right still.
    Confirmed,
    /// It is the source.
    Source,
}

impl State {
    /// All, in this order.
    pub const ALL: [State; 5] = [State::Missing, State::Behind, State::Current, State::Confirmed, State::Source];

    /// As the keys of its words have it.
    pub const fn code(self) -> &'static str {
        match self {
            State::Missing => "missing",
            State::Behind => "behind",
            State::Current => "current",
            State::Confirmed => "confirmed",
            State::Source => "source",
        }
    }
}

/// How a thing's text in one language stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The language.
    pub lang: Lang,
    /// Beside the source.
    pub state: State,
    /// The newest revision; 0 where there is none.
    pub newest: i64,
    /// The revision that is ready.
    pub ready: Option<i64>,
    /// The revision that readers have.
    pub live: Option<i64>,
    /// When the newest was written.
    pub at: Option<Time>,
    /// By whom.
    pub author: Option<PersonId>,
}

impl Standing {
    /// Something was written that is not said to be ready.
    pub fn has_draft(&self) -> bool {
        self.newest != 0 && self.ready != Some(self.newest)
    }
}

struct HeadRow {
    kind: String,
    item: i64,
    lang: Lang,
    source: bool,
    newest: i64,
    ready: Option<i64>,
    live: Option<i64>,
    fingerprint: String,
    confirmed: bool,
    author: Option<PersonId>,
    at: Time,
}
store::from_row!(HeadRow in texts: kind, item, lang, source, newest, ready, live, fingerprint, confirmed, author, at);

/// How the texts of these things stand in each of these languages: the source first, then in the order of the languages.
pub async fn standing(sql: &Sql, things: &[Thing], languages: &[Lang]) -> Result<HashMap<Thing, Vec<Standing>>> {
    if things.is_empty() {
        return Ok(HashMap::new());
    }
    const HEADS: &str = "SELECT t.kind, t.item, t.lang, t.source, t.newest, t.ready, t.live, t.fingerprint, r.confirmed, r.author, r.at \
        FROM texts t JOIN text_revisions r ON r.kind = t.kind AND r.item = t.item AND r.lang = t.lang AND r.number = t.newest";
    let rows: Vec<HeadRow> = Statement::new(HEADS, ()).meets(among(things, "t")).all(sql).await?;
    let mut found = HashMap::new();
    for thing in things {
        let own: Vec<&HeadRow> = rows.iter().filter(|row| row.item == thing.item && row.kind == thing.kind).collect();
        let Some(source) = own.iter().find(|row| row.source) else { continue };
        let others = languages.iter().filter(|lang| **lang != source.lang);
        let all = std::iter::once(&source.lang).chain(others);
        found.insert(
            *thing,
            all.map(|lang| stands(*lang, own.iter().find(|row| row.lang == *lang).copied(), source)).collect(),
        );
    }
    Ok(found)
}

fn stands(lang: Lang, own: Option<&HeadRow>, source: &HeadRow) -> Standing {
    let state = match own {
        Some(own) if own.source => State::Source,
        Some(own) if own.ready.is_none() => State::Missing,
        Some(own) if own.fingerprint != source.fingerprint => State::Behind,
        Some(own) if own.confirmed => State::Confirmed,
        Some(_) => State::Current,
        None => State::Missing,
    };
    Standing {
        lang,
        state,
        newest: own.map_or(0, |own| own.newest),
        ready: own.and_then(|own| own.ready),
        live: own.and_then(|own| own.live),
        at: own.map(|own| own.at),
        author: own.and_then(|own| own.author),
    }
}

/// The revision of the source that translations are to render, and its language: what is ready, or was written last.
pub fn reference(standing: &[Standing]) -> Option<(Lang, i64)> {
    let source = standing.iter().find(|one| one.state == State::Source)?;
    Some((source.lang, source.ready.unwrap_or(source.newest)))
}

/// A text that waits for a translator.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The kind of its thing.
    pub kind: String,
    /// Its thing.
    pub item: i64,
    /// The language that waits.
    pub lang: Lang,
    /// The language of the source.
    pub source: Lang,
    /// What the source is called: its part `title` or `name`, whichever things of this kind have.
    pub title: String,
    /// There is none yet; else it is behind.
    pub missing: bool,
    /// Somebody has begun one that is not ready.
    pub begun: bool,
    /// When the source that waits was written.
    pub at: Time,
}
store::from_row!(Waiting in texts: kind, item, lang, source, title, missing, begun, at);

/// Each text that waits, of things of which translations are asked for and whose source is ready; `?` for each language.
fn waits(select: &str, languages: &[Lang], joins: &str) -> Statement {
    // A row for each language: the ones that a thing lacks have none of their own.
    let rows = vec!["SELECT CAST(? AS TEXT) AS lang"; languages.len()].join(" UNION ALL ");
    let values: Vec<Value> = languages.iter().map(|lang| (*lang).into()).collect();
    let text = format!(
        "{select} FROM texts s CROSS JOIN ({rows}) l LEFT JOIN texts t ON t.kind = s.kind AND t.item = s.item AND t.lang = l.lang {joins}"
    );
    Statement::new(text, values)
        .when("s.source AND s.wanted AND s.ready IS NOT NULL AND l.lang <> s.lang", ())
        .when("t.lang IS NULL OR t.fingerprint <> s.fingerprint", ())
}

/// What waits for a translation into one of these languages, of things of these kinds (of all where none is named), the
/// longest first.
pub async fn waiting(sql: &Sql, languages: &[Lang], kinds: &[&str], limit: i64, offset: i64) -> Result<Vec<Waiting>> {
    if languages.is_empty() {
        return Ok(Vec::new());
    }
    longest_first(waiting_texts(languages, kinds), limit, offset).all(sql).await
}

/// The same of what is written in one language and waits for another.
pub async fn waiting_from(sql: &Sql, from: Lang, into: Lang, kinds: &[&str], limit: i64) -> Result<Vec<Waiting>> {
    longest_first(waiting_texts(&[into], kinds).when("s.lang = ?", from), limit, 0).all(sql).await
}

fn longest_first(waiting: Statement, limit: i64, offset: i64) -> Statement {
    waiting.push("ORDER BY r.at, s.kind, s.item, l.lang LIMIT ? OFFSET ?", params![limit, offset])
}

fn waiting_texts(languages: &[Lang], kinds: &[&str]) -> Statement {
    const SELECT: &str = "SELECT s.kind, s.item, l.lang, s.lang AS source, COALESCE(p.body, '') AS title, \
        (t.lang IS NULL OR t.ready IS NULL) AS missing, \
        (t.lang IS NOT NULL AND (t.ready IS NULL OR t.ready <> t.newest)) AS begun, r.at";
    const JOINS: &str = "JOIN text_revisions r ON r.kind = s.kind AND r.item = s.item AND r.lang = s.lang AND r.number = s.ready \
        LEFT JOIN text_parts p ON p.kind = s.kind AND p.item = s.item AND p.lang = s.lang AND p.number = s.ready AND p.part IN ('title', 'name')";
    let all = waits(SELECT, languages, JOINS);
    if kinds.is_empty() { all } else { all.when_in("s.kind", kinds.iter().copied()) }
}

struct PairRow {
    source: Lang,
    lang: Lang,
    n: i64,
}
store::from_row!(PairRow: source, lang, n);

/// How many texts of these kinds wait, by the language they are in and the one they are wanted in.
pub async fn pairs(sql: &Sql, languages: &[Lang], kinds: &[&str]) -> Result<Vec<(Lang, Lang, i64)>> {
    if languages.is_empty() {
        return Ok(Vec::new());
    }
    let all = waits("SELECT s.lang AS source, l.lang, COUNT(*) AS n", languages, "");
    let some = if kinds.is_empty() { all } else { all.when_in("s.kind", kinds.iter().copied()) };
    let rows: Vec<PairRow> = some.push("GROUP BY s.lang, l.lang ORDER BY s.lang, l.lang", ()).all(sql).await?;
    Ok(rows.into_iter().map(|row| (row.source, row.lang, row.n)).collect())
}

struct CountRow {
    lang: Lang,
    kind: String,
    n: i64,
}
store::from_row!(CountRow: lang, kind, n);

/// How many texts wait, by language and kind of thing.
pub async fn counts(sql: &Sql, languages: &[Lang]) -> Result<Vec<(Lang, String, i64)>> {
    if languages.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<CountRow> = waits("SELECT l.lang, s.kind, COUNT(*) AS n", languages, "")
        .push("GROUP BY l.lang, s.kind ORDER BY l.lang, s.kind", ())
        .all(sql)
        .await?;
    Ok(rows.into_iter().map(|row| (row.lang, row.kind, row.n)).collect())
}
