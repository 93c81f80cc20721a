//! The office takes a city in: on a page of its own, with the facts that the hub says about it from then on.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::limits::TEXT_CHARS;
use base::{Fail, FieldError, Lang, Result};
use cities::{City, Facts, KINDS, Known, kind_words};
use input::{Fields, Reader};
use network::Region;
use people::Account;
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Offered, Visit, page, redirect};

use super::application::{by, latest, seen, shown};
use super::enquiry::moved;
use super::id;
use crate::actions::accept::{self, Accepting, mandate_was_read};
use crate::application::{Application, CONTACT_NAMES, Part};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::rows as enquiries;
use crate::rules::{Enquiry, Message};
use crate::terms;

#[derive(Template)]
#[template(path = "membership/accept.html")]
struct AcceptPage<'a> {
    v: &'a Visit,
    meta: Meta,
    of: &'a Of,
    languages: Vec<Lang>,
    /// A member of this name in this country.
    namesake: Option<City>,
    /// Points of contact that have an account already.
    accounts: Vec<Account>,
    /// Letters for which the terms of reference have no font.
    unprintable: String,
    /// What was written last.
    latest: Vec<Message>,
    form: Form<'a>,
}

web::framed!(AcceptPage);

/// What is decided about: the application, its enquiry, and the cities that it might have been before.
struct Of {
    own: Application,
    enquiry: Enquiry,
    former: Vec<City>,
}

async fn of(visit: &Visit, application: &str) -> Result<Of> {
    let sql = visit.hub.db.read();
    let own = rows::application_for(&sql, &visit.actor, id(application)?).await?;
    let enquiry = enquiries::enquiry(&sql, own.enquiry).await?;
    let former = cities::former_like(&sql, enquiry.place, &enquiry.place_name, &enquiry.country).await?;
    Ok(Of { own, enquiry, former })
}

pub(crate) async fn get(visit: Visit, Path(application): Path<String>) -> Answer {
    let of = of(&visit, &application).await?;
    if of.own.state != ApplicationState::Submitted {
        return Ok(redirect(&visit.link(of.own.path())).into_response());
    }
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    let fields = known(&visit, &of.enquiry).await?;
    show(&visit, &of, fields).await
}

/// The regions that this actor may choose: the one of the country, and those that they answer.
fn regions<'a>(visit: &'a Visit, enquiry: &Enquiry) -> Vec<&'a Region> {
    let network = &visit.hub.network;
    let of_country = network.region_of_country(&enquiry.country).map(|region| region.slug.as_str());
    let offered = |region: &&Region| {
        Some(region.slug.as_str()) == of_country || visit.actor.is_central() || visit.actor.serves(&region.slug)
    };
    network.regions.iter().filter(offered).collect()
}

/// What is known of the city: from its enquiry, and from the gazetteer.
async fn known(visit: &Visit, enquiry: &Enquiry) -> Result<Fields> {
    let network = &visit.hub.network;
    let region = network.region_of_country(&enquiry.country).map_or(&enquiry.region, |region| &region.slug);
    let place = match enquiry.place {
        Some(place) => cities::place(&visit.hub.db.read(), place).await?,
        None => None,
    };
    // As the city writes it in its own language; in the first one only in letters that are read there.
    let (first, plain) = (network.languages[0], cities::is_plain_name(&enquiry.place_name));
    let mut fields = Fields::default().with("region", region).with("kind", &enquiry.kind);
    if plain != enquiry.written_in(network).is_rtl() {
        fields.set(cities::name_field(enquiry.written_in(network)), &enquiry.place_name);
    }
    if plain {
        fields.set(cities::name_field(first), &enquiry.place_name);
    } else if let Some(place) = &place {
        fields.set(cities::name_field(first), &place.name);
    }
    let Some(place) = place else { return Ok(fields) };
    let fields =
        fields.with("latitude", place.latitude).with("longitude", place.longitude).with("place_source", GAZETTEER);
    Ok(match place.population {
        people if people > 0 => fields.with("population", people).with("population_source", GAZETTEER),
        _ => fields,
    })
}

/// Where the gazetteer's figures are from.
const GAZETTEER: &str = "GeoNames";

