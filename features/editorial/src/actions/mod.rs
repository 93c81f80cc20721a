//! What is done with what is published: one verb, one function, one transaction.

mod addresses;
mod facts;
mod publish;
mod write;

pub use facts::save_facts;
pub(crate) use publish::{first, second_person};
pub use publish::{publish, resume, send_back, send_for_review, withdraw};
pub use write::{confirm, create, restore, write};

use base::{Actor, Result};
use store::{Sql, Tx};
use texts::{Revision, Standing};
use web::Hub;

use crate::access::check;
use crate::rows;
use crate::rules::{Item, TITLE};

/// The thing that somebody works on, with the right to.
async fn item_for(sql: &Sql, actor: &Actor, id: i64) -> Result<Item> {
    check(actor)?;
    rows::item(sql, id).await
}

/// How its texts stand: the source first, then in the order of the network's languages.
pub(crate) async fn standing(sql: &Sql, hub: &Hub, item: &Item) -> Result<Vec<Standing>> {
    let things = [item.thing()];
    Ok(texts::standing(sql, &things, &hub.network.languages).await?.remove(&item.thing()).unwrap_or_default())
}

/// All its titles, folded, as the office's list is searched.
fn folded(texts: &[Revision]) -> String {
    texts.iter().map(|text| base::fold::fold(text.parts.get(TITLE))).collect::<Vec<_>>().join("|")
}

/// Something that readers do not see was changed: only the office shows it, which nobody keeps.
async fn touched(tx: &Tx, item: &Item) -> Result<()> {
    let texts = texts::newest(tx, item.thing()).await?;
    rows::touch(tx, item.id, Some(&folded(&texts))).await
}

/// Readers see something else from now on.
async fn shown(tx: &Tx, item: &Item, restricts: bool) -> Result<()> {
    let topics = [item.kind.topic().to_owned(), item.topic()];
    tx.changed(item.kind.code(), item.id, restricts, &topics).await
}
