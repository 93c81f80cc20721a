//! A city writes its application: whoever has its private link.

use std::collections::HashMap;

use base::{Actor, Fail, FieldError, Result};
use blobs::Staged;
use input::Fields;
use store::Tx;
use web::Hub;
use web::files::{arrive, dismiss};

use super::NOT_WRITTEN;
use super::review::rejoin;
use crate::application::{
    Application, CityPart, Contacts, FILES, Part, PartRow, ProofFile, ProofFormat, check_mandate,
};
use crate::application_rows as rows;
use crate::application_state::ApplicationState;
use crate::due::{self, Clock};
use crate::jobs::remind_of;
use crate::notices::SUBMITTED;
use crate::rules::MessageKind;
use crate::{files, rows as enquiries, terms};

/// The application behind this link, to be written in: one that lapsed is taken up again.
///
/// # Errors
/// [`Fail::NotFound`] where the link leads nowhere (any more); [`Fail::Conflict`] with [`NOT_WRITTEN`] where the office has it, or has decided.
async fn writing(tx: &Tx, link: i64) -> Result<Application> {
    let mut own = rows::lock_by_link(tx, link).await?;
    if !own.state.is_written() {
        return Err(Fail::Conflict(NOT_WRITTEN.to_owned()));
    }
    if own.state == ApplicationState::Lapsed {
        tx.move_to(&Actor::Visitor, own.id, own.state, ApplicationState::Draft, "").await?;
        own.state = ApplicationState::Draft;
    }
    rejoin(tx, &own).await?;
    Ok(own)
}

/// What came of saving a part.
pub(crate) enum Saved {
    /// It is kept.
    Yes,
    /// Somebody else wrote in it since, on another device: what stands there now.
    Changed(PartRow),
}

/// Keeps what was written in a part, right or not. The same once more changes nothing.
///
/// # Errors
/// Those of [`writing`].
pub(crate) async fn save(hub: &Hub, link: i64, part: Part, fields: &Fields, read: i64) -> Result<Saved> {
    let tx = hub.db.begin().await?;
    let own = writing(&tx, link).await?;
    let now = rows::parts(&tx, own.id).await?.remove(&part).unwrap_or_default();
    if same(part, &now.fields, fields) {
        return Ok(Saved::Yes);
    }
    if now.revision != read || !rows::save_part(&tx, &own, part, fields, read).await? {
        return Ok(Saved::Changed(now));
    }
    tx.commit().await?;
    Ok(Saved::Yes)
}

fn same(part: Part, one: &Fields, other: &Fields) -> bool {
    part.fields().iter().all(|(name, _)| one.get(name) == other.get(name))
}

/// Keeps a file that proves the mandate. The same bytes once more are the same file.
///
/// # Errors
/// Those of [`writing`]; [`Fail::Invalid`] where it is none that can be read, or there are enough.
pub(crate) async fn add_file(hub: &Hub, link: i64, file: &Staged) -> Result<()> {
    let format = ProofFormat::tell(file.head());
    let format = format.ok_or_else(|| Fail::field("file", "error-application-format"))?;
    let arrival = arrive(&hub.db, &hub.blobs, file).await?;
    let kept = async {
        let tx = hub.db.begin().await?;
        let own = writing(&tx, link).await?;
        let there = rows::files(&tx, own.id).await?;
        if there.iter().any(|one| one.hash == arrival.hash()) {
            return Ok(false);
        }
        if there.len() >= FILES {
            return Err(Fail::Invalid(vec![FieldError::new("file", "error-application-files").with("max", FILES)]));
        }
        let id = tx.new_id();
        let size = i64::try_from(file.length()).map_err(Fail::internal)?;
        tx.settle_file(&arrival, &files::of_proof(id), None).await?;
        let proof = ProofFile { id, hash: arrival.hash().to_owned(), format, size, sent_at: tx.now() };
        rows::insert_file(&tx, &own, &proof).await?;
        tx.commit().await?;
        Ok(true)
    };
    match kept.await {
        Ok(true) => Ok(()),
        other => {
            dismiss(&hub.db, &hub.blobs, &arrival).await;
            other.map(|_| ())
        }
    }
}

/// Takes a file away. One that is away already stays so.
///
/// # Errors
/// Those of [`writing`].
pub(crate) async fn remove_file(hub: &Hub, link: i64, file: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = writing(&tx, link).await?;
    let there = rows::files(&tx, own.id).await?;
    let Some(file) = there.iter().find(|one| one.id == file) else { return Ok(()) };
    rows::delete_file(&tx, &own, file.id).await?;
    tx.end_file_use(&file.hash, &files::of_proof(file.id), tx.now()).await?;
    tx.commit().await
}

/// For whom the principles are signed.
#[derive(Clone, Debug)]
pub(crate) struct Signing {
    /// The fingerprint of the text that was read.
    pub hash: String,
    pub name: String,
    pub position: String,
    /// The name may stand on the public page.
    pub named: bool,
}

