use super::document::{Document, Table};
use super::escape::{code, text};
use super::findings::Findings;
use super::next_steps;
use crate::extension::{
    Action, Attribute, DataType, DeployAction, EntityAttribute, Extension, MemberKind, MemberRef,
    Parameter,
};
use std::collections::{BTreeSet, HashMap};

/// The import report of an extension as Markdown.
///
/// Data types are written as the definition has them: an extension that was lowered for a target
/// gives that target's report. Equal extensions give equal text.
pub fn markdown(extension: &Extension) -> String {
    let findings = Findings::of(extension);
    let mut document = Document::default();
    headline(&mut document, extension, &findings);
    inputs(&mut document, extension);
    actions(&mut document, extension);
    structures(&mut document, extension);
    entities(&mut document, extension);
    resources(&mut document, extension);
    findings.write(&mut document);
    next_steps::write(&mut document, extension, findings.errors() > 0);
    document.into_string()
}

fn headline(document: &mut Document, extension: &Extension, findings: &Findings<'_>) {
    document.heading(1, &format!("{}: import report", text(&extension.name)));
    document.paragraph(&text(&extension.description));
    document.paragraph(&format!("**{}**", extension.coverage));

    let counts = [
        (extension.actions.len(), "action", "actions"),
        (extension.structures.len(), "structure", "structures"),
        (extension.entities.len(), "entity", "entities"),
        (extension.resources.len(), "resource", "resources"),
        (findings.errors(), "error", "errors"),
        (findings.warnings(), "warning", "warnings"),
    ];
    let counts = counts.iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<_> = counts.map(|&(n, one, many)| count(n, one, many)).collect();
    document.paragraph(&counts.join(", "));
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn inputs(document: &mut Document, extension: &Extension) {
    let inputs = &extension.inputs;
    if inputs.is_empty() {
        return;
    }
    document.heading(2, "Inputs");
    document.table(
        &Table::default()
            .column("File", inputs.iter().map(|input| text(&input.file)))
            .column("Assembly", inputs.iter().map(|input| text(&input.assembly)))
            .column("Version", inputs.iter().map(|input| text(&input.version)))
            .column(
                "Framework",
                inputs.iter().map(|input| text(&input.framework)),
            )
            .column("MVID", inputs.iter().map(|input| code(&input.mvid)))
            .column("SHA-256", inputs.iter().map(|input| code(&input.sha256))),
    );
}

fn actions(document: &mut Document, extension: &Extension) {
    document.heading(2, "Actions");
    if extension.actions.is_empty() {
        document.paragraph("None.");
    }
    for action in &extension.actions {
        document.heading(3, &text(&action.name));
        document.paragraph(&text(&action.description));
        document.list([
            format!("Calls: {}", target(&action.member)),
            format!("Function: {}", yes_no(action.function)),
        ]);
        parameters(document, action);
    }
}

/// The kind and the documentation id of what an action calls.
fn target(member: &MemberRef) -> String {
    let kind = match member.kind {
        MemberKind::Constructor => "constructor",
        MemberKind::Method => "method",
        MemberKind::PropertyGet => "getter of property",
        MemberKind::PropertySet => "setter of property",
        MemberKind::FieldGet => "value of field",
        MemberKind::FieldSet => "assignment to field",
    };
    let id = code(&member.id);
    match member.kind {
        MemberKind::Constructor => format!("{kind} {id}"),
        _ if member.is_static => format!("static {kind} {id}"),
        _ => format!("{kind} {id}"),
    }
}

fn parameters(document: &mut Document, action: &Action) {
    if action.inputs.is_empty() && action.outputs.is_empty() {
        document.paragraph("No parameters.");
        return;
    }
    let inputs = action.inputs.iter();
    let inputs = inputs.map(|input| ("Input", yes_no(input.mandatory), input));
    let outputs = action.outputs.iter().map(|output| ("Output", "", output));
    let rows: Vec<_> = inputs.chain(outputs).collect();
    let each = || rows.iter().copied();
    document.table(
        &Table::default()
            .column("Parameter", each().map(|(_, _, p)| signature(p)))
            .column(
                "Direction",
                each().map(|(direction, ..)| direction.to_owned()),
            )
            .column(
                "Mandatory",
                each().map(|(_, mandatory, _)| mandatory.to_owned()),
            )
            .column("Default", each().map(|(_, _, p)| default(&p.default)))
            .column("Description", each().map(|(_, _, p)| text(&p.description))),
    );
}

fn signature(parameter: &Parameter) -> String {
    let Parameter {
        name,
        data_type,
        source,
        ..
    } = parameter;
    code(&format!("{name} ({data_type} <- {})", source.net_type))
}

fn structures(document: &mut Document, extension: &Extension) {
    if extension.structures.is_empty() {
        return;
    }
    document.heading(2, "Structures");
    let users = Users::of(extension);
    let unused = Users::default();
    for structure in &extension.structures {
        let users = users.get(structure.name.as_str()).unwrap_or(&unused);
        document.heading(3, &text(&structure.name));
        document.paragraph(&text(&structure.description));
        document.list([
            format!("From: {}", code(&structure.type_id)),
            format!("Used by: {}", users.line()),
        ]);
        attributes(document, &structure.attributes);
    }
}

/// The actions and structures that have a value of a structure.
#[derive(Default)]
struct Users {
    actions: Vec<String>,
    structures: Vec<String>,
}

impl Users {
    /// The users of each structure, by its name.
    fn of(extension: &Extension) -> HashMap<&str, Self> {
        let mut users: HashMap<&str, Self> = HashMap::new();
        for action in &extension.actions {
            let parameters = action.inputs.iter().chain(&action.outputs);
            for used in distinct(parameters.map(|parameter| &parameter.data_type)) {
                let user = text(&action.name);
                users.entry(used).or_default().actions.push(user);
            }
        }
        for structure in &extension.structures {
            let attributes = structure.attributes.iter();
            for used in distinct(attributes.map(|attribute| &attribute.data_type)) {
                let user = text(&structure.name);
                users.entry(used).or_default().structures.push(user);
            }
        }
        users
    }

    fn line(&self) -> String {
        let users = [
            list("action", &self.actions),
            list("structure", &self.structures),
        ];
        match users.into_iter().flatten().collect::<Vec<_>>() {
            users if users.is_empty() => "nothing".into(),
            users => users.join("; "),
        }
    }
}

/// The structures that values of these types are made of, each once.
fn distinct<'t>(types: impl Iterator<Item = &'t DataType>) -> BTreeSet<&'t str> {
    types.filter_map(DataType::structure_name).collect()
}

