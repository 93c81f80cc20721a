//! What people are told when it happens, each by their choice. Notices stand on events: a follower asks each kind of
//! notice whom an event concerns, keeps that they are told, and sends a letter at once, or one a day.
//!
//! What is a matter of safety ([`Notice::must`]) is told at once, whatever somebody chose.

use std::collections::HashMap;
use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Lang, PersonId, Result, Time};
use chrono::{NaiveTime, TimeDelta};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Event, Follows, NoticeRow, Sql, Tx, Unsaid, Way};

use crate::hub::Hub;
use crate::parts::{LetterKind, Notice, Parts, Told};
use crate::post::{self, Rank};

/// The hour, in UTC, at which daily letters are written.
const DAILY_HOUR: u32 = 6;

/// Who follows events for notices.
pub fn follower(hub: &Hub, parts: &Arc<Parts>) -> Arc<dyn Follows> {
    Arc::new(Teller { hub: hub.clone(), parts: parts.clone() })
}

/// The letters of these notices.
pub fn letters(notices: &[Arc<dyn Notice>]) -> [Arc<dyn LetterKind>; 2] {
    [Arc::new(OneLetter(Notices(notices.to_vec()))), Arc::new(DailyLetter(Notices(notices.to_vec())))]
}

/// How somebody is told of each kind of notice that they may choose for, in the order of the features.
pub async fn choices(hub: &Hub, sql: &Sql, person: PersonId) -> Result<Vec<(&'static str, Way)>> {
    let chosen = store::choices(sql, person).await?;
    Ok(hub.optional_notices().map(|(kind, ways)| (kind, way_of(ways, chosen.get(kind).copied()))).collect())
}

struct Teller {
    hub: Hub,
    parts: Arc<Parts>,
}

#[async_trait]
impl Follows for Teller {
    fn name(&self) -> &'static str {
        "notices"
    }

    /// What was done before the first start of a program that knows notices has no place and is not followed; of what
    /// was done since, nothing may be missed.
    fn begins_with_the_first(&self) -> bool {
        true
    }

    async fn take(&self, tx: &Tx, event: &Event) -> Result<()> {
        for notice in self.parts.notices.iter().filter(|notice| notice.of(&event.kind)) {
            let people = notice.to(&self.hub, tx, event).await?;
            tell(tx, notice.as_ref(), event, &people).await?;
        }
        for notice in self.parts.notices.iter().filter(|notice| !notice.must()) {
            for person in notice.hastens(&self.hub, tx, event).await? {
                if tx.daily_waits(person, notice.kind()).await? {
                    DailyNotices { person, kind: notice.kind().to_owned() }.send(tx, tx.now()).await?;
                }
            }
        }
        Ok(())
    }
}

async fn tell(tx: &Tx, notice: &dyn Notice, event: &Event, people: &[PersonId]) -> Result<()> {
    let ways = if notice.must() { HashMap::new() } else { store::ways(tx, notice.kind(), people).await? };
    let same = notice.same(event)?;
    for person in people {
        let way = way_of(notice.ways(), ways.get(person).copied());
        // Told already: by another kind of notice, or when this event was taken before.
        let added = tx.add_notice(*person, event.id, notice.kind(), way, same.as_deref()).await?;
        let Some(id) = added else { continue };
        match way {
            Way::AtOnce => {
                let once = same.as_ref().map(|same| format!("{person} {} {same}", notice.kind()));
                post::send_of_kind(tx, (ONE, notice.rank()), once, &OneNotice { notice: id }, tx.now()).await?;
            }
            Way::Daily => {
                let daily = DailyNotices { person: *person, kind: notice.kind().to_owned() };
                daily.send(tx, next_daily(tx.now())).await?;
            }
            Way::Never => {}
        }
    }
    Ok(())
}

/// How somebody is told who chose this of these ways: at once where nothing was chosen or nothing is to be; daily where
/// there is no such way (any more).
fn way_of(ways: &[Way], chosen: Option<Way>) -> Way {
    match chosen.filter(|_| !ways.is_empty()) {
        None => Way::AtOnce,
        Some(way) if ways.contains(&way) => way,
        Some(_) => Way::Daily,
    }
}

