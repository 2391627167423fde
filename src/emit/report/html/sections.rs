use crate::emit::html::{Markup, link, section};
use crate::emit::report::findings::{Findings, Reason, total};
use crate::emit::report::labels::{count, deploy_action, only_for};
use crate::emit::report::next_steps::{Elements, steps};
use crate::emit::report::spans::{Span, sentence};
use crate::emit::report::targets::Targets;
use crate::extension::{Extension, Input, Resource};

/// The parts of the page that are written without the script's help.
pub(super) struct Sections<'a> {
    pub(super) extension: &'a Extension,
    pub(super) findings: &'a Findings<'a>,
    pub(super) targets: Option<Targets<'a>>,
}

impl Sections<'_> {
    /// Writes what stands in a slot of the page.
    pub(super) fn write(&self, slot: &str, page: &mut Markup) {
        match slot {
            "navigation" => self.navigation(page),
            "headline" => self.headline(page),
            "structures" => self.lists(page),
            "targets" => self.targets(page),
            "skipped" => self.skipped(page),
            "findings" => self.findings(page),
            "resources" => self.resources(page),
            "inputs" => self.inputs(page),
            "steps" => self.steps(page),
            _ => {}
        }
    }

    fn navigation(&self, page: &mut Markup) {
        let extension = self.extension;
        let findings = [
            &self.findings.errors,
            &self.findings.warnings,
            &self.findings.notes,
        ];
        let findings: usize = findings.iter().map(|reasons| total(reasons)).sum();
        for (id, title, count) in [
            ("members", "Members", extension.coverage.public),
            ("structures", "Structures", extension.structures.len()),
            ("entities", "Entities", extension.entities.len()),
            (
                "targets",
                "ODC",
                self.targets.as_ref().map_or(0, Targets::in_odc),
            ),
            ("skipped", "Skipped", total(&self.findings.skipped)),
            ("findings", "Diagnostics", findings),
            ("resources", "Dependencies", extension.resources.len()),
            ("inputs", "Inputs", extension.inputs.len()),
        ] {
            if count > 0 {
                link(page, id, title)
                    .html(" <span class=\"count\">")
                    .text(&count.to_string())
                    .html("</span></a></li>\n");
            }
        }
        link(page, "steps", "Next steps").html("</a></li>\n");
    }

    fn headline(&self, page: &mut Markup) {
        let extension = self.extension;
        let coverage = &extension.coverage;
        page.html("<p class=\"lead\">").text(&extension.description);
        page.html("</p>\n<p class=\"coverage\">");
        page.text(&coverage.to_string()).html("</p>\n");
        if coverage.public > 0 {
            page.html("<div class=\"bar\" aria-hidden=\"true\">");
            for (state, members) in [
                ("translated", coverage.translated),
                ("absorbed", coverage.absorbed),
                ("skipped", coverage.skipped),
            ] {
                if members > 0 {
                    page.html("<i class=\"").html(state);
                    page.html("\" style=\"flex-grow:")
                        .text(&members.to_string());
                    page.html("\"></i>");
                }
            }
            page.html("</div>\n");
        }
        let (errors, warnings) = (&self.findings.errors, &self.findings.warnings);
        page.html("<ul class=\"facts\">\n");
        for (number, one, many) in [
            (extension.actions.len(), "action", "actions"),
            (extension.structures.len(), "structure", "structures"),
            (extension.entities.len(), "entity", "entities"),
            (extension.resources.len(), "resource", "resources"),
            (total(errors), "error", "errors"),
            (total(warnings), "warning", "warnings"),
        ] {
            if number > 0 {
                page.html("<li>").text(&count(number, one, many));
                page.html("</li>\n");
            }
        }
        page.html("</ul>\n");
    }

    /// The places for the lists of structures and entities.
    fn lists(&self, page: &mut Markup) {
        for (id, title, is_empty) in [
            (
                "structures",
                "Structures",
                self.extension.structures.is_empty(),
            ),
            ("entities", "Entities", self.extension.entities.is_empty()),
        ] {
            if !is_empty {
                section(page, id, title)
                    .html("<div class=\"list\" data-list=\"")
                    .html(id);
                page.html("\"></div>\n")
                    .html(NO_SCRIPT)
                    .html("</section>\n");
            }
        }
    }

    fn targets(&self, page: &mut Markup) {
        let Some(targets) = &self.targets else {
            return;
        };
        section(page, "targets", "OutSystems 11 and ODC");
        page.html("<p>").text(&targets.summary()).html("</p>\n");
        if !targets.other.is_empty() {
            page.html("<details><summary><span class=\"what\">There in another form</span> <span class=\"count\">");
            page.text(&targets.other.len().to_string());
            page.html("</span></summary>\n<div><table>\n<thead><tr><th>OutSystems 11</th><th>ODC</th><th>Makes its object with</th></tr></thead>\n<tbody>\n");
            for other in targets.other.iter().take(LEFT_OUT) {
                page.html("<tr><td data-label=\"O11\">").name(other.o11);
                page.html("</td><td data-label=\"ODC\">").name(other.odc);
                page.html("</td><td data-label=\"Made with\">");
                if let Some(maker) = other.maker {
                    page.name(maker);
                }
                page.html("</td></tr>\n");
            }
            page.html("</tbody>\n</table>");
            and_more(page, targets.other.len().saturating_sub(LEFT_OUT));
            page.html("</div></details>\n");
        }
        for (title, names) in [
            ("A part of others", &targets.absorbed),
            ("Structures that are others", &targets.structures),
        ] {
            if names.is_empty() {
                continue;
            }
            page.html("<details><summary><span class=\"what\">");
            page.text(title)
                .html("</span> <span class=\"count\">")
                .text(&names.len().to_string());
            page.html("</span></summary>\n<ul class=\"found\">\n");
            for name in names.iter().take(LEFT_OUT) {
                page.html("<li>").name(name).html("</li>\n");
            }
            page.html("</ul>");
            and_more(page, names.len().saturating_sub(LEFT_OUT));
            page.html("</details>\n");
        }
        for reason in &targets.left_out {
            reason_head(page, reason).html("</summary>\n");
            reason_body(page, reason);
            found_up_to(page, reason, LEFT_OUT);
            page.html("</details>\n");
        }
        page.html("</section>\n");
    }

    fn skipped(&self, page: &mut Markup) {
        let skipped = &self.findings.skipped;
        if skipped.is_empty() {
            return;
        }
        section(page, "skipped", "Skipped members");
        let most = skipped.iter().map(|reason| reason.findings.len()).max();
        for (position, reason) in skipped.iter().enumerate() {
            reason_head(page, reason);
            page.html("<meter min=\"0\" value=\"")
                .text(&reason.findings.len().to_string());
            page.html("\" max=\"").text(&most.unwrap_or(1).to_string());
            page.html("\" aria-hidden=\"true\"></meter></summary>\n");
            reason_body(page, reason);
            page.html("<div class=\"list\" data-reason=\"")
                .text(&position.to_string());
            page.html("\"></div>\n")
                .html(NO_SCRIPT)
                .html("</details>\n");
        }
        page.html("</section>\n");
    }

    fn findings(&self, page: &mut Markup) {
        let findings = self.findings;
        let groups = [
            ("Errors", "error", &findings.errors),
            ("Warnings", "warning", &findings.warnings),
            ("Notes", "notes", &findings.notes),
        ];
        if groups.iter().all(|(.., reasons)| reasons.is_empty()) {
            return;
        }
        section(page, "findings", "Diagnostics");
        for (title, class, reasons) in groups {
            if reasons.is_empty() {
                continue;
            }
            page.html("<div class=\"")
                .html(class)
                .html("\">\n<h3>")
                .html(title)
                .html("</h3>\n");
            for reason in reasons {
                reason_head(page, reason).html("</summary>\n");
                reason_body(page, reason);
                found(page, reason);
                page.html("</details>\n");
            }
            page.html("</div>\n");
        }
        page.html("</section>\n");
    }

    fn resources(&self, page: &mut Markup) {
        let resources = &self.extension.resources;
        if resources.is_empty() {
            return;
        }
        section(page, "resources", "Dependencies").html(
            "<table>\n<thead><tr><th scope=\"col\">Resource</th><th scope=\"col\">Deploy Action</th><th scope=\"col\">References</th>",
        );
        let differ = resources.iter().any(|resource| resource.target.is_some());
        if differ {
            page.html("<th scope=\"col\">Only for</th>");
        }
        page.html("</tr></thead>\n<tbody>\n");
        for Resource {
            file,
            action,
            references,
            target,
        } in resources
        {
            page.html("<tr><td data-label=\"Resource\">").name(file);
            page.html("</td><td data-label=\"Deploy Action\">")
                .html(deploy_action(*action));
            page.html("</td><td data-label=\"References\">")
                .text(&references.join(", "));
            if differ {
                page.html("</td><td data-label=\"Only for\">")
                    .html(only_for(*target));
            }
            page.html("</td></tr>\n");
        }
        page.html("</tbody>\n</table>\n</section>\n");
    }

    fn inputs(&self, page: &mut Markup) {
        let inputs = &self.extension.inputs;
        if inputs.is_empty() {
            return;
        }
        section(page, "inputs", "Inputs");
        for input in inputs {
            let Input {
                file,
                assembly,
                version,
                mvid,
                sha256,
                framework,
            } = input;
            page.html("<h3>").name(file).html("</h3>\n<dl>\n");
            for (term, value) in [
                ("Assembly", assembly),
                ("Version", version),
                ("Framework", framework),
                ("MVID", mvid),
                ("SHA-256", sha256),
            ] {
                if !value.is_empty() {
                    page.html("<div><dt>")
                        .html(term)
                        .html("</dt><dd>")
                        .name(value);
                    page.html("</dd></div>\n");
                }
            }
            page.html("</dl>\n");
        }
        page.html("</section>\n");
    }

    fn steps(&self, page: &mut Markup) {
        section(page, "steps", "Next steps in Integration Studio").html("<ol class=\"steps\">\n");
        for step in steps(self.extension, !self.findings.errors.is_empty()) {
            page.html("<li><p>").spans(&step.text).html("</p>\n");
            let list = match step.defines {
                Some(Elements::Structures) => "structures",
                Some(Elements::Entities) => "entities",
                Some(Elements::Actions) => "actions",
                Some(Elements::Resources) => {
                    page.html("<p><a href=\"#resources\">The resources</a></p>\n");
                    ""
                }
                None => "",
            };
            if !list.is_empty() {
                page.html("<div class=\"list\" data-define=\"").html(list);
                page.html("\"></div>\n").html(NO_SCRIPT);
            }
            page.html("</li>\n");
        }
        page.html("</ol>\n</section>\n");
    }
}

