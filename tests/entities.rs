//! Classes that are tables become entities.

use dllift::clr::{FileStore, Library};
use dllift::emit::report::markdown;
use dllift::extension::{Entity, EntityAttribute, Extension, MemberState};
use dllift::translate::{Config, Lock, Options, translate};
use std::fs;
use std::path::{Path, PathBuf};

fn testdata(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("testdata")
        .join(file)
}

fn shop(path: PathBuf) -> Extension {
    let store = FileStore::open(&[path], &[]);
    translate(&Library::new(&store), &Options::default()).extension
}

/// An entity as its definition would be written down.
fn show(entity: &Entity) -> String {
    let mut text = format!("{} {} ({})\n", entity.name, entity.table, entity.type_id);
    for attribute in &entity.attributes {
        text.push_str(&format!("    {}\n", show_attribute(attribute)));
    }
    text
}

fn show_attribute(attribute: &EntityAttribute) -> String {
    let EntityAttribute {
        name,
        data_type,
        column,
        column_type,
        ..
    } = attribute;
    let mut text = format!("{name}: {data_type}");
    if let Some(length) = attribute.length {
        let decimals = attribute.decimals.map(|decimals| format!(", {decimals}"));
        text.push_str(&format!("({length}{})", decimals.unwrap_or_default()));
    }
    for (word, is_so) in [
        ("mandatory", attribute.mandatory),
        ("identifier", attribute.identifier),
        ("auto number", attribute.auto_number),
    ] {
        if is_so {
            text.push_str(&format!(", {word}"));
        }
    }
    if let Some(entity) = &attribute.reference {
        text.push_str(&format!(", of {entity}"));
    }
    format!("{text} <- {column} {column_type}")
}

#[test]
fn tables_of_every_style() {
    let extension = shop(testdata("Shop.dll"));
    let mut text: String = extension.entities.iter().map(show).collect();
    let codes = ["DL2030", "DL2031", "DL2032", "DL2033", "DL2034", "DL3030"];
    let said = extension.diagnostics.iter();
    for said in said.filter(|said| codes.contains(&said.code.as_str())) {
        text.push_str(&format!("{} {}: {}\n", said.code, said.id, said.message));
    }
    insta::assert_snapshot!(text);
}

#[test]
fn a_property_is_a_part_of_the_structure_and_of_the_entity() {
    let extension = shop(testdata("Shop.dll"));
    let members = extension.members.iter();
    let absorbed = members.filter(|member| member.state == MemberState::Absorbed);
    let mut absorbed = absorbed.filter(|member| member.id == "P:Shop.Product.Weight");
    assert_eq!(
        absorbed.next().map(|member| member.by.as_slice()),
        Some(
            &[
                "Product.Weight".to_owned(),
                "ProductEntity.Weight".to_owned()
            ][..]
        )
    );
}

#[test]
fn a_context_whose_base_is_missing_exposes_tables_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let alone = folder.path().join("Shop.dll");
    fs::copy(testdata("Shop.dll"), &alone).unwrap();
    let entities =
        |extension: &Extension| -> Vec<String> { extension.entities.iter().map(show).collect() };
    assert_eq!(
        entities(&shop(alone)),
        entities(&shop(testdata("Shop.dll")))
    );
}

#[test]
fn the_report_shows_columns() {
    let extension = shop(testdata("Shop.dll"));
    let report = markdown(&extension);
    let entities = report.split("## Entities").nth(1).unwrap();
    let entities = entities.split("\n## ").next().unwrap();
    assert!(entities.contains("e_mail varchar(250)"), "{entities}");
    assert!(
        entities.contains("CustomerNumber (Customers Identifier)"),
        "{entities}"
    );
}

#[test]
fn names_and_descriptions_are_kept_and_chosen() {
    let translated = |config: &str, lock: &Lock| {
        let store = FileStore::open(&[testdata("Shop.dll")], &[]);
        let options = Options {
            config: Config::parse(config).unwrap(),
            lock: lock.clone(),
            ..Options::default()
        };
        translate(&Library::new(&store), &options)
    };
    const LABEL: &str = "P:Shop.Shelf.LabelThatIsLongerThanTwentyEightCharacters";
    let first = translated("", &Lock::default());
    let lock = Lock::default().with(&first);
    assert_eq!(Lock::parse(&lock.to_toml()).unwrap(), lock);
    assert_eq!(translated("", &lock).extension, first.extension);

    let lock = Lock::parse(&format!(
        r#"
        format = 1
        extension = "Shop"
        [entities]
        "T:Shop.Room" = "Hall"
        [columns."T:Shop.Shelf"]
        "{LABEL}" = "Label"
        "#
    ));
    let config = r#"
        [rename]
        "P:Shop.Shelf.Place" = "RoomId"
        [member."T:Shop.Room"]
        description = "Where things are."
        [member."P:Shop.Room.Id"]
        description = "The number on the door."
    "#;
    let extension = translated(config, &lock.unwrap()).extension;
    let entity = |id: &str| extension.entities.iter().find(|of| of.type_id == id);
    let (room, shelf) = (
        entity("T:Shop.Room").unwrap(),
        entity("T:Shop.Shelf").unwrap(),
    );
    assert_eq!(room.name, "Hall");
    assert_eq!(room.description, "Where things are.");
    assert_eq!(room.attributes[0].description, "The number on the door.");
    let names = shelf.attributes.iter().map(|of| of.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Id", "RoomId", "Label"]);
    assert_eq!(shelf.attributes[1].reference.as_deref(), Some("Hall"));
    let findings = extension.diagnostics.iter();
    let mut findings =
        findings.filter(|said| said.code.starts_with("DL6") || said.code == "DL3002");
    assert_eq!(findings.next(), None);
}
