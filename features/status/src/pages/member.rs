//! One member, for those who answer for it: how it stands and why, what was decided, and what can be.

use askama::Template;
use axum::extract::Path;
use cities::City;
use http::StatusCode;
use web::{Answer, Meta, Visit, page};

use super::history::{History, Standing};
use super::{answered_for, office_place};
use crate::access::may_decide;
use crate::rules::{Decided, Decision, decision_words};

#[derive(Template)]
#[template(path = "status/member.html")]
struct MemberPage<'a> {
    v: &'a Visit,
    meta: Meta,
    city: &'a City,
    standing: Standing<'a>,
    history: History,
}

web::framed!(MemberPage);

impl MemberPage<'_> {
    fn region(&self) -> &str {
        self.v.hub.network.region(&self.city.region).map_or("", |region| region.label(self.v.lang))
    }

    /// What waits.
    fn open(&self) -> impl Iterator<Item = &Decided> {
        self.history.lines.iter().filter(|own| own.is_open())
    }

    /// In the office that is done on a page of its own.
    fn taken_back_at(&self, _: &Decided) -> Option<String> {
        None
    }

    fn decision_place(&self, own: &Decided) -> String {
        format!("{}/decisions/{}", office_place(self.city), own.written())
    }

    /// What this reader may decide now, beside what waits: its words and its address.
    fn decisions(&self) -> Vec<(String, String)> {
        let fits = |own: &Decision| self.open().all(|open| own.may_be_beside(open));
        let may = |own: &Decision| own.may_follow(self.city.membership) && may_decide(&self.v.actor, self.city, *own);
        let all = Decision::ALL.into_iter().filter(|own| fits(own) && may(own));
        let place = office_place(self.city);
        all.map(|own| (self.v.t(decision_words(own)), format!("{place}/decide/{}", own.code()))).collect()
    }
}

pub(crate) async fn get(visit: Visit, Path(slug): Path<String>) -> Answer {
    let city = answered_for(&visit, &slug).await?;
    let sql = visit.hub.db.read();
    let standing = Standing::of(&visit, &sql, city.id, city.membership).await?;
    let history = History::of(&sql, &city, Some(office_place(&city))).await?;
    let meta = Meta::titled(visit.t1("membership-of", "city", city.name(visit.lang))).hide();
    page(StatusCode::OK, &MemberPage { v: &visit, meta, city: &city, standing, history }, None)
}
