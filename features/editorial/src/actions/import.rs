//! Translations that come back from a translation office.

use std::collections::HashSet;

use base::{Actor, Fail, FieldError, Lang, Result};
use texts::{Parts, Standing as TextStanding, State as TextState, Thing};
use web::translated::{Brought, Part, Saved, Translated};
use web::{Hub, Offered};
use xliff::{Returned, ReturnedFile, ReturnedUnit, State, UnitTrouble};

use crate::access::check;

/// What a file is of: how it was named when it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sent<'a> {
    /// The kind of its thing.
    pub kind: &'a str,
    pub item: i64,
    /// The revision of the source.
    pub source: i64,
    /// The newest revision of the translation then; 0 where there was none.
    pub seen: i64,
}

impl<'a> Sent<'a> {
    /// As the file's id.
    pub(crate) fn id(self) -> String {
        format!("{}.{}.{}.{}", self.kind, base::id::write_id(self.item), self.source, self.seen)
    }

    /// From a file's id, if it is one of ours.
    pub(crate) fn parse(id: &'a str) -> Option<Sent<'a>> {
        let mut pieces = id.split('.');
        let kind = pieces.next()?;
        let item = base::id::read_id(pieces.next()?)?;
        let (source, seen) = (pieces.next()?.parse().ok()?, pieces.next()?.parse().ok()?);
        let sent = Sent { kind, item, source, seen };
        // As we write it, and in no other way.
        (pieces.next().is_none() && sent.id() == id).then_some(sent)
    }
}

/// What became of one text.
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// It is a draft now.
    Draft,
    /// It is ready; `live`: readers have it.
    Ready { live: bool },
    /// It was there already, word for word; as a draft, or as what is ready.
    Unchanged { draft: bool },
    /// It is not said to be ready, and such things know no drafts.
    NoDrafts,
    /// Somebody wrote a newer one since the file left: that stays.
    Newer,
    /// There is no such text here, or no such source any more.
    NotOurs,
    /// None of its units could be taken.
    Nothing,
    /// The translation breaks a rule of its kind.
    Wrong(Vec<FieldError>),
}

/// What is to be said of one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// The text has no such part.
    UnknownPart,
    /// Its source is not what was sent.
    OtherSource,
    /// It is taken, though it says what the source says.
    Same,
    /// It is not in the file.
    Missing,
    /// Not all of it is translated.
    Incomplete,
    /// It holds codes that no text of ours has.
    ForeignCode,
    TooLong,
    Unreadable,
}

impl Remark {
    pub(crate) const ALL: [Remark; 8] = [
        Remark::UnknownPart,
        Remark::OtherSource,
        Remark::Same,
        Remark::Missing,
        Remark::Incomplete,
        Remark::ForeignCode,
        Remark::TooLong,
        Remark::Unreadable,
    ];

    /// Why a unit is not taken.
    const fn of(trouble: &UnitTrouble) -> Remark {
        match trouble {
            UnitTrouble::Incomplete { .. } => Remark::Incomplete,
            UnitTrouble::ForeignCode { .. } => Remark::ForeignCode,
            UnitTrouble::TooLong { .. } => Remark::TooLong,
            UnitTrouble::Character { .. }
            | UnitTrouble::Order { .. }
            | UnitTrouble::Misplaced { .. }
            | UnitTrouble::Stray { .. }
            | UnitTrouble::NoSource { .. } => Remark::Unreadable,
        }
    }
}

/// Key of the words for what is to be said of a unit.
pub(crate) const fn remark_words(remark: Remark) -> &'static str {
    match remark {
        Remark::UnknownPart => "xliff-unknown-part",
        Remark::OtherSource => "xliff-other-source",
        Remark::Same => "xliff-same",
        Remark::Missing => "xliff-missing",
        Remark::Incomplete => "xliff-incomplete",
        Remark::ForeignCode => "xliff-foreign-code",
        Remark::TooLong => "xliff-too-long",
        Remark::Unreadable => "xliff-unreadable",
    }
}

/// What a text that came back is of, where that is known here.
#[derive(Clone)]
pub(crate) struct Known {
    pub of: Translated,
    pub item: i64,
    /// What its source is called.
    pub title: String,
}

