//! What the journey of joining keeps of people.

use web::personal::Whose::{Email, Person, Through};
use web::personal::{Erased, Kind, Personal};

const KIND: Kind = Kind::Membership;

pub(crate) const PERSONAL: [Personal; 9] = [
    Personal {
        kind: KIND,
        table: "enquiries",
        whose: Email("email"),
        given: &["received_at", "place_written", "name", "position", "mandate", "lang", "state"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "enquiry_messages",
        whose: Through("enquiry", "kind = 'asker' AND enquiry IN (SELECT id FROM enquiries WHERE LOWER(email) = ?)"),
        given: &["at", "kind", "text"],
        erased: Erased::Kept,
    },
    Personal {
        kind: Kind::Work,
        table: "enquiries",
        whose: Person("owner"),
        given: &["received_at", "place_name"],
        erased: Erased::Emptied("owner = NULL"),
    },
    Personal {
        kind: Kind::Work,
        table: "enquiry_messages",
        whose: Person("author"),
        given: &["at", "kind", "text"],
        erased: Erased::Kept,
    },
    Personal {
        kind: KIND,
        table: "contact_points",
        whose: Person("person"),
        given: &["from_at", "city", "kind", "position", "organisation", "reason", "until_at"],
        // That the city had a point of contact stays with its history.
        erased: Erased::Emptied("position = '', organisation = '', reason = ''"),
    },
    // What was said while they were the contact.
    Personal {
        kind: KIND,
        table: "prospect_notes",
        whose: Email("email"),
        given: &["at", "kind", "text"],
        erased: Erased::Gone,
    },
    Personal {
        kind: KIND,
        table: "prospects",
        whose: Email("email"),
        given: &["added_at", "place_name", "name", "email", "position", "lang", "state"],
        erased: Erased::Emptied("name = '', email = '', position = '', searched = folded, link = NULL"),
    },
    Personal {
        kind: Kind::Work,
        table: "prospects",
        whose: Person("owner"),
        given: &["added_at", "place_name"],
        erased: Erased::Emptied("owner = NULL"),
    },
    Personal {
        kind: Kind::Work,
        table: "prospect_notes",
        whose: Person("author"),
        given: &["at", "text"],
        erased: Erased::Kept,
    },
];
