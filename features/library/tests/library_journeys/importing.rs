//! Bringing in an existing collection.

use std::path::Path;

use extract::samples;
use library::import::{Import, read_manifest};
use testkit::{Engine, TestHub, Who, both_engines};

both_engines!(
    good_rows_go_in_and_bad_ones_are_told,
    a_second_run_brings_nothing,
    a_manifest_without_its_columns_is_refused,
    a_row_that_says_something_else_of_a_file_is_told
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

/// Runs the import: how many came in, how many were there, and the bad lines.
async fn run(hub: &TestHub, folder: &Path) -> (usize, usize, Vec<(u64, String)>) {
    let files = folder.join("files");
    let import = Import {
        db: &hub.hub.db,
        blobs: &hub.hub.blobs,
        network: &hub.hub.network,
        folder: &files,
        owner: &base::Actor::System,
        upload_bytes: 50_000_000,
    };
    let (mut new, mut known, mut bad) = (0, 0, Vec::new());
    for row in read_manifest(&folder.join("manifest.csv")).expect("the manifest is read") {
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
        ("file,title,\na,b,\n", "`` is not known"),
        ("file,title,city,City\na,b,,\n", "`city` is there twice"),
    ] {
        std::fs::write(&path, text).expect("a manifest");
        let fail = read_manifest(&path).err().expect("it is refused").to_string();
        assert!(fail.contains(named), "{fail}");
    }
    assert!(read_manifest(&folder.path().join("nowhere.csv")).is_err());
    std::fs::write(&path, b"file,title\na.txt,\xff\xfe\nb.txt,fine\n").expect("a manifest");
    assert_eq!(
        read_manifest(&path).expect("it is read").len(),
        2,
        "a line that is not UTF-8 is a bad row, not the end"
    );
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
