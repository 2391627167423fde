//! The assemblies that a file refers to, directly or not.

use dllift::clr::Assembly;
use dllift::pe::FileBytes;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// The bytes of `file` and of the assemblies that it references, as far as they can be found and read.
pub(crate) fn images(
    file: &Path,
    dirs: &[PathBuf],
) -> Result<Vec<FileBytes>, Box<dyn std::error::Error>> {
    let mut images = vec![FileBytes::open(file)?];
    let beside = file.parent().unwrap_or(Path::new(""));
    let mut seen = HashSet::new();
    let mut next = 0;
    while let Some(image) = images.get(next) {
        let assembly = match Assembly::parse(image) {
            Ok(assembly) => assembly,
            Err(error) if next == 0 => return Err(error.into()),
            Err(_) => {
                images.remove(next);
                continue;
            }
        };
        seen.insert(assembly.name().to_owned());
        let names = assembly.references().map(|reference| reference.name);
        let names: Vec<_> = names
            .filter(|name| seen.insert((*name).to_owned()))
            .collect();
        let found = names.iter().filter_map(|name| {
            let folders = std::iter::once(beside).chain(dirs.iter().map(PathBuf::as_path));
            let files = folders.flat_map(|folder| {
                ["dll", "exe"].map(|extension| folder.join(format!("{name}.{extension}")))
            });
            files.filter_map(|file| FileBytes::open(&file).ok()).next()
        });
        let found: Vec<_> = found.collect();
        images.extend(found);
        next += 1;
    }
    Ok(images)
}
