//! All the SQL of people.

pub(crate) mod account;
pub(crate) mod city;
pub(crate) mod glass;
pub(crate) mod links;
pub(crate) mod roles;

use std::collections::HashMap;

use base::{Lang, PersonId, Result, Role};
use store::{Sql, Tx, Value, params, places};

use crate::rules::{Newcomer, PersonRow, RoleRow, role_of};

const ROLE: &str = "id, person, role, scope, granted_at, sees_from";
/// The rule that one address has one account.
pub(crate) const EMAIL_TAKEN: &str = "people.email";

const PERSON: &str = "p.id, p.email, p.name, p.lang, p.active, (p.password IS NOT NULL) AS ready";

/// The person with this id.
pub(crate) async fn by_id(sql: &Sql, id: PersonId) -> Result<PersonRow> {
    sql.one(&format!("SELECT {PERSON} FROM people p WHERE p.id = $1"), params![id.0]).await
}

/// The person with this id, if there is one.
pub(crate) async fn find(sql: &Sql, id: PersonId) -> Result<Option<PersonRow>> {
    sql.first(&format!("SELECT {PERSON} FROM people p WHERE p.id = $1"), params![id.0]).await
}

/// The person with this (folded) address.
pub(crate) async fn by_email(sql: &Sql, email: &str) -> Result<Option<PersonRow>> {
    sql.first(&format!("SELECT {PERSON} FROM people p WHERE p.email = $1"), params![email]).await
}

pub(crate) struct Secret {
    pub id: i64,
    pub password: Option<String>,
    /// May sign in.
    pub active: bool,
}
store::from_row!(Secret: id, password, active);

/// A person's id and password hash, and whether they may sign in.
pub(crate) async fn secret(sql: &Sql, email: &str) -> Result<Option<Secret>> {
    sql.first("SELECT id, password, active FROM people WHERE email = $1", params![email]).await
}

/// One page of people, by name; `text` is part of a name or address.
pub(crate) async fn page(sql: &Sql, text: &str, limit: i64, offset: i64) -> Result<Vec<PersonRow>> {
    sql.all(
        &format!("SELECT {PERSON} FROM people p WHERE {SEARCH} ORDER BY p.name_key, p.id LIMIT $2 OFFSET $3"),
        params![pattern(text), limit, offset],
    )
    .await
}

/// How many people match.
pub(crate) async fn count(sql: &Sql, text: &str) -> Result<i64> {
    sql.number(&format!("SELECT COUNT(*) AS n FROM people p WHERE {SEARCH}"), params![pattern(text)]).await
}

const SEARCH: &str = "p.folded LIKE $1 ESCAPE '!'";

fn pattern(text: &str) -> String {
    let text: String = base::fold::fold(text.trim())
        .chars()
        .flat_map(|letter| if matches!(letter, '%' | '_' | '!') { vec!['!', letter] } else { vec![letter] })
        .collect();
    format!("%{text}%")
}

/// Everyone with their roles, for the command line; at most 10,000.
pub async fn list(sql: &Sql) -> Result<Vec<(PersonRow, Vec<Role>)>> {
    let people = page(sql, "", 10_000, 0).await?;
    let ids: Vec<i64> = people.iter().map(|person| person.id).collect();
    let mut roles = roles_of_many(sql, &ids).await?;
    Ok(people
        .into_iter()
        .map(|person| {
            let own = roles.remove(&person.id).unwrap_or_default();
            (person, own)
        })
        .collect())
}

/// The roles of several people.
pub(crate) async fn roles_of_many(sql: &Sql, people: &[i64]) -> Result<HashMap<i64, Vec<Role>>> {
    let mut all: HashMap<i64, Vec<Role>> = HashMap::new();
    for part in people.chunks(500) {
        let rows: Vec<RoleRow> = sql
            .all(
                &format!("SELECT {ROLE} FROM roles WHERE person IN {} ORDER BY id", places(1, part.len())),
                part.iter().map(|id| Value::from(*id)).collect(),
            )
            .await?;
        for row in rows {
            all.entry(row.person).or_default().extend(role_of(&row.role, &row.scope));
        }
    }
    Ok(all)
}

/// Names of people, by id.
pub async fn names(sql: &Sql, people: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = sql
        .raw(
            &format!("SELECT id, name FROM people WHERE id IN {}", places(1, people.len())),
            people.iter().map(|id| Value::from(id.0)).collect(),
        )
        .await?;
    rows.iter().map(|row| Ok((PersonId(row.get("id")?), row.get("name")?))).collect()
}

/// How many active administrators there are besides this person.
pub(crate) async fn other_administrators(sql: &Sql, person: i64) -> Result<i64> {
    sql.number(
        "SELECT COUNT(DISTINCT p.id) AS n FROM people p JOIN roles r ON r.person = p.id WHERE r.role = 'administrator' AND p.active AND p.id <> $1",
        params![person],
    )
    .await
}

pub(crate) async fn insert(tx: &Tx, id: PersonId, newcomer: &Newcomer) -> Result<()> {
    tx.exec(
        "INSERT INTO people (id, email, name, name_key, folded, lang, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        params![
            id.0,
            newcomer.email.as_str(),
            newcomer.name.as_str(),
            web::format::sort_key(&newcomer.name),
            folded(&newcomer.name, &newcomer.email),
            newcomer.lang.code(),
            tx.now()
        ],
    )
    .await?;
    Ok(())
}

/// What a person is found by.
fn folded(name: &str, email: &str) -> String {
    format!("{} {}", base::fold::fold(name), base::fold::fold(email))
}

pub(crate) async fn rename(tx: &Tx, id: PersonId, name: &str, lang: Lang) -> Result<()> {
    let person = by_id(tx, id).await?;
    tx.exec(
        "UPDATE people SET name = $2, name_key = $3, lang = $4, folded = $5 WHERE id = $1",
        params![id.0, name, web::format::sort_key(name), lang.code(), folded(name, &person.email)],
    )
    .await?;
    Ok(())
}

/// Lets somebody sign in, or no longer.
pub(crate) async fn set_active(tx: &Tx, id: PersonId, active: bool) -> Result<()> {
    tx.exec("UPDATE people SET active = $2 WHERE id = $1", params![id.0, active]).await.map(|_| ())
}

/// Sets the password.
pub(crate) async fn set_password(tx: &Tx, id: PersonId, hash: &str) -> Result<()> {
    tx.exec("UPDATE people SET password = $2 WHERE id = $1", params![id.0, hash]).await.map(|_| ())
}

/// Somebody is an administrator.
pub(crate) async fn has_administrator(sql: &Sql) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'administrator'", vec![]).await? > 0)
}

/// Addresses with other letters than ASCII, after this person: of an earlier version, which kept a domain as it was typed.
pub(crate) async fn foreign_addresses(sql: &Sql, after: i64, limit: i64) -> Result<Vec<PersonRow>> {
    sql.all(
        &format!(
            "SELECT {PERSON} FROM people p WHERE p.id > $1 AND octet_length(p.email) <> length(p.email) ORDER BY p.id LIMIT $2"
        ),
        params![after, limit],
    )
    .await
}

/// Writes the same address in another form.
pub(crate) async fn readdress(tx: &Tx, person: &PersonRow, email: &str) -> Result<()> {
    tx.exec(
        "UPDATE people SET email = $2, folded = $3 WHERE id = $1",
        params![person.id, email, folded(&person.name, email)],
    )
    .await
    .map(|_| ())
}
