//! Who looks after pictures: the central team. Everybody sees those that stand on a page.

use base::{Actor, Fail, Result};

/// Looks after pictures.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    match actor {
        Actor::Visitor => Err(Fail::SignIn),
        actor if actor.is_central() => Ok(()),
        _ => Err(Fail::Forbidden),
    }
}
