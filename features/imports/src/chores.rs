//! What imports forget.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::Chore;

use crate::rows;

/// Tables that nobody can do anything with any more.
pub(crate) struct OldImports;

#[async_trait]
impl Chore for OldImports {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let old = rows::old(&hub.db.read(), hub.now()).await?;
            if old.is_empty() {
                return Ok(());
            }
            for id in old {
                let tx = hub.db.begin().await?;
                // Somebody may be at it: it is looked at once more behind their lock.
                tx.one_at_a_time(&format!("import {id}")).await?;
                if rows::is_old(&tx, id, hub.now()).await? {
                    rows::delete(&tx, id).await?;
                }
                tx.commit().await?;
            }
        }
    }
}
