//! What the lock files must and must not say.

use crate::run::root;

/// Everything that is wrong with them.
pub(crate) fn faults() -> Result<Vec<String>, String> {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).map_err(|error| format!("{name}: {error}"));
    let mut faults = cargo(&read("Cargo.lock")?);
    if root().join("e2e/package-lock.json").exists() {
        faults.extend(npm(&read("e2e/package-lock.json")?));
    }
    Ok(faults)
}

fn cargo(lock: &str) -> Vec<String> {
    let times = |name: &str| lock.matches(&format!("\nname = \"{name}\"\n")).count();
    let mut faults = Vec::new();
    // Two of them do not link, or quietly bring an older SQLite; two of the other encrypt in two ways.
    for name in ["libsqlite3-sys", "rustls"] {
        if times(name) != 1 {
            faults.push(format!("Cargo.lock: {name} stands there {} times instead of once", times(name)));
        }
    }
    for name in ["openssl-sys", "native-tls", "aws-lc-sys"] {
        if times(name) != 0 {
            faults.push(format!("Cargo.lock: {name} needs a C library of the machine, or minutes to build one"));
        }
    }
    for line in lock.lines().filter(|line| line.starts_with("source = ")) {
        if line != "source = \"registry+https://github.com/rust-lang/crates.io-index\"" {
            faults.push(format!("Cargo.lock: {line}"));
        }
    }
    faults
}

fn npm(lock: &str) -> Vec<String> {
    let addresses = lock.lines().filter(|line| line.contains("\"resolved\"") || line.contains(".tgz"));
    addresses
        .map(|line| format!("e2e/package-lock.json names where a package is downloaded: {}", line.trim()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{cargo, npm};

    #[test]
    fn faults_are_found() {
        let one = |name: &str| format!("[[package]]\nname = \"{name}\"\nversion = \"1\"\n");
        let right = format!("\n{}{}", one("libsqlite3-sys"), one("rustls"));
        assert!(cargo(&right).is_empty());
        assert_eq!(cargo(&format!("{right}{}", one("rustls"))).len(), 1);
        assert_eq!(cargo(&format!("{right}{}", one("openssl-sys"))).len(), 1);
        assert_eq!(cargo(&format!("{right}source = \"git+https://x\"\n")).len(), 1);
        assert_eq!(npm("{\n\"resolved\": \"https://x/y.tgz\"\n}").len(), 1);
        assert!(npm("{\"version\": \"1\"}").is_empty());
    }
}
