//! Who looks at what the office has of a person.

use base::{Actor, PersonId, Result};
use chrono::TimeDelta;
use store::Sql;
use web::Hub;

use crate::acts;

/// Within this time it is one look.
const ONE_LOOK: TimeDelta = TimeDelta::days(1);

/// Puts on record that somebody looks at a person's page in the office: each once a day, and nobody at their own. Several pages
/// at the same moment may be as many looks.
pub(crate) async fn note_seen(hub: &Hub, sql: &Sql, actor: &Actor, person: PersonId) -> Result<()> {
    let Some(reader) = actor.id().filter(|reader| *reader != person) else { return Ok(()) };
    let lately = (acts::SEEN, person.to_string());
    if store::AuditEntry::is_since(sql, reader, &lately, hub.now() - ONE_LOOK).await? {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    tx.audit(actor, acts::SEEN, &lately.1, "").await?;
    tx.commit().await
}
