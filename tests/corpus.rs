//! Every file of a mono installation is either read to the last signature or said not to be .NET.

#[path = "support/libraries.rs"]
mod libraries;

use dllift::clr::{DocId, FileStore, Library, Type};
use std::fmt::Write;

/// Reads everything that the types show, and counts the members.
fn read(ty: Type<'_>, text: &mut String) -> dllift::metadata::Result<usize> {
    let mut members = 0;
    ty.full_name()?;
    ty.base()?;
    ty.interfaces()
        .try_for_each(|interface| interface.map(drop))?;
    for method in ty.methods() {
        let method = method?;
        for parameter in method.signature()?.parameters {
            parameter.default_value()?;
        }
        text.clear();
        write!(text, "{method} {}", DocId(&method)).unwrap();
        members += 1;
    }
    for field in ty.fields() {
        let field = field?;
        field.ty()?;
        field.constant()?;
        members += 1;
    }
    for property in ty.properties() {
        property?.signature()?;
        members += 1;
    }
    for event in ty.events() {
        event?.ty()?;
        members += 1;
    }
    Ok(members)
}

#[test]
fn every_assembly_of_mono_is_read_to_the_end() {
    let Some(lib) = libraries::mono_lib("corpus") else {
        return;
    };
    let store = FileStore::open(&[lib.parent().unwrap().to_owned()], &[]);
    let errors: Vec<_> = store
        .problems()
        .iter()
        .filter(|problem| problem.is_error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");

    let library = Library::new(&store);
    let (mut members, mut text) = (0, String::new());
    for file in library.inputs() {
        for ty in file.assembly().types() {
            let read = read(ty, &mut text);
            members +=
                read.unwrap_or_else(|error| panic!("{}: {ty:?}: {error}", file.path().display()));
        }
    }
    assert!(
        library.inputs().len() > 1_000,
        "only {} files",
        library.inputs().len()
    );
    assert!(members > 1_000_000, "only {members} members");
}
