use super::Changes;
use crate::diff::Kind;
use crate::diff::kinds::*;
use crate::diff::pairs::{Pairs, pairs};
use crate::extension::{Action, DataType, Parameter};

/// The kinds of change of a parameter in one direction.
struct Side {
    removed: &'static Kind,
    renamed: &'static Kind,
    order: &'static Kind,
}

const INPUTS: Side = Side {
    removed: INPUT_REMOVED,
    renamed: INPUT_RENAMED,
    order: INPUT_ORDER,
};
const OUTPUTS: Side = Side {
    removed: OUTPUT_REMOVED,
    renamed: OUTPUT_RENAMED,
    order: OUTPUT_ORDER,
};

impl Changes {
    pub(super) fn actions(&mut self, old: &[Action], new: &[Action]) {
        let pairs = paired(old, new);
        for action in pairs.removed {
            self.add(ACTION_REMOVED, &action.name);
        }
        for action in pairs.added {
            self.add(ACTION_ADDED, &action.name);
        }
        for (old, new) in pairs.both {
            self.action(old, new);
        }
    }

    fn action(&mut self, old: &Action, new: &Action) {
        let name = &new.name;
        self.compare(ACTION_RENAMED, name, &old.name, &new.name);
        self.compare(ACTION_TARGET, name, &old.member.id, &new.member.id);
        self.compare(ACTION_DESCRIPTION, name, &old.description, &new.description);
        match (old.function, new.function) {
            (true, false) => self.add(FUNCTION_LOST, name),
            (false, true) => self.add(FUNCTION_GAINED, name),
            _ => {}
        }
        for added in self.parameters(name, &old.inputs, &new.inputs, &INPUTS, Self::input) {
            let kind = match added.mandatory {
                true => INPUT_ADDED_MANDATORY,
                false => INPUT_ADDED_OPTIONAL,
            };
            self.add(kind, format!("{name}.{}", added.name));
        }
        for added in self.parameters(name, &old.outputs, &new.outputs, &OUTPUTS, Self::output) {
            self.add(OUTPUT_ADDED, format!("{name}.{}", added.name));
        }
    }

    /// Compares parameters of one direction, and returns those that are new.
    fn parameters<'a>(
        &mut self,
        action: &str,
        old: &'a [Parameter],
        new: &'a [Parameter],
        side: &Side,
        compare: impl Fn(&mut Self, &str, &Parameter, &Parameter),
    ) -> Vec<&'a Parameter> {
        let mut pairs = pairs(old, new, |parameter| parameter.name.to_ascii_lowercase());
        let both = pairs.both.iter().map(|(old, _)| old.name.as_str());
        let names = new.iter().map(|parameter| parameter.name.as_str());
        self.order(side.order, action, both, names);
        // One that was renamed in OutSystems has its .NET name still; one that was renamed in .NET, its place.
        let place = |of: &Parameter, all: &[Parameter]| all.iter().position(|one| one == of);
        for removed in std::mem::take(&mut pairs.removed) {
            let same = |of: &&Parameter| {
                let (source, was) = (&of.source.name, &removed.source.name);
                // A returned value is none of the parameters.
                let is_alike = source.is_empty() == was.is_empty();
                let is_named = !source.is_empty() && source == was;
                is_named || (is_alike && place(of, new) == place(removed, old))
            };
            match pairs.added.iter().position(same) {
                Some(at) => {
                    let added = pairs.added.remove(at);
                    let subject = format!("{action}.{}", added.name);
                    self.compare(side.renamed, subject, &removed.name, &added.name);
                    pairs.both.push((removed, added));
                }
                None => self.add(side.removed, format!("{action}.{}", removed.name)),
            }
        }
        for (old, new) in pairs.both {
            let subject = format!("{action}.{}", new.name);
            let (was, is) = (&old.description, &new.description);
            self.compare(PARAMETER_DESCRIPTION, &*subject, was, is);
            compare(self, &subject, old, new);
        }
        pairs.added
    }

    fn input(&mut self, subject: &str, old: &Parameter, new: &Parameter) {
        let kind = match widens(&old.data_type, &new.data_type) {
            true => INPUT_WIDENED,
            false => INPUT_TYPE,
        };
        self.compare(kind, subject, &old.data_type, &new.data_type);
        match (old.mandatory, new.mandatory) {
            (true, false) => self.add(INPUT_NOW_OPTIONAL, subject),
            (false, true) => self.add(INPUT_NOW_MANDATORY, subject),
            (true, true) => {}
            (false, false) => {
                let (old, new) = (old.default.as_deref(), new.default.as_deref());
                self.compare_options(INPUT_DEFAULT, subject, old, new);
            }
        }
    }

    fn output(&mut self, subject: &str, old: &Parameter, new: &Parameter) {
        self.compare(OUTPUT_TYPE, subject, &old.data_type, &new.data_type);
    }
}

/// Actions are paired by the member that they call, those that are left by their names.
fn paired<'a>(old: &'a [Action], new: &'a [Action]) -> Pairs<'a, Action> {
    let mut pairs = pairs(old, new, |action| {
        (action.member.kind, &action.member.id, generic_part(action))
    });
    let removed = std::mem::take(&mut pairs.removed);
    for action in removed {
        let same = |of: &&Action| of.name.eq_ignore_ascii_case(&action.name);
        match pairs.added.iter().position(same) {
            Some(at) => pairs.both.push((action, pairs.added.remove(at))),
            None => pairs.removed.push(action),
        }
    }
    pairs
}

/// What tells the actions of one generic member apart: the .NET types of their parameters.
fn generic_part(action: &Action) -> Vec<&str> {
    let is_generic = action.member.id.contains('`');
    let parameters = action.inputs.iter().chain(&action.outputs);
    let types = parameters.map(|parameter| parameter.source.net_type.as_str());
    types.filter(|_| is_generic).collect()
}

/// Whether OutSystems converts every value of `old` to `new` by itself.
fn widens(old: &DataType, new: &DataType) -> bool {
    use DataType::{Currency, Decimal, Integer, LongInteger};
    matches!(
        (old, new),
        (Integer, LongInteger | Decimal | Currency) | (LongInteger, Decimal | Currency)
    )
}
