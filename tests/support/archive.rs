//! ZIP archives and single-file programs, put together byte by byte.

#![allow(dead_code, reason = "every test uses a part of it")]

use miniz_oxide::deflate::compress_to_vec;

/// A ZIP archive of files, all deflated.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let deflated = compress_to_vec(bytes, 6);
        let start = archive.len() as u32;
        // Version, flags, method, time and date.
        let mut head = vec![20, 0, 0, 0, 8, 0, 0, 0, 0, 0];
        head.extend(rawzip::crc32(bytes).to_le_bytes());
        head.extend((deflated.len() as u32).to_le_bytes());
        head.extend((bytes.len() as u32).to_le_bytes());
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        archive.extend(b"PK\x03\x04");
        archive.extend(&head);
        archive.extend(name.as_bytes());
        archive.extend(deflated);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(start.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    let count = (files.len() as u16).to_le_bytes();
    archive.extend([count, count].concat());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0, 0]);
    archive
}

/// A native program that starts `assembly`, or, where `header` is not 0, the bundle behind it.
pub(crate) fn app_host(assembly: &str, header: u64) -> Vec<u8> {
    let mut file = b"\x7fELF\x02 code".to_vec();
    file.push(0);
    let mut path = assembly.as_bytes().to_vec();
    path.resize(1025, 0);
    file.extend(path);
    file.extend(header.to_le_bytes());
    file.extend(b"\x8b\x12\x02\xb9\x6a\x61\x20\x38\x72\x7b\x93\x02\x14\xd7\xa0\x32");
    file.extend(b"\x13\xf5\xb9\xe6\xef\xae\x33\x18\xee\x3b\x2d\xce\x24\xb3\x6a\xae");
    file
}

/// A single-file program of this version of the format with these files in it.
pub(crate) fn bundle(version: u32, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = app_host("App.dll", 0);
    let mut entries = Vec::new();
    for (name, bytes) in files {
        let offset = file.len() as u64;
        let deflated = compress_to_vec(bytes, 6);
        let stored = if version < 6 { bytes } else { &deflated[..] };
        file.extend(stored);
        entries.extend(offset.to_le_bytes());
        entries.extend((bytes.len() as u64).to_le_bytes());
        if version >= 6 {
            entries.extend((stored.len() as u64).to_le_bytes());
        }
        entries.push(1);
        entries.push(u8::try_from(name.len()).unwrap());
        entries.extend(name.as_bytes());
    }
    let header = file.len() as u64;
    file.extend(version.to_le_bytes());
    file.extend(0u32.to_le_bytes());
    file.extend((files.len() as u32).to_le_bytes());
    file.extend(b"\x04hash");
    if version > 1 {
        file.extend([0; 40]);
    }
    file.extend(entries);
    let start = app_host("App.dll", header);
    file[..start.len()].copy_from_slice(&start);
    file
}
