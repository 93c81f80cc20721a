//! What a query names beside what it finds: a city, a country, a region, a theme.

use std::collections::HashMap;

use base::Result;
use base::fold::words_of;
use network::Network;
use web::Visit;

/// Cities that are shown at most: several may have one name.
const CITIES: usize = 3;
/// All that is shown at most.
const SHOWN: usize = 5;
/// Words of a query that are looked at, and of the longest name.
const WORDS: usize = 16;
const LONGEST: usize = 6;

/// Something that a query names.
pub(crate) struct Named {
    /// In the language of the page.
    pub label: String,
    /// Its page.
    pub address: String,
}

/// What a name of the network's own data stands for.
enum Meant {
    Region(String),
    Country(String),
    Theme(String),
}

/// The least letters of what a country is called as well, to be told from words of a sentence.
const OTHER_NAME_CHARS: usize = 3;

/// The network's regions, countries and themes by each of their folded names.
struct Known(HashMap<String, Vec<Meant>>);

impl Known {
    fn of(network: &Network) -> Known {
        let mut known = Known(HashMap::new());
        for &lang in &network.languages {
            network.regions.iter().for_each(|one| known.add(one.label(lang), || Meant::Region(one.slug.clone())));
            network.countries.values().for_each(|one| known.add(one.name(lang), || Meant::Country(one.iso2.clone())));
            network.themes.iter().for_each(|one| known.add(one.label(lang), || Meant::Theme(one.slug.clone())));
        }
        for country in network.countries.values() {
            // `US` is a word of sentences too.
            let others = country.others().filter(|name| name.chars().count() >= OTHER_NAME_CHARS);
            others.for_each(|name| known.add(name, || Meant::Country(country.iso2.clone())));
        }
        known
    }

    fn add(&mut self, name: &str, meant: impl FnOnce() -> Meant) {
        let name = words_of(name).join(" ");
        if !name.is_empty() {
            self.0.entry(name).or_default().push(meant());
        }
    }
}

/// What this text names, in any language of the network: cities first.
pub(crate) async fn named(visit: &Visit, text: &str) -> Result<Vec<Named>> {
    let names = names_in(text);
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let (hub, network, lang) = (&visit.hub, &visit.hub.network, visit.lang);
    let mut named: Vec<Named> = Vec::new();
    for city in cities::named(hub, &names, CITIES).await? {
        let country = network.country_name(&city.country, lang);
        let label = visit.t1("named-city", "name", visit.list([city.name(lang), country]));
        named.push(Named { label, address: visit.link(city.path()) });
    }
    // It changes with the program's start only.
    let known = hub.shared("network", async { Ok(Known::of(network)) }).await?;
    for meant in names.iter().filter_map(|name| known.0.get(name)).flatten() {
        let (label, path) = match meant {
            Meant::Region(slug) => {
                let label = network.region(slug).map_or("", |region| region.label(lang));
                (visit.t1("named-region", "name", label), format!("/regions/{slug}"))
            }
            Meant::Country(code) => {
                let label = visit.t1("named-country", "name", network.country_name(code, lang));
                (label, format!("/cities?country={code}"))
            }
            Meant::Theme(slug) => {
                let label = network.theme(slug).map_or("", |theme| theme.label(lang));
                (visit.t1("named-theme", "name", label), format!("/library?theme={slug}"))
            }
        };
        let address = visit.link(path);
        if named.iter().all(|own| own.address != address) {
            named.push(Named { label, address });
        }
    }
    named.truncate(SHOWN);
    Ok(named)
}

/// Every run of words of a text that may be a name.
fn names_in(text: &str) -> Vec<String> {
    let mut words = words_of(text);
    words.truncate(WORDS);
    let runs = (1..=LONGEST.min(words.len())).flat_map(|length| words.windows(length));
    runs.map(|run| run.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::names_in;

    #[test]
    fn names_are_runs_of_words() {
        assert_eq!(
            names_in("Action plan, Oslo"),
            ["action", "plan", "oslo", "action plan", "plan oslo", "action plan oslo"]
        );
        assert!(names_in(" ?! ").is_empty());
        assert!(names_in(&"word ".repeat(10_000)).len() < 100);
    }
}
