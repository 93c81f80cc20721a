//! Translations that come back from a translation office.

use std::collections::HashSet;

use base::{Actor, Fail, FieldError, Lang, Result};
use input::Fields;
use store::Sql;
use texts::{Parts, Standing as TextStanding, State as TextState};
use web::Hub;
use xliff::{Returned, ReturnedFile, ReturnedUnit, State, UnitTrouble};

use super::{standing, write};
use crate::access::check;
use crate::kinds::Kind;
use crate::rows;
use crate::rules::{ADDRESS, BODY, Item, SUMMARY, TITLE, Written, is_whole};

/// The parts that are translated.
pub(crate) const TRANSLATED: [&str; 3] = [TITLE, SUMMARY, BODY];

/// What a file is of: how it was named when it left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sent {
    pub kind: Kind,
    pub item: i64,
    /// The revision of the source.
    pub source: i64,
    /// The newest revision of the translation then; 0 where there was none.
    pub seen: i64,
}

impl Sent {
    /// As the file's id.
    pub(crate) fn id(self) -> String {
        format!("{}.{}.{}.{}", self.kind.code(), base::id::write_id(self.item), self.source, self.seen)
    }

    /// From a file's id, if it is one of ours.
    pub(crate) fn parse(id: &str) -> Option<Sent> {
        let mut pieces = id.split('.');
        let kind = Kind::parse(pieces.next()?)?;
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

/// What became of a text, with what is to be said of its units.
#[derive(Clone, Debug)]
pub(crate) struct Report {
    /// The file's id, cut.
    pub id: String,
    /// The thing, where it is one of ours, with what its source is called.
    pub item: Option<(Item, String)>,
    pub outcome: Outcome,
    /// The source says something else since the file left.
    pub source_changed: bool,
    /// Of each unit that something is to be said of: its part, and what.
    pub remarks: Vec<(String, Remark)>,
}

/// Takes what came back into a language of the network, each text by itself: what is wrong with one leaves the others. Sent twice,
/// nothing happens twice; and never anything over a newer text.
///
/// # Errors
/// Where the database does not answer.
pub(crate) async fn import(
    hub: &Hub,
    actor: &Actor,
    returned: &Returned,
    into: Lang,
    ready: bool,
) -> Result<Vec<Report>> {
    check(actor)?;
    let (mut reports, mut seen) = (Vec::new(), HashSet::new());
    for file in &returned.files {
        // One thing has one text in a language: the first of them.
        let report = one(hub, actor, returned, file, into, ready, &seen).await?;
        seen.extend(report.item.as_ref().map(|(item, _)| item.id));
        reports.push(report);
    }
    Ok(reports)
}

async fn one(
    hub: &Hub,
    actor: &Actor,
    returned: &Returned,
    file: &ReturnedFile,
    into: Lang,
    ready: bool,
    seen: &HashSet<i64>,
) -> Result<Report> {
    let sql = hub.db.read();
    let mut report = Report {
        id: file.id.chars().take(60).collect(),
        item: None,
        outcome: Outcome::NotOurs,
        source_changed: false,
        remarks: Vec::new(),
    };
    let Some((sent, item)) = known(&sql, file).await?.filter(|(sent, _)| !seen.contains(&sent.item)) else {
        return Ok(report);
    };
    let standing = standing(&sql, hub, &item).await?;
    let of_source = standing.iter().find(|text| text.state == TextState::Source);
    let Some(lang) = of_source.map(|text| text.lang).filter(|lang| lang.code() == returned.source && *lang != into)
    else {
        return Ok(report);
    };
    let Some(source) = texts::revision(&sql, item.thing(), lang, sent.source).await? else { return Ok(report) };
    report.item = Some((item.clone(), source.parts.get(TITLE).to_owned()));
    report.source_changed = texts::reference(&standing).is_some_and(|(_, number)| number != sent.source);
    let own = standing.iter().find(|text| text.lang == into);
    let (newest, is_draft) = (own.map_or(0, |text| text.newest), own.is_some_and(TextStanding::has_draft));
    let own = texts::revision(&sql, item.thing(), into, newest).await?;
    // What stands there is what was there when the file left, or what the same file brought before: then it may bring more.
    let goes_on =
        newest == sent.seen || store::outcome_of(&sql, actor, &brought(&file.id, into, newest)).await?.is_some();
    let own = own.map(|text| text.parts).unwrap_or_default();
    let before = if goes_on { own.clone() } else { Parts::default() };
    let (parts, taken) = put_together(&source.parts, before, &file.units, &mut report.remarks);
    let left_out = report.remarks.iter().any(|(_, remark)| *remark != Remark::Same);
    if taken == 0 {
        report.outcome = Outcome::Nothing;
        return Ok(report);
    }
    let all = TRANSLATED.iter().all(|part| source.parts.get(part).is_empty() || !parts.get(part).is_empty());
    let ready = ready && all && !left_out && is_whole(item.kind, &parts);
    let same = newest != 0 && TRANSLATED.iter().all(|part| same(own.get(part), parts.get(part)));
    if same && !(ready && is_draft && goes_on) {
        report.outcome = Outcome::Unchanged { draft: is_draft };
        return Ok(report);
    }
    if !goes_on {
        report.outcome = Outcome::Newer;
        return Ok(report);
    }
    let (outcome, number) = written(hub, actor, &item, into, &parts, Sent { seen: newest, ..sent }, ready).await?;
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

/// What a file's id names, if it is ours.
async fn known(sql: &Sql, file: &ReturnedFile) -> Result<Option<(Sent, Item)>> {
    let Some(sent) = Sent::parse(&file.id) else { return Ok(None) };
    match rows::item(sql, sent.item).await {
        Ok(item) => Ok((item.kind == sent.kind).then_some((sent, item))),
        Err(Fail::NotFound) => Ok(None),
        Err(fail) => Err(fail),
    }
}

/// The translation as it stood, with what came in its place; and how many parts came.
fn put_together(
    source: &Parts,
    mut parts: Parts,
    units: &[ReturnedUnit],
    remarks: &mut Vec<(String, Remark)>,
) -> (Parts, usize) {
    let mut taken = 0;
    for unit in units {
        let part = TRANSLATED.into_iter().find(|part| *part == unit.id && !source.get(part).is_empty());
        let Some(part) = part else {
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
    for part in TRANSLATED.into_iter().filter(|part| !source.get(part).is_empty()) {
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
    let print = |text: &str| texts::fingerprint(&Parts::default().with(BODY, text));
    print(one) == print(other)
}

/// Writes it, by the rules of a form; answers the revision, where there is a new one.
async fn written(
    hub: &Hub,
    actor: &Actor,
    item: &Item,
    into: Lang,
    parts: &Parts,
    sent: Sent,
    ready: bool,
) -> Result<(Outcome, Option<i64>)> {
    let fields =
        [TITLE, SUMMARY, BODY].into_iter().fold(Fields::default(), |fields, part| fields.with(part, parts.get(part)));
    let fields = fields.with("address", parts.get(ADDRESS)).with("revision", sent.seen).with("rendered", sent.source);
    // Two texts put together are a revision of their own, never a draft that goes on.
    let fields = fields.with("merged", "yes");
    let text = match Written::read(&fields, item.kind, !ready) {
        Ok(text) => text,
        Err(errors) => return Ok((Outcome::Wrong(errors), None)),
    };
    let outcome = match write(hub, actor, item.id, into, &text, ready).await {
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
        let sent = Sent { kind: Kind::News, item: 71, source: 4, seen: 0 };
        assert_eq!(Sent::parse(&sent.id()), Some(sent));
        for other in [
            "",
            "news",
            "news.x.1.2",
            "news.1.2",
            "event.0000000000001.1.2",
            "news.0000000000001.1.2.3",
            "news.0000000000001.+1.2",
        ] {
            assert_eq!(Sent::parse(other), None, "{other}");
        }
    }
}
