//! What a file is told to be.

use renditions::{BYTES, Format, Refused, look, render};

use crate::make::*;

#[test]
fn a_format_is_told_by_the_content() {
    let pixels = corners(20, 10);
    let files = [
        (jpeg(&pixels, 20, 10), Format::Jpeg),
        (png(&pixels, 20, 10, png::ColorType::Rgb), Format::Png),
        (webp(&pixels, 20, 10, false), Format::Webp),
        (gif((20, 10), &[((0, 0), (20, 10), vec![0; 200])]), Format::Gif),
    ];
    for (file, format) in files {
        let seen = look(&file).unwrap();
        assert_eq!((seen.format, seen.width, seen.height), (format, 20, 10));
        assert_eq!(render(&file).unwrap().format, format);
    }
}

#[test]
fn a_jpeg_is_a_jpeg_whatever_its_name_says() {
    // There is no name to ask: a file called "photo.png" comes here as these bytes.
    assert_eq!(render(&jpeg(&corners(8, 8), 8, 8)).unwrap().format, Format::Jpeg);
}

#[test]
fn an_svg_renamed() {
    let plain = "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>";
    let doctype = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x\" [<!ENTITY a \"b\">]>";
    let texts = [
        plain.to_owned(),
        format!("\u{FEFF}{plain}"),
        format!(" \n\t{plain}"),
        format!("<?xml version=\"1.0\"?>\n<!-- > a comment -->\n{doctype}{plain}"),
        format!("<!doctype svg>{plain}"),
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>".to_owned(),
        "<svg/>".to_owned(),
    ];
    for text in texts {
        assert_eq!(look(text.as_bytes()), Err(Refused::Svg), "{text}");
        assert_eq!(look(&zipped(text.as_bytes())), Err(Refused::Svg), "{text}");
        let wide: Vec<u8> = [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        if !text.starts_with('\u{FEFF}') {
            assert_eq!(look(&wide), Err(Refused::Svg), "{text}");
        }
    }
}

#[test]
fn other_texts_are_no_svg() {
    for text in ["", "<", "<!--", "<!DOCTYPE html><html><svg></svg></html>", "<svgs/>", "a <svg>", "BMW", "<?xml"] {
        assert_eq!(look(text.as_bytes()), Err(Refused::NotAPicture), "{text}");
        assert_eq!(look(&zipped(text.as_bytes())), Err(Refused::NotAPicture), "{text}");
    }
}

#[test]
fn other_formats_are_told_by_name() {
    let files: [(&[u8], &str); 12] = [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "heic"),
        (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", "avif"),
        (b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "avif"),
        (b"\0\0\0\x18ftypisom\0\0\0\0isommp42", "mp4"),
        (b"II*\0\x08\0\0\0", "tiff"),
        (b"MM\0*\0\0\0\x08", "tiff"),
        (b"BM\x10\0\0\0\0\0\0\0\x36\0\0\0", "bmp"),
        (b"\0\0\x01\0\x01\0", "ico"),
        (b"%PDF-1.7", "pdf"),
        (b"\xFF\x0A\0", "jxl"),
        (b"\0\0\0\x0CjP  \r\n", "jpeg2000"),
        (b"8BPS\0\x01", "psd"),
    ];
    for (file, name) in files {
        assert_eq!(look(file), Err(Refused::OtherFormat(name)));
    }
}

#[test]
fn arithmetic_jpeg_is_another_format() {
    let mut file = jpeg(&corners(8, 8), 8, 8);
    let at = file.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    file[at + 1] = 0xC9;
    assert_eq!(look(&file), Err(Refused::OtherFormat("jpeg-other")));
}

#[test]
fn a_file_over_30_mb_is_not_looked_at() {
    let file = vec![0; BYTES as usize + 1];
    assert_eq!(look(&file), Err(Refused::TooLarge { bytes: BYTES + 1 }));
    assert_eq!(render(&file), Err(Refused::TooLarge { bytes: BYTES + 1 }));
}

#[test]
fn every_refusal_has_a_code_of_its_own() {
    let all = [
        Refused::NotAPicture,
        Refused::Svg,
        Refused::OtherFormat("heic"),
        Refused::TooLarge { bytes: 1 },
        Refused::TooManyPixels { width: 1, height: 1 },
        Refused::TooSmall { width: 0, height: 1 },
        Refused::Damaged(String::new()),
    ];
    assert_eq!(all.map(|refused| refused.code()), Refused::CODES);
}
