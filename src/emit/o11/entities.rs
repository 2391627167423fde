//! `Entities.cs`: an empty namespace, for an extension without entities.

use super::error::O11Error;
use super::record_type::DATABASE_USINGS;
use super::structures::USINGS;
use super::types::namespace;
use crate::extension::Extension;

pub(super) fn entities(extension: &Extension) -> Result<String, O11Error> {
    if let Some(entity) = extension.entities.first() {
        return Err(O11Error::Entity(entity.name.clone()));
    }
    let namespace = namespace(&extension.name);
    Ok(format!(
        "{USINGS}{DATABASE_USINGS}\nnamespace {namespace} {{\n\n}} // {namespace}\n"
    ))
}
