//! What is done with pictures: one verb, one transaction.

use base::{Actor, Fail, FieldError, Lang, Result};
use blobs::Staged;
use extract::Trouble;
use store::{Arrival, FileUse, Tx};
use texts::{Draft, Parts};
use web::Hub;
use web::files::{arrive_together, dismiss};
use web::translated::{Brought, Saved};

use crate::access::check;
use crate::acts;
use crate::jobs::ConsentEnds;
use crate::rows::{self, PictureFile};
use crate::rules::{ALL, Description, KIND, PARTS, Picture, SHOWS, last_day, thing, topic};

/// Pictures that one person may bring in a day.
const DAY_FILES: store::Limit = store::Limit { tries: 200, within: chrono::TimeDelta::days(1) };

/// Makes a file ready for pages and keeps what came of it; the file itself is not kept. Sent twice, it is one picture.
///
/// # Errors
/// A field's error that says why there is no picture.
pub async fn upload(hub: &Hub, actor: &Actor, file: &Staged, once: &str) -> Result<i64> {
    check(actor)?;
    let once = base::secret::hash(&format!("{once} {}", file.hash().as_str()));
    if let Some(id) = sent_before(hub, actor, &once).await? {
        return Ok(id);
    }
    if let Some(person) = actor.id() {
        hub.guard.pass(&hub.db, &[(&format!("pictures:{person}"), DAY_FILES)]).await?;
    }
    let made = match hub.extractor.picture(file.open().await?).await {
        Ok(Ok(made)) => made,
        Ok(Err(code)) => return Err(Fail::field("file", no_picture_words(code))),
        Err(Trouble::Unlocked | Trouble::Io(_)) => return Err(Fail::Unavailable("the reader of pictures".into())),
        Err(Trouble::TooSlow | Trouble::OutOfMemory) => return Err(Fail::field("file", "error-picture-slow")),
        Err(trouble) => {
            tracing::warn!(%trouble, "a picture could not be made ready");
            return Err(Fail::field("file", "error-picture-damaged"));
        }
    };
    let mut staged = Vec::new();
    for rendition in &made.renditions {
        staged.push(hub.blobs.stage_bytes(rendition.jpeg.clone()).await?);
    }
    let arrivals = arrive_together(&hub.db, &hub.blobs, &staged.iter().collect::<Vec<_>>()).await?;
    match keep(hub, actor, &made, &arrivals, &once).await {
        Ok(id) => Ok(id),
        Err(fail) => {
            for arrival in &arrivals {
                dismiss(&hub.db, &hub.blobs, arrival).await;
            }
            match fail {
                Fail::Taken(rule) if rule == store::FORM_SENT => {
                    sent_before(hub, actor, &once).await?.ok_or_else(|| Fail::Conflict("form".into()))
                }
                other => Err(other),
            }
        }
    }
}

async fn sent_before(hub: &Hub, actor: &Actor, once: &str) -> Result<Option<i64>> {
    let outcome = store::outcome_of(&hub.db.read(), actor, once).await?;
    Ok(outcome.and_then(|id| base::id::read_id(&id)))
}

async fn keep(hub: &Hub, actor: &Actor, made: &extract::Picture, arrivals: &[Arrival], once: &str) -> Result<i64> {
    let tx = hub.db.begin().await?;
    let id = tx.new_id();
    store::remember(&tx, actor, once, &base::id::write_id(id)).await?;
    rows::insert(&tx, id, made.width, made.height, actor.id()).await?;
    for ((rendition, arrival), part) in made.renditions.iter().zip(arrivals).zip(PARTS) {
        tx.settle_file(arrival, &FileUse::of(KIND, id, part), None).await?;
        let file = PictureFile {
            picture: id,
            width: i64::from(rendition.width),
            height: i64::from(rendition.height),
            hash: arrival.hash().to_owned(),
            size: rendition.jpeg.len() as i64,
        };
        rows::insert_file(&tx, &file).await?;
    }
    tx.event(actor, "picture.uploaded", id, None).await?;
    tx.commit().await?;
    Ok(id)
}

/// The picture that somebody works on, held to the end of the transaction.
async fn picture_for(tx: &Tx, actor: &Actor, id: i64) -> Result<Picture> {
    check(actor)?;
    tx.one_at_a_time(&format!("picture {id}")).await?;
    rows::picture(tx, id).await
}

/// Something else is seen of it from now on, or nothing.
pub(crate) async fn changed(tx: &Tx, id: i64, restricts: bool) -> Result<()> {
    tx.changed(KIND, id, restricts, &[topic(id), ALL.to_owned()]).await
}

