use crate::check::finding::Findings;
use crate::check::library::Library;
use crate::clr::DocId;

/// DL7107: the static fields of the library's assembly that can change.
pub(super) fn check(library: &Library<'_>, findings: &mut Findings) {
    let file = library.file(library.assembly());
    // Names with `<` are the compiler's own.
    let types = library.assembly().types();
    let types = types.filter(|ty| !ty.name().unwrap_or_default().starts_with('<'));
    for field in types.flat_map(|ty| ty.fields()).flatten() {
        if !field.is_static() || field.is_literal() || field.is_init_only() {
            continue;
        }
        let name = field.name().unwrap_or_default();
        let owner = field.declaring_type().name().unwrap_or_default();
        let shown = match name.strip_prefix('<') {
            None => name,
            Some(name) => match name.strip_suffix(">k__BackingField") {
                Some(property) => property,
                None => continue,
            },
        };
        let id = DocId(&field).to_string();
        findings.add("DL7107", file, &id, &[&format!("{shown} of {owner}")]);
    }
}
