//! What somebody is told whose account is to be erased.

use async_trait::async_trait;
use base::Result;
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use super::own::moment;
use crate::rows::account::lock_sessions;
use crate::rows::pressed::{self, Pressed, Purpose};
use crate::rows::{self, erasures};

/// It was asked for: until its day it can be taken back, by whoever reads this.
#[derive(Serialize, Deserialize)]
pub(crate) struct ErasureAsked {
    pub erasure: i64,
}

#[async_trait]
impl Post for ErasureAsked {
    const KIND: &'static str = "people.erasure-asked";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        let Some(own) = erasures::find(&hub.db.read(), self.erasure).await? else { return Ok(None) };
        // Also where the account is deactivated: whoever cannot sign in has this letter alone.
        let Some(person) = rows::find(&hub.db.read(), own.person).await? else { return Ok(None) };
        let reader = Reader::from(hub, person);
        let secret = base::secret::new_secret();
        let tx = hub.db.begin().await?;
        lock_sessions(&tx, own.person).await?;
        if !erasures::find(&tx, self.erasure).await?.is_some_and(|own| own.waits(tx.now())) {
            return Ok(None);
        }
        let link = Pressed { person: own.person, purpose: Purpose::KeepAccount, about: own.id };
        pressed::make(&tx, &base::secret::hash(&secret), link, id, own.due_at).await?;
        tx.commit().await?;
        let when = moment(hub, reader.lang, own.due_at);
        let kind = if own.is_by_office() { "erasure-by-office" } else { "erasure-asked" };
        let address = hub.address(&format!("/{}/account/pressed/{secret}", reader.lang));
        Ok(Some(reader.letter(hub, kind, &[("when", (&when).into())], &format!("\n{address}\n"))))
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        let tx = hub.db.begin().await?;
        pressed::forget_of_letter(&tx, id).await?;
        tx.commit().await
    }
}

/// The account is closed. Once it is erased nobody is left to be told.
#[derive(Serialize, Deserialize)]
pub(crate) struct ErasureClosed {
    pub erasure: i64,
}

#[async_trait]
impl Post for ErasureClosed {
    const KIND: &'static str = "people.erasure-closed";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(own) = erasures::find(&hub.db.read(), self.erasure).await? else { return Ok(None) };
        let Some(person) = rows::find(&hub.db.read(), own.person).await? else { return Ok(None) };
        let reader = Reader::from(hub, person);
        Ok(Some(reader.letter(hub, "erasure-closed", &[], "")))
    }
}