/// Says what it shows, in a language, whose it is, and who consented until when. Pages show it so at once.
///
/// # Errors
/// [`Fail::Conflict`] where somebody said something else since.
pub async fn describe(hub: &Hub, actor: &Actor, id: i64, lang: Lang, said: &Description) -> Result<()> {
    let tx = hub.db.begin().await?;
    let before = picture_for(&tx, actor, id).await?;
    if said.is(&before) && (said.decorative || says(&tx, id, lang).await? == said.shows) {
        // Sent twice.
        return Ok(());
    }
    // Whom it shows stays known when their consent has ended.
    if before.consent_until.is_some_and(|end| end <= tx.now()) && !said.shows_people {
        return Err(Fail::field("people", "error-picture-people"));
    }
    if !rows::describe(&tx, id, said).await? {
        return Err(Fail::Conflict("pictures.revision".into()));
    }
    if !said.decorative {
        write_words(&tx, hub, actor, id, lang, said).await?;
    }
    texts::want(&tx, thing(id), !said.decorative && !before.withdrawn).await?;
    if !said.same_consent(&before) {
        if let Some(at) = said.consent_until {
            tx.enqueue_at(&ConsentEnds { picture: id, at }, at).await?;
        }
        tx.audit(actor, acts::CONSENT_CHANGED, &base::id::write_id(id), &consent_of(&before)).await?;
    }
    // Whoever it shows may have taken back their consent: nobody keeps what a page said.
    changed(&tx, id, before.described).await?;
    tx.event(actor, "picture.described", id, None).await?;
    tx.commit().await
}

/// What is written of it in a language.
async fn says(sql: &store::Sql, id: i64, lang: Lang) -> Result<String> {
    let own = texts::newest(sql, thing(id)).await?.into_iter().find(|text| text.lang == lang);
    Ok(own.map(|text| text.parts.get(SHOWS).to_owned()).unwrap_or_default())
}

/// The last day of the consent before, for the record; nothing where none was needed. Not whose it was.
fn consent_of(before: &Picture) -> String {
    before.consent_until.map(last_day).unwrap_or_default()
}

/// Says in another language what it shows: what came back from a translation office.
///
/// # Errors
/// [`Fail::NotFound`] where nobody asks for it (any more), [`Fail::Conflict`] where somebody wrote since.
pub(crate) async fn translate(hub: &Hub, actor: &Actor, brought: &Brought<'_>, shows: &str) -> Result<Saved> {
    let tx = hub.db.begin().await?;
    let picture = picture_for(&tx, actor, brought.item).await?;
    if picture.decorative || picture.withdrawn {
        return Err(Fail::NotFound);
    }
    let draft = Draft {
        parts: Parts::default().with(SHOWS, shows),
        seen: brought.seen,
        rendered: Some(brought.rendered),
        ready: true,
        goes_on: false,
    };
    let number = texts::write(&tx, actor, thing(picture.id), brought.lang, &draft).await?;
    let wrote = number != brought.seen;
    if wrote {
        texts::publish(&tx, thing(picture.id), None).await?;
        changed(&tx, picture.id, false).await?;
        tx.event(actor, "picture.described", picture.id, None).await?;
    }
    tx.commit().await?;
    Ok(Saved { number, live: true, wrote })
}

async fn write_words(tx: &Tx, hub: &Hub, actor: &Actor, id: i64, lang: Lang, said: &Description) -> Result<()> {
    let standing = texts::standing(tx, &[thing(id)], &hub.network.languages).await?.remove(&thing(id));
    let rendered = standing.as_deref().and_then(texts::reference).filter(|(source, _)| *source != lang);
    let draft = Draft {
        parts: Parts::default().with(SHOWS, said.shows.as_str()),
        seen: said.seen,
        rendered: rendered.map(|(_, number)| number),
        ready: true,
        goes_on: false,
    };
    texts::write(tx, actor, thing(id), lang, &draft).await?;
    texts::publish(tx, thing(id), None).await.map(|_| ())
}

/// It is on no page any more, or on all again that name it. Doing what is done already tells nobody.
pub(crate) async fn withdraw(hub: &Hub, actor: &Actor, id: i64, withdrawn: bool) -> Result<()> {
    let tx = hub.db.begin().await?;
    let before = picture_for(&tx, actor, id).await?;
    if !rows::withdraw(&tx, id, withdrawn).await? {
        return Ok(());
    }
    texts::want(&tx, thing(id), !withdrawn && !before.decorative).await?;
    changed(&tx, id, withdrawn).await?;
    tx.event(actor, if withdrawn { "picture.withdrawn" } else { "picture.resumed" }, id, None).await?;
    tx.commit().await
}

/// What is said of each reason for which a file gave no picture; of all others, that it is damaged.
const NO_PICTURE: [(&str, &str); 5] = [
    ("svg", "error-picture-svg"),
    ("other-format", "error-picture-format"),
    ("too-large", "error-picture-large"),
    ("too-many-pixels", "error-picture-pixels"),
    ("not-a-picture", "error-picture-none"),
];

/// Key of the words for why a file gave no picture.
pub(crate) fn no_picture_words(code: &str) -> &'static str {
    NO_PICTURE.iter().find(|(own, _)| *own == code).map_or("error-picture-damaged", |(_, words)| words)
}

/// The same for a form whose file did not come.
pub(crate) fn missing() -> FieldError {
    FieldError::new("file", "error-file-missing")
}
