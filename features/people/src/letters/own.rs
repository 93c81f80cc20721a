//! What the owner of an account is told of it.

use async_trait::async_trait;
use base::{Lang, PersonId, Result, Time};
use mail::Letter;
use serde::{Deserialize, Serialize};
use store::Act;
use web::post::{Post, Rank};
use web::{Hub, format};

use super::Reader;
use crate::acts;
use crate::agent::{Agent, System, agent_of, browser_words, system_words};
use crate::rows::account::lock_sessions;
use crate::rows::endings;
use crate::rows::pressed::{self, Pressed, Purpose};

/// The password was changed by somebody who knew the old one, or set anew by a link.
#[derive(Serialize, Deserialize)]
pub(crate) struct PasswordTold {
    pub person: PersonId,
}

/// Somebody signed in in a browser that was not known.
#[derive(Serialize, Deserialize)]
pub(crate) struct BrowserTold {
    pub person: PersonId,
    /// By their codes.
    pub browser: String,
    pub system: String,
    pub at: Time,
}

impl BrowserTold {
    pub(crate) fn new(person: PersonId, (browser, system): Agent, at: Time) -> BrowserTold {
        BrowserTold { person, browser: browser.code().to_owned(), system: system.code().to_owned(), at }
    }
}

/// `Firefox on Android`, as far as a browser said so.
pub(crate) fn agent_in_words(hub: &Hub, lang: Lang, (browser, system): Agent) -> String {
    let name = hub.words.write(lang, &browser_words(browser.code()), &[]);
    if system == System::Unknown {
        return name;
    }
    let system = hub.words.write(lang, &system_words(system.code()), &[]);
    hub.words.write(lang, "session-agent", &[("browser", (&name).into()), ("system", (&system).into())])
}

/// A moment to the minute, in UTC.
pub(super) fn moment(hub: &Hub, lang: Lang, at: Time) -> String {
    let (date, clock) = (format::date(at, lang), at.format("%H:%M").to_string());
    hub.words.write(lang, "moment", &[("date", (&date).into()), ("clock", (&clock).into())])
}

#[async_trait]
impl Post for BrowserTold {
    const KIND: &'static str = "people.browser";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(reader) = Reader::of(hub, &hub.db.read(), self.person).await? else { return Ok(None) };
        let agent = agent_in_words(hub, reader.lang, agent_of(&self.browser, &self.system));
        let when = moment(hub, reader.lang, self.at);
        let args = [("agent", (&agent).into()), ("when", (&when).into())];
        let address = hub.address(&format!("/{}/forgotten", reader.lang));
        Ok(Some(reader.letter(hub, "browser", &args, &format!("\n{address}\n"))))
    }
}

/// What happened to the second step of signing in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SecondStep {
    /// It was set up, or set up anew.
    On,
    /// Its owner turned it off.
    Off,
    /// The team took it away.
    TakenAway,
    /// Its owner made new recovery codes.
    Codes,
    /// A recovery code was used.
    CodeUsed,
    /// Somebody who has the password sent too many wrong codes.
    Guessed,
    /// A passkey was added.
    PasskeyAdded,
    /// One was deleted.
    PasskeyDeleted,
    /// One was refused, since its count had gone back: somebody may have a copy.
    PasskeyCopied,
}

impl SecondStep {
    /// All.
    pub(crate) const ALL: [SecondStep; 9] = [
        SecondStep::On,
        SecondStep::Off,
        SecondStep::TakenAway,
        SecondStep::Codes,
        SecondStep::CodeUsed,
        SecondStep::Guessed,
        SecondStep::PasskeyAdded,
        SecondStep::PasskeyDeleted,
        SecondStep::PasskeyCopied,
    ];

