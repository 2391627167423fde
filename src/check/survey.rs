//! The first look: every file is read once, and what the rules about the package ask is kept.

use super::finding::Findings;
use super::package::{FileError, FileId, Package};
use crate::clr::{ArchiveError, Assembly, Error, Type, is_assembly_name};
use crate::limits;
use crate::pe::{CodeKind, FileKind, InflateError, PeError};
use foldhash::HashMap;
use std::collections::BTreeSet;

/// The namespace of the attributes.
pub(super) const SDK: &str = "OutSystems.ExternalLibraries.SDK";

/// What was learnt of the files.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The assemblies, in the order of the files.
    pub(super) assemblies: Vec<AssemblyFacts>,
    /// Native files, and what they are.
    pub(super) natives: Vec<(FileId, String)>,
    /// Positions in `assemblies` by name in lower case.
    by_name: HashMap<String, usize>,
}

/// What was learnt of an assembly.
#[derive(Debug)]
pub(super) struct AssemblyFacts {
    pub(super) file: FileId,
    /// Whether it is in no folder of the package, where ODC looks for it.
    pub(super) is_at_root: bool,
    pub(super) name: String,
    /// The value of its `TargetFrameworkAttribute`.
    pub(super) framework: Option<String>,
    /// Names of the assemblies that it references, and their major versions.
    pub(super) references: Vec<(String, u16)>,
    /// The packages that it references through facades of .NET.
    pub(super) packages: BTreeSet<&'static str>,
    /// Full names of its interfaces with the attribute `OSInterface`.
    pub(super) interfaces: Vec<String>,
}

impl Survey {
    /// Reads every file of `package`, and adds findings about those that cannot be read.
    pub(super) fn of(package: &Package, findings: &mut Findings) -> Self {
        let mut survey = Self::default();
        let mut left = limits::PACKAGE_INFLATED;
        for file in package.files() {
            let name = package.file_name(file);
            let size = package.file_size(file);
            match left.checked_sub(size) {
                Some(rest) => left = rest,
                None => {
                    findings.add(
                        "DL7006",
                        name,
                        "",
                        &[name, "the package inflates to too much"],
                    );
                    continue;
                }
            }
            let read = if is_assembly_name(name) {
                package
                    .read(file)
                    .map(|bytes| survey.learn(package, file, &bytes, findings))
            } else {
                package
                    .head(file)
                    .map(|head| survey.learn_native(file, &head))
            };
            if let Err(error) = read {
                report(&error, name, findings);
            }
        }
        survey
    }

    /// The assembly with this simple name.
    pub(super) fn find(&self, name: &str) -> Option<&AssemblyFacts> {
        let position = self.by_name.get(&name.to_ascii_lowercase())?;
        self.assemblies.get(*position)
    }

    fn learn(&mut self, package: &Package, file: FileId, bytes: &[u8], findings: &mut Findings) {
        let name = package.file_name(file);
        let assembly = match Assembly::parse(bytes) {
            Ok(assembly) => assembly,
            Err(Error::Image(PeError::NotPe(_))) => return self.learn_native(file, bytes),
            Err(Error::Image(PeError::Native)) => {
                self.natives
                    .push((file, "a native DLL of Windows".to_owned()));
                return;
            }
            Err(error) => {
                findings.add("DL7020", name, "", &[name, &error.to_string()]);
                return;
            }
        };
        let image = assembly.image();
        if image.code_kind() == CodeKind::Mixed {
            self.natives.push((
                file,
                "an assembly with native code of Windows in it".to_owned(),
            ));
        } else if image.cli_header().flags.requires_32_bit() {
            self.natives
                .push((file, "an assembly for 32 bits only".to_owned()));
        }
        let references = assembly.references();
        let packages = assembly.packages_behind_facades();
        let position = self.assemblies.len();
        let is_at_root = !name.contains(['/', '\\']);
        // Translations have the name of what they translate.
        if assembly.culture().is_empty() {
            let key = assembly.name().to_ascii_lowercase();
            let known = self.by_name.entry(key).or_insert(position);
            // The one at the root is what code gets.
            if is_at_root && self.assemblies.get(*known).is_some_and(|of| !of.is_at_root) {
                *known = position;
            }
        }
        self.assemblies.push(AssemblyFacts {
            file,
            is_at_root,
            name: assembly.name().to_owned(),
            framework: assembly.target_framework().map(str::to_owned),
            references: references
                .map(|of| (of.name.to_owned(), of.version.0))
                .collect(),
            packages: packages.into_iter().map(|(_, package)| package).collect(),
            interfaces: os_interfaces(&assembly).filter_map(full_name).collect(),
        });
    }

