use super::needs::{Steps, TOO_MUCH};
use super::{Fate, defaults, needs};
use crate::clr::{AssemblySet, Method, ParameterDirection, ReflectionName, Type, TypeUse};
use crate::extension::{DataType, MemberKind};
use crate::translate::csharp::{is_identifier, type_code};
use crate::translate::type_map::{BYTES, Scalar, scalar};
use crate::translate::{Argument, Call, Conversion, Mapping, Passing, Syntax};
use crate::xif::{Direction, ImportedMember, Xif, XifAction, XifParameter};

/// Finds out how actions are called.
pub(super) struct Caller<'s, 'm> {
    set: &'s AssemblySet<'m>,
    /// Full name of the class that implements the extension.
    pub(super) class: String,
    steps: Steps,
}

/// Name of the method that implements an action.
pub(super) fn method(action: &XifAction) -> String {
    format!("Mss{}", action.name)
}

impl<'s, 'm> Caller<'s, 'm> {
    pub(super) fn new(xif: &Xif, set: &'s AssemblySet<'m>) -> Self {
        let name = &xif.name;
        Self {
            set,
            class: format!("OutSystems.Nss{name}.Css{name}"),
            steps: Steps::new(),
        }
    }

    /// How an action is called, all of whose types ODC has.
    pub(super) fn call(&self, action: &XifAction) -> (Call, Fate) {
        let reason = match self.implementation(action) {
            Ok(call) => return (call, Fate::Implementation),
            Err(reason) => reason,
        };
        if let Some(imported) = &action.imported
            && let Some(call) = self.imported(action, imported)
        {
            let member = format!("{}.{}", imported.declaring_type, imported.name);
            return (call, Fate::Imported(member));
        }
        // It calls nothing, but its inputs are optional or not.
        let arguments = in_order(action).map(|(parameter, input, output)| {
            let mapping = Mapping {
                data_type: parameter
                    .data_type
                    .known()
                    .cloned()
                    .unwrap_or(DataType::Object),
                net: String::new(),
                conversion: Conversion::Handle,
            };
            argument(parameter, mapping, input, output)
        });
        let call = call(String::new(), String::new(), arguments.collect());
        (call, Fate::ByHand(reason))
    }

    /// The call of the method that implements it, or why it cannot be called.
    fn implementation(&self, action: &XifAction) -> Result<Call, String> {
        let name = method(action);
        let (class, own) = (&self.class, find(self.set, &self.class));
        let class_found = own.ok_or_else(|| format!("the extension has no class {class}"))?;
        let mut methods = class_found.methods().flatten();
        let found = methods.find(|of| {
            let is_left = self.steps.take(1);
            is_left && of.is_public() && of.name().is_ok_and(|own| own == name)
        });
        if !self.steps.take(0) {
            return Err(TOO_MUCH.to_owned());
        }
        let found = found.ok_or_else(|| format!("{class} has no method {name}"))?;
        let mut arguments = Vec::new();
        for (parameter, input, output) in in_order(action) {
            let data_type = parameter.data_type.known();
            let mapping = data_type.and_then(mapping).ok_or_else(|| {
                let (name, of) = (&parameter.name, &parameter.data_type);
                format!(
                    "the parameter {name} holds records ({of}), which are a part of OutSystems 11"
                )
            })?;
            arguments.push(argument(parameter, mapping, input, output));
        }
        if !takes(found, &arguments) {
            return Err(format!("{name} has other parameters than the definition"));
        }
        match needs::refusal(self.set, found, &self.steps) {
            Some(reason) => Err(reason),
            None => Ok(call(format!("new global::{class}()"), name, arguments)),
        }
    }

