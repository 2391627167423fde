use crate::extension::{Extension, Resource};
use foldhash::HashSet;

/// Names in the code that are no names of elements.
pub(super) struct CodeNames {
    /// Namespace of the code, and name of its assembly.
    pub(super) namespace: String,
    pub(super) interface: String,
    pub(super) class: String,
    /// The class of the mappers.
    pub(super) mappers: String,
}

impl CodeNames {
    /// Of a definition with all its structures. The namespace stays when the library is renamed. It is not the name of an
    /// assembly that ships, since a folder holds one file of a name.
    pub(super) fn new(definition: &Extension) -> Self {
        let name = &definition.name;
        let first = definition.original_name.as_ref().unwrap_or(name);
        // The namespace that the code names.
        let mut taken = HashSet::from_iter(["System"]);
        let mut space = free(&taken, first, "Library");
        while definition.resources.iter().any(|of| is_called(of, &space)) {
            space.push_str("Library");
        }
        let structures = definition
            .structures
            .iter()
            .map(|structure| structure.name.as_str());
        taken.extend(structures);
        for action in &definition.actions {
            taken.insert(&action.name);
            let parameters = action.inputs.iter().chain(&action.outputs);
            taken.extend(parameters.map(|parameter| parameter.name.as_str()));
        }
        let class = free(&taken, name, "Library");
        let interface = free(&taken, &format!("I{name}"), "Library");
        let mappers = match class.as_str() {
            "Mappers" => free(&taken, "LibraryMappers", "Class"),
            _ => free(&taken, "Mappers", "Class"),
        };
        Self {
            namespace: format!("Odc.{space}"),
            interface,
            class,
            mappers,
        }
    }
}

/// Whether the file is the assembly `Odc.<space>`, or that of its tests.
fn is_called(resource: &Resource, space: &str) -> bool {
    let stem = resource.file.rsplit_once('.').map_or("", |(stem, _)| stem);
    let own = format!("Odc.{space}");
    [format!("{own}.Tests"), own]
        .iter()
        .any(|own| stem.eq_ignore_ascii_case(own))
}

/// `name`, with `ending` as often as it takes to be free.
fn free(taken: &HashSet<&str>, name: &str, ending: &str) -> String {
    let mut free = name.to_owned();
    while taken.contains(free.as_str()) {
        free.push_str(ending);
    }
    free
}
