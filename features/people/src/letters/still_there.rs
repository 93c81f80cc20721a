//! Whoever was not here for a year is asked whether they still work for their cities: to sign in is the answer.

use async_trait::async_trait;
use base::{PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::post::{Post, Rank};
use web::{Hub, format};

use super::Reader;
use super::city::with_place;
use crate::rows::{contacts, roles};
use crate::rules::SILENT;

/// Somebody is asked.
#[derive(Serialize, Deserialize)]
pub(crate) struct StillThere {
    pub person: PersonId,
}

#[async_trait]
impl Post for StillThere {
    const KIND: &'static str = "people.still-there";
    const RANK: Rank = Rank::Last;

    fn once(&self) -> Option<String> {
        Some(self.person.to_string())
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(reader) = Reader::of(hub, &sql, self.person).await? else { return Ok(None) };
        // They came meanwhile.
        let Some(last) = contacts::last_here(&sql, self.person).await?.filter(|last| *last < hub.now() - SILENT) else {
            return Ok(None);
        };
        let mut own = Vec::new();
        for row in
            roles::of(&sql, self.person).await?.iter().filter(|row| row.role.city().is_some() && row.holds(hub.now()))
        {
            own.push(with_place(hub, &sql, &row.role, reader.lang).await?);
        }
        if own.is_empty() {
            return Ok(None);
        }
        let day = format::date(last, reader.lang);
        let roles = own.join(&hub.words.write(reader.lang, "list-comma", &[]));
        let address = hub.address(&format!("/{}/sign-in", reader.lang));
        let end = hub.words.write(reader.lang, "letter-still-there-end", &[]);
        let args = [("day", (&day).into()), ("roles", (&roles).into())];
        Ok(Some(reader.letter(hub, "still-there", &args, &format!("\n{address}\n\n{end}\n"))))
    }
}
