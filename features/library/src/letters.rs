//! What a city is told of its documents, written when the letter leaves.

use async_trait::async_trait;
use base::{DocumentId, Person, PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Event, Sql};
use web::Hub;
use web::parts::{Notice, Told};
use web::post::Post;

use crate::acts;
use crate::rows;

/// Key of a choice.
pub(crate) const WITHDRAWN: &str = "library.withdrawn";

/// What the event of a document that is withdrawn or put back says.
#[derive(Serialize, Deserialize)]
pub(crate) struct ByWhom {
    /// By somebody who does not work for its city.
    pub outside: bool,
}

/// Somebody from outside took a document of a city out of the library: its leads hear of it.
pub(crate) struct Withdrawn;

#[async_trait]
impl Notice for Withdrawn {
    fn kind(&self) -> &'static str {
        WITHDRAWN
    }

    fn of(&self, event: &str) -> bool {
        event == acts::WITHDRAWN.code()
    }

    /// A city's leads, or its practitioners where it has none.
    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| role.city().is_some())
    }

    async fn to(&self, _hub: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        match event.city() {
            Some(city) if event.data::<ByWhom>()?.outside => people::leads_of(sql, city).await,
            _ => Ok(Vec::new()),
        }
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let document = DocumentId(event.subject);
        let letter = WithdrawnTold { to, document, by: event.actor() }.write(hub, event.id).await?;
        Ok(letter.map(|letter| Told { letter, path: format!("/library/{document}") }))
    }
}

/// Somebody from outside took a document of a city out of the library.
#[derive(Serialize, Deserialize)]
pub(crate) struct WithdrawnTold {
    pub to: PersonId,
    pub document: DocumentId,
    pub by: Option<PersonId>,
}

#[async_trait]
impl Post for WithdrawnTold {
    const KIND: &'static str = "library.withdrawn";

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(document) = rows::find(&sql, self.document).await? else { return Ok(None) };
        let Some(city) = document.city.filter(|_| document.withdrawn) else { return Ok(None) };
        // Whoever no longer looks after the city is not told of its documents.
        if !people::leads_of(&sql, city).await?.contains(&self.to) {
            return Ok(None);
        }
        let Some(reader) = people::Reader::of(hub, &sql, self.to).await? else { return Ok(None) };
        let names = people::names(&sql, &self.by.into_iter().collect::<Vec<_>>()).await?;
        let by = self.by.and_then(|by| names.get(&by).cloned());
        let by = by.unwrap_or_else(|| hub.network.settings.hub_name.get(reader.lang).to_owned());
        let address = hub.address(&format!("/{}{}", reader.lang, document.path()));
        let args = [("by", (&by).into()), ("title", (&document.title).into())];
        Ok(Some(reader.letter(hub, "withdrawn", &args, &format!("\n{address}\n"))))
    }
}
