//! Reads every file of a folder through the locked child and tells how each ended.
//! `cargo run -p extract --example read -- path/to/extract-child path/to/folder [--text]`

use std::path::PathBuf;
use std::time::Instant;

use extract::{Extractor, Format, Limits};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [child, folder, rest @ ..] = args.as_slice() else {
        return Err("usage: read CHILD FOLDER [--text]".into());
    };
    let extractor = Extractor::new(PathBuf::from(child), Vec::new(), Limits::default(), false);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.sort();
    for path in files {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let head = std::fs::read(&path)?;
        let Some(format) = Format::sniff(&name, &head[..head.len().min(8192)]) else {
            println!("refused\t-\t{name}");
            continue;
        };
        let start = Instant::now();
        let answer = extractor.extract(std::fs::File::open(&path)?, format).await;
        let time = start.elapsed().as_millis();
        match answer {
            Ok(found) => {
                let picture = found.thumbnail.map_or(0, |bytes| bytes.len());
                println!(
                    "{}\t{time} ms\t{name}\t{} chars\tpages {:?}\t{:?}\tpicture {picture}\t{:?}{}",
                    if found.no_text { "no-text" } else { "ok" },
                    found.text.chars().count(),
                    found.pages,
                    found.language,
                    found.title,
                    if found.cut { "\tcut" } else { "" }
                );
                if rest.iter().any(|word| word == "--text") {
                    println!("{}\n", found.text);
                }
            }
            Err(trouble) => println!("{}\t{time} ms\t{name}\t{trouble}", trouble.code()),
        }
    }
    Ok(())
}
