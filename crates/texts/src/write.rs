//! Writing texts: each revision with the state that it was written from.

use base::{Actor, Fail, Lang, Result};
use chrono::TimeDelta;
use store::{Condition, FromRow, Insert, Row, Statement, Tx, Update, params};

use crate::read;
use crate::{Parts, Thing, fingerprint};

/// The rule that who saves second is told ([`base::Fail::Conflict`]).
pub const CHANGED: &str = "texts.newest";
/// A draft that its author writes on within this time takes the place of the one before: what is saved by itself every
/// few seconds is no history.
const SAME_DRAFT: TimeDelta = TimeDelta::minutes(30);

/// What is to be written.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// All parts.
    pub parts: Parts,
    /// The newest revision when its author began; 0 where there was none.
    pub seen: i64,
    /// Of a translation: the revision of the source that it renders.
    pub rendered: Option<i64>,
    /// It may be shown, and translated.
    pub ready: bool,
    /// It goes on from the newest draft, whose place it takes where that is the same author's of a moment ago. Else that one stays
    /// in the history.
    pub goes_on: bool,
}

struct Head {
    lang: Lang,
    source: bool,
    newest: i64,
    ready: Option<i64>,
    live: Option<i64>,
    fingerprint: String,
}
store::from_row!(Head in texts: lang, source, newest, ready, live, fingerprint);

async fn heads(tx: &Tx, thing: Thing) -> Result<Vec<Head>> {
    tx.all(
        "SELECT lang, source, newest, ready, live, fingerprint FROM texts WHERE kind = $1 AND item = $2 ORDER BY lang",
        params![thing.kind, thing.item],
    )
    .await
}

/// This text of this thing.
fn of(thing: Thing, lang: Lang) -> Condition {
    Condition::new("kind = ? AND item = ? AND lang = ?", params![thing.kind, thing.item, lang])
}

/// Writes a text; the first of a thing is its source. Answers the number of its newest revision, which is the one that was
/// seen where nothing is new.
///
/// # Errors
/// [`Fail::Conflict`] ([`CHANGED`]) where somebody wrote since; [`Fail::NotFound`] where a translation renders no revision of the
/// source.
pub async fn write(tx: &Tx, actor: &Actor, thing: Thing, lang: Lang, draft: &Draft) -> Result<i64> {
    let heads = heads(tx, thing).await?;
    let head = heads.iter().find(|head| head.lang == lang);
    if head.map_or(0, |head| head.newest) != draft.seen {
        return Err(Fail::Conflict(CHANGED.into()));
    }
    let source = heads.iter().find(|head| head.source);
    let is_source = source.is_none_or(|source| source.lang == lang);
    let rendered = match source.filter(|_| !is_source) {
        Some(source) => {
            let number = draft.rendered.unwrap_or_else(|| source.ready.unwrap_or(source.newest));
            let print = print_of(tx, thing, source.lang, number).await?.ok_or(Fail::NotFound)?;
            Some((number, print))
        }
        None => None,
    };
    if let Some(head) = head {
        let last = read::revision(tx, thing, lang, head.newest).await?.ok_or(Fail::NotFound)?;
        let same = last.parts == draft.parts && last.rendered == rendered.as_ref().map(|(number, _)| *number);
        if same {
            if draft.ready && head.ready != Some(head.newest) {
                make_ready(tx, thing, lang, head.newest).await?;
            }
            return Ok(head.newest);
        }
    }
    let own = fingerprint(&draft.parts);
    let before = || head.map_or_else(String::new, |head| head.fingerprint.clone());
    let print = match &rendered {
        Some((_, print)) if draft.ready => print.clone(),
        Some(_) => before(),
        // What is ready counts, not a draft.
        None if draft.ready || head.is_none_or(|head| head.ready.is_none()) => own.clone(),
        None => before(),
    };
    let next = Next { thing, lang, head, draft, own, rendered, print, confirmed: false };
    next.take_place(tx, is_source).await?;
    next.insert(tx, actor).await?;
    if let Some(head) = head.filter(|_| draft.goes_on) {
        drop_draft(tx, actor, thing, lang, head).await?;
    }
    Ok(next.number())
}

/// The next revision of a text.
struct Next<'a> {
    thing: Thing,
    lang: Lang,
    head: Option<&'a Head>,
    draft: &'a Draft,
    /// The fingerprint of its own parts.
    own: String,
    /// Of a translation: the revision of the source that it renders, with its fingerprint.
    rendered: Option<(i64, String)>,
    /// The fingerprint that the text has from now on, as the table says.
    print: String,
    confirmed: bool,
}

