//! What holds of cities' names before anybody is served.

use std::collections::BTreeMap;

use async_trait::async_trait;
use base::{CityId, Lang, Result};
use network::Network;
use store::Db;
use web::parts::Readiness;

use crate::names::Unnamed;
use crate::naming::{LOCK, bring};
use crate::rows;

/// Cities of one transaction.
const AT_ONCE: i64 = 500;
/// What a hub of before called its cities is a text of theirs, and each city is sorted in each of the network's languages.
pub(crate) struct Names;

#[async_trait]
impl Readiness for Names {
    async fn ready(&self, db: &Db, network: &Network) -> Result<()> {
        while bring_some(db, network).await? {}
        for lang in &network.languages {
            while sort_some(db, *lang).await? {}
        }
        Ok(())
    }
}

/// Brings names that a hub of before kept; answers whether there were any.
async fn bring_some(db: &Db, network: &Network) -> Result<bool> {
    if rows::names_before(&db.read(), 1).await?.is_empty() {
        return Ok(false);
    }
    let tx = db.begin().await?;
    tx.one_at_a_time(LOCK).await?;
    let mut cities: BTreeMap<CityId, Unnamed> = BTreeMap::new();
    for own in rows::names_before(&tx, AT_ONCE).await? {
        let city = cities.entry(own.city).or_insert_with(|| Unnamed {
            city: own.city,
            member: own.membership.is_member(),
            names: Vec::new(),
            said: Vec::new(),
        });
        city.said.push(own.lang);
        city.names.push((own.lang, own.name));
    }
    let ids: Vec<CityId> = cities.keys().copied().collect();
    // They are found as before.
    bring(&tx, network, &cities.into_values().collect::<Vec<_>>()).await?;
    rows::forget_names_before(&tx, &ids).await?;
    tx.commit().await?;
    Ok(true)
}

/// Keeps by what cities are sorted in this language, where that is not known yet; answers whether there were any.
async fn sort_some(db: &Db, lang: Lang) -> Result<bool> {
    if rows::unsorted(&db.read(), lang, 1).await?.is_empty() {
        return Ok(false);
    }
    let tx = db.begin().await?;
    tx.one_at_a_time(LOCK).await?;
    let unsorted = rows::unsorted(&tx, lang, AT_ONCE).await?;
    let keys = unsorted.into_iter().map(|(city, names)| (city, lang, web::format::sort_key(names.get(lang))));
    rows::set_keys(&tx, keys.collect()).await?;
    tx.commit().await?;
    Ok(true)
}
