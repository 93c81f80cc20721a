//! What is on disk after whatever happens.

use super::*;
use find::FindError;
use find::{Glossary, Held};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

fn titled(id: i64) -> Entry {
    entry(id, "en", &format!("Title {id}"), "body")
}

#[test]
fn cursor_and_entries_survive() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(&folder.path().join("deep/index"), Glossary::default()).unwrap();
    assert_eq!((index.cursor(), index.len()), (0, 0));
    index.apply(vec![titled(1), titled(2)], vec![], 7).unwrap();
    index.apply(vec![titled(3)], vec![1], 9).unwrap();
    index.apply(vec![], vec![], 12).unwrap();
    index.close();
    let index = Index::open(&folder.path().join("deep/index"), Glossary::default()).unwrap();
    assert_eq!((index.cursor(), index.len()), (12, 2));
    assert_eq!(search(&index, "title"), [3, 2]);
    index.clear().unwrap();
    assert_eq!((index.cursor(), index.len(), search(&index, "").len()), (0, 0, 0));
    drop(index);
    let index = Index::open(&folder.path().join("deep/index"), Glossary::default()).unwrap();
    assert_eq!((index.cursor(), index.len()), (0, 0));
    index.apply(vec![titled(1)], vec![], 3).unwrap();
    assert_eq!(search(&index, "title"), [1]);
}

#[test]
fn an_index_with_other_kinds_than_before_is_filled_anew() {
    let folder = tempfile::tempdir().unwrap();
    let open = |kinds: &[&str]| Index::open_held(Held::of(folder.path()).unwrap(), Glossary::default(), kinds).unwrap();
    open(&["document"]).apply(vec![titled(1)], vec![], 7).unwrap();
    assert_eq!(open(&["document"]).cursor(), 7);
    let more = open(&["city", "document"]);
    assert_eq!((more.cursor(), more.len()), (0, 1), "what it has stays until it is filled");
    more.fill(vec![titled(1), titled(2)]).unwrap();
    more.show_filled(&HashSet::from([1, 2]), 9).unwrap();
    drop(more);
    assert_eq!(open(&["document", "city"]).cursor(), 9, "in whatever order they are named");
    assert_eq!(open(&["document"]).cursor(), 0);
}

#[test]
fn applying_again_changes_nothing() {
    let index = Index::in_memory();
    for _ in 0..3 {
        index.apply(vec![titled(1), titled(2), entry(1, "en", "Title last", "")], vec![2, 5], 4).unwrap();
    }
    assert_eq!((index.len(), index.cursor()), (1, 4));
    assert_eq!(search(&index, "last"), [1]);
}

#[test]
fn many_commits_are_merged_and_stay_whole() {
    let folder = tempfile::tempdir().unwrap();
    for round in 0..3 {
        let index = Index::open(folder.path(), Glossary::default()).unwrap();
        for step in 0..15 {
            let id = round * 15 + step;
            index.apply(vec![titled(id), titled(id / 2)], vec![], id).unwrap();
            assert_eq!(index.len(), id as usize + 1);
        }
        assert_eq!(search(&index, "\"title 0\""), [0]);
    }
    let index = Index::open(folder.path(), Glossary::default()).unwrap();
    assert_eq!((index.len(), index.cursor()), (45, 44));
}

#[test]
fn one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Glossary::default()).unwrap();
    index.apply(vec![titled(1)], vec![], 1).unwrap();
    assert!(matches!(Index::open(folder.path(), Glossary::default()), Err(FindError::Busy)));
    drop(index);
    assert_eq!(Index::open(folder.path(), Glossary::default()).unwrap().len(), 1);
}

/// Damages a good index in one way and expects an empty one that works.
fn recovers(damage: impl Fn(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), Glossary::default()).unwrap();
    index.apply((1..=20).map(titled).collect(), vec![], 20).unwrap();
    index.close();
    damage(folder.path());
    let index = Index::open(folder.path(), Glossary::default()).unwrap();
    assert_eq!((index.cursor(), index.len()), (0, 0));
    index.apply(vec![titled(1)], vec![], 21).unwrap();
    index.close();
    assert_eq!(Index::open(folder.path(), Glossary::default()).unwrap().cursor(), 21);
    let left: HashSet<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, HashSet::from(["lock".into(), "v9".into()]));
}

