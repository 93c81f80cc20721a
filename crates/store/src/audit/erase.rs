//! Somebody is taken out of the log, and it can still be proved that nothing else in it was touched: what is taken out is on
//! record itself, by its places.

use std::fmt::Write;

use base::{Actor, PersonId, Result};

use super::{AUDIT_ERASED, Field};
use crate::db::Tx;
use crate::params;

/// Letters of one entry that says what was erased, about.
const TEXT: usize = 4_000;

/// What was erased, as entries of the log say it: for each part of an entry, ranges of places.
#[derive(Debug, Default)]
pub(super) struct Erased {
    said: [Vec<(i64, i64)>; 3],
    sorted: bool,
}

impl Erased {
    /// Takes in what the entry at this place says: `actor 3 7-9 subject 4`. Of what stands behind it it can say nothing.
    pub(super) fn add(&mut self, place: i64, detail: &str) {
        let mut field = None;
        for word in detail.split(' ') {
            if let Some(own) = Field::of(word) {
                field = Some(own);
                continue;
            }
            let (first, last) = word.split_once('-').unwrap_or((word, word));
            if let (Some(field), Ok(first), Ok(last)) = (field, first.parse(), last.parse())
                && (1..=last).contains(&first)
                && last < place
            {
                self.said[field as usize].push((first, last));
                self.sorted = false;
            }
        }
    }

    /// Is it said that this part of the entry at this place was erased?
    pub(super) fn has(&mut self, place: i64, field: Field) -> bool {
        if !self.sorted {
            self.said.iter_mut().for_each(merge);
            self.sorted = true;
        }
        let ranges = &self.said[field as usize];
        let at = ranges.partition_point(|(_, last)| *last < place);
        ranges.get(at).is_some_and(|(first, _)| *first <= place)
    }
}

/// Puts ranges in their order, without those that overlap.
fn merge(ranges: &mut Vec<(i64, i64)>) {
    ranges.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::with_capacity(ranges.len());
    for (first, last) in ranges.drain(..) {
        match merged.last_mut() {
            Some(before) if first <= before.1 => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    *ranges = merged;
}

/// These places (in their order) of this field, in texts that are short enough for an entry each.
fn said(field: Field, places: &[i64]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = field.code().to_owned();
    for run in places.chunk_by(|one, next| *next == one + 1) {
        if text.len() > TEXT {
            texts.push(std::mem::replace(&mut text, field.code().to_owned()));
        }
        // A text takes what is written into it.
        let _ = match run {
            [first, .., last] => write!(text, " {first}-{last}"),
            [one] => write!(text, " {one}"),
            [] => Ok(()),
        };
    }
    if !places.is_empty() {
        texts.push(text);
    }
    texts
}

impl Tx {
    /// Takes this person out of the log: out of what they did, that it was they; of what was done about them, whom and in
    /// which words. What was done, and when, stays, and so does the proof that it does. All is sealed before, and
    /// what says so is sealed at once. An entry that another node commits meanwhile stays: whoever erases asks again until
    /// nothing of the person is left.
    pub async fn erase_from_audit(&self, person: PersonId) -> Result<()> {
        while self.seal_audit().await?.is_some() {}
        let written = person.to_string();
        let did = self
            .places("SELECT place FROM audit WHERE actor = $1 AND place IS NOT NULL ORDER BY place", person.0.into())
            .await?;
        let about = self
            .places(
                "SELECT place FROM audit WHERE subject = $1 AND place IS NOT NULL ORDER BY place",
                written.as_str().into(),
            )
            .await?;
        self.exec(
            "UPDATE audit SET actor = NULL, actor_salt = NULL WHERE actor = $1 AND place IS NOT NULL",
            params![person.0],
        )
        .await?;
        self.exec(
            "UPDATE audit SET subject = '', subject_salt = NULL, detail = '', detail_salt = NULL \
             WHERE subject = $1 AND place IS NOT NULL",
            params![written],
        )
        .await?;
        let fields = [(Field::Actor, &did), (Field::Subject, &about), (Field::Detail, &about)];
        for text in fields.into_iter().flat_map(|(field, places)| said(field, places)) {
            self.audit(&Actor::System, AUDIT_ERASED, "", &text).await?;
        }
        // What says that they may be empty is sealed with them.
        while self.seal_audit().await?.is_some() {}
        Ok(())
    }

    async fn places(&self, sql: &str, value: crate::Value) -> Result<Vec<i64>> {
        let rows = self.raw(sql, vec![value]).await?;
        rows.iter().map(|row| row.get::<i64>("place")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_an_erasure_is_read_again() {
        let places: Vec<i64> = (1..4_000).filter(|place| place % 7 != 3).chain([5_000, 7_000]).collect();
        let texts = said(Field::Subject, &places);
        assert!(texts.len() > 1 && texts.iter().all(|text| text.len() < TEXT + 50));
        let mut erased = Erased::default();
        texts.iter().for_each(|text| erased.add(8_000, text));
        erased.add(8_000, "actor 3 9-11 10-11 9");
        // Of itself and of what comes later nobody says anything, nor of places that are none.
        erased.add(40, "detail 40 41 1-9223372036854775807 -5-9 9-7 x");
        for place in 0..7_002 {
            assert_eq!(erased.has(place, Field::Subject), places.binary_search(&place).is_ok(), "{place}");
            assert_eq!(erased.has(place, Field::Actor), [3, 9, 10, 11].contains(&place), "{place}");
            assert!(!erased.has(place, Field::Detail));
        }
        assert!(said(Field::Actor, &[]).is_empty());
    }
}
