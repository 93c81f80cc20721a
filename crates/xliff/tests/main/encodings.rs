//! The encodings that tools write.

use crate::common::around_unit;
use xliff::{Limits, Refused, read};

fn utf_16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units: Vec<u16> = mark.encode_utf16().chain(text.encode_utf16()).collect();
    units.into_iter().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

fn sample(encoding: &str) -> String {
    let declared = format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>");
    around_unit("<segment><source>é</source><target>ع🌍</target></segment>")
        .replace("<?xml version=\"1.0\"?>", &declared)
}

fn target(bytes: &[u8]) -> String {
    read(bytes, &Limits::default()).unwrap().files.remove(0).units.remove(0).outcome.unwrap()
}

#[test]
fn utf_8_and_utf_16_are_read() {
    for little in [true, false] {
        for mark in [true, false] {
            assert_eq!(target(&utf_16(&sample("UTF-16"), little, mark)), "ع🌍", "{little} {mark}");
        }
    }
    assert_eq!(target(sample("utf-8").as_bytes()), "ع🌍");
    assert_eq!(target(format!("\u{feff}{}", sample("UTF-8")).as_bytes()), "ع🌍");
    assert_eq!(target(sample("utf-16").as_bytes()), "ع🌍", "programs say so of UTF-8");
    assert_eq!(target(&utf_16(&sample("utf-8"), true, true)), "ع🌍");
}

#[test]
fn others_are_refused_by_name() {
    let refused = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err();
    let named = |name: &str| Refused::Encoding { name: name.into() };
    assert_eq!(refused(sample("ISO-8859-1").as_bytes()), named("ISO-8859-1"));
    let latin: Vec<u8> = b"<?xml version='1.0' encoding='windows-1252'?><a>\xe9</a>".into();
    assert_eq!(refused(&latin), named("windows-1252"));
    assert_eq!(refused(&utf_16(&sample("UCS-2"), true, true)), named("UCS-2"));
    assert_eq!(refused(&[0xff, 0xfe, 0, 0, b'<', 0, 0, 0]), named("UTF-32"));
    assert!(matches!(refused(b"<a>\n\xe9</a>"), Refused::Malformed { line: 2, .. }));
    assert_eq!(refused(b"<a>\n\xc3"), Refused::Cut { line: 2 });
    let lone: Vec<u8> = [&utf_16("<a>\n", true, true)[..], &[0, 0xd8, b'<', 0]].concat();
    assert!(matches!(refused(&lone), Refused::Malformed { line: 2, .. }));
    let odd: Vec<u8> = [&utf_16(&sample("UTF-16"), false, true)[..], b"<"].concat();
    assert_eq!(refused(&odd), Refused::Cut { line: 2 });
}
