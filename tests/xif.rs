//! Extensions as Integration Studio saves them.

mod support;
#[path = "support/xif.rs"]
mod xif;

use dllift::extension::{DataType, DeployAction};
use dllift::limits::{INFLATED_BASE, XIF_DEPTH, XIF_ELEMENTS};
use dllift::xif::{Direction, OtherType, Xif, XifError, XifType};
use miniz_oxide::deflate::compress_to_vec_zlib;
use support::testdata;
use xif::{action, attribute, extension, file, input, key, loans, resource, structure};

fn sample() -> Xif {
    let (implementation, imported) = (testdata("OutSystems.NssLoans.dll"), testdata("Lending.dll"));
    Xif::parse(&file(&loans(&implementation, &imported))).unwrap()
}

fn parse(content: &str) -> Xif {
    Xif::parse(&file(&extension("Loans", content))).unwrap()
}

fn error(xml: &str) -> XifError {
    Xif::parse(&file(xml)).unwrap_err()
}

fn places(xif: &Xif) -> Vec<(&str, &str)> {
    let notes = xif.notes.iter();
    notes.map(|note| (&*note.place, &*note.message)).collect()
}

#[test]
fn the_extension_has_name_and_key() {
    let xif = sample();
    let guid = xif.key.unwrap().guid().to_string();
    assert_eq!(guid, "2db14115-af6e-4562-a391-9c01450f4efd");
    assert_eq!((&*xif.name, &*xif.version), ("Loans", "11.14.25.134"));
    assert_eq!(xif.description, "What a loan costs & what is left of it.");
    assert_eq!(xif.last_modified, "2021-05-04 12:42:01");
    assert_eq!(places(&xif), []);
}

#[test]
fn parameters_keep_the_order_of_the_definition() {
    let xif = sample();
    let payment = &xif.actions[0];
    let parameters = payment.parameters.iter().map(|of| {
        let data_type = of.data_type.to_string();
        (
            &*of.name,
            of.direction,
            data_type,
            of.mandatory,
            of.default.as_deref(),
        )
    });
    let parameters: Vec<_> = parameters.collect();
    let (input, output) = (Direction::Input, Direction::Output);
    assert_eq!(
        parameters,
        [
            ("Amount", input, "Decimal".into(), true, None),
            ("Years", input, "Integer".into(), false, Some("30")),
            ("Payment", output, "Decimal".into(), false, None),
            ("Rate", input, "Decimal".into(), false, Some("3.5")),
        ]
    );
    assert_eq!(payment.parameters[0].description, "What is owed.");
    assert_eq!(payment.key.unwrap().to_string(), key(10));
    assert!(!payment.function && xif.actions[4].function);
}

#[test]
fn an_imported_action_knows_its_member() {
    let xif = sample();
    let action = &xif.actions[6];
    assert_eq!(
        action.body,
        "ssReturn_Boolean = Lending.Calculator.IsPossible(ssborrower, out ssreason);"
    );
    let member = action.imported.as_ref().unwrap();
    assert_eq!((&*member.kind, &*member.name), ("Method", "IsPossible"));
    assert_eq!(member.declaring_type, "Lending.Calculator");
    assert_eq!(member.return_type, "System.Boolean");
    assert!(member.is_static);
    let parameters = member.parameters.iter();
    let parameters = parameters.map(|of| (&*of.name, &*of.net_type, of.is_ref, of.is_out));
    assert_eq!(
        parameters.collect::<Vec<_>>(),
        [
            ("borrower", "System.String", false, false),
            ("reason", "System.String", false, true),
        ]
    );
}

#[test]
fn records_are_named_after_their_structures() {
    let xif = sample();
    let schedule = &xif.actions[2].parameters;
    let known = schedule.iter().map(|of| of.data_type.known().unwrap());
    let (loan, entry) = (DataType::structure("Loan"), DataType::structure("Entry"));
    assert_eq!(known.collect::<Vec<_>>(), [&loan, &entry.into_list()]);
}

#[test]
fn structures_have_lengths_and_defaults() {
    let xif = sample();
    let attributes = xif.structures[0].attributes.iter().map(|of| {
        let default = of.default.as_deref();
        (&*of.name, of.length, of.decimals, default, of.mandatory)
    });
    assert_eq!(
        attributes.collect::<Vec<_>>(),
        [
            ("Borrower", Some(100), Some(0), None, true),
            ("Amount", Some(37), Some(8), Some("1000"), false),
            ("Since", None, None, None, false),
        ]
    );
}

