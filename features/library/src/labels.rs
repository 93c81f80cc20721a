//! What a document's card shows beside its title, in every language of the network: all of it is found.

use cities::City;
use web::Hub;
use web::words::language_words;

use crate::rules::{Document, is_language, language_name, type_words};

/// Labels of a document for the index, each with its language, none twice; names and numbers have none. `others`: what its
/// city is called beside its own names.
pub(crate) fn labels(
    hub: &Hub,
    document: &Document,
    themes: &[String],
    city: Option<&City>,
    others: &[String],
) -> Vec<(String, String)> {
    let network = &hub.network;
    let mut labels: Vec<(String, String)> = Vec::new();
    let mut add = |lang: &str, label: &str| {
        if !label.is_empty() && !labels.iter().any(|(_, own)| own == label) {
            labels.push((lang.to_owned(), label.to_owned()));
        }
    };
    for &lang in &network.languages {
        if let Some(city) = city {
            add("", city.name(lang));
            add("", network.country_name(&city.country, lang));
            add(lang.code(), network.region(&city.region).map_or("", |region| region.label(lang)));
        }
        for theme in themes.iter().filter_map(|slug| network.theme(slug)) {
            add(lang.code(), theme.label(lang));
        }
        add(lang.code(), &hub.words.write(lang, &type_words(document.kind.code()), &[]));
        if is_language(&document.language) {
            add(lang.code(), &hub.words.write(lang, &language_words(&document.language), &[]));
        }
    }
    let country = city.and_then(|city| network.countries.get(&city.country));
    country.into_iter().flat_map(|country| country.others()).for_each(|name| add("", name));
    others.iter().for_each(|name| add("", name));
    add("", &document.year.map(|year| year.to_string()).unwrap_or_default());
    add("", if document.language.is_empty() { "" } else { language_name(&document.language) });
    add("", &document.file_name);
    labels
}
