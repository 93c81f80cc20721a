//! What people are told of their city's single sign-on, and of their own link to it.

use async_trait::async_trait;
use base::{CityId, Lang, PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::Sql;
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use crate::rows::{idps, roles};

/// What happened to a city's single sign-on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CitySignIn {
    /// Its provider was entered, or changed.
    Set,
    /// Whoever is connected may sign in with it.
    Optional,
    /// The city's people have to.
    Required,
    /// Nobody can.
    Off,
    /// The team opened the other ways for an hour.
    Repair,
}

/// To somebody of the city.
#[derive(Serialize, Deserialize)]
pub(crate) struct CitySignInTold {
    pub to: PersonId,
    pub city: CityId,
    pub what: CitySignIn,
}

/// To whoever is connected with their city's provider, or is not any more.
#[derive(Serialize, Deserialize)]
pub(crate) struct CityLinkTold {
    pub person: PersonId,
    pub city: CityId,
    pub linked: bool,
}

/// What a city is called; nothing where there is none any more.
async fn name(sql: &Sql, city: CityId, lang: Lang) -> Result<String> {
    let found = cities::by_ids(sql, &[city]).await?.remove(&city);
    Ok(found.map(|city| city.name(lang).to_owned()).unwrap_or_default())
}

#[async_trait]
impl Post for CitySignInTold {
    const KIND: &'static str = "people.city-sign-in";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(reader) = Reader::of(hub, &sql, self.to).await? else { return Ok(None) };
        // Whoever is not of the city any more hears nothing of it.
        if !roles::of(&sql, self.to).await?.iter().any(|row| row.role.city() == Some(self.city)) {
            return Ok(None);
        }
        let Some(idp) = idps::of(&sql, self.city).await? else { return Ok(None) };
        let city = name(&sql, self.city, reader.lang).await?;
        let host = idp.host();
        let args = [("city", (&city).into()), ("provider", (&host).into())];
        let address = hub.address(&format!("/{}/account/city-sign-in", reader.lang));
        let below = format!("\n{address}\n");
        Ok(Some(match self.what {
            CitySignIn::Set => reader.letter(hub, "city-sign-in-set", &args, ""),
            CitySignIn::Optional => reader.letter(hub, "city-sign-in-optional", &args, &below),
            CitySignIn::Required => reader.letter(hub, "city-sign-in-required", &args, &below),
            CitySignIn::Off => reader.letter(hub, "city-sign-in-off", &args[..1], ""),
            CitySignIn::Repair => reader.letter(hub, "city-sign-in-repair", &args, ""),
        }))
    }
}

#[async_trait]
impl Post for CityLinkTold {
    const KIND: &'static str = "people.city-link";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(reader) = Reader::of(hub, &sql, self.person).await? else { return Ok(None) };
        // Where whoever did not do it goes on.
        let place = if self.linked { "account/city-sign-in" } else { "forgotten" };
        let below = format!("\n{}\n", hub.address(&format!("/{}/{place}", reader.lang)));
        let city = name(&sql, self.city, reader.lang).await?;
        let args = [("city", (&city).into())];
        Ok(Some(match (self.linked, city.is_empty()) {
            (true, _) => reader.letter(hub, "city-linked", &args, &below),
            (false, false) => reader.letter(hub, "city-unlinked", &args, &below),
            (false, true) => reader.letter(hub, "city-unlinked-former", &[], &below),
        }))
    }
}
