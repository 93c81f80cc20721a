//! The program as an operator meets it: mistakes are told in a sentence, and do no harm.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use extract::samples;
use testkit::{CITY, Engine, Running, Setup, TestHub, fresh_database, postgres_only, program, run};

postgres_only!(a_database_that_is_not_there_is_told);

/// Every command that works on a hub that is there already.
const ON_A_HUB: [&[&str]; 5] = [
    &["check"],
    &["reindex"],
    &["user", "list"],
    &["user", "link", "somebody@example.org"],
    &["library", "import", ".", "--manifest", "manifest.csv"],
];

/// What the program said: whether it went well, and both its outputs.
struct Said {
    well: bool,
    out: String,
    err: String,
}

impl Said {
    /// It failed, saying this; nothing of it is meant for programmers.
    #[track_caller]
    fn refused(&self, text: &str) {
        assert!(!self.well && self.err.contains(text), "{text:?} is not said: {}{}", self.out, self.err);
        for inside in ["panicked", "internal:", "error-", "invalid input", "unavailable:"] {
            assert!(!self.err.contains(inside), "{inside}: {}", self.err);
        }
    }

    /// It went well.
    #[track_caller]
    fn done(self) -> String {
        assert!(self.well, "{}{}", self.out, self.err);
        self.out
    }
}

fn command(data: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(program());
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("HUB_")) {
        command.env_remove(name);
    }
    command.env("HUB_LOG", "error").args(words).arg("--data").arg(data);
    command
}

fn answer(mut command: Command) -> Said {
    let output = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { well: output.status.success(), out: text(&output.stdout), err: text(&output.stderr) }
}

/// Runs one command on a data folder.
fn say(data: &Path, words: &[&str]) -> Said {
    answer(command(data, words))
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn a_person_that_cannot_be_added_is_told_in_sentences() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        let add = |words: &[&str]| say(&hub.data, &[&["user", "add"], words].concat());
        let chief = add(&["a@example.org", "--name", "A", "--role", "chief"]);
        chief.refused("`--role chief`: Choose a role.");
        chief.refused("city-lead");
        let nowhere = add(&["a@example.org", "--name", "A", "--role", "city-lead"]);
        nowhere.refused("`--city`: Choose the city");
        add(&["a@example.org", "--name", "A", "--role", "city-lead", "--city", "atlantis"])
            .refused("`--city atlantis`");
        add(&["a@example.org", "--name", "A", "--role", "regional-officer"]).refused("`--region`: Choose the region");
        let both = add(&["nobody", "--name", " ", "--role", "central-team"]);
        both.refused("Enter the name.");
        both.refused("`nobody`: Enter an e-mail address");
        add(&["a@example.org", "--name", "A", "--role", "central-team", "--lang", "xx"]).refused("it has en, fr, ar");
        assert_eq!(say(&hub.data, &["user", "list"]).done(), "", "nobody came in by mistake");

        let right = ["a@example.org", "--name", "A", "--role", "city-lead", "--city", CITY, "--lang", "fr"];
        assert!(add(&right).done().contains("/links/"));
        add(&right).refused("`a@example.org`: Someone with this e-mail address already has an account.");
        say(&hub.data, &["user", "link", "b@example.org"]).refused("there is nobody with the address `b@example.org`");
        assert!(say(&hub.data, &["user", "link", "A@example.org"]).done().contains("/links/"));
        // One account, however its domain is written.
        let abroad = |email| add(&[email, "--name", "B", "--role", "central-team"]);
        assert!(abroad("info@b\u{fc}cher.example\u{200b}").done().contains("/links/"));
        abroad("info@xn--bcher-kva.example").refused("already has an account");
        abroad("info@xn--a.example").refused("Enter an e-mail address");
        for email in ["Info@B\u{dc}CHER.example", "info@xn--bcher-kva.example"] {
            assert!(say(&hub.data, &["user", "link", email]).done().contains("/links/"));
        }
    });
}

#[test]
fn a_mistyped_data_folder_makes_no_hub() {
    let folder = tempfile::tempdir().expect("a folder");
    let (typo, empty) = (folder.path().join("typo"), folder.path().join("empty"));
    std::fs::create_dir(&empty).expect("a folder");
    for words in ON_A_HUB {
        say(&typo, words).refused(&format!("`strong-cities serve --data {}` makes one", typo.display()));
        assert!(!typo.exists(), "{words:?} made a folder");
        say(&empty, words).refused("there is no hub in");
        assert_eq!(std::fs::read_dir(&empty).expect("a folder").count(), 0, "{words:?} wrote into it");
    }
}

