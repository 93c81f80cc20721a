//! The invitation to ask for membership: to the official contact of a prospect, who has no account.

use async_trait::async_trait;
use base::Result;
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::Post;

use super::rows;

/// What the key signs for the invitation of a prospect.
pub(crate) const INVITED_PAGE: &str = "membership prospect";

/// What stands in the address of an invitation.
pub(crate) fn token(hub: &Hub, link: i64) -> String {
    web::guard::token(hub, INVITED_PAGE, link)
}

/// Somebody is invited to ask.
#[derive(Serialize, Deserialize)]
pub(crate) struct ProspectInvited {
    pub prospect: i64,
    pub link: i64,
}

#[async_trait]
impl Post for ProspectInvited {
    const KIND: &'static str = "membership.prospect-invited";

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.link))
    }

    /// Nothing where the link is another one by now, it has asked already, or does not want to be written to.
    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let own = rows::find(&sql, self.prospect).await?;
        let Some(own) = own.filter(|own| super::actions::is_current(own, self.link, hub.now())) else {
            return Ok(None);
        };
        if own.email.is_empty() {
            return Ok(None);
        }
        let lang = own.written_in(&hub.network);
        let invitation = rows::invitation(&sql, own.id).await?;
        let words = invitation.map(|note| note.text).filter(|text| !text.is_empty());
        let words = words.map(|text| format!("\n\n{text}")).unwrap_or_default();
        let token = token(hub, self.link);
        let network = hub.network.settings.name.get(lang);
        let named = [("network", network.into())];
        let placed = [("network", network.into()), ("place", (&own.place_name).into())];
        let begin = hub.words.write(lang, "prospect-letter-text", &placed);
        let join = hub.words.write(lang, "prospect-letter-join", &[]);
        let stop = hub.words.write(lang, "prospect-letter-stop", &[]);
        let end = hub.words.write(lang, "prospect-letter-end", &[]);
        let page = |path: &str| hub.address(&format!("/{lang}{path}"));
        let (join_at, stop_at) = (page(&format!("/join?invited={token}")), page(&format!("/join/invited/{token}")));
        Ok(Some(Letter {
            to: own.email.clone(),
            name: own.name.clone(),
            subject: hub.words.write(lang, "prospect-letter-subject", &named),
            text: format!("{begin}{words}\n\n{join}\n{join_at}\n\n{stop}\n{stop_at}\n\n{end}\n"),
            lang: Some(lang),
            ..Letter::default()
        }))
    }
}
