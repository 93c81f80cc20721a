//! Roles: held, given, taken.

use std::collections::HashMap;

use base::{CityId, PersonId, Result, Role, Time};
use store::{FromRow, Insert, Sql, Statement, Tx, params};

use super::roles;
use crate::rules::{LATELY, PersonRow, RoleRow};

/// People of a city, a region or the central team who are told of something at most: more than any has.
const TOLD: i64 = 1_000;

/// The roles of one person.
pub(crate) async fn of(sql: &Sql, person: PersonId) -> Result<Vec<RoleRow>> {
    roles().when("person = ?", person).push("ORDER BY id LIMIT 200", ()).all(sql).await
}

/// One role of this person, if they hold it.
pub(crate) async fn find(sql: &Sql, person: PersonId, id: i64) -> Result<Option<RoleRow>> {
    roles().when("id = ? AND person = ?", params![id, person]).first(sql).await
}

/// Was this role of this person taken, as long as that is remembered?
pub(crate) async fn has_ended(sql: &Sql, person: PersonId, id: i64) -> Result<bool> {
    let n = sql
        .number("SELECT COUNT(*) AS n FROM ended_roles WHERE id = $1 AND person = $2", params![id, person.0])
        .await?;
    Ok(n > 0)
}

/// Does this person hold this role?
pub(crate) async fn holds(sql: &Sql, person: PersonId, role: &Role) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM roles WHERE person = $1 AND role = $2 AND scope = $3",
            params![person.0, role.code(), role.scope()],
        )
        .await?;
    Ok(n > 0)
}

/// A role as it is given.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    /// Since when it counts as held.
    pub since: Time,
    /// From which of a city's own documents on it shows them; none: all.
    pub sees_from: Option<i64>,
    /// When it is over; none: nobody has said so.
    pub ends_at: Option<Time>,
}

impl Given {
    /// From now on, until somebody takes it, and all of the city's own.
    pub fn whole(now: Time) -> Given {
        Given { since: now, sees_from: None, ends_at: None }
    }
}

/// Gives a role, and answers its id; none where it is held already.
pub(crate) async fn grant(tx: &Tx, person: PersonId, role: &Role, given: Given) -> Result<Option<i64>> {
    let id = tx.new_id();
    let rows = tx
        .exec(
            "INSERT INTO roles (id, person, role, scope, granted_at, sees_from, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
             ON CONFLICT (person, role, scope) DO NOTHING",
            params![id, person.0, role.code(), role.scope(), given.since, given.sees_from, given.ends_at],
        )
        .await?;
    Ok((rows == 1).then_some(id))
}

/// From now on this is when a role is over.
pub(crate) async fn set_end(tx: &Tx, id: i64, ends_at: Option<Time>) -> Result<()> {
    tx.exec("UPDATE roles SET ends_at = $2 WHERE id = $1", params![id, ends_at]).await.map(|_| ())
}

/// Roles that are over: of them nobody has seen to it.
pub(crate) async fn over(sql: &Sql, now: Time) -> Result<Vec<RoleRow>> {
    roles().when("ends_at <= ?", now).push("ORDER BY ends_at, id LIMIT ?", TOLD).all(sql).await
}

/// The role with this id, whoever holds it.
pub(crate) async fn one(sql: &Sql, id: i64) -> Result<Option<RoleRow>> {
    roles().when("id = ?", id).first(sql).await
}

/// From now on this role shows of the city's own things what comes after it, as if it was given now.
pub(crate) async fn begin_anew(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("UPDATE roles SET granted_at = $2, sees_from = $3 WHERE id = $1", params![id, tx.now(), tx.new_id()])
        .await
        .map(|_| ())
}

/// What this person holds for a city shows all of its own things; false where it did.
pub(crate) async fn show_all(tx: &Tx, city: CityId, person: PersonId) -> Result<bool> {
    let shown = tx
        .exec(
            "UPDATE roles SET sees_from = NULL WHERE person = $1 AND scope = $2 \
             AND role IN ('city-lead', 'practitioner') AND sees_from IS NOT NULL",
            params![person.0, city.0.to_string()],
        )
        .await?;
    Ok(shown > 0)
}

