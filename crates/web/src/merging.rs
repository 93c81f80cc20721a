//! Two records of one city become one: each feature says which of its rows name a city, and what becomes of them. So nothing is
//! forgotten: a test looks that no column is left out that is called as if a city stood in it.

use base::{CityId, FieldError, Result, Time};
use store::{Condition, Row, Sql, Statement, Tx, Value};

/// Rows of a table that name a city.
#[derive(Clone, Copy, Debug)]
pub struct CityRows {
    /// The table.
    pub table: &'static str,
    /// The column that holds the city.
    pub column: &'static str,
    /// As what it holds it.
    pub held: Held,
    /// Key of the words for what these rows are; several tables may have the same, and are counted together.
    pub words: &'static str,
    /// What becomes of them.
    pub merged: Merged,
    /// Rows of either record that stand in the way.
    pub hinders: &'static [Hinders],
    /// What these rows open.
    pub opens: Opens,
    /// What is set in rows that move, as an `UPDATE` sets it; may be empty.
    pub sets: &'static str,
}

impl CityRows {
    /// Rows that name a city by its number, go along, and stand in nobody's way. For the rest of a list.
    pub const PLAIN: CityRows = CityRows {
        table: "",
        column: "city",
        held: Held::Number,
        words: "",
        merged: Merged::Moved,
        hinders: &[],
        opens: Opens::Nothing,
        sets: "",
    };
}

/// As what a column holds a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Its number.
    Number,
    /// Its number as a text.
    Text,
    /// Its slug.
    Slug,
}

/// What rows open that name a city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// Nothing that matters where two records are merged.
    Nothing,
    /// They make somebody one of the city's people, who read what is the city's own.
    Readers,
    /// They are the city's own: its people read them, and nobody else.
    Own,
}

/// What becomes of rows of the record that ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// They are the other record's from now on.
    Moved,
    /// The same, but for those whose like the other record has: one that is the same in these columns, among the rows for which this
    /// condition holds.
    MovedOnce {
        /// The columns.
        by: &'static [&'static str],
        /// The condition, in which columns stand without their table; `TRUE` for all rows.
        among: &'static str,
        /// What becomes of those whose like is there.
        like: Like,
    },
    /// They are about that record, and stay with it, where they are shown.
    Stays,
    /// They are the record's own: what it is sorted by, what is read no more. Nobody counts them.
    Own,
}

/// What becomes of a row whose like is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    /// It stays with the record that ends: it says something that the other does not.
    Stays,
    /// It goes: the other says all of it.
    Goes,
    /// The same; but where this holds of both (`own` ends, `k` is kept), it is the other that goes.
    Longer(&'static str),
}

/// Which of two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Record {
    /// The one that ends.
    Ends,
    /// The one that is kept.
    Kept,
}

/// What stands in the way of a merge, until somebody has dealt with it.
#[derive(Clone, Copy, Debug)]
pub struct Hinders {
    /// Whose rows.
    pub of: Record,
    /// Beside a city's number: what is held while such rows are written; empty where nothing is.
    pub lock: &'static str,
    /// The rows, at this time.
    pub when: fn(Time) -> Condition,
    /// Key of the words for what is to be done first.
    pub message: &'static str,
}

/// Rows of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Which.
    pub of: CityRows,
    /// Those that are the other record's from now on.
    pub moved: u64,
    /// Those that are there already, or stay.
    pub stay: u64,
}

impl CityRows {
    fn named(&self, city: CityId) -> Value {
        if self.held == Held::Text { city.0.to_string().into() } else { city.0.into() }
    }

    /// What stands for the city in this column, with one value.
    const fn mark(&self) -> &'static str {
        if matches!(self.held, Held::Slug) { "(SELECT c.slug FROM cities c WHERE c.id = ?)" } else { "?" }
    }

    fn of(&self, city: CityId) -> Condition {
        Condition::new(format!("{} = {}", self.column, self.mark()), self.named(city))
    }

    /// The rows whose like the other record has.
    fn doubled(&self, kept: CityId) -> Option<Condition> {
        let Merged::MovedOnce { by, among, .. } = self.merged else { return None };
        let (table, column) = (self.table, self.column);
        let same = by.iter().map(|own| format!(" AND k.{own} = {table}.{own}")).collect::<String>();
        let like = format!("EXISTS (SELECT 1 FROM {table} k WHERE k.{column} = {}{same} AND {among})", self.mark());
        Some(Condition::new(among, ()).and(Condition::new(like, self.named(kept))))
    }

    const fn is_counted(&self) -> bool {
        !matches!(self.merged, Merged::Own)
    }
}

