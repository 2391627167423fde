//! The columns of a table.

use super::attributes::{ANNOTATIONS, Attributes, CORE, LINQ, SCHEMA};
use super::sql_type::{Content, Import, Limits, SqlType};
use super::table::Style;
use crate::clr::{AssemblySet, DocId, Field, Property, Type, TypeUse};
use crate::metadata::limits;
use crate::metadata::signature::ElementType;
use crate::translate::surface::Member;

/// A property or field that is a column.
pub(super) struct Column<'m> {
    /// Its .NET name.
    pub(super) member: &'m str,
    /// Documentation id, and the ordinal of the assembly that declares it.
    pub(super) id: String,
    pub(super) ordinal: usize,
    pub(super) attributes: Attributes<'m>,
    /// Its name in the database.
    pub(super) name: String,
    /// Its type in the database, as declared or as Entity Framework has it.
    pub(super) sql_type: String,
    /// What OutSystems makes of it; `None` where it ignores the column.
    pub(super) content: Option<Content>,
    pub(super) is_mandatory: bool,
    /// Whether it is the key of the table or a part of it.
    pub(super) is_key: bool,
    /// Whether the database gives its value; `None` where nothing says so.
    pub(super) is_generated: Option<bool>,
}

/// The columns of `ty`, those of its bases first.
pub(super) fn columns<'m>(set: &'m AssemblySet<'m>, ty: Type<'m>, style: Style) -> Vec<Column<'m>> {
    let mut columns: Vec<Column<'m>> = Vec::new();
    for data in data(set, ty) {
        let column = match style {
            Style::Linq => linq_column(set, &data),
            Style::Annotations => annotated_column(set, &data),
        };
        let Some(column) = column else {
            continue;
        };
        // A property that overrides or hides another stands for the same column.
        match columns
            .iter_mut()
            .find(|known| known.member == column.member)
        {
            Some(known) => *known = column,
            None => columns.push(column),
        }
    }
    if style == Style::Annotations {
        annotated_key(ty, &mut columns);
    }
    columns
}

/// A field or property that could be a column.
pub(super) struct Data<'m> {
    pub(super) name: &'m str,
    pub(super) ty: TypeUse<'m>,
    pub(super) member: Member<'m>,
    /// Whether it is public and can be read and set, by whomever.
    pub(super) is_property: bool,
}

impl Data<'_> {
    /// Its documentation id.
    pub(super) fn id(&self) -> String {
        match self.member {
            Member::Field(field) => DocId(&field).to_string(),
            Member::Property(property) => DocId(&property).to_string(),
            Member::Constructor(_) | Member::Method(_) | Member::Event(_) => String::new(),
        }
    }
}

/// The instance fields and properties of `ty` and of its bases, these first.
pub(super) fn data<'m>(set: &'m AssemblySet<'m>, ty: Type<'m>) -> Vec<Data<'m>> {
    let mut levels = vec![(ty, Vec::new())];
    for _ in 0..limits::CHAIN {
        let Some((level, arguments)) = levels.last() else {
            break;
        };
        let Ok(Some(TypeUse::Named(base))) = level.base() else {
            break;
        };
        let Ok(definition) = set.definition(&base) else {
            break;
        };
        let substituted = base.arguments.iter().map(|ty| ty.substitute(arguments));
        let arguments = substituted.collect();
        levels.push((definition, arguments));
    }
    let levels = levels.into_iter().rev();
    levels
        .flat_map(|(level, arguments)| {
            let fields = level.fields().filter_map(Result::ok);
            let fields = fields.filter_map(field_data);
            let properties = level.properties().filter_map(Result::ok);
            let properties = properties.filter_map(property_data);
            let all = fields.chain(properties).map(|data| Data {
                ty: data.ty.substitute(&arguments),
                ..data
            });
            all.collect::<Vec<_>>()
        })
        .collect()
}

fn field_data(field: Field<'_>) -> Option<Data<'_>> {
    (!field.is_static()).then_some(())?;
    Some(Data {
        name: field.name().ok()?,
        ty: field.ty().ok()?,
        member: Member::Field(field),
        is_property: false,
    })
}

fn property_data(property: Property<'_>) -> Option<Data<'_>> {
    let signature = property.signature().ok()?;
    let is_plain = signature.has_this && signature.parameters.is_empty();
    is_plain.then_some(())?;
    let is_readable = property.getter().is_some_and(|getter| getter.is_public());
    Some(Data {
        name: property.name().ok()?,
        ty: signature.ty,
        member: Member::Property(property),
        is_property: is_readable && property.setter().is_some(),
    })
}

fn linq_column<'m>(set: &'m AssemblySet<'m>, data: &Data<'m>) -> Option<Column<'m>> {
    let attributes = Attributes::new(data.member.custom_attributes());
    let declared = attributes.get(LINQ, "ColumnAttribute")?;
    let db_type = declared.named_text("DbType");
    let is = |name| declared.named_bool(name).unwrap_or(false);
    let sql_type = match db_type {
        Some(db_type) => SqlType::parse(db_type),
        None => SqlType::of(set, &data.ty, Limits::default())?,
    };
    let is_not_null = || {
        let db_type = db_type.map(str::to_ascii_uppercase);
        db_type.is_some_and(|db_type| db_type.contains("NOT NULL"))
    };
    let can_be_null = declared.named_bool("CanBeNull");
    let is_mandatory = match can_be_null {
        Some(can_be_null) => !can_be_null,
        None => is_not_null() || is_never_null(&data.ty),
    };
    let version = is("IsVersion").then(|| SqlType::parse("rowversion"));
    let name = declared
        .named_text("Name")
        .map(|name| name.replace(['[', ']'], ""));
    let (is_key, is_generated) = (is("IsPrimaryKey"), is("IsDbGenerated"));
    Some(Column {
        name: name.unwrap_or_else(|| data.name.to_owned()),
        content: content(set, version.as_ref().unwrap_or(&sql_type), &data.ty),
        sql_type: sql_type.to_string(),
        is_mandatory: is_mandatory || is_key,
        is_key,
        is_generated: Some(is_generated),
        ..column(data, attributes)
    })
}

