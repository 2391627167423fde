//! Packages that no packer makes, put together byte by byte; the library in them is small and has no faults.

use super::archive::zip;
use super::fixture::Fixture;
use super::shell::Shell;
use super::support::{Place, native_pe, testdata};
use dllift::check::{CheckError, Report, check, check_archive};
use dllift::clr::ArchiveError;
use dllift::extension::Severity;
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};

/// What a package of `files` is said to have, and what it is about.
fn found(files: &[(&str, &[u8])]) -> Vec<(String, String)> {
    listed(&check_archive(zip(files)).unwrap())
}

fn listed(report: &Report) -> Vec<(String, String)> {
    let findings = report.findings.iter();
    let findings = findings.map(|finding| (finding.code.clone(), finding.file.clone()));
    // The sample is no external library, and built for .NET Framework.
    let of_sample = ["OS-ELG-MODL-05002", "DL7012"];
    findings
        .filter(|(code, _)| !of_sample.contains(&code.as_str()))
        .collect()
}

/// Whether a message has `text` in it.
fn says(report: &Report, text: &str) -> bool {
    let mut findings = report.findings.iter();
    findings.any(|finding| finding.message.contains(text))
}

fn pair(code: &str, file: &str) -> (String, String) {
    (code.to_owned(), file.to_owned())
}

fn sample() -> Vec<u8> {
    testdata("MortgageLib.dll")
}

/// The position of the `number`th directory entry of `archive`.
fn directory_entry(archive: &[u8], number: usize) -> usize {
    let signature = b"PK\x01\x02";
    let mut positions = (0..archive.len()).filter(|at| archive[*at..].starts_with(signature));
    positions.nth(number).unwrap()
}

/// Sets two bytes at `offset` of the local header and the directory entry of the first file.
fn set_both(archive: &mut [u8], offset: usize, value: [u8; 2]) {
    let entry = directory_entry(archive, 0);
    archive[offset..][..2].copy_from_slice(&value);
    archive[entry + offset + 2..][..2].copy_from_slice(&value);
}

#[test]
fn a_package_without_assemblies_is_none() {
    assert_eq!(found(&[]), [pair("OS-ELG-MODL-05001", "")]);
    let readme: &[u8] = b"Hello.";
    assert_eq!(
        found(&[("readme.txt", readme)]),
        [pair("OS-ELG-MODL-05001", "")]
    );
    let dll = sample();
    assert_eq!(
        found(&[("MortgageLib.dll", &dll), ("readme.txt", readme)]),
        []
    );
}

#[test]
fn other_methods_are_not_read() {
    let dll = sample();
    for (method, name) in [(14, "LZMA"), (93, "Zstandard"), (1, "method 1")] {
        for file in ["MortgageLib.dll", "readme.txt"] {
            let mut archive = zip(&[(file, &dll), ("Other.dll", &dll)]);
            set_both(&mut archive, 8, [method, 0]);
            let report = check_archive(archive).unwrap();
            assert_eq!(listed(&report), [pair("OS-ELG-MODL-05029", file)]);
            assert!(says(&report, name), "{report:?}");
        }
    }
}

#[test]
fn files_that_cannot_be_uncompressed_are_said() {
    let dll = sample();
    let files: &[(&str, &[u8])] = &[("MortgageLib.dll", &dll), ("Other.dll", &dll)];
    let whole = zip(files);
    let entry = directory_entry(&whole, 0);
    let data = 30 + "MortgageLib.dll".len();
    let mut encrypted = whole.clone();
    set_both(&mut encrypted, 6, [1, 0]);
    let changed = |at: usize, by: u8| {
        let mut archive = whole.clone();
        archive[at] ^= by;
        archive
    };
    for (archive, reason) in [
        (encrypted, "it is encrypted"),
        (changed(entry + 16, 1), "its checksum is wrong"),
        (changed(entry + 24, 1), "it should have"),
        (
            changed(entry + 42, 1),
            "its place in the archive is damaged",
        ),
        (
            changed(entry + 23, 0x7f),
            "its place in the archive is damaged",
        ),
        (changed(data, 0x07), "the deflate stream is damaged"),
    ] {
        let report = check_archive(archive).unwrap();
        assert_eq!(
            listed(&report),
            [pair("OS-ELG-MODL-05028", "MortgageLib.dll")],
            "{reason}"
        );
        assert!(says(&report, reason), "{report:?}");
    }
}

