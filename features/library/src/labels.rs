//! What a document's card shows beside its title, in every language of the network: all of it is found.

use cities::City;
use web::Hub;
use web::finding::Labels;
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
    let mut labels = Labels::default();
    if let Some(city) = city {
        cities::label(hub, city, others, &mut labels);
    }
    for &lang in &network.languages {
        for theme in themes.iter().filter_map(|slug| network.theme(slug)) {
            labels.add(lang.code(), theme.label(lang));
        }
        labels.add(lang.code(), &hub.words.write(lang, &type_words(document.kind.code()), &[]));
        if is_language(&document.language) {
            labels.add(lang.code(), &hub.words.write(lang, &language_words(&document.language), &[]));
        }
    }
    labels.add("", &document.year.map(|year| year.to_string()).unwrap_or_default());
    labels.add("", if document.language.is_empty() { "" } else { language_name(&document.language) });
    labels.add("", &document.file_name);
    labels.all()
}
