//! What whoever holds a role is told of its last day.

use async_trait::async_trait;
use base::{PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::post::Post;
use web::{Hub, format};

use super::Reader;
use super::city::with_place;
use crate::calendars::calendar;
use crate::rows::roles;
use crate::rules::last_day;

/// The last day of a role: set just now, or soon over.
#[derive(Serialize, Deserialize)]
pub(crate) struct RoleEnds {
    pub person: PersonId,
    pub role: i64,
}

#[async_trait]
impl Post for RoleEnds {
    const KIND: &'static str = "people.role-ends";

    /// Changed several times while it waits, it is one letter, of what holds then.
    fn once(&self) -> Option<String> {
        Some(self.role.to_string())
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        // Taken meanwhile: of that they are told.
        let Some(row) = roles::one(&sql, self.role).await?.filter(|row| row.holds(hub.now())) else { return Ok(None) };
        let Some(reader) = Reader::of(hub, &sql, self.person).await? else { return Ok(None) };
        let role = with_place(hub, &sql, &row.role, reader.lang).await?;
        let Some(ends_at) = row.ends_at else {
            return Ok(Some(reader.letter(hub, "role-endless", &[("role", (&role).into())], "")));
        };
        let day = format::day(last_day(calendar(hub, &sql, &row.role).await?, ends_at), reader.lang);
        Ok(Some(reader.letter(hub, "role-ends", &[("role", (&role).into()), ("day", (&day).into())], "")))
    }
}