/// The next time at which daily letters are written.
fn next_daily(now: Time) -> Time {
    let hour = NaiveTime::from_hms_opt(DAILY_HOUR, 0, 0).unwrap_or_default();
    let today = now.date_naive().and_time(hour).and_utc();
    if today > now { today } else { today + TimeDelta::days(1) }
}

/// All kinds of notices.
struct Notices(Vec<Arc<dyn Notice>>);

impl Notices {
    /// What is said of this notice now: nothing where it does not concern its reader any more, is no longer true, or was
    /// declined meanwhile.
    async fn write(&self, hub: &Hub, row: &NoticeRow) -> Result<Option<(Told, bool)>> {
        let Some(notice) = self.0.iter().find(|own| own.kind() == row.kind) else { return Ok(None) };
        let sql = hub.db.read();
        let Some(event) = Event::find(&sql, row.event).await? else { return Ok(None) };
        let declined = !notice.must() && {
            let ways = store::ways(&sql, notice.kind(), std::slice::from_ref(&row.person)).await?;
            way_of(notice.ways(), ways.get(&row.person).copied()) == Way::Never
        };
        if declined || !notice.still(hub, &sql, &event, row.person).await? {
            return Ok(None);
        }
        let told = notice.write(hub, &event, row.person).await?;
        Ok(told.map(|told| (told, notice.must())))
    }

    /// The same where one of many that nobody can read keeps none of the others: it is set aside for somebody to look
    /// at. What is only away, or in the way, is asked again.
    async fn write_one_of_many(&self, hub: &Hub, row: &NoticeRow) -> Result<Result<(Told, bool), Unsaid>> {
        match self.write(hub, row).await {
            Ok(said) => Ok(said.ok_or(Unsaid::NotSo)),
            Err(fail @ (Fail::Unavailable(_) | Fail::Contended(_))) => Err(fail),
            Err(fail) => {
                tracing::error!(notice = row.id, event = row.event, kind = row.kind, error = %fail, "a notice is set aside");
                metrics::counter!("hub_notices_aside_total", "kind" => row.kind.clone()).increment(1);
                Ok(Err(Unsaid::Aside))
            }
        }
    }
}

/// Notes of which notices nothing is said: nobody may think that they were sent.
async fn leave_unsaid(hub: &Hub, unsaid: &[(i64, Unsaid)]) -> Result<()> {
    if unsaid.is_empty() {
        return Ok(());
    }
    let tx = hub.db.begin().await?;
    for why in [Unsaid::NotSo, Unsaid::Aside] {
        let notices: Vec<i64> = unsaid.iter().filter(|(_, own)| *own == why).map(|(id, _)| *id).collect();
        tx.leave_unsaid(&notices, why).await?;
    }
    tx.commit().await
}

/// Where somebody chooses, and may do without such letters.
fn choice(hub: &Hub, lang: Lang) -> String {
    hub.address(&format!("/{lang}/account#letters"))
}

/// The language of a letter.
fn lang_of(hub: &Hub, letter: &Letter) -> Lang {
    letter.lang.unwrap_or(hub.network.languages[0])
}

/// Says below an optional letter how it is chosen; mail programs offer the same beside it.
fn optional(hub: &Hub, letter: Letter) -> Letter {
    let lang = lang_of(hub, &letter);
    let (foot, address) = (hub.words.write(lang, "letter-notice-foot", &[]), choice(hub, lang));
    Letter { text: format!("{}\n{foot}\n{address}\n", letter.text), unsubscribe: Some(address), ..letter }
}

/// The kind of a letter about one notice, and of the one of a day; for ever: letters wait under them.
const ONE: &str = "notice";
const DAILY: &str = "notices.daily";

/// A letter about one notice.
#[derive(Serialize, Deserialize)]
struct OneNotice {
    notice: i64,
}

struct OneLetter(Notices);

