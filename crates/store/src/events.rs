//! One row per change: who, what, when, for which city. Ids only, no personal text.

use base::{Actor, CityId, Result};

use crate::db::Tx;
use crate::params;

impl Tx {
    /// Notes what was done. `kind` is `thing.verb` (`document.uploaded`).
    pub async fn event(&self, actor: &Actor, kind: &str, subject: i64, city: Option<CityId>) -> Result<()> {
        self.exec(
            "INSERT INTO events (id, at, actor, kind, subject, city) VALUES ($1, $2, $3, $4, $5, $6)",
            params![self.new_id(), self.now(), actor.id().map(|id| id.0), kind, subject, city.map(|id| id.0)],
        )
        .await?;
        Ok(())
    }
}
