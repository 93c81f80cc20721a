//! Who may see a document, and who may do what with it.

use base::{Actor, Audience, CityId};
use store::{Condition, seen_by};
use web::rights::{May, Right};

use crate::rules::{Access, Document};

/// The audience of a document that a form puts before these readers.
pub fn audience(access: Access, city: Option<CityId>) -> Audience {
    match (access, city) {
        (Access::Public, _) => Audience::EVERYONE,
        (Access::Members, _) => Audience::MEMBERS,
        (Access::City, Some(city)) => Audience::of(city),
        // A city's document without a city is a mistake, never a leak; whom a body names is no form's to say.
        (Access::City, None) | (Access::Named, _) => Audience::NOBODY,
    }
}

/// Reads this document through broken glass only: what is seen so goes on the city's record.
pub(crate) fn is_under_glass(actor: &Actor, document: &Document) -> Option<CityId> {
    document.city.filter(|_| actor.sees_through_glass_only(document.audience, document.id.0))
}

/// The condition on `d` (documents) for what this reader may see, withdrawn or not. What a former city showed to members is
/// shown to its people as its own is: to a newcomer what is newer.
pub(crate) fn shown_to(actor: &Actor) -> Condition {
    let shown = seen_by(actor, "d.audience", "d.id");
    match actor.former_cities() {
        [] => shown,
        former => shown.or(Condition::new("d.audience = ?", Audience::MEMBERS)
            .and(Condition::among("d.city", former.iter().copied()))
            .and(seen_by(actor, "d.city", "d.id"))),
    }
}

/// What a city showed to members is its own too, also where it is none any more: it is the city's to withdraw.
fn is_former_s_own(actor: &Actor, document: &Document) -> bool {
    let own = |city| is_former(actor, city) && actor.sees(Audience::of(city), document.id.0);
    document.audience == Audience::MEMBERS && document.city.is_some_and(own)
}

/// The same without what is withdrawn, which is seen by nobody here; whoever looks after it reaches it through [`may`].
pub fn visible_to(actor: &Actor) -> Condition {
    Condition::new("NOT d.withdrawn", ()).and(shown_to(actor))
}

/// The same for one document.
pub fn is_visible(actor: &Actor, document: &Document) -> bool {
    let shown = actor.sees(document.audience, document.id.0) || is_former_s_own(actor, document);
    shown && (!document.withdrawn || looks_after(actor, document))
}

/// Looks after a document: the uploader while they might still put it before these readers (a practitioner's document
/// that the lead showed to everyone is the lead's to change); the city's lead; the central team for the network's own.
fn looks_after(actor: &Actor, document: &Document) -> bool {
    let Some(city) = document.city else { return actor.is_central() };
    let owner = document.owner.is_some() && document.owner == actor.id();
    (actor.leads(city) && actor.is_of(city))
        || (owner && (may_upload(actor, Some(city), document.access()) || is_former(actor, city)))
}

/// Works for this city, which is no member (any more).
fn is_former(actor: &Actor, city: CityId) -> bool {
    actor.former_cities().contains(&city)
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

/// May they? Whoever looks after it. A city's material belongs to the city: the central team can only take out what is
/// shown beyond it.
pub fn may(actor: &Actor, action: Action, document: &Document) -> bool {
    if action == Action::See {
        return is_visible(actor, document);
    }
    let beyond = matches!(document.access(), Access::Public | Access::Members);
    // Nothing that others see changes in the name of a city that is no member: it can only be taken back.
    let fixed = beyond && action == Action::Edit && document.city.is_some_and(|city| is_former(actor, city));
    (looks_after(actor, document) && !fixed) || (action == Action::Withdraw && beyond && actor.is_central())
}

/// May upload anything anywhere.
pub fn may_upload_at_all(actor: &Actor) -> bool {
    actor.is_central() || !actor.cities().is_empty()
}

/// May put a document of this city (or of the network) before these readers. Whose city is no member (any more) keeps
/// what is its own, and puts nothing before others.
pub fn may_upload(actor: &Actor, city: Option<CityId>, access: Access) -> bool {
    let is_member = |city| !is_former(actor, city);
    match (city, access) {
        (_, Access::Named) | (None, Access::City) => false,
        (None, _) => actor.is_central(),
        (Some(city), Access::Public) => (actor.leads(city) && is_member(city)) || actor.is_central(),
        (Some(city), Access::Members) => (actor.works_for(city) && is_member(city)) || actor.is_central(),
        (Some(city), Access::City) => actor.works_for(city),
    }
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 5] = [
    Right { words: "right-members-documents", at: &[], may: May::Network(Actor::is_member) },
    Right {
        words: "right-city-documents",
        at: &[],
        may: May::City(|actor, ground| actor.sees(Audience::of(ground.city), i64::MAX)),
    },
    Right {
        words: "right-upload",
        at: &["/library/upload", "/library/mine"],
        may: May::City(|actor, ground| may_upload(actor, Some(ground.city), Access::Members)),
    },
    Right {
        words: "right-network-documents",
        at: &[],
        may: May::Network(|actor| may_upload(actor, None, Access::Public)),
    },
    Right { words: "right-glass", at: &["/office/glass"], may: May::Network(Actor::is_administrator) },
];

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Lang, Person, PersonId, Role};

    fn person(roles: &[Role]) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(7), "", "", Lang::EN, roles.to_vec())))
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
            assert!(!person(std::slice::from_ref(&staff)).sees(own, i64::MAX), "{staff:?}");
            assert!(!may_upload(&person(&[staff]), Some(city), Access::City));
        }
        assert!(person(&[Role::Practitioner(city)]).sees(own, 1));
        assert!(!Actor::Visitor.sees(own, 1) && !person(&[]).sees(Audience::MEMBERS, 1));
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
        // Their city is no member any more.
        let Actor::Person(mut former) = person(&[Role::CityLead(city)]) else { unreachable!("a person") };
        former.member = false;
        former.former = vec![city];
        let former = Actor::Person(former);
        assert!(may_upload(&former, Some(city), Access::City) && former.leads(city));
        assert!(!may_upload(&former, Some(city), Access::Members) && !may_upload(&former, Some(city), Access::Public));
    }
}
