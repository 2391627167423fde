//! Every maximum that the reader sets by itself. All other bounds follow from the input's size.

/// Streams that a metadata root may list; real files have five to seven.
pub const STREAMS: u16 = 64;

/// Levels of nesting in a signature, an attribute value or a chain of type specifications.
pub const SIGNATURE_DEPTH: u32 = 64;

/// Dimensions of an array; the runtime allows 32.
pub const ARRAY_RANK: u32 = 32;

/// Levels of nested types, base types and forwarders that are followed.
pub const CHAIN: usize = 256;

/// Type specifications that one signature may lead to, so that specifications which refer to others twice
/// do not multiply; real signatures lead to one or two.
pub const TYPE_SPECS: u32 = 64;
