//! Who may see a document, and who may do what with it.

use base::{Actor, CityId};
use store::{Condition, params};

use crate::rules::{Access, Document};

/// The audience of what everyone may see.
const EVERYONE: u64 = 1;
/// The audience of what members may see.
const MEMBERS: u64 = 2;

/// The audience under which a document stands in the index. Ids of cities are far above the others.
pub fn audience(access: Access, city: Option<CityId>) -> u64 {
    match (access, city) {
        (Access::Public, _) => EVERYONE,
        (Access::Members, _) => MEMBERS,
        (Access::City, Some(city)) => city.0.unsigned_abs(),
        // Seen by nobody: a city's document without a city is a mistake, never a leak.
        (Access::City, None) => u64::MAX,
    }
}

/// Cities whose own documents this reader sees: those they hold a role for, and broken glass.
fn own_cities(actor: &Actor) -> Vec<CityId> {
    let mut cities = actor.cities();
    cities.extend(actor.person().map(|person| person.glass.clone()).unwrap_or_default());
    cities
}

/// Cities of whose own documents this reader sees only those from an id on: they came to the city while nobody who leads
/// it could object. Broken glass shows all, and is told.
pub(crate) fn newcomer_cities(actor: &Actor) -> Vec<(CityId, i64)> {
    let Some(person) = actor.person() else { return Vec::new() };
    person.newcomer.iter().copied().filter(|(city, _)| !person.glass.contains(city)).collect()
}

/// Reads this document through broken glass only: what is seen so goes on the city's record.
pub(crate) fn is_under_glass(actor: &Actor, document: &Document) -> Option<CityId> {
    let city = document.city.filter(|_| document.access == Access::City)?;
    let by_role = actor.works_for(city) && actor.newcomer_from(city).is_none_or(|from| document.id.0 >= from);
    let glass = actor.person().is_some_and(|person| person.glass.contains(&city));
    (glass && !by_role).then_some(city)
}

/// The audiences that a reader belongs to.
pub fn audiences(actor: &Actor) -> Vec<u64> {
    let mut audiences = vec![EVERYONE];
    if actor.is_member() {
        audiences.push(MEMBERS);
    }
    audiences.extend(own_cities(actor).into_iter().map(|city| city.0.unsigned_abs()));
    audiences
}

/// The condition on `d` (documents) for what this reader may see. What is withdrawn is seen by nobody here; its owner
/// reaches it through [`may`].
pub fn visible_to(actor: &Actor) -> Condition {
    let mut seen = Condition::new("d.access = 'public'", ());
    if actor.is_member() {
        seen = seen.or(Condition::new("d.access = 'members'", ()));
    }
    let cities = own_cities(actor);
    if !cities.is_empty() {
        let mut own = Condition::new("d.access = 'city'", ()).and(Condition::among("d.city", cities));
        for (city, from) in newcomer_cities(actor) {
            own = own.but_not(Condition::new("d.city = ? AND d.id < ?", params![city, from]));
        }
        seen = seen.or(own);
    }
    Condition::new("NOT d.withdrawn", ()).and(seen)
}

/// The same for one document.
pub fn is_visible(actor: &Actor, document: &Document) -> bool {
    let allowed = match document.access {
        Access::Public => true,
        Access::Members => actor.is_member(),
        Access::City => document.city.is_some_and(|city| {
            let too_old = newcomer_cities(actor).into_iter().any(|(own, from)| own == city && document.id.0 < from);
            own_cities(actor).contains(&city) && !too_old
        }),
    };
    allowed && (!document.withdrawn || may(actor, Action::Edit, document))
}

/// What may be done with a document that is visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See it, and what is read from it.
    See,
    /// Change what is said of it, or its file.
    Edit,
    /// Take it out of the library.
    Withdraw,
}

/// May they? The uploader while they might still put it before these readers (a practitioner's document
/// that the lead showed to everyone is the lead's to change); the city's lead; the central team for the
/// network's own. A city's material belongs to the city: the central team can only take out what is
/// shown beyond it.
pub fn may(actor: &Actor, action: Action, document: &Document) -> bool {
    if action == Action::See {
        return is_visible(actor, document);
    }
    let keeps = match document.city {
        Some(city) => {
            let owner = document.owner.is_some() && document.owner == actor.id();
            actor.leads(city) || (owner && may_upload(actor, Some(city), document.access))
        }
        None => actor.is_central(),
    };
    keeps || (action == Action::Withdraw && document.access != Access::City && actor.is_central())
}

/// May upload anything anywhere.
pub fn may_upload_at_all(actor: &Actor) -> bool {
    actor.is_central() || !actor.cities().is_empty()
}

/// May put a document of this city (or of the network) before these readers.
pub fn may_upload(actor: &Actor, city: Option<CityId>, access: Access) -> bool {
    match (city, access) {
        (None, Access::City) => false,
        (None, _) => actor.is_central(),
        (Some(city), Access::Public) => actor.leads(city) || actor.is_central(),
        (Some(city), Access::Members) => actor.works_for(city) || actor.is_central(),
        (Some(city), Access::City) => actor.works_for(city),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Lang, Person, PersonId, Role};

    fn person(roles: &[Role]) -> Actor {
        Actor::Person(Box::new(Person {
            id: PersonId(7),
            name: String::new(),
            email: String::new(),
            lang: Lang::En,
            roles: roles.to_vec(),
            glass: Vec::new(),
            newcomer: Vec::new(),
        }))
    }

    #[test]
    fn a_city_s_own_is_for_its_people_only() {
        let city = CityId(1 << 40);
        let own = audience(Access::City, Some(city));
        for staff in [
            Role::Administrator,
            Role::CentralTeam,
            Role::RegionalOfficer("europe".into()),
            Role::CityLead(CityId(9 << 40)),
        ] {
            assert!(!audiences(&person(std::slice::from_ref(&staff))).contains(&own), "{staff:?}");
            assert!(!may_upload(&person(&[staff]), Some(city), Access::City));
        }
        assert!(audiences(&person(&[Role::Practitioner(city)])).contains(&own));
        assert_eq!(audiences(&Actor::Visitor), [EVERYONE]);
        assert_eq!(audiences(&person(&[])), [EVERYONE], "an account without a role is no member");
    }

    #[test]
    fn uploading() {
        let city = CityId(1 << 40);
        let practitioner = person(&[Role::Practitioner(city)]);
        assert!(!may_upload(&practitioner, Some(city), Access::Public));
        assert!(may_upload(&practitioner, Some(city), Access::Members));
        assert!(!may_upload(&practitioner, Some(CityId(5)), Access::Members));
        assert!(!may_upload(&practitioner, None, Access::Members));
        assert!(may_upload(&person(&[Role::CityLead(city)]), Some(city), Access::Public));
        assert!(!may_upload_at_all(&person(&[Role::RegionalOfficer("europe".into())])));
        assert!(!may_upload(&person(&[Role::CentralTeam]), None, Access::City));
    }
}
