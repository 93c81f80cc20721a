//! Who may do what with a city. Everyone may read it.

use base::{Actor, CityId};

/// What may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Write what the city says of itself.
    EditProfile,
    /// Correct facts.
    EditFacts,
}

/// May they?
pub fn may(actor: &Actor, action: Action, city: CityId) -> bool {
    match action {
        Action::EditProfile => actor.leads(city) || actor.is_central(),
        Action::EditFacts => actor.is_central(),
    }
}
