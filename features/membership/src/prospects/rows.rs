//! All the SQL of prospects.

use base::{Actor, Fail, PersonId, Result, Time};
use chrono::TimeDelta;
use store::{Condition, Day, Insert, Sql, Statement, Tx, Update, params};

use super::rules::{NOTES_SHOWN, Note, NoteKind, Prospect, ProspectDraft, SILENT_DAYS, hashed};
use super::state::ProspectState;
use crate::rules::Place;

const PROSPECTS: &str = "SELECT p.id, p.state, p.place, p.place_name, p.country, p.region, p.kind, p.name, p.email, p.position, \
    p.lang, p.owner, p.recommended_city, p.next_on, p.link, p.invited_at, p.enquiry, p.touched_at, p.revision, p.left_alone \
    FROM prospects p";
/// Prospects that one enquiry is tied to at most.
const TIED: i64 = 20;
/// Prospects of which some are erased in one step.
const ERASED: i64 = 500;

fn prospects() -> Statement {
    Statement::new(PROSPECTS, ())
}

/// The condition on `p` (prospects) for those that this actor speaks with: as of enquiries.
fn visible_to(actor: &Actor) -> Condition {
    match actor.is_central() {
        true => Condition::new("TRUE", ()),
        false => Condition::among("p.region", actor.regions()),
    }
}

/// The prospect with this id, for those who answer for its region.
///
/// # Errors
/// [`Fail::SignIn`] and [`Fail::Forbidden`] for those who answer for none; [`Fail::NotFound`] for one of another region.
pub(crate) async fn prospect_for(sql: &Sql, actor: &Actor, id: i64) -> Result<Prospect> {
    actor.must_answer_for_cities()?;
    prospects().meets(visible_to(actor)).when("p.id = ?", id).one(sql).await
}

/// The same whoever asks: for letters.
pub(crate) async fn find(sql: &Sql, id: i64) -> Result<Option<Prospect>> {
    prospects().when("p.id = ?", id).first(sql).await
}

/// The one of which the newest invitation names this.
async fn with_link(sql: &Sql, link: i64) -> Result<Option<Prospect>> {
    prospects().when("p.link = ?", link).first(sql).await
}

/// The one that was ever invited with this; whose contact that was, too.
///
/// # Errors
/// [`Fail::NotFound`] where that is erased.
pub(crate) async fn ever_invited(sql: &Sql, link: i64) -> Result<(Prospect, String)> {
    let rows = Statement::new("SELECT prospect, email FROM prospect_notes", ()).when("link = ?", link).raw(sql).await?;
    let row = rows.first().ok_or(Fail::NotFound)?;
    let own = find(sql, row.get("prospect")?).await?.ok_or(Fail::NotFound)?;
    Ok((own, row.get("email")?))
}

/// About the same place, as of enquiries: `p`.
fn same_place(place: &Place) -> Condition {
    let (id, folded) = (place.id.unwrap_or(0), base::fold::fold(&place.name));
    let same = "(p.place = ? OR ((p.place IS NULL OR CAST(? AS BIGINT) = 0) AND p.country = ? AND p.folded = ?))";
    Condition::new(same, params![id, id, place.country.as_str(), folded])
}

/// Another prospect that is this place; the oldest.
pub(crate) async fn at_place(sql: &Sql, place: &Place, but: i64) -> Result<Option<Prospect>> {
    prospects().meets(same_place(place)).when("p.id <> ?", but).push("ORDER BY p.id LIMIT 1", ()).first(sql).await
}

/// Those of this place to which no enquiry has come yet, and the one whose invitation names this.
pub(crate) async fn waiting_for(sql: &Sql, place: &Place, link: Option<i64>) -> Result<Vec<Prospect>> {
    let named = Condition::new("p.link = ?", link.unwrap_or(0));
    let waiting = prospects().when("p.enquiry IS NULL", ()).meets(same_place(place).or(named));
    waiting.push("ORDER BY p.id LIMIT ?", TIED).all(sql).await
}

