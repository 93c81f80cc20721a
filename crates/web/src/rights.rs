//! What people may do, as the code has it that decides it: for the table of rights, and for whoever asks why they may not.

use base::{Actor, CityId, HeldFor, Lang, Person, PersonId, Role, RoleKind};

/// Something that some may do and others may not.
pub struct Right {
    /// Key of its words, `right-…`.
    pub words: &'static str,
    /// Addresses behind the language where it is done, as routes have them; what is below one of them is meant, too, unless
    /// another right has a longer one.
    pub at: &'static [&'static str],
    /// Who may.
    pub may: May,
}

/// The rule that decides a right: the same that the page and the action ask.
pub enum May {
    /// Of the whole network.
    Network(fn(&Actor) -> bool),
    /// Of a city.
    City(fn(&Actor, &Ground) -> bool),
}

/// Where somebody may do something: a city that is a member, and the region in which it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// The city.
    pub city: CityId,
    /// The slug of its region.
    pub region: String,
}

/// How far a right reaches for whoever holds a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// They may not.
    Nowhere,
    /// For the city for which they hold it.
    OwnCity,
    /// For all cities of their region.
    OwnRegion,
    /// They may.
    Everywhere,
}

impl Reach {
    /// All of which there is something to say.
    pub const SOMEWHERE: [Reach; 3] = [Reach::OwnCity, Reach::OwnRegion, Reach::Everywhere];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Reach::Nowhere => "nowhere",
            Reach::OwnCity => "own-city",
            Reach::OwnRegion => "own-region",
            Reach::Everywhere => "everywhere",
        }
    }
}

/// A number that a city could have: small ones are audiences.
const FIRST: i64 = 1 << 40;

/// The city and the region for which the roles of the table are held.
fn own() -> Ground {
    Ground { city: CityId(FIRST), region: "own".to_owned() }
}

/// Somebody with a role of this kind alone, in force, and for long.
fn holder(kind: &RoleKind) -> Option<Actor> {
    let scope = match kind.held_for {
        HeldFor::Network | HeldFor::Organisation => String::new(),
        HeldFor::Region => own().region,
        HeldFor::City => own().city.0.to_string(),
    };
    let roles = vec![Role::of(kind.code, &scope)?];
    Some(Actor::Person(Box::new(Person::new(PersonId(1), "", "", Lang::EN, roles))))
}

impl Right {
    /// May they, there? Where no place is named: of any of the cities and regions for which they hold a role, or of any at all.
    pub fn holds(&self, actor: &Actor, ground: Option<&Ground>) -> bool {
        match (&self.may, ground) {
            (May::Network(may), _) => may(actor),
            (May::City(may), Some(ground)) => may(actor, ground),
            (May::City(may), None) => grounds_of(actor).iter().any(|ground| may(actor, ground)),
        }
    }

    /// How far it reaches for somebody who holds a role of this kind.
    pub fn reach(&self, kind: &RoleKind) -> Reach {
        let Some(actor) = holder(kind) else { return Reach::Nowhere };
        let May::City(may) = &self.may else {
            return if self.holds(&actor, None) { Reach::Everywhere } else { Reach::Nowhere };
        };
        let beside = Ground { city: CityId(FIRST + 1), ..own() };
        let elsewhere = Ground { city: CityId(FIRST + 2), region: "elsewhere".to_owned() };
        match [own(), beside, elsewhere].map(|ground| may(&actor, &ground)) {
            [_, _, true] => Reach::Everywhere,
            [_, true, _] => Reach::OwnRegion,
            [true, ..] => Reach::OwnCity,
            _ => Reach::Nowhere,
        }
    }

    /// Does it concern a city?
    pub fn is_of_cities(&self) -> bool {
        matches!(self.may, May::City(_))
    }
}

