//! The people of a city, for its people: who they are; for its leads also whom they invited, who asks to come, and inviting.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, PersonId, Result, Role, Time};
use cities::City;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::languages;
use super::person::with_days;
use crate::access::{may_bring_in, may_manage};
use crate::actions::invitations::{self, role_for};
use crate::letters::invitation_page;
use crate::rows::coming::ComingRole;
use crate::rows::invitations::InvitationRow;
use crate::rows::requests::RequestRow;
use crate::rows::{self, roles};
use crate::rules::{Newcomer, PersonRow, RoleRow, request_path, role_hint_words, role_words};

/// The roles that a city's leads give.
pub(super) const OF_CITIES: [&str; 2] = ["practitioner", "city-lead"];

#[derive(Template)]
#[template(path = "people/colleagues.html")]
struct Colleagues<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    people: Vec<Colleague>,
    /// What they do from a day on.
    coming: Vec<Coming>,
    /// The reader sees to them.
    leads: bool,
    invited: Vec<InvitationRow>,
    asked: Vec<RequestRow>,
    form: Form<'a>,
}

web::framed!(Colleagues);

/// What somebody does from a day on.
struct Coming {
    id: String,
    person: PersonId,
    name: String,
    /// What, and from when until when, in words.
    role: String,
}

/// Somebody of the city.
struct Colleague {
    id: PersonId,
    name: String,
    email: String,
    /// What they do for it, in words.
    roles: String,
    since: Option<Time>,
    /// The state of their account, in words, where it is not the usual one; or that they were not here for long.
    state: Option<String>,
}

impl Colleagues<'_> {
    fn place(&self) -> String {
        people_path(&self.city.slug)
    }

    fn languages(&self) -> Vec<Choice> {
        languages(self.v)
    }

    fn roles(&self) -> Vec<Choice> {
        role_choices(self.v)
    }

    fn role(&self, own: &InvitationRow) -> String {
        self.v.t(role_words(&own.role))
    }

    fn works(&self, own: &InvitationRow) -> bool {
        own.works(self.v.hub.now())
    }

    fn request(&self, own: &RequestRow) -> String {
        request_path(&self.city.slug, own.id)
    }

    fn is_reader(&self, id: &PersonId) -> bool {
        self.v.actor.id() == Some(*id)
    }

    fn link(&self, own: &InvitationRow) -> Option<String> {
        handed_over(self.v, own)
    }
}

/// The whole link, for whoever invited, where no letter left: they hand it over.
pub(super) fn handed_over(visit: &Visit, own: &InvitationRow) -> Option<String> {
    let shown = own.by_hand && own.works(visit.hub.now()) && visit.actor.id() == Some(own.by_person);
    shown.then(|| visit.hub.address(&format!("/{}{}", own.lang, invitation_page(&visit.hub, own.link))))
}

/// Where a city's people are, behind the language.
pub(super) fn people_path(slug: &str) -> String {
    format!("/cities/{slug}/people")
}

/// The roles that a city's leads give, to choose among.
pub(super) fn role_choices(visit: &Visit) -> Vec<Choice> {
    let choice = |code: &str| Choice {
        value: code.to_owned(),
        label: visit.t(role_words(code)),
        hint: visit.t(role_hint_words(code)),
    };
    OF_CITIES.into_iter().map(choice).collect()
}

/// The city, for its people.
pub(super) async fn own_city(visit: &Visit, slug: &str) -> Result<City> {
    let city = cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    if visit.actor.is_of(city.id) { Ok(city) } else { Err(Fail::Forbidden) }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = own_city(&visit, &slug).await?;
    show(&visit, &city, as_new(&visit)).await
}

fn as_new(visit: &Visit) -> Fields {
    Fields::default().with("lang", visit.lang).with("role", OF_CITIES[0])
}

pub(crate) async fn post(visit: Visit, Path(slug): Path<String>, fields: Fields) -> Answer {
    let city = own_city(&visit, &slug).await?;
    let newcomer = Newcomer::read(&fields, &visit.hub.network.languages, visit.lang);
    let role = read_role(&fields, &city);
    let invited = match (newcomer, role) {
        (Ok(newcomer), Ok(role)) => invitations::invite(&visit.hub, &visit.actor, &city, &newcomer, &role).await,
        (newcomer, role) => Err(Fail::Invalid(newcomer.err().into_iter().chain(role.err()).flatten().collect())),
    };
    match invited {
        Ok(()) => Ok(redirect(&visit.done_by_letter(people_path(&slug), "colleague-invited")).into_response()),
        Err(fail) => show(&visit, &city, Filled::failed(fields, fail)?).await,
    }
}

/// What somebody does for the city, as a form says it.
pub(super) fn read_role(fields: &Fields, city: &City) -> Result<Role, Vec<base::FieldError>> {
    let known = OF_CITIES.contains(&fields.get("role"));
    let role = role_for(fields.get("role"), city.id).filter(|_| known);
    role.ok_or_else(|| vec![base::FieldError::new("role", "error-choose").with("label", "role")])
}

