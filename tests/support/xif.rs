//! `.xif` files, put together from their elements.
#![allow(dead_code, reason = "every test uses a part of it")]

use miniz_oxide::deflate::compress_to_vec_zlib;

/// The key that has `number` in its last byte.
pub(crate) fn key(number: u8) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+_";
    let high = char::from(DIGITS[usize::from(number >> 2)]);
    let low = char::from(DIGITS[usize::from(number & 3) << 4]);
    format!("AAAAAAAAAAAAAAAAAAAA{high}{low}")
}

/// The file whose content is `xml`.
pub(crate) fn file(xml: &str) -> Vec<u8> {
    compress_to_vec_zlib(format!("\u{feff}{xml}").as_bytes(), 9)
}

/// The root element around `content`.
pub(crate) fn extension(name: &str, content: &str) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n";
    format!(
        "{head}<Extension Key=\"FUGxLW6vYkWjkZwBRQ9O_Q\" \
         CodeKey=\"2DB14115-AF6E-4562-A391-9C01450F4EFD\" Name=\"{name}\" \
         ApplicationServerType=\"NET\" Database=\"All\" System=\"No\" Valid=\"Yes\" \
         Description=\"What a loan costs &amp; what is left of it.\" \
         LastUpgradeVersion=\"11.0.0.200\" ActivationCode=\"secret\" IsOpenSourceProduct=\"No\" \
         Generation=\"7\" Hash=\"AAAAAAAAAAAAAAAAAAAAAA==\" Version=\"11.14.25.134\" \
         LastModifiedUTC=\"2021-05-04 12:42:01\">\r\n{content}</Extension>"
    )
}

/// A resource.
pub(crate) fn resource(
    number: u8,
    (path, file): (&str, &str),
    action: &str,
    content: &[u8],
    references: &[&str],
) -> String {
    let is_imported = if references.is_empty() { "No" } else { "Yes" };
    let references = references.iter().map(|name| {
        let key = key(number + 100);
        format!("<Reference Key=\"{key}\" Name=\"{name}\" />")
    });
    format!(
        "<Resource Key=\"{}\" Filename=\"{file}\" Description=\"\" ImportDetails=\"\" \
         CompileAction=\"{action}\" LastModified=\"2021-05-04 12:42:01\" Path=\"{path}\" \
         CodeReference=\"{is_imported}\"><Data>{}</Data><References>{}</References></Resource>",
        key(number),
        base64(content),
        references.collect::<String>()
    )
}

/// An action.
pub(crate) fn action(
    number: u8,
    name: &str,
    description: &str,
    is_function: bool,
    content: &str,
) -> String {
    let function = if is_function { "Yes" } else { "No" };
    let key = key(number);
    format!(
        "<Action Key=\"{key}\" Name=\"{name}\" Description=\"{description}\" ImportDetails=\"\" \
         IsFunction=\"{function}\">{content}<JavaBody /></Action>"
    )
}

/// A parameter, with what else its element says.
pub(crate) fn parameter(number: u8, element: &str, name: &str, ty: &str, rest: &str) -> String {
    let key = key(number);
    format!(
        "<{element} Key=\"{key}\" Name=\"{name}\" Type=\"{ty}\" {rest}>\
         <Expression Name=\"Default\" StringText=\"\"><Empty /></Expression></{element}>"
    )
}

/// An input or output parameter.
pub(crate) fn input(number: u8, name: &str, ty: &str, rest: &str) -> String {
    parameter(number, "InputParameter", name, ty, rest)
}

/// An output parameter.
pub(crate) fn output(number: u8, name: &str, ty: &str) -> String {
    parameter(number, "OutputParameter", name, ty, "IsMandatory=\"No\"")
}

/// A structure.
pub(crate) fn structure(number: u8, name: &str, attributes: &[String]) -> String {
    let key = key(number);
    format!(
        "<Structure Key=\"{key}\" Name=\"{name}\" Description=\"The sample {name}.\" ImportDetails=\"\">\
         {}</Structure>",
        attributes.concat()
    )
}

