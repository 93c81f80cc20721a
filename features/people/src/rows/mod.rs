//! All the SQL of people.

pub(crate) mod account;
pub(crate) mod address;
pub(crate) mod bodies;
pub(crate) mod city;
pub(crate) mod coming;
pub(crate) mod contacts;
pub(crate) mod endings;
pub(crate) mod erasures;
pub(crate) mod glass;
pub(crate) mod idps;
pub(crate) mod invitations;
pub(crate) mod links;
pub(crate) mod oidc;
pub(crate) mod passkeys;
pub(crate) mod pressed;
pub(crate) mod record;
pub(crate) mod requests;
pub(crate) mod roles;
pub(crate) mod second_step;
pub(crate) mod waits;

use std::collections::HashMap;

use base::{Lang, PersonId, Result, Role, Time};
use store::{Insert, Sql, Statement, Tx, params};

use crate::rules::{Newcomer, PersonRow, RoleRow};

/// Roles that are held: what is asked of them follows.
fn roles() -> Statement {
    Statement::new("SELECT id, person, role, scope, granted_at, sees_from, ends_at FROM roles", ())
}

/// The rule that one address has one account.
pub(crate) const EMAIL_TAKEN: &str = "people.email";

/// People who are not erased: what is asked of `p` follows.
fn people() -> Statement {
    Statement::new(
        "SELECT p.id, p.email, p.name, p.lang, p.active, (p.password IS NOT NULL) AS ready, p.mail_refused_at FROM people p",
        (),
    )
    .when("p.erased_at IS NULL", ())
}

/// The person with this id.
pub(crate) async fn by_id(sql: &Sql, id: PersonId) -> Result<PersonRow> {
    people().when("p.id = ?", id).one(sql).await
}

/// The person with this id, if there is one.
pub(crate) async fn find(sql: &Sql, id: PersonId) -> Result<Option<PersonRow>> {
    people().when("p.id = ?", id).first(sql).await
}

/// The person with this id, for whoever was told of too late: of somebody who was erased meanwhile a line in place of the name.
pub(crate) async fn find_or_nameless(sql: &Sql, id: PersonId) -> Result<Option<PersonRow>> {
    if let Some(person) = find(sql, id).await? {
        return Ok(Some(person));
    }
    let known = named(sql, &[id]).await?.remove(&id);
    let nameless = |(name, email)| PersonRow {
        id,
        email,
        name,
        lang: Lang::EN,
        active: false,
        ready: false,
        mail_refused_at: None,
    };
    Ok(known.map(nameless))
}

/// The person with this (folded) address.
pub(crate) async fn by_email(sql: &Sql, email: &str) -> Result<Option<PersonRow>> {
    people().when("p.email = ?", email).first(sql).await
}

pub(crate) struct Secret {
    pub id: PersonId,
    pub password: Option<String>,
    /// May sign in.
    pub active: bool,
}
store::from_row!(Secret in people: id, password, active);

/// A person's id and password hash, and whether they may sign in.
pub(crate) async fn secret(sql: &Sql, email: &str) -> Result<Option<Secret>> {
    sql.first("SELECT id, password, active FROM people WHERE email = $1 AND erased_at IS NULL", params![email]).await
}

/// One page of people; `text` is part of a name or address. By name, unless `sort` says otherwise.
pub(crate) async fn page(sql: &Sql, text: &str, sort: &str, limit: i64, offset: i64) -> Result<Vec<PersonRow>> {
    let order = match sort {
        "name-z" => "ORDER BY p.name_key DESC, p.id DESC",
        "email" => "ORDER BY p.email",
        "email-z" => "ORDER BY p.email DESC",
        _ => "ORDER BY p.name_key, p.id",
    };
    people().when(SEARCH, pattern(text)).push(order, ()).push("LIMIT ? OFFSET ?", params![limit, offset]).all(sql).await
}

/// How many people match.
pub(crate) async fn count(sql: &Sql, text: &str) -> Result<i64> {
    Statement::new("SELECT COUNT(*) AS n FROM people p", ()).when(SEARCH, pattern(text)).number(sql).await
}

