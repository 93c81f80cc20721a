//! What a picture shows, whose it is, and who consented.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{Fail, Lang, Result};
use input::Fields;
use texts::{Standing as TextStanding, State};
use web::form::Choice;
use web::{Answer, Filled, Form, Meta, Visit, page, redirect};

use crate::access::check;
use crate::figure::{self, Shown};
use crate::rules::{Description, Licence, Picture, SHOWS, Standing, last_day, licence_words, standing_words};
use crate::{actions, rows};

#[derive(Template)]
#[template(path = "pictures/edit.html")]
struct EditPage<'a> {
    v: &'a Visit,
    meta: Meta,
    picture: Picture,
    shown: Option<Shown>,
    form: Form<'a>,
    writing: Lang,
    standing: Vec<TextStanding>,
}

web::framed!(EditPage);

struct Opened {
    picture: Picture,
    standing: Vec<TextStanding>,
    writing: Lang,
    /// What is written in that language, and its number.
    shows: String,
    seen: i64,
}

async fn open(visit: &Visit, id: &str, asked: &str) -> Result<Opened> {
    check(&visit.actor)?;
    let sql = visit.hub.db.read();
    let picture = rows::picture(&sql, base::id::read_id(id).ok_or(Fail::NotFound)?).await?;
    let standing = texts::standing(&sql, &[picture.thing()], &visit.hub.network.languages).await?;
    let standing = standing.into_values().next().unwrap_or_default();
    let source = standing.iter().find(|text| text.state == State::Source).map(|text| text.lang);
    let asked = asked.parse().ok().filter(|lang| visit.hub.network.languages.contains(lang));
    let writing = asked.or(source).unwrap_or(visit.lang);
    let own = texts::newest(&sql, picture.thing()).await?.into_iter().find(|text| text.lang == writing);
    let shows = own.as_ref().map(|text| text.parts.get(SHOWS).to_owned()).unwrap_or_default();
    Ok(Opened { picture, standing, writing, shows, seen: own.map_or(0, |text| text.number) })
}

impl Opened {
    fn as_it_is(&self) -> Fields {
        let picture = &self.picture;
        let licence = if picture.described { picture.licence.code() } else { "" };
        let fields = Fields::default()
            .with("in", self.writing)
            .with("shows", &self.shows)
            .with("seen", self.seen)
            .with("credit", &picture.credit)
            .with("licence", licence)
            .with("consent", &picture.consent)
            .with("until", picture.consent_until.map(last_day).unwrap_or_default())
            .with("focus_x", picture.focus_x)
            .with("focus_y", picture.focus_y)
            .with("revision", picture.revision);
        let fields = if picture.decorative { fields.with("decorative", "yes") } else { fields };
        if picture.shows_people { fields.with("people", "yes") } else { fields }
    }
}

pub(crate) async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let opened = open(&visit, &id, Fields::parse(&visit.query).get("in")).await?;
    let fields = opened.as_it_is();
    show(&visit, opened, fields).await
}

/// The fields that people fill in, with their labels.
const FIELDS: [(&str, &str); 9] = [
    ("shows", "picture-shows"),
    ("decorative", "picture-decorative"),
    ("credit", "picture-credit"),
    ("licence", "picture-licence"),
    ("people", "picture-people"),
    ("consent", "picture-consent"),
    ("until", "picture-until"),
    ("focus_x", "picture-focus-x"),
    ("focus_y", "picture-focus-y"),
];

pub(crate) async fn post(visit: Visit, Path(id): Path<String>, fields: Fields) -> Answer {
    let opened = open(&visit, &id, fields.get("in")).await?;
    let said = match Description::read(&fields, visit.hub.now()) {
        Ok(said) => said,
        Err(errors) => return show(&visit, opened, Filled::wrong(fields, errors)).await,
    };
    let (picture, writing) = (opened.picture.id, opened.writing);
    match actions::describe(&visit.hub, &visit.actor, picture, writing, &said).await {
        Ok(()) => {
            let here = format!("{}?in={writing}", opened.picture.office());
            Ok(redirect(&visit.done(here, "picture-described")).into_response())
        }
        Err(Fail::Conflict(_)) => {
            let opened = open(&visit, &id, fields.get("in")).await?;
            let now = opened.as_it_is();
            let filled = Filled::changed(fields, &now, &FIELDS).with("seen", now.get("seen"));
            show(&visit, opened, filled).await
        }
        Err(fail) => show(&visit, opened, Filled::failed(fields, fail)?).await,
    }
}

pub(crate) async fn withdraw(visit: Visit, Path(id): Path<String>) -> Answer {
    let picture = open(&visit, &id, "").await?.picture;
    actions::withdraw(&visit.hub, &visit.actor, picture.id, true).await?;
    Ok(redirect(&visit.done(picture.office(), "picture-withdrawn")).into_response())
}

pub(crate) async fn resume(visit: Visit, Path(id): Path<String>) -> Answer {
    let picture = open(&visit, &id, "").await?.picture;
    actions::withdraw(&visit.hub, &visit.actor, picture.id, false).await?;
    Ok(redirect(&visit.done(picture.office(), "picture-resumed")).into_response())
}

async fn show(visit: &Visit, opened: Opened, filled: impl Into<Filled>) -> Answer {
    let Opened { picture, standing, writing, .. } = opened;
    let shown = figure::shown(visit, vec![picture.clone()]).await?.remove(&picture.id);
    let meta = Meta::titled(visit.t("picture-describe")).hide();
    let form = Form::new(visit, filled).may_lack(&["consent", "until"]);
    let template = EditPage { v: visit, meta, picture, shown, form, writing, standing };
    page(template.form.status(), &template, None)
}

impl EditPage<'_> {
    fn licences(&self) -> Vec<Choice> {
        let none = (!self.picture.described).then(|| Choice::new("", self.v.t("picture-licence-none")));
        let all = Licence::ALL.map(|licence| Choice::new(licence.code(), self.v.t(licence_words(licence))));
        none.into_iter().chain(all).collect()
    }

    fn across(&self) -> Vec<Choice> {
        vec![
            Choice::new("0", self.v.t("picture-left")),
            Choice::new("50", self.v.t("picture-centre")),
            Choice::new("100", self.v.t("picture-right")),
        ]
    }

    fn down(&self) -> Vec<Choice> {
        vec![
            Choice::new("0", self.v.t("picture-top")),
            Choice::new("50", self.v.t("picture-middle")),
            Choice::new("100", self.v.t("picture-bottom")),
        ]
    }

    fn where_it_stands(&self) -> Standing {
        self.picture.standing(self.v.hub.now())
    }

    fn state(&self) -> String {
        self.v.t(standing_words(self.where_it_stands()))
    }

    fn class(&self) -> &'static str {
        self.where_it_stands().class()
    }

    fn languages(&self) -> Vec<(Lang, String, bool)> {
        let own = |lang: &Lang| (*lang, format!("{}?in={lang}", self.v.here()), *lang == self.writing);
        self.v.hub.network.languages.iter().map(own).collect()
    }

    /// What is written into a text to show it there.
    fn sign(&self) -> String {
        format!("![](picture:{})", base::id::write_id(self.picture.id))
    }

    fn may_be_shown(&self) -> bool {
        self.picture.is_shown(self.v.hub.now())
    }

    /// The text in the source's language, where another one is written.
    fn source(&self) -> Option<String> {
        let source = self.standing.iter().find(|text| text.state == State::Source)?;
        let shown = self.shown.as_ref().filter(|_| source.lang != self.writing)?;
        Some(shown.shows().to_owned())
    }
}
