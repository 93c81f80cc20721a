//! All the SQL of the next version, while it is written.

use std::collections::BTreeMap;

use base::{Actor, Result};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::draft::{Draft, DraftText, Wording};
use crate::rules::Change;

/// A draft without its texts.
struct Head {
    id: i64,
    name: String,
    change: Change,
    revision: i64,
}
store::from_row!(Head: id, name, change, revision);

/// The draft; none where nobody writes one.
pub(crate) async fn draft(sql: &Sql) -> Result<Option<Draft>> {
    let head: Option<Head> =
        Statement::new("SELECT id, name, change, revision FROM principles_drafts", ()).first(sql).await?;
    let Some(Head { id, name, change, revision }) = head else { return Ok(None) };
    let all = "SELECT lang, body, about FROM principles_draft_texts WHERE draft = $1";
    let texts: Vec<DraftText> = sql.all(all, params![id]).await?;
    let texts: BTreeMap<_, _> = texts.into_iter().map(|own| (own.lang, own)).collect();
    Ok(Some(Draft { id, revision, wording: Wording { name, change, texts } }))
}

/// Keeps what was written, over this revision; 0 begins it. Answers whether nobody else had written meanwhile.
pub(crate) async fn save(tx: &Tx, actor: &Actor, id: i64, revision: i64, wording: &Wording) -> Result<bool> {
    let id = if revision == 0 { tx.new_id() } else { id };
    if revision == 0 {
        Insert::into("principles_drafts")
            .set("id", id)
            .set("name", wording.name.as_str())
            .set("change", wording.change)
            .set("revision", 1_i64)
            .set("changed_by", actor.id())
            .set("changed_at", tx.now())
            .exec(tx)
            .await?;
    } else {
        let changed = Update::of("principles_drafts")
            .set("name", wording.name.as_str())
            .set("change", wording.change)
            .set("revision", revision + 1)
            .set("changed_by", actor.id())
            .set("changed_at", tx.now())
            .when("id = ? AND revision = ?", params![id, revision])
            .exec(tx)
            .await?;
        if changed == 0 {
            return Ok(false);
        }
        tx.exec("DELETE FROM principles_draft_texts WHERE draft = $1", params![id]).await?;
    }
    for text in wording.texts.values() {
        Insert::into("principles_draft_texts")
            .set("draft", id)
            .set("lang", text.lang)
            .set("body", text.body.as_str())
            .set("about", text.about.as_str())
            .exec(tx)
            .await?;
    }
    Ok(true)
}

/// The draft is gone.
pub(crate) async fn delete(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("DELETE FROM principles_draft_texts WHERE draft = $1", params![id]).await?;
    tx.exec("DELETE FROM principles_drafts WHERE id = $1", params![id]).await?;
    Ok(())
}
