//! All pictures, to be used again and looked after.

use std::collections::HashMap;

use askama::Template;
use base::Result;
use base::limits::PAGE_ROWS;
use http::StatusCode;
use input::Fields;
use web::list::filters::{Filter, Value, narrowed};
use web::list::{Around, Column, Empty, List, Next};
use web::{Answer, Meta, Page, Visit, page};

use crate::access::check;
use crate::figure::{self, Shown, address};
use crate::rows;
use crate::rules::{Picture, Standing, last_day, licence_words, standing_words};

/// A picture of the gallery.
pub(crate) struct Row {
    picture: Picture,
    /// What it shows, or that nobody has said it.
    name: String,
    standing: Standing,
    /// Its narrowest file: address, width and height.
    small: Option<(String, i64, i64)>,
}

/// What it is called.
fn name(visit: &Visit, picture: &Picture, shows: &str) -> String {
    match picture.decorative {
        _ if !shows.is_empty() => shows.to_owned(),
        true => visit.t("picture-decorative"),
        false => visit.t("picture-undescribed"),
    }
}

#[derive(Template)]
#[template(path = "pictures/gallery.html")]
struct GalleryPage<'a> {
    v: &'a Visit,
    meta: Meta,
    rows: Vec<Row>,
    total: i64,
    filters: Vec<Filter>,
    around: Around,
}

web::framed!(GalleryPage);

/// The gallery, from a place on.
pub(crate) struct Gallery {
    standings: Vec<Standing>,
    part: Page,
    at: usize,
}

impl List for Gallery {
    type Row = Row;
    const NAME: &str = "pictures";
    const COLUMNS: &[Column<Row>] = &[
        Column::new("picture-shows").cell(|_, row| row.name.as_str().into()),
        Column::new("picture-standing").cell(|v, row| v.t(standing_words(row.standing)).into()),
        Column::new("picture-credit").cell(|_, row| row.picture.credit.as_str().into()),
        Column::new("picture-licence").cell(|v, row| match row.picture.described {
            true => v.t(licence_words(row.picture.licence)).into(),
            false => "".into(),
        }),
        Column::new("picture-until")
            .cell(|_, row| row.picture.consent_until.map_or("".into(), |at| last_day(at).into())),
        Column::new("picture-brought").cell(|_, row| (&row.picture.created_at).into()),
    ];

    async fn open(visit: &Visit, _: &str) -> Result<Gallery> {
        check(&visit.actor)?;
        let fields = Fields::parse(&visit.query);
        let part = Page::of(&fields, PAGE_ROWS);
        let standings = fields.all("standing").into_iter().filter_map(Standing::parse).collect();
        Ok(Gallery { standings, part, at: part.offset() })
    }

    async fn next(&mut self, visit: &Visit, limit: usize) -> Result<Next<Row>> {
        let (sql, now) = (visit.hub.db.read(), visit.hub.now());
        let pictures = rows::page(&sql, &self.standings, now, limit as i64 + 1, self.at as i64).await?;
        self.at += limit;
        let Next { rows: pictures, more } = Next::of(pictures, limit);
        let shown: HashMap<i64, Shown> = figure::shown(visit, pictures.clone()).await?;
        let row = |picture: Picture| {
            let own = shown.get(&picture.id);
            let small = own.and_then(Shown::small);
            Row {
                name: name(visit, &picture, own.map_or("", Shown::shows)),
                standing: picture.standing(now),
                small: small.map(|file| (address(file.picture, file.width), file.width, file.height)),
                picture,
            }
        };
        Ok(Next { rows: pictures.into_iter().map(row).collect(), more })
    }

    async fn page(mut self, visit: &Visit) -> Answer {
        let rows = self.next(visit, PAGE_ROWS).await?.rows;
        let (sql, now) = (visit.hub.db.read(), visit.hub.now());
        let mut values = Vec::new();
        let mut total = 0;
        for standing in Standing::ALL {
            let count = rows::count(&sql, &[standing], now).await?;
            let on = self.standings.contains(&standing);
            if on || self.standings.is_empty() {
                total += count;
            }
            if on || count > 0 {
                let label = visit.t(standing_words(standing));
                values.push(Value { value: standing.code().to_owned(), label, lang: None, count, on });
            }
        }
        let mut filters = vec![Filter::new("standing", visit.t("picture-standing"), true, values)];
        filters.retain(|filter| !filter.is_empty());
        let empty = Empty::new("image", "pictures-none", "pictures-none-hint")
            .unfit("pictures-unfit", "pictures-unfit-hint")
            .way("picture-new", "/office/pictures/new");
        let around = Around::page::<Gallery>(visit, self.part, rows.len(), usize::try_from(total).unwrap_or(0), &empty);
        let narrowed = narrowed(visit, "", &filters);
        let meta = Meta::titled(self.part.title(visit, visit.t("menu-pictures"), &narrowed)).hide();
        page(StatusCode::OK, &GalleryPage { v: visit, meta, rows, total, filters, around }, None)
    }
}

impl GalleryPage<'_> {
    fn state(&self, row: &Row) -> String {
        self.v.t(standing_words(row.standing))
    }
}
