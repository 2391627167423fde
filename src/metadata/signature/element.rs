/// The one list of the element types that stand for a whole type: number, name of the type in the
/// namespace `System`, and C#'s name of it.
macro_rules! element_types {
    ($( $name:ident = $number:literal, $system:literal, $csharp:literal; )*) => {
        /// Element types that stand for a whole type (II.23.1.16).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "the names are the standard's own")]
        pub enum ElementType {
            $( $name = $number, )*
        }

        impl ElementType {
            /// The element type with this number, or `None` where the number needs more bytes to name a
            /// type.
            pub fn from_number(number: u8) -> Option<Self> {
                match number {
                    $( $number => Some(Self::$name), )*
                    _ => None,
                }
            }

            /// The element type of the type `System.<name>`.
            pub fn from_system_name(name: &str) -> Option<Self> {
                match name {
                    $( $system => Some(Self::$name), )*
                    _ => None,
                }
            }

            /// Simple name of its type in the namespace `System`, for instance `Int32`.
            pub fn system_name(self) -> &'static str {
                match self {
                    $( Self::$name => $system, )*
                }
            }

            /// The type in C#, for instance `int`.
            pub fn csharp(self) -> &'static str {
                match self {
                    $( Self::$name => $csharp, )*
                }
            }
        }
    };
}

element_types! {
    Void = 0x01, "Void", "void";
    Boolean = 0x02, "Boolean", "bool";
    Char = 0x03, "Char", "char";
    I1 = 0x04, "SByte", "sbyte";
    U1 = 0x05, "Byte", "byte";
    I2 = 0x06, "Int16", "short";
    U2 = 0x07, "UInt16", "ushort";
    I4 = 0x08, "Int32", "int";
    U4 = 0x09, "UInt32", "uint";
    I8 = 0x0a, "Int64", "long";
    U8 = 0x0b, "UInt64", "ulong";
    R4 = 0x0c, "Single", "float";
    R8 = 0x0d, "Double", "double";
    String = 0x0e, "String", "string";
    TypedByRef = 0x16, "TypedReference", "System.TypedReference";
    I = 0x18, "IntPtr", "System.IntPtr";
    U = 0x19, "UIntPtr", "System.UIntPtr";
    Object = 0x1c, "Object", "object";
}
