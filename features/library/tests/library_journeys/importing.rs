//! Bringing in an existing collection.

use std::path::Path;

use extract::samples;
use library::import::{Import, read_manifest};
use testkit::{Engine, TestHub, Upload, Who, both_engines};

both_engines!(
    good_rows_go_in_and_bad_ones_are_told,
    a_second_run_brings_nothing,
    a_manifest_without_its_columns_is_refused,
    a_row_that_says_something_else_of_a_file_is_told,
    a_manifest_is_read_as_office_programs_write_it,
    files_are_found_as_other_systems_name_them,
    a_dry_run_says_what_would_be_and_keeps_nothing,
    what_is_wrong_with_a_file_is_said_as_the_form_says_it,
    a_name_from_a_mac_is_kept_and_offered_composed
);

const MANIFEST: &str = "\u{feff}file,title,abstract,city,type,themes,year,language,access
one.txt,First,About it,diffa,guide,counter-narratives;alternative-narratives,2020,en,public
two.pdf,Second,,,,,,,
missing.txt,Third,,,,,,,
../outside.txt,Fourth,,,,,,,
one.txt,,,,,,,,
three.txt,Fifth,,atlantis,,,,,
three.txt,Sixth,,,,,,,city
three.txt,Seventh,,,,atlantis,,,
three.txt,Eighth,,,,,1066,,
empty.txt,Ninth,,,,,,,
three.txt,Tenth,,,,,,,secret
three.txt,Eleventh,,diffa,,,,,city
three.txt,Twelfth,a,b,c,d,e,f,g,h,i
";

fn write(folder: &Path) {
    let files = folder.join("files");
    std::fs::create_dir_all(&files).expect("a folder");
    let put = |name: &str, bytes: &[u8]| std::fs::write(files.join(name), bytes).expect("a file");
    put("one.txt", &samples::txt(&["The kingfisher clause of the first."]));
    put("two.pdf", &samples::pdf(&["La clause du héron est dans le deuxième document de la collection."]));
    put("three.txt", &samples::txt(&["The own of the city."]));
    put("empty.txt", b"");
    std::fs::write(folder.join("outside.txt"), "outside of the folder").expect("a file");
    std::fs::write(folder.join("manifest.csv"), MANIFEST).expect("a manifest");
}

fn import<'a>(hub: &'a TestHub, files: &'a Path) -> Import<'a> {
    Import {
        db: &hub.hub.db,
        blobs: &hub.hub.blobs,
        network: &hub.hub.network,
        words: &hub.hub.words,
        folder: files,
        owner: &base::Actor::System,
        upload_bytes: 50_000_000,
    }
}

/// Runs the import: how many came in, how many were there, and the bad lines.
async fn run(hub: &TestHub, folder: &Path) -> (usize, usize, Vec<(u64, String)>) {
    let files = folder.join("files");
    let import = import(hub, &files);
    let (mut new, mut known, mut bad) = (0, 0, Vec::new());
    for row in read_manifest(&folder.join("manifest.csv")).expect("the manifest is read").rows {
        match import.take(row).await {
            (_, Ok(true)) => new += 1,
            (_, Ok(false)) => known += 1,
            (line, Err(reason)) => bad.push((line, reason)),
        }
    }
    hub.settle().await;
    (new, known, bad)
}

