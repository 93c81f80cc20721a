//! Which rows of the team's texts name a city.

use web::merging::{CityRows, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 1] = [CityRows {
    table: "editorial_cities",
    words: "merge-texts",
    merged: Merged::MovedOnce { by: &["item"], among: "TRUE", like: Like::Goes },
    ..CityRows::PLAIN
}];
