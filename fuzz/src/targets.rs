//! What each fuzz target does with its bytes: it asks every question that the library can answer. The
//! answers do not matter; that they come, soon and without a panic, does.
//!
//! The tests run the same functions over the committed corpora, so that no finding comes back.

use dllift::check::check_archive;
use dllift::clr::{
    AppHost, Archive, Assembly, AssemblySet, Dependencies, DocId, FileStore, Library, Method,
    ReflectionName, ResourceLocation, ResourceSet, RuntimeConfig, Symbols, Type, XmlDocs,
};
use dllift::emit::zip::ZipWriter;
use dllift::emit::{dump as emit_dump, o11};
use dllift::metadata::attribute::{self, EnumSizes, TypeClass};
use dllift::metadata::body::MethodBody;
use dllift::metadata::signature::{self, ElementType};
use dllift::metadata::{Cursor, Metadata, TableId, TypeDefOrRef, table};
use dllift::pe::{FileBytes, Image};
use dllift::translate::{Options, translate as to_extension};
use dllift::xif::Xif;
use std::io;

/// A target: its name, which is that of its corpus, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: &[Target] = &[
    ("image", image),
    ("root", root),
    ("tables", tables),
    ("signature", signature),
    ("attribute", attribute),
    ("body", body),
    ("resources", resources),
    ("pdb", pdb),
    ("types", types),
    ("dump", dump),
    ("translate", translate),
    ("xml_docs", xml_docs),
    ("archive", archive),
    ("json", json),
    ("check", check),
    ("xif", xif),
];

/// The headers of an image.
pub fn image(data: &[u8]) {
    let Ok(image) = Image::parse(data) else {
        return;
    };
    let header = *image.cli_header();
    for directory in [header.metadata, header.resources, header.strong_name] {
        let _ = image.directory(directory, "a directory");
    }
    for section in image.sections() {
        let end = section.virtual_address.saturating_add(section.raw_size);
        let _ =
            [section.virtual_address, end - u32::from(end > 0), end].map(|rva| image.at_rva(rva));
    }
    let _ = (image.machine().to_string(), image.code_kind());
    let _ = image.metadata();
}

/// A metadata root: streams and heaps.
pub fn root(data: &[u8]) {
    let Ok(metadata) = Metadata::parse(data, 0) else {
        return;
    };
    let _ = (metadata.version(), metadata.row_counts().count());
    for index in (0..0x200).chain([0xffff, u32::MAX]) {
        let _ = metadata.strings().string(index);
        let _ = metadata.blobs().blob(index);
        let _ = metadata.user_strings().user_string(index);
        let _ = metadata.guids().guid(index);
    }
}

/// A metadata root: every column of every row, and every signature and constant.
pub fn tables(data: &[u8]) {
    if let Ok(metadata) = Metadata::parse(data, 0) {
        rows(&metadata);
    }
}

fn rows(metadata: &Metadata<'_>) {
    metadata.check_rows(drop);
    for row in metadata.rows::<table::Field>() {
        let _ = row.signature().and_then(signature::field);
        let _ = (
            metadata.field_layout(row.id()),
            metadata.field_rva(row.id()),
        );
    }
    for row in metadata.rows::<table::MethodDef>() {
        let _ = row.signature().and_then(signature::method);
        let _ = (
            metadata.method_owner(row.id()),
            metadata.semantics_of(row.id()).count(),
        );
    }
    for row in metadata.rows::<table::MemberRef>() {
        let _ = row.signature().and_then(signature::method);
        let _ = row.signature().and_then(signature::field);
    }
    for row in metadata.rows::<table::StandAloneSig>() {
        let _ = row.signature().and_then(signature::locals);
    }
    for row in metadata.rows::<table::Property>() {
        let _ = row.signature().and_then(signature::property);
    }
    for row in metadata.rows::<table::TypeSpec>() {
        let _ = row.signature().and_then(signature::type_spec);
    }
    for row in metadata.rows::<table::MethodSpec>() {
        let _ = row.instantiation().and_then(signature::method_spec);
    }
    for row in metadata.rows::<table::FieldMarshal>() {
        let _ = row.marshalling();
    }
    for row in metadata.rows::<table::DeclSecurity>() {
        let _ = row.permissions();
    }
    for row in metadata.rows::<table::ImplMap>() {
        let _ = row.flags().convention();
    }
    for row in metadata.rows::<table::Document>() {
        let _ = row.path(metadata);
    }
    for row in metadata.rows::<table::MethodDebugInformation>() {
        let _ = row.points(metadata).map(Iterator::count);
    }
    for row in metadata.rows::<table::Constant>() {
        let _ = row.decode();
    }
    for table in TableId::ALL {
        let _ = metadata.claims_sorted(*table);
    }
}

