//! The rows of a network's tables. Columns that a program needs not to know are passed over.

use std::collections::BTreeMap;

use base::Lang;
use serde::{Deserialize, Deserializer};

use crate::labels::{self, Labels};

macro_rules! labelled {
    ($($name:ident),*) => {$(
        impl $name {
            /// Its label in this language, or in the first that has it.
            pub fn label(&self, lang: Lang) -> &str {
                self.labels.get(lang)
            }
        }
    )*};
}
labelled!(Region, Theme);

/// A region that the network groups its cities by.
#[derive(Clone, Debug, Deserialize)]
pub struct Region {
    /// In addresses.
    pub slug: String,
    /// Columns `label_en`, `label_fr` …
    #[serde(rename = "label.*", deserialize_with = "labels::needed")]
    pub labels: Labels,
}

/// A theme of work.
#[derive(Clone, Debug, Deserialize)]
pub struct Theme {
    /// In addresses.
    pub slug: String,
    /// Columns `label_en`, `label_fr` …
    #[serde(rename = "label.*", deserialize_with = "labels::needed")]
    pub labels: Labels,
}

/// Something that the field speaks of: a row of `concepts.csv`.
#[derive(Clone, Debug, Deserialize)]
pub struct Concept {
    /// Names it, in every language.
    #[serde(rename = "concept")]
    pub slug: String,
    /// By the BCP 47 code of a language, which heads its column: terms with `;` between them, the usual one first.
    #[serde(flatten)]
    by_language: BTreeMap<String, String>,
}

impl Concept {
    /// Its terms, each with the code of its language, the usual one of a language first.
    pub fn terms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.by_language.iter().flat_map(|(lang, terms)| {
            terms.split(';').map(str::trim).filter(|term| !term.is_empty()).map(move |term| (lang.as_str(), term))
        })
    }
}

/// A country: names as in Unicode CLDR.
#[derive(Clone, Debug, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2 (XK for Kosovo, user-assigned).
    pub iso2: String,
    /// A shorter English name; empty where there is none.
    #[serde(default)]
    pub name_en_short: String,
    /// What it is called as well, in any language, with `;` between the names.
    #[serde(default)]
    pub other_names: String,
    /// Its region: slug or English label; empty where none is named.
    #[serde(default)]
    pub region: String,
    /// Columns `name_en`, `name_fr` …
    #[serde(rename = "name.*", deserialize_with = "labels::needed")]
    pub names: Labels,
}

impl Country {
    /// What it is called beside its names.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let others = self.other_names.split(';').map(str::trim);
        std::iter::once(self.name_en_short.as_str()).chain(others).filter(|name| !name.is_empty())
    }

    /// Its name.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.get(lang)
    }
}

/// A member city of the first data.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    /// In addresses.
    pub slug: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// city, municipality, county, province, district, state.
    pub kind: String,
    /// Held a seat in the first Steering Committee.
    #[serde(default)]
    pub steering_committee: bool,
    /// Degrees, WGS 84.
    pub latitude: f64,
    /// Degrees, WGS 84.
    pub longitude: f64,
    /// Inhabitants, where known.
    pub population: Option<i64>,
    /// Where the number is from.
    #[serde(default)]
    pub population_source: String,
    /// The GeoNames place that is the member.
    pub geonames_id: Option<i64>,
    /// Its slug or English label.
    pub region: String,
    /// Where the coordinates are from.
    #[serde(default)]
    pub coord_source: String,
    /// Id of the source of the membership.
    #[serde(default)]
    pub source: String,
    /// Columns `name` (English, or its only one), `name_fr` …
    #[serde(rename = "name.*", deserialize_with = "labels::needed")]
    pub names: Labels,
}

impl Member {
    /// Its English name, or its only one.
    pub fn name(&self) -> &str {
        self.names.get(Lang::EN)
    }
}

/// One of the principles that members agree to.
#[derive(Clone, Debug, Deserialize)]
pub struct Principle {
    /// The version of the text.
    pub version: String,
    /// Its place.
    pub order: i32,
    /// Columns `text_en`, `text_fr` …
    #[serde(rename = "text.*", deserialize_with = "labels::needed")]
    pub texts: Labels,
    /// Ids of its sources, joined by `;`.
    pub source: String,
}

