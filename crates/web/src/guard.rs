//! What stands before a form that anybody may send without an account: a field that only programs fill in, the time at which the
//! form was drawn, sealed so that nobody makes one up, and how much comes from one place and from all together. No puzzles, and
//! nobody outside is asked. Whoever is refused finds what they wrote still in the form, and what to do.

use base::{Fail, Result, Time};
use chrono::{DateTime, TimeDelta};
use input::Fields;
use store::Limit;

use crate::hub::Hub;
use crate::visit::Visit;

/// How long a form is looked at, at least, before somebody sends it.
const READ: TimeDelta = TimeDelta::seconds(4);
/// How long one can be open.
const OPEN: TimeDelta = TimeDelta::hours(12);
/// How far the clocks of two nodes may differ.
const SKEW: TimeDelta = TimeDelta::minutes(1);
/// Letters to one address that a stranger typed, from one place.
const TO_ONE_ADDRESS: Limit = Limit { tries: 3, within: TimeDelta::days(1) };
/// The same from all places.
const TO_ONE_ADDRESS_IN_ALL: Limit = Limit { tries: 10, within: TimeDelta::days(1) };
/// What the key signs.
const PURPOSE: &str = "form";
/// The field that holds the time.
const SEALED: &str = "sealed";
/// The field that people do not see.
const EMPTY: &str = "website";

/// How much may come through a form.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From one place.
    pub place: Limit,
    /// From one IPv6 /48, whose places are many and may be one person's.
    pub network: Limit,
    /// From all strangers together. Beyond them only the first of each place passes.
    pub all: Limit,
    /// From a place and from a network that have sent nothing lately, when there is too much of all: a few who write too much
    /// silence nobody else.
    pub first: Limit,
    /// Of those from all places together.
    pub first_all: Limit,
    /// From one person who is signed in. They are counted by nothing else.
    pub person: Limit,
}

impl Default for Limits {
    /// In an hour: ten from a place, seventy of all, and thirty more who are heard for the first time.
    fn default() -> Limits {
        let hourly = |tries| Limit { tries, within: TimeDelta::hours(1) };
        Limits {
            place: hourly(10),
            network: hourly(30),
            all: hourly(70),
            first: hourly(1),
            first_all: hourly(30),
            person: hourly(10),
        }
    }
}

/// The time of a form that is drawn now, as it stands in the form.
pub fn sealed(hub: &Hub, at: Time) -> String {
    let at = at.timestamp().to_string();
    format!("{at}.{}", hub.keys.sign(PURPOSE, &at))
}

/// The time that a form was drawn, if it was drawn here.
fn drawn_at(hub: &Hub, sent: &str) -> Option<Time> {
    let (at, signature) = sent.split_once('.')?;
    let drawn = hub.keys.verify(PURPOSE, at, signature);
    at.parse().ok().filter(|_| drawn).and_then(|seconds| DateTime::from_timestamp(seconds, 0))
}

/// What stands in the form, hidden. One that comes back keeps its time, so that whoever has read it may send it again at once;
/// with a time that nobody has from here it begins anew.
pub(crate) fn drawn(visit: &Visit, came_back: Option<&Fields>) -> String {
    if visit.actor.id().is_some() {
        return String::new();
    }
    let now = visit.hub.db.clock().now();
    let at = match came_back.and_then(|fields| drawn_at(&visit.hub, fields.get(SEALED))) {
        // Open for too long, it was read for long enough.
        Some(at) if now - at > OPEN => now - READ,
        Some(at) if at <= now => at,
        _ => now,
    };
    format!(
        "<input type=\"hidden\" name=\"{SEALED}\" value=\"{}\"><div class=\"vh\" aria-hidden=\"true\"><label for=\"{EMPTY}\">{}\
         </label><input id=\"{EMPTY}\" name=\"{EMPTY}\" type=\"text\" tabindex=\"-1\" autocomplete=\"off\"></div>",
        sealed(&visit.hub, at),
        visit.t("form-leave-empty"),
    )
}

/// Was it sent by a person, as far as can be told? Whoever is signed in is one.
///
/// # Errors
/// [`Fail::Invalid`], with what to do.
pub fn check(visit: &Visit, fields: &Fields) -> Result<()> {
    if visit.actor.id().is_some() {
        return Ok(());
    }
    if !fields.get(EMPTY).is_empty() {
        return Err(Fail::field("", "error-form-trap"));
    }
    let now = visit.hub.db.clock().now();
    match drawn_at(&visit.hub, fields.get(SEALED)) {
        Some(at) if at > now + SKEW || now - at > OPEN => Err(Fail::field("", "error-form-old")),
        // A second is what the time is kept to.
        Some(at) if now - at < READ - TimeDelta::seconds(1) => Err(Fail::field("", "error-form-quick")),
        Some(_) => Ok(()),
        None => Err(Fail::field("", "error-form-old")),
    }
}

