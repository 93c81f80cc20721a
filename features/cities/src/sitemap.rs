//! Addresses of cities and regions for search engines.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::{SITEMAP_PATHS, SitemapSource};

pub(crate) struct Cities;

#[async_trait]
impl SitemapSource for Cities {
    fn topics(&self) -> &'static [&'static str] {
        &["cities"]
    }

    async fn paths(&self, hub: &Hub) -> Result<Vec<String>> {
        let mut paths = vec!["/cities".to_owned()];
        paths.extend(hub.network.regions.iter().map(|region| format!("/regions/{}", region.slug)));
        paths.extend(
            crate::rows::slugs(&hub.db.read(), SITEMAP_PATHS as i64 + 1)
                .await?
                .into_iter()
                .map(|slug| format!("/cities/{slug}")),
        );
        Ok(paths)
    }
}