async fn show(visit: &Visit, city: &City, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let leads = may_bring_in(&visit.actor, city.id);
    let held = roles::of_city(&sql, city.id).await?;
    let coming = coming(visit, city).await?;
    let mut people = colleagues(visit, city, held);
    if leads {
        let silent = rows::contacts::silent_of(&sql, city.id, visit.hub.now()).await?;
        for own in people.iter_mut().filter(|own| own.state.is_none() && silent.contains(&own.id)) {
            own.state = Some(visit.t("contact-silent"));
        }
    }
    let (invited, asked) = match leads {
        true => (rows::invitations::open(&sql, city.id).await?, rows::requests::waiting(&sql, city.id).await?),
        false => (Vec::new(), Vec::new()),
    };
    let meta = Meta::titled(visit.t1("colleagues-title", "city", city.name(visit.lang))).hide();
    let form = Form::new(visit, filled);
    let template = Colleagues { v: visit, meta, city, people, coming, leads, invited, asked, form };
    page(template.form.status(), &template, None)
}

/// What somebody does for the city from a day on.
async fn coming(visit: &Visit, city: &City) -> Result<Vec<Coming>> {
    let sql = visit.hub.db.read();
    let coming = rows::coming::of_city(&sql, city.id).await?;
    let names = rows::names(&sql, &coming.iter().map(|own| own.person).collect::<Vec<_>>()).await?;
    let calendar = visit.hub.network.calendar_of(&city.region);
    let named = |own: ComingRole| {
        let role = visit.t(role_words(own.role.code()));
        let role = with_days(visit, calendar, role, Some(own.begins_at), own.ends_at);
        let name = names.get(&own.person).cloned().unwrap_or_default();
        Coming { id: base::id::write_id(own.id), person: own.person, name, role }
    };
    Ok(coming.into_iter().map(named).collect())
}

/// Each person once, with all that they do for the city.
fn colleagues(visit: &Visit, city: &City, held: Vec<(PersonRow, RoleRow)>) -> Vec<Colleague> {
    let calendar = visit.hub.network.calendar_of(&city.region);
    let mut people: Vec<Colleague> = Vec::new();
    for (person, row) in held {
        let role = with_days(visit, calendar, visit.t(role_words(row.role.code())), None, row.ends_at);
        match people.last_mut().filter(|last| last.id == person.id) {
            Some(last) => {
                last.roles = visit.list([last.roles.clone(), role]);
                last.since = last.since.min(Some(row.granted_at));
            }
            None => people.push(Colleague {
                state: (!(person.active && person.ready)).then(|| visit.t(person.state_words())),
                id: person.id,
                name: person.name,
                email: person.email,
                roles: role,
                since: Some(row.granted_at),
            }),
        }
    }
    people
}

/// The city, for those who see to its invitations: its people, and the team, which invites those who asked where nobody leads.
async fn inviting(visit: &Visit, slug: &str) -> Result<City> {
    if !may_manage(&visit.actor) {
        return own_city(visit, slug).await;
    }
    cities::city_for(&visit.hub.db.read(), &visit.actor, cities::access::Action::See, slug).await
}

/// Where they go on: the city's people, or the team's list.
fn onward(visit: &Visit, city: &City) -> String {
    if visit.actor.works_for(city.id) { people_path(&city.slug) } else { "/office/account-requests".to_owned() }
}

pub(crate) async fn again(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let city = inviting(&visit, &slug).await?;
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    match invitations::send_again(&visit.hub, &visit.actor, city.id, id).await {
        Ok(request) => {
            let place = request.filter(|_| !visit.actor.works_for(city.id)).map(|id| request_path(&slug, id));
            let place = place.unwrap_or_else(|| onward(&visit, &city));
            Ok(redirect(&visit.done_by_letter(place, "invitation-again")).into_response())
        }
        Err(fail) if visit.actor.works_for(city.id) => show(&visit, &city, answered(&visit, fail)?).await,
        Err(fail) => Err(fail.into()),
    }
}

pub(crate) async fn withdraw(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let city = inviting(&visit, &slug).await?;
    let id = base::id::read_id(&id).ok_or(Fail::NotFound)?;
    match invitations::withdraw(&visit.hub, &visit.actor, city.id, id).await {
        Ok(()) => Ok(redirect(&visit.done(onward(&visit, &city), "invitation-withdrawn")).into_response()),
        Err(fail) if visit.actor.works_for(city.id) => show(&visit, &city, answered(&visit, fail)?).await,
        Err(fail) => Err(fail.into()),
    }
}

/// It was answered meanwhile: the page says so, with what there is now.
fn answered(visit: &Visit, fail: Fail) -> Result<Filled> {
    match fail {
        Fail::Conflict(_) => {
            let error = base::FieldError::new("", "error-invitation-answered");
            Ok(Filled::conflicting(as_new(visit), error))
        }
        other => Filled::failed(as_new(visit), other),
    }
}
