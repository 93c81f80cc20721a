//! Whoever was not here for a year is asked whether they still work for their cities: to sign in is the answer.

use async_trait::async_trait;
use base::{PersonId, Result, Role};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use super::city::with_place;
use crate::rows::{contacts, roles};

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
        if !contacts::is_silent(&sql, self.person, hub.now()).await? {
            return Ok(None);
        }
        let held: Vec<Role> = roles::of(&sql, self.person)
            .await?
            .into_iter()
            .filter(|row| row.holds(hub.now()))
            .map(|row| row.role)
            .collect();
        let ended = cities::ended_of(&sql, &held.iter().filter_map(Role::city).collect::<Vec<_>>()).await?;
        let mut own = Vec::new();
        for role in held.iter().filter(|role| role.city().is_some_and(|city| !ended.contains(&city))) {
            own.push(with_place(hub, &sql, role, reader.lang).await?);
        }
        if own.is_empty() {
            return Ok(None);
        }
        let roles = own.join(&hub.words.write(reader.lang, "list-comma", &[]));
        let address = hub.address(&format!("/{}/sign-in", reader.lang));
        let end = hub.words.write(reader.lang, "letter-still-there-end", &[]);
        let args = [("roles", (&roles).into())];
        Ok(Some(reader.letter(hub, "still-there", &args, &format!("\n{address}\n\n{end}\n"))))
    }
}
