//! Letters go out after the transaction that asked for them.

use std::sync::Arc;

use async_trait::async_trait;
use base::{Fail, Result};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, Tx, handler as handler_of};

use crate::hub::Hub;

/// The job that sends one letter.
#[derive(Serialize, Deserialize)]
struct Send(Letter);

impl Payload for Send {
    const KIND: &'static str = "mail.send";
    const QUEUE: Queue = Queue::Letters;
}

/// Sends a letter once this transaction has committed.
pub async fn post(tx: &Tx, letter: &Letter) -> Result<()> {
    tx.enqueue(&Send(letter.clone())).await
}

/// The handler of the ground's own job.
pub fn handler(hub: &Hub) -> Arc<dyn Handler> {
    handler_of::<Send>(Sender(hub.clone()))
}

struct Sender(Hub);

#[async_trait]
impl Does<Send> for Sender {
    async fn work(&self, Send(letter): Send, _id: i64) -> Result<Done> {
        match self.0.mailer.send(&letter).await {
            Ok(()) => Ok(Done::Yes),
            Err(Fail::Internal(reason)) => Ok(Done::Never(reason)),
            Err(other) => Err(other),
        }
    }
}
