//! What is asked, as it stands in the address.

use find::Sort;
use input::Fields;
use network::Network;
use web::parts::KindOfHit;

/// Hits on one page.
pub(crate) const ROWS: usize = 20;
/// The field that asks for the words themselves, and its value: as the library has it, so that one leads to the other.
pub(crate) const OWN_WORDS: (&str, &str) = ("words", "own");
/// Orders beside the first, each with the key of its words.
pub(crate) const SORTS: [(&str, Sort); 3] =
    [("date", Sort::DateNewest), ("oldest", Sort::DateOldest), ("title", Sort::Title)];
/// Values of one filter that count.
const FILTER_VALUES: usize = 50;
/// Characters of a query that are shown again.
const QUERY_CHARS: usize = 512;

/// What is asked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query {
    /// As typed, bounded by the search.
    pub text: String,
    /// Kinds of things, by their codes.
    pub kinds: Vec<String>,
    /// Slugs.
    pub themes: Vec<String>,
    /// Slugs.
    pub regions: Vec<String>,
    /// The order.
    pub sort: Sort,
    /// Only the words themselves, not what they mean in other languages.
    pub own_words: bool,
}

impl Query {
    /// From the address; unknown values are passed over.
    pub(crate) fn read(fields: &Fields, network: &Network, kinds: &[KindOfHit]) -> Query {
        let known = |name: &str, test: &dyn Fn(&str) -> bool| -> Vec<String> {
            fields.all(name).into_iter().filter(|value| test(value)).take(FILTER_VALUES).map(str::to_owned).collect()
        };
        let sort = fields.get("sort");
        Query {
            text: fields.line("q").chars().take(QUERY_CHARS).collect(),
            kinds: known("kind", &|code| kinds.iter().any(|kind| kind.code == code)),
            themes: known("theme", &|slug| network.theme(slug).is_some()),
            regions: known("region", &|slug| network.region(slug).is_some()),
            sort: SORTS.iter().find(|(own, _)| *own == sort).map_or(Sort::Relevance, |(_, sort)| *sort),
            own_words: fields.get(OWN_WORDS.0) == OWN_WORDS.1,
        }
    }

    /// The same asked of the library alone, as its page reads it.
    pub(crate) fn of_library(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let text = Some(&self.text).filter(|text| !text.is_empty());
        query.extend_pairs(text.map(|text| ("q", text)));
        query.extend_pairs(self.themes.iter().map(|slug| ("theme", slug)));
        query.extend_pairs(self.regions.iter().map(|slug| ("region", slug)));
        query.extend_pairs(SORTS.iter().filter(|(_, sort)| *sort == self.sort).map(|(own, _)| ("sort", own)));
        query.extend_pairs(Some(OWN_WORDS).filter(|_| self.own_words));
        match query.finish().as_str() {
            "" => String::new(),
            query => format!("?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Query {
        let network = Network::embedded().expect("the network");
        let kind = |code| KindOfHit { code, one: String::new(), all: String::new() };
        Query::read(&Fields::parse(query), &network, &[kind("document"), kind("city")])
    }

    #[test]
    fn unknown_values_are_passed_over() {
        let query = read("q=plan&kind=city&kind=person&theme=nothing&region=europe&sort=worst&words=all");
        assert_eq!(
            (query.kinds, query.themes, query.regions),
            (vec!["city".to_owned()], vec![], vec!["europe".to_owned()])
        );
        assert_eq!((query.sort, query.own_words), (Sort::Relevance, false));
    }

    #[test]
    fn the_library_is_asked_the_same() {
        assert_eq!(read("").of_library(), "");
        let query = read("q=plan+%26+b&kind=city&region=europe&sort=date&words=own&page=3");
        assert_eq!(query.of_library(), "?q=plan+%26+b&region=europe&sort=date&words=own");
    }

    #[test]
    fn words_are_bounded() {
        assert_eq!(read(&format!("q={}", "a".repeat(10_000))).text.len(), QUERY_CHARS);
    }
}
