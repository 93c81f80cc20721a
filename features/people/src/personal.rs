//! What this feature, and the ground, keep of people.

use web::personal::Whose::{Email, Person, Written};
use web::personal::{Erased, Kind, Personal, Whose};

use Erased::{ByAccounts, Gone, Kept};

const fn account(table: &'static str, whose: Whose, given: &'static [&'static str], erased: Erased) -> Personal {
    Personal { kind: Kind::Account, table, whose, given, erased }
}

const fn roles(table: &'static str, whose: Whose, given: &'static [&'static str], erased: Erased) -> Personal {
    Personal { kind: Kind::Roles, table, whose, given, erased }
}

const fn activity(table: &'static str, whose: Whose, given: &'static [&'static str], erased: Erased) -> Personal {
    Personal { kind: Kind::Activity, table, whose, given, erased }
}

const fn record(table: &'static str, whose: Whose, given: &'static [&'static str], erased: Erased) -> Personal {
    Personal { kind: Kind::Record, table, whose, given, erased }
}

/// Of what nothing is given its owner would learn nothing: secrets as hashes, and who did something to somebody else, which
/// stands on the record.
pub(crate) const PERSONAL: [Personal; 43] = [
    account(
        "people",
        Person("id"),
        &["email", "name", "lang", "created_at", "seen_at", "asked_at", "mail_refused_at"],
        ByAccounts,
    ),
    account("people", Email("email"), &[], ByAccounts),
    account(
        "address_changes",
        Person("person"),
        &["asked_at", "old_email", "new_email", "changed_at", "ended_at"],
        Gone,
    ),
    account("address_changes", Email("old_email"), &[], Gone),
    account("address_changes", Email("new_email"), &[], Gone),
    account("sessions", Person("person"), &["created_at", "seen_at", "expires_at", "browser", "system"], Gone),
    account("devices", Person("person"), &["created_at", "seen_at"], Gone),
    account("account_log", Person("person"), &["at", "kind"], Gone),
    account("passkeys", Person("person"), &["created_at", "name", "used_at"], Gone),
    account("authenticators", Person("person"), &["created_at", "confirmed_at"], Gone),
    account("recovery_codes", Person("person"), &["created_at", "used_at"], Gone),
    account("oidc_links", Person("person"), &["linked_at", "issuer", "subject", "used_at"], Gone),
    account("second_step_endings", Person("person"), &["asked_at", "due_at"], Gone),
    account("second_step_endings", Person("asked_by"), &[], Kept),
    account("erasures", Person("person"), &["asked_at", "due_at"], ByAccounts),
    account("erasures", Person("asked_by"), &[], Kept),
    account("notice_choices", Person("person"), &["kind", "way"], Gone),
    account("links", Person("person"), &[], Gone),
    account("pressed_links", Person("person"), &[], Gone),
    account("first_steps", Person("person"), &[], Gone),
    account("oidc_asked", Person("person"), &[], Gone),
    roles("roles", Person("person"), &["granted_at", "role", "scope", "ends_at"], Gone),
    roles("coming_roles", Person("person"), &["begins_at", "role", "scope", "ends_at"], Gone),
    roles("coming_roles", Person("given_by"), &[], Kept),
    roles("ended_roles", Person("person"), &["ended_at", "role", "scope", "granted_at"], Kept),
    roles("body_persons", Person("person"), &["body"], Gone),
    roles("invitations", Email("email"), &["sent_at", "city", "role", "name", "state", "expires_at", "ended_at"], Gone),
    roles("invitations", Person("by_person"), &[], Kept),
    roles(
        "account_requests",
        Email("email"),
        &["asked_at", "city", "name", "position", "reason", "state", "answer", "ended_at"],
        Gone,
    ),
    roles("account_requests", Person("by_person"), &[], Kept),
    roles("glass_openings", Person("person"), &["opened_at", "city", "reason", "until"], Kept),
    roles("broken_glass", Person("person"), &[], Gone),
    roles("city_idps", Person("tested_by"), &[], Kept),
    roles("city_idps", Person("changed_by"), &[], Kept),
    activity("events", Person("actor"), &["at", "kind", "subject"], Kept),
    activity("moves", Person("actor"), &["at", "kind", "item", "was", "now", "reason"], Kept),
    activity("notices", Person("person"), &["at", "kind", "way", "sent_at"], Gone),
    activity("submissions", Person("person"), &["at", "outcome"], Gone),
    record("audit", Written("subject"), &["at", "'subject' AS you_are", "action", "detail"], ByAccounts),
    record("audit", Person("actor"), &["at", "'actor' AS you_are", "action", "subject", "detail"], ByAccounts),
    // A copy for the city's people: it is given from the record itself.
    record("city_record", Written("subject"), &[], Kept),
    record("city_record", Person("actor"), &[], Kept),
    Personal {
        kind: Kind::Work,
        table: "text_revisions",
        whose: Person("author"),
        given: &["at", "kind", "item", "lang", "number"],
        erased: Kept,
    },
];