/// A byte that chooses the kind of signature, and the signature.
pub fn signature(data: &[u8]) {
    let Some((kind, blob)) = data.split_first() else {
        return;
    };
    let cursor = Cursor::new(blob, 0);
    match kind % 6 {
        0 => drop(signature::method(cursor)),
        1 => drop(signature::field(cursor)),
        2 => drop(signature::property(cursor)),
        3 => drop(signature::locals(cursor)),
        4 => drop(signature::method_spec(cursor)),
        _ => drop(signature::type_spec(cursor)),
    }
}

/// Knows some enums and not others, by whatever the bytes say.
struct Enums;

impl EnumSizes for Enums {
    fn classify(&self, ty: TypeDefOrRef) -> TypeClass {
        match ty {
            TypeDefOrRef::TypeDef(id) => {
                let element = ElementType::from_number(id.row() as u8);
                TypeClass::Enum("E".into(), element)
            }
            TypeDefOrRef::TypeRef(_) => TypeClass::SystemType,
            TypeDefOrRef::TypeSpec(_) => TypeClass::Enum("?".into(), None),
        }
    }

    fn underlying_of_name(&self, name: &str) -> Option<ElementType> {
        let _ = ReflectionName::parse(name).map(|name| name.outermost().0.len());
        ElementType::from_number(name.len() as u8)
    }
}

/// The length of a constructor's signature, the signature, and the value of an attribute.
pub fn attribute(data: &[u8]) {
    let Some((length, rest)) = data.split_first() else {
        return;
    };
    let Some((constructor, value)) = rest.split_at_checked((*length).into()) else {
        return;
    };
    if let Ok(constructor) = signature::method(Cursor::new(constructor, 0)) {
        let arguments = [constructor.return_type.clone()];
        let _ = attribute::decode(Cursor::new(value, 0), &constructor, &arguments, &Enums);
    }
}

/// The body of a method.
pub fn body(data: &[u8]) {
    if let Ok(body) = MethodBody::parse(data, 0) {
        let _ = body.clauses().count();
    }
}

/// A `.resources` file.
pub fn resources(data: &[u8]) {
    let Ok(set) = ResourceSet::parse(data) else {
        return;
    };
    for entry in set.entries().flatten() {
        let _ = (entry.name(), entry.type_name(), entry.value());
    }
}

/// A portable PDB.
pub fn pdb(data: &[u8]) {
    if let Ok(symbols) = Symbols::parse(data) {
        let _ = (symbols.id(), symbols.documents().count());
        rows(symbols.metadata());
    }
}

/// An image: names, members, documentation ids, attributes and references.
pub fn types(data: &[u8]) {
    let Ok(assembly) = Assembly::parse(data) else {
        return;
    };
    rows(assembly.metadata());
    let set = AssemblySet::new(vec![assembly]);
    let assembly = &set.assemblies()[0];
    let _ = (assembly.version(), assembly.culture(), assembly.mvid());
    let _ = (assembly.target_framework(), assembly.references().count());
    let _ = assembly.exported_types().count();
    assembly.types().for_each(|ty| one_type(&set, ty));
    for row in assembly.metadata().rows::<table::TypeRef>() {
        let _ = set.resolve(assembly, TypeDefOrRef::TypeRef(row.id()));
    }
    for resource in assembly.resources() {
        if let Ok(ResourceLocation::Embedded(content)) = resource.location() {
            resources(content);
        }
    }
    let _ = (assembly.pdb_id(), assembly.embedded_pdb());
    for attribute in assembly.custom_attributes() {
        let _ = attribute.value(Some(&set));
    }
}