/// What the network expects of a member.
#[derive(Clone, Debug, Deserialize)]
pub struct Expectation {
    /// Its name, for ever: what cities have done is kept under it.
    pub slug: String,
    /// Met anew each year; else once for all.
    #[serde(default)]
    pub yearly: bool,
    /// What shows that it is met, joined by `;`: signature, contact, attendance, document, survey, training, exchange.
    #[serde(default)]
    pub met_by: String,
    /// Expected of every member.
    pub mandatory: bool,
    /// Columns `text_en`, `text_fr` …
    #[serde(rename = "text.*", deserialize_with = "labels::needed")]
    pub texts: Labels,
    /// Ids of its sources, joined by `;`.
    pub source: String,
}

macro_rules! text {
    ($($name:ident),*) => {$(
        impl $name {
            /// Its text in this language, or in the first that has it.
            pub fn text(&self, lang: Lang) -> &str {
                self.texts.get(lang)
            }
        }
    )*};
}
text!(Principle, Expectation);

/// One contribution: who, what for, when, and where that is stated.
#[derive(Clone, Debug, Deserialize)]
pub struct Funding {
    /// The funder's slug.
    pub funder: String,
    /// The funder's name.
    pub name: String,
    /// government, intergovernmental, foundation, company, city, state.
    pub kind: String,
    /// ISO code, where it has one.
    pub country: String,
    /// funding, support, voluntary or in-kind, commissioned or in-kind.
    pub contribution: String,
    /// First year, where stated.
    #[serde(deserialize_with = "blank")]
    pub from_year: Option<i32>,
    /// Last year, where stated.
    #[serde(deserialize_with = "blank")]
    pub to_year: Option<i32>,
    /// Ids of its sources, joined by `;`.
    pub source: String,
    /// Slug of the member, where a city contributed.
    pub member: String,
    /// What it paid for: columns `paid_for` (English), `paid_for_fr` …
    #[serde(rename = "paid_for.*", deserialize_with = "labels::if_any")]
    pub purposes: Labels,
}

impl Funding {
    /// What it paid for.
    pub fn purpose(&self, lang: Lang) -> &str {
        self.purposes.get(lang)
    }
}

/// A text that a new hub begins with, of `questions.csv` and others; its words are in files beside it.
#[derive(Clone, Debug, Deserialize)]
pub struct FirstText {
    /// Its name, that of its files.
    pub name: String,
    /// Of a question: what it is about.
    #[serde(default)]
    pub group: String,
    /// Its place among others.
    pub position: i64,
    /// Ids of sources, joined by `;`.
    pub sources: String,
    /// The last part of its address: columns `address_en`, `address_fr` …
    #[serde(rename = "address.*", deserialize_with = "labels::if_any")]
    pub addresses: Labels,
}

/// A document from which facts were taken.
#[derive(Clone, Debug, Deserialize)]
pub struct Source {
    /// Its id.
    pub id: String,
    /// Its title, as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, where stated.
    #[serde(deserialize_with = "blank")]
    pub year: Option<i32>,
}

/// A place of the gazetteer (GeoNames).
#[derive(Clone, Debug, Deserialize)]
pub struct Place {
    /// Its GeoNames id.
    pub geonames_id: i64,
    /// Its name.
    pub name: String,
    /// Its name in plain letters; empty where it is the same.
    #[serde(default)]
    pub ascii_name: String,
    /// ISO code.
    pub country: String,
    /// First-level division, in English.
    #[serde(default)]
    pub admin1: String,
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// Inhabitants; 0 where unknown.
    pub population: i64,
}

/// Another name of a place, to match on, never to show.
#[derive(Clone, Debug, Deserialize)]
pub struct AlternateName {
    /// The place.
    pub geonames_id: i64,
    /// The name.
    pub name: String,
}

/// An empty cell is nothing; so is a cell of words where a year was expected.
fn blank<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i32>, D::Error> {
    Ok(String::deserialize(deserializer)?.trim().parse().ok())
}
