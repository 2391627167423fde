//! `<Name>.cs`: the class that calls the wrapped library.

use super::attribute::literal;
use super::interface::write_parameters;
use super::logger;
use super::names::CodeNames;
use super::signature::{Signature, default_of};
use crate::emit::csharp::{CodeWriter, Conversions, expression, fixed, is_written_around};
use crate::extension::Action;
use crate::translate::csharp::escape;
use crate::translate::odc::{Construction, Library};
use crate::translate::{Argument, Call, Passing, Syntax};

/// What the files with code for the wrapped library begin with. What it says of null is not relied on.
pub(super) const USINGS: &str = "\
#nullable disable warnings

using System;
using System.Collections.Generic;
";

/// Writes what keeps the compiler from telling of what is obsolete or experimental in the wrapped library, if something
/// is.
pub(super) fn silence(w: &mut CodeWriter, library: &Library) {
    let warnings = &library.translation.warnings;
    if !warnings.is_empty() {
        let names: Vec<&str> = warnings.iter().map(String::as_str).collect();
        w.line(format_args!("#pragma warning disable {}", names.join(", ")));
        w.blank();
    }
}

/// The class; the mappers that it calls are in `conversions` then.
pub(super) fn class(
    library: &Library,
    names: &CodeNames,
    signatures: &[Signature<'_>],
    conversions: &mut Conversions<'_>,
) -> String {
    let CodeNames {
        namespace,
        interface,
        class,
        ..
    } = names;
    let mut w = CodeWriter::new();
    w.lines(USINGS);
    w.line("using Microsoft.Extensions.Logging;");
    w.line("using Microsoft.Extensions.Logging.Abstractions;");
    w.blank();
    silence(&mut w, library);
    w.line(format_args!("namespace {namespace};"));
    w.blank();
    w.open(format_args!("public class {class} : {interface} {{"));
    w.lines(&CONSTRUCTORS.replace("{class}", class));
    let calls = library.translation.calls.iter().zip(&library.constructions);
    for (at, (signature, (call, construction))) in signatures.iter().zip(calls).enumerate() {
        w.blank();
        let parameters = signature.parameters(|_| None);
        write_parameters(
            &mut w,
            &format!("public {}", signature.head()),
            &parameters,
            "",
        );
        w.open("{");
        let mut body = Body {
            signature,
            conversions,
        };
        match library.by_hand.get(at).and_then(Option::as_ref) {
            Some(reason) => {
                let name = &signature.action.name;
                let message = literal(&format!("{name} is to be written by hand: {reason}."));
                w.line(format_args!("throw new NotSupportedException({message});"));
            }
            None => body.write(&mut w, call, construction.as_ref()),
        }
        w.close("}");
    }
    w.close("}");
    w.finish()
}

const CONSTRUCTORS: &str = "\
private readonly ILogger _logger;

public {class}() : this(NullLogger.Instance) {
}

public {class}(ILogger logger) {
	_logger = logger;
}
";

/// The variable that holds the instance.
const INSTANCE: &str = "instance";

/// The variable that holds the returned value while outputs are set.
const RETURNED: &str = "returned";

/// How the names of types begin that live on the stack only.
const SPANS: [&str; 2] = ["System.ReadOnlySpan<", "System.Span<"];

struct Body<'a, 't> {
    signature: &'a Signature<'a>,
    conversions: &'a mut Conversions<'t>,
}

impl Body<'_, '_> {
    fn action(&self) -> &Action {
        self.signature.action
    }

    fn write(&mut self, w: &mut CodeWriter, call: &Call, construction: Option<&Construction>) {
        let receiver = self.receiver(w, call, construction);
        let value = self.call(w, call, &receiver);
        let mut outputs: Vec<(usize, String)> = Vec::new();
        let last = self.action().outputs.len().checked_sub(1);
        if let (Some(result), Some(last)) = (&call.result, last) {
            let value = match call.syntax {
                Syntax::Operator(_) if is_written_around(result) => format!("({value})"),
                _ => value,
            };
            let value = match call.result_companion {
                Some(has) => {
                    let variable = self.variable(last);
                    w.line(format_args!("{} {variable} = {value};", result.net));
                    outputs.push((has, result.present(&variable)));
                    variable
                }
                None => value,
            };
            outputs.push((last, self.conversions.platform_value(result, &value)));
        } else {
            w.line(format_args!("{value};"));
        }
        for argument in &call.arguments {
            let Some(output) = argument.output else {
                continue;
            };
            let variable = self.variable(output);
            if let Some(has) = argument.companion_output {
                outputs.push((has, argument.mapping.present(&variable)));
            }
            let value = self
                .conversions
                .platform_value(&argument.mapping, &variable);
            outputs.push((output, value));
        }
        if let Some(instance) = &call.instance
            && let Some(changed) = instance.changed
        {
            let value = self.conversions.platform_value(&instance.mapping, INSTANCE);
            outputs.push((changed, value));
        }
        self.set(w, outputs, last);
    }

    /// Sets the outputs, and returns the last of them.
    fn set(&self, w: &mut CodeWriter, outputs: Vec<(usize, String)>, last: Option<usize>) {
        let ends = outputs.len().saturating_sub(1);
        let mut is_held = false;
        for (at, (output, value)) in outputs.iter().enumerate() {
            let name = self.action().outputs.get(*output);
            let name = name.map_or("", |output| output.name.as_str());
            if last != Some(*output) {
                w.line(format_args!("{} = {value};", escape(name)));
            } else if at == ends {
                w.line(format_args!("return {value};"));
            } else {
                w.line(format_args!("var {RETURNED} = {value};"));
                is_held = true;
            }
        }
        if is_held {
            w.line(format_args!("return {RETURNED};"));
        }
    }

    /// C# of what the member is called on.
    fn receiver(
        &mut self,
        w: &mut CodeWriter,
        call: &Call,
        construction: Option<&Construction>,
    ) -> String {
        if let Some(construction) = construction {
            let made = &construction.call;
            let value = self.call(w, made, &made.declaring);
            let using = if construction.is_disposable {
                "using "
            } else {
                ""
            };
            w.line(format_args!(
                "{using}{} {INSTANCE} = {value};",
                construction.class
            ));
            return INSTANCE.to_owned();
        }
        let Some(instance) = &call.instance else {
            return call.declaring.clone();
        };
        let net = &instance.mapping.net;
        let value = self.signature.value(0);
        let value = self
            .conversions
            .net_value(&instance.mapping, &value, &self.place(0));
        w.line(format_args!("{net} {INSTANCE} = {value};"));
        INSTANCE.to_owned()
    }

    /// C# of a call and of waiting for it.
    fn call(&mut self, w: &mut CodeWriter, call: &Call, receiver: &str) -> String {
        let mut arguments = Vec::new();
        for argument in &call.arguments {
            let passed = self.pass(w, call, argument);
            arguments.push(match argument.is_named {
                true => format!("{}: {passed}", argument.name),
                false => passed,
            });
        }
        let expression = expression(call, receiver, &arguments);
        match call.awaited {
            Some(awaited) => self.conversions.waited(awaited, &expression),
            None => expression,
        }
    }

    /// C# that passes an argument.
    fn pass(&mut self, w: &mut CodeWriter, call: &Call, argument: &Argument) -> String {
        if let Some(fixed) = logger::passed(argument).or_else(|| fixed(argument)) {
            return fixed;
        }
        let input = argument
            .input
            .map(|input| self.input(call, argument, input));
        let (keyword, input) = match argument.passing {
            Passing::Value => return input.unwrap_or_else(|| default_of(argument)),
            Passing::Changed => {
                let made = || Some(self.conversions.made(&argument.mapping));
                ("", input.or_else(made))
            }
            Passing::ReadOnly => ("ref ", input.or_else(|| Some(default_of(argument)))),
            Passing::Ref => ("ref ", input),
            Passing::Out => ("out ", input),
        };
        let variable = match (argument.output, argument.input) {
            (Some(output), _) => self.variable(output),
            (None, Some(input)) => format!("net{}", self.input_name(input)),
            (None, None) => return String::new(),
        };
        let net = &argument.mapping.net;
        // What a member gives out may hold what it got by reference, and so must not live longer.
        let is_span = SPANS.iter().any(|span| net.starts_with(span));
        let scope = match argument.passing {
            Passing::Out if is_span => "scoped ",
            _ => "",
        };
        match input {
            Some(value) => w.line(format_args!("{scope}{net} {variable} = {value};")),
            // What a lambda sets is not seen as set.
            None if call.awaited.is_some() => {
                w.line(format_args!("{net} {variable} = default({net});"));
            }
            None => w.line(format_args!("{scope}{net} {variable};")),
        }
        format!("{keyword}{variable}")
    }

    /// C# of the .NET value of an input.
    fn input(&mut self, call: &Call, argument: &Argument, input: usize) -> String {
        let mapping = &argument.mapping;
        let (value, place) = (self.signature.value(input), self.place(input));
        let net_value = match call.is_overloaded {
            true => self.conversions.exact_net_value(mapping, &value, &place),
            false => self.conversions.net_value(mapping, &value, &place),
        };
        let null = format!("default({})", mapping.net);
        let mut chosen = net_value;
        if let Some(has) = argument.companion_input {
            let has_value = match self.signature.is_optional(has) {
                true => format!("({} ?? true)", self.name(has)),
                false => self.name(has),
            };
            chosen = format!("{has_value} ? {chosen} : {null}");
        } else if argument.empty_is_null {
            let test = self.conversions.empty_test(&mapping.data_type, &value);
            chosen = format!("{test} ? {null} : {chosen}");
        }
        if self.signature.is_optional(input) {
            let default = default_of(argument);
            chosen = format!("{} is null ? {default} : {chosen}", self.name(input));
        }
        match call.syntax {
            Syntax::Operator(_) => format!("({chosen})"),
            _ => chosen,
        }
    }

    fn input_name(&self, input: usize) -> &str {
        let input = self.action().inputs.get(input);
        input.map_or("", |input| &input.name)
    }

    fn name(&self, input: usize) -> String {
        escape(self.input_name(input))
    }

    /// C# of the text that names an input in messages.
    fn place(&self, input: usize) -> String {
        literal(&format!(
            "{}: {}",
            self.action().name,
            self.input_name(input)
        ))
    }

    /// The variable for the .NET value of an output.
    fn variable(&self, output: usize) -> String {
        let output = self.action().outputs.get(output);
        format!("net{}", output.map_or("", |output| output.name.as_str()))
    }
}
