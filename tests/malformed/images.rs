//! The file around the metadata.

use crate::fixture::Fixture;
use crate::shell::Shell;
use dllift::clr::{Assembly, Error};
use dllift::pe::PeError;

/// The names of the types in `image`.
fn names(image: &[u8]) -> Vec<String> {
    let assembly = Assembly::parse(image).unwrap();
    let names = assembly.types().map(|ty| ty.name().unwrap().to_owned());
    names.collect()
}

fn metadata() -> Vec<u8> {
    let mut fixture = Fixture::new();
    fixture.class("C", 1, 1);
    fixture.metadata()
}

#[test]
fn seventy_sections_are_searched() {
    let shell = Shell {
        sections: 70,
        ..Shell::default()
    };
    let image = shell.around(&metadata());
    let assembly = Assembly::parse(&image).unwrap();
    assert_eq!(assembly.image().sections().len(), 70);
    assert_eq!(names(&image), ["C"]);
}

#[test]
fn an_rva_in_a_gap_is_nowhere() {
    let shell = Shell {
        cli_rva: Some(0x1000),
        ..Shell::default()
    };
    let error = Assembly::parse(&shell.around(&metadata())).unwrap_err();
    let expected = PeError::UnmappedRva {
        what: "the CLI header directory",
        rva: 0x1000,
    };
    assert_eq!(error, Error::Image(expected));

    let image = Shell::default().around(&metadata());
    let assembly = Assembly::parse(&image).unwrap();
    assert_eq!(assembly.image().at_rva(0x1000), None);
    assert!(assembly.image().at_rva(0x2000).is_some());
}

#[test]
fn an_image_of_no_data_directories_is_native() {
    for directories in [0, 14] {
        let shell = Shell {
            directories,
            ..Shell::default()
        };
        let error = Assembly::parse(&shell.around(&metadata())).unwrap_err();
        assert_eq!(error, Error::Image(PeError::Native));
    }
}

#[test]
fn fifteen_data_directories_are_enough_and_64_not_too_many() {
    for directories in [15, 64, u32::MAX] {
        let shell = Shell {
            directories,
            ..Shell::default()
        };
        assert_eq!(names(&shell.around(&metadata())), ["C"]);
    }
}

#[test]
fn pe32_plus_is_read_like_pe32() {
    let shell = Shell {
        plus: true,
        ..Shell::default()
    };
    let image = shell.around(&metadata());
    assert!(Assembly::parse(&image).unwrap().image().is_pe32_plus());
    assert_eq!(names(&image), ["C"]);
}

#[test]
fn unaligned_metadata_is_read() {
    for padding in [1, 2, 3] {
        let shell = Shell {
            padding,
            ..Shell::default()
        };
        assert_eq!(names(&shell.around(&metadata())), ["C"]);
    }
}

#[test]
fn metadata_past_the_file_is_cut_off() {
    let shell = Shell::default();
    let metadata = metadata();
    let mut image = shell.around(&metadata);
    image.pop();
    let expected = PeError::Truncated {
        what: "the metadata directory",
        offset: shell.metadata() as u64,
        needs: metadata.len() as u64,
        has: metadata.len() as u64 - 1,
    };
    assert_eq!(Assembly::parse(&image).unwrap_err(), Error::Image(expected));
}