fn one_type<'m>(set: &'m AssemblySet<'m>, ty: Type<'m>) {
    let _ = (ty.full_name(), ty.kind(), ty.is_public(), ty.is_generic());
    let _ = (DocId(&ty).to_string(), ty.nested().count());
    let base = ty.base().ok().flatten();
    let named = base.as_ref().and_then(|base| base.as_named());
    let _ = named.map(|named| set.definition(named));
    for interface in ty.interfaces().flatten() {
        let _ = (interface.to_string(), interface.is_open());
    }
    for attribute in ty.custom_attributes() {
        let _ = (attribute.type_name(), attribute.value(Some(set)));
    }
    ty.methods().flatten().for_each(one_method);
    for field in ty.fields().flatten() {
        let _ = (field.ty(), field.constant(), DocId(&field).to_string());
        let _ = field.marshalling();
    }
    for property in ty.properties().flatten() {
        let _ = (property.signature(), property.getter(), property.setter());
        let _ = (property.is_init_only(), DocId(&property).to_string());
    }
    for event in ty.events().flatten() {
        let _ = (event.ty(), event.adder(), event.remover());
    }
}

fn one_method(method: Method<'_>) {
    let _ = (method.to_string(), DocId(&method).to_string());
    let _ = (method.pinvoke().is_some(), method.generic_params().count());
    if let Ok(Some(body)) = method.body() {
        let _ = body.clauses().count();
    }
    let Ok(signature) = method.signature() else {
        return;
    };
    for parameter in &signature.parameters {
        let _ = (parameter.direction(), parameter.is_params());
        let _ = (parameter.default_value(), parameter.marshalling());
    }
}

/// An image: every fact of it as text.
pub fn dump(data: &[u8]) {
    let Ok(assembly) = Assembly::parse(data) else {
        return;
    };
    let set = AssemblySet::new(vec![assembly]);
    let written = emit_dump::json(&set.assemblies()[0], "image", Some(&set), &mut io::sink());
    assert!(written.is_ok(), "only the sink could have failed");
}

/// An image: the extension that it becomes, and its source code.
pub fn translate(data: &[u8]) {
    if Assembly::parse(data).is_err() {
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("Image.dll");
    std::fs::write(&path, data).expect("a temporary file");
    let store = FileStore::open(&[path], &[]);
    let translation = to_extension(&Library::new(&store), &Options::default());
    let lowered = o11::lower(&translation.extension);
    let _ = o11::extension_files(&translation, &lowered);
}

/// A documentation file.
pub fn xml_docs(data: &[u8]) {
    if let Ok(docs) = XmlDocs::parse(data) {
        let _ = (docs.len(), docs.resolve("T:A"), docs.lineage("M:B").count());
    }
}

/// A ZIP archive or NuGet package, or a program with a bundle behind it.
pub fn archive(data: &[u8]) {
    let bytes = FileBytes::from(data.to_vec());
    let archive = match AppHost::find(data) {
        Some(AppHost::Bundle { header }) => Archive::bundle(bytes, header),
        _ => Archive::zip(bytes),
    };
    if let Ok(archive) = archive {
        for entry in archive.entries() {
            let _ = archive.read(entry);
        }
    }
}

/// A `.deps.json` or `.runtimeconfig.json`.
pub fn json(data: &[u8]) {
    let _ = (Dependencies::parse(data), RuntimeConfig::parse(data));
}

/// A package, or an image that is the only file of one.
pub fn check(data: &[u8]) {
    let package = if data.starts_with(b"MZ") {
        let mut zip = ZipWriter::new(Vec::new());
        let added = zip.add("Image.dll", data);
        added
            .and_then(|()| zip.finish(""))
            .expect("a small archive")
    } else {
        data.to_vec()
    };
    if let Ok(report) = check_archive(package) {
        for finding in &report.findings {
            assert!(!finding.message.is_empty());
        }
    }
}

/// A `.xif`, or the XML in one.
pub fn xif(data: &[u8]) {
    for xif in [Xif::parse(data), Xif::parse_xml(data.to_vec())] {
        for resource in xif.iter().flat_map(|xif| &xif.resources) {
            let _ = resource.content();
        }
    }
}
