//! What tools make of a file, and what is read of it.

use crate::common::{around, around_unit, document, read_text, read_unit, translated, unit};
use xliff::{Limits, State, UnitTrouble, read, write};

/// Foreign namespaces, declared.
const FOREIGN: &str = "xmlns:mq=\"http://memoq.example/\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" \
                       xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"";

#[test]
fn a_unit_is_its_segments_and_what_lies_between() {
    let file = write(&document(vec![unit("title", "One"), unit("body", "One.\n\nTwo <b> & three.\n")])).unwrap();
    let office = |source: &str| source.replace("One", "Un").replace("Two", "Deux").replace("three", "trois");
    let returned = read(&translated(&file, office), &Limits::default()).unwrap();
    let body = &returned.files[0].units[1];
    assert_eq!(body.source, "One.\n\nTwo <b> & three.\n");
    assert_eq!(body.outcome.as_deref(), Ok("Un.\n\nDeux <b> & trois.\n"));
    assert_eq!((body.line, body.state), (7, State::Initial));
}

#[test]
fn changed_ids_are_the_callers_to_know() {
    let returned = read_text(&around(
        "<file id=' other '><unit id='x1'><segment id='whatever'><source>a</source><target>b</target></segment>\
         </unit></file>",
    ))
    .unwrap();
    assert_eq!((&*returned.files[0].id, &*returned.files[0].units[0].id), ("other", "x1"));
    assert_eq!(returned.files[0].original, "");
}

#[test]
fn the_namespace_counts_and_not_the_prefix() {
    let text = format!(
        "<x:xliff xmlns:x='urn:oasis:names:tc:xliff:document:2.0' xmlns='urn:other' {FOREIGN} version='2.0' srcLang='en' \
         trgLang='fr'>\
         <unit>no</unit><x:file id='f'><mda:metadata><x:unit id='no'/></mda:metadata>\
         <x:unit id='u'><unit id='u'/><mtc:matches><mtc:match><x:source>no</x:source>\
         <x:target>no</x:target></mtc:match></mtc:matches>\
         <x:segment mq:status='2'><x:source>a<target>no</target>b</x:source><target>no</target>\
         <x:target>c<mq:x>no</mq:x>d</x:target>\
         </x:segment></x:unit></x:file></x:xliff>"
    );
    let returned = read_text(&text).unwrap();
    assert_eq!(returned.files.len(), 1);
    assert_eq!(returned.files[0].units.len(), 1);
    let unit = &returned.files[0].units[0];
    assert_eq!((&*unit.source, unit.outcome.as_deref()), ("ab", Ok("cd")));
}

#[test]
fn groups_are_walked_through_and_the_rest_is_passed_over() {
    let one =
        |id: &str| format!("<unit id='{id}'><segment><source>{id}</source><target>{id}</target></segment></unit>");
    let text = around(&format!(
        "<file id='f'><skeleton><a xmlns='urn:a'>text</a></skeleton><notes><note>text</note></notes>{}\
         <group id='g'><notes><note>n</note></notes><group>{}</group>{}</group></file>",
        one("a"),
        one("b"),
        one("c")
    ));
    let ids: Vec<_> = read_text(&text).unwrap().files.remove(0).units.into_iter().map(|unit| unit.id).collect();
    assert_eq!(ids, ["a", "b", "c"]);
}

#[test]
fn a_tool_may_merge_and_divide_segments() {
    let merged =
        read_unit("<segment state='final'><source>One.\n\nTwo.</source><target>Un.\n\nDeux.</target></segment>");
    assert_eq!((&*merged.source, merged.outcome.as_deref()), ("One.\n\nTwo.", Ok("Un.\n\nDeux.")));
    let divided = read_unit(
        "<segment id='1' state='reviewed'><source>One.</source><target>Un.</target></segment>\n\
         <ignorable><source> </source><target>\u{a0}</target></ignorable>\
         <segment id='2' state='translated'><source>Two.</source><target>Deux.</target></segment>\
         <segment><source> </source></segment><ignorable><source>\n</source></ignorable>",
    );
    assert_eq!((&*divided.source, divided.outcome.as_deref()), ("One. Two. \n", Ok("Un.\u{a0}Deux. \n")));
    assert_eq!(divided.state, State::Translated);
    assert!(divided.finished());
}

#[test]
fn marks_are_dropped_and_what_they_mark_stays() {
    let unit = read_unit(
        "<segment><source>a <mrk id='m1' type='term'>b</mrk> c</source>\
         <target><mrk id='m1' type='term' ref='#x'>B <pc id='1'><mrk id='m2' translate='no'>d</mrk></pc></mrk><sm id='m3'/>\
         <!-- c --><?pi x?>e<em startRef='m3'/><![CDATA[<f> & &amp;]]>&#x67;&lt;</target></segment>",
    );
    assert_eq!((&*unit.source, unit.outcome.as_deref()), ("a b c", Ok("B de<f> & &amp;g<")));
}

