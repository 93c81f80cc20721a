//! All the SQL of the directory.

use std::collections::HashMap;

use base::{Actor, CityId, PersonId, ROLES, Result, Role, Time};
use store::{Condition, Insert, Row, Sql, Statement, Tx, Update, params};
use web::Hub;

use crate::rules::{KEPT, Profile, Query, Sent, Shown};

/// Profiles of `p`: what is asked of them follows.
const PROFILES: &str = "SELECT p.id AS person, p.name, f.shown, f.field, f.position, f.profession, f.about, f.reachable, f.picture, \
    f.revision FROM person_profiles f JOIN people p ON p.id = f.person";

fn read(row: &Row) -> Result<Profile> {
    Ok(Profile {
        shown: row.get("shown")?,
        field: row.get("field")?,
        position: row.get("position")?,
        profession: row.get("profession")?,
        about: row.get("about")?,
        reachable: row.get("reachable")?,
        picture: row.get("picture")?,
        revision: row.get("revision")?,
        ..Profile::empty(row.get("person")?, &row.get::<String>("name")?)
    })
}

/// The moment of which it is asked, and the kinds of roles that rest with whoever has no second step of signing in.
pub(crate) struct At {
    pub now: Time,
    with_second_step: Vec<String>,
}

impl At {
    /// Now.
    pub(crate) fn of(hub: &Hub) -> At {
        At { now: hub.now(), with_second_step: hub.settings.second_step_roles.clone() }
    }
}

/// The city of a role `r`, for `c`: none where it is held for something else.
const CITY_OF_ROLE: &str =
    "c.id = CASE WHEN r.role IN ('city-lead', 'practitioner') THEN CAST(r.scope AS BIGINT) ELSE 0 END";

/// Roles `r` of `p` that are held now for a city that is a member and of which this holds, too.
fn in_member(at: &At, also: Condition) -> Statement {
    let city = Statement::new("SELECT c.id FROM cities c", ()).when(CITY_OF_ROLE, ()).meets(cities::access::members());
    Statement::new("SELECT r.id FROM roles r", ())
        .when("r.person = p.id AND (r.ends_at IS NULL OR r.ends_at > ?)", at.now)
        .meets(Condition::new("r.role IN ('city-lead', 'practitioner')", ()).and(Condition::there_is(city.meets(also))))
}

/// People of `p` who are there: they may sign in, have done so, hold a role of a member now that does not rest, and are not about to be
/// erased.
fn there(at: &At) -> Condition {
    let of = |city: bool| {
        let kinds = ROLES.iter().filter(move |kind| kind.member && (kind.held_for == base::HeldFor::City) == city);
        kinds.map(|kind| kind.code).collect::<Vec<_>>()
    };
    let second_step = Condition::new(
        "EXISTS (SELECT 1 FROM authenticators a WHERE a.person = p.id AND a.confirmed_at IS NOT NULL) \
         OR EXISTS (SELECT 1 FROM passkeys k WHERE k.person = p.id)",
        (),
    );
    let rests = |codes: Vec<&'static str>| {
        let (rest, other): (Vec<_>, Vec<_>) =
            codes.into_iter().partition(|code| at.with_second_step.iter().any(|own| own == code));
        Condition::among("r.role", other).or(Condition::among("r.role", rest).and(second_step.clone()))
    };
    let of_network = Statement::new("SELECT r.id FROM roles r", ())
        .when("r.person = p.id AND (r.ends_at IS NULL OR r.ends_at > ?)", at.now)
        .meets(rests(of(false)));
    let of_city = in_member(at, Condition::new("TRUE", ())).meets(rests(of(true)));
    Condition::new("p.active AND p.password IS NOT NULL AND p.erased_at IS NULL", ())
        .and(Condition::new("NOT EXISTS (SELECT 1 FROM erasures e WHERE e.person = p.id)", ()))
        .and(Condition::there_is(of_network).or(Condition::there_is(of_city)))
}

/// Words of a search that are looked for.
const WORDS: usize = 6;