fn annotated_column<'m>(set: &'m AssemblySet<'m>, data: &Data<'m>) -> Option<Column<'m>> {
    let attributes = Attributes::new(data.member.custom_attributes());
    if !data.is_property || attributes.has(SCHEMA, "NotMappedAttribute") {
        return None;
    }
    let declared = attributes.get(SCHEMA, "ColumnAttribute");
    let declared_type = declared
        .as_ref()
        .and_then(|found| found.named_text("TypeName"));
    let length = attributes
        .get(ANNOTATIONS, "MaxLengthAttribute")
        .or_else(|| attributes.get(ANNOTATIONS, "StringLengthAttribute"));
    let precision = attributes.get(CORE, "PrecisionAttribute");
    let precision = precision.and_then(|found| {
        let decimals = found.number(1).unwrap_or(0);
        Some((found.number(0)?, decimals))
    });
    let limits = Limits {
        length: length.and_then(|found| found.number(0)),
        precision,
    };
    let of_property = SqlType::of(set, &data.ty, limits)?;
    let sql_type = match declared_type {
        _ if attributes.has(ANNOTATIONS, "TimestampAttribute") => SqlType::parse("rowversion"),
        Some(declared) => SqlType::parse(declared),
        None => of_property,
    };
    let name = declared.as_ref().and_then(|found| found.text(0));
    let is_key = attributes.has(ANNOTATIONS, "KeyAttribute");
    let is_required = attributes.has(ANNOTATIONS, "RequiredAttribute");
    let generated = attributes.get(SCHEMA, "DatabaseGeneratedAttribute");
    Some(Column {
        name: name.unwrap_or(data.name).to_owned(),
        content: content(set, &sql_type, &data.ty),
        sql_type: sql_type.to_string(),
        is_mandatory: is_required || is_key || is_never_null(&data.ty),
        is_key,
        is_generated: generated.map(|found| found.number(0) == Some(IDENTITY)),
        ..column(data, attributes)
    })
}

/// `DatabaseGeneratedOption.Identity`.
const IDENTITY: u32 = 1;

fn column<'m>(data: &Data<'m>, attributes: Attributes<'m>) -> Column<'m> {
    Column {
        member: data.name,
        id: data.id(),
        ordinal: data.member.declaring_type().assembly().ordinal(),
        attributes,
        name: String::new(),
        sql_type: String::new(),
        content: None,
        is_mandatory: false,
        is_key: false,
        is_generated: None,
    }
}

/// What OutSystems makes of a column. A type of another database is taken for the one that SQL Server has
/// for values of type `ty`.
fn content<'m>(set: &'m AssemblySet<'m>, sql_type: &SqlType, ty: &TypeUse<'m>) -> Option<Content> {
    let import = match sql_type.import() {
        Import::Unknown => SqlType::of(set, ty, Limits::default())?.import(),
        known => known,
    };
    match import {
        Import::Attribute(content) => Some(content),
        Import::Ignored | Import::Unknown => None,
    }
}

/// Marks the key that `[PrimaryKey]` names or, where no column has `[Key]`, that is one by convention:
/// `Id`, else `<Class>Id`.
fn annotated_key(ty: Type<'_>, columns: &mut [Column<'_>]) {
    let attributes = Attributes::new(ty.custom_attributes());
    let declared = attributes.get(CORE, "PrimaryKeyAttribute");
    let class_key = format!("{}Id", ty.name().unwrap_or_default());
    let named = |columns: &[Column<'_>], name: &str| {
        columns
            .iter()
            .any(|column| column.member.eq_ignore_ascii_case(name))
    };
    let names: Vec<String> = match declared {
        Some(declared) => declared.texts().into_iter().map(str::to_owned).collect(),
        None if columns.iter().any(|column| column.is_key) => Vec::new(),
        None if attributes.has(CORE, "KeylessAttribute") => Vec::new(),
        None => {
            let names = ["Id".to_owned(), class_key];
            names
                .into_iter()
                .find(|name| named(columns, name))
                .into_iter()
                .collect()
        }
    };
    for column in columns.iter_mut() {
        let is_named = |name: &String| column.member.eq_ignore_ascii_case(name);
        if names.iter().any(is_named) {
            column.is_key = true;
            column.is_mandatory = true;
        }
    }
}

/// Whether the type has no null.
fn is_never_null(ty: &TypeUse<'_>) -> bool {
    match ty {
        TypeUse::Primitive(element) => {
            !matches!(element, ElementType::String | ElementType::Object)
        }
        TypeUse::Named(named) => named.is_value_type && !named.name.is("System", "Nullable`1"),
        _ => false,
    }
}
