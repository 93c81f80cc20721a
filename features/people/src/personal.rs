//! What this feature, and the ground, keep of people.

use web::personal::Whose::{Email, Person, Written};
use web::personal::{Kind, Personal, Whose};

const fn account(table: &'static str, whose: Whose, given: &'static [&'static str]) -> Personal {
    Personal { kind: Kind::Account, table, whose, given }
}

const fn roles(table: &'static str, whose: Whose, given: &'static [&'static str]) -> Personal {
    Personal { kind: Kind::Roles, table, whose, given }
}

const fn activity(table: &'static str, whose: Whose, given: &'static [&'static str]) -> Personal {
    Personal { kind: Kind::Activity, table, whose, given }
}

const fn record(table: &'static str, whose: Whose, given: &'static [&'static str]) -> Personal {
    Personal { kind: Kind::Record, table, whose, given }
}

/// Of what nothing is given its owner would learn nothing: secrets as hashes, and who did something to somebody else, which
/// stands on the record.
pub(crate) const PERSONAL: [Personal; 41] = [
    account("people", Person("id"), &["email", "name", "lang", "created_at"]),
    account("people", Email("email"), &[]),
    account("address_changes", Person("person"), &["asked_at", "old_email", "new_email", "changed_at", "ended_at"]),
    account("address_changes", Email("old_email"), &[]),
    account("address_changes", Email("new_email"), &[]),
    account("sessions", Person("person"), &["created_at", "seen_at", "expires_at", "browser", "system"]),
    account("devices", Person("person"), &["created_at", "seen_at"]),
    account("account_log", Person("person"), &["at", "kind"]),
    account("passkeys", Person("person"), &["created_at", "name", "used_at"]),
    account("authenticators", Person("person"), &["created_at", "confirmed_at"]),
    account("recovery_codes", Person("person"), &["created_at", "used_at"]),
    account("oidc_links", Person("person"), &["linked_at", "issuer", "subject", "used_at"]),
    account("second_step_endings", Person("person"), &["asked_at", "due_at"]),
    account("second_step_endings", Person("asked_by"), &[]),
    account("notice_choices", Person("person"), &["kind", "way"]),
    account("links", Person("person"), &[]),
    account("pressed_links", Person("person"), &[]),
    account("first_steps", Person("person"), &[]),
    account("oidc_asked", Person("person"), &[]),
    roles("roles", Person("person"), &["granted_at", "role", "scope", "ends_at"]),
    roles("coming_roles", Person("person"), &["begins_at", "role", "scope", "ends_at"]),
    roles("coming_roles", Person("given_by"), &[]),
    roles("ended_roles", Person("person"), &["ended_at", "role", "scope", "granted_at"]),
    roles("body_persons", Person("person"), &["body"]),
    roles("invitations", Email("email"), &["sent_at", "city", "role", "name", "state", "expires_at", "ended_at"]),
    roles("invitations", Person("by_person"), &[]),
    roles(
        "account_requests",
        Email("email"),
        &["asked_at", "city", "name", "position", "reason", "state", "answer", "ended_at"],
    ),
    roles("account_requests", Person("by_person"), &[]),
    roles("glass_openings", Person("person"), &["opened_at", "city", "reason", "until"]),
    roles("broken_glass", Person("person"), &[]),
    roles("city_idps", Person("tested_by"), &[]),
    roles("city_idps", Person("changed_by"), &[]),
    activity("events", Person("actor"), &["at", "kind", "subject"]),
    activity("moves", Person("actor"), &["at", "kind", "item", "was", "now", "reason"]),
    activity("notices", Person("person"), &["at", "kind", "way", "sent_at"]),
    activity("submissions", Person("person"), &["at", "outcome"]),
    record("audit", Written("subject"), &["at", "'subject' AS you_are", "action", "detail"]),
    record("audit", Person("actor"), &["at", "'actor' AS you_are", "action", "subject", "detail"]),
    // A copy for the city's people: it is given from the record itself.
    record("city_record", Written("subject"), &[]),
    record("city_record", Person("actor"), &[]),
    Personal {
        kind: Kind::Work,
        table: "text_revisions",
        whose: Person("author"),
        given: &["at", "kind", "item", "lang", "number"],
    },
];
