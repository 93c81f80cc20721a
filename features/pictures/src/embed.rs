//! Pictures in the team's texts.

use async_trait::async_trait;
use base::Result;
use web::Visit;
use web::parts::{Choices, Choosable, Embed, Named};

use crate::figure::{described, figures};
use crate::rows;
use crate::rules::{ALL, Standing, topic};

/// Pictures among which one is chosen by words, the newest: some megabytes of words. Where there are more, that is said.
const CHOOSABLE: usize = 5_000;

pub(crate) struct Pictures;

#[async_trait]
impl Embed for Pictures {
    fn name(&self) -> &'static str {
        "picture"
    }

    fn words(&self) -> &'static str {
        "picture-one"
    }

    async fn draw(&self, visit: &Visit, named: &[Named]) -> Result<Vec<Option<String>>> {
        let mut ids: Vec<i64> = named.iter().filter_map(|own| base::id::read_id(&own.key)).collect();
        ids.sort_unstable();
        ids.dedup();
        let figures = figures(visit, &ids).await?;
        let one = |own: &Named| Some(figures.get(&base::id::read_id(&own.key)?)?.figure(visit, &own.caption));
        Ok(named.iter().map(one).collect())
    }

    fn path(&self, _: &str) -> Option<String> {
        None
    }

    fn made_at(&self) -> Option<&'static str> {
        Some("/office/pictures/new")
    }

    fn topics(&self, key: &str) -> Vec<String> {
        base::id::read_id(key).map(topic).into_iter().chain([ALL.to_owned()]).collect()
    }

    async fn choose(&self, visit: &Visit, words: &str, limit: usize) -> Result<Choices> {
        let standings = [Standing::Shown, Standing::EndsSoon];
        let sql = visit.hub.db.read();
        // One more than are looked at tells whether there are more.
        let is_searched = !words.trim().is_empty();
        let most = if is_searched { CHOOSABLE } else { limit };
        let mut pictures = rows::page(&sql, &standings, visit.hub.now(), most as i64 + 1, 0).await?;
        let is_cut = pictures.len() > most;
        pictures.truncate(most);
        let order: Vec<i64> = pictures.iter().map(|picture| picture.id).collect();
        let found = described(visit, pictures).await?;
        let folded = base::fold::fold(words);
        let all = order.iter().filter_map(|id| found.get(id)).map(|own| {
            let decorative = || visit.t("picture-decorative");
            let label = Some(own.shows().to_owned()).filter(|shows| !shows.is_empty()).unwrap_or_else(decorative);
            let key = base::id::write_id(own.picture().id);
            Choosable { key, label, note: own.picture().credit.clone() }
        });
        let fits = |one: &Choosable| base::fold::fold(&format!("{} {}", one.label, one.note)).contains(&folded);
        let found = Choices::first(all.filter(fits), limit);
        let among = (is_cut && is_searched).then_some(CHOOSABLE);
        Ok(Choices { more: found.more || is_cut && !is_searched, among, ..found })
    }
}
