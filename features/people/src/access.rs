//! Who may do what with people.

use base::{Actor, CityId, PersonId, Role};
use web::Visit;
use web::rights::{May, Right};

/// Sees the people page and invites.
pub fn may_manage(actor: &Actor) -> bool {
    actor.is_central()
}

/// Gives or takes this role. Nobody lifts themselves or others above what they are.
pub fn may_grant(actor: &Actor, role: &Role) -> bool {
    if role.kind().is_none_or(|kind| kind.by_administrators) { actor.is_administrator() } else { actor.is_central() }
}

/// Looks at the hub as somebody with this role, held for a city of this region: as one that is less than their own.
pub fn may_look_as(actor: &Actor, role: &Role, region: &str) -> bool {
    match role {
        Role::Administrator => false,
        Role::CentralTeam => actor.is_administrator(),
        Role::RegionalOfficer(_) => actor.is_central(),
        Role::CityLead(_) | Role::Practitioner(_) => actor.answers_for(region),
        Role::Partner(_) => actor.answers_for_cities(),
    }
}

/// Deactivates, or sends a link to, somebody with these roles.
pub fn may_change(actor: &Actor, roles: &[Role]) -> bool {
    actor.is_central() && roles.iter().all(|role| may_grant(actor, role))
}

/// Takes the second step of signing in away of this person with these roles: never one's own, which asks for the password.
pub fn may_take_second_step(actor: &Actor, id: PersonId, roles: &[Role]) -> bool {
    may_change(actor, roles) && actor.id() != Some(id)
}

/// Says with which provider the people of this city sign in.
pub fn may_set_up_sign_in(actor: &Actor, city: CityId) -> bool {
    actor.is_central() || may_confirm(actor, city)
}

/// Lets the people of this city sign in with it: its leads alone. Whoever of outside could offer a provider of their own
/// would come in as the city's people.
pub fn may_offer_sign_in(actor: &Actor, city: CityId) -> bool {
    may_confirm(actor, city)
}

/// Believes a provider that it asks for a second step: whoever answers for the platform.
pub fn may_trust_sign_in(actor: &Actor) -> bool {
    actor.is_administrator()
}

/// Opens the other ways where a provider fails, and believes it no more that it asks for a second step: never the city itself.
pub fn may_repair_sign_in(actor: &Actor) -> bool {
    actor.is_central()
}

/// Invites colleagues, says what they do for the city, and answers those who ask to work for it.
pub fn may_bring_in(actor: &Actor, city: CityId) -> bool {
    may_confirm(actor, city)
}

/// Says of somebody who was given a role for this city from outside that they are of it.
pub fn may_confirm(actor: &Actor, city: CityId) -> bool {
    let leads = actor.person().is_some_and(|person| person.roles.contains(&Role::CityLead(city)));
    leads && actor.is_of(city) && !actor.is_newcomer(city)
}

/// The regions that this reader answers for.
pub(crate) fn regions_of(visit: &Visit) -> Vec<String> {
    let all = visit.hub.network.regions.iter().map(|region| region.slug.clone());
    all.filter(|slug| visit.actor.answers_for(slug)).collect()
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 9] = [
    Right { words: "right-people", at: &["/office/people", "/office/account-requests"], may: May::Network(may_manage) },
    Right { words: "right-contacts", at: &["/office/contacts"], may: May::Network(Actor::answers_for_cities) },
    Right { words: "right-team", at: &[], may: May::Network(|actor| may_grant(actor, &Role::CentralTeam)) },
    Right {
        words: "right-colleagues",
        at: &["/cities/{slug}/people", "/cities/{slug}/record"],
        may: May::City(|actor, ground| actor.works_for(ground.city)),
    },
    Right {
        words: "right-bring-in",
        at: &["/cities/{slug}/people/{person}"],
        may: May::City(|actor, ground| may_bring_in(actor, ground.city)),
    },
    Right {
        words: "right-city-sign-in",
        at: &["/cities/{slug}/sign-in"],
        may: May::City(|actor, ground| may_set_up_sign_in(actor, ground.city)),
    },
    Right { words: "right-record", at: &["/office/record"], may: May::Network(Actor::is_administrator) },
    Right { words: "right-look", at: &["/office/look"], may: May::Network(Actor::answers_for_cities) },
    Right { words: "right-rights", at: &["/office/rights"], may: May::Network(Actor::answers_for_cities) },
];

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Lang, Person, PersonId};

    fn holding(role: Role) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, vec![role])))
    }

    #[test]
    fn nobody_looks_as_more_than_they_are() {
        let [administrator, central] = [Role::Administrator, Role::CentralTeam].map(holding);
        let officer = holding(Role::RegionalOfficer("europe".into()));
        let lead = Role::CityLead(CityId(1));
        assert!(may_look_as(&administrator, &Role::CentralTeam, "") && may_look_as(&central, &lead, "asia"));
        assert!(
            !may_look_as(&administrator, &Role::Administrator, "") && !may_look_as(&central, &Role::CentralTeam, "")
        );
        assert!(may_look_as(&officer, &lead, "europe") && !may_look_as(&officer, &lead, "asia"));
        assert!(!may_look_as(&officer, &Role::RegionalOfficer("europe".into()), ""));
        assert!(may_look_as(&officer, &Role::Partner(None), ""));
        for other in [holding(lead), holding(Role::Partner(None)), Actor::Visitor] {
            assert!(!may_look_as(&other, &Role::Partner(None), ""));
        }
    }

    #[test]
    fn nobody_lifts_above_themselves() {
        let central = holding(Role::CentralTeam);
        assert!(may_grant(&central, &Role::CityLead(CityId(1))));
        assert!(!may_grant(&central, &Role::CentralTeam));
        assert!(!may_change(&central, &[Role::CityLead(CityId(1)), Role::Administrator]));
        assert!(may_grant(&holding(Role::Administrator), &Role::Administrator));
        assert!(may_take_second_step(&central, PersonId(2), &[Role::CityLead(CityId(1))]));
        assert!(!may_take_second_step(&central, PersonId(2), &[Role::CentralTeam]));
        assert!(!may_take_second_step(&holding(Role::Administrator), PersonId(1), &[Role::Administrator]), "their own");
        assert!(!may_manage(&holding(Role::CityLead(CityId(1)))));
        assert!(!may_manage(&holding(Role::RegionalOfficer("europe".into()))));
    }
}
