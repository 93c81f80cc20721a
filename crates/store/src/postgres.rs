//! The engine for several nodes.
//!
//! Two pools, so that actions that wait for each other keep no page waiting. Every wait has an end: the kernel gives
//! up a connection that is not answered ([`UNANSWERED`]), a statement has a deadline on both sides, and whoever meets
//! a connection that is gone lets go of all others that stand idle, since they are probably gone too.

use std::sync::Arc;
use std::time::Duration;

use base::fail::chain;
use base::{Fail, Result};
use bytes::BytesMut;
use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Object, Pool, RecyclingMethod, Runtime, Timeouts};
use futures::StreamExt;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{AsyncMessage, Config};

use crate::faults::{Fault, Faults};
use crate::lock::lock;
use crate::sqlite::in_time;
use crate::tls;
use crate::value::{Row, Value};

/// Connections that read at once.
const READERS: usize = 8;
/// Connections that write at once.
const WRITERS: usize = 6;
/// How long anybody waits for a connection before being told to come back.
const ACQUIRE: Duration = Duration::from_secs(5);
/// How long one query may take.
const QUERY: Duration = Duration::from_secs(5);
/// How long one statement of an action, or a commit, may take: it may wait for another action.
const WRITE: Duration = Duration::from_secs(10);
/// What the server is told at the beginning of a connection. Its deadlines come before ours, so that a connection is
/// given up only where the server itself does not answer.
const READING: &str = "SET default_transaction_read_only = on; SET statement_timeout = 4000";
const WRITING: &str =
    "SET statement_timeout = 8000; SET lock_timeout = 7000; SET idle_in_transaction_session_timeout = 60000";
/// How long one statement of a migration may take, or wait for another node's.
const MIGRATION: Duration = Duration::from_secs(600);
/// How long the kernel waits for an answer to what was sent.
const UNANSWERED: Duration = Duration::from_secs(5);
/// How long a connection stands idle before the kernel asks whether the other side is still there.
const IDLE: Duration = Duration::from_secs(30);
/// How long taking a transaction back may take before its connection is given up.
const ROLL_BACK: Duration = Duration::from_secs(2);
/// From one try to listen to the next.
const LISTEN_AGAIN: Duration = Duration::from_secs(2);
/// The channel on which nodes tell each other.
const CHANNEL: &str = "hub";

/// The server and its connections.
pub(crate) struct Postgres {
    read: Pool,
    write: Pool,
    faults: Arc<Faults>,
    /// Listens to what other nodes tell.
    listener: std::sync::Mutex<Option<JoinHandle<()>>>,
}