#[test]
fn any_file_must_be_readable_not_only_assemblies() {
    let dll = sample();
    let mut archive = zip(&[("data.bin", &[7; 100_000]), ("MortgageLib.dll", &dll)]);
    let entry = directory_entry(&archive, 0);
    archive[entry + 16] ^= 1;
    let report = check_archive(archive).unwrap();
    assert_eq!(listed(&report), [pair("OS-ELG-MODL-05028", "data.bin")]);
}

#[test]
fn a_bomb_is_not_inflated() {
    let dll = sample();
    for name in ["zeros.bin", "Zeros.dll"] {
        let mut archive = zip(&[(name, b"0"), ("MortgageLib.dll", &dll)]);
        let entry = directory_entry(&archive, 0);
        archive[entry + 24..][..4].copy_from_slice(&0x0fff_ffffu32.to_le_bytes());
        let report = check_archive(archive).unwrap();
        assert_eq!(listed(&report), [pair("DL7006", name)]);
    }
}

#[test]
fn many_files_that_inflate_to_too_much_together_are_not_all_read() {
    const MANY: usize = 40;
    let zeros = vec![0; 50 << 20];
    let mut files: Vec<(&str, &[u8])> = vec![("zeros.bin", &zeros)];
    let archive = zip(&files);
    let entry = directory_entry(&archive, 0);
    let end = archive.len() - 22;
    let (directory, mut tail) = (archive[entry..end].to_vec(), archive[end..].to_vec());
    let mut bomb = archive[..entry].to_vec();
    bomb.extend(directory.repeat(MANY));
    tail[8..12].copy_from_slice(&[MANY as u8, 0, MANY as u8, 0]);
    tail[12..16].copy_from_slice(&((directory.len() * MANY) as u32).to_le_bytes());
    bomb.extend(tail);
    files.clear();
    let report = check_archive(bomb).unwrap();
    let count = |code: &str| report.findings.iter().filter(|of| of.code == code).count();
    assert!(count("DL7006") > 0, "{report:?}");
    assert!(count("DL7005") > 0, "{report:?}");
    assert_eq!(count("DL7004"), 1);
}

#[test]
fn names_that_lead_elsewhere_are_said() {
    let dll = sample();
    for name in [
        "../x.txt",
        "/etc/passwd",
        "a/../../x",
        "C:x.txt",
        "a\\x.txt",
        "a//x.txt",
        "./x",
    ] {
        let findings = found(&[("MortgageLib.dll", &dll), (name, b"x")]);
        assert_eq!(findings, [pair("DL7003", name)]);
    }
    let fine: &[(&str, &[u8])] = &[
        ("MortgageLib.dll", &dll),
        ("de/x.resources.txt", b""),
        ("..x", b""),
    ];
    assert_eq!(found(fine), []);
}

#[test]
fn a_name_may_be_there_once() {
    let dll = sample();
    let files: &[(&str, &[u8])] = &[("MortgageLib.dll", &dll), ("a.txt", b"1"), ("a.txt", b"2")];
    assert_eq!(found(files), [pair("DL7004", "a.txt")]);
}

#[test]
fn the_library_is_at_the_root() {
    let [vendor, sdk] = ["Vendor.dll", "OutSystems.ExternalLibraries.SDK.dll"]
        .map(|name| testdata(&format!("odc/fine/{name}")));
    let note = ("DL7105".to_owned(), "Vendor.dll".to_owned());
    let codes = |files: &[(&str, &[u8])]| {
        let findings = found(files).into_iter();
        findings
            .map(|(code, file)| format!("{code} {file}"))
            .collect::<Vec<_>>()
    };
    let sdk_at_root: (&str, &[u8]) = ("OutSystems.ExternalLibraries.SDK.dll", &sdk);
    assert_eq!(found(&[("Vendor.dll", &vendor), sdk_at_root]), [note]);
    for folder in ["publish", "lib/net10.0"] {
        let file = format!("{folder}/Vendor.dll");
        let expected = [
            format!("OS-ELG-MODL-05027 {file}"),
            format!("DL7105 {file}"),
        ];
        assert_eq!(codes(&[(&file, &vendor), sdk_at_root]), expected);
    }
    // A copy elsewhere does no harm, whichever comes first.
    let copy = "runtimes/linux-x64/lib/net10.0/Vendor.dll";
    let files: &[(&str, &[u8])] = &[(copy, &vendor), ("Vendor.dll", &vendor), sdk_at_root];
    assert_eq!(codes(files), ["DL7013 ", "DL7105 Vendor.dll"]);
}

