//! Short texts for social media, in each language: written here, copied by hand, never posted by the hub.

use std::collections::BTreeMap;

use base::limits::TEXT_CHARS;
use base::{Actor, Fail, FieldError, Lang, Result};
use input::Fields;
use store::{Insert, Sql, Tx, params};
use web::Hub;
use web::words::language_words;

use crate::rows;
use crate::rules::Item;

/// Characters of a short text at most: what most networks of today take.
pub const SOCIAL_CHARS: usize = 500;

/// The short texts of a thing by their language.
pub(crate) type Social = BTreeMap<String, String>;

/// The field of a language.
pub(crate) fn field(lang: Lang) -> String {
    format!("text-{lang}")
}

/// What is there, so that whoever saves an old state is told.
pub(crate) fn mark(social: &Social) -> String {
    let all: Vec<String> = social.iter().map(|(lang, text)| format!("{lang} {text}")).collect();
    base::secret::hash(&all.join("\u{1f}"))
}

/// The short texts of a thing.
pub(crate) async fn of(sql: &Sql, item: i64) -> Result<Social> {
    let rows = sql.raw("SELECT lang, body FROM editorial_social WHERE item = $1", params![item]).await?;
    rows.iter().map(|row| Ok((row.get("lang")?, row.get("body")?))).collect()
}

/// From a form: a text for each language, where one is given.
///
/// # Errors
/// For the form as a whole, where one is too long.
pub(crate) fn read(fields: &Fields, languages: &[Lang]) -> Result<Social> {
    let mut social = Social::new();
    for lang in languages {
        let text: String = fields.text(&field(*lang)).chars().take(TEXT_CHARS).collect();
        if text.chars().count() > SOCIAL_CHARS {
            let error = FieldError::new("", "error-social")
                .with("language", language_words(lang.code()))
                .with("max", SOCIAL_CHARS);
            return Err(Fail::Invalid(vec![error]));
        }
        if !text.trim().is_empty() {
            social.insert(lang.code().to_owned(), text.trim().to_owned());
        }
    }
    Ok(social)
}

/// Keeps the short texts of a thing, in place of those that were seen.
///
/// # Errors
/// [`Fail::Conflict`] where somebody saved others meanwhile.
pub(crate) async fn save(hub: &Hub, actor: &Actor, item: i64, social: &Social, seen: &str) -> Result<Item> {
    crate::access::check(actor)?;
    let tx = hub.db.begin().await?;
    tx.one_at_a_time(&format!("editorial {item}")).await?;
    let found = rows::item(&tx, item).await?;
    let now = of(&tx, item).await?;
    if now == *social {
        return Ok(found);
    }
    if mark(&now) != seen {
        return Err(Fail::Conflict("editorial_social.body".into()));
    }
    replace(&tx, item, social).await?;
    tx.event(actor, "editorial.social-changed", item, None).await?;
    tx.commit().await?;
    Ok(found)
}

async fn replace(tx: &Tx, item: i64, social: &Social) -> Result<()> {
    tx.exec("DELETE FROM editorial_social WHERE item = $1", params![item]).await?;
    for (lang, body) in social {
        Insert::into("editorial_social").set("item", item).set("lang", lang).set("body", body).exec(tx).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_short() {
        let read = |text: &str| read(&Fields::default().with("text-en", text), &[Lang::EN, Lang::FR]);
        assert_eq!(read("  Cities met. ").map(|social| social.len()).ok(), Some(1));
        assert_eq!(read(" ").map(|social| social.len()).ok(), Some(0));
        assert!(read(&"ا".repeat(SOCIAL_CHARS)).is_ok());
        assert!(matches!(read(&"a".repeat(SOCIAL_CHARS + 1)), Err(Fail::Invalid(_))));
    }

    #[test]
    fn another_text_has_another_mark() {
        let one = Social::from([("en".to_owned(), "a".to_owned())]);
        let other = Social::from([("en".to_owned(), "b".to_owned())]);
        assert_ne!(mark(&one), mark(&other));
        assert_eq!(mark(&one), mark(&one.clone()));
    }
}
