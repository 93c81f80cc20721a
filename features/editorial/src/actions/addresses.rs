//! Addresses: each is one thing's for ever once readers had it, and each text has one of its own once it is ready.

use base::{Fail, Result};
use store::{Sql, Tx};
use texts::{Parts, Text};

use crate::address::{address, numbered};
use crate::rows;
use crate::rules::{ADDRESS, Item, TITLE};

/// Things that are called the same get a number, up to this one.
const NUMBERED: usize = 99;

/// These parts with the address that was asked for, if one was; a page that every network has keeps its own.
///
/// # Errors
/// A field's error where it is another thing's.
pub(super) async fn with_address(sql: &Sql, item: &Item, parts: Parts) -> Result<Parts> {
    if let Some(name) = item.fixed() {
        return Ok(parts.with(ADDRESS, name));
    }
    let asked = parts.get(ADDRESS).to_owned();
    let free = asked.is_empty() || rows::owner_of(sql, item.kind, &asked).await?.is_none_or(|owner| owner == item.id);
    if free { Ok(parts) } else { Err(Fail::field("address", "error-address-taken")) }
}

/// Each text that is ready has an address: one made of its title, where none was asked for.
pub(super) async fn fill(tx: &Tx, item: &Item) -> Result<()> {
    let ready = texts::ready_parts(tx, &[item.thing()], &[TITLE, ADDRESS]).await?.remove(&item.thing());
    for text in ready.unwrap_or_default() {
        if text.get(ADDRESS).is_empty() {
            let made = made_of(tx, item, text.get(TITLE)).await?;
            texts::add_part(tx, item.thing(), text.lang, text.number, ADDRESS, &made).await?;
        }
    }
    Ok(())
}

/// An address made of a title that is nobody else's.
async fn made_of(sql: &Sql, item: &Item, title: &str) -> Result<String> {
    let made = address(title);
    // A title of signs only, or of letters that no address has.
    let made = if made.is_empty() { base::id::write_id(item.id) } else { made };
    for number in 1..=NUMBERED {
        let one = if number == 1 { made.clone() } else { numbered(&made, number) };
        if rows::owner_of(sql, item.kind, &one).await?.is_none_or(|owner| owner == item.id) {
            return Ok(one);
        }
    }
    Ok(base::id::write_id(item.id))
}

/// The addresses of what readers have now are this thing's.
///
/// # Errors
/// A field's error where one became another's since it was chosen.
pub(super) async fn take(tx: &Tx, item: &Item) -> Result<()> {
    let things = [item.thing()];
    let live: Vec<Text> = texts::live(tx, &things, &[ADDRESS]).await?.remove(&item.thing()).unwrap_or_default();
    for text in live {
        let owner = rows::take_address(tx, item, text.get(ADDRESS)).await?;
        if owner != Some(item.id) {
            return Err(Fail::field("address", "error-address-taken"));
        }
    }
    Ok(())
}
