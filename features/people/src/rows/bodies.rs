//! Places in bodies that come of no role: of who is named, and of broken glass.

use base::{BodyId, PersonId, Result, Seat, Through, Time};
use store::{Sql, params};

/// Bodies in which one person can be named, at most: beyond them the newest count.
const NAMED: i64 = 1_000;

/// The places of this person: of the bodies in which they are named, and of the cities that are open to them now, which
/// only count for an administrator.
pub(crate) async fn seats(sql: &Sql, person: PersonId, is_administrator: bool, now: Time) -> Result<Vec<Seat>> {
    let rows = sql
        .raw(
            "SELECT city AS body, TRUE AS glass FROM glass_openings WHERE person = $1 AND until > $2 \
             UNION SELECT body, FALSE AS glass FROM (SELECT body FROM body_persons WHERE person = $1 \
             ORDER BY body DESC LIMIT $3) AS named",
            params![person, now, NAMED],
        )
        .await?;
    let mut seats = Vec::with_capacity(rows.len());
    for row in &rows {
        let (body, glass): (BodyId, bool) = (row.get("body")?, row.get("glass")?);
        match glass {
            true if !is_administrator => {}
            true => seats.push(Seat::whole(body, Through::Glass)),
            false => seats.push(Seat::whole(body, Through::Name)),
        }
    }
    Ok(seats)
}
