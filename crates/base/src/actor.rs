//! Who is asking.

use chrono::TimeDelta;

use crate::Time;
use crate::audience::{Audience, BodyId, Seat, Through};
use crate::fail::{Fail, Result};
use crate::id::{CityId, OrganisationId, PersonId};
use crate::lang::Lang;

/// How long somebody who has shown who they are does what is sensitive without being asked again.
pub const RECENTLY: TimeDelta = TimeDelta::minutes(15);

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
    /// Of an organisation, a university or a ministry that works with the network; of none: for themself. Never a member.
    Partner(Option<OrganisationId>),
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
    /// One organisation, or none.
    Organisation,
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
    RoleKind { code: "partner", held_for: HeldFor::Organisation, member: false, by_administrators: false },
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
    /// The role with this name, held for this: a city's or an organisation's number, a region's slug, nothing for the network.
    pub fn of(code: &str, scope: &str) -> Option<Role> {
        let city = || scope.parse().ok().map(CityId);
        Some(match code {
            "administrator" => Role::Administrator,
            "central-team" => Role::CentralTeam,
            "regional-officer" => Role::RegionalOfficer(scope.to_owned()),
            "city-lead" => Role::CityLead(city()?),
            "practitioner" => Role::Practitioner(city()?),
            "partner" if scope.is_empty() => Role::Partner(None),
            "partner" => Role::Partner(Some(OrganisationId(scope.parse().ok()?))),
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
            Role::Partner(_) => "partner",
        }
    }

    /// What it is held for, as it is kept; see [`Role::of`].
    pub fn scope(&self) -> String {
        match self {
            Role::RegionalOfficer(region) => region.clone(),
            Role::CityLead(city) | Role::Practitioner(city) => city.0.to_string(),
            Role::Partner(Some(organisation)) => organisation.0.to_string(),
            Role::Administrator | Role::CentralTeam | Role::Partner(None) => String::new(),
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

    /// The organisation it is held for.
    pub const fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Role::Partner(organisation) => *organisation,
            _ => None,
        }
    }

    /// The body in which it gives a place.
    pub fn body(&self) -> Option<BodyId> {
        self.city().map(BodyId::from).or(self.organisation().map(BodyId::from))
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
    /// The roles they hold now, and that are in force.
    pub roles: Vec<Role>,
    /// Of these those that have a last day, with the instant at which it is over.
    pub ending: Vec<(Role, Time)>,
    /// Those that rest until their holder has set up a second step of signing in: until then it is as if they were not held.
    pub resting: Vec<Role>,
    /// Their places in bodies: those of their roles' cities and organisations, of bodies in which they are named, of broken glass.
    pub seats: Vec<Seat>,
    /// Reads what is for members.
    pub member: bool,
    /// Of the cities for which they hold a role those that are no members (any more).
    pub former: Vec<CityId>,
    /// When they last showed in this session who they are: with a password and, where they have one, their second step.
    pub authenticated_at: Option<Time>,
    /// They look at the hub as somebody with another role.
    pub looking: Option<Box<Looking>>,
}

/// Who looks at the hub as somebody with a role: never as somebody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looking {
    /// As they are themselves.
    pub own: Person,
    /// The region (its slug) of the city for which the role is held; empty where it is held for none.
    pub region: String,
    /// The role with what it is held for, in each of the network's languages.
    pub labels: Vec<(Lang, String)>,
}

impl Person {
    /// Somebody with these roles, each in force: of their cities and organisations they see all, and they are a member where
    /// one of them makes one.
    pub fn new(id: PersonId, name: &str, email: &str, lang: Lang, roles: Vec<Role>) -> Person {
        Person {
            id,
            name: name.to_owned(),
            email: email.to_owned(),
            lang,
            seats: roles.iter().filter_map(Role::body).map(|body| Seat::whole(body, Through::Role)).collect(),
            member: roles.iter().any(|role| role.kind().is_some_and(|kind| kind.member)),
            former: Vec::new(),
            ending: Vec::new(),
            resting: Vec::new(),
            authenticated_at: None,
            looking: None,
            roles,
        }
    }