    /// The call of the member that it was imported from, where that needs no object.
    fn imported(&self, action: &XifAction, imported: &ImportedMember) -> Option<Call> {
        let mut names = imported.declaring_type.split('.').chain([&*imported.name]);
        if imported.kind != "Method" || !imported.is_static || !names.all(is_identifier) {
            return None;
        }
        let class = find(self.set, &imported.declaring_type)?;
        let mut left: Vec<_> = in_order(action).collect();
        if !self
            .steps
            .take(imported.parameters.len().saturating_mul(left.len()))
        {
            return None;
        }
        let mut arguments = Vec::new();
        for wanted in &imported.parameters {
            let at = left.iter().position(|(of, ..)| of.name == wanted.name)?;
            let (parameter, input, output) = left.remove(at);
            if wanted.is_ref || wanted.is_out != output.is_some() {
                return None;
            }
            let mapping = mapping(parameter.data_type.known()?)?;
            arguments.push(argument(parameter, mapping, input, output));
        }
        let result = match left.as_slice() {
            [] => None,
            [(parameter, None, Some(_))] => Some(mapping(parameter.data_type.known()?)?),
            _ => return None,
        };
        let mut methods = class.methods().flatten();
        let found = methods.find(|of| {
            let is_left = self.steps.take(arguments.len().saturating_add(1));
            let is_named = of.name().is_ok_and(|name| name == imported.name);
            is_left && is_named && of.is_public() && of.is_static() && takes(*of, &arguments)
        })?;
        let returned = found.signature().ok()?.return_type;
        let is_expected = match &result {
            Some(result) => net(&returned) == result.net,
            None => returned.is_void(),
        };
        if !is_expected || needs::refusal(self.set, found, &self.steps).is_some() {
            return None;
        }
        let class = format!("global::{}", imported.declaring_type);
        let mut call = call(class, imported.name.clone(), arguments);
        call.result = result;
        Some(call)
    }
}

/// The public type with this full name.
fn find<'s>(set: &'s AssemblySet<'_>, name: &str) -> Option<Type<'s>> {
    let name = ReflectionName::parse(name)?;
    let mut assemblies = set.assemblies().iter();
    assemblies.find_map(|of| of.find_named(&name).filter(|ty| ty.is_public()))
}

/// The parameters of an action, each with its position among the inputs or among the outputs.
fn in_order(
    action: &XifAction,
) -> impl Iterator<Item = (&XifParameter, Option<usize>, Option<usize>)> {
    let (mut inputs, mut outputs) = (0.., 0..);
    action.parameters.iter().map(move |of| match of.direction {
        Direction::Input => (of, inputs.next(), None),
        Direction::Output => (of, None, outputs.next()),
    })
}

fn call(declaring: String, member: String, arguments: Vec<Argument>) -> Call {
    Call {
        kind: MemberKind::Method,
        syntax: Syntax::Member,
        declaring,
        member,
        instance: None,
        arguments,
        result: None,
        result_companion: None,
        is_overloaded: false,
        awaited: None,
        is_preferred: false,
    }
}

fn argument(
    parameter: &XifParameter,
    mapping: Mapping,
    input: Option<usize>,
    output: Option<usize>,
) -> Argument {
    let is_optional = input.is_some() && !parameter.mandatory;
    let default = parameter.default.as_deref();
    let default = is_optional.then(|| defaults::code(default, &mapping.data_type));
    Argument {
        passing: match output {
            Some(_) => Passing::Out,
            None => Passing::Value,
        },
        input,
        output,
        default: default.flatten(),
        ..Argument::plain(&format!("ss{}", parameter.name), mapping)
    }
}

/// The C# type of a basic type in the code of an extension (O11.md §2.3), and how it crosses.
fn mapping(data_type: &DataType) -> Option<Mapping> {
    let (full_name, net) = match data_type {
        DataType::Text | DataType::PhoneNumber | DataType::Email => ("System.String", "string"),
        DataType::Integer => ("System.Int32", "int"),
        DataType::LongInteger => ("System.Int64", "long"),
        DataType::Decimal | DataType::Currency => ("System.Decimal", "decimal"),
        DataType::Boolean => ("System.Boolean", "bool"),
        DataType::DateTime | DataType::Date | DataType::Time => {
            ("System.DateTime", "System.DateTime")
        }
        DataType::BinaryData => ("", "byte[]"),
        DataType::Object | DataType::Structure { .. } | DataType::List { .. } => return None,
    };
    let row: &'static Scalar = match full_name {
        "" => BYTES,
        name => scalar(name)?,
    };
    Some(Mapping {
        data_type: data_type.clone(),
        net: net.to_owned(),
        conversion: Conversion::Scalar(row),
    })
}

/// Whether a method takes exactly these arguments.
fn takes(method: Method<'_>, arguments: &[Argument]) -> bool {
    let Ok(signature) = method.signature() else {
        return false;
    };
    signature.parameters.len() == arguments.len()
        && signature
            .parameters
            .iter()
            .zip(arguments)
            .all(|(parameter, argument)| {
                let passing = match parameter.direction() {
                    ParameterDirection::Value => Passing::Value,
                    ParameterDirection::Out => Passing::Out,
                    _ => Passing::Ref,
                };
                passing == argument.passing && net(parameter.ty.target()) == argument.mapping.net
            })
}

/// C# of a type; empty where it has none.
fn net(ty: &TypeUse<'_>) -> String {
    type_code(ty).unwrap_or_default()
}
