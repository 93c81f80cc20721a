//! Letters about another address: to the new one, which confirms it, and to the old one, which can undo it.

use async_trait::async_trait;
use base::{Result, Time};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use crate::rows;
use crate::rows::account::lock_sessions;
use crate::rows::address::{self, Change};
use crate::rows::pressed::{self, Pressed, Purpose};
use crate::rules::{CONFIRM_ADDRESS, UNDO_ADDRESS};

/// To the new address. Whether somebody has it already is found out here, not where it is asked for.
#[derive(Serialize, Deserialize)]
pub(crate) struct AddressConfirm {
    pub change: i64,
}

/// To the old address.
#[derive(Serialize, Deserialize)]
pub(crate) struct AddressAsked {
    pub change: i64,
}

#[async_trait]
impl Post for AddressConfirm {
    const KIND: &'static str = "people.address-confirm";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(change) = address::find(&sql, self.change).await? else { return Ok(None) };
        let ends = change.asked_at + CONFIRM_ADDRESS;
        if change.changed_at.is_some() || change.ended_at.is_some() || ends <= hub.now() {
            return Ok(None);
        }
        if let Some(other) = rows::by_email(&sql, &change.new_email).await? {
            let reader = Some(other).filter(|other| other.active).map(|other| Reader::from(hub, other));
            return Ok(reader.map(|reader| reader.letter(hub, "address-taken", &[], "")));
        }
        let Some(reader) = Reader::of(hub, &sql, change.person).await? else { return Ok(None) };
        let Some(link) = link(hub, id, &change, Purpose::ConfirmAddress, ends).await? else { return Ok(None) };
        let reader = Reader { email: change.new_email.clone(), ..reader };
        let address = hub.address(&format!("/{}/account/pressed/{link}", reader.lang));
        let end = hub.words.write(reader.lang, "letter-address-confirm-end", &[]);
        Ok(Some(reader.letter(hub, "address-confirm", &[], &format!("\n{address}\n\n{end}\n"))))
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        forget(hub, id).await
    }
}

#[async_trait]
impl Post for AddressAsked {
    const KIND: &'static str = "people.address-asked";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(change) = address::find(&sql, self.change).await? else { return Ok(None) };
        let ends = change.asked_at + UNDO_ADDRESS;
        let Some(reader) = Reader::of(hub, &sql, change.person).await? else { return Ok(None) };
        let Some(link) = link(hub, id, &change, Purpose::UndoAddress, ends).await? else { return Ok(None) };
        let reader = Reader { email: change.old_email.clone(), ..reader };
        let address = hub.address(&format!("/{}/account/pressed/{link}", reader.lang));
        Ok(Some(reader.letter(hub, "address-asked", &[("new", (&change.new_email).into())], &format!("\n{address}\n"))))
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        forget(hub, id).await
    }
}

/// Makes the link of this letter, in the place of one that an earlier try made; none where nothing is left to be pressed.
async fn link(hub: &Hub, letter: i64, change: &Change, purpose: Purpose, ends: Time) -> Result<Option<String>> {
    let secret = base::secret::new_secret();
    let tx = hub.db.begin().await?;
    lock_sessions(&tx, change.person).await?;
    let now = address::find(&tx, change.id).await?;
    if ends <= tx.now() || now.is_none_or(|now| now.ended_at.is_some()) {
        return Ok(None);
    }
    let link = Pressed { person: change.person, purpose, about: change.id };
    pressed::make(&tx, &base::secret::hash(&secret), link, letter, ends).await?;
    tx.commit().await?;
    Ok(Some(secret))
}

/// The letter has not left: its link is nobody's.
async fn forget(hub: &Hub, letter: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    pressed::forget_of_letter(&tx, letter).await?;
    tx.commit().await
}
