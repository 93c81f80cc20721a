//! The addresses of the principles, for search engines.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::SitemapSource;

use crate::rows;

/// What is in force, each version, and who signed.
pub(crate) struct Principles;

#[async_trait]
impl SitemapSource for Principles {
    fn name(&self) -> &'static str {
        "principles"
    }

    async fn count(&self, hub: &Hub) -> Result<i64> {
        Ok(paths(hub).await?.len() as i64)
    }

    async fn paths(&self, hub: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        let (from, most) = (usize::try_from(from).unwrap_or(usize::MAX), usize::try_from(most).unwrap_or(0));
        Ok(paths(hub).await?.into_iter().skip(from).take(most).collect())
    }

    fn topics(&self) -> &'static [&'static str] {
        &[rows::TOPIC]
    }
}

async fn paths(hub: &Hub) -> Result<Vec<String>> {
    let versions = rows::versions(&hub.db.read()).await?;
    let own = versions.iter().map(crate::rules::Version::path);
    Ok(["/principles".to_owned(), "/principles/signatures".to_owned()].into_iter().chain(own).collect())
}
