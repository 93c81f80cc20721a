//! Who is asking.

use crate::id::{CityId, PersonId};
use crate::lang::Lang;

/// A role is held *for* something: a city, a region, or the whole network.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Runs the installation: people, jobs, everything of the network.
    Administrator,
    /// Runs the network: cities, its own documents, people.
    CentralTeam,
    /// Serves the cities of one region (its slug).
    RegionalOfficer(String),
    /// A city's nominated point of contact.
    CityLead(CityId),
    /// Works for a city on the ground.
    Practitioner(CityId),
    /// Of an organisation, a university or a ministry that works with the network; never a member.
    Partner,
}

/// What a role is held for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldFor {
    /// The whole network.
    Network,
    /// One region.
    Region,
    /// One city.
    City,
}

/// What holds for everybody with a role of this kind.
#[derive(Clone, Copy, Debug)]
pub struct RoleKind {
    /// Its stable name, as in the database and in words (`role-city-lead`).
    pub code: &'static str,
    /// What it is held for.
    pub held_for: HeldFor,
    /// Reads what is for members. Whoever is not said to is none.
    pub member: bool,
    /// Given and taken by administrators only; others by the central team too.
    pub by_administrators: bool,
}

/// All kinds of roles, in the order in which they are offered. A new one is a row here, a [`Role`], and its words.
pub const ROLES: [RoleKind; 6] = [
    RoleKind { code: "practitioner", held_for: HeldFor::City, member: true, by_administrators: false },
    RoleKind { code: "city-lead", held_for: HeldFor::City, member: true, by_administrators: false },
    RoleKind { code: "partner", held_for: HeldFor::Network, member: false, by_administrators: false },
    RoleKind { code: "regional-officer", held_for: HeldFor::Region, member: true, by_administrators: false },
    RoleKind { code: "central-team", held_for: HeldFor::Network, member: true, by_administrators: true },
    RoleKind { code: "administrator", held_for: HeldFor::Network, member: true, by_administrators: true },
];

impl RoleKind {
    /// The kind with this name.
    pub fn of(code: &str) -> Option<&'static RoleKind> {
        ROLES.iter().find(|kind| kind.code == code)
    }
}

impl Role {
    /// The role with this name, held for this: a city's number, a region's slug, nothing for the network.
    pub fn of(code: &str, scope: &str) -> Option<Role> {
        let city = || scope.parse().ok().map(CityId);
        Some(match code {
            "administrator" => Role::Administrator,
            "central-team" => Role::CentralTeam,
            "regional-officer" => Role::RegionalOfficer(scope.to_owned()),
            "city-lead" => Role::CityLead(city()?),
            "practitioner" => Role::Practitioner(city()?),
            "partner" => Role::Partner,
            _ => return None,
        })
    }

    /// Its stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::CentralTeam => "central-team",
            Role::RegionalOfficer(_) => "regional-officer",
            Role::CityLead(_) => "city-lead",
            Role::Practitioner(_) => "practitioner",
            Role::Partner => "partner",
        }
    }

    /// What it is held for, as it is kept; see [`Role::of`].
    pub fn scope(&self) -> String {
        match self {
            Role::RegionalOfficer(region) => region.clone(),
            Role::CityLead(city) | Role::Practitioner(city) => city.0.to_string(),
            Role::Administrator | Role::CentralTeam | Role::Partner => String::new(),
        }
    }

    /// What holds for everybody with such a role.
    pub fn kind(&self) -> Option<&'static RoleKind> {
        RoleKind::of(self.code())
    }

    /// The city it is held for.
    pub const fn city(&self) -> Option<CityId> {
        match self {
            Role::CityLead(city) | Role::Practitioner(city) => Some(*city),
            _ => None,
        }
    }
}

/// A signed-in person with what they may do, as read at the start of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as they write it.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// The language they are written to.
    pub lang: Lang,
    /// The roles they hold now.
    pub roles: Vec<Role>,
    /// Cities whose own documents they opened by breaking the glass, for a while.
    pub glass: Vec<CityId>,
    /// Cities of which they came to be while nobody who leads it could object: for a while they see of its own things
    /// only those from this id on.
    pub newcomer: Vec<(CityId, i64)>,
}

/// Whoever asks: a visitor, a person, or the hub itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Not signed in.
    Visitor,
    /// Signed in.
    Person(Box<Person>),
    /// The hub's own work: first data, jobs, the command line.
    System,
}

impl Actor {
    /// The person, if there is one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Actor::Person(person) => Some(person),
            _ => None,
        }
    }

    /// Their id, if there is one.
    pub fn id(&self) -> Option<PersonId> {
        self.person().map(|person| person.id)
    }

    fn any(&self, test: impl Fn(&Role) -> bool) -> bool {
        self.person().is_some_and(|person| person.roles.iter().any(test))
    }

    /// Reads what is for members: holds a role that is said to ([`RoleKind::member`]).
    pub fn is_member(&self) -> bool {
        matches!(self, Actor::System) || self.any(|role| role.kind().is_some_and(|kind| kind.member))
    }

    /// Runs the installation.
    pub fn is_administrator(&self) -> bool {
        matches!(self, Actor::System) || self.any(|role| *role == Role::Administrator)
    }

    /// Runs the network: the central team, and administrators with them.
    pub fn is_central(&self) -> bool {
        self.is_administrator() || self.any(|role| *role == Role::CentralTeam)
    }

    /// Leads this city.
    pub fn leads(&self, city: CityId) -> bool {
        self.any(|role| *role == Role::CityLead(city))
    }

    /// Holds a role for this city.
    pub fn works_for(&self, city: CityId) -> bool {
        self.any(|role| role.city() == Some(city))
    }

    /// From which id on they see a city's own things; none: all of them.
    pub fn newcomer_from(&self, city: CityId) -> Option<i64> {
        self.person()?.newcomer.iter().find(|(own, _)| *own == city).map(|(_, from)| *from)
    }

    /// The cities they hold a role for, each once.
    pub fn cities(&self) -> Vec<CityId> {
        let mut cities: Vec<CityId> =
            self.person().map(|person| person.roles.iter().filter_map(Role::city).collect()).unwrap_or_default();
        cities.sort();
        cities.dedup();
        cities
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holding(role: Role) -> Actor {
        Actor::Person(Box::new(Person {
            id: PersonId(1),
            name: String::new(),
            email: String::new(),
            lang: Lang::En,
            roles: vec![role],
            glass: Vec::new(),
            newcomer: Vec::new(),
        }))
    }

    #[test]
    fn every_kind_is_a_role_that_is_kept_and_read_again() {
        for kind in &ROLES {
            let scope = match kind.held_for {
                HeldFor::Network => "",
                HeldFor::Region => "europe",
                HeldFor::City => "7",
            };
            let role = Role::of(kind.code, scope).expect("a role of each kind");
            assert_eq!((role.code(), role.scope().as_str()), (kind.code, scope));
            assert_eq!(role.city().is_some(), kind.held_for == HeldFor::City);
            assert_eq!(holding(role).is_member(), kind.member, "{}", kind.code);
        }
        assert!(Role::of("mayor", "").is_none() && Role::of("city-lead", "diffa").is_none());
    }

    #[test]
    fn an_account_of_a_partner_or_without_a_role_is_no_member() {
        assert!(!holding(Role::Partner).is_member());
        let Actor::Person(mut nobody) = holding(Role::Partner) else { return };
        nobody.roles.clear();
        assert!(!Actor::Person(nobody).is_member() && !Actor::Visitor.is_member());
    }
}
