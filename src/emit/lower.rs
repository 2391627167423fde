use crate::extension::{Attribute, DataType, Extension, Structure};
use foldhash::HashSet;
use std::collections::BTreeMap;
use std::mem;

/// The longest name of an OutSystems element.
const MAX_NAME: usize = 50;

/// An extension in the types that O11 knows: basic types, structures and lists of structures.
///
/// [`lower`] makes it; so in [`Self::extension`] the element of every list is a structure.
#[derive(Clone, Debug)]
pub struct Lowered {
    extension: Extension,
    wrappers: BTreeMap<DataType, Wrapper>,
}

/// The structure that stands for one element of a list that O11 does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrapper {
    /// Name of the structure.
    pub structure: String,
    /// Name of its only attribute, which holds the element.
    pub attribute: &'static str,
}

impl Lowered {
    /// The lowered extension; a wrapper stands before the structures that use it.
    pub fn extension(&self) -> &Extension {
        &self.extension
    }

    /// What a type of the original extension became: `Text List` is `TextItem List`.
    ///
    /// A type without a list, or that the extension does not use, is returned as it is.
    pub fn lowered_type(&self, data_type: &DataType) -> DataType {
        lowered(&self.wrappers, data_type)
    }

    /// The structure that wraps `element`, a type of the original extension, in its lists.
    ///
    /// A structure needs no wrapper, and has none.
    pub fn wrapper(&self, element: &DataType) -> Option<&Wrapper> {
        self.wrappers.get(element)
    }
}

/// Replaces the lists that O11 does not know.
///
/// - An element of a basic type is wrapped in a structure `<Type>Item` with the attribute `Value`:
///   `TextItem`, `LongIntegerItem`.
/// - An element that is itself a list is wrapped in a structure `<Inner>List` with the attribute
///   `Items`, where `<Inner>` is the structure in the inner list: `TextItemList`, `LoanList`.
///
/// Where a name is taken by a structure or an entity, without regard to case, `TextListItem` is
/// tried, then `TextListItem2`, `TextListItem3` and so on; a name over 50 characters is cut before
/// its ending. No .NET element is behind a wrapper, so its documentation ids are empty.
pub fn lower(extension: &Extension) -> Lowered {
    let is_structure = |element: &DataType| matches!(element, DataType::Structure { .. });
    Lowering::new(extension, is_structure).lower(extension.clone())
}

/// Replaces the lists that ODC does not know: those of lists, as [`lower`] does. There the names of actions are
/// taken, too.
pub(in crate::emit) fn lower_lists_of_lists(extension: Extension) -> Lowered {
    let is_no_list = |element: &DataType| !matches!(element, DataType::List { .. });
    let mut lowering = Lowering::new(&extension, is_no_list);
    let actions = extension.actions.iter();
    let names = actions.map(|action| action.name.to_lowercase());
    lowering.taken.extend(names);
    lowering.lower(extension)
}

/// The structure in a list of `element`, where no name is taken.
pub(in crate::emit) fn element_name(element: &DataType) -> String {
    match element {
        DataType::Structure { name } => name.clone(),
        DataType::List { of } => format!("{}List", element_name(of)),
        basic => format!("{}Item", compact(basic)),
    }
}

/// The name of a basic type as one word: `LongInteger`.
fn compact(basic: &DataType) -> String {
    basic.to_string().replace(' ', "")
}

fn lowered(wrappers: &BTreeMap<DataType, Wrapper>, data_type: &DataType) -> DataType {
    match data_type {
        DataType::List { of } => match wrappers.get(of.as_ref()) {
            Some(wrapper) => DataType::structure(&wrapper.structure).into_list(),
            None => data_type.clone(),
        },
        _ => data_type.clone(),
    }
}

struct Lowering {
    structures: Vec<Structure>,
    wrappers: BTreeMap<DataType, Wrapper>,
    /// Names in use, in lower case.
    taken: HashSet<String>,
    /// Whether lists can hold an element as it is.
    is_element: fn(&DataType) -> bool,
}

impl Lowering {
    fn new(extension: &Extension, is_element: fn(&DataType) -> bool) -> Self {
        let structures = extension.structures.iter().map(|s| &s.name);
        let entities = extension.entities.iter().map(|e| &e.name);
        Self {
            structures: Vec::new(),
            wrappers: BTreeMap::new(),
            taken: structures
                .chain(entities)
                .map(|name| name.to_lowercase())
                .collect(),
            is_element,
        }
    }

    fn lower(mut self, mut extension: Extension) -> Lowered {
        for mut structure in mem::take(&mut extension.structures) {
            for attribute in &mut structure.attributes {
                attribute.data_type = self.data_type(&attribute.data_type);
            }
            self.structures.push(structure);
        }
        for action in &mut extension.actions {
            for parameter in action.inputs.iter_mut().chain(&mut action.outputs) {
                parameter.data_type = self.data_type(&parameter.data_type);
            }
        }
        extension.structures = self.structures;
        Lowered {
            extension,
            wrappers: self.wrappers,
        }
    }

    fn data_type(&mut self, data_type: &DataType) -> DataType {
        if let DataType::List { of } = data_type {
            self.wrap(of);
        }
        lowered(&self.wrappers, data_type)
    }