/// An attribute of a structure.
pub(crate) fn attribute(number: u8, name: &str, ty: &str, rest: &str) -> String {
    let key = key(number);
    format!(
        "<Attribute Key=\"{key}\" Name=\"{name}\" Description=\"\" Type=\"{ty}\" RecordType=\"\" {rest}>\
         <Expression Name=\"DefaultValue\" StringText=\"\"><Empty /></Expression></Attribute>"
    )
}

/// The extension of which `implementation` is the DLL, and `imported` the one that it calls.
pub(crate) fn loans(implementation: &[u8], imported: &[u8]) -> String {
    const MANDATORY: &str = "IsMandatory=\"Yes\"";
    let loan = format!("IsMandatory=\"Yes\" RecordType=\"{},\"", key(60));
    let binaries = "\\Source\\NET\\Bin\\";
    let entries = parameter(
        23,
        "OutputParameter",
        "Entries",
        "rtRecordList",
        &format!("RecordType=\"{},\"", key(61)),
    );
    let variables = |all: &[String]| format!("<Variables>{}</Variables>", all.concat());
    let resources = [
        resource(
            1,
            (binaries, "OutSystems.NssLoans.dll"),
            "Binaries",
            implementation,
            &[],
        ),
        resource(
            2,
            (binaries, "Lending.dll"),
            "Binaries",
            imported,
            &["mscorlib"],
        ),
        resource(
            3,
            ("\\Source\\NET\\", "Loans.cs"),
            "Ignore",
            b"// what it was made from",
            &[],
        ),
    ];
    let actions = [
        action(
            10,
            "PaymentOf",
            "What a loan costs each month.",
            false,
            &variables(&[
                input(
                    11,
                    "Amount",
                    "rtDecimal",
                    "Description=\"What is owed.\" IsMandatory=\"Yes\"",
                ),
                input(
                    12,
                    "Years",
                    "rtInteger",
                    "IsMandatory=\"No\" Default=\"30\"",
                ),
                output(13, "Payment", "rtDecimal"),
                input(
                    14,
                    "Rate",
                    "rtDecimal",
                    "IsMandatory=\"No\" Default=\"3.5\"",
                ),
            ]),
        ),
        action(
            20,
            "Reminder",
            "",
            false,
            &variables(&[
                input(21, "Loan", "rtRecord", &loan),
                output(22, "Text", "rtText"),
            ]),
        ),
        action(
            24,
            "Schedule",
            "",
            false,
            &variables(&[input(25, "Loan", "rtRecord", &loan), entries]),
        ),
        action(
            26,
            "Audit",
            "Writes to the log of the platform.",
            false,
            &variables(&[input(27, "Text", "rtText", MANDATORY)]),
        ),
        action(
            28,
            "IsWeekend",
            "",
            true,
            &variables(&[
                input(29, "Day", "rtDate", MANDATORY),
                output(30, "Result", "rtBoolean"),
            ]),
        ),
        action(
            31,
            "CalculatorPayment",
            "",
            false,
            &format!(
                "<Body>ssReturn_Decimal = Lending.Calculator.Payment(ssamount, ssrate, ssyears);</Body>\
                 <AssemblyObject Kind=\"Method\"><Method Name=\"Payment\" \
                 DeclaringTypeName=\"Lending.Calculator\" ClassName=\"Lending.Calculator\" \
                 ReturnTypeName=\"System.Decimal\" IsStatic=\"Yes\">\
                 <Parameter Name=\"amount\" IsByRef=\"No\" IsOut=\"No\" ParameterType=\"System.Decimal\" ParameterIsMandatory=\"Yes\" />\
                 <Parameter Name=\"rate\" IsByRef=\"No\" IsOut=\"No\" ParameterType=\"System.Decimal\" ParameterIsMandatory=\"Yes\" />\
                 <Parameter Name=\"years\" IsByRef=\"No\" IsOut=\"No\" ParameterType=\"System.Int32\" ParameterIsMandatory=\"Yes\" />\
                 </Method></AssemblyObject>{}",
                variables(&[
                    input(32, "amount", "rtDecimal", MANDATORY),
                    input(33, "rate", "rtDecimal", MANDATORY),
                    input(34, "years", "rtInteger", MANDATORY),
                    output(35, "Return_Decimal", "rtDecimal"),
                ])
            ),
        ),
        action(
            36,
            "CalculatorIsPossible",
            "",
            false,
            &format!(
                "<Body>ssReturn_Boolean = Lending.Calculator.IsPossible(ssborrower, out ssreason);</Body>\
                 <AssemblyObject Kind=\"Method\"><Method Name=\"IsPossible\" \
                 DeclaringTypeName=\"Lending.Calculator\" ClassName=\"Lending.Calculator\" \
                 ReturnTypeName=\"System.Boolean\" IsStatic=\"Yes\">\
                 <Parameter Name=\"borrower\" IsByRef=\"No\" IsOut=\"No\" ParameterType=\"System.String\" ParameterIsMandatory=\"Yes\" />\
                 <Parameter Name=\"reason\" IsByRef=\"No\" IsOut=\"Yes\" ParameterType=\"System.String\" ParameterIsMandatory=\"Yes\" />\
                 </Method></AssemblyObject>{}",
                variables(&[
                    input(37, "borrower", "rtText", MANDATORY),
                    output(38, "reason", "rtText"),
                    output(39, "Return_Boolean", "rtBoolean"),
                ])
            ),
        ),
        action(
            40,
            "SessionCreate",
            "",
            false,
            &variables(&[
                input(41, "user", "rtText", MANDATORY),
                output(42, "New_Session", "rtObject"),
            ]),
        ),
        action(
            43,
            "SessionGreet",
            "",
            false,
            &variables(&[
                input(44, "This_Session", "rtObject", MANDATORY),
                output(45, "Return_String", "rtText"),
            ]),
        ),
    ];
    let structures = [
        structure(
            60,
            "Loan",
            &[
                attribute(
                    62,
                    "Borrower",
                    "rtText",
                    "IsMandatory=\"Yes\" Length=\"100\" Decimals=\"0\"",
                ),
                attribute(
                    63,
                    "Amount",
                    "rtDecimal",
                    "IsMandatory=\"No\" DefaultValue=\"1000\" Length=\"37\" Decimals=\"8\"",
                ),
                attribute(
                    64,
                    "Since",
                    "rtDate",
                    "IsMandatory=\"No\" Length=\"\" Decimals=\"\"",
                ),
            ],
        ),
        structure(
            61,
            "Entry",
            &[
                attribute(65, "Month", "rtInteger", "IsMandatory=\"No\""),
                attribute(
                    66,
                    "Payment",
                    "rtDecimal",
                    "IsMandatory=\"No\" Length=\"37\" Decimals=\"8\"",
                ),
            ],
        ),
    ];
    extension(
        "Loans",
        &format!(
            "<Resources>{}</Resources><Actions>{}</Actions><Structures>{}</Structures><Entities />\
             <Technologies><Technology PluginKey=\"{}\" Name=\"Net\" /></Technologies>",
            resources.concat(),
            actions.concat(),
            structures.concat(),
            key(99)
        ),
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let groups = bytes.chunks(3).map(|chunk| {
        let group = chunk
            .iter()
            .fold(0, |group, byte| group << 8 | usize::from(*byte));
        let group = group << (8 * (3 - chunk.len()));
        let digit = |at: usize| match at > chunk.len() {
            true => '=',
            false => char::from(DIGITS[group >> (18 - 6 * at) & 63]),
        };
        [0, 1, 2, 3].map(digit).iter().collect::<String>()
    });
    groups.collect()
}
