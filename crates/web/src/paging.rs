//! Pages of a list.

use base::limits::LAST_PAGE;

use crate::visit::Visit;
use input::Fields;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// From 1.
    pub number: usize,
    /// Rows.
    pub size: usize,
}

impl Page {
    /// From `page=` of the query: anything unreadable is the first page, anything beyond
    /// [`LAST_PAGE`] is that one.
    pub fn of(query: &Fields, size: usize) -> Page {
        let text = query.get("page").trim();
        let all_digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse::<usize>().unwrap_or(if all_digits { LAST_PAGE } else { 1 });
        Page { number: number.clamp(1, LAST_PAGE), size }
    }

    /// The title of a list, with what is looked for in it and the page, where it is not the first: it tells open windows
    /// and kept pages apart.
    pub fn title(self, visit: &Visit, title: String, query: &str) -> String {
        let query = query.trim();
        let title = match query.is_empty() {
            true => title,
            false => visit.ta("title-query", &[("title", (&title).into()), ("query", query.into())]),
        };
        match self.number {
            1 => title,
            page => visit.ta("title-page", &[("title", (&title).into()), ("page", page.into())]),
        }
    }

    /// Rows before it.
    pub const fn offset(self) -> usize {
        (self.number - 1) * self.size
    }
}

/// The links below a list.
pub struct Pager {
    /// The first row shown, from 1; 0 when none is.
    pub first: usize,
    /// The last row shown.
    pub last: usize,
    /// All rows.
    pub total: usize,
    /// `(number, address, current)`.
    pub links: Vec<(usize, String, bool)>,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Rows of the list that can be listed at all, where there are more.
    pub cut: Option<usize>,
}

impl Pager {
    /// For a list of `total` rows of which `shown` are on this page.
    pub fn new(visit: &Visit, page: Page, shown: usize, total: usize) -> Pager {
        Pager::within(visit, page, shown, total, LAST_PAGE * page.size)
    }

    /// For a list of which only the first `window` rows can be listed: its pages end there, and it says so.
    pub fn within(visit: &Visit, page: Page, shown: usize, total: usize, window: usize) -> Pager {
        let pages = last_page(total, page.size, window);
        let address =
            |number: usize| visit.with_query("page", &if number == 1 { String::new() } else { number.to_string() });
        let near = |number: usize| number == 1 || number == pages || number.abs_diff(page.number) <= 2;
        Pager {
            first: if shown == 0 { 0 } else { page.offset() + 1 },
            last: page.offset() + shown,
            total,
            links: (1..=pages)
                .filter(|number| near(*number))
                .map(|number| (number, address(number), number == page.number))
                .collect(),
            previous: (page.number > 1 && page.number <= pages).then(|| address(page.number - 1)),
            next: (page.number < pages).then(|| address(page.number + 1)),
            cut: (total > window).then_some(window),
        }
    }
}

/// The last page on which there is a row.
fn last_page(total: usize, size: usize, window: usize) -> usize {
    total.min(window).div_ceil(size).clamp(1, LAST_PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_end_where_rows_end() {
        assert_eq!(last_page(0, 20, 10_000), 1);
        assert_eq!(last_page(41, 20, 10_000), 3);
        assert_eq!((last_page(10_000, 20, 10_000), last_page(10_001, 20, 10_000)), (500, 500));
        assert_eq!(last_page(usize::MAX, 20, LAST_PAGE * 20), LAST_PAGE);
    }

    #[test]
    fn wild_page_numbers_are_bounded() {
        let number = |text: &str| Page::of(&Fields::parse(&format!("page={text}")), 20).number;
        assert_eq!(number("3"), 3);
        assert_eq!((number("0"), number("-1"), number("x"), number("")), (1, 1, 1, 1));
        assert_eq!((number("1000000000"), number("99999999999999999999999999")), (LAST_PAGE, LAST_PAGE));
    }
}
