//! What is written comes back as it was.

use crate::common::{document, translated, unit};
use proptest::prelude::*;
use xliff::{Document, File, Limits, ReturnedUnit, State, Unit, UnitTrouble, Unwritable, read, write};

/// Texts as nobody writes them: all of Unicode but NUL, and those letters often that mean something to XML or to paragraphs.
fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::sample::select(vec!['\n', '\r', '\t', ' ', '<', '>', '&', '"', '\'', ']', 'a', '#', '*']),
        2 => prop::sample::select("\u{1}\u{b}\u{c}\u{1f}\u{7f}\u{85}\u{2028}\u{fffe}\u{feff}".chars().collect::<Vec<_>>()),
        2 => prop::sample::select(vec!['ع', 'ש', '\u{202e}', '\u{200f}', 'é', '🌍', '\u{301}']),
        1 => any::<char>().prop_filter("no NUL", |letter| *letter != '\0'),
    ];
    prop::collection::vec(letter, 0..60).prop_map(String::from_iter)
}

fn back(file: &[u8]) -> Vec<ReturnedUnit> {
    read(file, &Limits::default()).unwrap().files.remove(0).units
}

proptest! {
    #[test]
    fn an_office_that_copies_returns_the_text(title in text(), body in text()) {
        let file = write(&document(vec![unit("title", &title), unit("body", &body)])).unwrap();
        let units = back(&translated(&file, str::to_owned));
        for (unit, text) in units.iter().zip([&title, &body]) {
            prop_assert_eq!(&unit.source, text);
            prop_assert_eq!(unit.outcome.as_ref(), Ok(text));
        }
    }

    #[test]
    fn a_translation_that_there_is_comes_back_whole(source in text(), target in text(), current: bool) {
        let unit = Unit { target: Some(target.clone()), current, ..unit("body", &source) };
        let returned = back(&write(&document(vec![unit])).unwrap()).remove(0);
        prop_assert_eq!(&returned.source, &source);
        match returned.outcome {
            Ok(text) => prop_assert_eq!(text, target),
            Err(trouble) => {
                prop_assert!(target.chars().all(char::is_whitespace), "{:?}", trouble);
                prop_assert_eq!(trouble, UnitTrouble::Incomplete { missing: 1, segments: 1 });
            }
        }
    }

    #[test]
    fn what_is_untranslated_is_incomplete(source in text()) {
        let returned = back(&write(&document(vec![unit("body", &source)])).unwrap()).remove(0);
        prop_assert_eq!(&returned.source, &source);
        if source.chars().all(char::is_whitespace) {
            prop_assert_eq!(returned.outcome.as_ref(), Ok(&source));
        } else {
            prop_assert!(matches!(returned.outcome, Err(UnitTrouble::Incomplete { .. })), "{:?}", returned.outcome);
            prop_assert!(!returned.finished());
        }
    }
}

#[test]
fn a_body_has_a_segment_for_each_paragraph() {
    let body = Unit { limit: Some(400), ..unit("body", "# Who pays\n\nThe city.\nAll of it.\r\n\r\nNobody else.\n") };
    let mut document = document(vec![unit("title", "Who pays?"), body]);
    document.target = "ar".into();
    document.files[0].notes = vec!["Read by <children> & parents".into()];
    let expected = include_str!("sample.xlf");
    let written = String::from_utf8(write(&document).unwrap()).unwrap();
    assert_eq!(written, expected);
}

#[test]
fn a_translation_is_offered_by_paragraph_where_it_has_as_many() {
    let offered = |target: &str, current| {
        let unit = Unit { target: Some(target.into()), current, ..unit("body", "One.\n\nTwo.") };
        String::from_utf8(write(&document(vec![unit])).unwrap()).unwrap()
    };
    let aligned = offered("Un.\n\n\nDeux.\n", true);
    assert_eq!(aligned.matches("<segment").count(), 2, "{aligned}");
    assert_eq!(aligned.matches("state=\"translated\"").count(), 2, "{aligned}");
    assert_eq!(aligned.matches("<ignorable").count(), 2, "{aligned}");
    let other = offered("Un. Deux.", false);
    assert_eq!(other.matches("<segment").count(), 1, "{other}");
    assert_eq!(other.matches("state=\"initial\"").count(), 1, "an older one is no translation: {other}");
    assert!(!other.contains("<ignorable"), "{other}");
}

#[test]
fn the_pieces_of_a_unit_have_ids_of_their_own() {
    let unit = Unit { target: Some("\n\nA\n\n\nB\n\nC".into()), ..unit("body", "a\n\nb\n\nc\n") };
    let written = String::from_utf8(write(&document(vec![unit])).unwrap()).unwrap();
    let body = written.split_once("<unit").unwrap().1;
    let ids: Vec<_> = body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["body", "i1", "s1", "i2", "s2", "i3", "s3", "i4"]);
}

#[test]
fn ids_and_originals_come_back() {
    let file = |id: &str| File {
        id: id.into(),
        original: "a\n\"b\" <c>\t&".into(),
        units: vec![unit("t", "x")],
        ..File::default()
    };
    let written = Document { source: "en".into(), target: "fa-AF".into(), files: vec![file("p-1"), file("ص.2")] };
    let returned = read(&write(&written).unwrap(), &Limits::default()).unwrap();
    assert_eq!((&*returned.source, &*returned.target), ("en", "fa-AF"));
    for (returned, written) in returned.files.iter().zip(&written.files) {
        assert_eq!((&returned.id, &returned.original), (&written.id, &written.original));
    }
    assert_eq!(returned.files[1].units[0].state, State::Initial);
}

#[test]
fn what_no_file_can_be_made_of_is_told() {
    let with = |change: fn(&mut Document)| {
        let mut document = document(vec![unit("title", "a")]);
        change(&mut document);
        write(&document).unwrap_err()
    };
    assert_eq!(with(|d| d.target.clear()), Unwritable::Language { tag: String::new() });
    assert_eq!(with(|d| d.source = "en\"".into()), Unwritable::Language { tag: "en\"".into() });
    assert_eq!(with(|d| d.files.clear()), Unwritable::NoFiles);
    assert_eq!(with(|d| d.files[0].units.clear()), Unwritable::NoUnits { file: "page.7".into() });
    assert_eq!(with(|d| d.files[0].id = "a b".into()), Unwritable::Id { id: "a b".into() });
    assert_eq!(with(|d| d.files[0].units.push(unit("title", "b"))), Unwritable::Duplicate { id: "title".into() });
    assert_eq!(with(|d| d.files.push(d.files[0].clone())), Unwritable::Duplicate { id: "page.7".into() });
    let nul = with(|d| d.files[0].units[0].target = Some("\0".into()));
    assert_eq!(nul, Unwritable::Nul { file: "page.7".into(), unit: "title".into() });
}
