//! Which classes are tables (TRANSLATION §11), and which tables.

use super::attributes::{ANNOTATIONS, Attributes, CORE, ENTITY_FRAMEWORK, LINQ, SCHEMA};
use super::column::{Column, columns};
use super::navigation::{Navigation, inverse_navigations, navigations, spread};
use crate::clr::{AssemblySet, NamedType, Type, TypeKey, TypeKind, TypeUse, split_arity};
use crate::metadata::limits;
use crate::translate::surface::SurfaceType;
use foldhash::HashMap;

/// How a class says what its table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// With data annotations and the conventions of Entity Framework.
    Annotations,
    /// With the attributes of LINQ to SQL, and nothing else.
    Linq,
}

/// A class that is a table.
pub(super) struct Table<'m> {
    pub(super) ty: Type<'m>,
    pub(super) style: Style,
    /// Schema and name, as far as they are known.
    pub(super) path: Vec<String>,
    /// Whether no attribute gives the name.
    pub(super) is_assumed: bool,
    pub(super) columns: Vec<Column<'m>>,
    pub(super) navigations: Vec<Navigation<'m>>,
    /// Documentation ids of the properties that are several columns.
    pub(super) spread: Vec<String>,
}

impl Table<'_> {
    /// The table without its schema.
    pub(super) fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The physical table name: `[dbo].[Customer]`.
    pub(super) fn physical_name(&self) -> String {
        let quoted = self.path.iter();
        let quoted = quoted.map(|part| format!("[{}]", part.replace(']', "]]")));
        quoted.collect::<Vec<_>>().join(".")
    }

    /// The position of the column that alone identifies a row.
    pub(super) fn key(&self) -> Option<usize> {
        let columns = self.columns.iter().enumerate();
        let mut keys = columns.filter(|(_, column)| column.is_key);
        let (at, _) = keys.next()?;
        keys.next().is_none().then_some(at)
    }
}

/// The tables among the public types of the inputs.
pub(super) fn tables<'m>(set: &'m AssemblySet<'m>, surface: &[SurfaceType<'m>]) -> Vec<Table<'m>> {
    let exposed = exposed(set, surface);
    let types = surface.iter().map(|surface| surface.ty);
    let mut tables: Vec<Table<'m>> = types
        .filter(|ty| ty.kind() == TypeKind::Class && !ty.is_abstract() && !ty.is_generic())
        .filter_map(|ty| table(set, ty, exposed.get(&ty.key()).copied()))
        .filter(|table| !table.columns.is_empty())
        .collect();
    let known: Vec<Type<'m>> = tables.iter().map(|table| table.ty).collect();
    for table in &mut tables {
        table.navigations = navigations(set, table, &known);
        table.spread = spread(set, table, &known);
    }
    for (at, navigation) in inverse_navigations(set, &tables) {
        let Some(table) = tables.get_mut(at) else {
            continue;
        };
        // The row can know the other one, too.
        let mut known = table.navigations.iter();
        if navigation.column.is_none() || known.all(|known| known.column != navigation.column) {
            table.navigations.push(navigation);
        }
    }
    tables
}