    /// Makes the wrapper of `element`, after those of the elements inside it.
    fn wrap(&mut self, element: &DataType) {
        if (self.is_element)(element) || self.wrappers.contains_key(element) {
            return;
        }
        let content = self.data_type(element);
        let (base, ending, attribute) = match &content {
            DataType::List { of } => (element_name(of), "List", "Items"),
            basic => (compact(basic), "Item", "Value"),
        };
        let structure = self.free_name(&base, ending);
        self.structures.push(Structure {
            name: structure.clone(),
            description: format!("Element of a list of {element}."),
            attributes: vec![Attribute {
                name: attribute.to_owned(),
                data_type: content,
                mandatory: false,
                default: None,
                length: None,
                decimals: None,
                description: String::new(),
                member: String::new(),
            }],
            type_id: String::new(),
        });
        self.wrappers.insert(
            element.clone(),
            Wrapper {
                structure,
                attribute,
            },
        );
    }

    fn free_name(&mut self, base: &str, ending: &str) -> String {
        let mut name = fit(base, ending);
        let mut number = 1;
        while !self.taken.insert(name.to_lowercase()) {
            name = match number {
                1 => fit(base, "ListItem"),
                _ => fit(base, &format!("ListItem{number}")),
            };
            number += 1;
        }
        name
    }
}

fn fit(base: &str, ending: &str) -> String {
    let room = MAX_NAME.saturating_sub(ending.len());
    base.chars().take(room).chain(ending.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn structure(name: &str, types: &[DataType]) -> Structure {
        let attributes = types.iter().enumerate().map(|(i, data_type)| Attribute {
            name: format!("A{i}"),
            data_type: data_type.clone(),
            mandatory: false,
            default: None,
            length: None,
            decimals: None,
            description: String::new(),
            member: String::new(),
        });
        Structure {
            name: name.into(),
            description: String::new(),
            attributes: attributes.collect(),
            type_id: format!("T:{name}"),
        }
    }

    fn lower_structures(structures: Vec<Structure>) -> Lowered {
        lower(&Extension {
            structures,
            ..Extension::default()
        })
    }

    fn names(lowered: &Lowered) -> Vec<&str> {
        let structures = &lowered.extension().structures;
        structures.iter().map(|s| s.name.as_str()).collect()
    }

    #[test]
    fn a_list_of_a_basic_type_becomes_a_list_of_items() {
        let list = DataType::LongInteger.into_list();
        let lowered = lower_structures(vec![structure("Loan", std::slice::from_ref(&list))]);
        assert_eq!(names(&lowered), ["LongIntegerItem", "Loan"]);
        let [item, loan] = &lowered.extension().structures[..] else {
            panic!("two structures");
        };
        assert_eq!(item.attributes[0].name, "Value");
        assert_eq!(item.attributes[0].data_type, DataType::LongInteger);
        let items = DataType::structure("LongIntegerItem").into_list();
        assert_eq!(loan.attributes[0].data_type, items);
        assert_eq!(lowered.lowered_type(&list), items);
        assert_eq!(
            lowered.wrapper(&DataType::LongInteger).map(|w| w.attribute),
            Some("Value")
        );
    }

    #[test]
    fn a_list_of_lists_is_wrapped_from_the_inside() {
        let text = DataType::Text.into_list().into_list().into_list();
        let loans = DataType::structure("Loan").into_list().into_list();
        let lowered = lower_structures(vec![
            structure("Loan", &[DataType::Text]),
            structure("Book", &[text.clone(), loans]),
        ]);
        assert_eq!(
            names(&lowered),
            [
                "Loan",
                "TextItem",
                "TextItemList",
                "TextItemListList",
                "LoanList",
                "Book"
            ]
        );
        assert_eq!(
            lowered.lowered_type(&text).to_string(),
            "TextItemListList List"
        );
        let inner = lowered.wrapper(&DataType::structure("Loan").into_list());
        assert_eq!(
            inner,
            Some(&Wrapper {
                structure: "LoanList".into(),
                attribute: "Items"
            })
        );
    }

    #[test]
    fn other_types_stay() {
        let list = DataType::structure("Loan").into_list();
        let types = [DataType::Object, DataType::structure("Loan"), list];
        let lowered = lower_structures(vec![
            structure("Loan", &[DataType::Text]),
            structure("Book", &types),
        ]);
        assert_eq!(names(&lowered), ["Loan", "Book"]);
        for data_type in &types {
            assert_eq!(&lowered.lowered_type(data_type), data_type);
        }
    }

    #[test]
    fn taken_names_give_way_without_regard_to_case() {
        let list = DataType::Text.into_list();
        let taken = ["textitem", "TEXTLISTITEM", "TextListItem2"]
            .map(|name| structure(name, std::slice::from_ref(&list)));
        let lowered = lower_structures(taken.into());
        assert_eq!(names(&lowered)[0], "TextListItem3");
    }

    #[test]
    fn long_names_are_cut_before_the_ending() {
        let long = "L".repeat(48);
        let lists = DataType::structure(&long).into_list().into_list();
        let lowered = lower_structures(vec![
            structure(&long, &[DataType::Text]),
            structure("Book", &[lists]),
        ]);
        let wrapper = format!("{}List", "L".repeat(46));
        assert_eq!(names(&lowered)[1], wrapper);
    }
}
