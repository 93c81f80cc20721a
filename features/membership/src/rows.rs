//! All the SQL of enquiries.

use base::{Actor, Fail, Lang, PersonId, Result, Time};
use chrono::TimeDelta;
use store::{Condition, Day, Insert, Row, Sql, Statement, Tx, Update, params};

use crate::access::visible_to;
use crate::due::Clock;
use crate::rules::{ALIKE, Draft, Enquiry, KEPT_DAYS, MESSAGES_SHOWN, Message, MessageKind, Place, SPAM_KEPT_DAYS};
use crate::state::EnquiryState;

const ENQUIRIES: &str = "SELECT e.id, e.state, e.place, e.place_name, e.place_written, e.folded, e.country, e.region, e.kind, e.name, e.email, \
    e.position, e.mandate, e.lang, e.owner, e.calendar, e.received_at, e.counted_from, e.due_on, e.days_left, \
    e.duplicate_of, e.outcome, e.erased_at, (SELECT a.id FROM applications a WHERE a.enquiry = e.id) AS application, \
    (SELECT a.state FROM applications a WHERE a.enquiry = e.id) AS application_state, \
    (SELECT MIN(p.id) FROM prospects p WHERE p.enquiry = e.id AND p.region = e.region) AS prospect \
    FROM enquiries e";

/// Enquiries, whoever may see them: what is asked of `e` follows.
fn enquiries() -> Statement {
    Statement::new(ENQUIRIES, ())
}

/// The enquiry with this id, which this actor answers.
///
/// # Errors
/// [`Fail::SignIn`] and [`Fail::Forbidden`] for those who answer none; [`Fail::NotFound`] for one that they do not answer.
pub(crate) async fn enquiry_for(sql: &Sql, actor: &Actor, id: i64) -> Result<Enquiry> {
    actor.must_answer_for_cities()?;
    enquiries().meets(visible_to(actor)).when("e.id = ?", id).one(sql).await
}

/// The same for whoever has its own link.
///
/// # Errors
/// [`Fail::NotFound`] also once it is erased: who asked is not known any more.
pub(crate) async fn own(sql: &Sql, id: i64) -> Result<Enquiry> {
    let enquiry = enquiry(sql, id).await?;
    if enquiry.erased_at.is_some() { Err(Fail::NotFound) } else { Ok(enquiry) }
}

/// The same whoever asks: for letters.
pub(crate) async fn enquiry(sql: &Sql, id: i64) -> Result<Enquiry> {
    enquiries().when("e.id = ?", id).one(sql).await
}

/// The enquiries with these ids. Ask for a page's worth.
pub(crate) async fn by_ids(sql: &Sql, ids: impl Iterator<Item = i64>) -> Result<Vec<Enquiry>> {
    let ids: Vec<i64> = ids.collect();
    if ids.is_empty() { Ok(Vec::new()) } else { enquiries().when_in("e.id", ids).all(sql).await }
}

/// What an enquiry is kept with, beside what was written.
pub(crate) struct Arrived<'a> {
    pub place: &'a Place,
    pub region: &'a str,
    pub calendar: &'a str,
    pub clock: Clock,
    pub lang: Lang,
}

