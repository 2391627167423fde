//! Classes that are tables become Entities (TRANSLATION §11), which OutSystems reads and writes without
//! any of their code.
//!
//! A class is a table where data annotations, the attributes of LINQ to SQL, or a `DbSet` of a `DbContext`
//! say so. The type of a column is the declared one, else the one that Entity Framework gives the property;
//! from there Integration Studio's own map leads on. What the class is for actions and structures does not
//! change: a part of a structure is a part of the entity besides.

mod attributes;
mod column;
mod navigation;
mod sql_type;
mod table;

use super::catalogue::diagnostic;
use super::config::given_names::{GivenNames, GivenSpace};
use super::docs::{self, Docs};
use super::mapper::NAME;
use super::names::hashed;
use super::surface::SurfaceType;
use super::{Names, fit, identifier, pascal_case};
use crate::clr::{AssemblySet, DocId};
use crate::extension::{DataType, Diagnostic, Entity, EntityAttribute, Extension, MemberState};
use column::Column;
use foldhash::{HashMap, HashSet};
use table::{Style, Table, tables};

/// The most characters of the name of an attribute of an entity (O11.md §1.6).
const ATTRIBUTE_NAME: usize = 28;

/// Adds the entities among the public types of the inputs to `extension`.
pub(super) fn add<'m>(
    set: &'m AssemblySet<'m>,
    surface: &[SurfaceType<'m>],
    docs: &Docs<'m>,
    given: &GivenNames,
    extension: &mut Extension,
) {
    let tables = tables(set, surface);
    let structures = extension.structures.iter();
    let mut names: Names = structures
        .clone()
        .map(|structure| &structure.name)
        .collect();
    let structures: HashSet<&str> = structures.map(|of| of.type_id.as_str()).collect();
    let names: Vec<String> = tables
        .iter()
        .map(|table| {
            let id = DocId(&table.ty).to_string();
            let given = given.entity(&id, structures.contains(id.as_str()));
            let given = given.filter(|name| names.take(name.as_str()));
            given.map_or_else(|| name(table, &mut names), |name| name.to_string())
        })
        .collect();
    let identifiers: Vec<Option<&DataType>> = tables.iter().map(identifier_type).collect();
    for (at, table) in tables.iter().enumerate() {
        let mut maker = Maker {
            table,
            id: DocId(&table.ty).to_string(),
            diagnostics: Vec::new(),
        };
        let mut references = HashMap::default();
        for navigation in &table.navigations {
            let target = tables
                .iter()
                .position(|other| other.ty == navigation.target);
            let target = target.and_then(|at| Some((names.get(at)?, (*identifiers.get(at)?)?)));
            match (navigation.column, target) {
                (Some(column), Some(target)) => {
                    references.insert(column, target);
                }
                (Some(_), None) => {}
                (None, _) => maker.say("DL2033", &navigation.name),
            }
        }
        let is_identified = identifiers.get(at).is_some_and(Option::is_some);
        let columns = table.columns.iter().map(|column| column.id.as_str());
        let given = given.columns(&maker.id, columns, ATTRIBUTE_NAME);
        let attributes = maker.attributes(docs, given, is_identified, &references);
        if table.is_assumed {
            maker.say("DL2030", &table.physical_name());
        }
        if !is_identified {
            maker.say("DL2031", &table.physical_name());
        }
        let spread = table.spread.iter();
        let spread = spread.map(|id| diagnostic("DL2034", id.clone(), ""));
        maker.diagnostics.extend(spread);
        let Maker {
            id, diagnostics, ..
        } = maker;
        let ordinal = table.ty.assembly().ordinal();
        extension.entities.push(Entity {
            name: names.get(at).cloned().unwrap_or_default(),
            description: docs::description(docs.get(ordinal, &id), table.ty.custom_attributes()),
            table: table.physical_name(),
            attributes,
            type_id: id,
        });
        extension.diagnostics.extend(diagnostics);
    }
    absorb(extension);
}