/// Newcomers of a city that are shown at once; whoever is confirmed makes room for the next.
pub(crate) const NEWCOMERS: usize = 50;

/// What people hold for a city who may sign in, and whose roles there were all given since `since` and show only what comes
/// after them: all of one person after the other, whoever came first before the others, of one more
/// than [`NEWCOMERS`] at most.
pub(crate) async fn of_newcomers(sql: &Sql, city: CityId, since: Time) -> Result<Vec<RoleRow>> {
    let scope = || city.0.to_string();
    roles()
        .when("scope = ? AND role IN ('city-lead', 'practitioner')", scope())
        .when(
            "person IN (SELECT r.person FROM roles r JOIN people p ON p.id = r.person WHERE r.scope = ? \
             AND r.role IN ('city-lead', 'practitioner') AND r.sees_from IS NOT NULL AND r.granted_at > ? \
             AND p.active AND p.password IS NOT NULL AND NOT EXISTS (SELECT 1 FROM roles o WHERE o.person = r.person \
             AND o.scope = r.scope AND o.role IN ('city-lead', 'practitioner') \
             AND (o.sees_from IS NULL OR o.granted_at <= ?)) GROUP BY r.person ORDER BY MIN(r.id) LIMIT ?)",
            params![scope(), since, since, NEWCOMERS as i64 + 1],
        )
        .push("ORDER BY person, id", ())
        .all(sql)
        .await
}

/// Roles for one city that are shown at once; what is beyond is found in the back office alone.
pub(crate) const OF_CITY: i64 = 500;

/// What people hold for a city, also those whose accounts are closed: all of one person after the other, by name.
pub(crate) async fn of_city(sql: &Sql, city: CityId) -> Result<Vec<(PersonRow, RoleRow)>> {
    let all = Statement::new(
        "SELECT r.id, r.person, r.role, r.scope, r.granted_at, r.sees_from, r.ends_at, p.email, p.name, p.lang, p.active, \
         (p.password IS NOT NULL) AS ready, p.mail_refused_at FROM roles r JOIN people p ON p.id = r.person",
        (),
    );
    let rows = all
        .when("r.scope = ? AND r.role IN ('city-lead', 'practitioner')", city.0.to_string())
        .push("ORDER BY p.name_key, p.id, r.id LIMIT ?", OF_CITY)
        .raw(sql)
        .await?;
    let read = |row: &store::Row| {
        let person = PersonRow {
            id: row.get("person")?,
            email: row.get("email")?,
            name: row.get("name")?,
            lang: row.get("lang")?,
            active: row.get("active")?,
            ready: row.get("ready")?,
            mail_refused_at: row.get("mail_refused_at")?,
        };
        Ok((person, RoleRow::from_row(row)?))
    };
    rows.iter().map(read).collect()
}

/// Takes a role; it is remembered for a while. `taken_up`: whoever held it has set a password, and may sign in.
pub(crate) async fn take(tx: &Tx, row: &RoleRow, taken_up: bool) -> Result<()> {
    Insert::into("ended_roles")
        .set("id", row.id)
        .set("person", row.person)
        .set("role", row.role.code())
        .set("scope", row.role.scope())
        .set("granted_at", row.granted_at)
        .set("sees_from", row.sees_from)
        .set("ended_at", tx.now())
        .set("taken_up", taken_up)
        .exec(tx)
        .await?;
    tx.exec("DELETE FROM roles WHERE id = $1", params![row.id]).await.map(|_| ())
}

