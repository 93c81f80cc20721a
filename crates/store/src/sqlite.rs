//! The embedded engine. One connection writes, a few read.
//!
//! A short query is answered on the thread that asks: handing it to another one takes longer than most of them. What
//! needs more than [`INLINE_STEPS`] is broken off, and begun again on a thread that may wait. In a transaction, what
//! surely is short is done on the thread that asks, too: it waits for nobody, and for the disk only where a transaction is
//! larger than its cache or begins a new log. So is its beginning, where no other process is in the way. Everything else that writes is done on a thread that may wait.
//!
//! SQLite takes a transaction back by itself when the disk is full or fails, so whoever goes on in it would write
//! outside of it, or commit nothing. So after *any* statement that failed, a transaction takes no other one, and its
//! connection is closed at the end instead of being used again.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use base::{Fail, Result};
use rusqlite::ffi::{self, ErrorCode};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::faults::{Fault, Faults};
use crate::lock::lock;
use crate::value::{Row, Value};

/// Connections that read at once.
const READERS: usize = 8;
/// How long a reader waits for a connection before it is told to come back.
const ACQUIRE: Duration = Duration::from_secs(5);
/// How long an action waits for its turn to write.
const TURN: Duration = Duration::from_secs(10);
/// How long one statement that writes, or a commit, may take before whoever waits is told so.
const WRITE: Duration = Duration::from_secs(30);
/// How long one query may take.
const QUERY: Duration = Duration::from_secs(10);
/// How long another process (a command beside the hub) may keep the database locked.
const BUSY: Duration = Duration::from_secs(5);
/// Steps of SQLite's machine that a query may take on the thread that asks, twice at most: less than a millisecond.
const INLINE_STEPS: i32 = 10_000;
/// As often as it likes: what writes is not broken off, since that would end its transaction.
const ENDLESS: u32 = u32::MAX;
/// Values of a change that is done on the thread that asks, at most.
const INLINE_VALUES: usize = 40;
/// And their bytes.
const INLINE_BYTES: usize = 20_000;
/// IMMEDIATE: a transaction that reads first and then finds the writer's place taken would fail at once.
const BEGIN: &str = "BEGIN IMMEDIATE";
/// Statements that a connection keeps prepared.
const PREPARED: usize = 200;

/// The database file and its connections.
pub(crate) struct Sqlite {
    path: PathBuf,
    turn: Arc<Semaphore>,
    writer: Mutex<Option<Bounded>>,
    room: Arc<Semaphore>,
    readers: Mutex<Vec<Bounded>>,
    faults: Arc<Faults>,
}

/// A connection that breaks off what takes long, where it is asked to.
struct Bounded {
    conn: Connection,
    /// How often SQLite may still ask whether to go on.
    patience: Arc<AtomicU32>,
}

impl Deref for Bounded {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.conn
    }
}

impl Bounded {
    fn new(mut conn: Connection) -> rusqlite::Result<Bounded> {
        let patience = Arc::new(AtomicU32::new(ENDLESS));
        let left = patience.clone();
        let out = move || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err();
        conn.progress_handler(INLINE_STEPS, Some(out))?;
        Ok(Bounded { conn, patience })
    }

    /// Answers a query, where that is short; nothing where it was broken off.
    fn query_at_once(&self, sql: &str, values: &[Value]) -> rusqlite::Result<Option<Vec<Row>>> {
        // The count of steps goes on from the statement's last run: the first question may come early.
        self.patience.store(1, Ordering::Relaxed);
        let answer = query(&self.conn, sql, values);
        self.patience.store(ENDLESS, Ordering::Relaxed);
        match answer {
            Err(error) if code(&error) == Some(ErrorCode::OperationInterrupted) => Ok(None),
            answer => answer.map(Some),
        }
    }

    /// Begins a transaction where no other process is in the way: of this one only whoever calls this may write.
    fn begin_at_once(&self) -> rusqlite::Result<bool> {
        self.conn.busy_timeout(Duration::ZERO)?;
        let begun = self.conn.execute_batch(BEGIN);
        self.conn.busy_timeout(BUSY)?;
        match begun {
            Err(error) if code(&error) == Some(ErrorCode::DatabaseBusy) => Ok(false),
            begun => begun.map(|()| true),
        }
    }
}

impl Sqlite {
    /// Opens the file, made if new.
    pub(crate) fn open(path: &Path, faults: Arc<Faults>) -> Result<Arc<Sqlite>> {
        let sqlite = Sqlite {
            path: path.to_owned(),
            turn: Arc::new(Semaphore::new(1)),
            writer: Mutex::default(),
            room: Arc::new(Semaphore::new(READERS)),
            readers: Mutex::default(),
            faults,
        };
        let opening = |error| Fail::Unavailable(format!("the database cannot be opened: {error}"));
        let writer = sqlite.connect_writer().map_err(opening)?;
        *lock(&sqlite.writer) = Some(writer);
        let reader = sqlite.connect_reader().map_err(opening)?;
        lock(&sqlite.readers).push(reader);
        Ok(Arc::new(sqlite))
    }

