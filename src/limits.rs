//! Every maximum that the reader sets by itself. All other bounds follow from the input's size.

/// Streams that a metadata root may list; real files have five to seven.
pub const STREAMS: u16 = 64;

/// Levels of nesting in a signature, an attribute value or a chain of type specifications.
pub const SIGNATURE_DEPTH: u32 = 64;

/// Bytes of a name with its terminating zero; the runtime allows types and members 1,024.
pub const NAME_BYTES: usize = 0x1_0000;

/// Bytes of a signature; the longest of real files have a few thousand.
pub const SIGNATURE_BYTES: usize = 0x1_0000;

/// Dimensions of an array; the runtime allows 32.
pub const ARRAY_RANK: u32 = 32;

/// Levels of nested types, base types and forwarders that are followed.
pub const CHAIN: usize = 256;

/// Type specifications that one signature may lead to, so that specifications which refer to others twice
/// do not multiply; real signatures lead to one or two.
pub const TYPE_SPECS: u32 = 64;

/// Bytes of a dump for each byte of the file, on top of [`DUMP_BASE`]; real files need up to 15.
pub const DUMP_RATIO: u64 = 200;

/// Bytes that every dump may have.
pub const DUMP_BASE: u64 = 1 << 20;

/// Bytes of a record past which no more types are added to it.
pub const DUMP_LINE: usize = 1 << 24;

/// Bytes that a compressed part of a file may always inflate to.
pub const INFLATED_BASE: u64 = 1 << 26;

/// Bytes that it may inflate to, past [`INFLATED_BASE`], for each compressed byte; assemblies have about 3,
/// the most repetitive XML documentation 50.
pub const INFLATED_RATIO: u64 = 128;

/// Structures inside of structures that a translation follows; deeper ones travel as Object. OutSystems has
/// use for three or four.
pub const STRUCTURE_DEPTH: usize = 64;

/// Files of a package that are looked at; a large library has a few hundred.
pub const PACKAGE_ENTRIES: usize = 100_000;

/// Bytes that an assembly in a package may have to be read; the largest of .NET have 20 MB.
pub const PACKAGE_ASSEMBLY: u64 = 1 << 28;

/// Bytes of a package that are inflated in all; ODC has no room for more.
pub const PACKAGE_INFLATED: u64 = 1 << 29;

/// Interfaces of a package whose methods are checked; ODC takes one.
pub const LIBRARIES: usize = 8;

/// Parts of a type that lists of lists, and lists of themselves, may lead to.
pub const TYPE_PARTS: usize = 256;

/// Findings of one code that are listed one by one; the rest are counted.
pub const FINDINGS: usize = 1_000;

/// Names that what a configuration names in vain is compared with in all, to say what may be meant.
pub const COMPARISONS: usize = 1_000_000;

/// Elements of a `.xif`, and keys and properties in them, that are read; the largest extensions have some ten thousand.
pub const XIF_ELEMENTS: usize = 1 << 18;

/// Levels of elements in a `.xif`, most of which only expressions can have.
pub const XIF_DEPTH: usize = 256;

/// Tokens, members and parameters that are looked at to find out which actions of a `.xif` can be called; the largest
/// extensions need some million.
pub const XIF_STEPS: u64 = 1 << 25;

/// Bytes of the name of a structure in a `.xif` by which types are named; OutSystems allows 50 characters.
pub const XIF_NAME: usize = 255;
