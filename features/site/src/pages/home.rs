//! The home page: what the network says of itself, the map, and the parts that the team has chosen in their order.

use askama::Template;
use base::{Fail, Lang, Result};
use cities::hero_map;
use http::StatusCode;
use web::parts::{Figure, together};
use web::{Answer, Meta, Offered, Topics, Visit, page};

use crate::actions::HOME;
use crate::layout::{FIGURES, FUNDERS, Layout, Part, parts_of};
use crate::rows;

/// The page of the team's that says what the network is, at the head of the home page.
pub(super) const NAME: &str = "home";

#[derive(Template)]
#[template(path = "site/home.html")]
struct Home<'a> {
    v: &'a Visit,
    meta: Meta,
    head: Head,
    map: cities::HeroMap,
    parts: Vec<String>,
    /// Somebody looks at it before readers have it.
    preview: bool,
}

web::framed!(Home);

/// What the network says of itself: a headline, and clean HTML.
struct Head {
    lang: Lang,
    title: String,
    html: String,
}

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    let live = rows::live(&visit.hub.db.read()).await?;
    show(&visit, &offered, live.as_ref(), false).await
}

/// With this layout; as a preview it is kept by nobody.
pub(super) async fn show(visit: &Visit, offered: &Offered, layout: Option<&Layout>, preview: bool) -> Answer {
    let network = &visit.hub.network;
    // The map, its head, its layout.
    let mut topics = Topics::of(["cities", editorial::SITE_PAGES, HOME]);
    let (head, shown) = head(visit, offered).await?;
    topics.0.extend(shown);
    let map = hero_map(visit).await?;
    let chosen = parts_of(offered, layout);
    let drawn = together(chosen.iter().map(|part| draw(visit, offered, part))).await?;
    chosen.iter().for_each(|part| topics.also(&topics_of(offered, part)));
    let parts = drawn.into_iter().flatten().collect();
    let description = network.settings.description.get(visit.lang);
    let mut meta = Meta::titled(visit.network_name()).about(description).data(serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": visit.network_name(),
        "description": description,
        "url": visit.hub.address(&visit.link("/")),
    }));
    meta.hidden = preview;
    let template = Home { v: visit, meta, head, map, parts, preview };
    page(StatusCode::OK, &template, Some(topics).filter(|_| !preview))
}

/// What the team says of the network, or what its folder says before that is brought; with the topics of what stands in it.
async fn head(visit: &Visit, offered: &Offered) -> Result<(Head, Vec<String>)> {
    if let Some(own) = editorial::site_page(visit, offered, NAME).await? {
        return Ok((Head { lang: own.lang, title: own.title, html: own.html }, own.topics));
    }
    let settings = &visit.hub.network.settings;
    let title = settings.headline.get(visit.lang).to_owned();
    let html = web::markdown::html(settings.description.get(visit.lang));
    Ok((Head { lang: visit.lang, title, html }, Vec::new()))
}

async fn draw(visit: &Visit, offered: &Offered, part: &Part) -> Result<Option<String>> {
    match part.name {
        FIGURES => figures(visit, offered).await.map(Some),
        FUNDERS => funders(visit).map(Some),
        name => match offered.home.iter().find(|own| own.name() == name) {
            Some(own) => own.part(visit).await,
            None => Ok(None),
        },
    }
}

fn topics_of(offered: &Offered, part: &Part) -> Vec<&'static str> {
    match offered.home.iter().find(|own| own.name() == part.name) {
        Some(own) => own.topics().to_vec(),
        None if part.name == FIGURES => offered.figures.iter().flat_map(|own| own.topics()).copied().collect(),
        None => Vec::new(),
    }
}

#[derive(Template)]
#[template(path = "site/home_figures.html")]
struct FiguresPart<'a> {
    v: &'a Visit,
    figures: Vec<Figure>,
}

async fn figures(visit: &Visit, offered: &Offered) -> Result<String> {
    let sources = offered.figures.iter().map(|source| source.figures(visit));
    let figures = together(sources).await?.into_iter().flatten().collect();
    FiguresPart { v: visit, figures }.render().map_err(Fail::internal)
}

#[derive(Template)]
#[template(path = "site/home_funders.html")]
struct FundersPart<'a> {
    v: &'a Visit,
    funders: Vec<&'a str>,
}

fn funders(visit: &Visit) -> Result<String> {
    let mut funders: Vec<&str> = visit.hub.network.funding.iter().map(|funding| funding.name.as_str()).collect();
    funders.dedup();
    FundersPart { v: visit, funders }.render().map_err(Fail::internal)
}

impl Home<'_> {
    /// The language of the head, where it is not the page's.
    fn foreign(&self) -> Option<Lang> {
        (self.head.lang != self.v.lang).then_some(self.head.lang)
    }
}