#[test]
fn a_database_that_is_missing_is_not_made_anew() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        std::fs::remove_file(hub.data.join("hub.db")).expect("the database is there");
        for words in ON_A_HUB {
            say(&hub.data, words).refused("database_url");
            assert!(!hub.data.join("hub.db").exists(), "{words:?} made a database");
        }
    });
}

#[test]
fn check_proves_the_record() {
    run(crate::features, async {
        let hub = TestHub::start(Engine::Sqlite).await;
        hub.invited("somebody@example.org", "Somebody", "practitioner", CITY, "").await;
        hub.hub.db.seal_audit().await.expect("sealed");
        let stopped = hub.stop().await;
        let data = stopped.settings.data.clone();
        let said = say(&data, &["check"]).done();
        let digest = said.lines().find_map(|line| line.trim().strip_prefix("digest ")).expect("a digest").to_owned();
        let compared = say(&data, &["check", "--digest", &digest.to_uppercase()]).done();
        assert!(compared.contains("it goes on from what you kept"), "{compared}");
        let other = say(&data, &["check", "--digest", &"0".repeat(64)]);
        other.refused("the record is not what was sealed; faults: 1");
        assert!(other.out.contains("no batch has the digest 000"), "{}", other.out);
    });
}

#[test]
fn a_demonstration_is_served_by_its_own_command_only() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        std::fs::write(hub.data.join("demonstration"), "").expect("a file");
        for words in [&["serve"][..], &[], &["reindex"], &["library", "import", ".", "--manifest", "manifest.csv"]] {
            say(&hub.data, words).refused(&format!("`strong-cities demo --data {}` serves it", hub.data.display()));
        }
        say(&hub.data, &["user", "list"]).done();
        say(&hub.data, &["check"]).done();
    });
}

#[test]
fn a_new_data_folder_is_the_operators_alone() {
    run(crate::features, async {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().join("above").join("data");
        std::fs::create_dir(folder.path().join("above")).expect("a folder");
        let hub = Running::serve(&data, &[]).await;
        assert_eq!(mode(&data), 0o700);
        drop(hub);

        let prepared = Setup::new(Engine::Sqlite).folder().await;
        std::fs::set_permissions(&prepared.data, PermissionsExt::from_mode(0o750)).expect("it is ours");
        let hub = Running::serve(&prepared.data, &[]).await;
        assert_eq!(mode(&prepared.data), 0o750, "a folder that was there stays as it was");
        drop(hub);
    });
}

#[test]
fn links_name_the_address_that_is_served() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let add = |email: &str| ["user", "add", email, "--name", "A", "--role", "central-team"].map(str::to_owned);
        let link = |email: &str, more: &[&str]| {
            let words = add(email);
            say(&prepared.data, &[&words.each_ref().map(String::as_str)[..], more].concat()).done()
        };
        assert!(link("a@example.org", &[]).starts_with("http://127.0.0.1:8080/en/links/"));
        let hub = Running::serve(&prepared.data, &[]).await;
        let served = format!("http://{}", hub.address);
        assert!(link("b@example.org", &[]).starts_with(&format!("{served}/en/links/")));
        assert!(link("c@example.org", &["--listen", "127.0.0.1:9"]).starts_with("http://127.0.0.1:9/en/links/"));
        let mut public = command(&prepared.data, &["user", "link", "a@example.org"]);
        public.env("HUB_PUBLIC_URL", "https://hub.example.org");
        assert!(answer(public).done().starts_with("https://hub.example.org/en/links/"));
    });
}

#[test]
fn at_the_start_it_is_told_that_no_mail_leaves() {
    run(crate::features, async {
        let said = |data: &Path| {
            let log = std::fs::read_to_string(data.with_extension("log")).expect("the log");
            log.matches("no mail leaves: `smtp_url` is not set").count()
        };
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[]).await;
        assert_eq!(said(&prepared.data), 1);
        assert!(hub.stop());
        let hub = Running::serve(&prepared.data, &[("HUB_SMTP_URL", "smtp://127.0.0.1:9")]).await;
        assert_eq!(said(&prepared.data), 1, "a hub whose letters leave says nothing of it");
        drop(hub);
    });
}

