//! All the SQL of organisations.

use std::collections::HashMap;

use base::{Actor, Audience, CityId, Fail, Lang, OrganisationId, Result};
use chrono::NaiveDate;
use store::{Condition, Insert, Sql, Statement, Tx, Update, params};

use crate::access::{Action, may, may_see_network};
use crate::rules::{Draft, IDENTIFIERS, Identifier, IdentifierDraft, Kind, Organisation};

const ORGANISATIONS: &str = "SELECT o.id, o.city, o.kind, o.country, o.acronym, o.website, o.ended_on, o.source, o.revision \
    FROM organisations o";

fn organisations() -> Statement {
    Statement::new(ORGANISATIONS, ())
}

/// A row without its names.
struct Bare(Organisation);

impl store::FromRow for Bare {
    fn from_row(row: &store::Row) -> Result<Bare> {
        Ok(Bare(Organisation {
            id: row.get("id")?,
            city: row.get("city")?,
            kind: row.get("kind")?,
            country: row.get("country")?,
            acronym: row.get("acronym")?,
            website: row.get("website")?,
            ended_on: row.get("ended_on")?,
            source: row.get("source")?,
            revision: row.get("revision")?,
            names: Vec::new(),
        }))
    }
}

/// Adds what they are called.
async fn with_names(sql: &Sql, rows: Vec<Bare>) -> Result<Vec<Organisation>> {
    let ids: Vec<OrganisationId> = rows.iter().map(|Bare(own)| own.id).collect();
    let mut names = names_of(sql, &ids).await?;
    let named = |Bare(own): Bare| Organisation { names: names.remove(&own.id).unwrap_or_default(), ..own };
    Ok(rows.into_iter().map(named).collect())
}

/// What these are called, each in its languages.
pub(crate) async fn names_of(
    sql: &Sql,
    ids: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<(Lang, String)>>> {
    let mut names: HashMap<OrganisationId, Vec<(Lang, String)>> = HashMap::new();
    if ids.is_empty() {
        return Ok(names);
    }
    let all = Statement::new("SELECT organisation, lang, name FROM organisation_names", ());
    let all = all.when_in("organisation", ids.iter().copied()).push("ORDER BY organisation, lang", ());
    for row in all.raw(sql).await? {
        names.entry(row.get("organisation")?).or_default().push((row.get("lang")?, row.get("name")?));
    }
    Ok(names)
}

/// The organisation with this id, for whoever may do this with it.
///
/// # Errors
/// [`Fail::NotFound`] where they may not see it, [`Fail::SignIn`] and [`Fail::Forbidden`] where they may not do this.
pub(crate) async fn organisation_for(
    sql: &Sql,
    actor: &Actor,
    action: Action,
    id: OrganisationId,
) -> Result<Organisation> {
    let Actor::Person(_) = actor else { return Err(Fail::SignIn) };
    let own = find(sql, id).await?.filter(|own| may(actor, Action::See, own)).ok_or(Fail::NotFound)?;
    if may(actor, action, &own) { Ok(own) } else { Err(Fail::Forbidden) }
}

/// The same whoever asks.
pub(crate) async fn find(sql: &Sql, id: OrganisationId) -> Result<Option<Organisation>> {
    let found = organisations().when("o.id = ?", id).first::<Bare>(sql).await?;
    Ok(with_names(sql, found.into_iter().collect()).await?.pop())
}

/// Which are listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// Of this city; none: of the network.
    pub city: Option<CityId>,
    /// Folded words that a name has.
    pub words: Vec<String>,
    /// Of these kinds; none: of any.
    pub kinds: Vec<Kind>,
    /// Only those that there are, on this day.
    pub alive_on: Option<NaiveDate>,
}

/// The condition on `o` for those of a city, or of the network, that this actor may see: as [`may`] says of one.
fn visible_to(actor: &Actor, city: Option<CityId>) -> Condition {
    let nothing = || Condition::new("FALSE", ());
    match city {
        None if may_see_network(actor) => Condition::new("o.city IS NULL", ()),
        None => nothing(),
        Some(city) if actor.works_for(city) => {
            let from = first_seen(actor, city);
            Condition::new("o.city = ? AND o.id >= ?", params![city, from])
        }
        Some(_) => nothing(),
    }
}

/// The first id of what they see of a city's own, through their roles.
fn first_seen(actor: &Actor, city: CityId) -> i64 {
    let audience = Audience::of(city);
    let seats = actor.person().into_iter().flat_map(|person| &person.seats);
    let own = seats.filter(|seat| seat.through == base::Through::Role && Audience::of(seat.body) == audience);
    own.map(|seat| seat.from).min().unwrap_or(i64::MAX)
}