#[test]
fn resources_are_decoded_when_they_are_asked_for() {
    let xif = sample();
    let lending = &xif.resources[1];
    assert_eq!(
        (&*lending.file, &*lending.path),
        ("Lending.dll", "\\Source\\NET\\Bin\\")
    );
    assert_eq!(lending.action, Some(DeployAction::Binaries));
    assert!(lending.is_code_reference);
    assert_eq!(lending.references, ["mscorlib"]);
    assert_eq!(lending.content().unwrap(), testdata("Lending.dll"));
    assert_eq!(xif.resources[2].action, Some(DeployAction::Ignore));

    let broken = resource(1, ("", "a.txt"), "Ignore", b"What is it?", &[]);
    let xif = parse(&format!(
        "<Resources>{}</Resources>",
        broken.replace("V2hh", "V2&amp;hh")
    ));
    let Err(XifError::Base64 { file, offset }) = xif.resources[0].content() else {
        panic!("it was decoded");
    };
    let xml = format!("\u{feff}{}", extension("Loans", "<Resources>"));
    let start = xml.len() - "</Extension>".len();
    assert_eq!(file, "a.txt");
    assert_eq!(offset, start + broken.find("V2hh").unwrap() + 2);
}

#[test]
fn what_is_not_known_is_kept_and_noted() {
    let unknown = input(2, "A", "rtGeography", "");
    let nowhere = input(3, "B", "rtRecord", &format!("RecordType=\"{},\"", key(50)));
    let join = format!("RecordType=\"{},{},\"", key(7), key(8));
    let join = input(4, "C", "rtRecordList", &join);
    let odd = input(5, "D", "rtText", "IsMandatory=\"Perhaps\"").replace(&key(5), "short");
    let variables = format!("<Variables>{unknown}{nowhere}{join}{odd}<Local/></Variables>");
    let actions = action(1, "Draw", "", false, &format!("{variables}<Icon>i</Icon>"));
    let customer = structure(
        7,
        "Customer",
        &[attribute(9, "X", "rtText", "Length=\"long\"")],
    );
    let resource = resource(1, ("", "a"), "Elsewhere", b"", &[]);
    let xif = parse(&format!(
        "<Actions>{actions}</Actions><Structures>{customer}</Structures>\
         <Entities><Entity Key=\"{}\" Name=\"Order\" Table=\"[dbo].[Order]\">{}</Entity></Entities>\
         <Resources>{resource}</Resources><Themes><Theme/></Themes>",
        key(8),
        attribute(10, "Id", "rtInteger", ""),
    ));
    let types = xif.actions[0]
        .parameters
        .iter()
        .map(|of| of.data_type.to_string());
    assert_eq!(
        types.collect::<Vec<_>>(),
        [
            "rtGeography".to_owned(),
            format!("rtRecord of {}", key(50)),
            "rtRecordList of Customer and Order".to_owned(),
            "Text".to_owned(),
        ]
    );
    let other = OtherType {
        name: "rtGeography".into(),
        records: Vec::new(),
    };
    assert_eq!(
        xif.actions[0].parameters[0].data_type,
        XifType::Other(other)
    );
    let entity = &xif.entities[0];
    assert_eq!(entity.structure.attributes[0].name, "Id");
    assert_eq!(
        entity.properties,
        [("Table".to_owned(), "[dbo].[Order]".to_owned())]
    );

    let draw = "Extension/Actions/Action Draw";
    let at = |place: &str| format!("{draw}/{place}");
    let expected = [
        (
            at("Variables/InputParameter A"),
            "has the unknown type 'rtGeography'",
        ),
        (
            at("Variables/InputParameter C"),
            "is a record of 2 types, not of one",
        ),
        (
            at("Variables/InputParameter D"),
            "has the key 'short', which is none",
        ),
        (
            at("Variables/InputParameter D"),
            "has the IsMandatory 'Perhaps', which was read as No",
        ),
        (at("Variables/Local"), "is not known and was left out"),
        (at("Icon"), "is not known and was left out"),
        (
            "Extension/Structures/Structure Customer/Attribute X".to_owned(),
            "has the Length 'long', which is no number",
        ),
        (
            "Extension/Resources/Resource a".to_owned(),
            "has the unknown CompileAction 'Elsewhere'",
        ),
        (
            "Extension/Themes".to_owned(),
            "is not known and was left out",
        ),
    ];
    let expected = expected.iter().map(|(place, message)| (&**place, *message));
    let nowhere = format!("is a record of {}, which is not in the file", key(50));
    let variable = at("Variables/InputParameter B");
    let expected: Vec<_> = expected.chain([(&*variable, &*nowhere)]).collect();
    assert_eq!(places(&xif), expected);
}

#[test]
fn text_is_what_its_markup_stands_for() {
    let body = "<Body>if (a &lt; b) <![CDATA[x &= y;]]> &#65;&custom;<!-- no --></Body>";
    let xif = parse(&format!(
        "<Actions>{}</Actions>",
        action(1, "A", "", false, body)
    ));
    assert_eq!(xif.actions[0].body, "if (a < b) x &= y; A&custom;");
}

#[test]
fn a_default_can_be_an_expression() {
    let parameter =
        input(2, "A", "rtInteger", "").replace("StringText=\"\"", "StringText=\"40+2\"");
    let variables = format!("<Variables>{parameter}</Variables>");
    let xif = parse(&format!(
        "<Actions>{}</Actions>",
        action(1, "A", "", false, &variables)
    ));
    assert_eq!(
        xif.actions[0].parameters[0].default.as_deref(),
        Some("40+2")
    );
}

