//! Letters go out after the transaction that asked for them.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Result};
use mail::Letter;
use store::{Done, Handler, Tx};

use crate::hub::Hub;

/// The job that sends one letter.
const SEND: &str = "mail.send";

/// Sends a letter once this transaction has committed.
pub async fn post(tx: &Tx, letter: &Letter) -> Result<()> {
    tx.enqueue(SEND, letter).await
}

/// The handler of the ground's own job.
pub fn handler(hub: &Hub) -> Arc<dyn Handler> {
    Arc::new(Send { hub: hub.clone() })
}

struct Send {
    hub: Hub,
}

#[async_trait]
impl Handler for Send {
    fn kind(&self) -> &'static str {
        SEND
    }

    async fn run(&self, payload: &str) -> Result<Done> {
        let letter: Letter = serde_json::from_str(payload).map_err(Fail::internal)?;
        match self.hub.mailer.send(&letter).await {
            Ok(()) => Ok(Done::Yes),
            Err(Fail::Internal(reason)) => Ok(Done::Never(reason)),
            Err(other) => Err(other),
        }
    }
}
