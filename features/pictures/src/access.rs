//! Who looks after pictures: the central team. Everybody sees those that stand on a page.

use base::{Actor, Result};

/// Looks after pictures.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    actor.must_be_central()
}
