//! The office decides about an enquiry.

use base::{Actor, Fail, Result};
use store::{Act, Tx};
use web::Hub;

use super::write::send;
use super::{Saw, answer, as_seen, review, taken_before};
use crate::rules::{Decided, Decision, Enquiry, outcome_words};
use crate::state::EnquiryState;
use crate::{acts, due, rows};

/// Decides, keeps who did and why, and writes to whoever asked. The same form sent once more changes nothing.
///
/// # Errors
/// Those of [`rows::enquiry_for`]; [`Fail::Conflict`] where something was done since that they did not see; [`Fail::Invalid`] where the
/// one with which it is to be dealt is none that can be.
pub(crate) async fn decide(hub: &Hub, actor: &Actor, id: i64, decided: &Decided, saw: Saw, once: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    // Two that are merged into each other at the same moment would be dealt with nowhere.
    rows::lock_together(&tx).await?;
    let enquiry = rows::lock_for(&tx, actor, id).await?;
    let said = format!("{} {} {:?} {}", decided.decision.code(), decided.outcome, decided.of, decided.text);
    if taken_before(&tx, actor, id, once, &said).await? {
        return Ok(());
    }
    as_seen(&tx, &enquiry, saw).await?;
    // Whatever else is decided takes an invitation back; of a member's enquiry nothing is decided any more.
    if decided.decision != Decision::Invite {
        review::withdraw(&tx, actor, id).await?;
    }
    tx.move_to(actor, id, enquiry.state, decided.decision.state(), &decided.text).await?;
    rows::set_outcome(&tx, id, &decided.outcome).await?;
    match decided.decision {
        Decision::Reopen => {
            rows::set_duplicate_of(&tx, id, None).await?;
            answer::begin(&tx, hub, &enquiry, due::ANSWER_DAYS).await?;
        }
        Decision::Invite => {
            rows::stop_clock(&tx, id, 0).await?;
            review::open(&tx, actor, &enquiry).await?;
        }
        Decision::Merge => merge(&tx, actor, &enquiry, decided.of).await?,
        Decision::Spam => {
            rows::stop_clock(&tx, id, 0).await?;
            answer::give_back(&tx, hub, id).await?;
        }
        _ => rows::stop_clock(&tx, id, 0).await?,
    }
    if let Some(text) = letter(hub, &enquiry, decided) {
        send(&tx, actor, id, &text).await?;
    }
    let act = act(decided.decision);
    tx.audit(actor, act, &enquiry.written(), &decided.outcome).await?;
    tx.event(actor, act.code(), id, None).await?;
    tx.commit().await
}

const fn act(decision: Decision) -> Act {
    match decision {
        Decision::Invite => acts::INVITED,
        Decision::Redirect => acts::REDIRECTED,
        Decision::Decline => acts::DECLINED,
        Decision::Merge => acts::MERGED,
        Decision::Spam => acts::SPAM,
        Decision::Reopen => acts::REOPENED,
    }
}

/// What its asker is told: in their language what follows from it, and below it the office's own words. Nothing of what nobody meant,
/// and of what is looked at again.
fn letter(hub: &Hub, enquiry: &Enquiry, decided: &Decided) -> Option<String> {
    let lang = enquiry.written_in(&hub.network);
    let args = [("network", hub.network.settings.name.get(lang).into())];
    let page = |path: &str| hub.address(&format!("/{lang}{path}"));
    let text = match decided.decision {
        Decision::Invite => hub.words.write(lang, "enquiry-letter-invited", &args),
        Decision::Merge => hub.words.write(lang, "enquiry-letter-merged", &args),
        Decision::Redirect => {
            let said = hub.words.write(lang, &outcome_words(&decided.outcome), &[]);
            let path = match decided.outcome.as_str() {
                "member" => "/cities",
                "library" => "/library",
                _ => "/contact",
            };
            format!("{said}\n\n{}", page(path))
        }
        Decision::Decline => {
            let said = match decided.outcome.as_str() {
                "other" => String::new(),
                outcome => format!("\n\n{}", hub.words.write(lang, &outcome_words(outcome), &[])),
            };
            format!("{}{said}", hub.words.write(lang, "enquiry-letter-declined", &args))
        }
        Decision::Spam | Decision::Reopen => return None,
    };
    let own = if decided.text.is_empty() { String::new() } else { format!("\n\n{}", decided.text) };
    // What is declined says how to come back.
    let back = match decided.decision {
        Decision::Decline => format!("\n\n{}", hub.words.write(lang, "enquiry-letter-back", &[])),
        _ => String::new(),
    };
    Some(format!("{text}{own}{back}"))
}

/// From now on it is dealt with together with another one, and whatever was dealt with together with it as well.
async fn merge(tx: &Tx, actor: &Actor, enquiry: &Enquiry, of: Option<i64>) -> Result<()> {
    let wrong = || Fail::field("of", "error-enquiry-of");
    let of = of.filter(|of| *of != enquiry.id).ok_or_else(wrong)?;
    let main = match rows::lock_for(tx, actor, of).await {
        Err(Fail::NotFound) => return Err(wrong()),
        main => main?,
    };
    if !main.state.is_open() && main.state != EnquiryState::Invited {
        return Err(wrong());
    }
    rows::stop_clock(tx, enquiry.id, 0).await?;
    rows::set_duplicate_of(tx, enquiry.id, Some(main.id)).await?;
    rows::hand_duplicates_on(tx, enquiry.id, main.id).await?;
    // Who answers one of them answers all.
    if main.region == enquiry.region { Ok(()) } else { rows::move_duplicates(tx, main.id, &main.region).await }
}