    /// The same person, who looks at the hub as somebody who holds this role alone: they see what the role shows of what they may see
    /// themselves. `is_former`: the city for which it is held is no member (any more).
    pub fn looking_as(self, role: Role, is_former: bool, region: String, labels: Vec<(Lang, String)>) -> Person {
        let body = role.body();
        let is_own = |seat: &&Seat| Some(seat.body) == body && seat.through != Through::Glass;
        Person {
            id: self.id,
            name: self.name.clone(),
            email: self.email.clone(),
            lang: self.lang,
            seats: self.seats.iter().filter(is_own).copied().collect(),
            member: self.member && !is_former && role.kind().is_some_and(|kind| kind.member),
            former: role.city().filter(|_| is_former).into_iter().collect(),
            ending: Vec::new(),
            resting: Vec::new(),
            authenticated_at: self.authenticated_at,
            roles: vec![role],
            looking: Some(Box::new(Looking { own: self, region, labels })),
        }
    }
}

/// Is it so recently that they showed who they are that they need not do it again? What lies ahead of the clock is not.
pub fn is_recent(authenticated_at: Option<Time>, now: Time) -> bool {
    authenticated_at.is_some_and(|at| at <= now && now < at + RECENTLY)
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

    /// They look at the hub as somebody with another role.
    pub fn looking(&self) -> Option<&Looking> {
        self.person()?.looking.as_deref()
    }

    fn any(&self, test: impl Fn(&Role) -> bool) -> bool {
        self.person().is_some_and(|person| person.roles.iter().any(test))
    }

    /// Reads what is for members: holds a role that is said to ([`RoleKind::member`]), and where it is held for a city,
    /// that city is a member.
    pub fn is_member(&self) -> bool {
        matches!(self, Actor::System) || self.person().is_some_and(|person| person.member)
    }

    fn seats(&self) -> &[Seat] {
        self.person().map_or(&[], |person| &person.seats)
    }

    /// The audiences that they are in, each once, and the first id of what they see there; 0 is all of it.
    pub fn audiences(&self) -> Vec<(Audience, i64)> {
        let mut audiences = vec![(Audience::EVERYONE, 0)];
        if self.is_member() {
            audiences.push((Audience::MEMBERS, 0));
        }
        let mut seats: Vec<_> = self.seats().iter().map(|seat| (Audience::of(seat.body), seat.from)).collect();
        seats.retain(|(audience, _)| *audience != Audience::NOBODY);
        // The widest of several in one body comes first, and stays.
        seats.sort_unstable();
        seats.dedup_by_key(|(audience, _)| *audience);
        audiences.extend(seats);
        audiences
    }

    /// May they see what is shown to this audience, under this id? The same is asked of rows by `store::seen_by`, and of
    /// the index by the audiences of a request.
    pub fn sees(&self, audience: Audience, id: i64) -> bool {
        match audience {
            Audience::EVERYONE => true,
            Audience::MEMBERS => self.is_member(),
            _ => self.seats().iter().any(|seat| seat.shows(audience, id)),
        }
    }

    /// Do they see it through broken glass only? What is seen so goes on the body's record.
    pub fn sees_through_glass_only(&self, audience: Audience, id: i64) -> bool {
        let shows = |glass: bool| {
            let mut seats = self.seats().iter().filter(|seat| (seat.through == Through::Glass) == glass);
            seats.any(|seat| seat.shows(audience, id))
        };
        shows(true) && !shows(false)
    }

    /// Runs the installation.
    pub fn is_administrator(&self) -> bool {
        matches!(self, Actor::System) || self.any(|role| *role == Role::Administrator)
    }

    /// Runs the network: the central team, and administrators with them.
    pub fn is_central(&self) -> bool {
        self.is_administrator() || self.any(|role| *role == Role::CentralTeam)
    }

    /// For what only the central team does.
    ///
    /// # Errors
    /// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
    pub fn must_be_central(&self) -> Result<()> {
        match self {
            Actor::Visitor => Err(Fail::SignIn),
            actor if actor.is_central() => Ok(()),
            _ => Err(Fail::Forbidden),
        }
    }

    /// For what is sensitive: a session that was left open, or was stolen, is not enough. Asked once it is known that they may do
    /// it.
    ///
    /// # Errors
    /// [`Fail::SignIn`] for visitors, [`Fail::SignInAgain`] for those who showed longer ago than [`RECENTLY`] who they are.
    pub fn must_be_recent(&self, now: Time) -> Result<()> {
        match self {
            Actor::System => Ok(()),
            Actor::Visitor => Err(Fail::SignIn),
            Actor::Person(person) if is_recent(person.authenticated_at, now) => Ok(()),
            Actor::Person(_) => Err(Fail::SignInAgain),
        }
    }

    /// Leads this city.
    pub fn leads(&self, city: CityId) -> bool {
        self.any(|role| *role == Role::CityLead(city))
    }

    /// Holds a role for this city.
    pub fn works_for(&self, city: CityId) -> bool {
        self.any(|role| role.city() == Some(city))
    }

    /// Works for this city, and does not only look at the hub as somebody who does: what is the city's alone is theirs. A newcomer is of it.
    pub fn is_of(&self, city: CityId) -> bool {
        self.works_for(city) && self.sees(Audience::of(city), i64::MAX)
    }

    /// Holds a role for this city through which they see of its own things only the newer ones; glass left aside.
    pub fn is_newcomer(&self, city: CityId) -> bool {
        let by_role = |seat: &&Seat| seat.through == Through::Role && seat.body == BodyId::from(city);
        let mut own = self.seats().iter().filter(by_role).peekable();
        own.peek().is_some() && own.all(|seat| seat.from > 0)
    }

    /// The cities they hold a role for that are no members (any more): what is theirs stays theirs, and nothing new goes
    /// before others in their name.
    pub fn former_cities(&self) -> &[CityId] {
        self.person().map_or(&[], |person| &person.former)
    }

    /// The regions (slugs) whose cities they serve.
    pub fn regions(&self) -> impl Iterator<Item = &str> {
        self.person().into_iter().flat_map(|person| &person.roles).filter_map(|role| match role {
            Role::RegionalOfficer(region) => Some(region.as_str()),
            _ => None,
        })
    }

    /// Serves the cities of this region.
    pub fn serves(&self, region: &str) -> bool {
        self.regions().any(|own| own == region)
    }

    /// Answers for cities at all: the central team for all, a regional officer for those of their regions.
    pub fn answers_for_cities(&self) -> bool {
        self.is_central() || self.regions().next().is_some()
    }

    /// For those who answer for cities.
    ///
    /// # Errors
    /// [`Fail::SignIn`] for visitors, [`Fail::Forbidden`] for others.
    pub fn must_answer_for_cities(&self) -> Result<()> {
        match self {
            _ if self.answers_for_cities() => Ok(()),
            Actor::Visitor => Err(Fail::SignIn),
            _ => Err(Fail::Forbidden),
        }
    }

    /// Answers for the cities of this region.
    pub fn answers_for(&self, region: &str) -> bool {
        self.is_central() || self.serves(region)
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

    fn holding(roles: Vec<Role>) -> Actor {
        Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, roles)))
    }

    fn seated(seats: Vec<Seat>) -> Actor {
        Actor::Person(Box::new(Person { seats, ..Person::new(PersonId(1), "", "", Lang::EN, Vec::new()) }))
    }

    #[test]
    fn officers_and_the_team_answer_for_cities() {
        let officer = holding(vec![Role::RegionalOfficer("europe".into())]);
        let team = holding(vec![Role::CentralTeam]);
        assert!(officer.answers_for_cities() && officer.answers_for("europe") && !officer.answers_for("asia"));
        assert!(team.answers_for_cities() && team.answers_for("asia"));
        let other = holding(vec![Role::CityLead(CityId(1)), Role::Partner(None)]);
        assert!(!other.answers_for_cities() && matches!(other.must_answer_for_cities(), Err(Fail::Forbidden)));
        assert!(matches!(Actor::Visitor.must_answer_for_cities(), Err(Fail::SignIn)));
    }

    #[test]
    fn every_kind_is_a_role_that_is_kept_and_read_again() {
        for kind in &ROLES {
            let scope = match kind.held_for {
                HeldFor::Network => "",
                HeldFor::Region => "europe",
                HeldFor::City | HeldFor::Organisation => "7",
            };
            let role = Role::of(kind.code, scope).expect("a role of each kind");
            assert_eq!((role.code(), role.scope().as_str()), (kind.code, scope));
            assert_eq!(role.city().is_some(), kind.held_for == HeldFor::City);
            assert_eq!(holding(vec![role]).is_member(), kind.member, "{}", kind.code);
        }
        assert!(Role::of("mayor", "").is_none() && Role::of("city-lead", "diffa").is_none());
        assert_eq!(Role::of("partner", ""), Some(Role::Partner(None)), "of no organisation");
        assert!(Role::of("partner", "university").is_none());
    }

    #[test]
    fn an_account_of_a_partner_or_without_a_role_is_no_member() {
        for actor in [holding(vec![Role::Partner(None)]), holding(Vec::new()), Actor::Visitor] {
            assert!(!actor.is_member());
            assert_eq!(actor.audiences(), [(Audience::EVERYONE, 0)]);
            assert!(!actor.sees(Audience::MEMBERS, i64::MAX) && !actor.sees(Audience::NOBODY, i64::MAX));
        }
    }

    #[test]
    fn a_body_is_seen_by_those_who_have_a_seat_in_it() {
        let (city, room) = (CityId(1 << 40), BodyId(2 << 40));
        let lead = holding(vec![Role::CityLead(city)]);
        assert!(lead.sees(Audience::of(city), 1) && !lead.sees(Audience::of(room), 1));
        let named = seated(vec![Seat::whole(room, Through::Name)]);
        assert!(named.sees(Audience::of(room), 1) && !named.sees(Audience::of(city), 1) && !named.is_member());
        assert!(!named.sees_through_glass_only(Audience::of(room), 1));
        let ministry = OrganisationId(3 << 40);
        let partner = holding(vec![Role::Partner(Some(ministry))]);
        assert!(
            partner.sees(Audience::of(ministry), 1) && !partner.sees(Audience::of(city), 1) && !partner.is_member()
        );
    }

    #[test]
    fn the_widest_seat_counts_and_glass_shows_only_what_no_other_seat_does() {
        let city = CityId(1 << 40);
        let own = Audience::of(city);
        let newcomer = Seat { from: 50, ..Seat::whole(city, Through::Role) };
        let glass = Seat::whole(city, Through::Glass);
        let only_new = seated(vec![newcomer]);
        assert!(only_new.sees(own, 50) && !only_new.sees(own, 49) && only_new.is_newcomer(city));
        let opened = seated(vec![newcomer, glass]);
        assert!(opened.sees(own, 49) && opened.sees_through_glass_only(own, 49) && opened.is_newcomer(city));
        assert!(!opened.sees_through_glass_only(own, 50));
        assert!(!seated(vec![glass]).is_newcomer(city) && !only_new.sees_through_glass_only(own, 50));
        let twice = seated(vec![newcomer, Seat::whole(city, Through::Role)]);
        assert!(twice.sees(own, 1) && !twice.is_newcomer(city));
        assert_eq!(twice.audiences(), [(Audience::EVERYONE, 0), (own, 0)]);
    }

    #[test]
    fn whoever_looks_as_a_role_sees_no_more_than_themselves() {
        let (city, other) = (CityId(1 << 40), CityId(2 << 40));
        let glass = Seat::whole(other, Through::Glass);
        let own = Person::new(PersonId(1), "", "", Lang::EN, vec![Role::Administrator, Role::Practitioner(city)]);
        let own = Person { seats: own.seats.iter().copied().chain([glass]).collect(), ..own };
        let looking = |role: Role, is_former| {
            Actor::Person(Box::new(own.clone().looking_as(role, is_former, String::new(), Vec::new())))
        };
        let lead = looking(Role::CityLead(other), false);
        assert!(lead.is_member() && lead.leads(other) && !lead.is_administrator() && !lead.works_for(city));
        assert!(!lead.sees(Audience::of(other), 1), "neither through glass nor through what they are not");
        assert!(!lead.is_of(other) && looking(Role::Practitioner(city), false).is_of(city));
        assert!(looking(Role::Practitioner(city), false).sees(Audience::of(city), 1), "what they see themselves");
        assert!(!looking(Role::Practitioner(city), true).is_member());
        assert!(!looking(Role::Partner(None), false).is_member());
        assert_eq!(lead.looking().map(|looking| &looking.own), Some(&own));
        assert_eq!(lead.id(), Some(PersonId(1)));
    }

    #[test]
    fn no_body_is_everyone() {
        for small in [0, 1, 2, -1] {
            let actor = seated(vec![Seat::whole(BodyId(small), Through::Name)]);
            assert_eq!(Audience::of(BodyId(small)), Audience::NOBODY);
            assert_eq!(actor.audiences(), [(Audience::EVERYONE, 0)]);
        }
    }
}