async fn good_rows_go_in_and_bad_ones_are_told(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    write(folder.path());
    let (new, known, bad) = run(&hub, folder.path()).await;
    assert_eq!((new, known), (3, 0), "{bad:?}");
    assert_eq!(bad.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5, 6, 7, 8, 9, 10, 11, 12, 14], "{bad:?}");
    for (line, word) in [
        (4, "missing.txt"),
        (5, "not in the folder"),
        (6, "title"),
        (7, "atlantis"),
        (8, "city"),
        (9, "themes"),
        (10, "year"),
        (11, "empty"),
        (12, "access"),
        (14, "cells"),
    ] {
        let reason = &bad.iter().find(|(own, _)| *own == line).expect("a reason").1;
        assert!(reason.contains(word), "line {line}: {reason}");
    }
    let visitor = hub.visitor();
    visitor.get("/en/library?q=kingfisher").await.is(200).shows("First");
    visitor.get("/en/library").await.is(200).shows("One document").hides("Second").hides("Eleventh");
    let lead = hub.signed_in(Who::CityLead).await;
    lead.get("/en/library").await.is(200).shows("3 documents").shows("Eleventh");
    lead.get("/en/library?language=fr").await.is(200).shows("Second");
    hub.signed_in(Who::Administrator).await.get("/en/library").await.is(200).shows("2 documents").hides("Eleventh");
}

async fn a_second_run_brings_nothing(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    write(folder.path());
    run(&hub, folder.path()).await;
    let (new, known, _) = run(&hub, folder.path()).await;
    assert_eq!((new, known), (0, 3));
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 3);
}

async fn a_manifest_without_its_columns_is_refused(engine: Engine) {
    let _ = engine;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("m.csv");
    for (text, named) in [
        ("name,title\na,b\n", "`file`"),
        ("file,name\na,b\n", "`title`"),
        ("", "`file`"),
        ("file,title,acess\na,b,city\n", "`acess` is not known; the columns are file, title,"),
        ("file|title\na|b\n", "`file`"),
        ("file,title,city,City\na,b,,\n", "`city` is there twice"),
    ] {
        std::fs::write(&path, text).expect("a manifest");
        let fail = read_manifest(&path).err().expect("it is refused").to_string();
        assert!(fail.contains(named), "{fail}");
    }
    assert!(read_manifest(&folder.path().join("nowhere.csv")).is_err());
    std::fs::write(&path, "file,title\na.txt,\u{fffd}\nb.txt,fine\n").expect("a manifest");
    let rows = read_manifest(&path).expect("it is read").rows;
    assert_eq!(rows.len(), 2, "a line that cannot be read is a bad row, not the end");
}

const REPEATS: &str = "file,title,city
same.txt,First,
copy.txt,Second,
same.txt,First,
same.txt,First,diffa
";

async fn a_row_that_says_something_else_of_a_file_is_told(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    let files = folder.path().join("files");
    std::fs::create_dir_all(&files).expect("a folder");
    for name in ["same.txt", "copy.txt"] {
        std::fs::write(files.join(name), samples::txt(&["The knot clause of both."])).expect("a file");
    }
    std::fs::write(folder.path().join("manifest.csv"), REPEATS).expect("a manifest");
    for expected in [(2, 1), (0, 3)] {
        let (new, known, bad) = run(&hub, folder.path()).await;
        assert_eq!((new, known), expected, "{bad:?}");
        assert_eq!(bad.len(), 1, "{bad:?}");
        assert!(bad[0].0 == 3 && bad[0].1.contains("the same file as line 2"), "{bad:?}");
    }
    assert_eq!(hub.number("SELECT COUNT(*) AS n FROM documents").await, 2);
}

#[test]
fn rows_beyond_the_limit_are_told() {
    testkit::run(crate::features, async {
        let (hub, folder) = (TestHub::start(Engine::Sqlite).await, tempfile::tempdir().expect("a folder"));
        std::fs::create_dir_all(folder.path().join("files")).expect("a folder");
        let manifest = format!("file,title\n{}", "a.txt,\n".repeat(200_002));
        std::fs::write(folder.path().join("manifest.csv"), manifest).expect("a manifest");
        let (new, known, bad) = run(&hub, folder.path()).await;
        assert_eq!((new, known, bad.len()), (0, 0, 200_001), "one row tells of all that are too many");
        let (line, reason) = bad.last().expect("a bad row");
        assert!(*line == 200_002 && reason.contains("more than 200000 rows"), "line {line}: {reason}");
    });
}

