//! Self-contained pages: what the import report and the closure share.
//!
//! Foreign text gets into a page escaped ([`Markup`]) or as data, which a script only ever shows as text; and a
//! page's policy lets no script run but its own ([`script_hash`]).

mod markup;
mod page;

pub(super) use markup::Markup;
pub(super) use page::{THEME, fill, link, script_hash, section};
