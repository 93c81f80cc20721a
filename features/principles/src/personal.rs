//! Who wrote, published and entered something about the principles. Whoever signs for a city has no account.

use web::personal::Whose::Person;
use web::personal::{Erased, Kind, Personal};

const KIND: Kind = Kind::Work;

pub(crate) const PERSONAL: [Personal; 5] = [
    Personal {
        kind: KIND,
        table: "principles_versions",
        whose: Person("published_by"),
        given: &["published_at", "name"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "principles_drafts",
        whose: Person("changed_by"),
        given: &["changed_at", "name"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "principles_signatures",
        whose: Person("entered_by"),
        given: &["signed_at", "city"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "principles_extensions",
        whose: Person("entered_by"),
        given: &["entered_at", "city", "reason"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "principles_links",
        whose: Person("made_by"),
        given: &["made_at", "city"],
        erased: Erased::Kept,
    },
];