/// The file's own bytes, each time others: the same file twice would be one document.
fn put(folder: &Path, name: &str) {
    let path = folder.join("files").join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, samples::txt(&[&format!("The clause of the file {name}.")])).expect("a file");
}

fn manifest(folder: &Path, bytes: &[u8]) {
    std::fs::write(folder.join("manifest.csv"), bytes).expect("a manifest");
}

async fn titles(hub: &TestHub) -> Vec<String> {
    let list = hub.visitor().get("/api/v1/documents?limit=100").await.is(200).json();
    let titles = list["items"].as_array().expect("items").iter().map(|item| item["title"].to_string());
    let mut titles: Vec<String> = titles.map(|title| title.trim_matches('"').to_owned()).collect();
    titles.sort();
    titles
}

async fn a_manifest_is_read_as_office_programs_write_it(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    let utf16 = |text: &str| -> Vec<u8> {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let tables: [(&[u8], &str); 7] = [
        ("\u{feff}file;title;access\r\na0.txt;Été à l’école;public\r\n;;\r\n".as_bytes(), "UTF-8"),
        (b"sep=,\r\nfile,title,access,,,\r\na1.txt,Said,public,,,\r\n,,,,,\r\n", "UTF-8"),
        (b"file;title;access\r\na2.txt;Pr\xe9vention \xe0 l\x92\xe9cole;public\r\n", "Windows-1252"),
        (&utf16("file\ttitle\taccess\r\na3.txt\tخطة الوقاية\tpublic\r\n"), "UTF-16"),
        (b"file,title,access\ra4.txt,Old Mac,PUBLIC\r", "UTF-8"),
        (b"FILE,Title,access,year,type,language,themes\na5.txt,Codes,Public,2017.0,Action Plan,EN,Counter-Narratives\n", "UTF-8"),
        (b"file,title,access\n\n,,\n", "UTF-8"),
    ];
    for (at, (bytes, read_as)) in tables.into_iter().enumerate() {
        put(folder.path(), &format!("a{at}.txt"));
        manifest(folder.path(), bytes);
        assert_eq!(read_manifest(&folder.path().join("manifest.csv")).expect("it is read").read_as, read_as, "{at}");
        let came = run(&hub, folder.path()).await;
        assert_eq!(came, (usize::from(at < 6), 0, vec![]), "{at}");
    }
    assert_eq!(
        titles(&hub).await,
        ["Codes", "Old Mac", "Prévention à l’école", "Said", "Été à l’école", "خطة الوقاية"]
    );
    let codes = hub.visitor().get("/api/v1/documents?year=2017&language=en&theme=counter-narratives").await.json();
    assert_eq!((&codes["total"], codes["items"][0]["type"].as_str()), (&1.into(), Some("action-plan")));

    manifest(folder.path(), b"file,title,year\r\na0.txt,\"Two\r\nlines\",20x4\r\n\r\na1.txt,Bad,abc\r\n");
    let (_, _, bad) = run(&hub, folder.path()).await;
    assert_eq!(bad.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 5], "{bad:?}");
}

async fn files_are_found_as_other_systems_name_them(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    for name in ["E\u{301}te\u{301}.txt", "à voir.txt", "Rapports/bilan.txt", "Upper.txt", "two.txt", "TWO.txt"] {
        put(folder.path(), name);
    }
    let rows = "file,title,access\nÉté.txt,Mac,public\na\u{300} voir.txt,Windows,public\n\
                Rapports\\bilan.txt,Path,public\nUPPER.TXT,Case,public\nTwo.txt,Which,public\n";
    manifest(folder.path(), rows.as_bytes());
    let (new, _, bad) = run(&hub, folder.path()).await;
    assert_eq!((new, bad.len(), bad[0].0), (4, 1, 6), "{bad:?}");
    assert!(bad[0].1.contains("several look like it: `TWO.txt`, `two.txt`"), "{bad:?}");
    let list = hub.visitor().get("/api/v1/documents").await.is(200).json();
    let mut names: Vec<&str> =
        list["items"].as_array().expect("items").iter().filter_map(|item| item["file_name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Upper.txt", "bilan.txt", "\u{c9}t\u{e9}.txt", "à voir.txt"]);
}

