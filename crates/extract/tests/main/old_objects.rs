//! Workbooks, charts and presentations that stand on slides of before 2007.

use extract::samples::{self, OldObject, OldSlide};
use extract::{Format, Trouble};

use crate::extract;

fn showing(text: &str, number: u32) -> OldSlide<'_> {
    OldSlide { text, shows: Some(number), left_out: false }
}

fn deflated(file: &[u8]) -> OldObject {
    OldObject::deflated(file, file.len() as u32)
}

async fn text(slides: &[OldSlide<'_>], objects: &[OldObject]) -> Result<String, Trouble> {
    extract(&samples::old_presentation(slides, objects), Format::Ppt).await.map(|found| found.text)
}

/// The text of two slides, the first of which shows this object.
async fn text_with(object: OldObject) -> String {
    text(&[showing("First", 0), OldSlide { text: "Second", ..OldSlide::default() }], &[object]).await.unwrap()
}

#[tokio::test]
async fn of_a_workbook_on_an_old_slide_what_is_seen_is_read() {
    let window = samples::shown_xls(Some([1, 2, 1, 2]));
    for object in [OldObject::plain(&window), deflated(&window)] {
        assert_eq!(text_with(object).await, "First\nB2\tC2\nB3\tC3\u{c}Second");
    }
    // Without a window it is the sheet that is open.
    let whole = text_with(deflated(&samples::shown_xls(None))).await;
    assert!(whole.starts_with("First\nA1\tB1") && whole.ends_with("D4\u{c}Second"), "{whole}");
    assert!(!whole.contains("other"), "{whole}");
}

#[tokio::test]
async fn charts_on_old_slides_tell_their_labels() {
    for in_columns in [false, true] {
        let chart = samples::graph("Pupils", in_columns);
        assert_eq!(text_with(deflated(&chart)).await, "First\nPupils\nBoys\nGirls\nNorth\n2024\u{c}Second");
    }
}

#[tokio::test]
async fn a_sheet_that_is_a_chart_tells_its_labels() {
    let chart = samples::chart_xls("Pupils");
    assert_eq!(text_with(deflated(&chart)).await, "First\nPupils\nNorth\u{c}Second");
}

#[tokio::test]
async fn packages_on_old_slides_are_read() {
    let book = samples::wrapped_package(&samples::xlsx(&[&["City", "Tirana"]]));
    let read = text_with(deflated(&book)).await;
    assert!(read.starts_with("First\nCity\tTirana"), "{read}");
}

#[tokio::test]
async fn old_slides_on_old_slides_are_read_two_deep() {
    let mut file = samples::ppt(&["Innermost"]);
    for text in ["Inner", "Middle", "Outer"] {
        file = samples::old_presentation(&[showing(text, 0)], &[deflated(&file)]);
    }
    assert_eq!(extract(&file, Format::Ppt).await.unwrap().text, "Outer\nMiddle\nInner");
}

#[tokio::test]
async fn an_object_comes_with_the_slides_that_show_it() {
    let slides = [
        showing("First", 1),
        OldSlide { left_out: true, ..showing("Hidden", 0) },
        showing("Third", 1),
        showing("Sign", 2),
        showing("Nothing", 99),
    ];
    let chart = |title: &str| samples::graph(title, false);
    let sign = OldObject { sign: true, ..deflated(&chart("Sign of a chart")) };
    // Nobody shows the last one.
    let objects = [deflated(&chart("Secret")), deflated(&chart("Shown")), sign, deflated(&chart("Nobody's"))];
    let labels = "Shown\nBoys\nGirls\nNorth\n2024";
    let wanted = format!("First\n{labels}\u{c}\u{c}Third\n{labels}\u{c}Sign\u{c}Nothing");
    assert_eq!(text(&slides, &objects).await.unwrap(), wanted);
}

#[tokio::test]
async fn bombs_on_old_slides_cost_only_themselves() {
    let chart = samples::graph("Pupils", false);
    let large = [chart.clone(), vec![0; 40 << 20]].concat();
    let bombs = [
        // It says more than is ever read, or grows beyond what is read, or beyond what it says.
        OldObject::deflated(&chart, u32::MAX),
        OldObject::deflated(&large, large.len() as u32),
        OldObject::deflated(&large, 1_000),
        OldObject::deflated(&large, 0),
    ];
    for bomb in bombs {
        assert_eq!(text_with(bomb).await, "First\u{c}Second");
    }
}

#[tokio::test]
async fn many_large_objects_end() {
    let large = [samples::graph("Pupils", false), vec![0; 30 << 20]].concat();
    let slides: Vec<OldSlide<'_>> = (0..200).map(|_| showing("Slide", 0)).collect();
    let found = extract(&samples::old_presentation(&slides, &[deflated(&large)]), Format::Ppt).await.unwrap();
    // Each is read as often as it is shown, until the room of all is used up; that some is left out is told.
    assert_eq!((found.text.matches("Slide").count(), found.text.matches("Pupils").count()), (200, 4));
    assert!(found.cut);
}

#[tokio::test]
async fn broken_objects_on_old_slides_cost_only_themselves() {
    let other = samples::doc(&["A letter"]);
    assert!(!extract(&samples::old_presentation(&[showing("Slide", 0)], &[]), Format::Ppt).await.unwrap().cut);
    let package = samples::wrapped_package(b"PK\x03\x04 not a package");
    let garbage = OldObject { stored: b"\x20\0\0\0 is not deflated".to_vec(), deflated: true, sign: false };
    let cut = OldObject { stored: vec![1, 2], deflated: true, sign: false };
    for object in
        [OldObject::plain(b""), OldObject::plain(&other), deflated(b"neither"), deflated(&package), garbage, cut]
    {
        assert_eq!(text_with(object).await, "First\u{c}Second");
    }
}

#[tokio::test]
async fn a_wrong_byte_in_an_object_leaves_the_slides() {
    let files = [samples::graph("Pupils", false), samples::shown_xls(Some([1, 2, 1, 2]))];
    for file in files {
        for at in (0..2_600.min(file.len())).step_by(41) {
            let mut wrong = file.clone();
            wrong[at] ^= 0xff;
            let read = text_with(OldObject::plain(&wrong)).await;
            assert!(read.starts_with("First") && read.ends_with("\u{c}Second"), "{at}: {read}");
            let read = text_with(OldObject::plain(&file[..at])).await;
            assert!(read.starts_with("First") && read.ends_with("\u{c}Second"), "{at}: {read}");
        }
    }
}
