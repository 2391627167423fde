//! What a .NET type is to ODC (the table of supported types), and the findings about a value of it.

use super::SDK;
use crate::check::finding::{Findings, capital};
use crate::check::library::Library;
use crate::clr::{NamedType, Type, TypeKind, TypeUse};
use crate::limits;
use crate::metadata::signature::ElementType;

/// What a value is to ODC.
#[derive(Clone, Debug)]
pub(super) struct Value<'m> {
    pub(super) kind: Kind<'m>,
    pub(super) is_list: bool,
    pub(super) is_nullable: bool,
    /// Whether its form of a list is not known to work.
    is_doubtful: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Kind<'m> {
    Text,
    Integer,
    LongInteger,
    Boolean,
    Decimal,
    /// `float` and `double`, which become Decimal and take no other data type.
    Float,
    DateTime,
    BinaryData,
    /// A struct with the attribute `OSStructure`.
    Structure(Type<'m>),
    /// A struct without it.
    Plain(Type<'m>),
    Enum,
    /// A task, or what is like one.
    Asynchronous,
    Unsupported,
    /// A type that no assembly at hand defines.
    Unknown,
}

/// Something that carries a value: a parameter, a return value, a member of a struct.
pub(super) struct Carrier<'a> {
    /// What it is, for messages: `the parameter text of Send`.
    pub(super) name: String,
    /// The file and the documentation id that a finding is about.
    pub(super) file: &'a str,
    pub(super) id: &'a str,
    /// Number of the `OSDataType` that its attribute asks for; 0 for none.
    pub(super) data_type: i128,
}

/// Levels of lists in lists that are followed; ODC is not known to take two.
const DEPTH: usize = 8;

/// `OSDataType`, in the order of its numbers.
const DATA_TYPES: &[&str] = &[
    "InferredFromDotNetType",
    "Text",
    "Integer",
    "LongInteger",
    "Decimal",
    "Boolean",
    "DateTime",
    "Date",
    "Time",
    "PhoneNumber",
    "Email",
    "BinaryData",
    "Currency",
];

/// Generic types of .NET that are lists of their type argument: namespace, and names without arity.
const LISTS: &[(&str, &[&str])] = &[
    (
        "System.Collections.Generic",
        &[
            "List",
            "IEnumerable",
            "ICollection",
            "IList",
            "IReadOnlyCollection",
            "IReadOnlyList",
            "ISet",
            "IReadOnlySet",
            "HashSet",
            "LinkedList",
            "Queue",
            "SortedSet",
            "Stack",
        ],
    ),
    (
        "System.Collections.ObjectModel",
        &[
            "Collection",
            "ObservableCollection",
            "ReadOnlyCollection",
            "ReadOnlyObservableCollection",
        ],
    ),
    (
        "System.Collections.Concurrent",
        &[
            "BlockingCollection",
            "ConcurrentBag",
            "ConcurrentQueue",
            "ConcurrentStack",
        ],
    ),
    (
        "System.Collections.Immutable",
        &[
            "IImmutableList",
            "IImmutableSet",
            "ImmutableArray",
            "ImmutableHashSet",
            "ImmutableList",
            "ImmutableSortedSet",
        ],
    ),
];

/// Types that stand for a value that is not there yet.
const ASYNCHRONOUS: &[(&str, &[&str])] = &[
    ("System.Threading.Tasks", &["Task", "ValueTask"]),
    (
        "System.Collections.Generic",
        &["IAsyncEnumerable", "IAsyncEnumerator"],
    ),
];

impl<'m> Value<'m> {
    fn new(kind: Kind<'m>) -> Self {
        Self {
            kind,
            is_list: false,
            is_nullable: false,
            is_doubtful: false,
        }
    }

    /// A list of this.
    fn listed(self) -> Self {
        Self {
            is_doubtful: self.is_doubtful || self.is_list,
            is_list: true,
            ..self
        }
    }

