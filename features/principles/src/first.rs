//! The versions that a network's folder has are in its hub before anybody is served.

use async_trait::async_trait;
use base::{Lang, Result};
use network::{Network, Principle};
use store::Db;
use web::parts::Readiness;

use crate::rows;
use crate::rules::Version;

/// Puts in those that are not there yet.
pub(crate) struct Versions;

#[async_trait]
impl Readiness for Versions {
    async fn ready(&self, db: &Db, network: &Network) -> Result<()> {
        if missing(&rows::versions(&db.read()).await?, network).is_empty() {
            return Ok(());
        }
        let tx = db.begin().await?;
        tx.one_at_a_time("principles").await?;
        let there = rows::versions(&tx).await?;
        let last = there.first().map_or(0, |version| version.number);
        for (place, (name, own)) in missing(&there, network).into_iter().enumerate() {
            let source = own.first().map(|one| one.source.clone()).unwrap_or_default();
            let version = Version { id: tx.new_id(), name: name.to_owned(), number: last + place as i64 + 1, source };
            let texts: Vec<_> = network.languages.iter().filter_map(|lang| body(&own, *lang)).collect();
            rows::insert(&tx, &version, &texts).await?;
        }
        tx.commit().await
    }
}

/// Those of the folder that are not there by their name: one that is there stays as it was signed.
fn missing<'a>(there: &[Version], network: &'a Network) -> Vec<(&'a str, Vec<&'a Principle>)> {
    let mut versions = by_version(&network.principles);
    versions.retain(|(name, _)| there.iter().all(|version| version.name != *name));
    versions
}

/// The principles of each version, in their order; the versions by name, as years are.
fn by_version(all: &[Principle]) -> Vec<(&str, Vec<&Principle>)> {
    let mut versions: std::collections::BTreeMap<&str, Vec<&Principle>> = std::collections::BTreeMap::new();
    for principle in all {
        versions.entry(&principle.version).or_default().push(principle);
    }
    for own in versions.values_mut() {
        own.sort_by_key(|principle| principle.order);
    }
    versions.into_iter().collect()
}

/// The text of a version in a language, where each of its principles has one.
fn body(own: &[&Principle], lang: Lang) -> Option<(Lang, String)> {
    let lines: Option<Vec<&str>> = own.iter().map(|principle| principle.texts.own(lang)).collect();
    lines.map(|lines| (lang, lines.join("\n")))
}
