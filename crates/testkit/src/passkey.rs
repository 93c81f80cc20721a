//! A passkey, as somebody has it on their phone: in software, and to be bent where a test wants it so.

use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// The device saw somebody touch it, and who: as the flags of what it signs say.
const SEEN: u8 = 0x01;
const VERIFIED: u8 = 0x04;
/// What it signs brings a new key.
const BRINGS_KEY: u8 = 0x40;

/// A passkey.
#[derive(Clone)]
pub struct Passkey {
    private: Vec<u8>,
    id: Vec<u8>,
    /// By which the hub knows its owner, as it was told.
    pub handle: String,
    /// The name of the hub for which it signs.
    pub party: String,
    /// The pages from which it is asked.
    pub origin: String,
    /// How often it has signed.
    pub count: u32,
    /// It has seen who holds it.
    pub verified: bool,
}

impl Passkey {
    /// Makes one for what a hub asked; answers what the browser sends.
    ///
    /// # Panics
    /// When nothing of the kind was asked.
    pub fn make(asked: &Value, origin: &str) -> (Passkey, String) {
        let private = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &SystemRandom::new());
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let key = Passkey {
            private: private.expect("a key").as_ref().to_vec(),
            id: base::secret::random::<32>().to_vec(),
            handle: text(&asked["user"]["id"]),
            party: text(&asked["rp"]["id"]),
            origin: origin.to_owned(),
            count: 1,
            verified: true,
        };
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required", "{asked}");
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required", "{asked}");
        let public = key.pair().public_key().as_ref().to_vec();
        let mut data = key.head(BRINGS_KEY);
        data.extend([0; 16]);
        data.extend((key.id.len() as u16).to_be_bytes());
        data.extend(&key.id);
        // COSE: an elliptic curve key, ES256, P-256, and its two coordinates.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(&public[1..33]);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(&public[33..]);
        // CBOR: no attestation, and what is attested.
        let mut object = vec![0xa3];
        object.extend(b"\x63fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).expect("short"));
        object.extend(&data);
        let client = key.client("webauthn.create", asked);
        let response = json!({ "attestationObject": written(&object), "clientDataJSON": written(client.as_bytes()) });
        let sent = key.sent(response);
        (key, sent)
    }

    /// Signs what a hub asked; answers what the browser sends.
    pub fn sign(&mut self, asked: &Value) -> String {
        self.count += 1;
        self.signed("webauthn.get", asked)
    }

    /// The same without counting, and as another kind of answer.
    pub fn signed(&self, kind: &str, asked: &Value) -> String {
        let (client, data) = (self.client(kind, asked), self.head(0));
        let mut message = data.clone();
        message.extend(digest(&SHA256, client.as_bytes()).as_ref());
        let signature = self.pair().sign(&SystemRandom::new(), &message).expect("a signature");
        self.sent(json!({
            "clientDataJSON": written(client.as_bytes()),
            "authenticatorData": written(&data),
            "signature": written(signature.as_ref()),
            "userHandle": self.handle,
        }))
    }

    fn pair(&self) -> EcdsaKeyPair {
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &self.private, &SystemRandom::new());
        pair.expect("a key")
    }

    fn head(&self, more: u8) -> Vec<u8> {
        let verified = if self.verified { VERIFIED } else { 0 };
        let mut data = digest(&SHA256, self.party.as_bytes()).as_ref().to_vec();
        data.push(SEEN | verified | more);
        data.extend(self.count.to_be_bytes());
        data
    }

    fn client(&self, kind: &str, asked: &Value) -> String {
        json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
    }

    fn sent(&self, response: Value) -> String {
        let id = written(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response }).to_string()
    }
}

/// As browsers write bytes: base64url, without what fills up.
fn written(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let letters = |three: &[u8]| {
        let whole = three.iter().fold(0_u32, |whole, byte| whole << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        (0..=three.len()).map(|at| char::from(LETTERS[(whole >> (18 - 6 * at)) as usize & 63])).collect::<String>()
    };
    bytes.chunks(3).map(letters).collect()
}
