//! Bringing in an existing collection: a folder of files and a manifest.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base::{Actor, CityId, DocumentId, Fail, Result};
use blobs::{Blobs, Hash};
use csv::StringRecord;
use extract::{Format, Refusal};
use futures::StreamExt;
use network::Network;
use store::{Arrival, Db};
use web::Fields;
use web::files::dismiss;

use crate::actions::incoming::{Incoming, Origin, bring};
use crate::actions::upload::enter;
use crate::rows::{self, FileFacts, waiting_readings};
use crate::rules::{Draft, TYPES, safe_file_name};

/// Rows of one manifest at most.
const ROWS: usize = 200_000;
/// The columns that a manifest may have.
const COLUMNS: [&str; 9] = ["file", "title", "abstract", "city", "type", "themes", "year", "language", "access"];

/// One row of a manifest, with its line in the file.
pub struct Row {
    line: u64,
    fields: std::result::Result<Fields, String>,
    taken: Arc<Taken>,
}

impl Row {
    /// A row that does not come from a file.
    pub fn new(line: u64, fields: Fields) -> Row {
        Row { line, fields: Ok(fields), taken: Arc::default() }
    }
}

/// What the rows of a manifest have brought so far: a file of a city, with its line and all that the
/// line says. A later row that says something else of it would go under as "there already".
#[derive(Default)]
struct Taken(Mutex<HashMap<FileOfCity, (u64, Hash)>>);

/// The hash of a file, and its city.
type FileOfCity = (String, Option<CityId>);

impl Taken {
    /// The line that brought this file while saying something else of it.
    fn other(&self, file: &Hash, city: Option<CityId>, said: &Hash) -> Option<u64> {
        let taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.get(&(file.as_str().to_owned(), city)).filter(|(_, own)| own != said).map(|(line, _)| *line)
    }

    fn note(&self, file: &Hash, city: Option<CityId>, line: u64, said: Hash) {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.entry((file.as_str().to_owned(), city)).or_insert((line, said));
    }
}

/// Reads the manifest: `file,title` and, where they are, `abstract,city,type,themes,year,language,access`.
///
/// # Errors
/// [`Fail::Unavailable`] with a sentence when it cannot be opened, lacks a column, or has one that is
/// not known: a misspelt `access` would let more people read than was meant.
pub fn read_manifest(path: &Path) -> Result<Vec<Row>> {
    let unreadable = |what: String| Fail::Unavailable(format!("the manifest {}: {what}", path.display()));
    let file = File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(file);
    let headers = reader.headers().map_err(|error| unreadable(error.to_string()))?.clone();
    let names: Vec<String> =
        headers.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_lowercase()).collect();
    check_columns(&names).map_err(unreadable)?;
    let taken = Arc::default();
    let mut records = reader.records();
    let mut rows: Vec<Row> = records.by_ref().take(ROWS).map(|record| row(&names, record, &taken)).collect();
    if let Some(record) = records.next() {
        let fields = Err(format!("there are more than {ROWS} rows; split the manifest"));
        rows.push(Row { fields, ..row(&names, record, &taken) });
    }
    Ok(rows)
}

/// Are the needed columns there, and each once, and no others?
fn check_columns(names: &[String]) -> std::result::Result<(), String> {
    for needed in ["file", "title"] {
        if !names.iter().any(|name| name == needed) {
            return Err(format!("the column `{needed}` is missing; the first line must name the columns"));
        }
    }
    for (at, name) in names.iter().enumerate() {
        if !COLUMNS.contains(&name.as_str()) {
            return Err(format!("the column `{name}` is not known; the columns are {}", COLUMNS.join(", ")));
        }
        if names[..at].contains(name) {
            return Err(format!("the column `{name}` is there twice"));
        }
    }
    Ok(())
}

fn row(names: &[String], record: csv::Result<StringRecord>, taken: &Arc<Taken>) -> Row {
    let (position, fields) = match &record {
        Ok(record) => (record.position(), fields(names, record)),
        Err(error) => (error.position(), Err(format!("cannot be read: {error}"))),
    };
    Row { line: position.map_or(0, csv::Position::line), fields, taken: taken.clone() }
}

fn fields(names: &[String], record: &StringRecord) -> std::result::Result<Fields, String> {
    if record.len() > names.len() {
        return Err(format!(
            "has {} cells, but there are {} columns; put texts with commas in quotes",
            record.len(),
            names.len()
        ));
    }
    let mut fields = Fields::default();
    for (name, value) in names.iter().zip(record) {
        match name.as_str() {
            "themes" => value
                .split(';')
                .map(str::trim)
                .filter(|slug| !slug.is_empty())
                .for_each(|slug| fields.push("themes", slug)),
            _ => fields.push(name, value),
        }
    }
    if fields.get("access").is_empty() {
        fields = without(&fields, "access").with("access", "members");
    }
    if fields.get("type").is_empty() {
        fields = without(&fields, "type").with("type", TYPES[6]);
    }
    Ok(fields)
}

