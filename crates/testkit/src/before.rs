//! A hub as a program of before left it.

/// Cities' names as columns, a language each, as before they were texts, and without what came later: to be run before the tables of texts go.
pub const CITY_NAMES_AS_COLUMNS: [&str; 34] = [
    "ALTER TABLE cities ADD COLUMN name_en TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cities ADD COLUMN name_fr TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cities ADD COLUMN name_ar TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cities ADD COLUMN key_en TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cities ADD COLUMN key_fr TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE cities ADD COLUMN key_ar TEXT NOT NULL DEFAULT ''",
    "UPDATE cities SET name_en = COALESCE((SELECT p.body FROM texts t JOIN text_parts p ON p.kind = t.kind AND p.item = t.item \
     AND p.lang = t.lang AND p.number = t.live WHERE t.kind = 'city' AND t.item = cities.id AND t.lang = 'en'), '')",
    "UPDATE cities SET name_fr = COALESCE((SELECT p.body FROM texts t JOIN text_parts p ON p.kind = t.kind AND p.item = t.item \
     AND p.lang = t.lang AND p.number = t.live WHERE t.kind = 'city' AND t.item = cities.id AND t.lang = 'fr'), '')",
    "UPDATE cities SET name_ar = COALESCE((SELECT p.body FROM texts t JOIN text_parts p ON p.kind = t.kind AND p.item = t.item \
     AND p.lang = t.lang AND p.number = t.live WHERE t.kind = 'city' AND t.item = cities.id AND t.lang = 'ar'), '')",
    "DROP TABLE city_keys",
    "DROP TABLE city_names_before",
    "DELETE FROM text_parts WHERE kind = 'city'",
    "DELETE FROM text_revisions WHERE kind = 'city'",
    "DELETE FROM texts WHERE kind = 'city'",
    "DROP TABLE passkey_challenges",
    "DROP TABLE passkeys",
    "DELETE FROM migrations WHERE name = '20261211_000040_people_passkeys'",
    "DROP TABLE second_step_endings",
    "DELETE FROM migrations WHERE name = '20261211_000030_people_second_step_wait'",
    "DROP TABLE pressed_links",
    "DROP TABLE address_changes",
    "DELETE FROM migrations WHERE name = '20261211_000020_people_address'",
    "ALTER TABLE sessions DROP COLUMN authenticated_at",
    "DELETE FROM migrations WHERE name = '20261211_000010_people_recent'",
    "DROP TABLE authenticators",
    "ALTER TABLE sessions DROP COLUMN by_link",
    "DROP TABLE recovery_codes",
    "DROP TABLE first_steps",
    "DROP TABLE IF EXISTS enquiry_messages",
    "DROP TABLE IF EXISTS enquiries",
    "DELETE FROM migrations WHERE name = '20261212_000000_membership_enquiries'",
    "DELETE FROM migrations WHERE name = '20261212_000100_contact_of_cities'",
    "DELETE FROM migrations WHERE name = '20261210_000000_people_second_step'",
    "DELETE FROM migrations WHERE name = '20261209_000000_cities_names'",
];
