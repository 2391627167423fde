//! The interface and the class that implements it.

use crate::check::finding::{Findings, some_of};
use crate::check::library::Library;
use crate::clr::{DocId, Method, Type, TypeKind, TypeUse};
use crate::limits;

/// 05004 to 05008, 05018 and DL7106.
pub(super) fn check(library: &Library<'_>, findings: &mut Findings) {
    let interface = library.interface;
    let file = library.file(library.assembly());
    let id = DocId(&interface).to_string();
    let name = interface.name().unwrap_or_default();
    if !interface.is_public() {
        findings.add("05004", file, &id, &[name]);
    }
    let mut methods = interface.methods().flatten();
    if !methods.any(|method| !method.is_special_name()) {
        findings.add("05007", file, &id, &[name]);
    }
    let classes = library.assembly().types().filter(|ty| {
        let is_class = ty.kind() == TypeKind::Class && !ty.is_abstract() && !ty.is_generic();
        is_class && implements(library, *ty)
    });
    let classes: Vec<_> = classes.collect();
    match classes.as_slice() {
        [] => findings.add("05006", file, &id, &[name]),
        [class] => check_class(library, *class, findings),
        several => {
            let names: Vec<_> = several.iter().flat_map(|ty| ty.name()).collect();
            findings.add("05008", file, &id, &[name, &some_of(&names)]);
        }
    }
}

/// Whether `class`, or a class that it derives from, says that it implements the interface.
fn implements<'m>(library: &Library<'m>, class: Type<'m>) -> bool {
    let wanted = library.interface.full_name();
    let Ok(wanted) = wanted else {
        return false;
    };
    let is_wanted = |ty: TypeUse<'m>| ty.as_named().is_some_and(|named| named.name == wanted);
    let mut class = class;
    for _ in 0..limits::CHAIN {
        if class.interfaces().flatten().any(is_wanted) {
            return true;
        }
        let base = class.base().ok().flatten();
        let base = base.as_ref().and_then(|base| base.as_named());
        // A class of another assembly cannot implement an interface of this one.
        let own = base.filter(|base| base.name.assembly == wanted.assembly);
        match own.and_then(|base| library.definition(base)) {
            Some(base) => class = base,
            None => return false,
        }
    }
    false
}

fn check_class(library: &Library<'_>, class: Type<'_>, findings: &mut Findings) {
    let file = library.file(library.assembly());
    let id = DocId(&class).to_string();
    let name = class.name().unwrap_or_default();
    if !class.is_public() {
        findings.add("05018", file, &id, &[name]);
    }
    let constructors = class.methods().flatten();
    let constructors = constructors.filter(|method| method.is_constructor() && method.is_public());
    let (called, others): (Vec<_>, Vec<_>) = constructors.partition(|of| is_called(*of));
    if called.is_empty() {
        findings.add("05005", file, &id, &[name]);
        return;
    }
    for constructor in others {
        let id = DocId(&constructor).to_string();
        findings.add("DL7106", file, &id, &[name, &constructor.to_string()]);
    }
}

/// Whether ODC calls this constructor: it has no parameters, or an `ILogger`.
fn is_called(constructor: Method<'_>) -> bool {
    let Ok(signature) = constructor.signature() else {
        return false;
    };
    match signature.parameters.as_slice() {
        [] => true,
        [only] => only
            .ty
            .as_named()
            .is_some_and(|named| named.name.is("Microsoft.Extensions.Logging", "ILogger")),
        _ => false,
    }
}
