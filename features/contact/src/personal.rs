//! What people wrote to the network. Whoever gets it of the team has it as an e-mail.

use web::personal::{Kind, Personal, Whose};

pub(crate) const PERSONAL: [Personal; 1] = [Personal {
    kind: Kind::Messages,
    table: "messages",
    whose: Whose::Email("email"),
    given: &["at", "name", "city", "purpose", "text"],
}];
