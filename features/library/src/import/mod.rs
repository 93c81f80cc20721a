//! Bringing in an existing collection: a folder of files and a manifest.

mod codes;
mod manifest;
mod names;
mod seen;

use std::path::Path;
use std::time::Duration;

use base::{Actor, CityId, DocumentId, Fail, Lang, Result};
use blobs::{Blobs, Hash};
use network::Network;
use store::{Arrival, Db};
use web::files::dismiss;
use web::{Fields, Words};

pub use manifest::{Manifest, Row, read_manifest};

use crate::actions::incoming::{Incoming, bring, recognised};
use crate::actions::upload::enter;
use crate::rows::{self, FileFacts, waiting_readings};
use crate::rules::Draft;

/// Where an import goes.
pub struct Import<'a> {
    /// The database.
    pub db: &'a Db,
    /// The files.
    pub blobs: &'a Blobs,
    /// The network, for themes and the like.
    pub network: &'a Network,
    /// The words of the hub, for what is wrong with a file.
    pub words: &'a Words,
    /// The folder that the files are in.
    pub folder: &'a Path,
    /// Bytes of one file at most.
    pub upload_bytes: u64,
    /// Whose documents they are: the hub's own, unless somebody is named.
    pub owner: &'a Actor,
}

/// What a row is, once it has been looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// It was not there; false when its city has this file already.
    pub new: bool,
    /// The name of its file, as it is kept.
    pub name: String,
    /// Code of the format of its file.
    pub format: &'static str,
}

/// What becomes of a row that is fine.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Yes,
    /// It is only tried.
    No,
}