    fn connect(&self) -> rusqlite::Result<Connection> {
        let conn = Connection::open(&self.path)?;
        conn.busy_timeout(BUSY)?;
        conn.set_prepared_statement_cache_capacity(PREPARED);
        // FULL is the only mode in which a committed transaction survives a power cut.
        conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")?;
        Ok(conn)
    }

    fn connect_writer(&self) -> rusqlite::Result<Bounded> {
        let conn = self.connect()?;
        // What is erased is overwritten, and not only let go.
        conn.pragma_update(None, "secure_delete", true)?;
        if let Some(pages) = self.faults.pages() {
            conn.pragma_update(None, "max_page_count", pages)?;
        }
        Bounded::new(conn)
    }

    fn connect_reader(&self) -> rusqlite::Result<Bounded> {
        let conn = self.connect()?;
        conn.pragma_update(None, "query_only", true)?;
        Bounded::new(conn)
    }

    /// Answers a query.
    pub(crate) async fn read(self: &Arc<Self>, sql: &str, values: Vec<Value>) -> Result<Vec<Row>> {
        let room =
            in_time(ACQUIRE, "a connection", self.room.clone().acquire_owned()).await?.map_err(Fail::internal)?;
        let kept = lock(&self.readers).pop();
        let reader = match kept {
            Some(reader) => reader,
            None => self.connect_reader().map_err(fail)?,
        };
        match reader.query_at_once(sql, &values) {
            Ok(None) => self.read_on(reader, room, sql.to_owned(), values).await,
            answer => self.give_back(reader, answer.map(Option::unwrap_or_default)),
        }
    }

    /// Prepares a statement, and does no more with it.
    pub(crate) async fn prepare(&self, sql: &str) -> Result<()> {
        let reader = self.connect_reader().map_err(fail)?;
        reader.conn.prepare(sql).map(|_| ()).map_err(fail)
    }

    /// Answers a long query, where it keeps nobody waiting.
    async fn read_on(
        self: &Arc<Self>,
        reader: Bounded,
        room: OwnedSemaphorePermit,
        sql: String,
        values: Vec<Value>,
    ) -> Result<Vec<Row>> {
        let home = self.clone();
        blocking(QUERY + Duration::from_secs(1), move || {
            let begun = Instant::now();
            let out = move || begun.elapsed() > QUERY;
            let mut conn = reader.conn;
            let answer = conn.progress_handler(INLINE_STEPS, Some(out)).and_then(|()| query(&conn, &sql, &values));
            let answer = home.give_back(Bounded::new(conn).map_err(fail)?, answer);
            drop(room);
            answer
        })
        .await?
    }

    /// A connection on which something failed is not used again.
    fn give_back(&self, reader: Bounded, answer: rusqlite::Result<Vec<Row>>) -> Result<Vec<Row>> {
        if answer.is_ok() {
            lock(&self.readers).push(reader);
        }
        answer.map_err(fail)
    }

    /// Takes the writer's place and begins a transaction there.
    pub(crate) async fn begin(self: &Arc<Self>) -> Result<Writer> {
        let turn =
            in_time(TURN, "a turn to write", self.turn.clone().acquire_owned()).await?.map_err(Fail::internal)?;
        let home = self.clone();
        let mut kept = lock(&home.writer).take();
        let begun = match &kept {
            Some(conn) => conn.begin_at_once().map_err(fail)?,
            None => false,
        };
        if let Some(conn) = kept.take_if(|_| begun) {
            let mut writer = Writer { held: Some(Held { conn, home, _turn: turn }), fit: true };
            writer.work(true, |_| Ok(())).map_err(fail)?;
            return Ok(writer);
        }
        blocking(WRITE, move || {
            let conn = match kept {
                Some(conn) => conn,
                None => home.connect_writer().map_err(fail)?,
            };
            let mut writer = Writer { held: Some(Held { conn, home, _turn: turn }), fit: true };
            writer.run_plain(BEGIN).map_err(fail)?;
            Ok(writer)
        })
        .await?
    }