/// Profiles that this actor finds in the directory.
fn found(actor: &Actor, query: &Query, at: &At) -> Condition {
    let mut all = Condition::new("f.shown = ?", Shown::Members).or(for_city(actor, at)).and(there(at));
    let text = base::fold::fold(query.text.trim());
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    words.dedup();
    for word in words.into_iter().take(WORDS) {
        let word = escaped(word);
        // What people are found by ends with their address. A word of the name stands before the last space: where the address has none, and
        // is no longer folded than it is written.
        let in_name = Condition::new(
            "p.folded LIKE ? ESCAPE '!' AND p.email NOT LIKE '% %' AND octet_length(p.email) = length(p.email)",
            format!("%{word}% %"),
        );
        all = all.and(in_name.or(Condition::new("f.folded LIKE ? ESCAPE '!'", format!("%{word}%"))));
    }
    if !query.field.is_empty() {
        all = all.and(Condition::new("f.field = ?", query.field.as_str()));
    }
    let listed = |table: &str, column: &str, value: &str| {
        let own = Statement::new(format!("SELECT l.person FROM {table} l"), ());
        Condition::there_is(own.when(format!("l.person = p.id AND l.{column} = ?"), value))
    };
    if !query.theme.is_empty() {
        all = all.and(listed("person_themes", "theme", &query.theme));
    }
    if !query.language.is_empty() {
        all = all.and(listed("person_languages", "lang", &query.language));
    }
    if !query.region.is_empty() {
        all = all.and(in_region(&query.region, at));
    }
    all
}

fn escaped(word: &str) -> String {
    word.chars()
        .flat_map(|letter| if matches!(letter, '%' | '_' | '!') { vec!['!', letter] } else { vec![letter] })
        .collect()
}

/// Who shows themselves to those of their city, for them and the central team.
fn for_city(actor: &Actor, at: &At) -> Condition {
    let shown = Condition::new("f.shown = ?", Shown::City);
    if actor.is_central() {
        return shown;
    }
    shown.and(Condition::there_is(in_member(at, Condition::among("c.id", member_cities(actor)))))
}

/// The cities that this actor works for and that are members.
pub(crate) fn member_cities(actor: &Actor) -> Vec<CityId> {
    let of_members = |city: &CityId| !actor.former_cities().contains(city) && actor.is_of(*city);
    actor.cities().into_iter().filter(of_members).collect()
}

/// Who works for a city of this region that is a member, or serves it.
fn in_region(region: &str, at: &At) -> Condition {
    let officer = Statement::new("SELECT r.id FROM roles r", ())
        .when("r.person = p.id AND (r.ends_at IS NULL OR r.ends_at > ?)", at.now)
        .when("r.role = 'regional-officer' AND r.scope = ?", region);
    let of_city = in_member(at, Condition::new("c.region = ?", region));
    Condition::there_is(officer).or(Condition::there_is(of_city))
}

/// One page of what this actor finds, by name, without languages and themes.
pub(crate) async fn page(
    sql: &Sql,
    actor: &Actor,
    query: &Query,
    at: &At,
    (limit, offset): (i64, i64),
) -> Result<Vec<Profile>> {
    let rows = Statement::new(PROFILES, ())
        .meets(found(actor, query, at))
        .push("ORDER BY p.name_key, p.id LIMIT ? OFFSET ?", params![limit, offset])
        .raw(sql)
        .await?;
    let mut profiles = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    with_roles(sql, &mut profiles, at.now).await?;
    Ok(profiles)
}

/// How many this actor finds; one more than `most` at most.
pub(crate) async fn count(sql: &Sql, actor: &Actor, query: &Query, at: &At, most: i64) -> Result<i64> {
    let some = Statement::new("SELECT f.person FROM person_profiles f JOIN people p ON p.id = f.person", ())
        .meets(found(actor, query, at))
        .push("LIMIT ?", most + 1)
        .raw(sql)
        .await?;
    Ok(some.len() as i64)
}

/// Those who work for this city, a member, and whom this actor finds, by name, at most `limit`.
pub(crate) async fn of_city(sql: &Sql, actor: &Actor, city: CityId, at: &At, limit: i64) -> Result<Vec<Profile>> {
    // Begun from the city's roles: there are few.
    let own = "p.id IN (SELECT r.person FROM roles r WHERE r.role IN ('city-lead', 'practitioner') AND r.scope = ?)";
    let rows = Statement::new(PROFILES, ())
        .when(own, city.0.to_string())
        .meets(found(actor, &Query::default(), at))
        .meets(Condition::there_is(in_member(at, Condition::new("c.id = ?", city))))
        .push("ORDER BY p.name_key, p.id LIMIT ?", limit)
        .raw(sql)
        .await?;
    rows.iter().map(read).collect()
}

