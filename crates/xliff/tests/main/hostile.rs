//! Files that were made to do harm, or came to harm.

use std::time::{Duration, Instant};

use crate::common::{around, around_unit, document, refused, translated, unit};
use proptest::prelude::*;
use xliff::{Limits, Refused, read, write};

/// Far more than any of these takes in a build for tests; far less than what is quadratic takes.
const SOON: Duration = Duration::from_secs(20);

fn sample() -> Vec<u8> {
    let file = write(&document(vec![unit("title", "Who <pays>?"), unit("body", "Un é.\r\n\r\n\u{c}Two & more ع.\n")]))
        .unwrap();
    translated(&file, str::to_owned)
}

/// Reads it and says that it ended in time.
fn soon(text: &str) -> Result<(), Refused> {
    let begun = Instant::now();
    let limits = Limits { bytes: 64 << 20, ..Limits::default() };
    let outcome = read(text.as_bytes(), &limits).map(|_| ());
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    outcome
}

#[test]
fn entity_bombs_are_not_lit() {
    let bombs = [
        // a billion laughs
        "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><xliff>&c;</xliff>"
            .to_owned(),
        // one long entity, many times
        format!("<!DOCTYPE l [<!ENTITY a \"{}\">]><xliff>{}</xliff>", "a".repeat(100_000), "&a;".repeat(100_000)),
        // files and addresses of others
        "<!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xliff>&a;</xliff>".to_owned(),
        "<!DOCTYPE l SYSTEM \"http://localhost/x.dtd\"><xliff/>".to_owned(),
        "<!DOCTYPE l [<!ENTITY % a SYSTEM \"http://localhost/\"> %a;]><xliff/>".to_owned(),
        "<!doctype html><html/>".to_owned(),
        "<!DOCTYPE l [".to_owned(),
    ];
    for bomb in bombs {
        let behind = format!("<?xml version='1.0'?>\n{bomb}");
        assert_eq!(soon(&behind), Err(Refused::Doctype { line: 2 }), "{}", &bomb[..40.min(bomb.len())]);
    }
    assert_eq!(refused(&around("<!DOCTYPE a>")), Refused::Doctype { line: 2 });
}

#[test]
fn entities_without_doctype_are_none() {
    let entity = Err(Refused::Entity { line: 2, name: "a".into() });
    assert_eq!(soon(&around_unit("<segment><source>&a;</source></segment>")), entity);
    assert_eq!(soon(&around("<file id='&a;'/>")), entity);
    assert_eq!(soon(&around("<a xmlns='urn:a' b='&a;'>&b;</a>")), entity, "also where all is passed over");
    assert_eq!(soon(&around("<a xmlns='urn:a'>&a;</a>")), entity);
}

#[test]
fn a_hundred_thousand_elements_deep_is_refused() {
    let deep = |begin: &str, end: &str| {
        around(&format!("<file id='f'>{}{}</file>", begin.repeat(100_000), end.repeat(100_000)))
    };
    let too_deep = Err(Refused::TooDeep { line: 2, limit: 64 });
    assert_eq!(soon(&deep("<group>", "</group>")), too_deep);
    assert_eq!(soon(&deep("<a xmlns='urn:a'>", "</a>")), too_deep);
    let marks = format!("<segment><source>{}</source></segment>", "<mrk>".repeat(100_000));
    assert_eq!(soon(&around_unit(&marks)), too_deep);
}

#[test]
fn much_of_one_thing_takes_its_time_and_no_more() {
    let many = 300_000;
    let attributes: String = (0..many).map(|number| format!(" a{number}=''")).collect();
    assert_eq!(soon(&around(&format!("<file id='f'{attributes}/>"))), Ok(()));
    let bound: String = (0..many).map(|number| format!(" xmlns:a{number}='a'")).collect();
    assert!(matches!(soon(&around(&format!("<file id='f'{bound}/>"))), Err(Refused::Malformed { .. })));
    assert_eq!(soon(&around_unit(&"<segment><source/><target order='1'/></segment>".repeat(many / 10))), Ok(()));
    assert_eq!(soon(&around_unit(&format!("<segment><source>{}</source></segment>", "&amp;".repeat(many)))), Ok(()));
    let long = format!("<a:a xmlns:a='{}'>{}</a:a>", "a".repeat(many), "<a:a b='c'/>".repeat(many));
    assert_eq!(soon(&around(&long)), Ok(()));
    assert_eq!(soon(&around_unit(&"<segment/>\n".repeat(many))), Ok(()));
    assert_eq!(soon(&around_unit(&"<!-- a -->\n<?a b?>".repeat(many))), Ok(()));
    assert!(matches!(soon(&around_unit(&"<".repeat(many))), Err(Refused::Malformed { line: 2, .. })));
}

#[test]
fn cut_at_every_byte_it_is_told() {
    let sample = sample();
    assert!(read(&sample, &Limits::default()).is_ok());
    let whole = sample.trim_ascii_end().len();
    for end in 0..whole {
        let refused = read(&sample[..end], &Limits::default()).unwrap_err();
        assert!(matches!(refused, Refused::Cut { .. } | Refused::Malformed { .. }), "{end}: {refused:?}");
    }
    let wide: Vec<u8> = String::from_utf8(sample).unwrap().encode_utf16().flat_map(u16::to_be_bytes).collect();
    for end in 0..wide.len() - 2 {
        assert!(read(&wide[..end], &Limits::default()).is_err(), "{end}");
    }
}

proptest! {
    #[test]
    fn random_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read(&bytes, &Limits::default()).is_err());
    }

    #[test]
    fn random_marks_are_read_or_refused(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "<unit id='1'>", "</unit>",
            "<segment>", "</segment>", "<source>", "</source>", "<target order='2'>",
            "</target>",
            "<ignorable>", "</ignorable>", "<mrk>", "</mrk>", "<cp hex='c'/>", "<ph/>", "a", " ", "&amp;", "&#10;",
            "<![CDATA[b]]>",
            "<!--c-->", "<a:a xmlns:a='a'>", "</a:a>", "<group>", "</group>", "<file id='2'>",
            "</file>", "<notes/>", "<!", "]]>",
        ]), 0..30),
    ) {
        let _ = read(around(&format!("<file id='1'>{}</file>", pieces.concat())).as_bytes(), &Limits::default());
        let _ = read(around_unit(&pieces.concat()).as_bytes(), &Limits::default());
    }

    #[test]
    fn changed_bytes_are_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3u8), 1..6),
    ) {
        let mut bytes = sample();
        for (at, byte, change) in changes {
            let at = at.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if let Ok(returned) = read(&bytes, &Limits::default()) {
            let units = returned.files.iter().flat_map(|file| &file.units);
            prop_assert!(units.filter_map(|unit| unit.outcome.as_ref().ok()).all(|text| !text.contains('\0')));
        }
    }
}
