//! Who is told of which event, and how they want to be told: ids and codes only. What is said is written when its letter
//! leaves.

use std::collections::HashMap;

use base::{PersonId, Result};
use chrono::TimeDelta;

use crate::db::Tx;
use crate::params;
use crate::sql::Sql;
use crate::statement::{Condition, Insert, Statement, Update};

/// How long it is remembered who was told.
const NOTICES_KEPT: TimeDelta = TimeDelta::days(90);
/// Notices in one letter at most; the others follow in the next one, at once.
pub const DAILY_NOTICES: i64 = 100;
/// People looked up in one statement.
const STEP: usize = 500;

/// How somebody wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A letter for each notice.
    AtOnce,
    /// One letter a day with all of its kind.
    Daily,
    /// Not at all.
    Never,
}

impl Way {
    /// All of them.
    pub const ALL: [Way; 3] = [Way::AtOnce, Way::Daily, Way::Never];

    /// Its name in the database and in forms.
    pub const fn code(self) -> &'static str {
        match self {
            Way::AtOnce => "at-once",
            Way::Daily => "daily",
            Way::Never => "never",
        }
    }

    /// The way with this name.
    pub fn of(code: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|way| way.code() == code)
    }

    /// As it was kept. A way that only a newer program knows keeps nobody from being told.
    fn kept(code: &str) -> Way {
        Way::of(code).unwrap_or(Way::AtOnce)
    }
}

/// Why nothing is said of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// It is no longer so, its reader may no longer have it, or a later one says it.
    NotSo,
    /// It cannot be read: somebody has to look.
    Aside,
}

impl Unsaid {
    /// Its name in the database.
    const fn code(self) -> &'static str {
        match self {
            Unsaid::NotSo => "not-so",
            Unsaid::Aside => "aside",
        }
    }
}

/// Somebody is told of an event.
#[derive(Clone, Debug)]
pub struct NoticeRow {
    /// Its id.
    pub id: i64,
    /// Who.
    pub person: PersonId,
    /// Of which event.
    pub event: i64,
    /// As what kind of notice.
    pub kind: String,
    /// Of those of one person and kind with the same name here one letter is written while it waits.
    pub same: Option<String>,
}
crate::from_row!(NoticeRow: id, person, event, kind, same);

/// How these people want to be told of this kind; who has not chosen is not among them.
pub async fn ways(sql: &Sql, kind: &str, people: &[PersonId]) -> Result<HashMap<PersonId, Way>> {
    let mut ways = HashMap::new();
    for part in people.chunks(STEP) {
        let asked = Statement::new("SELECT person, way FROM notice_choices", ())
            .when("kind = ?", kind)
            .when_in("person", part.iter().copied());
        for row in asked.raw(sql).await? {
            ways.insert(row.get("person")?, Way::kept(&row.get::<String>("way")?));
        }
    }
    Ok(ways)
}

/// What somebody has chosen, by kind.
pub async fn choices(sql: &Sql, person: PersonId) -> Result<HashMap<String, Way>> {
    let rows = sql.raw("SELECT kind, way FROM notice_choices WHERE person = $1 LIMIT 1000", params![person]).await?;
    rows.iter().map(|row| Ok((row.get("kind")?, Way::kept(&row.get::<String>("way")?)))).collect()
}

/// One notice.
pub async fn notice(sql: &Sql, id: i64) -> Result<Option<NoticeRow>> {
    sql.first("SELECT id, person, event, kind, same FROM notices WHERE id = $1", params![id]).await
}

impl Tx {
    /// Keeps how somebody wants to be told of a kind. It goes with the person who chose it.
    pub async fn choose(&self, person: PersonId, kind: &str, way: Way) -> Result<()> {
        self.exec(
            "INSERT INTO notice_choices (person, kind, way) VALUES ($1, $2, $3) \
             ON CONFLICT (person, kind) DO UPDATE SET way = excluded.way",
            params![person, kind, way.code()],
        )
        .await
        .map(|_| ())
    }

