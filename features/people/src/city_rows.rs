//! Which rows of people name a city.

use store::Condition;
use web::merging::{CityRows, Held, Hinders, Like, Merged, Opens, Record};

/// A role that ends later, or never.
const LASTS_LONGER: &str = "k.ends_at IS NOT NULL AND (own.ends_at IS NULL OR own.ends_at > k.ends_at)";

pub(crate) const CITY_ROWS: [CityRows; 9] = [
    CityRows {
        table: "roles",
        column: "scope",
        held: Held::Text,
        words: "merge-roles",
        merged: Merged::MovedOnce { by: &["person", "role"], among: "TRUE", like: Like::Longer(LASTS_LONGER) },
        opens: Opens::Readers,
        ..CityRows::PLAIN
    },
    CityRows {
        table: "coming_roles",
        column: "scope",
        held: Held::Text,
        words: "merge-roles",
        // What it was to replace is of the record that ends: nothing is taken of what somebody holds at the other.
        sets: "replaces = FALSE",
        opens: Opens::Readers,
        merged: Merged::MovedOnce { by: &["person", "role"], among: "TRUE", like: Like::Goes },
        ..CityRows::PLAIN
    },
    CityRows { table: "ended_roles", column: "scope", held: Held::Text, words: "merge-roles", ..CityRows::PLAIN },
    CityRows {
        table: "invitations",
        words: "merge-invitations",
        merged: Merged::MovedOnce {
            by: &["email"],
            among: "state = 'open'",
            like: Like::Longer("own.state = 'open' AND k.state = 'open' AND own.expires_at > k.expires_at"),
        },
        ..CityRows::PLAIN
    },
    CityRows {
        table: "account_requests",
        words: "merge-invitations",
        merged: Merged::MovedOnce { by: &["email"], among: "state = 'waiting'", like: Like::Goes },
        ..CityRows::PLAIN
    },
    CityRows { table: "city_record", words: "merge-record", ..CityRows::PLAIN },
    CityRows { table: "broken_glass", words: "merge-glass", merged: Merged::Own, ..CityRows::PLAIN },
    CityRows {
        table: "glass_openings",
        words: "merge-glass",
        hinders: &[Hinders {
            of: Record::Ends,
            lock: "",
            when: |now| Condition::new("until > ?", now),
            message: "error-merge-glass",
        }],
        ..CityRows::PLAIN
    },
    CityRows {
        table: "city_idps",
        words: "merge-sign-on",
        hinders: &[
            Hinders {
                of: Record::Kept,
                lock: "",
                when: |_| Condition::new("state = 'required'", ()),
                message: "error-merge-sign-on-kept",
            },
            Hinders {
                of: Record::Ends,
                lock: "",
                when: |_| Condition::new("TRUE", ()),
                message: "error-merge-sign-on",
            },
        ],
        ..CityRows::PLAIN
    },
];
