//! `Interface.cs`: what the platform calls.

use super::types::{CSharpType, PARAMETER, namespace};
use crate::emit::csharp::{BYTE_ORDER_MARK, CodeWriter};
use crate::emit::xml::DocComment;
use crate::extension::{Action, Extension, Parameter};
use std::fmt::Write;

pub(super) fn interface(extension: &Extension) -> String {
    let name = &extension.name;
    let namespace = namespace(name);
    /// About what an Action takes.
    const ACTION: usize = 300;
    let room = extension.actions.len().saturating_mul(ACTION);
    let mut w = CodeWriter::windows(BYTE_ORDER_MARK).with_room(room);
    w.lines(USINGS);
    w.blank();
    w.open(format_args!("namespace {namespace} {{"));
    w.blank();
    w.open(format_args!("public interface Iss{name} {{"));
    w.blank();
    for action in &extension.actions {
        w.lines(&xml_doc(action));
        w.line(format_args!("{};", signature(action)));
        w.blank();
    }
    w.close(format_args!("}} // Iss{name}"));
    w.blank();
    w.close(format_args!("}} // {namespace}"));
    w.finish()
}

const USINGS: &str = "\
using System;
using System.Collections;
using System.Data;
using OutSystems.HubEdition.RuntimePlatform;
";

/// The C# signature of an action of a lowered extension: `void MssAdd(int ssA, out int ssSum)`.
///
/// An action returns nothing: its outputs are `out` parameters after its inputs. The interface ends
/// it with `;`; the class puts `public` before it and a body behind it.
pub fn signature(action: &Action) -> String {
    let inputs = action.inputs.iter().map(|input| ("", input));
    let outputs = action.outputs.iter().map(|output| ("out ", output));
    let mut text = format!("void Mss{}(", action.name);
    let mut comma = "";
    for (
        passing,
        Parameter {
            name, data_type, ..
        },
    ) in inputs.chain(outputs)
    {
        let ty = CSharpType::of(data_type);
        // Writing to a String cannot fail.
        let _ = write!(text, "{comma}{passing}{ty} {PARAMETER}{name}");
        comma = ", ";
    }
    text.push(')');
    text
}

/// The documentation comment over an action: its description, then each parameter's.
pub fn xml_doc(action: &Action) -> String {
    let mut doc = DocComment::new();
    doc.xml("<summary>\n");
    doc.text(&action.description);
    doc.xml("\n</summary>");
    for parameter in action.inputs.iter().chain(&action.outputs) {
        doc.xml("\n<param name=\"");
        doc.xml(PARAMETER);
        doc.xml(&parameter.name);
        doc.xml("\">");
        doc.text(&parameter.description);
        doc.xml("</param>");
    }
    doc.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extension::{DataType, MemberKind, MemberRef, Source};

    fn parameter(name: &str, data_type: DataType, description: &str) -> Parameter {
        Parameter {
            name: name.into(),
            data_type,
            mandatory: true,
            default: None,
            description: description.into(),
            source: Source {
                name: name.into(),
                net_type: String::new(),
            },
        }
    }

    #[test]
    fn outputs_follow_inputs_and_keep_their_case() {
        let action = Action {
            name: "LoanFind".into(),
            description: "Finds\u{2028}\"all\" <loans>".into(),
            function: false,
            inputs: vec![parameter("msgIn", DataType::Text, "who")],
            outputs: vec![
                parameter("Found", DataType::structure("Loan").into_list(), "a\r\nb"),
                parameter("Count", DataType::LongInteger, ""),
            ],
            member: MemberRef {
                kind: MemberKind::Method,
                id: "M:Loan.Find".into(),
                is_static: true,
            },
        };
        assert_eq!(
            signature(&action),
            "void MssLoanFind(string ssmsgIn, out RLLoanRecordList ssFound, out long ssCount)"
        );
        assert_eq!(
            xml_doc(&action).lines().collect::<Vec<_>>(),
            [
                "/// <summary>",
                "/// Finds &quot;all&quot; &lt;loans&gt;",
                "/// </summary>",
                "/// <param name=\"ssmsgIn\">who</param>",
                "/// <param name=\"ssFound\">a",
                "/// b</param>",
                "/// <param name=\"ssCount\"></param>",
            ]
        );
    }
}
