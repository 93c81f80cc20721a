//! Who may see a thing: one number that stands on it, the same in its row, in Rust and in the index.

use crate::id::{CityId, OrganisationId};

/// People to whom a thing can be shown as a whole: those of a city, of an organisation, or a few who are named. A body's number is the id of
/// what it is the body of; ids of the hub are unique over all kinds, so no two bodies are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BodyId(pub i64);

impl From<CityId> for BodyId {
    fn from(city: CityId) -> BodyId {
        BodyId(city.0)
    }
}

impl From<OrganisationId> for BodyId {
    fn from(organisation: OrganisationId) -> BodyId {
        BodyId(organisation.0)
    }
}

/// Who may see a thing: nobody, everyone, members, or a body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Audience(i64);

impl Audience {
    /// Nobody: what has not been said is hidden.
    pub const NOBODY: Audience = Audience(0);
    /// Everyone, signed in or not.
    pub const EVERYONE: Audience = Audience(1);
    /// Whoever holds a role that makes a member ([`crate::RoleKind::member`]).
    pub const MEMBERS: Audience = Audience(2);

    /// The people of this body. The hub makes no ids as small as the audiences above: a body with one is nobody's.
    pub fn of(body: impl Into<BodyId>) -> Audience {
        let number = body.into().0;
        if number > Audience::MEMBERS.0 { Audience(number) } else { Audience::NOBODY }
    }

    /// As it stands in a row and in the index.
    pub const fn number(self) -> i64 {
        self.0
    }

    /// From what stands there. A number that means nothing is an audience that nobody is in.
    pub const fn from_number(number: i64) -> Audience {
        Audience(number)
    }
}

/// Through what somebody is of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// A role that they hold for it.
    Role,
    /// They are one of the few who are named.
    Name,
    /// Broken glass: for a while, and told.
    Glass,
}

/// Somebody's place in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Of which.
    pub body: BodyId,
    /// Through what.
    pub through: Through,
    /// The first id of what they see there: ids grow with time, and a newcomer may see only what came after them. 0: all.
    pub from: i64,
}

impl Seat {
    /// One that shows everything.
    pub fn whole(body: impl Into<BodyId>, through: Through) -> Seat {
        Seat { body: body.into(), through, from: 0 }
    }

    /// Does it show what is shown to this audience under this id?
    pub fn shows(&self, audience: Audience, id: i64) -> bool {
        Audience::of(self.body) == audience && audience != Audience::NOBODY && id >= self.from
    }
}
