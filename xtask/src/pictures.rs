//! `cargo xtask pictures`: pages before and after a change, side by side. No test: whoever changes how pages look sees
//! all that they changed.

use std::path::{Path, PathBuf};

use crate::install;
use crate::run::{cargo, command, must, program, root, say, scratch};

/// Builds the program of a commit and the one of this folder, and has `e2e/pictures.mjs` lay side by side what differs.
pub(crate) fn pictures(commit: &str) -> Result<bool, String> {
    install::for_browser()?;
    let folder = scratch("pictures")?;
    let commit = full_name(commit)?;
    say(&format!("the program of {commit}"));
    let tree = folder.join("tree");
    check_out(&tree, &commit)?;
    let before = built(&tree, &folder.join("target"), &folder.join("program-before"))?;
    say("the program of this folder");
    let target = program().ancestors().nth(2).ok_or("no folder to build in")?.to_owned();
    let after = built(&root(), &target, &folder.join("program-after"))?;
    say("pictures");
    let shown = empty(&folder.join("differing"))?;
    let mut looking = command("node");
    looking.arg("pictures.mjs").args([&before, &after, &shown]).current_dir(root().join("e2e"));
    must(&mut looking)?;
    println!("See {}", shown.display());
    Ok(true)
}

/// The name of a commit that means the same in every folder.
fn full_name(commit: &str) -> Result<String, String> {
    let said =
        command("git").args(["rev-parse", "--verify", "--end-of-options", &format!("{commit}^{{commit}}")]).output();
    let said = said.map_err(|error| format!("git: {error}"))?;
    if !said.status.success() {
        return Err(format!("there is no commit `{commit}`"));
    }
    Ok(String::from_utf8_lossy(&said.stdout).trim().to_owned())
}

/// Its files, in a work tree of their own that is kept for the next time.
fn check_out(tree: &Path, commit: &str) -> Result<(), String> {
    if tree.join(".git").exists() {
        return must(command("git").args(["checkout", "--quiet", "--detach", "--force", commit]).current_dir(tree));
    }
    must(command("git").args(["worktree", "prune"]))?;
    must(command("git").args(["worktree", "add", "--quiet", "--detach"]).arg(tree).arg(commit))
}

/// Builds a tree's program and puts it aside. Each tree has a folder to build in: in one that both share, what is finished
/// of one is taken for the other's.
fn built(tree: &Path, target: &Path, aside: &Path) -> Result<PathBuf, String> {
    let program = target.join("debug/strong-cities");
    let mut building = cargo();
    building.args(["build", "--workspace", "--bin", "strong-cities"]).current_dir(tree);
    must(building.env("CARGO_TARGET_DIR", target))?;
    std::fs::copy(&program, aside).map_err(|error| format!("{}: {error}", program.display()))?;
    Ok(aside.to_owned())
}

fn empty(folder: &Path) -> Result<PathBuf, String> {
    let _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.to_owned())
}