impl Postgres {
    /// Connects.
    ///
    /// # Errors
    /// [`Fail::Unavailable`] with a sentence that names the server, never the password.
    pub(crate) async fn open(
        url: &str,
        faults: Arc<Faults>,
        jobs: watch::Sender<u64>,
        changes: watch::Sender<u64>,
    ) -> Result<Arc<Postgres>> {
        let (config, verify) = configure(url)?;
        let place = place(&config);
        let told = |cause: String| Fail::Unavailable(format!("the database at {place} cannot be opened: {cause}"));
        // One connection alone first: a pool tells in the end only that its time is up.
        match tokio::time::timeout(ACQUIRE, config.connect(tls::connector(verify))).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => return Err(told(chain(&error))),
            Err(_) => return Err(told(format!("no answer within {} s", ACQUIRE.as_secs()))),
        }
        let read = pool(&config, verify, READERS, READING).map_err(told)?;
        let write = pool(&config, verify, WRITERS, WRITING).map_err(told)?;
        let listener = tokio::spawn(listen(config, verify, jobs, changes));
        Ok(Arc::new(Postgres { read, write, faults, listener: std::sync::Mutex::new(Some(listener)) }))
    }

    /// Answers a query.
    pub(crate) async fn read(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>> {
        let client = self.acquire(&self.read).await?;
        match run_on(&client, QUERY, sql, values).await {
            Ok((rows, _)) => Ok(rows),
            Err(refused) => {
                if refused.gone {
                    self.give_up(client);
                }
                Err(refused.fail)
            }
        }
    }

    /// Prepares a statement, and does no more with it.
    pub(crate) async fn prepare(&self, sql: &str) -> Result<()> {
        let client = self.acquire(&self.read).await?;
        let prepared = answered(QUERY, client.prepare(sql)).await;
        prepared.map(|_| ()).map_err(|refused| refused.fail)
    }

    async fn acquire(&self, pool: &Pool) -> Result<Object> {
        in_time(ACQUIRE, "the server", pool.get()).await?.map_err(|error| match error {
            deadpool_postgres::PoolError::Backend(error) => refused(&error).fail,
            other => Fail::Unavailable(format!("the database: {other}")),
        })
    }

    /// Lets go of a connection that is gone, and of those that stand idle beside it.
    fn give_up(&self, client: Object) {
        drop(Object::take(client));
        self.read.retain(|_, _| false);
        self.write.retain(|_, _| false);
    }

    /// Begins a transaction.
    pub(crate) async fn begin(self: &Arc<Self>) -> Result<Writer> {
        let client = self.acquire(&self.write).await?;
        let mut writer = Writer { client: Some(client), home: self.clone(), fit: true, patience: WRITE };
        writer.run_plain("BEGIN").await?;
        Ok(writer)
    }

    /// Connections at work, by pool.
    pub(crate) fn busy(&self) -> [(&'static str, usize); 2] {
        let busy = |pool: &Pool| {
            let status = pool.status();
            status.size.saturating_sub(status.available)
        };
        [("read", busy(&self.read)), ("write", busy(&self.write))]
    }

    /// Ends all connections.
    pub(crate) async fn close(&self) {
        self.read.close();
        self.write.close();
        let listener = lock(&self.listener).take();
        if let Some(listener) = listener {
            listener.abort();
            let _ = listener.await;
        }
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(listener) = lock(&self.listener).take() {
            listener.abort();
        }
    }
}

/// Tells `jobs` and `changes` whenever another node has committed some. Who sleeps meanwhile looks from time to time:
/// what is missed here only comes a little later.
async fn listen(config: Config, verify: bool, jobs: watch::Sender<u64>, changes: watch::Sender<u64>) {
    loop {
        if let Err(error) = listen_once(&config, verify, &jobs, &changes).await {
            tracing::debug!(%error, "nobody tells of other nodes' work; it is looked for");
        }
        tokio::time::sleep(LISTEN_AGAIN).await;
    }
}

async fn listen_once(
    config: &Config,
    verify: bool,
    jobs: &watch::Sender<u64>,
    changes: &watch::Sender<u64>,
) -> std::result::Result<(), tokio_postgres::Error> {
    let Ok(connected) = tokio::time::timeout(ACQUIRE, config.connect(tls::connector(verify))).await else {
        return Ok(());
    };
    let (client, mut connection) = connected?;
    let mut messages = futures::stream::poll_fn(move |context| connection.poll_message(context));
    let text = format!("LISTEN {CHANNEL}");
    let listening = client.batch_execute(&text);
    tokio::pin!(listening);
    let mut asked = false;
    loop {
        tokio::select! {
            done = &mut listening, if !asked => { done?; asked = true; }
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(told))) => {
                    let told = if told.payload() == "jobs" { jobs } else { changes };
                    told.send_modify(|count| *count += 1);
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Ok(()),
            },
        }
    }
}

/// A transaction on a connection of its own.
pub(crate) struct Writer {
    client: Option<Object>,
    home: Arc<Postgres>,
    /// Nothing failed in this transaction.
    fit: bool,
    patience: Duration,
}