#[test]
fn files_that_overlap_are_said() {
    let dll = sample();
    let mut archive = zip(&[("MortgageLib.dll", &dll), ("b.dll", &dll)]);
    let (first, second) = (directory_entry(&archive, 0), directory_entry(&archive, 1));
    let offset: [u8; 4] = archive[first + 42..][..4].try_into().unwrap();
    archive[second + 42..][..4].copy_from_slice(&offset);
    assert_eq!(
        listed(&check_archive(archive).unwrap()),
        [pair("DL7005", "b.dll")]
    );
}

#[test]
fn the_size_of_the_archive_is_looked_at() {
    let place = Place::new();
    let archive = zip(&[("MortgageLib.dll", &sample())]);
    for (megabytes, expected) in [
        (1, vec![]),
        (51, vec![pair("DL7002", "")]),
        (91, vec![pair("DL7001", "")]),
    ] {
        // A hole before the archive: its bytes are where they are, and offsets count from its own start.
        let path = place.path(&format!("{megabytes}.zip"));
        let mut file = File::create(&path).unwrap();
        file.seek(SeekFrom::Start(megabytes << 20)).unwrap();
        file.write_all(&archive).unwrap();
        drop(file);
        assert_eq!(listed(&check(&path).unwrap()), expected, "{megabytes} MB");
    }
}

#[test]
fn what_is_for_other_systems_is_said() {
    let dll = sample();
    let elf = |machine: u8| {
        let mut file = b"\x7fELF\x02\x01\x01".to_vec();
        file.resize(18, 0);
        file.extend([machine, 0]);
        file
    };
    let (native, arm, amd) = (native_pe(), elf(183), elf(62));
    let files: &[(&str, &[u8])] = &[
        ("MortgageLib.dll", &dll),
        ("libarm.so", &arm),
        ("libfine.so", &amd),
        ("mac.dylib", b"\xcf\xfa\xed\xfe"),
        ("runtimes/win-x64/native/x.dll", &native),
        ("runtimes/linux-x64/native/x.so", &amd),
        ("windows.dll", &native),
    ];
    let expected = ["", "libarm.so", "mac.dylib", "windows.dll"];
    let expected: Vec<_> = expected
        .iter()
        .map(|name| pair(if name.is_empty() { "DL7013" } else { "DL7014" }, name))
        .collect();
    assert_eq!(found(files), expected);
}

#[test]
fn a_package_does_not_bring_dot_net() {
    let dll = sample();
    let files: &[(&str, &[u8])] = &[("MortgageLib.dll", &dll), ("libhostfxr.so", b"")];
    assert_eq!(found(files), [pair("DL7015", "")]);
}

#[test]
fn what_is_behind_a_facade_of_dot_net_belongs_in_the_package() {
    let dll = sample();
    for (name, is_forwarded) in [("Bitmap", true), ("Color", false)] {
        let mut fixture = Fixture::new();
        fixture.assembly("Helper");
        fixture.class("<Module>", 1, 1);
        let facade = fixture.assembly_ref("System.Drawing");
        fixture.type_ref_in(facade << 2 | 2, "System.Drawing", name);
        let mut package = Fixture::new();
        package.assembly("System.Drawing.Common");
        package.class("<Module>", 1, 1);
        let [helper, package] = [fixture, package].map(|fixture| {
            let mut image = fixture.image();
            // The flag ILONLY of the CLI header (II.25.3.3.1).
            image[Shell::default().start() + 16] = 1;
            image
        });
        let mut files: Vec<(&str, &[u8])> =
            vec![("MortgageLib.dll", &dll), ("Helper.dll", &helper)];
        let missing = is_forwarded.then(|| pair("DL7010", ""));
        assert_eq!(found(&files), Vec::from_iter(missing), "{name}");
        files.push(("System.Drawing.Common.dll", &package));
        assert_eq!(found(&files), [], "{name}");
    }
}