/// A link's last part: the thing that it names, signed for a purpose. Nobody makes one up, and nothing secret is kept.
pub fn token(hub: &Hub, purpose: &str, id: i64) -> String {
    let id = base::id::write_id(id);
    format!("{id}-{}", hub.keys.sign(purpose, &id))
}

/// The thing that a link of this purpose names, if it was made here.
pub fn of_token(hub: &Hub, purpose: &str, token: &str) -> Option<i64> {
    let (id, signature) = token.split_once('-')?;
    // First of all: nobody learns by guessing which numbers there are.
    if !hub.keys.verify(purpose, id, signature) {
        return None;
    }
    base::id::read_id(id)
}

/// Counts what came through the form of this name: of a person by themselves; of a stranger by place, by network and with all
/// others. Where those are too many, whoever has sent nothing lately is heard all the same.
///
/// # Errors
/// [`Fail::TooMany`] with the seconds to wait.
pub async fn admit(visit: &Visit, name: &str, limits: &Limits) -> Result<()> {
    if let Some(person) = visit.actor.id() {
        // Nothing that is kept leads from a form to an account.
        let door = format!("{name}-person:{}", visit.hub.keys.sign("form of a person", &person.to_string()));
        return pass(visit, &[(door, limits.person)]).await;
    }
    pass(visit, &doors(visit, name, limits.place, limits.network)).await?;
    let mut first = doors(visit, &format!("{name}-first"), limits.first, limits.first);
    match pass(visit, &[(format!("{name}-all"), limits.all)]).await {
        // Noted for the time when there are too many; until then it refuses nobody.
        Ok(()) => match pass(visit, &first).await {
            Err(Fail::TooMany(_)) => Ok(()),
            noted => noted,
        },
        Err(Fail::TooMany(_)) => {
            first.push((format!("{name}-first-all"), limits.first_all));
            pass(visit, &first).await
        }
        Err(fail) => Err(fail),
    }
}

/// Counts a letter to an address that a stranger typed in the form of this name: few from one place, so that nobody writes to somebody
/// by way of us; more in all, so that whoever does cannot keep its owner from writing.
///
/// # Errors
/// [`Fail::TooMany`] with the seconds to wait.
pub async fn admit_letter(visit: &Visit, name: &str, email: &str) -> Result<()> {
    let address = base::secret::hash(&mailbox(email));
    let from_here = format!("{name}:{}:{address}", base::secret::hash(&visit.client));
    pass(visit, &[(from_here, TO_ONE_ADDRESS), (format!("{name}:{address}"), TO_ONE_ADDRESS_IN_ALL)]).await
}

/// Whose letters these are, however the address is written: what stands behind a plus, quotes and large letters make no other mailbox.
fn mailbox(email: &str) -> String {
    let (name, host) = email.rsplit_once('@').unwrap_or((email, ""));
    let name: String = name.chars().filter(|letter| !matches!(letter, '"' | '\\')).collect();
    format!("{}@{host}", name.split('+').next().unwrap_or_default()).to_lowercase()
}

/// The doors of a stranger: of their place, and of its network.
fn doors(visit: &Visit, name: &str, place: Limit, network: Limit) -> Vec<(String, Limit)> {
    let mut doors = vec![(format!("{name}:{}", base::secret::hash(&visit.client)), place)];
    let own = crate::client::network(&visit.client);
    doors.extend(own.map(|own| (format!("{name}-network:{}", base::secret::hash(&own)), network)));
    doors
}

async fn pass(visit: &Visit, doors: &[(String, Limit)]) -> Result<()> {
    let doors: Vec<_> = doors.iter().map(|(name, limit)| (name.as_str(), *limit)).collect();
    visit.hub.guard.pass(&visit.hub.db, &doors).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_mailbox_however_it_is_written() {
        for other in ["VIC@third.example", "\"vic\"@third.example", "vic+1@Third.example", "\"vic+2\"@third.example"] {
            assert_eq!(mailbox(other), "vic@third.example", "{other}");
        }
    }
}