#[async_trait]
impl LetterKind for OneLetter {
    fn kind(&self) -> &'static str {
        ONE
    }

    async fn write(&self, hub: &Hub, id: i64, about: &str) -> Result<Option<Letter>> {
        let OneNotice { notice } = post::read(about)?;
        let Some(row) = store::notice(&hub.db.read(), notice).await? else { return Ok(None) };
        let tx = hub.db.begin().await?;
        let rows = tx.gather_same(&row, id).await?;
        tx.commit().await?;
        let (mut said, mut unsaid) = (None, Vec::new());
        for row in &rows {
            if said.is_some() {
                unsaid.push((row.id, Unsaid::NotSo));
            } else if rows.len() == 1 {
                // What cannot be read is a letter that cannot leave: it is laid out, and tried again by hand.
                said = self.0.write(hub, row).await?;
                unsaid.extend(said.is_none().then_some((row.id, Unsaid::NotSo)));
            } else {
                match self.0.write_one_of_many(hub, row).await? {
                    Ok(told) => said = Some(told),
                    Err(why) => unsaid.push((row.id, why)),
                }
            }
        }
        leave_unsaid(hub, &unsaid).await?;
        Ok(said.map(|(told, must)| if must { told.letter } else { optional(hub, told.letter) }))
    }

    async fn handed_over(&self, hub: &Hub, id: i64, _about: &str) -> Result<()> {
        let tx = hub.db.begin().await?;
        tx.notices_sent(id).await?;
        tx.commit().await
    }

    async fn came_back(&self, _hub: &Hub, _id: i64, _about: &str) -> Result<()> {
        Ok(())
    }
}

/// The letter of a day about all notices of a kind.
#[derive(Serialize, Deserialize)]
struct DailyNotices {
    person: PersonId,
    kind: String,
}

struct DailyLetter(Notices);

#[async_trait]
impl LetterKind for DailyLetter {
    fn kind(&self) -> &'static str {
        DAILY
    }

    async fn write(&self, hub: &Hub, id: i64, about: &str) -> Result<Option<Letter>> {
        let daily: DailyNotices = post::read(about)?;
        let tx = hub.db.begin().await?;
        let rows = tx.gather_notices(daily.person, &daily.kind, id).await?;
        tx.commit().await?;
        let (mut all, mut unsaid) = (Vec::new(), Vec::new());
        for row in &rows {
            match self.0.write_one_of_many(hub, row).await? {
                Ok((told, _)) => all.push(told),
                Err(why) => unsaid.push((row.id, why)),
            }
        }
        leave_unsaid(hub, &unsaid).await?;
        if all.is_empty() {
            self.handed_over(hub, id, about).await?;
        }
        Ok(daily.letter(hub, all))
    }

    async fn handed_over(&self, hub: &Hub, id: i64, about: &str) -> Result<()> {
        let daily: DailyNotices = post::read(about)?;
        let tx = hub.db.begin().await?;
        tx.notices_sent(id).await?;
        if tx.daily_waits(daily.person, &daily.kind).await? {
            daily.send(&tx, tx.now()).await?;
        }
        tx.commit().await
    }

    async fn came_back(&self, _hub: &Hub, _id: i64, _about: &str) -> Result<()> {
        Ok(())
    }
}

impl DailyNotices {
    /// Asks for it at this time; of one person and kind one waits.
    async fn send(&self, tx: &Tx, at: Time) -> Result<()> {
        post::send_of_kind(tx, (DAILY, Rank::Usual), Some(format!("{} {}", self.person, self.kind)), self, at).await
    }

    /// One letter of all of them; none of nothing.
    fn letter(&self, hub: &Hub, all: Vec<Told>) -> Option<Letter> {
        let first = all.first()?.letter.clone();
        let lang = lang_of(hub, &first);
        let what = hub.words.write(lang, &crate::words::notice_words(&self.kind), &[]);
        let subject =
            hub.words.write(lang, "letter-daily-subject", &[("what", (&what).into()), ("count", all.len().into())]);
        let head =
            hub.words.write(lang, "letter-daily-text", &[("name", (&first.name).into()), ("what", (&what).into())]);
        let lines = all.iter().map(|told| {
            // The address alone on its line, untouched by marks of direction.
            format!("\n{}\n{}\n", told.letter.subject, hub.address(&format!("/{lang}{}", told.path)))
        });
        let text = format!("{head}\n{}", lines.collect::<String>());
        Some(optional(hub, Letter { subject, text, ..first }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn daily_letters_leave_at_the_next_such_hour() {
        let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc();
        assert_eq!(next_daily(at("2026-11-21T05:59:59Z")), at("2026-11-21T06:00:00Z"));
        assert_eq!(next_daily(at("2026-11-21T06:00:00Z")), at("2026-11-22T06:00:00Z"));
        assert_eq!(next_daily(at("2026-12-31T23:00:00Z")), at("2027-01-01T06:00:00Z"));
    }
}
