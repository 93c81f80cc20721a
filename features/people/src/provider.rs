//! What is said to a city's provider, and what of its answers is believed (OpenID Connect). The protocol is `openidconnect`'s, the way
//! there is [`outgoing`]'s. No SQL.

use base::{Lang, Time};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClient,
    CoreClientAuthMethod, CoreGrantType, CoreIdToken, CoreIdTokenClaims, CoreIdTokenVerifier, CoreJsonWebKey,
    CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm,
    CoreResponseMode, CoreResponseType, CoreSubjectIdentifierType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret,
    CsrfToken, DiscoveryError, HttpRequest, HttpResponse, IssuerUrl, LanguageTag, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, ProviderMetadata, RedirectUrl, RequestTokenError, Scope, SignatureVerificationError,
    TokenResponse,
};
use outgoing::{Bounds, Failed, Outgoing};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How far a provider's clock may be from ours.
pub(crate) const CLOCKS: TimeDelta = TimeDelta::seconds(60);
/// How long ago a token may have been made.
pub(crate) const MADE: TimeDelta = TimeDelta::minutes(10);
/// Letters of a subject.
pub(crate) const SUBJECT_CHARS: usize = 255;

/// How tokens may be signed: with a key that the provider alone has.
pub(crate) const SIGNED: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// What a provider says that the crate does not read by itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Extra {
    /// It says with each answer who it is (RFC 9207).
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Extra {}

type Metadata = ProviderMetadata<
    Extra,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

/// Why it came to nothing, as far as the provider is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrong {
    /// It does not answer, or not in time.
    Away,
    /// An address of it is none that the hub asks.
    Inside,
    /// What it says of itself cannot be used.
    Provider,
    /// It does not take what the hub shows it: its name or its secret there, or the code.
    Refused,
    /// What it says of the person cannot be believed.
    Token,
    /// So much is being asked already.
    Busy,
}

impl From<&Failed> for Wrong {
    fn from(failed: &Failed) -> Wrong {
        match failed {
            Failed::Inside(_) | Failed::NotHttps | Failed::Address => Wrong::Inside,
            Failed::Busy => Wrong::Busy,
            Failed::Unknown(_) | Failed::Unreachable(_) | Failed::Slow => Wrong::Away,
            Failed::Large | Failed::Redirects | Failed::Answer => Wrong::Provider,
        }
    }
}

/// A provider, and what the hub is there.
pub(crate) struct Provider<'a> {
    pub outgoing: &'a Outgoing,
    pub issuer: &'a str,
    pub client_id: &'a str,
    pub secret: &'a str,
    /// Where it sends people back to.
    pub back: String,
    pub now: Time,
}

/// What is asked.
pub(crate) struct Question<'a> {
    /// What comes back with the answer.
    pub state: &'a str,
    /// What comes back in the token.
    pub nonce: &'a str,
    /// The address is asked for too.
    pub email: bool,
    /// The person is asked who they are though they are signed in there.
    pub anew: bool,
    pub lang: Lang,
}

/// What came back, beside the state.
pub(crate) struct Reply<'a> {
    pub code: &'a str,
    /// Who it says that it is; empty where it does not.
    pub iss: &'a str,
    /// What the hub keeps to show that it was the one who asked.
    pub verifier: String,
    /// The hash of the nonce.
    pub nonce: &'a str,
    /// The person was to be asked anew, since then.
    pub anew_since: Option<Time>,
}

/// What the provider says of a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Said {
    /// The same for ever, and nobody else's at this provider.
    pub subject: String,
    /// Shown to whoever tries a provider; nothing goes by it.
    pub email: String,
    /// How it asked who they are.
    pub methods: Vec<String>,
    pub level: String,
    /// When it did.
    pub at: Option<Time>,
    /// Which session there it is, as a number ([`number_of`]).
    #[serde(default)]
    pub sid: Option<i64>,
}

impl Said {
    /// It asked for more than one thing.
    pub(crate) fn is_strong(&self) -> bool {
        const LEVELS: [&str; 3] =
            ["mfa", "http://schemas.openid.net/pape/policies/2007/06/multi-factor", "https://refeds.org/profile/mfa"];
        self.methods.iter().any(|method| method == "mfa") || LEVELS.contains(&self.level.as_str())
    }
}

