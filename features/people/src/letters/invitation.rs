//! Letters about invitations to work for a city, and about requests for an account: to addresses that may have none.

use async_trait::async_trait;
use base::{CityId, Result, Time};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::Sql;
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use super::city::city_name;
use crate::rows::{self, invitations, requests, roles};
use crate::rules::{RequestState, role_words};

/// What the key signs for the link of an invitation.
pub(crate) const INVITATION_PAGE: &str = "people invitation";

/// The page of an invitation, behind the language. It stands in letters, and where none leaves it is handed over.
pub(crate) fn invitation_page(hub: &Hub, link: i64) -> String {
    format!("/invitations/{}", web::guard::token(hub, INVITATION_PAGE, link))
}

/// Somebody is invited to work for a city.
#[derive(Serialize, Deserialize)]
pub(crate) struct InvitationSent {
    pub invitation: i64,
    /// Sent again it has another one, and this letter is not written any more.
    pub link: i64,
}

/// Whoever asked for an account is told what comes of it.
#[derive(Serialize, Deserialize)]
pub(crate) struct RequestReceived {
    pub email: String,
    pub city: CityId,
    /// The language's code.
    pub lang: String,
}

/// Whoever asked gets none.
#[derive(Serialize, Deserialize)]
pub(crate) struct RequestAnswered {
    pub request: i64,
}

#[async_trait]
impl Post for InvitationSent {
    const KIND: &'static str = "people.invitation";
    const RANK: Rank = Rank::First;

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.link))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let own = invitations::by_link(&sql, self.link).await?.filter(|own| own.works(hub.now()));
        let Some(own) = own else { return Ok(None) };
        let Some(by) = rows::find(&sql, own.by_person).await? else { return Ok(None) };
        let reader = Reader::at(hub, &own.email, &own.name, own.lang);
        let city = city_name(&sql, own.city, reader.lang).await?;
        let role = hub.words.write(reader.lang, &role_words(&own.role), &[]);
        let day = web::format::date(own.expires_at, reader.lang);
        let args =
            [("by", (&by.name).into()), ("city", (&city).into()), ("role", (&role).into()), ("day", (&day).into())];
        let address = hub.address(&format!("/{}{}", reader.lang, invitation_page(hub, own.link)));
        let end = hub.words.write(reader.lang, "letter-colleague-end", &[]);
        Ok(Some(reader.letter(hub, "colleague", &args, &format!("\n{address}\n\n{end}\n"))))
    }
}

/// What comes of asking for an account.
enum Comes {
    /// They are of the city already.
    Account,
    /// Their account is closed.
    Closed,
    /// They are invited already.
    Invitation,
    /// One of its leads decides.
    Lead,
    /// The network's team does: nobody leads it.
    Team,
}

async fn comes(sql: &Sql, city: CityId, email: &str, now: Time) -> Result<Option<Comes>> {
    if let Some(person) = rows::by_email(sql, email).await?
        && roles::of(sql, person.id).await?.iter().any(|row| row.role.city() == Some(city))
    {
        return Ok(Some(if person.active { Comes::Account } else { Comes::Closed }));
    }
    if invitations::open_for(sql, city, email).await?.is_some() {
        return Ok(Some(Comes::Invitation));
    }
    if requests::waiting_for(sql, city, email).await?.is_none() {
        return Ok(None);
    }
    let led = roles::decided(sql, &[city], now).await?;
    Ok(Some(if led.is_empty() { Comes::Team } else { Comes::Lead }))
}

#[async_trait]
impl Post for RequestReceived {
    const KIND: &'static str = "people.request";
    const RANK: Rank = Rank::Last;

    /// Asked several times while it waits, it is one letter.
    fn once(&self) -> Option<String> {
        Some(base::secret::hash(&format!("{} {}", self.city, self.email)))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(comes) = comes(&sql, self.city, &self.email, hub.now()).await? else { return Ok(None) };
        // Whoever typed the address is not known to be its owner: nothing else that was typed stands here.
        let reader = Reader::at(hub, &self.email, "", self.lang.parse().unwrap_or(hub.network.languages[0]));
        let city = city_name(&sql, self.city, reader.lang).await?;
        let args = [("city", (&city).into())];
        let sign_in = format!("\n{}\n", hub.address(&format!("/{}/sign-in", reader.lang)));
        Ok(Some(match comes {
            Comes::Account => reader.letter(hub, "request-account", &args, &sign_in),
            Comes::Closed => reader.letter(hub, "request-closed", &args, ""),
            Comes::Invitation => reader.letter(hub, "request-invited", &args, ""),
            Comes::Lead => reader.letter(hub, "request-lead", &args, ""),
            Comes::Team => reader.letter(hub, "request-team", &args, ""),
        }))
    }
}

#[async_trait]
impl Post for RequestAnswered {
    const KIND: &'static str = "people.request-answered";

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.request))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(own) = requests::find(&sql, self.request).await? else { return Ok(None) };
        // The address was never shown to be theirs: nothing that was typed stands here.
        let reader = Reader::at(hub, &own.email, "", own.lang);
        let city = city_name(&sql, own.city, reader.lang).await?;
        let args = [("city", (&city).into())];
        Ok(match own.state {
            RequestState::Declined => {
                let answer = Some(own.answer.as_str()).filter(|own| !own.is_empty());
                let below = answer.map(|own| format!("\n{own}\n")).unwrap_or_default();
                Some(reader.letter(hub, "request-declined", &args, &below))
            }
            RequestState::Lapsed => Some(reader.letter(hub, "request-lapsed", &args, "")),
            RequestState::Waiting | RequestState::Confirmed => None,
        })
    }
}
