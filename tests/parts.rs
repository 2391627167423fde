//! What assemblies hold beside types: method bodies, marshalling, security.

mod support;

use dllift::clr::Assembly;
use dllift::metadata::body::ClauseKind;
use dllift::metadata::{
    CharSet, Id, ImportConvention, Marshalling, NativeType, PermissionSet, table,
};
use dllift::pe::FileBytes;
use std::fs;
use std::path::PathBuf;
use support::testdata;

/// The class libraries of mono, where they are installed.
fn class_libraries() -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir("/usr/lib/mono/4.5") else {
        eprintln!("mono is not installed: its class libraries are not read");
        return Vec::new();
    };
    let paths = folder.map(|entry| entry.unwrap().path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "dll"))
        .collect()
}

#[test]
fn every_body_of_a_real_assembly_is_read() {
    let bytes = testdata("MortgageLib.dll");
    let assembly = Assembly::parse(&bytes).unwrap();
    let mut bodies = 0;
    for method in assembly.types().flat_map(|ty| ty.methods()) {
        let Some(body) = method.unwrap().body().unwrap() else {
            continue;
        };
        bodies += 1;
        // Every method ends with `ret` or `throw`, and mcs writes nothing behind it.
        assert!(matches!(body.code.rest().last(), Some(0x2a | 0x7a)));
        if let Some(locals) = body.locals {
            let id = Id::<table::StandAloneSig>::new(locals.row()).unwrap();
            assert!(assembly.metadata().row(id).is_ok());
        }
    }
    let rows = assembly.metadata().rows::<table::MethodDef>();
    assert_eq!(bodies, rows.filter(|row| row.rva() != 0).count());
}

#[test]
fn methods_without_il_have_no_body() {
    let bytes = testdata("Constructs.dll");
    let assembly = Assembly::parse(&bytes).unwrap();
    for method in assembly.types().flat_map(|ty| ty.methods()) {
        let method = method.unwrap();
        let has_il = !method.is_abstract() && method.row().rva() != 0;
        assert_eq!(method.body().unwrap().is_some(), has_il, "{method:?}");
    }
}

/// Reads every body, descriptor, import and permission set of the class libraries.
#[test]
fn class_libraries_are_read_to_the_end() {
    let (mut catches, mut descriptors, mut sets) = (0, 0, 0);
    for path in class_libraries() {
        let bytes = FileBytes::open(&path).unwrap();
        let Ok(assembly) = Assembly::parse(&bytes) else {
            continue;
        };
        let metadata = assembly.metadata();
        for method in assembly.types().flat_map(|ty| ty.methods()) {
            let method = method.unwrap();
            let body = method.body();
            let body = body.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for clause in body.iter().flat_map(|body| body.clauses()) {
                let clause = clause.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                catches += usize::from(matches!(clause.kind, ClauseKind::Catch(_)));
            }
        }
        for row in metadata.rows::<table::FieldMarshal>() {
            let descriptor = row.marshalling().unwrap();
            assert!(
                !matches!(descriptor, Marshalling::Unknown(_)),
                "{}: {descriptor:?}",
                path.display()
            );
            descriptors += 1;
        }
        for row in metadata.rows::<table::DeclSecurity>() {
            assert!(matches!(
                row.permissions(),
                Ok(PermissionSet::Xml(_) | PermissionSet::Attributes(_))
            ));
            sets += 1;
        }
    }
    eprintln!("{catches} catch clauses, {descriptors} descriptors, {sets} permission sets");
}

#[test]
fn imports_and_descriptors_are_those_of_the_source() {
    let bytes = testdata("Signatures.dll");
    let assembly = Assembly::parse(&bytes).unwrap();
    let metadata = assembly.metadata();
    let imports: Vec<_> = metadata.rows::<table::ImplMap>().collect();
    let [import] = imports[..] else {
        panic!("{imports:?}");
    };
    let flags = import.flags();
    assert_eq!(flags.convention(), Some(ImportConvention::PlatformApi));
    assert_eq!(flags.char_set(), CharSet::NotSpecified);
    assert!(flags.supports_last_error() && !flags.no_mangle());
    let descriptors = metadata
        .rows::<table::FieldMarshal>()
        .map(|row| row.marshalling());
    assert_eq!(
        descriptors.map(Result::unwrap).collect::<Vec<_>>(),
        [
            Marshalling::Simple(NativeType::LPStr),
            Marshalling::Simple(NativeType::LPWStr),
            Marshalling::FixedString { length: 12 },
        ]
    );
}
