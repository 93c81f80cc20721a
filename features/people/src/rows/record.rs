//! What is asked of the record.

use base::{PersonId, Result, Time};
use store::{AuditEntry, Condition, Sql, Statement, params};

use super::{SEARCH, pattern};
use crate::acts;

/// People whose entries are looked for at most, where something is typed.
pub(crate) const PEOPLE: usize = 50;

/// What is typed, as a condition of entries: somebody with it in name or address did it or it was done about them; or it is in
/// what an entry is about, or in its words. And how many people it names, more than [`PEOPLE`] where it names too many.
pub(crate) async fn asked(sql: &Sql, text: &str) -> Result<(Condition, usize)> {
    let named = Statement::new("SELECT p.id FROM people p", ()).when(SEARCH, pattern(text));
    let rows = named.push("ORDER BY p.name_key, p.id LIMIT ?", PEOPLE as i64 + 1).raw(sql).await?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.get("id")).collect::<Result<_>>()?;
    let looked_for = &people[..people.len().min(PEOPLE)];
    let part = pattern(text);
    let in_words = Condition::new(
        "subject LIKE ? ESCAPE '!' OR LOWER(detail) LIKE ? ESCAPE '!'",
        params![part.as_str(), typed(text)],
    );
    let by_them = Condition::among("actor", looked_for.iter().copied());
    let about_them = Condition::among("subject", looked_for.iter().map(PersonId::to_string));
    Ok((by_them.or(about_them).or(in_words), people.len()))
}

/// As it was typed, but for the size of letters: words are kept as they were written.
fn typed(text: &str) -> String {
    let escaped = text.trim().to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{escaped}%")
}

/// What is on record about this person, before an entry: what was done with their account and roles, who looked, and who took
/// the list of all people away since they are on it.
pub(crate) async fn of_person(sql: &Sql, person: PersonId, before: i64, limit: i64) -> Result<Vec<AuditEntry>> {
    let since: Time = sql
        .raw("SELECT created_at AS at FROM people WHERE id = $1", params![person.0])
        .await?
        .first()
        .map_or(Ok(Time::UNIX_EPOCH), |row| row.get("at"))?;
    let own = Condition::among("subject", [person.to_string(), String::new()]);
    let taken = Condition::new("subject <> '' OR (action = ? AND at >= ?)", params![acts::LIST_TAKEN.code(), since]);
    AuditEntry::about(sql, own.and(taken), before, limit).await
}
