//! A message to the network. It waits in its own row, and goes when all its letters have been handed over.

use async_trait::async_trait;
use base::{Lang, Result};
use chrono::TimeDelta;
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Insert, Sql, Tx, params};
use web::parts::Chore;
use web::post::{Post, Rank};
use web::{Arg, Hub};

use crate::purpose::Purpose;
use crate::routing::{Recipient, for_media, recipients};

/// How long a message is kept whose letters never left.
const KEPT: TimeDelta = TimeDelta::days(90);
/// How long somebody has to confirm their address.
pub(crate) const TO_CONFIRM: TimeDelta = TimeDelta::days(3);

/// What was written in a form.
pub(crate) struct Message {
    pub purpose: Purpose,
    pub name: String,
    pub email: String,
    /// The city or the organisation that its sender named; may be empty.
    pub city: String,
    /// The language that its sender was reading in.
    pub lang: String,
    pub text: String,
    /// The page that it is about, as its address behind the language; or nothing.
    pub about: String,
    /// The region that it is about, by its slug; or nothing.
    pub region: String,
    /// The theme, by its slug; or nothing.
    pub theme: String,
}
store::from_row!(Message in messages: purpose, name, email, city, lang, text, about, region, theme);

const MESSAGES: &str = "SELECT purpose, name, email, city, lang, text, about, region, theme FROM messages";

/// One of the letters with a message.
#[derive(Serialize, Deserialize)]
pub(crate) struct MessageTold {
    message: i64,
    /// Whose: a [`Recipient`] as it is kept.
    #[serde(default)]
    to: String,
}

/// The letter that asks its sender to confirm their address.
#[derive(Serialize, Deserialize)]
pub(crate) struct ConfirmAsked {
    message: i64,
}

/// Keeps a message, and sends its letters after this transaction: or the one that asks its sender to confirm their address, if
/// they have to.
pub(crate) async fn send(tx: &Tx, hub: &Hub, message: &Message, to_confirm: bool) -> Result<()> {
    let id = tx.new_id();
    Insert::into("messages")
        .set("id", id)
        .set("purpose", message.purpose)
        .set("name", message.name.as_str())
        .set("email", message.email.as_str())
        .set("city", message.city.as_str())
        .set("lang", message.lang.as_str())
        .set("text", message.text.as_str())
        .set("about", message.about.as_str())
        .set("region", message.region.as_str())
        .set("theme", message.theme.as_str())
        .set("confirmed", !to_confirm)
        .set("at", tx.now())
        .exec(tx)
        .await?;
    if to_confirm { web::post::send(tx, &ConfirmAsked { message: id }).await } else { tell(tx, hub, id, message).await }
}

/// Its letters leave after this transaction.
async fn tell(tx: &Tx, hub: &Hub, id: i64, message: &Message) -> Result<()> {
    let all = match message.purpose {
        Purpose::Media => for_media(&hub.network),
        _ => recipients(tx, &hub.network, &message.region, &message.theme).await?,
    };
    for recipient in all {
        let to = recipient.code();
        Insert::into("message_letters").set("message", id).set("recipient", to.as_str()).exec(tx).await?;
        web::post::send(tx, &MessageTold { message: id, to }).await?;
    }
    Ok(())
}

/// A message that waits to be confirmed by its sender; none where it was, or has waited too long.
pub(crate) async fn unconfirmed(sql: &Sql, id: i64, now: base::Time) -> Result<Option<Message>> {
    let waits = format!("{MESSAGES} WHERE id = $1 AND NOT confirmed AND at > $2");
    sql.first(&waits, params![id, now - TO_CONFIRM]).await
}

/// The message that waits to be confirmed and says the same, if there is one.
async fn waits(sql: &Sql, message: &Message, now: base::Time) -> Result<Option<i64>> {
    let same = "SELECT id FROM messages WHERE NOT confirmed AND at > $1 AND email = $2 AND text = $3 AND purpose = $4 \
                AND name = $5 AND city = $6 AND region = $7 AND theme = $8 ORDER BY id LIMIT 1";
    let values = params![
        now - TO_CONFIRM,
        message.email.as_str(),
        message.text.as_str(),
        message.purpose,
        message.name.as_str(),
        message.city.as_str(),
        message.region.as_str(),
        message.theme.as_str()
    ];
    sql.raw(same, values).await?.first().map(|row| row.get("id")).transpose()
}

