//! The logger of ODC, which code gets that takes one: as it is, or as one with a category.

use crate::emit::odc::names::CodeNames;
use crate::translate::Argument;
use crate::translate::odc::Library;

/// The file with the class of loggers that have a category. Actions and structures have no type arguments, so none
/// is mistaken for it.
pub(super) const FILE: &str = "TypedLogger.cs";

/// C# of the logger that is passed, where the argument is one.
pub(super) fn passed(argument: &Argument) -> Option<String> {
    match category(argument)? {
        "" => Some("_logger".to_owned()),
        category => Some(format!("new TypedLogger{category}(_logger)")),
    }
}

/// The category of the logger in angle brackets; empty for a logger without.
fn category(argument: &Argument) -> Option<&str> {
    const LOGGER: &str = "global::Microsoft.Extensions.Logging.ILogger";
    argument.fixed?;
    argument.mapping.net.strip_prefix(LOGGER)
}

/// Whether a logger with a category is passed.
pub(super) fn is_typed(library: &Library) -> bool {
    let made = library.constructions.iter().flatten();
    let made = made.map(|construction| &construction.call);
    let calls = library.translation.calls.iter().chain(made);
    let mut categories = calls.flat_map(|call| &call.arguments).filter_map(category);
    categories.any(|category| !category.is_empty())
}

/// The content of [`FILE`].
pub(super) fn typed(names: &CodeNames) -> String {
    include_str!("templates/TypedLogger.cs").replace("{namespace}", &names.namespace)
}