/// Places of which somebody could have a right: their cities and their regions, and one that is neither.
fn grounds_of(actor: &Actor) -> Vec<Ground> {
    let nowhere = Ground { city: CityId(0), region: String::new() };
    let cities = actor.cities().into_iter().map(|city| Ground { city, ..nowhere.clone() });
    let regions = actor.regions().map(|region| Ground { region: region.to_owned(), ..nowhere.clone() });
    cities.chain(regions).chain([nowhere.clone()]).collect()
}

/// The right that is asked for at this path behind the language: that with the longest address; and the slug of the city that
/// the path names.
pub fn right_at<'a, 'p>(rights: &'a [Right], path: &'p str) -> Option<(&'a Right, Option<&'p str>)> {
    // The files of a list are the list's.
    let path = path.split_once('.').map_or(path, |(page, _)| page);
    let all = rights.iter().flat_map(|right| right.at.iter().map(move |at| (right, *at)));
    let fits = all.filter_map(|(right, at)| Some((at.split('/').count(), right, fitting(at, path)?)));
    fits.max_by_key(|(segments, ..)| *segments).map(|(_, right, slug)| (right, slug))
}

/// Whether a path is at, or below, the address of a route; with what stands in the place of `{slug}`.
fn fitting<'p>(at: &str, path: &'p str) -> Option<Option<&'p str>> {
    let mut slug = None;
    let mut segments = path.split('/');
    for own in at.split('/') {
        let segment = segments.next()?;
        match own {
            "{slug}" => slug = Some(segment),
            open if open.starts_with('{') => {}
            fixed if fixed == segment => {}
            _ => return None,
        }
    }
    Some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(code: &str) -> &'static RoleKind {
        RoleKind::of(code).expect("a kind of role")
    }

    #[test]
    fn a_right_reaches_as_far_as_its_rule_says() {
        let reach = |may: May, code: &str| Right { words: "", at: &[], may }.reach(kind(code));
        let answers = || May::City(|actor, ground| actor.answers_for(&ground.region));
        assert_eq!(reach(answers(), "regional-officer"), Reach::OwnRegion);
        assert_eq!(reach(answers(), "central-team"), Reach::Everywhere);
        assert_eq!(reach(answers(), "city-lead"), Reach::Nowhere);
        let leads = || May::City(|actor, ground| actor.leads(ground.city));
        assert_eq!(reach(leads(), "city-lead"), Reach::OwnCity);
        assert_eq!(reach(leads(), "administrator"), Reach::Nowhere);
        assert_eq!(reach(May::Network(Actor::is_central), "central-team"), Reach::Everywhere);
        assert_eq!(reach(May::Network(Actor::is_central), "partner"), Reach::Nowhere);
    }

    #[test]
    fn the_longest_address_counts() {
        let right = |words, at| Right { words, at, may: May::Network(Actor::is_central) };
        let all = [right("city", &["/cities/{slug}"]), right("people", &["/cities/{slug}/people", "/office"])];
        let at = |path| right_at(&all, path).map(|(right, slug)| (right.words, slug));
        assert_eq!(at("/cities/oslo/people/2f"), Some(("people", Some("oslo"))));
        assert_eq!(at("/cities/oslo/peoples"), Some(("city", Some("oslo"))));
        assert_eq!(at("/office/people"), Some(("people", None)));
        assert_eq!(at("/cities/oslo/people.csv"), Some(("people", Some("oslo"))));
        assert_eq!(at("/cities"), None);
        assert_eq!(at("/officers"), None);
    }

    #[test]
    fn who_has_a_right_somewhere_has_it_in_one_of_their_own_places() {
        let right = Right { words: "", at: &[], may: May::City(|actor, ground| actor.answers_for(&ground.region)) };
        let officer = holder(kind("regional-officer")).expect("somebody");
        assert!(right.holds(&officer, None) && !right.holds(&Actor::Visitor, None));
        let elsewhere = Ground { city: CityId(7), region: "elsewhere".to_owned() };
        assert!(!right.holds(&officer, Some(&elsewhere)));
    }
}
