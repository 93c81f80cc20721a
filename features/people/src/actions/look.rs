//! Looking at the hub as somebody with a role, never as somebody else: whoever answers for cities sees what theirs see.

use base::{Actor, CityId, Fail, Lang, Person, Result, Role};
use cities::City;
use store::Sql;
use web::Hub;

use super::roles::{resolve, written};
use crate::access::may_look_as;
use crate::acts;
use crate::rows::account;
use crate::rules::{LOOKING, RoleGrant, role_words};

async fn city_of(sql: &Sql, city: Option<CityId>) -> Result<Option<City>> {
    Ok(cities::by_ids(sql, city.as_slice()).await?.into_values().next())
}

/// From now on, in this session and for [`LOOKING`], they look at the hub as somebody with this role. It goes on record.
///
/// # Errors
/// [`Fail::SignIn`]; [`Fail::Forbidden`] for those who answer for no city; [`Fail::Invalid`] where the role is none that they may look as.
pub(crate) async fn begin(hub: &Hub, actor: &Actor, session: &str, grant: &RoleGrant) -> Result<()> {
    actor.must_answer_for_cities()?;
    let tx = hub.db.begin().await?;
    let role = resolve(&tx, actor, grant).await?;
    // One of a city is the city's: it is not even named.
    if let Some(organisation) = role.organisation()
        && !organisations::hold(&tx, organisation).await?
    {
        return Err(Fail::field("organisation", "error-role-organisation"));
    }
    let region = city_of(&tx, role.city()).await?.map(|city| city.region).unwrap_or_default();
    if !may_look_as(actor, &role, &region) {
        return Err(Fail::field(if role.city().is_some() { "city" } else { "role" }, "error-look-as"));
    }
    account::set_looking(&tx, &base::secret::hash(session), Some((&role, tx.now() + LOOKING))).await?;
    tx.audit(actor, acts::LOOKED, "", &written(&tx, &role).await?).await?;
    tx.commit().await
}

/// They are themselves again. Who is so already stays so.
///
/// # Errors
/// [`Fail::SignIn`] for visitors.
pub(crate) async fn stop(hub: &Hub, actor: &Actor, session: &str) -> Result<()> {
    actor.id().ok_or(Fail::SignIn)?;
    let tx = hub.db.begin().await?;
    account::set_looking(&tx, &base::secret::hash(session), None).await?;
    tx.commit().await
}

/// This person, as somebody who holds this role: as long as they may look so. Asked with every request.
pub(crate) async fn looking(hub: &Hub, sql: &Sql, person: Person, role: Role) -> Result<Person> {
    let city = city_of(sql, role.city()).await?;
    let region = city.as_ref().map_or_else(String::new, |city| city.region.clone());
    if !may_look_as(&Actor::Person(Box::new(person.clone())), &role, &region) {
        return Ok(person);
    }
    let mut labels = Vec::with_capacity(hub.network.languages.len());
    for lang in &hub.network.languages {
        labels.push((*lang, label(hub, sql, &role, city.as_ref(), *lang).await?));
    }
    let is_former = city.is_some_and(|city| !city.membership.is_member());
    Ok(person.looking_as(role, is_former, region, labels))
}

/// The role with what it is held for.
async fn label(hub: &Hub, sql: &Sql, role: &Role, city: Option<&City>, lang: Lang) -> Result<String> {
    let scope = match role {
        Role::RegionalOfficer(slug) => hub.network.region(slug).map(|region| region.label(lang).to_owned()),
        Role::Partner(Some(id)) => organisations::names(hub, sql, &[*id], lang).await?.remove(id),
        _ => city.map(|city| city.name(lang).to_owned()),
    };
    let name = hub.words.write(lang, &role_words(role.code()), &[]);
    Ok(match scope {
        Some(scope) => hub.words.write(lang, "role-for", &[("role", (&name).into()), ("scope", (&scope).into())]),
        None => name,
    })
}
