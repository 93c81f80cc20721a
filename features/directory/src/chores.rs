//! What the directory forgets.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::Chore;

use crate::rows;

/// Messages whose letters never left.
pub(crate) struct OldMessages;

#[async_trait]
impl Chore for OldMessages {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let tx = hub.db.begin().await?;
        rows::forget_old_messages(&tx).await?;
        tx.commit().await
    }
}
