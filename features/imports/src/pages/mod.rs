//! Pages of tables that are brought in: one file each.

mod one;
mod start;

use std::sync::Arc;

use base::{Fail, Result};
use web::imports::{Ground, Importer};
use web::{Offered, Parts, Routes, Visit};

use crate::actions::Work;

pub(crate) fn routes() -> Routes {
    Routes::default()
        .upload("/imports/{kind}/{ground}", start::get, start::post)
        .page("/imports/{kind}/{ground}/{id}?page", one::get)
        .action("/imports/{kind}/{ground}/{id}/take", one::take)
        .action("/imports/{kind}/{ground}/{id}/undo", one::undo)
        .action("/imports/{kind}/{ground}/{id}/discard", one::discard)
}

/// A kind of table, opened for something by its reader.
pub(crate) struct Opened {
    pub importer: Arc<dyn Importer>,
    pub ground: Ground,
    /// As it stands in the address.
    of: String,
}

impl Opened {
    /// Its address behind the language.
    fn path(&self) -> String {
        format!("/imports/{}/{}", self.importer.kind(), self.of)
    }

    fn work<'a>(&'a self, visit: &'a Visit, parts: &'a Parts) -> Work<'a> {
        Work {
            hub: &visit.hub,
            city_rows: &parts.city_rows,
            actor: &visit.actor,
            importer: &*self.importer,
            ground: &self.of,
        }
    }
}

/// Opens it, for whoever may.
async fn open(visit: &Visit, offered: &Offered, kind: &str, ground: &str) -> Result<Opened> {
    visit.person()?;
    let importer = offered.imports.iter().find(|own| own.kind() == kind).ok_or(Fail::NotFound)?;
    Ok(Opened { ground: importer.open(visit, ground).await?, importer: importer.clone(), of: ground.to_owned() })
}
