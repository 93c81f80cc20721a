//! Bringing the first words of many things at once: first data, and what a hub of before kept elsewhere.

use base::{Actor, Lang, Result};
use store::{Insert, Tx};

use crate::{Parts, Thing, fingerprint};

/// Texts that one statement writes: below the engines' limits of values.
const AT_ONCE: usize = 1_000;

/// The first words of a thing. The first text is the source, which the others render; one without a word says what the source
/// says.
#[derive(Clone, Debug)]
pub struct First {
    /// The thing, which has no text yet.
    pub thing: Thing,
    /// Its texts, each language once.
    pub texts: Vec<(Lang, Parts)>,
    /// Translations of it are asked for.
    pub wanted: bool,
}

/// A text with what its rows say beside its thing.
struct Row<'a> {
    thing: Thing,
    lang: Lang,
    parts: &'a Parts,
    source: bool,
    wanted: bool,
    /// Of its own parts.
    own: String,
    /// Of the source.
    of_source: String,
}

impl First {
    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let of_source = self.texts.first().map(|(_, parts)| fingerprint(parts)).unwrap_or_default();
        self.texts.iter().enumerate().map(move |(place, (lang, parts))| Row {
            thing: self.thing,
            lang: *lang,
            parts,
            source: place == 0,
            wanted: place == 0 && self.wanted,
            own: fingerprint(parts),
            of_source: of_source.clone(),
        })
    }
}

/// Brings them: readers have them at once.
///
/// # Errors
/// Our own mistake: one of the things has texts.
pub async fn bring(tx: &Tx, actor: &Actor, all: &[First]) -> Result<()> {
    let rows: Vec<Row<'_>> = all.iter().flat_map(First::rows).collect();
    for some in rows.chunks(AT_ONCE) {
        heads(some).exec(tx).await?;
        revisions(tx, actor, some).exec(tx).await?;
        let parts: Vec<_> = some.iter().flat_map(|row| row.parts.iter().map(move |part| (row, part))).collect();
        for some in parts.chunks(AT_ONCE) {
            words(some).exec(tx).await?;
        }
    }
    Ok(())
}

/// The columns that name a text.
fn of(insert: Insert, row: &Row<'_>) -> Insert {
    insert.row().set("kind", row.thing.kind).set("item", row.thing.item).set("lang", row.lang)
}

fn heads(rows: &[Row<'_>]) -> Insert {
    rows.iter().fold(Insert::into("texts"), |insert, row| {
        of(insert, row)
            .set("source", row.source)
            .set("wanted", row.wanted)
            .set("newest", 1_i64)
            .set("ready", 1_i64)
            .set("live", 1_i64)
            .set("fingerprint", &row.of_source)
    })
}

fn revisions(tx: &Tx, actor: &Actor, rows: &[Row<'_>]) -> Insert {
    rows.iter().fold(Insert::into("text_revisions"), |insert, row| {
        of(insert, row)
            .set("number", 1_i64)
            .set("fingerprint", &row.own)
            .set("rendered", (!row.source).then_some(1_i64))
            .set("rendered_fingerprint", if row.source { "" } else { row.of_source.as_str() })
            .set("confirmed", false)
            .set("author", actor.id())
            .set("at", tx.now())
    })
}

fn words(parts: &[(&Row<'_>, (&str, &str))]) -> Insert {
    parts.iter().fold(Insert::into("text_parts"), |insert, (row, (part, body))| {
        of(insert, row).set("number", 1_i64).set("part", *part).set("body", *body)
    })
}