pub(crate) async fn post(visit: Visit, offered: Offered, Path(application): Path<String>, fields: Fields) -> Answer {
    let of = of(&visit, &application).await?;
    // Sent twice, or somebody else was faster: its page says what became of it.
    if of.own.state == ApplicationState::Accepted {
        return Ok(redirect(&visit.link(of.own.path())).into_response());
    }
    let accepted = match read(&visit, &of, &fields) {
        Ok((facts, known, text)) => {
            let accepting = Accepting {
                facts: &facts,
                known,
                text: &text,
                seen: seen(&fields),
                once: fields.get("once"),
                records: &offered.city_records,
            };
            accept::accept(&visit.hub, &visit.actor, of.own.id, &accepting).await
        }
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match accepted {
        Ok(()) => Ok(redirect(&visit.done_by_letter(of.own.path(), "application-accepted")).into_response()),
        Err(Fail::Conflict(_)) => show(&visit, &of, moved(fields, "")).await,
        Err(fail) => show(&visit, &of, Filled::failed(fields, fail)?).await,
    }
}

/// What stands for a city that was none of those that were members before.
const NEW: &str = "new";

type Read = (Facts, Known, String);

/// Reads the form. Place and country are those of the enquiry, whatever is sent.
fn read(visit: &Visit, of: &Of, fields: &Fields) -> Result<Read, Vec<FieldError>> {
    let network = &visit.hub.network;
    let mut sent = fields.clone();
    sent.set("country", &of.enquiry.country);
    sent.set("place", of.enquiry.place.map(|place| place.to_string()).unwrap_or_default());
    let facts = Facts::read(&sent, network, &network.languages);
    let mut reader = Reader::new(fields);
    let allowed = regions(visit, &of.enquiry);
    reader.one_of("region", "region", |slug| allowed.iter().any(|region| region.slug == slug).then_some(()));
    let known = |slug: &str| match slug {
        NEW => Some(None),
        slug => of.former.iter().find(|city| city.slug == slug).map(|city| Some(city.id)),
    };
    let before = match of.former.is_empty() {
        true => None,
        false => reader.one_of("record", "application-record", known).flatten(),
    };
    let text = reader.text("words", "enquiry-words", TEXT_CHARS);
    let is_other = fields.has("is_other", "yes");
    let mandate = mandate_was_read(fields.has("mandate_read", "yes"));
    match (facts, reader.end((Known { before, is_other, ..Known::default() }, text)), mandate) {
        (Ok(facts), Ok((known, text)), Ok(())) => Ok((facts, known, text)),
        (facts, others, mandate) => {
            let errors = [facts.err(), others.err(), mandate.err()];
            let mut errors: Vec<FieldError> = errors.into_iter().flatten().flatten().collect();
            // Both say it of the region.
            errors.dedup_by_key(|error| (error.field, error.message));
            Err(errors)
        }
    }
}

async fn show(visit: &Visit, of: &Of, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let parts = rows::parts(&sql, of.own.id).await?;
    let contacts = parts.get(&Part::Contacts).map(|row| row.fields.clone()).unwrap_or_default();
    let thread = enquiries::messages(&sql, of.enquiry.id).await?;
    let filled = shown(filled.into(), &of.own, &thread);
    let languages = visit.hub.network.languages.clone();
    let namesake = cities::member_named(&sql, &[&of.enquiry.place_name], &of.enquiry.country).await?;
    let emails: Vec<String> = CONTACT_NAMES.iter().map(|names| people::fold_email(&contacts.line(names[2]))).collect();
    let accounts = people::accounts_of(&sql, &emails).await?;
    let form = Form::new(visit, filled).may_lack(&["words", "population"]);
    let names = languages.iter().map(|lang| form.value(cities::name_field(*lang)));
    let named = CONTACT_NAMES.iter().flat_map(|names| [0, 1, 4].map(|place| contacts.get(names[place])));
    let signed = [of.own.sign_name.as_deref(), of.own.sign_position.as_deref()].into_iter().flatten();
    let fonts = print::Fonts::with(visit.hub.network.fonts());
    let unprintable = terms::without_font(&fonts, names.chain(named).chain(signed));
    let meta = Meta::titled(visit.t1("application-accept-title", "place", &of.enquiry.place_name)).hide();
    let latest = latest(&thread);
    let template = AcceptPage { v: visit, meta, of, languages, namesake, accounts, unprintable, latest, form };
    page(template.form.status(), &template, None)
}

impl AcceptPage<'_> {
    fn country(&self) -> &str {
        self.v.hub.network.country_name(&self.of.enquiry.country, self.v.lang)
    }

    fn by(&self, message: &Message) -> String {
        by(self.v, message)
    }

    fn regions(&self) -> Vec<Choice> {
        let regions = regions(self.v, &self.of.enquiry).into_iter();
        let regions = regions.map(|region| Choice::new(&region.slug, region.label(self.v.lang)));
        std::iter::once(Choice::new("", self.v.t("choose"))).chain(regions).collect()
    }

    /// A member of this name stands in the way until it is said to be another one.
    fn asks_for_other(&self) -> bool {
        self.namesake.is_some() || !self.form.value("is_other").is_empty()
    }

    /// What an account holds, in words.
    fn holds(&self, account: &Account) -> String {
        self.v.list(account.roles.iter().map(|role| self.v.t(people::role_words(role))).collect::<Vec<_>>())
    }

    fn records(&self) -> Vec<Choice> {
        let own = self.of.former.iter().map(|city| Choice::new(&city.slug, city.name(self.v.lang)));
        own.chain(std::iter::once(Choice::new(NEW, self.v.t("application-record-new")))).collect()
    }

    fn kinds(&self) -> Vec<Choice> {
        KINDS.map(|kind| Choice::new(kind, self.v.t(kind_words(kind)))).into()
    }

    fn names(&self) -> String {
        self.languages.iter().map(|lang| self.form.line_in(cities::name_field(*lang), "facts-name", *lang)).collect()
    }

    fn signed(&self) -> Option<(&str, &str)> {
        self.of.own.sign_name.as_deref().zip(self.of.own.sign_position.as_deref())
    }

    /// The language in which its city reads.
    fn language(&self) -> &'static str {
        self.of.enquiry.written_in(&self.v.hub.network).endonym()
    }
}
