//! The generated sources of an O11 extension are what Integration Studio would write, and compile.

#[path = "support/mono.rs"]
mod mono;

use dllift::emit::GeneratedFile;
use dllift::emit::csharp::CodeWriter;
use dllift::emit::o11::{
    CSharpType, Lowered, lower, namespace, parameter_name, project_files, signature, xml_doc,
};
use dllift::extension::{
    Action, Attribute, DataType, DeployAction, Entity, EntityAttribute, Extension, MemberKind,
    MemberRef, Parameter, Resource, Source, Structure,
};
use mono::Mono;

const BASIC: [DataType; 13] = [
    DataType::Text,
    DataType::Integer,
    DataType::LongInteger,
    DataType::Decimal,
    DataType::Boolean,
    DataType::DateTime,
    DataType::Date,
    DataType::Time,
    DataType::PhoneNumber,
    DataType::Email,
    DataType::BinaryData,
    DataType::Currency,
    DataType::Object,
];

fn attribute(name: &str, data_type: DataType, default: Option<&str>) -> Attribute {
    Attribute {
        name: name.into(),
        data_type,
        mandatory: false,
        default: default.map(Into::into),
        length: None,
        decimals: None,
        description: String::new(),
        member: format!("P:Samples.Everything.{name}"),
    }
}

fn parameter(name: &str, data_type: DataType, description: &str) -> Parameter {
    Parameter {
        name: name.into(),
        source: Source {
            name: name.into(),
            net_type: String::new(),
        },
        data_type,
        mandatory: false,
        default: None,
        description: description.into(),
    }
}

fn everything() -> Structure {
    let basic = BASIC.map(|data_type| {
        let name = format!("a{}", data_type.to_string().replace(' ', ""));
        attribute(&name, data_type, None)
    });
    let mut attributes = Vec::from(basic);
    let point = DataType::structure("Point");
    attributes.extend([
        attribute("Origin", point.clone(), None),
        attribute("Path", point.into_list(), None),
        attribute("Tags", DataType::Text.into_list(), None),
        attribute("Table", DataType::Text.into_list().into_list(), None),
    ]);
    Structure {
        name: "Everything".into(),
        description: "Every data type, once".into(),
        attributes,
        type_id: "T:Samples.Everything".into(),
    }
}

fn customer() -> Entity {
    let attribute = |name: &str, data_type| EntityAttribute {
        name: name.into(),
        data_type,
        mandatory: false,
        length: None,
        decimals: None,
        description: String::new(),
        column: format!("c_{name}"),
        column_type: String::new(),
        identifier: false,
        auto_number: false,
        reference: None,
        member: format!("P:Samples.Customer.{name}"),
    };
    Entity {
        name: "Customer".into(),
        description: "Who buys".into(),
        table: "[dbo].[the \"customers\"]".into(),
        attributes: vec![
            EntityAttribute {
                identifier: true,
                auto_number: true,
                mandatory: true,
                ..attribute("Id", DataType::LongInteger)
            },
            EntityAttribute {
                length: Some(50),
                ..attribute("Name", DataType::Text)
            },
            attribute("Photo", DataType::BinaryData),
            EntityAttribute {
                reference: Some("Customer".into()),
                ..attribute("ReferredBy", DataType::LongInteger)
            },
        ],
        type_id: "T:Samples.Customer".into(),
    }
}