/// Asks the sender of a message to confirm their address: of one that waits already by another letter, so that nobody depends on
/// the first one.
pub(crate) async fn ask_to_confirm(hub: &Hub, message: &Message) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("to confirm {}", base::secret::hash(&message.email))).await?;
    match waits(&tx, message, tx.now()).await? {
        Some(id) => web::post::send(&tx, &ConfirmAsked { message: id }).await?,
        None => send(&tx, hub, message, true).await?,
    }
    tx.commit().await
}

/// Its sender has confirmed their address: its letters leave. Once; a second time nothing happens. Answers whether it was still
/// there to be confirmed.
pub(crate) async fn confirm(hub: &Hub, id: i64) -> Result<bool> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("message {id}")).await?;
    let Some(message) = unconfirmed(&tx, id, tx.now()).await? else { return Ok(false) };
    tx.exec("UPDATE messages SET confirmed = TRUE WHERE id = $1", params![id]).await?;
    tell(&tx, hub, id, &message).await?;
    tx.commit().await?;
    Ok(true)
}

/// A letter of it is no longer to be sent; with the last one it goes.
async fn done_with(hub: &Hub, id: i64, to: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("message {id}")).await?;
    tx.exec("DELETE FROM message_letters WHERE message = $1 AND recipient = $2", params![id, to]).await?;
    tx.exec(
        "DELETE FROM messages WHERE id = $1 AND confirmed AND NOT EXISTS \
         (SELECT 1 FROM message_letters l WHERE l.message = messages.id)",
        params![id],
    )
    .await?;
    tx.commit().await
}

#[async_trait]
impl Post for MessageTold {
    const KIND: &'static str = "site.message";
    const RANK: Rank = Rank::Last;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let found: Option<Message> = sql.first(&format!("{MESSAGES} WHERE id = $1"), params![self.message]).await?;
        let Some(message) = found else { return Ok(None) };
        let letter = match Recipient::parse(&self.to) {
            // Asked again: whoever is no officer of that region any more gets nothing.
            Recipient::Person(person) if !people::officers_of(&sql, &message.region).await?.contains(&person) => None,
            Recipient::Person(person) => people::Reader::of(hub, &sql, person)
                .await?
                .map(|reader| message.written_for(hub, reader.lang, reader.email(), reader.name())),
            other => other.mailbox(&hub.network).map(|mailbox| {
                let lang = hub.network.languages[0];
                message.written_for(hub, lang, mailbox, hub.network.settings.name.get(lang))
            }),
        };
        if letter.is_none() {
            done_with(hub, self.message, &self.to).await?;
        }
        Ok(letter)
    }

    async fn handed_over(&self, hub: &Hub, _id: i64) -> Result<()> {
        done_with(hub, self.message, &self.to).await
    }
}

#[async_trait]
impl Post for ConfirmAsked {
    const KIND: &'static str = "contact.confirm";
    const RANK: Rank = Rank::Last;

