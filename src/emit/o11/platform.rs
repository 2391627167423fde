use super::types::{CSharpType, parameter_name, record_name};
use crate::emit::csharp::Platform;
use crate::emit::lower::{Lowered, Wrapper};
use crate::extension::DataType;
use crate::translate::type_map::Helper;

/// Values in the code of an extension: records, and record lists of structures.
impl Platform for Lowered {
    fn type_of(&self, data_type: &DataType) -> String {
        CSharpType::of(&self.lowered_type(data_type)).to_string()
    }

    fn initial(&self, data_type: &DataType) -> String {
        CSharpType::of(&self.lowered_type(data_type)).initial()
    }

    fn attribute(&self, record: &str, structure: &str, attribute: &str) -> String {
        format!("{record}.ssST{structure}.{}", parameter_name(attribute))
    }

    fn wrapper(&self, element: &DataType) -> Option<&Wrapper> {
        self.wrapper(element)
    }

    fn item(&self, element: &DataType) -> String {
        let wrapper = self.wrapper(element);
        let wrapper = wrapper.map(|wrapper| wrapper.structure.as_str());
        record_name(wrapper.or(element.structure_name()).unwrap_or_default())
    }

    fn append(&self) -> &'static str {
        "Append"
    }

    fn count(&self) -> &'static str {
        "Length"
    }

    fn empty_record(&self) -> (&'static str, &'static [&'static Helper]) {
        ("{}.IsDefault()", &[])
    }

    fn modifiers(&self) -> &'static str {
        "private static"
    }
}