/// The leads of a city with their roles: those who could object to something. Whoever is deactivated, or was invited and
/// has set no password yet, could not.
pub(crate) async fn leads(sql: &Sql, city: CityId) -> Result<Vec<RoleRow>> {
    roles()
        .when("role = 'city-lead' AND scope = ?", city.0.to_string())
        .when("person IN (SELECT id FROM people WHERE active AND password IS NOT NULL)", ())
        .push("ORDER BY id LIMIT ?", TOLD)
        .all(sql)
        .await
}

/// Cities that this person leads, and nobody else who may sign in and has done so; 200 at most.
pub(crate) async fn led_alone(sql: &Sql, person: PersonId) -> Result<Vec<CityId>> {
    let alone = "person = ? AND role = 'city-lead' AND NOT EXISTS (SELECT 1 FROM roles o JOIN people p ON p.id = o.person \
                 WHERE o.role = 'city-lead' AND o.scope = roles.scope AND o.person <> roles.person AND p.active \
                 AND p.password IS NOT NULL)";
    let led = roles().when(alone, person).push("ORDER BY id LIMIT 200", ()).all::<RoleRow>(sql).await?;
    Ok(led.iter().filter_map(|row| row.role.city()).collect())
}

/// Which of these cities somebody leads who may sign in, and has done so.
///
/// # Errors
/// When the database does not answer.
pub async fn led(sql: &Sql, cities: &[CityId]) -> Result<Vec<CityId>> {
    with_leads(sql, cities, None).await
}

/// What these people hold now. Ask for a page's worth.
///
/// # Errors
/// When the database does not answer.
pub async fn held_now(sql: &Sql, people: &[PersonId], now: Time) -> Result<HashMap<PersonId, Vec<Role>>> {
    let held = super::roles_of_many(sql, people).await?;
    let now = |rows: Vec<RoleRow>| rows.into_iter().filter(|row| row.holds(now)).map(|row| row.role).collect();
    Ok(held.into_iter().map(|(person, rows)| (person, now(rows))).collect())
}

/// Since when somebody who leads these cities, may sign in and has done so, does that; cities that nobody leads are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn led_since(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Time>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let led = Statement::new("SELECT scope, MAX(granted_at) AS at FROM roles", ())
        .when("role = 'city-lead' AND person IN (SELECT id FROM people WHERE active AND password IS NOT NULL)", ())
        .when_in("scope", cities.iter().map(|city| city.0.to_string()));
    let rows = led.push("GROUP BY scope", ()).raw(sql).await?;
    let read = |row: &store::Row| {
        Ok((CityId(row.get::<String>("scope")?.parse().map_err(base::Fail::internal)?), row.get("at")?))
    };
    rows.iter().map(read).collect()
}

/// In which of these cities one of those can decide: they see all of the city's own.
pub(crate) async fn decided(sql: &Sql, cities: &[CityId], now: Time) -> Result<Vec<CityId>> {
    with_leads(sql, cities, Some(now - LATELY)).await
}

/// `since`: leads only who see all, or were given their role no later than this.
async fn with_leads(sql: &Sql, cities: &[CityId], since: Option<Time>) -> Result<Vec<CityId>> {
    if cities.is_empty() {
        return Ok(Vec::new());
    }
    let mut led = Statement::new("SELECT DISTINCT scope FROM roles", ())
        .when("role = 'city-lead' AND person IN (SELECT id FROM people WHERE active AND password IS NOT NULL)", ())
        .when_in("scope", cities.iter().map(|city| city.0.to_string()));
    if let Some(since) = since {
        led = led.when("(sees_from IS NULL OR granted_at <= ?)", since);
    }
    let rows = led.raw(sql).await?;
    let scopes = rows.iter().map(|row| row.get::<String>("scope")).collect::<Result<Vec<_>>>()?;
    Ok(scopes.iter().filter_map(|scope| scope.parse().ok().map(CityId)).collect())
}

/// Somebody who leads a city.
pub struct Leading {
    /// The city.
    pub city: CityId,
    /// As they write it.
    pub name: String,
    /// Their address: for those who answer for the city alone.
    pub email: String,
}

