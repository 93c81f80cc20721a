//! Who looks after pictures: the central team. Everybody sees those that stand on a page.

use base::{Actor, Result};
use web::rights::{May, Right};

/// Looks after pictures.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub(crate) fn check(actor: &Actor) -> Result<()> {
    actor.must_be_central()
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 1] =
    [Right { words: "right-pictures", at: &["/office/pictures"], may: May::Network(|actor| check(actor).is_ok()) }];
