//! C# that all targets have in common: how it is laid out, and the conversions between OutSystems values and
//! .NET values. What an OutSystems value is in C# is the target's business, a `Platform`.

mod call;
mod conversion_methods;
mod conversions;
mod json;
mod platform;
mod source;
mod tokens;
mod writer;

pub(in crate::emit) use call::{expression, fixed, is_written_around};
pub(in crate::emit) use conversions::Conversions;
pub(in crate::emit) use platform::Platform;
pub(in crate::emit) use source::{Member, Source};
pub(in crate::emit) use writer::BYTE_ORDER_MARK;
pub use writer::CodeWriter;
