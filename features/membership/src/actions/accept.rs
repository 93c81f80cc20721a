//! A city becomes a member: all of it in one transaction, or nothing.

use std::sync::Arc;

use base::{Actor, Fail, FieldError, Lang, PersonId, Result, Role};
use blobs::Staged;
use cities::{Admitted, Facts, Known};
use people::Newcomer;
use store::{Arrival, Tx};
use web::Hub;
use web::files::{arrive, dismiss};
use web::parts::CityRecord;

use super::review::{Seen, as_seen};
use super::write::send;
use super::{apply, taken_before};
use crate::application::{Application, CityPart, Contact, Contacts, Part};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::notices::ACCEPTED;
use crate::rules::Enquiry;
use crate::{acts, files, rows as enquiries, terms};

/// What the office decides with.
pub(crate) struct Accepting<'a> {
    /// What the hub says about the city from now on.
    pub facts: &'a Facts,
    /// What the office knows of the record that the city has, or has not.
    pub known: Known,
    /// In the office's own words, for the letter; may be empty.
    pub text: &'a str,
    /// What they saw of the application.
    pub seen: Seen,
    /// What tells this form from another.
    pub once: &'a str,
    /// Who keeps lines about cities.
    pub records: &'a [Arc<dyn CityRecord>],
}

/// Makes the city a member: its record, its people with their roles and letters, its signature, its points of contact, its terms of
/// reference. The same form sent once more changes nothing.
///
/// # Errors
/// Those of [`rows::lock_for`]; [`Fail::Conflict`] where something was done since that they did not see; [`Fail::SignInAgain`] where they
/// have not shown lately who they are; [`Fail::Invalid`] where a member is this place already, or an account stands in the way.
pub(crate) async fn accept(hub: &Hub, actor: &Actor, id: i64, accepting: &Accepting<'_>) -> Result<()> {
    let sql = hub.db.read();
    let own = rows::application_for(&sql, actor, id).await?;
    actor.must_be_recent(hub.now())?;
    // Printed and put into the store before anything is decided: no transaction waits for either.
    let printed = print(hub, &own, accepting).await?;
    let arrival = match &printed {
        Some(staged) => Some(arrive(&hub.db, &hub.blobs, staged).await?),
        None => None,
    };
    let done = decide(hub, actor, id, accepting, arrival.as_ref()).await;
    if !matches!(done, Ok(true))
        && let Some(arrival) = &arrival
    {
        dismiss(&hub.db, &hub.blobs, arrival).await;
    }
    done.map(|_| ())
}

/// The terms of reference; none where the application is not whole, which deciding says better.
async fn print(hub: &Hub, own: &Application, accepting: &Accepting<'_>) -> Result<Option<Staged>> {
    let sql = hub.db.read();
    let Some((city, contacts)) = whole(hub, &sql, own).await? else { return Ok(None) };
    let signature = own.signature();
    let agreed = terms::Agreed {
        lang: city.terms_lang,
        city: name_in(accepting.facts, city.terms_lang),
        contacts: &contacts,
        signature: signature.as_ref(),
        accepted_at: hub.now(),
    };
    let bytes = terms::print(hub, &sql, &agreed).await?;
    Ok(Some(hub.blobs.stage_bytes(bytes).await?))
}

/// What the city is called in a language, else in the first.
fn name_in(facts: &Facts, lang: Lang) -> &str {
    let own = facts.names.iter().find(|named| named.lang == lang && !named.name.is_empty());
    own.or(facts.names.first()).map_or("", |named| &named.name)
}

/// What the city wrote, where it is right.
async fn whole(hub: &Hub, sql: &store::Sql, own: &Application) -> Result<Option<(CityPart, Contacts)>> {
    let parts = rows::parts(sql, own.id).await?;
    let fields = |part: Part| parts.get(&part).map(|row| row.fields.clone()).unwrap_or_default();
    let city = CityPart::read(&fields(Part::City), &terms::languages(&hub.network.languages)).ok();
    let contacts = Contacts::read(&fields(Part::Contacts)).ok();
    Ok(city.zip(contacts))
}

