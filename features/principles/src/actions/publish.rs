//! A version comes into force; a major one asks every city.

use base::{Actor, Fail, Lang, Result};
use chrono::NaiveDate;
use store::Day;
use web::Hub;

use super::VERSIONS;
use crate::access::must_write;
use crate::jobs::Ask;
use crate::rows::{TOPIC, Written};
use crate::rules::{Change, Version};
use crate::{acts, draft_rows, rows};

/// What somebody publishes.
pub(crate) struct Publishing {
    /// The draft as they read it.
    pub fingerprint: String,
    /// Until when cities have time to sign; none for a minor version.
    pub grace_until: Option<NaiveDate>,
}

/// Puts the draft into force.
///
/// # Errors
/// [`Fail::Forbidden`]; [`Fail::Invalid`] where something is missing; [`Fail::Conflict`] where the draft is not the one that was read.
pub(crate) async fn publish(hub: &Hub, actor: &Actor, publishing: &Publishing) -> Result<Version> {
    must_write(actor)?;
    actor.must_be_recent(hub.now())?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(VERSIONS).await?;
    let versions = rows::versions(&tx).await?;
    let changed = || Fail::Conflict("principles_drafts.revision".to_owned());
    let draft = draft_rows::draft(&tx).await?.ok_or_else(changed)?;
    if draft.wording.fingerprint() != publishing.fingerprint {
        return Err(changed());
    }
    let now = match versions.first() {
        Some(version) => rows::texts_of(&tx, version.id).await?,
        None => Vec::new(),
    };
    let languages: &[Lang] = &hub.network.languages;
    let missing = draft.wording.missing(languages, &versions, &now);
    if !missing.is_empty() {
        return Err(Fail::Invalid(missing));
    }
    if draft.wording.change == Change::Major && publishing.grace_until.is_none() {
        return Err(Fail::field("grace", "error-grace-day"));
    }
    let wording = draft.wording;
    let version = Version {
        id: tx.new_id(),
        name: wording.name,
        number: versions.first().map_or(0, |own| own.number) + 1,
        source: String::new(),
        change: wording.change,
        published_at: Some(tx.now()),
        grace_until: publishing.grace_until.filter(|_| wording.change == Change::Major).map(Day),
    };
    let own = wording.texts.into_values().filter(|text| languages.contains(&text.lang));
    let texts: Vec<Written> = own.map(|text| Written { lang: text.lang, body: text.body, about: text.about }).collect();
    rows::insert(&tx, actor, &version, &texts).await?;
    draft_rows::delete(&tx, draft.id).await?;
    tx.audit(actor, acts::PUBLISHED, &version.name, version.change.code()).await?;
    tx.changed(TOPIC, version.id, false, &[TOPIC.to_owned()]).await?;
    if version.grace_until.is_some() {
        tx.enqueue(&Ask { version: version.id, behind: 0 }).await?;
    }
    tx.commit().await?;
    Ok(version)
}
