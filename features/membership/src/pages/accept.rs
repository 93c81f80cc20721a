//! The office takes a city in: on a page of its own, with the facts that the hub says about it from then on.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{CityId, Fail, FieldError, Lang, Result};
use cities::{City, Facts, KINDS, kind_words};
use input::{Fields, Reader};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::application::{now, seen, shown};
use super::enquiry::moved;
use super::id;
use crate::actions::accept::{self, Accepting, mandate_was_read};
use crate::application::{Application, CONTACT_NAMES, Part};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::rows as enquiries;
use crate::rules::Enquiry;
use crate::terms;

#[derive(Template)]
#[template(path = "membership/accept.html")]
struct AcceptPage<'a> {
    v: &'a Visit,
    meta: Meta,
    own: &'a Application,
    enquiry: &'a Enquiry,
    languages: Vec<Lang>,
    /// Cities of this name that were members before.
    former: Vec<City>,
    /// Letters for which the terms of reference have no font.
    unprintable: String,
    form: Form<'a>,
}

web::framed!(AcceptPage);

pub(crate) async fn get(visit: Visit, Path(application): Path<String>) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    if own.state != ApplicationState::Submitted {
        return Ok(redirect(&visit.link(own.path())).into_response());
    }
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    let fields = known(&visit, &own).await?;
    show(&visit, number, fields).await
}

/// What is known of the city: from its enquiry, and from the gazetteer.
async fn known(visit: &Visit, own: &Application) -> Result<Fields> {
    let sql = visit.hub.db.read();
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    let first = visit.hub.network.languages[0];
    let fields = Fields::default()
        .with(cities::name_field(first), &enquiry.place_name)
        .with("country", &enquiry.country)
        .with("region", &enquiry.region)
        .with("kind", &enquiry.kind);
    let place = match enquiry.place {
        Some(place) => cities::place(&sql, place).await?,
        None => None,
    };
    let Some(place) = place else { return Ok(fields) };
    let fields = fields
        .with("place", place.id)
        .with("latitude", place.latitude)
        .with("longitude", place.longitude)
        .with("place_source", GAZETTEER);
    Ok(match place.population {
        people if people > 0 => fields.with("population", people).with("population_source", GAZETTEER),
        _ => fields,
    })
}

/// Where the gazetteer's figures are from.
const GAZETTEER: &str = "GeoNames";

pub(crate) async fn post(visit: Visit, offered: Offered, Path(application): Path<String>, fields: Fields) -> Answer {
    let number = id(&application)?;
    let own = rows::application_for(&visit.hub.db.read(), &visit.actor, number).await?;
    let former = former(&visit, &own).await?;
    let accepted = match read(&visit, &fields, &former) {
        Ok((facts, before, text)) => {
            let accepting = Accepting {
                facts: &facts,
                before,
                text: &text,
                seen: seen(&fields),
                once: fields.get("once"),
                records: &offered.city_records,
            };
            accept::accept(&visit.hub, &visit.actor, number, &accepting).await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match accepted {
        Ok(()) => Ok(redirect(&visit.done_by_letter(own.path(), "application-accepted")).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, number, moved(fields, "")).await,
        Err(fail) => show(&visit, number, Filled::failed(fields, fail)?).await,
    }
}

/// What stands for a city that was none of those that were members before.
const NEW: &str = "new";

/// Cities of the name that was written which were members before.
async fn former(visit: &Visit, own: &Application) -> Result<Vec<City>> {
    let sql = visit.hub.db.read();
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    cities::former_named(&sql, &enquiry.place_name, &enquiry.country).await
}

type Read = (Facts, Option<CityId>, String);

fn read(visit: &Visit, fields: &Fields, former: &[City]) -> Result<Read, Vec<FieldError>> {
    let mut sent = fields.clone();
    sent.set("membership", cities::Membership::Active.code());
    let network = &visit.hub.network;
    let facts = Facts::read(&sent, network, &network.languages);
    let mut reader = Reader::new(fields);
    let known = |slug: &str| match slug {
        NEW => Some(None),
        slug => former.iter().find(|city| city.slug == slug).map(|city| Some(city.id)),
    };
    let before = match former.is_empty() {
        true => None,
        false => reader.one_of("record", "application-record", known).flatten(),
    };
    let text = reader.text("words", "enquiry-words", TEXT_CHARS);
    let mandate = mandate_was_read(fields.has("mandate_read", "yes"));
    match (facts, reader.end((before, text)), mandate) {
        (Ok(facts), Ok((before, text)), Ok(())) => Ok((facts, before, text)),
        (facts, others, mandate) => {
            let errors = [facts.err(), others.err(), mandate.err()];
            Err(errors.into_iter().flatten().flatten().collect())
        }
    }
}

async fn show(visit: &Visit, number: i64, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let own = rows::application_for(&sql, &visit.actor, number).await?;
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    let parts = rows::parts(&sql, number).await?;
    let fields = |part: Part| parts.get(&part).map(|row| row.fields.clone()).unwrap_or_default();
    let contacts = fields(Part::Contacts);
    let filled = shown(filled.into(), now(visit, &own).await?);
    let languages = visit.hub.network.languages.clone();
    let former = cities::former_named(&sql, &enquiry.place_name, &enquiry.country).await?;
    let form = Form::new(visit, filled).may_lack(&["words", "population", "population_source"]);
    let names = languages.iter().map(|lang| form.value(cities::name_field(*lang)));
    let named = CONTACT_NAMES.iter().flat_map(|names| [contacts.get(names[0]), contacts.get(names[1])]);
    let signed = [own.sign_name.as_deref(), own.sign_position.as_deref()].into_iter().flatten();
    let fonts = print::Fonts::with(visit.hub.network.fonts());
    let unprintable = terms::without_font(&fonts, names.chain(named).chain(signed));
    let meta = Meta::titled(visit.t1("application-accept-title", "place", &enquiry.place_name)).hide();
    let (own, enquiry) = (&own, &enquiry);
    let template = AcceptPage { v: visit, meta, own, enquiry, languages, former, unprintable, form };
    page(template.form.status(), &template, None)
}

impl AcceptPage<'_> {
    fn countries(&self) -> Vec<Choice> {
        let network = &self.v.hub.network;
        let all = network.countries.values().map(|country| Choice::new(&country.iso2, country.name(self.v.lang)));
        let mut all: Vec<Choice> = all.collect();
        all.sort_by_cached_key(|choice| web::format::sort_key(&choice.label));
        all
    }

    fn regions(&self) -> Vec<Choice> {
        let regions = self.v.hub.network.regions.iter();
        let regions = regions.map(|region| Choice::new(&region.slug, region.label(self.v.lang)));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(regions).collect()
    }

    fn records(&self) -> Vec<Choice> {
        let own = self.former.iter().map(|city| Choice::new(&city.slug, city.name(self.v.lang)));
        own.chain(std::iter::once(Choice::new(NEW, self.v.t("application-record-new")))).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        KINDS.map(|kind| Choice::new(kind, self.v.t(kind_words(kind)))).into()
    }

    fn names(&self) -> String {
        self.languages.iter().map(|lang| self.form.line_in(cities::name_field(*lang), "facts-name", *lang)).collect()
    }

    fn signed(&self) -> Option<(&str, &str)> {
        self.own.sign_name.as_deref().zip(self.own.sign_position.as_deref())
    }

    /// The language in which its city reads.
    fn language(&self) -> &'static str {
        self.enquiry.written_in(&self.v.hub.network).endonym()
    }
}
