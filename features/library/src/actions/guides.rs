//! The hub's own guides, the first documents of the library: written here, printed as tagged PDFs.

use base::{Actor, Fail, Lang, Result};
use extract::Format;
use web::Hub;
use web::markdown::title_and_rest;

use super::incoming::{Incoming, Origin};
use super::upload::upload;
use crate::rows::FileFacts;
use crate::rules::{Access, Draft, safe_file_name};

macro_rules! guide {
    ($name:literal) => {
        (
            $name,
            [
                (Lang::EN, include_str!(concat!("../../guides/", $name, ".en.md"))),
                (Lang::FR, include_str!(concat!("../../guides/", $name, ".fr.md"))),
                (Lang::AR, include_str!(concat!("../../guides/", $name, ".ar.md"))),
            ],
        )
    };
}

/// Each guide in each language.
const ALL: [(&str, [(Lang, &str); 3]); 6] = [
    guide!("operator"),
    guide!("editor"),
    guide!("officer"),
    guide!("reviewer"),
    guide!("city-lead"),
    guide!("practitioner"),
];

/// Makes the guides that are not there yet. Called again, it goes on where it was.
pub(crate) async fn make_guides(hub: &Hub) -> Result<()> {
    for (name, texts) in ALL {
        for (lang, text) in texts {
            if hub.network.languages.contains(&lang) {
                make(hub, name, lang, text).await?;
            }
        }
    }
    Ok(())
}

async fn make(hub: &Hub, name: &str, lang: Lang, text: &str) -> Result<()> {
    let hub_name = hub.network.settings.hub_name.get(lang).to_owned();
    let text = text.replace("{hub}", &hub_name);
    let (title, rest) = title_and_rest(&text);
    let abstract_text: String = rest.trim().split("\n\n").next().unwrap_or_default().replace('\n', " ");
    let network_name = hub.network.settings.name.get(lang).to_owned();
    let (print_title, print_rest) = (title.clone(), rest);
    let bytes = tokio::task::spawn_blocking(move || {
        print::pdf(&print::Document {
            lang: lang.code(),
            title: &print_title,
            subtitle: &hub_name,
            author: &network_name,
            footer: &hub_name,
            markdown: &print_rest,
        })
    })
    .await
    .map_err(Fail::internal)?
    .map_err(Fail::internal)?;
    let staged = hub.blobs.stage_bytes(bytes).await?;
    let draft = Draft {
        title: title.clone(),
        abstract_text,
        city: String::new(),
        kind: "guide".into(),
        themes: Vec::new(),
        year: None,
        language: lang.code().into(),
        access: Access::Public,
    };
    let facts = FileFacts {
        hash: staged.hash().clone(),
        name: safe_file_name(&title, "pdf"),
        format: Format::Pdf,
        size: i64::try_from(staged.length()).map_err(Fail::internal)?,
    };
    let file = Incoming { facts, origin: Origin::Staged(staged) };
    // The token makes a job that is run twice put each guide in once.
    upload(hub, &Actor::System, &draft, &file, &format!("guide:{name}:{lang}")).await?;
    Ok(())
}
