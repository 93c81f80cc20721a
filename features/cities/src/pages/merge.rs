//! Two records of one city become one: which ones, what would become of their rows, and what was merged before.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{CityId, Fail, FieldError, Lang, Result};
use input::Fields;
use web::form::{Choice, Picker};
use web::merging::{self, Counted};
use web::{Answer, Filled, Form, Meta, Offered, Parts, Visit, page, redirect};

use crate::access::Action;
use crate::merge::{Became, Wish, in_the_way, merge};
use crate::merge_rows::MergeRow;
use crate::picker::{pick, picker_of_all};
use crate::rules::{City, distance};
use crate::{merge_rows, rows};

/// Kilometres within which two records may well be of one city.
const NEAR: i64 = 50;

#[derive(Template)]
#[template(path = "cities/merge.html")]
struct MergePage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    form: Form<'a>,
    /// Where the other record is not chosen yet: how it is.
    choose: Option<Picker>,
    /// Records that look as if they were of the same city.
    alike: Vec<City>,
    /// With the other record: what would be done.
    would: Option<Would>,
    /// What was merged into this one.
    before: Vec<Before>,
    parts: &'a Parts,
}

web::framed!(MergePage);

/// What a merge would do.
struct Would {
    kept: City,
    counted: Vec<Counted>,
    in_the_way: Vec<FieldError>,
}

/// What was merged.
struct Before {
    own: MergeRow,
    became: Vec<Became>,
    ended: City,
    /// What it said of itself, by language, where that stays with it.
    said: Vec<(Lang, String)>,
}

impl MergePage<'_> {
    fn here(&self) -> String {
        format!("{}/merge", self.city.path())
    }

    /// What stands in the way, in words.
    fn hindrances(&self, would: &Would) -> Vec<String> {
        would.in_the_way.iter().map(|error| web::form::message(self.v, error)).collect()
    }

    /// The facts of both, beside each other: the words, of the one that ends, of the one that is kept.
    fn facts(&self, kept: &City) -> Vec<[String; 3]> {
        let v = self.v;
        let line = |words: String, of: &dyn Fn(&City) -> String| [words, of(self.city), of(kept)];
        let place = |city: &City| v.coordinates(city.latitude, city.longitude);
        let region = |city: &City| {
            v.hub.network.region(&city.region).map_or_else(String::new, |own| own.label(v.lang).to_owned())
        };
        let people =
            |city: &City| city.population.map_or_else(|| v.t("city-population-none"), |number| v.number(number));
        vec![
            line(v.t("merge-names"), &|city| v.list(names(city))),
            line(v.t("merge-address"), &|city| v.hub.address(&v.link(city.path()))),
            line(v.t("city-member"), &|city| v.t(city.membership_words())),
            line(v.t("city-kind"), &|city| v.t(city.kind_words())),
            line(v.t("country"), &|city| v.hub.network.country_name(&city.country, v.lang).to_owned()),
            line(v.t("region"), &region),
            line(v.t("city-population"), &people),
            line(v.t("city-place"), &place),
        ]
    }

    /// The two lie in different countries, or far from each other: kilometres between them.
    fn apart(&self, kept: &City) -> Option<i64> {
        let place = |city: &City| (city.latitude, city.longitude);
        let far = distance(place(self.city), place(kept)).round() as i64;
        (self.city.country != kept.country || far > NEAR).then_some(far)
    }

    /// What became of the rows of a merge: the words, how many moved, how many stayed.
    fn became(&self, before: &Before) -> Vec<(String, u64, u64)> {
        let words =
            |what: &str| self.parts.city_rows.iter().find(|own| own.words == what).map(|own| self.v.t(own.words));
        before.became.iter().filter_map(|own| Some((words(&own.what)?, own.moved, own.stay))).collect()
    }
}

/// All names of a city, each once.
fn names(city: &City) -> BTreeSet<&str> {
    city.names.iter().map(|(_, name)| name).filter(|name| !name.is_empty()).collect()
}

