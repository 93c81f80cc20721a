//! Files that somebody made to hurt, and files that are merely broken.

use extract::{Format, Limits, Trouble, samples};

use crate::{extract, extractor, file, limits};

#[tokio::test]
async fn empty_and_mismatched_files() {
    for format in Format::ALL {
        assert!(matches!(extract(b"", format).await, Err(Trouble::Damaged(_))), "{format:?}");
    }
    let docx = samples::docx(&["Hello"]);
    for format in [Format::Pdf, Format::Odt, Format::Pptx, Format::Xlsx, Format::Rtf] {
        assert!(matches!(extract(&docx, format).await, Err(Trouble::Damaged(_))), "{format:?}");
        assert!(matches!(extract(b"just words", format).await, Err(Trouble::Damaged(_))), "{format:?}");
    }
}

#[tokio::test]
async fn truncated_files_end_well() {
    for (format, bytes) in [
        (Format::Pdf, samples::pdf(&["Hello there"])),
        (Format::Docx, samples::docx(&["Hello there"])),
        (Format::Odt, samples::odt(&["Hello there"])),
        (Format::Rtf, samples::rtf(&["Hello there"])),
    ] {
        for part in [1, 10, 60, 90, 99] {
            let answer = extract(&bytes[..(bytes.len() * part / 100).max(8)], format).await;
            assert!(matches!(answer, Ok(_) | Err(Trouble::Damaged(_))), "{format:?} {part} % {answer:?}");
        }
    }
    let docx = samples::docx(&["Hello there"]);
    assert!(matches!(extract(&docx[..docx.len() / 2], Format::Docx).await, Err(Trouble::Damaged(_))));
}

#[tokio::test]
async fn passwords() {
    assert_eq!(extract(&samples::encrypted_pdf(), Format::Pdf).await, Err(Trouble::Encrypted));
    for format in [Format::Docx, Format::Pptx, Format::Xlsx, Format::Xlsb] {
        assert_eq!(extract(&samples::encrypted_office(), format).await, Err(Trouble::Encrypted), "{format:?}");
    }
    for format in [Format::Doc, Format::Ppt, Format::Xls] {
        assert_eq!(extract(&samples::locked_package(), format).await, Err(Trouble::Encrypted), "{format:?}");
    }
    assert_eq!(extract(&samples::locked_doc(), Format::Doc).await, Err(Trouble::Encrypted));
    // What cannot be decrypted for another reason is locked too; where only attachments are, the pages are read.
    let headless = String::from_utf8_lossy(&samples::encrypted_pdf()).replace("/ID[", "/XX[").into_bytes();
    assert_eq!(extract(&headless, Format::Pdf).await, Err(Trouble::Encrypted));
    assert_eq!(extract(&samples::locked_attachment_pdf(), Format::Pdf).await.unwrap().text, "Open page");
}

#[tokio::test]
async fn changed_bytes_in_every_format() {
    let rows: [&[&str]; 2] = [&["City", "People"], &["Tirana", "557422"]];
    let samples: [(Format, Vec<u8>); 12] = [
        (Format::Pdf, samples::pdf(&["Hello there", "Добрый день"])),
        (Format::Docx, samples::docx(&["Hello there"])),
        (Format::Pptx, samples::pptx(&["Hello", "there"])),
        (Format::Xlsx, samples::xlsx(&rows)),
        (Format::Odt, samples::odt(&["Hello there"])),
        (Format::Ods, samples::ods(&rows)),
        (Format::Rtf, samples::rtf(&["Hello there", "Добрый день"])),
        (Format::Html, samples::html("Hello", &["there"])),
        (Format::Doc, samples::doc(&["Hello there"])),
        (Format::Ppt, samples::ppt(&["Hello", "there"])),
        (Format::Xls, samples::xls(&rows)),
        (Format::Xlsb, samples::xlsb(&["Hello", "there"])),
    ];
    let mut seed = 11u64;
    let mut random = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize
    };
    for (format, bytes) in samples {
        for _ in 0..16 {
            let mut changed = bytes.clone();
            for _ in 0..1 + random() % 8 {
                let at = random() % changed.len();
                changed[at] = random() as u8;
            }
            let answer = extract(&changed, format).await;
            // A crash of a reader is contained, but ours do not crash; `Crashed` is left to the crate that reads XLSB.
            let is_well = match &answer {
                Ok(_) | Err(Trouble::Damaged(_) | Trouble::TooLarge | Trouble::Encrypted) => true,
                Err(Trouble::Crashed(_) | Trouble::OutOfMemory) => format == Format::Xlsb,
                Err(_) => false,
            };
            assert!(is_well, "{format:?} {answer:?}");
        }
    }
}

#[tokio::test]
async fn zip_bombs() {
    let bomb = samples::zip_bomb_docx();
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(extract(&bomb, Format::Docx).await, Err(Trouble::TooLarge));
    assert_eq!(extract(&samples::many_entries_docx(), Format::Docx).await, Err(Trouble::TooLarge));
}

#[tokio::test]
async fn xml_bombs() {
    assert!(matches!(extract(&samples::doctype_docx(), Format::Docx).await, Err(Trouble::Damaged(_))));
    assert_eq!(extract(&samples::deep_docx(), Format::Docx).await, Err(Trouble::TooLarge));
}

#[tokio::test]
async fn a_pdf_that_inflates_without_end() {
    let bomb = samples::inflating_pdf();
    assert!(bomb.len() < 4 << 20, "{}", bomb.len());
    // Whichever limit is met first; what counts is that one is.
    let answer = extract(&bomb, Format::Pdf).await;
    assert!(matches!(answer, Err(Trouble::OutOfMemory | Trouble::TooSlow | Trouble::TooLarge)), "{answer:?}");
}

#[tokio::test]
async fn pdfs_that_loop_or_nest() {
    // The form draws itself 2^depth times: the child gives up after half of its time, and keeps what it has heard.
    let short = Limits { cpu_seconds: 4, ..limits() };
    let found = extractor(short).extract(file(&samples::looping_pdf()), Format::Pdf).await.unwrap();
    assert_eq!((found.text.as_str(), found.pages), ("Still here", Some(1)));
    let answer = extract(&samples::deep_pdf(), Format::Pdf).await;
    assert!(matches!(answer, Ok(_) | Err(Trouble::Crashed(_) | Trouble::TooSlow | Trouble::Damaged(_))), "{answer:?}");
}

#[tokio::test]
async fn a_file_over_the_limit_is_not_read() {
    let small = Limits { input: 100, ..limits() };
    let answer = extractor(small).extract(file(&[b'x'; 101]), Format::Txt).await;
    assert_eq!(answer, Err(Trouble::TooLarge));
}

#[tokio::test]
async fn rubbish_in_every_format() {
    // Not random: a failing test must fail again.
    let mut seed = 7u64;
    let rubbish: Vec<u8> = std::iter::repeat_with(|| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 56) as u8
    })
    .take(20_000)
    .collect();
    for (format, head) in [
        (Format::Pdf, &b"%PDF-1.7\n"[..]),
        (Format::Docx, b"PK\x03\x04"),
        (Format::Rtf, b"{\\rtf1"),
        (Format::Html, b"<p>"),
        (Format::Txt, b""),
    ] {
        let answer = extract(&[head, &rubbish].concat(), format).await;
        assert!(matches!(answer, Ok(_) | Err(Trouble::Damaged(_))), "{format:?} {answer:?}");
    }
}
