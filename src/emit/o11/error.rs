use thiserror::Error;

/// Why an extension cannot be written for O11.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum O11Error {
    /// An attribute of an entity of a type that no column can have.
    #[error("the attribute {attribute} of the entity {entity} is no basic type")]
    EntityAttribute {
        /// The entity.
        entity: String,
        /// Its attribute.
        attribute: String,
    },
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
