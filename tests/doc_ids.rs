//! Documentation ids are those that the compiler writes.

use dllift::clr::{Assembly, DocId};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn ids(assembly: &Assembly<'_>) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for ty in assembly.types() {
        ids.insert(DocId(&ty).to_string());
        ids.extend(
            ty.methods()
                .map(|method| DocId(&method.unwrap()).to_string()),
        );
        ids.extend(
            ty.properties()
                .map(|property| DocId(&property.unwrap()).to_string()),
        );
        ids.extend(ty.fields().map(|field| DocId(&field.unwrap()).to_string()));
        ids.extend(ty.events().map(|event| DocId(&event.unwrap()).to_string()));
    }
    ids
}

fn documented(xml: &str) -> BTreeSet<String> {
    let names = xml.split("<member name=\"").skip(1);
    let names = names.map(|rest| rest.split('"').next().unwrap());
    names
        .map(|name| name.replace("&lt;", "<").replace("&gt;", ">"))
        .collect()
}

/// The compiler of mono leaves out the type arguments of tuples; that of F# has an abbreviation, which is no type.
const WRONG: &[&str] = &[
    "M:Rules.Tuples.FindBest(System.Collections.Generic.List{System.ValueTuple`3})",
    "M:Rules.Tuples.NamePoint(System.ValueTuple`2,System.String)",
    "T:Trade.Prices",
];

#[test]
fn every_documented_member_is_found() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    let mut compared = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "xml") {
            continue;
        }
        let bytes = fs::read(path.with_extension("dll")).unwrap();
        let assembly = Assembly::parse(&bytes).unwrap();
        let known = ids(&assembly);
        let wanted = documented(&fs::read_to_string(&path).unwrap());
        let missing = wanted.difference(&known);
        let missing: Vec<_> = missing.filter(|id| !WRONG.contains(&id.as_str())).collect();
        assert!(missing.is_empty(), "{}: {missing:#?}", path.display());
        compared += wanted.len();
    }
    assert!(compared > 250, "only {compared} ids compared");
}
