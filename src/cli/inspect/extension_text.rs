use super::extension::{ExtensionFacts, ResourceFacts};
use crate::cli::style::{LABEL, TITLE, count, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::extension::Key;
use crate::xif::{Direction, XifAction, XifAttribute, XifEntity, XifParameter, XifStructure};

/// Everything about one extension.
pub(super) fn card(facts: &ExtensionFacts) -> String {
    let xif = &facts.xif;
    let mut text = format!("{} extension\n", paint(TITLE, &plain(&xif.name)));
    text.push_str(&identity(facts).render("  "));
    let mut section = |title, table: Table| {
        text.push_str(&format!("\n{}\n", paint(TITLE, title)));
        text.push_str(&table.render("  "));
    };
    if !xif.actions.is_empty() {
        section("Actions", actions(&xif.actions));
    }
    if !xif.structures.is_empty() {
        section("Structures", structures(xif.structures.iter()));
    }
    if !xif.entities.is_empty() {
        section("Entities", entities(&xif.entities));
    }
    if !facts.resources.is_empty() {
        section("Resources", resources(&facts.resources));
    }
    text
}

fn identity(facts: &ExtensionFacts) -> Table {
    let xif = &facts.xif;
    let mut table = Table::default();
    let mut row = |label, value: &str| {
        if !value.is_empty() {
            table.row([Cell::new(label).style(LABEL), Cell::new(value)]);
        }
    };
    row("file", &facts.file);
    row("description", &xif.description);
    if let Some(key) = xif.key {
        row("key", &format!("{key} ({})", key.guid()));
    }
    row("saved with", &xif.version);
    row("changed", &xif.last_modified);
    let contents = [
        count(xif.actions.len(), "action"),
        count(xif.structures.len(), "structure"),
        match xif.entities.len() {
            1 => "1 entity".to_owned(),
            more => format!("{more} entities"),
        },
        count(facts.resources.len(), "resource"),
    ];
    row("contents", &contents.join(", "));
    table
}

fn actions(actions: &[XifAction]) -> Table {
    let mut table = Table::default();
    for action in actions {
        table.row([key(action.key), Cell::new(signature(action))]);
        let mut detail = |text: &str| {
            if !text.is_empty() {
                table.row([Cell::new(""), Cell::new(format!("  {text}")).style(LABEL)]);
            }
        };
        detail(&action.description);
        if let Some(member) = &action.imported {
            detail(&format!("from {}.{}", member.declaring_type, member.name));
        }
    }
    table
}

/// The action as `Name(input: Type, …) → output: Type, …`.
fn signature(action: &XifAction) -> String {
    let all = |direction| {
        let parameters = action.parameters.iter();
        let parameters = parameters.filter(move |of| of.direction == direction);
        parameters.map(parameter).collect::<Vec<_>>().join(", ")
    };
    let outputs = all(Direction::Output);
    let arrow = if outputs.is_empty() { "" } else { " → " };
    let function = if action.function { ", a function" } else { "" };
    let inputs = all(Direction::Input);
    format!("{}({inputs}){arrow}{outputs}{function}", action.name)
}

/// A parameter as `name: Type`, with `?` where it can be left out.
fn parameter(parameter: &XifParameter) -> String {
    let is_optional = parameter.direction == Direction::Input && !parameter.mandatory;
    let optional = if is_optional { "?" } else { "" };
    let default = default(parameter.default.as_deref());
    let XifParameter {
        name, data_type, ..
    } = parameter;
    format!("{name}{optional}: {data_type}{default}")
}

fn default(value: Option<&str>) -> String {
    value.map_or_else(String::new, |value| format!(" = {value}"))
}

fn structures<'s>(structures: impl Iterator<Item = &'s XifStructure>) -> Table {
    let mut table = Table::default();
    for structure in structures {
        add_structure(&mut table, structure);
    }
    table
}

fn entities(entities: &[XifEntity]) -> Table {
    let mut table = Table::default();
    for entity in entities {
        add_structure(&mut table, &entity.structure);
        for (name, value) in &entity.properties {
            let property = Cell::new(format!("  {name} {value}"));
            table.row([Cell::new(""), property.style(LABEL)]);
        }
    }
    table
}

fn add_structure(table: &mut Table, structure: &XifStructure) {
    table.row([key(structure.key), Cell::new(&structure.name)]);
    if !structure.description.is_empty() {
        let description = Cell::new(format!("  {}", structure.description));
        table.row([Cell::new(""), description.style(LABEL)]);
    }
    for of in &structure.attributes {
        table.row([key(of.key), Cell::new(format!("  {}", attribute(of)))]);
    }
}

/// An attribute as `Name: Decimal(20, 8) = 0, mandatory`.
fn attribute(attribute: &XifAttribute) -> String {
    let size = match (attribute.length, attribute.decimals) {
        (Some(length), Some(decimals)) if decimals > 0 => format!("({length}, {decimals})"),
        (Some(length), _) => format!("({length})"),
        (None, _) => String::new(),
    };
    let default = default(attribute.default.as_deref());
    let mandatory = if attribute.mandatory {
        ", mandatory"
    } else {
        ""
    };
    let XifAttribute {
        name, data_type, ..
    } = attribute;
    format!("{name}: {data_type}{size}{default}{mandatory}")
}

fn resources(resources: &[ResourceFacts]) -> Table {
    let mut table = Table::default();
    for resource in resources {
        let size = resource
            .size
            .map_or("damaged".to_owned(), |size| size.to_string());
        let action = resource
            .action
            .map_or("?".to_owned(), |of| format!("{of:?}"));
        let assembly = resource.assembly.as_ref();
        let assembly = assembly.map(|of| Cell::new(format!("{} {}", of.name, of.version)));
        let cells = [
            key(resource.key),
            Cell::new(format!("{}{}", resource.path, resource.file)),
            Cell::new(action),
            Cell::new(size).right(),
        ];
        table.row(cells.into_iter().chain(assembly));
    }
    table
}

fn key(key: Option<Key>) -> Cell {
    let key = key.map_or_else(|| "no key".to_owned(), |key| key.to_string());
    Cell::new(key).style(LABEL)
}
