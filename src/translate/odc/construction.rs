//! Objects that are made in each call, since ODC keeps none (TRANSLATION §8).

use super::Refusal;
use super::crossing::Crossing;
use crate::extension::{Action, MemberKind, Parameter};
use crate::translate::mapper::NAME;
use crate::translate::plan::{Call, Conversion, Instance, Translation};
use crate::translate::{Names, fit, names::hashed};
use foldhash::HashMap;

/// How the object is made that an action uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Construction {
    /// The class, as C# code names it.
    pub class: String,
    /// Documentation id of the constructor, or of the static member that makes one.
    pub id: String,
    /// The call that makes it; its inputs are the action's first.
    pub call: Call,
    /// Whether it is disposed of after use.
    pub is_disposable: bool,
}

/// An action of the extension that makes an object of data alone.
pub(super) struct Maker {
    action: Action,
    call: Call,
}

/// What makes the objects of each class.
#[derive(Default)]
pub(super) struct Makers {
    /// By class: the one that is used.
    chosen: HashMap<String, Maker>,
    /// By class: names of static members that give an object of it.
    factories: HashMap<String, Vec<String>>,
    /// By class: why a constructor that takes data alone cannot be called.
    refused: HashMap<String, Refusal>,
}

impl Makers {
    /// Of the constructors whose inputs all cross, the preferred one, or the one with the fewest inputs.
    pub(super) fn new(translation: &Translation, crossing: &Crossing<'_>) -> Self {
        let mut makers = Self::default();
        for (action, call) in translation.extension.actions.iter().zip(&translation.calls) {
            let Some(result) = call.result.as_ref().filter(|_| call.instance.is_none()) else {
                continue;
            };
            let is_lacking = crossing.unloadable.loads(&call.declaring).is_err();
            if is_lacking || crossing.to_net(result).is_ok() {
                continue;
            }
            let is_constructor = call.kind == MemberKind::Constructor;
            if !is_constructor {
                let member = format!("{}.{}", simple_name(&call.declaring), call.member);
                let factories = makers.factories.entry(result.net.clone()).or_default();
                factories.push(member);
            }
            if is_constructor || call.is_preferred {
                let class = match is_constructor {
                    true => &call.declaring,
                    false => &result.net,
                };
                makers.offer(class, action, call, crossing);
            }
        }
        makers
    }

    /// Takes what makes objects of `class`, if it can be used and is better than what is known.
    fn offer(&mut self, class: &str, action: &Action, call: &Call, crossing: &Crossing<'_>) {
        let mut arguments = call.arguments.iter();
        let gives = arguments.any(|argument| argument.output.is_some());
        let Some(omitted) = super::omitted(call, crossing).ok().filter(|_| !gives) else {
            return;
        };
        let (mut action, mut call) = (action.clone(), call.clone());
        super::omit(&mut action, &mut call, &omitted);
        let can_call = crossing.unloadable.can_call(&mut call, &action.member.id);
        if let Err(refusal) = can_call {
            self.refused.insert(class.to_owned(), refusal);
            return;
        }
        let maker = Maker { action, call };
        let rank = |maker: &Maker| (!maker.call.is_preferred, maker.action.inputs.len());
        match self.chosen.get_mut(class) {
            Some(known) if rank(known) <= rank(&maker) => {}
            Some(known) => *known = maker,
            None => {
                self.chosen.insert(class.to_owned(), maker);
            }
        }
    }

    /// What makes the object that a member is called on.
    pub(super) fn of(&self, instance: &Instance) -> Result<&Maker, Refusal> {
        let net = instance.mapping.net.as_str();
        if let Some(maker) = self.chosen.get(net) {
            return Ok(maker);
        }
        if let Some(refusal) = self.refused.get(net) {
            return Err(refusal.clone());
        }
        let class = simple_name(net);
        let detail = match self.factories.get(net) {
            Some(factories) => format!("{class} (perhaps {} can)", factories.join(" or ")),
            None => class.to_owned(),
        };
        Err(Refusal::new("DL1041", detail))
    }
}

/// Replaces the action's first input, the instance, by what its maker takes.
pub(super) fn embed(maker: &Maker, action: &mut Action, call: &mut Call) -> Construction {
    let (class, is_disposable) = match call.instance.as_ref() {
        Some(instance) => (instance.mapping.net.clone(), instance.is_disposable),
        None => (call.declaring.clone(), false),
    };
    let own = action.inputs.iter().skip(1).chain(&action.outputs);
    let mut names: Names = own.map(|parameter| &parameter.name).collect();
    let simple = crate::translate::identifier(simple_name(&class));
    let taken = maker.action.inputs.iter();
    let mut inputs: Vec<Parameter> = taken
        .map(|input| {
            let name = free(&mut names, &simple, &input.name);
            Parameter {
                name,
                ..input.clone()
            }
        })
        .collect();
    let first = inputs.len();
    inputs.extend(action.inputs.drain(..).skip(1));
    action.inputs = inputs;
    let moved = |at: &mut Option<usize>| *at = at.map(|at| (at + first).saturating_sub(1));
    for argument in &mut call.arguments {
        moved(&mut argument.input);
        moved(&mut argument.companion_input);
    }
    if let Some(instance) = &mut call.instance {
        instance.mapping.conversion = Conversion::Handle;
    }
    Construction {
        class,
        id: maker.action.member.id.clone(),
        call: maker.call.clone(),
        is_disposable,
    }
}

fn free(names: &mut Names, class: &str, name: &str) -> String {
    let prefixed = fit(&format!("{class}{name}"), name, NAME);
    for free in [name.to_owned(), prefixed.clone()] {
        if names.take(&free) {
            return free;
        }
    }
    let unique = hashed(&prefixed, class, NAME);
    names.take(&unique);
    unique
}

/// The last part of a type's name in C#, without its type arguments.
pub(super) fn simple_name(net: &str) -> &str {
    let open = net.split('<').next().unwrap_or(net);
    open.rsplit(['.', ':']).next().unwrap_or(open)
}
