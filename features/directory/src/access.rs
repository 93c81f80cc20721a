//! Who may do what in the directory of people.

use base::{Actor, Fail, Result};
use web::rights::{May, Right};

use crate::rows::member_cities;
use crate::rules::{Profile, Shown};

/// Looks people up, and shows themselves: members, and those who work for them.
pub(crate) fn may_look(actor: &Actor) -> bool {
    actor.is_member()
}

/// The same, for a page.
///
/// # Errors
/// [`Fail::SignIn`], [`Fail::Forbidden`].
pub(crate) fn check(actor: &Actor) -> Result<()> {
    actor.person().ok_or(Fail::SignIn)?;
    if may_look(actor) { Ok(()) } else { Err(Fail::Forbidden) }
}

/// Sees this profile of somebody who holds a role now.
pub(crate) fn may_see(actor: &Actor, profile: &Profile) -> bool {
    let shown = match profile.shown {
        Shown::Nobody => false,
        Shown::City => actor.is_central() || profile.cities().any(|city| member_cities(actor).contains(&city)),
        Shown::Members => true,
    };
    actor.id() == Some(profile.person) || (shown && may_look(actor))
}

/// Takes down a picture that somebody shows: whoever answers for the platform.
pub(crate) fn may_take_down(actor: &Actor) -> bool {
    actor.is_central()
}

/// What people may do here.
pub(crate) const RIGHTS: [Right; 1] = [Right {
    words: "right-directory",
    at: &["/people", "/people/{id}", "/people/{id}/write"],
    may: May::Network(may_look),
}];

#[cfg(test)]
mod tests {
    use base::{CityId, Lang, Person, PersonId, Role};

    use super::*;

    fn holding(id: i64, role: Role) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(id), "", "", Lang::EN, vec![role])))
    }

    #[test]
    fn a_profile_is_seen_as_far_as_its_owner_chose() {
        // Small numbers are audiences.
        let (own, other) = (CityId(1 << 40), CityId(2 << 40));
        let of = |shown| Profile { shown, roles: vec![Role::Practitioner(own)], ..Profile::empty(PersonId(1), "") };
        let sees = |actor: &Actor| Shown::ALL.map(|shown| may_see(actor, &of(shown)));
        assert_eq!(sees(&holding(1, Role::Practitioner(own))), [true, true, true], "their own");
        assert_eq!(sees(&holding(2, Role::CityLead(own))), [false, true, true]);
        assert_eq!(sees(&holding(3, Role::CityLead(other))), [false, false, true]);
        assert_eq!(sees(&holding(4, Role::RegionalOfficer("europe".into()))), [false, false, true]);
        assert_eq!(sees(&holding(5, Role::CentralTeam)), [false, true, true]);
        assert_eq!(sees(&holding(6, Role::Partner(None))), [false; 3], "of an organisation: no member");
        assert_eq!(sees(&Actor::Visitor), [false; 3]);
    }
}
