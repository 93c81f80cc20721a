//! The people of member cities, and when they were last here.

use base::{CityId, HeldFor, PersonId, ROLES, Result, Time};
use store::{Condition, Sql, Statement, Tx, params};

use crate::rules::{ASKED_AGAIN, Contact, SILENT, UNANSWERED};

/// People who are asked in one step.
const STEP: i64 = 200;

/// Roles of member cities `c` that `p` holds now: what is asked of them follows.
fn contacts(select: &str, now: Time) -> Statement {
    let of_cities = ROLES.iter().filter(|kind| kind.held_for == HeldFor::City).map(|kind| kind.code);
    let text = format!(
        "SELECT {select} FROM roles r JOIN people p ON p.id = r.person \
         JOIN cities c ON c.id = CASE WHEN r.role IN ('city-lead', 'practitioner') THEN CAST(r.scope AS BIGINT) ELSE 0 END"
    );
    Statement::new(text, ())
        .meets(Condition::among("r.role", of_cities))
        .when("(r.ends_at IS NULL OR r.ends_at > ?)", now)
        .when("p.erased_at IS NULL", ())
        .meets(cities::access::members())
}

/// Has taken up an account that is open and stays so, and was not here for long.
fn silent(now: Time) -> Condition {
    let before = now - SILENT;
    Condition::new("p.active AND p.password IS NOT NULL AND COALESCE(p.seen_at, p.counted_from) < ?", before)
        .and(Condition::new("NOT EXISTS (SELECT 1 FROM erasures e WHERE e.person = p.id)", ()))
}

/// Was asked and is silent still, long after: since the question, or since long before it.
fn unanswered(now: Time) -> Condition {
    let last = "COALESCE(p.seen_at, p.counted_from)";
    silent(now).and(Condition::new(
        format!("{last} < ? AND p.asked_at > {last} AND (p.asked_at < ? OR {last} < ?)"),
        params![now - SILENT - UNANSWERED, now - UNANSWERED, now - SILENT - ASKED_AGAIN],
    ))
}

/// Which of them are listed.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    /// Of cities of these regions.
    pub regions: Vec<String>,
    /// Only those who were not here for long.
    pub silent: bool,
}

impl Listed {
    fn of(&self, select: &str, now: Time) -> Statement {
        let own = contacts(select, now).meets(Condition::among("c.region", self.regions.clone()));
        if self.silent { own.meets(silent(now)) } else { own }
    }
}

/// Some of them, by name.
pub(crate) async fn some(sql: &Sql, listed: &Listed, now: Time, most: i64, from: i64) -> Result<Vec<Contact>> {
    listed
        .of(
            "p.id AS person, p.name, p.email, p.lang, p.active, (p.password IS NOT NULL) AS ready, p.mail_refused_at, p.seen_at, p.counted_from, \
             r.role, c.id AS city",
            now,
        )
        .push("ORDER BY p.name_key, p.id, r.id LIMIT ? OFFSET ?", params![most, from])
        .all(sql)
        .await
}

/// How many there are.
pub(crate) async fn count(sql: &Sql, listed: &Listed, now: Time) -> Result<i64> {
    listed.of("COUNT(*) AS n", now).number(sql).await
}

/// Those of this city who were not here for long.
pub(crate) async fn silent_of(sql: &Sql, city: CityId, now: Time) -> Result<Vec<PersonId>> {
    let own = contacts("DISTINCT p.id AS person", now).when("r.scope = ?", city.0.to_string()).meets(silent(now));
    let rows = own.push("ORDER BY p.id LIMIT 500", ()).raw(sql).await?;
    rows.iter().map(|row| row.get("person")).collect()
}

/// How many of this city's people were asked and have not come, but for this one.
pub(crate) async fn unanswered_of(sql: &Sql, city: CityId, but: PersonId, now: Time) -> Result<i64> {
    let own =
        contacts("COUNT(DISTINCT p.id) AS n", now).when("r.scope = ? AND p.id <> ?", params![city.0.to_string(), but]);
    own.meets(unanswered(now)).number(sql).await
}

/// How many of those who lead cities of these regions were asked and have not come.
pub(crate) async fn unanswered_leads(sql: &Sql, regions: &[String], now: Time) -> Result<i64> {
    let own = contacts("COUNT(DISTINCT p.id) AS n", now).when("r.role = 'city-lead'", ());
    own.meets(Condition::among("c.region", regions.to_vec())).meets(unanswered(now)).number(sql).await
}

fn is_to_be_asked(now: Time) -> Condition {
    silent(now).and(Condition::new("(p.asked_at IS NULL OR p.asked_at < ?)", now - ASKED_AGAIN))
}

/// Some of those who are to be asked whether they still work for their cities.
pub(crate) async fn to_ask(sql: &Sql, now: Time) -> Result<Vec<PersonId>> {
    let own = contacts("DISTINCT p.id AS person", now).meets(is_to_be_asked(now));
    let rows = own.push("ORDER BY p.id LIMIT ?", STEP).raw(sql).await?;
    rows.iter().map(|row| row.get("person")).collect()
}

/// They are asked now; false where they were meanwhile.
pub(crate) async fn set_asked(tx: &Tx, person: PersonId) -> Result<bool> {
    let asked = tx
        .exec(
            "UPDATE people SET asked_at = $2 WHERE id = $1 AND (asked_at IS NULL OR asked_at < $3)",
            params![person, tx.now(), tx.now() - ASKED_AGAIN],
        )
        .await?;
    Ok(asked == 1)
}

/// Was this person not here for long?
pub(crate) async fn is_silent(sql: &Sql, person: PersonId, now: Time) -> Result<bool> {
    let own = Statement::new("SELECT COUNT(*) AS n FROM people p", ()).when("p.id = ?", person).meets(silent(now));
    Ok(own.number(sql).await? == 1)
}

/// Of those of whom nobody knows when they were last here, a year is counted from now on.
pub(crate) async fn count_from_now(tx: &Tx) -> Result<()> {
    let unknown = "UPDATE people SET counted_from = $1 WHERE seen_at IS NULL AND counted_from IS NULL AND password IS NOT NULL AND erased_at IS NULL";
    tx.exec(unknown, params![tx.now()]).await.map(|_| ())
}