#[test]
fn other_files_are_refused() {
    for xml in [
        "",
        "Remember the milk.",
        "<doc/>",
        "\u{feff}<!-- no root -->",
    ] {
        assert_eq!(error(xml), XifError::NotAnExtension, "{xml}");
    }
    let latin = compress_to_vec_zlib(b"<Extension Name='Caf\xe9'/>", 9);
    assert_eq!(
        Xif::parse(&latin).unwrap_err(),
        XifError::Encoding { offset: 20 }
    );
    for bytes in [&b""[..], b"PK\x03\x04", &testdata("Lending.dll")] {
        assert!(matches!(Xif::parse(bytes), Err(XifError::Inflate(_))));
    }
}

#[test]
fn a_bomb_is_refused() {
    let size = usize::try_from(INFLATED_BASE).unwrap() + 1;
    let bomb = compress_to_vec_zlib(&vec![b' '; size], 6);
    let error = Xif::parse(&bomb).unwrap_err();
    assert!(
        error.to_string().contains("inflate to more than"),
        "{error}"
    );
}

#[test]
fn a_document_type_is_refused() {
    let laughs = "<!DOCTYPE Extension [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";
    let xml = extension("&b;", "").replacen("<Extension", &format!("{laughs}<Extension"), 1);
    assert!(matches!(error(&xml), XifError::DocumentType { .. }));
    let inside = extension("Loans", "<Actions><!DOCTYPE a></Actions>");
    assert!(matches!(error(&inside), XifError::DocumentType { .. }));
}

#[test]
fn depth_and_number_of_elements_are_bounded() {
    let nested = |depth: usize| {
        let levels = format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        extension("Loans", &levels)
    };
    assert!(Xif::parse(&file(&nested(XIF_DEPTH - 1))).is_ok());
    let XifError::TooDeep { path, limit, .. } = error(&nested(XIF_DEPTH)) else {
        panic!("it was read");
    };
    assert_eq!((&*path, limit), ("Extension/a", XIF_DEPTH));

    let many = format!("<Actions>{}</Actions>", "<Action/>".repeat(XIF_ELEMENTS));
    let too_many = error(&extension("Loans", &many));
    assert!(matches!(too_many, XifError::TooMany { .. }), "{too_many}");
    let keys = "a,".repeat(XIF_ELEMENTS);
    let record = input(1, "A", "rtRecord", &format!("RecordType=\"{keys}\""));
    let variables = action(
        1,
        "A",
        "",
        false,
        &format!("<Variables>{record}</Variables>"),
    );
    let too_many = error(&extension(
        "Loans",
        &format!("<Actions>{variables}</Actions>"),
    ));
    assert!(matches!(too_many, XifError::TooMany { .. }), "{too_many}");
}

/// A long name is not copied to everything that refers to it.
#[test]
fn long_names_do_not_multiply() {
    let name = "N".repeat(100_000);
    let record = format!("RecordType=\"{},\"", key(1));
    let parameters: String = (0..10_000)
        .map(|_| input(2, "A", "rtRecord", &record))
        .collect();
    let variables = format!("<Variables>{parameters}</Variables>");
    let xif = parse(&format!(
        "<Actions>{}</Actions><Structures>{}</Structures>",
        action(1, "A", "", false, &variables),
        structure(1, &name, &[])
    ));
    let parameters = &xif.actions[0].parameters;
    let lengths = parameters.iter().map(|of| of.data_type.to_string().len());
    assert!(lengths.sum::<usize>() < 1 << 20);
    assert_eq!(xif.notes.len(), 10_000);
}

#[test]
fn damage_says_where_it_is() {
    let xml = extension(
        "Loans",
        "<Actions><Action Name=\"A\"><Body>x</Bodi></Action></Actions>",
    );
    let XifError::Malformed { offset, path, .. } = error(&xml) else {
        panic!("it was read");
    };
    assert_eq!(path, "Extension/Actions/Action A/Body");
    assert_eq!(offset, "\u{feff}".len() + xml.find("</Bodi>").unwrap());
    let cut = &xml[..xml.find("x</Bodi>").unwrap()];
    let path = "Extension/Actions/Action A/Body".to_owned();
    assert_eq!(error(cut), XifError::Truncated { path });
}

#[test]
fn every_prefix_and_many_changed_bytes_give_an_extension_or_an_error() {
    let xml = format!("\u{feff}{}", loans(b"not much", b"less")).into_bytes();
    let read = |xml: Vec<u8>| {
        if let Ok(xif) = Xif::parse_xml(xml) {
            xif.resources.iter().for_each(|of| drop(of.content()));
        }
    };
    for length in (0..xml.len()).step_by(3) {
        assert!(Xif::parse_xml(xml[..length].to_vec()).is_err(), "{length}");
    }
    for position in 0..xml.len() {
        let mut damaged = xml.clone();
        damaged[position] = b"<>\"&\0\xff"[position % 6];
        read(damaged);
    }
    let bytes = file(&String::from_utf8(xml).unwrap());
    for position in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[position] ^= 0x10;
        let _ = Xif::parse(&damaged);
    }
}
