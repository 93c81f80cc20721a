//! Two records of one city become one.

use std::sync::Arc;

use base::limits::TEXT_CHARS;
use base::{Actor, CityId, Fail, FieldError, Result, Time};
use chrono::Duration;
use input::{Fields, Reader};
use serde::{Deserialize, Serialize};
use store::{Payload, Queue, Sql, Tx};
use web::merging::{self, Counted};
use web::{Hub, Parts};

use crate::actions::topic;
use crate::naming::LOCK;
use crate::rules::{City, Membership};
use crate::{acts, merge_rows, names, rows};

/// The event: its subject is the record that ended, its city the one that was kept.
pub const MERGED: &str = "city.merged";

/// What that event says.
#[derive(Serialize, Deserialize)]
pub struct MergedFrom {
    /// The address of the record that ended.
    pub slug: String,
}

/// What became of rows of one kind, as it is kept.
#[derive(Serialize, Deserialize)]
pub(crate) struct Became {
    /// Key of the words for them.
    pub what: String,
    pub moved: u64,
    pub stay: u64,
}

/// What somebody asks for who merges.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    /// The address of the record that is kept.
    pub into: String,
    /// Why these are one.
    pub reason: String,
}

impl Wish {
    /// From a form.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(fields: &Fields) -> std::result::Result<Wish, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let reason = reader.needed_text("reason", "merge-reason", TEXT_CHARS);
        reader.check(fields.has("sure", "yes"), || FieldError::new("sure", "error-merge-sure"));
        reader.end(Wish { into: fields.line("into"), reason })
    }
}

/// Merges a record into another one: its rows are the other's from now on, its address leads there. Sent twice, it is done once. Where
/// people of one would come to read what the other keeps for its own, only an administrator does it.
///
/// # Errors
/// [`Fail::Forbidden`] for others than the central team, [`Fail::SignInAgain`] for those who have not shown lately who they are,
/// [`Fail::NotFound`] without such records, [`Fail::Invalid`] with what stands in the way.
pub(crate) async fn merge(hub: &Hub, parts: &Parts, actor: &Actor, slug: &str, wish: &Wish) -> Result<City> {
    actor.must_be_central()?;
    let tx = hub.db.begin().await?;
    actor.must_be_recent(tx.now())?;
    let slugs = merge_rows::with_slug(&tx, slug).await?.ok_or(Fail::NotFound)?;
    merging::hold(&tx, &parts.city_rows, slugs.0, kept(&tx, &wish.into).await?.id).await?;
    tx.one_at_a_time(LOCK).await?;
    // Behind the locks: it may have been merged meanwhile.
    let (ended, gone_into) = merge_rows::with_slug(&tx, slug).await?.ok_or(Fail::NotFound)?;
    let kept = kept(&tx, &wish.into).await?;
    if gone_into == Some(kept.id) {
        return Ok(kept);
    }
    let ended = rows::by_ids(&tx, &[ended]).await?.remove(&ended).filter(|own| own.membership != Membership::Merged);
    let ended = ended.ok_or(Fail::NotFound)?;
    let errors = in_the_way(&tx, parts, actor, &ended, &kept, tx.now()).await?;
    if !errors.is_empty() {
        return Err(Fail::Invalid(errors));
    }
    let became = merging::take(&tx, &parts.city_rows, ended.id, kept.id).await?;
    merge_rows::end(&tx, ended.id, kept.id).await?;
    let id = merge_rows::insert(&tx, actor, ended.id, kept.id, &wish.reason, &written(&became)?).await?;
    texts::want(&tx, names::thing(ended.id), false).await?;
    tell(&tx, parts, actor, &ended, &kept).await?;
    for later in SETTLES {
        tx.enqueue_at(&Settle { merge: id, after: later.num_minutes() }, tx.now() + later).await?;
    }
    tx.commit().await?;
    Ok(kept)
}

/// The record that is kept.
async fn kept(sql: &Sql, slug: &str) -> Result<City> {
    let found = rows::by_slugs(sql, &[slug.to_owned()]).await?.into_iter().next();
    found.ok_or_else(|| Fail::field("into", "error-choose-record"))
}

/// What stands in the way of ending the first of these in favour of the second.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn in_the_way(
    sql: &Sql,
    parts: &Parts,
    actor: &Actor,
    ended: &City,
    kept: &City,
    now: Time,
) -> Result<Vec<FieldError>> {
    if ended.id == kept.id {
        return Ok(vec![FieldError::new("into", "error-merge-same")]);
    }
    let mut errors = Vec::new();
    if ended.membership == Membership::Suspended {
        errors.push(FieldError::new("", "error-merge-suspended"));
    }
    if ended.membership.is_member() && !kept.membership.is_member() {
        errors.push(FieldError::new("into", "error-merge-member"));
    }
    let opens = merging::opens(sql, &parts.city_rows, ended.id, kept.id).await?;
    if opens && !actor.is_administrator() {
        errors.push(FieldError::new("", "error-merge-administrator"));
    }
    errors.extend(merging::hindered(sql, &parts.city_rows, ended.id, kept.id, now).await?);
    Ok(errors)
}

fn written(became: &[Counted]) -> Result<String> {
    let all = became.iter().map(|own| Became { what: own.of.words.to_owned(), moved: own.moved, stay: own.stay });
    serde_json::to_string(&all.collect::<Vec<_>>()).map_err(Fail::internal)
}

/// On record, also on that of the city, and told to its people; pages, search and files follow.
async fn tell(tx: &Tx, parts: &Parts, actor: &Actor, ended: &City, kept: &City) -> Result<()> {
    tx.audit(actor, acts::MERGED, &ended.slug, &kept.slug).await?;
    for record in &parts.city_records {
        record.note(tx, actor, acts::MERGED, kept.id, &ended.slug).await?;
    }
    tx.event_with(actor, MERGED, ended.id.0, Some(kept.id), &MergedFrom { slug: ended.slug.clone() }).await?;
    let cities = || vec!["cities".to_owned(), topic(ended.id), topic(kept.id)];
    tx.changed("city", ended.id.0, true, &cities()).await?;
    tx.changed("city", kept.id.0, false, &cities()).await
}

/// When a merge is looked at once more: what was under way with the record that ended (an upload over a slow line, a page that was
/// open) comes to the other as well.
const SETTLES: [Duration; 2] = [Duration::minutes(15), Duration::hours(26)];

/// Looks once more at a merge.
#[derive(Serialize, Deserialize)]
pub(crate) struct Settle {
    merge: i64,
    /// Minutes after it.
    after: i64,
}

impl Payload for Settle {
    const KIND: &'static str = "cities.settle-merge";
    const QUEUE: Queue = Queue::Work;

    fn once(&self) -> Option<String> {
        Some(format!("{} {}", self.merge, self.after))
    }
}

/// Moves what came to a record that had ended.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn settle(hub: &Hub, parts: &Arc<Parts>, job: &Settle) -> Result<()> {
    let tx = hub.db.begin().await?;
    let Some(own) = merge_rows::one(&tx, job.merge).await? else { return Ok(()) };
    let kept: CityId = merge_rows::goes_on_as(&tx, own.ended_city).await?.unwrap_or(own.kept_city);
    let late = merging::late(&parts.city_rows);
    let moved: u64 = merging::take(&tx, &late, own.ended_city, kept).await?.iter().map(|own| own.moved).sum();
    if moved > 0 {
        tx.changed("city", kept.0, false, &["cities".to_owned(), topic(own.ended_city), topic(kept)]).await?;
    }
    tx.commit().await
}
