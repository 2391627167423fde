//! The import report: what became of every public member, and what is left to do by hand.
//!
//! It is Markdown that reads well both as text and rendered. It has everything that somebody at
//! Integration Studio needs to define the extension, so it stands for the import details that its
//! own wizard would show.

mod document;
mod escape;
mod findings;
mod markdown;
mod next_steps;

pub use markdown::markdown;
