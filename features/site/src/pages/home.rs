//! The home page: the map, figures from the records, what features offer, who pays.

use askama::Template;
use cities::hero_map;
use http::StatusCode;
use web::parts::{Figure, together};
use web::{Answer, Meta, Offered, Topics, Visit, page};

#[derive(Template)]
#[template(path = "site/home.html")]
struct Home<'a> {
    v: &'a Visit,
    meta: Meta,
    map: cities::HeroMap,
    figures: Vec<Figure>,
    parts: Vec<String>,
    funders: Vec<&'a str>,
}

web::framed!(Home);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let network = &visit.hub.network;
    let map = hero_map(&visit).await?;
    let mut topics = Topics::of(["cities"]); // the map
    let sources = &offered.figures;
    let mut own: Vec<_> = offered.home.iter().collect();
    own.sort_by_key(|part| part.place());
    let (figures, parts) = futures::try_join!(
        together(sources.iter().map(|source| source.figures(&visit))),
        together(own.iter().map(|part| part.part(&visit))),
    )?;
    let figures = figures.into_iter().flatten().collect();
    let parts = parts.into_iter().flatten().collect();
    sources.iter().for_each(|source| topics.also(source.topics()));
    own.iter().for_each(|part| topics.also(part.topics()));
    let mut funders: Vec<&str> = network.funding.iter().map(|funding| funding.name.as_str()).collect();
    funders.dedup();
    let description = network.settings.description.get(visit.lang);
    let meta = Meta::titled(visit.network_name()).about(description).data(serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": visit.network_name(),
        "description": description,
        "url": visit.hub.address(&visit.link("/")),
    }));
    let template = Home { v: &visit, meta, map, figures, parts, funders };
    page(StatusCode::OK, &template, Some(topics))
}
