//! The office invites the contact of a prospect to ask for membership: what the e-mail says beside the hub's own words.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::Fail;
use base::limits::TEXT_CHARS;
use input::{Fields, Reader};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use super::one::of_office;
use crate::prospects::actions;
use crate::prospects::rules::Prospect;

#[derive(Template)]
#[template(path = "membership/prospect_invite.html")]
struct InvitePage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Prospect,
    form: Form<'a>,
}

web::framed!(InvitePage);

pub(crate) async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    let own = of_office(&visit, &written).await?;
    if own.not_invited(visit.hub.now()).is_some() {
        return Ok(redirect(&visit.link(own.path())).into_response());
    }
    show(&visit, &own, Fields::default())
}

pub(crate) async fn post(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let own = of_office(&visit, &written).await?;
    let mut reader = Reader::new(&fields);
    let words = reader.text("words", "enquiry-words", TEXT_CHARS);
    let done = match reader.end(words) {
        Ok(words) => actions::invite(&visit.hub, &visit.actor, own.id, &words).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done_by_letter(own.path(), "prospect-invited")).into_response()),
        Err(fail) => show(&visit, &own, Filled::failed(fields, fail)?),
    }
}

fn show(visit: &Visit, own: &Prospect, filled: impl Into<Filled>) -> Answer {
    let form = Form::new(visit, filled).may_lack(&["words"]);
    let meta = Meta::titled(visit.t1("prospect-invite-title", "place", &own.place_name)).hide();
    page(form.status(), &InvitePage { v: visit, meta, own, form }, None)
}

impl InvitePage<'_> {
    fn language(&self) -> &str {
        self.own.written_in(&self.v.hub.network).endonym()
    }
}
