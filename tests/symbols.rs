//! Portable PDBs, put together row by row.

use dllift::clr::{Assembly, Symbols, SymbolsError};
use dllift::metadata::pdb::SourceSpan;
use dllift::pe::FileKind;
use std::fs;
use std::path::Path;

fn stream(bytes: &mut Vec<u8>, name: &str, offset: usize, size: usize) {
    bytes.extend((offset as u32).to_le_bytes());
    bytes.extend((size as u32).to_le_bytes());
    bytes.extend(name.as_bytes());
    bytes.resize(bytes.len() + 4 - name.len() % 4, 0);
}

/// A PDB for a module with `methods` methods: one document, and points and a local variable of the first.
fn pdb(methods: u32) -> Vec<u8> {
    let strings = b"\0count\0";
    // At 1 and 5 the parts of the name, at 9 the name, at 13 the sequence points.
    let blobs = b"\0\x03src\x03A.c\x03/\x01\x05\x06\0\0\0\x01\x0a\x05";
    let guids = [0; 16];
    let mut header: Vec<u8> = (1..=20).collect();
    header.extend(0u32.to_le_bytes());
    header.extend((1u64 << 0x06).to_le_bytes());
    header.extend(methods.to_le_bytes());
    let mut tables = vec![0, 0, 0, 0, 2, 0, 0, 1];
    tables.extend(0x000f_0000_0000_0000u64.to_le_bytes());
    tables.extend(0u64.to_le_bytes());
    for rows in [1, methods, 1, 1] {
        tables.extend(rows.to_le_bytes());
    }
    let mut row = |cells: &[u16]| tables.extend(cells.iter().flat_map(|cell| cell.to_le_bytes()));
    row(&[9, 0, 0, 0]);
    row(&[1, 13]);
    (1..methods).for_each(|_| row(&[0, 0]));
    // Method, imports, variables, constants, offset, length.
    row(&[1, 0, 1, 1, 2, 0, 8, 0]);
    // Attributes, slot, name.
    row(&[0, 3, 1]);

    let streams: [(&str, &[u8]); 5] = [
        ("#Pdb", &header),
        ("#~", &tables),
        ("#Strings", strings),
        ("#Blob", blobs),
        ("#GUID", &guids),
    ];
    let padded = |name: &str| name.len() + 4 - name.len() % 4;
    let mut root = b"BSJB\x01\0\x01\0\0\0\0\0\x0c\0\0\0PDB v1.0\0\0\0\0\0\0\x05\0".to_vec();
    let heads: usize = streams.iter().map(|(name, _)| 8 + padded(name)).sum();
    let mut at = root.len() + heads;
    for (name, bytes) in streams {
        stream(&mut root, name, at, bytes.len());
        at += bytes.len();
    }
    root.extend(streams.iter().flat_map(|(_, bytes)| *bytes));
    root
}

fn dll() -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/MortgageLib.dll")).unwrap()
}

#[test]
fn a_pdb_says_where_code_comes_from() {
    let dll = dll();
    let assembly = Assembly::parse(&dll).unwrap();
    let method = assembly.types().flat_map(|ty| ty.methods()).next();
    let method = method.unwrap().unwrap();
    let bytes = pdb(2);
    let symbols = Symbols::parse(&bytes).unwrap();
    let id = symbols.id();
    assert_eq!((id.guid.0[0], id.guid.0[15]), (1, 16));
    assert_eq!(id.stamp, u32::from_le_bytes([17, 18, 19, 20]));

    let document = symbols.documents().next().unwrap().id();
    assert_eq!(symbols.document_path(document).as_deref(), Ok("src/A.c"));
    let points: Vec<_> = symbols
        .points(method)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let [point] = points[..] else {
        panic!("{points:?}");
    };
    assert_eq!((point.il_offset, point.document), (0, Some(document)));
    let span = SourceSpan {
        start_line: 10,
        start_column: 5,
        end_line: 10,
        end_column: 6,
    };
    assert_eq!(point.span, Some(span));
    let names: Vec<_> = symbols.local_names(method).collect();
    assert_eq!(names, [Ok((3, "count"))]);
    let scope = symbols.scopes(method).next().unwrap();
    assert_eq!((scope.start_offset(), scope.length()), (2, 8));
}

#[test]
fn a_method_past_the_end_of_the_pdb_is_an_error() {
    let dll = dll();
    let assembly = Assembly::parse(&dll).unwrap();
    let method = assembly.types().flat_map(|ty| ty.methods()).nth(5);
    let bytes = pdb(2);
    let symbols = Symbols::parse(&bytes).unwrap();
    assert!(symbols.points(method.unwrap().unwrap()).is_err());
}

#[test]
fn other_files_are_refused_by_name() {
    let windows = Symbols::parse(b"Microsoft C/C++ MSF 7.00\r\n");
    assert_eq!(
        windows.unwrap_err(),
        SymbolsError::NotPortable(FileKind::WindowsPdb)
    );
    let module = Assembly::parse(&dll())
        .unwrap()
        .image()
        .metadata()
        .unwrap()
        .1
        .to_vec();
    assert_eq!(
        Symbols::parse(&module).unwrap_err(),
        SymbolsError::NotPortable(FileKind::Unknown)
    );
}

#[test]
fn every_prefix_and_every_changed_byte_gives_values_or_errors() {
    let dll = dll();
    let assembly = Assembly::parse(&dll).unwrap();
    let method = assembly.types().flat_map(|ty| ty.methods()).next();
    let method = method.unwrap().unwrap();
    let file = pdb(2);
    let drain = |file: &[u8]| {
        let Ok(symbols) = Symbols::parse(file) else {
            return;
        };
        for row in symbols.documents() {
            let _ = symbols.document_path(row.id());
        }
        let _ = symbols.points(method).map(Iterator::count);
        let _ = symbols.local_names(method).count();
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