impl Next<'_> {
    fn number(&self) -> i64 {
        self.draft.seen + 1
    }

    /// It is the newest one from now on, if the one that was seen still is.
    async fn take_place(&self, tx: &Tx, is_source: bool) -> Result<()> {
        let taken = match self.head {
            Some(head) => {
                let update = Update::of("texts").set("newest", self.number()).set("fingerprint", &self.print);
                let update = if self.draft.ready { update.set("ready", self.number()) } else { update };
                update.meets(of(self.thing, self.lang)).when("newest = ?", head.newest).exec(tx).await?
            }
            None => {
                row(Insert::into("texts"), self.thing, self.lang)
                    .set("source", is_source)
                    .set("wanted", is_source)
                    .set("newest", self.number())
                    .set("ready", self.draft.ready.then_some(self.number()))
                    .set("fingerprint", &self.print)
                    .push("ON CONFLICT (kind, item, lang) DO NOTHING", ())
                    .exec(tx)
                    .await?
            }
        };
        if taken == 1 { Ok(()) } else { Err(Fail::Conflict(CHANGED.into())) }
    }

    async fn insert(&self, tx: &Tx, actor: &Actor) -> Result<()> {
        let (number, print) =
            self.rendered.as_ref().map_or((None, ""), |(number, print)| (Some(*number), print.as_str()));
        row(Insert::into("text_revisions"), self.thing, self.lang)
            .set("number", self.number())
            .set("fingerprint", &self.own)
            .set("rendered", number)
            .set("rendered_fingerprint", print)
            .set("confirmed", self.confirmed)
            .set("author", actor.id())
            .set("at", tx.now())
            .exec(tx)
            .await?;
        for (part, body) in self.draft.parts.iter() {
            add_part(tx, self.thing, self.lang, self.number(), part, body).await?;
        }
        Ok(())
    }
}

/// A row of this text.
fn row(insert: Insert, thing: Thing, lang: Lang) -> Insert {
    insert.set("kind", thing.kind).set("item", thing.item).set("lang", lang)
}

