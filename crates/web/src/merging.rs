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
    /// It holds the city's number as a text.
    pub written: bool,
    /// Key of the words for what these rows are; several tables may have the same, and are counted together.
    pub words: &'static str,
    /// What becomes of them.
    pub merged: Merged,
    /// Rows of the record that ends which stand in the way.
    pub hinders: Option<Hinders>,
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
    /// They are the record's own: of its names and of how it is sorted. Nobody counts them.
    Own,
}

/// What becomes of a row whose like is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Like {
    /// It stays with the record that ends: it says something that the other does not.
    Stays,
    /// It goes: the other says all of it.
    Goes,
}

/// What stands in the way of a merge, until somebody has dealt with it.
#[derive(Clone, Copy, Debug)]
pub struct Hinders {
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
        if self.written { city.0.to_string().into() } else { city.0.into() }
    }

    fn of(&self, city: CityId) -> Condition {
        Condition::new(format!("{} = ?", self.column), self.named(city))
    }

    /// The rows whose like the other record has.
    fn doubled(&self, kept: CityId) -> Option<Condition> {
        let Merged::MovedOnce { by, among, .. } = self.merged else { return None };
        let (table, column) = (self.table, self.column);
        let same = by.iter().map(|own| format!(" AND k.{own} = {table}.{own}")).collect::<String>();
        let like = format!("EXISTS (SELECT 1 FROM {table} k WHERE k.{column} = ?{same} AND {among})");
        Some(Condition::new(among, ()).and(Condition::new(like, self.named(kept))))
    }

    const fn is_counted(&self) -> bool {
        !matches!(self.merged, Merged::Own)
    }
}

/// What stands in the way of ending this record, told once each.
///
/// # Errors
/// When the database does not answer.
pub async fn hindered(sql: &Sql, all: &[CityRows], ends: CityId, now: Time) -> Result<Vec<FieldError>> {
    let mut asked: Option<Statement> = None;
    for (at, rows) in all.iter().enumerate() {
        let Some(own) = rows.hinders else { continue };
        let text = format!("SELECT CAST({at} AS BIGINT) AS place, COUNT(*) AS n FROM {} WHERE", rows.table);
        asked = Some(joined(asked, &text).holds(rows.of(ends).and((own.when)(now))));
    }
    let Some(asked) = asked else { return Ok(Vec::new()) };
    let mut errors: Vec<FieldError> = Vec::new();
    for row in asked.raw(sql).await? {
        let hinders = place(&row, all)?.hinders.filter(|_| row.get::<i64>("n").is_ok_and(|n| n > 0));
        if let Some(own) = hinders.filter(|own| errors.iter().all(|error| error.message != own.message)) {
            errors.push(FieldError::new("", own.message));
        }
    }
    Ok(errors)
}

/// What would become of the rows of this record: one statement.
///
/// # Errors
/// When the database does not answer.
pub async fn counted(sql: &Sql, all: &[CityRows], ends: CityId, kept: CityId) -> Result<Vec<Counted>> {
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
        let stay = if own.merged == Merged::Stays { n } else { doubled };
        all_counted.push(Counted { of: *own, moved: (n - stay).unsigned_abs(), stay: stay.unsigned_abs() });
    }
    Ok(together(all_counted))
}

/// Moves the rows of a record that ends to the one that is kept; answers what became of them. Done again it moves what came
/// meanwhile.
///
/// # Errors
/// When the database does not answer.
pub async fn take(tx: &Tx, all: &[CityRows], ends: CityId, kept: CityId) -> Result<Vec<Counted>> {
    let counted = counted(tx, all, ends, kept).await?;
    for rows in all {
        let doubled = rows.doubled(kept);
        match (rows.merged, doubled) {
            (Merged::Stays | Merged::Own, _) => {}
            (Merged::MovedOnce { like, .. }, Some(doubled)) => {
                if like == Like::Goes {
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

impl CityRows {
    async fn move_those(&self, tx: &Tx, those: Condition, kept: CityId) -> Result<()> {
        let update = store::Update::of(self.table).set(self.column, self.named(kept));
        update.meets(those).exec(tx).await.map(|_| ())
    }
}

fn joined(before: Option<Statement>, text: &str) -> Statement {
    match before {
        Some(before) => before.push(format!("UNION ALL {text}"), ()),
        None => Statement::new(text, ()),
    }
}

fn place<'a>(row: &Row, all: &'a [CityRows]) -> Result<&'a CityRows> {
    let at = usize::try_from(row.get::<i64>("place")?).unwrap_or(usize::MAX);
    all.get(at).ok_or_else(|| base::Fail::internal("a place that was not asked for"))
}

/// Those of the same words as one, in the order of the first of them; none of which there is nothing.
fn together(counted: Vec<Counted>) -> Vec<Counted> {
    let mut all: Vec<Counted> = Vec::new();
    for own in counted.into_iter().filter(|own| own.moved + own.stay > 0) {
        match all.iter_mut().find(|known| known.of.words == own.of.words) {
            Some(known) => (known.moved, known.stay) = (known.moved + own.moved, known.stay + own.stay),
            None => all.push(own),
        }
    }
    all
}
