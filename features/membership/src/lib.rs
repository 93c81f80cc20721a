//! Membership: a local government asks whether it can become a member, and the office answers.

mod access;
mod actions;
mod acts;
mod application;
mod application_notices;
mod application_rows;
mod application_state;
mod chores;
mod city_rows;
mod due;
mod files;
mod jobs;
mod letter_previews;
mod letters;
mod notices;
mod pages;
mod panel;
mod personal;
mod place;
mod prospects;
mod rows;
mod rules;
mod sitemap;
mod state;
mod tasks;
mod terms;

use std::sync::Arc;

use base::{Actor, Fail, Lang, Result};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::words::{act_words, job_words, notice_words};
use web::{Feature, Fields, Hub, Parts};

use application::{
    ContactKind, DECLINE_REASONS, Part, contact_kind_words, declined_label_words, declined_words, label_words,
    part_words,
};
use application_state::{ApplicationState, application_stand_words, application_state_words, beside_words};
use prospects::rules::ProspectDraft;
use prospects::state::{ProspectState, prospect_state_words};
use rules::{
    AskingFor, Decision, Draft, Mandate, Place as PlaceAsked, REASONS, REDIRECTS, Writing, Written,
    asker_mandate_words, asking_for_words, decision_hint_words, decision_words, mandate_words, outcome_label_words,
    outcome_words, writing_words,
};
use state::{EnquiryState, stand_words, state_words};

/// This feature.
pub fn feature() -> Feature {
    Feature {
        name: "membership",
        migrations: &[
            Migration {
                name: "20261212_000000_membership_enquiries",
                sql: include_str!("../migrations/20261212_000000_membership_enquiries.sql"),
            },
            Migration {
                name: "20261214_000100_membership_applications",
                sql: include_str!("../migrations/20261214_000100_membership_applications.sql"),
            },
            Migration {
                name: "20261223_000100_membership_prospects",
                sql: include_str!("../migrations/20261223_000100_membership_prospects.sql"),
            },
        ],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: pages::routes,
        parts,
        jobs: |hub, _| jobs::jobs(hub),
    }
}

fn made_words() -> Vec<String> {
    let acts = acts::ALL.iter().map(|act| act_words(act.code()));
    let states = EnquiryState::ALL.into_iter().flat_map(|state| [state_words(state), stand_words(state)]);
    let asking = AskingFor::ALL.map(asking_for_words).into_iter().chain(Mandate::ALL.map(mandate_words));
    let asking = asking.chain(Mandate::ALL.map(asker_mandate_words));
    let decisions = Decision::ALL.into_iter().flat_map(|own| [decision_words(own), decision_hint_words(own)]);
    // A reason that the office gives in words of its own needs none of ours.
    let outcomes = REDIRECTS.into_iter().chain(REASONS);
    let labels = outcomes.clone().map(outcome_label_words);
    let outcomes = outcomes.filter(|own| *own != "other").map(outcome_words).chain(labels);
    let others = [job_words(jobs::Remind::KIND)];
    let told = [notices::ENQUIRY, application_notices::APPLICATION, application_notices::MEMBER].map(notice_words);
    let standings = ApplicationState::ALL
        .into_iter()
        .flat_map(|state| [application_state_words(state), application_stand_words(state), beside_words(state)]);
    let parts = Part::ALL.map(part_words).into_iter().chain(ContactKind::ALL.map(contact_kind_words));
    let labels_of = |part: Part| part.fields().iter().map(|(_, label)| label_words(label));
    let parts = parts.chain(Part::ALL.into_iter().flat_map(labels_of));
    let declined = DECLINE_REASONS.into_iter().filter(|own| *own != "other").map(declined_words);
    let declined = declined.chain(DECLINE_REASONS.map(declined_label_words));
    let applications = standings.chain(parts).chain(declined).chain(told);
    let writings = Writing::ALL.map(writing_words);
    let prospects = ProspectState::ALL.map(prospect_state_words);
    acts.chain(states)
        .chain(prospects)
        .chain(asking)
        .chain(decisions)
        .chain(outcomes)
        .chain(writings)
        .chain(others)
        .chain(applications)
        .collect()
}