#[test]
fn a_second_start_and_a_port_in_use_are_told() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[]).await;
        let noted = || std::fs::read_to_string(prepared.data.join("address")).expect("the address");
        let address = noted();
        let second = say(&prepared.data, &["serve", "--listen", "127.0.0.1:0"]);
        second.refused(&format!("a hub runs on the data folder `{}` already", prepared.data.display()));
        assert_eq!(noted(), address, "the first one's address stands");
        let other = Setup::new(Engine::Sqlite).folder().await;
        say(&other.data, &["serve", "--listen", &hub.address.to_string()])
            .refused(&format!("`listen`: {} cannot be listened on", hub.address));
    });
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    run(crate::features, async {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        std::fs::write(&file, "").expect("a file");
        say(&file, &["serve"]).refused(&format!("the data folder `{}` cannot be made", file.display()));
        say(&file, &["check"]).refused(&format!("the data folder `{}` cannot be read", file.display()));

        let hub = Setup::new(Engine::Sqlite).folder().await;
        let blobs = hub.data.join("blobs");
        let _ = std::fs::remove_dir_all(&blobs);
        std::fs::write(&blobs, "").expect("a file");
        say(&hub.data, &["check"]).refused(&format!("the file store in the folder `{}`", blobs.display()));
    });
}

#[test]
fn arguments_that_are_no_text_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = OsStr::from_bytes(b"a\xff");
    for words in
        [&["check", "--data"][..], &["user", "link"], &["user", "add", "a@example.org", "--role", "x", "--name"]]
    {
        let mut command = Command::new(program());
        command.current_dir(folder.path()).args(words).arg(broken);
        answer(command).refused("UTF-8");
    }
    let mut set = Command::new(program());
    set.current_dir(folder.path()).arg("check").env("HUB_DATA", broken);
    answer(set).refused("HUB_DATA");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing was made");
}

#[test]
fn a_database_that_refuses_is_told_without_its_password() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        let mut check = command(&hub.data, &["check"]);
        check.env("HUB_DATABASE_URL", "postgres://hub:hedgehog@127.0.0.1:1/hub");
        let said = answer(check);
        said.refused("`database_url`: the database at 127.0.0.1:1 cannot be opened");
        said.refused("refused");
        assert!(!said.err.contains("hedgehog"), "{}", said.err);
    });
}

/// On PostgreSQL only: SQLite has no server.
async fn a_database_that_is_not_there_is_told() {
    let hub = Setup::new(Engine::Sqlite).folder().await;
    let mut url = url::Url::parse(&fresh_database(None).await).expect("an address");
    url.set_path("/hedgehogs");
    let mut check = command(&hub.data, &["check"]);
    check.env("HUB_DATABASE_URL", url.as_str());
    let said = answer(check);
    said.refused("`database_url`");
    said.refused("\"hedgehogs\" does not exist");
}

#[test]
fn a_setting_that_would_break_links_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for url in ["https://hub.example.org/hub", "https://hub.example.org?a=b", "https://me:secret@hub.example.org"] {
        let mut serve = command(&folder.path().join("data"), &["serve"]);
        serve.env("HUB_PUBLIC_URL", url);
        answer(serve).refused("`public_url` must be like https://hub.example.org");
    }
}

fn write_collection(folder: &Path, manifest: &str) -> Vec<String> {
    let (files, table) = (folder.join("files"), folder.join("manifest.csv"));
    std::fs::create_dir_all(&files).expect("a folder");
    std::fs::write(files.join("one.txt"), samples::txt(&["The dunnock clause of the first."])).expect("a file");
    std::fs::write(files.join("copy.txt"), samples::txt(&["The dunnock clause of the first."])).expect("a file");
    std::fs::write(&table, manifest).expect("a manifest");
    ["library", "import", &files.to_string_lossy(), "--manifest", &table.to_string_lossy()].map(str::to_owned).to_vec()
}

