//! What the directory keeps of people: what they show of themselves, their picture, and what they write to each other until it has left.

use async_trait::async_trait;
use base::{Actor, Person, PersonId, Result};
use blobs::Hash;
use store::{Sql, Tx};
use web::Hub;
use web::personal::Whose::Person as Of;
use web::personal::{Erased, Given, GivenFile, Kind, Personal, PersonalThings};

use crate::{picture, rows};

const fn gone(kind: Kind, table: &'static str, column: &'static str, given: &'static [&'static str]) -> Personal {
    Personal { kind, table, whose: Of(column), given, erased: Erased::Gone }
}

pub(crate) const PERSONAL: [Personal; 5] = [
    gone(
        Kind::Account,
        "person_profiles",
        "person",
        &["changed_at", "shown", "field", "position", "profession", "about", "reachable", "picture_agreed_at"],
    ),
    gone(Kind::Account, "person_languages", "person", &["lang"]),
    gone(Kind::Account, "person_themes", "person", &["theme"]),
    gone(Kind::Messages, "person_messages", "sender", &["at", "text"]),
    // It is its sender's until its reader has it.
    gone(Kind::Messages, "person_messages", "recipient", &[]),
];

/// Pictures.
pub(crate) struct Pictures;

#[async_trait]
impl PersonalThings for Pictures {
    async fn given(&self, _hub: &Hub, sql: &Sql, _actor: &Actor, person: &Person) -> Result<(Given, Vec<GivenFile>)> {
        let given = Given { kind: Kind::Account, name: "picture", rows: Vec::new(), cut: false };
        let file = rows::picture(sql, person.id).await?.and_then(|own| {
            let (hash, size) = (Hash::parse(&own.hash)?, u64::try_from(own.size).ok()?);
            Some(GivenFile { name: "picture.jpg".to_owned(), hash, size })
        });
        Ok((given, file.into_iter().collect()))
    }

    async fn erase(&self, tx: &Tx, person: PersonId) -> Result<()> {
        picture::end_use(tx, person).await
    }
}
