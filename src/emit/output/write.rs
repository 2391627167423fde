use super::manifest::{MANIFEST, Manifest};
use super::paths;
use super::plan::Plan;
use super::staging::{self, Parents, Staging};
use super::transaction::Transaction;
use super::{OutputError, WriteSummary};
use crate::emit::GeneratedFile;
use crate::threads::both;
use crate::translate::LOCK;
use crate::translate::config::CONFIG;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// Makes `dir` hold `files`, all of them or, on an error, none.
///
/// Missing parents of `dir` are created. Files of the last run that are not in `files` are removed,
/// and so are the folders that this leaves empty; other files in `dir` are not touched. `force` lets
/// files be replaced that the user made or edited, and a folder without a manifest be written to.
///
/// # Errors
///
/// Every variant of [`OutputError`]; only [`OutputError::NotRestored`] leaves `dir` changed.
pub fn write(
    dir: &Path,
    files: &[GeneratedFile],
    force: bool,
) -> Result<WriteSummary, OutputError> {
    paths::check(files)?;
    if is_present(dir)? {
        update(dir, files, force)
    } else {
        create(dir, files, force)
    }
}

/// Puts the files `names` into `dir`, all of them or, on an error, none. `make` writes them to the folder that it is
/// given.
///
/// Missing parents of `dir` are created, and `dir` itself. Unlike [`write()`] it replaces what has these names, whoever
/// wrote it, and leaves no manifest.
///
/// # Errors
///
/// That of `make`, or one of moving the files; only [`OutputError::NotRestored`] leaves `dir` changed.
pub fn put<T>(
    dir: &Path,
    names: &[String],
    make: impl FnOnce(&Path) -> Result<T, OutputError>,
) -> Result<T, OutputError> {
    is_present(dir)?;
    let absolute = std::path::absolute(dir).map_err(OutputError::io("look at", dir))?;
    let mut parents = Parents::create(&absolute)?;
    let staging = Staging::new(dir)?;
    let made = make(&staging.new)?;
    transact(dir, staging, |transaction| {
        let mut names = names.iter();
        names.try_for_each(|name| transaction.install(name))
    })?;
    parents.keep();
    Ok(made)
}

/// What [`write()`] would do, were it not stopped by files that the user made or edited.
///
/// # Errors
///
/// As for [`write()`], but for what keeps it from replacing somebody's files.
pub fn compare(dir: &Path, files: &[GeneratedFile]) -> Result<WriteSummary, OutputError> {
    paths::check(files)?;
    let last = match is_present(dir)? {
        true => last_manifest(dir, true)?.unwrap_or_default(),
        false => Manifest::default(),
    };
    let plan = Plan::new(dir, &last, &Manifest::of(files), files, true)?;
    Ok(plan.into_summary())
}

/// Whether `dir` is a folder; false where nothing is there.
fn is_present(dir: &Path) -> Result<bool, OutputError> {
    let not_a_folder = || OutputError::NotAFolder {
        path: dir.to_path_buf(),
    };
    match fs::metadata(dir) {
        Ok(metadata) if !metadata.is_dir() => Err(not_a_folder()),
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => match fs::symlink_metadata(dir) {
            Ok(_dangling_link) => Err(not_a_folder()),
            Err(_) => Ok(false),
        },
        // A parent is a file, which creating the parents will say.
        Err(error) if error.kind() == ErrorKind::NotADirectory => Ok(false),
        Err(error) => Err(OutputError::io("look at", dir)(error)),
    }
}

/// Writes a folder that is not there yet: staged beside its place, then renamed in one step.
fn create(dir: &Path, files: &[GeneratedFile], force: bool) -> Result<WriteSummary, OutputError> {
    let dir = &std::path::absolute(dir).map_err(OutputError::io("look at", dir))?;
    let Some(parent) = dir.parent() else {
        let path = dir.clone();
        return Err(OutputError::NotAFolder { path });
    };
    let mut parents = Parents::create(parent)?;
    let staging = Staging::new(parent)?;
    let add = || files.iter().try_for_each(|file| staging.add(file));
    let (manifest, added) = both(|| Manifest::of(files), add);
    added?;
    staging.add(&manifest.to_file())?;
    match fs::rename(&staging.new, dir) {
        Ok(()) => {
            parents.keep();
            Ok(WriteSummary {
                written: files.iter().map(|file| file.path.clone()).collect(),
                ..WriteSummary::default()
            })
        }
        // Another run was faster.
        Err(_) if dir.is_dir() => update(dir, files, force),
        Err(error) => Err(OutputError::io("create", dir)(error)),
    }
}

/// Writes a folder that is there, and tells the work of another run from that of people.
fn update(dir: &Path, files: &[GeneratedFile], force: bool) -> Result<WriteSummary, OutputError> {
    let _turn = turn(dir)?;
    let last = last_manifest(dir, force)?;
    replace(dir, last.as_ref(), files, force).map_err(|error| {
        match error.may_be_of_another_run() && has_another_run(dir, last.as_ref()) {
            true => busy(dir),
            false => error,
        }
    })
}

