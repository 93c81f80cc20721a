//! What cities are called, for whoever translates.

use async_trait::async_trait;
use base::limits::LINE_CHARS;
use base::{Actor, Fail, Result};
use input::{Fields, Reader};
use web::Hub;
use web::parts::Translations;
use web::translated::{Brought, Part, Saved, Translated};

use crate::actions::translate_name;
use crate::names::{KIND, NAME, field, read};

/// Key of the words for what is translated of a city.
pub(crate) const NAME_WORDS: &str = "city-name-one";

/// What cities are called.
pub(crate) struct Names;

/// Cities, and what is translated of them.
pub(crate) fn translated() -> Translated {
    Translated {
        kind: KIND,
        words: NAME_WORDS,
        address: |city, lang| format!("/office/cities/{}?in={lang}", base::id::write_id(city)),
        parts: vec![Part { name: NAME, words: NAME_WORDS, chars: LINE_CHARS }],
        has_drafts: false,
    }
}

#[async_trait]
impl Translations for Names {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn write(&self, hub: &Hub, actor: &Actor, brought: &Brought<'_>) -> Result<Saved> {
        let fields = Fields::default().with(field(brought.lang), brought.parts.get(NAME));
        let mut reader = Reader::new(&fields);
        let names = read(&mut reader, &fields, &[brought.lang]);
        let names = reader.end(names).map_err(Fail::Invalid)?;
        let name = names.first().map_or("", |own| own.name.as_str());
        translate_name(hub, actor, brought, name).await
    }
}
