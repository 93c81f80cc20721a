//! What is forgotten of reports.

use async_trait::async_trait;
use base::Result;
use chrono::TimeDelta;
use web::Hub;
use web::parts::Chore;

use crate::report::KEPT_DAYS;
use crate::report_rows;

/// Erases what people wrote in reports that were closed long ago, or never: that there was one, and what was found, stays.
pub(crate) struct OldReports;

#[async_trait]
impl Chore for OldReports {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let tx = hub.db.begin().await?;
            let erased = report_rows::erase(&tx, tx.now() - TimeDelta::days(KEPT_DAYS)).await?;
            tx.commit().await?;
            if erased == 0 {
                return Ok(());
            }
        }
    }
}
