//! Who may see and write organisations: those of the network whoever answers for cities, and their own people; those of a city its
//! people alone.

use base::{Actor, Audience, CityId, OrganisationId};
use web::rights::{May, Right};

use crate::rules::Organisation;

/// What may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// See it.
    See,
    /// Enter, correct and remove it.
    Write,
}

/// May they?
pub(crate) fn may(actor: &Actor, action: Action, own: &Organisation) -> bool {
    match (own.city, action) {
        (None, Action::See) => may_see_network(actor) || is_of(actor, own.id),
        (None, Action::Write) => actor.is_central(),
        (Some(city), Action::See) => sees_of_city(actor, city, own.id),
        (Some(city), Action::Write) => actor.leads(city) && sees_of_city(actor, city, own.id),
    }
}

/// Those of the network.
pub(crate) fn may_see_network(actor: &Actor) -> bool {
    actor.answers_for_cities()
}

/// Holds a role for it.
fn is_of(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.person().is_some_and(|person| person.roles.iter().any(|role| role.organisation() == Some(organisation)))
}

/// A city's own; not through broken glass, which opens documents.
fn sees_of_city(actor: &Actor, city: CityId, organisation: OrganisationId) -> bool {
    let (audience, id) = (Audience::of(city), organisation.0);
    actor.works_for(city) && actor.sees(audience, id) && !actor.sees_through_glass_only(audience, id)
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 4] = [
    Right { words: "right-organisations", at: &["/office/organisations"], may: May::Network(may_see_network) },
    Right {
        words: "right-organisations-write",
        at: &["/office/organisations/new"],
        may: May::Network(Actor::is_central),
    },
    Right {
        words: "right-city-organisations",
        at: &["/cities/{slug}/organisations"],
        may: May::City(|actor, ground| actor.works_for(ground.city)),
    },
    Right {
        words: "right-city-organisations-write",
        at: &["/cities/{slug}/organisations/new"],
        may: May::City(|actor, ground| actor.leads(ground.city)),
    },
];

#[cfg(test)]
mod tests {
    use base::{Lang, Person, PersonId, Role, Seat, Through};

    use super::*;

    fn holding(role: Role) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, vec![role])))
    }

    #[test]
    fn the_network_s_are_its_office_s_and_their_own_people_s() {
        let own = Organisation { id: OrganisationId(5 << 40), ..Organisation::default() };
        let may = |role: Role| [Action::See, Action::Write].map(|action| may(&holding(role.clone()), action, &own));
        assert_eq!(may(Role::CentralTeam), [true, true]);
        assert_eq!(may(Role::RegionalOfficer("europe".into())), [true, false]);
        assert_eq!(may(Role::Partner(Some(own.id))), [true, false]);
        assert_eq!(may(Role::Partner(Some(OrganisationId(6 << 40)))), [false, false]);
        assert_eq!(may(Role::CityLead(CityId(7 << 40))), [false, false]);
    }

    #[test]
    fn a_city_s_are_its_people_s_alone() {
        let city = CityId(7 << 40);
        let own = Organisation { id: OrganisationId(9 << 40), city: Some(city), ..Organisation::default() };
        let asked = |actor: &Actor| [Action::See, Action::Write].map(|action| may(actor, action, &own));
        assert_eq!(asked(&holding(Role::CityLead(city))), [true, true]);
        assert_eq!(asked(&holding(Role::Practitioner(city))), [true, false]);
        for other in
            [Role::CentralTeam, Role::Administrator, Role::CityLead(CityId(8 << 40)), Role::Partner(Some(own.id))]
        {
            assert_eq!(asked(&holding(other.clone())), [false, false], "{other:?}");
        }
        let glass = Person {
            seats: vec![Seat::whole(city, Through::Glass)],
            ..Person::new(PersonId(1), "", "", Lang::EN, vec![Role::Administrator])
        };
        assert_eq!(asked(&Actor::Person(Box::new(glass))), [false, false]);
        let newcomer = Person {
            seats: vec![Seat { from: 10 << 40, ..Seat::whole(city, Through::Role) }],
            ..Person::new(PersonId(1), "", "", Lang::EN, vec![Role::CityLead(city)])
        };
        assert_eq!(asked(&Actor::Person(Box::new(newcomer))), [false, false], "older than their first day");
    }
}
