//! An authenticator app, as somebody has it on their phone.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use crate::client::{Client, Reply};
use crate::hub::TestHub;

/// The page on which it is set up.
const PAGE: &str = "/en/account/second-step";

/// An authenticator app.
pub struct Authenticator {
    totp: Totp,
    secret: SharedSecret,
}

/// What an app and the hub both know.
#[derive(Clone)]
pub struct SharedSecret {
    /// As the page shows it.
    pub base32: String,
    /// Itself.
    pub bytes: Vec<u8>,
}

impl Authenticator {
    /// Reads its secret from the page, as a camera reads it from the picture.
    ///
    /// # Panics
    /// Where none stands there.
    pub fn of(page: &Reply) -> Authenticator {
        let text = page.text();
        let secret = text.split("secret=").nth(1).and_then(|rest| rest.split('&').next()).expect("a secret");
        let base32 = secret.to_owned();
        let secret = Secret::try_from_base32(secret).expect("base 32");
        let secret_bytes = secret.as_bytes().to_vec();
        let totp = Builder::new().with_algorithm(Algorithm::SHA1).with_secret(secret).build();
        Authenticator { totp: totp.expect("an app"), secret: SharedSecret { base32, bytes: secret_bytes } }
    }

    /// What it knows.
    pub fn secret(&self) -> SharedSecret {
        self.secret.clone()
    }

    /// What it shows now.
    ///
    /// # Panics
    /// Before 1970.
    pub fn code(&self, hub: &TestHub) -> String {
        self.totp.generate(u64::try_from(hub.hub.now().timestamp()).expect("after 1970")).to_string()
    }

    /// Begins to set one up.
    pub async fn begin(client: &Client) -> Authenticator {
        client.post(&format!("{PAGE}/change"), &[("do", "begin")]).await.leads_to(PAGE);
        Authenticator::of(&client.get(PAGE).await.is(200))
    }

    /// Sets the second step up; answers the recovery codes as well. The next code is another.
    pub async fn set_up(hub: &TestHub, client: &Client) -> (Authenticator, Vec<String>) {
        let app = Authenticator::begin(client).await;
        let shown = client.post(PAGE, &[("code", &app.code(hub))]).await.is(200);
        hub.clock.jump(chrono::TimeDelta::seconds(31));
        (app, recovery_codes(&shown))
    }
}

/// The recovery codes on a page.
pub fn recovery_codes(page: &Reply) -> Vec<String> {
    let text = page.text();
    let codes = text.split("<li><code dir=\"ltr\">").skip(1);
    codes.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect()
}
