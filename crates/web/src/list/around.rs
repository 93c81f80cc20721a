//! What stands around the rows on a list's page: the heads of its table, links to its pages, links to its files, and what
//! is said where there are none. The templates `parts/list_*.html` draw it.

use super::{Empty, List, Nothing};
use crate::paging::{Page, Pager};
use crate::visit::Visit;
use input::Fields;

/// All of it.
pub struct Around {
    /// The heads of the table.
    pub heads: Vec<Head>,
    /// Links to the pages, where these have numbers.
    pub pager: Option<Pager>,
    /// The next part, of a list that goes back in time.
    pub earlier: Option<String>,
    /// The list as a file: what kind, and its address.
    pub files: [(&'static str, String); 2],
    /// In place of the rows, where there are none.
    pub empty: Option<Nothing>,
}

/// The head of a column.
pub struct Head {
    /// What it says.
    pub label: String,
    /// The list sorted by it; the other way round, where it is already.
    pub link: Option<String>,
    /// How the list is sorted by it (`aria-sort`).
    pub sorted: Option<&'static str>,
}

impl Around {
    /// Of a page with a number, with `shown` of the list's `total` rows.
    pub fn page<L: List>(visit: &Visit, page: Page, shown: usize, total: usize, empty: &Empty) -> Around {
        let pager = Pager::within(visit, page, shown, total, L::WINDOW);
        Around { pager: Some(pager), ..Around::of::<L>(visit, shown, total > 0, empty) }
    }

    /// Of `shown` rows of a list that goes back in time. `before`: what stands in the address of those before them, if
    /// there are any.
    pub fn back<L: List>(visit: &Visit, shown: usize, before: Option<String>, empty: &Empty) -> Around {
        let earlier = before.map(|before| visit.with_query("before", &before));
        let past = !Fields::parse(&visit.query).get("before").is_empty();
        Around { earlier, ..Around::of::<L>(visit, shown, past, empty) }
    }

    fn of<L: List>(visit: &Visit, shown: usize, past: bool, empty: &Empty) -> Around {
        Around {
            heads: heads::<L>(visit),
            pager: None,
            earlier: None,
            files: [("CSV", file(visit, "csv")), ("XLSX", file(visit, "xlsx"))],
            empty: (shown == 0).then(|| empty.seen(visit, past)),
        }
    }
}

/// The address of this list as a file, sorted and narrowed as it is.
fn file(visit: &Visit, end: &str) -> String {
    let here = visit.with_query("", "");
    let (path, query) = here.split_once('?').unwrap_or((&here, ""));
    if query.is_empty() { format!("{path}.{end}") } else { format!("{path}.{end}?{query}") }
}

fn heads<L: List>(visit: &Visit) -> Vec<Head> {
    let fields = Fields::parse(&visit.query);
    let known = || L::COLUMNS.iter().filter_map(|column| column.sorts).flat_map(|(up, down)| [up, down]);
    let now = known().find(|sort| *sort == fields.get("sort")).unwrap_or_default();
    let head = |column: &super::Column<L::Row>| {
        // The list's own order, which has no name, comes first where a column has it.
        let next = |(up, down): (&'static str, &'static str)| match now {
            now if now == up => down,
            now if now == down || !down.is_empty() => up,
            _ => down,
        };
        Head {
            label: visit.t(column.words),
            link: column.sorts.map(|sorts| visit.with_query("sort", next(sorts))),
            sorted: column.sorts.and_then(|(up, down)| match now {
                now if now == up => Some("ascending"),
                now if now == down => Some("descending"),
                _ => None,
            }),
        }
    };
    L::COLUMNS.iter().filter(|column| column.in_table).map(head).collect()
}
