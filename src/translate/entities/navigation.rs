//! Which columns are references to other tables.

use super::attributes::{Attributes, LINQ, SCHEMA};
use super::column::{Data, data};
use super::table::{Style, Table};
use crate::clr::{AssemblySet, Type, TypeUse};

/// A property that holds the row that a column refers to.
pub(super) struct Navigation<'m> {
    /// Name of the property, after its class where that is another one.
    pub(super) name: String,
    /// Class of the row.
    pub(super) target: Type<'m>,
    /// The position of the column that has the key of the row, if a column of the class does.
    pub(super) column: Option<usize>,
}

/// The navigations from `table` to the classes `tables`.
pub(super) fn navigations<'m>(
    set: &'m AssemblySet<'m>,
    table: &Table<'m>,
    tables: &[Type<'m>],
) -> Vec<Navigation<'m>> {
    let all = data(set, table.ty).into_iter();
    let all = all.filter_map(|data| {
        let target = set.definition(data.ty.as_named()?).ok()?;
        tables.contains(&target).then_some(())?;
        let attributes = Attributes::new(data.member.custom_attributes());
        let column = match table.style {
            Style::Linq => linq_column(table, &attributes)?,
            Style::Annotations => annotated_column(table, &data, &attributes, target)?,
        };
        Some(Navigation {
            name: data.name.to_owned(),
            target,
            column,
        })
    });
    all.collect()
}

/// The navigations that are declared on the other side: on a collection of rows, with the name of the property
/// that holds the foreign key in each of them. With the position of the table that has it.
pub(super) fn inverse_navigations<'m>(
    set: &'m AssemblySet<'m>,
    tables: &[Table<'m>],
) -> Vec<(usize, Navigation<'m>)> {
    let mut found = Vec::new();
    for table in tables
        .iter()
        .filter(|table| table.style == Style::Annotations)
    {
        for data in data(set, table.ty) {
            let attributes = Attributes::new(data.member.custom_attributes());
            let declared = attributes.get(SCHEMA, "ForeignKeyAttribute");
            let rows = declared.as_ref().and_then(|_| rows(set, &data.ty));
            let at = tables.iter().position(|other| Some(other.ty) == rows);
            let (Some(declared), Some(at)) = (declared, at) else {
                continue;
            };
            let class = table.ty.name().unwrap_or_default();
            let key = declared.text(0);
            found.push((
                at,
                Navigation {
                    name: format!("{class}.{}", data.name),
                    target: table.ty,
                    column: key.and_then(|key| find(tables.get(at)?, key)),
                },
            ));
        }
    }
    found
}

/// The class of the rows in a collection.
fn rows<'m>(set: &'m AssemblySet<'m>, ty: &TypeUse<'m>) -> Option<Type<'m>> {
    let element = match ty {
        TypeUse::Array(element) => element,
        TypeUse::Named(named) => match named.arguments.as_slice() {
            [element] => element,
            _ => return None,
        },
        _ => return None,
    };
    set.definition(element.as_named()?).ok()
}

/// The column of an association; the outer `None` where the other table has the foreign key.
fn linq_column(table: &Table<'_>, attributes: &Attributes<'_>) -> Option<Option<usize>> {
    let association = attributes.get(LINQ, "AssociationAttribute")?;
    let is_foreign_key = association.named_bool("IsForeignKey") == Some(true);
    is_foreign_key.then_some(())?;
    Some(find(table, association.named_text("ThisKey")?))
}

/// The column of a navigation property: as `[ForeignKey]` says on either of the two, else by convention.
fn annotated_column<'m>(
    table: &Table<'m>,
    data: &Data<'m>,
    attributes: &Attributes<'m>,
    target: Type<'m>,
) -> Option<Option<usize>> {
    if !data.is_property || attributes.has(SCHEMA, "NotMappedAttribute") {
        return None;
    }
    let declared = attributes.get(SCHEMA, "ForeignKeyAttribute");
    if let Some(declared) = declared {
        return Some(declared.text(0).and_then(|name| find(table, name)));
    }
    let mut columns = table.columns.iter();
    let declaring = columns.position(|column| {
        let declared = column.attributes.get(SCHEMA, "ForeignKeyAttribute");
        declared.and_then(|declared| declared.text(0)) == Some(data.name)
    });
    let target = target.name().unwrap_or_default();
    let conventions = [
        format!("{}Id", data.name),
        format!("{}{target}Id", data.name),
        format!("{target}Id"),
    ];
    let mut conventional = conventions.iter();
    Some(declaring.or_else(|| conventional.find_map(|name| find(table, name))))
}

/// Documentation ids of the properties of `table` that Entity Framework spreads over several columns, whose
/// names are its own: neither a column, nor a row of `tables`, nor a collection.
pub(super) fn spread<'m>(
    set: &'m AssemblySet<'m>,
    table: &Table<'m>,
    tables: &[Type<'m>],
) -> Vec<String> {
    let all = data(set, table.ty).into_iter();
    let all = all.filter(|data| data.is_property && table.style == Style::Annotations);
    let all = all.filter(|data| {
        let is_mapped = !data.member.has(SCHEMA, "NotMappedAttribute");
        let is_column = || {
            table
                .columns
                .iter()
                .any(|column| column.member == data.name)
        };
        let named = data
            .ty
            .as_named()
            .filter(|named| named.arguments.is_empty());
        let is_row = || {
            let definition = named.and_then(|named| set.definition(named).ok());
            definition.is_some_and(|definition| tables.contains(&definition))
        };
        is_mapped && named.is_some() && !is_column() && !is_row()
    });
    all.map(|data| data.id()).collect()
}

fn find(table: &Table<'_>, member: &str) -> Option<usize> {
    let mut columns = table.columns.iter();
    columns.position(|column| column.member.eq_ignore_ascii_case(member))
}
