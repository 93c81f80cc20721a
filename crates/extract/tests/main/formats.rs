//! Each format, made in code, comes back as its text.

use extract::{Format, PAGE_BREAK, THUMBNAIL_BYTES, samples};

use crate::extract;

const ENGLISH: &str = "The city council met on Monday to discuss how young people can be protected from hatred.";
const FRENCH: &str = "Le conseil municipal s’est réuni lundi pour protéger les jeunes de la haine et de la violence.";
const ARABIC: &str = "اجتمع مجلس المدينة يوم الاثنين لمناقشة حماية الشباب من الكراهية";
const BANGLA: &str = "সোমবার সিটি কাউন্সিলের সভায় তরুণদের সুরক্ষা নিয়ে আলোচনা হয়েছে";
const URDU: &str = "شہر کی کونسل نے پیر کو نوجوانوں کے تحفظ پر بات چیت کی ہے";
const RUSSIAN: &str = "Городской совет собрался в понедельник, чтобы обсудить защиту молодёжи от ненависти.";

const LINES: [&str; 4] = ["A plan & a <title>", ENGLISH, ARABIC, "2024: 3.5 %"];

/// The same words in the same order, whatever is between them.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).collect()
}

#[tokio::test]
async fn documents() {
    let made: [(Format, Vec<u8>); 5] = [
        (Format::Docx, samples::docx(&LINES)),
        (Format::Odt, samples::odt(&LINES)),
        (Format::Rtf, samples::rtf(&LINES)),
        (Format::Html, samples::html(LINES[0], &LINES)),
        (Format::Txt, samples::txt(&LINES)),
    ];
    for (format, bytes) in made {
        assert_eq!(Format::sniff(&format!("file.{}", format.code()), &bytes), Some(format));
        let found = extract(&bytes, format).await.unwrap();
        assert_eq!(words(&found.text), words(&LINES.join(" ")), "{format:?}");
        let stated = if format == Format::Txt { None } else { Some(LINES[0]) };
        assert_eq!(found.title.as_deref(), stated, "{format:?}");
        let pages = if matches!(format, Format::Docx | Format::Odt) { Some(1) } else { None };
        assert_eq!(found.pages, pages, "{format:?}");
        assert!(!found.no_text && !found.cut && found.thumbnail.is_none(), "{format:?}");
    }
}

#[tokio::test]
async fn presentations_keep_the_order_of_slides() {
    let slides = ["First\nsecond line", ARABIC, "Third"];
    for (format, bytes) in [(Format::Pptx, samples::pptx(&slides)), (Format::Odp, samples::odp(&slides))] {
        let found = extract(&bytes, format).await.unwrap();
        let pages: Vec<&str> = found.text.split(PAGE_BREAK).map(str::trim).collect();
        assert_eq!(pages, ["First\nsecond line", ARABIC, "Third"], "{format:?}");
        assert_eq!((found.pages, found.title.as_deref()), (Some(3), Some("First")), "{format:?}");
    }
}

#[tokio::test]
async fn spreadsheets_keep_rows_and_numbers() {
    let rows: [&[&str]; 3] = [&["City", "People"], &["Tirana", "557422"], &["بيروت", "1.5"]];
    for (format, bytes) in [(Format::Xlsx, samples::xlsx(&rows)), (Format::Ods, samples::ods(&rows))] {
        let found = extract(&bytes, format).await.unwrap();
        assert_eq!(found.text, "Sheet1\nCity\tPeople\nTirana\t557422\nبيروت\t1.5", "{format:?}");
        assert_eq!((found.pages, found.title.as_deref()), (None, Some("City")), "{format:?}");
    }
}

#[tokio::test]
async fn a_pdf_in_any_script() {
    let mixed = format!("{ARABIC}\nعام 2024 في مدينة بيروت");
    let pages = [ENGLISH, FRENCH, mixed.as_str(), BANGLA, URDU, RUSSIAN];
    let found = extract(&samples::pdf(&pages), Format::Pdf).await.unwrap();
    let read: Vec<&str> = found.text.split(PAGE_BREAK).collect();
    assert_eq!(read.len(), pages.len());
    for (read, page) in read.iter().zip(pages) {
        assert_eq!(words(read), words(page));
    }
    assert_eq!(found.pages, Some(6));
    assert_eq!(found.title.as_deref(), Some(ENGLISH));
    let picture = found.thumbnail.unwrap();
    assert!(picture.len() <= THUMBNAIL_BYTES && picture.starts_with(&[0xff, 0xd8, 0xff]), "{}", picture.len());
}

#[tokio::test]
async fn a_page_without_text_says_so() {
    let found = extract(&samples::empty_pdf(), Format::Pdf).await.unwrap();
    assert!(found.no_text);
    assert_eq!((found.text.as_str(), found.pages, found.language, found.thumbnail), ("", Some(1), None, None));
}

#[tokio::test]
async fn plain_text_in_old_encodings() {
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(ARABIC.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (windows, _, _) = encoding_rs::WINDOWS_1256.encode(ARABIC);
    for bytes in [utf16, windows.into_owned()] {
        assert_eq!(Format::sniff("a.txt", &bytes), Some(Format::Txt));
        let found = extract(&bytes, Format::Txt).await.unwrap();
        assert_eq!((found.text.as_str(), found.language.as_deref()), (ARABIC, Some("ar")));
    }
}

#[tokio::test]
async fn languages() {
    for (text, wanted) in
        [(ENGLISH, "en"), (FRENCH, "fr"), (ARABIC, "ar"), (BANGLA, "bn"), (URDU, "ur"), (RUSSIAN, "ru")]
    {
        for (format, bytes) in [(Format::Docx, samples::docx(&[text])), (Format::Pdf, samples::pdf(&[text]))] {
            let found = extract(&bytes, format).await.unwrap();
            assert_eq!(found.language.as_deref(), Some(wanted), "{format:?}");
        }
        assert_eq!(extract::detect_language(text), Some(wanted));
    }
}

#[tokio::test]
async fn long_text_is_cut_at_the_limit() {
    let limits = extract::Limits { text: 1_000, ..crate::limits() };
    let line = "0123456789 ".repeat(500);
    let found = crate::extractor(limits).extract(crate::file(&samples::docx(&[&line])), Format::Docx).await.unwrap();
    assert!(found.cut && found.text.len() <= 1_000 && found.text.len() > 900);
}
