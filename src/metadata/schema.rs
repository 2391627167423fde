//! The tables of II.22 and of the portable PDB format: one list, from which table numbers, row layouts
//! and the column methods of [`Row`] are generated.

use super::coded::{
    Coded, CodedSchema, CustomAttributeType, HasConstant, HasCustomAttribute,
    HasCustomDebugInformation, HasDeclSecurity, HasFieldMarshal, HasSemantics, Implementation,
    MemberForwarded, MemberRefParent, MethodDefOrRef, ResolutionScope, TypeDefOrRef,
    TypeOrMethodDef,
};
use super::row::Row;
use super::{Cursor, Error, Guid, Id, List, Metadata, Result};
use std::fmt;

/// What a column holds, which decides its width (II.24.2.6).
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// A 2-byte number.
    U16,
    /// A 4-byte number.
    U32,
    /// An index into `#Strings`.
    Str,
    /// An index into `#GUID`.
    Guid,
    /// An index into `#Blob`.
    Blob,
    /// A simple index.
    Index(TableId),
    /// A coded index.
    Coded(&'static CodedSchema),
}

/// A table of the schema; implemented by the marker types of [`table`].
pub trait Table: Sized + 'static {
    /// The table's number.
    const ID: TableId;
}

/// What a column's method returns.
macro_rules! value {
    (U16) => { u16 };
    (U32) => { u32 };
    (Str) => { Result<&'m str> };
    (Guid) => { Result<Option<Guid>> };
    (Blob) => { Result<Cursor<'m>> };
    (Id $target:ident) => { Result<Option<Id<table::$target>>> };
    (List $target:ident) => { Result<List<'m, table::$target>> };
    (Coded $target:ident) => { Result<Option<$target>> };
}

macro_rules! kind {
    (U16) => {
        ColumnKind::U16
    };
    (U32) => {
        ColumnKind::U32
    };
    (Str) => {
        ColumnKind::Str
    };
    (Guid) => {
        ColumnKind::Guid
    };
    (Blob) => {
        ColumnKind::Blob
    };
    (Id $target:ident) => {
        ColumnKind::Index(TableId::$target)
    };
    (List $target:ident) => {
        ColumnKind::Index(TableId::$target)
    };
    (Coded $target:ident) => {
        ColumnKind::Coded(<$target as Coded>::SCHEMA)
    };
}

macro_rules! read {
    ($row:ident, $column:expr, $name:expr, U16) => {
        $row.number_at($column) as u16
    };
    ($row:ident, $column:expr, $name:expr, U32) => {
        $row.number_at($column)
    };
    ($row:ident, $column:expr, $name:expr, Str) => {
        $row.string_at($column, $name)
    };
    ($row:ident, $column:expr, $name:expr, Guid) => {
        $row.guid_at($column, $name)
    };
    ($row:ident, $column:expr, $name:expr, Blob) => {
        $row.blob_at($column, $name)
    };
    ($row:ident, $column:expr, $name:expr, Id $target:ident) => {
        $row.index_at($column, $name)
    };
    ($row:ident, $column:expr, $name:expr, List $target:ident) => {
        $row.list_at($column, $name)
    };
    ($row:ident, $column:expr, $name:expr, Coded $target:ident) => {
        $row.coded_at($column, $name)
    };
}

/// The standard's name of a table, where Rust's rules for names change it.
macro_rules! name {
    ($table:ident) => {
        stringify!($table)
    };
    ($table:ident $name:literal) => {
        $name
    };
}

/// Reads a column and reports the error that it gives.
macro_rules! check {
    ($row:ident, $column:ident, $report:ident, U16) => {};
    ($row:ident, $column:ident, $report:ident, U32) => {};
    ($row:ident, $column:ident, $report:ident, List $target:ident) => {
        match $row.$column() {
            Ok(list) => list.filter_map(Result::err).for_each(&mut $report),
            Err(error) => $report(error),
        }
    };
    ($row:ident, $column:ident, $report:ident, $kind:ident $($target:ident)?) => {
        if let Err(error) = $row.$column() {
            $report(error);
        }
    };
}

macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        $number:literal $table:ident $(= $name:literal)? {
            $( $(#[$column_doc:meta])* $column:ident: $kind:ident $(($target:ident))?, )*
        }
    )*) => {
        /// The number of a metadata table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum TableId {
            $( $(#[$doc])* $table = $number, )*
        }

        impl TableId {
            /// All tables in the order of their numbers.
            pub const ALL: &'static [Self] = &[$( Self::$table, )*];

            /// The table with this number, or `None` where no standard defines one.
            pub fn from_number(number: u8) -> Option<Self> {
                match number {
                    $( $number => Some(Self::$table), )*
                    _ => None,
                }
            }

            /// Name of the table as the standard writes it.
            pub fn name(self) -> &'static str {
                match self {
                    $( Self::$table => name!($table $($name)?), )*
                }
            }

            /// The columns of a row in order.
            pub const fn columns(self) -> &'static [ColumnKind] {
                match self {
                    $( Self::$table => &[$( kind!($kind $($target)?) ),*], )*
                }
            }
        }

        /// One marker type for each table, to name the table of a [`Row`] or an [`Id`].
        pub mod table {
            use super::{Table, TableId};
            $(
                $(#[$doc])*
                #[derive(Clone, Copy, Debug, PartialEq, Eq)]
                pub struct $table;
                impl Table for $table {
                    const ID: TableId = TableId::$table;
                }
            )*
        }

        $(
            impl<'m> Row<'m, table::$table> {
                $(
                    $(#[$column_doc])*
                    pub fn $column(self) -> value!($kind $($target)?) {
                        read!(self, column::$table::$column as usize, stringify!($column), $kind $($target)?)
                    }
                )*
            }
        )*

        impl Metadata<'_> {
            /// Reads every column of every row and hands each error to `report`, in table order.
            ///
            /// Signatures and attribute values are not decoded.
            pub fn check_rows(&self, mut report: impl FnMut(Error)) {
                $(
                    #[allow(unused_variables, reason = "some tables hold numbers only")]
                    for row in self.rows::<table::$table>() {
                        $( check!(row, $column, report, $kind $($target)?); )*
                    }
                )*
            }
        }

        /// Column numbers of each table.
        #[allow(non_camel_case_types, dead_code, reason = "named after the methods that use them")]
        pub(crate) mod column {
            $( pub(crate) enum $table { $( $column, )* } )*
        }
    };
}

impl fmt::Display for TableId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

tables! {
    /// The module itself (II.22.30); one row.
    0x00 Module {
        /// Reserved; 0, but a generation number under Edit and Continue.
        generation: U16,
        /// Name of the module's file.
        name: Str,
        /// Module version id.
        mvid: Guid,
        /// Reserved; Edit and Continue.
        enc_id: Guid,
        /// Reserved; Edit and Continue.
        enc_base_id: Guid,
    }
    /// References to types of other modules and assemblies (II.22.38).
    0x01 TypeRef {
        /// Where the type is; null means this module's exported types.
        resolution_scope: Coded(ResolutionScope),
        /// Simple name.
        name: Str,
        /// Namespace, empty for none.
        namespace: Str,
    }
    /// Types of this module (II.22.37); the first row is `<Module>`.
    0x02 TypeDef {
        /// `TypeAttributes` (II.23.1.15).
        flags: U32,
        /// Simple name.
        name: Str,
        /// Namespace, empty for none.
        namespace: Str,
        /// Base type; null for interfaces, `System.Object` and `<Module>`.
        extends: Coded(TypeDefOrRef),
        /// Its fields.
        field_list: List(Field),
        /// Its methods.
        method_list: List(MethodDef),
    }
    /// Order of fields in a `#-` stream.
    0x03 FieldPtr {
        /// The field.
        field: Id(Field),
    }
    /// Fields (II.22.15).
    0x04 Field {
        /// `FieldAttributes` (II.23.1.5).
        flags: U16,
        /// Name.
        name: Str,
        /// FieldSig (II.23.2.4).
        signature: Blob,
    }
    /// Order of methods in a `#-` stream.
    0x05 MethodPtr {
        /// The method.
        method: Id(MethodDef),
    }
    /// Methods (II.22.26).
    0x06 MethodDef {
        /// RVA of the body; 0 for none.
        rva: U32,
        /// `MethodImplAttributes` (II.23.1.10).
        impl_flags: U16,
        /// `MethodAttributes` (II.23.1.10).
        flags: U16,
        /// Name.
        name: Str,
        /// MethodDefSig (II.23.2.1).
        signature: Blob,
        /// Its parameters.
        param_list: List(Param),
    }
    /// Order of parameters in a `#-` stream.
    0x07 ParamPtr {
        /// The parameter.
        param: Id(Param),
    }
    /// Parameters (II.22.33).
    0x08 Param {
        /// `ParamAttributes` (II.23.1.13).
        flags: U16,
        /// Position from 1; 0 is the return value.
        sequence: U16,
        /// Name, empty for none.
        name: Str,
    }
    /// Interfaces that types implement (II.22.23).
    0x09 InterfaceImpl {
        /// The type.
        class: Id(TypeDef),
        /// The interface.
        interface: Coded(TypeDefOrRef),
    }
    /// References to members of other types (II.22.25).
    0x0a MemberRef {
        /// The type or module that has the member.
        class: Coded(MemberRefParent),
        /// Name.
        name: Str,
        /// MethodRefSig or FieldSig (II.23.2.2, II.23.2.4).
        signature: Blob,
    }
    /// Compile-time constants (II.22.9).
    0x0b Constant {
        /// Element type of the value; the high byte is padding.
        element_type: U16,
        /// What has the constant.
        parent: Coded(HasConstant),
        /// The value's bytes.
        value: Blob,
    }
    /// Custom attributes (II.22.10).
    0x0c CustomAttribute {
        /// What has the attribute.
        parent: Coded(HasCustomAttribute),
        /// The attribute's constructor.
        constructor: Coded(CustomAttributeType),
        /// The arguments (II.23.3).
        value: Blob,
    }
    /// Marshalling of fields and parameters (II.22.17).
    0x0d FieldMarshal {
        /// The field or parameter.
        parent: Coded(HasFieldMarshal),
        /// Marshalling descriptor (II.23.4).
        native_type: Blob,
    }
    /// Declarative security (II.22.11).
    0x0e DeclSecurity {
        /// Security action.
        action: U16,
        /// What it applies to.
        parent: Coded(HasDeclSecurity),
        /// The permission set.
        permission_set: Blob,
    }
    /// Layout of types (II.22.8).
    0x0f ClassLayout {
        /// Alignment of fields in bytes; 0 for the default.
        packing_size: U16,
        /// Size in bytes; 0 for the natural one.
        class_size: U32,
        /// The type.
        parent: Id(TypeDef),
    }
    /// Positions of fields (II.22.16).
    0x10 FieldLayout {
        /// Offset in bytes.
        offset: U32,
        /// The field.
        field: Id(Field),
    }
    /// Signatures of local variables and indirect calls (II.22.36).
    0x11 StandAloneSig {
        /// The signature.
        signature: Blob,
    }
    /// Which type has which events (II.22.12).
    0x12 EventMap {
        /// The type.
        parent: Id(TypeDef),
        /// Its events.
        event_list: List(Event),
    }
    /// Order of events in a `#-` stream.
    0x13 EventPtr {
        /// The event.
        event: Id(Event),
    }
    /// Events (II.22.13).
    0x14 Event {
        /// `EventAttributes` (II.23.1.4).
        flags: U16,
        /// Name.
        name: Str,
        /// Delegate type.
        event_type: Coded(TypeDefOrRef),
    }
    /// Which type has which properties (II.22.35).
    0x15 PropertyMap {
        /// The type.
        parent: Id(TypeDef),
        /// Its properties.
        property_list: List(Property),
    }
    /// Order of properties in a `#-` stream.
    0x16 PropertyPtr {
        /// The property.
        property: Id(Property),
    }
    /// Properties (II.22.34).
    0x17 Property {
        /// `PropertyAttributes` (II.23.1.14).
        flags: U16,
        /// Name.
        name: Str,
        /// PropertySig (II.23.2.5).
        signature: Blob,
    }
    /// Which method is which accessor (II.22.28).
    0x18 MethodSemantics {
        /// `MethodSemanticsAttributes` (II.23.1.12).
        semantics: U16,
        /// The accessor.
        method: Id(MethodDef),
        /// The event or property.
        association: Coded(HasSemantics),
    }
    /// Explicit overrides (II.22.27).
    0x19 MethodImpl {
        /// The type.
        class: Id(TypeDef),
        /// The method that implements.
        method_body: Coded(MethodDefOrRef),
        /// The method that is implemented.
        method_declaration: Coded(MethodDefOrRef),
    }
    /// References to other modules (II.22.31).
    0x1a ModuleRef {
        /// Name of the module.
        name: Str,
    }
    /// Types that need a signature (II.22.39).
    0x1b TypeSpec {
        /// TypeSpec (II.23.2.14).
        signature: Blob,
    }
    /// P/Invoke (II.22.22).
    0x1c ImplMap {
        /// `PInvokeAttributes` (II.23.1.8).
        mapping_flags: U16,
        /// The method.
        member_forwarded: Coded(MemberForwarded),
        /// Name of the native function.
        import_name: Str,
        /// The native library.
        import_scope: Id(ModuleRef),
    }
    /// Initial data of fields (II.22.18).
    0x1d FieldRva = "FieldRVA" {
        /// RVA of the data.
        rva: U32,
        /// The field.
        field: Id(Field),
    }
    /// Edit and Continue log.
    0x1e EncLog {
        /// Token of the changed row.
        token: U32,
        /// What happened to it.
        func_code: U32,
    }
    /// Edit and Continue map.
    0x1f EncMap {
        /// Token.
        token: U32,
    }
    /// The assembly itself (II.22.2); at most one row.
    0x20 Assembly {
        /// Hash algorithm of the manifest.
        hash_algorithm: U32,
        /// First part of the version.
        major_version: U16,
        /// Second part of the version.
        minor_version: U16,
        /// Third part of the version.
        build_number: U16,
        /// Fourth part of the version.
        revision_number: U16,
        /// `AssemblyFlags` (II.23.1.2).
        flags: U32,
        /// Public key.
        public_key: Blob,
        /// Simple name.
        name: Str,
        /// Culture, empty for neutral.
        culture: Str,
    }
    /// Obsolete (II.22.4).
    0x21 AssemblyProcessor {
        /// Processor.
        processor: U32,
    }
    /// Obsolete (II.22.3).
    0x22 AssemblyOs = "AssemblyOS" {
        /// Platform.
        platform_id: U32,
        /// Major version.
        major_version: U32,
        /// Minor version.
        minor_version: U32,
    }
    /// References to assemblies (II.22.5).
    0x23 AssemblyRef {
        /// First part of the version.
        major_version: U16,
        /// Second part of the version.
        minor_version: U16,
        /// Third part of the version.
        build_number: U16,
        /// Fourth part of the version.
        revision_number: U16,
        /// `AssemblyFlags` (II.23.1.2).
        flags: U32,
        /// Public key, or its token.
        public_key_or_token: Blob,
        /// Simple name.
        name: Str,
        /// Culture, empty for neutral.
        culture: Str,
        /// Hash.
        hash_value: Blob,
    }
    /// Obsolete (II.22.7).
    0x24 AssemblyRefProcessor {
        /// Processor.
        processor: U32,
        /// The reference.
        assembly_ref: Id(AssemblyRef),
    }
    /// Obsolete (II.22.6).
    0x25 AssemblyRefOs = "AssemblyRefOS" {
        /// Platform.
        platform_id: U32,
        /// Major version.
        major_version: U32,
        /// Minor version.
        minor_version: U32,
        /// The reference.
        assembly_ref: Id(AssemblyRef),
    }
    /// Other files of the assembly (II.22.19).
    0x26 File {
        /// `FileAttributes` (II.23.1.6).
        flags: U32,
        /// Name of the file.
        name: Str,
        /// Hash of the file.
        hash_value: Blob,
    }
    /// Types of other modules of the assembly, and forwarders (II.22.14).
    0x27 ExportedType {
        /// `TypeAttributes` (II.23.1.15).
        flags: U32,
        /// Hint: the row of the type in its own module.
        type_def_id: U32,
        /// Simple name.
        name: Str,
        /// Namespace, empty for none.
        namespace: Str,
        /// Where the type is.
        implementation: Coded(Implementation),
    }
    /// Resources (II.22.24).
    0x28 ManifestResource {
        /// Offset in the file or in the CLI resources.
        offset: U32,
        /// `ManifestResourceAttributes` (II.23.1.9).
        flags: U32,
        /// Name.
        name: Str,
        /// Where it is; null means this file.
        implementation: Coded(Implementation),
    }
    /// Which type is nested in which (II.22.32).
    0x29 NestedClass {
        /// The nested type.
        nested_class: Id(TypeDef),
        /// The type around it.
        enclosing_class: Id(TypeDef),
    }
    /// Generic parameters (II.22.20).
    0x2a GenericParam {
        /// Position from 0.
        number: U16,
        /// `GenericParamAttributes` (II.23.1.7).
        flags: U16,
        /// The type or method.
        owner: Coded(TypeOrMethodDef),
        /// Name.
        name: Str,
    }
    /// Instances of generic methods (II.22.29).
    0x2b MethodSpec {
        /// The generic method.
        method: Coded(MethodDefOrRef),
        /// MethodSpec blob (II.23.2.15).
        instantiation: Blob,
    }
    /// Constraints of generic parameters (II.22.21).
    0x2c GenericParamConstraint {
        /// The parameter.
        owner: Id(GenericParam),
        /// The type that an argument must derive from or implement.
        constraint: Coded(TypeDefOrRef),
    }
    /// Source files (portable PDB).
    0x30 Document {
        /// Name, as a document-name blob.
        name: Blob,
        /// Hash algorithm.
        hash_algorithm: Guid,
        /// Hash.
        hash: Blob,
        /// Language.
        language: Guid,
    }
    /// Sequence points of methods (portable PDB); the row number is the method's.
    0x31 MethodDebugInformation {
        /// The document, if there is only one.
        document: Id(Document),
        /// Sequence-point blob.
        sequence_points: Blob,
    }
    /// Scopes of local variables (portable PDB).
    0x32 LocalScope {
        /// The method.
        method: Id(MethodDef),
        /// Imports in force.
        import_scope: Id(ImportScope),
        /// Its variables.
        variable_list: List(LocalVariable),
        /// Its constants.
        constant_list: List(LocalConstant),
        /// First IL offset.
        start_offset: U32,
        /// Length in IL bytes.
        length: U32,
    }
    /// Local variables (portable PDB).
    0x33 LocalVariable {
        /// Flags.
        attributes: U16,
        /// Slot.
        index: U16,
        /// Name.
        name: Str,
    }
    /// Local constants (portable PDB).
    0x34 LocalConstant {
        /// Name.
        name: Str,
        /// LocalConstantSig blob.
        signature: Blob,
    }
    /// Imports (portable PDB).
    0x35 ImportScope {
        /// The scope around it.
        parent: Id(ImportScope),
        /// Imports blob.
        imports: Blob,
    }
    /// Iterator and async methods (portable PDB).
    0x36 StateMachineMethod {
        /// The compiler's method.
        move_next_method: Id(MethodDef),
        /// The method as written.
        kickoff_method: Id(MethodDef),
    }
    /// Custom debug information (portable PDB).
    0x37 CustomDebugInformation {
        /// What it belongs to.
        parent: Coded(HasCustomDebugInformation),
        /// Kind.
        kind: Guid,
        /// Content.
        value: Blob,
    }
}
