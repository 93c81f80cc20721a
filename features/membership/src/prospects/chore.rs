//! Prospects of whom nothing was heard for 24 months are erased.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::Chore;

use super::rows;

pub(crate) struct SilentProspects;

#[async_trait]
impl Chore for SilentProspects {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let mut erased = false;
            for prospect in rows::old(&hub.db.read(), hub.now()).await? {
                let tx = hub.db.begin().await?;
                if rows::erase(&tx, prospect).await? {
                    tx.commit().await?;
                    erased = true;
                }
            }
            if !erased {
                return Ok(());
            }
        }
    }
}
