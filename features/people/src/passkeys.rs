//! Passkeys (WebAuthn), as far as they are computed: nothing here reads or writes rows.

use base::{Fail, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;
use web::Hub;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, WebauthnError,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

/// Bytes of what a browser sends: a key and its signature take a few hundred.
const SENT_BYTES: usize = 16 * 1024;
/// Bytes of a handle.
const HANDLE_BYTES: usize = 16;

/// The hub, as passkeys know it: by its name alone.
pub(crate) struct Party {
    webauthn: Webauthn,
    name: String,
}

/// What a browser is told, and what is kept beside it until it answers.
pub(crate) struct Asked {
    pub options: String,
    pub state: String,
}

/// A passkey that was made.
pub(crate) struct Made {
    /// The hash of its own id.
    pub credential: String,
    pub kept: String,
}

/// What a browser signed, before anybody has looked at the signature.
pub(crate) struct Signed {
    sent: PublicKeyCredential,
    /// By which the device knows the person.
    pub handle: String,
    /// The hash of the key's own id.
    pub credential: String,
}

/// What a signature says.
pub(crate) enum Said {
    /// It is right; the key is to be kept so from now on.
    Right(String),
    /// It is right, and the key's count has gone back: somebody has a copy of it.
    Copied,
    Wrong,
}

/// A new handle: it says nothing of its person.
pub(crate) fn handle() -> String {
    Uuid::from_bytes(base::secret::random::<HANDLE_BYTES>()).to_string()
}

impl Party {
    /// This hub; none where its address is a number: browsers make no passkeys for one.
    pub(crate) fn of(hub: &Hub) -> Option<Party> {
        let url = Url::parse(&hub.address("/")).ok()?;
        let name = url.domain()?.to_owned();
        let called = hub.network.settings.hub_name.get(hub.network.languages[0]);
        let webauthn = WebauthnBuilder::new(&name, &url).ok()?.rp_name(called).build().ok()?;
        Some(Party { webauthn, name })
    }

    /// Its name: a domain.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Asks for a new passkey of somebody, who has these already: one that the device finds by itself, and that is used after the device
    /// has seen who holds it.
    pub(crate) fn ask_for_new(&self, handle: &str, (email, name): (&str, &str), has: &[String]) -> Result<Asked> {
        let handle = handle.parse::<Uuid>().map_err(Fail::internal)?;
        let has = has.iter().filter_map(|kept| read::<Passkey>(kept)).map(|key| key.cred_id().clone());
        let has: Vec<CredentialID> = has.collect();
        let begun = self.webauthn.start_passkey_registration(handle, email, name, Some(has));
        let (mut options, state) = begun.map_err(Fail::internal)?;
        if let Some(selection) = &mut options.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        Ok(Asked { options: written(&options.public_key)?, state: written(&state)? })
    }

    /// The passkey that was made for what was asked.
    pub(crate) fn made(&self, sent: &str, state: &str) -> Option<Made> {
        let (sent, state) = (read_sent::<RegisterPublicKeyCredential>(sent)?, read::<PasskeyRegistration>(state)?);
        let made = self.webauthn.finish_passkey_registration(&sent, &state);
        let key = made.inspect_err(|error| tracing::info!(%error, "a passkey was not made")).ok()?;
        Some(Made { credential: hashed(key.cred_id()), kept: written(&key).ok()? })
    }

    /// Asks whoever it is to show it, with any passkey of this hub.
    pub(crate) fn ask(&self) -> Result<Asked> {
        let (options, state) = self.webauthn.start_discoverable_authentication().map_err(Fail::internal)?;
        Ok(Asked { options: written(&options.public_key)?, state: written(&state)? })
    }

    /// Reads what was signed.
    pub(crate) fn signed(&self, sent: &str) -> Option<Signed> {
        let sent = read_sent::<PublicKeyCredential>(sent)?;
        let (handle, id) = self.webauthn.identify_discoverable_authentication(&sent).ok()?;
        let (handle, credential) = (handle.to_string(), base::secret::hash(&base::secret::hex(id)));
        Some(Signed { handle, credential, sent })
    }

    /// What the signature says, of what was asked, with this key: made by it, for this hub and from its own pages, after the device has seen
    /// who holds it.
    pub(crate) fn says(&self, signed: &Signed, state: &str, kept: &str) -> Said {
        let (Some(state), Some(mut key)) = (read::<DiscoverableAuthentication>(state), read::<Passkey>(kept)) else {
            return Said::Wrong;
        };
        match self.webauthn.finish_discoverable_authentication_v2(&signed.sent, state, &key) {
            Ok(result) if result.user_verified() => {
                key.update_credential(&result);
                written(&key).map_or(Said::Wrong, Said::Right)
            }
            Err(WebauthnError::CredentialPossibleCompromise) => Said::Copied,
            Ok(_) => Said::Wrong,
            // Why is for the log alone: what a stranger sends is told nothing.
            Err(error) => {
                tracing::info!(%error, "a passkey was refused");
                Said::Wrong
            }
        }
    }
}

fn hashed(id: &CredentialID) -> String {
    base::secret::hash(&base::secret::hex(id.as_ref()))
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// The same of what strangers send.
fn read_sent<T: DeserializeOwned>(text: &str) -> Option<T> {
    if text.len() > SENT_BYTES { None } else { read(text) }
}

fn written(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Fail::internal)
}
