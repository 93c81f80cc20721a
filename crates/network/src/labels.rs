//! A text in the languages of the interface, as the files of a network have it.

use std::collections::BTreeMap;

use base::Lang;
use csv::StringRecord;
use serde::{Deserialize, Deserializer};

/// A text in some languages: in `network.toml` a table by BCP 47 code, in tables a column for each (`label_en`, `label_fr`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels(BTreeMap<Lang, String>);

impl Labels {
    /// In this language, or in the first that has it: English, French, Arabic, then the others by their codes.
    pub fn get(&self, lang: Lang) -> &str {
        let mut order = [lang].into_iter().chain(Lang::SHIPPED).chain(self.0.keys().copied());
        order.find_map(|lang| self.own(lang)).unwrap_or_default()
    }

    /// In this language; none where it lacks it.
    pub fn own(&self, lang: Lang) -> Option<&str> {
        self.0.get(&lang).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// Each text with its language.
    pub fn all(&self) -> impl Iterator<Item = (Lang, &str)> {
        self.0.iter().map(|(lang, text)| (*lang, text.as_str())).filter(|(_, text)| !text.is_empty())
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Labels, D::Error> {
        let by_code = BTreeMap::<String, String>::deserialize(deserializer)?;
        let lang = |code: String| code.parse().map_err(|_| serde::de::Error::custom(format!("{code} is no language")));
        let texts = by_code.into_iter().map(|(code, text)| Ok((lang(code)?, text)));
        Ok(Labels(texts.collect::<Result<_, D::Error>>()?))
    }
}

/// Texts of tables that are in several languages: a column `label_en`, `label_fr` … for each; one that is `paid_for` alone is
/// English.
const LABELLED: [&str; 5] = ["label", "name", "text", "paid_for", "address"];
/// Between a code, its text and the next code, in a cell that has them all. Neither stands in a text.
const ENDS: [char; 2] = ['\u{1f}', '\u{1e}'];

/// What the columns of a table say of labels: each of [`LABELLED`] with its columns and their languages. Their texts are put
/// together as a column `label.*`, since rows are read by the names of their columns, which a network may add to.
pub(crate) struct Columns(Vec<(&'static str, Vec<(usize, Lang)>)>);

impl Columns {
    /// Those of this head; and the head with the columns that are put together.
    pub(crate) fn of(head: &StringRecord) -> (Columns, StringRecord) {
        let lang = |column: &str, name: &str| match column.strip_prefix(name)? {
            "" => Some(Lang::EN),
            rest => rest.strip_prefix('_')?.parse().ok(),
        };
        let own = |name| head.iter().enumerate().filter_map(|(at, column)| Some((at, lang(column, name)?))).collect();
        let columns: Vec<(&str, Vec<(usize, Lang)>)> = LABELLED.into_iter().map(|name| (name, own(name))).collect();
        let whole = head.iter().map(str::to_owned).chain(columns.iter().map(|(name, _)| format!("{name}.*"))).collect();
        (Columns(columns), whole)
    }

    /// A row with the columns that are put together.
    pub(crate) fn put_together(&self, row: &mut StringRecord) {
        for (_, columns) in &self.0 {
            let texts = columns.iter().map(|(at, lang)| (lang, row.get(*at).unwrap_or_default()));
            let joined: String = texts.map(|(lang, text)| format!("{lang}{}{text}{}", ENDS[0], ENDS[1])).collect();
            row.push_field(&joined);
        }
    }
}

/// Labels of a column that [`Columns`] put together; one text at least.
pub(crate) fn needed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Labels, D::Error> {
    let labels = if_any(deserializer)?;
    let missing = || serde::de::Error::custom("a row has no text in any language");
    if labels.all().next().is_some() { Ok(labels) } else { Err(missing()) }
}

/// The same; perhaps none.
pub(crate) fn if_any<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Labels, D::Error> {
    let joined = String::deserialize(deserializer)?;
    let texts = joined.split(ENDS[1]).filter_map(|text| text.split_once(ENDS[0]));
    Ok(Labels(texts.filter_map(|(code, text)| Some((code.parse().ok()?, text.to_owned()))).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_in_any_language() {
        let head = StringRecord::from(vec!["name", "name_fr", "name_de", "name_ar", "name_en_short", "x", "label_fr"]);
        let mut row = StringRecord::from(vec!["Lake", "Lac", "See", "", "L", "y", "2024"]);
        let (columns, head) = Columns::of(&head);
        columns.put_together(&mut row);
        #[derive(Deserialize)]
        struct Row {
            #[serde(rename = "name.*", deserialize_with = "needed")]
            name: Labels,
            #[serde(rename = "label.*", deserialize_with = "needed")]
            label: Labels,
        }
        let Row { name: labels, label } = row.deserialize(Some(&head)).unwrap();
        assert_eq!(label.get(Lang::EN), "2024", "as it is written");
        let get = |code: &str| labels.get(code.parse().unwrap());
        assert_eq!((get("en"), get("fr"), get("de"), get("ar"), get("es")), ("Lake", "Lac", "See", "Lake", "Lake"));
        assert_eq!(labels.all().count(), 3);
        let german: Labels = toml::from_str("de = \"See\"").unwrap();
        assert_eq!((german.get(Lang::FR), german.own(Lang::FR)), ("See", None));
        assert!(toml::from_str::<Labels>("xx = \"?\"").is_err());
    }
}
