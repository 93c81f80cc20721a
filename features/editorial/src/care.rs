//! What the team's texts lead to, and what of them is to be looked after: links that lead nowhere, reviews that are due,
//! consents that end, pages to which nothing leads.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_trait::async_trait;
use base::{Lang, Result, Time};
use chrono::TimeDelta;
use store::{Insert, Sql, Statement, Tx, params};
use texts::Text;
use web::parts::{Care, Due, Titles};
use web::{Hub, Offered, Visit};

use crate::kinds::Kind;
use crate::lines::Line;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE};

/// Reviews and consents are told so long before.
pub(crate) const AHEAD: TimeDelta = TimeDelta::days(30);
/// Things of one sort that a page of care names.
pub(crate) const NAMED: i64 = 100;
/// Different places that are looked at at once.
const TARGETS: i64 = 2_000;
/// Links of one text that are kept.
const LINKS: usize = 500;
/// Bytes of a place at most that is kept: an index takes no more. A longer address is no page of the hub, and is not looked after.
const TARGET_BYTES: usize = 1_000;

/// A link of a text that leads nowhere.
#[derive(Clone, Debug)]
pub(crate) struct Dead {
    pub item: i64,
    pub lang: Lang,
    pub target: String,
}
store::from_row!(Dead in editorial_links: item, lang, target);

/// Where a text leads: paths of the hub behind the language, addresses elsewhere, and what it names (`document:k3f9`).
pub(crate) fn targets(text: &Text) -> Vec<String> {
    let body = text.get(BODY);
    // Telephones and mailboxes lead to no page.
    let leads = |link: &String| link.starts_with('/') || link.contains("://");
    let links = [text.get(SUMMARY), body].into_iter().flat_map(web::markdown::links);
    let mut found: Vec<String> = links.filter(leads).collect();
    found.extend(crate::lines::named(body).into_iter().map(|line| match line.name.as_str() {
        crate::lines::ACTION => line.named.key,
        name => format!("{name}:{}", line.named.key),
    }));
    let mut targets: Vec<String> = found.iter().map(|target| normal(target)).collect();
    targets.retain(|target| !target.is_empty() && target.len() <= TARGET_BYTES);
    targets.sort();
    targets.dedup();
    targets.truncate(LINKS);
    targets
}

/// A place as it is kept: one of the hub as its path in letters, without what is asked of it; an address elsewhere with a small
/// scheme; without the place in the page.
fn normal(target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    if target.starts_with('/') {
        let path = web::markdown::own_path(target.split('?').next().unwrap_or_default());
        return percent_encoding::percent_decode_str(&path).decode_utf8_lossy().into_owned();
    }
    match target.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_lowercase()),
        None => target.to_owned(),
    }
}

/// Notes where what readers have of a thing leads.
pub(crate) async fn note(tx: &Tx, item: &Item) -> Result<()> {
    tx.exec("DELETE FROM editorial_links WHERE item = $1", params![item.id]).await?;
    let found = texts::live(tx, &[item.thing()], &[SUMMARY, BODY]).await?;
    for text in found.into_values().flatten() {
        for target in targets(&text) {
            Insert::into("editorial_links")
                .set("item", item.id)
                .set("lang", text.lang)
                .set("target", target)
                .exec(tx)
                .await?;
        }
    }
    tx.exec("UPDATE editorial_items SET links_noted = TRUE WHERE id = $1", params![item.id]).await.map(|_| ())
}

/// Links of what readers have that lead nowhere for visitors. Addresses elsewhere are not asked: nobody is told what the team
/// reads.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn dead(visit: &Visit, offered: &Offered) -> Result<Vec<Dead>> {
    let sql = visit.hub.db.read();
    let all = targets_of(&sql).await?;
    // What is named leads to its page.
    let mut paths: HashMap<String, Vec<&String>> = HashMap::new();
    for target in &all {
        if let Some(path) = offered.path_of(target) {
            paths.entry(path).or_default().push(target);
        }
    }
    let mut gone: HashSet<&String> = HashSet::new();
    // What has no page of its own shows something, or nothing.
    let named: Vec<(Line, &String)> = all
        .iter()
        .filter(|target| offered.path_of(target).is_none())
        .filter_map(|target| Some((Line::of_target(target)?, target)))
        .collect();
    let lines: Vec<Line> = named.iter().map(|(line, _)| line.clone()).collect();
    let undrawn = crate::embeds::undrawn(visit, offered, &lines).await?;
    gone.extend(named.iter().filter(|(line, _)| undrawn.contains(line)).map(|(_, target)| *target));
    let asked: Vec<String> = paths.keys().cloned().collect();
    for missing in offered.missing(&visit.hub, &asked).await? {
        gone.extend(paths.get(&missing).into_iter().flatten().copied());
    }
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    const LINKED: &str =
        "SELECT l.item, l.lang, l.target FROM editorial_links l JOIN editorial_items i ON i.id = l.item";
    Statement::new(LINKED, ())
        .when("i.shown", ())
        .when_in("l.target", gone.into_iter().map(String::as_str))
        .push("ORDER BY l.item, l.lang, l.target LIMIT ?", NAMED + 1)
        .all(&sql)
        .await
}

