//! An extension that has one of everything.

use dllift::extension::{
    Action, Attribute, Coverage, DataType, DeployAction, Diagnostic, Entity, EntityAttribute,
    Extension, FORMAT, Input, MemberKind, MemberRef, MemberState, Parameter, PublicMember,
    Resource, Severity, Source, Structure,
};

fn parameter(name: &str, data_type: DataType, net_type: &str, description: &str) -> Parameter {
    Parameter {
        name: name.into(),
        data_type,
        mandatory: false,
        default: None,
        description: description.into(),
        source: Source {
            name: String::new(),
            net_type: net_type.into(),
        },
    }
}

fn attribute(name: &str, data_type: DataType, member: &str) -> Attribute {
    Attribute {
        name: name.into(),
        data_type,
        mandatory: true,
        default: None,
        length: None,
        decimals: None,
        description: String::new(),
        member: member.into(),
    }
}

fn member(kind: MemberKind, id: &str, is_static: bool) -> MemberRef {
    MemberRef {
        kind,
        id: id.into(),
        is_static,
    }
}

fn state(id: &str, state: MemberState, by: &str) -> PublicMember {
    PublicMember {
        id: id.into(),
        state,
        by: vec![by.into()],
    }
}

fn diagnostic(code: &str, severity: Severity, id: &str, texts: [&str; 3]) -> Diagnostic {
    let [message, why, help] = texts.map(String::from);
    Diagnostic {
        code: code.into(),
        severity,
        target: None,
        id: id.into(),
        message,
        why,
        help,
    }
}

fn actions() -> Vec<Action> {
    let loan = || DataType::structure("Loan");
    vec![
        Action {
            name: "ScheduleCreate".into(),
            description: String::new(),
            function: false,
            inputs: vec![],
            outputs: vec![parameter("Result", DataType::Object, "Loans.Schedule", "")],
            member: member(MemberKind::Constructor, "M:Loans.Schedule.#ctor", false),
        },
        Action {
            name: "ScheduleClear".into(),
            description: "Deprecated: use <Reset>.".into(),
            function: false,
            inputs: vec![],
            outputs: vec![],
            member: member(MemberKind::Method, "M:Loans.Schedule.Clear", true),
        },
        Action {
            name: "Payment_Decimal_Int32".into(),
            description: "Monthly payment | *rounded*,\nsee [the docs].".into(),
            function: true,
            inputs: vec![
                Parameter {
                    mandatory: true,
                    ..parameter("Loan", loan(), "Loan", "What is owed.")
                },
                Parameter {
                    default: Some("\"a|b\"".into()),
                    ..parameter(
                        "Mode",
                        DataType::Text,
                        "PaymentMode",
                        "One of Early | Late.",
                    )
                },
            ],
            outputs: vec![parameter("Result", DataType::Decimal, "decimal", "")],
            member: member(
                MemberKind::Method,
                "M:Loans.Schedule.Payment``1(Loans.Loan,Loans.Box{``0})",
                true,
            ),
        },
        Action {
            name: "ScheduleLoansGet".into(),
            description: String::new(),
            function: false,
            inputs: vec![Parameter {
                mandatory: true,
                ..parameter("This_Schedule", DataType::Object, "Loans.Schedule", "")
            }],
            outputs: vec![parameter(
                "Result",
                loan().into_list(),
                "IReadOnlyList<Loan>",
                "",
            )],
            member: member(MemberKind::PropertyGet, "P:Loans.Schedule.Loans", false),
        },
    ]
}

fn structures() -> Vec<Structure> {
    vec![
        Structure {
            name: "Rate".into(),
            description: String::new(),
            attributes: vec![attribute("Value", DataType::Decimal, "P:Loans.Rate.Value")],
            type_id: "T:Loans.Rate".into(),
        },
        Structure {
            name: "Loan".into(),
            description: "A loan.".into(),
            attributes: vec![
                Attribute {
                    mandatory: false,
                    default: Some("\"EUR\"".into()),
                    length: Some(3),
                    description: "ISO code.".into(),
                    ..attribute("Currency", DataType::Text, "P:Loans.Loan.Currency")
                },
                attribute(
                    "Rates",
                    DataType::structure("Rate").into_list(),
                    "F:Loans.Loan.Rates",
                ),
            ],
            type_id: "T:Loans.Loan".into(),
        },
    ]
}