    /// What a value of the type `ty` is.
    pub(super) fn of(library: &Library<'m>, ty: &TypeUse<'m>) -> Self {
        Self::within(library, ty, DEPTH)
    }

    /// As [`Self::of`], but lists of lists are followed for so many levels only: a class can be a list of
    /// itself.
    fn within(library: &Library<'m>, ty: &TypeUse<'m>, depth: usize) -> Self {
        let Some(depth) = depth.checked_sub(1) else {
            return Self::new(Kind::Unsupported);
        };
        match ty {
            TypeUse::Primitive(element) => Self::new(match element {
                ElementType::String => Kind::Text,
                ElementType::I4 => Kind::Integer,
                ElementType::I8 => Kind::LongInteger,
                ElementType::Boolean => Kind::Boolean,
                ElementType::R4 | ElementType::R8 => Kind::Float,
                _ => Kind::Unsupported,
            }),
            TypeUse::Array(element) if **element == TypeUse::Primitive(ElementType::U1) => {
                Self::new(Kind::BinaryData)
            }
            TypeUse::Array(element) => Self {
                is_doubtful: true,
                ..Self::within(library, element, depth).listed()
            },
            TypeUse::Named(named) => Self::of_named(library, named, depth),
            _ => Self::new(Kind::Unsupported),
        }
    }

    fn of_named(library: &Library<'m>, named: &NamedType<'m>, depth: usize) -> Self {
        let name = &named.name;
        if let [argument] = named.arguments.as_slice() {
            if name.is("System", "Nullable`1") {
                return Self {
                    is_nullable: true,
                    ..Self::within(library, argument, depth)
                };
            }
            if is_one_of(LISTS, named) {
                return Self::within(library, argument, depth).listed();
            }
        }
        if name.is("System", "Decimal") {
            return Self::new(Kind::Decimal);
        }
        if name.is("System", "DateTime") {
            return Self::new(Kind::DateTime);
        }
        if is_one_of(ASYNCHRONOUS, named) {
            return Self::new(Kind::Asynchronous);
        }
        match library.definition(named) {
            Some(definition) => Self::of_definition(library, definition, named, depth),
            // 05023 says that its assembly is missing.
            None if !library.knows(name.assembly) => Self::new(Kind::Unknown),
            None => Self::new(Kind::Unsupported),
        }
    }

    fn of_definition(
        library: &Library<'m>,
        ty: Type<'m>,
        named: &NamedType<'m>,
        depth: usize,
    ) -> Self {
        match ty.kind() {
            TypeKind::Enum => Self::new(Kind::Enum),
            TypeKind::Struct if is_structure(ty) => Self::new(Kind::Structure(ty)),
            TypeKind::Struct => Self::new(Kind::Plain(ty)),
            TypeKind::Class | TypeKind::Interface => match element_of(library, ty, named) {
                Some(element) => Self {
                    is_doubtful: true,
                    ..Self::within(library, &element, depth).listed()
                },
                None => Self::new(Kind::Unsupported),
            },
            TypeKind::Delegate => Self::new(Kind::Unsupported),
        }
    }

    /// Whether it can have any size by itself: it is a file, or a list of what has an OutSystems type.
    pub(super) fn is_large(&self) -> bool {
        match self.kind {
            Kind::BinaryData => true,
            Kind::Plain(_) | Kind::Enum | Kind::Asynchronous | Kind::Unsupported => false,
            _ => self.is_list,
        }
    }

