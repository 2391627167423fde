//! The import report: what became of every public member, and what is left to do by hand.
//!
//! It has two forms. [`markdown()`] reads well both as text and rendered; [`html()`] is one page with a
//! search, filters and tables to copy. Either has everything that somebody at Integration Studio
//! needs to define the extension, so it stands for the import details that its own wizard would show.
//! What they say is the same and comes from the modules beside them; a form only writes.

mod findings;
mod html;
mod labels;
mod markdown;
mod net_name;
mod next_steps;
mod spans;
mod targets;
mod users;

pub use html::html;
pub use markdown::markdown;
pub(super) use markdown::text as markdown_text;
