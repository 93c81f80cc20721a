//! Somebody asks for a local government whether it can become a member.

use base::{Actor, Fail, Lang, Result};
use store::{FORM_SENT, Tx};
use web::Hub;

use super::answer;
use crate::due;
use crate::jobs::remind;
use crate::letters::{MailboxTold, Received, mailboxes};
use crate::notices::RECEIVED;
use crate::prospects;
use crate::rows::{self, Arrived};
use crate::rules::{Draft, MessageKind, Place};

/// An enquiry that was kept.
pub(crate) struct Asked {
    pub enquiry: i64,
    /// Somebody else has asked for the same place, and the office has not come to an end with it.
    pub too: bool,
}

/// Keeps an enquiry and tells those whom it concerns. The same once more is the same enquiry: the text tells, not the form, which a
/// browser may have fetched anew. `invited` is what the invitation names that they followed.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn ask(hub: &Hub, lang: Lang, draft: &Draft, place: &Place, invited: Option<i64>) -> Result<Asked> {
    // Also of somebody who is signed in: who they are is not kept beyond what they write.
    let actor = &Actor::Visitor;
    let token = base::secret::hash(&said(draft, place).join("\n"));
    let tx = hub.db.begin().await?;
    let id = tx.new_id();
    match store::remember(&tx, actor, &token, &base::id::write_id(id)).await {
        Ok(()) => {}
        Err(Fail::Taken(rule)) if rule == FORM_SENT => {
            drop(tx);
            return first(hub, actor, &token).await;
        }
        Err(fail) => return Err(fail),
    }
    let too = rows::is_asking(&tx, place).await?;
    keep(&tx, hub, id, (actor, lang), (draft, place)).await?;
    prospects::actions::asked(&tx, actor, id, place, invited).await?;
    tx.commit().await?;
    Ok(Asked { enquiry: id, too })
}

/// All that somebody said, in one order.
fn said<'a>(draft: &'a Draft, place: &'a Place) -> [&'a str; 8] {
    let Draft { kind, name, email, position, mandate, text } = draft;
    [kind, name, email, position, mandate.code(), text, &place.name, &place.country]
}

/// The enquiry that was sent first.
async fn first(hub: &Hub, actor: &Actor, token: &str) -> Result<Asked> {
    let kept = store::outcome_of(&hub.db.read(), actor, token).await?;
    let enquiry = kept.as_deref().and_then(base::id::read_id);
    let enquiry = enquiry.ok_or_else(|| Fail::Contended("the same enquiry is being kept".to_owned()))?;
    answer::again(hub, enquiry).await?;
    Ok(Asked { enquiry, too: false })
}

async fn keep(tx: &Tx, hub: &Hub, id: i64, by: (&Actor, Lang), asked: (&Draft, &Place)) -> Result<()> {
    let ((actor, lang), (draft, place), network) = (by, asked, &hub.network);
    let region = network.office_of_country(&place.country);
    let calendar = network.calendar_of(region);
    let clock = due::begins(calendar, tx.now(), due::ANSWER_DAYS);
    let arrived = Arrived { place, region, calendar: &calendar.code, clock, lang };
    rows::insert(tx, id, draft, &arrived).await?;
    rows::add_message(tx, id, MessageKind::Asker, None, &draft.text).await?;
    tx.event(actor, RECEIVED, id, None).await?;
    web::post::send(tx, &Received { enquiry: id }).await?;
    for region in mailboxes(network, region) {
        web::post::send(tx, &MailboxTold { enquiry: id, region }).await?;
    }
    remind(tx, hub, &rows::enquiry(tx, id).await?, clock).await
}
