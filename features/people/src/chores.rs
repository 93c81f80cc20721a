//! What people's part of the hub forgets.

use async_trait::async_trait;
use base::{Fail, PersonId, Result};
use store::AuditBatch;
use web::Hub;
use web::parts::Chore;

use crate::actions;
use crate::letters::{RecordDigest, StillThere};
use crate::rows::{
    self, account, address, coming, contacts, glass, idps, invitations, links, oidc, passkeys, pressed, requests,
    roles, second_step,
};
use crate::rules::{
    DEVICE, ENDED, FORGET_AGAIN, INVITATION_LAPSES, LOG, REQUEST_WAITS, SETTING_UP, TESTED, fold_email,
};

/// Addresses looked at in one step.
const STEP: i64 = 500;

/// Forgets sessions, links, roles, glass, devices and tries that are over.
pub(crate) struct WhatIsOver;

#[async_trait]
impl Chore for WhatIsOver {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let now = hub.now();
        let tx = hub.db.begin().await?;
        account::forget_sessions(&tx).await?;
        second_step::forget_firsts(&tx).await?;
        passkeys::forget_challenges(&tx).await?;
        oidc::forget_asked(&tx).await?;
        oidc::forget_heard(&tx).await?;
        idps::forget_tested(&tx, now - TESTED).await?;
        second_step::forget_pending(&tx, now - SETTING_UP).await?;
        account::forget_old_devices(&tx, now - DEVICE).await?;
        account::forget_log(&tx, now - LOG).await?;
        links::forget_old(&tx, now - ENDED).await?;
        pressed::forget_old(&tx, now - ENDED).await?;
        address::forget_old(&tx, now - ENDED).await?;
        roles::forget_ended(&tx, now - ENDED).await?;
        glass::forget_old(&tx, now - ENDED).await?;
        tx.commit().await?;
        hub.db.tidy_throttles().await
    }
}

/// Begins and ends roles whose time has come and whose jobs have not: one that died, or was dropped.
pub(crate) struct Terms;

#[async_trait]
impl Chore for Terms {
    async fn run(&self, hub: &Hub) -> Result<()> {
        // One that cannot be done stops no other, and is told when all have been tried.
        let mut outcome = Ok(());
        for row in roles::over(&hub.db.read(), hub.now()).await? {
            outcome = outcome.and(actions::in_time::end_in_time(hub, row.id).await);
        }
        for own in coming::due(&hub.db.read(), hub.now()).await? {
            outcome = outcome.and(actions::in_time::begin_in_time(hub, own.id).await);
        }
        outcome
    }
}

/// Closes and erases accounts whose day has come and whose jobs have not, and of those that were erased lately what was put on record
/// at that very moment.
pub(crate) struct Erasures;

#[async_trait]
impl Chore for Erasures {
    async fn run(&self, hub: &Hub) -> Result<()> {
        actions::erasure::ask_again(hub).await?;
        actions::erasure::forget_again(hub, hub.now() - FORGET_AGAIN).await
    }
}

/// Sends the digest of the record off this machine, where somebody is to get it and it is another than the last one sent.
pub(crate) struct Digest;

#[async_trait]
impl Chore for Digest {
    async fn run(&self, hub: &Hub) -> Result<()> {
        if hub.settings.record_mail_to.is_none() {
            return Ok(());
        }
        hub.db.seal_audit().await?;
        let Some(newest) = AuditBatch::newest(&hub.db.read()).await? else { return Ok(()) };
        let tx = hub.db.begin().await?;
        if tx.note_mailed(&newest).await? {
            web::post::send(&tx, &RecordDigest { batch: newest.number }).await?;
        }
        tx.commit().await
    }
}

/// Gives up waiting for what nobody answered for long, and forgets what ended long ago: invitations, and requests for an account.
pub(crate) struct Unanswered;

#[async_trait]
impl Chore for Unanswered {
    async fn run(&self, hub: &Hub) -> Result<()> {
        while actions::invitations::lapse(hub, hub.now() - INVITATION_LAPSES).await? {}
        while actions::requests::lapse(hub, hub.now() - REQUEST_WAITS).await? {}
        let tx = hub.db.begin().await?;
        invitations::forget_old(&tx).await?;
        requests::forget_old(&tx).await?;
        tx.commit().await
    }
}

/// Brings addresses of an earlier version into the form in which they are compared: the domain as mail servers know it.
pub(crate) struct Addresses;

#[async_trait]
impl Chore for Addresses {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let mut after = PersonId(0);
        loop {
            let people = rows::foreign_addresses(&hub.db.read(), after, STEP).await?;
            for person in &people {
                let email = fold_email(&person.email);
                if email == person.email {
                    continue;
                }
                let tx = hub.db.begin().await?;
                match rows::readdress(&tx, person, &email).await {
                    Ok(()) => tx.commit().await?,
                    // Somebody was invited a second time, with the other form: two accounts stay two.
                    Err(Fail::Taken(_)) => {}
                    Err(fail) => return Err(fail),
                }
            }
            match people.last() {
                Some(last) if people.len() as i64 == STEP => after = last.id,
                _ => return Ok(()),
            }
        }
    }
}

/// Asks those who were not here for a year whether they still work for their cities, once a year.
pub(crate) struct SilentContacts;

#[async_trait]
impl Chore for SilentContacts {
    async fn run(&self, hub: &Hub) -> Result<()> {
        let tx = hub.db.begin().await?;
        contacts::count_from_now(&tx).await?;
        tx.commit().await?;
        loop {
            let silent = contacts::to_ask(&hub.db.read(), hub.now()).await?;
            if silent.is_empty() {
                return Ok(());
            }
            for person in silent {
                let tx = hub.db.begin().await?;
                if contacts::set_asked(&tx, person).await? {
                    web::post::send(&tx, &StillThere { person }).await?;
                }
                tx.commit().await?;
            }
        }
    }
}