/// What became of a text, with what is to be said of its units.
#[derive(Clone)]
pub(crate) struct Report {
    /// The file's id, cut.
    pub id: String,
    pub known: Option<Known>,
    pub outcome: Outcome,
    /// The source says something else since the file left.
    pub source_changed: bool,
    /// Of each unit that something is to be said of: its part, and what.
    pub remarks: Vec<(String, Remark)>,
}

/// Who brings translations back, and as what.
#[derive(Clone, Copy)]
pub(crate) struct Way<'a> {
    pub hub: &'a Hub,
    pub offered: &'a Offered,
    pub actor: &'a Actor,
    /// Into which language of the network.
    pub into: Lang,
    /// They are ready, where they are whole.
    pub ready: bool,
}

/// Takes what came back into a language of the network, each text by itself: what is wrong with one leaves the others. Sent twice,
/// nothing happens twice; and never anything over a newer text.
///
/// # Errors
/// Where the database does not answer.
pub(crate) async fn import(way: &Way<'_>, returned: &Returned) -> Result<Vec<Report>> {
    check(way.actor)?;
    let (mut reports, mut seen) = (Vec::new(), HashSet::new());
    for file in &returned.files {
        // One thing has one text in a language: the first of them.
        let report = one(way, returned, file, &seen).await?;
        seen.extend(report.known.as_ref().map(|known| known.of.thing(known.item)));
        reports.push(report);
    }
    Ok(reports)
}

async fn one(way: &Way<'_>, returned: &Returned, file: &ReturnedFile, seen: &HashSet<Thing>) -> Result<Report> {
    let Way { hub, actor, into, .. } = *way;
    let sql = hub.db.read();
    let mut report = Report {
        id: file.id.chars().take(60).collect(),
        known: None,
        outcome: Outcome::NotOurs,
        source_changed: false,
        remarks: Vec::new(),
    };
    let Some((sent, of)) = known(hub, file).filter(|(sent, of)| !seen.contains(&of.thing(sent.item))) else {
        return Ok(report);
    };
    let thing = of.thing(sent.item);
    let languages = &hub.network.languages;
    let standing = texts::standing(&sql, &[thing], languages).await?.remove(&thing).unwrap_or_default();
    let of_source = standing.iter().find(|text| text.state == TextState::Source);
    let Some(lang) = of_source.map(|text| text.lang).filter(|lang| lang.code() == returned.source && *lang != into)
    else {
        return Ok(report);
    };
    let Some(source) = texts::revision(&sql, thing, lang, sent.source).await? else { return Ok(report) };
    let all = &of.parts;
    let title = all.first().map(|part| source.parts.get(part.name).to_owned()).unwrap_or_default();
    report.known = Some(Known { of: of.clone(), item: sent.item, title });
    report.source_changed = texts::reference(&standing).is_some_and(|(_, number)| number != sent.source);
    let own = standing.iter().find(|text| text.lang == into);
    let (newest, is_draft) = (own.map_or(0, |text| text.newest), own.is_some_and(TextStanding::has_draft));
    let own = texts::revision(&sql, thing, into, newest).await?;
    // What stands there is what was there when the file left, or what the same file brought before: then it may bring more.
    let goes_on =
        newest == sent.seen || store::outcome_of(&sql, actor, &brought(&file.id, into, newest)).await?.is_some();
    let own = own.map(|text| text.parts).unwrap_or_default();
    let before = if goes_on { own.clone() } else { Parts::default() };
    let (parts, taken) = put_together(all, &source.parts, before, &file.units, &mut report.remarks);
    let left_out = report.remarks.iter().any(|(_, remark)| *remark != Remark::Same);
    if taken == 0 {
        report.outcome = Outcome::Nothing;
        return Ok(report);
    }
    let whole = all.iter().all(|part| source.parts.get(part.name).is_empty() || !parts.get(part.name).is_empty());
    let ready = way.ready && whole && !left_out;
    let same = newest != 0 && all.iter().all(|part| same(own.get(part.name), parts.get(part.name)));
    if same && !(ready && is_draft && goes_on) {
        report.outcome = Outcome::Unchanged { draft: is_draft };
        return Ok(report);
    }
    if !goes_on {
        report.outcome = Outcome::Newer;
        return Ok(report);
    }
    if !ready && !of.has_drafts {
        report.outcome = Outcome::NoDrafts;
        return Ok(report);
    }
    let brought_parts =
        Brought { item: sent.item, lang: into, parts: &parts, seen: newest, rendered: sent.source, ready };
    let (outcome, number) = outcome_of(taken_by(way, &of, &brought_parts).await, ready)?;
    report.outcome = outcome;
    if let Some(number) = number {
        let tx = hub.db.begin().await?;
        store::remember(&tx, actor, &brought(&file.id, into, number), "").await?;
        tx.commit().await?;
    }
    Ok(report)
}

