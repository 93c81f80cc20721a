//! The form of a prospect: a new one, and what is kept of one.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, FieldError, PersonId, Result};
use cities::GazetteerPlace;
use input::Fields;
use web::form::{Choice, Labelled, Picker};
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::pages::id;
use crate::place::{self, Found, NONE};
use crate::prospects::rules::{Prospect, ProspectDraft};
use crate::prospects::state::ProspectState;
use crate::prospects::{actions, rows};
use crate::rules::Place;

#[derive(Template)]
#[template(path = "membership/prospect_form.html")]
struct EditPage<'a> {
    v: &'a Visit,
    meta: Meta,
    form: Form<'a>,
    /// The one that is corrected; none for a new one.
    own: Option<&'a Prospect>,
    namesakes: Vec<GazetteerPlace>,
    cities: Picker,
    /// Who may speak with it.
    owners: Vec<Choice>,
}

web::framed!(EditPage);

/// The fields that people fill in, in the order of the page.
const FIELDS: [(&str, &str); 9] = [
    ("country", "enquiry-country"),
    ("place", "enquiry-place"),
    ("kind", "enquiry-kind"),
    ("name", "prospect-name"),
    ("position", "prospect-position"),
    ("email", "email"),
    ("lang", "prospect-lang"),
    ("owner", "prospect-owner"),
    ("next_on", "prospect-next"),
];

const ORDER: [&str; 11] =
    ["country", "place", "which", "kind", "name", "position", "email", "lang", "recommended", "owner", "next_on"];

pub(crate) async fn new(visit: Visit) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let me = visit.actor.id().map(|person| person.to_string()).unwrap_or_default();
    let fields = Fields::default().with("lang", visit.lang).with("owner", me);
    show(&visit, None, fields, Vec::new()).await
}

pub(crate) async fn add(visit: Visit, fields: Fields) -> Answer {
    visit.actor.must_answer_for_cities()?;
    let mut fields = fields.in_order(&ORDER);
    let mut namesakes = Vec::new();
    let done = match read(&visit, &mut fields, None, &mut namesakes).await {
        Ok((place, draft)) => actions::add(&visit.hub, &visit.actor, &place, &draft).await,
        Err(fail) => Err(fail),
    };
    match done {
        Ok(id) => Ok(redirect(&visit.done(crate::prospects::rules::path(id), "prospect-added")).into_response()),
        Err(fail) => show(&visit, None, Filled::failed(fields, fail)?, namesakes).await,
    }
}

async fn own(visit: &Visit, written: &str) -> Result<Prospect> {
    rows::prospect_for(&visit.hub.db.read(), &visit.actor, id(written)?).await
}

pub(crate) async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    let own = own(&visit, &written).await?;
    if own.state == ProspectState::Declined {
        return Ok(redirect(&visit.link(own.path())).into_response());
    }
    let fields = as_it_is(&visit, &own).await?;
    show(&visit, Some(&own), fields, Vec::new()).await
}

pub(crate) async fn post(visit: Visit, Path(written): Path<String>, fields: Fields) -> Answer {
    let own = own(&visit, &written).await?;
    let mut fields = fields.in_order(&ORDER);
    let mut namesakes = Vec::new();
    let revision = fields.get("revision").parse().unwrap_or(0);
    let done = match read(&visit, &mut fields, Some(&own), &mut namesakes).await {
        Ok((place, draft)) => actions::correct(&visit.hub, &visit.actor, own.id, revision, &place, &draft).await,
        Err(fail) => Err(fail),
    };
    match done {
        Ok(()) => Ok(redirect(&visit.done(own.path(), "saved")).into_response()),
        Err(Fail::Conflict(_)) => {
            let own = self::own(&visit, &written).await?;
            let now = as_it_is(&visit, &own).await?;
            let filled = Filled::changed(fields, &now, FIELDS.iter().map(Labelled::from));
            show(&visit, Some(&own), filled, namesakes).await
        }
        Err(fail) => show(&visit, Some(&own), Filled::failed(fields, fail)?, namesakes).await,
    }
}

/// The form as it stands.
async fn as_it_is(visit: &Visit, own: &Prospect) -> Result<Fields> {
    let cities: Vec<_> = own.recommended_city.into_iter().collect();
    let recommended = cities::by_ids(&visit.hub.db.read(), &cities).await?.into_values().next();
    let place = match own.place {
        Some(place) => cities::place(&visit.hub.db.read(), place).await?,
        None => None,
    };
    let place = place.map_or_else(|| own.place_name.clone(), |place| place::offer(visit, &place));
    Ok(Fields::default()
        .with("country", &own.country)
        .with("place", place)
        .with("kind", &own.kind)
        .with("name", &own.name)
        .with("position", &own.position)
        .with("email", &own.email)
        .with("lang", own.lang)
        .with("owner", own.owner.map(|owner| owner.to_string()).unwrap_or_default())
        .with("recommended", recommended.map(|city| city.slug).unwrap_or_default())
        .with("next_on", own.next_on.map(|day| day.0.to_string()).unwrap_or_default())
        .with("revision", own.revision))
}

