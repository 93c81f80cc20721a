//! A table of members that the central team brings in: cities that joined before the hub, or beside it.

use std::sync::Arc;

use async_trait::async_trait;
use base::limits::LINE_CHARS;
use base::{Fail, FieldError, Lang, Result};
use chrono::NaiveDate;
use cities::{City, Facts, GazetteerPlace, Known};
use input::Fields;
use store::{Day, Tx};
use web::imports::{Brought, Ground, ImportColumn, Importer, Taken};
use web::merging;
use web::{Hub, Visit};

use crate::rows;
use crate::rules::Decision;

const NAME: ImportColumn = ImportColumn { name: "name", words: "name", hint: "import-member-name-hint", needed: true };
const COUNTRY: ImportColumn =
    ImportColumn { name: "country", words: "country", hint: "import-member-country-hint", needed: true };
const REGION: ImportColumn =
    ImportColumn { name: "region", words: "region", hint: "import-member-region-hint", needed: false };
const KIND: ImportColumn =
    ImportColumn { name: "kind", words: "city-kind", hint: "import-member-kind-hint", needed: false };
const POPULATION: ImportColumn =
    ImportColumn { name: "population", words: "city-population", hint: "import-member-population-hint", needed: false };
const POPULATION_SOURCE: ImportColumn = ImportColumn {
    name: "population_source",
    words: "facts-population-source",
    hint: "import-member-source-hint",
    needed: false,
};
const LATITUDE: ImportColumn =
    ImportColumn { name: "latitude", words: "facts-latitude", hint: "import-member-degrees-hint", needed: false };
const LONGITUDE: ImportColumn =
    ImportColumn { name: "longitude", words: "facts-longitude", hint: "import-member-degrees-hint", needed: false };
const PLACE_SOURCE: ImportColumn = ImportColumn {
    name: "place_source",
    words: "facts-place-source",
    hint: "import-member-source-hint",
    needed: false,
};
const ADDRESS: ImportColumn =
    ImportColumn { name: "address", words: "city-address", hint: "import-member-address-hint", needed: false };
const SINCE: ImportColumn =
    ImportColumn { name: "since", words: "import-member-since", hint: "import-member-since-hint", needed: false };
const EVIDENCE: ImportColumn =
    ImportColumn { name: "evidence", words: "decision-evidence", hint: "import-member-evidence-hint", needed: false };

/// Its kind, as its words name it.
pub(crate) const KIND_NAME: &str = "members";
/// As what it is brought in for.
const NETWORK: &str = "network";
/// Places of one name that are looked at.
const NAMESAKES: i64 = 12;
/// Tables that name a city which has come by an import, and with which nobody has gone on: they go with it.
const OF_THE_IMPORT: [&str; 2] = ["status_decisions", "city_record"];
/// What happened stays in the list of what happened.
const HISTORY: &str = "events";
/// The revision in which a city comes.
const FIRST_REVISION: i64 = 1;
/// Kilometres within which two of a name are the same.
const NEAR: f64 = 50.0;
/// The first day from which a membership may be said to hold.
const FIRST_YEAR: i32 = 2000;

/// The members of the network.
pub(crate) struct Members;

pub(crate) fn importer() -> Arc<dyn Importer> {
    Arc::new(Members)
}

