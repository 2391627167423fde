use super::counts::Count;
use super::facts::{Facts, Reference, Status};
use crate::cli::style::{ERROR, GOOD, LABEL, TITLE, paint, plain};
use crate::cli::table::{Cell, Table};
use crate::extension::Coverage;
use crate::translate::catalogue;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Everything about one assembly.
pub(super) fn card(facts: &Facts<'_>) -> String {
    let name = paint(TITLE, &plain(facts.name));
    let mut text = format!("{name} {}\n", facts.version);
    text.push_str(&identity(facts).render("  "));
    if !facts.references.is_empty() {
        let mut table = Table::default();
        for reference in &facts.references {
            table.row(reference_row(reference));
        }
        text.push_str(&format!("\n{}\n", paint(TITLE, "References")));
        text.push_str(&table.render("  "));
    }
    let mut table = Table::default();
    let label = |text| Cell::new(text).style(LABEL);
    table.row([label(""), label("public").right(), label("all").right()]);
    let mut row = |name, count: Count| {
        table.row([
            label(name),
            Cell::number(count.public),
            Cell::number(count.all),
        ]);
    };
    row("types", facts.counts.types);
    for (name, count) in facts.counts.kinds() {
        row(name, count);
    }
    text.push_str(&format!("\n{}\n", paint(TITLE, "Contents")));
    text.push_str(&table.render("  "));
    text.push_str(&reasons(std::slice::from_ref(facts)));
    text
}

/// Why members would be skipped, the most frequent reason first.
fn reasons(all: &[Facts<'_>]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, count) in all.iter().flat_map(|facts| &facts.reasons) {
        *counts.entry(code).or_default() += count;
    }
    if counts.is_empty() {
        return String::new();
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(code, count)| (Reverse(*count), *code));
    let mut table = Table::default();
    for (code, count) in counts {
        let why = catalogue::entry(code).map_or("", |entry| entry.why);
        table.row([Cell::number(count), Cell::new(code), Cell::new(why)]);
    }
    let title = paint(TITLE, "Skipped members");
    format!("\n{title}\n{}", table.render("  "))
}

fn identity(facts: &Facts<'_>) -> Table {
    let image = &facts.image;
    let bits = if image.requires_32_bit {
        ", 32-bit only"
    } else {
        ""
    };
    let image = format!(
        "{}, {}, {}{bits}, {}",
        image.kind, image.format, image.machine, image.code
    );
    let framework = match (&facts.framework_moniker, facts.framework) {
        (Some(moniker), Some(raw)) => format!("{moniker} ({raw})"),
        (_, Some(raw)) => raw.to_owned(),
        (_, None) => "not stated".to_owned(),
    };
    let mut table = Table::default();
    let mut row = |label, value: &str| table.row([Cell::new(label).style(LABEL), Cell::new(value)]);
    row("file", &facts.file);
    row("culture", facts.culture);
    row(
        "public key token",
        facts.public_key_token.as_deref().unwrap_or("none"),
    );
    row("module version id", facts.mvid.as_deref().unwrap_or("none"));
    row("image", &image);
    row("framework", &framework);
    row("runtime", facts.runtime);
    if let Some(coverage) = facts.coverage {
        row("coverage", &coverage.to_string());
    }
    table
}

fn reference_row(reference: &Reference<'_>) -> [Cell; 3] {
    let found = match (reference.status, &reference.file) {
        (Status::Found, Some(file)) => Cell::new(file).style(GOOD),
        (Status::Found, None) => Cell::new("found").style(GOOD),
        (Status::Framework, _) => Cell::new("framework").style(LABEL),
        (Status::Missing, _) => Cell::new("missing").style(ERROR),
    };
    [
        Cell::new(reference.name),
        Cell::new(&reference.version),
        found,
    ]
}

/// One line for each assembly, and one for all.
pub(super) fn lines(all: &[Facts<'_>], coverage: Option<Coverage>) -> String {
    let mut table = Table::default();
    let label = |text| Cell::new(text).style(LABEL);
    let head = ["assembly", "version", "framework"].map(label);
    let numbers = ["types", "members", "translated", "absorbed", "skipped"];
    let wanted = if coverage.is_some() { numbers.len() } else { 1 };
    let numbers = numbers.into_iter().take(wanted);
    table.row(
        head.into_iter()
            .chain(numbers.map(|text| label(text).right())),
    );
    for facts in all {
        let framework = facts.framework_moniker.as_deref().or(facts.framework);
        let head = [facts.name, &facts.version, framework.unwrap_or("-")].map(Cell::new);
        let numbers = numbers_of(facts.counts.types.public, facts.coverage);
        table.row(head.into_iter().chain(numbers.map(Cell::number)));
    }
    let types = all.iter().map(|facts| facts.counts.types.public).sum();
    let title = format!("{} assemblies", all.len());
    let head = [title.as_str(), "", ""].map(|text| Cell::new(text).style(TITLE));
    let numbers = numbers_of(types, coverage);
    let numbers = numbers.map(|number| Cell::number(number).style(TITLE));
    table.row(head.into_iter().chain(numbers));
    let text = table.render("");
    match coverage {
        Some(coverage) => format!("{text}{coverage}\n{}", reasons(all)),
        None => text,
    }
}

fn numbers_of(types: usize, coverage: Option<Coverage>) -> impl Iterator<Item = usize> {
    let parts = coverage.map(|of| [of.public, of.translated, of.absorbed, of.skipped]);
    std::iter::once(types).chain(parts.into_iter().flatten())
}
