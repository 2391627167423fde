use crate::emit::lower::Wrapper;
use crate::extension::DataType;
use crate::translate::type_map::{Code, Helper, Scalar};

/// What OutSystems values are in the C# of a target.
pub(in crate::emit) trait Platform {
    /// The C# type of values of `data_type`.
    fn type_of(&self, data_type: &DataType) -> String;

    /// C# of the empty value of `data_type`.
    fn initial(&self, data_type: &DataType) -> String;

    /// C# of the place in the record `record` that holds an attribute of `structure`.
    fn attribute(&self, record: &str, structure: &str, attribute: &str) -> String;

    /// C# of the value in a place, which is never null.
    fn held(&self, _data_type: &DataType, place: String) -> String {
        place
    }

    /// The structure around an element of type `element` in a list, where it needs one.
    fn wrapper(&self, element: &DataType) -> Option<&Wrapper>;

    /// The C# type of an item of a list of `element`.
    fn item(&self, element: &DataType) -> String;

    /// C# that enumerates `list`.
    fn items(&self, list: &str) -> String {
        list.to_owned()
    }

    /// The method that appends an item to a list.
    fn append(&self) -> &'static str;

    /// The property that says how many items a list has.
    fn count(&self) -> &'static str;

    /// C# that tests whether the record `{}` is as new, and what it calls.
    fn empty_record(&self) -> (&'static str, &'static [&'static Helper]);

    /// The modifiers of conversion methods.
    fn modifiers(&self) -> &'static str;

    /// How values of a row of the type map come back.
    fn code_from_net(&self, row: &'static Scalar) -> &'static Code {
        &row.from_net
    }
}
