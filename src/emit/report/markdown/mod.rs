mod document;
mod escape;
mod findings;
mod next_steps;
mod targets;

use super::findings::{Findings, total};
use super::labels::{
    call, column, column_type, count, deploy_action, identifier, only_for, yes_no,
};
use super::users::Users;
use crate::extension::{Action, Attribute, EntityAttribute, Extension, MemberRef, Parameter};
use document::{Document, Table};
use escape::code;
pub(in crate::emit) use escape::text;

/// The import report of an extension as Markdown.
///
/// Data types are written as the definition has them: an extension that was lowered for a target
/// gives that target's report. Equal extensions give equal text.
pub fn markdown(extension: &Extension) -> String {
    let findings = Findings::of(extension);
    /// About what an Action takes.
    const ACTION: usize = 850;
    let mut document = Document::with_room(extension.actions.len().saturating_mul(ACTION));
    headline(&mut document, extension, &findings);
    inputs(&mut document, extension);
    actions(&mut document, extension);
    targets::write(&mut document, extension);
    structures(&mut document, extension);
    entities(&mut document, extension);
    resources(&mut document, extension);
    findings::write(&mut document, &findings);
    next_steps::write(&mut document, extension, &findings);
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
        (total(&findings.errors), "error", "errors"),
        (total(&findings.warnings), "warning", "warnings"),
    ];
    let counts = counts.iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<_> = counts.map(|&(n, one, many)| count(n, one, many)).collect();
    document.paragraph(&counts.join(", "));
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
    format!("{} {}", call(member), code(&member.id))
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
            format!("Used by: {}", users_line(users)),
        ]);
        attributes(document, &structure.attributes);
    }
}

/// `actions A, B; structure C`, or `nothing`.
fn users_line(users: &Users<'_>) -> String {
    let users = [
        list("action", &users.actions),
        list("structure", &users.structures),
    ];
    match users.into_iter().flatten().collect::<Vec<_>>() {
        users if users.is_empty() => "nothing".into(),
        users => users.join("; "),
    }
}

/// `action A`, `actions A, B`, or nothing.
fn list(what: &str, names: &[&str]) -> Option<String> {
    let plural = match names.len() {
        0 => return None,
        1 => "",
        _ => "s",
    };
    let names: Vec<_> = names.iter().map(|name| text(name)).collect();
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
    document.table(
        &Table::default()
            .column(
                "Attribute",
                each().map(|a| code(&format!("{} ({})", a.name, column_type(a)))),
            )
            .column("Column", each().map(|a| code(&column(a))))
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
                    .map(|resource| deploy_action(resource.action).into()),
            )
            .column(
                "References",
                resources
                    .iter()
                    .map(|resource| text(&resource.references.join(", "))),
            )
            .column(
                "Only for",
                resources
                    .iter()
                    .map(|resource| only_for(resource.target).into()),
            ),
    );
}

fn default(expression: &Option<String>) -> String {
    expression.as_deref().map(code).unwrap_or_default()
}
