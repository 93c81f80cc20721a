//! What the team publishes, for whoever translates.

use async_trait::async_trait;
use base::limits::LINE_CHARS;
use base::{Actor, Fail, Result};
use input::Fields;
use web::Hub;
use web::parts::Translations;
use web::translated::{Brought, Part, Saved, Translated};

use crate::actions::write;
use crate::kinds::{Kind, body_words, kind_words, summary_words, title_words};
use crate::rules::{ADDRESS, BODY, BODY_CHARS, SUMMARY, SUMMARY_CHARS, TITLE, Written, office};

/// The texts of a kind.
pub(crate) struct Texts(pub Kind);

/// A kind, and what is translated of it.
pub(crate) fn translated(kind: Kind) -> Translated {
    Translated {
        kind: kind.code(),
        words: kind_words(kind),
        address: |item, lang| format!("{}?in={lang}", office(item)),
        parts: vec![
            Part { name: TITLE, words: title_words(kind), chars: LINE_CHARS },
            Part { name: SUMMARY, words: summary_words(kind), chars: SUMMARY_CHARS },
            Part { name: BODY, words: body_words(kind), chars: BODY_CHARS },
        ],
        has_drafts: true,
    }
}

#[async_trait]
impl Translations for Texts {
    fn kind(&self) -> &'static str {
        self.0.code()
    }

    async fn write(&self, hub: &Hub, actor: &Actor, brought: &Brought<'_>) -> Result<Saved> {
        let fields = [TITLE, SUMMARY, BODY, ADDRESS]
            .into_iter()
            .fold(Fields::default(), |fields, part| fields.with(part, brought.parts.get(part)));
        let fields = fields.with("revision", brought.seen).with("rendered", brought.rendered);
        // Two texts put together are a revision of their own, never a draft that goes on.
        let fields = fields.with("merged", "yes");
        let text = Written::read(&fields, self.0, !brought.ready).map_err(Fail::Invalid)?;
        let saved = write(hub, actor, brought.item, brought.lang, &text, brought.ready).await?;
        Ok(Saved { number: saved.number, live: saved.live, wrote: saved.wrote })
    }
}
