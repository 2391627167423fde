//! Packages: the same bytes for the same files, which every reader reads.

mod support;

use dllift::check::check;
use dllift::clr::Archive;
use dllift::emit::package::{PackError, pack};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use support::{Place, testdata};

/// A folder with a library that ODC takes, and files of all kinds.
fn folder(place: &Place, name: &str) -> PathBuf {
    for file in ["Vendor.dll", "OutSystems.ExternalLibraries.SDK.dll"] {
        place.put(
            &format!("{name}/{file}"),
            testdata(&format!("odc/fine/{file}")),
        );
    }
    place.put(&format!("{name}/de/Größe.txt"), "zehn");
    place.put(&format!("{name}/empty.json"), "");
    place.put(&format!("{name}/noise.bin"), noise());
    place.path(name)
}

/// The package of such a folder.
fn packed(place: &Place) -> PathBuf {
    let out = place.path("Vendor.zip");
    let package = pack(&folder(place, "publish"), &out, false).unwrap();
    package.keep().unwrap();
    out
}

/// Bytes that do not get shorter.
fn noise() -> Vec<u8> {
    let numbers = std::iter::successors(Some(1u32), |n| {
        Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
    });
    numbers.map(|n| (n >> 24) as u8).take(5_000).collect()
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let place = Place::new();
    let (one, two) = (folder(&place, "one"), folder(&place, "two"));
    let outs = [place.path("one.zip"), place.path("two.zip")];
    for (folder, out) in [one, two].iter().zip(&outs) {
        pack(folder, out, false).unwrap().keep().unwrap();
    }
    let [one, two] = outs.each_ref().map(|out| fs::read(out).unwrap());
    assert!(one == two);
    pack(&place.path("one"), &outs[0], false)
        .unwrap()
        .keep()
        .unwrap();
    assert!(fs::read(&outs[0]).unwrap() == one);
}

#[test]
fn our_own_reader_reads_them() {
    let place = Place::new();
    let folder = folder(&place, "publish");
    let out = place.path("Vendor.zip");
    let packed = pack(&folder, &out, false).unwrap();
    assert_eq!(packed.files, 5);
    assert!(
        check(packed.path())
            .unwrap()
            .findings
            .iter()
            .all(|of| of.code == "DL7105")
    );
    packed.keep().unwrap();
    let archive = Archive::zip(fs::read(&out).unwrap().into()).unwrap();
    let names: Vec<_> = archive
        .entries()
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    let expected = [
        "OutSystems.ExternalLibraries.SDK.dll",
        "Vendor.dll",
        "de/Größe.txt",
        "empty.json",
        "noise.bin",
    ];
    assert_eq!(names, expected);
    for entry in archive.entries() {
        let content = archive.read(entry).unwrap();
        assert!(
            *content == *fs::read(folder.join(&entry.name)).unwrap(),
            "{}",
            entry.name
        );
    }
}

/// Readers that a machine may have.
#[test]
fn others_read_them() {
    let place = Place::new();
    let out = packed(&place);
    let mut readers = Vec::new();
    for (program, arguments) in [
        ("unzip", &["-tq"][..]),
        ("python3", &["-m", "zipfile", "-t"]),
    ] {
        let Ok(output) = Command::new(program).args(arguments).arg(&out).output() else {
            continue;
        };
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{program}: {said}");
        readers.push(program);
    }
    if readers.is_empty() {
        eprintln!("not run: neither unzip nor python3 is there (packages read by others)");
    }
}

#[test]
fn nothing_is_left_behind() {
    let place = Place::new();
    let folder = folder(&place, "publish");
    let out = place.put("out/thesis.zip", "The work of years.\n");
    assert!(matches!(
        pack(&folder, &out, false),
        Err(PackError::ForeignFile(_))
    ));
    drop(pack(&folder, &out, true).unwrap());
    assert_eq!(fs::read_to_string(&out).unwrap(), "The work of years.\n");
    assert_eq!(fs::read_dir(place.path("out")).unwrap().count(), 1);
    pack(&folder, &out, true).unwrap().keep().unwrap();
    assert_eq!(fs::read_dir(place.path("out")).unwrap().count(), 1);
    assert!(check(&out).is_ok());
}

#[cfg(unix)]
#[test]
fn a_package_can_be_read_by_those_who_can_read_other_files() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let out = packed(&place);
    let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&out), mode(&place.put("other.txt", "")));
}
