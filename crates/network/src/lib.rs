//! What is particular to one network of cities: its name, languages, colours, regions, themes,
//! first members, principles, funders, pages and own words.
//!
//! All of it is a folder of CSV, TOML, Markdown and Fluent files. The program carries one such
//! folder (`data/` of this repository); the first start writes it into the hub's data folder, and
//! from then on only the copy there counts: an upgrade never touches it.

mod calendars;
mod files;
mod labels;
mod records;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use base::{Fail, Lang, Result};
use serde::Deserialize;

pub use calendars::{Calendar, DayOff};
pub use files::{default_files, write_default};
pub use labels::Labels;
pub use records::{
    AlternateName, Concept, Country, Expectation, FirstText, Funding, Member, Place, Principle, Region, Source, Theme,
};

/// The years of a term as it is written in the data: `2015–2017`, `2015–17`.
pub fn years_of(term: &str) -> Option<(i32, i32)> {
    let (from, to) = term.split_once(['–', '-'])?;
    let (from, to) = (from.trim(), to.trim());
    let number = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    let first: i32 = number(from).filter(|_| from.len() == 4)?;
    let last: i32 = match to.len() {
        2 => first / 100 * 100 + number(to)?,
        4 => number(to)?,
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

/// `network.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The network's name.
    pub name: Labels,
    /// The hub's name, in the page's head.
    pub hub_name: Labels,
    /// One sentence that says what the network is.
    pub description: Labels,
    /// The first line of the home page.
    pub headline: Labels,
    /// Who runs it, in the page's foot.
    pub host: Labels,
    /// What the member list states about itself (its date), beside every count of members.
    pub members_as_of: Labels,
    /// The term of the steering seats in the first data, as [`years_of`] reads it.
    #[serde(default)]
    pub steering_term: String,
    /// Where the contact form's letters go.
    pub contact: String,
    /// Where messages about a region or a theme go too, by its slug: an address each.
    #[serde(default)]
    pub contacts: BTreeMap<String, String>,
    /// Who answers the media, with their function; may be empty. `contacts.press` is where they are written to.
    #[serde(default)]
    pub press_contact: String,
    /// The languages of the interface, the first being the one to fall back to.
    pub languages: Vec<String>,
    /// Colours that replace tokens of the design language by name (`pin = "#d13d1c"`).
    #[serde(default)]
    pub colours: BTreeMap<String, String>,
    /// The same for dark surroundings.
    #[serde(default)]
    pub colours_dark: BTreeMap<String, String>,
    /// Somebody else has to read what the team publishes than who wrote it.
    #[serde(default)]
    pub review: bool,
    /// Whose clocks the team goes by when it says at what time something is to be published: a zone as `Europe/Oslo`.
    #[serde(default = "utc")]
    pub zone: String,
    /// The region that the home map shows enlarged, by its slug.
    #[serde(default)]
    pub inset_region: Option<String>,
}

fn utc() -> String {
    zones::Zone::UTC.name().to_owned()
}

/// A network, read once at start-up.
#[derive(Debug)]
pub struct Network {
    /// Name, languages, colours.
    pub settings: Settings,
    /// The languages of the interface that this network uses; never empty.
    pub languages: Vec<Lang>,
    /// In the order of the file.
    pub regions: Vec<Region>,
    /// In the order of the file.
    pub themes: Vec<Theme>,
    /// What the field speaks of, with its terms in each language: `concepts.csv`, or what the program carries where the folder
    /// has none.
    pub concepts: Vec<Concept>,
    /// By ISO code.
    pub countries: HashMap<String, Country>,
    /// In the order of the file.
    pub principles: Vec<Principle>,
    /// In the order of the file.
    pub expectations: Vec<Expectation>,
    /// In the order of the file.
    pub funding: Vec<Funding>,
    /// In the order of the file.
    pub sources: Vec<Source>,
    /// Whose working days count; never empty, the first is the network's own.
    calendars: Vec<Calendar>,
    files: HashMap<String, Vec<u8>>,
}

impl Network {
    /// Reads the folder.
    ///
    /// # Errors
    /// Names the file, and the line where there is one, that cannot be read.
    pub fn load(folder: &Path) -> Result<Network> {
        Network::read(files::read_folder(folder)?)
    }

    /// The network that the program carries, without a folder.
    pub fn embedded() -> Result<Network> {
        Network::read(default_files())
    }

    /// Reads a network from files by name.
    pub fn read(files: HashMap<String, Vec<u8>>) -> Result<Network> {
        let text = files::text(&files, "network.toml")?;
        let settings: Settings = toml::from_str(&text).map_err(|error| wrong("network.toml", error))?;
        let languages: Vec<Lang> = settings
            .languages
            .iter()
            .map(|code| {
                let unknown = || {
                    wrong(
                        "network.toml",
                        format!("languages: {code} is no BCP 47 code of a language that is known here"),
                    )
                };
                let lang = code.parse().map_err(|_| unknown())?;
                let has_words = Lang::SHIPPED.contains(&lang) || files.contains_key(&format!("words/{lang}.ftl"));
                let missing =
                    || wrong(&format!("words/{lang}.ftl"), "it is missing; only en, fr and ar come with the program");
                has_words.then_some(lang).ok_or_else(missing)
            })
            .collect::<Result<_>>()?;
        if languages.is_empty() {
            return Err(wrong("network.toml", "languages: name at least one, such as en, fr, ar"));
        }
        if zones::Zone::parse(&settings.zone).is_none() {
            return Err(wrong("network.toml", format!("zone: {} is no zone, as Europe/Oslo is", settings.zone)));
        }
        for (name, colour) in settings.colours.iter().chain(&settings.colours_dark) {
            check_colour(name, colour)?;
        }
        let countries: Vec<Country> = files::rows(&files, "countries.csv")?;
        let regions: Vec<Region> = files::rows(&files, "regions.csv")?;
        let network = Network {
            languages,
            calendars: read_calendars(&files, &regions)?,
            regions,
            themes: files::rows(&files, "themes.csv")?,
            concepts: files::rows_or_default(&files, "concepts.csv")?,
            countries: countries.into_iter().map(|country| (country.iso2.clone(), country)).collect(),
            principles: files::rows_if_any(&files, "principles.csv")?,
            expectations: files::rows_if_any(&files, "expectations.csv")?,
            funding: files::rows_if_any(&files, "funders.csv")?,
            sources: files::rows_if_any(&files, "sources.csv")?,
            settings,
            files,
        };
        network.check_members()?;
        network.check_contacts()?;
        network.check_concepts()?;
        Ok(network)
    }

    /// The members that an empty hub begins with.
    pub fn members(&self) -> Result<Vec<Member>> {
        files::rows_if_any(&self.files, "members.csv")
    }

    /// The gazetteer from which places are picked.
    pub fn places(&self) -> Result<Vec<Place>> {
        files::rows_if_any(&self.files, "places.csv.gz")
    }

    /// Other names of the gazetteer's places.
    pub fn alternate_names(&self) -> Result<Vec<AlternateName>> {
        files::rows_if_any(&self.files, "places-alternates.csv.gz")
    }

    /// The fonts that the network brings for its documents (`fonts/NAME.ttf`, `.otf`), by name; none where those of the program draw all
    /// that it writes.
    pub fn fonts(&self) -> Vec<&[u8]> {
        let is_font = |name: &str| name.starts_with("fonts/") && [".ttf", ".otf"].iter().any(|end| name.ends_with(end));
        let mut fonts: Vec<_> = self.files.iter().filter(|(name, _)| is_font(name)).collect();
        fonts.sort();
        fonts.into_iter().map(|(_, bytes)| bytes.as_slice()).collect()
    }

    /// A page of the site in Markdown; in the first language that has it, with that language.
    pub fn page(&self, name: &str, lang: Lang) -> Option<(Lang, String)> {
        let order = [lang].into_iter().chain(self.languages.iter().copied());
        order.into_iter().find_map(|lang| {
            let bytes = self.files.get(&format!("pages/{name}.{lang}.md"))?;
            Some((lang, String::from_utf8_lossy(bytes).into_owned()))
        })
    }

    /// The names of the pages that the folder has, each once, by name.
    pub fn page_names(&self) -> Vec<String> {
        let names = self.files.keys().filter_map(|file| file.strip_prefix("pages/")?.split('.').next());
        let mut names: Vec<String> = names.map(str::to_owned).collect();
        names.sort();
        names.dedup();
        names
    }

    /// What the network's first texts of a kind are: a line of `KIND.csv` each. They are brought into a hub once; from then on
    /// the hub has them.
    ///
    /// # Errors
    /// Names the line that cannot be read.
    pub fn first_texts(&self, kind: &str) -> Result<Vec<FirstText>> {
        files::rows_if_any(&self.files, &format!("{kind}.csv"))
    }

    /// Such a text in Markdown, in a language that it has: `KIND/NAME.LANG.md`.
    pub fn first_text(&self, kind: &str, name: &str, lang: Lang) -> Option<String> {
        let bytes = self.files.get(&format!("{kind}/{name}.{lang}.md"))?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// Words that the network says differently: the text of `words/{lang}.ftl`.
    pub fn own_words(&self, lang: Lang) -> Option<String> {
        let bytes = self.files.get(&format!("words/{lang}.ftl"))?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    }

    /// The region with this slug.
    pub fn region(&self, slug: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.slug == slug)
    }

    /// The theme with this slug.
    pub fn theme(&self, slug: &str) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.slug == slug)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Whose working days count for the office of this region: those of its own calendar, or of the network's first. Of no region
    /// (an empty slug) the first.
    pub fn calendar_of(&self, region: &str) -> &Calendar {
        calendars::of_region(&self.calendars, region)
    }

    /// The calendar of this name; the first, where the network has it no more.
    pub fn calendar(&self, code: &str) -> &Calendar {
        self.calendars.iter().find(|own| own.code == code).unwrap_or(&self.calendars[0])
    }

    /// All calendars, the network's own first.
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// The region of a country, where `countries.csv` names one.
    pub fn region_of_country(&self, iso2: &str) -> Option<&Region> {
        self.region_named(&self.countries.get(iso2)?.region)
    }

    /// The slug of the region whose office answers for a country; empty where none is named: the central team.
    pub fn office_of_country(&self, iso2: &str) -> &str {
        self.region_of_country(iso2).map_or("", |region| &region.slug)
    }

    /// The country's name; its code where the list lacks it.
    pub fn country_name<'a>(&'a self, iso2: &'a str, lang: Lang) -> &'a str {
        self.countries.get(iso2).map_or(iso2, |country| country.name(lang))
    }

    /// Who is written to is somebody, about something that there is.
    fn check_contacts(&self) -> Result<()> {
        for (slug, address) in &self.settings.contacts {
            let is_address = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            let is_known = slug == "press" || self.region(slug).is_some() || self.theme(slug).is_some();
            if !is_known || !is_address {
                let what = "names no region, no theme and not the press, or gives no e-mail address";
                return Err(wrong("network.toml", format!("contacts: {slug} {what}")));
            }
        }
        Ok(())
    }

    fn check_members(&self) -> Result<()> {
        for member in self.members()? {
            if self.region_of(&member).is_none() {
                return Err(wrong(
                    "members.csv",
                    format!("{}: {} is no region of regions.csv", member.slug, member.region),
                ));
            }
            if !self.countries.contains_key(&member.country) {
                return Err(wrong(
                    "members.csv",
                    format!("{}: {} is no country of countries.csv", member.slug, member.country),
                ));
            }
        }
        Ok(())
    }

    /// Each concept once, with a name that can stand in an address.
    fn check_concepts(&self) -> Result<()> {
        let mut known = HashSet::new();
        for concept in &self.concepts {
            let slug = concept.slug.as_str();
            let right = !slug.is_empty() && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !right || !known.insert(slug) {
                let what = format!("{slug:?}: a concept has a name of its own, of a–z, 0–9 and -");
                return Err(wrong("concepts.csv", what));
            }
        }
        Ok(())
    }

    /// A member's region: the file names it by slug or by its English label.
    pub fn region_of(&self, member: &Member) -> Option<&Region> {
        self.region_named(&member.region)
    }

    fn region_named(&self, name: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.slug == name || region.labels.get(Lang::EN) == name)
    }
}

/// A folder without calendars has those that the program carries, with their holidays.
fn read_calendars(files: &HashMap<String, Vec<u8>>, regions: &[Region]) -> Result<Vec<Calendar>> {
    let holidays = match files.contains_key("calendars.csv") {
        true => files::rows_if_any(files, "holidays.csv")?,
        false => files::rows_or_default(&HashMap::new(), "holidays.csv")?,
    };
    let is_region = |slug: &str| regions.iter().any(|region| region.slug == slug);
    calendars::read(files::rows_or_default(files, "calendars.csv")?, holidays, is_region)
}

/// A colour goes into a style sheet: nothing but a colour may.
fn check_colour(name: &str, colour: &str) -> Result<()> {
    let name_right =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let digits = colour.strip_prefix('#').unwrap_or_default();
    let colour_right = matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if name_right && colour_right {
        return Ok(());
    }
    Err(wrong("network.toml", format!("colours: {name} = {colour:?} is not a token with a colour such as \"#0a4d5a\"")))
}

pub(crate) fn wrong(file: &str, what: impl std::fmt::Display) -> Fail {
    Fail::Unavailable(format!("the network's file {file} cannot be used: {what}"))
}

#[cfg(test)]
mod tests;
