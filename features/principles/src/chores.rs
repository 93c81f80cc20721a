//! Cities that were asked to sign are reminded: two weeks before their time is over, and when it is.

use async_trait::async_trait;
use base::{Actor, CityId, Result};
use chrono::Days;
use web::Hub;
use web::parts::Chore;

use crate::asked_rows::{self, STEP};
use crate::events::{OVERDUE, REMINDED};
use crate::jobs::ask;
use crate::rows;
use crate::rules::Asked;

/// Days before its time is over in which a city is reminded.
const SOON_DAYS: u64 = 14;

/// Reminds each once; a city that got more time, once more.
pub(crate) struct Reminders;

#[async_trait]
impl Chore for Reminders {
    async fn run(&self, hub: &Hub) -> Result<()> {
        ask_those_who_came_later(hub).await?;
        let mut behind = CityId(0);
        loop {
            let next = asked_rows::next(&hub.db.read(), behind).await?;
            let Some(last) = next.last() else { return Ok(()) };
            behind = last.city;
            for asked in &next {
                remind(hub, asked).await?;
            }
            if next.len() < usize::try_from(STEP).unwrap_or(0) {
                return Ok(());
            }
        }
    }
}

/// Cities that became members, or members again, after the others were asked.
async fn ask_those_who_came_later(hub: &Hub) -> Result<()> {
    let mut behind = CityId(0);
    loop {
        let tx = hub.db.begin().await?;
        let Some(version) = rows::asking(&tx).await? else { return Ok(()) };
        let Some(last) = ask(hub, &tx, &version, behind).await? else { return Ok(()) };
        behind = last;
        tx.commit().await?;
    }
}

async fn remind(hub: &Hub, asked: &Asked) -> Result<()> {
    let today = hub.network.calendar_of(&asked.region).day_of(hub.now());
    let (kind, event) = match () {
        () if today > asked.until.0 => ("over", OVERDUE),
        () if today + Days::new(SOON_DAYS) >= asked.until.0 => ("soon", REMINDED),
        () => return Ok(()),
    };
    let tx = hub.db.begin().await?;
    // It may have signed meanwhile, or got more time.
    if asked_rows::asked_of(&tx, &[asked.city]).await?.get(&asked.city) != Some(asked) {
        return Ok(());
    }
    if asked_rows::remind(&tx, asked, kind).await? {
        tx.event(&Actor::System, event, asked.version, Some(asked.city)).await?;
        tx.commit().await?;
    }
    Ok(())
}
