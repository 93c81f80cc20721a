//! Addresses: each is one thing's for ever, and each text has one of its own from its first revision on.

use base::{Fail, Result};
use store::{Sql, Tx};
use texts::{Parts, Text};

use crate::address::{address, numbered};
use crate::rows;
use crate::rules::{ADDRESS, Item, TITLE};

/// Things that are called the same get a number, up to this one.
const NUMBERED: usize = 99;

/// These parts with an address: the one that was asked for, or one made of the title that is nobody else's.
///
/// # Errors
/// A field's error where the one that was asked for is another thing's.
pub(super) async fn with_address(sql: &Sql, item: &Item, parts: Parts) -> Result<Parts> {
    let asked = parts.get(ADDRESS).to_owned();
    if !asked.is_empty() {
        let free = rows::owner_of(sql, item.kind, &asked).await?.is_none_or(|owner| owner == item.id);
        return if free { Ok(parts) } else { Err(Fail::field("address", "error-address-taken")) };
    }
    let made = address(parts.get(TITLE));
    // A title of signs only, or of letters that no address has.
    let made = if made.is_empty() { base::id::write_id(item.id) } else { made };
    for number in 1..=NUMBERED {
        let one = if number == 1 { made.clone() } else { numbered(&made, number) };
        if rows::owner_of(sql, item.kind, &one).await?.is_none_or(|owner| owner == item.id) {
            return Ok(parts.with(ADDRESS, one));
        }
    }
    Ok(parts.with(ADDRESS, base::id::write_id(item.id)))
}

/// The addresses of what readers have now are this thing's.
///
/// # Errors
/// [`Fail::Conflict`] where one became another's since it was chosen.
pub(super) async fn take(tx: &Tx, item: &Item) -> Result<()> {
    let things = [item.thing()];
    let live: Vec<Text> = texts::live(tx, &things, &[ADDRESS]).await?.remove(&item.thing()).unwrap_or_default();
    for text in live {
        let owner = rows::take_address(tx, item, text.get(ADDRESS)).await?;
        if owner != Some(item.id) {
            return Err(Fail::Conflict("editorial_addresses.slug".into()));
        }
    }
    Ok(())
}
