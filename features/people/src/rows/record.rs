//! What is asked of the record.

use base::{Actor, Lang, PersonId, Result};
use store::{AuditEntry, Condition, Sql, Statement, params};

use super::{SEARCH, pattern};

/// People whose entries are looked for at most, where something is typed.
pub(crate) const PEOPLE: usize = 50;

/// Cities whose entries are looked for at most.
const CITIES: i64 = 50;

/// What is typed, as a condition of entries: somebody with it in name or address did it or it was done about them; it is about a
/// city that is called so in any language, or about something with it in its name; or it is in its words. And how many people
/// it names, more than [`PEOPLE`] where it names too many.
pub(crate) async fn asked(sql: &Sql, actor: &Actor, text: &str, lang: Lang) -> Result<(Condition, usize)> {
    let named = Statement::new("SELECT p.id FROM people p", ()).when(SEARCH, pattern(text));
    let rows = named.push("ORDER BY p.name_key, p.id LIMIT ?", PEOPLE as i64 + 1).raw(sql).await?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.get("id")).collect::<Result<_>>()?;
    let looked_for = &people[..people.len().min(PEOPLE)];
    let cities = cities::many(sql, actor, text, lang, CITIES).await?;
    let by_them = Condition::among("actor", looked_for.iter().copied());
    let about_them = Condition::among("subject", looked_for.iter().map(PersonId::to_string));
    let about_cities = Condition::among("subject", cities.into_iter().map(|city| city.slug));
    let in_words = Condition::new(
        "subject LIKE ? ESCAPE '!' OR detail LIKE ? ESCAPE '!' OR LOWER(detail) LIKE ? ESCAPE '!'",
        params![pattern(text), part(text), part(&text.to_lowercase())],
    );
    Ok((by_them.or(about_them).or(about_cities).or(in_words), people.len()))
}

/// A text with this in it.
fn part(text: &str) -> String {
    format!("%{}%", text.trim().replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}

/// What is on record about this person, before an entry: what was done with their account and roles, who looked, and who took
/// the list of all people away since they are on it.
pub(crate) async fn of_person(sql: &Sql, person: PersonId, before: i64, limit: i64) -> Result<Vec<AuditEntry>> {
    let own = Condition::new("subject = ?", person.to_string());
    // In a list of contacts stands whoever held a role for a city of that region at that moment.
    let in_list = |roles: &str, held: &str| {
        format!(
            "EXISTS (SELECT 1 FROM {roles} r JOIN cities c ON c.id = CASE WHEN r.role IN ('city-lead', 'practitioner') \
             THEN CAST(r.scope AS BIGINT) ELSE 0 END WHERE r.person = ? AND subject IN ('', c.region) AND r.granted_at <= at{held})"
        )
    };
    let taken = format!(
        "(action = 'people.list-taken' AND at >= (SELECT created_at FROM people WHERE id = ?) \
         OR action = 'people.contacts-taken' AND ({} OR {}))",
        in_list("roles", ""),
        in_list("ended_roles", " AND r.ended_at >= at"),
    );
    let mut found = AuditEntry::of(sql, own, before, limit).await?;
    found.extend(AuditEntry::of(sql, Condition::new(taken, params![person, person, person]), before, limit).await?);
    found.sort_by_key(|entry| std::cmp::Reverse(entry.id));
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}
