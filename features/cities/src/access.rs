//! Who may do what with a city. Members are read by everyone.

use base::Actor;
use store::Condition;

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
}

/// May they? A city whose membership is suspended or withdrawn is there for its own people and for those who serve it.
pub fn may(actor: &Actor, action: Action, city: &City) -> bool {
    match action {
        Action::See => city.membership.is_member() || serves(actor, city) || actor.works_for(city.id),
        Action::EditProfile => actor.leads(city.id) || actor.is_central(),
        Action::EditFacts => actor.is_central(),
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
    seen.but_not(members())
}