async fn targets_of(sql: &Sql) -> Result<Vec<String>> {
    const TARGETS_OF: &str = "SELECT DISTINCT l.target FROM editorial_links l JOIN editorial_items i ON i.id = l.item \
        WHERE i.shown AND l.target NOT LIKE '%://%' ORDER BY l.target LIMIT $1";
    let rows = sql.raw(TARGETS_OF, params![TARGETS]).await?;
    rows.iter().map(|row| row.get("target")).collect()
}

/// Hosts elsewhere to which texts lead, with how many links each has, the most first.
pub(crate) async fn elsewhere(sql: &Sql) -> Result<Vec<(String, usize)>> {
    const OUTSIDE: &str = "SELECT l.target FROM editorial_links l JOIN editorial_items i ON i.id = l.item \
        WHERE i.shown AND l.target LIKE '%://%' ORDER BY l.target LIMIT $1";
    let rows = sql.raw(OUTSIDE, params![TARGETS]).await?;
    let mut hosts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let target: String = row.get("target")?;
        let host = target.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
        *hosts.entry(host.to_lowercase()).or_default() += 1;
    }
    let mut hosts: Vec<(String, usize)> = hosts.into_iter().collect();
    hosts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    hosts.truncate(NAMED as usize);
    Ok(hosts)
}

/// What is to be looked at again within a month.
pub(crate) async fn reviews(sql: &Sql, now: Time) -> Result<Vec<Item>> {
    let until = (now + AHEAD).format("%Y-%m-%d").to_string();
    rows::due(sql, &until, NAMED).await
}

/// Pages of the team's to which nothing leads: no menu, no page above, no link of a text.
pub(crate) async fn lonely(sql: &Sql, now: Time) -> Result<Vec<Item>> {
    rows::lonely(sql, now, NAMED).await
}

/// Voices whose consent ends.
pub(crate) struct Voices;

#[async_trait]
impl Care for Voices {
    async fn due(&self, visit: &Visit, until: Time) -> Result<Vec<Due>> {
        let sql = visit.hub.db.read();
        let items = rows::ending(&sql, until, NAMED).await?;
        let entries = rows::entries(visit, items, &[TITLE, ADDRESS]).await?;
        let due = |entry: rows::Entry| {
            let on = entry.item.ends_at?;
            let title = entry.text.get(TITLE).to_owned();
            Some(Due { words: "editorial-kind-voice", title, path: format!("{}/facts", entry.item.office()), on })
        };
        Ok(entries.into_iter().filter_map(due).collect())
    }
}

/// What stands at the addresses of what the team publishes.
pub(crate) struct Published;

/// The kind and the last part of an address of one of these things.
fn kind_and_slug(path: &str) -> Option<(Kind, String)> {
    let kind =
        Kind::ALL.into_iter().find(|kind| path.strip_prefix(kind.path()).is_some_and(|rest| rest.starts_with('/')))?;
    let rest = path.strip_prefix(kind.path())?.strip_prefix('/')?;
    let slug = percent_encoding::percent_decode_str(rest).decode_utf8().ok()?;
    (!slug.is_empty() && !slug.contains('/')).then(|| (kind, slug.into_owned()))
}

#[async_trait]
impl Titles for Published {
    async fn title(&self, visit: &Visit, path: &str) -> Result<String> {
        let (kind, slug) = kind_and_slug(path).ok_or(base::Fail::NotFound)?;
        let item = rows::at_address(&visit.hub.db.read(), kind, &slug).await?;
        if !item.is_shown(visit.hub.now()) {
            return Err(base::Fail::NotFound);
        }
        let entry = rows::entries(visit, vec![item], &[TITLE, ADDRESS]).await?.pop();
        entry.map(|entry| entry.text.get(TITLE).to_owned()).ok_or(base::Fail::NotFound)
    }

    async fn missing(&self, hub: &Hub, paths: &[String]) -> Result<Vec<String>> {
        let own: Vec<(&String, Kind, String)> =
            paths.iter().filter_map(|path| kind_and_slug(path).map(|(kind, slug)| (path, kind, slug))).collect();
        if own.is_empty() {
            return Ok(Vec::new());
        }
        let slugs: Vec<&str> = own.iter().map(|(.., slug)| slug.as_str()).collect();
        let there = rows::shown_at(&hub.db.read(), hub.now(), &slugs).await?;
        let is_there = |kind: Kind, slug: &str| there.iter().any(|(own, at)| *own == kind && at == slug);
        Ok(own.iter().filter(|(_, kind, slug)| !is_there(*kind, slug)).map(|(path, ..)| (*path).clone()).collect())
    }
}
