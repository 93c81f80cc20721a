//! The digest of the record goes off this machine: whoever keeps the e-mail can tell later whether the record is the same.

use async_trait::async_trait;
use base::Result;
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::AuditBatch;
use web::post::{Post, Rank};
use web::{Hub, format};

use super::Reader;

/// The digest of this batch, to whoever the operator has set.
#[derive(Serialize, Deserialize)]
pub(crate) struct RecordDigest {
    pub batch: i64,
}

#[async_trait]
impl Post for RecordDigest {
    const KIND: &'static str = "people.record-digest";
    const RANK: Rank = Rank::Usual;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        // Set to nobody meanwhile, it waits for nobody.
        let Some(email) = &hub.settings.record_mail_to else { return Ok(None) };
        let Some(batch) = AuditBatch::numbered(&hub.db.read(), self.batch).await? else { return Ok(None) };
        let reader = Reader::at(hub, email, "", hub.network.languages[0]);
        let (when, entries) = (format::date(batch.sealed_at, reader.lang), batch.last());
        let args = [("when", (&when).into()), ("count", entries.into())];
        Ok(Some(reader.letter(hub, "record-digest", &args, &format!("\n{}\n", batch.digest))))
    }
}