    /// Keeps the file if it is code of an operating system, as its first bytes say.
    fn learn_native(&mut self, file: FileId, head: &[u8]) {
        /// Where the header has the processor, and its number for x86-64.
        const MACHINE: std::ops::Range<usize> = 18..20;
        const X86_64: &[u8] = &[62, 0];
        let what = match FileKind::of(head) {
            FileKind::Elf if head.get(MACHINE) == Some(X86_64) => return,
            FileKind::Elf => "a Linux file for another processor".to_owned(),
            kind @ (FileKind::MachO | FileKind::Dos) => kind.to_string(),
            _ => return,
        };
        self.natives.push((file, what));
    }
}

/// The interfaces of `assembly` that have the attribute `OSInterface`.
pub(super) fn os_interfaces<'m>(assembly: &'m Assembly<'m>) -> impl Iterator<Item = Type<'m>> {
    // Without a reference to the attribute, no type has it.
    let attribute = format!("{SDK}.OSInterfaceAttribute");
    let types = assembly
        .find_reference(&attribute)
        .map(|_| assembly.types());
    types.into_iter().flatten().filter(|ty| {
        const INTERFACE: u32 = 0x20;
        let mut attributes = ty.custom_attributes();
        ty.flags() & INTERFACE != 0 && attributes.any(|of| of.is(SDK, "OSInterfaceAttribute"))
    })
}

fn full_name(ty: Type<'_>) -> Option<String> {
    ty.full_name().ok().map(|name| name.to_string())
}

/// Says why a file cannot be read.
fn report(error: &FileError, name: &str, findings: &mut Findings) {
    match error {
        FileError::Archive(ArchiveError::Method { method, .. }) => {
            let method = method_name(*method);
            findings.add("05029", name, "", &[name, &method]);
        }
        FileError::Archive(ArchiveError::Encrypted { .. }) => {
            findings.add("05028", name, "", &[name, "it is encrypted"]);
        }
        FileError::Archive(ArchiveError::CutOff { .. }) => {
            let reason = "its place in the archive is damaged";
            findings.add("05028", name, "", &[name, reason]);
        }
        FileError::Archive(ArchiveError::Checksum { .. }) => {
            findings.add("05028", name, "", &[name, "its checksum is wrong"]);
        }
        FileError::Archive(ArchiveError::Inflate { reason, .. }) => {
            let number = match reason {
                InflateError::TooLarge { .. } => "DL7006",
                _ => "05028",
            };
            findings.add(number, name, "", &[name, &reason.to_string()]);
        }
        FileError::Archive(error) => findings.add("05028", name, "", &[name, &error.to_string()]),
        FileError::Io(error) => findings.add("05028", name, "", &[name, &error.to_string()]),
        FileError::TooLarge(_) => findings.add("DL7006", name, "", &[name, &error.to_string()]),
    }
}

/// Methods of APPNOTE 4.4.5 that packers offer.
const METHODS: &[(u16, &str)] = &[
    (9, "Deflate64"),
    (12, "BZIP2"),
    (14, "LZMA"),
    (93, "Zstandard"),
    (95, "XZ"),
    (98, "PPMd"),
    (99, "AES encryption"),
];

fn method_name(method: u16) -> String {
    match METHODS.iter().find(|(number, _)| *number == method) {
        Some((_, name)) => (*name).to_owned(),
        None => format!("method {method}"),
    }
}