/// All that may stand in the way, with the rows that it is asked of.
fn hindrances(all: &[CityRows]) -> Vec<(CityRows, Hinders)> {
    all.iter().flat_map(|rows| rows.hinders.iter().map(|own| (*rows, *own))).collect()
}

/// Holds what is held while rows are written that stand in the way: taken before any other lock.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(tx: &Tx, all: &[CityRows], ends: CityId, kept: CityId) -> Result<()> {
    for (_, own) in hindrances(all).into_iter().filter(|(_, own)| !own.lock.is_empty()) {
        let city = if own.of == Record::Ends { ends } else { kept };
        tx.one_at_a_time(&format!("{} {city}", own.lock)).await?;
    }
    Ok(())
}

/// What stands in the way of merging the first of these into the second, told once each: one statement.
///
/// # Errors
/// When the database does not answer.
pub async fn hindered(sql: &Sql, all: &[CityRows], ends: CityId, kept: CityId, now: Time) -> Result<Vec<FieldError>> {
    let may = hindrances(all);
    let mut asked: Option<Statement> = None;
    for (at, (rows, own)) in may.iter().enumerate() {
        let city = if own.of == Record::Ends { ends } else { kept };
        let text = format!("SELECT CAST({at} AS BIGINT) AS place, COUNT(*) AS n FROM {} WHERE", rows.table);
        asked = Some(joined(asked, &text).holds(rows.of(city).and((own.when)(now))));
    }
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let mut errors: Vec<FieldError> = Vec::new();
    for row in asked.raw(sql).await? {
        let (_, own) = place(&row, &may)?;
        let told = errors.iter().any(|error| error.message == own.message);
        if row.get::<i64>("n")? > 0 && !told {
            errors.push(FieldError::new("", own.message));
        }
    }
    Ok(errors)
}

/// Would people of one of these records read what the other keeps for its own? One statement.
///
/// # Errors
/// When the database does not answer.
pub async fn opens(sql: &Sql, all: &[CityRows], one: CityId, other: CityId) -> Result<bool> {
    let mut asked: Option<Statement> = None;
    for (at, rows) in all.iter().enumerate().filter(|(_, rows)| rows.opens != Opens::Nothing) {
        for (city, mark) in [(one, 0), (other, 1)] {
            let text = format!(
                "SELECT CAST({at} AS BIGINT) AS place, CAST({mark} AS BIGINT) AS record, COUNT(*) AS n FROM {} WHERE",
                rows.table
            );
            asked = Some(joined(asked, &text).holds(rows.of(city)));
        }
    }
    let Some(asked) = asked else { return Ok(false) };
    let (mut readers, mut own) = ([false; 2], [false; 2]);
    for row in asked.raw(sql).await? {
        let which = usize::from(row.get::<i64>("record")? == 1);
        let there = row.get::<i64>("n")? > 0;
        match place(&row, all)?.opens {
            Opens::Readers => readers[which] |= there,
            Opens::Own => own[which] |= there,
            Opens::Nothing => {}
        }
    }
    Ok(readers[0] && own[1] || readers[1] && own[0])
}

/// What would become of the rows of this record: one statement.
///
/// # Errors
/// When the database does not answer.
pub async fn counted(sql: &Sql, all: &[CityRows], ends: CityId, kept: CityId) -> Result<Vec<Counted>> {
    Ok(together(each(sql, all, ends, kept).await?))
}

/// The same for each table alone.
///
/// # Errors
/// When the database does not answer.
pub async fn each(sql: &Sql, all: &[CityRows], ends: CityId, kept: CityId) -> Result<Vec<Counted>> {
    let mut asked: Option<Statement> = None;
    for (at, rows) in all.iter().enumerate().filter(|(_, rows)| rows.is_counted()) {
        let text = format!("SELECT CAST({at} AS BIGINT) AS place, COUNT(*) AS n, CAST(COALESCE(SUM(CASE WHEN");
        let doubled = rows.doubled(kept).unwrap_or_else(|| Condition::new("FALSE", ()));
        let end = format!("THEN 1 ELSE 0 END), 0) AS BIGINT) AS doubled FROM {} WHERE", rows.table);
        asked = Some(joined(asked, &text).holds(doubled).push(end, ()).holds(rows.of(ends)));
    }
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let mut all_counted = Vec::new();
    for row in asked.raw(sql).await? {
        let (own, n, doubled) = (place(&row, all)?, row.get::<i64>("n")?, row.get::<i64>("doubled")?);
        if n == 0 {
            continue;
        }
        let stay = if own.merged == Merged::Stays { n } else { doubled };
        all_counted.push(Counted { of: *own, moved: (n - stay).unsigned_abs(), stay: stay.unsigned_abs() });
    }
    Ok(all_counted)
}