async fn city_to_merge(visit: &Visit, slug: &str) -> Result<City> {
    rows::city_for(&visit.hub.db.read(), &visit.actor, Action::Merge, slug).await
}

pub(crate) async fn get(visit: Visit, offered: Offered, Path(slug): Path<String>) -> Answer {
    let city = city_to_merge(&visit, &slug).await?;
    // Whoever decides shows who they are before they write, not afterwards.
    visit.actor.must_be_recent(visit.hub.now())?;
    let asked = Fields::parse(&visit.query);
    let typed = asked.line("into");
    if typed.is_empty() && asked.iter().any(|(name, _)| name == "into") {
        let none = FieldError::new("into", "error-choose-record");
        return show(&visit, &offered, &city, Filled::wrong(Fields::default(), vec![none])).await;
    }
    let mut fields = Fields::default().with("into", &typed);
    let wrong = pick(&visit, &mut fields, "into").await?;
    let filled = match wrong {
        Some(error) => Filled::wrong(fields, vec![error]),
        None => Filled::from(fields),
    };
    show(&visit, &offered, &city, filled).await
}

pub(crate) async fn post(visit: Visit, offered: Offered, Path(slug): Path<String>, fields: Fields) -> Answer {
    visit.actor.must_be_central()?;
    let done = match Wish::read(&fields) {
        Ok(wish) => merge(&visit.hub, &offered, &visit.actor, &slug, &wish).await,
        Err(errors) => Err(Fail::Invalid(errors)),
    };
    match done {
        Ok(kept) => Ok(redirect(&visit.done(kept.path(), "merged")).into_response()),
        Err(fail) => {
            let filled = Filled::failed(fields, fail)?;
            let city = city_to_merge(&visit, &slug).await?;
            show(&visit, &offered, &city, filled).await
        }
    }
}

async fn show(visit: &Visit, parts: &Parts, city: &City, filled: Filled) -> Answer {
    let sql = visit.hub.db.read();
    let form = Form::new(visit, filled);
    let chosen = rows::by_slugs(&sql, &[form.value("into").to_owned()]).await?.into_iter().next();
    let would = match chosen {
        Some(kept) => {
            let in_the_way = in_the_way(&sql, parts, &visit.actor, city, &kept, visit.hub.now()).await?;
            let counted = merging::counted(&sql, &parts.city_rows, city.id, kept.id).await?;
            Some(Would { kept, counted, in_the_way })
        }
        None => None,
    };
    let (mut choose, mut alike) = (None, Vec::new());
    if would.is_none() {
        choose = Some(picker_of_all(visit, Choice::new("", visit.t("choose")), form.value("into")).await?);
        let ids =
            merge_rows::alike(&sql, city.id, city.place, &city.country, &names(city).into_iter().collect::<Vec<_>>())
                .await?;
        alike = rows::by_ids(&sql, &ids).await?.into_values().collect();
        alike.sort_by_key(|own| own.id.0);
    }
    let before = before(visit, city.id).await?;
    let meta = Meta::titled(visit.t1("merge-title", "city", city.name(visit.lang))).hide();
    page(form.status(), &MergePage { v: visit, meta, city, form, choose, alike, would, before, parts }, None)
}

/// What was merged into this record.
async fn before(visit: &Visit, kept: CityId) -> Result<Vec<Before>> {
    let sql = visit.hub.db.read();
    let merges = merge_rows::of(&sql, kept).await?;
    let ids: Vec<CityId> = merges.iter().map(|own| own.ended_city).collect();
    let (mut cities, mut said) = (rows::by_ids(&sql, &ids).await?, HashMap::new());
    if !ids.is_empty() {
        said = rows::said(&sql, &ids).await?;
    }
    let mut all = Vec::new();
    for own in merges {
        let Some(ended) = cities.remove(&own.ended_city) else { continue };
        let became = serde_json::from_str(&own.counts).map_err(Fail::internal)?;
        all.push(Before { said: said.remove(&own.ended_city).unwrap_or_default(), became, own, ended });
    }
    Ok(all)
}