/// A free name for the entity: that of its table, as Integration Studio has it.
fn name(table: &Table<'_>, names: &mut Names) -> String {
    let id = DocId(&table.ty).to_string();
    let plain = fit(&identifier(table.name()), &id, NAME);
    let other = fit(&format!("{plain}Entity"), &id, NAME);
    let free = [plain, other].into_iter().find(|name| names.is_free(name));
    let name = free.unwrap_or_else(|| hashed(table.name(), &id, NAME));
    names.take(&name);
    name
}

/// The type of the identifier, if the entity has one: a number or a text.
fn identifier_type<'t>(table: &'t Table<'_>) -> Option<&'t DataType> {
    let content = table.columns.get(table.key()?)?.content.as_ref()?;
    let can_identify = matches!(
        content.data_type,
        DataType::Integer | DataType::LongInteger | DataType::Text
    );
    can_identify.then_some(&content.data_type)
}

/// Makes the attributes of one entity.
struct Maker<'t, 'm> {
    table: &'t Table<'m>,
    id: String,
    diagnostics: Vec<Diagnostic>,
}

impl Maker<'_, '_> {
    fn say(&mut self, code: &str, detail: &str) {
        self.diagnostics
            .push(diagnostic(code, self.id.clone(), detail));
    }

    /// `references`: by position of a column, the entity that it refers to and the type of its identifier.
    fn attributes(
        &mut self,
        docs: &Docs<'_>,
        mut given: GivenSpace,
        is_identified: bool,
        references: &HashMap<usize, (&String, &DataType)>,
    ) -> Vec<EntityAttribute> {
        let mut attributes = Vec::new();
        for (at, column) in self.table.columns.iter().enumerate() {
            let Some(content) = &column.content else {
                let ignored = diagnostic("DL2032", column.id.clone(), &column.sql_type);
                self.diagnostics.push(ignored);
                continue;
            };
            let plain = identifier(&pascal_case(column.member));
            let hashed = hashed(&plain, &column.id, ATTRIBUTE_NAME);
            let fitting = fit(&plain, &column.id, ATTRIBUTE_NAME);
            let name = given.name(&column.id, |names| match names.take(&fitting) {
                true => fitting,
                false => {
                    names.take(&hashed);
                    hashed.clone()
                }
            });
            if name != plain && name == hashed {
                let shortened = diagnostic("DL3030", column.id.clone(), &plain);
                self.diagnostics.push(shortened);
            }
            let reference = references.get(&at);
            let reference = reference.filter(|(_, of)| **of == content.data_type);
            let is_identifier = is_identified && column.is_key;
            let member_docs = docs.get(column.ordinal, &column.id);
            attributes.push(EntityAttribute {
                name,
                data_type: content.data_type.clone(),
                mandatory: column.is_mandatory,
                length: content.length,
                decimals: content.decimals,
                description: docs::description(member_docs, column.attributes.iter()),
                column: column.name.clone(),
                column_type: column.sql_type.clone(),
                identifier: is_identifier,
                auto_number: is_identifier
                    && content.data_type != DataType::Text
                    && self.is_generated(column, references.contains_key(&at)),
                reference: reference.map(|(name, _)| (*name).clone()),
                member: column.id.clone(),
            });
        }
        attributes
    }

    /// Whether the database numbers the rows; Entity Framework has it do so with a key that is a number
    /// and refers to nothing, unless the class says otherwise.
    fn is_generated(&self, column: &Column<'_>, is_reference: bool) -> bool {
        let by_convention = self.table.style == Style::Annotations && !is_reference;
        column.is_generated.unwrap_or(by_convention)
    }
}

/// Adds the attributes of entities to what absorbed the members behind them.
fn absorb(extension: &mut Extension) {
    let mut attributes: HashMap<&str, Vec<String>> = HashMap::default();
    for entity in &extension.entities {
        for attribute in &entity.attributes {
            let name = format!("{}.{}", entity.name, attribute.name);
            attributes.entry(&attribute.member).or_default().push(name);
        }
    }
    let absorbed = |state| state == MemberState::Absorbed;
    for member in &mut extension.members {
        let names = attributes.get(member.id.as_str());
        if let Some(names) = names.filter(|_| absorbed(member.state)) {
            member.by.extend(names.iter().cloned());
        }
    }
}