/// Keeps a new enquiry.
pub(crate) async fn insert(tx: &Tx, id: i64, draft: &Draft, arrived: &Arrived<'_>) -> Result<()> {
    Insert::into("enquiries")
        .set("id", id)
        .set("state", EnquiryState::Received)
        .set("place", arrived.place.id)
        .set("place_name", &arrived.place.name)
        .set("place_written", &arrived.place.written)
        .set("folded", base::fold::fold(&arrived.place.name))
        .set("searched", searched(&[&arrived.place.name, &arrived.place.written, &draft.name, &draft.email]))
        .set("country", &arrived.place.country)
        .set("region", arrived.region)
        .set("kind", &draft.kind)
        .set("name", &draft.name)
        .set("email", &draft.email)
        .set("position", &draft.position)
        .set("mandate", draft.mandate)
        .set("lang", arrived.lang)
        .set("calendar", arrived.calendar)
        .set("received_at", tx.now())
        .set("counted_from", Day(arrived.clock.from))
        .set("due_on", Day(arrived.clock.due))
        .set("days_left", 0_i64)
        .set("outcome", "")
        .set("changed_at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

/// The words of these texts, as they are looked for.
fn searched(texts: &[&str]) -> String {
    texts.iter().flat_map(|text| base::fold::words_of(text)).collect::<Vec<_>>().join(" ")
}

/// Keeps what somebody wrote about an enquiry.
pub(crate) async fn add_message(
    tx: &Tx,
    enquiry: i64,
    kind: MessageKind,
    author: Option<PersonId>,
    text: &str,
) -> Result<i64> {
    let id = tx.new_id();
    Insert::into("enquiry_messages")
        .set("id", id)
        .set("enquiry", enquiry)
        .set("kind", kind)
        .set("author", author)
        .set("text", text)
        .set("at", tx.now())
        .exec(tx)
        .await?;
    // What the office notes for itself keeps nothing from being erased in time.
    if kind != MessageKind::Note {
        touch(tx, enquiry).await?;
    }
    Ok(id)
}

/// Something was done that keeps it from being erased in time.
pub(crate) async fn touch(tx: &Tx, enquiry: i64) -> Result<()> {
    change(tx, enquiry, Update::of("enquiries")).await
}

async fn change(tx: &Tx, enquiry: i64, update: Update) -> Result<()> {
    update.set("changed_at", tx.now()).when("id = ?", enquiry).exec(tx).await.map(|_| ())
}

/// From now on the office has until then, by this calendar.
pub(crate) async fn start_clock(tx: &Tx, enquiry: i64, calendar: &str, clock: Clock) -> Result<()> {
    let update = Update::of("enquiries")
        .set("calendar", calendar)
        .set("counted_from", Day(clock.from))
        .set("due_on", Day(clock.due));
    change(tx, enquiry, update).await
}

/// From now on nobody has to answer; so many working days were left.
pub(crate) async fn stop_clock(tx: &Tx, enquiry: i64, left: u32) -> Result<()> {
    let update = Update::of("enquiries").set("due_on", Option::<Day>::None).set("days_left", left);
    change(tx, enquiry, update).await
}

/// Somebody of the office answered: for the first time, or again.
pub(crate) async fn answered(tx: &Tx, enquiry: i64) -> Result<()> {
    let first = "UPDATE enquiries SET answered_at = $1 WHERE id = $2 AND answered_at IS NULL";
    tx.exec(first, params![tx.now(), enquiry]).await.map(|_| ())
}

/// Where its asker was sent, or why it was declined.
pub(crate) async fn set_outcome(tx: &Tx, enquiry: i64, outcome: &str) -> Result<()> {
    change(tx, enquiry, Update::of("enquiries").set("outcome", outcome)).await
}

/// With which one it is dealt; with none.
pub(crate) async fn set_duplicate_of(tx: &Tx, enquiry: i64, of: Option<i64>) -> Result<()> {
    change(tx, enquiry, Update::of("enquiries").set("duplicate_of", of)).await
}

/// Whatever was dealt with together with this one is dealt with together with that one.
pub(crate) async fn hand_duplicates_on(tx: &Tx, from: i64, to: i64) -> Result<()> {
    let all = "UPDATE enquiries SET duplicate_of = $1, changed_at = $2 WHERE duplicate_of = $3";
    tx.exec(all, params![to, tx.now(), from]).await.map(|_| ())
}

/// Those that are dealt with together with this one are answered by this office.
pub(crate) async fn move_duplicates(tx: &Tx, enquiry: i64, region: &str) -> Result<()> {
    let all = "UPDATE enquiries SET region = $1, owner = NULL WHERE duplicate_of = $2";
    tx.exec(all, params![region, enquiry]).await.map(|_| ())
}

/// Who sees to it. Answers whether that is new.
pub(crate) async fn set_owner(tx: &Tx, enquiry: &Enquiry, owner: Option<PersonId>) -> Result<bool> {
    if enquiry.owner == owner {
        return Ok(false);
    }
    Update::of("enquiries").set("owner", owner).when("id = ?", enquiry.id).exec(tx).await?;
    Ok(true)
}

/// Which office answers: this one, and those that are dealt with together with it. Whoever saw to them does so no more.
pub(crate) async fn set_region(tx: &Tx, enquiry: i64, region: &str) -> Result<()> {
    let all = "UPDATE enquiries SET region = $1, owner = NULL WHERE id = $2 OR duplicate_of = $2";
    tx.exec(all, params![region, enquiry]).await.map(|_| ())
}

/// What was written about this enquiry, the newest last; the newest two hundred.
pub(crate) async fn messages(sql: &Sql, enquiry: i64) -> Result<Vec<Message>> {
    newest_of(sql, Condition::new("m.enquiry = ?", enquiry)).await
}

/// The same with what was written about those that are dealt with together with it.
pub(crate) async fn messages_together(sql: &Sql, enquiry: i64) -> Result<Vec<Message>> {
    let all = "(m.enquiry = ? OR m.enquiry IN (SELECT d.id FROM enquiries d WHERE d.duplicate_of = ?))";
    newest_of(sql, Condition::new(all, params![enquiry, enquiry])).await
}

async fn newest_of(sql: &Sql, which: Condition) -> Result<Vec<Message>> {
    let newest = Statement::new("SELECT m.id, m.enquiry, m.kind, m.author, m.text, m.at FROM enquiry_messages m", ())
        .meets(which)
        .push("ORDER BY m.id DESC LIMIT ?", MESSAGES_SHOWN);
    let mut messages: Vec<Message> = newest.all(sql).await?;
    messages.reverse();
    Ok(messages)
}

/// One message; none where it was erased.
pub(crate) async fn message(sql: &Sql, id: i64) -> Result<Option<Message>> {
    let one = "SELECT id, enquiry, kind, author, text, at FROM enquiry_messages WHERE id = $1";
    sql.first(one, params![id]).await
}

/// The newest message about an enquiry; 0 where there is none.
pub(crate) async fn newest_message(sql: &Sql, enquiry: i64) -> Result<i64> {
    let newest = "SELECT COALESCE(MAX(id), 0) AS n FROM enquiry_messages WHERE enquiry = $1";
    sql.number(newest, params![enquiry]).await
}

/// Is this what its asker wrote last?
pub(crate) async fn is_newest_of_asker(sql: &Sql, enquiry: i64, text: &str) -> Result<bool> {
    let newest = "SELECT text FROM enquiry_messages WHERE enquiry = $1 AND kind = $2 ORDER BY id DESC LIMIT 1";
    let rows = sql.raw(newest, params![enquiry, MessageKind::Asker]).await?;
    Ok(rows.first().map(|row| row.get::<String>("text")).transpose()?.is_some_and(|newest| newest == text))
}

/// How much its asker wrote.
pub(crate) async fn asker_messages(sql: &Sql, enquiry: i64) -> Result<i64> {
    let all = "SELECT COUNT(*) AS n FROM enquiry_messages WHERE enquiry = $1 AND kind = $2";
    sql.number(all, params![enquiry, MessageKind::Asker]).await
}

/// Those that are dealt with together with this one, then others about the same place: those that are open, then the oldest; what this
/// actor answers. Two places of the gazetteer are two, whatever they are called.
pub(crate) async fn alike(sql: &Sql, actor: &Actor, enquiry: &Enquiry) -> Result<Vec<Enquiry>> {
    let same = format!("(e.duplicate_of = ? OR e.id = ? OR {SAME_PLACE})");
    let mut values = params![enquiry.id, enquiry.duplicate_of.unwrap_or(0)];
    values.extend(same_place(enquiry.place, &enquiry.country, &enquiry.folded));
    let first =
        "ORDER BY CASE WHEN e.duplicate_of = ? THEN 0 WHEN e.due_on IS NOT NULL THEN 1 ELSE 2 END, e.id LIMIT ?";
    enquiries()
        .meets(visible_to(actor))
        .when("e.id <> ? AND e.erased_at IS NULL", enquiry.id)
        .when(same, values)
        .push(first, params![enquiry.id, ALIKE])
        .all(sql)
        .await
}

/// About the same place: the same one of the gazetteer; where one of both is not of it, of the same name in the same country.
const SAME_PLACE: &str =
    "(e.place = ? OR ((e.place IS NULL OR CAST(? AS BIGINT) = 0) AND e.country = ? AND e.folded = ?))";

fn same_place(place: Option<i64>, country: &str, folded: &str) -> Vec<store::Value> {
    let place = place.unwrap_or(0);
    params![place, place, country, folded]
}

/// Is one about this place with the office now, or was its city invited?
pub(crate) async fn is_asking(sql: &Sql, place: &Place) -> Result<bool> {
    let values = same_place(place.id, &place.country, &base::fold::fold(&place.name));
    let open = [EnquiryState::Received, EnquiryState::AskedBack, EnquiryState::Invited];
    let one = Statement::new("SELECT e.id FROM enquiries e", ())
        .when_in("e.state", open)
        .when("e.erased_at IS NULL", ())
        .when(SAME_PLACE, values);
    Ok(!one.push("LIMIT 1", ()).raw(sql).await?.is_empty())
}

/// Which of the enquiries are listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Folded words that a place's name, or who asks, has.
    pub words: Vec<String>,
    /// In one of these states; none: in any.
    pub states: Vec<EnquiryState>,
    /// Of one of these regions; the empty one is the central team's. None: of any.
    pub regions: Vec<String>,
    /// Whom they are with; none: whoever.
    pub owner: Option<Owner>,
    /// The newest first, not the most urgent.
    pub newest: bool,
}

/// Whom an enquiry is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// With nobody yet.
    Nobody,
    /// With this person.
    Person(PersonId),
    /// With this person, or with nobody yet.
    PersonOrNobody(PersonId),
}

