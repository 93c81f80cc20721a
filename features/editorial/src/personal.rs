//! Who of the team showed a text before its time. What they wrote stands with the revisions of texts.

use web::personal::{Erased, Kind, Personal, Whose};

pub(crate) const PERSONAL: [Personal; 1] = [Personal {
    kind: Kind::Work,
    table: "editorial_previews",
    whose: Whose::Person("created_by"),
    given: &["created_at", "ends_at"],
    erased: Erased::Kept,
}];
