//! The address of the enquiry, for search engines.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::SitemapSource;

/// How a city joins.
pub(crate) struct Join;

#[async_trait]
impl SitemapSource for Join {
    fn name(&self) -> &'static str {
        "membership"
    }

    async fn count(&self, _: &Hub) -> Result<i64> {
        Ok(1)
    }

    async fn paths(&self, _: &Hub, from: i64, most: i64) -> Result<Vec<String>> {
        Ok(if from == 0 && most > 0 { vec!["/join".to_owned()] } else { Vec::new() })
    }

    fn topics(&self) -> &'static [&'static str] {
        &[]
    }
}
