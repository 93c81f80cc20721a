//! What a city's provider says when somebody has signed out there (OpenID Connect Back-Channel Logout 1.0), and what of it is believed.
//! The signature is held against the provider's keys by `openidconnect`; that crate knows no logout tokens. No SQL.

use base::Time;
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use chrono::DateTime;
use openidconnect::JsonWebKey;
use openidconnect::core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJsonWebKeyUse, CoreJwsSigningAlgorithm};
use serde::Deserialize;
use serde_json::Value;

use crate::provider::{CLOCKS, MADE, SIGNED, SUBJECT_CHARS, number_of, part};

/// Letters of a token.
pub(crate) const TOKEN_CHARS: usize = 8_000;
/// The member of `events` that makes a token one of these.
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";
/// What a token may say that it is.
const TYPES: [&str; 4] = ["logout+jwt", "application/logout+jwt", "jwt", "application/jwt"];

/// Who has signed out there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SignedOut {
    /// The person there.
    pub subject: Option<String>,
    /// Which session there, as [`number_of`] has it; none: all of them.
    pub sid: Option<i64>,
    /// When it says so.
    pub made_at: Time,
    /// The number that it gave this word: it says the same once.
    pub number: String,
}

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unbelieved {
    /// It is no token, or none of this kind.
    Shape,
    /// Another provider's, or for somebody else.
    Other,
    /// Too old, or from the future.
    Time,
    /// Signed with a key that is not among the provider's.
    Key,
    /// Not signed, or not rightly.
    Signature,
    /// It was heard already.
    Again,
}

#[derive(Deserialize)]
struct Head {
    alg: Value,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
    /// What must be understood: nothing is.
    #[serde(default)]
    crit: Option<Value>,
}

/// One, or several.
#[derive(Deserialize)]
#[serde(untagged)]
enum Several {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Several,
    iat: i64,
    exp: i64,
    jti: String,
    events: serde_json::Map<String, Value>,
    #[serde(default)]
    sub: Option<String>,
    #[serde(default)]
    sid: Option<String>,
    #[serde(default)]
    nonce: Option<Value>,
}

/// A token that is what it should be, but for its signature.
pub(crate) struct Token<'a> {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    /// What is signed.
    signed: &'a str,
    signature: Vec<u8>,
    says: SignedOut,
}

fn instant(seconds: i64) -> Option<Time> {
    DateTime::from_timestamp(seconds, 0)
}

/// Reads a token, and holds it against all that can be known without the provider's keys: whoever sends anything at all has nobody
/// asked for them.
///
/// # Errors
/// What of it cannot be believed.
pub(crate) fn read<'a>(token: &'a str, issuer: &str, client: &str, now: Time) -> Result<Token<'a>, Unbelieved> {
    if token.len() > TOKEN_CHARS {
        return Err(Unbelieved::Shape);
    }
    let (signed, signature) = token.rsplit_once('.').ok_or(Unbelieved::Shape)?;
    let (head, claims) = signed.split_once('.').ok_or(Unbelieved::Shape)?;
    let head: Head = part(head).ok_or(Unbelieved::Shape)?;
    let claims: Claims = part(claims).ok_or(Unbelieved::Shape)?;
    let signature = BASE64_URL_SAFE_NO_PAD.decode(signature).map_err(|_| Unbelieved::Shape)?;
    let alg = serde_json::from_value::<CoreJwsSigningAlgorithm>(head.alg).map_err(|_| Unbelieved::Signature)?;
    if !SIGNED.contains(&alg) || signature.is_empty() {
        return Err(Unbelieved::Signature);
    }
    let typed = head.typ.is_none_or(|typ| TYPES.contains(&typ.to_ascii_lowercase().as_str()));
    let is_logout = claims.events.get(EVENT).is_some_and(Value::is_object);
    // With a nonce it is a token of somebody who signs in, used as another one.
    if !typed || head.crit.is_some() || !is_logout || claims.nonce.is_some() || claims.jti.is_empty() {
        return Err(Unbelieved::Shape);
    }
    let for_us = match &claims.aud {
        Several::One(aud) => aud == client,
        Several::Many(all) => all.iter().any(|aud| aud == client),
    };
    if claims.iss != issuer || !for_us {
        return Err(Unbelieved::Other);
    }
    let made_at = instant(claims.iat).ok_or(Unbelieved::Time)?;
    let is_over = instant(claims.exp).is_none_or(|exp| exp <= now - CLOCKS);
    if is_over || !(now - MADE..=now + CLOCKS).contains(&made_at) {
        return Err(Unbelieved::Time);
    }
    let subject = claims.sub.filter(|sub| !sub.is_empty());
    let sid = claims.sid.filter(|sid| !sid.is_empty()).map(|sid| number_of(&sid));
    let too_long = subject.as_ref().is_some_and(|sub| sub.chars().count() > SUBJECT_CHARS);
    if too_long || (subject.is_none() && sid.is_none()) {
        return Err(Unbelieved::Shape);
    }
    Ok(Token { alg, kid: head.kid, signed, signature, says: SignedOut { subject, sid, made_at, number: claims.jti } })
}

