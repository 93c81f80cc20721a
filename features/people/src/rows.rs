//! All the SQL of people.

use std::collections::HashMap;

use base::{CityId, Lang, PersonId, Result, Role, Time};
use store::{Sql, Tx, Value, params, places};

use crate::rules::{Newcomer, PersonRow, RoleRow, role_of, scope_of};

/// The rule that one address has one account.
pub(crate) const EMAIL_TAKEN: &str = "people.email";

const PERSON: &str = "p.id, p.email, p.name, p.lang, p.active, (p.password IS NOT NULL) AS ready";

/// The person with this id.
pub(crate) async fn by_id(sql: &Sql, id: PersonId) -> Result<PersonRow> {
    sql.one(&format!("SELECT {PERSON} FROM people p WHERE p.id = $1"), params![id.0]).await
}

/// The person with this (folded) address.
pub(crate) async fn by_email(sql: &Sql, email: &str) -> Result<Option<PersonRow>> {
    sql.first(&format!("SELECT {PERSON} FROM people p WHERE p.email = $1"), params![email]).await
}

pub(crate) struct Secret {
    pub id: i64,
    pub password: Option<String>,
}
store::from_row!(Secret: id, password);

/// An active person's id and password hash.
pub(crate) async fn secret(sql: &Sql, email: &str) -> Result<Option<Secret>> {
    sql.first("SELECT id, password FROM people WHERE email = $1 AND active", params![email]).await
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

/// The roles of one person.
pub(crate) async fn roles(sql: &Sql, person: i64) -> Result<Vec<RoleRow>> {
    sql.all("SELECT id, person, role, scope FROM roles WHERE person = $1 ORDER BY id LIMIT 200", params![person]).await
}

/// The roles of several people.
pub(crate) async fn roles_of_many(sql: &Sql, people: &[i64]) -> Result<HashMap<i64, Vec<Role>>> {
    let mut all: HashMap<i64, Vec<Role>> = HashMap::new();
    for part in people.chunks(500) {
        let rows: Vec<RoleRow> = sql
            .all(
                &format!(
                    "SELECT id, person, role, scope FROM roles WHERE person IN {} ORDER BY id",
                    places(1, part.len())
                ),
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

/// The active leads of a city, or its practitioners where it has none: `(address, name, language)`.
pub async fn leads_of(sql: &Sql, city: CityId) -> Result<Vec<(String, String, Lang)>> {
    for role in ["city-lead", "practitioner"] {
        let rows: Vec<PersonRow> = sql
            .all(
                &format!(
                    "SELECT {PERSON} FROM people p JOIN roles r ON r.person = p.id \
                     WHERE r.role = $1 AND r.scope = $2 AND p.active ORDER BY p.id LIMIT 50"
                ),
                params![role, city.0.to_string()],
            )
            .await?;
        if !rows.is_empty() {
            return Ok(rows
                .into_iter()
                .map(|person| (person.email.clone(), person.name.clone(), person.lang()))
                .collect());
        }
    }
    Ok(Vec::new())
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

/// Sets the password and ends every session of that person.
pub(crate) async fn set_password(tx: &Tx, id: PersonId, hash: &str) -> Result<()> {
    tx.exec("UPDATE people SET password = $2 WHERE id = $1", params![id.0, hash]).await?;
    end_sessions(tx, id).await
}

pub(crate) async fn set_active(tx: &Tx, id: PersonId, active: bool) -> Result<()> {
    tx.exec("UPDATE people SET active = $2 WHERE id = $1", params![id.0, active]).await?;
    if !active {
        end_sessions(tx, id).await?;
        tx.exec("UPDATE links SET used_at = $2 WHERE person = $1 AND used_at IS NULL", params![id.0, tx.now()]).await?;
    }
    Ok(())
}

/// Gives a role; one that is held already stays as it is.
pub(crate) async fn grant(tx: &Tx, person: PersonId, role: &Role) -> Result<()> {
    tx.exec(
        "INSERT INTO roles (id, person, role, scope, granted_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person, role, scope) DO NOTHING",
        params![tx.new_id(), person.0, role.code(), scope_of(role), tx.now()],
    )
    .await?;
    Ok(())
}

pub(crate) async fn role(sql: &Sql, person: PersonId, id: i64) -> Result<RoleRow> {
    sql.one("SELECT id, person, role, scope FROM roles WHERE id = $1 AND person = $2", params![id, person.0]).await
}

pub(crate) async fn take(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("DELETE FROM roles WHERE id = $1", params![id]).await?;
    Ok(())
}

/// A link that works, as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct LinkRow {
    pub person: Option<i64>,
    pub purpose: String,
}
store::from_row!(LinkRow: person, purpose);

pub(crate) async fn add_link(
    tx: &Tx,
    hash: &str,
    person: Option<PersonId>,
    purpose: &str,
    expires_at: Time,
) -> Result<()> {
    tx.exec(
        "INSERT INTO links (hash, person, purpose, expires_at) VALUES ($1, $2, $3, $4)",
        params![hash, person.map(|id| id.0), purpose, expires_at],
    )
    .await?;
    Ok(())
}

/// The link with this hash, if it still works.
pub(crate) async fn link(sql: &Sql, hash: &str, now: Time) -> Result<Option<LinkRow>> {
    sql.first(
        "SELECT person, purpose FROM links WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
        params![hash, now],
    )
    .await
}

/// Uses a link up; false when someone was faster.
pub(crate) async fn use_link(tx: &Tx, hash: &str) -> Result<bool> {
    let used = tx
        .exec(
            "UPDATE links SET used_at = $2 WHERE hash = $1 AND used_at IS NULL AND expires_at > $2",
            params![hash, tx.now()],
        )
        .await?;
    Ok(used == 1)
}

/// Ends earlier links of this person: only the newest works.
pub(crate) async fn end_links(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("UPDATE links SET used_at = $2 WHERE person = $1 AND used_at IS NULL", params![person.0, tx.now()]).await?;
    Ok(())
}

/// Somebody is an administrator.
pub(crate) async fn has_administrator(sql: &Sql) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM roles WHERE role = 'administrator'", vec![]).await? > 0)
}

/// A first administrator's link still works.
pub(crate) async fn first_link_works(sql: &Sql, hash: &str, now: Time) -> Result<bool> {
    Ok(link(sql, hash, now).await?.is_some_and(|link| link.purpose == "first"))
}

pub(crate) async fn add_session(tx: &Tx, hash: &str, person: PersonId, expires_at: Time) -> Result<()> {
    tx.exec("DELETE FROM sessions WHERE expires_at < $1", params![tx.now()]).await?;
    tx.exec(
        "INSERT INTO sessions (hash, person, created_at, expires_at) VALUES ($1, $2, $3, $4)",
        params![hash, person.0, tx.now(), expires_at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn end_session(tx: &Tx, hash: &str) -> Result<()> {
    tx.exec("DELETE FROM sessions WHERE hash = $1", params![hash]).await?;
    Ok(())
}

pub(crate) async fn end_sessions(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec("DELETE FROM sessions WHERE person = $1", params![person.0]).await?;
    Ok(())
}

/// The active person of a live session.
pub(crate) async fn by_session(sql: &Sql, hash: &str, now: Time) -> Result<Option<PersonRow>> {
    sql.first(
        &format!("SELECT {PERSON} FROM sessions s JOIN people p ON p.id = s.person WHERE s.hash = $1 AND s.expires_at > $2 AND p.active"),
        params![hash, now],
    )
    .await
}

pub(crate) async fn break_glass(tx: &Tx, person: PersonId, city: CityId, until: Time) -> Result<()> {
    tx.exec(
        "INSERT INTO broken_glass (person, city, until) VALUES ($1, $2, $3) ON CONFLICT (person, city) DO UPDATE SET until = excluded.until",
        params![person.0, city.0, until],
    )
    .await?;
    Ok(())
}

pub(crate) async fn glass(sql: &Sql, person: i64, now: Time) -> Result<Vec<CityId>> {
    let rows = sql.raw("SELECT city FROM broken_glass WHERE person = $1 AND until > $2", params![person, now]).await?;
    rows.iter().map(|row| row.get("city").map(CityId)).collect()
}