/// Who leads these cities and may sign in, and has done so. Ask for a page's worth.
///
/// # Errors
/// When the database does not answer.
pub async fn leading(sql: &Sql, cities: &[CityId]) -> Result<Vec<Leading>> {
    if cities.is_empty() {
        return Ok(Vec::new());
    }
    let leads = Statement::new("SELECT r.scope, p.name, p.email FROM roles r JOIN people p ON p.id = r.person", ());
    let rows = leads
        .when("r.role = 'city-lead' AND p.active AND p.password IS NOT NULL", ())
        .when_in("r.scope", cities.iter().map(|city| city.0.to_string()))
        .push("ORDER BY p.name_key, p.id LIMIT ?", TOLD)
        .raw(sql)
        .await?;
    let read = |row: &store::Row| {
        let city = CityId(row.get::<String>("scope")?.parse().map_err(base::Fail::internal)?);
        Ok(Leading { city, name: row.get("name")?, email: row.get("email")? })
    };
    rows.iter().map(read).collect()
}

/// The people who led a city at this time and are told of something: whoever has lost that since is among them.
pub(crate) async fn leads_at(sql: &Sql, city: CityId, at: Time) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role = 'city-lead' AND scope = $1 AND granted_at <= $2 \
         UNION SELECT person FROM ended_roles WHERE role = 'city-lead' AND scope = $1 AND granted_at <= $2 \
         AND ended_at >= $2 AND taken_up) ORDER BY p.id LIMIT $3",
        params![city.0.to_string(), at, TOLD],
    )
    .await
}

/// What this person holds for a city now, having set a password: what nobody took up opens no other role, however long ago it
/// was given.
pub(crate) async fn in_force(sql: &Sql, person: PersonId, city: CityId, now: Time) -> Result<Vec<RoleRow>> {
    roles()
        .when("person = ? AND scope = ?", params![person, city.0.to_string()])
        .when("(ends_at IS NULL OR ends_at > ?)", now)
        .when("role IN ('city-lead', 'practitioner')", ())
        .when("person IN (SELECT id FROM people WHERE password IS NOT NULL AND active)", ())
        .push("LIMIT 10", ())
        .all(sql)
        .await
}

/// This role, if this person lost it since `since` and had held it for longer than lately: what was given and taken while
/// hardly anybody knew of it is none, nor what rested on a closed account.
pub(crate) async fn lost(sql: &Sql, person: PersonId, role: &Role, since: Time) -> Result<Option<RoleRow>> {
    let ended = Statement::new(
        "SELECT id, person, role, scope, granted_at, sees_from, ended_at AS ends_at, ended_at FROM ended_roles",
        (),
    )
    .when("person = ? AND role = ? AND scope = ?", params![person, role.code(), role.scope()])
    .when("ended_at >= ? AND taken_up", since)
    .push("ORDER BY ended_at DESC LIMIT 100", ())
    .raw(sql)
    .await?;
    for row in &ended {
        let (held, ended_at) = (RoleRow::from_row(row)?, row.get::<Time>("ended_at")?);
        if held.granted_at + LATELY <= ended_at {
            return Ok(Some(held));
        }
    }
    Ok(None)
}

/// As what somebody is told of what is done with a city's people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// They hold a role for it.
    Holds,
    /// They hold none any more, and led it lately.
    Led,
}

/// As what this person is told of a city's people, if they led it no earlier than `since` or hold a role for it.
pub(crate) async fn standing(sql: &Sql, person: PersonId, city: CityId, since: Time) -> Result<Option<Standing>> {
    let own = params![person.0, city.0.to_string()];
    let held =
        "SELECT COUNT(*) AS n FROM roles WHERE person = $1 AND scope = $2 AND role IN ('city-lead', 'practitioner')";
    if sql.number(held, own).await? > 0 {
        return Ok(Some(Standing::Holds));
    }
    let led = "SELECT COUNT(*) AS n FROM ended_roles WHERE person = $1 AND scope = $2 AND role = 'city-lead' \
               AND ended_at >= $3 AND taken_up";
    let led = sql.number(led, params![person.0, city.0.to_string(), since]).await?;
    Ok((led > 0).then_some(Standing::Led))
}