/// Actions that ODC lacks, beyond these, are only counted: the page of a big library opens at once.
const LEFT_OUT: usize = 100;

const NO_SCRIPT: &str = "<noscript><p>This list needs JavaScript. <code>report.md</code>, beside this file, has it too.</p></noscript>\n";

/// Opens a group of findings: its code, what happened and how often.
fn reason_head<'m>(page: &'m mut Markup, reason: &Reason<'_>) -> &'m mut Markup {
    page.html("<details class=\"reason\"><summary><span class=\"code\">")
        .text(reason.code);
    page.html("</span> <span class=\"what\">");
    page.spans(&sentence(reason.message.unwrap_or(reason.why)));
    page.html("</span> <span class=\"count\">")
        .text(&reason.findings.len().to_string());
    page.html("</span>")
}

fn reason_body(page: &mut Markup, reason: &Reason<'_>) {
    if reason.message.is_some() && !reason.why.is_empty() {
        page.html("<p>").spans(&sentence(reason.why)).html("</p>\n");
    }
    if !reason.help.is_empty() {
        page.html("<p><b>What to do:</b> ")
            .spans(&sentence(reason.help))
            .html("</p>\n");
    }
}

/// What the findings concern, each with its message where these differ.
fn found(page: &mut Markup, reason: &Reason<'_>) {
    found_up_to(page, reason, usize::MAX);
}

