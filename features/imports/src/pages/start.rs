//! A table is brought: which columns it has, and the file; earlier ones below.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use base::{FieldError, PersonId};
use input::Fields;
use web::imports::{ImportColumn, hint_words, title_words};
use web::{Answer, Filled, Form, Meta, Offered, Upload, Visit, page, redirect, small_file};

use super::{Opened, open};
use crate::rows;
use crate::rules::{BYTES, Import, ROWS, state_words};
use crate::sheet;

#[derive(Template)]
#[template(path = "imports/start.html")]
struct Start<'a> {
    v: &'a Visit,
    meta: Meta,
    opened: &'a Opened,
    hint: String,
    form: Form<'a>,
    earlier: Vec<Import>,
    names: HashMap<PersonId, String>,
}

web::framed!(Start);

impl Start<'_> {
    fn columns(&self) -> &'static [ImportColumn] {
        self.opened.importer.columns()
    }

    fn limits(&self) -> String {
        self.v.ta("import-limits", &[("rows", ROWS.into()), ("size", self.v.size(BYTES).as_str().into())])
    }

    fn state(&self, own: &Import) -> String {
        self.v.t(state_words(own.state))
    }

    fn by(&self, own: &Import) -> String {
        self.names.get(&own.by_person).cloned().unwrap_or_default()
    }
}

pub(crate) async fn get(visit: Visit, offered: Offered, Path((kind, ground)): Path<(String, String)>) -> Answer {
    let opened = open(&visit, &offered, &kind, &ground).await?;
    // Before they choose a file: it would have to be chosen again.
    visit.actor.must_be_recent(visit.hub.now())?;
    show(&visit, &opened, Fields::default()).await
}

pub(crate) async fn post(
    visit: Visit,
    offered: Offered,
    Path((kind, ground)): Path<(String, String)>,
    mut form: Upload,
) -> Answer {
    let opened = match open(&visit, &offered, &kind, &ground).await {
        Ok(opened) => opened,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    if let Err(fail) = visit.actor.must_be_recent(visit.hub.now()) {
        return Ok(form.refuse(fail).await);
    }
    let received = match small_file::receive_staged(&visit, &mut form, BYTES).await {
        Ok(received) => received,
        Err(fail) => return Ok(form.refuse(fail).await),
    };
    let (fields, name) = (received.fields, received.name);
    let Some(file) = received.file.filter(|_| received.error.is_none()) else {
        let error = received.error.unwrap_or_else(|| FieldError::new("file", "error-file-missing"));
        return show(&visit, &opened, Filled::wrong(fields, vec![error])).await;
    };
    let looked = async {
        let work = opened.work(&visit, &offered);
        work.count().await?;
        let sheet = sheet::read(&visit, &file, opened.importer.columns()).await?;
        work.look(sheet, &name).await
    };
    let looked = looked.await;
    // It had the place of an upload until here: few are read at once.
    drop(form);
    match looked {
        Ok(id) => Ok(redirect(&visit.link(format!("{}/{}", opened.path(), base::id::write_id(id)))).into_response()),
        Err(fail) => show(&visit, &opened, Filled::failed(fields, fail)?).await,
    }
}

async fn show(visit: &Visit, opened: &Opened, filled: impl Into<Filled>) -> Answer {
    let sql = visit.hub.db.read();
    let earlier = rows::earlier(&sql, opened.importer.kind(), &opened.of).await?;
    let people: Vec<PersonId> = earlier.iter().map(|own| own.by_person).collect();
    let names = people::names(&sql, &people).await?;
    let meta = Meta::titled(visit.t(title_words(opened.importer.kind()))).hide();
    let (form, hint) = (Form::new(visit, filled), visit.t(hint_words(opened.importer.kind())));
    page(form.status(), &Start { v: visit, meta, opened, hint, form, earlier, names }, None)
}
