//! What the hub keeps of a person, for that person: each feature says which of its rows are somebody's, what of them they
//! are given, and what becomes of them when their account is erased. Also what nobody is given is named (hashes, sealed secrets): a test
//! looks that no column is forgotten that is called as if somebody stood in it.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::sync::Arc;

use async_trait::async_trait;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use base::{Actor, Fail, Person, PersonId, Result};
use blobs::Hash;
use futures::StreamExt;
use http::{HeaderValue, header};
use serde_json::{Map, Value, json};
use store::{Sql, Statement, Tx};
use tokio_util::io::ReaderStream;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::hub::Hub;
use crate::work::Place;

/// Rows of one table that somebody is given at most; of more it is said that they are cut.
pub const ROWS: usize = 10_000;
/// Files that somebody is given at once.
pub const FILES: usize = 200;
/// Bytes of all of them together; what is left out is named.
pub const FILES_BYTES: u64 = 500_000_000;

/// What it is about, in the order in which the page shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The account, how its owner signs in, and where.
    Account,
    /// What they do, did, or are asked to do.
    Roles,
    /// What they take part in for a city's membership.
    Membership,
    /// Documents that they uploaded.
    Documents,
    /// What they wrote to the network.
    Messages,
    /// What they wrote, decided or entered for the network or a city.
    Work,
    /// What they did in the hub, and what they were told of.
    Activity,
    /// What is on record about them, and of what they did.
    Record,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 8] = [
        Kind::Account,
        Kind::Roles,
        Kind::Membership,
        Kind::Documents,
        Kind::Messages,
        Kind::Work,
        Kind::Activity,
        Kind::Record,
    ];

    /// Its name in the export and in keys of words.
    pub const fn code(self) -> &'static str {
        match self {
            Kind::Account => "account",
            Kind::Roles => "roles",
            Kind::Membership => "membership",
            Kind::Documents => "documents",
            Kind::Messages => "messages",
            Kind::Work => "work",
            Kind::Activity => "activity",
            Kind::Record => "record",
        }
    }
}

/// How a row says whose it is.
#[derive(Clone, Copy, Debug)]
pub enum Whose {
    /// This column holds the person.
    Person(&'static str),
    /// This column holds the person as a written id.
    Written(&'static str),
    /// This column holds their address, as it was typed.
    Email(&'static str),
    /// This column leads to something that holds their address: with the condition that is asked, in which it stands for `?`.
    Through(&'static str, &'static str),
}

impl Whose {
    /// The column.
    pub const fn column(self) -> &'static str {
        match self {
            Whose::Person(column) | Whose::Written(column) | Whose::Email(column) | Whose::Through(column, _) => column,
        }
    }
}

/// What becomes of somebody's rows when their account is erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erased {
    /// They go.
    Gone,
    /// They stay without this: as an `UPDATE` sets it.
    Emptied(&'static str),
    /// They stay. Where they name somebody, that is an account of which nothing but its number is left; where they hold an address,
    /// it was written to the network, and goes when its own time comes.
    Kept,
    /// The feature of accounts sees to it.
    ByAccounts,
}

/// Rows of a table that are somebody's.
#[derive(Clone, Copy, Debug)]
pub struct Personal {
    /// What they are about.
    pub kind: Kind,
    /// The table.
    pub table: &'static str,
    /// Whose they are.
    pub whose: Whose,
    /// The columns that their owner is given, the newest first by the first of them; none where nothing in them would tell them
    /// anything.
    pub given: &'static [&'static str],
    /// What becomes of them when their account is erased.
    pub erased: Erased,
}

/// Somebody's rows of one table.
pub struct Given {
    /// What they are about.
    pub kind: Kind,
    /// The table, or the thing.
    pub name: &'static str,
    /// Each as an object.
    pub rows: Vec<Value>,
    /// There are more.
    pub cut: bool,
}

/// A file that somebody is given.
pub struct GivenFile {
    /// Its name in the archive: letters, digits, `-` and `.` of our own making.
    pub name: String,
    /// The file.
    pub hash: Hash,
    /// Its bytes.
    pub size: u64,
}

/// Gives somebody what stands under rights: things of theirs that belong to others too, as far as they may still see them.
#[async_trait]
pub trait PersonalThings: Send + Sync {
    /// The things, and their files; [`ROWS`] at most.
    async fn given(&self, hub: &Hub, sql: &Sql, actor: &Actor, person: &Person) -> Result<(Given, Vec<GivenFile>)>;

