//! What is missing on a bare Debian 12, installed.

use std::path::PathBuf;

use crate::run::{command, has, must, root, say, scratch};

/// What the Python servers are installed from.
const PYTHON: [&str; 2] = ["aiosmtpd==1.4.6", "moto[server]==5.1.4"];

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|data| data.uid() == 0)
}

fn debian(packages: &[&str]) -> Result<(), String> {
    if packages.is_empty() {
        return Ok(());
    }
    say(&format!("installing from Debian's packages: {}", packages.join(" ")));
    let apt = || {
        let mut apt = if is_root() {
            command("apt-get")
        } else {
            let mut sudo = command("sudo");
            sudo.arg("apt-get");
            sudo
        };
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    must(apt().args(["update", "-q"]))?;
    must(apt().args(["install", "-q", "-y", "--no-install-recommends"]).args(packages))
}

/// What the tests of the program need.
pub(crate) fn for_tests() -> Result<(), String> {
    let mut missing = Vec::new();
    if !has_postgres() {
        missing.push("postgresql");
    }
    if !has("python3") {
        missing.push("python3");
    }
    if !std::path::Path::new("/usr/lib/python3").exists() || !has("python3") || !python_makes_venvs() {
        missing.push("python3-venv");
    }
    if !has("cc") {
        missing.push("build-essential");
    }
    debian(&missing)
}

fn has_postgres() -> bool {
    std::fs::read_dir("/usr/lib/postgresql")
        .is_ok_and(|versions| versions.flatten().any(|version| version.path().join("bin/initdb").exists()))
}

/// What tells the forms of words of the languages that the benches measure.
const DICTIONARIES: [&str; 10] = [
    "hunspell-ar",
    "hunspell-de-de",
    "hunspell-en-us",
    "hunspell-es",
    "hunspell-fr",
    "hunspell-nl",
    "hunspell-pt-pt",
    "hunspell-ru",
    "hunspell-sv",
    "hunspell-tr",
];

/// What the benches need: the load, and the peers.
pub(crate) fn for_benches() -> Result<(), String> {
    let mut missing = Vec::new();
    if !has("wrk") {
        missing.push("wrk");
    }
    if !has("pdftotext") || !has("pdftoppm") {
        missing.push("poppler-utils");
    }
    if !has("hunspell") {
        missing.push("hunspell");
        missing.extend(DICTIONARIES);
    }
    if !has_postgres() {
        missing.push("postgresql");
    }
    if !has("cc") {
        missing.push("build-essential");
    }
    debian(&missing)
}

fn python_makes_venvs() -> bool {
    command("python3").args(["-c", "import ensurepip, venv"]).output().is_ok_and(|output| output.status.success())
}

/// What the browser's tests need.
pub(crate) fn for_browser() -> Result<(), String> {
    let mut missing = Vec::new();
    if !has("chromium") {
        missing.push("chromium");
    }
    if !has("node") {
        missing.push("nodejs");
    }
    if !has("npm") {
        missing.push("npm");
    }
    if !std::path::Path::new("/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf").exists() {
        missing.push("fonts-noto-core");
    }
    debian(&missing)?;
    say("installing from npm what e2e/package-lock.json names");
    must(command("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(root().join("e2e")))
}

/// A Python of our own with the servers that letters and files go to; answers its folder of
/// programs.
pub(crate) fn python() -> Result<PathBuf, String> {
    let folder = scratch("test-python")?;
    let programs = folder.join("bin");
    let stamp = folder.join("installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == PYTHON.join(" ")) {
        return Ok(programs);
    }
    say(&format!("installing from PyPI into {}: {}", folder.display(), PYTHON.join(" ")));
    must(command("python3").args(["-m", "venv"]).arg(&folder))?;
    must(command(programs.join("pip")).args(["install", "-q", "--disable-pip-version-check"]).args(PYTHON))?;
    std::fs::write(&stamp, PYTHON.join(" ")).map_err(|error| error.to_string())?;
    Ok(programs)
}
