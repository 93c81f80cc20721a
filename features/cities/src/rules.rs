//! What a city is, what it may say of itself, and what facts may be.

use base::limits::LINE_CHARS;
use base::{CityId, FieldError, Lang, Time};
use input::{Fields, Reader, website};
use texts::InLanguages;

use crate::names::{self, Named};

/// Characters of a city's summary at most.
pub const SUMMARY_CHARS: usize = 2_000;
/// Kinds of local government, as in the first data.
pub const KINDS: [&str; 6] = ["city", "municipality", "county", "province", "district", "state"];

/// Where a city's membership stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It takes part.
    Active,
    /// A member that does not take part for now.
    Dormant,
    /// No member until it is taken up again.
    Suspended,
    /// It has left.
    Withdrawn,
    /// No record any more: it went into another one of the same city.
    Merged,
}
store::coded!(Membership, Membership::parse);

impl Membership {
    /// All, in the order in which they are offered.
    pub const ALL: [Membership; 5] =
        [Membership::Active, Membership::Dormant, Membership::Suspended, Membership::Withdrawn, Membership::Merged];

    /// As it is kept.
    pub const fn code(self) -> &'static str {
        match self {
            Membership::Active => "active",
            Membership::Dormant => "dormant",
            Membership::Suspended => "suspended",
            Membership::Withdrawn => "withdrawn",
            Membership::Merged => "merged",
        }
    }

    /// From what is kept or sent.
    pub fn parse(text: &str) -> Option<Membership> {
        Membership::ALL.into_iter().find(|own| own.code() == text)
    }

    /// Is the city a member?
    pub const fn is_member(self) -> bool {
        matches!(self, Membership::Active | Membership::Dormant)
    }
}

/// Key of the words for where a membership stands.
pub fn membership_words(membership: Membership) -> String {
    format!("membership-{}", membership.code())
}

/// Key of the words for a kind of local government.
pub fn kind_words(kind: &str) -> String {
    format!("kind-{kind}")
}

/// Cities on one page of the list.
pub const LIST_ROWS: usize = 60;
/// Cities named as near.
pub const NEAR: usize = 6;

/// A member.
#[derive(Clone, Debug)]
pub struct City {
    /// Its id.
    pub id: CityId,
    /// In addresses.
    pub slug: String,
    /// What it is called, in each language that has a name of its own.
    pub names: InLanguages,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The region's slug.
    pub region: String,
    /// One of [`KINDS`].
    pub kind: String,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
    /// Inhabitants, where known.
    pub population: Option<i64>,
    /// Where that number is from.
    pub population_source: String,
    /// The GeoNames place that it is.
    pub place: Option<i64>,
    /// Where the coordinates are from.
    pub place_source: String,
    /// Id of the source of its membership.
    pub source: String,
    /// Where its membership stands.
    pub membership: Membership,
    /// Grows with every change of the facts.
    pub revision: i64,
    /// Holds a steering seat: 1, else 0.
    pub seat: i64,
}
store::from_row!(City in cities: id, slug, names, country, region, kind, latitude, longitude, population, population_source, place, place_source, source, membership, revision, seat);

impl City {
    /// Its name in this language, else in the one that it was first written in: of a network's first data, the network's
    /// first language.
    pub fn name(&self, lang: Lang) -> &str {
        match self.names.get(lang) {
            "" => &self.slug,
            name => name,
        }
    }

    /// Its address behind the language.
    pub fn path(&self) -> String {
        format!("/cities/{}", self.slug)
    }

    /// Key of the words for its kind.
    pub fn kind_words(&self) -> String {
        kind_words(&self.kind)
    }

    /// Key of the words for where its membership stands.
    pub fn membership_words(&self) -> String {
        membership_words(self.membership)
    }

    /// Where it is on the drawing.
    pub fn point(&self) -> look::map::Point {
        look::map::project(self.latitude, self.longitude)
    }
}