/// The words of a prospect, as they are looked for.
fn searched(place: &Place, draft: &ProspectDraft) -> String {
    let texts = [place.name.as_str(), &place.written, &draft.name, &draft.email];
    texts.into_iter().flat_map(base::fold::words_of).collect::<Vec<_>>().join(" ")
}

/// What stands in the columns of one that is written.
fn columns(
    place: &Place,
    region: &str,
    draft: &ProspectDraft,
    recommended: Option<i64>,
) -> [(&'static str, store::Value); 14] {
    [
        ("place", place.id.into()),
        ("place_name", (&place.name).into()),
        ("folded", base::fold::fold(&place.name).into()),
        ("searched", searched(place, draft).into()),
        ("country", (&place.country).into()),
        ("region", region.into()),
        ("kind", (&draft.kind).into()),
        ("name", (&draft.name).into()),
        ("email", (&draft.email).into()),
        ("position", (&draft.position).into()),
        ("lang", draft.lang.into()),
        ("owner", draft.owner.map(|owner| owner.0).into()),
        ("recommended_city", recommended.into()),
        ("next_on", draft.next_on.into()),
    ]
}

/// Keeps a new one.
pub(crate) async fn insert(
    tx: &Tx,
    place: &Place,
    region: &str,
    draft: &ProspectDraft,
    recommended: Option<i64>,
) -> Result<i64> {
    let id = tx.new_id();
    let insert = Insert::into("prospects").set("id", id).set("state", ProspectState::Open);
    let columns = columns(place, region, draft, recommended).into_iter();
    let insert = columns.fold(insert, |insert, (column, value)| insert.set(column, value));
    insert.set("added_at", tx.now()).set("touched_at", tx.now()).exec(tx).await?;
    Ok(id)
}

/// Corrects one that was read in this revision; answers whether that was still the one.
pub(crate) async fn correct(
    tx: &Tx,
    id: i64,
    revision: i64,
    place: &Place,
    region: &str,
    draft: &ProspectDraft,
    recommended: Option<i64>,
) -> Result<bool> {
    let columns = columns(place, region, draft, recommended).into_iter();
    let update = columns.fold(Update::of("prospects"), |update, (column, value)| update.set(column, value));
    let update = update.change("revision = revision + 1", ());
    Ok(update.when("id = ? AND revision = ?", params![id, revision]).exec(tx).await? == 1)
}

/// Something to note about a prospect.
pub(crate) struct NewNote<'a> {
    pub kind: NoteKind,
    pub author: Option<PersonId>,
    pub text: &'a str,
    /// Who is its contact now.
    pub email: &'a str,
    /// What an invitation names.
    pub link: Option<i64>,
}

/// Keeps it.
pub(crate) async fn add_note(tx: &Tx, prospect: i64, note: &NewNote<'_>) -> Result<()> {
    Insert::into("prospect_notes")
        .set("id", tx.new_id())
        .set("prospect", prospect)
        .set("kind", note.kind)
        .set("author", note.author)
        .set("text", note.text)
        .set("email", note.email)
        .set("link", note.link)
        .set("at", tx.now())
        .exec(tx)
        .await?;
    Ok(())
}

/// Was the same noted by this person since then?
pub(crate) async fn was_noted(
    sql: &Sql,
    prospect: i64,
    author: Option<PersonId>,
    text: &str,
    since: Time,
) -> Result<bool> {
    let same = Statement::new("SELECT COUNT(*) AS n FROM prospect_notes", ()).when("prospect = ?", prospect);
    Ok(same.when("author = ? AND text = ? AND at > ?", params![author, text, since]).number(sql).await? > 0)
}

/// What was noted, the newest first.
pub(crate) async fn notes(sql: &Sql, prospect: i64) -> Result<Vec<Note>> {
    let all = Statement::new("SELECT kind, author, text, at FROM prospect_notes", ()).when("prospect = ?", prospect);
    all.push("ORDER BY id DESC LIMIT ?", NOTES_SHOWN).all(sql).await
}

