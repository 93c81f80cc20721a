//! Who may see what a city signed beside what is public of it, who signs for it, and who writes versions.

use base::{Actor, Fail, Result};
use cities::City;
use web::rights::{May, Right};

/// Sees what was signed, with all names: the city's people, and those who answer for it.
pub(crate) fn may_see(actor: &Actor, city: &City) -> bool {
    actor.works_for(city.id) || actor.answers_for(&city.region)
}

/// Signs on behalf of whoever has the mandate: those who lead the city, while it is a member.
pub(crate) fn may_sign(actor: &Actor, city: &City) -> bool {
    actor.leads(city.id) && city.membership.is_member()
}

/// Enters what was signed on paper: those who answer for the city and are not of it, while it is a member.
pub(crate) fn may_enter(actor: &Actor, city: &City) -> bool {
    actor.answers_for(&city.region) && !actor.works_for(city.id) && city.membership.is_member()
}

/// For those who write versions: the central team.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn must_write(actor: &Actor) -> Result<()> {
    match actor {
        _ if actor.is_central() => Ok(()),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 4] = [
    Right {
        words: "right-signed",
        at: &["/cities/{slug}/principles"],
        may: May::City(|actor, ground| may_see(actor, &City::at(ground))),
    },
    Right { words: "right-sign", at: &[], may: May::City(|actor, ground| may_sign(actor, &City::at(ground))) },
    Right {
        words: "right-principles-office",
        at: &["/office/principles", "/office/principles/{slug}/paper", "/office/principles/{slug}/more-time"],
        may: May::City(|actor, ground| may_enter(actor, &City::at(ground))),
    },
    Right {
        words: "right-principles-write",
        at: &["/office/principles/draft", "/office/principles/publish"],
        may: May::Network(|actor| must_write(actor).is_ok()),
    },
];
