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
}

impl Role {
    /// The role's stable name, as in the database and in words (`role-city-lead`).
    pub const fn code(&self) -> &'static str {
        match self {
            Role::Administrator => "administrator",
            Role::CentralTeam => "central-team",
            Role::RegionalOfficer(_) => "regional-officer",
            Role::CityLead(_) => "city-lead",
            Role::Practitioner(_) => "practitioner",
        }
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

    /// Holds any role at all: reads what is for members.
    pub fn is_member(&self) -> bool {
        matches!(self, Actor::System) || self.any(|_| true)
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