/// A city with what it is found by.
pub(crate) struct Mapped {
    pub city: City,
    /// Its names, folded, with [`names::BETWEEN`] between them.
    pub folded: String,
    /// In how many terms it held a steering seat.
    pub terms: i64,
}

/// What a city says of itself in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// A few paragraphs, plain text.
    pub summary: String,
    /// Its website; empty or an `https://` or `http://` address.
    pub website: String,
    /// How to reach it: an office, a public address, a telephone number.
    pub contact: String,
    /// When it was written.
    pub updated_at: Option<Time>,
    /// How often it was written; 0 before the first time.
    pub revision: i64,
    /// Entered by the network's team, not by the city.
    pub by_team: bool,
}

/// What the city wrote in the reader's language, or in the first that it wrote in.
pub(crate) fn best(profiles: Vec<(Lang, Profile)>, lang: Lang, languages: &[Lang]) -> Option<(Lang, Profile)> {
    let written: Vec<_> =
        profiles.into_iter().filter(|(_, profile)| profile.updated_at.is_some() && !is_blank(profile)).collect();
    [lang].iter().chain(languages).find_map(|lang| written.iter().find(|(own, _)| own == lang).cloned())
}

fn is_blank(profile: &Profile) -> bool {
    profile.summary.is_empty() && profile.website.is_empty() && profile.contact.is_empty()
}

/// A piece of what somebody wrote of how to reach them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// As it was written.
    pub text: String,
    /// Where it leads, if it is an address or a number.
    pub link: Option<String>,
}

/// Digits of a telephone number at least and at most (ITU-T E.164).
const PHONE_DIGITS: std::ops::RangeInclusive<usize> = 6..=15;

/// How to reach somebody, as lines with links: what stands between commas or semicolons is one each.
pub fn ways_to_reach(contact: &str) -> Vec<Reach> {
    let link = |text: &str| {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let phone = text.chars().all(|letter| letter.is_ascii_digit() || " +()-./\u{a0}".contains(letter));
        if mail::is_address(text) {
            Some(format!("mailto:{text}"))
        } else if phone && PHONE_DIGITS.contains(&digits) {
            let number: String = text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
            Some(format!("tel:{number}"))
        } else {
            None
        }
    };
    let parts = contact.split([',', ';', '،', '؛']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| Reach { text: part.to_owned(), link: link(part) }).collect()
}

impl Profile {
    /// From a form. A website is not one that `leads_here`, to a page of the hub.
    pub fn read(fields: &Fields, leads_here: impl Fn(&str) -> bool) -> Result<Profile, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let profile = Profile {
            summary: reader.text("summary", "profile-summary", SUMMARY_CHARS),
            website: website::with_scheme(reader.line("website", "profile-website")),
            contact: reader.line("contact", "profile-contact"),
            updated_at: None,
            revision: fields.get("revision").parse().unwrap_or(0),
            by_team: false,
        };
        let leads_somewhere = profile.website.is_empty() || website::is_one(&profile.website);
        reader.check(leads_somewhere, || FieldError::new("website", "error-website"));
        let leads_away = !leads_somewhere || !leads_here(&profile.website);
        reader.check(leads_away, || FieldError::new("website", "error-website-own"));
        reader.end(profile)
    }

    /// The paragraphs of the summary.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.summary.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect()
    }
}

impl Profile {
    /// The website as it is shown.
    pub fn website_shown(&self) -> String {
        website::shown(&self.website)
    }
}

/// Facts that the central team corrects.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// What it is called, in the languages of the form: first in the one that its name was first written in.
    pub names: Vec<Named>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The region's slug.
    pub region: String,
    /// One of [`KINDS`].
    pub kind: String,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// The GeoNames place, where it was picked.
    pub place: Option<i64>,
    /// Where the coordinates are from.
    pub place_source: String,
    /// Inhabitants.
    pub population: Option<i64>,
    /// Where that number is from.
    pub population_source: String,
    /// The state that was edited.
    pub revision: i64,
}