    /// Lets go, when somebody is erased, what their rows name elsewhere; the rows are there still.
    async fn erase(&self, _tx: &Tx, _person: PersonId) -> Result<()> {
        Ok(())
    }
}

impl Personal {
    /// Of this statement those rows that are somebody's with this address.
    fn theirs(&self, statement: Statement, person: PersonId, email: &str) -> Statement {
        match self.whose {
            Whose::Person(column) => statement.when(format!("{column} = ?"), person),
            Whose::Written(column) => statement.when(format!("{column} = ?"), person.to_string()),
            Whose::Through(_, asked) => statement.when(asked, email),
            Whose::Email(column) => statement.when(format!("LOWER({column}) = ?"), email),
        }
    }

    async fn of(&self, sql: &Sql, person: &Person) -> Result<Given> {
        let select = format!("SELECT {} FROM {}", self.given.join(", "), self.table);
        let statement = self.theirs(Statement::new(select, ()), person.id, &person.email);
        let mut rows = statement.push("ORDER BY 1 DESC LIMIT ?", ROWS as i64 + 1).raw(sql).await?;
        let cut = rows.len() > ROWS;
        rows.truncate(ROWS);
        Ok(Given { kind: self.kind, name: self.table, rows: rows.iter().map(as_object).collect(), cut })
    }
}

/// What becomes of all rows of somebody who is erased, with these addresses, but for what the feature of accounts sees to.
///
/// # Errors
/// When the database does not answer.
pub async fn erase(tx: &Tx, kept: &Kept, person: PersonId, emails: &[String]) -> Result<()> {
    for things in &kept.things {
        things.erase(tx, person).await?;
    }
    for own in &kept.rows {
        let text = match own.erased {
            Erased::Gone => format!("DELETE FROM {}", own.table),
            Erased::Emptied(set) => format!("UPDATE {} SET {set}", own.table),
            Erased::Kept | Erased::ByAccounts => continue,
        };
        let by_email = matches!(own.whose, Whose::Email(_) | Whose::Through(..));
        for email in emails.iter().take(if by_email { emails.len() } else { 1 }) {
            own.theirs(Statement::new(text.clone(), ()), person, email).exec(tx).await?;
        }
    }
    Ok(())
}

/// A row as it is given: names of columns, and values in the forms that programs read everywhere.
fn as_object(row: &store::Row) -> Value {
    let cells = row.cells().map(|(name, value)| (name.to_owned(), as_json(value)));
    Value::Object(cells.collect::<Map<_, _>>())
}

/// Ids as they stand in addresses: as numbers they are beyond what JSON's readers keep whole (RFC 8259, section 6).
fn as_json(value: &store::Value) -> Value {
    const WHOLE: i64 = 1 << 53;
    match value {
        store::Value::Null | store::Value::Bytes(_) => Value::Null,
        store::Value::Bool(yes) => json!(yes),
        store::Value::Int(number) if *number >= WHOLE => json!(base::id::write_id(*number)),
        store::Value::Int(number) => json!(number),
        store::Value::Real(number) => json!(number),
        store::Value::Text(text) => json!(text),
        store::Value::Time(time) => json!(time.to_rfc3339()),
    }
}

/// All that features keep of people.
#[derive(Clone, Default)]
pub struct Kept {
    /// Rows that are somebody's.
    pub rows: Vec<Personal>,
    /// Things that are more than rows.
    pub things: Vec<Arc<dyn PersonalThings>>,
}

/// All that the hub keeps of a person, as a ZIP file: `data.json`, and their files in `files/`.
///
/// # Errors
/// When the database or the store does not answer, or the disk takes no file.
pub async fn archive(hub: &Hub, kept: &Kept, actor: &Actor) -> Result<Response> {
    let person = actor.person().ok_or(Fail::SignIn)?;
    let place = hub.work.archive(&person.id.to_string())?;
    crate::files::check_disk(hub)?;
    let sql = hub.db.read();
    let (mut all, mut files) = (Vec::new(), Vec::new());
    for own in kept.rows.iter().filter(|own| !own.given.is_empty()) {
        all.push(own.of(&sql, person).await?);
    }
    for things in &kept.things {
        let (given, own) = things.given(hub, &sql, actor, person).await?;
        all.push(given);
        files.extend(own);
    }
    let (files, left_out) = within_bounds(files);
    let about = json!({
        "hub": hub.settings.public_url,
        "person": person.id.to_string(),
        "made_at": hub.now().to_rfc3339(),
    });
    let (folder, blobs) = (hub.settings.data.clone(), hub.blobs.clone());
    let here = tokio::runtime::Handle::current();
    // One file at a time: each is brought, written and let go.
    let bring = move |hash: &Hash| here.block_on(blobs.local(hash));
    let written = tokio::task::spawn_blocking(move || write(&folder, document(about, all), files, left_out, bring));
    let (file, length) = written.await.map_err(Fail::internal)??;
    let name = format!("my-data-{}.zip", hub.now().format("%Y-%m-%d"));
    Ok(as_download(file, length, &name, place))
}

/// As many files as fit, in their order; the names of the others.
fn within_bounds(files: Vec<GivenFile>) -> (Vec<GivenFile>, Vec<String>) {
    let (mut taken, mut left_out, mut bytes) = (Vec::new(), Vec::new(), 0);
    for file in files {
        if taken.len() < FILES && bytes + file.size <= FILES_BYTES {
            bytes += file.size;
            taken.push(file);
        } else {
            left_out.push(file.name);
        }
    }
    (taken, left_out)
}

/// What is given, by its kinds and then by its tables. Two ways in which rows of one table are somebody's stand together.
fn document(about: Value, all: Vec<Given>) -> Value {
    let mut kinds: BTreeMap<Kind, Map<String, Value>> = BTreeMap::new();
    let mut cut: Vec<&str> = Vec::new();
    for given in all {
        let rows = kinds.entry(given.kind).or_default().entry(given.name).or_insert_with(|| json!([]));
        if let Value::Array(rows) = rows {
            rows.extend(given.rows);
        }
        if given.cut {
            cut.push(given.name);
        }
    }
    let mut whole = Map::from_iter([("about".to_owned(), about), ("cut".to_owned(), json!(cut))]);
    whole.extend(kinds.into_iter().map(|(kind, tables)| (kind.code().to_owned(), Value::Object(tables))));
    Value::Object(whole)
}

/// Writes the archive: the files first, since one that the store does not have (any more) is named with those that are left out.
fn write(
    folder: &std::path::Path,
    mut data: Value,
    files: Vec<GivenFile>,
    mut left_out: Vec<String>,
    bring: impl Fn(&Hash) -> Result<File>,
) -> Result<(File, u64)> {
    let room = |error: std::io::Error| Fail::Unavailable(format!("no file can be written: {error}"));
    let options = SimpleFileOptions::default().large_file(true);
    let mut zip = ZipWriter::new(tempfile::tempfile_in(folder).map_err(room)?);
    for file in files {
        let mut own = match bring(&file.hash) {
            Ok(own) => own,
            Err(Fail::NotFound) => {
                left_out.push(file.name);
                continue;
            }
            Err(fail) => return Err(fail),
        };
        // Documents are packed already.
        let stored = options.compression_method(CompressionMethod::Stored);
        zip.start_file(format!("files/{}", file.name), stored).map_err(Fail::internal)?;
        std::io::copy(&mut own, &mut zip).map_err(room)?;
    }
    data["files_left_out"] = json!(left_out);
    zip.start_file("data.json", options).map_err(Fail::internal)?;
    zip.write_all(&serde_json::to_vec_pretty(&data).map_err(Fail::internal)?).map_err(room)?;
    let mut file = zip.finish().map_err(Fail::internal)?;
    let length = file.seek(SeekFrom::End(0)).map_err(room)?;
    file.rewind().map_err(room)?;
    Ok((file, length))
}

/// The file, which has no name on the disk and goes with its last reader; its place is given back when it is sent, or nobody
/// waits for it any more.
fn as_download(file: File, length: u64, name: &str, place: Place) -> Response {
    let stream = ReaderStream::new(tokio::fs::File::from_std(file)).inspect(move |_| {
        let _held = &place;
    });
    let mut response = Body::from_stream(stream).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_LENGTH, length.into());
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, size: u64) -> GivenFile {
        GivenFile { name: name.to_owned(), hash: Hash::of(name.as_bytes()), size }
    }

    #[test]
    fn what_is_too_much_is_named() {
        let (taken, left_out) = within_bounds(vec![file("a", FILES_BYTES), file("b", 1), file("c", 0)]);
        assert_eq!((taken.len(), left_out), (2, vec!["b".to_owned()]));
        let many = (0..=FILES).map(|number| file(&number.to_string(), 1)).collect();
        assert_eq!(within_bounds(many).1, [FILES.to_string()]);
    }

    #[test]
    fn rows_stand_by_kind_and_table_and_what_is_cut_is_said() {
        let given = |name, rows, cut| Given { kind: Kind::Work, name, rows, cut };
        let all = vec![given("findings", vec![json!(1)], false), given("findings", vec![json!(2)], true)];
        let whole = document(json!({}), all);
        assert_eq!(whole, json!({"about": {}, "cut": ["findings"], "work": {"findings": [1, 2]}}));
    }

    #[test]
    fn values_are_read_by_every_program() {
        assert_eq!(as_json(&store::Value::Int(7)), json!(7));
        assert_eq!(as_json(&store::Value::Int(1 << 60)), json!(base::id::write_id(1 << 60)));
        assert_eq!(as_json(&store::Value::Bytes(vec![1])), Value::Null, "nothing sealed leaves");
    }
}