/// What the newest invitation says in the office's own words; empty where it says nothing.
pub(crate) async fn invitation(sql: &Sql, prospect: i64) -> Result<Option<Note>> {
    let newest = Statement::new("SELECT kind, author, text, at FROM prospect_notes", ()).when("prospect = ?", prospect);
    newest.when("kind = ?", NoteKind::Invitation).push("ORDER BY id DESC LIMIT 1", ()).first(sql).await
}

/// Something was said; this is when they are spoken with again.
pub(crate) async fn said(tx: &Tx, prospect: i64, next_on: Option<Day>) -> Result<()> {
    let update = Update::of("prospects").set("next_on", next_on).set("touched_at", tx.now());
    update.change("revision = revision + 1", ()).when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// It is invited with a link that names this.
pub(crate) async fn set_invited(tx: &Tx, prospect: i64, link: i64) -> Result<()> {
    let update = Update::of("prospects").set("link", link).set("invited_at", tx.now()).set("touched_at", tx.now());
    update.change("revision = revision + 1", ()).when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Its enquiry has come: nobody has to think of it on a day.
pub(crate) async fn set_enquiry(tx: &Tx, prospect: i64, enquiry: i64) -> Result<()> {
    let update = Update::of("prospects").set("enquiry", enquiry).set("next_on", Option::<Day>::None);
    let update = update.set("touched_at", tx.now()).change("revision = revision + 1", ());
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Nobody speaks with it, for now.
pub(crate) async fn rest(tx: &Tx, prospect: i64) -> Result<()> {
    let update = Update::of("prospects").set("next_on", Option::<Day>::None).change("revision = revision + 1", ());
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Its contact is another one: what the one before was invited with fills in nothing any more.
pub(crate) async fn end_invitation(tx: &Tx, prospect: i64) -> Result<()> {
    let update = Update::of("prospects").set("link", Option::<i64>::None).set("invited_at", Option::<Time>::None);
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// This address is to be left alone.
pub(crate) async fn leave_alone(tx: &Tx, prospect: i64, email: &str) -> Result<()> {
    let update = Update::of("prospects").change("left_alone = left_alone || ? || ' '", hashed(email));
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Erases what was said with a contact who is its contact no more.
pub(crate) async fn erase_notes_of(tx: &Tx, prospect: i64, email: &str) -> Result<()> {
    let own = Statement::new("DELETE FROM prospect_notes", ()).when("prospect = ?", prospect);
    own.when("LOWER(email) = ?", email.to_lowercase()).exec(tx).await.map(|_| ())
}

/// It has no enquiry: nothing came of that which it had.
pub(crate) async fn leave_enquiry(tx: &Tx, prospect: i64) -> Result<()> {
    let update = Update::of("prospects").set("enquiry", Option::<i64>::None);
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Erases its contact and what was said: that it does not want to be written to stays from now on as long as anything else.
pub(crate) async fn erase_contact(tx: &Tx, prospect: i64) -> Result<()> {
    Statement::new("DELETE FROM prospect_notes", ()).when("prospect = ?", prospect).exec(tx).await?;
    let update =
        Update::of("prospects").set("name", "").set("email", "").set("position", "").set("link", Option::<i64>::None);
    let update = update.set("touched_at", tx.now()).set("next_on", Option::<Day>::None);
    let update = update.change("searched = folded", ()).change("revision = revision + 1", ());
    update.when("id = ?", prospect).exec(tx).await.map(|_| ())
}

/// Until this transaction is over nobody else does something with it.
pub(crate) async fn lock(tx: &Tx, prospect: i64) -> Result<()> {
    tx.one_at_a_time(&format!("prospect {prospect}")).await
}

/// Until this transaction is over nobody else adds one, or asks: two of the same place would not see each other.
pub(crate) async fn lock_places(tx: &Tx) -> Result<()> {
    tx.one_at_a_time("prospects places").await
}

/// Which are listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Folded words that a place's name, or a contact, has.
    pub words: Vec<String>,
    /// In one of these states; none: in any.
    pub states: Vec<ProspectState>,
    /// With this person alone.
    pub owner: Option<PersonId>,
    /// Also those that are with nobody.
    pub or_nobody: bool,
    /// To be spoken with on this day, or before.
    pub until: Option<Day>,
}

fn matching(statement: Statement, actor: &Actor, query: &Query) -> Statement {
    let seen = statement.meets(visible_to(actor));
    let mut found = query.words.iter().fold(seen, |found, word| found.when("p.searched LIKE ?", format!("%{word}%")));
    if !query.states.is_empty() {
        found = found.when_in("p.state", query.states.iter().copied());
    }
    let found = found.when_given("p.next_on <= ?", query.until);
    match (query.owner, query.or_nobody) {
        (Some(owner), true) => found.when("(p.owner IS NULL OR p.owner = ?)", owner),
        (owner, _) => found.when_given("p.owner = ?", owner),
    }
}

/// One page: those that are to be spoken with first, then by name.
pub(crate) async fn page(sql: &Sql, actor: &Actor, query: &Query, limit: i64, offset: i64) -> Result<Vec<Prospect>> {
    // A day that is missing comes last on both engines.
    let order = "ORDER BY COALESCE(p.next_on, '9999-12-31'), p.folded, p.id LIMIT ? OFFSET ?";
    matching(prospects(), actor, query).push(order, params![limit, offset]).all(sql).await
}

/// How many there are that are alike in this.
pub(crate) struct Count {
    pub state: ProspectState,
    pub owner: Option<PersonId>,
    pub n: i64,
}
store::from_row!(Count in prospects: state, owner, n);

/// How many there are in which these words stand.
pub(crate) async fn counts(sql: &Sql, actor: &Actor, words: &[String]) -> Result<Vec<Count>> {
    let query = Query { words: words.to_vec(), ..Query::default() };
    let all = Statement::new("SELECT p.state, p.owner, COUNT(*) AS n FROM prospects p", ());
    matching(all, actor, &query).push("GROUP BY p.state, p.owner", ()).all(sql).await
}

/// Some of those of whom nothing was heard for long.
pub(crate) async fn old(sql: &Sql, now: Time) -> Result<Vec<i64>> {
    let old = Statement::new("SELECT id FROM prospects", ()).when("touched_at < ?", now - TimeDelta::days(SILENT_DAYS));
    let rows = old.push("ORDER BY id LIMIT ?", ERASED).raw(sql).await?;
    rows.iter().map(|row| row.get("id")).collect()
}

/// Erases one, if nothing was said meanwhile.
pub(crate) async fn erase(tx: &Tx, prospect: i64) -> Result<bool> {
    lock(tx, prospect).await?;
    let before = tx.now() - TimeDelta::days(SILENT_DAYS);
    let old = Statement::new("SELECT COUNT(*) AS n FROM prospects", ());
    if old.when("id = ? AND touched_at < ?", params![prospect, before]).number(tx).await? == 0 {
        return Ok(false);
    }
    erase_now(tx, prospect).await?;
    Ok(true)
}

/// Erases one, with all that was said.
pub(crate) async fn erase_now(tx: &Tx, prospect: i64) -> Result<()> {
    Statement::new("DELETE FROM prospect_notes", ()).when("prospect = ?", prospect).exec(tx).await?;
    Statement::new("DELETE FROM prospects", ()).when("id = ?", prospect).exec(tx).await?;
    Statement::new("DELETE FROM moves", ()).when("kind = 'prospect' AND item = ?", prospect).exec(tx).await?;
    Ok(())
}

/// The prospect as it is now, behind the lock of all that is done with it.
///
/// # Errors
/// As [`prospect_for`].
pub(crate) async fn lock_for(tx: &Tx, actor: &Actor, id: i64) -> Result<Prospect> {
    lock(tx, id).await?;
    prospect_for(tx, actor, id).await
}

/// The one whose invitation names this, while that leads somewhere.
///
/// # Errors
/// [`Fail::NotFound`] where it leads nowhere (any more).
pub(crate) async fn invited(sql: &Sql, link: i64, now: Time) -> Result<Prospect> {
    with_link(sql, link).await?.filter(|own| own.is_invited(now)).ok_or(Fail::NotFound)
}
