//! Who may do what in workspaces.

use web::rights::{May, Right};

/// What people may do here.
pub(crate) const RIGHTS: [Right; 2] = [
    Right {
        words: "right-workspace",
        at: &["/workspace"],
        may: May::City(|actor, ground| actor.works_for(ground.city)),
    },
    Right { words: "right-desk", at: &["/desk"], may: May::City(|actor, ground| actor.answers_for(&ground.region)) },
];