impl Owner {
    /// The condition on `e` (enquiries) for those that are with them.
    pub(crate) fn of(self) -> Condition {
        match self {
            Owner::Nobody => Condition::new("e.owner IS NULL", ()),
            Owner::Person(person) => Condition::new("e.owner = ?", person),
            Owner::PersonOrNobody(person) => Condition::new("(e.owner IS NULL OR e.owner = ?)", person),
        }
    }

    /// Is it with them?
    pub(crate) fn is(self, owner: Option<PersonId>) -> bool {
        match self {
            Owner::Nobody => owner.is_none(),
            Owner::Person(person) => owner == Some(person),
            Owner::PersonOrNobody(person) => owner.is_none_or(|owner| owner == person),
        }
    }
}

fn matching(statement: Statement, actor: &Actor, query: &Query) -> Statement {
    let mut found = statement.meets(visible_to(actor));
    for word in &query.words {
        found = found.when("e.searched LIKE ?", format!("%{word}%"));
    }
    if !query.states.is_empty() {
        found = found.when_in("e.state", query.states.iter().copied());
    }
    if !query.regions.is_empty() {
        found = found.when_in("e.region", query.regions.iter().map(String::as_str));
    }
    match query.owner {
        None => found,
        Some(owner) => found.meets(owner.of()),
    }
}

