//! What a list can be narrowed by. `parts/filters.html` draws it behind the rows, `parts/filters_chosen.html` what is
//! chosen before them.

use crate::visit::Visit;

/// Values of a filter that are shown at once, beside those that are chosen; the others open.
const SHOWN: usize = 5;

/// A filter with its values.
#[derive(Debug)]
pub struct Filter {
    /// Its field of the query.
    pub name: &'static str,
    /// What it is called.
    pub label: String,
    /// Its values are shown without being asked for.
    pub open: bool,
    /// What is chosen, and the first of what could be.
    pub first: Vec<Value>,
    /// The others.
    pub more: Vec<Value>,
}

/// A value of a filter.
#[derive(Debug)]
pub struct Value {
    /// As it stands in the query.
    pub value: String,
    /// As it is called.
    pub label: String,
    /// The language of the label, where it is not the page's.
    pub lang: Option<String>,
    /// How many rows it would leave.
    pub count: i64,
    /// It is chosen.
    pub on: bool,
}

impl Filter {
    /// With these values in this order; what is chosen comes first, and a filter in which something is chosen is open.
    pub fn new(name: &'static str, label: String, open: bool, values: Vec<Value>) -> Filter {
        let (mut first, others): (Vec<Value>, Vec<Value>) = values.into_iter().partition(|value| value.on);
        let open = open || !first.is_empty();
        let mut others = others.into_iter();
        let room = SHOWN.saturating_sub(first.len());
        first.extend(others.by_ref().take(room));
        Filter { name, label, open, first, more: others.collect() }
    }

    /// It narrows nothing here.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty()
    }
}

/// Values that a list's title names at most.
const NAMED: usize = 3;

/// What a list is narrowed by, for its title: the words that are looked for, and the first values that are chosen.
pub fn narrowed(visit: &Visit, text: &str, filters: &[Filter]) -> String {
    let values = filters.iter().flat_map(|filter| &filter.first).filter(|value| value.on).map(|value| &*value.label);
    let all: Vec<&str> =
        Some(text.trim()).into_iter().filter(|text| !text.is_empty()).chain(values.take(NAMED)).collect();
    // The title sets one apart by itself.
    if let [one] = *all { one.to_owned() } else { visit.list(all) }
}

/// One thing that a list is narrowed by.
pub struct Chosen {
    /// What it is called: the filter, and its value.
    pub label: String,
    /// The list without it.
    pub without: String,
}

/// All that is chosen.
pub fn chosen(visit: &Visit, filters: &[Filter]) -> Vec<Chosen> {
    let values = filters.iter().flat_map(|filter| filter.first.iter().map(move |value| (filter, value)));
    let label = |filter: &Filter, value: &Value| {
        visit.ta("filter-chosen", &[("filter", (&filter.label).into()), ("value", (&value.label).into())])
    };
    values
        .filter(|(_, value)| value.on)
        .map(|(filter, value)| Chosen {
            label: label(filter, value),
            without: visit.without_query(filter.name, &value.value),
        })
        .collect()
}

/// The list with nothing chosen: what is typed and how it is sorted stay.
pub fn cleared(visit: &Visit, filters: &[Filter]) -> String {
    let chosen = |own: &str| filters.iter().any(|filter| filter.name == own);
    visit.here_with(|own, _| !chosen(own) && !crate::visit::PLACES.contains(&own), ("", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_in_sight() {
        let value =
            |at: usize| Value { value: at.to_string(), label: at.to_string(), lang: None, count: 1, on: at == 8 };
        let filter = Filter::new("x", String::new(), false, (0..10).map(value).collect());
        let names = |values: &[Value]| values.iter().map(|value| value.value.clone()).collect::<Vec<_>>().concat();
        assert_eq!((names(&filter.first), names(&filter.more), filter.open), ("80123".into(), "45679".into(), true));
        let all = Filter::new("x", String::new(), false, (0..3).map(value).collect());
        assert!(all.more.is_empty() && !all.open && !all.is_empty());
    }
}
