//! Who may see and say how a city stands with what is expected of it.

use base::{Actor, Fail, Result};
use cities::City;

/// Answers for cities at all: the central team, and regional officers.
pub(crate) fn answers(actor: &Actor) -> bool {
    actor.is_central() || actor.regions().next().is_some()
}

/// Enters findings of this city, and agrees with it what it chooses.
pub(crate) fn may_enter(actor: &Actor, city: &City) -> bool {
    actor.is_central() || actor.serves(&city.region)
}

/// Sees how this city stands: its people, and those who answer for it. No other city does.
pub(crate) fn may_see(actor: &Actor, city: &City) -> bool {
    actor.works_for(city.id) || may_enter(actor, city)
}

/// For those who answer for cities.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    match actor {
        actor if answers(actor) => Ok(()),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

#[cfg(test)]
mod tests {
    use base::{CityId, Lang, Person, PersonId, Role};

    use super::*;

    fn holding(role: Role) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, vec![role])))
    }

    #[test]
    fn officers_and_the_team_answer_for_cities() {
        assert!(answers(&holding(Role::RegionalOfficer("europe".into()))) && answers(&holding(Role::CentralTeam)));
        assert!(!answers(&holding(Role::CityLead(CityId(1)))) && !answers(&holding(Role::Partner)));
        assert!(!answers(&Actor::Visitor));
    }
}
