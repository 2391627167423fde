use super::Changes;
use crate::clr::{Type, TypeKind, TypeUse};
use crate::diff::kinds::*;
use std::collections::BTreeSet;

impl Changes {
    pub(super) fn of_type(&mut self, id: &str, old: Type<'_>, new: Type<'_>) {
        if old.kind() != new.kind() {
            self.compare(TYPE_KIND, id, kind(old), kind(new));
            return;
        }
        self.obsolete(
            TYPE_OBSOLETE,
            id,
            old.custom_attributes(),
            new.custom_attributes(),
        );
        if old.kind() == TypeKind::Class {
            self.toggle(
                (TYPE_UNSEALED, TYPE_SEALED),
                id,
                old.is_sealed(),
                new.is_sealed(),
            );
            self.toggle(
                (TYPE_CONCRETE, TYPE_ABSTRACT),
                id,
                old.is_abstract(),
                new.is_abstract(),
            );
            self.compare(TYPE_BASE, id, base(old), base(new));
        }
        let (was, is) = (interfaces(old), interfaces(new));
        for lost in was.difference(&is) {
            self.compare(INTERFACE_LOST, id, lost.as_str(), "");
        }
        for gained in is.difference(&was) {
            self.compare(INTERFACE_GAINED, id, "", gained);
        }
        if old.kind() == TypeKind::Enum {
            self.compare(ENUM_UNDERLYING, id, underlying(old), underlying(new));
        }
        self.members(old, new);
    }
}

fn kind(ty: Type<'_>) -> &'static str {
    match ty.kind() {
        TypeKind::Class => "class",
        TypeKind::Interface => "interface",
        TypeKind::Struct => "struct",
        TypeKind::Enum => "enum",
        TypeKind::Delegate => "delegate",
    }
}

fn base(ty: Type<'_>) -> String {
    let base = ty.base().ok().flatten();
    base.map(|base| base.to_string()).unwrap_or_default()
}

fn interfaces(ty: Type<'_>) -> BTreeSet<String> {
    let interfaces = ty.interfaces().filter_map(Result::ok);
    interfaces.map(|interface| interface.to_string()).collect()
}

/// The type of an enum's numbers, that of its one instance field (II.14.3).
fn underlying(ty: Type<'_>) -> String {
    let mut fields = ty.fields().filter_map(Result::ok);
    let value = fields.find(|field| !field.is_static());
    let ty = value.and_then(|field| field.ty().ok());
    ty.as_ref().map(TypeUse::to_string).unwrap_or_default()
}
