//! Who may see how a city's membership stands, and who decides about it.

use base::{Actor, CityId, Fail, Result};
use cities::City;
use web::rights::{May, Right};

use crate::rules::Decision;

/// Sees it: its people, and those who answer for it. No other city does, and no visitor.
pub(crate) fn may_see(actor: &Actor, city: &City) -> bool {
    actor.works_for(city.id) || actor.answers_for(&city.region)
}

/// Decides this: whoever answers for the city; that it is suspended, and that its suspension ends, the central team alone; that it
/// leaves, those who lead it as well.
pub(crate) fn may_decide(actor: &Actor, city: &City, decision: Decision) -> bool {
    may_decide_of(actor, city.id, &city.region, decision)
}

fn may_decide_of(actor: &Actor, city: CityId, region: &str, decision: Decision) -> bool {
    match decision {
        Decision::Joined | Decision::Returned => false,
        Decision::Suspended | Decision::Restored => actor.is_central(),
        Decision::Dormant | Decision::Resumed => actor.answers_for(region),
        Decision::Withdrawn => actor.answers_for(region) || actor.leads(city),
    }
}

/// For those who may decide this.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor, city: &City, decision: Decision) -> Result<()> {
    match actor {
        _ if may_decide(actor, city, decision) => Ok(()),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 4] = [
    Right {
        words: "right-status",
        at: &["/cities/{slug}/membership"],
        may: May::City(|actor, ground| may_see(actor, &City::at(ground))),
    },
    Right {
        words: "right-status-office",
        at: &["/office/members", "/office/members/{slug}"],
        may: May::City(|actor, ground| may_decide(actor, &City::at(ground), Decision::Dormant)),
    },
    Right {
        words: "right-suspend",
        at: &[
            "/office/members/{slug}/decisions",
            "/office/members/{slug}/decide/suspended",
            "/office/members/{slug}/decide/restored",
            "/office/breach-reports",
        ],
        may: May::City(|actor, ground| may_decide(actor, &City::at(ground), Decision::Suspended)),
    },
    Right {
        words: "right-leave",
        at: &["/cities/{slug}/membership/withdraw"],
        may: May::City(|actor, ground| actor.leads(ground.city)),
    },
];

#[cfg(test)]
mod tests {
    use base::{Lang, Person, PersonId, Role};

    use super::*;

    fn holding(role: Role) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, vec![role])))
    }

    #[test]
    fn each_decides_what_is_theirs() {
        let may = |role: Role| {
            let actor = holding(role);
            let all = Decision::ALL.into_iter();
            all.filter(|own| may_decide_of(&actor, CityId(1), "europe", *own)).collect::<Vec<_>>()
        };
        let office = [Decision::Dormant, Decision::Resumed, Decision::Withdrawn];
        assert_eq!(may(Role::RegionalOfficer("europe".into())), office);
        assert_eq!(may(Role::RegionalOfficer("asia".into())), []);
        assert_eq!(may(Role::CityLead(CityId(1))), [Decision::Withdrawn]);
        assert_eq!(may(Role::CityLead(CityId(2))), []);
        assert_eq!(may(Role::Practitioner(CityId(1))), []);
        assert_eq!(may(Role::CentralTeam).len(), 5);
    }
}
