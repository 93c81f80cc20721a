//! `strong-cities user add|list|link`.

use std::sync::Arc;

use base::{Lang, Result, SystemClock};
use clap::Subcommand;
use people::{RoleGrant, actions::manage};

use crate::hub::open_data;
use crate::settings::Settings;

#[derive(Subcommand)]
pub(crate) enum User {
    /// Add somebody and print the link with which they set a password
    Add {
        /// Their e-mail address
        email: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// administrator, central-team, regional-officer, city-lead or practitioner
        #[arg(long)]
        role: String,
        /// For city roles: the city's slug, as in its address
        #[arg(long, default_value = "")]
        city: String,
        /// For the regional officer: the region's slug
        #[arg(long, default_value = "")]
        region: String,
        /// The language they are written to
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// List everyone with their roles
    List,
    /// Print a new link for somebody (for whoever gets no mail)
    Link {
        /// Their e-mail address
        email: String,
    },
}

pub(crate) async fn run(command: User, settings: &Settings) -> Result<()> {
    let (db, network) = open_data(settings, Arc::new(SystemClock)).await?;
    let address = |secret: &str| format!("{}/{}/links/{secret}", settings.address(), network.languages[0]);
    match command {
        User::Add { email, name, role, city, region, lang } => {
            let fields = web::Fields::default()
                .with("email", email)
                .with("name", name)
                .with("lang", lang)
                .with("role", role)
                .with("city", city)
                .with("region", region);
            let newcomer =
                people::Newcomer::read(&fields, &network.languages, Lang::En).map_err(base::Fail::Invalid)?;
            let grant = RoleGrant::read(&fields, &network).map_err(base::Fail::Invalid)?;
            let secret = manage::add(&db, &newcomer, &grant).await?;
            println!("{}", address(&secret));
        }
        User::List => {
            for (person, roles) in people::list(&db.read()).await? {
                let roles: Vec<_> = roles.iter().map(base::Role::code).collect();
                let state = if !person.active {
                    "deactivated"
                } else if person.ready {
                    "active"
                } else {
                    "invited"
                };
                println!("{}\t{}\t{}\t{}", person.email, person.name, roles.join(", "), state);
            }
        }
        User::Link { email } => println!("{}", address(&people::link_for(&db, &email).await?)),
    }
    db.close().await;
    Ok(())
}
