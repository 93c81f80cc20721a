//! One row per thing that was done: who, what, when, for which city, and what else is known of it in ids and codes. No
//! personal text: events outlive what they are about. Who follows them is in [`crate::followers`].

use base::{Actor, CityId, Fail, PersonId, Result, Time};
use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use crate::db::Tx;
use crate::engine::Engine;
use crate::params;
use crate::sql::Sql;

/// How long an event is remembered: two whole years can be compared.
pub const EVENTS_KEPT: TimeDelta = TimeDelta::days(3 * 366);
/// How many are forgotten in one step.
const FORGOTTEN: i64 = 10_000;
/// Bytes of an event's data at most.
const DATA_BYTES: usize = 1_000;
/// Letters of one code in it at most.
const CODE_LETTERS: usize = 64;

/// Columns of an [`Event`], in a statement that calls the table `e`.
pub(crate) const EVENT: &str = "e.id, e.at, e.actor, e.kind, e.subject, e.city, e.data, \
                                CAST(COALESCE(e.position, 0) AS BIGINT) AS position";

/// Something that was done.
#[derive(Clone, Debug)]
pub struct Event {
    /// Grows with time.
    pub id: i64,
    /// When.
    pub at: Time,
    /// By whom; none for the hub itself.
    actor: Option<i64>,
    /// What, as `thing.verb`.
    pub kind: String,
    /// To what.
    pub subject: i64,
    /// For which city.
    city: Option<i64>,
    data: String,
    /// Where it stands in commit order.
    pub(crate) position: i64,
}
crate::from_row!(Event: id, at, actor, kind, subject, city, data, position);

impl Event {
    /// The event with this id, as long as it is remembered.
    pub async fn find(sql: &Sql, id: i64) -> Result<Option<Event>> {
        sql.first(&format!("SELECT {EVENT} FROM events e WHERE e.id = $1"), params![id]).await
    }

    /// Which person did it; none for the hub itself.
    pub fn actor(&self) -> Option<PersonId> {
        self.actor.map(PersonId)
    }

    /// For which city.
    pub fn city(&self) -> Option<CityId> {
        self.city.map(CityId)
    }

    /// What else is known of it.
    ///
    /// # Errors
    /// Our own mistake: it was written with other data.
    pub fn data<T: DeserializeOwned>(&self) -> Result<T> {
        serde_json::from_str(&self.data).map_err(Fail::internal)
    }
}

/// An event without data.
#[derive(Serialize)]
struct Nothing {}

impl Tx {
    /// Notes what was done. `kind` is `thing.verb` (`document.uploaded`).
    pub async fn event(&self, actor: &Actor, kind: &str, subject: i64, city: Option<CityId>) -> Result<()> {
        self.event_with(actor, kind, subject, city, &Nothing {}).await
    }

    /// Notes what was done, with what whoever follows needs to know of it and will not find later: ids, numbers and
    /// codes.
    ///
    /// # Errors
    /// Our own mistake: data that hold a text, or too much.
    pub async fn event_with(
        &self,
        actor: &Actor,
        kind: &str,
        subject: i64,
        city: Option<CityId>,
        data: &impl Serialize,
    ) -> Result<()> {
        let data = written(data)?;
        // As in the change table: a transaction's id where there are many writers, a number where there is one.
        let position = match self.engine() {
            Engine::Postgres => "pg_current_xact_id()::text::bigint",
            Engine::Sqlite => "(SELECT COALESCE(MAX(position), 0) + 1 FROM events)",
        };
        let text = format!(
            "INSERT INTO events (id, at, actor, kind, subject, city, data, position) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, {position})"
        );
        let values = params![self.new_id(), self.now(), actor.id(), kind, subject, city, data];
        self.exec_in_own_words(&text, values).await?;
        self.brings_events();
        Ok(())
    }

    /// Forgets events of long ago, some at a time; answers how many. What somebody who follows has not taken stays, and
    /// the last one: numbers go on from it.
    pub async fn forget_old_events(&self) -> Result<u64> {
        self.exec(
            "DELETE FROM events WHERE id IN (SELECT e.id FROM events e WHERE e.at < $1 \
             AND (e.position IS NULL OR e.position < (SELECT MAX(position) FROM events)) \
             AND NOT EXISTS (SELECT 1 FROM event_followers f WHERE (e.position, e.id) > (f.position, f.event)) \
             AND NOT EXISTS (SELECT 1 FROM events_aside a WHERE a.event = e.id) LIMIT $2)",
            params![self.now() - EVENTS_KEPT, FORGOTTEN],
        )
        .await
    }
}

/// Data as they are kept.
fn written(data: &impl Serialize) -> Result<String> {
    let data = serde_json::to_value(data).map_err(Fail::internal)?;
    if !is_codes(&data) {
        return Err(Fail::internal("an event's data are ids and codes, never a text"));
    }
    let data = data.to_string();
    if data.len() > DATA_BYTES {
        return Err(Fail::internal("an event's data are too much"));
    }
    Ok(data)
}

/// Nothing that somebody wrote can stand there: neither a name nor an address has this form.
fn is_codes(data: &Json) -> bool {
    match data {
        Json::Null | Json::Bool(_) | Json::Number(_) => true,
        Json::String(text) => {
            text.len() <= CODE_LETTERS
                && text.bytes().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_' | b'.'))
        }
        Json::Array(all) => all.iter().all(is_codes),
        Json::Object(all) => all.values().all(is_codes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn data_are_ids_and_codes() {
        for right in [json!({}), json!({ "role": "city-lead", "city": 7, "told": null, "of": ["0c5k2m9v1x3ab", true] })]
        {
            assert!(written(&right).is_ok(), "{right}");
        }
        for wrong in [json!({ "name": "Amina Example" }), json!(["amina@example.org"]), json!({ "a": { "b": "é" } })] {
            assert!(written(&wrong).is_err(), "{wrong}");
        }
        assert!(written(&vec![7; DATA_BYTES]).is_err(), "too much");
    }
}