fn samples() -> Extension {
    let point = Structure {
        name: "Point".into(),
        description: String::new(),
        attributes: vec![
            attribute("X", DataType::Decimal, None),
            attribute("Y", DataType::Decimal, Some("1.5")),
            attribute("Visible", DataType::Boolean, Some("True")),
        ],
        type_id: "T:Samples.Point".into(),
    };
    let action = |name: &str, description: &str, inputs, outputs| Action {
        name: name.into(),
        description: description.into(),
        function: false,
        inputs,
        outputs,
        member: MemberRef {
            kind: MemberKind::Method,
            id: format!("M:Samples.{name}"),
            is_static: true,
        },
    };
    Extension {
        name: "Samples".into(),
        structures: vec![point, everything()],
        entities: vec![customer()],
        actions: vec![
            action("PointReset", "", vec![], vec![]),
            action(
                "PointFind",
                "Finds the points < 5 & says \"how many\"",
                vec![
                    parameter("This_Point", DataType::Object, "Instance to call"),
                    parameter("table", DataType::Text.into_list().into_list(), ""),
                    parameter("Where", DataType::structure("Everything"), ""),
                ],
                vec![
                    parameter("Points", DataType::structure("Point").into_list(), ""),
                    parameter("Picture", DataType::BinaryData, "A 'PNG'"),
                    parameter("Count", DataType::LongInteger, ""),
                ],
            ),
        ],
        resources: vec![Resource {
            file: "Samples.Net.dll".into(),
            action: DeployAction::Binaries,
            references: vec!["System".into(), "mscorlib".into()],
        }],
        ..Extension::default()
    }
}

/// The class that `Interface.cs` asks for, with empty bodies.
fn class(lowered: &Lowered) -> String {
    let Extension { name, actions, .. } = lowered.extension();
    let mut w = CodeWriter::new();
    w.line("using System;");
    w.open(format_args!("namespace {} {{", namespace(name)));
    w.open(format_args!("public class Css{name}: Iss{name} {{"));
    for action in actions {
        w.lines(&xml_doc(action));
        w.open(format_args!("public {} {{", signature(action)));
        for output in &action.outputs {
            let initial = CSharpType::of(&output.data_type).initial();
            w.line(format_args!(
                "{} = {initial};",
                parameter_name(&output.name)
            ));
        }
        w.close("}");
    }
    w.close("}");
    w.close("}");
    w.finish()
}

fn text(file: &GeneratedFile) -> String {
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn files_are_those_of_integration_studio() {
    let files = project_files(&lower(&samples())).unwrap();
    for file in &files {
        let text = text(file);
        let name = file.path.strip_prefix("Source/NET/").unwrap();
        assert_eq!(
            text.starts_with('\u{feff}'),
            !name.ends_with(".sln"),
            "{name}"
        );
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "{name}"
        );
        let plain = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        insta::assert_snapshot!(name, plain);
    }
}

#[test]
fn files_are_the_same_in_every_run() {
    assert_eq!(
        project_files(&lower(&samples())),
        project_files(&lower(&samples()))
    );
}

#[test]
fn an_extension_without_content_has_every_file() {
    let empty = Extension {
        name: "Nothing".into(),
        ..Extension::default()
    };
    let files = project_files(&lower(&empty)).unwrap();
    let structures = files.iter().find(|f| f.path == "Source/NET/Structures.cs");
    assert!(
        text(structures.unwrap())
            .ends_with("namespace OutSystems.NssNothing {\r\n\r\n} // OutSystems.NssNothing\r\n")
    );
    assert_eq!(files.len(), 8);
}

#[test]
fn what_cannot_be_written_is_an_error() {
    let mut with_entity = samples();
    with_entity.entities[0].attributes[0].data_type = DataType::Object;
    let error = project_files(&lower(&with_entity)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the attribute Id of the entity Customer is no basic type"
    );

    let mut with_expression = samples();
    with_expression.structures[0].attributes[0].default = Some("1 / 3".into());
    let error = project_files(&lower(&with_expression)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the default value 1 / 3 of Point.X is not a literal"
    );
}

#[test]
fn files_compile_without_a_warning() {
    let Some(mono) = Mono::find("files compile") else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let lowered = lower(&samples());
    let mut files = project_files(&lowered).unwrap();
    files.push(GeneratedFile::windows_text(
        "Source/NET/Samples.cs",
        &class(&lowered),
    ));
    mono.compile_extension(folder.path(), &files, &[]);
}
