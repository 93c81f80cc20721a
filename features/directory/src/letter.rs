//! What one member writes to another leaves as a letter, and is kept no longer.

use async_trait::async_trait;
use base::{Actor, Lang, Person, Result, Role};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::Sql;
use web::Hub;
use web::post::Post;

use crate::access::may_see;
use crate::rows::{self, At};
use crate::rules::SUBJECT_NAME;

/// Roles of its writer that a letter tells.
const ROLES_TOLD: usize = 5;

/// The message with this number.
#[derive(Serialize, Deserialize)]
pub(crate) struct Written {
    pub message: i64,
}

/// The sender's own words, marked as such in each line: nothing in them looks as if the hub said it.
fn quoted(text: &str) -> String {
    text.lines().map(|line| format!("> {line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// A name for a subject, which is no place for addresses or for sentences.
fn in_subject(name: &str) -> String {
    let words = name.split_whitespace().filter(|word| !word.contains("://") && !word.contains('/'));
    words.collect::<Vec<_>>().join(" ").chars().take(SUBJECT_NAME).collect()
}

/// What somebody does, in words: that they wrote whatever they call themselves is known of them.
async fn work_of(hub: &Hub, sql: &Sql, held: &[Role], lang: Lang) -> Result<String> {
    let mut work = Vec::new();
    for role in held.iter().take(ROLES_TOLD) {
        work.push(people::role_with_place(hub, sql, role, lang).await?);
    }
    Ok(work.join("; "))
}

async fn forget(hub: &Hub, message: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    rows::forget_message(&tx, message).await?;
    tx.commit().await
}

#[async_trait]
impl Post for Written {
    const KIND: &'static str = "directory.written";

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let sql = hub.db.read();
        let Some(message) = rows::message(&sql, self.message).await? else { return Ok(None) };
        // Asked again: whoever does not want to be written to any more, or not to be seen by who writes, whoever may not write any more, and
        // whoever is there no more.
        let at = At::of(hub);
        let recipient = rows::one(&sql, message.recipient, &at).await?.filter(|own| own.reachable);
        let sender = rows::sender(&sql, message.sender, &at).await?;
        let reader = people::Reader::of(hub, &sql, message.recipient).await?;
        let (Some(recipient), Some(sender), Some(reader)) = (recipient, sender, reader) else {
            forget(hub, self.message).await?;
            return Ok(None);
        };
        let held = people::held_now(&sql, &[message.sender], at.now).await?.remove(&message.sender).unwrap_or_default();
        let actor = Person::new(message.sender, &sender.name, &sender.email, reader.lang, held.clone());
        if !may_see(&Actor::Person(Box::new(actor)), &recipient) {
            forget(hub, self.message).await?;
            return Ok(None);
        }
        let name =
            Some(in_subject(&sender.name)).filter(|name| !name.is_empty()).unwrap_or_else(|| sender.email.clone());
        let work = work_of(hub, &sql, &held, reader.lang).await?;
        let args = [("sender", (&name).into()), ("work", (&work).into()), ("email", (&sender.email).into())];
        let end = hub.words.write(reader.lang, "letter-person-written-end", &[]);
        let address = hub.address(&format!("/{}/account/profile", reader.lang));
        let below = format!("\n{}\n\n{end}\n{address}\n", quoted(&message.text));
        let letter = reader.letter(hub, "person-written", &args, &below);
        Ok(Some(Letter { reply_to: Some(sender.email), ..letter }))
    }

    async fn handed_over(&self, hub: &Hub, _id: i64) -> Result<()> {
        forget(hub, self.message).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_marked_as_theirs() {
        assert_eq!(quoted("Hello\n\nSign in: https://evil.example\n"), "> Hello\n>\n> Sign in: https://evil.example");
        assert_eq!(in_subject("Hub: your account, see https://evil.example/x now"), "Hub: your account, see now");
        assert_eq!(in_subject(&"x".repeat(200)).len(), SUBJECT_NAME);
    }
}