async fn a_dry_run_says_what_would_be_and_keeps_nothing(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    write(folder.path());
    let rows = "file,title\none.txt,First\none.txt,First\ntwo.pdf,Second\nempty.txt,Third\none.txt,Other\n";
    manifest(folder.path(), rows.as_bytes());
    let files = folder.path().join("files");
    let looked = async |hub: &TestHub| {
        let mut said = Vec::new();
        for row in read_manifest(&folder.path().join("manifest.csv")).expect("the manifest is read").rows {
            let (line, outcome) = import(hub, &files).try_out(row).await;
            said.push((line, outcome.ok().map(|looked| (looked.new, looked.format, looked.name))));
        }
        said
    };
    let one = |new| Some((new, "txt", "one.txt".to_owned()));
    let two = |new| Some((new, "pdf", "two.pdf".to_owned()));
    assert_eq!(looked(&hub).await, [(2, one(true)), (3, one(false)), (4, two(true)), (5, None), (6, None)]);
    for table in ["documents", "readings", "file_uses"] {
        assert_eq!(hub.number(&format!("SELECT COUNT(*) AS n FROM {table}")).await, 0, "{table}");
    }
    let (new, known, bad) = run(&hub, folder.path()).await;
    assert_eq!((new, known, bad.len()), (2, 1, 2), "as it was said");
    assert_eq!(looked(&hub).await, [(2, one(false)), (3, one(false)), (4, two(false)), (5, None), (6, None)]);
}

async fn what_is_wrong_with_a_file_is_said_as_the_form_says_it(engine: Engine) {
    let (hub, folder) = (TestHub::start(engine).await, tempfile::tempdir().expect("a folder"));
    write(folder.path());
    let files = folder.path().join("files");
    for name in ["locked.docx", "locked.xlsx", "locked.pptx"] {
        std::fs::write(files.join(name), [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]).expect("a file");
    }
    std::fs::write(files.join("program.exe"), b"MZ").expect("a file");
    std::fs::write(files.join("picture.pdf"), b"\x89PNG").expect("a file");
    let rows = "file,title\nlocked.docx,A\nlocked.xlsx,B\nlocked.pptx,C\nempty.txt,D\nprogram.exe,E\npicture.pdf,F\n";
    manifest(folder.path(), rows.as_bytes());
    let (new, known, bad) = run(&hub, folder.path()).await;
    assert_eq!((new, known, bad.len()), (0, 0, 6), "{bad:?}");
    let locked = "This file is protected with a password. Save it without one, then choose it again.";
    let kind = "The library does not accept this kind of file, or its extension does not match its content.";
    let empty = "This file is empty.";
    for ((_, reason), said) in bad.iter().zip([locked, locked, locked, empty, kind, kind]) {
        assert!(reason.contains(said), "{reason}");
    }
    assert!(bad[0].1.starts_with("the file `locked.docx`: "), "{bad:?}");
}

async fn a_name_from_a_mac_is_kept_and_offered_composed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let lead = hub.signed_in(Who::CityLead).await;
    let upload = Upload::new("Été", "E\u{301}te\u{301}.txt", samples::txt(&["The clause of the Mac."]));
    let id = lead.uploaded(&upload.with("access", "public")).await;
    let document = hub.visitor().get(&format!("/api/v1/documents/{id}")).await.is(200).json();
    assert_eq!(document["file_name"], "\u{c9}t\u{e9}.txt");
    let file = hub.visitor().get(&format!("/files/{id}")).await.is(200);
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"_t_.txt\"; filename*=UTF-8''%C3%89t%C3%A9.txt"
    );
}
