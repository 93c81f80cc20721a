//! What is done with what is published: one verb, one function, one transaction.

mod addresses;
mod facts;
mod import;
mod previews;
mod publish;
mod schedule;
mod write;

pub use facts::save_facts;
pub(crate) use import::{Known, Outcome, Remark, Report, Sent, Way, import, remark_words};
pub use previews::{revoke_preview, share_preview};
pub use publish::{Saw, publish, resume, send_back, send_for_review, withdraw};
pub(crate) use publish::{end, first, second_person};
pub use schedule::{call_off, schedule};
pub(crate) use schedule::{ends_plan, publish_planned};
pub use write::{confirm, create, restore, write};

use base::{Actor, Result};
use store::{Sql, Tx};
use texts::{Standing, Text};
use web::Hub;
use web::finding::FOUND;
use web::links::MENUS;

use crate::access::check;
use crate::rows;
use crate::rules::{Item, TITLE};

/// The thing that somebody works on, with the right to. Held to the end of the transaction: what is read of it and of its texts is
/// true until then.
async fn item_for(tx: &Tx, actor: &Actor, id: i64) -> Result<Item> {
    check(actor)?;
    held(tx, id).await
}

/// The same for the hub's own work.
pub(crate) async fn held(tx: &Tx, id: i64) -> Result<Item> {
    tx.one_at_a_time(&format!("editorial {id}")).await?;
    rows::item(tx, id).await
}

/// How its texts stand: the source first, then in the order of the network's languages.
pub(crate) async fn standing(sql: &Sql, hub: &Hub, item: &Item) -> Result<Vec<Standing>> {
    let things = [item.thing()];
    Ok(texts::standing(sql, &things, &hub.network.languages).await?.remove(&item.thing()).unwrap_or_default())
}

/// All its titles, folded, as the office's list is searched.
fn folded(texts: &[Text]) -> String {
    texts.iter().map(|text| base::fold::fold(text.get(TITLE))).collect::<Vec<_>>().join("|")
}

/// Something that readers do not see was changed: only the office shows it, which nobody keeps.
async fn touched(tx: &Tx, item: &Item) -> Result<()> {
    let found = texts::newest_parts(tx, &[item.thing()], &[TITLE]).await?;
    let texts = found.into_values().next().unwrap_or_default();
    rows::touch(tx, item.id, Some(&folded(&texts))).await
}

/// Readers see something else from now on.
async fn shown(tx: &Tx, item: &Item, restricts: bool) -> Result<()> {
    let topics = [item.kind.topic().to_owned(), item.topic(), FOUND.to_owned()];
    tx.changed(item.kind.code(), item.id, restricts, &topics).await?;
    if item.place.is_empty() { Ok(()) } else { menus(tx, item).await }
}

/// The frame of all pages is another from now on.
async fn menus(tx: &Tx, item: &Item) -> Result<()> {
    tx.changed(item.kind.code(), item.id, false, &[MENUS.to_owned()]).await
}
