//! All the SQL of applications.

use std::collections::HashMap;

use base::{Actor, CityId, Fail, PersonId, Result, Time};
use chrono::TimeDelta;
use input::Fields;
use store::{Day, Insert, Row, Sql, Statement, Tx, Update, params};

use crate::access::visible_to;
use crate::application::{Application, Contact, FILES, LAPSED_DAYS, Part, PartRow, ProofFile, REMINDED_DAYS};
use crate::application_state::ApplicationState;
use crate::due::Clock;
use crate::rows;
use crate::rules::{Enquiry, KEPT_DAYS};

const COLUMNS: &str = "a.id, a.enquiry, a.link, a.state, a.calendar, a.due_on, a.days_left, a.submitted_at, a.outcome, a.sign_version, \
    a.sign_lang, a.sign_hash, a.sign_name, a.sign_position, a.sign_named, a.signed_at, a.city, a.terms, a.erased_at";

fn applications() -> Statement {
    Statement::new(format!("SELECT {COLUMNS} FROM applications a JOIN enquiries e ON e.id = a.enquiry"), ())
}

/// The application with this id, which this actor answers.
///
/// # Errors
/// [`Fail::SignIn`] and [`Fail::Forbidden`] for those who answer none; [`Fail::NotFound`] for one that they do not answer.
pub(crate) async fn application_for(sql: &Sql, actor: &Actor, id: i64) -> Result<Application> {
    actor.must_answer_for_cities()?;
    applications().meets(visible_to(actor)).when("a.id = ?", id).one(sql).await
}

/// The same whoever asks.
pub(crate) async fn application(sql: &Sql, id: i64) -> Result<Application> {
    applications().when("a.id = ?", id).one(sql).await
}

/// The one to which this link leads.
///
/// # Errors
/// [`Fail::NotFound`] also where it was erased, or has another link by now.
pub(crate) async fn by_link(sql: &Sql, link: i64) -> Result<Application> {
    applications().when("a.link = ? AND a.erased_at IS NULL", link).one(sql).await
}

/// The one that follows this enquiry, if there is one.
pub(crate) async fn of_enquiry(sql: &Sql, enquiry: i64) -> Result<Option<Application>> {
    applications().when("a.enquiry = ?", enquiry).first(sql).await
}

/// The application of a member, where it became one here.
pub(crate) async fn of_city(sql: &Sql, city: CityId) -> Result<Option<Application>> {
    applications().when("a.city = ?", city).push("ORDER BY a.id DESC LIMIT 1", ()).first(sql).await
}

