//! Reading texts: all that a page needs in one statement.

use std::collections::HashMap;

use base::{Lang, PersonId, Result, Time};
use store::{Condition, FromRow, Row, Sql, Statement, params};

use crate::{Parts, Revision, Thing};

/// Revisions of one text that are listed at most: whoever shows so many says that there may be older ones.
pub const REVISIONS_LISTED: usize = 100;

/// A text that readers have.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its language.
    pub lang: Lang,
    /// The others render it.
    pub source: bool,
    /// The source says something else since.
    pub behind: bool,
    /// Its revision.
    pub number: i64,
    /// When it was written.
    pub at: Time,
    /// Those parts that were asked for.
    pub parts: Parts,
}

impl Text {
    /// What this part says; nothing where there is none.
    pub fn get(&self, part: &str) -> &str {
        self.parts.get(part)
    }
}

struct LiveRow {
    kind: String,
    item: i64,
    lang: Lang,
    source: bool,
    number: i64,
    fingerprint: String,
    rendered_fingerprint: String,
    at: Time,
    part: Option<String>,
    body: Option<String>,
}
store::from_row!(LiveRow in texts: kind, item, lang, source, number, fingerprint, rendered_fingerprint, at, part, body);

/// Of these things.
pub(crate) fn among(things: &[Thing], alias: &str) -> Condition {
    let mut kinds: Vec<&str> = things.iter().map(|thing| thing.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().fold(Condition::new("FALSE", ()), |all, kind| {
        let own = things.iter().filter(|thing| thing.kind == kind).map(|thing| thing.item);
        let items = Condition::among(&format!("{alias}.item"), own);
        all.or(Condition::new(format!("{alias}.kind = ?"), kind).and(items))
    })
}

/// The texts that readers have of these things, in all languages, with these parts: one statement for all texts of a page.
pub async fn live(sql: &Sql, things: &[Thing], parts: &[&str]) -> Result<HashMap<Thing, Vec<Text>>> {
    read(sql, things, parts, "live").await
}

/// The same of what was written last, for those who write.
pub async fn newest_parts(sql: &Sql, things: &[Thing], parts: &[&str]) -> Result<HashMap<Thing, Vec<Text>>> {
    read(sql, things, parts, "newest").await
}

/// The same of what is ready.
pub async fn ready_parts(sql: &Sql, things: &[Thing], parts: &[&str]) -> Result<HashMap<Thing, Vec<Text>>> {
    read(sql, things, parts, "ready").await
}

/// Those revisions that the column of this name holds.
async fn read(sql: &Sql, things: &[Thing], parts: &[&str], which: &'static str) -> Result<HashMap<Thing, Vec<Text>>> {
    if things.is_empty() {
        return Ok(HashMap::new());
    }
    let marks = vec!["?"; parts.len()].join(",");
    let named = format!(
        "SELECT t.kind, t.item, t.lang, t.source, r.number, r.fingerprint, r.rendered_fingerprint, r.at, p.part, p.body \
         FROM texts t JOIN text_revisions r ON r.kind = t.kind AND r.item = t.item AND r.lang = t.lang AND r.number = t.{which} \
         LEFT JOIN text_parts p ON p.kind = t.kind AND p.item = t.item AND p.lang = t.lang AND p.number = t.{which} \
         AND p.part IN ({marks})"
    );
    let values: Vec<store::Value> = parts.iter().map(|part| (*part).into()).collect();
    let rows: Vec<LiveRow> = Statement::new(named, values)
        .meets(among(things, "t"))
        .push("ORDER BY t.kind, t.item, t.lang, p.part", ())
        .all(sql)
        .await?;
    let mut sources: HashMap<(String, i64), String> = HashMap::new();
    for row in rows.iter().filter(|row| row.source) {
        sources.insert((row.kind.clone(), row.item), row.fingerprint.clone());
    }
    let mut found: HashMap<Thing, Vec<Text>> = HashMap::new();
    for row in rows {
        let Some(thing) = things.iter().find(|thing| thing.item == row.item && thing.kind == row.kind) else {
            continue;
        };
        let source = sources.get(&(row.kind, row.item));
        let texts = found.entry(*thing).or_default();
        if texts.last().is_none_or(|last| last.lang != row.lang) {
            let behind = !row.source && source.is_some_and(|source| *source != row.rendered_fingerprint);
            let (lang, source, number, at) = (row.lang, row.source, row.number, row.at);
            texts.push(Text { lang, source, behind, number, at, parts: Parts::default() });
        }
        if let (Some(text), Some(part), Some(body)) = (texts.last_mut(), row.part, row.body) {
            text.parts = std::mem::take(&mut text.parts).with(&part, body);
        }
    }
    Ok(found)
}

/// The text that is best for this reader: in their language, else the source, else in the network's order.
pub fn best<'a>(texts: &'a [Text], lang: Lang, languages: &[Lang]) -> Option<&'a Text> {
    let of = |lang: &Lang| texts.iter().find(|text| text.lang == *lang);
    of(&lang)
        .or_else(|| texts.iter().find(|text| text.source))
        .or_else(|| languages.iter().find_map(of))
        .or(texts.first())
}