#[async_trait]
impl Importer for Members {
    fn kind(&self) -> &'static str {
        KIND_NAME
    }

    fn columns(&self) -> &'static [ImportColumn] {
        &[
            NAME,
            COUNTRY,
            REGION,
            KIND,
            POPULATION,
            POPULATION_SOURCE,
            LATITUDE,
            LONGITUDE,
            PLACE_SOURCE,
            ADDRESS,
            SINCE,
            EVIDENCE,
        ]
    }

    async fn open(&self, visit: &Visit, of: &str) -> Result<Ground> {
        if of != NETWORK {
            return Err(Fail::NotFound);
        }
        visit.actor.must_be_central()?;
        Ok(Ground { path: "/office/members".to_owned(), label: visit.t("menu-members") })
    }

    /// Two local governments of one country may have one name: their kind, their address or where they are tells them apart. Rows that
    /// say the same in other words are found when they are taken.
    fn key(&self, row: &Fields) -> String {
        let of = ["name", "country", "kind", "address", "latitude", "longitude"]
            .map(|field| base::fold::fold(&row.line(field)));
        of.join("|")
    }

    fn email(&self, _: &Fields) -> String {
        String::new()
    }

    async fn take(&self, tx: &Tx, brought: Brought<'_>) -> Result<Taken> {
        brought.actor.must_be_central()?;
        let row = Member::read(brought)?;
        if row.is_here(tx).await? {
            return Ok(Taken::Here);
        }
        // One that says no more than the name of a member is that one, whether or not the gazetteer knows it.
        if !row.tells_where()
            && let Some(member) = cities::member_named(tx, &[&row.name], &row.country).await?
        {
            let other = row.is_of_another_kind(&member);
            return if other { Err(namesake(brought.hub, &member)) } else { Ok(Taken::Here) };
        }
        let (facts, place) = row.facts(tx, brought.hub).await?;
        let found = same(tx, &row, place.as_ref()).await?;
        let is_other = found.as_ref().is_some_and(|city| row.is_elsewhere(city, &facts));
        match found.filter(|_| !is_other) {
            Some(city) if !city.membership.is_member() => return Err(was_before(brought.hub, &city)),
            Some(city) if row.is_of_another_kind(&city) => return Err(namesake(brought.hub, &city)),
            Some(_) => return Ok(Taken::Here),
            None => {}
        }
        let known = Known { is_listed: true, is_other, ..Known::default() };
        let admitted = cities::admit(tx, brought.hub, &people::records(), brought.actor, &facts, known).await?;
        let city = admitted.city.id;
        rows::insert_applied(tx, brought.actor, city, Decision::Joined, Day(row.since), &row.evidence).await?;
        Ok(Taken::New(city.0))
    }

    /// The city goes whole, where nobody has gone on with it: no people, no documents, nothing decided, nothing named.
    async fn undo(&self, tx: &Tx, brought: Brought<'_>, thing: i64) -> Result<bool> {
        brought.actor.must_be_central()?;
        let id = base::CityId(thing);
        let Some(city) = cities::by_ids(tx, &[id]).await?.remove(&id) else { return Ok(true) };
        rows::lock(tx, id).await?;
        if !is_untouched(tx, brought, &city).await? {
            return Ok(false);
        }
        merging::forget(tx, brought.city_rows, id, &OF_THE_IMPORT).await?;
        // What came in that moment: it is seen now, and the row stays.
        if !is_nameless(tx, brought, &city).await? {
            return Err(Fail::Conflict("imports.members".to_owned()));
        }
        cities::forget(tx, brought.actor, &city).await?;
        Ok(true)
    }
}

/// Nobody has gone on with a city since it came: its facts are those of then, and nothing names it but what the import wrote.
async fn is_untouched(tx: &Tx, brought: Brought<'_>, city: &City) -> Result<bool> {
    let is_as_it_came = city.membership.is_member() && city.revision == FIRST_REVISION;
    let named = merging::each(tx, brought.city_rows, city.id, city.id).await?;
    let gone_on = |own: &merging::Counted| {
        let rows = own.moved + own.stay;
        if OF_THE_IMPORT.contains(&own.of.table) { rows > 1 } else { rows > 0 && own.of.table != HISTORY }
    };
    Ok(is_as_it_came && !named.iter().any(gone_on))
}

/// Nothing names it but what happened.
async fn is_nameless(tx: &Tx, brought: Brought<'_>, city: &City) -> Result<bool> {
    let named = merging::each(tx, brought.city_rows, city.id, city.id).await?;
    Ok(named.iter().all(|own| own.of.table == HISTORY))
}

/// A row, as it was read.
struct Member<'a> {
    row: &'a Fields,
    name: String,
    /// ISO 3166-1 alpha-2.
    country: String,
    region: String,
    kind: &'static str,
    /// The slug in the address of its page; empty where there is none.
    slug: String,
    since: NaiveDate,
    evidence: String,
    lang: Lang,
}

