//! A form sent twice changes one thing: each form carries a token, kept with what came of it.

use base::{Actor, Result};

use crate::db::Tx;
use crate::params;
use crate::sql::Sql;

/// A person's own form: nobody's token stands in another's way.
fn own(actor: &Actor, token: &str) -> String {
    base::secret::hash(&format!("{} {token}", actor.id().map_or(0, |id| id.0)))
}

/// What an earlier sending of this form led to (an address), if the same person sent it.
pub async fn outcome_of(sql: &Sql, actor: &Actor, token: &str) -> Result<Option<String>> {
    let rows = sql.raw("SELECT outcome FROM submissions WHERE token = $1", params![own(actor, token)]).await?;
    rows.first().map(|row| row.get("outcome")).transpose()
}

/// How long a form that was sent is remembered.
const KEPT: chrono::TimeDelta = chrono::TimeDelta::days(3);

/// The rule that a form is taken once: what [`base::Fail::Taken`] names when it was sent twice.
pub const FORM_SENT: &str = "submissions.token";

/// Keeps what this person's form led to. A second transaction with the same token of theirs is [`FORM_SENT`].
pub async fn remember(tx: &Tx, actor: &Actor, token: &str, outcome: &str) -> Result<()> {
    tx.exec(
        "INSERT INTO submissions (token, person, outcome, at) VALUES ($1, $2, $3, $4)",
        params![own(actor, token), actor.id(), outcome, tx.now()],
    )
    .await?;
    Ok(())
}

impl Tx {
    /// Forgets forms of days ago: nobody sends them again.
    pub async fn forget_old_forms(&self) -> Result<()> {
        self.exec("DELETE FROM submissions WHERE at < $1", params![self.now() - KEPT]).await.map(|_| ())
    }
}
