//! The rows of a network's tables. Columns that a program needs not to know are passed over.

use std::collections::BTreeMap;

use base::Lang;
use serde::{Deserialize, Deserializer};

macro_rules! labelled {
    ($name:ident) => {
        impl $name {
            /// Its label in this language, or in English.
            pub fn label(&self, lang: Lang) -> &str {
                pick(lang, &self.label_en, &self.label_fr, &self.label_ar)
            }
        }
    };
}

fn pick<'a>(lang: Lang, en: &'a str, fr: &'a str, ar: &'a str) -> &'a str {
    match lang {
        Lang::Fr if !fr.is_empty() => fr,
        Lang::Ar if !ar.is_empty() => ar,
        _ => en,
    }
}

/// A region that the network groups its cities by.
#[derive(Clone, Debug, Deserialize)]
pub struct Region {
    /// In addresses.
    pub slug: String,
    /// English label.
    pub label_en: String,
    /// French label.
    #[serde(default)]
    pub label_fr: String,
    /// Arabic label.
    #[serde(default)]
    pub label_ar: String,
}
labelled!(Region);

/// A theme of work.
#[derive(Clone, Debug, Deserialize)]
pub struct Theme {
    /// In addresses.
    pub slug: String,
    /// English label.
    pub label_en: String,
    /// French label.
    #[serde(default)]
    pub label_fr: String,
    /// Arabic label.
    #[serde(default)]
    pub label_ar: String,
}
labelled!(Theme);

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
    /// English name.
    pub name_en: String,
    /// French name.
    pub name_fr: String,
    /// Arabic name.
    pub name_ar: String,
    /// A shorter English name; empty where there is none.
    #[serde(default)]
    pub name_en_short: String,
    /// What it is called as well, in any language, with `;` between the names.
    #[serde(default)]
    pub other_names: String,
}

impl Country {
    /// What it is called beside its names.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let others = self.other_names.split(';').map(str::trim);
        std::iter::once(self.name_en_short.as_str()).chain(others).filter(|name| !name.is_empty())
    }

    /// Its name.
    pub fn name(&self, lang: Lang) -> &str {
        pick(lang, &self.name_en, &self.name_fr, &self.name_ar)
    }
}

/// A member city of the first data.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    /// In addresses.
    pub slug: String,
    /// English (or only) name.
    pub name: String,
    /// French name.
    #[serde(default)]
    pub name_fr: String,
    /// Arabic name.
    #[serde(default)]
    pub name_ar: String,
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
}

/// One of the principles that members agree to.
#[derive(Clone, Debug, Deserialize)]
pub struct Principle {
    /// The version of the text.
    pub version: String,
    /// Its place.
    pub order: i32,
    /// English.
    pub text_en: String,
    /// French.
    pub text_fr: String,
    /// Arabic.
    pub text_ar: String,
    /// Ids of its sources, joined by `;`.
    pub source: String,
}

/// What the network expects of a member.
#[derive(Clone, Debug, Deserialize)]
pub struct Expectation {
    /// Expected of every member.
    pub mandatory: bool,
    /// English.
    pub text_en: String,
    /// French.
    pub text_fr: String,
    /// Arabic.
    pub text_ar: String,
    /// Ids of its sources, joined by `;`.
    pub source: String,
}

macro_rules! text {
    ($($name:ident),*) => {$(
        impl $name {
            /// Its text in this language, or in English.
            pub fn text(&self, lang: Lang) -> &str {
                pick(lang, &self.text_en, &self.text_fr, &self.text_ar)
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
    /// What it paid for, in English.
    pub paid_for: String,
    /// The same in French.
    #[serde(default)]
    pub paid_for_fr: String,
    /// The same in Arabic.
    #[serde(default)]
    pub paid_for_ar: String,
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
}

impl Funding {
    /// What it paid for.
    pub fn purpose(&self, lang: Lang) -> &str {
        pick(lang, &self.paid_for, &self.paid_for_fr, &self.paid_for_ar)
    }
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
