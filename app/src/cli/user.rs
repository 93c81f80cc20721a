//! `strong-cities user add|list|second-step|city-sign-in|link`.

use std::sync::Arc;

use base::{Fail, Result, SystemClock};
use clap::{Args, Subcommand};
use network::Network;
use people::actions::manage;
use people::{Newcomer, RoleGrant};
use store::Db;
use web::Fields;

use super::sentences::told;
use crate::features::features;
use crate::say;
use server::{Settings, open_existing};

#[derive(Subcommand)]
pub(crate) enum User {
    /// Add somebody and print the link with which they set a password
    Add(Add),
    /// List everyone with their roles
    List,
    /// Take away the second step of somebody who has lost app and recovery codes
    SecondStep {
        /// Their e-mail address
        email: String,
    },
    /// Let the people of a city sign in without its single sign-on again, where that fails
    CitySignIn {
        /// The city's slug, as in its address
        city: String,
    },
    /// Print a new link for somebody (for whoever gets no mail)
    Link {
        /// Their e-mail address
        email: String,
    },
}

#[derive(Args)]
pub(crate) struct Add {
    /// Their e-mail address
    email: String,
    /// Their name
    #[arg(long)]
    name: String,
    /// administrator, central-team, regional-officer, city-lead, practitioner or partner
    #[arg(long)]
    role: String,
    /// For city roles: the city's slug, as in its address
    #[arg(long, default_value = "")]
    city: String,
    /// For the regional officer: the region's slug
    #[arg(long, default_value = "")]
    region: String,
    /// The language they are written to [default: the first of the network's]
    #[arg(long)]
    lang: Option<String>,
}

pub(crate) async fn run(command: User, settings: &Settings) -> Result<()> {
    let (db, network) = open_existing(settings, Arc::new(SystemClock), &features()).await?;
    let done = match command {
        User::Add(newcomer) => add(&db, &network, newcomer).await.map(|secret| link(settings, &network, &secret)),
        User::List => list(&db).await,
        User::Link { email } => link_for(&db, &email).await.map(|secret| link(settings, &network, &secret)),
        User::SecondStep { email } => take_second_step(&db, &email).await,
        User::CitySignIn { city } => release(&db, &city).await,
    };
    db.close().await;
    say::text(format_args!("{}", done?));
    Ok(())
}

/// The full address of a link, on a line.
fn link(settings: &Settings, network: &Network, secret: &str) -> String {
    format!("{}/{}/links/{secret}\n", settings.link_address(), network.languages[0])
}

/// Adds somebody; answers the secret of their link.
async fn add(db: &Db, network: &Network, newcomer: Add) -> Result<String> {
    let fields = newcomer.fields(network)?;
    enter(db, network, &fields).await.map_err(|fail| told(network, &fields, fail))
}

impl Add {
    fn fields(self, network: &Network) -> Result<Fields> {
        let languages: Vec<&str> = network.languages.iter().map(|lang| lang.code()).collect();
        let lang = self.lang.as_deref().unwrap_or(languages[0]);
        if !languages.contains(&lang) {
            return Err(Fail::Unavailable(format!(
                "`--lang {lang}`: the network has no such language; it has {}",
                languages.join(", ")
            )));
        }
        Ok(Fields::default()
            .with("email", self.email)
            .with("name", self.name)
            .with("lang", lang)
            .with("role", self.role)
            .with("city", self.city)
            .with("region", self.region))
    }
}

async fn enter(db: &Db, network: &Network, fields: &Fields) -> Result<String> {
    let newcomer = Newcomer::read(fields, &network.languages, network.languages[0]);
    match (newcomer, RoleGrant::read(fields, network)) {
        (Ok(newcomer), Ok(grant)) => manage::add(db, &newcomer, &grant).await,
        (newcomer, grant) => {
            Err(Fail::Invalid([newcomer.err(), grant.err()].into_iter().flatten().flatten().collect()))
        }
    }
}

/// Makes a link for somebody; answers its secret.
async fn link_for(db: &Db, email: &str) -> Result<String> {
    people::link_for(db, email).await.map_err(|fail| nobody(email, fail))
}

/// Takes the second step of somebody away; answers what is said of it.
async fn take_second_step(db: &Db, email: &str) -> Result<String> {
    let taken = people::take_away_of(db, email).await.map_err(|fail| nobody(email, fail))?;
    let said = if taken { "The second step is taken away" } else { "There is no second step" };
    Ok(format!("{said}: {email}\n"))
}

/// Takes back that a city requires its single sign-on; answers what is said of it.
async fn release(db: &Db, city: &str) -> Result<String> {
    let released = people::release(db, city).await.map_err(|fail| match fail {
        Fail::NotFound => Fail::Unavailable(format!("there is no city `{city}`")),
        other => other,
    })?;
    let said = if released { "Single sign-on is not required any more" } else { "Single sign-on is not required" };
    Ok(format!("{said}: {city}\n"))
}

/// A sentence where nobody has this address.
fn nobody(email: &str, fail: Fail) -> Fail {
    match fail {
        Fail::NotFound => Fail::Unavailable(format!("there is nobody with the address `{email}`")),
        other => other,
    }
}

/// Everyone, each on a line.
async fn list(db: &Db) -> Result<String> {
    let everyone = people::list(&db.read()).await?;
    let lines = everyone.iter().map(|(person, roles)| {
        let roles: Vec<_> = roles.iter().map(base::Role::code).collect();
        let state = if !person.active {
            "deactivated"
        } else if person.ready {
            "active"
        } else {
            "invited"
        };
        format!("{}\t{}\t{}\t{}\n", person.email, person.name, roles.join(", "), state)
    });
    Ok(lines.collect())
}