    /// Adds what is wrong with a value of the type `ty`.
    pub(super) fn check(&self, ty: &TypeUse<'_>, carrier: &Carrier<'_>, findings: &mut Findings) {
        let Carrier { name, file, id, .. } = carrier;
        let (subject, shown) = (capital(name), ty.to_string());
        match &self.kind {
            Kind::Unsupported => findings.add("05015", file, id, &[&subject, &shown]),
            Kind::Enum => {
                findings.add("05015", file, id, &[&subject, &shown]);
                findings.add("DL7102", file, id, &[&subject, &shown]);
            }
            Kind::Asynchronous => {
                findings.add("05015", file, id, &[&subject, &shown]);
                findings.add("DL7101", file, id, &[&subject, &shown]);
            }
            Kind::Plain(ty) => {
                let plain = ty.name().unwrap_or_default();
                findings.add("05024", file, id, &[plain, name]);
            }
            Kind::Unknown => {}
            _ if self.is_doubtful => findings.add("DL7103", file, id, &[&subject, &shown]),
            _ => {}
        }
        if !self.kind.can_be(carrier.data_type) {
            let wanted = usize::try_from(carrier.data_type).ok();
            let wanted = wanted.and_then(|number| DATA_TYPES.get(number));
            let wanted = wanted.copied().unwrap_or("an unknown OSDataType");
            findings.add("05017", file, id, &[&subject, &shown, wanted]);
        }
    }
}

impl Kind<'_> {
    /// Whether a value of this kind can be declared to be of this `OSDataType` (05017).
    fn can_be(&self, data_type: i128) -> bool {
        let allowed: &[i128] = match self {
            Self::Text => &[1, 9, 10],
            Self::Integer => &[2],
            Self::LongInteger => &[3],
            Self::Decimal => &[4, 12],
            Self::Boolean => &[5],
            Self::DateTime => &[6, 7, 8],
            Self::BinaryData => &[11],
            Self::Float | Self::Structure(_) => &[],
            // Another finding says that it has no OutSystems type at all.
            _ => return true,
        };
        data_type == 0 || allowed.contains(&data_type)
    }
}

/// Whether the types have so few parts together as real ones have: type arguments that contain parameters twice
/// double with each base type.
fn is_small(types: &[TypeUse<'_>]) -> bool {
    let mut left = types.iter().collect::<Vec<_>>();
    for _ in 0..limits::TYPE_PARTS {
        match left.pop() {
            None => return true,
            Some(TypeUse::Named(named)) => left.extend(&named.arguments),
            Some(
                TypeUse::Array(inner)
                | TypeUse::MultiArray(inner, _)
                | TypeUse::Pointer(inner)
                | TypeUse::ByRef(inner),
            ) => left.push(inner),
            Some(TypeUse::FunctionPointer(types)) => left.extend(types),
            Some(TypeUse::Primitive(_) | TypeUse::Var(..) | TypeUse::MVar(..)) => {}
        }
    }
    false
}

/// Whether a struct has the attribute `OSStructure`.
pub(super) fn is_structure(ty: Type<'_>) -> bool {
    let mut attributes = ty.custom_attributes();
    attributes.any(|attribute| attribute.is(SDK, "OSStructureAttribute"))
}

fn is_one_of(table: &[(&str, &[&str])], named: &NamedType<'_>) -> bool {
    let [simple] = named.name.path.as_slice() else {
        return false;
    };
    let simple = simple.split('`').next().unwrap_or(simple);
    let mut rows = table.iter();
    rows.any(|(namespace, names)| *namespace == named.name.namespace && names.contains(&simple))
}

/// What `ty`, used as `named`, is a list of: the type argument of the `IEnumerable<T>` that it or a base
/// implements.
fn element_of<'m>(
    library: &Library<'m>,
    ty: Type<'m>,
    named: &NamedType<'m>,
) -> Option<TypeUse<'m>> {
    let (mut ty, mut arguments) = (ty, named.arguments.clone());
    for _ in 0..limits::CHAIN {
        let base = ty.base().ok().flatten();
        for used in ty.interfaces().flatten().chain(base.clone()) {
            if let TypeUse::Named(used) = used.substitute(&arguments)
                && let [element] = used.arguments.as_slice()
                && is_one_of(LISTS, &used)
                && is_small(&used.arguments)
            {
                return Some(element.clone());
            }
        }
        let base = base?.substitute(&arguments);
        let base = base.as_named().filter(|base| is_small(&base.arguments))?;
        ty = library.definition(base)?;
        arguments.clone_from(&base.arguments);
    }
    None
}