/// `action A`, `actions A, B`, or nothing.
fn list(what: &str, names: &[String]) -> Option<String> {
    let plural = match names.len() {
        0 => return None,
        1 => "",
        _ => "s",
    };
    Some(format!("{what}{plural} {}", names.join(", ")))
}

fn entities(document: &mut Document, extension: &Extension) {
    if extension.entities.is_empty() {
        return;
    }
    document.heading(2, "Entities");
    for entity in &extension.entities {
        document.heading(3, &text(&entity.name));
        document.paragraph(&text(&entity.description));
        document.list([
            format!("From: {}", code(&entity.type_id)),
            format!("Table: {}", code(&entity.table)),
        ]);
        columns(document, &entity.attributes);
    }
}

fn columns(document: &mut Document, attributes: &[EntityAttribute]) {
    let each = || attributes.iter();
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let data_type = |a: &EntityAttribute| match &a.reference {
        Some(entity) => format!("{} Identifier", entity),
        None => a.data_type.to_string(),
    };
    let identifier = |a: &EntityAttribute| match (a.identifier, a.auto_number) {
        (true, true) => "Yes, auto number",
        (true, false) => "Yes",
        (false, true) => "No, auto number",
        (false, false) => "No",
    };
    let column = |a: &EntityAttribute| code(&format!("{} {}", a.column, a.column_type));
    document.table(
        &Table::default()
            .column(
                "Attribute",
                each().map(|a| code(&format!("{} ({})", a.name, data_type(a)))),
            )
            .column("Column", each().map(column))
            .column("Identifier", each().map(|a| identifier(a).to_owned()))
            .column("Mandatory", each().map(|a| yes_no(a.mandatory).to_owned()))
            .column("Length", each().map(|a| number(a.length)))
            .column("Decimals", each().map(|a| number(a.decimals)))
            .column("From", each().map(|a| code(&a.member)))
            .column("Description", each().map(|a| text(&a.description))),
    );
}

fn attributes(document: &mut Document, attributes: &[Attribute]) {
    let each = || attributes.iter();
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    document.table(
        &Table::default()
            .column(
                "Attribute",
                each().map(|a| code(&format!("{} ({})", a.name, a.data_type))),
            )
            .column("Mandatory", each().map(|a| yes_no(a.mandatory).to_owned()))
            .column("Default", each().map(|a| default(&a.default)))
            .column("Length", each().map(|a| number(a.length)))
            .column("Decimals", each().map(|a| number(a.decimals)))
            .column("From", each().map(|a| code(&a.member)))
            .column("Description", each().map(|a| text(&a.description))),
    );
}

fn resources(document: &mut Document, extension: &Extension) {
    let resources = &extension.resources;
    if resources.is_empty() {
        return;
    }
    let action = |action| match action {
        DeployAction::Binaries => "Copy to Binaries directory",
        DeployAction::Application => "Copy to Application directory",
        DeployAction::Images => "Copy to Images directory",
        DeployAction::Ignore => "Ignore",
    };
    document.heading(2, "Resources");
    document.table(
        &Table::default()
            .column(
                "File",
                resources.iter().map(|resource| text(&resource.file)),
            )
            .column(
                "Deploy Action",
                resources
                    .iter()
                    .map(|resource| action(resource.action).into()),
            )
            .column(
                "References",
                resources
                    .iter()
                    .map(|resource| text(&resource.references.join(", "))),
            ),
    );
}

fn default(expression: &Option<String>) -> String {
    expression.as_deref().map(code).unwrap_or_default()
}

fn yes_no(yes: bool) -> &'static str {
    if yes { "Yes" } else { "No" }
}
