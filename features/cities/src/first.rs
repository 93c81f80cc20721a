//! The first data: members and seats, put into an empty hub once.

use async_trait::async_trait;
use base::{Actor, CityId, Result};
use network::Network;
use store::{Asked, Db};
use web::parts::FirstData;

use crate::jobs::LoadPlaces;
use crate::names::Unnamed;
use crate::naming::bring;
use crate::rows;
use crate::rules::Facts;

/// The network's members.
pub(crate) struct Members;

#[async_trait]
impl FirstData for Members {
    async fn fill(&self, db: &Db, network: &Network, others: &[Asked]) -> Result<()> {
        fill(db, network, others).await
    }
}

/// Puts the network's members into a hub that has no city yet, all in one transaction; asks for the
/// gazetteer as a job, and for the jobs with which others fill theirs.
async fn fill(db: &Db, network: &Network, others: &[Asked]) -> Result<()> {
    let tx = db.begin().await?;
    // Several nodes may start on the same empty database: one fills it, the others find it full.
    tx.one_at_a_time("first-data").await?;
    if tx.number("SELECT COUNT(*) AS n FROM cities", vec![]).await? > 0 {
        return Ok(());
    }
    let members = network.members()?;
    let mut unnamed = Vec::with_capacity(members.len());
    for member in &members {
        let id = CityId(tx.new_id());
        let facts = Facts {
            names: Vec::new(),
            country: member.country.clone(),
            region: network.region_of(member).map(|region| region.slug.clone()).unwrap_or_default(),
            kind: member.kind.clone(),
            latitude: member.latitude,
            longitude: member.longitude,
            place: member.geonames_id,
            place_source: if member.coord_source == "geonames" {
                "GeoNames".into()
            } else {
                member.coord_source.clone()
            },
            population: member.population,
            population_source: member.population_source.clone(),
            revision: 1,
        };
        rows::insert(&tx, id, &member.slug, &member.source, &facts).await?;
        if member.steering_committee {
            rows::seat(&tx, id, &network.settings.steering_term).await?;
        }
        unnamed.push(Unnamed {
            city: id,
            member: true,
            names: member.names.all().map(|(lang, name)| (lang, name.to_owned())).collect(),
            // A table without a column, or with nothing in it, says: as in the first language.
            said: network.languages.clone(),
        });
        tx.event(&Actor::System, "city.entered", id.0, Some(id)).await?;
        tx.changed("city", id.0, false, &["cities".to_owned()]).await?;
    }
    for (city, folded) in bring(&tx, network, &unnamed).await? {
        rows::set_folded(&tx, city, &folded).await?;
    }
    tx.enqueue(&LoadPlaces::ALL).await?;
    for job in others {
        tx.ask(job, tx.now()).await?;
    }
    tx.commit().await
}