/// That of somebody who is there, with all that belongs to it.
pub(crate) async fn one(sql: &Sql, person: PersonId, at: &At) -> Result<Option<Profile>> {
    let rows = Statement::new(PROFILES, ()).when("p.id = ?", person).meets(there(at)).raw(sql).await?;
    let mut profiles = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    complete(sql, &mut profiles, at.now).await?;
    Ok(profiles.pop())
}

/// Their own, whether or not they are there.
pub(crate) async fn own(sql: &Sql, person: PersonId, at: &At) -> Result<Option<Profile>> {
    let rows = Statement::new(PROFILES, ()).when("p.id = ?", person).raw(sql).await?;
    let mut profiles = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    complete(sql, &mut profiles, at.now).await?;
    Ok(profiles.pop())
}

/// Adds languages, themes and roles.
async fn complete(sql: &Sql, profiles: &mut [Profile], now: Time) -> Result<()> {
    if profiles.is_empty() {
        return Ok(());
    }
    let ids: Vec<PersonId> = profiles.iter().map(|profile| profile.person).collect();
    let listed = async |table: &str, column: &str, order: &str| -> Result<HashMap<PersonId, Vec<String>>> {
        let rows = Statement::new(format!("SELECT person, {column} AS value FROM {table}"), ())
            .when_in("person", ids.iter().copied())
            .push(format!("ORDER BY {order}"), ())
            .raw(sql)
            .await?;
        let mut all: HashMap<PersonId, Vec<String>> = HashMap::new();
        for row in &rows {
            all.entry(row.get("person")?).or_default().push(row.get("value")?);
        }
        Ok(all)
    };
    let mut languages = listed("person_languages", "lang", "person, place").await?;
    let mut themes = listed("person_themes", "theme", "person, theme").await?;
    for profile in profiles.iter_mut() {
        profile.languages = languages.remove(&profile.person).unwrap_or_default();
        profile.themes = themes.remove(&profile.person).unwrap_or_default();
    }
    with_roles(sql, profiles, now).await
}

/// Adds roles.
async fn with_roles(sql: &Sql, profiles: &mut [Profile], now: Time) -> Result<()> {
    let ids: Vec<PersonId> = profiles.iter().map(|profile| profile.person).collect();
    let mut roles: HashMap<PersonId, Vec<Role>> = people::held_now(sql, &ids, now).await?;
    for profile in profiles {
        profile.roles = roles.remove(&profile.person).unwrap_or_default();
    }
    Ok(())
}

/// The revision of somebody's profile; none where they have none.
pub(crate) async fn revision(sql: &Sql, person: PersonId) -> Result<Option<i64>> {
    let rows = sql.raw("SELECT revision FROM person_profiles WHERE person = $1", params![person.0]).await?;
    rows.first().map(|row| row.get("revision")).transpose()
}

/// Puts down what somebody shows, in the place of what they showed.
pub(crate) async fn save(tx: &Tx, person: PersonId, sent: &Sent) -> Result<()> {
    begin(tx, person).await?;
    Update::of("person_profiles")
        .set("shown", sent.shown)
        .set("field", sent.field.as_str())
        .set("position", sent.position.as_str())
        .set("profession", sent.profession.as_str())
        .set("about", sent.about.as_str())
        .set("reachable", sent.reachable)
        .set("folded", sent.folded())
        .set("changed_at", tx.now())
        .change("revision = revision + 1", ())
        .when("person = ?", person)
        .exec(tx)
        .await?;
    tx.exec("DELETE FROM person_languages WHERE person = $1", params![person.0]).await?;
    tx.exec("DELETE FROM person_themes WHERE person = $1", params![person.0]).await?;
    for (place, lang) in sent.languages.iter().enumerate() {
        let all = Insert::into("person_languages").set("person", person).set("lang", lang.as_str());
        all.set("place", place as i64).exec(tx).await?;
    }
    for theme in &sent.themes {
        Insert::into("person_themes").set("person", person).set("theme", theme.as_str()).exec(tx).await?;
    }
    Ok(())
}

