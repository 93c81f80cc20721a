//! A list, declared once: its columns, its rows and its page. [`crate::Routes::list`] gives it its addresses: the page,
//! and the same rows as CSV and as XLSX.

mod around;
mod empty;
mod file;
pub mod filters;

pub use around::{Around, Head};
pub use empty::{Empty, Nothing};
pub use file::SHEET_ROWS;
pub use filters::Filter;

use axum::extract::RawPathParams;
use base::Result;

use crate::failure::Answer;
use crate::sheet::{Cell, Ending};
use crate::visit::Visit;

/// A list that is being looked at. It knows what it is narrowed by, how it is sorted, and where in it its next rows are.
///
/// What it reads of the query stands with its address: nothing else reaches it or its links. In it `sort` is the
/// order, `page` or `before` the place; all else narrows the list.
pub trait List: Sized + Send + 'static {
    /// A row, with all that its cells need.
    type Row: Send;
    /// What its files are called, without date and ending.
    const NAME: &'static str;
    /// Its columns, of the table and of the file.
    const COLUMNS: &'static [Column<Self::Row>];
    /// Rows that can be listed, on pages and in a file; of more it is said that they are cut.
    const WINDOW: usize = SHEET_ROWS;

    /// Opens it at the place that the query names. Asked before anything else, for the page and for each file: whoever
    /// may not see the list is refused here. `place` stands at the open place of its address (`{slug}`), if it has one.
    fn open(visit: &Visit, place: &str) -> impl Future<Output = Result<Self>> + Send;

    /// The next rows, `limit` at most.
    fn next(&mut self, visit: &Visit, limit: usize) -> impl Future<Output = Result<Next<Self::Row>>> + Send;

    /// It is about to be taken as a file: for a list of which that goes on record.
    fn taken(&self, _visit: &Visit) -> impl Future<Output = Result<()>> + Send {
        std::future::ready(Ok(()))
    }

    /// The page.
    fn page(self, visit: &Visit) -> impl Future<Output = Answer> + Send;
}

/// Some rows of a list.
pub struct Next<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// There are more after them.
    pub more: bool,
}

impl<R> Next<R> {
    /// Of what was read with a limit of one row more than are wanted: that one only says that there are more.
    pub fn of(mut rows: Vec<R>, limit: usize) -> Next<R> {
        let more = rows.len() > limit;
        rows.truncate(limit);
        Next { rows, more }
    }
}

/// A column.
pub struct Column<R: 'static> {
    words: &'static str,
    cell: Option<fn(&Visit, &R) -> Cell>,
    /// Values of `sort`, for going up and for going down; the empty one is the list's own order.
    sorts: Option<(&'static str, &'static str)>,
    in_table: bool,
}

impl<R> Column<R> {
    /// With the key of its head; without a cell it is of the table only.
    pub const fn new(words: &'static str) -> Column<R> {
        Column { words, cell: None, sorts: None, in_table: true }
    }

    /// With its cell in a file.
    pub const fn cell(mut self, cell: fn(&Visit, &R) -> Cell) -> Column<R> {
        self.cell = Some(cell);
        self
    }

    /// The list can be sorted by it: values of `sort` for going up and for going down, the empty one for the order that
    /// the list has anyway.
    pub const fn sorts(mut self, up: &'static str, down: &'static str) -> Column<R> {
        self.sorts = Some((up, down));
        self
    }

    /// Only in the file.
    pub const fn in_file(mut self) -> Column<R> {
        self.in_table = false;
        self
    }
}

pub(crate) async fn page<L: List>(visit: Visit, places: RawPathParams) -> Answer {
    L::open(&visit, place(&places)).await?.page(&visit).await
}

pub(crate) async fn csv<L: List>(visit: Visit, places: RawPathParams) -> Answer {
    file::answer(&visit, L::open(&visit, place(&places)).await?, Ending::Csv).await
}

pub(crate) async fn xlsx<L: List>(visit: Visit, places: RawPathParams) -> Answer {
    file::answer(&visit, L::open(&visit, place(&places)).await?, Ending::Xlsx).await
}

fn place(places: &RawPathParams) -> &str {
    places.iter().next().map_or("", |(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_row_more_says_that_there_are_more() {
        for (read, rows, more) in [(0, 0, false), (1, 1, false), (2, 2, false), (3, 2, true)] {
            let next = Next::of(vec![(); read], 2);
            assert_eq!((next.rows.len(), next.more), (rows, more), "{read}");
        }
    }
}
