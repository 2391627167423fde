//! `<Ext>.cs`: the actions' bodies, and below them the conversions that they call.
//!
//! It is the one source file that Integration Studio keeps: it rewrites all others, and merges this one
//! by method (O11.md §1.7).

use super::interface::{signature, xml_doc};
use super::types::{CSharpType, namespace, parameter_name};
use crate::emit::GeneratedFile;
use crate::emit::csharp::CodeWriter;
use crate::emit::csharp::{Conversions, expression, fixed, is_written_around};
use crate::emit::lower::Lowered;
use crate::emit::parts::Noted;
use crate::extension::Action;
use crate::translate::type_map::{HANDLE, INSTANCE as CHECKED_INSTANCE};
use crate::translate::{Argument, Call, Conversion, Instance, Passing, Syntax, Translation};

const USINGS: &str = "\
using System;
using System.Collections;
using System.Data;
using OutSystems.HubEdition.RuntimePlatform;
using OutSystems.RuntimePublic.Db;
";

/// `<Ext>.cs` of a translation whose extension `lowered` was made from.
pub(super) fn actions(translation: &Translation, lowered: &Lowered) -> GeneratedFile {
    let name = &lowered.extension().name;
    let namespace = namespace(name);
    let mut conversions = Conversions::new(translation, lowered);
    /// About what one takes.
    const ACTION: usize = 600;
    let room = lowered.extension().actions.len().saturating_mul(ACTION);
    let mut w = CodeWriter::windows("").with_room(room);
    w.lines(USINGS);
    w.blank();
    // Compilers of the platform know no names of other warnings.
    if translation.warnings.contains("CS0618") {
        w.line("#pragma warning disable 612, 618");
        w.blank();
    }
    w.open(format_args!("namespace {namespace} {{"));
    w.blank();
    w.open(format_args!("public class Css{name}: Iss{name} {{"));
    let mut parts = Noted::new(w.text());
    let mut note = |w: &CodeWriter, start: usize, method: &str| {
        parts.add(method, w.text().get(start..).unwrap_or_default());
    };
    w.blank();
    for (action, call) in lowered.extension().actions.iter().zip(&translation.calls) {
        let start = w.text().len();
        write_action(&mut w, action, call, &mut conversions);
        note(&w, start, &format!("Mss{}", action.name));
        w.blank();
    }
    for (method, code) in conversions.methods() {
        let start = w.text().len();
        w.lines(code);
        note(&w, start, &method);
        w.blank();
    }
    w.close(format_args!("}} // Css{name}"));
    w.blank();
    w.close(format_args!("}} // {namespace}"));
    w.blank();
    GeneratedFile {
        parts: parts.finish(),
        ..GeneratedFile::new(format!("Source/NET/{name}.cs"), w.finish()).edited()
    }
}

fn write_action(
    w: &mut CodeWriter,
    action: &Action,
    call: &Call,
    conversions: &mut Conversions<'_>,
) {
    w.lines(&xml_doc(action));
    w.open(format_args!("public {} {{", signature(action)));
    for output in &action.outputs {
        let initial = CSharpType::of(&output.data_type).initial();
        w.line(format_args!(
            "{} = {initial};",
            parameter_name(&output.name)
        ));
    }
    w.line("// Implementation for action");
    write_call(w, action, call, conversions);
    w.close(format_args!("}} // Mss{}", action.name));
}

fn write_call(w: &mut CodeWriter, action: &Action, call: &Call, conversions: &mut Conversions<'_>) {
    let receiver = match &call.instance {
        None => call.declaring.clone(),
        Some(instance) => receiver(w, action, instance, conversions),
    };
    let mut arguments = Vec::new();
    let mut afterwards = Vec::new();
    for argument in &call.arguments {
        let passed = pass(w, action, call, argument, conversions, &mut afterwards);
        arguments.push(if argument.is_named {
            format!("{}: {passed}", argument.name)
        } else {
            passed
        });
    }
    let expression = expression(call, &receiver, &arguments);
    let expression = match call.awaited {
        Some(awaited) => conversions.waited(awaited, &expression),
        None => expression,
    };
    match (&call.result, action.outputs.last()) {
        (Some(result), Some(output)) => {
            let expression = match call.syntax {
                Syntax::Operator(_) if is_written_around(result) => format!("({expression})"),
                _ => expression,
            };
            let companion = call.result_companion.and_then(|at| action.outputs.get(at));
            let expression = match companion {
                Some(has) => {
                    let variable = format!("net{}", output.name);
                    w.line(format_args!("{} {variable} = {expression};", result.net));
                    let has = parameter_name(&has.name);
                    w.line(format_args!("{has} = {};", result.present(&variable)));
                    variable
                }
                None => expression,
            };
            let value = conversions.platform_value(result, &expression);
            w.line(format_args!("{} = {value};", parameter_name(&output.name)));
        }
        _ => w.line(format_args!("{expression};")),
    }
    for line in afterwards {
        w.line(line);
    }
    if let Some(instance) = &call.instance
        && let Some(output) = instance.changed.and_then(|at| action.outputs.get(at))
    {
        let value = conversions.platform_value(&instance.mapping, INSTANCE);
        w.line(format_args!("{} = {value};", parameter_name(&output.name)));
    }
}

