use super::*;
use futures::StreamExt;

fn chunks(parts: &[&'static [u8]]) -> impl futures::Stream<Item = std::result::Result<Bytes, std::io::Error>> + Unpin {
    futures::stream::iter(parts.iter().map(|part| Ok(Bytes::from_static(part))).collect::<Vec<_>>())
}

/// Scratch files besides the lock, of all processes.
async fn scratch_files(folder: &Path) -> usize {
    let folders = std::fs::read_dir(folder.join("scratch")).unwrap();
    folders.map(|one| std::fs::read_dir(one.unwrap().path()).unwrap().count() - 1).sum()
}

#[tokio::test]
async fn what_a_dead_process_left_is_removed_and_a_living_one_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let alive = Blobs::on_disk(folder.path()).await.unwrap();
    let staged = alive.stage(chunks(&[b"waiting"]), 100).await.unwrap();
    std::fs::create_dir_all(folder.path().join("scratch/dead")).unwrap();
    std::fs::write(folder.path().join("scratch/dead/half"), b"x").unwrap();
    let _second = Blobs::on_disk(folder.path()).await.unwrap();
    assert!(!folder.path().join("scratch/dead").exists());
    alive.keep(&staged).await.unwrap();
    assert_eq!(alive.get(staged.hash()).await.unwrap(), "waiting");
}

#[tokio::test]
async fn the_same_bytes_are_one_blob_and_come_back_in_ranges() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::on_disk(folder.path()).await.unwrap();
    let first = blobs.stage(chunks(&[b"one ", b"city"]), 100).await.unwrap();
    let second = blobs.stage(chunks(&[b"one city"]), 100).await.unwrap();
    assert_eq!(first.hash(), second.hash());
    assert_eq!(first.head(), b"one city");
    blobs.keep(&first).await.unwrap();
    blobs.keep(&second).await.unwrap();
    let hash = first.hash().clone();
    drop((first, second));
    assert_eq!(scratch_files(folder.path()).await, 0);
    assert_eq!(blobs.get(&hash).await.unwrap(), "one city");
    let part: Vec<_> = blobs.stream(&hash, 4, 3).await.unwrap().collect().await;
    assert_eq!(part.into_iter().map(|chunk| chunk.unwrap()).collect::<Vec<_>>().concat(), b"cit");
}

#[tokio::test]
async fn too_much_or_broken_off_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::on_disk(folder.path()).await.unwrap();
    assert!(matches!(blobs.stage(chunks(&[b"123", b"456"]), 5).await, Err(Fail::TooLarge(5))));
    let broken = futures::stream::iter([Ok(Bytes::from_static(b"12")), Err("gone")]);
    assert!(matches!(blobs.stage(broken, 5).await, Err(Fail::Unavailable(_))));
    assert_eq!(scratch_files(folder.path()).await, 0);
}

#[tokio::test]
async fn what_lies_here_is_listed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::on_disk(folder.path()).await.unwrap();
    let mut kept = Vec::new();
    for text in ["one", "two", "three"] {
        let staged = blobs.stage_bytes(text.as_bytes()).await.unwrap();
        blobs.keep(&staged).await.unwrap();
        kept.push(staged.hash().as_str().to_owned());
    }
    std::fs::write(folder.path().join("ab"), "no folder").unwrap();
    let _waiting = blobs.stage_bytes(b"not kept").await.unwrap();
    let mut listed: Vec<String> = blobs.all().map(|one| one.unwrap().0.as_str().to_owned()).collect().await;
    listed.sort();
    kept.sort();
    assert_eq!(listed, kept);
    let (free, all) = blobs.room().unwrap();
    assert!(free > 0 && free <= all);
}

#[tokio::test]
async fn what_lies_where_files_lay_before_is_here_too() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::on_disk(folder.path()).await.unwrap();
    let hash = Hash::of(b"of before");
    let before = folder.path().join(&hash.0[..2]).join(&hash.0[2..4]);
    std::fs::create_dir_all(&before).unwrap();
    std::fs::write(before.join(&hash.0), "of before").unwrap();
    assert!(blobs.has(&hash).await.unwrap());
    assert_eq!(blobs.get(&hash).await.unwrap(), "of before");
    let listed: Vec<Hash> = blobs.all().map(|one| one.unwrap().0).collect().await;
    assert_eq!(listed, std::slice::from_ref(&hash));
    // The same bytes come again, and go for good.
    blobs.keep(&blobs.stage_bytes(b"of before").await.unwrap()).await.unwrap();
    assert_eq!(blobs.all().count().await, 1, "once");
    blobs.remove(&hash).await.unwrap();
    assert!(!blobs.has(&hash).await.unwrap());
    assert!(matches!(blobs.get(&hash).await, Err(Fail::NotFound)));
}

#[tokio::test]
async fn what_is_here_already_is_staged_within_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::on_disk(folder.path()).await.unwrap();
    let whole = blobs.stage_all(std::io::Cursor::new("a city".repeat(20_000)), 120_000).await.unwrap();
    assert_eq!((whole.length(), whole.hash().clone()), (120_000, Hash::of("a city".repeat(20_000).as_bytes())));
    assert_eq!(whole.head().len(), 8 * 1024);
    let more = blobs.stage_all(std::io::Cursor::new("a city".repeat(20_000)), 119_999).await;
    assert!(matches!(more, Err(Fail::TooLarge(119_999))));
    drop(whole);
    assert_eq!(scratch_files(folder.path()).await, 0);
}

#[test]
fn nothing_but_a_hash_is_a_name() {
    assert!(Hash::parse("../../../../etc/passwd").is_none());
    assert!(Hash::parse(&"A".repeat(64)).is_none());
    assert!(Hash::parse(&"a".repeat(64)).is_some());
}
