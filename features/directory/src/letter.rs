//! What one member writes to another leaves as a letter, and is kept no longer.

use async_trait::async_trait;
use base::Result;
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::Post;

use crate::rows;

/// The message with this number.
#[derive(Serialize, Deserialize)]
pub(crate) struct Written {
    pub message: i64,
}

async fn forget(hub: &Hub, message: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::forget_message(&tx, message).await?;
    tx.commit().await
}

#[async_trait]
impl Post for Written {
    const KIND: &'static str = "directory.written";

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(message) = rows::message(&sql, self.message).await? else { return Ok(None) };
        // Asked again: whoever does not want to be written to any more, or may not write any more, and whoever is there no more.
        let recipient = rows::one(&sql, message.recipient, hub.now()).await?.filter(|own| own.reachable);
        let sender = rows::sender(&sql, message.sender, hub.now()).await?;
        let reader = people::Reader::of(hub, &sql, message.recipient).await?;
        let (Some(_), Some(sender), Some(reader)) = (recipient, sender, reader) else {
            forget(hub, self.message).await?;
            return Ok(None);
        };
        let address = hub.address(&format!("/{}/people/{}", reader.lang, message.sender));
        let args = [("sender", (&sender.name).into()), ("email", (&sender.email).into())];
        let below = format!("\n{}\n\n{address}\n", message.text);
        let letter = reader.letter(hub, "person-written", &args, &below);
        Ok(Some(Letter { reply_to: Some(sender.email), ..letter }))
    }

    async fn handed_over(&self, hub: &Hub, _id: i64) -> Result<()> {
        forget(hub, self.message).await
    }

    async fn came_back(&self, hub: &Hub, _id: i64) -> Result<()> {
        forget(hub, self.message).await
    }
}