const SEARCH: &str = "p.folded LIKE ? ESCAPE '!' AND p.erased_at IS NULL";

fn pattern(text: &str) -> String {
    let text: String = base::fold::fold(text.trim())
        .chars()
        .flat_map(|letter| if matches!(letter, '%' | '_' | '!') { vec!['!', letter] } else { vec![letter] })
        .collect();
    format!("%{text}%")
}

/// Everyone with their roles, for the command line; at most 10,000.
pub async fn list(sql: &Sql) -> Result<Vec<(PersonRow, Vec<Role>)>> {
    let people = page(sql, "", "", 10_000, 0).await?;
    let ids: Vec<PersonId> = people.iter().map(|person| person.id).collect();
    let mut roles = roles_of_many(sql, &ids).await?;
    Ok(people
        .into_iter()
        .map(|person| {
            let own = roles.remove(&person.id).unwrap_or_default();
            (person, own.into_iter().map(|row| row.role).collect())
        })
        .collect())
}

/// The roles of several people.
pub(crate) async fn roles_of_many(sql: &Sql, people: &[PersonId]) -> Result<HashMap<PersonId, Vec<RoleRow>>> {
    let mut all: HashMap<PersonId, Vec<RoleRow>> = HashMap::new();
    for part in people.chunks(500) {
        let rows: Vec<RoleRow> =
            self::roles().when_in("person", part.iter().copied()).push("ORDER BY id", ()).all(sql).await?;
        for row in rows {
            all.entry(row.person).or_default().push(row);
        }
    }
    Ok(all)
}

/// Names of people, by id.
pub async fn names(sql: &Sql, people: &[PersonId]) -> Result<HashMap<PersonId, String>> {
    let known = named(sql, people).await?;
    Ok(known.into_iter().map(|(id, (name, _))| (id, name)).collect())
}

/// Names and addresses of people, by id: of those who were erased a line in place of the name, and no address.
pub(crate) async fn named(sql: &Sql, people: &[PersonId]) -> Result<HashMap<PersonId, (String, String)>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let named =
        Statement::new("SELECT id, name, CASE WHEN erased_at IS NULL THEN email ELSE '' END AS email FROM people", ())
            .when_in("id", people.iter().copied());
    let read = |row: &store::Row| Ok((row.get("id")?, (row.get("name")?, row.get("email")?)));
    named.raw(sql).await?.iter().map(read).collect()
}

/// Somebody who has an account already.
#[derive(Clone, Debug)]
pub struct Account {
    /// The address.
    pub email: String,
    /// Their name.
    pub name: String,
    /// The codes of what they hold, each once.
    pub roles: Vec<String>,
}

/// Of these addresses those that have an account, with what it holds. Ask for a form's worth.
///
/// # Errors
/// When the database does not answer.
pub async fn accounts_of(sql: &Sql, emails: &[String]) -> Result<Vec<Account>> {
    if emails.is_empty() {
        return Ok(Vec::new());
    }
    const ACCOUNTS: &str =
        "SELECT p.email, p.name, COALESCE(r.role, '') AS role FROM people p LEFT JOIN roles r ON r.person = p.id";
    let found = Statement::new(ACCOUNTS, ()).when_in("p.email", emails.iter().map(String::as_str));
    let mut accounts: Vec<Account> = Vec::new();
    for row in found.push("ORDER BY p.email, r.role LIMIT 200", ()).raw(sql).await? {
        let (email, role): (String, String) = (row.get("email")?, row.get("role")?);
        if accounts.last().is_none_or(|own| own.email != email) {
            accounts.push(Account { email, name: row.get("name")?, roles: Vec::new() });
        }
        if let Some(own) = accounts.last_mut().filter(|own| !role.is_empty() && !own.roles.contains(&role)) {
            own.roles.push(role);
        }
    }
    Ok(accounts)
}

