//! What people may do: the table of all roles, and why somebody may not do something.

use askama::Template;
use base::{Fail, ROLES, Result, Role, RoleKind};
use cities::City;
use http::StatusCode;
use input::Fields;
use web::rights::{Ground, Reach, Right, right_at};
use web::{Answer, Meta, Offered, Visit, page};

use super::person::{NamedRole, Unnamed, named};
use crate::rules::role_words;

/// Key of the words for how far a right reaches.
pub(crate) fn reach_words(reach: Reach) -> String {
    format!("reach-{}", reach.code())
}

#[derive(Template)]
#[template(path = "people/rights.html")]
struct Table<'a> {
    v: &'a Visit,
    meta: Meta,
    rights: &'a [Right],
}

web::framed!(Table);

impl Table<'_> {
    fn kinds(&self) -> &'static [RoleKind] {
        &ROLES
    }

    fn role(&self, kind: &RoleKind) -> String {
        self.v.t(role_words(kind.code))
    }

    /// How far a right reaches for a role, in words; nothing where it does not.
    fn reach(&self, right: &Right, kind: &RoleKind) -> String {
        match right.reach(kind) {
            Reach::Nowhere => String::new(),
            reach => self.v.t(reach_words(reach)),
        }
    }
}

/// Those who answer for cities see who may do what: they are asked.
pub(crate) async fn table(visit: Visit, offered: Offered) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let meta = Meta::titled(visit.t("rights-title")).hide();
    page(StatusCode::OK, &Table { v: &visit, meta, rights: &offered.rights }, None)
}

#[derive(Template)]
#[template(path = "people/why.html")]
struct Why<'a> {
    v: &'a Visit,
    meta: Meta,
    asked: Option<Asked>,
    roles: Vec<NamedRole>,
    resting: Vec<NamedRole>,
    /// Cities of theirs that are no members.
    former: Vec<String>,
    /// Cities of theirs in which they are new.
    newcomer: Vec<String>,
    /// What their roles let them do.
    may: Vec<&'a Right>,
}

web::framed!(Why);

/// What somebody asks about.
struct Asked {
    /// Key of its words.
    words: &'static str,
    /// Of which city, where the address says so.
    city: Option<String>,
    /// They may.
    may: bool,
    /// Which roles may, each with how far.
    roles: Vec<String>,
}

/// What somebody may do, and why they may not do what is at the address behind `at`.
pub(crate) async fn why(visit: Visit, offered: Offered) -> Answer {
    let me = visit.person()?;
    let fields = Fields::parse(&visit.query);
    let own = |id, role: &Role| {
        let ends = me.ending.iter().find(|(own, _)| own == role).map(|(_, end)| *end);
        Unnamed { id, role: role.clone(), begins_at: None, ends_at: ends }
    };
    let all = me.roles.iter().map(|role| own(0, role)).chain(me.resting.iter().map(|role| own(1, role))).collect();
    let mut roles = named(&visit, all).await?;
    let resting = roles.split_off(me.roles.len());
    let cities = cities::by_ids(&visit.hub.db.read(), &visit.actor.cities()).await?;
    let name = |city: &City| city.name(visit.lang).to_owned();
    let template = Why {
        meta: Meta::titled(visit.t("why-title")).hide(),
        asked: asked(&visit, &offered, fields.get("at")).await?,
        former: me.former.iter().filter_map(|id| cities.get(id)).map(name).collect(),
        newcomer: cities.values().filter(|city| visit.actor.is_newcomer(city.id)).map(name).collect(),
        may: offered.rights.iter().filter(|right| right.holds(&visit.actor, None)).collect(),
        roles,
        resting,
        v: &visit,
    };
    page(StatusCode::OK, &template, None)
}

/// The right behind an address, of the city that it names where the reader may know of it.
async fn asked(visit: &Visit, offered: &Offered, at: &str) -> Result<Option<Asked>> {
    let path = at.split('?').next().unwrap_or_default();
    let Some((right, slug)) = right_at(&offered.rights, path) else { return Ok(None) };
    let city = match slug.filter(|_| right.is_of_cities()) {
        Some(slug) => {
            let see = cities::access::Action::See;
            match cities::city_for(&visit.hub.db.read(), &visit.actor, see, slug).await {
                // As where nothing stands.
                Err(Fail::NotFound) => return Ok(None),
                found => Some(found?),
            }
        }
        None => None,
    };
    let ground = city.as_ref().map(|city| Ground { city: city.id, region: city.region.clone() });
    Ok(Some(Asked {
        words: right.words,
        may: right.holds(&visit.actor, ground.as_ref()),
        roles: ROLES.iter().filter_map(|kind| with_reach(visit, right, kind)).collect(),
        city: city.map(|city| city.name(visit.lang).to_owned()),
    }))
}

/// A role with how far the right reaches for it; none where it does not.
fn with_reach(visit: &Visit, right: &Right, kind: &RoleKind) -> Option<String> {
    let role = visit.t(role_words(kind.code));
    match right.reach(kind) {
        Reach::Nowhere => None,
        Reach::Everywhere => Some(role),
        reach => {
            let reach = visit.t(reach_words(reach));
            Some(visit.ta("right-role", &[("role", (&role).into()), ("reach", (&reach).into())]))
        }
    }
}