    fn once(&self) -> Option<String> {
        Some(base::id::write_id(self.message))
    }

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(message) = unconfirmed(&hub.db.read(), self.message, hub.now()).await? else { return Ok(None) };
        let lang = message.lang.parse().ok().filter(|lang| hub.network.languages.contains(lang));
        let lang = lang.unwrap_or(hub.network.languages[0]);
        let link = hub.address(&format!("/{lang}/confirm/{}", web::guard::token(hub, CONFIRM, self.message)));
        let network = hub.network.settings.name.get(lang);
        let args: [(&str, Arg<'_>); 1] = [("network", network.into())];
        let text = hub.words.write(lang, "confirm-letter-text", &args);
        Ok(Some(Letter {
            to: message.email.clone(),
            // Not what was typed as a name: it would be written to somebody else by us.
            name: String::new(),
            subject: hub.words.write(lang, "confirm-letter-subject", &args),
            // Nothing of what was written: whoever typed this address may be somebody else.
            text: format!("{text}\n\n{link}\n\n{}\n", hub.words.write(lang, "confirm-letter-not-me", &[])),
            lang: Some(lang),
            ..Letter::default()
        }))
    }
}

/// What the key signs for a link that confirms.
pub(crate) const CONFIRM: &str = "contact confirm";

impl Message {
    /// The letter to one of the team, in their language.
    fn written_for(&self, hub: &Hub, lang: Lang, to: &str, name: &str) -> Letter {
        let language = self.lang.parse().map_or_else(|_| self.lang.clone(), |own: Lang| own.endonym().to_owned());
        let (name_of, email, city, language): (Arg<'_>, Arg<'_>, Arg<'_>, Arg<'_>) =
            ((&self.name).into(), (&self.email).into(), (&self.city).into(), (&language).into());
        let (name_in, words) = (name_of.clone(), &hub.words);
        let (subject, head) = match self.purpose {
            Purpose::Question => (
                words.write(lang, "ask-letter-subject", &[("name", name_of)]),
                words.write(lang, "ask-letter-head", &[("name", name_in), ("email", email), ("language", language)]),
            ),
            Purpose::Contact => (
                words.write(lang, "contact-letter-subject", &[("name", name_of)]),
                words.write(
                    lang,
                    "contact-letter-head",
                    &[("name", name_in), ("email", email), ("language", language)],
                ),
            ),
            Purpose::Media => (
                words.write(lang, "media-letter-subject", &[("name", name_of), ("outlet", city.clone())]),
                words.write(
                    lang,
                    "media-letter-head",
                    &[("name", name_in), ("email", email), ("outlet", city), ("language", language)],
                ),
            ),
            Purpose::Share => (
                words.write(lang, "share-letter-subject", &[("name", name_of)]),
                words.write(lang, "share-letter-head", &[("name", name_in), ("email", email), ("language", language)]),
            ),
        };
        Letter {
            to: to.to_owned(),
            name: name.to_owned(),
            subject,
            text: format!("{head}\n\n{}{}\n", self.facts(hub, lang), self.text),
            reply_to: Some(self.email.clone()),
            lang: Some(lang),
            ..Letter::default()
        }
    }

    /// What it is about, a line each, with an empty one below; nothing where nothing is known.
    fn facts(&self, hub: &Hub, lang: Lang) -> String {
        let network = &hub.network;
        let mut lines = Vec::new();
        if !self.city.is_empty() {
            lines.push(hub.words.write(lang, "contact-letter-city", &[("what", (&self.city).into())]));
        }
        if let Some(region) = network.region(&self.region) {
            lines.push(hub.words.write(lang, "contact-letter-region", &[("what", region.label(lang).into())]));
        }
        if let Some(theme) = network.theme(&self.theme) {
            lines.push(hub.words.write(lang, "contact-letter-theme", &[("what", theme.label(lang).into())]));
        }
        if !self.about.is_empty() {
            lines.push(hub.address(&format!("/{lang}{}", self.about)));
        }
        if lines.is_empty() { String::new() } else { format!("{}\n\n", lines.join("\n")) }
    }
}

/// Forgets messages whose letters were given up long ago, and those that nobody confirmed.
pub(crate) struct OldMessages;

#[async_trait]
impl Chore for OldMessages {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let tx = hub.db.begin().await?;
        let (old, unconfirmed) = (tx.now() - KEPT, tx.now() - TO_CONFIRM);
        tx.exec("DELETE FROM messages WHERE at < $1 OR (at < $2 AND NOT confirmed)", params![old, unconfirmed]).await?;
        tx.exec(
            "DELETE FROM message_letters WHERE NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = message_letters.message)",
            vec![],
        )
        .await?;
        tx.commit().await
    }
}
