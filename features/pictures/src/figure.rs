//! A picture on a page.

use std::collections::HashMap;

use base::{Lang, Result};
use texts::Text;
use web::Visit;

use crate::rows::{self, PictureFile};
use crate::rules::{Licence, Picture, SHOWS, licence_words};

/// How wide a picture is on a page, for browsers that choose among its files.
const SIZES: &str = "(max-width: 48rem) 92vw, 44rem";

/// A picture with all that a page needs to show it.
pub struct Shown {
    picture: Picture,
    files: Vec<PictureFile>,
    /// What it shows, in the best language for this reader.
    shows: Option<Text>,
}

/// Those of these pictures that may be shown now, in the reader's language: three statements for all of them.
///
/// # Errors
/// When the database does not answer.
pub async fn figures(visit: &Visit, ids: &[i64]) -> Result<HashMap<i64, Shown>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sql = visit.hub.db.read();
    let now = visit.hub.now();
    // Whatever ends at an instant is left out by the question itself, not by whoever comes to tidy up.
    let pictures: Vec<Picture> = rows::by_ids(&sql, ids).await?.into_iter().filter(|one| one.is_shown(now)).collect();
    shown(visit, pictures).await
}

/// The same of pictures that were asked for already, whether they may be shown on pages or not.
pub(crate) async fn shown(visit: &Visit, pictures: Vec<Picture>) -> Result<HashMap<i64, Shown>> {
    let ids: Vec<i64> = pictures.iter().map(|picture| picture.id).collect();
    let mut files = rows::files(&visit.hub.db.read(), &ids).await?;
    let mut all = described(visit, pictures).await?;
    for (id, one) in &mut all {
        one.files = files.remove(id).unwrap_or_default();
    }
    Ok(all)
}

/// Pictures with what they show in words, and without their files: to be chosen from.
pub(crate) async fn described(visit: &Visit, pictures: Vec<Picture>) -> Result<HashMap<i64, Shown>> {
    let things: Vec<_> = pictures.iter().map(Picture::thing).collect();
    let mut texts = texts::live(&visit.hub.db.read(), &things, &[SHOWS]).await?;
    let with = |picture: Picture| {
        let own = texts.remove(&picture.thing()).unwrap_or_default();
        let shows = texts::best(&own, visit.lang, &visit.hub.network.languages).cloned();
        (picture.id, Shown { files: Vec::new(), shows, picture })
    };
    Ok(pictures.into_iter().map(with).collect())
}

/// Where a file of a picture is.
pub(crate) fn address(id: i64, width: i64) -> String {
    format!("/pictures/{}/{width}", base::id::write_id(id))
}

impl Shown {
    /// The picture.
    pub fn picture(&self) -> &Picture {
        &self.picture
    }

    /// What it shows in words; empty of one that is decorative.
    pub fn shows(&self) -> &str {
        self.shows.as_ref().filter(|_| !self.picture.decorative).map_or("", |text| text.get(SHOWS))
    }

    /// The language of that, where it is not the reader's.
    fn foreign(&self, lang: Lang) -> Option<Lang> {
        self.shows.as_ref().filter(|_| !self.picture.decorative).map(|text| text.lang).filter(|own| *own != lang)
    }

    /// Its narrowest file, for galleries.
    pub(crate) fn small(&self) -> Option<&PictureFile> {
        self.files.first()
    }

    /// The picture with a caption (may be empty), and whose it is. Whoever asked for little data gets its words and its size,
    /// and the picture when they open it.
    pub fn figure(&self, visit: &Visit, caption: &str) -> String {
        let Some(middle) = self.files.get(1).or(self.files.first()) else { return String::new() };
        let picture = if visit.low_data { self.link(visit, middle) } else { self.image(visit, middle) };
        let caption = [caption.trim().to_owned(), self.credit(visit)];
        let caption: Vec<String> = caption
            .iter()
            .filter(|part| !part.is_empty())
            .map(|part| format!("<span dir=\"auto\">{}</span>", escape(part)))
            .collect();
        format!(
            "<figure class=\"photo\">{picture}<figcaption class=\"quiet\">{}</figcaption></figure>",
            caption.join(" ")
        )
    }

    fn image(&self, visit: &Visit, middle: &PictureFile) -> String {
        let all: Vec<String> =
            self.files.iter().map(|file| format!("{} {}w", address(file.picture, file.width), file.width)).collect();
        let lang = self.foreign(visit.lang).map(|lang| format!(" lang=\"{lang}\"")).unwrap_or_default();
        format!(
            "<img src=\"{}\" srcset=\"{}\" sizes=\"{SIZES}\" width=\"{}\" height=\"{}\" alt=\"{}\"{lang} loading=\"lazy\" \
             decoding=\"async\">",
            address(middle.picture, middle.width),
            all.join(", "),
            middle.width,
            middle.height,
            escape(self.shows()),
        )
    }

    fn link(&self, visit: &Visit, file: &PictureFile) -> String {
        let words = visit.t1("picture-open", "size", visit.size(file.size));
        let shows = if self.shows().is_empty() { String::new() } else { format!("{} ", escape(self.shows())) };
        format!("<p>{shows}<a href=\"{}\">{}</a></p>", address(file.picture, file.width), escape(&words))
    }

    fn credit(&self, visit: &Visit) -> String {
        let who = self.picture.credit.as_str();
        if who.is_empty() {
            return String::new();
        }
        match self.picture.licence {
            Licence::Own | Licence::Permission => visit.t1("picture-by", "who", who),
            licence => {
                let terms = visit.t(licence_words(licence));
                visit.ta("picture-by-under", &[("who", who.into()), ("licence", terms.as_str().into())])
            }
        }
    }
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
