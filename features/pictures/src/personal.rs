//! Who uploaded a picture. It is the team's.

use web::personal::{Erased, Kind, Personal, Whose};

pub(crate) const PERSONAL: [Personal; 1] = [Personal {
    kind: Kind::Work,
    table: "pictures",
    whose: Whose::Person("uploaded_by"),
    given: &["created_at", "id"],
    erased: Erased::Kept,
}];
