use crate::check::CheckError;
use crate::clr::Assembly;
use crate::limits;
use crate::pe::FileBytes;
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

type Listed = (String, u64, PathBuf);

/// The files in `folder` and its subfolders, sorted by their names in a package. Links are not followed.
pub(crate) fn files(folder: &Path) -> Result<Vec<Listed>, CheckError> {
    let mut found = Vec::new();
    let mut left = vec![(folder.to_path_buf(), String::new())];
    while let Some((folder, prefix)) = left.pop() {
        for (name, path, kind) in list(&folder)? {
            let name = format!("{prefix}{name}");
            if kind.is_dir() {
                left.push((path, format!("{name}/")));
            } else if kind.is_file() {
                if found.len() == limits::PACKAGE_ENTRIES {
                    let most = limits::PACKAGE_ENTRIES;
                    return Err(CheckError::TooManyFiles(folder, most));
                }
                let size = fs::metadata(&path).map_err(|error| CheckError::io(&path, error))?;
                found.push((name, size.len(), path));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The assembly at `path`, its `.deps.json`, and what it references of what stands beside it, in turn: the
/// package that it would be in.
pub(super) fn closure(path: &Path) -> Result<Vec<Listed>, CheckError> {
    let parent = path.parent().filter(|parent| *parent != Path::new(""));
    let folder = parent.unwrap_or(Path::new("."));
    let entries = list(folder)?
        .into_iter()
        .filter(|(_, _, kind)| !kind.is_dir());
    let beside: HashMap<String, (String, PathBuf)> = entries
        .map(|(name, path, _)| (name.to_ascii_lowercase(), (name, path)))
        .collect();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let mut found = BTreeMap::new();
    let mut left = vec![
        name.to_ascii_lowercase(),
        format!("{stem}.deps.json").to_ascii_lowercase(),
    ];
    while let Some(key) = left.pop() {
        let Some((name, path)) = beside.get(&key) else {
            continue;
        };
        let bytes = FileBytes::open(path).map_err(|error| CheckError::io(path, error))?;
        let file = (bytes.len() as u64, path.clone());
        if found.insert(name.clone(), file).is_some() {
            continue;
        }
        if let Ok(assembly) = Assembly::parse(&bytes) {
            let names = assembly.references().map(|reference| reference.name);
            left.extend(names.map(|name| format!("{name}.dll").to_ascii_lowercase()));
        }
    }
    let files = found.into_iter();
    Ok(files
        .map(|(name, (size, path))| (name, size, path))
        .collect())
}

/// What is in `folder`: names, paths and kinds.
fn list(folder: &Path) -> Result<Vec<(String, PathBuf, fs::FileType)>, CheckError> {
    let io = |error| CheckError::io(folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let entry = entry.map_err(io)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        found.push((name, entry.path(), entry.file_type().map_err(io)?));
    }
    Ok(found)
}
