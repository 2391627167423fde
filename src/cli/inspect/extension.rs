use crate::cli::args::Inputs;
use crate::cli::problems::{self, Problem};
use crate::clr::Assembly;
use crate::extension::{DeployAction, Key};
use crate::pe::{FileBytes, InflateError};
use crate::xif::{Xif, XifError, XifResource};
use serde::Serialize;
use std::path::Path;

/// An extension in a `.xif` file.
#[derive(Serialize)]
pub(super) struct ExtensionFacts {
    pub(super) file: String,
    /// The key as a GUID, which is that of the C# project.
    pub(super) guid: Option<String>,
    #[serde(flatten)]
    pub(super) xif: Xif,
    pub(super) resources: Vec<ResourceFacts>,
}

/// A file in it.
#[derive(Serialize)]
pub(super) struct ResourceFacts {
    pub(super) key: Option<Key>,
    pub(super) file: String,
    pub(super) path: String,
    pub(super) description: String,
    pub(super) action: Option<DeployAction>,
    pub(super) code_reference: bool,
    pub(super) references: Vec<String>,
    /// Its bytes; null where they are damaged.
    pub(super) size: Option<usize>,
    /// What it is, if it is a .NET assembly.
    pub(super) assembly: Option<AssemblyFacts>,
}

#[derive(Serialize)]
pub(super) struct AssemblyFacts {
    pub(super) name: String,
    pub(super) version: String,
}

/// Takes the `.xif` files, told by their content, out of the inputs.
pub(super) fn split(inputs: &Inputs) -> (Vec<(&Path, FileBytes)>, Inputs) {
    let mut xifs = Vec::new();
    let mut others = inputs.clone();
    others.paths.clear();
    for path in &inputs.paths {
        // What cannot be opened is told about with the other inputs.
        match FileBytes::open(path) {
            Ok(bytes) if Xif::is_likely(&bytes) => xifs.push((path.as_path(), bytes)),
            _ => others.paths.push(path.clone()),
        }
    }
    (xifs, others)
}

impl ExtensionFacts {
    /// Reads the `.xif` file at `path`, and tells people about what is wrong with it.
    pub(super) fn read(path: &Path, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<Self> {
        let file = path.display().to_string();
        let mut add = |error: &XifError, is_error: bool| {
            let message = format!("{file} {error}");
            let problem = Problem::of(path, message, help(error), is_error);
            problem.say();
            problems.push(problem);
        };
        let xif = Xif::parse(bytes)
            .inspect_err(|error| add(error, true))
            .ok()?;
        let resources = xif.resources.iter();
        let resources = resources.map(|resource| {
            let content = resource.content();
            let content = content.inspect_err(|error| add(error, false));
            ResourceFacts::of(resource, content.ok().as_deref())
        });
        let resources = resources.collect();
        problems::say_notes(&file, &xif.notes);
        Some(Self {
            guid: xif.key.map(|key| key.guid().to_string()),
            xif,
            resources,
            file,
        })
    }
}

impl ResourceFacts {
    fn of(resource: &XifResource, content: Option<&[u8]>) -> Self {
        let assembly = content.and_then(|content| Assembly::parse(content).ok());
        Self {
            key: resource.key,
            file: resource.file.clone(),
            path: resource.path.clone(),
            description: resource.description.clone(),
            action: resource.action,
            code_reference: resource.is_code_reference,
            references: resource.references.clone(),
            size: content.map(<[u8]>::len),
            assembly: assembly.map(|assembly| AssemblyFacts {
                name: assembly.name().to_owned(),
                version: assembly.version().to_string(),
            }),
        }
    }
}

/// What the user can do, in one sentence.
fn help(error: &XifError) -> &'static str {
    match error {
        XifError::NotAnExtension
        | XifError::Encoding { .. }
        | XifError::Inflate(InflateError::Bomb { .. }) => {
            "Give a .xif that Integration Studio saved."
        }
        _ => "Download it again, or save it in Integration Studio again.",
    }
}
