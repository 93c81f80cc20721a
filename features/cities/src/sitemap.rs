//! Addresses of cities and regions for search engines.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::{SitemapSource, some_of};

use crate::atlas::Atlas;
use crate::rows;

/// Member cities.
pub(crate) struct Cities;

#[async_trait]
impl SitemapSource for Cities {
    fn name(&self) -> &'static str {
        "cities"
    }

    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    async fn count(&self, hub: &Hub) -> Result<i64> {
        Ok(Atlas::members(hub).await?.totals().0)
    }

    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let slugs = rows::slugs(&hub.db.read(), from, most).await?;
        Ok(slugs.into_iter().map(|slug| format!("/cities/{slug}")).collect())
    }
}

/// The list of cities, and regions.
pub(crate) struct Regions;

#[async_trait]
impl SitemapSource for Regions {
    fn name(&self) -> &'static str {
        "regions"
    }

    fn topics(&self) -> &'static [&'static str] {
        &[]
    }

    async fn count(&self, hub: &Hub) -> Result<i64> {
        Ok(hub.network.regions.len() as i64 + 1)
    }

    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let regions = hub.network.regions.iter().map(|region| format!("/regions/{}", region.slug));
        let all = std::iter::once("/cities".to_owned()).chain(regions);
        Ok(some_of(all, from, most))
    }
}