/// Is this the address of an issuer, and may it be asked?
pub(crate) fn is_issuer(outgoing: &Outgoing, issuer: &str) -> bool {
    outgoing.check(issuer).is_ok() && IssuerUrl::new(issuer.to_owned()).is_ok() && !issuer.contains(['?', '#'])
}

/// Asks over the way out that all questions take.
fn asking(outgoing: &Outgoing) -> impl Fn(HttpRequest) -> Asking + Send + Sync + use<> {
    let outgoing = outgoing.clone();
    move |request| {
        let outgoing = outgoing.clone();
        Box::pin(async move { outgoing.send(request, Bounds::default()).await })
    }
}

type Asking = std::pin::Pin<Box<dyn Future<Output = Result<HttpResponse, Failed>> + Send>>;

impl Provider<'_> {
    /// What it says of itself, with its keys. Read anew each time: keys are changed, and where one is unknown nothing older is in the way.
    async fn metadata(&self) -> Result<Metadata, Wrong> {
        let issuer = IssuerUrl::new(self.issuer.to_owned()).map_err(|_| Wrong::Provider)?;
        let found = Metadata::discover_async(issuer, &asking(self.outgoing)).await;
        found.map_err(|error| match &error {
            DiscoveryError::Request(failed) => failed.into(),
            _ => Wrong::Provider,
        })
    }

    fn auth_type(metadata: &Metadata) -> AuthType {
        // Where it says nothing, the one that all know.
        let known = metadata.token_endpoint_auth_methods_supported();
        let takes = |own: CoreClientAuthMethod| known.is_none_or(|all| all.contains(&own));
        match takes(CoreClientAuthMethod::ClientSecretBasic) {
            true => AuthType::BasicAuth,
            false => AuthType::RequestBody,
        }
    }

    /// Where to send somebody with this question, and what the hub keeps to show that it was the one who asked.
    pub(crate) async fn ask(&self, question: Question<'_>) -> Result<(String, String), Wrong> {
        let metadata = self.metadata().await?;
        self.outgoing.check(metadata.authorization_endpoint().as_str()).map_err(|_| Wrong::Inside)?;
        let back = RedirectUrl::new(self.back.clone()).map_err(|_| Wrong::Provider)?;
        let client = CoreClient::from_provider_metadata(metadata, ClientId::new(self.client_id.to_owned()), None)
            .set_redirect_uri(back);
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let (state, nonce) = (question.state.to_owned(), question.nonce.to_owned());
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut asked = client
            .authorize_url(flow, move || CsrfToken::new(state), move || Nonce::new(nonce))
            .set_pkce_challenge(challenge)
            .add_ui_locale(LanguageTag::new(question.lang.to_string()));
        if question.email {
            asked = asked.add_scope(Scope::new("email".to_owned()));
        }
        if question.anew {
            asked = asked.add_prompt(CoreAuthPrompt::Login).set_max_age(std::time::Duration::ZERO);
        }
        let (to, _, _) = asked.url();
        Ok((to.to_string(), verifier.into_secret()))
    }

    /// What it says of the person who came back with this.
    pub(crate) async fn read(&self, reply: Reply<'_>) -> Result<Said, Wrong> {
        let metadata = self.metadata().await?;
        // Another provider's answer, brought here by whoever would mix them up.
        let says = metadata.additional_metadata().authorization_response_iss_parameter_supported;
        if (says || !reply.iss.is_empty()) && reply.iss != self.issuer {
            return Err(Wrong::Token);
        }
        let token = self.exchange(&metadata, &reply).await?;
        let keys = metadata.jwks().clone();
        let claims = match self.believed(&token, keys, &reply) {
            // The key came between the two: it is asked for once more.
            Err(Unbelieved::Key) => {
                let asked = asking(self.outgoing);
                let keys = CoreJsonWebKeySet::fetch_async(metadata.jwks_uri(), &asked).await;
                let keys = keys.map_err(|error| match &error {
                    DiscoveryError::Request(failed) => failed.into(),
                    _ => Wrong::Provider,
                })?;
                self.believed(&token, keys, &reply)
            }
            other => other,
        };
        let sid = sid_of(&token.to_string());
        Ok(Said { sid, ..said(&claims.map_err(|_| Wrong::Token)?)? })
    }

    /// The keys with which it signs.
    pub(crate) async fn keys(&self) -> Result<CoreJsonWebKeySet, Wrong> {
        Ok(self.metadata().await?.jwks().clone())
    }

    async fn exchange(&self, metadata: &Metadata, reply: &Reply<'_>) -> Result<CoreIdToken, Wrong> {
        let back = RedirectUrl::new(self.back.clone()).map_err(|_| Wrong::Provider)?;
        let (id, secret) = (ClientId::new(self.client_id.to_owned()), ClientSecret::new(self.secret.to_owned()));
        let client = CoreClient::from_provider_metadata(metadata.clone(), id, Some(secret))
            .set_redirect_uri(back)
            .set_auth_type(Provider::auth_type(metadata));
        let asked = client
            .exchange_code(AuthorizationCode::new(reply.code.to_owned()))
            .map_err(|_| Wrong::Provider)?
            .set_pkce_verifier(PkceCodeVerifier::new(reply.verifier.clone()));
        let token = asked.request_async(&asking(self.outgoing)).await.map_err(|error| match &error {
            RequestTokenError::ServerResponse(_) => Wrong::Refused,
            RequestTokenError::Request(failed) => failed.into(),
            _ => Wrong::Provider,
        })?;
        token.id_token().cloned().ok_or(Wrong::Token)
    }

    /// What of a token is believed with these keys.
    fn believed(
        &self,
        token: &CoreIdToken,
        keys: CoreJsonWebKeySet,
        reply: &Reply<'_>,
    ) -> Result<CoreIdTokenClaims, Unbelieved> {
        let issuer = IssuerUrl::new(self.issuer.to_owned()).map_err(|_| Unbelieved::Other)?;
        let now = self.now;
        // As one that holds no secret: a token that is signed with what both know is none.
        let verifier = CoreIdTokenVerifier::new_public_client(ClientId::new(self.client_id.to_owned()), issuer, keys)
            .set_allowed_algs(SIGNED)
            .set_time_fn(move || now - CLOCKS)
            .set_issue_time_verifier_fn(move |made| within(made, now - MADE, now + CLOCKS))
            .set_auth_time_verifier_fn(move |at| match reply.anew_since {
                Some(since) => {
                    at.ok_or_else(|| "not said".to_owned()).and_then(|at| within(at, since - CLOCKS, now + CLOCKS))
                }
                None => Ok(()),
            });
        let nonce = |said: Option<&Nonce>| match said.map(|said| base::secret::hash(said.secret())) {
            Some(hash) if hash == reply.nonce => Ok(()),
            _ => Err("another".to_owned()),
        };
        let claims = token.claims(&verifier, nonce).map_err(|error| match error {
            ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey) => {
                Unbelieved::Key
            }
            _ => Unbelieved::Other,
        })?;
        // Made for somebody else, who may use it here.
        match claims.authorized_party() {
            Some(party) if party.as_str() != self.client_id => Err(Unbelieved::Other),
            _ => Ok(claims.clone()),
        }
    }
}

