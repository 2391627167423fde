use thiserror::Error;

/// Why an extension cannot be written for O11.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum O11Error {
    /// An entity: its record needs the identifier and the auto number of its table, which the
    /// definition does not carry.
    #[error("entity {0} cannot be written: entities are not supported yet")]
    Entity(String),
    /// A default value that is no literal of the attribute's type, and so has no C# form.
    #[error("the default value {expression} of {structure}.{attribute} is not a literal")]
    Default {
        /// The structure.
        structure: String,
        /// Its attribute.
        attribute: String,
        /// The default, as an OutSystems expression.
        expression: String,
    },
}