impl Facts {
    /// From a form with names in these languages, of which the first is needed; regions and countries must be the network's.
    pub fn read(fields: &Fields, network: &network::Network, languages: &[Lang]) -> Result<Facts, Vec<FieldError>> {
        let mut reader = Reader::new(fields);
        let names = names::read(&mut reader, fields, languages);
        let country =
            reader.one_of("country", "country", |code| network.countries.get(code)).map(|one| one.iso2.clone());
        let region = reader.one_of("region", "region", |slug| network.region(slug)).map(|one| one.slug.clone());
        let kind = reader.one_of("kind", "city-kind", |kind| KINDS.into_iter().find(|own| *own == kind));
        let latitude = degrees(&mut reader, "latitude", fields, 90.0);
        let longitude = degrees(&mut reader, "longitude", fields, 180.0);
        let place_source = reader.line("place_source", "facts-place-source");
        reader.check(!place_source.is_empty(), || FieldError::new("place_source", "error-source"));
        let population =
            reader.number("population", 1..=100_000_000, || FieldError::new("population", "error-population"));
        let population_source = reader.line("population_source", "facts-population-source");
        let told = population.is_none() || !population_source.is_empty();
        reader.check(told, || FieldError::new("population_source", "error-source"));
        reader.end(Facts {
            names,
            country: country.unwrap_or_default(),
            region: region.unwrap_or_default(),
            kind: kind.unwrap_or_default().to_owned(),
            latitude,
            longitude,
            place: fields.get("place").parse().ok(),
            place_source,
            population,
            population_source,
            revision: fields.get("revision").parse().unwrap_or(0),
        })
    }
}

/// A coordinate, with a decimal point or comma.
fn degrees(reader: &mut Reader, field: &'static str, fields: &Fields, most: f64) -> f64 {
    let number = fields.number(field).replace(',', ".").parse::<f64>().ok();
    let number = number.filter(|number| number.is_finite() && number.abs() <= most);
    reader.check(number.is_some(), || FieldError::new(field, "error-degrees").with("max", most));
    number.unwrap_or_default()
}

/// Great-circle distance in kilometres.
pub fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
    let h = half(lat_a, lat_b) + lat_a.cos() * lat_b.cos() * half(a.1.to_radians(), b.1.to_radians());
    12_742.0 * h.sqrt().min(1.0).asin()
}

/// What a reader asks of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListQuery {
    /// Folded words, each of which a name must hold.
    pub words: Vec<String>,
    /// Slugs; any of these.
    pub regions: Vec<String>,
    /// ISO codes; any of these.
    pub countries: Vec<String>,
    /// Only cities that hold or held a steering seat.
    pub seats: bool,
    /// Those that are no members (any more), where the reader may see them, instead of the members.
    pub former: bool,
    /// The order.
    pub sort: Sort,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name, as the language of the interface sorts.
    #[default]
    Name,
    /// The largest first.
    Population,
    /// By region, then name.
    Region,
    /// By country as the language of the interface sorts, then name.
    Country,
}

/// Words of a query that count.
const QUERY_WORDS: usize = 8;
/// Values of one filter that count.
const FILTER_VALUES: usize = 60;

impl ListQuery {
    /// From the address; unknown values are passed over.
    pub fn read(fields: &Fields, network: &network::Network) -> ListQuery {
        let text: String = fields.get("q").chars().take(LINE_CHARS).collect();
        let words = base::fold::words_of(&text).into_iter().take(QUERY_WORDS).collect();
        let known = |name: &str, test: &dyn Fn(&str) -> bool| {
            fields.all(name).into_iter().filter(|value| test(value)).take(FILTER_VALUES).map(str::to_owned).collect()
        };
        ListQuery {
            words,
            regions: known("region", &|slug| network.region(slug).is_some()),
            countries: known("country", &|code| network.countries.contains_key(code)),
            seats: fields.has("seat", "1"),
            former: fields.has("former", "1"),
            sort: match fields.get("sort") {
                "population" => Sort::Population,
                "region" => Sort::Region,
                "country" => Sort::Country,
                _ => Sort::Name,
            },
        }
    }

