//! What pictures show, for whoever translates.

use async_trait::async_trait;
use base::{Actor, FieldError, Result};
use input::{Fields, Reader};
use web::Hub;
use web::parts::Translations;
use web::translated::{Brought, Part, Saved, Translated};

use crate::actions::translate;
use crate::rules::{KIND, SHOWS, SHOWS_CHARS, office};

/// What pictures show, in words.
pub(crate) struct Shows;

/// Pictures, and what is translated of them.
pub(crate) fn translated() -> Translated {
    Translated {
        kind: KIND,
        words: "picture-one",
        address: |id, lang| format!("{}?in={lang}", office(id)),
        parts: vec![Part { name: SHOWS, words: "picture-shows", chars: SHOWS_CHARS }],
        has_drafts: false,
    }
}

#[async_trait]
impl Translations for Shows {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn write(&self, hub: &Hub, actor: &Actor, brought: &Brought<'_>) -> Result<Saved> {
        let fields = Fields::default().with("shows", brought.parts.get(SHOWS));
        let mut reader = Reader::new(&fields);
        let shows = reader.line_within("shows", "picture-shows", SHOWS_CHARS);
        reader.check(!shows.is_empty(), || FieldError::new("shows", "error-picture-shows"));
        let shows = reader.end(shows).map_err(base::Fail::Invalid)?;
        translate(hub, actor, brought, &shows).await
    }
}
