//! From a library to the files of an extension.

use crate::clr::Library;
use crate::emit::o11::{self, Lowered, O11Error};
use crate::emit::odc;
use crate::emit::{GeneratedFile, json, report};
use crate::extension::{Profile, Target};
use crate::translate::{LOCK, Lock, Options, Translation};
use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::mem::ManuallyDrop;
use thiserror::Error;

/// Why an extension has no files.
#[derive(Debug, Error)]
pub(super) enum GenerateError {
    #[error(transparent)]
    O11(#[from] O11Error),
    #[error("the resource {0} is not among the files that were read")]
    Resource(String),
    #[error("there is no thread for it: {0}")]
    Threads(#[from] ThreadPoolBuildError),
}

impl GenerateError {
    /// What the user can do, in one sentence.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::O11(_) => "Leave out the type that it comes from, and report a bug of dllift.",
            Self::Resource(_) => "Give the folder that it is in with --ref-dir.",
            Self::Threads(_) => "Let the process have a thread more.",
        }
    }
}

/// Everything that is written for `translation`, which `options` made, perhaps with other builds for ODC.
pub(super) fn files(
    library: &Library<'_>,
    odc: Option<&Library<'_>>,
    translation: &Translation,
    options: Options,
) -> Result<Vec<GeneratedFile>, GenerateError> {
    let extension = &translation.extension;
    // Together they take longer than the translation did. The longest part stays on this thread.
    let has_o11 = options.targets.has(Target::O11);
    let [mut json, mut names, mut markdown, mut html] = [const { String::new() }; 4];
    let mut project = None;
    let threads = threads()?;
    let o11 = threads.in_place_scope(|scope| {
        scope.spawn(|_| json = json::to_json(extension));
        scope.spawn(|_| names = options.lock.clone().with(translation).to_toml());
        scope.spawn(|_| project = library_files(translation, &options.lock));
        let lowered = ManuallyDrop::new(o11::lower(extension));
        threads.in_place_scope(|scope| {
            scope.spawn(|_| html = report::html(lowered.extension()));
            scope.spawn(|_| markdown = report(&lowered));
            has_o11.then(|| o11::extension_files(translation, &lowered))
        })
    });
    let mut files = vec![
        GeneratedFile::new("extension.json", json),
        GeneratedFile::new("report.md", markdown),
        GeneratedFile::new("report.html", html),
        GeneratedFile::new(LOCK, names),
    ];
    if extension.profile == Profile::Wizard {
        let details = o11::import_details(translation);
        files.push(GeneratedFile::new("import-details.txt", details));
    }
    let trees = [
        o11.transpose()?
            .map(|tree| (Target::O11, tree, "o11/".to_owned(), "Resources")),
        project.map(|tree| (Target::Odc, tree, format!("odc/{}/", extension.name), "lib")),
    ];
    for (target, mut tree, place, folder) in trees.into_iter().flatten() {
        let resources = extension.resources.iter().zip(&translation.files);
        for (resource, place) in resources.filter(|(resource, _)| resource.is_for(target)) {
            let library = odc.filter(|_| place.is_of_odc).unwrap_or(library);
            let assembly = library.set().assemblies().get(place.ordinal);
            let file = assembly.and_then(|of| library.file(of));
            let file = file.ok_or_else(|| GenerateError::Resource(resource.file.clone()))?;
            let place = format!("{folder}/{}", resource.file);
            tree.push(GeneratedFile::new(place, file.bytes()));
        }
        for file in &mut tree {
            file.path.insert_str(0, &place);
        }
        files.append(&mut tree);
    }
    Ok(files)
}

/// As many threads as help; this one alone where the system has no more to give.
fn threads() -> Result<ThreadPool, ThreadPoolBuildError> {
    ThreadPoolBuilder::new().build().or_else(|_| {
        let alone = ThreadPoolBuilder::new().num_threads(1);
        alone.use_current_thread().build()
    })
}

/// The project of the external library, where there is one.
fn library_files(translation: &Translation, lock: &Lock) -> Option<Vec<GeneratedFile>> {
    let library = translation.odc.as_ref()?;
    let is_empty = library.translation.calls.is_empty();
    (!is_empty).then(|| odc::library_files(library, lock))
}

/// The import report. It shows what has to be defined in Integration Studio, so it is about the lowered
/// extension, with the structures that O11 needs for lists.
pub(super) fn report(lowered: &Lowered) -> String {
    report::markdown(lowered.extension())
}
