//! What the library keeps of people: the documents that they uploaded, as far as they may still see them. A city's material
//! belongs to the city: whoever left it takes none of it along.

use async_trait::async_trait;
use base::{Actor, Person, Result};
use blobs::Hash;
use serde_json::json;
use store::Sql;
use web::Hub;
use web::personal::{Erased, Given, GivenFile, Kind, Personal, PersonalThings, ROWS, Whose};

use crate::rows;

pub(crate) const PERSONAL: [Personal; 2] = [
    Personal {
        kind: Kind::Documents,
        table: "documents",
        whose: Whose::Person("owner"),
        given: &[],
        erased: Erased::Kept,
    },
    Personal {
        kind: Kind::Documents,
        table: "uploads",
        whose: Whose::Person("person"),
        given: &["at", "file_name", "format", "size"],
        erased: Erased::Kept,
    },
];

/// Documents and their files.
pub(crate) struct Documents;

#[async_trait]
impl PersonalThings for Documents {
    async fn given(&self, _hub: &Hub, sql: &Sql, actor: &Actor, person: &Person) -> Result<(Given, Vec<GivenFile>)> {
        let mut found = rows::uploaded_by(sql, actor, person.id, ROWS as i64 + 1).await?;
        let cut = found.len() > ROWS;
        found.truncate(ROWS);
        let name = |document: &crate::rules::Document| {
            let letters = document.format.chars().filter(char::is_ascii_alphanumeric);
            format!("{}.{}", document.id, letters.collect::<String>())
        };
        let given = found.iter().map(|document| {
            json!({
                "id": document.id.to_string(),
                "title": document.title,
                "abstract": document.abstract_text,
                "type": document.kind.code(),
                "year": document.year,
                "language": document.language,
                "file": name(document),
                "file_name": document.file_name,
                "withdrawn": document.withdrawn,
                "created_at": document.created_at.to_rfc3339(),
                "updated_at": document.updated_at.to_rfc3339(),
            })
        });
        let given = Given { kind: Kind::Documents, name: "documents", rows: given.collect(), cut };
        let file = |document: &crate::rules::Document| {
            let (hash, size) = (Hash::parse(&document.file)?, u64::try_from(document.size).ok()?);
            Some(GivenFile { name: name(document), hash, size })
        };
        Ok((given, found.iter().filter_map(file).collect()))
    }
}