fn diagnostics() -> Vec<Diagnostic> {
    let delegate = |id, message| {
        let why = "A delegate has no counterpart in OutSystems.";
        let help = "Write an overload without it";
        diagnostic("DL1004", Severity::Warning, id, [message, why, help])
    };
    let indexer = |id| {
        let texts = [
            "It is an indexer.",
            "Indexers are off.",
            "Set `indexers = true`.",
        ];
        diagnostic("DL1002", Severity::Warning, id, texts)
    };
    vec![
        delegate(
            "M:Loans.Schedule.Each(System.Action{Loans.Loan})",
            "`each` is a delegate.",
        ),
        delegate("E:Loans.Schedule.Changed", "It is an event."),
        indexer("P:Loans.Schedule.Item(System.Int32)"),
        indexer("P:Loans.Box`1.Item(System.Int32)"),
        diagnostic(
            "DL1010",
            Severity::Warning,
            "T:Loans.Native",
            [
                "The type is a pointer wrapper.",
                "Pointers cannot be passed.",
                "",
            ],
        ),
        diagnostic(
            "DL2001",
            Severity::Warning,
            "P:Loans.Rate.Value",
            [
                "Digits may be lost.",
                "The platform keeps 8 decimals.",
                "Round before.",
            ],
        ),
        diagnostic(
            "DL4001",
            Severity::Error,
            "",
            [
                "Loans.Data.dll is missing.",
                "Loans.dll refers to it.",
                "Put it beside Loans.dll.",
            ],
        ),
        diagnostic(
            "DL3001",
            Severity::Info,
            "T:Loans.Loan",
            ["Renamed", "", ""],
        ),
    ]
}

fn column(name: &str, data_type: DataType, column_type: &str) -> EntityAttribute {
    EntityAttribute {
        name: name.into(),
        data_type,
        mandatory: true,
        length: None,
        decimals: None,
        description: String::new(),
        column: name.to_lowercase(),
        column_type: column_type.into(),
        identifier: false,
        auto_number: false,
        reference: None,
        member: format!("P:Loans.Customer.{name}"),
    }
}

pub(crate) fn extension() -> Extension {
    let members = vec![
        state(
            "M:Loans.Schedule.#ctor",
            MemberState::Translated,
            "ScheduleCreate",
        ),
        state(
            "M:Loans.Schedule.Clear",
            MemberState::Translated,
            "ScheduleClear",
        ),
        state(
            "M:Loans.Schedule.Payment``1(Loans.Loan,Loans.Box{``0})",
            MemberState::Translated,
            "Payment_Decimal_Int32",
        ),
        state(
            "P:Loans.Schedule.Loans",
            MemberState::Translated,
            "ScheduleLoansGet",
        ),
        state(
            "P:Loans.Loan.Currency",
            MemberState::Absorbed,
            "Loan.Currency",
        ),
        state(
            "M:Loans.Schedule.Each(System.Action{Loans.Loan})",
            MemberState::Skipped,
            "DL1004",
        ),
        state("E:Loans.Schedule.Changed", MemberState::Skipped, "DL1004"),
        state(
            "P:Loans.Schedule.Item(System.Int32)",
            MemberState::Skipped,
            "DL1002",
        ),
        state(
            "P:Loans.Box`1.Item(System.Int32)",
            MemberState::Skipped,
            "DL1002",
        ),
        state(
            "M:Loans.Native.Peek(System.Int32*)",
            MemberState::Skipped,
            "DL1010",
        ),
        state("M:Loans.Lost.Member", MemberState::Skipped, "DL1099"),
    ];
    Extension {
        format: FORMAT,
        name: "Loans".into(),
        description: "Loans & <rates>.".into(),
        inputs: vec![Input {
            file: "Loans.dll".into(),
            assembly: "Loans".into(),
            version: "1.2.0.0".into(),
            mvid: "6f9619ff-8b86-d011-b42d-00c04fc964ff".into(),
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad".into(),
            framework: ".NETFramework,Version=v4.7.2".into(),
        }],
        actions: actions(),
        structures: structures(),
        entities: vec![Entity {
            name: "Customer".into(),
            description: String::new(),
            table: "[dbo].[Customer]".into(),
            attributes: vec![
                EntityAttribute {
                    identifier: true,
                    auto_number: true,
                    ..column("Id", DataType::LongInteger, "bigint")
                },
                EntityAttribute {
                    length: Some(50),
                    ..column("Name", DataType::Text, "nvarchar(50)")
                },
                EntityAttribute {
                    mandatory: false,
                    reference: Some("Customer".into()),
                    ..column("ParentId", DataType::LongInteger, "bigint")
                },
            ],
            type_id: "T:Loans.Customer".into(),
        }],
        resources: vec![
            Resource {
                file: "Loans.dll".into(),
                action: DeployAction::Binaries,
                references: vec!["Loans.Data".into(), "mscorlib".into()],
                target: None,
            },
            Resource {
                file: "readme_.txt".into(),
                action: DeployAction::Ignore,
                references: vec![],
                target: None,
            },
        ],
        coverage: Coverage::of(members.iter().map(|member| member.state)),
        members,
        diagnostics: diagnostics(),
        ..Extension::default()
    }
}