    /// Notes that somebody is told of an event; none where they are already.
    pub async fn add_notice(
        &self,
        person: PersonId,
        event: i64,
        kind: &str,
        way: Way,
        same: Option<&str>,
    ) -> Result<Option<i64>> {
        let id = self.new_id();
        let added = Insert::into("notices")
            .set("id", id)
            .set("person", person)
            .set("event", event)
            .set("kind", kind)
            .set("way", way.code())
            .set("same", same)
            .set("at", self.now())
            .push("ON CONFLICT (person, event) DO NOTHING", ())
            .exec(self)
            .await?;
        Ok((added == 1).then_some(id))
    }

    /// This notice and those that are one letter with it, as far as they wait, the newest first: from now on in this
    /// letter.
    pub async fn gather_same(&self, notice: &NoticeRow, letter: i64) -> Result<Vec<NoticeRow>> {
        self.exec(
            "UPDATE notices SET letter = $5 WHERE sent_at IS NULL AND unsaid IS NULL AND (id = $1 \
             OR (person = $2 AND kind = $3 AND way = 'at-once' AND same = $4))",
            params![notice.id, notice.person, notice.kind.as_str(), notice.same.as_deref(), letter],
        )
        .await?;
        self.all(
            "SELECT id, person, event, kind, same FROM notices WHERE letter = $1 AND sent_at IS NULL \
             AND unsaid IS NULL ORDER BY event DESC LIMIT 10000",
            params![letter],
        )
        .await
    }

    /// Nothing is said of these notices.
    pub async fn leave_unsaid(&self, notices: &[i64], why: Unsaid) -> Result<()> {
        for part in notices.chunks(STEP) {
            Update::of("notices")
                .set("unsaid", why.code())
                .meets(Condition::among("id", part.iter().copied()))
                .exec(self)
                .await?;
        }
        Ok(())
    }

    /// Whether notices of a kind wait for somebody's daily letter.
    pub async fn daily_waits(&self, person: PersonId, kind: &str) -> Result<bool> {
        let waiting = "SELECT COUNT(*) AS n FROM notices WHERE person = $1 AND kind = $2 AND way = $3 \
                       AND sent_at IS NULL AND unsaid IS NULL";
        Ok(self.number(waiting, params![person, kind, Way::Daily.code()]).await? > 0)
    }

    /// The notices of a kind that wait for somebody's daily letter, the oldest first, from now on in this one; at most
    /// [`DAILY_NOTICES`].
    pub async fn gather_notices(&self, person: PersonId, kind: &str, letter: i64) -> Result<Vec<NoticeRow>> {
        self.exec(
            "UPDATE notices SET letter = $4 WHERE id IN (SELECT id FROM notices WHERE person = $1 AND kind = $2 \
             AND way = $3 AND sent_at IS NULL AND unsaid IS NULL ORDER BY event LIMIT $5)",
            params![person, kind, Way::Daily.code(), letter, DAILY_NOTICES],
        )
        .await?;
        self.all(
            "SELECT id, person, event, kind, same FROM notices WHERE letter = $1 AND sent_at IS NULL \
             AND unsaid IS NULL ORDER BY event LIMIT $2",
            params![letter, DAILY_NOTICES],
        )
        .await
    }

    /// A letter has left, with what was said in it.
    pub async fn notices_sent(&self, letter: i64) -> Result<()> {
        self.exec(
            "UPDATE notices SET sent_at = $2 WHERE letter = $1 AND sent_at IS NULL AND unsaid IS NULL",
            params![letter, self.now()],
        )
        .await
        .map(|_| ())
    }

    /// Forgets who was told long ago.
    pub async fn forget_old_notices(&self) -> Result<()> {
        self.exec("DELETE FROM notices WHERE at < $1", params![self.now() - NOTICES_KEPT]).await.map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_known_by_name_and_nothing_else_silences() {
        assert!(Way::ALL.into_iter().all(|way| Way::of(way.code()) == Some(way)));
        assert_eq!((Way::of("hourly"), Way::kept("hourly")), (None, Way::AtOnce));
    }
}
