//! What is refused whole, and how it is told.

use crate::common::{around, around_unit, read_text, refused};
use xliff::{Limits, Refused, read};

#[test]
fn older_versions_are_told_by_number() {
    let root = |root: &str| refused(&format!("<{root} srcLang='en' trgLang='fr'/>"));
    let version = |version: &str| Refused::Version { version: version.into() };
    assert_eq!(root("xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'"), version("1.2"));
    assert_eq!(root("x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:1.1'"), version("1.1"));
    assert_eq!(root("xliff version='1.0'"), version("1.0"));
    assert_eq!(root("xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='3.0'"), version("3.0"));
    assert_eq!(root("xliff xmlns='urn:oasis:names:tc:xliff:document:2.0'"), version(""));
    assert_eq!(root("xliff xmlns='urn:oasis:names:tc:xliff:document:3.0' version='3.0'"), version("3.0"));
    for read in ["2.0' version='2.0", "2.0' version='2.1", "2.2' version='2.2"] {
        let text = format!("<xliff xmlns='urn:oasis:names:tc:xliff:document:{read}' srcLang='en' trgLang='fr'/>");
        assert!(read_text(&text).unwrap().files.is_empty(), "{read}");
    }
}

#[test]
fn other_files_are_told() {
    assert_eq!(refused("<html/>"), Refused::NotXliff { name: "html".into(), namespace: String::new() });
    let other = refused("<xliff xmlns='urn:a' version='2.1'/>");
    assert_eq!(other, Refused::NotXliff { name: "xliff".into(), namespace: "urn:a".into() });
    assert!(matches!(refused("source,target\n"), Refused::Malformed { line: 1, .. }));
    assert!(matches!(read(b"PK\x03\x04\x14\0\0", &Limits::default()), Err(Refused::Malformed { line: 1, .. })));
    assert_eq!(refused(""), Refused::Cut { line: 1 });
}

#[test]
fn languages_are_asked_for() {
    let root =
        |langs: &str| refused(&format!("<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' {langs}/>"));
    assert_eq!(root("trgLang='fr'"), Refused::NoLanguage { attribute: "srcLang" });
    assert_eq!(root("srcLang='en'"), Refused::NoLanguage { attribute: "trgLang" });
    assert_eq!(root("srcLang='en' trgLang=' '"), Refused::NoLanguage { attribute: "trgLang" });
}

#[test]
fn ids_stand_once() {
    let unit = "<unit id='u'/>";
    assert_eq!(refused(&around("<file id='f'/>\n<file id='f'/>")), Refused::DuplicateFile { line: 3, id: "f".into() });
    let twice = refused(&around(&format!("<file id='f'>{unit}<group>\n{unit}</group></file>")));
    assert_eq!(twice, Refused::DuplicateUnit { line: 3, file: "f".into(), id: "u".into() });
    assert!(read_text(&around(&format!("<file id='f'>{unit}</file><file id='g'>{unit}</file>"))).is_ok());
    assert_eq!(refused(&around("<file/>")), Refused::NoId { line: 2, element: "file" });
    assert_eq!(refused(&around("<file id='f'><unit id=''/></file>")), Refused::NoId { line: 2, element: "unit" });
}

#[test]
fn limits_are_told() {
    let limits = Limits { bytes: 400, files: 2, units: 3, depth: 8, unit_bytes: 10 };
    let with = |content: &str| read(around(content).as_bytes(), &limits).map(|_| ());
    assert_eq!(with("<file id='1'/><file id='2'/>"), Ok(()));
    assert_eq!(with("<file id='1'/><file id='2'/><file id='3'/>"), Err(Refused::TooManyFiles { limit: 2 }));
    let file = |id: usize, units: &[usize]| {
        let units: String = units.iter().map(|unit| format!("<unit id='{unit}'/>")).collect();
        format!("<file id='{id}'>{units}</file>")
    };
    assert_eq!(with(&(file(1, &[1, 2]) + &file(2, &[1]))), Ok(()));
    assert_eq!(with(&(file(1, &[1, 2]) + &file(2, &[1, 2]))), Err(Refused::TooManyUnits { limit: 3 }));
    let deep = |depth: usize| format!("{}{}", "<a:a xmlns:a='a'>".repeat(depth), "</a:a>".repeat(depth));
    assert_eq!(with(&deep(7)), Ok(()));
    assert_eq!(with(&deep(8)), Err(Refused::TooDeep { line: 2, limit: 8 }));
    assert_eq!(read(&[b' '; 401], &limits), Err(Refused::TooLarge { bytes: 401, limit: 400 }));
}

#[test]
fn what_is_not_well_formed_is_told_with_its_line() {
    let wrong = [
        "<segment>\n<source>a</target></segment>",
        "<segment>\n<source>a & b</source></segment>",
        "<segment>\n<source>a < b</source></segment>",
        "<segment>\n<source>]]></source></segment>",
        "<segment>\n<source>&#0;</source></segment>",
        "<segment>\n<source>&#xC;</source></segment>",
        "<segment>\n<source>&#xD800;</source></segment>",
        "<segment>\n<source>\u{c}</source></segment>",
        "<segment>\n<source a='1' a='2'/></segment>",
        "<segment>\n<source a='<'/></segment>",
        "<segment>\n<source a='&#1;'/></segment>",
        "<segment>\n<source a=1/></segment>",
        "<segment>\n<source a/></segment>",
        "<segment>\n<x:source/></segment>",
        "<segment>\n<source x:a=''/></segment>",
        "<segment>\n<1/></segment>",
        "<segment>\n<!-- -- --></segment>",
        "<segment>\n<?xml version='1.0'?></segment>",
        "<segment>\n<!ELEMENT a></segment>",
    ];
    for content in wrong {
        let refused = refused(&around_unit(content));
        assert!(matches!(refused, Refused::Malformed { line: 3, .. }), "{content}: {refused:?}");
        assert_eq!(refused.line(), Some(3));
    }
    for (before, behind) in [("a", ""), (" ", ""), ("", "a"), ("", "<a/>"), ("", "&amp;"), ("", "<![CDATA[ ]]>")] {
        let text = format!("{before}{}{behind}", around(""));
        assert!(matches!(refused(&text), Refused::Malformed { .. }), "{text}");
    }
    assert!(read_text(&format!("{}\n<!-- a --><?b c?>\n", around(""))).is_ok());
    assert!(matches!(refused(&around("").replace("1.0", "1.1")), Refused::Malformed { line: 1, .. }));
}

#[test]
fn what_stands_outside_of_units_is_told() {
    assert_eq!(refused(&around("\nwords")), Refused::Stray { line: 2 });
    assert_eq!(refused(&around("<file id='f'>&#97;</file>")), Refused::Stray { line: 2 });
    assert_eq!(refused(&around("<unit id='u'/>")), Refused::Misplaced { line: 2, name: "unit".into() });
    let long = format!("<file id='f'><{}/></file>", "a".repeat(1000));
    assert_eq!(refused(&around(&long)), Refused::Misplaced { line: 2, name: "a".repeat(Refused::WORD) });
}