fn table<'m>(
    set: &'m AssemblySet<'m>,
    ty: Type<'m>,
    exposed_as: Option<&'m str>,
) -> Option<Table<'m>> {
    let attributes = Attributes::new(ty.custom_attributes());
    let class = ty.name().ok()?;
    if let Some(arguments) = attributes.get(LINQ, "TableAttribute") {
        let declared = arguments.named_text("Name");
        return Some(Table {
            ty,
            style: Style::Linq,
            path: declared.map_or_else(|| vec![class.to_owned()], path),
            is_assumed: false,
            columns: columns(set, ty, Style::Linq),
            navigations: Vec::new(),
            spread: Vec::new(),
        });
    }
    let is_part = [
        (SCHEMA, "NotMappedAttribute"),
        (SCHEMA, "ComplexTypeAttribute"),
        (CORE, "OwnedAttribute"),
    ]
    .iter()
    .any(|(namespace, name)| attributes.has(namespace, name));
    if is_part {
        return None;
    }
    let declared = attributes.get(SCHEMA, "TableAttribute");
    let name = declared.as_ref().and_then(|arguments| arguments.text(0));
    let schema = declared
        .as_ref()
        .and_then(|arguments| arguments.named_text("Schema"));
    if declared.is_none() && exposed_as.is_none() && !has_key(ty) {
        return None;
    }
    let path = schema
        .into_iter()
        .chain([name.or(exposed_as).unwrap_or(class)]);
    Some(Table {
        ty,
        style: Style::Annotations,
        path: path.map(str::to_owned).collect(),
        is_assumed: name.is_none(),
        columns: columns(set, ty, Style::Annotations),
        navigations: Vec::new(),
        spread: Vec::new(),
    })
}

fn has_key(ty: Type<'_>) -> bool {
    let properties = ty.properties().filter_map(Result::ok);
    let mut attributes = properties.flat_map(|property| property.custom_attributes());
    attributes.any(|attribute| attribute.is(ANNOTATIONS, "KeyAttribute"))
}

/// The parts of a name that is written as in SQL: `dbo.Customer`, `[dbo].[Order Details]`.
fn path(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut is_quoted = false;
    for c in name.chars() {
        match c {
            '[' if !is_quoted => is_quoted = true,
            ']' if is_quoted => is_quoted = false,
            '.' if !is_quoted => parts.push(String::new()),
            c => parts.last_mut().into_iter().for_each(|part| part.push(c)),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// The classes that a `DbContext` exposes, each with the name of the first property that does.
fn exposed<'m>(set: &'m AssemblySet<'m>, surface: &[SurfaceType<'m>]) -> HashMap<TypeKey, &'m str> {
    let mut exposed = HashMap::default();
    let contexts = surface.iter().map(|surface| surface.ty);
    for context in contexts.filter(|ty| is_context(set, *ty)) {
        for property in context.properties().filter_map(Result::ok) {
            let (Ok(signature), Ok(name)) = (property.signature(), property.name()) else {
                continue;
            };
            let set_of = signature.ty.as_named().and_then(element_of_set);
            let definition = set_of.and_then(|element| set.definition(element).ok());
            if let Some(definition) = definition {
                exposed.entry(definition.key()).or_insert(name);
            }
        }
    }
    exposed
}

/// `T` of a `DbSet<T>`.
fn element_of_set<'t, 'm>(named: &'t NamedType<'m>) -> Option<&'t NamedType<'m>> {
    let is_set = named.name.is(ENTITY_FRAMEWORK, "DbSet`1")
        || named.name.is(ENTITY_FRAMEWORK, "IDbSet`1")
        || named.name.is(CORE, "DbSet`1");
    let [element] = named.arguments.as_slice() else {
        return None;
    };
    element.as_named().filter(|_| is_set)
}

/// Whether the class derives from `DbContext`, as far as its bases are at hand. The first that is not is
/// judged by its name: `IdentityDbContext`.
fn is_context<'m>(set: &'m AssemblySet<'m>, ty: Type<'m>) -> bool {
    let mut ty = ty;
    for _ in 0..limits::CHAIN {
        let Ok(Some(TypeUse::Named(base))) = ty.base() else {
            return false;
        };
        if base.name.is(ENTITY_FRAMEWORK, "DbContext") || base.name.is(CORE, "DbContext") {
            return true;
        }
        match set.definition(&base) {
            Ok(definition) => ty = definition,
            Err(_) => return split_arity(base.name.simple()).0.ends_with("DbContext"),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn names_are_taken_apart_as_sql_does() {
        assert_eq!(path("Customer"), ["Customer"]);
        assert_eq!(path("dbo.Customer"), ["dbo", "Customer"]);
        assert_eq!(path("[dbo].[Order.Details]"), ["dbo", "Order.Details"]);
    }
}
