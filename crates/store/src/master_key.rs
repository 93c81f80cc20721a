//! Which master key a hub has, by its name. The key is never in the database.

use base::Result;

use crate::db::Db;
use crate::params;
use crate::sql::Sql;

/// The one row.
const ROW: i64 = 1;

/// The name of the key that this hub seals and signs with; none in a hub that is new.
pub async fn master_key_name(sql: &Sql) -> Result<Option<String>> {
    let rows = sql.raw("SELECT name FROM master_key WHERE id = $1", params![ROW]).await?;
    rows.first().map(|row| row.get("name")).transpose()
}

impl Db {
    /// Notes which key it is, where it was the one of this name before (or none); answers which it is now: another node may
    /// have been first.
    pub async fn note_master_key(&self, before: Option<&str>, name: &str) -> Result<Option<String>> {
        let tx = self.begin().await?;
        match before {
            None => {
                tx.exec(
                    "INSERT INTO master_key (id, name, since) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING",
                    params![ROW, name, tx.now()],
                )
                .await?
            }
            Some(before) => {
                tx.exec(
                    "UPDATE master_key SET name = $1, since = $2 WHERE id = $3 AND name = $4",
                    params![name, tx.now(), ROW, before],
                )
                .await?
            }
        };
        let now = master_key_name(&tx).await?;
        tx.commit().await?;
        Ok(now)
    }

    /// Forgets which key it was: what it sealed is lost, and the next start begins with another one.
    pub async fn forget_master_key(&self) -> Result<()> {
        let tx = self.begin().await?;
        tx.exec("DELETE FROM master_key", vec![]).await?;
        tx.commit().await
    }
}
