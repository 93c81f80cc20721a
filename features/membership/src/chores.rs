//! What membership forgets, and what it gives up waiting for.

use async_trait::async_trait;
use base::{Actor, Result};
use store::Tx;
use web::Hub;
use web::parts::Chore;

use crate::application_state::ApplicationState;
use crate::letters::{ApplicationLapsed, ApplicationReminded};
use crate::{application_rows, files, rows};

/// Erases what people wrote in enquiries that came to their end long ago, and in the applications that followed them.
pub(crate) struct OldEnquiries;

#[async_trait]
impl Chore for OldEnquiries {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let tx = hub.db.begin().await?;
            let mut erased = rows::erase_old(&tx).await?;
            erased.extend(rows::erase_spam(&tx).await?);
            for enquiry in &erased {
                erase_application(&tx, *enquiry).await?;
            }
            tx.commit().await?;
            if erased.is_empty() {
                return Ok(());
            }
        }
    }
}

async fn erase_application(tx: &Tx, enquiry: i64) -> Result<()> {
    let Some(own) = application_rows::of_enquiry(tx, enquiry).await?.filter(|own| own.erased_at.is_none()) else {
        return Ok(());
    };
    for file in application_rows::erase(tx, &own).await? {
        tx.end_file_use(&file.hash, &files::of_proof(file.id), tx.now()).await?;
    }
    Ok(())
}

/// Reminds cities of applications that nothing came of yet, and gives up those that nothing came of for long. Written in again, one is
/// taken up again.
pub(crate) struct SilentApplications;

#[async_trait]
impl Chore for SilentApplications {
    async fn run(&self, hub: &Hub) -> Result<()> {
        while lapse_some(hub).await? {}
        while remind_some(hub).await? {}
        Ok(())
    }
}

async fn lapse_some(hub: &Hub) -> Result<bool> {
    let tx = hub.db.begin().await?;
    let silent = application_rows::to_lapse(&tx).await?;
    for own in &silent {
        tx.move_to(&Actor::System, own.id, own.state, ApplicationState::Lapsed, "").await?;
        web::post::send(&tx, &ApplicationLapsed { application: own.id }).await?;
    }
    tx.commit().await?;
    Ok(!silent.is_empty())
}

async fn remind_some(hub: &Hub) -> Result<bool> {
    let tx = hub.db.begin().await?;
    let silent = application_rows::to_remind(&tx).await?;
    for own in &silent {
        application_rows::reminded(&tx, own.id).await?;
        web::post::send(&tx, &ApplicationReminded { application: own.id }).await?;
    }
    tx.commit().await?;
    Ok(!silent.is_empty())
}