    /// In the log of an account.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            SecondStep::On => "second-step-on",
            SecondStep::Off => "second-step-off",
            SecondStep::TakenAway => "second-step-taken-away",
            SecondStep::Codes => "codes-made",
            SecondStep::CodeUsed => "code-used",
            SecondStep::Guessed => "codes-guessed",
            SecondStep::PasskeyAdded => "passkey-added",
            SecondStep::PasskeyDeleted => "passkey-deleted",
            SecondStep::PasskeyCopied => "passkey-copied",
        }
    }

    /// On record, where it is an act of somebody.
    pub(crate) const fn act(self) -> Option<Act> {
        match self {
            SecondStep::On => Some(acts::SECOND_STEP_ON),
            SecondStep::Off => Some(acts::SECOND_STEP_OFF),
            SecondStep::TakenAway => Some(acts::SECOND_STEP_TAKEN_AWAY),
            SecondStep::Codes => Some(acts::CODES_MADE),
            SecondStep::CodeUsed => Some(acts::CODE_USED),
            SecondStep::PasskeyAdded => Some(acts::PASSKEY_ADDED),
            SecondStep::PasskeyDeleted => Some(acts::PASSKEY_DELETED),
            SecondStep::Guessed | SecondStep::PasskeyCopied => None,
        }
    }
}

/// Something happened to the second step.
#[derive(Serialize, Deserialize)]
pub(crate) struct SecondStepTold {
    pub person: PersonId,
    pub what: SecondStep,
}

#[async_trait]
impl Post for SecondStepTold {
    const KIND: &'static str = "people.second-step";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(reader) = Reader::of(hub, &hub.db.read(), self.person).await? else { return Ok(None) };
        // Whoever has the password has it no longer, once another is set.
        let address = hub.address(&format!("/{}/forgotten", reader.lang));
        // Written out, as the codes are: what a letter mentions is held against what it is given, by its name in the source.
        let kind = match self.what {
            SecondStep::On => "second-step-on",
            SecondStep::Off => "second-step-off",
            SecondStep::TakenAway => "second-step-taken-away",
            SecondStep::Codes => "codes-made",
            SecondStep::CodeUsed => "code-used",
            SecondStep::Guessed => "codes-guessed",
            SecondStep::PasskeyAdded => "passkey-added",
            SecondStep::PasskeyDeleted => "passkey-deleted",
            SecondStep::PasskeyCopied => "passkey-copied",
        };
        Ok(Some(reader.letter(hub, kind, &[], &format!("\n{address}\n"))))
    }
}

/// The team is about to take the second step away.
#[derive(Serialize, Deserialize)]
pub(crate) struct SecondStepEnding {
    pub ending: i64,
}

#[async_trait]
impl Post for SecondStepEnding {
    const KIND: &'static str = "people.second-step-ending";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, id: i64) -> Result<Option<Letter>> {
        let Some(ending) = endings::find(&hub.db.read(), self.ending).await? else { return Ok(None) };
        let Some(reader) = Reader::of(hub, &hub.db.read(), ending.person).await? else { return Ok(None) };
        let secret = base::secret::new_secret();
        let tx = hub.db.begin().await?;
        lock_sessions(&tx, ending.person).await?;
        if ending.due_at <= tx.now() || endings::find(&tx, self.ending).await?.is_none() {
            return Ok(None);
        }
        let link = Pressed { person: ending.person, purpose: Purpose::KeepSecondStep, about: ending.id };
        pressed::make(&tx, &base::secret::hash(&secret), link, id, ending.due_at).await?;
        tx.commit().await?;
        let when = moment(hub, reader.lang, ending.due_at);
        let address = hub.address(&format!("/{}/account/pressed/{secret}", reader.lang));
        Ok(Some(reader.letter(hub, "second-step-ending", &[("when", (&when).into())], &format!("\n{address}\n"))))
    }

    async fn came_back(&self, hub: &Hub, id: i64) -> Result<()> {
        let tx = hub.db.begin().await?;
        pressed::forget_of_letter(&tx, id).await?;
        tx.commit().await
    }
}

#[async_trait]
impl Post for PasswordTold {
    const KIND: &'static str = "people.password";
    const RANK: Rank = Rank::First;

    async fn write(&self, hub: &Hub, _id: i64) -> Result<Option<Letter>> {
        let Some(reader) = Reader::of(hub, &hub.db.read(), self.person).await? else { return Ok(None) };
        let address = hub.address(&format!("/{}/forgotten", reader.lang));
        Ok(Some(reader.letter(hub, "password", &[], &format!("\n{address}\n"))))
    }
}
