//! All the SQL of what is decided about memberships.

use std::collections::HashMap;

use base::{Actor, CityId, PersonId, Result, Time};
use store::{Day, Insert, Sql, Statement, Tx, Update, params};

use crate::rules::{Answered, Decided, Decision, DecisionState, Draft};

/// Decisions of one city that are shown at most.
const SHOWN: i64 = 200;
/// Proposals that are told at once, at most.
const STEP: i64 = 50;
/// Answers to one proposal that are shown at most.
pub(crate) const ANSWERS: i64 = 50;

fn decisions() -> Statement {
    Statement::new(
        "SELECT id, city, decision, state, from_day, reason, evidence, entered_by, entered_at, heard_until, note, decided_by, \
         dropped_by, applied_at FROM status_decisions",
        (),
    )
}

/// Until this transaction is over nobody else decides about this city.
pub(crate) async fn lock(tx: &Tx, city: CityId) -> Result<()> {
    tx.one_at_a_time(&format!("status {city}")).await
}

/// All that was decided about a city, the newest first; also about records that went into it.
pub(crate) async fn of_city(sql: &Sql, city: CityId) -> Result<Vec<Decided>> {
    let also = "(city = ? OR city IN (SELECT id FROM cities WHERE merged_into = ?))";
    decisions().when(also, params![city, city]).push("ORDER BY id DESC LIMIT ?", SHOWN).all(sql).await
}

/// One decision about this city.
pub(crate) async fn one(sql: &Sql, city: CityId, id: i64) -> Result<Decided> {
    let also = "(city = ? OR city IN (SELECT id FROM cities WHERE merged_into = ?))";
    decisions().when(also, params![city, city]).when("id = ?", id).one(sql).await
}

/// What waits of a city: for somebody else, and for its day.
pub(crate) async fn open(sql: &Sql, city: CityId) -> Result<Vec<Decided>> {
    let open = decisions().when("city = ? AND state <> 'dropped' AND applied_at IS NULL", city);
    open.push("ORDER BY id LIMIT 2", ()).all(sql).await
}

/// What is proposed of a city, and waits for a second person.
pub(crate) async fn proposed(sql: &Sql, city: CityId) -> Result<Option<Decided>> {
    decisions().when("city = ?", city).when("state = ?", DecisionState::Proposed).first(sql).await
}

/// Was the same entered by this person since then?
pub(crate) async fn was_entered(sql: &Sql, actor: &Actor, city: CityId, draft: &Draft, since: Time) -> Result<bool> {
    let same = Statement::new("SELECT COUNT(*) AS n FROM status_decisions", ())
        .when("city = ? AND reason = ?", params![city, draft.reason.as_str()])
        .when("decision = ? AND evidence = ?", params![draft.decision, draft.evidence.as_str()])
        .when("(from_day IS NULL OR from_day = ?)", Day(draft.from))
        .when("state <> 'dropped'", ())
        .when("entered_by = ? AND entered_at > ?", params![actor.id(), since]);
    Ok(same.number(sql).await? > 0)
}

/// Of these cities, what waits: for somebody else, or for its day.
pub(crate) async fn open_of(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Decided>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let open = decisions().when("state <> 'dropped' AND applied_at IS NULL", ());
    let found: Vec<Decided> = open.when_in("city", cities.iter().copied()).push("ORDER BY id", ()).all(sql).await?;
    Ok(found.into_iter().map(|own| (own.city, own)).collect())
}

/// Suspensions that wait for a second person who is not this one, the oldest first.
pub(crate) async fn waiting_for(sql: &Sql, person: PersonId) -> Result<Vec<Decided>> {
    let waiting = decisions().when("state = ?", DecisionState::Proposed);
    let others = waiting.when("(entered_by IS NULL OR entered_by <> ?)", person);
    others.push("ORDER BY id LIMIT ?", STEP).all(sql).await
}

/// From which day these cities stand where they stand, as far as that is known here.
pub(crate) async fn since(sql: &Sql, cities: &[CityId]) -> Result<HashMap<CityId, Day>> {
    if cities.is_empty() {
        return Ok(HashMap::new());
    }
    let last = "NOT EXISTS (SELECT 1 FROM status_decisions n WHERE n.city = d.city AND (n.applied_at > d.applied_at \
                OR n.applied_at = d.applied_at AND n.id > d.id))";
    let rows = Statement::new("SELECT d.city, d.from_day FROM status_decisions d", ())
        .when("d.applied_at IS NOT NULL", ())
        .when(last, ())
        .when_in("d.city", cities.iter().copied())
        .raw(sql)
        .await?;
    let read = |row: &store::Row| Ok((row.get("city")?, row.get("from_day")?));
    rows.iter().map(read).collect()
}