/// Forgets the draft that was written on, where it is the same author's of a moment ago and nobody needs it.
async fn drop_draft(tx: &Tx, actor: &Actor, thing: Thing, lang: Lang, head: &Head) -> Result<()> {
    if head.ready == Some(head.newest) || head.live == Some(head.newest) || actor.id().is_none() {
        return Ok(());
    }
    let dropped = Statement::new("DELETE FROM text_revisions", ())
        .meets(of(thing, lang))
        .when(
            "number = ? AND author = ? AND at > ? AND NOT confirmed",
            params![head.newest, actor.id(), tx.now() - SAME_DRAFT],
        )
        // A translation of it shows later what changed since.
        .when(
            "NOT EXISTS (SELECT 1 FROM text_revisions t WHERE t.kind = ? AND t.item = ? AND t.rendered = ? AND t.lang <> ?)",
            params![thing.kind, thing.item, head.newest, lang],
        )
        .exec(tx)
        .await?;
    if dropped == 1 {
        Statement::new("DELETE FROM text_parts", ())
            .meets(of(thing, lang))
            .when("number = ?", head.newest)
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The newest revision, if it is this one, may be shown and translated.
///
/// # Errors
/// [`Fail::Conflict`] ([`CHANGED`]) where there is a newer one.
pub async fn make_ready(tx: &Tx, thing: Thing, lang: Lang, number: i64) -> Result<()> {
    const PRINT: &str = "fingerprint = (SELECT CASE WHEN r.rendered IS NULL THEN r.fingerprint ELSE r.rendered_fingerprint END \
        FROM text_revisions r WHERE r.kind = texts.kind AND r.item = texts.item AND r.lang = texts.lang AND r.number = texts.newest)";
    let update = Update::of("texts").change("ready = newest", ()).change(PRINT, ());
    let done = update.meets(of(thing, lang)).when("newest = ?", number).exec(tx).await?;
    if done == 1 { Ok(()) } else { Err(Fail::Conflict(CHANGED.into())) }
}

/// The source has changed, and this translation, of which the newest revision was `seen`, is right still: a revision with the
/// same words that renders `rendered`. Readers who had the one before have this one, once they have that source. Answers whether
/// anything was written: it may be current already.
///
/// # Errors
/// [`Fail::NotFound`] without a translation or that revision of the source, [`Fail::Conflict`] ([`CHANGED`]) where somebody wrote
/// since, where that is not what translations are to render any more, and where the newest revision is only a draft.
pub async fn confirm(tx: &Tx, actor: &Actor, thing: Thing, lang: Lang, seen: i64, rendered: i64) -> Result<bool> {
    let heads = heads(tx, thing).await?;
    let head = heads.iter().find(|head| head.lang == lang && !head.source).ok_or(Fail::NotFound)?;
    let source = heads.iter().find(|head| head.source).ok_or(Fail::NotFound)?;
    let wanted = source.ready.unwrap_or(source.newest);
    if head.newest != seen || head.ready != Some(seen) || wanted != rendered {
        return Err(Fail::Conflict(CHANGED.into()));
    }
    let last = read::revision(tx, thing, lang, seen).await?.ok_or(Fail::NotFound)?;
    let print = print_of(tx, thing, source.lang, rendered).await?.ok_or(Fail::NotFound)?;
    if last.rendered_fingerprint == print {
        return Ok(false);
    }
    let draft = Draft { parts: last.parts, seen, rendered: Some(rendered), ready: true, goes_on: false };
    let rendered = Some((rendered, print.clone()));
    let head = Some(head);
    let next = Next { thing, lang, head, draft: &draft, own: last.fingerprint, rendered, print, confirmed: true };
    next.take_place(tx, false).await?;
    next.insert(tx, actor).await?;
    if head.is_some_and(|head| head.live == Some(seen)) {
        publish(tx, thing, Some(&[lang])).await?;
    }
    Ok(true)
}

/// What is ready is what readers have, in these languages, or in all where none are given: the source, and then those translations
/// that render what the source says to readers. Another one says what they may not know yet, or never shall: what they have
/// of it stays. Answers in how many languages readers have something else now.
pub async fn publish(tx: &Tx, thing: Thing, languages: Option<&[Lang]>) -> Result<u64> {
    const OF_WHAT_IS_LIVE: &str = "fingerprint = (SELECT r.fingerprint FROM texts s JOIN text_revisions r ON r.kind = s.kind \
        AND r.item = s.item AND r.lang = s.lang AND r.number = s.live WHERE s.kind = texts.kind AND s.item = texts.item AND s.source)";
    let ready = || {
        let all = Update::of("texts").change("live = ready", ()).when(
            "kind = ? AND item = ? AND ready IS NOT NULL AND (live IS NULL OR live <> ready)",
            params![thing.kind, thing.item],
        );
        match languages {
            Some(languages) => all.when_in("lang", languages.iter().copied()),
            None => all,
        }
    };
    let source = ready().when("source", ()).exec(tx).await?;
    let translations = ready().when("NOT source", ()).when(OF_WHAT_IS_LIVE, ()).exec(tx).await?;
    Ok(source + translations)
}

/// What was ready of the source is so no more: translations are to render what readers have, or the newest draft where they have
/// nothing.
pub async fn take_back(tx: &Tx, thing: Thing) -> Result<()> {
    const PRINT: &str = "fingerprint = (SELECT r.fingerprint FROM text_revisions r WHERE r.kind = texts.kind AND r.item = texts.item \
        AND r.lang = texts.lang AND r.number = COALESCE(texts.live, texts.newest))";
    Update::of("texts")
        .change("ready = live", ())
        .change(PRINT, ())
        .when("kind = ? AND item = ? AND source", params![thing.kind, thing.item])
        .exec(tx)
        .await
        .map(|_| ())
}

/// Gives a revision a part that nobody translates and that it has not.
///
/// # Errors
/// Our own mistake: it has this part.
pub async fn add_part(tx: &Tx, thing: Thing, lang: Lang, number: i64, part: &str, body: &str) -> Result<()> {
    row(Insert::into("text_parts"), thing, lang)
        .set("number", number)
        .set("part", part)
        .set("body", body)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Whether translations of this thing are asked for: not of what was withdrawn.
pub async fn want(tx: &Tx, thing: Thing, wanted: bool) -> Result<()> {
    Update::of("texts")
        .set("wanted", wanted)
        .when("kind = ? AND item = ? AND source", params![thing.kind, thing.item])
        .exec(tx)
        .await
        .map(|_| ())
}

/// The fingerprint of a revision.
async fn print_of(tx: &Tx, thing: Thing, lang: Lang, number: i64) -> Result<Option<String>> {
    struct Print(String);
    impl FromRow for Print {
        fn from_row(row: &Row) -> Result<Print> {
            Ok(Print(row.get("fingerprint")?))
        }
    }
    let found = Statement::new("SELECT fingerprint FROM text_revisions", ())
        .meets(of(thing, lang))
        .when("number = ?", number)
        .first::<Print>(tx)
        .await?;
    Ok(found.map(|Print(text)| text))
}

/// All texts of a thing that is no more go, with their history.
pub async fn forget(tx: &Tx, thing: Thing) -> Result<()> {
    for table in ["text_parts", "text_revisions", "texts"] {
        tx.exec(&format!("DELETE FROM {table} WHERE kind = $1 AND item = $2"), params![thing.kind, thing.item]).await?;
    }
    Ok(())
}