#[test]
fn an_import_tells_what_it_leaves_out() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        let folder = tempfile::tempdir().expect("a folder");
        let import = |manifest: &str| {
            let words = write_collection(folder.path(), manifest);
            say(&hub.data, &words.iter().map(String::as_str).collect::<Vec<_>>())
        };
        import("file,title,acess\none.txt,One,city\n").refused("the column `acess` is not known");
        let twice = import("file,title\none.txt,One\none.txt,One\ncopy.txt,Another\n");
        assert!(twice.out.contains("1 brought in, 1 there already, 1 bad rows"), "{}{}", twice.out, twice.err);
        assert!(twice.out.contains("when it serves"), "{}", twice.out);
        twice.refused("line 4: the same file as line 2");
    });
}

#[test]
fn an_import_is_tried_before_it_is_done() {
    run(crate::features, async {
        let hub = Setup::new(Engine::Sqlite).folder().await;
        let folder = tempfile::tempdir().expect("a folder");
        let import = |manifest: &str, more: &[&str]| {
            let words = write_collection(folder.path(), manifest);
            say(&hub.data, &[&words.iter().map(String::as_str).collect::<Vec<_>>(), more].concat())
        };
        let good = "file;title;;\r\none.txt;One;;\r\n;;;\r\n";
        for _ in 0..2 {
            let tried = import(good, &["--dry-run"]).done();
            assert!(tried.contains("line 2: new, txt: one.txt\n"), "{tried}");
            assert!(tried.contains("1 would be brought in, 0 there already, 0 bad rows; nothing was kept"), "{tried}");
        }
        let bad = import("file,title,year\nONE.TXT,One,20x4\nnowhere.txt,Two,\n", &["--dry-run"]);
        bad.refused("line 2: year must be a year");
        bad.refused("line 3: the file `nowhere.txt` is not in the folder");
        bad.refused("2 rows would not be brought in");
        assert!(import(good, &[]).done().contains("1 brought in"), "blank rows are no bad ones");
        let again = import(good, &["--dry-run"]).done();
        assert!(again.contains("line 2: there already, txt: one.txt"), "{again}");
        let files = folder.path().join("files");
        std::fs::write(files.join("locked.docx"), [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).expect("a file");
        import("file,title\nlocked.docx,L\n", &[])
            .refused("the file `locked.docx`: This file is protected with a password.");
    });
}

#[test]
fn an_import_waits_until_all_can_be_found() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        let hub = Running::serve(&prepared.data, &[]).await;
        let folder = tempfile::tempdir().expect("a folder");
        let words = write_collection(folder.path(), "file,title,access\none.txt,One,public\n");
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let said = say(&prepared.data, &words).done();
        assert!(said.contains("1 brought in") && said.contains("indexed "), "{said}");
        hub.visitor().get("/en/library?q=dunnock").await.is(200).shows("One document");
    });
}

#[test]
fn a_folder_that_others_can_look_into_shows_them_nothing() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        std::fs::set_permissions(&prepared.data, std::fs::Permissions::from_mode(0o755)).expect("as packages make it");
        let before: Vec<_> = files_of(&prepared.data);
        let hub = Running::serve(&prepared.data, &[]).await;
        let lead = prepared.sign_in(&hub).await;
        let upload = testkit::Upload::new("A title", "a.txt", samples::txt(&["A text of the city's own."]));
        lead.uploaded(&upload.with("access", "city")).await;
        drop(hub);
        // SQLite gives its `-shm` and `-wal` the rights of the database, which was there before.
        let is_new = |file: &std::path::PathBuf| {
            !before.contains(file) && !file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("hub.db"))
        };
        let made: Vec<_> = files_of(&prepared.data).into_iter().filter(is_new).collect();
        assert!(made.iter().any(|file| file.to_string_lossy().contains("blobs/")), "{made:?}");
        for file in made {
            assert_eq!(mode(&file) & 0o077, 0, "{}", file.display());
        }
    });
}

/// All files below a folder.
fn files_of(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() { found.extend(files_of(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}

#[test]
fn a_backup_without_its_network_is_not_served_under_another_name() {
    run(crate::features, async {
        let prepared = Setup::new(Engine::Sqlite).folder().await;
        std::fs::remove_dir_all(prepared.data.join("network")).expect("forgotten");
        let mut serve = command(&prepared.data, &["serve"]);
        serve.args(["--listen", "127.0.0.1:0"]);
        answer(serve).refused("bring it back from the backup too");
        assert!(!prepared.data.join("network").exists(), "nothing was put in its place");
    });
}