/// One page of the list: what is due first, then what waits, then the newest.
pub(crate) async fn page(sql: &Sql, actor: &Actor, query: &Query, limit: i64, offset: i64) -> Result<Vec<Enquiry>> {
    let order = match query.newest {
        true => "ORDER BY e.id DESC LIMIT ? OFFSET ?",
        // A day that is missing comes last on both engines.
        false => "ORDER BY COALESCE(e.due_on, '9999-12-31'), e.id DESC LIMIT ? OFFSET ?",
    };
    matching(enquiries(), actor, query).push(order, params![limit, offset]).all(sql).await
}

/// How many there are that are alike in this.
pub(crate) struct Count {
    pub state: EnquiryState,
    pub region: String,
    pub owner: Option<PersonId>,
    pub calendar: String,
    pub due_on: Option<Day>,
    pub n: i64,
}
store::from_row!(Count in enquiries: state, region, owner, calendar, due_on, n);

/// How many there are in which these words stand.
pub(crate) async fn counts(sql: &Sql, actor: &Actor, words: &[String]) -> Result<Vec<Count>> {
    const COUNTS: &str = "SELECT e.state, e.region, e.owner, e.calendar, e.due_on, COUNT(*) AS n FROM enquiries e";
    let query = Query { words: words.to_vec(), ..Query::default() };
    let all = matching(Statement::new(COUNTS, ()), actor, &query);
    all.push("GROUP BY e.state, e.region, e.owner, e.calendar, e.due_on", ()).all(sql).await
}

