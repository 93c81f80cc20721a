//! Whether somebody holds a role for a body that is no city.

use async_trait::async_trait;
use base::{BodyId, Result};
use store::{Sql, params};
use web::parts::NamesBodies;

/// Roles that are held, or are to come.
pub(crate) struct Roles;

#[async_trait]
impl NamesBodies for Roles {
    async fn names(&self, sql: &Sql, body: BodyId) -> Result<bool> {
        let text = "SELECT (SELECT COUNT(*) FROM roles WHERE role = 'partner' AND scope = $1) \
                    + (SELECT COUNT(*) FROM coming_roles WHERE role = 'partner' AND scope = $1) AS n";
        Ok(sql.number(text, params![body.0.to_string()]).await? > 0)
    }
}
