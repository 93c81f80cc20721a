//! One request for an account, for those who decide: the city's leads, and the team where it has none.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Result};
use cities::City;
use input::{Fields, Reader};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::colleagues::{handed_over, people_path, read_role, role_choices};
use crate::access::{may_bring_in, may_manage};
use crate::actions::requests;
use crate::rows::invitations::InvitationRow;
use crate::rows::requests::{RequestRow, at_domain, of_city};
use crate::rows::{invitations, roles};
use crate::rules::{InvitationState, RequestState, request_path};

/// What stands for no account.
const DECLINE: &str = "decline";

#[derive(Template)]
#[template(path = "people/request.html")]
struct RequestPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    own: &'a RequestRow,
    /// What is said of the address.
    hint: String,
    /// The reader is of the city.
    of_city: bool,
    /// What they were invited to.
    invited: Option<InvitationRow>,
    form: Form<'a>,
}

web::framed!(RequestPage);

impl RequestPage<'_> {
    fn place(&self) -> String {
        if self.of_city { people_path(&self.city.slug) } else { "/office/account-requests".to_owned() }
    }

    /// Where no letter left, whoever invited hands the link over.
    fn link(&self, own: &InvitationRow) -> Option<String> {
        handed_over(self.v, own)
    }

    fn is_open(&self, own: &InvitationRow) -> bool {
        own.state == InvitationState::Open
    }

    fn waits(&self) -> bool {
        self.own.state == RequestState::Waiting
    }

    fn answers(&self) -> Vec<Choice> {
        let decline = Choice {
            value: DECLINE.to_owned(),
            label: self.v.t("request-decline"),
            hint: self.v.t("request-decline-hint"),
        };
        role_choices(self.v).into_iter().chain(std::iter::once(decline)).collect()
    }
}

async fn of(visit: &Visit, slug: &str, id: &str) -> Result<(City, RequestRow)> {
    let sql = visit.hub.db.read();
    let city = cities::city_for(&sql, &visit.actor, cities::access::Action::See, slug).await?;
    visit.person()?;
    let vacant = may_manage(&visit.actor) && roles::decided(&sql, &[city.id], visit.hub.now()).await?.is_empty();
    if !may_bring_in(&visit.actor, city.id) && !vacant {
        return Err(Fail::Forbidden);
    }
    let own = of_city(&sql, city.id, base::id::read_id(id).ok_or(Fail::NotFound)?).await?;
    Ok((city, own))
}

pub(crate) async fn get(visit: Visit, Path((slug, id)): Path<(String, String)>) -> Answer {
    let (city, own) = of(&visit, &slug, &id).await?;
    show(&visit, &city, &own, Fields::default()).await
}

pub(crate) async fn post(visit: Visit, Path((slug, id)): Path<(String, String)>, fields: Fields) -> Answer {
    let (city, own) = of(&visit, &slug, &id).await?;
    let decided = decide(&visit, &city, &own, &fields).await;
    let place = match visit.actor.works_for(city.id) {
        true => people_path(&slug),
        false => request_path(&slug, own.id),
    };
    match decided {
        Ok(Decision::Invited) => Ok(redirect(&visit.done_by_letter(place, "colleague-invited")).into_response()),
        Ok(Decision::Declined) => Ok(redirect(&visit.done_by_letter(place, "request-declined")).into_response()),
        Err(Fail::Conflict(_)) => {
            // Somebody else decided meanwhile: the page shows how.
            let (city, own) = of(&visit, &slug, &id).await?;
            let filled = Filled::conflicting(fields, FieldError::new("", "error-request-decided"));
            show(&visit, &city, &own, filled).await
        }
        Err(fail) => show(&visit, &city, &own, Filled::failed(fields, fail)?).await,
    }
}

/// What was decided.
enum Decision {
    Invited,
    Declined,
}

async fn decide(visit: &Visit, city: &City, own: &RequestRow, fields: &Fields) -> Result<Decision> {
    let mut reader = Reader::new(fields);
    let answer = reader.text("answer", "request-answer", TEXT_CHARS);
    let answer = reader.end(answer).map_err(Fail::Invalid)?;
    if fields.get("role") == DECLINE {
        requests::decline(&visit.hub, &visit.actor, city.id, own.id, &answer).await?;
        return Ok(Decision::Declined);
    }
    let role = read_role(fields, city).map_err(Fail::Invalid)?;
    requests::confirm(&visit.hub, &visit.actor, city, own.id, &role).await?;
    Ok(Decision::Invited)
}

/// How many of the city's people have an address at the same domain: a hint, never a proof, and none where people of other cities
/// have one there as well.
async fn hint(visit: &Visit, city: &City, own: &RequestRow) -> Result<String> {
    let Some((_, domain)) = own.email.rsplit_once('@') else { return Ok(String::new()) };
    let (here, elsewhere) = at_domain(&visit.hub.db.read(), city.id, domain).await?;
    // Whether people of other cities have one there is nobody's here: it looks as if nobody had.
    Ok(match (here, elsewhere) {
        (1.., 0) => visit.tn("request-domain-known", here),
        _ => visit.t("request-domain-new"),
    })
}

async fn show(visit: &Visit, city: &City, own: &RequestRow, filled: impl Into<Filled>) -> Answer {
    let hint = hint(visit, city, own).await?;
    let meta = Meta::titled(visit.t1("request-of", "name", &own.name)).hide();
    let form = Form::new(visit, filled).may_lack(&["answer"]);
    let of_city = visit.actor.works_for(city.id);
    let invited = match own.state {
        RequestState::Confirmed => invitations::of_request(&visit.hub.db.read(), city.id, own.id).await?,
        _ => None,
    };
    let template = RequestPage { v: visit, meta, city, own, hint, of_city, invited, form };
    page(template.form.status(), &template, None)
}
