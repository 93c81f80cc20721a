//! What the journey of joining keeps of people.

use web::personal::Whose::{Email, Person, Through};
use web::personal::{Kind, Personal};

const KIND: Kind = Kind::Membership;

pub(crate) const PERSONAL: [Personal; 5] = [
    Personal {
        kind: KIND,
        table: "enquiries",
        whose: Email("email"),
        given: &["received_at", "place_written", "name", "position", "mandate", "lang", "state"],
    },
    Personal {
        kind: KIND,
        table: "enquiry_messages",
        whose: Through("enquiry", "kind = 'asker' AND enquiry IN (SELECT id FROM enquiries WHERE LOWER(email) = ?)"),
        given: &["at", "kind", "text"],
    },
    Personal { kind: Kind::Work, table: "enquiries", whose: Person("owner"), given: &["received_at", "place_name"] },
    Personal { kind: Kind::Work, table: "enquiry_messages", whose: Person("author"), given: &["at", "kind", "text"] },
    Personal {
        kind: KIND,
        table: "contact_points",
        whose: Person("person"),
        given: &["from_at", "city", "kind", "position", "organisation", "reason", "until_at"],
    },
];
