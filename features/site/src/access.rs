//! Who may do what in the back office itself.

use base::Actor;
use web::rights::{May, Right};

/// What people may do here.
pub(crate) const RIGHTS: [Right; 4] = [
    Right { words: "right-office", at: &["/office", "/office/kit"], may: May::Network(Actor::is_central) },
    Right { words: "right-home", at: &["/office/home"], may: May::Network(Actor::is_central) },
    Right { words: "right-letters", at: &["/office/letters"], may: May::Network(Actor::answers_for_cities) },
    Right { words: "right-jobs", at: &["/office/jobs"], may: May::Network(Actor::is_administrator) },
];