/// Why a token is not believed.
enum Unbelieved {
    /// It is signed with a key that is not among them.
    Key,
    Other,
}

fn within(at: Time, from: Time, to: Time) -> Result<(), String> {
    if (from..=to).contains(&at) { Ok(()) } else { Err("not now".to_owned()) }
}

/// A part of a token, read.
pub(crate) fn part<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

/// A session at a provider, as a number: 60 bits of a hash.
pub(crate) fn number_of(sid: &str) -> i64 {
    i64::from_str_radix(&base::secret::hash(sid)[..15], 16).unwrap_or(0)
}

/// Which session there a token that is believed already names.
fn sid_of(token: &str) -> Option<i64> {
    #[derive(Deserialize)]
    struct Sid {
        #[serde(default)]
        sid: Option<String>,
    }
    let sid = part::<Sid>(token.split('.').nth(1)?)?.sid?;
    (!sid.is_empty()).then(|| number_of(&sid))
}

fn said(claims: &CoreIdTokenClaims) -> Result<Said, Wrong> {
    let subject = claims.subject().as_str().to_owned();
    if subject.is_empty() || subject.chars().count() > SUBJECT_CHARS {
        return Err(Wrong::Token);
    }
    let methods = claims.auth_method_refs().into_iter().flatten().map(|method| method.as_str().to_owned());
    Ok(Said {
        subject,
        email: claims.email().map(|email| email.as_str().to_owned()).unwrap_or_default(),
        methods: methods.collect(),
        level: claims.auth_context_ref().map(|level| level.as_str().to_owned()).unwrap_or_default(),
        at: claims.auth_time(),
        sid: None,
    })
}