fn files(folder: &Path) -> impl Iterator<Item = std::path::PathBuf> {
    fs::read_dir(folder.join("v9")).unwrap().map(|entry| entry.unwrap().path())
}

fn segment_files(folder: &Path) -> impl Iterator<Item = std::path::PathBuf> {
    files(folder).filter(|path| {
        path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| !matches!(ending, "json" | "lock"))
    })
}

#[test]
fn damaged_folders_become_empty_ones() {
    recovers(|folder| fs::write(folder.join("v9/meta.json"), "{").unwrap());
    recovers(|folder| fs::write(folder.join("v9/meta.json"), "").unwrap());
    recovers(|folder| fs::remove_file(folder.join("v9/meta.json")).unwrap());
    recovers(|folder| fs::write(folder.join("v9/.managed.json"), "nonsense").unwrap());
    recovers(|folder| segment_files(folder).for_each(|path| fs::remove_file(path).unwrap()));
    recovers(|folder| segment_files(folder).for_each(|path| fs::write(path, "").unwrap()));
    recovers(|folder| {
        for path in segment_files(folder) {
            let bytes = fs::read(&path).unwrap();
            fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
        }
    });
    recovers(|folder| {
        for path in segment_files(folder) {
            let mut bytes = fs::read(&path).unwrap();
            bytes[0] ^= 0xFF;
            fs::write(path, bytes).unwrap();
        }
    });
    recovers(|folder| {
        fs::remove_dir_all(folder.join("v9")).unwrap();
        fs::write(folder.join("v9"), "a file").unwrap();
    });
    recovers(|folder| fs::remove_dir_all(folder.join("v9")).unwrap());
}

#[test]
fn other_versions_and_interrupted_replacements_are_removed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    Index::open(folder.path(), Glossary::default()).unwrap().apply(vec![titled(1)], vec![], 5).unwrap();
    for name in ["v0", "v99", "v9.new", "v9.old", "vault", "videos"] {
        fs::create_dir(folder.path().join(name)).unwrap();
    }
    fs::write(folder.path().join("v1"), "").unwrap();
    assert_eq!(Index::open(folder.path(), Glossary::default()).unwrap().cursor(), 5);
    let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["lock", "v9", "vault", "videos"]);
}

/// Not a test of its own: the process that [`killed_processes_leave_the_last_commit`] starts and kills.
#[test]
fn writes_until_killed() {
    let Ok(folder) = std::env::var("FIND_WRITES_UNTIL_KILLED") else { return };
    let index = Index::open(Path::new(&folder), Glossary::default()).unwrap();
    for step in index.cursor() + 1.. {
        index.apply(vec![titled(step), titled(step % 7)], vec![], step).unwrap();
        fs::write(Path::new(&folder).join("acknowledged"), step.to_string()).unwrap();
    }
}

#[test]
fn killed_processes_leave_the_last_commit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let acknowledged = || -> i64 {
        fs::read_to_string(path.join("acknowledged")).ok().and_then(|text| text.parse().ok()).unwrap_or(0)
    };
    for round in 1..=4 {
        let before = acknowledged();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["durable::writes_until_killed", "--exact"])
            .env("FIND_WRITES_UNTIL_KILLED", &path)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while acknowledged() < before + 3 * round {
            assert!(child.try_wait().unwrap().is_none(), "the writer ended");
            std::thread::sleep(std::time::Duration::from_millis(3));
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let index = Index::open(&path, Glossary::default()).unwrap();
        let cursor = index.cursor();
        assert!(cursor >= acknowledged(), "a commit was lost");
        let expected = (1..=cursor).chain((1..=cursor).map(|step| step % 7)).collect::<HashSet<_>>().len();
        assert_eq!(index.len(), expected);
    }
}
