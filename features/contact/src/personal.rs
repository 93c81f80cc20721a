//! What people wrote to the network. Whoever gets it of the team has it as an e-mail.

use web::personal::{Erased, Kind, Personal, Whose};

pub(crate) const PERSONAL: [Personal; 1] = [Personal {
    kind: Kind::Messages,
    table: "messages",
    // Whoever writes in somebody else's name does not confirm it.
    whose: Whose::Through("email", "LOWER(email) = ? AND confirmed"),
    given: &["at", "name", "city", "purpose", "text"],
    // Whoever it is for waits for it, and it goes once they have it.
    erased: Erased::Kept,
}];