impl Writer {
    /// Runs one statement; after one that failed no other is taken.
    pub(crate) async fn run(&mut self, sql: &str, values: &[Value]) -> Result<(Vec<Row>, u64)> {
        if !self.fit {
            return Err(Fail::internal("a statement failed before in this transaction"));
        }
        let fault = if sql.trim_start().starts_with("SELECT") { None } else { self.home.faults.strike() };
        let outcome = match (fault, self.client.as_ref()) {
            (Some(fault), _) => Err(self.struck(fault)),
            (None, Some(client)) => run_on(client, self.patience, sql, values).await,
            (None, None) => Err(Fail::internal("a transaction without a connection").into()),
        };
        match outcome {
            Err(Refused { rule: Some((table, constraint)), .. }) => {
                self.fit = false;
                Err(Fail::Taken(self.home.rule(&table, &constraint).await))
            }
            outcome => self.note(outcome),
        }
    }

    /// Runs statements that answer nothing.
    pub(crate) async fn run_plain(&mut self, sql: &str) -> Result<()> {
        if !self.fit {
            return Err(Fail::internal("a statement failed before in this transaction"));
        }
        let outcome = match (self.home.faults.strike(), self.client.as_ref()) {
            (Some(fault), _) => Err(self.struck(fault)),
            (None, Some(client)) => plain(client, self.patience, sql).await,
            (None, None) => Err(Fail::internal("a transaction without a connection").into()),
        };
        self.note(outcome)
    }

    /// Takes its time: a migration, or the wait for another node's.
    pub(crate) async fn be_patient(&mut self) -> Result<()> {
        self.patience = MIGRATION;
        self.run_plain("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0").await
    }

    fn note<T>(&mut self, outcome: std::result::Result<T, Refused>) -> Result<T> {
        outcome.map_err(|refused| {
            self.fit = false;
            if refused.gone
                && let Some(client) = self.client.take()
            {
                self.home.give_up(client);
            }
            refused.fail
        })
    }

    fn struck(&mut self, fault: Fault) -> Refused {
        if fault == Fault::Lost
            && let Some(client) = self.client.take()
        {
            drop(Object::take(client));
        }
        match fault {
            Fault::Busy => Fail::Contended("injected: deadlock detected".into()).into(),
            other => Fail::Unavailable(format!("the database: injected: {other:?}")).into(),
        }
    }

    /// Makes it last, or says that nobody knows.
    pub(crate) async fn commit(mut self) -> Result<()> {
        if self.home.faults.strikes_unheard() {
            self.run_plain("COMMIT").await?;
            drop(self.client.take());
            return Err(Fail::Unavailable("the database: injected: the answer is lost".into()));
        }
        self.run_plain("COMMIT").await?;
        // Ended: dropping it takes nothing back.
        drop(self.client.take());
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let Some(client) = self.client.take() else { return };
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            drop(Object::take(client));
            return;
        };
        runtime.spawn(async move {
            if plain(&client, ROLL_BACK, "ROLLBACK").await.is_err() {
                drop(Object::take(client));
            }
        });
    }
}

/// Why a statement was not done, and whether its connection is of no use any more.
struct Refused {
    fail: Fail,
    gone: bool,
    /// The table and the unique index that said no.
    rule: Option<(String, String)>,
}

impl From<Fail> for Refused {
    fn from(fail: Fail) -> Refused {
        Refused { fail, gone: false, rule: None }
    }
}

async fn run_on(
    client: &Object,
    time: Duration,
    sql: &str,
    values: &[Value],
) -> std::result::Result<(Vec<Row>, u64), Refused> {
    let work = async {
        let statement = client.prepare_cached(sql).await?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        if statement.columns().is_empty() {
            let changed = client.execute(&statement, &values).await?;
            return Ok((Vec::new(), changed));
        }
        let names: Arc<[String]> = statement.columns().iter().map(|column| column.name().to_owned()).collect();
        let rows = client.query(&statement, &values).await?;
        let rows = rows.iter().map(|row| read_row(row, &names)).collect::<std::result::Result<Vec<_>, _>>()?;
        let count = rows.len() as u64;
        Ok((rows, count))
    };
    answered(time, work).await
}