/// Answers whether it was done now: the file that was printed is then in use.
async fn decide(hub: &Hub, actor: &Actor, id: i64, accepting: &Accepting<'_>, terms: Option<&Arrival>) -> Result<bool> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_for(&tx, actor, id).await?;
    if taken_before(&tx, actor, own.id, accepting.once, accepting.text).await? {
        return Ok(false);
    }
    as_seen(&tx, &own, accepting.seen).await?;
    let missing = apply::missing(hub, &tx, &own).await?;
    let (Some((_, contacts)), Some(terms), true) = (whole(hub, &tx, &own).await?, terms, missing.is_nothing()) else {
        return Err(Fail::field("", "error-application-missing"));
    };
    tx.move_to(actor, own.id, own.state, ApplicationState::Accepted, "").await?;
    rows::stop_clock(&tx, &own, 0).await?;
    let enquiry = enquiries::enquiry(&tx, own.enquiry).await?;
    // Nobody decides about what they asked themselves.
    if actor.person().is_some_and(|person| person.email == people::fold_email(&enquiry.email)) {
        return Err(Fail::field("", "error-application-own"));
    }
    if let Some(before) = accepting.known.before {
        status::lock(&tx, before).await?;
    }
    let admitted = cities::admit(&tx, hub, accepting.records, actor, accepting.facts, accepting.known).await?;
    status::joined(&tx, hub, actor, &admitted, &format!("/applications/{}/terms", own.written())).await?;
    bring_people(&tx, hub, actor, &enquiry, &admitted, &contacts).await?;
    // A network without principles has nothing to sign.
    if let Some(signature) = own.signature() {
        principles::sign(&tx, actor, admitted.city.id, &signature).await?;
    }
    tx.settle_file(terms, &files::of_terms(own.id), None).await?;
    rows::set_city(&tx, &own, admitted.city.id, terms.hash()).await?;
    send(&tx, actor, own.enquiry, &welcome(hub, &enquiry, &admitted, accepting.text)).await?;
    tx.audit(actor, acts::APPLICATION_ACCEPTED, &own.written(), &admitted.city.slug).await?;
    tx.event(actor, ACCEPTED, own.id, Some(admitted.city.id)).await?;
    tx.commit().await?;
    Ok(true)
}

/// The points of contact get their accounts and roles: the first leads the city's work in the hub.
async fn bring_people(
    tx: &Tx,
    hub: &Hub,
    actor: &Actor,
    enquiry: &Enquiry,
    admitted: &Admitted,
    contacts: &Contacts,
) -> Result<()> {
    let city = admitted.city.id;
    let lang = enquiry.written_in(&hub.network);
    let person = |(place, contact): (usize, &Contact)| {
        let newcomer = Newcomer { name: contact.name.clone(), email: contact.email.clone(), lang };
        (newcomer, if place == 0 { Role::CityLead(city) } else { Role::Practitioner(city) })
    };
    let people: Vec<(Newcomer, Role)> = contacts.people.iter().enumerate().map(person).collect();
    let welcomed: Vec<PersonId> = people::welcome(tx, actor, &people, admitted.returned).await?;
    let named: Vec<(PersonId, &Contact)> = welcomed.into_iter().zip(&contacts.people).collect();
    rows::name_contacts(tx, city, &named, &contacts.reason).await
}

/// What whoever asked is told, in their language.
fn welcome(hub: &Hub, enquiry: &Enquiry, admitted: &Admitted, text: &str) -> String {
    let lang = enquiry.written_in(&hub.network);
    let network = hub.network.settings.name.get(lang);
    let args = [("city", admitted.city.name(lang).into()), ("network", network.into())];
    let first = hub.words.write(lang, "application-letter-accepted", &args);
    let page = hub.address(&format!("/{lang}{}", admitted.city.path()));
    let own = (!text.is_empty()).then(|| text.to_owned());
    [Some(first), Some(page), own].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
}

/// The mandate was looked at: whoever accepts says so.
///
/// # Errors
/// [`Fail::Invalid`] where it was not ticked.
pub(crate) fn mandate_was_read(ticked: bool) -> Result<(), Vec<FieldError>> {
    if ticked { Ok(()) } else { Err(vec![FieldError::new("mandate_read", "error-application-mandate-read")]) }
}
