//! The text of dumps: samples to read, and what holds for all of them.

use dllift::clr::Assembly;
use dllift::emit::dump;
use dllift::metadata::table;
use std::path::Path;

fn testdata(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata");
    std::fs::read(folder.join(name)).unwrap()
}

fn text(bytes: &[u8]) -> String {
    let assembly = Assembly::parse(bytes).unwrap();
    let mut out = Vec::new();
    let summary = dump::text(&assembly, None, &mut out).unwrap();
    assert_eq!(summary, dump::Summary::default());
    assert!(dump::is_dump(&out[..dump::BEGINNING]));
    String::from_utf8(out).unwrap()
}

#[test]
fn samples() {
    for name in ["MortgageLib", "Signatures", "Attributes", "Oddities"] {
        insta::assert_snapshot!(name, text(&testdata(&format!("{name}.dll"))));
    }
}

#[test]
fn every_definition_is_there_once() {
    for name in ["Constructs", "Banking", "RoundTrip", "Signatures"] {
        let bytes = testdata(&format!("{name}.dll"));
        let text = text(&bytes);
        let assembly = Assembly::parse(&bytes).unwrap();
        let metadata = assembly.metadata();
        let types = metadata
            .rows::<table::TypeDef>()
            .map(|row| row.id().token());
        let fields = metadata.rows::<table::Field>().map(|row| row.id().token());
        let methods = metadata
            .rows::<table::MethodDef>()
            .map(|row| row.id().token());
        for token in types.chain(fields).chain(methods) {
            let comment = format!("// {token}");
            let lines = text.lines().filter(|line| line.contains(&comment));
            assert_eq!(lines.count(), 1, "{name}: {token}");
        }
    }
}

#[test]
fn damage_stands_where_it_was_met() {
    let bytes = testdata("Signatures.dll");
    let mut damaged = 0;
    for at in (0x200..bytes.len()).step_by(3) {
        let mut mutant = bytes.clone();
        mutant[at] ^= 0xa5;
        let Ok(assembly) = Assembly::parse(&mutant) else {
            continue;
        };
        let mut out = Vec::new();
        let summary = dump::text(&assembly, None, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines = text.lines().filter(|line| line.contains("// damaged: "));
        assert!(lines.count() as u64 >= summary.errors, "{at:#x}");
        damaged += u32::from(summary.errors > 0);
    }
    assert!(damaged > 50, "{damaged}");
}
