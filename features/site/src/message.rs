//! A message to the network through the contact form. It waits in its own row, and goes when its letter has been handed
//! over.

use async_trait::async_trait;
use base::{Lang, Result};
use chrono::TimeDelta;
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Insert, Tx, params};
use web::Hub;
use web::parts::Chore;
use web::post::{Post, Rank};

/// How long a message is kept whose letter never left.
const KEPT: TimeDelta = TimeDelta::days(90);

/// What was written in the form.
pub(crate) struct Message {
    pub name: String,
    pub email: String,
    pub city: String,
    /// The language that its sender was reading in.
    pub lang: String,
    pub text: String,
    /// The page that it is about, as its address behind the language; or nothing.
    pub about: String,
}
store::from_row!(Message: name, email, city, lang, text, about);

/// The letter with a message.
#[derive(Serialize, Deserialize)]
pub(crate) struct MessageTold {
    message: i64,
}

/// Keeps a message, and sends its letter after this transaction.
pub(crate) async fn send(tx: &Tx, message: &Message) -> Result<()> {
    let id = tx.new_id();
    Insert::into("messages")
        .set("id", id)
        .set("name", message.name.as_str())
        .set("email", message.email.as_str())
        .set("city", message.city.as_str())
        .set("lang", message.lang.as_str())
        .set("text", message.text.as_str())
        .set("about", message.about.as_str())
        .set("at", tx.now())
        .exec(tx)
        .await?;
    web::post::send(tx, &MessageTold { message: id }).await
}

#[async_trait]
impl Post for MessageTold {
    const KIND: &'static str = "site.message";
    const RANK: Rank = Rank::Last;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let found: Option<Message> = hub
            .db
            .read()
            .first("SELECT name, email, city, lang, text, about FROM messages WHERE id = $1", params![self.message])
            .await?;
        Ok(found.map(|message| message.letter(hub)))
    }

    async fn handed_over(&self, hub: &Hub, _id: i64) -> Result<()> {
        let tx = hub.db.begin().await?;
        tx.exec("DELETE FROM messages WHERE id = $1", params![self.message]).await?;
        tx.commit().await
    }
}

impl Message {
    /// To the network, in its first language: whoever reads it there is one of the team.
    fn letter(&self, hub: &Hub) -> Letter {
        let lang = hub.network.languages[0];
        let language = self.lang.parse().map_or_else(|_| self.lang.clone(), |own: Lang| own.endonym().to_owned());
        let page = match self.about.as_str() {
            "" => String::new(),
            about => format!("{}\n\n", hub.address(&format!("/{lang}{about}"))),
        };
        let (name, email, city) = (&self.name, &self.email, &self.city);
        let (subject, head) = if city.is_empty() {
            (
                hub.words.write(lang, "ask-letter-subject", &[("name", name.into())]),
                hub.words.write(
                    lang,
                    "ask-letter-head",
                    &[("name", name.into()), ("email", email.into()), ("language", (&language).into())],
                ),
            )
        } else {
            (
                hub.words.write(lang, "join-letter-subject", &[("name", name.into()), ("city", city.into())]),
                hub.words.write(
                    lang,
                    "join-letter-head",
                    &[
                        ("name", name.into()),
                        ("email", email.into()),
                        ("city", city.into()),
                        ("language", (&language).into()),
                    ],
                ),
            )
        };
        Letter {
            to: hub.network.settings.contact.clone(),
            name: hub.network.settings.name.get(lang).to_owned(),
            subject,
            text: format!("{head}\n\n{page}{}\n", self.text),
            reply_to: Some(self.email.clone()),
            lang: Some(lang),
            ..Letter::default()
        }
    }
}

/// Forgets messages whose letter was given up long ago.
pub(crate) struct OldMessages;

#[async_trait]
impl Chore for OldMessages {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let tx = hub.db.begin().await?;
        tx.exec("DELETE FROM messages WHERE at < $1", params![tx.now() - KEPT]).await?;
        tx.commit().await
    }
}
