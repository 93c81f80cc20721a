//! What membership forgets.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::Chore;

use crate::rows;

/// Erases what people wrote in enquiries that came to their end long ago.
pub(crate) struct OldEnquiries;

#[async_trait]
impl Chore for OldEnquiries {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let tx = hub.db.begin().await?;
            let erased = rows::erase_old(&tx).await? + rows::erase_spam(&tx).await?;
            tx.commit().await?;
            if erased == 0 {
                return Ok(());
            }
        }
    }
}