/// What the form says.
async fn read(
    visit: &Visit,
    fields: &mut Fields,
    own: Option<&Prospect>,
    came: &mut Vec<GazetteerPlace>,
) -> Result<(Place, ProspectDraft)> {
    let network = &visit.hub.network;
    let today = network.calendar_of(network.office_of_country(&fields.line("country"))).day_of(visit.hub.now());
    let picked = cities::pick(visit, fields, "recommended").await?;
    let draft = ProspectDraft::read(fields, &visit.hub.network, today);
    let draft = match (draft, picked) {
        (Ok(draft), None) => draft,
        (draft, picked) => return Err(Fail::Invalid(draft.err().into_iter().flatten().chain(picked).collect())),
    };
    // Nobody has changed it: it is not asked anew which of its namesakes it is.
    if let Some(own) = own
        && own.place.is_none()
        && own.place_name == fields.line("place")
        && own.country == fields.line("country")
    {
        return Ok((Place::written(&own.place_name, &own.country), draft));
    }
    let place = match place::find(visit, fields).await? {
        Found::One(place) => place,
        Found::Several(namesakes) => {
            let error = FieldError::new("which", "error-enquiry-which").with("count", namesakes.len());
            *came = namesakes;
            return Err(Fail::Invalid(vec![error]));
        }
    };
    Ok((place, draft))
}

async fn show(
    visit: &Visit,
    own: Option<&Prospect>,
    filled: impl Into<Filled>,
    namesakes: Vec<GazetteerPlace>,
) -> Answer {
    let form =
        Form::new(visit, filled).may_lack(&["name", "position", "email", "recommended", "owner", "next_on", "note"]);
    let sql = visit.hub.db.read();
    // Of no country yet: the central team.
    let mut staff = people::office_of(&sql, visit.hub.network.office_of_country(form.value("country"))).await?;
    staff.extend(visit.actor.id());
    staff.sort();
    staff.dedup();
    let owners = owners(visit, &staff).await?;
    let cities =
        cities::picker_of_all(visit, Choice::new("", visit.t("prospect-recommended-none")), form.value("recommended"));
    let cities = cities.await?;
    let meta = match own {
        Some(own) => Meta::titled(visit.t1("prospect-correct-title", "place", &own.place_name)),
        None => Meta::titled(visit.t("prospect-new")),
    };
    let template = EditPage { v: visit, meta: meta.hide(), form, own, namesakes, cities, owners };
    page(template.form.status(), &template, None)
}

/// Who may speak with it, by name; nobody first.
async fn owners(visit: &Visit, staff: &[PersonId]) -> Result<Vec<Choice>> {
    let names = people::names(&visit.hub.db.read(), staff).await?;
    let mut choices: Vec<Choice> = names.iter().map(|(person, name)| Choice::new(person, name)).collect();
    choices.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
    choices.insert(0, Choice::new("", visit.t("enquiry-nobody")));
    Ok(choices)
}

impl EditPage<'_> {
    fn here(&self) -> String {
        self.own.map_or_else(|| "/office/prospects/new".to_owned(), |own| format!("{}/facts", own.path()))
    }

    /// Nothing before somebody types.
    fn offered(&self) -> &'static [String] {
        &[]
    }

    fn back(&self) -> String {
        self.own.map_or_else(|| "/office/prospects".to_owned(), Prospect::path)
    }

    fn countries(&self) -> Vec<Choice> {
        crate::pages::countries(self.v)
    }

    fn kinds(&self) -> Vec<Choice> {
        crate::pages::kinds(self.v)
    }

    fn languages(&self) -> Vec<Choice> {
        self.v.hub.network.languages.iter().map(|lang| Choice::new(lang, lang.endonym())).collect()
    }

    fn which(&self) -> Vec<Choice> {
        let named = self.namesakes.iter().map(|own| Choice::new(own.id, place::named(self.v, own)));
        named.chain(std::iter::once(Choice::new(NONE, self.v.t("enquiry-none-of-these")))).collect()
    }

    fn chosen_owners(&self) -> Vec<Choice> {
        self.owners.clone()
    }
}
