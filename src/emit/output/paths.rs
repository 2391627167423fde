use super::{MANIFEST, OutputError};
use crate::emit::GeneratedFile;
use foldhash::HashMap;

/// Checks that the files can be written side by side inside one folder on every file system.
pub(super) fn check(files: &[GeneratedFile]) -> Result<(), OutputError> {
    let mut seen = HashMap::from_iter([(key(MANIFEST), MANIFEST)]);
    for file in files {
        if !is_plain(&file.path) || !file.path.split('/').all(|name| portable(name) == name) {
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

/// Whether `path` is relative and stays in its folder on every system.
pub(super) fn is_plain(path: &str) -> bool {
    !path.contains(['\\', ':', '\0'])
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != "..")
}

/// `name` as every system takes it for a file, with `_` for what some do not.
pub fn portable(name: &str) -> String {
    let is_refused = |of: char| of.is_control() || r#"/\:*?"<>|"#.contains(of);
    let mut portable = name.replace(is_refused, "_");
    if portable.ends_with(['.', ' ']) {
        portable.push('_');
    }
    if is_device(&portable) {
        portable.insert(0, '_');
    }
    portable
}

/// Whether Windows takes the name for that of a device, which it does whatever its ending is.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.trim_end_matches(' ').to_ascii_uppercase();
    match stem.as_bytes() {
        [b'C', b'O', b'M', number @ ..] | [b'L', b'P', b'T', number @ ..] => {
            matches!(number, [b'1'..=b'9'])
                || ["¹", "²", "³"].iter().any(|of| of.as_bytes() == number)
        }
        stem => matches!(stem, b"CON" | b"PRN" | b"AUX" | b"NUL"),
    }
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
    fn a_portable_name_is_one_that_windows_takes() {
        for (name, expected) in [
            ("Rules.dll", "Rules.dll"),
            ("..a b.ü", "..a b.ü"),
            ("Com0.dll", "Com0.dll"),
            ("Console.dll", "Console.dll"),
            ("a:b?\n.dll", "a_b__.dll"),
            ("a.", "a._"),
            ("a ", "a _"),
            ("..", ".._"),
            ("Con", "_Con"),
            ("nul .tar.gz", "_nul .tar.gz"),
            ("lpt9.dll", "_lpt9.dll"),
            ("Com².dll", "_Com².dll"),
        ] {
            assert_eq!(portable(name), expected);
            assert_eq!(portable(expected), expected);
        }
    }

    #[test]
    fn ancestors_go_from_the_inside_out() {
        assert_eq!(ancestors("a/b/c").collect::<Vec<_>>(), ["a/b", "a"]);
        assert_eq!(ancestors("a").count(), 0);
    }
}
