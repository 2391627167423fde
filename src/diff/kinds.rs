//! The kinds of change as data.

use super::{Impact, Level};
use Impact::{Breaking, Compatible, Cosmetic};
use Level::{Extension, Net};

/// A kind of change.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name for programs.
    pub name: &'static str,
    /// What it is about.
    pub level: Level,
    /// What it does to modules of OutSystems 11.
    pub o11: Impact,
    /// What it does to apps of ODC.
    pub odc: Impact,
    /// What happened; `{}` stands for the subject.
    pub what: &'static str,
    /// Why it has that impact.
    pub why: &'static str,
}

impl Kind {
    /// The graver of its impacts.
    pub fn impact(&self) -> Impact {
        self.o11.max(self.odc)
    }
}

macro_rules! kinds {
    ($($id:ident: $level:ident $o11:ident $odc:ident $name:literal $what:literal $why:literal;)*) => {
        $(pub(super) const $id: &Kind = &Kind {
            name: $name,
            level: $level,
            o11: $o11,
            odc: $odc,
            what: $what,
            why: $why,
        };)*

        /// Every kind of change.
        pub const KINDS: &[&Kind] = &[$($id),*];
    };
}

kinds! {
    EXTENSION_RENAMED: Extension Breaking Compatible "extension-renamed" "The extension {} has another name"
        "In OutSystems 11 it is another extension, of which every consumer must take the dependency anew; in ODC the library's OriginalName keeps its key.";
    EXTENSION_DESCRIPTION: Extension Cosmetic Cosmetic "extension-description" "The description of {} changed"
        "It is only shown.";
    ACTION_REMOVED: Extension Breaking Breaking "action-removed" "The action {} is gone"
        "Whoever calls it has a missing dependency.";
    ACTION_ADDED: Extension Compatible Compatible "action-added" "The action {} is new"
        "Nobody calls it yet.";
    ACTION_RENAMED: Extension Compatible Compatible "action-renamed" "The action {} has another name"
        "Its key stays, so consumers follow it when they refresh the dependency.";
    ACTION_DESCRIPTION: Extension Cosmetic Cosmetic "action-description" "The description of {} changed"
        "It is only shown.";
    ACTION_TARGET: Extension Compatible Compatible "action-target" "The action {} calls another member"
        "The signature is what consumers see; what it does may differ.";
    FUNCTION_LOST: Extension Breaking Compatible "function-lost" "The action {} is no function any more"
        "Expressions of OutSystems 11 that call it are invalid.";
    FUNCTION_GAINED: Extension Compatible Compatible "function-gained" "The action {} is a function now"
        "Flows call it as before, and expressions can.";
    INPUT_REMOVED: Extension Breaking Breaking "input-removed" "The input {} is gone"
        "Callers pass a value that nothing takes.";
    INPUT_ADDED_MANDATORY: Extension Breaking Breaking "mandatory-input-added" "The mandatory input {} is new"
        "Callers do not pass it.";
    INPUT_ADDED_OPTIONAL: Extension Compatible Compatible "optional-input-added" "The optional input {} is new"
        "Callers that do not pass it get its default.";
    INPUT_RENAMED: Extension Breaking Breaking "input-renamed" "The input {} has another name"
        "The key of a parameter is made of its name: to callers one is gone and another is new.";
    INPUT_TYPE: Extension Breaking Breaking "input-type" "The input {} has another type"
        "The value that callers pass may not suit it.";
    INPUT_WIDENED: Extension Compatible Compatible "input-widened" "The input {} takes more values"
        "OutSystems converts the narrower type by itself.";
    INPUT_NOW_MANDATORY: Extension Breaking Breaking "input-mandatory" "The input {} is mandatory now"
        "Callers that leave it out are invalid.";
    INPUT_NOW_OPTIONAL: Extension Compatible Compatible "input-optional" "The input {} is optional now"
        "Callers that pass it go on.";
    INPUT_DEFAULT: Extension Compatible Compatible "input-default" "The default of the input {} changed"
        "Callers that leave it out get another value: look whether they mean it.";
    INPUT_ORDER: Extension Cosmetic Cosmetic "input-order" "The inputs of {} have another order"
        "Parameters go by key, not by place.";
    OUTPUT_REMOVED: Extension Breaking Breaking "output-removed" "The output {} is gone"
        "Whoever uses it has an invalid expression.";
    OUTPUT_ADDED: Extension Compatible Compatible "output-added" "The output {} is new"
        "Nobody uses it yet.";
    OUTPUT_RENAMED: Extension Breaking Breaking "output-renamed" "The output {} has another name"
        "The key of a parameter is made of its name: to callers one is gone and another is new.";
    OUTPUT_TYPE: Extension Breaking Breaking "output-type" "The output {} has another type"
        "What consumers do with the value may not suit it.";
    OUTPUT_ORDER: Extension Cosmetic Cosmetic "output-order" "The outputs of {} have another order"
        "Parameters go by key, not by place.";
    PARAMETER_DESCRIPTION: Extension Cosmetic Cosmetic "parameter-description" "The description of {} changed"
        "It is only shown.";
    STRUCTURE_REMOVED: Extension Breaking Breaking "structure-removed" "The structure {} is gone"
        "Variables of its type are invalid.";
    STRUCTURE_ADDED: Extension Compatible Compatible "structure-added" "The structure {} is new"
        "Nobody uses it yet.";
    STRUCTURE_RENAMED: Extension Compatible Compatible "structure-renamed" "The structure {} has another name"
        "Its key stays, so consumers follow it when they refresh the dependency.";
    STRUCTURE_DESCRIPTION: Extension Cosmetic Cosmetic "structure-description" "The description of {} changed"
        "It is only shown.";
    STRUCTURE_TARGET: Extension Compatible Compatible "structure-target" "The structure {} stands for another type"
        "Its attributes are what consumers see.";
    ATTRIBUTE_REMOVED: Extension Breaking Breaking "attribute-removed" "The attribute {} is gone"
        "Whoever uses it has an invalid expression.";
    ATTRIBUTE_ADDED: Extension Compatible Compatible "attribute-added" "The attribute {} is new"
        "Values that were made without it have its default.";
    ATTRIBUTE_RENAMED: Extension Breaking Breaking "attribute-renamed" "The attribute {} has another name"
        "Values that were stored or sent as JSON have the old name.";
    ATTRIBUTE_TYPE: Extension Breaking Breaking "attribute-type" "The attribute {} has another type"
        "What consumers do with the value may not suit it.";
    ATTRIBUTE_MANDATORY: Extension Breaking Breaking "attribute-mandatory" "The attribute {} is mandatory now"
        "Values without it are refused.";
    ATTRIBUTE_OPTIONAL: Extension Compatible Compatible "attribute-optional" "The attribute {} is optional now"
        "Values with it go on.";
    ATTRIBUTE_DEFAULT: Extension Compatible Compatible "attribute-default" "The default of the attribute {} changed"
        "New values begin with another one.";
    ATTRIBUTE_SHORTER: Extension Breaking Breaking "attribute-shorter" "The attribute {} holds less"
        "Longer values are cut off or refused.";
    ATTRIBUTE_LONGER: Extension Compatible Compatible "attribute-longer" "The attribute {} holds more"
        "Every value that fitted still fits.";
    ATTRIBUTE_ORDER: Extension Cosmetic Cosmetic "attribute-order" "The attributes of {} have another order"
        "Attributes go by key, not by place.";
    ATTRIBUTE_DESCRIPTION: Extension Cosmetic Cosmetic "attribute-description" "The description of {} changed"
        "It is only shown.";
    ENTITY_REMOVED: Extension Breaking Compatible "entity-removed" "The entity {} is gone"
        "Queries and aggregates on it are invalid. ODC has no entities in external libraries.";
    ENTITY_ADDED: Extension Compatible Compatible "entity-added" "The entity {} is new"
        "Nobody uses it yet.";
    ENTITY_RENAMED: Extension Compatible Compatible "entity-renamed" "The entity {} has another name"
        "Its key stays; advanced queries name it by hand, so look at them.";
    ENTITY_TABLE: Extension Breaking Compatible "entity-table" "The entity {} is another table"
        "The database must have that table.";
    COLUMN_REMOVED: Extension Breaking Compatible "column-removed" "The entity attribute {} is gone"
        "Whoever uses it has an invalid expression or query.";
    COLUMN_ADDED: Extension Compatible Compatible "column-added" "The entity attribute {} is new"
        "The database must have that column.";
    COLUMN_RENAMED: Extension Breaking Compatible "column-renamed" "The entity attribute {} has another name"
        "Advanced queries name it by hand.";
    COLUMN_TYPE: Extension Breaking Compatible "column-type" "The entity attribute {} has another type"
        "What consumers do with the value may not suit it.";
    COLUMN_SOURCE: Extension Breaking Compatible "column-source" "The entity attribute {} is another column"
        "The database must have that column.";
    COLUMN_ROLE: Extension Breaking Compatible "column-role" "The entity attribute {} has another role"
        "Identifiers, automatic numbers and references decide how records are found and written.";
    COLUMN_SIZE: Extension Compatible Compatible "column-size" "The entity attribute {} has another size"
        "The database decides what fits.";
    COLUMN_MANDATORY: Extension Compatible Compatible "column-mandatory" "Whether the entity attribute {} is mandatory changed"
        "The database decides what it takes.";
    RESOURCE_REMOVED: Extension Compatible Compatible "resource-removed" "The file {} ships no more"
        "Consumers do not see it; see that nothing else needs it.";
    RESOURCE_ADDED: Extension Compatible Compatible "resource-added" "The file {} ships now"
        "Consumers do not see it; another version of it in a module's bin folder would clash.";
    INPUT_VERSION: Extension Cosmetic Cosmetic "input-version" "The assembly {} has another version"
        "Consumers see the extension only.";
    INPUT_FRAMEWORK: Extension Compatible Compatible "input-framework" "The assembly {} was built for another framework"
        "Consumers see the extension only; the platform must be able to load it.";

    ASSEMBLY_REMOVED: Net Breaking Breaking "assembly-removed" "The assembly {} is gone"
        "Its types are gone with it.";
    ASSEMBLY_ADDED: Net Compatible Compatible "assembly-added" "The assembly {} is new"
        "Nothing depends on it yet.";
    ASSEMBLY_KEY: Net Breaking Compatible "strong-name-changed" "The strong name of {} changed"
        ".NET Framework takes it for another assembly, so what was compiled against it must be compiled anew.";
    TYPE_REMOVED: Net Breaking Breaking "type-removed" "The type {} is gone"
        "Code that names it does not compile and does not run.";
    TYPE_ADDED: Net Compatible Compatible "type-added" "The type {} is new"
        "Nothing uses it yet.";
    TYPE_MOVED: Net Breaking Breaking "type-moved" "The type {} is in another assembly"
        "What was compiled against it looks for it in the old assembly, unless that one forwards it.";
    TYPE_FORWARDED: Net Compatible Compatible "type-forwarded" "The type {} is in another assembly, and the old one forwards to it"
        "The runtime finds it.";
    TYPE_KIND: Net Breaking Breaking "type-kind" "The type {} is another kind of type"
        "Values and references are used by different code.";
    TYPE_SEALED: Net Breaking Breaking "type-sealed" "The class {} is sealed now"
        "Classes that derive from it cannot be loaded.";
    TYPE_UNSEALED: Net Compatible Compatible "type-unsealed" "The class {} is not sealed any more"
        "Code that uses it goes on.";
    TYPE_ABSTRACT: Net Breaking Breaking "type-abstract" "The class {} is abstract now"
        "Code that creates it fails.";
    TYPE_CONCRETE: Net Compatible Compatible "type-concrete" "The class {} is not abstract any more"
        "Code that derives from it goes on.";
    TYPE_BASE: Net Breaking Breaking "type-base" "The class {} has another base"
        "Code that takes it for its old base fails, unless the new one derives from that.";
    INTERFACE_LOST: Net Breaking Breaking "interface-lost" "The type {} does not implement an interface any more"
        "Code that takes it for the interface fails.";
    INTERFACE_GAINED: Net Compatible Compatible "interface-gained" "The type {} implements another interface"
        "Code that uses it goes on.";
    TYPE_OBSOLETE: Net Cosmetic Cosmetic "type-obsolete" "The type {} is obsolete now"
        "Code that uses it compiles with a warning.";
    ENUM_UNDERLYING: Net Breaking Breaking "enum-underlying" "The enum {} has numbers of another type"
        "Its values have another size.";
    MEMBER_REMOVED: Net Breaking Breaking "member-removed" "The member {} is gone"
        "Code that uses it does not compile and does not run.";
    MEMBER_ADDED: Net Compatible Compatible "member-added" "The member {} is new"
        "Nothing uses it yet.";
    INTERFACE_MEMBER_ADDED: Net Breaking Breaking "interface-member-added" "The interface member {} is new"
        "Classes that implement the interface lack it.";
    ABSTRACT_MEMBER_ADDED: Net Breaking Breaking "abstract-member-added" "The abstract member {} is new"
        "Classes that derive from the class lack it.";
    RETURN_TYPE: Net Breaking Breaking "return-type" "The method {} returns another type"
        "The return type is a part of what compiled code calls.";
    MEMBER_STATIC: Net Breaking Breaking "member-static" "Whether {} is static changed"
        "It is called in another way.";
    MEMBER_ABSTRACT: Net Breaking Breaking "member-abstract" "The method {} is abstract now"
        "Classes that derive from the class lack it.";
    MEMBER_VIRTUAL_LOST: Net Breaking Breaking "virtual-lost" "The method {} cannot be overridden any more"
        "Classes that override it cannot be loaded.";
    MEMBER_VIRTUAL_GAINED: Net Compatible Compatible "virtual-gained" "The method {} can be overridden now"
        "Code that calls it goes on.";
    PARAMETER_NAME: Net Breaking Breaking "parameter-name" "A parameter of {} has another name"
        "Code that names its arguments does not compile; the extension's parameter is another one.";
    PARAMETER_DIRECTION: Net Breaking Breaking "parameter-direction" "A parameter of {} is passed in another direction"
        "Callers pass it in another way.";
    PARAMETER_NOW_OPTIONAL: Net Compatible Compatible "parameter-optional" "A parameter of {} is optional now"
        "Callers that pass it go on.";
    PARAMETER_NOW_MANDATORY: Net Breaking Breaking "parameter-mandatory" "A parameter of {} is mandatory now"
        "Callers that leave it out do not compile.";
    PARAMETER_DEFAULT: Net Compatible Compatible "parameter-default" "The default of a parameter of {} changed"
        "Code that was compiled against the old default keeps it.";
    PARAMS_LOST: Net Breaking Breaking "params-lost" "The last parameter of {} takes no list of arguments any more"
        "Callers that pass single values do not compile.";
    PARAMS_GAINED: Net Compatible Compatible "params-gained" "The last parameter of {} takes a list of arguments"
        "Callers that pass an array go on.";
    PROPERTY_TYPE: Net Breaking Breaking "property-type" "The property {} has another type"
        "Its accessors are other methods.";
    GETTER_LOST: Net Breaking Breaking "getter-lost" "The property {} cannot be read any more"
        "Code that reads it fails.";
    GETTER_GAINED: Net Compatible Compatible "getter-gained" "The property {} can be read now"
        "Nothing reads it yet.";
    SETTER_LOST: Net Breaking Breaking "setter-lost" "The property {} cannot be set any more"
        "Code that sets it fails.";
    SETTER_GAINED: Net Compatible Compatible "setter-gained" "The property {} can be set now"
        "Nothing sets it yet.";
    FIELD_TYPE: Net Breaking Breaking "field-type" "The field {} has another type"
        "The type is a part of what compiled code uses.";
    FIELD_READ_ONLY: Net Breaking Breaking "field-read-only" "The field {} is read-only now"
        "Code that sets it fails.";
    FIELD_WRITABLE: Net Compatible Compatible "field-writable" "The field {} can be set now"
        "Code that reads it goes on.";
    CONSTANT_VALUE: Net Compatible Compatible "constant-value" "The value of the constant {} changed"
        "Code that was compiled against the old value keeps it.";
    ENUM_VALUE: Net Breaking Breaking "enum-value" "The number of {} changed"
        "Code that was compiled against the old number means another value.";
    ENUM_MEMBER_ADDED: Net Compatible Compatible "enum-member-added" "The enum value {} is new"
        "Code that takes any other value for impossible may be surprised.";
    EVENT_TYPE: Net Breaking Breaking "event-type" "The event {} has another type"
        "Handlers do not suit it.";
    MEMBER_OBSOLETE: Net Cosmetic Cosmetic "member-obsolete" "The member {} is obsolete now"
        "Code that uses it compiles with a warning.";
}

#[cfg(test)]
mod tests {
    use super::KINDS;
    use foldhash::HashSet;

    #[test]
    fn names_are_unique_and_sentences_are_about_the_subject() {
        let names: HashSet<&str> = KINDS.iter().map(|kind| kind.name).collect();
        assert_eq!(names.len(), KINDS.len());
        for kind in KINDS {
            assert!(
                kind.what.contains("{}") && !kind.what.ends_with('.'),
                "{}",
                kind.name
            );
            assert!(kind.why.ends_with('.'), "{}", kind.name);
        }
    }
}
