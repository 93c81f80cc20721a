//! Who is behind a session cookie.

use async_trait::async_trait;
use base::{Lang, Person, PersonId, Result, Role, Time};
use store::Db;
use web::Hub;
use web::parts::Sessions;

use crate::rows::{account, glass, roles};
use crate::rules::{RoleRow, SEEN, newcomer};

pub(crate) struct DatabaseSessions;

#[async_trait]
impl Sessions for DatabaseSessions {
    async fn person(&self, hub: &Hub, secret: &str) -> Result<Option<Person>> {
        let sql = hub.db.read();
        let now = hub.now();
        let hash = base::secret::hash(secret);
        let Some(row) = account::by_session(&sql, &hash, now).await? else { return Ok(None) };
        let held = roles::of(&sql, row.id).await?;
        let roles: Vec<Role> = held.iter().filter_map(RoleRow::role).collect();
        let glass =
            if roles.contains(&Role::Administrator) { glass::cities(&sql, row.id, now).await? } else { Vec::new() };
        note_seen(&hub.db, hash, row.seen_at, now);
        Ok(Some(Person {
            id: PersonId(row.id),
            name: row.name,
            email: row.email,
            lang: row.lang.parse().unwrap_or(Lang::En),
            newcomer: newcomer(&held, now),
            roles,
            glass,
        }))
    }
}

/// Notes that a session was used, once an hour, beside the request: a page does not wait for the writer.
fn note_seen(db: &Db, hash: String, seen_at: Option<Time>, now: Time) {
    if seen_at.is_some_and(|seen| now < seen + SEEN) {
        return;
    }
    let db = db.clone();
    tokio::spawn(async move {
        let noted = async {
            let tx = db.begin().await?;
            account::session_seen(&tx, &hash).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(%error, "when a session was last used is not noted");
        }
    });
}
