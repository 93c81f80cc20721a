//! What the team has to look after, on one page.

use std::collections::HashMap;

use askama::Template;
use base::{Lang, Result};
use http::StatusCode;
use web::parts::{Due, together};
use web::{Answer, Meta, Offered, Visit, page};

use super::shown::{day, titles};
use crate::access::check;
use crate::care::{self, AHEAD, Dead, NAMED};
use crate::rules::{Item, office};

#[derive(Template)]
#[template(path = "editorial/care.html")]
struct CarePage<'a> {
    v: &'a Visit,
    meta: Meta,
    dead: Vec<Dead>,
    reviews: Vec<Item>,
    /// Consents that end.
    due: Vec<Due>,
    lonely: Vec<Item>,
    /// What waits for a translation, by language.
    waiting: Vec<(Lang, i64)>,
    elsewhere: Vec<(String, usize)>,
    titles: HashMap<i64, String>,
    /// There is more than is named.
    cut: bool,
}

web::framed!(CarePage);

pub(crate) async fn get(visit: Visit, offered: Offered) -> Answer {
    check(&visit.actor)?;
    let (sql, now) = (visit.hub.db.read(), visit.hub.now());
    let mut dead = care::dead(&visit, &offered).await?;
    let reviews = care::reviews(&sql, now).await?;
    let lonely = care::lonely(&sql, now).await?;
    let elsewhere = care::elsewhere(&sql).await?;
    let mut due: Vec<Due> =
        together(offered.care.iter().map(|own| own.due(&visit, now + AHEAD))).await?.into_iter().flatten().collect();
    due.sort_by_key(|due| due.on);
    let waiting = waiting(&visit).await?;
    let named = NAMED as usize;
    let full = [reviews.len(), lonely.len(), elsewhere.len(), due.len()].into_iter().any(|count| count >= named);
    let cut = full || dead.len() > named;
    dead.truncate(named);
    let ids = dead.iter().map(|dead| dead.item).chain(reviews.iter().chain(&lonely).map(|item| item.id));
    let mut ids: Vec<i64> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let titles = titles(&visit, &crate::rows::by_ids(&sql, &ids).await?).await?;
    let meta = Meta::titled(visit.t("menu-care")).hide();
    let template = CarePage { v: &visit, meta, dead, reviews, due, lonely, waiting, elsewhere, titles, cut };
    page(StatusCode::OK, &template, None)
}

async fn waiting(visit: &Visit) -> Result<Vec<(Lang, i64)>> {
    let counts = texts::counts(&visit.hub.db.read(), &visit.hub.network.languages).await?;
    let of = |lang: &Lang| counts.iter().filter(|(own, ..)| own == lang).map(|(.., count)| count).sum();
    let all = visit.hub.network.languages.iter().map(|lang| (*lang, of(lang)));
    Ok(all.filter(|(_, count)| *count > 0).collect())
}

impl CarePage<'_> {
    fn title(&self, id: i64) -> &str {
        self.titles.get(&id).map_or("", String::as_str)
    }

    /// The editor of the text in which a link stands.
    fn editor(&self, dead: &Dead) -> String {
        self.v.link(format!("{}?in={}", office(dead.item), dead.lang))
    }

    fn day(&self, day: &str) -> String {
        self::day(self.v, day)
    }

    /// The last day of a consent.
    fn last_day(&self, due: &Due) -> String {
        self.v.date(&(due.on - chrono::TimeDelta::days(1)))
    }

    fn is_quiet(&self) -> bool {
        self.dead.is_empty()
            && self.reviews.is_empty()
            && self.due.is_empty()
            && self.lonely.is_empty()
            && self.waiting.is_empty()
    }
}
