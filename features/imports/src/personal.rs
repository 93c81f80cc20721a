//! What imports keep of people: who brought a table, and rows that are about somebody.

use web::personal::Whose::{Email, Person};
use web::personal::{Erased, Kind, Personal};

pub(crate) const PERSONAL: [Personal; 2] = [
    Personal {
        kind: Kind::Work,
        table: "imports",
        whose: Person("by_person"),
        given: &["looked_at", "kind", "ground", "file_name", "state"],
        erased: Erased::Kept,
    },
    Personal {
        kind: Kind::Roles,
        table: "import_rows",
        whose: Email("email"),
        given: &["line", "fields", "outcome"],
        erased: Erased::Gone,
    },
];