/// Those of whose rows what came late is brought to the kept record as well: not what stood in the way, and was dealt with, and not what
/// stayed since the other had its like.
pub fn late(all: &[CityRows]) -> Vec<CityRows> {
    let stays = |own: &CityRows| matches!(own.merged, Merged::MovedOnce { like: Like::Stays, .. });
    all.iter().filter(|own| own.hinders.is_empty() && !stays(own)).copied().collect()
}

/// Moves the rows of a record that ends to the one that is kept; answers what became of them.
///
/// # Errors
/// When the database does not answer.
pub async fn take(tx: &Tx, all: &[CityRows], ends: CityId, kept: CityId) -> Result<Vec<Counted>> {
    let counted = counted(tx, all, ends, kept).await?;
    for rows in all {
        let doubled = rows.doubled(kept);
        match (rows.merged, doubled) {
            (Merged::Stays | Merged::Own, _) => {}
            (Merged::MovedOnce { by, like, .. }, Some(doubled)) => {
                if let Like::Longer(longer) = like {
                    let same = by.iter().map(|own| format!(" AND own.{own} = k.{own}")).collect::<String>();
                    let (table, column) = (rows.table, rows.column);
                    let text = format!("EXISTS (SELECT 1 FROM {table} own WHERE own.{column} = ?{same} AND {longer})");
                    Statement::new(format!("DELETE FROM {table} AS k"), ())
                        .when(format!("k.{column} = ?"), rows.named(kept))
                        .when(text, rows.named(ends))
                        .exec(tx)
                        .await?;
                }
                if like != Like::Stays {
                    let gone = Statement::new(format!("DELETE FROM {}", rows.table), ());
                    gone.meets(rows.of(ends)).meets(doubled.clone()).exec(tx).await?;
                }
                rows.move_those(tx, rows.of(ends).but_not(doubled), kept).await?;
            }
            (Merged::Moved | Merged::MovedOnce { .. }, _) => rows.move_those(tx, rows.of(ends), kept).await?,
        }
    }
    Ok(counted)
}

/// Deletes rows of these tables that name a city which is about to go, and what is the record's own: whoever calls this has seen that
/// nothing else names it.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &Tx, all: &[CityRows], city: CityId, tables: &[&str]) -> Result<()> {
    for rows in all.iter().filter(|rows| rows.merged == Merged::Own || tables.contains(&rows.table)) {
        Statement::new(format!("DELETE FROM {}", rows.table), ()).meets(rows.of(city)).exec(tx).await?;
    }
    Ok(())
}

impl CityRows {
    async fn move_those(&self, tx: &Tx, those: Condition, kept: CityId) -> Result<()> {
        let update =
            store::Update::of(self.table).change(format!("{} = {}", self.column, self.mark()), self.named(kept));
        let update = if self.sets.is_empty() { update } else { update.change(self.sets, ()) };
        update.meets(those).exec(tx).await.map(|_| ())
    }
}

fn joined(before: Option<Statement>, text: &str) -> Statement {
    match before {
        Some(before) => before.push(format!("UNION ALL {text}"), ()),
        None => Statement::new(text, ()),
    }
}

fn place<'a, T>(row: &Row, all: &'a [T]) -> Result<&'a T> {
    let at = usize::try_from(row.get::<i64>("place")?).unwrap_or(usize::MAX);
    all.get(at).ok_or_else(|| base::Fail::internal("a place that was not asked for"))
}

/// Those of the same words as one, in the order of the first of them.
fn together(counted: Vec<Counted>) -> Vec<Counted> {
    let mut all: Vec<Counted> = Vec::new();
    for own in counted {
        match all.iter_mut().find(|known| known.of.words == own.of.words) {
            Some(known) => (known.moved, known.stay) = (known.moved + own.moved, known.stay + own.stay),
            None => all.push(own),
        }
    }
    all
}
