//! Letters go out after the transaction that asked for them. They are written when they leave: until then there are only
//! ids, so that nothing secret lies about and nothing is told that no longer holds.

use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use base::{Fail, Result, Time};
use mail::{Letter, Stamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{Does, Done, Handler, Payload, Queue, Tx, handler as handler_of};

use crate::hub::Hub;
pub use crate::parts::Rank;
use crate::parts::{LetterKind, Parts, Recipients};

/// The job that sends one letter.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Letterbox {
    /// What waits: which letter, of which kind, about what.
    Waiting(Envelope),
    /// An earlier version let finished letters wait: they hold no link (those were thrown away) and go as they are.
    Finished(Letter),
}

impl Payload for Letterbox {
    const KIND: &'static str = "mail.send";
    const QUEUE: Queue = Queue::Letters;
    const LIMIT: Duration = Duration::from_secs(2 * 60);

    fn once(&self) -> Option<String> {
        match self {
            Letterbox::Waiting(envelope) => envelope.once.clone(),
            Letterbox::Finished(_) => None,
        }
    }

    fn priority(&self) -> i64 {
        match self {
            Letterbox::Waiting(envelope) => envelope.priority,
            Letterbox::Finished(_) => 0,
        }
    }
}

/// Tries to note that a letter was handed over, and the pause between them.
const NOTES: usize = 5;
const NOTE_PAUSE: Duration = Duration::from_millis(500);
/// Letters of the hash in a `Message-ID`.
const MARK_LETTERS: usize = 16;

/// Something that is told by letter: its fields are ids (or an address that somebody typed, to be looked up when it
/// leaves), and what is needed to choose the words.
#[async_trait]
pub trait Post: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name, `feature.what`.
    const KIND: &'static str;
    /// Before others that wait, or after them.
    const RANK: Rank = Rank::Usual;

    /// Of letters with the same name here one waits at most.
    fn once(&self) -> Option<String> {
        None
    }

    /// Writes letter number `id`; nothing where it is no longer true, or its reader may no longer have it. Asked again
    /// at each try.
    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>>;

    /// It was handed over to the mail server.
    async fn handed_over(&self, _hub: &Hub, _id: i64) -> Result<()> {
        Ok(())
    }

    /// It could not be handed over: what was made for it must end.
    async fn came_back(&self, _hub: &Hub, _id: i64) -> Result<()> {
        Ok(())
    }
}

/// Sends a letter once this transaction has committed.
pub async fn send<T: Post>(tx: &Tx, about: &T) -> Result<()> {
    send_at(tx, about, tx.now()).await
}

/// Sends a letter at a time, or once this transaction has committed if that is past.
pub async fn send_at<T: Post>(tx: &Tx, about: &T, at: Time) -> Result<()> {
    send_of_kind(tx, (T::KIND, T::RANK), about.once(), about, at).await
}

/// Sends a letter of a kind that is written by a [`LetterKind`] of its own.
pub(crate) async fn send_of_kind(
    tx: &Tx,
    (kind, rank): (&str, Rank),
    once: Option<String>,
    about: &impl Serialize,
    at: Time,
) -> Result<()> {
    let once = once.map(|once| format!("{kind} {once}"));
    let about = serde_json::to_value(about).map_err(Fail::internal)?;
    let envelope = Envelope { id: tx.new_id(), kind: kind.to_owned(), about, once, priority: rank.priority() };
    tx.enqueue_at(&Letterbox::Waiting(envelope), at).await
}

/// A kind of letter, for [`crate::parts::Parts::letters`].
pub fn kind<T: Post>() -> Arc<dyn LetterKind> {
    Arc::new(Kind::<T>(PhantomData))
}

struct Kind<T>(PhantomData<fn() -> T>);

/// Ranks letters that wait since a program of before, which ranked none.
pub async fn rank_waiting(hub: &Hub, kinds: &[Arc<dyn LetterKind>]) -> Result<()> {
    let tx = hub.db.begin().await?;
    for kind in kinds.iter().filter(|kind| kind.rank() != Rank::Usual) {
        // As an envelope is written.
        let part = format!("\"kind\":\"{}\",\"about\":", kind.kind());
        store::rank_waiting(&tx, Letterbox::KIND, &part, kind.rank().priority()).await?;
    }
    tx.commit().await
}

/// What a letter is about, as it was asked for.
pub(crate) fn read<T: DeserializeOwned>(about: &str) -> Result<T> {
    serde_json::from_str(about).map_err(Fail::internal)
}

