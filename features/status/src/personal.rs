//! Who decided, answered and reported something about a membership.

use web::personal::Whose::{Email, Person};
use web::personal::{Erased, Kind, Personal};

const KIND: Kind = Kind::Work;

pub(crate) const PERSONAL: [Personal; 6] = [
    Personal {
        kind: KIND,
        table: "status_decisions",
        whose: Person("entered_by"),
        given: &["entered_at", "city", "decision", "reason", "evidence"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "status_decisions",
        whose: Person("decided_by"),
        given: &["decided_at", "city", "decision", "note"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "status_decisions",
        whose: Person("dropped_by"),
        given: &["dropped_at", "city", "decision"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "status_answers",
        whose: Person("person"),
        given: &["at", "text"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "breach_reports",
        whose: Person("closed_by"),
        given: &["closed_at", "city", "note"],
        erased: Erased::Kept,
    },
    // An address proves nothing here, and may have had another owner: what somebody reports of a city is for the office alone.
    Personal {
        kind: Kind::Messages,
        table: "breach_reports",
        whose: Email("email"),
        given: &[],
        erased: Erased::Emptied("name = '', email = ''"),
    },
];