async fn plain(client: &Object, time: Duration, sql: &str) -> std::result::Result<(), Refused> {
    answered(time, client.batch_execute(sql)).await
}

async fn answered<T>(
    time: Duration,
    work: impl Future<Output = std::result::Result<T, tokio_postgres::Error>>,
) -> std::result::Result<T, Refused> {
    let answer = in_time(time, "the server", work).await.map_err(|fail| Refused { fail, gone: true, rule: None })?;
    answer.map_err(|error| refused(&error))
}

fn read_row(row: &tokio_postgres::Row, names: &Arc<[String]>) -> std::result::Result<Row, tokio_postgres::Error> {
    let cells = (0..row.len()).map(|place| read_cell(row, place)).collect::<std::result::Result<_, _>>()?;
    Ok(Row { names: names.clone(), cells })
}

fn read_cell(row: &tokio_postgres::Row, place: usize) -> std::result::Result<Value, tokio_postgres::Error> {
    Ok(match *row.columns()[place].type_() {
        Type::BOOL => row.try_get::<_, Option<bool>>(place)?.into(),
        Type::INT2 => row.try_get::<_, Option<i16>>(place)?.map(i64::from).into(),
        Type::INT4 => row.try_get::<_, Option<i32>>(place)?.into(),
        Type::INT8 => row.try_get::<_, Option<i64>>(place)?.into(),
        Type::FLOAT4 => row.try_get::<_, Option<f32>>(place)?.map(f64::from).into(),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(place)?.into(),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(place)?.into(),
        Type::TIMESTAMPTZ => row.try_get::<_, Option<base::Time>>(place)?.into(),
        // A function that answers nothing.
        Type::VOID => Value::Null,
        _ => row.try_get::<_, Option<String>>(place)?.into(),
    })
}