fn matching(statement: Statement, actor: &Actor, query: &Query) -> Statement {
    let seen = statement.meets(visible_to(actor, query.city));
    let found = query.words.iter().fold(seen, |found, word| found.when("o.searched LIKE ?", format!("%{word}%")));
    let found = match query.kinds.is_empty() {
        true => found,
        false => found.when_in("o.kind", query.kinds.iter().copied()),
    };
    found.when_given("(o.ended_on IS NULL OR o.ended_on >= ?)", query.alive_on.map(|day| day.to_string()))
}

/// One page, by name.
pub(crate) async fn page(
    sql: &Sql,
    actor: &Actor,
    query: &Query,
    limit: i64,
    offset: i64,
) -> Result<Vec<Organisation>> {
    let order = "ORDER BY o.name_key, o.id LIMIT ? OFFSET ?";
    let rows = matching(organisations(), actor, query).push(order, params![limit, offset]).all(sql).await?;
    with_names(sql, rows).await
}

/// How many there are of a kind.
pub(crate) struct Count {
    pub kind: Kind,
    pub n: i64,
}
store::from_row!(Count in organisations: kind, n);

/// How many there are of each kind in whose names these words stand.
pub(crate) async fn counts(sql: &Sql, actor: &Actor, query: &Query) -> Result<Vec<Count>> {
    let query = Query { kinds: Vec::new(), ..query.clone() };
    let all = Statement::new("SELECT o.kind, COUNT(*) AS n FROM organisations o", ());
    matching(all, actor, &query).push("GROUP BY o.kind", ()).all(sql).await
}

/// Another organisation of the same owner and country that has one of these names.
pub(crate) async fn namesake(
    sql: &Sql,
    city: Option<CityId>,
    draft: &Draft,
    but: OrganisationId,
) -> Result<Option<Organisation>> {
    let folded: Vec<String> = draft.names.iter().map(|(_, name)| base::fold::fold(name)).collect();
    let named = Statement::new("SELECT n.organisation FROM organisation_names n", ()).when_in("n.folded", folded);
    let same = organisations().meets(Condition::is_one_of("o.id", named)).when("o.country = ?", draft.country.as_str());
    let owned = match city {
        Some(city) => same.when("o.city = ?", city),
        None => same.when("o.city IS NULL", ()),
    };
    let found = owned.when("o.id <> ?", but).push("ORDER BY o.id LIMIT 1", ()).first::<Bare>(sql).await?;
    Ok(with_names(sql, found.into_iter().collect()).await?.pop())
}

