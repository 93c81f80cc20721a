//! While the hub is worked on: style sheets and words as the repository has them now, so that none of them needs a
//! build to be seen. `cargo xtask dev` names the repository.

/// The repository's folder.
const FOLDER: &str = "HUB_DEV";

/// This file of the repository as it is now; as the program carries it, where none is named or the build is one for
/// people.
pub fn current(path: &str, carried: &'static str) -> &'static str {
    if !cfg!(debug_assertions) {
        return carried;
    }
    let Some(folder) = std::env::var_os(FOLDER) else { return carried };
    match std::fs::read_to_string(std::path::Path::new(&folder).join(path)) {
        // Once a start.
        Ok(text) => text.leak(),
        Err(error) => {
            tracing::warn!(path, %error, "this file is taken as it was built");
            carried
        }
    }
}
