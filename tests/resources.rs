//! Manifest resources and the `.resources` format, in files put together here and in those of mono.

use dllift::clr::{Assembly, ResourceLocation, ResourceSet, ResourceValue};
use dllift::metadata::ErrorKind;
use dllift::pe::FileBytes;
use std::fs;

fn prefixed(text: &str) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(text.len()).unwrap()];
    bytes.extend(text.as_bytes());
    bytes
}

/// A `.resources` file whose entries are names and encoded values.
fn resources(version: u32, types: &[&str], entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = 0xbeef_caceu32.to_le_bytes().to_vec();
    file.extend(1u32.to_le_bytes());
    let head = [prefixed("Reader"), prefixed("Set")].concat();
    file.extend((head.len() as u32).to_le_bytes());
    file.extend(head);
    file.extend(version.to_le_bytes());
    file.extend((entries.len() as u32).to_le_bytes());
    file.extend((types.len() as u32).to_le_bytes());
    file.extend(types.iter().flat_map(|name| prefixed(name)));
    while !file.len().is_multiple_of(8) {
        file.push(b'P');
    }
    let (mut positions, mut names) = (Vec::new(), Vec::new());
    let mut values: Vec<u8> = Vec::new();
    for (name, value) in entries {
        positions.extend((names.len() as u32).to_le_bytes());
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        names.push(u8::try_from(name.len()).unwrap());
        names.extend(name);
        names.extend((values.len() as u32).to_le_bytes());
        values.extend_from_slice(value);
    }
    file.extend((7..).take(entries.len()).flat_map(u32::to_le_bytes));
    file.extend(positions);
    let start = file.len() + 4 + names.len();
    file.extend((start as u32).to_le_bytes());
    file.extend(names);
    file.extend(values);
    file
}

#[test]
fn version_2_has_codes_for_the_common_types() {
    let entries: &[(&str, &[u8])] = &[
        ("text", b"\x01\x06H\xc3\xa4llo"),
        ("nothing", &[0]),
        ("number", &[8, 0xfe, 0xff, 0xff, 0xff]),
        ("bytes", &[0x20, 2, 0, 0, 0, 1, 2]),
        ("point", &[0x40, 9, 9, 9]),
        ("däumchen", &[2, 1]),
    ];
    let file = resources(2, &["Some.Point, Drawing"], entries);
    assert!(ResourceSet::is_in(&file));
    let set = ResourceSet::parse(&file).unwrap();
    assert_eq!((set.len(), set.types()), (6, &["Some.Point, Drawing"][..]));
    let found: Vec<_> = set.entries().map(Result::unwrap).collect();
    let names: Vec<_> = found.iter().map(|entry| entry.name().unwrap()).collect();
    assert_eq!(
        names,
        ["text", "nothing", "number", "bytes", "point", "däumchen"]
    );
    let values: Vec<_> = found.iter().map(|entry| entry.value().unwrap()).collect();
    assert_eq!(
        values,
        [
            ResourceValue::String("Hällo"),
            ResourceValue::Null,
            ResourceValue::Int32(-2),
            ResourceValue::ByteArray(&[1, 2]),
            ResourceValue::Serialized {
                class: "Some.Point, Drawing",
                bytes: &[9, 9, 9]
            },
            ResourceValue::Boolean(true),
        ]
    );
    let types: Vec<_> = found
        .iter()
        .map(|entry| entry.type_name().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "String",
            "Null",
            "Int32",
            "ByteArray",
            "Some.Point, Drawing",
            "Boolean"
        ]
    );
    let (first, last) = (found[0], found[5]);
    assert_eq!((first.hash, first.bytes().len()), (7, 8));
    let position = usize::try_from(last.position()).unwrap();
    assert_eq!(&file[position..], last.bytes());
}

#[test]
fn version_1_names_the_class_of_every_value() {
    let types = ["System.String, mscorlib", "System.Drawing.Bitmap"];
    let null = &[0xff, 0xff, 0xff, 0xff, 0x0f][..];
    let file = resources(
        1,
        &types,
        &[
            ("a", &[0, 2, b'h', b'i']),
            ("b", &[1, 4, 5]),
            ("c", null),
            ("d", &[2]),
        ],
    );
    let set = ResourceSet::parse(&file).unwrap();
    let values: Vec<_> = set.entries().map(|entry| entry.unwrap().value()).collect();
    assert_eq!(values[0], Ok(ResourceValue::String("hi")));
    assert_eq!(
        values[1],
        Ok(ResourceValue::Serialized {
            class: "System.Drawing.Bitmap",
            bytes: &[4, 5]
        })
    );
    assert_eq!(values[2], Ok(ResourceValue::Null));
    assert!(values[3].is_err());
}

#[test]
fn a_bad_entry_does_not_hide_the_others() {
    let mut file = resources(2, &[], &[("a", &[0]), ("b", &[0])]);
    let positions = file.len() - 2 - 2 * 7 - 4 - 8;
    file[positions..positions + 4].fill(0xff);
    let set = ResourceSet::parse(&file).unwrap();
    let found: Vec<_> = set.entries().collect();
    assert!(found[0].is_err());
    assert_eq!(found[1].as_ref().unwrap().name().as_deref(), Ok("b"));
}

#[test]
fn counts_are_checked_against_the_bytes() {
    let mut file = resources(2, &[], &[]);
    // Behind three numbers, the names of the two classes, and the version.
    let count = 12 + 7 + 4 + 4;
    file[count..count + 4].fill(0xff);
    let error = ResourceSet::parse(&file).unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::BadCount {
            count: u32::MAX,
            ..
        }
    ));
}

#[test]
fn every_prefix_and_every_changed_byte_gives_values_or_errors() {
    let file = resources(2, &["T"], &[("one", &[0x40, 1, 2]), ("two", &[1, 1, b'x'])]);
    let drain = |file: &[u8]| {
        let Ok(set) = ResourceSet::parse(file) else {
            return;
        };
        for entry in set.entries().flatten() {
            let _ = (entry.name(), entry.type_name(), entry.value());
        }
    };
    for length in 0..file.len() {
        drain(&file[..length]);
    }
    for position in 0..file.len() {
        for value in [0, 1, 0x7f, 0x80, 0xff] {
            let mut damaged = file.clone();
            damaged[position] = value;
            drain(&damaged);
        }
    }
}

/// Every resource of mono's class libraries, with every value.
#[test]
fn real_resources_are_read_to_the_end() {
    let Ok(folder) = fs::read_dir("/usr/lib/mono/4.5") else {
        eprintln!("mono is not installed: its class libraries are not read");
        return;
    };
    let (mut resources, mut entries) = (0, 0);
    for path in folder.map(|entry| entry.unwrap().path()) {
        let Ok(bytes) = FileBytes::open(&path) else {
            continue;
        };
        let Ok(assembly) = Assembly::parse(&bytes) else {
            continue;
        };
        for resource in assembly.resources() {
            let location = resource.location().unwrap();
            resources += 1;
            let ResourceLocation::Embedded(content) = location else {
                continue;
            };
            if !ResourceSet::is_in(content) {
                continue;
            }
            let set = ResourceSet::parse(content).unwrap();
            let mut bytes = 0;
            for entry in set.entries() {
                let entry = entry.unwrap();
                assert!(!entry.name().unwrap().is_empty());
                entry.value().unwrap();
                bytes += entry.bytes().len();
                entries += 1;
            }
            // The values lie side by side up to the end.
            assert!(bytes < content.len());
        }
    }
    eprintln!("{resources} resources, {entries} entries in sets");
    assert!(resources > 0 && entries > 0);
}
