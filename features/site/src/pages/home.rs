//! The home page: the map, figures from the records, what features offer, who pays.

use askama::Template;
use cities::hero_map;
use http::StatusCode;
use web::parts::Figure;
use web::{Answer, Meta, Topics, Visit, page};

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

pub(crate) async fn get(visit: Visit) -> Answer {
    let network = &visit.hub.network;
    let map = hero_map(&visit).await?;
    let mut topics = Topics::of(["cities"]); // the map
    let mut figures = Vec::new();
    for source in &visit.hub.parts.figures {
        figures.extend(source.figures(&visit).await?);
        topics.also(source.topics());
    }
    let mut offered: Vec<_> = visit.hub.parts.home.iter().collect();
    offered.sort_by_key(|part| part.place());
    let mut parts = Vec::new();
    for part in offered {
        parts.extend(part.part(&visit).await?);
        topics.also(part.topics());
    }
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
