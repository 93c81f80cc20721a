//! What is done about memberships: one verb, one function, one transaction.

mod answer;
mod decide;
mod drop;
mod report;
mod second;

use base::Result;
use chrono::TimeDelta;
use cities::City;
use store::Tx;

pub(crate) use answer::answer;
pub(crate) use decide::decide;
pub(crate) use drop::{drop, is_of_city};
pub(crate) use report::{close, report};
pub(crate) use second::{Agreed, agree};

/// The event: that a city is suspended was proposed.
pub(crate) const PROPOSED: &str = "status.proposed";
/// The event: the city said what it has to say of it.
pub(crate) const ANSWERED: &str = "status.answered";
/// The event: somebody reports that a city broke the principles.
pub(crate) const REPORTED: &str = "breach.reported";
/// The event: a city's own people decided that it leaves.
pub(crate) const LEFT: &str = "status.left";
/// The event: something was decided. Nobody is told of it beside what is told of the membership itself.
pub(crate) const MOVED: &str = "status.moved";

/// How long the same, sent again by the same hand, is the same press.
const SAME_PRESS: TimeDelta = TimeDelta::minutes(1);

/// The city as it stands, behind its lock.
async fn fresh(tx: &Tx, city: &City) -> Result<City> {
    crate::rows::lock(tx, city.id).await?;
    cities::by_ids(tx, &[city.id]).await?.remove(&city.id).ok_or(base::Fail::NotFound)
}