fn parts(parts: &mut Parts) {
    parts.previews.extend([letter_previews::TO_THE_OFFICE, letter_previews::TO_OTHERS]);
    parts.personal.rows.extend(personal::PERSONAL);
    parts.acts.extend_from_slice(acts::ALL);
    parts.city_rows.extend(city_rows::CITY_ROWS);
    parts.rights.extend(access::RIGHTS);
    parts.letters.extend([
        web::post::kind::<letters::Received>(),
        web::post::kind::<letters::WrittenTo>(),
        web::post::kind::<letters::MailboxTold>(),
        web::post::kind::<letters::Reminded>(),
        web::post::kind::<letters::LinkSent>(),
        web::post::kind::<letters::ApplicationReminded>(),
        web::post::kind::<letters::ApplicationLapsed>(),
        web::post::kind::<prospects::letter::ProspectInvited>(),
    ]);
    parts.notices.push(Arc::new(notices::EnquiryWaits));
    parts.notices.push(Arc::new(application_notices::ApplicationWaits));
    parts.notices.push(Arc::new(application_notices::BecameMember));
    parts.chores.push(Arc::new(chores::OldEnquiries));
    parts.chores.push(Arc::new(chores::SilentApplications));
    parts.chores.push(Arc::new(prospects::chore::SilentProspects));
    parts.tasks.push(Arc::new(tasks::Queues));
    parts.tasks.push(Arc::new(tasks::ToSpeakWith));
    parts.city_panels.push(Arc::new(panel::Joined));
    parts.sitemap.push(Arc::new(sitemap::Join));
    parts.links.extend([
        Link::new(Place::Main, "menu-join", "/join"),
        Link::new(Place::FootTogether, "foot-join", "/join"),
        // Officers have no back office of their own: they find the list where they find their account.
        Link::new(Place::Account, "menu-enquiries", "/office/enquiries")
            .icon("mail")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::Account, "menu-applications", "/office/applications")
            .icon("book")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::Account, "menu-prospects", "/office/prospects")
            .icon("people")
            .shown(|actor| actor.answers_for_cities() && !actor.is_central()),
        Link::new(Place::OfficePeople, "menu-prospects", "/office/prospects")
            .hint("menu-prospects-hint")
            .icon("people")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "menu-applications", "/office/applications")
            .hint("menu-applications-hint")
            .icon("book")
            .shown(Actor::is_central),
        Link::new(Place::OfficePeople, "menu-enquiries", "/office/enquiries")
            .hint("menu-enquiries-hint")
            .icon("mail")
            .shown(Actor::is_central),
    ]);
}

/// Somebody asks, as by the form in this language; their place is taken as it is written. Answers the enquiry's id.
///
/// # Errors
/// [`Fail::Invalid`] where something is wrong with what they wrote.
pub async fn enquire(hub: &Hub, lang: Lang, fields: &Fields) -> Result<i64> {
    let draft = Draft::read(fields, &hub.network).map_err(Fail::Invalid)?;
    let place = PlaceAsked::written(&fields.line("place"), &fields.line("country"));
    Ok(actions::ask::ask(hub, lang, &draft, &place, None).await?.enquiry)
}

/// Somebody of an office adds a local government with which the network speaks, as by the form; its place is taken as it is written.
///
/// # Errors
/// [`Fail::Forbidden`] where they answer for no city; [`Fail::Invalid`] where something is wrong with what they wrote.
pub async fn add_prospect(hub: &Hub, actor: &Actor, fields: &Fields) -> Result<i64> {
    let country = fields.line("country");
    let today = hub.network.calendar_of(hub.network.office_of_country(&country)).day_of(hub.now());
    let draft = ProspectDraft::read(fields, &hub.network, today).map_err(Fail::Invalid)?;
    let place = PlaceAsked::written(&fields.line("place"), &country);
    prospects::actions::add(hub, actor, &place, &draft).await
}

/// The office asks something back, in this person's name.
///
/// # Errors
/// [`Fail::Forbidden`] and [`Fail::NotFound`] where they do not answer it; [`Fail::Conflict`] where nobody has to answer.
pub async fn ask_back(hub: &Hub, actor: &Actor, enquiry: i64, text: &str) -> Result<()> {
    let message = rows::newest_message(&hub.db.read(), enquiry).await?;
    let saw = actions::Saw { state: EnquiryState::Received, message };
    let question = Written { writing: Writing::Question, text: text.to_owned() };
    actions::write::write(hub, actor, enquiry, &question, saw, &base::secret::new_secret()).await
}

/// The office invites a city to apply, in this person's name.
///
/// # Errors
/// As [`ask_back`].
pub async fn invite(hub: &Hub, actor: &Actor, enquiry: i64) -> Result<()> {
    let sql = hub.db.read();
    let state = rows::enquiry(&sql, enquiry).await?.state;
    let saw = actions::Saw { state, message: rows::newest_message(&sql, enquiry).await? };
    let decided = rules::Decided { decision: Decision::Invite, outcome: String::new(), of: None, text: String::new() };
    actions::decide::decide(hub, actor, enquiry, &decided, saw, &base::secret::new_secret()).await
}

/// A city that was invited writes its application, as by its forms, with this file as the proof of its mandate; what is whole is sent.
///
/// # Errors
/// [`Fail::NotFound`] where it was not invited; [`Fail::Invalid`] where something is too long.
pub async fn apply(hub: &Hub, enquiry: i64, fields: &Fields, proof: Vec<u8>) -> Result<()> {
    let sql = hub.db.read();
    let link = application_rows::of_enquiry(&sql, enquiry).await?.ok_or(Fail::NotFound)?.link;
    for part in Part::ALL {
        let kept = application::kept_of(part, fields).map_err(Fail::Invalid)?;
        // A part of which nothing is written is not begun.
        if kept.iter().any(|(_, text)| !text.is_empty()) {
            actions::apply::save(hub, link, part, &kept, 0).await?;
        }
    }
    if fields.line("sign_name").is_empty() {
        return Ok(());
    }
    let staged = hub.blobs.stage_bytes(proof).await?;
    actions::apply::add_file(hub, link, &staged).await?;
    let version = principles::in_force(&sql).await?.ok_or(Fail::NotFound)?.version;
    let texts = principles::texts_of(&sql, version.id).await?;
    let text = principles::best(&texts, hub.network.languages[0], &hub.network.languages).ok_or(Fail::NotFound)?;
    let (name, position) = (fields.line("sign_name"), fields.line("sign_position"));
    let signing = actions::apply::Signing { hash: text.hash.clone(), name, position, named: false };
    actions::apply::sign(hub, link, &signing).await?;
    actions::apply::submit(hub, link, "").await
}
