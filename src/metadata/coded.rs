use super::schema::{TableId, table};
use super::{Id, Token};

/// How a kind of coded index is packed (II.24.2.6).
#[derive(Debug)]
pub struct CodedSchema {
    /// Bits that the tag takes.
    pub tag_bits: u32,
    /// The table for each tag; `None` where a tag is not used.
    pub tables: &'static [Option<TableId>],
}

/// A coded index: a row of one of several tables (II.24.2.6).
pub trait Coded: Copy + Eq + Sized + 'static {
    /// How it is packed.
    const SCHEMA: &'static CodedSchema;

    /// The row `row` of the table with tag `tag`; `None` for an unused tag or the null row 0.
    fn from_parts(tag: u32, row: u32) -> Option<Self>;

    /// The packed value.
    fn encode(self) -> u32;

    /// The metadata token.
    fn token(self) -> Token;
}

/// Extends `&[Option<TableId>]` literals: `_` is an unused tag.
macro_rules! tag_table {
    (_) => {
        None
    };
    ($table:ident) => {
        Some(TableId::$table)
    };
}

macro_rules! coded {
    ($(
        $(#[$doc:meta])*
        $name:ident($bits:literal) [$($slot:tt),*] { $($tag:literal $table:ident),* $(,)? }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the variants are named after their tables")]
        pub enum $name {
            $( $table(Id<table::$table>), )*
        }

        impl Coded for $name {
            const SCHEMA: &'static CodedSchema = &CodedSchema {
                tag_bits: $bits,
                tables: &[$( tag_table!($slot) ),*],
            };

            fn from_parts(tag: u32, row: u32) -> Option<Self> {
                match tag {
                    $( $tag => Id::new(row).map(Self::$table), )*
                    _ => None,
                }
            }

            fn encode(self) -> u32 {
                let (row, tag) = match self {
                    $( Self::$table(id) => (id.row(), $tag), )*
                };
                row << $bits | tag
            }

            fn token(self) -> Token {
                match self {
                    $( Self::$table(id) => id.token(), )*
                }
            }
        }
    )*};
}

coded! {
    /// A type: defined here, referenced, or specified by a signature.
    TypeDefOrRef(2) [TypeDef, TypeRef, TypeSpec] { 0 TypeDef, 1 TypeRef, 2 TypeSpec }
    /// What can have a constant.
    HasConstant(2) [Field, Param, Property] { 0 Field, 1 Param, 2 Property }
    /// What can have a custom attribute.
    HasCustomAttribute(5) [
        MethodDef, Field, TypeRef, TypeDef, Param, InterfaceImpl, MemberRef, Module, DeclSecurity,
        Property, Event, StandAloneSig, ModuleRef, TypeSpec, Assembly, AssemblyRef, File,
        ExportedType, ManifestResource, GenericParam, GenericParamConstraint, MethodSpec
    ] {
        0 MethodDef, 1 Field, 2 TypeRef, 3 TypeDef, 4 Param, 5 InterfaceImpl, 6 MemberRef, 7 Module,
        8 DeclSecurity, 9 Property, 10 Event, 11 StandAloneSig, 12 ModuleRef, 13 TypeSpec,
        14 Assembly, 15 AssemblyRef, 16 File, 17 ExportedType, 18 ManifestResource,
        19 GenericParam, 20 GenericParamConstraint, 21 MethodSpec,
    }
    /// What can have a marshalling descriptor.
    HasFieldMarshal(1) [Field, Param] { 0 Field, 1 Param }
    /// What can have declarative security.
    HasDeclSecurity(2) [TypeDef, MethodDef, Assembly] { 0 TypeDef, 1 MethodDef, 2 Assembly }
    /// What a member reference can belong to.
    MemberRefParent(3) [TypeDef, TypeRef, ModuleRef, MethodDef, TypeSpec] {
        0 TypeDef, 1 TypeRef, 2 ModuleRef, 3 MethodDef, 4 TypeSpec,
    }
    /// What can have accessors.
    HasSemantics(1) [Event, Property] { 0 Event, 1 Property }
    /// A method: defined here or referenced.
    MethodDefOrRef(1) [MethodDef, MemberRef] { 0 MethodDef, 1 MemberRef }
    /// What can be imported from native code.
    MemberForwarded(1) [Field, MethodDef] { 0 Field, 1 MethodDef }
    /// Where an exported type or a resource is.
    Implementation(2) [File, AssemblyRef, ExportedType] { 0 File, 1 AssemblyRef, 2 ExportedType }
    /// Constructor of a custom attribute.
    CustomAttributeType(3) [_, _, MethodDef, MemberRef, _] { 2 MethodDef, 3 MemberRef }
    /// Where a referenced type is.
    ResolutionScope(2) [Module, ModuleRef, AssemblyRef, TypeRef] {
        0 Module, 1 ModuleRef, 2 AssemblyRef, 3 TypeRef,
    }
    /// What can have generic parameters.
    TypeOrMethodDef(1) [TypeDef, MethodDef] { 0 TypeDef, 1 MethodDef }
    /// What can have custom debug information.
    HasCustomDebugInformation(5) [
        MethodDef, Field, TypeRef, TypeDef, Param, InterfaceImpl, MemberRef, Module, DeclSecurity,
        Property, Event, StandAloneSig, ModuleRef, TypeSpec, Assembly, AssemblyRef, File,
        ExportedType, ManifestResource, GenericParam, GenericParamConstraint, MethodSpec, Document,
        LocalScope, LocalVariable, LocalConstant, ImportScope
    ] {
        0 MethodDef, 1 Field, 2 TypeRef, 3 TypeDef, 4 Param, 5 InterfaceImpl, 6 MemberRef, 7 Module,
        8 DeclSecurity, 9 Property, 10 Event, 11 StandAloneSig, 12 ModuleRef, 13 TypeSpec,
        14 Assembly, 15 AssemblyRef, 16 File, 17 ExportedType, 18 ManifestResource,
        19 GenericParam, 20 GenericParamConstraint, 21 MethodSpec, 22 Document, 23 LocalScope,
        24 LocalVariable, 25 LocalConstant, 26 ImportScope,
    }
}

impl TypeDefOrRef {
    /// Unpacks the TypeDefOrRefOrSpecEncoded of a signature (II.23.2.8).
    pub(crate) fn from_encoded(value: u32) -> Option<Self> {
        Self::from_parts(value & 3, value >> 2)
    }
}