#[async_trait]
impl<T: Post> LetterKind for Kind<T> {
    fn kind(&self) -> &'static str {
        T::KIND
    }

    fn rank(&self) -> Rank {
        T::RANK
    }

    async fn write(&self, hub: &Hub, id: i64, about: &str) -> Result<Option<Letter>> {
        read::<T>(about)?.write(hub, id).await
    }

    async fn handed_over(&self, hub: &Hub, id: i64, about: &str) -> Result<()> {
        read::<T>(about)?.handed_over(hub, id).await
    }

    async fn came_back(&self, hub: &Hub, id: i64, about: &str) -> Result<()> {
        read::<T>(about)?.came_back(hub, id).await
    }
}

/// Which letter, of which kind, about what.
#[derive(Serialize, Deserialize)]
struct Envelope {
    id: i64,
    kind: String,
    about: serde_json::Value,
    /// Of those with the same name one waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    once: Option<String>,
    /// Of its [`Rank`]; kept beside it.
    #[serde(skip)]
    priority: i64,
}

/// The handler of the ground's own job, for the kinds of letters that features offer.
pub fn handler(hub: &Hub, parts: &Parts) -> Arc<dyn Handler> {
    let (kinds, recipients) = (parts.letters.clone(), parts.recipients.clone());
    handler_of::<Letterbox>(Sender { hub: hub.clone(), kinds, recipients })
}

struct Sender {
    hub: Hub,
    kinds: Vec<Arc<dyn LetterKind>>,
    recipients: Option<Arc<dyn Recipients>>,
}

#[async_trait]
impl Does<Letterbox> for Sender {
    async fn work(&self, job: Letterbox, _id: i64) -> Result<Done> {
        let Envelope { id, kind, about, .. } = match job {
            Letterbox::Waiting(envelope) => envelope,
            Letterbox::Finished(letter) => {
                let mark = base::secret::hash(&format!("{}\n{}\n{}", letter.to, letter.subject, letter.text));
                return self.hand_over(&letter, &mark[..MARK_LETTERS]).await;
            }
        };
        let Some(kind) = self.kinds.iter().find(|own| own.kind() == kind) else {
            return Ok(Done::Never(format!("no letters of the kind `{kind}` are known")));
        };
        let about = about.to_string();
        let Some(letter) = kind.write(&self.hub, id, &about).await? else { return Ok(Done::Yes) };
        // The same text under the same number is the same mail, however often it is tried. Another text (another link)
        // is another mail: a mailbox that keeps only the first of two must not keep the one that no longer works.
        let mark = base::secret::hash(&format!("{}\n{}", letter.subject, letter.text));
        let outcome = self.hand_over(&letter, &format!("{}.{}", base::id::write_id(id), &mark[..MARK_LETTERS])).await;
        if matches!(outcome, Ok(Done::Yes)) {
            // Said once more rather than sent once more: the link in the letter that went is the one that works.
            let mut noted = kind.handed_over(&self.hub, id, &about).await;
            for _ in 1..NOTES {
                if noted.is_ok() {
                    break;
                }
                tokio::time::sleep(NOTE_PAUSE).await;
                noted = kind.handed_over(&self.hub, id, &about).await;
            }
            noted?;
        } else {
            kind.came_back(&self.hub, id, &about).await?;
        }
        outcome
    }
}

impl Sender {
    /// Keeps at the recipient whether e-mails reach them. A letter that has left is not sent once more since that failed.
    async fn tell_of(&self, address: &str, outcome: &str) {
        let Some(recipients) = &self.recipients else { return };
        let told = match outcome {
            "sent" => recipients.reached(&self.hub, address).await,
            "refused" => recipients.refused(&self.hub, address).await,
            _ => Ok(()),
        };
        if let Err(fail) = told {
            tracing::warn!(%fail, "whether e-mails reach somebody is not kept");
        }
    }

    async fn hand_over(&self, letter: &Letter, mark: &str) -> Result<Done> {
        let host = url::Url::parse(&self.hub.settings.public_url).ok();
        let host = host.as_ref().and_then(url::Url::host_str).unwrap_or("localhost");
        let stamp = Stamp {
            message_id: format!("<{mark}@{host}>"),
            at: self.hub.now().into(),
            hub: self.hub.settings.public_url.clone(),
        };
        let sent = self.hub.mailer.send(letter, &stamp).await;
        let outcome = match &sent {
            Ok(()) => "sent",
            Err(Fail::Internal(_)) => "refused",
            Err(_) => "later",
        };
        metrics::counter!("hub_letters_total", "outcome" => outcome).increment(1);
        self.tell_of(&letter.to, outcome).await;
        match sent {
            Ok(()) => Ok(Done::Yes),
            Err(Fail::Internal(reason)) => Ok(Done::Never(reason)),
            Err(other) => Err(other),
        }
    }
}
