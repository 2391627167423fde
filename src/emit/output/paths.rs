use super::{MANIFEST, OutputError};
use crate::emit::GeneratedFile;
use std::collections::HashMap;

/// Checks that the files can be written side by side inside one folder on every file system.
pub(super) fn check(files: &[GeneratedFile]) -> Result<(), OutputError> {
    let mut seen = HashMap::from([(key(MANIFEST), MANIFEST)]);
    for file in files {
        if !is_plain(&file.path) {
            let path = file.path.clone();
            return Err(OutputError::UnsafePath { path });
        }
        if let Some(first) = seen.insert(key(&file.path), &file.path) {
            return Err(clash(first, &file.path));
        }
    }
    for file in files {
        let mut folders = ancestors(&file.path);
        if let Some(first) = folders.find_map(|folder| seen.get(&key(folder))) {
            return Err(clash(first, &file.path));
        }
    }
    Ok(())
}

/// Whether `path` is relative, stays in its folder and means the same on every system.
pub(super) fn is_plain(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

/// What is equal for two paths that are one file where case is ignored.
pub(super) fn key(path: &str) -> String {
    path.to_lowercase()
}

/// The folders that `path` is in, innermost first.
pub(super) fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/')
        .filter_map(|(slash, _)| path.get(..slash))
}

fn clash(first: &str, second: &str) -> OutputError {
    OutputError::Clash {
        first: first.into(),
        second: second.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths_are_plain() {
        for path in ["a", "a/b.cs", ".hidden/..x", "a b/ü"] {
            assert!(is_plain(path), "{path}");
        }
        for path in [
            "", "/a", "a/", "a//b", ".", "a/./b", "..", "a/../b", "C:/a", "a\\b", "a:s", "a\0",
        ] {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn ancestors_go_from_the_inside_out() {
        assert_eq!(ancestors("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(ancestors("a").count(), 0);
    }
}
