//! What the team is told of: a text waits for a second person, and a plan that ended.

use async_trait::async_trait;
use base::{Person, PersonId, Result, Role};
use store::{Event, Sql, State};
use texts::Text;
use web::Hub;
use web::parts::{Notice, Told};

use crate::rows;
use crate::rules::{Item, TITLE};
use crate::state::ItemState;

/// Key of a choice.
pub(crate) const TO_REVIEW: &str = "editorial.to-review";
/// Key of a choice.
pub(crate) const PLAN_FAILED: &str = "editorial.plan-failed";

/// Somebody of the team asks somebody else to read a text.
pub(crate) struct ToReview;

#[async_trait]
impl Notice for ToReview {
    fn kind(&self) -> &'static str {
        TO_REVIEW
    }

    fn of(&self, event: &str) -> bool {
        event == "editorial.sent-for-review"
    }

    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CentralTeam | Role::Administrator))
    }

    /// All of the team but whoever sent it.
    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let mut team = people::central_team(sql).await?;
        team.retain(|person| event.actor() != Some(*person));
        Ok(team)
    }

    fn same(&self, event: &Event) -> Result<Option<String>> {
        Ok(Some(event.subject.to_string()))
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        match item_of(hub, event).await?.filter(|item| item.state == ItemState::InReview) {
            Some(item) => told(hub, event, to, &item, false).await,
            None => Ok(None),
        }
    }
}

/// What was planned is not published as planned: whoever planned it hears of it, unless they ended the plan themselves.
pub(crate) struct PlanFailed;

#[async_trait]
impl Notice for PlanFailed {
    fn kind(&self) -> &'static str {
        PLAN_FAILED
    }

    fn of(&self, event: &str) -> bool {
        event == "editorial.called-off"
    }

    fn concerns(&self, person: &Person) -> bool {
        person.roles.iter().any(|role| matches!(role, Role::CentralTeam | Role::Administrator))
    }

    async fn to(&self, _: &Hub, sql: &Sql, event: &Event) -> Result<Vec<PersonId>> {
        let planner = planner(sql, event.subject, event.id).await?;
        let team = people::central_team(sql).await?;
        // Where whoever planned it has gone, and nobody ended it by hand, somebody else has to know.
        match (planner.filter(|person| team.contains(person)), event.actor()) {
            (Some(planner), Some(actor)) if planner == actor => Ok(Vec::new()),
            (Some(planner), _) => Ok(vec![planner]),
            (None, Some(_)) => Ok(Vec::new()),
            (None, None) => Ok(team),
        }
    }

    async fn write(&self, hub: &Hub, event: &Event, to: PersonId) -> Result<Option<Told>> {
        let Some(item) = item_of(hub, event).await? else { return Ok(None) };
        // Whoever has planned it anew since knows.
        if item.state == ItemState::Scheduled && planner(&hub.db.read(), item.id, i64::MAX).await? == Some(to) {
            return Ok(None);
        }
        told(hub, event, to, &item, true).await
    }
}

/// Who planned it last, before the event with this id.
async fn planner(sql: &Sql, item: i64, before: i64) -> Result<Option<PersonId>> {
    let moves = store::moves_of::<ItemState>(sql, item).await?;
    let planned = moves.into_iter().find(|one| one.id < before && one.now == ItemState::Scheduled.code());
    Ok(planned.and_then(|one| one.actor))
}

async fn item_of(hub: &Hub, event: &Event) -> Result<Option<Item>> {
    Ok(rows::by_ids(&hub.db.read(), &[event.subject]).await?.pop())
}

/// The letter about a thing: about its plan, or that it waits for a second person.
async fn told(hub: &Hub, event: &Event, to: PersonId, item: &Item, of_plan: bool) -> Result<Option<Told>> {
    let sql = hub.db.read();
    let Some(reader) = people::Reader::of(hub, &sql, to).await? else { return Ok(None) };
    let texts: Vec<Text> =
        texts::newest_parts(&sql, &[item.thing()], &[TITLE]).await?.remove(&item.thing()).unwrap_or_default();
    let title = texts::best(&texts, reader.lang, &hub.network.languages).map_or("", |text| text.get(TITLE)).to_owned();
    let by = people::names(&sql, &event.actor().into_iter().collect::<Vec<_>>()).await?;
    let by = event.actor().and_then(|actor| by.get(&actor).cloned());
    let by = by.unwrap_or_else(|| hub.network.settings.hub_name.get(reader.lang).to_owned());
    let address = hub.address(&format!("/{}{}", reader.lang, item.office()));
    let args = [("by", (&by).into()), ("title", (&title).into())];
    let below = format!("\n{address}\n");
    let letter = match of_plan {
        false => reader.letter(hub, "to-review", &args, &below),
        true => reader.letter(hub, "plan-failed", &args[1..], &below),
    };
    Ok(Some(Told { letter, path: item.office() }))
}
