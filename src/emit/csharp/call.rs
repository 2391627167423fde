use crate::extension::MemberKind;
use crate::translate::type_map::Code;
use crate::translate::{Argument, Call, Conversion, Mapping, Syntax};

/// Whether the conversion of a value is an expression that an operator in the value could tear apart.
pub(in crate::emit) fn is_written_around(mapping: &Mapping) -> bool {
    match &mapping.conversion {
        Conversion::Enum(_) => true,
        Conversion::Scalar(row) => matches!(row.from_net, Code::Expression(_)),
        _ => false,
    }
}

/// C# of an argument that no input gives.
pub(in crate::emit) fn fixed(argument: &Argument) -> Option<String> {
    let net = &argument.mapping.net;
    let types = net.find('<').and_then(|at| net.get(at..));
    Some(match argument.fixed? {
        "null" => format!("({net}) null"),
        fixed => fixed.replace("{}", types.unwrap_or_default()),
    })
}

/// C# of the call itself.
pub(in crate::emit) fn expression(call: &Call, receiver: &str, arguments: &[String]) -> String {
    let (member, all) = (&call.member, arguments.join(", "));
    match (call.syntax, call.kind) {
        (Syntax::Operator(template), _) => {
            let result = call.result.as_ref().map_or("", |result| &result.net);
            let operand = |at: usize| arguments.get(at).map_or("", String::as_str);
            template
                .replace("{T}", result)
                .replace("{0}", operand(0))
                .replace("{1}", operand(1))
        }
        (Syntax::Index, MemberKind::PropertySet) => {
            let (value, index) = arguments.split_last().unzip();
            let index = index.unwrap_or_default().join(", ");
            format!("{receiver}[{index}] = {}", value.map_or("", String::as_str))
        }
        (Syntax::Index, _) => format!("{receiver}[{all}]"),
        (Syntax::Member, MemberKind::Constructor) => format!("new {}({all})", call.declaring),
        (Syntax::Member, MemberKind::Method) => format!("{receiver}.{member}({all})"),
        (Syntax::Member, MemberKind::PropertyGet | MemberKind::FieldGet) => {
            format!("{receiver}.{member}")
        }
        (Syntax::Member, MemberKind::PropertySet | MemberKind::FieldSet) => {
            format!("{receiver}.{member} = {all}")
        }
    }
}