/// The variable that holds an instance passed by value.
const INSTANCE: &str = "instance";

/// C# of the instance that a member is called on.
fn receiver(
    w: &mut CodeWriter,
    action: &Action,
    instance: &Instance,
    conversions: &mut Conversions<'_>,
) -> String {
    let Some(input) = action.inputs.first() else {
        return String::new();
    };
    let name = parameter_name(&input.name);
    let place = place(action, &input.name);
    let is_handle = instance.mapping.conversion == Conversion::Handle;
    let value = if is_handle && instance.mapping.net != "object" {
        conversions.helper(&HANDLE);
        let checked = conversions.helper(&CHECKED_INSTANCE);
        let net = &instance.mapping.net;
        format!("{checked}<{net}>({name}, {place})")
    } else {
        conversions.net_value(&instance.mapping, &name, &place)
    };
    if instance.is_value {
        w.line(format_args!(
            "{} {INSTANCE} = {value};",
            instance.mapping.net
        ));
        INSTANCE.to_owned()
    } else {
        value
    }
}

/// C# of the text that names an input in messages.
fn place(action: &Action, input: &str) -> String {
    format!("\"{}: {input}\"", action.name)
}

/// C# that passes an argument; what has to be done after the call goes to `afterwards`.
fn pass(
    w: &mut CodeWriter,
    action: &Action,
    call: &Call,
    argument: &Argument,
    conversions: &mut Conversions<'_>,
    afterwards: &mut Vec<String>,
) -> String {
    if let Some(fixed) = fixed(argument) {
        return fixed;
    }
    let net = &argument.mapping.net;
    let input = argument.input.and_then(|at| action.inputs.get(at));
    let companion = argument
        .companion_input
        .and_then(|at| action.inputs.get(at));
    let input = input.map(|input| {
        let name = parameter_name(&input.name);
        let place = place(action, &input.name);
        let value = if call.is_overloaded {
            conversions.exact_net_value(&argument.mapping, &name, &place)
        } else {
            conversions.net_value(&argument.mapping, &name, &place)
        };
        let choice = match companion {
            Some(companion) => {
                let has = parameter_name(&companion.name);
                format!("{has} ? {value} : default({net})")
            }
            None if argument.empty_is_null => {
                let test = conversions.empty_test(&argument.mapping.data_type, &name);
                format!("{test} ? default({net}) : {value}")
            }
            None => return value,
        };
        match call.syntax {
            Syntax::Operator(_) => format!("({choice})"),
            _ => choice,
        }
    });
    let (keyword, input) = match argument.passing {
        Passing::Value => return input.unwrap_or_default(),
        Passing::Changed => (
            "",
            input.or_else(|| Some(conversions.made(&argument.mapping))),
        ),
        // A variable, for compilers that know `ref readonly` and those that do not.
        Passing::ReadOnly | Passing::Ref => ("ref ", input),
        Passing::Out => ("out ", input),
    };
    let output = argument.output.and_then(|at| action.outputs.get(at));
    let named = output.or_else(|| action.inputs.get(argument.input?));
    let variable = format!("net{}", named.map_or("", |named| named.name.as_str()));
    match input {
        Some(value) => w.line(format_args!("{net} {variable} = {value};")),
        // What a lambda sets is not seen as set.
        None if call.awaited.is_some() => {
            w.line(format_args!("{net} {variable} = default({net});"));
        }
        None => w.line(format_args!("{net} {variable};")),
    }
    if let Some(has) = argument
        .companion_output
        .and_then(|at| action.outputs.get(at))
    {
        let has = parameter_name(&has.name);
        let is_present = argument.mapping.present(&variable);
        afterwards.push(format!("{has} = {is_present};"));
    }
    if let Some(output) = output {
        let value = conversions.platform_value(&argument.mapping, &variable);
        afterwards.push(format!("{} = {value};", parameter_name(&output.name)));
    }
    format!("{keyword}{variable}")
}
