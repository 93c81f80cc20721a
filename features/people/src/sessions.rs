//! Who is behind a session cookie.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use web::Hub;
use web::parts::Sessions;

use crate::rows;
use crate::rules::role_of;

pub(crate) struct DatabaseSessions;

#[async_trait]
impl Sessions for DatabaseSessions {
    async fn person(&self, hub: &Hub, secret: &str) -> Result<Option<Person>> {
        let sql = hub.db.read();
        let now = hub.now();
        let Some(row) = rows::by_session(&sql, &base::secret::hash(secret), now).await? else { return Ok(None) };
        let roles: Vec<Role> =
            rows::roles(&sql, row.id).await?.iter().filter_map(|row| role_of(&row.role, &row.scope)).collect();
        let glass =
            if roles.contains(&Role::Administrator) { rows::glass(&sql, row.id, now).await? } else { Vec::new() };
        let lang = row.lang();
        Ok(Some(Person { id: PersonId(row.id), name: row.name, email: row.email, lang, roles, glass }))
    }
}
