//! Who may write what visitors read: the central team. Everybody reads what is shown.

use base::{Actor, Result};
use web::rights::{May, Right};

/// Writes, translates, reviews and publishes.
pub fn may_edit(actor: &Actor) -> bool {
    actor.is_central()
}

/// The same, or: sign in, or not theirs to do.
///
/// # Errors
/// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
pub fn check(actor: &Actor) -> Result<()> {
    actor.must_be_central()
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 1] = [Right {
    words: "right-editorial",
    at: &["/office/editorial", "/office/translations", "/office/care", "/office/calendar"],
    may: May::Network(may_edit),
}];

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Fail, Lang, Person, PersonId, Role};

    #[test]
    fn the_central_team_writes_and_nobody_else() {
        let with = |roles| Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, roles)));
        assert!(may_edit(&with(vec![Role::CentralTeam])) && may_edit(&with(vec![Role::Administrator])));
        assert!(matches!(check(&Actor::Visitor), Err(Fail::SignIn)));
        for role in [Role::Partner(None), Role::CityLead(base::CityId(1)), Role::RegionalOfficer("europe".into())] {
            assert!(matches!(check(&with(vec![role])), Err(Fail::Forbidden)));
        }
    }
}
