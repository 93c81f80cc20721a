//! A provider that says whatever it is told to, right or wrong, and signs it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use testkit::{Reply, TestHub};
use url::Url;

/// Where people of the city come back to.
pub const RETURNED: &str = "/sign-in/returned/diffa";
pub const CLIENT: &str = "hub-of-cities";
pub const SECRET: &str = "a secret that both know";

/// Letters of bytes as tokens have them.
pub fn letters(bytes: &[u8]) -> String {
    const ALL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for part in bytes.chunks(3) {
        let whole = [part[0], *part.get(1).unwrap_or(&0), *part.get(2).unwrap_or(&0)];
        let number = u32::from_be_bytes([0, whole[0], whole[1], whole[2]]);
        for place in 0..=part.len() {
            text.push(char::from(ALL[(number >> (18 - 6 * place)) as usize & 63]));
        }
    }
    text
}

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let written = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, written.as_ref(), &random).expect("a key")
}

/// How a token is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    Rightly,
    /// With a key that is not the provider's, under the name of its own.
    ByAnother,
    /// With a key of a name that it does not publish.
    WithUnknown,
    /// With the secret that both know.
    Symmetrically,
    Not,
}

/// One code that was given out.
struct Grant {
    challenge: String,
    claims: Value,
    signed: Signed,
    used: bool,
}

struct Inner {
    key: EcdsaKeyPair,
    other: EcdsaKeyPair,
    grants: Mutex<HashMap<String, Grant>>,
    /// What it says of itself, where that is not the truth.
    says: Mutex<Option<Value>>,
    /// What it answers instead of what it says of itself.
    answers: Mutex<Option<(u16, String)>>,
    /// How often it was asked what it is.
    asked: Mutex<usize>,
    /// How often its keys were read.
    keys_read: Mutex<usize>,
    /// The name of its key.
    kid: Mutex<String>,
}

#[derive(Clone)]
pub struct FakeProvider {
    pub issuer: String,
    inner: Arc<Inner>,
}

/// A question as it was sent to it.
pub struct Asked {
    fields: HashMap<String, String>,
}

impl Asked {
    /// Where this page sends its reader.
    pub fn of(page: &Reply) -> Asked {
        let to = page.header("refresh").strip_prefix("0; url=").unwrap_or_else(|| panic!("{}", page.location()));
        let address = Url::parse(to).expect("an address");
        let fields = address.query_pairs().into_owned().collect();
        Asked { fields }
    }

    pub fn get(&self, name: &str) -> &str {
        self.fields.get(name).map(String::as_str).unwrap_or_default()
    }
}

impl FakeProvider {
    /// One that nobody reaches.
    pub fn nowhere(&self) -> FakeProvider {
        FakeProvider { issuer: "http://127.0.0.1:9".to_owned(), ..self.clone() }
    }

