//! What is done with enquiries: one verb each, one transaction each.

pub(crate) mod accept;
pub(crate) mod answer;
pub(crate) mod apply;
pub(crate) mod ask;
pub(crate) mod assign;
pub(crate) mod decide;
pub(crate) mod review;
pub(crate) mod write;

use base::{Actor, Fail, Result};
use store::{FORM_SENT, Tx};

use crate::rules::Enquiry;
use crate::state::EnquiryState;

/// What whoever acts on an enquiry saw of it: what was done since is told before anything is done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Saw {
    /// Its state.
    pub state: EnquiryState,
    /// The newest message about it; 0 where there was none.
    pub message: i64,
}

/// The rule that nobody acts on what they have not seen.
pub(crate) const MOVED: &str = "enquiries.moved";

/// The rule that an application is written before it is sent.
pub(crate) const NOT_WRITTEN: &str = "applications.state";

fn moved() -> Fail {
    Fail::Conflict(MOVED.to_owned())
}

/// Is it as they saw it?
///
/// # Errors
/// [`Fail::Conflict`] with [`MOVED`].
async fn as_seen(tx: &Tx, enquiry: &Enquiry, saw: Saw) -> Result<()> {
    let newest = crate::rows::newest_message(tx, enquiry.id).await?;
    if enquiry.state == saw.state && newest == saw.message { Ok(()) } else { Err(moved()) }
}

/// Takes what a form says once; answers whether it was sent before. The transaction is over where it was. The same form with other
/// words, after going back, says something else.
async fn taken_before(tx: &Tx, actor: &Actor, enquiry: i64, once: &str, said: &str) -> Result<bool> {
    let token = base::secret::hash(&format!("{once} {enquiry} {said}"));
    match store::remember(tx, actor, &token, "").await {
        Ok(()) => Ok(false),
        Err(Fail::Taken(rule)) if rule == FORM_SENT => Ok(true),
        Err(fail) => Err(fail),
    }
}
