//! Who may do what with a city. Members are read by everyone.

use base::Actor;
use store::Condition;
use texts::InLanguages;
use web::rights::{Ground, May, Right};

use crate::rules::{City, Membership};

/// What may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// See it.
    See,
    /// Write what the city says of itself.
    EditProfile,
    /// Correct facts.
    EditFacts,
    /// Merge it with another record of the same city.
    Merge,
}

/// May they? A city whose membership is suspended or withdrawn is there for its own people and for those who serve it.
pub fn may(actor: &Actor, action: Action, city: &City) -> bool {
    match action {
        Action::See => city.membership.is_member() || serves(actor, city) || actor.works_for(city.id),
        Action::EditProfile => actor.leads(city.id) || actor.is_central(),
        Action::EditFacts | Action::Merge => actor.is_central(),
    }
}

fn serves(actor: &Actor, city: &City) -> bool {
    actor.is_central() || actor.serves(&city.region)
}

/// The condition on `c` (cities) for members.
pub fn members() -> Condition {
    Condition::among("c.membership", Membership::ALL.into_iter().filter(|own| own.is_member()))
}

/// The condition on `c` (cities) for those that are no members (any more) and that this actor may see all the same.
pub(crate) fn former(actor: &Actor) -> Condition {
    let mut seen = match actor.is_central() {
        true => Condition::new("TRUE", ()),
        false => Condition::among("c.id", actor.cities()),
    };
    for region in actor.regions() {
        seen = seen.or(Condition::new("c.region = ?", region));
    }
    seen.but_not(members()).and(records())
}

/// The condition on `c` (cities) for those that are records of their own: not those that went into another one.
pub(crate) fn records() -> Condition {
    Condition::new("c.membership <> ?", Membership::Merged)
}

impl City {
    /// A member that stands for any there, of which a rule is asked.
    pub fn at(ground: &Ground) -> City {
        City {
            id: ground.city,
            region: ground.region.clone(),
            membership: Membership::Active,
            slug: String::new(),
            names: InLanguages::default(),
            country: String::new(),
            kind: String::new(),
            latitude: 0.0,
            longitude: 0.0,
            population: None,
            population_source: String::new(),
            place: None,
            place_source: String::new(),
            source: String::new(),
            revision: 0,
            seat: 0,
        }
    }
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 3] = [
    Right {
        words: "right-profile",
        at: &["/cities/{slug}/profile"],
        may: May::City(|actor, ground| may(actor, Action::EditProfile, &City::at(ground))),
    },
    Right {
        words: "right-facts",
        at: &["/cities/{slug}/facts", "/cities/{slug}/place", "/office/cities"],
        may: May::City(|actor, ground| may(actor, Action::EditFacts, &City::at(ground))),
    },
    Right {
        words: "right-merge",
        at: &["/cities/{slug}/merge"],
        may: May::City(|actor, ground| may(actor, Action::Merge, &City::at(ground))),
    },
];