type Written = std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Written {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Bool(yes) => yes.to_sql_checked(kind, out),
            // The server says which width it wants.
            Value::Int(number) if *kind == Type::INT2 => i16::try_from(*number)?.to_sql(kind, out),
            Value::Int(number) if *kind == Type::INT4 => i32::try_from(*number)?.to_sql(kind, out),
            Value::Int(number) if *kind == Type::FLOAT8 => (*number as f64).to_sql(kind, out),
            Value::Int(number) => number.to_sql_checked(kind, out),
            Value::Real(number) => number.to_sql_checked(kind, out),
            Value::Text(text) => text.to_sql_checked(kind, out),
            Value::Bytes(bytes) => bytes.to_sql_checked(kind, out),
            Value::Time(time) => time.to_sql_checked(kind, out),
        }
    }

    fn accepts(_kind: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// What a refusal means for the person, and for the connection.
fn refused(error: &tokio_postgres::Error) -> Refused {
    let Some(told) = error.as_db_error() else {
        let text = chain(error);
        // The statement and its values do not fit: our own mistake. Anything else is the connection.
        let ours =
            ["error serializing", "error deserializing", "expected "].iter().any(|start| text.starts_with(start));
        let fail = if ours { Fail::internal(text) } else { Fail::Unavailable(format!("the database: {text}")) };
        return Refused { fail, gone: !ours, rule: None };
    };
    let text = format!("{} ({})", told.message(), told.code().code());
    let away = Fail::Unavailable(format!("the database: {text}"));
    match (told.code(), &told.code().code()[..2]) {
        (&SqlState::UNIQUE_VIOLATION, _) => {
            let rule = (told.table().unwrap_or_default().to_owned(), told.constraint().unwrap_or_default().to_owned());
            Refused { fail: Fail::Taken(rule.1.clone()), gone: false, rule: Some(rule) }
        }
        (_, "23") => Fail::Conflict(text).into(),
        // Two actions wait for each other, or for too long: the same again may pass.
        (
            &SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED | &SqlState::LOCK_NOT_AVAILABLE,
            _,
        ) => Fail::Contended(text).into(),
        (&SqlState::QUERY_CANCELED | &SqlState::READ_ONLY_SQL_TRANSACTION, _) => away.into(),
        // The connection, shutting down, starting up, a crash.
        (_, "08" | "57") => Refused { fail: away, gone: true, rule: None },
        // No room on the disk, in memory, for connections; the disk fails.
        (_, "53" | "58") => away.into(),
        _ => Fail::internal(text).into(),
    }
}

/// The columns of a unique index, in its order.
const RULE: &str = "SELECT string_agg(a.attname::text, ', ' ORDER BY k.place)::text AS columns FROM pg_index i \
    JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid \
    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (att, place) \
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.att WHERE x.relname = $1 AND t.relname = $2";

impl Postgres {
    /// The rule that said no, as SQLite names it: `people.email`, or `roles.person, roles.role`. The server's message says
    /// it too, in whatever language it speaks.
    async fn rule(&self, table: &str, constraint: &str) -> String {
        let asked = self.read(RULE, &[constraint.into(), table.into()]).await;
        let columns = asked.ok().and_then(|rows| rows.first()?.get::<Option<String>>("columns").ok()?);
        match columns {
            Some(columns) => {
                columns.split(", ").map(|column| format!("{table}.{column}")).collect::<Vec<_>>().join(", ")
            }
            None => constraint.to_owned(),
        }
    }
}

fn pool(config: &Config, verify: bool, size: usize, first: &'static str) -> std::result::Result<Pool, String> {
    let manager = Manager::from_config(
        config.clone(),
        tls::connector(verify),
        // Whether it is closed is known without asking the server.
        ManagerConfig { recycling_method: RecyclingMethod::Fast },
    );
    let timeouts = Timeouts { wait: Some(ACQUIRE), create: Some(ACQUIRE), recycle: Some(ACQUIRE) };
    Pool::builder(manager)
        .max_size(size)
        .timeouts(timeouts)
        .runtime(Runtime::Tokio1)
        .post_create(Hook::async_fn(move |client, _| {
            Box::pin(async move { client.batch_execute(first).await.map_err(HookError::Backend) })
        }))
        .build()
        .map_err(|error| error.to_string())
}

/// Reads the address. `sslmode` of libpq: `disable`, `prefer` and `require` encrypt or not, `verify-full` also looks
/// who answers.
fn configure(url: &str) -> Result<(Config, bool)> {
    let unreadable = |error: String| Fail::Unavailable(format!("the database's address cannot be read: {error}"));
    let verify = ["sslmode=verify-full", "sslmode=verify-ca"].iter().any(|mode| url.contains(mode));
    let url = url.replace("sslmode=verify-full", "sslmode=require").replace("sslmode=verify-ca", "sslmode=require");
    let mut config: Config = url.parse().map_err(|error| unreadable(chain(&error)))?;
    config
        .application_name("strong-cities")
        .connect_timeout(ACQUIRE)
        .tcp_user_timeout(UNANSWERED)
        .keepalives(true)
        .keepalives_idle(IDLE);
    Ok((config, verify))
}

/// Where the server is, without who asks.
fn place(config: &Config) -> String {
    use tokio_postgres::config::Host;
    let port = config.get_ports().first().copied().unwrap_or(5432);
    match config.get_hosts().first() {
        Some(Host::Tcp(host)) => format!("{host}:{port}"),
        Some(Host::Unix(path)) => path.display().to_string(),
        None => format!("localhost:{port}"),
    }
}

/// The statement with which a transaction tells other nodes of what it brings.
pub(crate) fn tell(what: &str) -> String {
    format!("SELECT pg_notify('{CHANNEL}', '{what}')")
}
