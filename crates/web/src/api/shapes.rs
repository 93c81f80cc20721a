//! What several addresses for machines read and answer. The comments stand in the document.

use std::collections::BTreeMap;

use base::limits::{API_ROWS, PAGE_ROWS};
use schemars::JsonSchema;
use serde::Serialize;

/// A part of a list.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "{Item}List")]
pub struct List<Item, Facets> {
    /// What is in this part.
    pub items: Vec<Item>,
    /// How many there are in all parts together; counted for the first part only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<i64>,
    /// Counts of all that the filters leave and the reader may see; with the first part only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<Facets>,
    /// The address of the next part; null: this is the last one.
    pub next: Option<String>,
}

/// Counts by slug or code.
#[derive(Serialize, JsonSchema)]
pub struct Counts(pub BTreeMap<String, i64>);

/// Slug of a theme.
#[derive(JsonSchema)]
pub struct Theme(pub String);

/// Slug of a region.
#[derive(JsonSchema)]
pub struct Region(pub String);

/// ISO 3166-1 alpha-2; XK, user-assigned, for Kosovo.
#[derive(JsonSchema)]
pub struct Country(pub String);

/// Something to look for.
#[derive(JsonSchema)]
#[schemars(inline)]
pub struct Text(#[schemars(length(min = 1))] pub String);

#[derive(JsonSchema)]
#[schemars(inline, extend("minimum" = 1, "maximum" = API_ROWS, "default" = PAGE_ROWS))]
#[expect(dead_code, reason = "it is only described: who reads it answers a number")]
pub(super) struct Limit(usize);

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "it is only described: each list goes on by a key of its own")]
pub(super) struct After(#[schemars(length(min = 1))] String);