impl Import<'_> {
    /// Takes one row: its line, and whether it was new, or why it was not taken.
    pub async fn take(&self, row: Row) -> (u64, std::result::Result<bool, String>) {
        let (line, outcome) = self.look(row, Kept::Yes).await;
        (line, outcome.map(|looked| looked.new))
    }

    /// Does all that taking a row does, and keeps nothing: what it would be, or why it would not be taken.
    pub async fn try_out(&self, row: Row) -> (u64, std::result::Result<Looked, String>) {
        self.look(row, Kept::No).await
    }

    async fn look(&self, row: Row, kept: Kept) -> (u64, std::result::Result<Looked, String>) {
        let outcome = match &row.fields {
            Ok(fields) => self.enter(&row, fields, kept).await.map_err(|fail| self.reason(&fail, fields)),
            Err(reason) => Err(reason.clone()),
        };
        (row.line, outcome)
    }

    async fn enter(&self, row: &Row, fields: &Fields, kept: Kept) -> Result<Looked> {
        use chrono::Datelike;
        let this_year = i64::from(self.db.clock().now().year());
        let draft = Draft::read(fields, self.network, this_year).map_err(Fail::Invalid)?;
        let city = self.city(&draft.city).await?;
        let file = self.stage(row, fields.get("file")).await?;
        let said = Hash::of(format!("{fields:?}").as_bytes());
        let before = row.seen.before(&file.facts.hash, city, &said);
        if let Some((line, false)) = before {
            return Err(Fail::Unavailable(format!(
                "the same file as line {line}, which says something else of it; only that line counts"
            )));
        }
        let new = match kept {
            Kept::Yes => self.enter_once(&draft, city, &file).await?,
            Kept::No => before.is_none() && !rows::is_here(&self.db.read(), &file.facts.hash, city).await?,
        };
        row.seen.note(&file.facts.hash, city, row.line, said);
        Ok(Looked { new, name: file.facts.name, format: file.facts.format.code() })
    }

    /// The city with this slug; none for none.
    async fn city(&self, slug: &str) -> Result<Option<CityId>> {
        if slug.is_empty() {
            return Ok(None);
        }
        let known = cities::city_for(&self.db.read(), &Actor::System, cities::access::Action::See, slug).await;
        known
            .map(|city| Some(city.id))
            .map_err(|_| Fail::Unavailable(format!("there is no city `{slug}`; give the slug of its address")))
    }

    /// Puts it in; false when the city has this file already.
    async fn enter_once(&self, draft: &Draft, city: Option<CityId>, file: &Incoming) -> Result<bool> {
        if rows::is_here(&self.db.read(), &file.facts.hash, city).await? {
            return Ok(false);
        }
        let id = DocumentId(self.db.new_id());
        let arrival = bring(self.db, self.blobs, file).await?;
        let outcome = self.enter_brought(id, draft, city, (&file.facts, &arrival)).await;
        if !matches!(outcome, Ok(true)) {
            dismiss(self.db, self.blobs, &arrival).await;
        }
        outcome
    }

    async fn enter_brought(
        &self,
        id: DocumentId,
        draft: &Draft,
        city: Option<CityId>,
        (file, arrival): (&FileFacts, &Arrival),
    ) -> Result<bool> {
        let tx = self.db.begin().await?;
        tx.lock_file(file.hash.as_str()).await?;
        if rows::is_here(&tx, &file.hash, city).await? {
            return Ok(false);
        }
        enter(&tx, self.owner, id, city, draft, (file, arrival)).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn stage(&self, row: &Row, named: &str) -> Result<Incoming> {
        let wrong = |what: String| Fail::Unavailable(format!("the file `{named}` {what}"));
        let found = names::find(self.folder, named, &row.seen).map_err(wrong)?;
        let file = std::fs::File::open(&found.path).map_err(|error| wrong(format!("cannot be opened: {error}")))?;
        let staged = self.blobs.stage_all(file, self.upload_bytes).await?;
        recognised(&found.name, staged)
    }

    /// Why a row was not taken, for the operator.
    fn reason(&self, fail: &Fail, fields: &Fields) -> String {
        match fail {
            Fail::Unavailable(text) => text.clone(),
            Fail::TooLarge(bytes) => format!("the file is larger than {bytes} bytes"),
            Fail::Invalid(errors) => {
                let about = |error: &base::FieldError| match error.field {
                    // As the form says it.
                    "file" => format!("the file `{}`: {}", fields.get("file"), self.words.sentence(self.lang(), error)),
                    _ => explain(error),
                };
                errors.iter().map(about).collect::<Vec<_>>().join("; ")
            }
            other => other.to_string(),
        }
    }

    /// English, as everything on the command line, where the network has it.
    fn lang(&self) -> Lang {
        let languages = &self.network.languages;
        if languages.contains(&Lang::EN) { Lang::EN } else { languages.first().copied().unwrap_or(Lang::EN) }
    }
}

fn explain(error: &base::FieldError) -> String {
    let what = match (error.field, error.message) {
        (_, "error-title") => "is missing",
        (_, "error-too-long") => "is too long",
        ("themes", _) => "must be known slugs, separated by `;`",
        ("type", _) => {
            "must be one of action-plan, strategy, case-study, toolkit, guide, evaluation, research, training"
        }
        ("year", _) => "must be a year from 1900 to this one, or empty",
        ("language", _) => "must be a known code such as en, fr, ar, or empty",
        ("access", "error-access-city") => "`city` needs a city",
        ("access", _) => "must be public, members or city",
        _ => "cannot be used",
    };
    format!("{} {what}", error.field)
}

/// Waits until no file waits to be read, as long as something reads them; answers how many still
/// wait when nothing moves any more (the hub is not serving).
pub async fn wait_until_read(db: &Db, moves: impl Fn(i64)) -> Result<i64> {
    /// Looks without any movement before nobody seems to be reading.
    const PATIENCE: usize = 20;
    let (mut last, mut still) = (waiting_readings(&db.read()).await?, 0);
    while last > 0 && still < PATIENCE {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let now = waiting_readings(&db.read()).await?;
        still = if now == last { still + 1 } else { 0 };
        last = now;
        moves(last);
    }
    Ok(last)
}