    /// Connections at work, by pool.
    pub(crate) fn busy(&self) -> [(&'static str, usize); 2] {
        let reading = READERS - self.room.available_permits().min(READERS);
        [("read", reading), ("write", 1 - self.turn.available_permits().min(1))]
    }

    /// Ends all connections; this folds the write-ahead log back into the file.
    pub(crate) fn close(&self) {
        lock(&self.readers).clear();
        if let Some(writer) = lock(&self.writer).take() {
            let _ = writer.execute_batch("PRAGMA optimize");
        }
    }
}

/// The writer's place, with its transaction. Dropped, it takes back what was not committed.
pub(crate) struct Writer {
    held: Option<Held>,
    /// Nothing failed on this connection.
    fit: bool,
}

struct Held {
    conn: Bounded,
    home: Arc<Sqlite>,
    _turn: OwnedSemaphorePermit,
}

impl Held {
    /// Puts the connection back, if it is in no transaction, before the next one has its turn.
    fn give_back(self) {
        if self.conn.is_autocommit() {
            *lock(&self.home.writer) = Some(self.conn);
        }
    }
}

impl Writer {
    /// Whatever fails makes the connection unfit, the rules of tables too: on the other engine they end the
    /// transaction as well.
    fn work<T>(&mut self, writes: bool, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> rusqlite::Result<T> {
        let Some(held) = &self.held else { return Err(rusqlite::Error::InvalidQuery) };
        let fault = if writes { held.home.faults.strike() } else { None };
        let outcome = match fault {
            Some(fault) => Err(struck(&held.conn, fault)),
            None => work(&held.conn),
        };
        self.fit &= outcome.is_ok();
        outcome
    }

    fn run_plain(&mut self, sql: &str) -> rusqlite::Result<()> {
        self.work(true, |conn| conn.execute_batch(sql))
    }

    /// What comes of a commit that lasts while its answer is lost.
    fn commit_unheard(&mut self) -> rusqlite::Result<()> {
        if let Some(held) = &self.held
            && held.home.faults.strikes_unheard()
        {
            held.conn.execute_batch("COMMIT")?;
            self.fit = false;
            return Err(rusqlite::Error::SqliteFailure(
                ffi::Error::new(ffi::SQLITE_IOERR),
                Some("injected: the answer is lost".into()),
            ));
        }
        Ok(())
    }

    /// Runs one statement; answers its rows and how many were changed.
    fn run(&mut self, sql: &str, values: &[Value]) -> rusqlite::Result<(Vec<Row>, u64)> {
        let writes = !sql.trim_start().starts_with("SELECT");
        self.work(writes, |conn| Ok((query(conn, sql, values)?, conn.changes())))
    }

    /// The same, unless one failed before.
    fn run_open(&mut self, sql: &str, values: &[Value]) -> Result<(Vec<Row>, u64)> {
        if !self.is_open() {
            return Err(Fail::internal("a statement failed before in this transaction"));
        }
        self.run(sql, values).map_err(fail)
    }

    /// Answers a query where that is short; nothing where it has to be asked where it keeps nobody waiting.
    fn query_open(&mut self, sql: &str, values: &[Value]) -> Result<Option<Vec<Row>>> {
        let Some(held) = self.held.as_ref().filter(|_| self.is_open()) else { return Ok(None) };
        let answer = held.conn.query_at_once(sql, values);
        self.fit &= answer.is_ok();
        answer.map_err(fail)
    }

    fn is_open(&self) -> bool {
        self.fit && self.held.as_ref().is_some_and(|held| !held.conn.is_autocommit())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let open = self.is_open();
        let Some(held) = self.held.take().filter(|_| self.fit) else { return };
        if !open {
            return held.give_back();
        }
        let work = move || {
            // What cannot be taken back goes with its connection.
            if held.conn.execute_batch("ROLLBACK").is_ok() {
                held.give_back();
            }
        };
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn_blocking(work)),
            Err(_) => work(),
        }
    }
}

/// Runs one statement in a transaction: at once where it is surely short, else on a thread that may wait for the disk. A
/// caller that goes away meanwhile, or waits no longer, leaves the connection to that thread, which closes it.
pub(crate) async fn run(
    mut writer: Writer,
    sql: &str,
    values: Vec<Value>,
) -> Result<(Writer, Result<(Vec<Row>, u64)>)> {
    if is_short(sql, &values) {
        let outcome = writer.run_open(sql, &values);
        return Ok((writer, outcome));
    }
    if sql.starts_with("SELECT") {
        match writer.query_open(sql, &values) {
            Ok(None) => {}
            answer => return Ok((writer, answer.map(|rows| (rows.unwrap_or_default(), 0)))),
        }
    }
    let sql = sql.to_owned();
    blocking(WRITE, move || {
        let outcome = writer.run_open(&sql, &values);
        (writer, outcome)
    })
    .await
}

/// Whether a statement puts in a few rows that are all written in it, or changes one by its id.
fn is_short(sql: &str, values: &[Value]) -> bool {
    let inserts = sql.starts_with("INSERT INTO");
    let changes_one =
        sql.starts_with("UPDATE ") && ["WHERE id = $", "WHERE (id = $"].iter().any(|one| sql.contains(one));
    let bytes = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        _ => 0,
    };
    let is_one = (inserts || changes_one) && !["SELECT", " OR "].iter().any(|more| sql.contains(more));
    is_one && values.len() <= INLINE_VALUES && values.iter().map(bytes).sum::<usize>() <= INLINE_BYTES
}