/// The token by which it is known for some days that a revision is what this file brought.
fn brought(file: &str, into: Lang, number: i64) -> String {
    base::secret::hash(&format!("xliff {file} {into} {number}"))
}

/// What a file's id names, if that is of a kind that this hub knows.
fn known<'a>(hub: &Hub, file: &'a ReturnedFile) -> Option<(Sent<'a>, Translated)> {
    let sent = Sent::parse(&file.id)?;
    let of = hub.translated.iter().find(|own| own.kind == sent.kind)?;
    Some((sent, of.clone()))
}

/// The translation as it stood, with what came in its place; and how many parts came.
fn put_together(
    all: &[Part],
    source: &Parts,
    mut parts: Parts,
    units: &[ReturnedUnit],
    remarks: &mut Vec<(String, Remark)>,
) -> (Parts, usize) {
    let mut taken = 0;
    let translated = || all.iter().map(|part| part.name).filter(|part| !source.get(part).is_empty());
    for unit in units {
        let Some(part) = translated().find(|part| *part == unit.id) else {
            remarks.push((cut(&unit.id), Remark::UnknownPart));
            continue;
        };
        match &unit.outcome {
            Err(trouble) => remarks.push((part.to_owned(), Remark::of(trouble))),
            Ok(_) if !same(&unit.source, source.get(part)) => remarks.push((part.to_owned(), Remark::OtherSource)),
            Ok(target) => {
                if same(target, source.get(part)) && unit.state == State::Initial {
                    remarks.push((part.to_owned(), Remark::Same));
                }
                parts = parts.with(part, target.as_str());
                taken += 1;
            }
        }
    }
    for part in translated() {
        if !units.iter().any(|unit| unit.id == part) {
            remarks.push((part.to_owned(), Remark::Missing));
        }
    }
    (parts, taken)
}

fn cut(id: &str) -> String {
    id.chars().take(40).collect()
}

/// They say the same but for blanks and ends of lines.
fn same(one: &str, other: &str) -> bool {
    let print = |text: &str| texts::fingerprint(&Parts::default().with("words", text));
    print(one) == print(other)
}

/// Whoever's thing it is writes it.
async fn taken_by(way: &Way<'_>, of: &Translated, brought: &Brought<'_>) -> Result<Saved> {
    let taker = way.offered.translations.iter().find(|own| own.kind() == of.kind);
    taker.ok_or(Fail::NotFound)?.write(way.hub, way.actor, brought).await
}

/// What became of it, and the revision where there is a new one.
fn outcome_of(written: Result<Saved>, ready: bool) -> Result<(Outcome, Option<i64>)> {
    let outcome = match written {
        Ok(saved) => {
            let outcome = if ready { Outcome::Ready { live: saved.live } } else { Outcome::Draft };
            return Ok((outcome, saved.wrote.then_some(saved.number)));
        }
        Err(Fail::Conflict(_)) => Outcome::Newer,
        Err(Fail::NotFound) => Outcome::NotOurs,
        Err(Fail::Invalid(errors)) => Outcome::Wrong(errors),
        Err(fail) => return Err(fail),
    };
    Ok((outcome, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_id_says_what_it_is_of() {
        let sent = Sent { kind: "news", item: 71, source: 4, seen: 0 };
        assert_eq!(Sent::parse(&sent.id()), Some(sent));
        for other in ["", "news", "news.x.1.2", "news.1.2", "news.0000000000001.1.2.3", "news.0000000000001.+1.2"] {
            assert_eq!(Sent::parse(other), None, "{other}");
        }
    }
}
