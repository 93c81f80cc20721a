//! What membership forgets, and what it gives up waiting for.

use async_trait::async_trait;
use base::{Actor, Result};
use store::Tx;
use web::Hub;
use web::parts::Chore;

use crate::application::Application;
use crate::application_rows::Silence;
use crate::application_state::ApplicationState;
use crate::letters::{ApplicationLapsed, ApplicationReminded};
use crate::{application_rows, files, rows};

/// Erases what people wrote in enquiries that came to their end long ago, and in the applications that followed them.
pub(crate) struct OldEnquiries;

#[async_trait]
impl Chore for OldEnquiries {
    async fn run(&self, hub: &Hub) -> Result<()> {
        loop {
            let old = rows::old(&hub.db.read(), hub.now()).await?;
            let mut erased = false;
            for enquiry in old {
                erased |= erase(hub, enquiry).await?;
            }
            if !erased {
                return Ok(());
            }
        }
    }
}

/// Erases one, unless something was done with it meanwhile.
async fn erase(hub: &Hub, enquiry: i64) -> Result<bool> {
    let tx = hub.db.begin().await?;
    rows::lock(&tx, enquiry).await?;
    if !rows::is_old(&tx, enquiry).await? {
        return Ok(false);
    }
    rows::erase(&tx, enquiry).await?;
    erase_application(&tx, enquiry).await?;
    tx.commit().await?;
    Ok(true)
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
        for silence in [Silence::Lapses, Silence::Reminded] {
            while some(hub, silence).await? {}
        }
        Ok(())
    }
}

/// Does what is done about some of those that are silent for so long; answers whether there were any.
async fn some(hub: &Hub, silence: Silence) -> Result<bool> {
    let silent = application_rows::silent(&hub.db.read(), hub.now(), silence).await?;
    let mut done = false;
    for own in silent {
        let tx = hub.db.begin().await?;
        rows::lock(&tx, own.enquiry).await?;
        // Its city may have written meanwhile.
        let Some(own) = application_rows::still_silent(&tx, own.id, silence).await? else { continue };
        match silence {
            Silence::Lapses => lapse(&tx, &own).await?,
            Silence::Reminded => remind(&tx, &own).await?,
        }
        tx.commit().await?;
        done = true;
    }
    Ok(done)
}

async fn lapse(tx: &Tx, own: &Application) -> Result<()> {
    tx.move_to(&Actor::System, own.id, own.state, ApplicationState::Lapsed, "").await?;
    web::post::send(tx, &ApplicationLapsed { application: own.id }).await
}

async fn remind(tx: &Tx, own: &Application) -> Result<()> {
    application_rows::reminded(tx, own.id).await?;
    web::post::send(tx, &ApplicationReminded { application: own.id }).await
}