    /// Nothing is asked: the whole list.
    pub fn is_plain(&self) -> bool {
        self.words.is_empty() && self.regions.is_empty() && self.countries.is_empty() && !self.seats && !self.former
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_lines_that_lead_somewhere() {
        let read = |text: &str| ways_to_reach(text).into_iter().map(|one| (one.text, one.link)).collect::<Vec<_>>();
        let link = |text: &str, link: &str| (text.to_owned(), Some(link.to_owned()));
        assert_eq!(
            read("Youth office, youth@city.example; +47 (0) 21 80 21 80، "),
            [
                ("Youth office".to_owned(), None),
                link("youth@city.example", "mailto:youth@city.example"),
                link("+47 (0) 21 80 21 80", "tel:+47021802180"),
            ]
        );
        assert_eq!(read("Room 12")[0].1, None);
        assert!(read(" , ").is_empty());
    }

    #[test]
    fn a_profile_names_what_is_wrong() {
        let fields = Fields::default().with("summary", "x".repeat(SUMMARY_CHARS + 1)).with("website", "nonsense");
        let errors = Profile::read(&fields, |_| false).unwrap_err();
        assert_eq!(errors.iter().map(|error| error.field).collect::<Vec<_>>(), ["summary", "website"]);
        let own = Fields::default().with("website", "hub.example/x");
        let errors = Profile::read(&own, |address| address == "https://hub.example/x").unwrap_err();
        assert_eq!((errors[0].field, errors[0].message), ("website", "error-website-own"));
        assert!(Profile::read(&Fields::default(), |_| false).is_ok(), "a city may take everything back");
    }

    #[test]
    fn facts_are_bounded() {
        let network = network::Network::embedded().unwrap();
        let good = |latitude: &str| {
            Fields::default()
                .with("name_en", "Oslo")
                .with("country", "NO")
                .with("region", "europe")
                .with("kind", "city")
                .with("latitude", latitude)
                .with("longitude", "10,75")
                .with("place_source", "GeoNames")
        };
        let languages = [Lang::EN, "de".parse().unwrap()];
        let read = |fields: &Fields| Facts::read(fields, &network, &languages);
        assert_eq!(read(&good("59.9")).unwrap().longitude, 10.75);
        for wrong in ["91", "NaN", "inf", "", "north"] {
            assert_eq!(read(&good(wrong)).unwrap_err()[0].field, "latitude");
        }
        let unknown = good("1").with("population", "12");
        assert_eq!(read(&unknown).unwrap_err()[0].field, "population_source");
        let long = good("1").with("name_de", "x".repeat(LINE_CHARS + 1));
        assert_eq!(read(&long).unwrap_err()[0].field, "name_de");
        let mut nameless = good("1").with("name_de", "Oslo");
        nameless.set("name_en", " ");
        assert_eq!(read(&nameless).unwrap_err()[0].field, "name_en", "the first is needed");
    }

    #[test]
    fn distances() {
        let (oslo, aarhus) = ((59.91, 10.75), (56.16, 10.21));
        assert!((distance(oslo, aarhus) - 418.0).abs() < 5.0);
        assert_eq!(distance(oslo, oslo), 0.0);
    }

    #[test]
    fn unknown_filters_are_passed_over() {
        let network = network::Network::embedded().unwrap();
        let fields = Fields::parse("region=atlantis&region=europe&country=ZZ&q=%22,,%3B&sort=evil");
        let query = ListQuery::read(&fields, &network);
        assert_eq!(query, ListQuery { regions: vec!["europe".into()], ..ListQuery::default() });
    }
}