fn without(fields: &Fields, name: &str) -> Fields {
    fields
        .iter()
        .filter(|(own, _)| *own != name)
        .fold(Fields::default(), |fields, (own, value)| fields.with(own, value))
}

/// Where an import goes.
pub struct Import<'a> {
    /// The database.
    pub db: &'a Db,
    /// The files.
    pub blobs: &'a Blobs,
    /// The network, for themes and the like.
    pub network: &'a Network,
    /// The folder that the files are in.
    pub folder: &'a Path,
    /// Bytes of one file at most.
    pub upload_bytes: u64,
    /// Whose documents they are: the hub's own, unless somebody is named.
    pub owner: &'a Actor,
}

impl Import<'_> {
    /// Takes one row: its line, and whether it was new, or why it was not taken.
    pub async fn take(&self, row: Row) -> (u64, std::result::Result<bool, String>) {
        let outcome = match &row.fields {
            Ok(fields) => self.enter(&row, fields).await.map_err(|fail| reason(&fail)),
            Err(reason) => Err(reason.clone()),
        };
        (row.line, outcome)
    }

    async fn enter(&self, row: &Row, fields: &Fields) -> Result<bool> {
        use chrono::Datelike;
        let this_year = i64::from(self.db.clock().now().year());
        let draft = Draft::read(fields, self.network, this_year).map_err(Fail::Invalid)?;
        let city = self.city(&draft.city).await?;
        let file = self.stage(fields.get("file")).await?;
        let said = Hash::of(format!("{fields:?}").as_bytes());
        if let Some(line) = row.taken.other(&file.facts.hash, city, &said) {
            return Err(Fail::Unavailable(format!(
                "the same file as line {line}, which says something else of it; only that line counts"
            )));
        }
        let new = self.enter_once(&draft, city, &file).await?;
        row.taken.note(&file.facts.hash, city, row.line, said);
        Ok(new)
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

    async fn stage(&self, name: &str) -> Result<Incoming> {
        let path = self.path(name)?;
        let file = tokio::fs::File::open(&path)
            .await
            .map_err(|error| Fail::Unavailable(format!("the file `{name}` cannot be opened: {error}")))?;
        let bytes = futures::stream::try_unfold(file, |mut file| async move {
            use tokio::io::AsyncReadExt;
            let mut buffer = vec![0; 64 * 1024];
            let read = file.read(&mut buffer).await?;
            buffer.truncate(read);
            Ok::<_, std::io::Error>((read > 0).then(|| (bytes::Bytes::from(buffer), file)))
        });
        let staged = self.blobs.stage(bytes.boxed(), self.upload_bytes).await?;
        let format = Format::tell(name, staged.head())
            .map_err(|refusal| Fail::Unavailable(format!("the file `{name}` {}", refused(refusal))))?;
        let ending = format.extensions().first().copied().unwrap_or("bin");
        let facts = FileFacts {
            hash: staged.hash().clone(),
            name: safe_file_name(name, ending),
            format,
            size: staged.length() as i64,
        };
        Ok(Incoming { facts, origin: Origin::Staged(staged) })
    }

    /// A file of the folder, never one outside of it.
    fn path(&self, name: &str) -> Result<PathBuf> {
        let wrong = |what: &str| Fail::Unavailable(format!("the file `{name}` {what}"));
        if name.is_empty() {
            return Err(wrong("is not named"));
        }
        let folder = self
            .folder
            .canonicalize()
            .map_err(|error| Fail::Unavailable(format!("the folder {}: {error}", self.folder.display())))?;
        let path = folder.join(name).canonicalize().map_err(|_| wrong("is not in the folder"))?;
        if path.starts_with(&folder) && path.is_file() { Ok(path) } else { Err(wrong("is not in the folder")) }
    }
}

/// Why a file was not taken, for the operator.
fn refused(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Empty => "is empty",
        Refusal::Encrypted => "is protected with a password",
        Refusal::Mainframe => "is a text in EBCDIC, which is not read: save it as UTF-8",
        Refusal::Unknown => "is not of a kind that the library takes, or its ending does not fit its content",
    }
}

/// Why a row was not taken, for the operator.
fn reason(fail: &Fail) -> String {
    match fail {
        Fail::Unavailable(text) => text.clone(),
        Fail::TooLarge(bytes) => format!("the file is larger than {bytes} bytes"),
        Fail::Invalid(errors) => errors.iter().map(explain).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
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
