//! The directory: who is who among members, searched by name, theme, language, region and field of work. No file leaves it.

use askama::Template;
use http::StatusCode;
use web::form::Choice;
use web::list::{Empty, Nothing};
use web::{Answer, Fields, Form, Meta, Page, Pager, Visit, page};

use super::{Card, card, cities_of, fields_of_work, languages, themes};
use crate::access::check;
use crate::actions::note_page;
use crate::rows::{self, At};
use crate::rules::{Query, ROWS, WINDOW};

#[derive(Template)]
#[template(path = "directory/find.html")]
struct FindPage<'a> {
    v: &'a Visit,
    meta: Meta,
    q: &'a str,
    form: Form<'a>,
    people: Vec<Card>,
    /// What is said of how many there are.
    count: String,
    pager: Pager,
    empty: Option<Nothing>,
    /// The reader shows themselves to nobody yet.
    unseen: bool,
}

web::framed!(FindPage);

impl FindPage<'_> {
    fn themes(&self) -> Vec<Choice> {
        themes(self.v, Some(self.v.t("directory-any")))
    }

    fn languages(&self) -> Vec<Choice> {
        languages(self.v, self.v.t("directory-any"))
    }

    fn fields(&self) -> Vec<Choice> {
        fields_of_work(self.v, self.v.t("directory-any"))
    }

    fn regions(&self) -> Vec<Choice> {
        let regions = self.v.hub.network.regions.iter();
        let all = regions.map(|region| Choice::new(&region.slug, region.label(self.v.lang)));
        [Choice::new("", self.v.t("directory-any"))].into_iter().chain(all).collect()
    }
}

pub(crate) async fn get(visit: Visit) -> Answer {
    check(&visit.actor)?;
    note_page(&visit.hub, &visit.actor).await?;
    let (sql, now) = (visit.hub.db.read(), At::of(&visit.hub));
    let fields = Fields::parse(&visit.query);
    let query = Query::read(&fields, &visit.hub.network);
    let part = Page::of(&fields, ROWS);
    let at = (ROWS as i64, part.offset().min(WINDOW) as i64);
    let profiles = match part.offset() < WINDOW {
        true => rows::page(&sql, &visit.actor, &query, &now, at).await?,
        false => Vec::new(),
    };
    let total = usize::try_from(rows::count(&sql, &visit.actor, &query, &now, WINDOW as i64).await?).unwrap_or(0);
    let cities = cities_of(&sql, &profiles).await?;
    let people: Vec<Card> = profiles.iter().map(|profile| card(&visit, profile, &cities)).collect();
    let own = rows::shown(&sql, visit.person()?.id).await?;
    let empty = Empty::new("people", "directory-none", "directory-none-hint")
        .unfit("directory-unfit", "directory-unfit-hint")
        .way("directory-own", "/account/profile");
    let title = visit.t("directory-title");
    let template = FindPage {
        q: &query.text,
        meta: Meta::titled(part.title(&visit, title, &query.text)).hide(),
        form: Form::new(&visit, Fields::parse(&visit.query)),
        count: match total > WINDOW {
            true => visit.tn("directory-many", WINDOW),
            false => visit.tn("directory-count", total),
        },
        pager: Pager::within(&visit, part, people.len(), total, WINDOW),
        empty: people.is_empty().then(|| empty.seen(&visit, total > 0)),
        unseen: !own,
        people,
        v: &visit,
    };
    page(StatusCode::OK, &template, None)
}
