//! How a city joins, with the form of its enquiry.

use askama::Template;
use axum::Json;
use axum::response::IntoResponse;
use base::limits::LINE_CHARS;
use base::{Fail, FieldError, Result};
use cities::{City, GazetteerPlace};
use input::Fields;
use site::Text;
use web::form::Choice;
use web::guard::{self, Limits};
use web::{Answer, Filled, Form, Meta, Offered, Visit, kept_by_nobody, page, redirect};

use crate::actions::ask::{self, Asked};
use crate::letters;
use crate::pages::prospects::invited;
use crate::place::{self, Found, NONE};
use crate::prospects::letter::INVITED_PAGE;
use crate::prospects::rules::Prospect;
use crate::rules::{AskingFor, Draft, Mandate, asking_for_words, mandate_words};

#[derive(Template)]
#[template(path = "membership/join.html")]
struct Join<'a> {
    v: &'a Visit,
    meta: Meta,
    text: Text,
    form: Form<'a>,
    /// Places of the name that was written, where there are several.
    namesakes: Vec<GazetteerPlace>,
    /// The member that it seems to be.
    member: Option<City>,
}

web::framed!(Join);

/// What a form came back with, beside what is wrong.
#[derive(Default)]
struct Came {
    namesakes: Vec<GazetteerPlace>,
    member: Option<City>,
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let token = Fields::parse(&visit.query).line("invited");
    let invited = match token.is_empty() {
        true => None,
        // One that leads nowhere any more still leads to the form.
        false => invited::of_token(&visit, &token).await.ok(),
    };
    let fields = match (&invited, visit.actor.person()) {
        (Some(own), _) => as_known(&visit, own).await?.with("invited", token),
        (None, Some(person)) => Fields::default().with("name", &person.name).with("email", &person.email),
        (None, None) => Fields::default(),
    };
    let is_invited = invited.is_some();
    let form = show(&visit, &offered, fields, Came::default()).await;
    // What is filled in for one person is kept by no browser.
    if is_invited { kept_by_nobody(form) } else { form }
}

/// What the office knows already of whoever it invited.
async fn as_known(visit: &Visit, own: &Prospect) -> Result<Fields> {
    let place = match own.place {
        Some(place) => cities::place(&visit.hub.db.read(), place).await?,
        None => None,
    };
    let place = place.map_or_else(|| own.place_name.clone(), |place| place::offer(visit, &place));
    Ok(Fields::default()
        .with("for", AskingFor::LocalGovernment.code())
        .with("country", &own.country)
        .with("place", place)
        .with("kind", &own.kind)
        .with("name", &own.name)
        .with("position", &own.position)
        .with("email", &own.email))
}

/// What is chosen in the form, and what is written between: in the order of the page.
const ORDER: [&str; 10] =
    ["for", "country", "place", "which", "kind", "name", "position", "email", "mandate", "message"];

pub(crate) async fn post(visit: Visit, offered: Offered, fields: Fields) -> Answer {
    let fields = fields.in_order(&ORDER);
    // Whom the network serves in another way is led there before anything is asked of them, and nothing of it is kept.
    match AskingFor::parse(fields.get("for")) {
        Some(AskingFor::LocalGovernment) => {}
        Some(other) => {
            return Ok(redirect(&visit.link(format!("/join/elsewhere?for={}", other.code()))).into_response());
        }
        None => {
            let draft = Draft::read(&fields, &visit.hub.network);
            let wrong = FieldError::new("for", "error-choose").with("label", "enquiry-for");
            let filled = Filled::wrong(fields, vec![wrong]).and(draft.err().unwrap_or_default());
            return show(&visit, &offered, filled, Came::default()).await;
        }
    }
    let mut came = Came::default();
    match send(&visit, &fields, &mut came).await {
        Ok(Asked { enquiry, too }) => {
            let own = letters::own_page(&visit.hub, enquiry);
            let told = if too { visit.done(own, "enquiry-sent-too") } else { visit.done(own, "enquiry-sent") };
            Ok(redirect(&told).into_response())
        }
        Err(fail) => show(&visit, &offered, Filled::failed(fields, fail)?, came).await,
    }
}

/// Keeps the enquiry.
async fn send(visit: &Visit, fields: &Fields, came: &mut Came) -> Result<Asked> {
    let draft = Draft::read(fields, &visit.hub.network).map_err(Fail::Invalid)?;
    let place = match place::find(visit, fields).await? {
        Found::One(place) => place,
        Found::Several(namesakes) => {
            let error = FieldError::new("which", "error-enquiry-which").with("count", namesakes.len());
            came.namesakes = namesakes;
            return Err(Fail::Invalid(vec![error]));
        }
    };
    if !fields.has("other", "yes")
        && let Some(member) = place::member(visit, &place).await?
    {
        let error = FieldError::new("place", "error-enquiry-member").with("city", member.name(visit.lang));
        came.member = Some(member);
        return Err(Fail::Invalid(vec![error]));
    }
    guard::check(visit, fields)?;
    guard::admit(visit, "join", &Limits::default()).await?;
    let own = visit.actor.person().is_some_and(|person| mail::normal(&person.email) == draft.email);
    if !own {
        guard::admit_letter(visit, "join-letter", &draft.email).await?;
    }
    let invited = guard::of_token(&visit.hub, INVITED_PAGE, fields.get("invited"));
    ask::ask(&visit.hub, visit.lang, &draft, &place, invited).await
}

async fn show(visit: &Visit, offered: &Offered, filled: impl Into<Filled>, came: Came) -> Answer {
    let text = site::text(visit, offered, "join").await?;
    let meta = Meta::titled(&text.title).about(visit.t("join-description"));
    let form = Form::new(visit, filled);
    let Came { namesakes, member } = came;
    // Each reader has a form of their own: the time at which it was drawn is in it.
    page(form.status(), &Join { v: visit, meta, text, form, namesakes, member }, None)
}

/// Places that fit what is being typed.
pub(crate) async fn suggest(visit: Visit) -> Answer {
    let text: String = Fields::parse(&visit.query).get("q").chars().take(LINE_CHARS).collect();
    Ok(Json(place::offered(&visit, &text).await?).into_response())
}

impl Join<'_> {
    /// Nothing before somebody types: those of one name are chosen among below.
    fn offered(&self) -> &'static [String] {
        &[]
    }

    fn asking_for(&self) -> Vec<Choice> {
        AskingFor::ALL.into_iter().map(|own| Choice::new(own.code(), self.v.t(asking_for_words(own)))).collect()
    }

    fn countries(&self) -> Vec<Choice> {
        super::countries(self.v)
    }

    fn kinds(&self) -> Vec<Choice> {
        super::kinds(self.v)
    }

    fn mandates(&self) -> Vec<Choice> {
        Mandate::ALL.into_iter().map(|own| Choice::new(own.code(), self.v.t(mandate_words(own)))).collect()
    }

    /// The places of one name, and that it is none of them.
    fn which(&self) -> Vec<Choice> {
        let named = self.namesakes.iter().map(|own| Choice {
            value: own.id.to_string(),
            label: place::named(self.v, own),
            hint: if own.population > 0 { self.v.tn("inhabitants", own.population) } else { String::new() },
        });
        named.chain(std::iter::once(Choice::new(NONE, self.v.t("enquiry-none-of-these")))).collect()
    }
}
