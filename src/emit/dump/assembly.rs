use super::dumper::Dumper;
use super::signature::Printer;
use crate::clr::Version;
use crate::metadata::{
    HasCustomAttribute, HasDeclSecurity, Id, Implementation, Metadata, Result, Row, TableId, Token,
    limits, table,
};
use crate::pe::Image;
use std::io;

impl<W: io::Write> Dumper<'_, '_, W> {
    /// The records before the types: the assembly, the module, what they refer to and their attributes.
    pub(super) fn header(&mut self) -> io::Result<()> {
        let metadata = self.metadata;
        let manifest = metadata.first::<table::Assembly>();
        if let Some(row) = manifest {
            self.manifest(row)?;
        }
        self.module()?;
        for row in metadata.rows::<table::AssemblyRef>() {
            self.assembly_ref(row)?;
        }
        for row in metadata.rows::<table::ModuleRef>() {
            self.record("modref", row.id(), |line| {
                line.key("tok").text_of(row.id());
                line.key("name").text(row.name()?);
                Ok(())
            })?;
        }
        if let Some(row) = manifest {
            self.attributes(HasCustomAttribute::Assembly(row.id()), "assembly")?;
            self.security(HasDeclSecurity::Assembly(row.id()), "assembly")?;
        }
        match metadata.first::<table::Module>() {
            Some(row) => self.attributes(HasCustomAttribute::Module(row.id()), "module"),
            None => Ok(()),
        }
    }

    /// The records after the types: what the assembly exports and contains, and the row counts.
    pub(super) fn trailer(&mut self) -> io::Result<()> {
        let metadata = self.metadata;
        for row in metadata.rows::<table::ExportedType>() {
            self.exported(row)?;
        }
        for row in metadata.rows::<table::ManifestResource>() {
            self.resource(row)?;
        }
        self.record("rows", "rows", |line| {
            line.key("tables").begin('{');
            for (table, rows) in metadata.row_counts() {
                line.key(table.name()).number(rows);
            }
            line.end('}');
            Ok(())
        })
    }

    fn manifest(&mut self, row: Row<'_, table::Assembly>) -> io::Result<()> {
        self.record("assembly", "assembly", |line| {
            line.key("name").text(row.name()?);
            line.key("version").text_of(Version(
                row.major_version(),
                row.minor_version(),
                row.build_number(),
                row.revision_number(),
            ));
            line.key("culture").text(row.culture()?);
            line.key("pk").hex(row.public_key()?.rest());
            line.key("hash").number(row.hash_algorithm());
            line.key("flags")
                .text_of(format_args!("{:08x}", row.flags()));
            Ok(())
        })
    }

    fn module(&mut self) -> io::Result<()> {
        let metadata = self.metadata;
        let image = self.assembly.image();
        let has_manifest = self.assembly.has_manifest();
        self.record("module", "module", |line| {
            let row = metadata.first::<table::Module>();
            let mvid = row.map_or(Ok(None), Row::mvid)?;
            line.key("name").text(row.map_or(Ok(""), |row| row.name())?);
            line.key("mvid").text_of(mvid.unwrap_or_default());
            line.key("runtime").text(metadata.version());
            line.key("kind").text(kind(image, has_manifest));
            line.key("machine").number(image.machine().0);
            let flags = image.cli_header().flags.0;
            line.key("corflags").text_of(format_args!("{flags:08x}"));
            line.key("entry");
            match entry_point(image, metadata) {
                Some(token) => line.text_of(token),
                None => line.null(),
            }
            Ok(())
        })
    }

    fn assembly_ref(&mut self, row: Row<'_, table::AssemblyRef>) -> io::Result<()> {
        self.record("asmref", row.id(), |line| {
            line.key("tok").text_of(row.id());
            line.key("name").text(row.name()?);
            line.key("version").text_of(Version(
                row.major_version(),
                row.minor_version(),
                row.build_number(),
                row.revision_number(),
            ));
            line.key("culture").text(row.culture()?);
            line.key("pkt").hex(row.public_key_or_token()?.rest());
            line.key("flags")
                .text_of(format_args!("{:08x}", row.flags()));
            Ok(())
        })
    }

    fn exported(&mut self, row: Row<'_, table::ExportedType>) -> io::Result<()> {
        /// `tdForwarder`, an addition of the runtime to II.23.1.15.
        const FORWARDER: u32 = 0x0020_0000;
        let metadata = self.metadata;
        self.record("exported", format_args!("exported {}", row.id()), |line| {
            line.key("tok").text_of(row.id());
            line.key("name").begin_text();
            Printer::new(line, metadata).exported(row.id(), limits::CHAIN)?;
            line.end_text();
            line.key("flags")
                .text_of(format_args!("{:08x}", row.flags()));
            line.key("scope")
                .optional_text(exported_from(metadata, row)?);
            line.key("fwd").boolean(row.flags() & FORWARDER != 0);
            Ok(())
        })
    }

    fn resource(&mut self, row: Row<'_, table::ManifestResource>) -> io::Result<()> {
        let (assembly, metadata) = (self.assembly, self.metadata);
        self.record("resource", row.id(), |line| {
            let (kind, name) = match row.implementation()? {
                Some(Implementation::File(id)) => ("Linked", Some(metadata.row(id)?.name()?)),
                Some(Implementation::AssemblyRef(id)) => {
                    ("AssemblyLinked", Some(metadata.row(id)?.name()?))
                }
                Some(Implementation::ExportedType(_)) | None => ("Embedded", None),
            };
            let data = match name {
                None => assembly.embedded_resource(row).ok(),
                Some(_) => None,
            };
            line.key("n").text(row.name()?);
            line.key("kind").text(kind);
            line.key("flags").number(row.flags());
            line.key("size")
                .number(data.map_or(-1, |data| data.len() as i128));
            line.key("impl").optional_text(name);
            Ok(())
        })
    }
}

fn kind(image: &Image<'_>, has_manifest: bool) -> &'static str {
    match image.subsystem() {
        _ if !has_manifest => "NetModule",
        _ if image.is_dll() => "Dll",
        2 | 9 => "Windows",
        _ => "Console",
    }
}

/// The method that the image starts with, where it is managed and in this module.
fn entry_point(image: &Image<'_>, metadata: &Metadata<'_>) -> Option<Token> {
    let header = image.cli_header();
    let token = Token(header.entry_point);
    if header.flags.native_entry_point() || token.table() != Some(TableId::MethodDef) {
        return None;
    }
    let method = metadata.row(Id::<table::MethodDef>::new(token.row())?);
    method.is_ok().then_some(token)
}

/// The assembly or file that an exported type, or the type around it, is in.
fn exported_from<'m>(
    metadata: &'m Metadata<'m>,
    row: Row<'m, table::ExportedType>,
) -> Result<Option<&'m str>> {
    let mut row = row;
    for _ in 0..limits::CHAIN {
        row = match row.implementation()? {
            Some(Implementation::ExportedType(outer)) => metadata.row(outer)?,
            Some(Implementation::AssemblyRef(id)) => return metadata.row(id)?.name().map(Some),
            Some(Implementation::File(id)) => return metadata.row(id)?.name().map(Some),
            None => break,
        };
    }
    Ok(None)
}