/// As [`found`], but of so many only the first.
fn found_up_to(page: &mut Markup, reason: &Reason<'_>, most: usize) {
    let mut items = reason
        .findings
        .iter()
        .filter(|finding| !finding.id.is_empty() || reason.message.is_none())
        .peekable();
    if items.peek().is_none() {
        return;
    }
    page.html("<ul class=\"found\">\n");
    for finding in items.by_ref().take(most) {
        page.html("<li>");
        if !finding.id.is_empty() {
            page.name(finding.id).html(" ");
        }
        if reason.message.is_none() {
            page.spans(&sentence(finding.message));
        }
        page.html("</li>\n");
    }
    let more = items.count();
    page.html("</ul>\n");
    and_more(page, more);
}

/// Says how many there are beyond those that are shown.
fn and_more(page: &mut Markup, more: usize) {
    if more > 0 {
        let more = format!("And {more} more, which report.md has.");
        page.html("<p class=\"found\">").text(&more).html("</p>\n");
    }
}

impl Markup {
    fn spans(&mut self, spans: &[Span<'_>]) -> &mut Self {
        for span in spans {
            match span {
                Span::Text(text) => self.text(text),
                Span::Code(name) => self.name(name),
                Span::Label(label) => self.html("<b>").html(label).html("</b>"),
            };
        }
        self
    }
}
