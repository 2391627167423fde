use super::counts::Counts;
use crate::clr::{
    Assembly, AssemblyReference, Library, LibraryFile, TargetFramework, is_framework_assembly,
};
use crate::extension::Coverage;
use crate::metadata::TableId;
use crate::pe::Image;
use crate::translate::{self, Options};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// What is to be known of an assembly.
#[derive(Serialize)]
pub(super) struct Facts<'m> {
    pub(super) file: String,
    pub(super) name: &'m str,
    pub(super) version: String,
    pub(super) culture: &'m str,
    pub(super) public_key_token: Option<String>,
    pub(super) mvid: Option<String>,
    pub(super) image: ImageFacts,
    /// Version string of the metadata, the runtime that it was compiled for.
    pub(super) runtime: &'m str,
    /// As the assembly's attribute has it.
    pub(super) framework: Option<&'m str>,
    pub(super) framework_moniker: Option<String>,
    pub(super) references: Vec<Reference<'m>>,
    #[serde(flatten)]
    pub(super) counts: Counts,
    /// Row counts of the tables that are not empty.
    tables: BTreeMap<&'static str, u32>,
    /// What a translation of it alone would cover; null where nobody wants to know.
    pub(super) coverage: Option<Coverage>,
    /// How many members it would skip, by the code of the reason.
    pub(super) reasons: BTreeMap<&'static str, usize>,
    pub(super) damage: Option<Damage>,
}

/// The file around the metadata.
#[derive(Serialize)]
pub(super) struct ImageFacts {
    /// `DLL` or `EXE`.
    pub(super) kind: &'static str,
    /// `PE32` or `PE32+`.
    pub(super) format: &'static str,
    pub(super) machine: String,
    pub(super) requires_32_bit: bool,
    pub(super) code: String,
}

/// A referenced assembly.
#[derive(Serialize)]
pub(super) struct Reference<'m> {
    pub(super) name: &'m str,
    pub(super) version: String,
    pub(super) status: Status,
    /// Where it was found.
    pub(super) file: Option<String>,
}

/// Whether a reference leads anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Status {
    Found,
    /// It is not at hand, but .NET Framework brings it.
    Framework,
    Missing,
}

/// Rows that cannot be read. `Display` continues a sentence that begins with the file.
#[derive(Default, Serialize)]
pub(super) struct Damage {
    rows: usize,
    first: String,
}

impl Damage {
    /// Takes note of an error.
    pub(super) fn add(&mut self, error: &impl fmt::Display) {
        if self.rows == 0 {
            self.first = error.to_string();
        }
        self.rows += 1;
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rows {
            1 => write!(f, "has a damaged row: {}", self.first),
            rows => write!(f, "has {rows} damaged rows, the first: {}", self.first),
        }
    }
}

impl<'m> Facts<'m> {
    pub(super) fn of(library: &'m Library<'_>, file: LibraryFile<'m>, with_coverage: bool) -> Self {
        let assembly = file.assembly();
        let mut damage = Damage::default();
        let token = assembly.public_key_token();
        let token = token.inspect_err(|error| damage.add(error)).ok().flatten();
        let counts = Counts::of(assembly, &mut damage);
        let options = Options {
            only: Some(assembly.ordinal()),
            ..Options::default()
        };
        let estimate = with_coverage.then(|| translate::estimate(library, &options));
        let framework = assembly.target_framework();
        let moniker = framework.and_then(TargetFramework::parse);
        Self {
            file: file.path().display().to_string(),
            name: assembly.name(),
            version: assembly.version().to_string(),
            culture: match assembly.culture() {
                "" => "neutral",
                culture => culture,
            },
            public_key_token: token.map(|token| token.to_string()),
            mvid: assembly.mvid().map(|mvid| mvid.to_string()),
            image: ImageFacts::of(assembly.image()),
            runtime: assembly.metadata().version(),
            framework,
            framework_moniker: moniker.map(|moniker| moniker.to_string()),
            references: assembly
                .references()
                .map(|to| Reference::of(library, to))
                .collect(),
            counts,
            tables: tables(assembly),
            coverage: estimate.as_ref().map(|estimate| estimate.coverage),
            reasons: estimate
                .map(|estimate| estimate.reasons)
                .unwrap_or_default(),
            damage: (damage.rows > 0).then_some(damage),
        }
    }
}

impl ImageFacts {
    fn of(image: &Image<'_>) -> Self {
        Self {
            kind: if image.is_dll() { "DLL" } else { "EXE" },
            format: if image.is_pe32_plus() {
                "PE32+"
            } else {
                "PE32"
            },
            machine: image.machine().to_string(),
            requires_32_bit: image.cli_header().flags.requires_32_bit(),
            code: image.code_kind().to_string(),
        }
    }
}

impl<'m> Reference<'m> {
    fn of(library: &Library<'_>, reference: AssemblyReference<'m>) -> Self {
        let found = library
            .set()
            .find(reference.name)
            .and_then(|found| library.file(found));
        let status = match found {
            Some(_) => Status::Found,
            None if is_framework_assembly(reference.name) => Status::Framework,
            None => Status::Missing,
        };
        Self {
            name: reference.name,
            version: reference.version.to_string(),
            status,
            file: found.map(|file| file.path().display().to_string()),
        }
    }
}

fn tables(assembly: &Assembly<'_>) -> BTreeMap<&'static str, u32> {
    let rows = |table: &TableId| (table.name(), assembly.metadata().row_count(*table));
    TableId::ALL
        .iter()
        .map(rows)
        .filter(|(_, rows)| *rows > 0)
        .collect()
}
