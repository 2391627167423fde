//! Where mono's class libraries are.

use std::env;
use std::path::PathBuf;

/// The folder that `MONO_LIB` names; else the one that belongs to the `mono` executable, if there is one.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = match env::var_os("MONO_LIB") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let mono = env::split_paths(&env::var_os("PATH")?)
                .map(|folder| folder.join("mono"))
                .find_map(|mono| mono.canonicalize().ok())?;
            mono.parent()?.parent()?.join("lib/mono/4.5")
        }
    };
    folder.is_dir().then_some(folder)
}
