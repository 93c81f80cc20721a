//! Membership: a local government asks whether it can become a member, and the office answers.

mod access;
mod actions;
mod acts;
mod chores;
mod due;
mod jobs;
mod letters;
mod notices;
mod pages;
mod place;
mod rows;
mod rules;
mod sitemap;
mod state;

use std::sync::Arc;

use base::{Actor, Fail, Lang, Result};
use store::{Migration, Payload};
use web::links::{Link, Place};
use web::words::{act_words, job_words, notice_words};
use web::{Feature, Fields, Hub, Parts};

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
        migrations: &[Migration {
            name: "20261212_000000_membership_enquiries",
            sql: include_str!("../migrations/20261212_000000_membership_enquiries.sql"),
        }],
        files: &[],
        words: [
            (Lang::EN, include_str!("../words/en.ftl")),
            (Lang::FR, include_str!("../words/fr.ftl")),
            (Lang::AR, include_str!("../words/ar.ftl")),
        ],
        made_words,
        routes: pages::routes,
        parts,
        jobs: jobs::jobs,
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
    let others = [job_words(jobs::Remind::KIND), notice_words(notices::ENQUIRY)];
    let writings = Writing::ALL.map(writing_words);
    acts.chain(states).chain(asking).chain(decisions).chain(outcomes).chain(writings).chain(others).collect()
}

fn parts(parts: &mut Parts) {
    parts.letters.extend([
        web::post::kind::<letters::Received>(),
        web::post::kind::<letters::WrittenTo>(),
        web::post::kind::<letters::MailboxTold>(),
        web::post::kind::<letters::Reminded>(),
    ]);
    parts.notices.push(Arc::new(notices::EnquiryWaits));
    parts.chores.push(Arc::new(chores::OldEnquiries));
    parts.sitemap.push(Arc::new(sitemap::Join));
    parts.links.extend([
        Link::new(Place::Main, "menu-join", "/join"),
        Link::new(Place::FootTogether, "foot-join", "/join"),
        // Officers have no back office of their own: they find the list where they find their account.
        Link::new(Place::Account, "menu-enquiries", "/office/enquiries")
            .icon("mail")
            .shown(|actor| access::answers(actor) && !actor.is_central()),
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
    Ok(actions::ask::ask(hub, lang, &draft, &place).await?.enquiry)
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
