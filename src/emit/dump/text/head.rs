use super::line::Line;
use super::{BEGINNING, Text};
use crate::clr::{PublicKeyToken, TypeName, Version};
use crate::metadata::{
    HasCustomAttribute, HasDeclSecurity, Implementation, Metadata, Result, Row, Table, table,
};
use std::fmt::Display;
use std::io;

/// `ManifestResourceAttributes` (II.23.1.9): visible to other assemblies.
const PUBLIC: u32 = 1;
/// `FileAttributes` (II.23.1.6): not an image with metadata.
const NO_METADATA: u32 = 1;
/// `AssemblyFlags` (II.23.1.2): the whole public key is stored.
const WHOLE_KEY: u32 = 1;

impl<'m, W: io::Write> Text<'m, '_, W> {
    /// What stands before the types.
    pub(super) fn head(&mut self) -> io::Result<()> {
        let (assembly, metadata) = (self.assembly, self.metadata);
        self.line("assembly", |line| {
            line.put(BEGINNING)?;
            line.put(format_args!("{} {}", assembly.name(), assembly.version()))
        })?;
        self.plain("//")?;
        self.identity()?;
        self.section("references", reference)?;
        self.section("modules", |line, row: Row<'m, table::ModuleRef>| {
            line.put(row.name()?)
        })?;
        self.section("files", |line, row: Row<'m, table::File>| {
            line.put(row.name()?)?;
            match row.flags() & NO_METADATA {
                0 => Ok(()),
                _ => line.put(", no metadata"),
            }
        })?;
        self.section(
            "resources",
            |line, row: Row<'m, table::ManifestResource>| {
                let access = match row.flags() & 7 {
                    PUBLIC => "public",
                    _ => "private",
                };
                line.put(format_args!("{}, {access}, ", row.name()?))?;
                match (row.implementation()?, assembly.embedded_resource(row)) {
                    (Some(place), _) => in_place(line, metadata, place),
                    (None, Ok(data)) => line.put(format_args!("{} bytes", data.len())),
                    (None, Err(_)) => line.put("which the file does not hold"),
                }
            },
        )?;
        self.section(
            "exported types",
            |line, row: Row<'m, table::ExportedType>| {
                line.put(TypeName::of_exported(assembly, row.id())?)?;
                match row.implementation()? {
                    Some(Implementation::ExportedType(_)) | None => Ok(()),
                    Some(place) => {
                        line.put(", ")?;
                        in_place(line, metadata, place)
                    }
                }
            },
        )?;
        self.plain("//")?;
        self.plain("// rows")?;
        for (table, rows) in metadata.row_counts() {
            self.line(table, |line| line.put(format_args!("//   {table} {rows}")))?;
        }
        self.gap();
        self.module_attributes()
    }

    fn identity(&mut self) -> io::Result<()> {
        let assembly = self.assembly;
        let image = assembly.image();
        let header = image.cli_header();
        if assembly.has_manifest() {
            let culture = Some(assembly.culture()).filter(|culture| !culture.is_empty());
            self.fact("culture", culture.unwrap_or("neutral"))?;
            let token = assembly.public_key_token();
            match self.or_damage("public key", token)?.flatten() {
                Some(token) => self.fact("public key token", token)?,
                None => self.fact("public key token", "none")?,
            }
        }
        if let Some(module) = self.metadata.first::<table::Module>() {
            let name = module.name();
            let name = self.or_damage("module", name)?.unwrap_or_default();
            let mvid = assembly.mvid().unwrap_or_default();
            self.fact("module", format_args!("{name}, {mvid}"))?;
        }
        let kind = if image.is_dll() { "DLL" } else { "EXE" };
        let format = if image.is_pe32_plus() {
            "PE32+"
        } else {
            "PE32"
        };
        let bits = if header.flags.requires_32_bit() {
            ", 32-bit only"
        } else {
            ""
        };
        let (machine, code) = (image.machine(), image.code_kind());
        self.fact(
            "image",
            format_args!("{kind}, {format}, {machine}{bits}, {code}"),
        )?;
        if header.entry_point != 0 {
            let kind = if header.flags.native_entry_point() {
                "native, at RVA "
            } else {
                ""
            };
            self.fact(
                "entry point",
                format_args!("{kind}{:08x}", header.entry_point),
            )?;
        }
        self.fact("runtime", self.metadata.version())?;
        match assembly.target_framework() {
            Some(framework) => self.fact("framework", framework),
            None => Ok(()),
        }
    }

    fn fact(&mut self, label: &str, value: impl Display) -> io::Result<()> {
        self.line(label, |line| {
            line.put(format_args!("// {label:<17} {value}"))
        })
    }

    /// A line for each row of a table, under a title.
    fn section<T: Table>(
        &mut self,
        title: &str,
        describe: impl Fn(&mut Line, Row<'m, T>) -> Result<()>,
    ) -> io::Result<()> {
        for (position, row) in self.metadata.rows::<T>().enumerate() {
            if position == 0 {
                self.plain("//")?;
                self.line(title, |line| line.put(format_args!("// {title}")))?;
            }
            self.line(row.id(), |line| {
                line.comment(row.id());
                line.put("//   ")?;
                describe(line, row)
            })?;
        }
        Ok(())
    }

    fn module_attributes(&mut self) -> io::Result<()> {
        if let Some(row) = self.metadata.first::<table::Assembly>() {
            self.attributes(HasCustomAttribute::Assembly(row.id()), "assembly: ", &[])?;
            self.security(HasDeclSecurity::Assembly(row.id()))?;
        }
        if let Some(row) = self.metadata.first::<table::Module>() {
            self.attributes(HasCustomAttribute::Module(row.id()), "module: ", &[])?;
        }
        Ok(())
    }
}

fn reference(line: &mut Line, row: Row<'_, table::AssemblyRef>) -> Result<()> {
    let version = Version(
        row.major_version(),
        row.minor_version(),
        row.build_number(),
        row.revision_number(),
    );
    line.put(format_args!("{} {version}", row.name()?))?;
    let culture = row.culture()?;
    if !culture.is_empty() {
        line.put(format_args!(", culture {culture}"))?;
    }
    let key = row.public_key_or_token()?.rest();
    let token = match <[u8; 8]>::try_from(key) {
        _ if key.is_empty() => return Ok(()),
        Ok(token) if row.flags() & WHOLE_KEY == 0 => PublicKeyToken(token),
        _ => PublicKeyToken::of(key),
    };
    line.put(format_args!(", public key token {token}"))
}

fn in_place<'m>(line: &mut Line, metadata: &'m Metadata<'m>, place: Implementation) -> Result<()> {
    let name = match place {
        Implementation::File(id) => metadata.row(id)?.name()?,
        Implementation::AssemblyRef(id) => metadata.row(id)?.name()?,
        Implementation::ExportedType(id) => metadata.row(id)?.name()?,
    };
    line.put(format_args!("in {name}"))
}