impl<'a> Member<'a> {
    fn read(brought: Brought<'a>) -> Result<Member<'a>> {
        let (hub, row) = (brought.hub, brought.row);
        let mut errors = Vec::new();
        let name = row.line("name");
        if name.is_empty() {
            errors.push(FieldError::new("name", "error-required").with("label", "name"));
        }
        let country = country_of(hub, &row.line("country"));
        if country.is_none() {
            errors.push(FieldError::new("country", "error-import-country").with("country", row.line("country")));
        }
        let country = country.unwrap_or_default();
        let region = region_of(hub, &row.line("region"), &country);
        // Without its country nothing is said of its region.
        if region.is_none() && !country.is_empty() {
            errors.push(FieldError::new("region", "error-import-region").with("region", row.line("region")));
        }
        let kind = kind_of(hub, &row.line("kind"));
        if kind.is_none() {
            errors.push(FieldError::new("kind", "error-import-kind").with("kind", row.line("kind")));
        }
        let region = region.unwrap_or_default();
        let today = hub.network.calendar_of(&region).day_of(hub.now());
        let since = day_of(&row.line("since"), today);
        if since.is_none() {
            errors.push(FieldError::new("since", "error-import-since").with("day", row.line("since")));
        }
        let evidence = row.line("evidence");
        if evidence.chars().count() > LINE_CHARS {
            errors.push(
                FieldError::new("evidence", "error-too-long")
                    .with("label", "decision-evidence")
                    .with("max", LINE_CHARS),
            );
        }
        if !errors.is_empty() {
            return Err(Fail::Invalid(errors));
        }
        let lang = hub.network.languages[0];
        let (kind, since) = (kind.unwrap_or("city"), since.unwrap_or(today));
        Ok(Member { row, name, country, region, kind, slug: slug_of(&row.line("address")), since, evidence, lang })
    }

    /// Its page is named, and is that of a member.
    async fn is_here(&self, tx: &Tx) -> Result<bool> {
        if self.slug.is_empty() {
            return Ok(false);
        }
        let found = cities::by_slugs(tx, std::slice::from_ref(&self.slug)).await?;
        Ok(found.first().is_some_and(|city| city.membership.is_member() && city.country == self.country))
    }

    /// The row says where it is.
    fn tells_where(&self) -> bool {
        !self.row.line("latitude").is_empty() || !self.row.line("longitude").is_empty()
    }

    /// The row says where it is, and that is far from this one.
    fn is_elsewhere(&self, city: &City, facts: &Facts) -> bool {
        let far = cities::distance((city.latitude, city.longitude), (facts.latitude, facts.longitude)) > NEAR;
        self.tells_where() && far
    }

    /// The row names its kind, and this one is of another.
    fn is_of_another_kind(&self, city: &City) -> bool {
        !self.row.line("kind").is_empty() && city.kind != self.kind
    }

    /// What is kept of it, by the rules of the form of its facts; where it is, from the row, else from the gazetteer, where that knows
    /// one place of its name.
    async fn facts(&self, tx: &Tx, hub: &Hub) -> Result<(Facts, Option<GazetteerPlace>)> {
        let found = cities::places_named(tx, &self.name, &self.country, NAMESAKES).await?;
        let told = self.tells_where();
        let place = match (found.as_slice(), told) {
            ([only], false) => Some(only.clone()),
            ([], false) => return Err(Fail::field("latitude", "error-import-place-unknown")),
            (several, false) => {
                let error = FieldError::new("latitude", "error-import-places").with("count", several.len());
                return Err(Fail::Invalid(vec![error]));
            }
            (_, true) => None,
        };
        let own = |field: &str| self.row.line(field);
        let mut fields = Fields::default()
            .with(cities::name_field(self.lang), &self.name)
            .with("country", &self.country)
            .with("region", &self.region)
            .with("kind", self.kind)
            .with("population", own("population"))
            .with("population_source", own("population_source"))
            .with("latitude", own("latitude"))
            .with("longitude", own("longitude"))
            .with("place_source", own("place_source"));
        if let Some(place) = &place {
            fields.set("place", place.id);
            if !told {
                fields.set("latitude", place.latitude);
                fields.set("longitude", place.longitude);
                fields.set("place_source", "GeoNames");
            }
            if own("population").is_empty() && place.population > 0 {
                fields.set("population", place.population);
                fields.set("population_source", "GeoNames");
            }
        }
        Ok((Facts::read(&fields, &hub.network, &[self.lang]).map_err(Fail::Invalid)?, place))
    }
}

/// The record of the same local government, a member or not (any more).
async fn same(tx: &Tx, row: &Member<'_>, place: Option<&GazetteerPlace>) -> Result<Option<City>> {
    if let Some(member) = cities::member_named(tx, &[&row.name], &row.country).await? {
        return Ok(Some(member));
    }
    if let Some(place) = place
        && let Some(city) = cities::at_place(tx, place.id).await?
    {
        return Ok(Some(city));
    }
    let wanted = base::fold::fold(&row.name);
    let before = cities::former_like(tx, place.map(|place| place.id), &row.name, &row.country).await?;
    Ok(before.into_iter().find(|city| city.names.iter().any(|(_, name)| base::fold::fold(name) == wanted)))
}

/// One that was a member before comes back by a decision, not by a table.
fn was_before(hub: &Hub, city: &City) -> Fail {
    let name = city.name(hub.network.languages[0]);
    Fail::Invalid(vec![FieldError::new("name", "error-import-former").with("city", name)])
}

/// One of its name is a member, as another kind of local government: which is meant, a table does not say.
fn namesake(hub: &Hub, city: &City) -> Fail {
    let name = city.name(hub.network.languages[0]);
    Fail::Invalid(vec![FieldError::new("kind", "error-import-namesake").with("city", name)])
}

/// The slug in the address of a city's page, wherever the hub is.
fn slug_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    match path.rsplit_once("/cities/") {
        Some((_, slug)) if !slug.contains('/') => slug.to_lowercase(),
        _ => String::new(),
    }
}

