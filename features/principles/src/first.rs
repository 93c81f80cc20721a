//! The versions that a network's folder has are in its hub before anybody is served.

use async_trait::async_trait;
use base::{Actor, Lang, Result};
use network::{Network, Principle};
use store::Db;
use web::parts::Readiness;

use crate::rows::{self, Written};
use crate::rules::{Change, Version};

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
        let mut numbers = Numbers::of(&there);
        for (name, own) in missing(&there, network) {
            let source = own.first().map(|one| one.source.clone()).unwrap_or_default();
            let version = Version {
                id: tx.new_id(),
                name: name.to_owned(),
                number: numbers.next(name),
                source,
                change: Change::Major,
                published_at: None,
                grace_until: None,
            };
            let texts: Vec<Written> = network.languages.iter().filter_map(|lang| body(&own, *lang)).collect();
            rows::insert(&tx, &Actor::System, &version, &texts).await?;
        }
        tx.commit().await
    }
}

/// Where versions of the folder come among those that are there.
struct Numbers {
    first: i64,
    last: i64,
    /// The name of the last; none where the office published one: then nothing of the folder comes into force any more.
    newest: Option<String>,
}

impl Numbers {
    fn of(there: &[Version]) -> Numbers {
        let (last, first) = (there.first().map_or(0, |own| own.number), there.last().map_or(0, |own| own.number));
        let written = there.iter().any(|own| own.published_at.is_some());
        let newest = there.first().map(|own| own.name.clone()).unwrap_or_default();
        Numbers { first, last, newest: (!written).then_some(newest) }
    }

    /// The place of the next: last, where it is newer by its name than what is there; else before all.
    fn next(&mut self, name: &str) -> i64 {
        match &self.newest {
            Some(newest) if name > newest.as_str() => {
                self.newest = Some(name.to_owned());
                self.last += 1;
                self.last
            }
            _ => {
                self.first -= 1;
                self.first
            }
        }
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
fn body(own: &[&Principle], lang: Lang) -> Option<Written> {
    let lines: Option<Vec<&str>> = own.iter().map(|principle| principle.texts.own(lang)).collect();
    lines.map(|lines| Written { lang, body: lines.join("\n"), about: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(name: &str, number: i64, published: bool) -> Version {
        let published_at = published.then(base::Time::default);
        let (source, change) = (String::new(), Change::Major);
        Version { id: number, name: name.to_owned(), number, source, change, published_at, grace_until: None }
    }

    #[test]
    fn what_is_older_by_its_name_comes_before_what_is_in_force() {
        let mut numbers = Numbers::of(&[]);
        assert_eq!((numbers.next("2015"), numbers.next("2024")), (1, 2));
        let mut numbers = Numbers::of(&[version("2024", 2, false), version("2015", 1, false)]);
        assert_eq!((numbers.next("2010"), numbers.next("2027")), (0, 3));
    }

    #[test]
    fn nothing_of_the_folder_comes_over_what_the_office_published() {
        let mut numbers = Numbers::of(&[version("2027", 3, true), version("2024", 2, false)]);
        assert_eq!(numbers.next("2030"), 1);
    }
}