/// Waits until no other run writes to `dir`, and lets others wait until it is dropped. Not every system can lock a
/// folder: where it cannot, nobody waits.
fn turn(dir: &Path) -> Result<Option<File>, OutputError> {
    let Ok(folder) = File::open(dir) else {
        return Ok(None);
    };
    let start = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::Error(_)) => return Ok(None),
            // One that was stopped in its work would never end.
            Err(TryLockError::WouldBlock) if start.elapsed() > PATIENCE => return Err(busy(dir)),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
        }
    }
}

/// How long a run waits for another one, which writes for a second or two.
const PATIENCE: Duration = Duration::from_secs(20);

fn busy(dir: &Path) -> OutputError {
    OutputError::Busy {
        dir: dir.to_path_buf(),
    }
}

/// Whether a run is writing to `dir`, has written since its manifest was `last`, or was stopped while it wrote.
fn has_another_run(dir: &Path, last: Option<&Manifest>) -> bool {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    let mut names = entries.map(|entry| entry.file_name());
    names.any(|name| staging::is_staging(&name))
        || Manifest::read(dir).ok().flatten().as_ref() != last
}

/// Writes file by file, and puts everything back on an error.
fn replace(
    dir: &Path,
    last: Option<&Manifest>,
    files: &[GeneratedFile],
    force: bool,
) -> Result<WriteSummary, OutputError> {
    if last.is_none() && !force {
        refuse_foreign_entries(dir)?;
    }
    let manifest = Manifest::of(files);
    let is_current = last == Some(&manifest);
    let none = Manifest::default();
    let last = last.unwrap_or(&none);
    let mut plan = Plan::new(dir, last, &manifest, files, !force)?;
    if !force {
        plan = plan.without_foreign_files(dir)?;
    }
    if is_current && plan.write.is_empty() {
        return Ok(plan.into_summary());
    }
    // Inside the folder and not beside it: where it is a mount point, only this is the same file
    // system, and its parent may not be ours to write to.
    let staging = Staging::new(dir)?;
    for file in &plan.write {
        staging.add(file)?;
    }
    staging.add(&manifest.to_file())?;

    transact(dir, staging, |transaction| apply(transaction, &plan, files))?;
    Ok(plan.into_summary())
}

/// Takes `steps` with the staged files, and puts everything back if one of them fails.
fn transact(
    dir: &Path,
    staging: Staging,
    steps: impl FnOnce(&mut Transaction<'_>) -> Result<(), OutputError>,
) -> Result<(), OutputError> {
    let mut transaction = Transaction::new(dir, &staging.new, &staging.old);
    let Err(cause) = steps(&mut transaction) else {
        return Ok(());
    };
    Err(match transaction.roll_back() {
        Ok(()) => cause,
        Err(path) => OutputError::NotRestored {
            cause: Box::new(cause),
            path,
            saved: staging.keep(),
        },
    })
}

/// The stale files go first, for one may be where a folder is needed or the other way round; the
/// manifest comes last, so that a run that is killed can be repeated.
fn apply(
    transaction: &mut Transaction<'_>,
    plan: &Plan<'_>,
    files: &[GeneratedFile],
) -> Result<(), OutputError> {
    for path in &plan.stale {
        transaction.set_aside(path)?;
    }
    let needed = files.iter().map(|file| file.path.as_str());
    transaction.remove_empty_folders(&plan.stale, needed);
    for file in &plan.write {
        transaction.install(&file.path)?;
    }
    transaction.install(MANIFEST)
}

/// The manifest of the last run; `None` where there was none, or `force` says to ignore a bad one.
fn last_manifest(dir: &Path, force: bool) -> Result<Option<Manifest>, OutputError> {
    match Manifest::read(dir) {
        Err(OutputError::BadManifest { .. }) if force => Ok(None),
        result => result,
    }
}

/// Fails where a folder without a manifest holds anything of somebody else's.
fn refuse_foreign_entries(dir: &Path) -> Result<(), OutputError> {
    match some_entries(dir)? {
        found if found.is_empty() => Ok(()),
        found => Err(OutputError::ForeignFolder {
            dir: dir.to_path_buf(),
            found,
        }),
    }
}

/// The first two names in `dir`, without the staging folders of other runs and without the files that users
/// keep when they do not commit what is generated.
fn some_entries(dir: &Path) -> Result<Vec<String>, OutputError> {
    let error = || OutputError::io("read", dir);
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).map_err(error())? {
        let name = entry.map_err(error())?.file_name();
        if !staging::is_staging(&name) && ![LOCK, CONFIG].iter().any(|own| name == **own) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    names.truncate(2);
    Ok(names)
}
