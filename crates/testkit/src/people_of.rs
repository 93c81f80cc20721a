//! People of every role, made by the real actions.

use web::Fields;

use crate::client::Client;
use crate::hub::TestHub;

/// The city that tests are about.
pub const CITY: &str = "diffa";
/// Another city, of another region.
pub const OTHER_CITY: &str = "medellin";
/// The region of [`CITY`].
pub const REGION: &str = "west-central-africa";
/// Everybody's password.
pub const PASSWORD: &str = "seven lamps by the sea";

/// Who is asking: the columns of the access matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Who {
    /// Not signed in.
    Visitor,
    /// Works for [`CITY`].
    Practitioner,
    /// Leads [`CITY`].
    CityLead,
    /// Leads [`OTHER_CITY`].
    OtherLead,
    /// Serves [`REGION`].
    RegionalOfficer,
    /// Of the central team.
    CentralTeam,
    /// Runs the installation.
    Administrator,
}

impl Who {
    /// All, from the least to the most.
    pub const ALL: [Who; 7] = [
        Who::Visitor,
        Who::Practitioner,
        Who::CityLead,
        Who::OtherLead,
        Who::RegionalOfficer,
        Who::CentralTeam,
        Who::Administrator,
    ];

    /// In snapshots and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Who::Visitor => "visitor",
            Who::Practitioner => "practitioner",
            Who::CityLead => "city-lead",
            Who::OtherLead => "other-lead",
            Who::RegionalOfficer => "regional-officer",
            Who::CentralTeam => "central-team",
            Who::Administrator => "administrator",
        }
    }

    /// Their e-mail address, when the hub's helper made them.
    pub fn email(self) -> String {
        format!("{}@example.org", self.name())
    }

    /// The role as forms name it: code, city, region.
    pub const fn role(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Who::Visitor => ("", "", ""),
            Who::Practitioner => ("practitioner", CITY, ""),
            Who::CityLead => ("city-lead", CITY, ""),
            Who::OtherLead => ("city-lead", OTHER_CITY, ""),
            Who::RegionalOfficer => ("regional-officer", "", REGION),
            Who::CentralTeam => ("central-team", "", ""),
            Who::Administrator => ("administrator", "", ""),
        }
    }
}

impl TestHub {
    /// Somebody with this role, signed in. The first call makes the account, later ones sign in to
    /// it with another browser.
    pub async fn signed_in(&self, who: Who) -> Client {
        if who == Who::Visitor {
            return self.visitor();
        }
        let (role, city, region) = who.role();
        let known = !self.made.lock().expect("nobody panicked").insert(who);
        if known {
            let client = self.visitor();
            client.post("/en/sign-in", &[("email", &who.email()), ("password", PASSWORD)]).await.leads_to("/en/");
            return client;
        }
        self.newcomer(&who.email(), &format!("Example {}", who.name()), role, city, region).await
    }

    /// Somebody with this role, as from the command line, who has used the link and is signed in. They have held it for
    /// a year.
    pub async fn newcomer(&self, email: &str, name: &str, role: &str, city: &str, region: &str) -> Client {
        let secret = self.invited(email, name, role, city, region).await;
        let client = self.visitor();
        client.post(&format!("/en/links/{secret}"), &[("password", PASSWORD)]).await.leads_to("/en/");
        let (person, before) = (self.person(email).await, self.hub.now() - chrono::TimeDelta::days(365));
        let tx = self.hub.db.begin().await.expect("a transaction");
        tx.exec("UPDATE roles SET granted_at = $2 WHERE person = $1", store::params![person, before])
            .await
            .expect("held for long");
        tx.commit().await.expect("committed");
        client
    }

    /// Somebody's number.
    pub async fn person(&self, email: &str) -> i64 {
        self.number(&format!("SELECT id AS n FROM people WHERE email = '{email}'")).await
    }

    /// Their page in the back office.
    pub async fn page_of(&self, email: &str) -> String {
        format!("/en/office/people/{}", base::id::write_id(self.person(email).await))
    }

    /// Takes a role from somebody.
    pub async fn take(&self, by: &Client, email: &str, role: &str) {
        let held = self.person(email).await;
        let id = self.number(&format!("SELECT id AS n FROM roles WHERE person = {held} AND role = '{role}'")).await;
        let path = format!("{}/roles/{}/take", self.page_of(email).await, base::id::write_id(id));
        by.post(&path, &[]).await.is(303);
    }

    /// Somebody new with this role, as from the command line: the secret of the link.
    pub async fn invited(&self, email: &str, name: &str, role: &str, city: &str, region: &str) -> String {
        let fields = Fields::default()
            .with("email", email)
            .with("name", name)
            .with("lang", "en")
            .with("role", role)
            .with("city", city)
            .with("region", region);
        let languages = &self.hub.network.languages;
        let newcomer = people::Newcomer::read(&fields, languages, languages[0]).expect("a newcomer");
        let grant = people::RoleGrant::read(&fields, &self.hub.network).expect("a role");
        people::actions::manage::add(&self.hub.db, &newcomer, &grant).await.expect("somebody new")
    }
}
