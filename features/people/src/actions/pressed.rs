//! Links in letters that open no session, before they are pressed.

use base::{Result, Time};
use web::Hub;

use crate::rows::address::{self, Change};
use crate::rows::pressed::{self, Purpose};
use crate::rows::{self, endings, erasures};

/// What a link does.
pub(crate) enum Asked {
    /// Another address becomes the account's.
    ConfirmAddress(Change),
    /// It does not, or no more.
    UndoAddress(Change),
    /// The second step of whoever has this address stays.
    KeepSecondStep { email: String, due_at: Time },
    /// The account of whoever has this address is not erased.
    KeepAccount { email: String, due_at: Time },
}

/// What this link does; nothing where it does nothing any more.
pub(crate) async fn asked(hub: &Hub, secret: &str) -> Result<Option<Asked>> {
    let (sql, now) = (hub.db.read(), hub.now());
    let Some(link) = pressed::working(&sql, &base::secret::hash(secret), now).await? else { return Ok(None) };
    let Some(person) = rows::find(&sql, link.person).await? else { return Ok(None) };
    // Whoever cannot sign in keeps their account all the same.
    if !person.active && link.purpose != Purpose::KeepAccount {
        return Ok(None);
    }
    let change = async || Ok(address::find(&sql, link.about).await?.filter(|change| change.ended_at.is_none()));
    match link.purpose {
        Purpose::ConfirmAddress => change().await.map(|change| change.map(Asked::ConfirmAddress)),
        Purpose::UndoAddress => change().await.map(|change| change.map(Asked::UndoAddress)),
        Purpose::KeepSecondStep => {
            let ending = endings::find(&sql, link.about).await?.filter(|ending| ending.due_at > now);
            Ok(ending.map(|ending| Asked::KeepSecondStep { email: person.email, due_at: ending.due_at }))
        }
        Purpose::KeepAccount => {
            let own = erasures::find(&sql, link.about).await?.filter(|own| own.waits(now));
            Ok(own.map(|own| Asked::KeepAccount { email: person.email, due_at: own.due_at }))
        }
    }
}