/// Signs the principles that are in force, on behalf of whoever has the mandate. Until the application is sent another signature takes
/// its place.
///
/// # Errors
/// Those of [`writing`]; [`Fail::Invalid`] where the text that was read is not the one in force (any more).
pub(crate) async fn sign(hub: &Hub, link: i64, signing: &Signing) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = writing(&tx, link).await?;
    let newest = principles::in_force(&tx).await?.ok_or(Fail::NotFound)?.version;
    let texts = principles::texts_of(&tx, newest.id).await?;
    let read = texts.into_iter().find(|text| text.hash == signing.hash);
    let read = read.ok_or_else(|| Fail::field("", "error-application-principles"))?;
    let signature = principles::Signature {
        version: newest.id,
        lang: read.lang,
        hash: read.hash,
        name: signing.name.clone(),
        position: signing.position.clone(),
        named: signing.named,
        signed_at: tx.now(),
        entered_by: None,
        paper: String::new(),
    };
    let again = principles::Signature { signed_at: own.signed_at.unwrap_or(tx.now()), ..signature.clone() };
    if own.signature().as_ref() == Some(&again) {
        return Ok(());
    }
    rows::sign(&tx, &own, &signature).await?;
    tx.commit().await
}

/// What is missing before an application can be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Missing {
    /// These parts are not right yet.
    pub parts: Vec<Part>,
    /// No file proves the mandate.
    pub proof: bool,
    /// The principles that are in force are not signed.
    pub signature: bool,
}

impl Missing {
    /// Nothing is.
    pub(crate) fn is_nothing(&self) -> bool {
        self.parts.is_empty() && !self.proof && !self.signature
    }
}

/// What is missing of an application.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn missing(hub: &Hub, sql: &store::Sql, own: &Application) -> Result<Missing> {
    let (written, files) = (rows::parts(sql, own.id).await?, rows::files(sql, own.id).await?);
    Ok(missing_of(hub, own, &written, &files, principles::in_force(sql).await?.as_ref()))
}

/// The same of one of which all is known already.
pub(crate) fn missing_of(
    hub: &Hub,
    own: &Application,
    written: &HashMap<Part, PartRow>,
    files: &[ProofFile],
    in_force: Option<&principles::InForce>,
) -> Missing {
    let today = hub.network.calendar(&own.calendar).day_of(hub.now());
    let right = |part: &Part| {
        let Some(row) = written.get(part) else { return false };
        match part {
            Part::City => CityPart::read(&row.fields, &terms::languages(&hub.network.languages)).is_ok(),
            Part::Contacts => Contacts::read(&row.fields).is_ok(),
            Part::Mandate => check_mandate(&row.fields, today).is_ok(),
        }
    };
    Missing {
        parts: Part::ALL.into_iter().filter(|part| !right(part)).collect(),
        proof: files.is_empty(),
        // A network without principles has nothing to sign.
        signature: in_force.is_some_and(|now| own.signature().is_none_or(|signed| !now.is_signed_by(signed.version))),
    }
}

/// Sends it to the office, which has three working days, or those that were left when it asked. Sent already it stays so.
///
/// # Errors
/// [`Fail::NotFound`]; [`Fail::Conflict`] with [`NOT_WRITTEN`] where the office has decided; [`Fail::Invalid`] where something is missing.
pub(crate) async fn submit(hub: &Hub, link: i64, text: &str) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_by_link(&tx, link).await?;
    if own.state == ApplicationState::Submitted {
        return Ok(());
    }
    let own = match own.state.is_written() {
        true => writing(&tx, link).await?,
        false => return Err(Fail::Conflict(NOT_WRITTEN.to_owned())),
    };
    if !missing(hub, &tx, &own).await?.is_nothing() {
        return Err(Fail::field("", "error-application-missing"));
    }
    let enquiry = enquiries::enquiry(&tx, own.enquiry).await?;
    let days = match own.state {
        ApplicationState::AskedBack => u32::try_from(own.days_left).unwrap_or(due::ANSWER_DAYS).max(1),
        _ => due::ANSWER_DAYS,
    };
    tx.move_to(&Actor::Visitor, own.id, own.state, ApplicationState::Submitted, "").await?;
    let calendar = hub.network.calendar_of(&enquiry.region);
    let clock: Clock = due::begins(calendar, tx.now(), days);
    rows::start_clock(&tx, &own, &calendar.code, clock).await?;
    if !text.is_empty() {
        enquiries::add_message(&tx, own.enquiry, MessageKind::Asker, None, text).await?;
    }
    remind_of(&tx, hub, &rows::application(&tx, own.id).await?, clock).await?;
    tx.event(&Actor::Visitor, SUBMITTED, own.id, None).await?;
    tx.commit().await
}

/// Its city applies once more after it was declined: what was written is there.
///
/// # Errors
/// [`Fail::NotFound`]; [`Fail::Conflict`] where it is not declined.
pub(crate) async fn again(hub: &Hub, link: i64) -> Result<()> {
    let tx = hub.db.begin().await?;
    let own = rows::lock_by_link(&tx, link).await?;
    if own.state == ApplicationState::Draft {
        return Ok(());
    }
    if own.state != ApplicationState::Declined {
        return Err(Fail::Conflict(NOT_WRITTEN.to_owned()));
    }
    rejoin(&tx, &own).await?;
    tx.move_to(&Actor::Visitor, own.id, own.state, ApplicationState::Draft, "").await?;
    rows::set_outcome(&tx, &own, "").await?;
    tx.commit().await
}
