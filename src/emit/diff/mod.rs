//! The difference of two versions for programs ([`Document`]) and as [`markdown`] for a pull request.

mod document;
mod markdown;

pub use document::Document;
pub use markdown::markdown;
