//! Links with which somebody outside reads what is not published yet. A link opens one thing, for two weeks, until it is revoked or
//! the thing is withdrawn. It is signed with the hub's key, not kept: whoever has a copy of the database has no link.

use base::{Fail, PersonId, Result, Time};
use chrono::TimeDelta;
use store::{Insert, Sql, Tx, params};
use web::Hub;

/// How long one opens.
const OPENS: TimeDelta = TimeDelta::days(14);
/// Links of one thing that open at the same time at most.
pub(crate) const OPEN_AT_ONCE: i64 = 20;
/// What the key signs.
const PURPOSE: &str = "editorial preview";

/// A link that was given away.
#[derive(Clone, Debug)]
pub(crate) struct Preview {
    pub id: i64,
    /// What it opens.
    pub item: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    pub created_at: Time,
    pub ends_at: Time,
    revoked_at: Option<Time>,
}
store::from_row!(Preview in editorial_previews: id, item, created_by, created_at, ends_at, revoked_at);

const PREVIEWS: &str = "SELECT id, item, created_by, created_at, ends_at, revoked_at FROM editorial_previews";

impl Preview {
    /// It opens at this time.
    pub(crate) fn opens(&self, now: Time) -> bool {
        self.revoked_at.is_none() && now < self.ends_at
    }

    /// Its address, behind the language.
    pub(crate) fn path(&self, hub: &Hub) -> String {
        format!("/preview/{}", web::guard::token(hub, PURPOSE, self.id))
    }
}

/// The link that an address says.
///
/// # Errors
/// [`Fail::NotFound`] where nobody here made it; one that is over is found.
pub(crate) async fn of_token(hub: &Hub, token: &str) -> Result<Preview> {
    let id = web::guard::of_token(hub, PURPOSE, token).ok_or(Fail::NotFound)?;
    hub.db.read().one(&format!("{PREVIEWS} WHERE id = $1"), params![id]).await
}

/// The links of a thing that open, the newest first.
pub(crate) async fn open_of(sql: &Sql, item: i64, now: Time) -> Result<Vec<Preview>> {
    sql.all(
        &format!("{PREVIEWS} WHERE item = $1 AND revoked_at IS NULL AND ends_at > $2 ORDER BY id DESC LIMIT $3"),
        params![item, now, OPEN_AT_ONCE],
    )
    .await
}

/// A new link.
///
/// # Errors
/// A form's error where too many open already.
pub(crate) async fn make(tx: &Tx, item: i64, by: Option<PersonId>) -> Result<()> {
    if open_of(tx, item, tx.now()).await?.len() as i64 >= OPEN_AT_ONCE {
        return Err(Fail::field("", "error-too-many-previews"));
    }
    Insert::into("editorial_previews")
        .set("id", tx.new_id())
        .set("item", item)
        .set("created_by", by)
        .set("created_at", tx.now())
        .set("ends_at", tx.now() + OPENS)
        .exec(tx)
        .await
        .map(|_| ())
}

/// The link is one of this thing.
///
/// # Errors
/// [`Fail::NotFound`] where it is not.
pub(crate) async fn is_of(sql: &Sql, id: i64, item: i64) -> Result<()> {
    sql.one(&format!("{PREVIEWS} WHERE id = $1 AND item = $2"), params![id, item]).await.map(|_: Preview| ())
}

/// It opens no more; one that did not any more stays as it is. All of a thing, where none is named. Answers how many went.
pub(crate) async fn revoke(tx: &Tx, item: i64, one: Option<i64>) -> Result<u64> {
    let now = tx.now();
    let (of, mut values) = ("item = $2 AND revoked_at IS NULL AND ends_at > $1", params![now, item]);
    let mut text = format!("UPDATE editorial_previews SET revoked_at = $1 WHERE {of}");
    if let Some(id) = one {
        text.push_str(" AND id = $3");
        values.push(id.into());
    }
    tx.exec(&text, values).await
}

/// Forgets links that ended long ago.
pub(crate) async fn forget_old(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM editorial_previews WHERE ends_at < $1", params![tx.now() - OPENS]).await.map(|_| ())
}