#[test]
fn codes_that_no_text_of_ours_has_are_told() {
    for name in ["ph", "sc", "ec"] {
        let unit = read_unit(&format!("<segment><source>a</source><target>b\n<{name} id='1'/></target></segment>"));
        assert_eq!(unit.outcome, Err(UnitTrouble::ForeignCode { line: 3, name }));
    }
}

#[test]
fn characters_that_xml_cannot_hold_have_a_number() {
    let target = |hex: &str| {
        read_unit(&format!("<segment><source>a</source><target>b<cp hex='{hex}'/></target></segment>")).outcome
    };
    assert_eq!(target("000C"), Ok("b\u{c}".into()));
    assert_eq!(target("fffe"), Ok("b\u{fffe}".into()));
    for hex in ["0000", "D800", "dfff", "110000", "+0C", "", "12345678901", "xyz"] {
        assert_eq!(target(hex), Err(UnitTrouble::Character { line: 2, hex: hex.into() }), "{hex}");
    }
}

#[test]
fn targets_stand_in_their_own_order() {
    let ordered = |orders: [&str; 3]| {
        let [a, b, c] = orders.map(|order| if order.is_empty() { String::new() } else { format!(" order='{order}'") });
        read_unit(&format!(
            "<segment><source>A.</source><target{a}>a.</target></segment><ignorable><source> </source></ignorable>\
             <segment><source>B.</source><target{b}>b.</target></segment><ignorable><source>-</source></ignorable>\
             <segment><source>C.</source><target{c}>c.</target></segment>"
        ))
        .outcome
    };
    assert_eq!(ordered(["5", "1", "3"]).as_deref(), Ok("b. c.-a."));
    assert_eq!(ordered(["5", "", "1"]).as_deref(), Ok("c. b.-a."));
    assert_eq!(ordered(["", "", ""]).as_deref(), Ok("a. b.-c."));
    for wrong in [
        ["5", "", ""],
        ["0", "", ""],
        ["6", "", ""],
        ["x", "", ""],
        ["-1", "", ""],
        ["99999999999999999999999", "", ""],
    ] {
        assert!(matches!(ordered(wrong), Err(UnitTrouble::Order { line: 2 })), "{wrong:?}");
    }
}

#[test]
fn untranslated_segments_are_counted() {
    let unit = read_unit(
        "<segment state='final'><source>a</source><target>b</target></segment>\
         <segment state='final'><source>c</source></segment>\
         <segment state='final'><source>d</source><target> </target></segment><segment><source> </source></segment>",
    );
    assert_eq!(unit.outcome, Err(UnitTrouble::Incomplete { missing: 2, segments: 3 }));
    assert_eq!((&*unit.source, unit.state), ("acd ", State::Final));
}

#[test]
fn one_wrong_unit_leaves_the_others() {
    let wrong = [
        ("", UnitTrouble::NoSource { line: 2 }),
        ("<ignorable><source> </source></ignorable>", UnitTrouble::NoSource { line: 2 }),
        ("<segment><target>a</target></segment>", UnitTrouble::NoSource { line: 2 }),
        ("words", UnitTrouble::Stray { line: 2 }),
        ("<segment>words<source>a</source></segment>", UnitTrouble::Stray { line: 2 }),
        ("<segment><source>a<sm id='1'>b</sm></source></segment>", UnitTrouble::Stray { line: 2 }),
        ("<unit id='v'/>", UnitTrouble::Misplaced { line: 2, name: "unit".into() }),
        ("<segment><source/><source/></segment>", UnitTrouble::Misplaced { line: 2, name: "source".into() }),
        ("<segment><source><g/></source></segment>", UnitTrouble::Misplaced { line: 2, name: "g".into() }),
        (
            "<segment><source><cp hex='0C'><sm/></cp></source></segment>",
            UnitTrouble::Misplaced { line: 2, name: "sm".into() },
        ),
    ];
    for (content, trouble) in wrong {
        let right = "<unit id='right'><segment><source>a</source><target>b</target></segment></unit>";
        let text = around(&format!("<file id='f'><unit id='u'>{content}</unit>{right}</file>"));
        let units = read_text(&text).unwrap().files.remove(0).units;
        assert_eq!(units[0].outcome, Err(trouble), "{content}");
        assert_eq!(units[1].outcome.as_deref(), Ok("b"), "{content}");
    }
}

#[test]
fn a_unit_of_too_much_text_is_told() {
    let limits = Limits { unit_bytes: 10, ..Limits::default() };
    let outcome = |source: &str, target: &str| {
        let text = around_unit(&format!("<segment><source>{source}</source><target>{target}</target></segment>"));
        read(text.as_bytes(), &limits).unwrap().files.remove(0).units.remove(0).outcome
    };
    assert_eq!(outcome("0123456789", "0123456789").as_deref(), Ok("0123456789"));
    assert_eq!(outcome("a", "01234567&amp;9é"), Err(UnitTrouble::TooLong { line: 2, limit: 10 }));
}
