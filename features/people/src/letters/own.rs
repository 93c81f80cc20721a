//! What the owner of an account is told of it.

use async_trait::async_trait;
use base::{PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;

/// The password was changed by somebody who knew the old one, or set anew by a link.
#[derive(Serialize, Deserialize)]
pub(crate) struct PasswordTold {
    pub person: PersonId,
}

#[async_trait]
impl Post for PasswordTold {
    const KIND: &'static str = "people.password";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(reader) = Reader::of(hub, &hub.db.read(), self.person).await? else { return Ok(None) };
        let address = hub.address(&format!("/{}/forgotten", reader.lang));
        Ok(Some(reader.letter(hub, "password", &[], &format!("\n{address}\n"))))
    }
}
