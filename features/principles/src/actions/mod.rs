//! What is done with the principles: a version is written and published, a city signs, a city gets more time.

mod draft;
mod extend;
mod publish;
mod sign;

pub(crate) use draft::{discard, save};
pub(crate) use extend::extend;
pub(crate) use publish::{Publishing, publish};
pub(crate) use sign::{LINK_DAYS, enter, make_link, open_link, sign, sign_by_link};

use base::{Actor, Result};
use cities::City;
use store::{Act, Tx};

/// On record, and on the city's own.
async fn note(tx: &Tx, actor: &Actor, act: Act, city: &City, detail: &str) -> Result<()> {
    tx.audit(actor, act, &city.slug, detail).await?;
    for record in people::records() {
        record.note(tx, actor, act, city.id, &city.slug).await?;
    }
    Ok(())
}

/// Whoever writes or publishes does it alone.
const VERSIONS: &str = "principles";