#[test]
fn damaged_assemblies_are_said() {
    let dll = sample();
    let files: &[(&str, &[u8])] = &[
        ("MortgageLib.dll", &dll),
        ("Half.dll", &dll[..3000]),
        ("Empty.dll", b""),
    ];
    assert_eq!(
        found(files),
        [pair("DL7020", "Empty.dll"), pair("DL7020", "Half.dll")]
    );
}

#[test]
fn what_is_no_package_is_an_error() {
    let place = Place::new();
    assert!(matches!(
        check(&place.path("nowhere.zip")),
        Err(CheckError::Io(..))
    ));
    let text = place.put("notes.txt", "Remember the milk.\n");
    assert!(matches!(check(&text), Err(CheckError::NotAPackage(..))));
    let whole = zip(&[("MortgageLib.dll", &sample())]);
    let half = place.put("half.zip", &whole[..whole.len() / 2]);
    assert!(matches!(check(&half), Err(CheckError::DamagedArchive(..))));
    let dll = place.put("half.dll", &sample()[..3000]);
    assert!(check(&dll).is_err());
}

#[test]
fn a_hundred_thousand_files_are_read_and_more_are_refused() {
    let names: Vec<_> = (0..=100_000)
        .map(|number| format!("{number}.txt"))
        .collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let archive = |count: usize| {
        let mut archive = zip(&files[..count]);
        // More than 65,535 entries are for ZIP64 to count; readers that go by the size of the directory agree.
        let end = archive.len() - 22;
        archive[end + 8..end + 12].copy_from_slice(&[0xff; 4]);
        archive
    };
    let report = check_archive(archive(100_000));
    assert!(report.is_ok(), "{report:?}");
    let refused = check_archive(archive(files.len()));
    let most = 100_000;
    let expected = ArchiveError::TooManyEntries { most };
    assert!(matches!(&refused, Err(CheckError::DamagedArchive(_, error)) if *error == expected));
}

#[test]
fn a_folder_and_an_assembly_are_packages_too() {
    let place = Place::new();
    place.put("publish/Banking.dll", testdata("Banking.dll"));
    place.put(
        "publish/Banking.Contracts.dll",
        testdata("Banking.Contracts.dll"),
    );
    place.put("publish/de/notes.txt", "");
    place.put("publish/MortgageLib.dll", &sample()[..3000]);
    let folder = check(&place.path("publish")).unwrap();
    assert_eq!(listed(&folder), [pair("DL7020", "MortgageLib.dll")]);
    // Of what stands beside it, only what it references belongs to the package of an assembly.
    let alone = check(&place.path("publish/Banking.dll")).unwrap();
    assert_eq!(listed(&alone), []);
    assert_eq!(alone.package, "Banking.dll");
    std::fs::remove_file(place.path("publish/Banking.Contracts.dll")).unwrap();
    let alone = check(&place.path("publish/Banking.dll")).unwrap();
    assert_eq!(listed(&alone), [pair("DL7010", "")]);
    assert_eq!(alone.count(Severity::Error), 1);
}

#[test]
fn every_prefix_and_many_changed_bytes_give_reports_or_errors() {
    let small = b"MZ not much";
    let file = zip(&[
        ("a.dll", small),
        ("b/c.so", b"\x7fELF"),
        ("d.deps.json", b"{}"),
    ]);
    for length in 0..file.len() {
        let _ = check_archive(file[..length].to_vec());
    }
    for position in 0..file.len() {
        for by in [0xff, 1, 0x80] {
            let mut damaged = file.clone();
            damaged[position] ^= by;
            if let Ok(report) = check_archive(damaged) {
                assert!(!report.findings.is_empty());
            }
        }
    }
}
