//! Numbers of the standard and their names, where flags become the arguments of pseudo-attributes.

/// The name of `number` in `names`.
pub(super) fn name(names: &[(u32, &'static str)], number: u32) -> Option<&'static str> {
    let row = names.iter().find(|(known, _)| *known == number);
    row.map(|(_, name)| *name)
}

/// Type access (II.23.1.15), as C# says it.
pub(super) const VISIBILITIES: &[(u32, &str)] = &[
    (0, "internal"),
    (1, "public"),
    (2, "public"),
    (3, "private"),
    (4, "protected"),
    (5, "internal"),
    (6, "private protected"),
    (7, "protected internal"),
];

/// Type layouts (II.23.1.15): `LayoutKind`.
pub(super) const LAYOUTS: &[(u32, &str)] = &[(0, "Auto"), (0x08, "Sequential"), (0x10, "Explicit")];

/// String formats of types (II.23.1.15): `CharSet`.
pub(super) const TYPE_CHAR_SETS: &[(u32, &str)] = &[(0x1_0000, "Unicode"), (0x2_0000, "Auto")];

/// Character sets of P/Invoke (II.23.1.8): `CharSet`.
pub(super) const CHAR_SETS: &[(u32, &str)] = &[(2, "Ansi"), (4, "Unicode"), (6, "Auto")];

/// Calling conventions of P/Invoke (II.23.1.8): `CallingConvention`; Winapi goes without saying.
pub(super) const CALLING_CONVENTIONS: &[(u32, &str)] = &[
    (0x200, "Cdecl"),
    (0x300, "StdCall"),
    (0x400, "ThisCall"),
    (0x500, "FastCall"),
];

/// Implementation flags of methods (II.23.1.11): `MethodImplOptions`.
pub(super) const IMPLEMENTATIONS: &[(u32, &str)] = &[
    (0x0004, "Unmanaged"),
    (0x0008, "NoInlining"),
    (0x0010, "ForwardRef"),
    (0x0020, "Synchronized"),
    (0x0040, "NoOptimization"),
    (0x0080, "PreserveSig"),
    (0x0100, "AggressiveInlining"),
    (0x0200, "AggressiveOptimization"),
    (0x1000, "InternalCall"),
    (0x2000, "Async"),
];

/// Code types of methods (II.23.1.11): `MethodCodeType`; IL goes without saying.
pub(super) const CODE_TYPES: &[(u32, &str)] = &[(1, "Native"), (2, "OPTIL"), (3, "Runtime")];

/// Security actions (II.22.11): `SecurityAction`.
pub(super) const SECURITY_ACTIONS: &[(u32, &str)] = &[
    (2, "Demand"),
    (3, "Assert"),
    (4, "Deny"),
    (5, "PermitOnly"),
    (6, "LinkDemand"),
    (7, "InheritanceDemand"),
    (8, "RequestMinimum"),
    (9, "RequestOptional"),
    (10, "RequestRefuse"),
];

/// Native types (II.23.2.9, II.23.4): `UnmanagedType`.
pub(super) const NATIVE_TYPES: &[(u32, &str)] = &[
    (0x02, "Bool"),
    (0x03, "I1"),
    (0x04, "U1"),
    (0x05, "I2"),
    (0x06, "U2"),
    (0x07, "I4"),
    (0x08, "U4"),
    (0x09, "I8"),
    (0x0a, "U8"),
    (0x0b, "R4"),
    (0x0c, "R8"),
    (0x0f, "Currency"),
    (0x13, "BStr"),
    (0x14, "LPStr"),
    (0x15, "LPWStr"),
    (0x16, "LPTStr"),
    (0x17, "ByValTStr"),
    (0x19, "IUnknown"),
    (0x1a, "IDispatch"),
    (0x1b, "Struct"),
    (0x1c, "Interface"),
    (0x1d, "SafeArray"),
    (0x1e, "ByValArray"),
    (0x1f, "SysInt"),
    (0x20, "SysUInt"),
    (0x22, "VBByRefStr"),
    (0x23, "AnsiBStr"),
    (0x24, "TBStr"),
    (0x25, "VariantBool"),
    (0x26, "FunctionPtr"),
    (0x28, "AsAny"),
    (0x2a, "LPArray"),
    (0x2b, "LPStruct"),
    (0x2c, "CustomMarshaler"),
    (0x2d, "Error"),
    (0x2e, "IInspectable"),
    (0x2f, "HString"),
    (0x30, "LPUTF8Str"),
];
