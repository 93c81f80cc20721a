//! Letters with a one-time link. The link is made when its letter leaves, and only its hash is stored. Links from before
//! end when the new letter has been handed over, not when somebody asks for one.

use async_trait::async_trait;
use base::{PersonId, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use web::Hub;
use web::post::{Post, Rank};

use super::Reader;
use crate::rows::account::lock_sessions;
use crate::rows::{self, links};
use crate::rules::{ENTER, ENTERS, INVITATION, PersonRow, RESET};

/// A link for somebody who was invited, or to whom one is sent again.
#[derive(Serialize, Deserialize)]
pub(crate) struct LinkAgain {
    pub person: PersonId,
    /// Only as long as they have no password.
    pub invitation: bool,
    /// Who invites, or sends it again.
    #[serde(default)]
    pub by: Option<PersonId>,
}

/// A link for whoever forgot the password, asked for with this address. Whether there is an account is found out here,
/// not where it is asked.
#[derive(Serialize, Deserialize)]
pub(crate) struct Forgotten {
    pub email: String,
}

#[async_trait]
impl Post for LinkAgain {
    const KIND: &'static str = "people.link";
    const RANK: Rank = Rank::First;

    /// Asked for several times while it waits, it is one letter: of several only the last link would work.
    fn once(&self) -> Option<String> {
        Some(format!("{} {}", self.person, self.invitation))
    }

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        let person = rows::find(&hub.db.read(), self.person).await?;
        write(hub, id, person.filter(|person| !(self.invitation && person.ready)), By::Team(self.by)).await
    }

    async fn handed_over(&self, hub: &Hub, id: i64) -> Result<()> {
        // What waited since the invitation, or was asked for in another's name, ends nothing that was handed over.
        end_earlier(hub, self.person, id, !self.invitation).await
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        forget(hub, self.person, id).await
    }
}

#[async_trait]
impl Post for Forgotten {
    const KIND: &'static str = "people.forgotten";
    const RANK: Rank = Rank::First;

    /// As above.
    fn once(&self) -> Option<String> {
        Some(base::secret::hash(&self.email))
    }

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        write(hub, id, rows::by_email(&hub.db.read(), &self.email).await?, By::Owner).await
    }

    async fn handed_over(&self, hub: &Hub, id: i64) -> Result<()> {
        end_earlier_of(hub, &self.email, id).await
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        forget_of(hub, &self.email, id).await
    }
}

/// A link that opens a session, asked for with this address.
#[derive(Serialize, Deserialize)]
pub(crate) struct EnterBy {
    pub email: String,
}

#[async_trait]
impl Post for EnterBy {
    const KIND: &'static str = "people.enter";
    const RANK: Rank = Rank::First;

    /// As above.
    fn once(&self) -> Option<String> {
        Some(base::secret::hash(&self.email))
    }

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        write(hub, id, rows::by_email(&hub.db.read(), &self.email).await?, By::OwnerToEnter).await
    }

    async fn handed_over(&self, hub: &Hub, id: i64) -> Result<()> {
        end_earlier_of(hub, &self.email, id).await
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        forget_of(hub, &self.email, id).await
    }
}

/// What was sent earlier to whoever has this address, if anybody has, ends.
async fn end_earlier_of(hub: &Hub, email: &str, id: i64) -> Result<()> {
    match rows::by_email(&hub.db.read(), email).await? {
        Some(person) => end_earlier(hub, person.id, id, false).await,
        None => Ok(()),
    }
}

/// The link of a letter to whoever has this address is forgotten.
async fn forget_of(hub: &Hub, email: &str, id: i64) -> Result<()> {
    match rows::by_email(&hub.db.read(), email).await? {
        Some(person) => forget(hub, person.id, id).await,
        None => Ok(()),
    }
}

/// Who asked for a link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    /// Whoever gave the address, most likely its owner.
    Owner,
    /// The same, to sign in without a password.
    OwnerToEnter,
    /// The network's team, by this person.
    Team(Option<PersonId>),
}

/// Makes the link of this letter, in place of one that an earlier try made, and writes the letter around it.
async fn write(hub: &Hub, id: i64, person: Option<PersonRow>, by: By) -> Result<Option<Letter>> {
    let Some(person) = person.filter(|person| person.active) else { return Ok(None) };
    let (purpose, kind, below, lives) = if !person.ready {
        ("invitation", "invitation", "letter-invitation-end", INVITATION)
    } else if matches!(by, By::Team(_)) {
        ("reset", "reset-sent", "letter-reset-sent-end", RESET)
    } else if by == By::OwnerToEnter {
        (ENTERS, "enter", "letter-enter-end", ENTER)
    } else {
        ("reset", "reset", "letter-reset-end", RESET)
    };
    let secret = base::secret::new_secret();
    let tx = hub.db.begin().await?;
    lock_sessions(&tx, person.id).await?;
    if !rows::by_id(&tx, person.id).await?.active {
        return Ok(None);
    }
    links::forget_of_letter(&tx, id, person.id).await?;
    let hash = base::secret::hash(&secret);
    let link = links::NewLink { hash: &hash, person: Some(person.id), purpose, letter: Some(id) };
    links::add(&tx, &link, tx.now() + lives).await?;
    tx.commit().await?;
    let own = person.id;
    let reader = Reader::from(hub, person);
    let address = hub.address(&format!("/{}/links/{secret}", reader.lang));
    let end = hub.words.write(reader.lang, below, &[]);
    let under = format!("\n{address}\n\n{end}\n");
    // The address alone on its line, untouched by marks of direction.
    if kind == "invitation"
        && let Some((by, role)) = invited_by(hub, &reader, own, by).await?
    {
        let args = [("by", (&by).into()), ("role", (&role).into())];
        return Ok(Some(reader.letter(hub, "invited-by", &args, &under)));
    }
    Ok(Some(reader.letter(hub, kind, &[], &under)))
}

/// Who invites, and as what, as it is now: whoever gets such a letter asks both first.
async fn invited_by(hub: &Hub, reader: &Reader, person: PersonId, by: By) -> Result<Option<(String, String)>> {
    let By::Team(Some(by)) = by else { return Ok(None) };
    let sql = hub.db.read();
    let (by, role) = (rows::find(&sql, by).await?, rows::roles_of_many(&sql, &[person]).await?.remove(&person));
    let (Some(by), Some(role)) = (by, role.and_then(|roles| roles.into_iter().next())) else { return Ok(None) };
    let role = super::city::with_place(hub, &sql, &role.role, reader.lang).await?;
    Ok(Some((by.name, role)))
}

/// The letter has left: of the links for the same purpose only its own works from now on; `by_hand`: also of those that
/// somebody made to hand them over.
async fn end_earlier(hub: &Hub, person: PersonId, id: i64, by_hand: bool) -> Result<()> {
    let tx = hub.db.begin().await?;
    lock_sessions(&tx, person).await?;
    // Used already, it has ended the others itself.
    if let Some(link) = links::of_letter(&tx, id, person).await? {
        links::end_earlier(&tx, person, &link.purpose, id, by_hand).await?;
    }
    tx.commit().await
}

/// The letter has not left: its link is nobody's.
async fn forget(hub: &Hub, person: PersonId, id: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    lock_sessions(&tx, person).await?;
    links::forget_of_letter(&tx, id, person).await?;
    tx.commit().await
}