/// Keeps what somebody entered; in the state in which it begins.
pub(crate) async fn insert(
    tx: &Tx,
    actor: &Actor,
    city: CityId,
    draft: &Draft,
    heard_until: Option<Day>,
) -> Result<i64> {
    let id = tx.new_id();
    let state = if draft.decision.needs_two() { DecisionState::Proposed } else { DecisionState::Decided };
    let decided = state == DecisionState::Decided;
    Insert::into("status_decisions")
        .set("id", id)
        .set("city", city)
        .set("decision", draft.decision)
        .set("state", state)
        .set("from_day", decided.then_some(Day(draft.from)))
        .set("reason", draft.reason.as_str())
        .set("evidence", draft.evidence.as_str())
        .set("entered_by", actor.id())
        .set("entered_at", tx.now())
        .set("heard_until", heard_until)
        .set("note", "")
        .set("decided_by", actor.id().filter(|_| decided))
        .set("decided_at", decided.then(|| tx.now()))
        .exec(tx)
        .await?;
    Ok(id)
}

/// Keeps what followed from an application: it is in force at once.
pub(crate) async fn insert_applied(
    tx: &Tx,
    actor: &Actor,
    city: CityId,
    decision: Decision,
    from: Day,
    evidence: &str,
) -> Result<()> {
    Insert::into("status_decisions")
        .set("id", tx.new_id())
        .set("city", city)
        .set("decision", decision)
        .set("state", DecisionState::Decided)
        .set("from_day", from)
        .set("reason", "")
        .set("evidence", evidence)
        .set("entered_by", actor.id())
        .set("entered_at", tx.now())
        .set("note", "")
        .set("decided_by", actor.id())
        .set("decided_at", tx.now())
        .set("applied_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// A second person decides what was proposed: it holds from this day.
pub(crate) async fn agree(tx: &Tx, actor: &Actor, id: i64, from: Day, note: &str) -> Result<()> {
    Update::of("status_decisions")
        .set("state", DecisionState::Decided)
        .set("from_day", from)
        .set("note", note)
        .set("decided_by", actor.id())
        .set("decided_at", tx.now())
        // Beside it something else may wait for its day.
        .set("applied_at", tx.now())
        .when("id = ?", id)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Nothing comes of it.
pub(crate) async fn drop(tx: &Tx, actor: &Actor, id: i64, note: &str) -> Result<()> {
    Update::of("status_decisions")
        .set("state", DecisionState::Dropped)
        .set("note", note)
        .set("dropped_by", actor.id())
        .set("dropped_at", tx.now())
        .when("id = ?", id)
        .exec(tx)
        .await
        .map(|_| ())
}

/// The record of its city follows it from now on.
pub(crate) async fn applied(tx: &Tx, id: i64) -> Result<()> {
    Update::of("status_decisions").set("applied_at", tx.now()).when("id = ?", id).exec(tx).await.map(|_| ())
}

/// What the city said of a proposal, in order.
pub(crate) async fn answers(sql: &Sql, decision: i64) -> Result<Vec<Answered>> {
    let all = Statement::new("SELECT id, person, text, at FROM status_answers", ()).when("decision = ?", decision);
    all.push("ORDER BY id LIMIT ?", ANSWERS).all(sql).await
}

/// How often the city answered.
pub(crate) async fn answered(sql: &Sql, decision: i64) -> Result<i64> {
    Statement::new("SELECT COUNT(*) AS n FROM status_answers", ()).when("decision = ?", decision).number(sql).await
}

/// Was the same said of it by this person since then?
pub(crate) async fn was_answered(sql: &Sql, decision: i64, person: PersonId, text: &str, since: Time) -> Result<bool> {
    let same = Statement::new("SELECT COUNT(*) AS n FROM status_answers", ()).when("decision = ?", decision);
    Ok(same.when("person = ? AND text = ? AND at > ?", params![person, text, since]).number(sql).await? > 0)
}

/// Keeps what the city says.
pub(crate) async fn answer(tx: &Tx, decision: i64, person: PersonId, text: &str) -> Result<()> {
    Insert::into("status_answers")
        .set("id", tx.new_id())
        .set("decision", decision)
        .set("person", person)
        .set("text", text)
        .set("at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}