/// Runs statements of a migration.
pub(crate) async fn script(mut writer: Writer, sql: String) -> Result<(Writer, Result<()>)> {
    blocking(WRITE * 20, move || {
        let outcome = writer.run_plain(&sql).map_err(fail);
        (writer, outcome)
    })
    .await
}

/// Makes the transaction last, or says that it never was.
pub(crate) async fn commit(mut writer: Writer) -> Result<()> {
    blocking(WRITE, move || {
        if !writer.is_open() {
            return Err(Fail::internal("a statement failed before in this transaction"));
        }
        writer.commit_unheard().map_err(fail)?;
        writer.run_plain("COMMIT").map_err(fail)?;
        // What is acknowledged from here on was seen to be over.
        if writer.is_open() { Err(Fail::internal("a commit without an end")) } else { Ok(()) }
    })
    .await?
}

fn query(conn: &Connection, sql: &str, values: &[Value]) -> rusqlite::Result<Vec<Row>> {
    let mut statement = conn.prepare_cached(sql)?;
    for place in 1..=statement.parameter_count() {
        // `$3` is a name to SQLite; to us it is the third value.
        let number = statement.parameter_name(place).and_then(|name| name.get(1..)?.parse::<usize>().ok());
        let value = number.and_then(|number| values.get(number.checked_sub(1)?));
        statement
            .raw_bind_parameter(place, value.ok_or(rusqlite::Error::InvalidParameterCount(values.len(), place))?)?;
    }
    let names: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut answer = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = answer.next()? {
        let cells = (0..names.len()).map(|place| row.get_ref(place).map(cell)).collect::<rusqlite::Result<_>>()?;
        rows.push(Row { names: names.clone(), cells });
    }
    Ok(rows)
}

fn cell(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_owned()),
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Value::Bool(yes) => ToSqlOutput::Owned(i64::from(*yes).into()),
            Value::Int(number) => ToSqlOutput::Owned((*number).into()),
            Value::Real(number) => ToSqlOutput::Owned((*number).into()),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            // With as many digits as it needs, in UTC: such texts sort as the times do.
            Value::Time(time) => ToSqlOutput::Owned(time.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, false).into()),
        })
    }
}

/// What SQLite does when the disk is full or fails: the transaction is over, and the statement says so.
fn struck(conn: &Connection, fault: Fault) -> rusqlite::Error {
    if !conn.is_autocommit() {
        let _ = conn.execute_batch("ROLLBACK");
    }
    let number = match fault {
        Fault::Full => ffi::SQLITE_FULL,
        Fault::Io => ffi::SQLITE_IOERR_FSYNC,
        Fault::Busy => ffi::SQLITE_BUSY,
        Fault::Lost | Fault::Unheard => ffi::SQLITE_IOERR,
    };
    rusqlite::Error::SqliteFailure(ffi::Error::new(number), Some(format!("injected: {fault:?}")))
}

fn code(error: &rusqlite::Error) -> Option<ErrorCode> {
    error.sqlite_error_code()
}

/// What a refusal means for the person: never a 500 for a rule that said no, or for a disk that is full.
fn fail(error: rusqlite::Error) -> Fail {
    let text = error.to_string();
    let extended = match &error {
        rusqlite::Error::SqliteFailure(inner, _) => inner.extended_code,
        _ => 0,
    };
    match (code(&error), extended) {
        (_, ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
            Fail::Taken(text.rsplit("failed: ").next().unwrap_or_default().to_owned())
        }
        (Some(ErrorCode::ConstraintViolation), _) => Fail::Conflict(text),
        (Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked), _) => Fail::Contended(text),
        (
            Some(
                ErrorCode::DiskFull
                | ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::OutOfMemory
                | ErrorCode::OperationInterrupted
                | ErrorCode::FileLockingProtocolFailed,
            ),
            _,
        ) => Fail::Unavailable(format!("the database: {text}")),
        _ => Fail::internal(error),
    }
}

/// Works on a thread that may wait.
///
/// # Errors
/// [`Fail::Unavailable`] when it takes longer: the work goes on, but nobody is told that it was done.
async fn blocking<T: Send + 'static>(time: Duration, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    in_time(time, "the disk", tokio::task::spawn_blocking(work)).await?.map_err(Fail::internal)
}

/// Waits for something, not for ever.
pub(crate) async fn in_time<T>(time: Duration, what: &str, work: impl Future<Output = T>) -> Result<T> {
    let waited = tokio::time::timeout(time, work).await;
    waited.map_err(|_| Fail::Unavailable(format!("the database: no answer from {what} within {} s", time.as_secs())))
}
