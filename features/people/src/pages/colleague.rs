//! What one person does for a city, for its leads: another role, or none any more.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Result, Role};
use cities::City;
use input::Fields;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::colleagues::{own_city, people_path, read_role, role_choices};
use crate::access::may_bring_in;
use crate::actions::colleagues;
use crate::rows::{self, roles};
use crate::rules::{PersonRow, RoleRow, TermDays, last_day};

/// What stands for no role.
const NONE: &str = "none";

#[derive(Template)]
#[template(path = "people/colleague.html")]
struct ColleaguePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    person: &'a PersonRow,
    /// Nobody else leads the city.
    last_lead: bool,
    form: Form<'a>,
}

web::framed!(ColleaguePage);

impl ColleaguePage<'_> {
    fn place(&self) -> String {
        people_path(&self.city.slug)
    }

    fn roles(&self) -> Vec<Choice> {
        let none =
            Choice { value: NONE.to_owned(), label: self.v.t("colleague-none"), hint: self.v.t("colleague-none-hint") };
        role_choices(self.v).into_iter().chain(std::iter::once(none)).collect()
    }

    fn is_reader(&self) -> bool {
        self.v.actor.id() == Some(self.person.id)
    }
}

/// Somebody of the city with what they hold for it, for those who lead it.
async fn of(visit: &Visit, slug: &str, id: PersonId) -> Result<(City, PersonRow, Vec<RoleRow>)> {
    let city = own_city(visit, slug).await?;
    if !may_bring_in(&visit.actor, city.id) {
        return Err(Fail::Forbidden);
    }
    let sql = visit.hub.db.read();
    let mut held = roles::of(&sql, id).await?;
    held.retain(|row| row.role.city() == Some(city.id));
    // Whoever holds nothing for the city is nobody here, whether there is such a person or not.
    if held.is_empty() {
        return Err(Fail::NotFound);
    }
    Ok((city, rows::by_id(&sql, id).await?, held))
}

pub(crate) async fn get(visit: Visit, Path((slug, id)): Path<(String, PersonId)>) -> Answer {
    let (city, person, held) = of(&visit, &slug, id).await?;
    let leads = held.iter().any(|row| matches!(row.role, Role::CityLead(_)));
    let now = Fields::default().with("role", if leads { "city-lead" } else { "practitioner" });
    let ends_at = held.iter().find(|row| leads == matches!(row.role, Role::CityLead(_))).and_then(|row| row.ends_at);
    let until = ends_at.map(|end| last_day(visit.hub.network.calendar_of(&city.region), end).to_string());
    let until = until.unwrap_or_default();
    let now = now.clone().with("shown", now.get("role")).with("shown_until", &until).with("until", until);
    show(&visit, &city, &person, now).await
}

pub(crate) async fn post(visit: Visit, Path((slug, id)): Path<(String, PersonId)>, fields: Fields) -> Answer {
    let (city, person, _) = match of(&visit, &slug, id).await {
        // Taken away already: pressed twice, or another lead was faster.
        Err(Fail::NotFound) if fields.get("role") == NONE => return Ok(back(&visit, &slug)),
        found => found?,
    };
    let role = match fields.get("role") {
        NONE => Ok(None),
        _ => match (read_role(&fields, &city), days(&fields)) {
            (Ok(role), Ok(days)) => Ok(Some((role, days))),
            (role, days) => Err(role.err().into_iter().chain(days.err()).flatten().collect()),
        },
    };
    let set = match role {
        Ok(role) => colleagues::set_role(&visit.hub, &visit.actor, city.id, id, role).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match set {
        // Whoever left may not see the city's people any more.
        Ok(()) if visit.actor.id() == Some(id) => {
            Ok(redirect(&visit.done("/account", "colleague-changed")).into_response())
        }
        Ok(()) => Ok(back(&visit, &slug)),
        Err(fail) => show(&visit, &city, &person, Filled::failed(fields, fail)?).await,
    }
}

/// The days that were typed. The last day of the role that was shown is no other's.
fn days(fields: &Fields) -> Result<TermDays, Vec<FieldError>> {
    let days = TermDays::read(fields)?;
    let of_the_other = fields.get("role") != fields.get("shown") && fields.get("until") == fields.get("shown_until");
    Ok(TermDays { until: days.until.filter(|_| !of_the_other), ..days })
}

fn back(visit: &Visit, slug: &str) -> axum::response::Response {
    redirect(&visit.done(people_path(slug), "colleague-changed")).into_response()
}

async fn show(visit: &Visit, city: &City, person: &PersonRow, filled: impl Into<Filled>) -> Answer {
    let leads = roles::leads(&visit.hub.db.read(), city.id).await?;
    let last_lead = leads.iter().all(|row| row.person == person.id) && !leads.is_empty();
    let meta = Meta::titled(&person.name).hide();
    let form = Form::new(visit, filled);
    let template = ColleaguePage { v: visit, meta, city, person, last_lead, form };
    page(template.form.status(), &template, None)
}
