//! Which rows of people name a city.

use store::Condition;
use web::merging::{CityRows, Hinders, Like, Merged};

pub(crate) const CITY_ROWS: [CityRows; 9] = [
    CityRows {
        table: "roles",
        column: "scope",
        written: true,
        words: "merge-roles",
        merged: Merged::MovedOnce { by: &["person", "role"], among: "TRUE", like: Like::Goes },
        hinders: None,
    },
    CityRows {
        table: "coming_roles",
        column: "scope",
        written: true,
        words: "merge-roles",
        merged: Merged::MovedOnce { by: &["person", "role"], among: "TRUE", like: Like::Goes },
        hinders: None,
    },
    CityRows {
        table: "ended_roles",
        column: "scope",
        written: true,
        words: "merge-roles",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "invitations",
        column: "city",
        written: false,
        words: "merge-invitations",
        merged: Merged::MovedOnce { by: &["email"], among: "state = 'open'", like: Like::Goes },
        hinders: None,
    },
    CityRows {
        table: "account_requests",
        column: "city",
        written: false,
        words: "merge-invitations",
        merged: Merged::MovedOnce { by: &["email"], among: "state = 'waiting'", like: Like::Goes },
        hinders: None,
    },
    CityRows {
        table: "city_record",
        column: "city",
        written: false,
        words: "merge-record",
        merged: Merged::Moved,
        hinders: None,
    },
    CityRows {
        table: "broken_glass",
        column: "city",
        written: false,
        words: "merge-glass",
        merged: Merged::Own,
        hinders: None,
    },
    CityRows {
        table: "glass_openings",
        column: "city",
        written: false,
        words: "merge-glass",
        merged: Merged::Moved,
        hinders: Some(Hinders { when: |now| Condition::new("until > ?", now), message: "error-merge-glass" }),
    },
    CityRows {
        table: "city_idps",
        column: "city",
        written: false,
        words: "merge-sign-on",
        merged: Merged::Moved,
        hinders: Some(Hinders { when: |_| Condition::new("TRUE", ()), message: "error-merge-sign-on" }),
    },
];
