//! All SQL of the site's own pages.

use base::{Actor, Result};
use store::{Insert, Sql, Statement, Tx, Update};

use crate::layout::Layout;

const LAYOUTS: &str = "SELECT id, parts, written_by, written_at, published_by, published_at FROM home_layouts";

/// Layouts that are listed.
pub(crate) const LISTED: i64 = 20;

/// The layout that readers have, if somebody chose one.
pub(crate) async fn live(sql: &Sql) -> Result<Option<Layout>> {
    let of = "published_at IS NOT NULL ORDER BY id DESC LIMIT 1";
    Statement::new(format!("{LAYOUTS} WHERE {of}"), ()).first(sql).await
}

/// The newest ones, published or not.
pub(crate) async fn newest(sql: &Sql) -> Result<Vec<Layout>> {
    Statement::new(LAYOUTS, ()).push("ORDER BY id DESC LIMIT ?", LISTED).all(sql).await
}

/// The one with this id.
pub(crate) async fn layout(sql: &Sql, id: i64) -> Result<Layout> {
    Statement::new(LAYOUTS, ()).when("id = ?", id).one(sql).await
}

/// Another layout.
pub(crate) async fn insert(tx: &Tx, actor: &Actor, parts: &str) -> Result<i64> {
    let id = tx.new_id();
    Insert::into("home_layouts")
        .set("id", id)
        .set("parts", parts)
        .set("written_by", actor.id())
        .set("written_at", tx.now())
        .exec(tx)
        .await?;
    Ok(id)
}

/// Readers have this one from now on.
pub(crate) async fn publish(tx: &Tx, actor: &Actor, id: i64) -> Result<()> {
    Update::of("home_layouts")
        .set("published_by", actor.id())
        .set("published_at", tx.now())
        .when("id = ?", id)
        .exec(tx)
        .await
        .map(|_| ())
}