/// What stands in the columns of one that is written.
fn columns(draft: &Draft, languages: &[Lang]) -> [(&'static str, store::Value); 7] {
    let first = languages.first().copied().unwrap_or(Lang::EN);
    let name = crate::rules::best(&draft.names, first, languages).map(|(_, name)| name).unwrap_or_default();
    [
        ("kind", draft.kind.into()),
        ("country", (&draft.country).into()),
        ("acronym", (&draft.acronym).into()),
        ("website", (&draft.website).into()),
        ("ended_on", draft.ended_on.into()),
        ("name_key", web::format::sort_key(&name).into()),
        ("searched", draft.searched().into()),
    ]
}

/// Keeps a new one.
pub(crate) async fn insert(
    tx: &Tx,
    city: Option<CityId>,
    draft: &Draft,
    languages: &[Lang],
    source: &str,
) -> Result<OrganisationId> {
    let id = OrganisationId(tx.new_id());
    let insert = Insert::into("organisations").set("id", id).set("city", city.map(|city| city.0)).set("source", source);
    let insert =
        columns(draft, languages).into_iter().fold(insert, |insert, (column, value)| insert.set(column, value));
    insert.set("added_at", tx.now()).exec(tx).await?;
    set_names(tx, id, draft).await?;
    Ok(id)
}

/// Corrects one that was read in this revision; answers whether that was still the one.
pub(crate) async fn correct(
    tx: &Tx,
    id: OrganisationId,
    revision: i64,
    draft: &Draft,
    languages: &[Lang],
) -> Result<bool> {
    let update = columns(draft, languages).into_iter();
    let update = update.fold(Update::of("organisations"), |update, (column, value)| update.set(column, value));
    let update = update.change("revision = revision + 1", ());
    if update.when("id = ? AND revision = ?", params![id, revision]).exec(tx).await? == 0 {
        return Ok(false);
    }
    tx.exec("DELETE FROM organisation_names WHERE organisation = $1", params![id]).await?;
    set_names(tx, id, draft).await?;
    Ok(true)
}

async fn set_names(tx: &Tx, id: OrganisationId, draft: &Draft) -> Result<()> {
    for (lang, name) in &draft.names {
        Insert::into("organisation_names")
            .set("organisation", id)
            .set("lang", *lang)
            .set("name", name)
            .set("folded", base::fold::fold(name))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Removes one with all that is kept of it.
pub(crate) async fn remove(tx: &Tx, id: OrganisationId) -> Result<()> {
    tx.exec("DELETE FROM organisation_identifiers WHERE organisation = $1", params![id]).await?;
    tx.exec("DELETE FROM organisation_names WHERE organisation = $1", params![id]).await?;
    tx.exec("DELETE FROM organisations WHERE id = $1", params![id]).await.map(|_| ())
}

/// The numbers under which others know it.
pub(crate) async fn identifiers(sql: &Sql, id: OrganisationId) -> Result<Vec<Identifier>> {
    let all = Statement::new("SELECT id, scheme, value, from_on, until_on FROM organisation_identifiers", ());
    all.when("organisation = ?", id).push("ORDER BY scheme, id LIMIT ?", IDENTIFIERS).all(sql).await
}

/// Another organisation of the same owner that has this number at a day on which this one has it, too.
pub(crate) async fn with_identifier(
    sql: &Sql,
    own: &Organisation,
    draft: &IdentifierDraft,
) -> Result<Option<Organisation>> {
    let held = Statement::new("SELECT i.organisation FROM organisation_identifiers i", ());
    let held = held.when("i.scheme = ? AND i.value = ?", params![draft.scheme, draft.value.as_str()]);
    let held = held.when_given("(i.from_on IS NULL OR i.from_on <= ?)", draft.until_on);
    let held = held.when_given("(i.until_on IS NULL OR i.until_on >= ?)", draft.from_on);
    let same = organisations().meets(Condition::is_one_of("o.id", held)).when("o.id <> ?", own.id);
    let owned = match own.city {
        Some(city) => same.when("o.city = ?", city),
        None => same.when("o.city IS NULL", ()),
    };
    let found = owned.push("ORDER BY o.id LIMIT 1", ()).first::<Bare>(sql).await?;
    Ok(with_names(sql, found.into_iter().collect()).await?.pop())
}

/// Keeps a number, or the days of one that is kept.
pub(crate) async fn set_identifier(tx: &Tx, id: OrganisationId, draft: &IdentifierDraft) -> Result<()> {
    let update = Update::of("organisation_identifiers").set("from_on", draft.from_on).set("until_on", draft.until_on);
    let same = params![id, draft.scheme, draft.value.as_str()];
    if update.when("organisation = ? AND scheme = ? AND value = ?", same).exec(tx).await? > 0 {
        return Ok(());
    }
    Insert::into("organisation_identifiers")
        .set("id", tx.new_id())
        .set("organisation", id)
        .set("scheme", draft.scheme)
        .set("value", draft.value.as_str())
        .set("from_on", draft.from_on)
        .set("until_on", draft.until_on)
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes a number away; answers whether it was there.
pub(crate) async fn remove_identifier(tx: &Tx, id: OrganisationId, identifier: i64) -> Result<bool> {
    let text = "DELETE FROM organisation_identifiers WHERE organisation = $1 AND id = $2";
    Ok(tx.exec(text, params![id, identifier]).await? > 0)
}

/// Until this transaction is over nobody else writes an organisation, or names one: two of the same name would not see each other.
pub(crate) async fn lock(tx: &Tx) -> Result<()> {
    tx.one_at_a_time("organisations").await
}

/// One of the network that there is on this day.
pub(crate) async fn alive(sql: &Sql, id: OrganisationId, today: NaiveDate) -> Result<bool> {
    let there = Statement::new("SELECT COUNT(*) AS n FROM organisations o", ()).when("o.id = ? AND o.city IS NULL", id);
    Ok(there.when("(o.ended_on IS NULL OR o.ended_on >= ?)", today.to_string()).number(sql).await? > 0)
}

/// Nobody has entered any.
pub(crate) async fn is_empty(sql: &Sql) -> Result<bool> {
    Ok(sql.number("SELECT COUNT(*) AS n FROM organisations", params![]).await? == 0)
}