struct RevisionRow {
    lang: Lang,
    number: i64,
    fingerprint: String,
    rendered: Option<i64>,
    rendered_fingerprint: String,
    confirmed: bool,
    author: Option<PersonId>,
    at: Time,
}
store::from_row!(RevisionRow in text_revisions: lang, number, fingerprint, rendered, rendered_fingerprint, confirmed, author, at);

impl RevisionRow {
    fn with(self, parts: Parts) -> Revision {
        Revision {
            lang: self.lang,
            number: self.number,
            parts,
            fingerprint: self.fingerprint,
            rendered: self.rendered,
            rendered_fingerprint: self.rendered_fingerprint,
            confirmed: self.confirmed,
            author: self.author,
            at: self.at,
        }
    }
}

/// A revision with one of its parts.
struct PartRow {
    revision: RevisionRow,
    part: Option<String>,
    body: Option<String>,
}

impl FromRow for PartRow {
    fn from_row(row: &Row) -> Result<PartRow> {
        Ok(PartRow { revision: RevisionRow::from_row(row)?, part: row.get("part")?, body: row.get("body")? })
    }
}

const REVISIONS: &str =
    "SELECT r.lang, r.number, r.fingerprint, r.rendered, r.rendered_fingerprint, r.confirmed, r.author, r.at";
const PARTS: &str =
    "LEFT JOIN text_parts p ON p.kind = r.kind AND p.item = r.item AND p.lang = r.lang AND p.number = r.number";

/// Rows of revisions in the order of their languages, put together.
fn put_together(rows: Vec<PartRow>) -> Vec<Revision> {
    let mut all: Vec<Revision> = Vec::new();
    for PartRow { revision, part, body } in rows {
        if all.last().is_none_or(|last| (last.lang, last.number) != (revision.lang, revision.number)) {
            all.push(revision.with(Parts::default()));
        }
        if let (Some(last), Some(part), Some(body)) = (all.last_mut(), part, body) {
            last.parts = std::mem::take(&mut last.parts).with(&part, body);
        }
    }
    all
}

/// The newest revisions of a thing, one for each language that it has, by language.
pub async fn newest(sql: &Sql, thing: Thing) -> Result<Vec<Revision>> {
    let text = format!(
        "{REVISIONS}, p.part, p.body FROM texts t JOIN text_revisions r ON r.kind = t.kind AND r.item = t.item AND r.lang = t.lang \
         AND r.number = t.newest {PARTS} WHERE t.kind = $1 AND t.item = $2 ORDER BY r.lang, p.part"
    );
    Ok(put_together(sql.all(&text, params![thing.kind, thing.item]).await?))
}

/// One revision.
pub async fn revision(sql: &Sql, thing: Thing, lang: Lang, number: i64) -> Result<Option<Revision>> {
    let text = format!(
        "{REVISIONS}, p.part, p.body FROM text_revisions r {PARTS} \
         WHERE r.kind = $1 AND r.item = $2 AND r.lang = $3 AND r.number = $4 ORDER BY p.part"
    );
    Ok(put_together(sql.all(&text, params![thing.kind, thing.item, lang, number]).await?).pop())
}

/// The revisions of a text without their parts, the newest first; the newest hundred.
pub async fn revisions(sql: &Sql, thing: Thing, lang: Lang) -> Result<Vec<Revision>> {
    let text = format!(
        "{REVISIONS} FROM text_revisions r WHERE r.kind = $1 AND r.item = $2 AND r.lang = $3 ORDER BY r.number DESC LIMIT $4"
    );
    let rows: Vec<RevisionRow> = sql.all(&text, params![thing.kind, thing.item, lang, REVISIONS_LISTED as i64]).await?;
    Ok(rows.into_iter().map(|row| row.with(Parts::default())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_s_language_comes_first_then_the_source() {
        let text = |lang: Lang, source: bool| Text {
            lang,
            source,
            behind: false,
            number: 1,
            at: Time::default(),
            parts: Parts::default(),
        };
        let texts = [text(Lang::AR, false), text(Lang::EN, false), text(Lang::FR, true)];
        let languages = [Lang::EN, Lang::FR, Lang::AR];
        let chosen = |texts: &[Text], lang| best(texts, lang, &languages).map(|text| text.lang);
        assert_eq!(chosen(&texts, Lang::AR), Some(Lang::AR));
        assert_eq!(chosen(&texts[1..], Lang::AR), Some(Lang::FR), "the source");
        assert_eq!(chosen(&texts[..2], Lang::FR), Some(Lang::EN), "the network's order");
        assert_eq!(chosen(&[], Lang::FR), None);
    }
}
