//! The SQL of invitations to work for a city.

use base::{CityId, Lang, PersonId, Result, Role, Time};
use store::{Insert, Sql, Statement, Tx, Update, params};

use crate::rules::{ENDED, INVITATION, InvitationState, Newcomer, STEP, role_of};

/// Open invitations of one city at most: more colleagues than any city asks at once.
pub(crate) const OPEN: i64 = 300;

/// An invitation as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct InvitationRow {
    pub id: i64,
    pub city: CityId,
    /// The role as it is kept.
    pub role: String,
    pub email: String,
    pub name: String,
    pub lang: Lang,
    /// Who invites.
    pub by_person: PersonId,
    /// The request that it answers.
    pub request: Option<i64>,
    /// Whoever invited was shown its link, to hand it over: no letter left then.
    pub by_hand: bool,
    pub state: InvitationState,
    /// What its link names.
    pub link: i64,
    pub sent_at: Time,
    pub expires_at: Time,
}
store::from_row!(InvitationRow in invitations: id, city, role, email, name, lang, by_person, request, by_hand, state, link, sent_at, expires_at);

impl InvitationRow {
    /// The role that it offers.
    pub(crate) fn offers(&self) -> Option<Role> {
        role_of(&self.role, &self.city.0.to_string())
    }

    /// Its link works.
    pub(crate) fn works(&self, now: Time) -> bool {
        self.state == InvitationState::Open && self.expires_at > now
    }

    /// Its id as written.
    pub(crate) fn written(&self) -> String {
        base::id::write_id(self.id)
    }
}

fn invitations() -> Statement {
    Statement::new(
        "SELECT i.id, i.city, i.role, i.email, i.name, i.lang, i.by_person, i.request, i.by_hand, i.state, i.link, i.sent_at, i.expires_at \
         FROM invitations i",
        (),
    )
}

/// The invitation with this id, if it is one of this city.
pub(crate) async fn of_city(sql: &Sql, city: CityId, id: i64) -> Result<InvitationRow> {
    invitations().when("i.id = ? AND i.city = ?", params![id, city]).one(sql).await
}

/// The city for which this one is.
pub(crate) async fn city_of(sql: &Sql, id: i64) -> Result<Option<CityId>> {
    Ok(invitations().when("i.id = ?", id).first::<InvitationRow>(sql).await?.map(|own| own.city))
}

/// The one to which this link leads.
pub(crate) async fn by_link(sql: &Sql, link: i64) -> Result<Option<InvitationRow>> {
    invitations().when("i.link = ?", link).first(sql).await
}

/// Those that wait for an answer, whether their links work or not; the first [`OPEN`].
pub(crate) async fn open(sql: &Sql, city: CityId) -> Result<Vec<InvitationRow>> {
    invitations()
        .when("i.city = ? AND i.state = ?", params![city, InvitationState::Open])
        .push("ORDER BY i.id LIMIT ?", OPEN)
        .all(sql)
        .await
}

/// How many wait for an answer.
pub(crate) async fn count(sql: &Sql, city: CityId) -> Result<i64> {
    sql.number("SELECT COUNT(*) AS n FROM invitations WHERE city = $1 AND state = 'open'", params![city]).await
}

/// The one that answers this request.
pub(crate) async fn of_request(sql: &Sql, city: CityId, request: i64) -> Result<Option<InvitationRow>> {
    invitations().when("i.request = ? AND i.city = ?", params![request, city]).first(sql).await
}

/// The one of this address that waits for an answer.
pub(crate) async fn open_for(sql: &Sql, city: CityId, email: &str) -> Result<Option<InvitationRow>> {
    invitations()
        .when("i.city = ? AND i.email = ? AND i.state = ?", params![city, email, InvitationState::Open])
        .first(sql)
        .await
}

/// What is invited for.
pub(crate) struct Invited<'a> {
    pub city: CityId,
    pub role: &'a Role,
    pub newcomer: &'a Newcomer,
    pub by: PersonId,
    pub request: Option<i64>,
    pub by_hand: bool,
}

/// Keeps a new one; answers what its link names.
pub(crate) async fn insert(tx: &Tx, id: i64, invited: &Invited<'_>) -> Result<i64> {
    let link = tx.new_id();
    Insert::into("invitations")
        .set("id", id)
        .set("city", invited.city)
        .set("role", invited.role.code())
        .set("email", invited.newcomer.email.as_str())
        .set("name", invited.newcomer.name.as_str())
        .set("lang", invited.newcomer.lang)
        .set("by_person", invited.by)
        .set("request", invited.request)
        .set("by_hand", invited.by_hand)
        .set("state", InvitationState::Open)
        .set("link", link)
        .set("sent_at", tx.now())
        .set("expires_at", tx.now() + INVITATION)
        .exec(tx)
        .await?;
    Ok(link)
}

/// It is sent again, in the name of this person, with another link; the one of before leads nowhere. Answers what the link names.
pub(crate) async fn renew(tx: &Tx, id: i64, by: PersonId, by_hand: bool) -> Result<i64> {
    let link = tx.new_id();
    Update::of("invitations")
        .set("link", link)
        .set("by_person", by)
        .set("by_hand", by_hand)
        .set("sent_at", tx.now())
        .set("expires_at", tx.now() + INVITATION)
        .when("id = ?", id)
        .exec(tx)
        .await?;
    Ok(link)
}

/// From now on nobody waits for an answer.
pub(crate) async fn ended(tx: &Tx, id: i64) -> Result<()> {
    Update::of("invitations").set("ended_at", tx.now()).when("id = ?", id).exec(tx).await.map(|_| ())
}

/// Those of this person that wait for an answer; 500 at most.
pub(crate) async fn open_by(sql: &Sql, by: PersonId) -> Result<Vec<InvitationRow>> {
    invitations()
        .when("i.by_person = ? AND i.state = ?", params![by, InvitationState::Open])
        .push("ORDER BY i.id LIMIT 500", ())
        .all(sql)
        .await
}

/// Some of those whose links have not worked for so long that nobody waits for them.
pub(crate) async fn lapsed(sql: &Sql, before: Time) -> Result<Vec<InvitationRow>> {
    invitations()
        .when("i.state = ? AND i.expires_at < ?", params![InvitationState::Open, before])
        .push("ORDER BY i.id LIMIT ?", STEP)
        .all(sql)
        .await
}

/// Forgets those that ended long ago.
pub(crate) async fn forget_old(tx: &Tx) -> Result<()> {
    let before: Time = tx.now() - ENDED;
    tx.exec("DELETE FROM invitations WHERE ended_at < $1", params![before]).await.map(|_| ())
}
