//! What of an assembly is not IL.

use crate::clr::Assembly;
use crate::metadata::table;
use crate::pe::CodeKind;
use std::collections::BTreeSet;

/// Whether native code is mixed with the IL, as in C++/CLI. Code that was only compiled ahead of time does not
/// count: the IL is there, too.
pub(super) fn is_mixed(assembly: &Assembly<'_>) -> bool {
    assembly.image().code_kind() == CodeKind::Mixed
}

/// The processor that the assembly needs, if it is another than that of both platforms, AMD64.
pub(super) fn foreign_architecture(assembly: &Assembly<'_>) -> Option<String> {
    const OWN: &str = "AMD64";
    let image = assembly.image();
    let flags = image.cli_header().flags;
    if flags.requires_32_bit() {
        return Some(format!("{}, 32-bit only", image.machine()));
    }
    // I386 with nothing but IL is what compilers write for any processor.
    let is_portable = !image.is_pe32_plus() && flags.il_only();
    let is_foreign = image.machine().architecture() != Some(OWN) && !is_portable;
    is_foreign.then(|| image.machine().to_string())
}

/// The native libraries that its methods are imported from (II.22.22), sorted.
pub(super) fn native_libraries<'m>(assembly: &'m Assembly<'_>) -> Vec<&'m str> {
    let metadata = assembly.metadata();
    let imports = metadata.rows::<table::ImplMap>();
    let names = imports.filter_map(|row| {
        let module = metadata.row(row.import_scope().ok()??).ok()?;
        module.name().ok().filter(|name| !name.is_empty())
    });
    let names: BTreeSet<&str> = names.collect();
    names.into_iter().collect()
}