/// A profile that shows nothing to nobody, where there is none.
pub(crate) async fn begin(tx: &Tx, person: PersonId) -> Result<()> {
    tx.exec(
        "INSERT INTO person_profiles (person, shown, field, position, profession, about, reachable, folded, revision, changed_at) \
         VALUES ($1, $2, '', '', '', '', FALSE, '', 0, $3) ON CONFLICT (person) DO NOTHING",
        params![person.0, Shown::Nobody, tx.now()],
    )
    .await
    .map(|_| ())
}

/// The picture of somebody's profile.
#[derive(Clone, Debug)]
pub(crate) struct Picture {
    pub picture: i64,
    pub hash: String,
    pub size: i64,
}

/// The one that somebody shows.
pub(crate) async fn picture(sql: &Sql, person: PersonId) -> Result<Option<Picture>> {
    let text =
        "SELECT picture, picture_hash, picture_size FROM person_profiles WHERE person = $1 AND picture IS NOT NULL";
    let rows = sql.raw(text, params![person.0]).await?;
    let read = |row: &Row| {
        Ok(Picture { picture: row.get("picture")?, hash: row.get("picture_hash")?, size: row.get("picture_size")? })
    };
    rows.first().map(read).transpose()
}

/// From now on this is the picture, to which its owner has agreed just now; none: there is none.
pub(crate) async fn set_picture(tx: &Tx, person: PersonId, picture: Option<&Picture>) -> Result<()> {
    Update::of("person_profiles")
        .set("picture", picture.map(|own| own.picture))
        .set("picture_hash", picture.map(|own| own.hash.clone()))
        .set("picture_size", picture.map(|own| own.size))
        .set("picture_agreed_at", picture.map(|_| tx.now()))
        .set("changed_at", tx.now())
        .when("person = ?", person)
        .exec(tx)
        .await
        .map(|_| ())
}

/// Whoever writes to somebody.
pub(crate) struct Sender {
    pub name: String,
    pub email: String,
}
store::from_row!(Sender in people: name, email);

/// Whoever has this number, if they are there.
pub(crate) async fn sender(sql: &Sql, person: PersonId, at: &At) -> Result<Option<Sender>> {
    Statement::new("SELECT p.name, p.email FROM people p", ())
        .when("p.id = ?", person)
        .meets(there(at))
        .first(sql)
        .await
}

/// A message that has not left yet.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub id: i64,
    pub sender: PersonId,
    pub recipient: PersonId,
    pub text: String,
}
store::from_row!(Message in person_messages: id, sender, recipient, text);

pub(crate) async fn add_message(tx: &Tx, message: &Message) -> Result<()> {
    Insert::into("person_messages")
        .set("id", message.id)
        .set("sender", message.sender)
        .set("recipient", message.recipient)
        .set("text", message.text.as_str())
        .set("at", tx.now())
        .exec(tx)
        .await
        .map(|_| ())
}

pub(crate) async fn message(sql: &Sql, id: i64) -> Result<Option<Message>> {
    sql.first("SELECT id, sender, recipient, text FROM person_messages WHERE id = $1", params![id]).await
}

/// It has left, or will not.
pub(crate) async fn forget_message(tx: &Tx, id: i64) -> Result<()> {
    tx.exec("DELETE FROM person_messages WHERE id = $1", params![id]).await.map(|_| ())
}

/// Forgets those whose letters never left.
pub(crate) async fn forget_old_messages(tx: &Tx) -> Result<()> {
    tx.exec("DELETE FROM person_messages WHERE at < $1", params![tx.now() - KEPT]).await.map(|_| ())
}

/// Does this person show themselves to anybody?
pub(crate) async fn shown(sql: &Sql, person: PersonId) -> Result<bool> {
    let n = sql
        .number(
            "SELECT COUNT(*) AS n FROM person_profiles WHERE person = $1 AND shown <> $2",
            params![person.0, Shown::Nobody],
        )
        .await?;
    Ok(n > 0)
}