/// A new one, which its city writes from now on.
pub(crate) async fn insert(tx: &Tx, id: i64, enquiry: &Enquiry) -> Result<()> {
    Insert::into("applications")
        .set("id", id)
        .set("enquiry", enquiry.id)
        .set("link", tx.new_id())
        .set("state", ApplicationState::Draft)
        .set("calendar", &enquiry.calendar)
        .set("days_left", 0_i64)
        .set("outcome", "")
        .set("changed_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// Changes it. What is done with an application keeps its enquiry, too.
async fn change(tx: &Tx, own: &Application, update: Update) -> Result<()> {
    let update = update.set("changed_at", tx.now()).set("reminded_at", Option::<Time>::None);
    update.when("id = ?", own.id).exec(tx).await?;
    rows::touch(tx, own.enquiry).await
}

/// From now on its link is another one.
pub(crate) async fn set_link(tx: &Tx, own: &Application) -> Result<()> {
    change(tx, own, Update::of("applications").set("link", tx.new_id())).await
}

/// From now on the office has until then, by this calendar.
pub(crate) async fn start_clock(tx: &Tx, own: &Application, calendar: &str, clock: Clock) -> Result<()> {
    let update = Update::of("applications")
        .set("calendar", calendar)
        .set("counted_from", Day(clock.from))
        .set("due_on", Day(clock.due))
        .set("submitted_at", tx.now());
    change(tx, own, update).await
}

/// From now on nobody has to answer; so many working days were left.
pub(crate) async fn stop_clock(tx: &Tx, own: &Application, left: u32) -> Result<()> {
    let update = Update::of("applications").set("due_on", Option::<Day>::None).set("days_left", left);
    change(tx, own, update).await
}

/// Why it was declined.
pub(crate) async fn set_outcome(tx: &Tx, own: &Application, outcome: &str) -> Result<()> {
    change(tx, own, Update::of("applications").set("outcome", outcome)).await
}

/// The member that it became, with the file of its terms of reference.
pub(crate) async fn set_city(tx: &Tx, own: &Application, city: CityId, terms: &str) -> Result<()> {
    change(tx, own, Update::of("applications").set("city", city).set("terms", terms)).await
}

/// Keeps for whom the principles are signed, and which text was read.
pub(crate) async fn sign(tx: &Tx, own: &Application, signature: &principles::Signature) -> Result<()> {
    let update = Update::of("applications")
        .set("sign_version", signature.version)
        .set("sign_lang", signature.lang)
        .set("sign_hash", signature.hash.as_str())
        .set("sign_name", signature.name.as_str())
        .set("sign_position", signature.position.as_str())
        .set("sign_named", signature.named)
        .set("signed_at", signature.signed_at);
    change(tx, own, update).await
}

/// What was written in each part.
pub(crate) async fn parts(sql: &Sql, application: i64) -> Result<HashMap<Part, PartRow>> {
    let all = "SELECT part, fields, revision, saved_at FROM application_parts WHERE application = $1";
    sql.raw(all, params![application]).await?.iter().map(read_part).collect()
}

fn read_part(row: &Row) -> Result<(Part, PartRow)> {
    let kept: Vec<(String, String)> = serde_json::from_str(&row.get::<String>("fields")?).map_err(Fail::internal)?;
    let fields = kept.iter().fold(Fields::default(), |fields, (name, value)| fields.with(name, value));
    Ok((row.get("part")?, PartRow { fields, revision: row.get("revision")?, saved_at: row.get("saved_at")? }))
}

/// Keeps what was written in a part, if it is still in the revision that was read; answers whether it is.
pub(crate) async fn save_part(tx: &Tx, own: &Application, part: Part, fields: &Fields, read: i64) -> Result<bool> {
    let kept: Vec<(&str, &str)> = fields.iter().collect();
    let kept = serde_json::to_string(&kept).map_err(Fail::internal)?;
    let saved = Insert::into("application_parts")
        .set("application", own.id)
        .set("part", part)
        .set("fields", kept)
        .set("revision", read + 1)
        .set("saved_at", tx.now())
        .push(
            "ON CONFLICT (application, part) DO UPDATE SET fields = excluded.fields, revision = excluded.revision, \
             saved_at = excluded.saved_at WHERE application_parts.revision = ?",
            read,
        )
        .exec(tx)
        .await?;
    change(tx, own, Update::of("applications")).await?;
    Ok(saved == 1)
}

/// The files that prove the mandate, in the order in which they came.
pub(crate) async fn files(sql: &Sql, application: i64) -> Result<Vec<ProofFile>> {
    let all =
        "SELECT id, hash, format, size, sent_at FROM application_files WHERE application = $1 ORDER BY id LIMIT $2";
    sql.all(all, params![application, FILES as i64]).await
}

/// Keeps a file.
pub(crate) async fn insert_file(tx: &Tx, own: &Application, file: &ProofFile) -> Result<()> {
    Insert::into("application_files")
        .set("id", file.id)
        .set("application", own.id)
        .set("hash", file.hash.as_str())
        .set("format", file.format)
        .set("size", file.size)
        .set("sent_at", file.sent_at)
        .exec(tx)
        .await?;
    change(tx, own, Update::of("applications")).await
}

/// Takes a file away.
pub(crate) async fn delete_file(tx: &Tx, own: &Application, file: i64) -> Result<()> {
    tx.exec("DELETE FROM application_files WHERE id = $1 AND application = $2", params![file, own.id]).await?;
    change(tx, own, Update::of("applications")).await
}

/// Keeps whom a member names, from now on; who was named before for the same is so no more.
pub(crate) async fn name_contacts(tx: &Tx, city: CityId, people: &[(PersonId, &Contact)], reason: &str) -> Result<()> {
    let ended = "UPDATE contact_points SET until_at = $1 WHERE city = $2 AND until_at IS NULL";
    tx.exec(ended, params![tx.now(), city]).await?;
    for (person, contact) in people {
        Insert::into("contact_points")
            .set("id", tx.new_id())
            .set("city", city)
            .set("person", *person)
            .set("kind", contact.kind)
            .set("position", contact.position.as_str())
            .set("organisation", contact.organisation.as_str())
            .set("from_at", tx.now())
            .set("reason", reason)
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// An application of the list, with its enquiry.
pub(crate) struct Listed {
    pub application: Application,
    pub enquiry: Enquiry,
}

/// Which of the applications are listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// In one of these states; none: in any.
    pub states: Vec<ApplicationState>,
    /// Whom its enquiry is with; none: whoever.
    pub owner: Option<rows::Owner>,
}

/// One page of the list: what is due first, then the newest.
pub(crate) async fn page(sql: &Sql, actor: &Actor, query: &Query, limit: i64, offset: i64) -> Result<Vec<Listed>> {
    let mut found = applications().meets(visible_to(actor));
    if !query.states.is_empty() {
        found = found.when_in("a.state", query.states.iter().copied());
    }
    if let Some(owner) = query.owner {
        found = found.meets(owner.of());
    }
    // A day that is missing comes last on both engines.
    let order = "ORDER BY COALESCE(a.due_on, '9999-12-31'), a.id DESC LIMIT ? OFFSET ?";
    let found: Vec<Application> = found.push(order, params![limit, offset]).all(sql).await?;
    let enquiries = rows::by_ids(sql, found.iter().map(|own| own.enquiry)).await?;
    let with = |application: Application| {
        let enquiry = enquiries.iter().find(|enquiry| enquiry.id == application.enquiry)?.clone();
        Some(Listed { application, enquiry })
    };
    Ok(found.into_iter().filter_map(with).collect())
}

/// How many there are in each state.
pub(crate) async fn counts(sql: &Sql, actor: &Actor) -> Result<HashMap<ApplicationState, i64>> {
    let all = "SELECT a.state, COUNT(*) AS n FROM applications a JOIN enquiries e ON e.id = a.enquiry";
    let rows = Statement::new(all, ()).meets(visible_to(actor)).push("GROUP BY a.state", ()).raw(sql).await?;
    rows.iter().map(|row| Ok((row.get("state")?, row.get("n")?))).collect()
}

/// What is done about applications of which nothing came for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// Its city is reminded, once.
    Reminded,
    /// It is given up.
    Lapses,
}

/// Some of those that are silent for so long.
pub(crate) async fn silent(sql: &Sql, now: Time, silence: Silence) -> Result<Vec<Application>> {
    waiting(now, silence).push("ORDER BY a.id LIMIT 200", ()).all(sql).await
}

/// One of them, asked again behind the lock of its enquiry.
pub(crate) async fn still_silent(tx: &Tx, application: i64, silence: Silence) -> Result<Option<Application>> {
    waiting(tx.now(), silence).when("a.id = ?", application).first(tx).await
}

fn waiting(now: Time, silence: Silence) -> Statement {
    let days = match silence {
        Silence::Reminded => REMINDED_DAYS,
        Silence::Lapses => LAPSED_DAYS,
    };
    let waiting = applications()
        .when_in("a.state", [ApplicationState::Draft, ApplicationState::AskedBack])
        .when("a.erased_at IS NULL", ())
        .when("a.changed_at < ?", now - TimeDelta::days(days));
    match silence {
        Silence::Reminded => waiting.when("a.reminded_at IS NULL", ()),
        Silence::Lapses => waiting,
    }
}

/// Its city was reminded; until it writes again that is once.
pub(crate) async fn reminded(tx: &Tx, application: i64) -> Result<()> {
    tx.exec("UPDATE applications SET reminded_at = $1 WHERE id = $2", params![tx.now(), application]).await.map(|_| ())
}

/// What its city wrote is erased: that it applied, what became of it, and of a member the proof of its mandate stay. Answers the files that
/// nobody keeps any more.
pub(crate) async fn erase(tx: &Tx, own: &Application) -> Result<Vec<ProofFile>> {
    tx.exec("DELETE FROM application_parts WHERE application = $1", params![own.id]).await?;
    tx.exec("UPDATE moves SET reason = '' WHERE kind = 'application' AND item = $1", params![own.id]).await?;
    let mut gone = Vec::new();
    match own.city {
        Some(city) => {
            // Not what it wrote when it came back since.
            let old = "UPDATE contact_points SET reason = '' WHERE city = $1 AND from_at < $2";
            tx.exec(old, params![city, tx.now() - TimeDelta::days(KEPT_DAYS)]).await?;
        }
        None => {
            gone = files(tx, own.id).await?;
            tx.exec("DELETE FROM application_files WHERE application = $1", params![own.id]).await?;
        }
    }
    // A member's signature stands with the principles.
    Update::of("applications")
        .set("sign_name", Option::<String>::None)
        .set("sign_position", Option::<String>::None)
        .set("erased_at", tx.now())
        .when("id = ?", own.id)
        .exec(tx)
        .await?;
    Ok(gone)
}

/// The application as it is now, behind the lock of its enquiry, for whoever has its link.
///
/// # Errors
/// As [`by_link`].
pub(crate) async fn lock_by_link(tx: &Tx, link: i64) -> Result<Application> {
    let own = by_link(tx, link).await?;
    rows::lock(tx, own.enquiry).await?;
    by_link(tx, link).await
}

/// The same for whoever answers it.
///
/// # Errors
/// As [`application_for`]; [`Fail::NotFound`] also of one that was erased.
pub(crate) async fn lock_for(tx: &Tx, actor: &Actor, id: i64) -> Result<Application> {
    let own = application_for(tx, actor, id).await?;
    rows::lock(tx, own.enquiry).await?;
    let own = application_for(tx, actor, id).await?;
    if own.erased_at.is_some() { Err(Fail::NotFound) } else { Ok(own) }
}