    pub async fn start() -> FakeProvider {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let inner = Arc::new(Inner {
            key: key(),
            other: key(),
            grants: Mutex::default(),
            says: Mutex::default(),
            answers: Mutex::default(),
            asked: Mutex::default(),
            keys_read: Mutex::default(),
            kid: Mutex::new("first".to_owned()),
        });
        let own = FakeProvider { issuer, inner };
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(own.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        own
    }

    /// What it says of itself.
    pub fn configuration(&self) -> Value {
        json!({
            "issuer": self.issuer,
            "authorization_endpoint": format!("{}/authorize", self.issuer),
            "token_endpoint": format!("{}/token", self.issuer),
            "jwks_uri": format!("{}/keys", self.issuer),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "authorization_response_iss_parameter_supported": true,
        })
    }

    /// From now on it says something else of itself, here.
    pub fn now_says(&self, name: &str, value: Value) {
        let mut says = self.configuration();
        says[name] = value;
        *self.inner.says.lock().expect("a lock") = Some(says);
    }

    /// From now on it answers so, whoever asks what it is; or as before.
    pub fn now_answers(&self, answer: Option<(u16, String)>) {
        *self.inner.answers.lock().expect("a lock") = answer;
        *self.inner.says.lock().expect("a lock") = None;
    }

    pub fn asked(&self) -> usize {
        *self.inner.asked.lock().expect("a lock")
    }

    pub fn keys_read(&self) -> usize {
        *self.inner.keys_read.lock().expect("a lock")
    }

    /// What it says of somebody, as it should be.
    pub fn claims(&self, hub: &TestHub, asked: &Asked, subject: &str) -> Value {
        let now = hub.hub.now().timestamp();
        json!({
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": subject,
            "exp": now + 300,
            "iat": now,
            "auth_time": now,
            "nonce": asked.get("nonce"),
        })
    }

    /// Lets somebody come back with this: answers the address.
    pub fn sends_back(&self, asked: &Asked, claims: Value, signed: Signed) -> String {
        let code = base::secret::new_secret();
        let grant = Grant { challenge: asked.get("code_challenge").to_owned(), claims, signed, used: false };
        self.inner.grants.lock().expect("a lock").insert(code.clone(), grant);
        let iss: String = url::form_urlencoded::byte_serialize(self.issuer.as_bytes()).collect();
        format!("{RETURNED}?state={}&code={code}&iss={iss}", asked.get("state"))
    }

    /// The same for somebody who is who they say.
    pub fn knows(&self, hub: &TestHub, asked: &Asked, subject: &str) -> String {
        self.sends_back(asked, self.claims(hub, asked, subject), Signed::Rightly)
    }

    /// From now on its key has another name.
    pub fn names_its_key(&self, kid: &str) {
        *self.inner.kid.lock().expect("a lock") = kid.to_owned();
    }

    fn signed(&self, grant: &Grant) -> String {
        self.sign(&grant.claims, grant.signed)
    }

    /// A token that says this.
    pub fn sign(&self, claims: &Value, signed: Signed) -> String {
        let kid = self.inner.kid.lock().expect("a lock").clone();
        let head = match signed {
            Signed::Rightly | Signed::ByAnother => json!({ "alg": "ES256", "kid": kid }),
            Signed::WithUnknown => json!({ "alg": "ES256", "kid": "nobody's" }),
            Signed::Symmetrically => json!({ "alg": "HS256" }),
            Signed::Not => json!({ "alg": "none" }),
        };
        let text = format!("{}.{}", letters(head.to_string().as_bytes()), letters(claims.to_string().as_bytes()));
        let with = |key: &EcdsaKeyPair| {
            let signature = key.sign(&SystemRandom::new(), text.as_bytes()).expect("signed");
            letters(signature.as_ref())
        };
        let signature = match signed {
            Signed::Rightly => with(&self.inner.key),
            Signed::ByAnother | Signed::WithUnknown => with(&self.inner.other),
            Signed::Symmetrically => {
                let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, SECRET.as_bytes());
                letters(ring::hmac::sign(&key, text.as_bytes()).as_ref())
            }
            Signed::Not => String::new(),
        };
        format!("{text}.{signature}")
    }
}

async fn configuration(State(own): State<FakeProvider>) -> Response {
    *own.inner.asked.lock().expect("a lock") += 1;
    if let Some((status, body)) = own.inner.answers.lock().expect("a lock").clone() {
        let status = StatusCode::from_u16(status).expect("a status");
        return (status, [(header::CONTENT_TYPE, "application/json")], body).into_response();
    }
    let says = own.inner.says.lock().expect("a lock").clone();
    Json(says.unwrap_or_else(|| own.configuration())).into_response()
}

async fn keys(State(own): State<FakeProvider>) -> Json<Value> {
    *own.inner.keys_read.lock().expect("a lock") += 1;
    let point = own.inner.key.public_key().as_ref();
    let kid = own.inner.kid.lock().expect("a lock").clone();
    let (x, y) = (letters(&point[1..33]), letters(&point[33..65]));
    Json(json!({ "keys": [{ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": kid, "x": x, "y": y }] }))
}

/// Each code once, for whoever asked for it.
async fn token(State(own): State<FakeProvider>, Form(fields): Form<HashMap<String, String>>) -> Response {
    let refused = (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response();
    let mut grants = own.inner.grants.lock().expect("a lock");
    let code = fields.get("code").map(String::as_str).unwrap_or_default();
    let Some(grant) = grants.get_mut(code).filter(|grant| !grant.used) else { return refused };
    grant.used = true;
    let verifier = fields.get("code_verifier").map(String::as_str).unwrap_or_default();
    let digest = ring::digest::digest(&ring::digest::SHA256, verifier.as_bytes());
    if letters(digest.as_ref()) != grant.challenge || !fields["redirect_uri"].ends_with(RETURNED) {
        return refused;
    }
    let token = own.signed(grant);
    Json(json!({ "access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": token })).into_response()
}