/// How many administrators there are besides this person who may sign in, and have done so.
pub(crate) async fn other_administrators(sql: &Sql, person: i64) -> Result<i64> {
    sql.number(
        "SELECT COUNT(DISTINCT p.id) AS n FROM people p JOIN roles r ON r.person = p.id WHERE r.role = 'administrator' AND p.active AND p.password IS NOT NULL AND p.id <> $1",
        params![person],
    )
    .await
}

pub(crate) async fn insert(tx: &Tx, id: PersonId, newcomer: &Newcomer) -> Result<()> {
    Insert::into("people")
        .set("id", id)
        .set("email", newcomer.email.as_str())
        .set("name", newcomer.name.as_str())
        .set("name_key", web::format::sort_key(&newcomer.name))
        .set("folded", folded(&newcomer.name, &newcomer.email))
        .set("lang", newcomer.lang)
        .set("created_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Whether nobody has shown yet that they read what is sent to this account's address.
pub(crate) async fn set_unproved(tx: &Tx, id: PersonId, unproved: bool) -> Result<()> {
    tx.exec("UPDATE people SET unproved = $1 WHERE id = $2", params![unproved, id.0]).await.map(|_| ())
}

/// Has nobody?
pub(crate) async fn is_unproved(sql: &Sql, id: PersonId) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM people WHERE id = $1 AND unproved", params![id.0]).await? > 0)
}

/// Whoever was invited like this since then, and has not come yet.
pub(crate) async fn invited(sql: &Sql, newcomer: &Newcomer, role: &Role, since: Time) -> Result<Option<PersonId>> {
    let found = Statement::new("SELECT p.id FROM people p JOIN roles r ON r.person = p.id", ())
        .when("p.email = ? AND p.name = ?", params![newcomer.email.as_str(), newcomer.name.as_str()])
        .when("p.password IS NULL AND p.active AND p.created_at > ?", since)
        .when("r.role = ? AND r.scope = ?", params![role.code(), role.scope()])
        .raw(sql)
        .await?;
    found.first().map(|row| row.get("id")).transpose()
}

/// Was what this account holds, or held, given by somebody else than this person, as the record has it? What the command
/// line gave was.
pub(crate) async fn was_given_by_others(sql: &Sql, id: PersonId, by: Option<PersonId>) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM audit WHERE subject = $1 AND action IN ($2, $3) AND COALESCE(actor, 0) <> $4",
            params![
                id.to_string(),
                crate::acts::INVITED.code(),
                crate::acts::ROLE_GRANTED.code(),
                by.map_or(0, |by| by.0)
            ],
        )
        .await?;
    Ok(n > 0)
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
pub(crate) async fn foreign_addresses(sql: &Sql, after: PersonId, limit: i64) -> Result<Vec<PersonRow>> {
    people()
        .when("p.id > ? AND octet_length(p.email) <> length(p.email)", after)
        .push("ORDER BY p.id LIMIT ?", limit)
        .all(sql)
        .await
}

/// Writes the same address in another form.
pub(crate) async fn readdress(tx: &Tx, person: &PersonRow, email: &str) -> Result<()> {
    tx.exec(
        "UPDATE people SET email = $2, folded = $3, mail_refused_at = NULL WHERE id = $1",
        params![person.id, email, folded(&person.name, email)],
    )
    .await
    .map(|_| ())
}

/// A mail server refused an e-mail to this address for good.
pub(crate) async fn set_mail_refused(tx: &Tx, email: &str) -> Result<()> {
    let now = "UPDATE people SET mail_refused_at = $2 WHERE email = $1 AND erased_at IS NULL";
    tx.exec(now, params![email, tx.now()]).await.map(|_| ())
}

/// Was one refused, and none taken since?
pub(crate) async fn is_mail_refused(sql: &Sql, email: &str) -> Result<bool> {
    let refused = "SELECT COUNT(*) AS n FROM people WHERE email = $1 AND mail_refused_at IS NOT NULL";
    Ok(sql.number(refused, params![email]).await? > 0)
}

/// One was taken.
pub(crate) async fn set_mail_reached(tx: &Tx, email: &str) -> Result<()> {
    tx.exec("UPDATE people SET mail_refused_at = NULL WHERE email = $1", params![email]).await.map(|_| ())
}
