//! Who may see and answer enquiries: the central team all, a regional officer those of their region. Nobody else: who asks, and
//! that a place asks at all, is no matter of the members.

use base::Actor;
use store::Condition;
use web::rights::{May, Right};

/// The condition on `e` (enquiries) for those that this actor answers.
pub(crate) fn visible_to(actor: &Actor) -> Condition {
    match actor.is_central() {
        true => Condition::new("TRUE", ()),
        false => Condition::among("e.region", actor.regions()),
    }
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 2] = [
    Right {
        words: "right-enquiries",
        at: &["/office/enquiries", "/office/applications"],
        may: May::City(|actor, ground| actor.answers_for(&ground.region)),
    },
    Right {
        words: "right-prospects",
        at: &["/office/prospects"],
        may: May::City(|actor, ground| actor.answers_for(&ground.region)),
    },
];