/// When those came that were answered since then, and when they were answered; the newest `limit`.
pub(crate) async fn answers(sql: &Sql, actor: &Actor, since: Time, limit: i64) -> Result<Vec<(String, Time, Time)>> {
    let all = Statement::new("SELECT e.calendar, e.received_at, e.answered_at FROM enquiries e", ());
    let answered = all.meets(visible_to(actor)).when("e.answered_at > ?", since);
    let rows = answered.push("ORDER BY e.answered_at DESC LIMIT ?", limit).raw(sql).await?;
    let read = |row: &Row| Ok((row.get("calendar")?, row.get("received_at")?, row.get("answered_at")?));
    rows.iter().map(read).collect()
}

/// Enquiries of which some are erased in one step.
const ERASED: i64 = 500;

/// Some of those that came to their end long ago, or whose city has been silent for as long; what nobody meant goes much earlier. What waits
/// for the office is none of them.
pub(crate) async fn old(sql: &Sql, now: Time) -> Result<Vec<i64>> {
    let rows = old_ones(now).push("ORDER BY e.id LIMIT ?", ERASED).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Is this one of them? Asked again behind its lock.
pub(crate) async fn is_old(tx: &Tx, enquiry: i64) -> Result<bool> {
    Ok(!old_ones(tx.now()).when("e.id = ?", enquiry).raw(tx).await?.is_empty())
}

fn old_ones(now: Time) -> Statement {
    let (old, spam) = (now - TimeDelta::days(KEPT_DAYS), now - TimeDelta::days(SPAM_KEPT_DAYS));
    Statement::new("SELECT e.id FROM enquiries e", ())
        .when("e.erased_at IS NULL AND e.state <> ?", EnquiryState::Received)
        .when("(e.changed_at < ? OR (e.state = ? AND e.changed_at < ?))", params![old, EnquiryState::Spam, spam])
        .when("NOT EXISTS (SELECT 1 FROM applications a WHERE a.enquiry = e.id AND a.state = 'submitted')", ())
}

/// What stands in the place of a name that was erased.
const ERASED_PLACE: &str = "…";

/// Erases what people wrote in it: that it was there, and what became of it, stays.
pub(crate) async fn erase(tx: &Tx, enquiry: i64) -> Result<()> {
    tx.exec("DELETE FROM enquiry_messages WHERE enquiry = $1", params![enquiry]).await?;
    tx.exec("UPDATE moves SET reason = '' WHERE kind = 'enquiry' AND item = $1", params![enquiry]).await?;
    // A place that is none of the gazetteer is what somebody wrote.
    let place = "UPDATE enquiries SET place_name = $1, folded = '' WHERE id = $2 AND place IS NULL";
    tx.exec(place, params![ERASED_PLACE, enquiry]).await?;
    Update::of("enquiries")
        .change("searched = folded, place_written = place_name", ())
        .set("name", "")
        .set("email", "")
        .set("position", "")
        .set("erased_at", tx.now())
        .when("id = ?", enquiry)
        .exec(tx)
        .await
        .map(|_| ())
}

/// The enquiry as it is now, behind the lock of all that is done with it.
///
/// # Errors
/// As [`enquiry_for`]; [`Fail::NotFound`] also of one that was erased: nothing is done with it any more.
pub(crate) async fn lock_for(tx: &Tx, actor: &Actor, id: i64) -> Result<Enquiry> {
    lock(tx, id).await?;
    let enquiry = enquiry_for(tx, actor, id).await?;
    if enquiry.erased_at.is_some() { Err(Fail::NotFound) } else { Ok(enquiry) }
}

/// Whatever concerns several enquiries at once is done one after the other: taken before the lock of any of them.
pub(crate) async fn lock_together(tx: &Tx) -> Result<()> {
    tx.one_at_a_time("enquiries together").await
}

/// Those that are dealt with together with this one, the oldest first.
pub(crate) async fn duplicates_of(sql: &Sql, enquiry: i64) -> Result<Vec<Enquiry>> {
    enquiries().when("e.duplicate_of = ?", enquiry).push("ORDER BY e.id LIMIT 1000", ()).all(sql).await
}

/// The same for its asker.
pub(crate) async fn lock_own(tx: &Tx, id: i64) -> Result<Enquiry> {
    lock(tx, id).await?;
    own(tx, id).await
}

pub(crate) async fn lock(tx: &Tx, id: i64) -> Result<()> {
    tx.one_at_a_time(&format!("enquiry {id}")).await
}
