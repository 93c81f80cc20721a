//! Whether e-mails reach somebody: what a mail server refused for good is shown at the person, until it takes one again.

use async_trait::async_trait;
use base::Result;
use web::Hub;
use web::parts::Recipients;

use crate::rows;

pub(crate) struct People;

#[async_trait]
impl Recipients for People {
    async fn refused(&self, hub: &Hub, address: &str) -> Result<()> {
        let tx = hub.db.begin().await?;
        rows::set_mail_refused(&tx, &crate::fold_email(address)).await?;
        tx.commit().await
    }

    async fn reached(&self, hub: &Hub, address: &str) -> Result<()> {
        let email = crate::fold_email(address);
        // Most were never refused: nothing is written of them.
        if !rows::is_mail_refused(&hub.db.read(), &email).await? {
            return Ok(());
        }
        let tx = hub.db.begin().await?;
        rows::set_mail_reached(&tx, &email).await?;
        tx.commit().await
    }
}
