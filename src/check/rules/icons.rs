use super::SDK;
use crate::check::finding::Findings;
use crate::check::library::Library;
use crate::clr::{CustomAttribute, DocId};

/// 05009: the icons that the attributes name are resources of the assembly.
pub(super) fn check(library: &Library<'_>, findings: &mut Findings) {
    let interface = library.interface;
    let id = DocId(&interface).to_string();
    let name = interface.name().unwrap_or_default();
    let attributes = interface.custom_attributes();
    for attribute in attributes.filter(|of| of.is(SDK, "OSInterfaceAttribute")) {
        check_icon(library, attribute, name, &id, findings);
    }
    for method in interface.methods().flatten() {
        let attributes = method.custom_attributes();
        for attribute in attributes.filter(|of| of.is(SDK, "OSActionAttribute")) {
            let id = DocId(&method).to_string();
            check_icon(
                library,
                attribute,
                method.name().unwrap_or_default(),
                &id,
                findings,
            );
        }
    }
}

fn check_icon(
    library: &Library<'_>,
    attribute: CustomAttribute<'_>,
    element: &str,
    id: &str,
    findings: &mut Findings,
) {
    let value = attribute.value(None).unwrap_or_default();
    let icon = value
        .named("IconResourceName")
        .and_then(|icon| icon.as_str());
    let Some(icon) = icon.filter(|icon| !icon.is_empty()) else {
        return;
    };
    let mut resources = library.assembly().resources();
    if !resources.any(|resource| resource.name() == Ok(icon)) {
        let file = library.file(library.assembly());
        findings.add("05009", file, id, &[icon, element]);
    }
}