/// A country: by its code, or a name that it has in any language of the network, or beside these.
fn country_of(hub: &Hub, text: &str) -> Option<String> {
    let wanted = base::fold::fold(text);
    let network = &hub.network;
    let is = |own: &&network::Country| {
        base::fold::fold(&own.iso2) == wanted
            || network.languages.iter().any(|lang| base::fold::fold(own.name(*lang)) == wanted)
            || own.others().any(|name| base::fold::fold(name) == wanted)
    };
    network.countries.values().find(is).filter(|_| !wanted.is_empty()).map(|own| own.iso2.clone())
}

/// A region: by its slug or its name in any language; where none is named, that of the country.
fn region_of(hub: &Hub, text: &str, country: &str) -> Option<String> {
    let network = &hub.network;
    if text.is_empty() {
        return network.region_of_country(country).map(|own| own.slug.clone());
    }
    let wanted = base::fold::fold(text);
    let is = |own: &&network::Region| {
        own.slug == wanted || network.languages.iter().any(|lang| base::fold::fold(own.label(*lang)) == wanted)
    };
    network.regions.iter().find(is).map(|own| own.slug.clone())
}

/// A kind of local government: by its code, or its words in a language of the hub; a city where none is named.
fn kind_of(hub: &Hub, text: &str) -> Option<&'static str> {
    if text.is_empty() {
        return Some(cities::KINDS[0]);
    }
    let wanted = base::fold::fold(text);
    let is = |kind: &&str| {
        let words = |lang: &Lang| base::fold::fold(&hub.words.write(*lang, &cities::kind_words(kind), &[])) == wanted;
        **kind == wanted || hub.network.languages.iter().any(words)
    };
    cities::KINDS.into_iter().find(is)
}

/// A day, a month of a year or a year, as `2019-03-07`, `2019-03`, `2019`; today where none is named.
fn day_of(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text.is_empty() {
        return Some(today);
    }
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        // As spreadsheets write a day.
        _ => text.split('T').next().unwrap_or_default().to_owned(),
    };
    let day = NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()?;
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1)?;
    (first..=today).contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");
        day_of(text, today).map(|day| day.to_string())
    }

    #[test]
    fn a_day_may_be_a_month_or_a_year() {
        assert_eq!(day("2019-03-07").as_deref(), Some("2019-03-07"));
        assert_eq!(day("2019-03").as_deref(), Some("2019-03-01"));
        assert_eq!(day("2019").as_deref(), Some("2019-01-01"));
        assert_eq!(day("2019-03-07T00:00:00").as_deref(), Some("2019-03-07"));
        assert_eq!(day("").as_deref(), Some("2026-12-01"));
        for other in ["2027", "1999", "soon", "2019-13", "07.03.2019", "٢٠١٩", "2019-03-07xyz"] {
            assert_eq!(day(other), None, "{other}");
        }
    }

    #[test]
    fn a_page_is_known_by_its_address() {
        assert_eq!(slug_of("https://hub.example.org/en/cities/diffa"), "diffa");
        assert_eq!(slug_of("/ar/cities/Diffa/?x=1"), "diffa");
        for other in ["", "diffa", "https://hub.example.org/en/cities/diffa/people", "https://x/library/1"] {
            assert_eq!(slug_of(other), "", "{other}");
        }
    }
}
