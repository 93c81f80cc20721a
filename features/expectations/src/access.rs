//! Who may see and say how a city stands with what is expected of it.

use base::Actor;
use cities::City;
use web::rights::{May, Right};

/// Enters findings of this city, and agrees with it what it chooses.
pub(crate) fn may_enter(actor: &Actor, city: &City) -> bool {
    actor.answers_for(&city.region)
}

/// Sees how this city stands: its people, and those who answer for it. No other city does.
pub(crate) fn may_see(actor: &Actor, city: &City) -> bool {
    actor.works_for(city.id) || may_enter(actor, city)
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 2] = [
    Right {
        words: "right-expectations",
        at: &["/cities/{slug}/expectations"],
        may: May::City(|actor, ground| may_see(actor, &City::at(ground))),
    },
    Right {
        words: "right-findings",
        at: &["/office/expectations"],
        may: May::City(|actor, ground| may_enter(actor, &City::at(ground))),
    },
];