/// Those who look after a city, or its practitioners where it has no lead: who may sign in, and has done so.
pub async fn leads_of(sql: &Sql, city: CityId) -> Result<Vec<PersonId>> {
    for role in ["city-lead", "practitioner"] {
        let people = ids(
            sql,
            "SELECT p.id FROM people p JOIN roles r ON r.person = p.id WHERE r.role = $1 AND r.scope = $2 AND p.active \
             AND p.password IS NOT NULL ORDER BY p.id LIMIT $3",
            params![role, city.0.to_string(), TOLD],
        )
        .await?;
        if !people.is_empty() {
            return Ok(people);
        }
    }
    Ok(Vec::new())
}

/// The central team and the administrators who may sign in, and have done so.
pub async fn central_team(sql: &Sql) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('central-team', 'administrator')) ORDER BY p.id LIMIT $1",
        params![TOLD],
    )
    .await
}

/// The regional officers of a region who may sign in, and have done so.
pub async fn officers_of(sql: &Sql, region: &str) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p JOIN roles r ON r.person = p.id WHERE r.role = 'regional-officer' AND r.scope = $1 \
         AND p.active AND p.password IS NOT NULL ORDER BY p.id LIMIT $2",
        params![region, TOLD],
    )
    .await
}

/// Who answers for a region: its officers, the central team and the administrators, as far as they may sign in and have done so. Of
/// no region (an empty slug) the central team and the administrators.
///
/// # Errors
/// When the database does not answer.
pub async fn office_of(sql: &Sql, region: &str) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('central-team', 'administrator') \
         OR (role = 'regional-officer' AND scope = $1 AND $1 <> '')) ORDER BY p.id LIMIT $2",
        params![region, TOLD],
    )
    .await
}

/// The people of a city who are told of something: who hold a role for it now, may sign in, and have done so.
pub(crate) async fn people_of(sql: &Sql, city: CityId) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1) \
         ORDER BY p.id LIMIT $2",
        params![city.0.to_string(), TOLD],
    )
    .await
}

/// Those who could object to what is done with the people of a city without a lead: its people, and whoever led it and
/// lost that since `since`.
pub(crate) async fn people_and_former_leads(sql: &Sql, city: CityId, since: Time) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1 \
         UNION SELECT person FROM ended_roles WHERE role = 'city-lead' AND scope = $1 AND ended_at >= $2 AND taken_up) \
         ORDER BY p.id LIMIT $3",
        params![city.0.to_string(), since, TOLD],
    )
    .await
}

/// The people of a city, and whoever was of it since `since`: nobody can be kept from hearing of broken glass by taking
/// their role away first.
pub(crate) async fn people_lately_of(sql: &Sql, city: CityId, since: Time) -> Result<Vec<PersonId>> {
    ids(
        sql,
        "SELECT p.id FROM people p WHERE p.active AND p.password IS NOT NULL AND p.id IN (\
         SELECT person FROM roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1 \
         UNION SELECT person FROM ended_roles WHERE role IN ('city-lead', 'practitioner') AND scope = $1 \
         AND ended_at >= $2 AND taken_up) ORDER BY p.id LIMIT $3",
        params![city.0.to_string(), since, TOLD],
    )
    .await
}

async fn ids(sql: &Sql, text: &str, values: Vec<store::Value>) -> Result<Vec<PersonId>> {
    let rows = sql.raw(text, values).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Forgets roles that ended before this time.
pub(crate) async fn forget_ended(tx: &Tx, before: Time) -> Result<()> {
    tx.exec("DELETE FROM ended_roles WHERE ended_at < $1", params![before]).await.map(|_| ())
}
