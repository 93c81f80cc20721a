//! Who may see and answer enquiries: the central team all, a regional officer those of their region. Nobody else: who asks, and
//! that a place asks at all, is no matter of the members.

use base::{Actor, Fail, Result};
use store::Condition;

/// Does this actor answer enquiries at all?
pub(crate) fn answers(actor: &Actor) -> bool {
    actor.is_central() || actor.regions().next().is_some()
}

/// Only those who answer enquiries.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    match actor {
        actor if answers(actor) => Ok(()),
        Actor::Visitor => Err(Fail::SignIn),
        _ => Err(Fail::Forbidden),
    }
}

/// The condition on `e` (enquiries) for those that this actor answers.
pub(crate) fn visible_to(actor: &Actor) -> Condition {
    match actor.is_central() {
        true => Condition::new("TRUE", ()),
        false => Condition::among("e.region", actor.regions()),
    }
}