impl Token<'_> {
    /// What it says, where one of these keys has signed it.
    ///
    /// # Errors
    /// [`Unbelieved::Key`] where none is called as it says, [`Unbelieved::Signature`].
    pub(crate) fn believed(&self, keys: &CoreJsonWebKeySet) -> Result<SignedOut, Unbelieved> {
        let signs = |key: &&CoreJsonWebKey| key.key_use().is_none_or(|own| *own == CoreJsonWebKeyUse::Signature);
        let called =
            |key: &&CoreJsonWebKey| self.kid.is_none() || key.key_id().map(|own| own.as_str()) == self.kid.as_deref();
        let mut fitting = keys.keys().iter().filter(signs).filter(called).peekable();
        if fitting.peek().is_none() {
            return Err(Unbelieved::Key);
        }
        let signed = self.signed.as_bytes();
        let rightly = fitting.any(|key| key.verify_signature(&self.alg, signed, &self.signature).is_ok());
        if rightly { Ok(self.says.clone()) } else { Err(Unbelieved::Signature) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn now() -> Time {
        DateTime::from_timestamp(1_800_000_000, 0).expect("a time")
    }

    fn token(head: &Value, claims: &Value) -> String {
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        format!("{}.{}.c2ln", part(head), part(claims))
    }

    fn claims() -> Value {
        json!({
            "iss": "https://login.example.org", "aud": ["hub"], "iat": now().timestamp(), "exp": now().timestamp() + 120, "jti": "1",
            "events": { EVENT: {} }, "sub": "amina", "sid": "a session",
        })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut all = claims();
        match value {
            Value::Null => all.as_object_mut().expect("claims").remove(name),
            value => all.as_object_mut().expect("claims").insert(name.to_owned(), value),
        };
        all
    }

    fn reads(head: &Value, claims: &Value) -> Result<SignedOut, Unbelieved> {
        read(&token(head, claims), "https://login.example.org", "hub", now()).map(|token| token.says)
    }

    #[test]
    fn a_token_says_who_has_signed_out_where() {
        let head = json!({"alg": "ES256", "typ": "logout+jwt", "kid": "1"});
        let says = reads(&head, &claims()).expect("a token");
        assert_eq!((says.subject.as_deref(), says.sid), (Some("amina"), Some(number_of("a session"))));
        assert_eq!(reads(&head, &with("sub", Value::Null)).map(|says| says.subject), Ok(None));
        assert_eq!(reads(&head, &with("sid", Value::Null)).map(|says| says.sid), Ok(None));
        assert!(reads(&json!({"alg": "RS256"}), &with("aud", json!("hub"))).is_ok(), "without a type");
    }

    #[test]
    fn what_is_no_such_token_is_refused_before_anybody_is_asked() {
        let head = json!({"alg": "ES256"});
        for (wrong, why) in [
            (with("iss", json!("https://other.example.org")), Unbelieved::Other),
            (with("aud", json!("another")), Unbelieved::Other),
            (with("aud", json!([])), Unbelieved::Other),
            (with("iat", json!(now().timestamp() - 700)), Unbelieved::Time),
            (with("iat", json!(now().timestamp() + 120)), Unbelieved::Time),
            (with("iat", json!(i64::MAX)), Unbelieved::Time),
            (with("iat", Value::Null), Unbelieved::Shape),
            (with("exp", Value::Null), Unbelieved::Shape),
            (with("exp", json!(i64::MAX)), Unbelieved::Time),
            (with("exp", json!(now().timestamp() - 61)), Unbelieved::Time),
            (with("events", json!({})), Unbelieved::Shape),
            (with("events", json!({ EVENT: "yes" })), Unbelieved::Shape),
            (with("events", Value::Null), Unbelieved::Shape),
            (with("nonce", json!("n")), Unbelieved::Shape),
            (with("nonce", json!("")), Unbelieved::Shape),
            (with("jti", Value::Null), Unbelieved::Shape),
            (with("jti", json!("")), Unbelieved::Shape),
            (with("sub", json!("x".repeat(256))), Unbelieved::Shape),
            (json!({"iss": "https://login.example.org"}), Unbelieved::Shape),
        ] {
            assert_eq!(reads(&head, &wrong), Err(why), "{wrong}");
        }
        let mut neither = with("sub", Value::Null);
        neither.as_object_mut().expect("claims").remove("sid");
        assert_eq!(reads(&head, &neither), Err(Unbelieved::Shape));
        for head in [json!({"alg": "none"}), json!({"alg": "HS256"}), json!({"alg": "?"})] {
            assert_eq!(reads(&head, &claims()), Err(Unbelieved::Signature), "{head}");
        }
        assert_eq!(reads(&json!({"alg": "ES256", "typ": "at+jwt"}), &claims()), Err(Unbelieved::Shape));
        assert_eq!(reads(&json!({"alg": "ES256", "crit": ["b64"]}), &claims()), Err(Unbelieved::Shape));
        for text in ["", "a.b", "a.b.c", "...", &"x".repeat(TOKEN_CHARS + 1)] {
            assert!(matches!(read(text, "https://login.example.org", "hub", now()), Err(Unbelieved::Shape)), "{text}");
        }
    }
}
